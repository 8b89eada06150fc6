/**
 * Sealing: an assessment becomes what was published. A seal holds the printed numbers, which no
 * later fact changes, and the result facts carry them to other schemes and later years.
 */

import type { Book, Fact, Seal } from '../book/book.ts';
import { circleOf, nameList } from '../grade/shared.ts';
import { grouped } from '../grouped.ts';
import { fromMilli, type Milli } from '../number/points.ts';
import { toExactText } from '../number/rational.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { chineseDate } from '../time/dates.ts';
import { lastDay, periodLabel } from '../time/periods.ts';
import type { Assessment, Line, Notice, SubjectResult } from './assessment.ts';
import { rootCode } from './tree.ts';

/** What the office decided about the seal. */
export interface SealOptions {
  /** Editions count from 1; default the one after the latest sealed edition of the period. */
  readonly edition?: number;
  /** The decision by which a corrected edition replaces an earlier one. */
  readonly decisionNo?: string;
}

/**
 * The seal of an assessment: for every subject the printed thousandths of each node and clause that
 * it has, by code, and its total under `total`; `atSeq` is the last fact that the assessment knew
 * (0 if none). It seals what it is given: ask `sealRefusals` first whether it may be sealed.
 */
export function sealOf(
  assessment: Assessment,
  book: Pick<Book, 'facts' | 'seals'>,
  options: SealOptions = {},
): Seal {
  const { line, period, upTo, subjects } = assessment;
  const known = book.facts.map(({ seq }) => seq).filter((seq) => seq <= upTo);
  return {
    line,
    period,
    edition: options.edition ?? latestEdition(assessment, book) + 1,
    atSeq: known.reduce((last, seq) => Math.max(last, seq), 0),
    ...(options.decisionNo === undefined ? {} : { decisionNo: options.decisionNo }),
    printed: Object.fromEntries(
      subjects.map(({ code, tree, totalMilli }) => [
        code,
        { ...Object.fromEntries(printedBelow(tree)), [rootCode]: totalMilli },
      ]),
    ),
  };
}

/** Nodes and clauses of the period; what stands under a segment is another period's line. */
function printedBelow(line: Line): (readonly [string, Milli])[] {
  if (line.kind === 'segment') return [];
  const own = line.kind === 'node' || line.kind === 'clause';
  return [
    ...(own ? [[line.code, line.milli] as const] : []),
    ...line.children.flatMap(printedBelow),
  ];
}

function latestEdition({ line, period }: Assessment, { seals }: Pick<Book, 'seals'>): number {
  const editions = seals
    .filter((seal) => seal.line === line && seal.period === period)
    .map(({ edition }) => edition);
  return Math.max(0, ...editions);
}

/** A reason why a period cannot be sealed yet. */
export interface SealRefusal {
  readonly code:
    | 'period-not-over'
    | 'already-sealed'
    | 'earlier-unsealed'
    | 'material-missing'
    | 'grade-pending'
    | 'unchecked';
  /** What, why, and what to do. */
  readonly sentence: string;
}

/**
 * Everything that keeps an assessment from being sealed, empty if nothing does: the period is not
 * over, it is sealed and no decision number corrects it, an earlier period that it builds on is
 * open, material of whoever is assessed is missing, a grade cannot be said, a clause has no 经查无. A
 * tie that the scheme leaves to a body does not: its numbers stand, and the body decides on what was
 * sealed.
 */
export function sealRefusals(
  assessment: Assessment,
  book: Pick<Book, 'facts' | 'seals'>,
  options: SealOptions = {},
): SealRefusal[] {
  const { period, asOf, subjects } = assessment;
  const name = periodLabel(period);
  const edition = latestEdition(assessment, book);
  const assessed = subjects.filter(({ notAssessed }) => notAssessed === undefined);
  const lacking = assessed.filter(({ state }) => state === 'missing');
  const pending = assessed.filter(
    ({ grade: { state, open }, ...one }) => state === 'pending' && !open && one.state !== 'missing',
  );
  const refusals: (SealRefusal | false)[] = [
    asOf < lastDay(period) && {
      code: 'period-not-over',
      sentence: `这次只算到 ${chineseDate(asOf)}，${name}要到 ${chineseDate(lastDay(period))}才满，后面几天的事实会漏掉，不能封存；请期满以后再算、再封存。`,
    },
    edition > 0 &&
      options.decisionNo === undefined && {
        code: 'already-sealed',
        sentence: `${name}已封存第 ${edition} 版，已公布的分数不变；新发现的事登记在后面未封存的期，确需更正本期的，请写明决定文号，另出第 ${edition + 1} 版。`,
      },
    ...fromNotices(assessment, 'preview-unsealed', 'earlier-unsealed', earlierSentence),
    lacking.length > 0 && {
      code: 'material-missing',
      sentence: `${nameList(lacking)}还有缺材料的条款，分数是暂定的，不能封存；请补齐材料，或由责任单位写明怎样定（不适用、记零）以后再封存。`,
    },
    pending.length > 0 && {
      code: 'grade-pending',
      sentence: `${nameList(pending)}的等次待定，不能封存；请看等次的理由，缺材料的补齐，办法没有写到的先改定办法，再封存。`,
    },
    ...fromNotices(assessment, 'unchecked', 'unchecked', (sentence) => sentence),
  ];
  return refusals.filter((refusal) => refusal !== false);
}

function earlierSentence(sentence: string): string {
  return `${sentence}请先依次封存前面各期。`;
}

function fromNotices(
  { notices }: Assessment,
  notice: Notice['code'],
  code: SealRefusal['code'],
  words: (sentence: string) => string,
): SealRefusal[] {
  return notices
    .filter((item) => item.code === notice)
    .map(({ sentence }) => ({ code, sentence: words(sentence) }));
}

/**
 * The result facts of a sealed edition, one for each subject in the order of the assessment: what
 * later schemes, years and sequences read. `scheme` is the one assessed; it says among whom a
 * subject is ranked. Their `seq` follows on `firstSeq`, by default the one after the seal's. A
 * subject that is not assessed or whose total is provisional carries its state and no number.
 */
export function resultFacts(
  assessment: Assessment,
  seal: Seal,
  scheme: Scheme,
  firstSeq = seal.atSeq + 1,
): Fact[] {
  const circle = (subject: SubjectResult) => circleOf(subject, scheme.ranking?.within);
  const ranked = assessment.subjects.filter(({ rank }) => rank !== undefined);
  const circles = grouped(ranked, circle);
  return assessment.subjects.map((subject, index) => {
    const among = circles.get(circle(subject))?.length ?? 0;
    return {
      id: ['result', seal.line, seal.period, seal.edition, subject.code].join('/'),
      kind: 'result',
      form: 'result',
      about: [{ subject: subject.code, as: '' }],
      period: seal.period,
      values: {
        line: seal.line,
        edition: String(seal.edition),
        ...numbersOf(subject, among),
        ...gradeOf(subject),
      },
      tags: [],
      evidence: [],
      seq: firstSeq + index,
      ...(seal.decisionNo === undefined ? {} : { doc: { no: seal.decisionNo } }),
      note: `${assessment.schemeName}${periodLabel(seal.period)}第 ${seal.edition} 版结果，封存时登记`,
    };
  });
}

function numbersOf(subject: SubjectResult, ranked: number): Fact['values'] {
  if (!isSettled(subject)) return {};
  return {
    total: toExactText(fromMilli(subject.totalMilli)),
    full: toExactText(fromMilli(subject.fullMilli)),
    ...(subject.rank === undefined ? {} : { rank: String(subject.rank), subjects: String(ranked) }),
  };
}

/** The grade that stands and the one before history; or why there is none. */
function gradeOf(subject: SubjectResult): Fact['values'] {
  const { notAssessed, grade } = subject;
  if (notAssessed !== undefined) return { state: 'notAssessed' };
  if (!isSettled(subject)) return { state: 'pending' };
  if (grade.state !== 'graded') return { state: grade.state };
  const { effective, computed } = grade;
  return {
    ...(effective === undefined ? {} : { grade: effective }),
    ...(computed === undefined || computed === effective ? {} : { computedGrade: computed }),
  };
}

/** A total that may be ranked: of a subject that is assessed, with nothing below it missing or still to come. */
export function isSettled({
  notAssessed,
  state,
}: Pick<SubjectResult, 'notAssessed' | 'state'>): boolean {
  return notAssessed === undefined && (state === 'scored' || state === 'zeroed');
}
