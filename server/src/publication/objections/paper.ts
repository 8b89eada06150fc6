/** The written answer as an official document: what was objected to, looked at, found, decided and why. */

import type { ObjectionPage } from '@oneneedle/contract';
import { chineseDate, type IsoDate, isoDate } from '@oneneedle/kernel';
import { type Block, type OfficialDocument, officialDocx } from '../../document/index.ts';
import { type Ctx, chinaDay, fileOf, mediaTypes } from '../../platform/index.ts';
import { readObjection } from './reading.ts';

/** The answer, or what it will be: until it is decided it says that it is no answer yet. */
export async function objectionPaper(ctx: Ctx, { id }: { id: string }): Promise<File> {
  const page = await readObjection(ctx, { id });
  const isDraft = !isFinal(page);
  const name = `${page.objection.no ?? '异议'}答复${isDraft ? '（草稿）' : ''}.docx`;
  const document = paperOf(page, ctx.tenant.name);
  return fileOf(await officialDocx(document), { name, type: mediaTypes.docx });
}

/** Decided, and what it puts right is posted: then it has its number and day, and is handed over. */
function isFinal({ decision, corrections }: ObjectionPage): boolean {
  return decision !== undefined && corrections.every(({ step }) => step === 'posted');
}

/** The day of the decision. */
function decidedOn({ course }: ObjectionPage): IsoDate | undefined {
  const last = course.filter(({ deed }) => deed === 'decide').at(-1);
  return last && chinaDay(last.at);
}

/** What each result is called in an answer. */
export const resultWords: Readonly<Record<string, string>> = {
  kept: '维持原来的记录和结果。',
  reversed: '异议成立，撤销有关事实。',
  replaced: '异议成立，撤销有关事实并按查明的情况更正。',
  inPart: '异议部分成立，有关事实按查明的情况更正。',
  notHeard: '经核实，所提事项不属于这次考核异议的范围，这里不作更正；可以按下面的其他途径反映。',
};

/** Pure: the answer as plain data. */
export function paperOf(page: ObjectionPage, town: string): OfficialDocument {
  const { objection, decision } = page;
  const isDraft = !isFinal(page);
  const on = isDraft ? undefined : decidedOn(page);
  const no = objection.no?.replace('异议', '异复');
  const text = (words: string): Block => ({ kind: 'text', text: words });
  const heading = (words: string): Block => ({ kind: 'heading', level: 1, text: words });
  const received = chineseDate(isoDate(objection.receivedOn));
  return {
    ...(isDraft ? { marks: ['草稿'] } : {}),
    title: ['关于', `${objection.no ?? '【编号待定】'}`, '的答复'],
    underTitle: [`答复编号：${(isDraft ? undefined : no) ?? '【决定以后编号，待定】'}`],
    addressee: objection.by?.name ?? '提出异议的同志',
    body: [
      text(`${received}收到的异议，已由没有经手的同志核实，现答复如下。`),
      heading('异议的事项'),
      text(`${objection.matter.title}。`),
      text(`提出的意见：${page.said}`),
      heading('核实的情况'),
      text(`查阅、核对了：${decision?.lookedAt ?? '【待定】'}`),
      text(decision?.finding ?? '【待定】'),
      heading('处理的结果和理由'),
      text(decision ? (resultWords[decision.result] ?? '') : '【待定】'),
      text(`理由：${decision?.reasons ?? '【待定】'}（依据：${decision?.clause ?? '【待定】'}）`),
      ...correctionBlocks(page).map(text),
      heading('其他途径'),
      ...page.furtherWays.map(text),
      text('提出异议不扣分，也不影响以后的考核。'),
    ],
    signature: {
      name: `${town}考核办公室`,
      ...(on === undefined ? {} : { on }),
      sealed: true,
    },
    note: editionNote(page),
  };
}

/** What was put right, and in which period that counts. */
function correctionBlocks({ corrections, effect }: ObjectionPage): string[] {
  return [
    ...corrections.flatMap(({ takesBack, right, reversal, later }) => [
      ...(takesBack
        ? [
            `撤销：${takesBack.sentence}（事实 ${takesBack.fact}${reversal ? `，由 ${reversal} 撤销` : ''}）。`,
          ]
        : []),
      ...(right === undefined ? [] : [`更正为：${right}。`]),
      ...later,
    ]),
    ...(effect === undefined ? [] : [effect.told]),
  ];
}

/** Every document names what it was made from. */
function editionNote({ objection: { matter, no } }: ObjectionPage): string {
  const edition = matter.edition === undefined ? '' : `，结果第 ${matter.edition} 版`;
  return `依据台账事实和${no ?? '本件异议'}的办理记录${edition}`;
}
