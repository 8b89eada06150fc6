/** Every word that an explanation prints, in one place. */

import type { Fact } from '../book/book.ts';
import type { CellState, GradeState } from '../evaluate/assessment.ts';
import { type Milli, milliText, signedMilliText } from '../number/points.ts';
import { periodLabel } from '../time/periods.ts';

/** Words beside a number that is not an ordinary one; an ordinary one needs none. */
export const stateWords: Readonly<Record<CellState, string>> = {
  scored: '',
  notDue: '未到期',
  notApplicable: '不适用',
  missing: '缺材料',
  zeroed: '记零',
};

/** Words in the place of a grade where there is none. */
export const gradeWords: Readonly<Record<GradeState, string>> = {
  graded: '',
  noGrade: '不确定等次',
  commentOnly: '只写评语',
  pending: '待定',
  none: '',
};

export const words = {
  total: '考核得分',
  provisional: '暂',
  struck: '（计0）',
  tied: '并列',
  notAssessed: '未参加考核',
  veto: '一票否决',
  noEvidence: '未附佐证',
  unknownFact: '（事实表中没有这一条）',
  none: '—',
  rank: '名次',
  subject: '考核对象',
  group: '类组',
  score: '得分',
  grade: '等次',
  state: '状态',
} as const;

/** "−2.500": points with a true minus sign. */
export function pointsText(value: Milli, places = 3): string {
  return trueMinus(milliText(value, places));
}

/** "+2.000" or "−2.500": points that are added to something. */
export function signedPointsText(value: Milli, places = 3): string {
  return trueMinus(signedMilliText(value, places));
}

/** "− 2.500": points as a term of a sum. */
export function termText(value: Milli, places = 3): string {
  const size = milliText(Math.abs(value) as Milli, places);
  return value < 0 ? `− ${size}` : `+ ${size}`;
}

/** A text with the minus sign of print before its negative numbers; dates and codes stay. */
export function trueMinus(text: string): string {
  return text.replace(/(?<![\w〕）)-])-(?=\d)/g, '−');
}

/** A list as Chinese writes it: 甲、乙、丙. */
export function listed(items: readonly string[]): string {
  return items.join('、');
}

/** "事实 1 · 2026-02-11 2月暗访 · 照片 3 · 记 周 核 吴". */
export function factSentence(fact: Fact): string {
  const { id, doc, evidence } = fact;
  const proofs = [...(doc ? [doc.no] : []), ...evidence];
  const parts = [
    `事实 ${id}`,
    [factDay(fact), fact.note].filter(Boolean).join(' '),
    proofs.length > 0 ? listed(proofs) : words.noEvidence,
    [fact.recordedBy && `记 ${fact.recordedBy}`, fact.reviewedBy && `核 ${fact.reviewedBy}`]
      .filter(Boolean)
      .join(' '),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The day of a fact, its first and last day, or its period; '' if it has none. */
function factDay(fact: Fact): string {
  if (fact.on) return fact.to ? `${fact.on} 至 ${fact.to}` : fact.on;
  return fact.period ? periodLabel(fact.period) : '';
}
