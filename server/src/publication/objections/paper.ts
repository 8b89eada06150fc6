/** The written answer: one form, numbered and kept by the document room; until then a draft of it. */

import type { ObjectionPage } from '@oneneedle/contract';
import { chineseDate, isoDate, type PeriodId, periodLabel } from '@oneneedle/kernel';
import {
  type DocumentData,
  defaultDocument,
  issuedBytes,
  issuedDocument,
  officialDate,
  officialDocx,
} from '../../document/index.ts';
import { type Ctx, chinaDay, fileOf, mediaTypes } from '../../platform/index.ts';
import { answerOf } from './answers.ts';
import { readObjection } from './reading.ts';

/** The answer as it was made; before, what it will be, which says that it is no answer yet. */
export async function objectionPaper(ctx: Ctx, { id }: { id: string }): Promise<File> {
  const page = await readObjection(ctx, { id });
  const named = page.objection.no ?? '异议';
  const issued = await issuedDocument(ctx.db, answerOf(id));
  if (issued) {
    const name = `${issued.number} 关于${named}的答复.docx`;
    return fileOf(await issuedBytes(ctx.db, issued), { name, type: mediaTypes.docx });
  }
  const old = oldNumber(page);
  const number = old ?? '【生成以后编号】';
  const document = defaultDocument('answer', answerData(page, ctx.tenant.name), {
    number,
    madeFrom: madeFrom(page),
  });
  const name = `${named}答复${old === undefined ? '（草稿）' : ''}.docx`;
  const marks = old === undefined ? { marks: ['草稿'] } : {};
  return fileOf(await officialDocx({ ...document, ...marks }), { name, type: mediaTypes.docx });
}

/** `异复2026-3`: what was answered before the document room numbered it stays as it was signed for. */
export function oldNumber({ answer }: ObjectionPage): string | undefined {
  return answer?.no.startsWith('异复') ? answer.no : undefined;
}

/** What each result is called in an answer. */
const resultWords: Readonly<Record<string, string>> = {
  kept: '维持原来的记录和结果。',
  reversed: '异议成立，撤销有关事实。',
  replaced: '异议成立，撤销有关事实并按查明的情况更正。',
  inPart: '异议部分成立，有关事实按查明的情况更正。',
  notHeard: '经核实，所提事项不属于这次考核异议的范围，这里不作更正；可以按下面的其他途径反映。',
};

/** Pure: what the form is filled with; what is not known yet reads 待定. */
export function answerData(page: ObjectionPage, town: string): DocumentData['answer'] {
  const { objection, decision, furtherWays, said } = page;
  const open = '【待定】';
  const at = decideStep(page)?.at;
  const words = (text: string) => ({ kind: 'text', text }) as const;
  return {
    applicant: objection.by?.name ?? '提出异议的同志',
    no: objection.no ?? '【异议编号待定】',
    matter: objection.matter.title,
    said,
    askedOn: officialDate(isoDate(objection.receivedOn)),
    examined: sentence(`查阅、核对了：${decision?.lookedAt ?? open}`),
    finding: decision?.finding ?? open,
    reasons: decision ? `${decision.reasons}（依据：${decision.clause}）` : open,
    result: decision ? (resultWords[decision.result] ?? '') : open,
    corrections: correctionLines(page).map(words),
    ways: furtherWays.map(words),
    issuer: `${town}考核办公室`,
    issuedOn: at === undefined ? '【答复日期待定】' : officialDate(isoDate(chinaDay(at))),
  };
}

function sentence(words: string): string {
  return /[。；！？】]$/.test(words) ? words : `${words}。`;
}

function decideStep({ course }: ObjectionPage) {
  return course.findLast(({ deed }) => deed === 'decide');
}

/** What was put right, and in which period that counts. */
function correctionLines({ corrections, effect }: ObjectionPage): string[] {
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
    // Where the ledger names the period in which it counts, that says it already.
    ...(effect === undefined || corrections.some(({ later }) => later.length > 0)
      ? []
      : [effect.told]),
  ];
}

/** The edition of the data: the step of its course, the corrections, the edition objected to. */
export function madeFrom(page: ObjectionPage): string {
  const { objection, corrections, course } = page;
  const { edition, period } = objection.matter;
  const step = decideStep(page);
  const back = corrections.flatMap(({ reversal }) => reversal ?? []);
  return [
    step === undefined
      ? `${objection.no ?? '本件异议'}的登记`
      : `${objection.no}办理经过第${course.indexOf(step) + 1}步（${chineseDate(isoDate(chinaDay(step.at)))}决定）`,
    ...(back.length === 0 ? [] : [`更正事实${back.join('、')}`]),
    ...(edition === undefined || period === undefined
      ? []
      : [`${periodLabel(period as PeriodId)}结果第${edition}版`]),
  ].join('，');
}
