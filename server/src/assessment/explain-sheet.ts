/**
 * “一分一据” for one subject as data: every word that its printed sheet shows, before any layout.
 * The points of each block add up to the block above it, so that a pencil can follow.
 */

import {
  type Assessment,
  type Counterfactual,
  chineseDate,
  lastDay,
  periodLabel,
  type SubjectResult,
} from '@oneneedle/kernel';
import { isPrivate, withoutGround } from '../ledger/index.ts';
import { type Breakdown, breakdownOf, type Cause, type Indicator } from './breakdown.ts';
import { type Change, changesBetween } from './changes.ts';
import type { Folder } from './folder.ts';
import { hiddenGrounds, maskedLine } from './masked-tree.ts';
import { type Ahead, aheadOf, circleOf } from './neighbours.ts';
import {
  kindsByCode,
  placesFor,
  pointsText,
  shortText,
  signedText,
  trueMinus,
} from './print-words.ts';
import { objectionSentences } from './procedure-words.ts';
import { sealStateOf, sealText } from './seal-state.ts';
import { type FactTeller, factTeller, type SheetCause } from './sheet-facts.ts';
import { toldFacts } from './told-facts.ts';

export interface SheetPart {
  /** "1.1" or ''. */
  readonly code: string;
  readonly text: string;
  readonly value: string;
  /** 缺材料, 记零 or 不适用; '' for an ordinary number. */
  readonly state: string;
  readonly causes: readonly SheetCause[];
}

export interface SheetIndicator {
  readonly code: string;
  readonly name: string;
  readonly owner: string;
  readonly full: string;
  /** What it starts from, where that is not the full mark: "从 10.00 分起"; '' otherwise. */
  readonly start: string;
  readonly value: string;
  readonly parts: readonly SheetPart[];
  /** "其余 31 条无扣加分，2 条未到期"; '' where nothing is left to count. */
  readonly quiet: string;
}

export interface SheetBlock {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Everything that one sheet says. */
export interface Sheet {
  readonly scheme: string;
  readonly period: string;
  readonly name: string;
  /** Group, and the code where it is not the name. */
  readonly who: string;
  /** '' for a subject that is not assessed. */
  readonly total: string;
  readonly full: string;
  /** Rank, grade and the day, each in a few words. */
  readonly facts: readonly string[];
  /** Who reviewed every fact of the sheet; '' where that is not one and the same. */
  readonly reviewer: string;
  readonly seal: string;
  readonly isSealed: boolean;
  /** 内部 or 暂 and why; '' for none. */
  readonly warnings: readonly string[];
  readonly indicators: readonly SheetIndicator[];
  /** Lines under the total: corrections, vetoes, bounds. */
  readonly others: readonly SheetPart[];
  readonly blocks: readonly SheetBlock[];
  /** The same with fewer lines, for a sheet that would not fit a page otherwise. */
  readonly briefBlocks: readonly SheetBlock[];
  readonly code: string;
}

/** What all sheets of a package share. */
export interface SheetSource {
  readonly folder: Folder;
  readonly result: Assessment;
  /** The period before, where there is one to compare with. */
  readonly before: Assessment | undefined;
  /** Absent where there are too many facts to leave them out one at a time. */
  readonly chances: ((subject: SubjectResult) => readonly Counterfactual[]) | undefined;
  readonly receiptCode: string;
  /** For a village that asks by itself: no other subject is named. */
  readonly isAlone?: boolean;
  /** Numbers of facts and clauses of this subject to which somebody objects now. */
  readonly objected?: readonly string[];
}

/** Clauses under which the subject's facts wait for a document. */
function lostClauses({ notices }: Assessment, { code }: SubjectResult): ReadonlySet<string> {
  const own = notices.filter((notice) => notice.code === 'document-missing');
  return new Set(
    own.flatMap(({ subject, clause }) =>
      subject === code && clause !== undefined ? [clause] : [],
    ),
  );
}

/** The sheet of one subject. It is paper: private grounds are on none, that of its village neither. */
export function sheetOf(source: SheetSource, asked: SubjectResult): Sheet {
  const { folder, result, receiptCode } = source;
  const hidden = hiddenGrounds(folder.book, 'paper');
  const subject = { ...asked, tree: maskedLine(asked.tree, hidden) };
  const { scheme, book } = folder;
  const breakdown = breakdownOf(scheme, subject, lostClauses(result, subject));
  const words = wordsFor(source, subject, breakdown);
  const sealed = sealStateOf(book, result);
  const group = scheme.groups?.find(({ code }) => code === subject.group)?.name ?? subject.group;
  const isAway = subject.notAssessed !== undefined;
  return {
    scheme: `${scheme.name}${scheme.demonstration ? '（演示数据）' : ''}`,
    period: periodLabel(result.period),
    name: subject.name,
    who: [group ?? '', subject.code === subject.name ? '' : `编码 ${subject.code}`]
      .filter((part) => part !== '')
      .join('　'),
    total: isAway ? '' : words.total(subject.totalMilli),
    full: words.points(subject.fullMilli),
    facts: standingOf(source, subject),
    reviewer: words.teller.reviewer,
    seal: sealText(sealed),
    isSealed: sealed.edition?.agrees ?? false,
    warnings: warningsOf(source, subject),
    indicators: isAway ? [] : breakdown.indicators.map((item) => indicatorOf(item, words)),
    others: breakdown.others.map((cause) => ({
      code: '',
      text: trueMinus([cause.label, cause.reason].filter((text) => text !== '').join('：')),
      value: words.signed(cause.milli),
      state: '',
      causes: evidenceOnly(cause, words),
    })),
    blocks: blocksOf(source, subject, words, 4),
    briefBlocks: blocksOf(source, subject, words, 2),
    code: receiptCode,
  };
}

/** What stands below the points; `most` changes and what-ifs are told, the rest counted. */
function blocksOf(
  source: SheetSource,
  subject: SubjectResult,
  words: Words,
  most: number,
): SheetBlock[] {
  return [
    changeBlock(source, subject, words, most),
    chanceBlock(source, subject, words, Math.min(most, mostChances)),
    rankBlock(source, subject, words),
    {
      title: '有不同意见',
      lines: [...objectedSentences(source), ...objectionSentences(source.folder.scheme)],
    },
  ].filter((block) => block !== undefined);
}

/** What is being looked into while the sheet is printed. */
function objectedSentences({ objected = [] }: SheetSource): string[] {
  return objected.length === 0 ? [] : [`有异议、正在核实：${objected.join('、')}。`];
}

interface Words {
  readonly teller: FactTeller;
  total(milli: number): string;
  points(milli: number): string;
  signed(milli: number): string;
}

function wordsFor(
  { folder, result }: SheetSource,
  subject: SubjectResult,
  breakdown: Breakdown,
): Words {
  const millis = [
    subject.totalMilli,
    ...breakdown.others.map(({ milli }) => milli),
    ...breakdown.indicators.flatMap(({ milli, grantedMilli, parts }) => [
      milli,
      grantedMilli,
      ...parts.flatMap((part) =>
        part.kind === 'node'
          ? [part.cause.milli]
          : [part.milli, ...part.causes.map((cause) => cause.milli)],
      ),
    ]),
  ];
  const places = placesFor(folder.scheme, millis);
  const exactly = (milli: number) => placesFor(folder.scheme, [milli], places);
  return {
    teller: factTeller(breakdown, {
      facts: toldFacts(folder).map((fact) => (isPrivate(fact) ? withoutGround(fact) : fact)),
      kinds: kindsByCode(folder.kinds),
      year: result.period.slice(0, 4),
    }),
    total: (milli) => pointsText(milli, Math.max(places, subject.shownPlaces ?? 0)),
    points: (milli) => pointsText(milli, exactly(milli)),
    signed: (milli) => signedText(milli, exactly(milli)),
  };
}

function indicatorOf(indicator: Indicator, words: Words): SheetIndicator {
  const { code, name, owner, fullMilli, grantedMilli, milli, quiet } = indicator;
  return {
    code,
    name,
    owner: owner ?? '',
    full: fullMilli === undefined ? '—' : words.points(fullMilli),
    start: startText(fullMilli ?? 0, grantedMilli, words),
    value: words.points(milli),
    parts: indicator.parts.map((part) => partOf(part, words)),
    quiet: quietText(quiet, indicator.parts.length > 0),
  };
}

/** Where not all of the full mark is granted at the start, the sum begins with what is. */
function startText(fullMilli: number, grantedMilli: number, words: Words): string {
  if (grantedMilli === fullMilli) return '';
  return grantedMilli === 0 ? '从 0 分起' : `从 ${words.points(grantedMilli)} 分起`;
}

function partOf(part: Indicator['parts'][number], words: Words): SheetPart {
  if (part.kind === 'node') {
    const { label, reason } = part.cause;
    const said = reason.startsWith(label) ? reason : [label, reason].filter(Boolean).join('：');
    return {
      code: part.code,
      text: trueMinus([part.name, said].filter((text) => text !== '').join(' ')),
      value: words.signed(part.cause.milli),
      state: '',
      causes: evidenceOnly(part.cause, words),
    };
  }
  const { code, text, milli, state, reason, causes } = part;
  const word = state === 'missing' ? '缺材料' : state === 'zeroed' ? '记零' : '';
  const own = reason === '' || reason === word ? [] : [plainCause(reason)];
  const told = words.teller.causes(causes, words.signed);
  const isWhole = causes.length === 1 && causes[0]?.milli === milli;
  return {
    code,
    text,
    value: words.signed(milli),
    state: word,
    causes: [...own, ...(isWhole ? told.map((cause) => ({ ...cause, value: '' })) : told)],
  };
}

/** The facts of a line whose arithmetic stands in its text. */
function evidenceOnly(cause: Cause, { teller, signed }: Words): SheetCause[] {
  if (cause.factIds.length === 0) return [];
  return teller.causes([cause], signed).map((told) => ({ ...told, value: '', how: '' }));
}

function plainCause(reason: string): SheetCause {
  return { value: '', how: trueMinus(reason), evidence: [] };
}

function quietText({ unchanged, notDue, notApplicable }: Indicator['quiet'], hasOthers: boolean) {
  const counts = [
    ...(unchanged > 0 ? [`${unchanged} 条无扣加分`] : []),
    ...(notDue > 0 ? [`${notDue} 条未到期`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} 条不适用`] : []),
  ];
  return counts.length === 0 ? '' : `${hasOthers ? '其余 ' : ''}${counts.join('，')}`;
}

/** "第 4 名（平原村 5 个）", "等次 合格", "计分日 2026-03-31（期末）". */
function standingOf({ folder, result }: SheetSource, subject: SubjectResult): string[] {
  const { rank, grade, prize } = subject;
  const circle = circleOf(result, folder.scheme, subject);
  const isTied = circle.some(({ code, rank: other }) => other === rank && code !== subject.code);
  const { asOf, period } = result;
  return [
    ...(rank === undefined
      ? ['不排名次']
      : [`第 ${rank} 名${isTied ? '（并列）' : ''}，${circle.length} 个参加排名`]),
    ...(grade.state === 'none' ? [] : [`等次 ${grade.effective ?? gradeWords[grade.state]}`]),
    ...(prize === undefined ? [] : [`奖项 ${prize}`]),
    `计分日 ${asOf}${asOf === lastDay(period) ? '（期末）' : '（期未满）'}`,
  ];
}

const gradeWords = {
  graded: '—',
  noGrade: '不确定等次',
  commentOnly: '只写评语',
  pending: '待定',
  none: '—',
} as const;

function warningsOf({ folder }: SheetSource, subject: SubjectResult): string[] {
  const isPersonal = folder.scheme.subject.kind === 'person';
  return [
    ...(isPersonal ? ['内部：个人得分、名次和等次只交本人核对，不公布。'] : []),
    ...(subject.notAssessed === undefined ? [] : [`未参加考核：${subject.notAssessed}。`]),
    ...(folder.leftOut.length === 0
      ? []
      : [
          `暂：事实表里有 ${folder.leftOut.length} 行因为有错没有计入，改正以后得分和名次都可能变。`,
        ]),
    ...(subject.provisional ? ['暂：还有缺材料的条款，得分补齐以前不排名、不封存。'] : []),
    ...subject.vetoes.map(({ text, reason }) =>
      trueMinus(`一票否决：${text}${reason === '' ? '' : `（${reason}）`}`),
    ),
  ];
}

function changeBlock(
  { before, folder }: SheetSource,
  subject: SubjectResult,
  words: Words,
  most: number,
): SheetBlock | undefined {
  if (!before) return undefined;
  const old = before.subjects.find(({ code }) => code === subject.code);
  const title = `与${periodLabel(before.period)}相比`;
  if (!old || old.notAssessed !== undefined || subject.notAssessed !== undefined) {
    return { title, lines: ['有一期没有参加考核，无从比较。'] };
  }
  const hidden = hiddenGrounds(folder.book, 'paper');
  const changes = changesBetween({ ...old, tree: maskedLine(old.tree, hidden) }, subject);
  const rest = changes.slice(most);
  const sum = rest.reduce((total, { changeMilli }) => total + changeMilli, 0);
  const [was, now] = [old, subject].map(({ totalMilli }) => words.points(totalMilli));
  const change = words.signed(subject.totalMilli - old.totalMilli);
  return {
    title: `${title}：${was} → ${now}（${change}）`,
    lines: [
      ...changes.slice(0, most).map((item) => changeText(item, words)),
      ...(rest.length > 0 ? [`其余 ${rest.length} 处合计 ${words.signed(sum)}`] : []),
      ...(changes.length === 0 ? ['各条都没有变化。'] : []),
    ],
  };
}

function changeText({ code, label, changeMilli }: Change, words: Words): string {
  return `${code} ${shortText(label, 16)} ${words.signed(changeMilli)}`.trim();
}

const mostChances = 3;

function chanceBlock(
  { chances, folder, result, isAlone = false }: SheetSource,
  subject: SubjectResult,
  words: Words,
  most: number,
): SheetBlock | undefined {
  const isPast = sealStateOf(folder.book, result).edition !== null;
  const compared = isAlone ? '' : '与上一名比；';
  const title = `${isPast ? '当时若能避免' : '若能避免'}（${compared}单独推算，不能相加）`;
  if (!chances) {
    return { title, lines: ['本次对象和事实较多，没有逐条推算，可以用 explain 单独看。'] };
  }
  const found = chances(subject);
  if (found.length === 0) return undefined;
  const rest = found.length - most;
  return {
    title,
    lines: [
      ...found
        .slice(0, most)
        .map((item) => chanceText(isAlone ? { ...item, previous: undefined } : item, words)),
      ...(rest > 0 ? [`另有 ${rest} 条，都不比以上多`] : []),
    ],
  };
}

type Told = Omit<Counterfactual, 'previous'> & {
  readonly previous?: Counterfactual['previous'] | undefined;
};

function chanceText(chance: Told, words: Words): string {
  const { factId, clause, matter, supposed, dueOn, gainMilli, previous } = chance;
  const fact = words.teller.fact(factId);
  const told = fact ? words.teller.happened(fact) : factId;
  const day = dueOn === undefined ? '' : `${chineseDate(dueOn)}前`;
  const what = {
    notHappened: `没有发生“${shortText(told, 16)}”（${clause}）`,
    putRight: `${matter ?? factId} 在 ${day}整改完（${clause}）`,
    inTime: `“${shortText(told, 16)}”在期限 ${day}办结（${clause}）`,
  }[supposed];
  const head = `${what}：少扣 ${words.points(gainMilli)}`;
  if (!previous) return head;
  const { afterMilli } = previous;
  if (afterMilli === 0) return `${head}，追平`;
  const size = words.points(Math.abs(afterMilli));
  return `${head}，${afterMilli < 0 ? '反超' : '还差'} ${size}`;
}

function rankBlock(
  { folder, result, isAlone = false }: SheetSource,
  subject: SubjectResult,
  words: Words,
): SheetBlock | undefined {
  const { grade, prizeReason } = subject;
  const ahead = isAlone ? undefined : aheadOf(result, folder.scheme, subject);
  const isPersonal = folder.scheme.subject.kind === 'person';
  const lines = [
    ...(ahead ? [aheadText(ahead, isPersonal, words)] : []),
    ...grade.reasons.map((reason) => trueMinus(`等次：${reason}`)),
    ...(prizeReason === undefined ? [] : [trueMinus(`奖项：${prizeReason}`)]),
  ];
  return lines.length === 0 ? undefined : { title: '名次和等次', lines };
}

function aheadText({ subject, gapMilli, by }: Ahead, isPersonal: boolean, words: Words): string {
  const gap = `差 ${words.points(gapMilli)} 分`;
  if (isPersonal) return `与上一名（第 ${subject.rank} 名）${gap}。`;
  const where = by
    .slice(0, 2)
    .map(({ code, name, milli }) => `“${code} ${name}”少 ${words.points(milli)}`);
  const sentence = `与第 ${subject.rank} 名${subject.name}（${words.points(subject.totalMilli)}）${gap}`;
  return where.length === 0 ? `${sentence}。` : `${sentence}，主要是${where.join('、')}。`;
}
