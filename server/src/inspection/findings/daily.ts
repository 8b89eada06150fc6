/** What the days do to findings: what is done waits for another pair of eyes, what is overdue is told. */

import { chineseDate, isoDate } from '@oneneedle/kernel';
import { type DeskPlace, keepLines } from '../../desk/index.ts';
import { chinaDay } from '../../platform/index.ts';
import { askedItems } from '../../work/index.ts';
import { type FoundRow, findFindings } from './store.ts';

/** Makes the lines about findings what they are today. */
export async function passFindings(place: DeskPlace): Promise<void> {
  const today = chinaDay(place.now);
  const open = await findFindings(place.db, { states: ['found', 'toRectify'] });
  const items = await askedItems(
    place.db,
    open.flatMap(({ item_id: id }) => id ?? []),
  );
  const isDone = ({ state, item_id: id }: FoundRow) =>
    state === 'toRectify' && items.get(id ?? '')?.isDone === true;
  await keepLines(
    place,
    { room: 'inspection', kind: 'finding-overdue' },
    open.filter((one) => one.due_on < today && !isDone(one)).map(overdueLine),
  );
  await keepLines(
    place,
    { room: 'inspection', kind: 'finding-recheck' },
    open.filter(isDone).map(recheckLine),
  );
}

function overdueLine(finding: FoundRow) {
  return {
    ...placeOf(finding),
    title: `督促整改：${finding.village}${finding.place}，应在${chineseDate(isoDate(finding.due_on))}前改好`,
    why: finding.state === 'found' ? '到期还没有下发整改。' : '到期还没有办结。',
    roles: ['supervision'] as const,
    dueOn: finding.due_on,
  };
}

function recheckLine(finding: FoundRow) {
  return {
    ...placeOf(finding),
    title: `复查整改：${finding.village}${finding.place}`,
    why: '整改已经办结。由没有参加检查、也没有参与整改的人去看，拍一张整改后的照片。',
    roles: ['recorder'] as const,
    line: finding.office,
    exceptAccountId: finding.sheet_account,
  };
}

function placeOf({ id, village }: FoundRow) {
  return { about: id, address: `/inspection/findings?open=${id}`, contact: { unit: village } };
}
