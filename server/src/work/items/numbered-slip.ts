/** The slip of an item as a numbered document, as it stands when it is printed. */

import { isoDate } from '@oneneedle/kernel';
import { type MadeDocument, makeDocument, officialDate } from '../../document/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { readItem } from './page.ts';
import { itemProblem } from './problems.ts';
import { colourWords } from './words.ts';

const feedbackWords = { once: '办结时反馈', month: '每月反馈', quarter: '每季反馈' };

/** Makes it; asked again while nothing changed, tells the one that there is. */
export async function numberSlip(ctx: Ctx, { id }: { id: string }): Promise<MadeDocument> {
  const { item, requirement, source, feedback, contact, course, isWithheld } = await readItem(
    ctx,
    id,
  );
  const assigned = course.findLast(({ deed }) => deed === 'assign');
  if (item.no === undefined || item.dueOn === undefined || !assigned) {
    throw itemProblem('not-assigned');
  }
  const { document, no, on, sentence } = source as Readonly<Record<string, string | undefined>>;
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join('、');
  const day = (text: string) => officialDate(isoDate(text));
  const data = {
    no: item.no,
    colour: item.colour === undefined ? '' : (colourWords[item.colour] ?? ''),
    matter: item.title,
    basis: [document, no, on && day(on), sentence].filter(Boolean).join('　'),
    leader: item.leader?.name ?? '',
    requirement,
    lead: item.lead?.name ?? '',
    accountable: item.accountable?.name ?? '',
    support: names(item.support),
    units: names(item.units),
    assignedOn: day(chinaDay(assigned.at)),
    dueOn: day(item.dueOn),
    feedback: feedbackWords[feedback],
    contact: [contact.unit, contact.name].filter(Boolean).join(' '),
    result: course.findLast(({ deed }) => deed === 'report')?.note ?? '',
  };
  return makeDocument(ctx, 'slip', data, {
    about: `item ${id}`,
    madeFrom: `事项${item.no}，办理经过第${course.length}步`,
    // What a leader instructed is read by those who issue it.
    readers: isWithheld ? ['supervision', 'leader'] : ['supervision', 'leader', 'discipline'],
  });
}
