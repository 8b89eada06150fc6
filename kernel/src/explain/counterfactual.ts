/**
 * What a deduction cost: the result had one thing not happened, been put right by the day that was
 * set, or been done in time, and what that would do to the gap to the next subject above.
 */

import type { Book, Fact } from '../book/book.ts';
import type { AssessOptions } from '../evaluate/assess.ts';
import type { Assessment, Line, SubjectResult } from '../evaluate/assessment.ts';
import { dueDayOf } from '../evaluate/deadline.ts';
import { dayOf } from '../evaluate/ledger-view.ts';
import { circleOf } from '../grade/shared.ts';
import type { Milli } from '../number/points.ts';
import { exact, signOf, zero } from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Condition } from '../scheme/quantity.ts';
import { listOf, only } from '../scheme/shapes.ts';
import { chineseDate, type IsoDate, isIsoDate } from '../time/dates.ts';
import { linesBelow, resultOf } from './lines.ts';
import { type Assess, clausesOf, isRankable, leavingOut, schemeOf } from './replay.ts';
import { pointsText } from './words.ts';

/** The next subject above, and by how much it is ahead; a negative gap is an overtaking. */
interface Gap {
  readonly code: string;
  readonly name: string;
  readonly totalMilli: Milli;
  readonly beforeMilli: Milli;
  readonly afterMilli: Milli;
}

type Supposed = 'notHappened' | 'putRight' | 'inTime';

export interface Counterfactual {
  /** The fact that deducts, and the clause under which it does. */
  readonly factId: string;
  readonly clause: string;
  readonly matter?: string;
  /** What is supposed: it did not happen, was put right as reminded, or was done in time. */
  readonly supposed: Supposed;
  /** The day set for putting it right by a reminder, or for doing it by a deadline. */
  readonly dueOn?: IsoDate;
  /** How much higher the total would be; always positive. */
  readonly gainMilli: Milli;
  readonly totalMilli: Milli;
  readonly previous?: Gap;
  /** What is supposed and what it would save, with nobody else in it. */
  readonly alone: string;
  /** The same, with the gap to the next subject above. */
  readonly sentence: string;
}

/** How it is told. */
export interface CounterfactualWords {
  /** Decimals of points; default 3. */
  readonly decimals?: number;
}

interface Case {
  readonly fact: Fact;
  readonly clause: Clause;
  readonly supposed: Supposed;
  readonly dueOn?: IsoDate;
  /** The kind of fact that proves that it was put right. */
  readonly done?: string;
}

/**
 * For each fact that took points from a subject, how many points it took, largest first. Where a
 * reminder in the same matter set a day, the question is what rectification by that day would have
 * saved: with a kind of fact that proves it, the book with such a fact; without one, the book
 * without the lapse. Where a clause sets a deadline, it is what the same fact done on the last day
 * would give. What was measured or reported (a rate, a minimum, a report) is not asked about: that
 * it had not been reported is nobody's aim. Facts whose removal leaves the total provisional are
 * left out.
 */
export function counterfactuals(
  book: Book,
  options: AssessOptions,
  assess: Assess,
  subject: string,
  { decimals = 3 }: CounterfactualWords = {},
): Counterfactual[] {
  const base = assess(book, options);
  const scheme = schemeOf(book, base);
  const own = resultOf(base, subject);
  if (!scheme || !own) return [];
  const previous = previousOf(base, own, scheme.ranking?.within);
  const isSealed = book.seals.some(
    (seal) => seal.line === base.line && seal.period === base.period,
  );
  const found = casesOf(book, options, clausesOf(scheme), own).flatMap((item) => {
    const replayed = replay(book, options, assess, item);
    const now = resultOf(replayed, subject);
    if (!now || (now.provisional && !own.provisional)) return [];
    const gainMilli = (now.totalMilli - own.totalMilli) as Milli;
    if (gainMilli <= 0) return [];
    const gap = previous && gapOf(own, previous, now, resultOf(replayed, previous.code));
    const told = { item, gainMilli, decimals, isSealed };
    return [
      {
        factId: item.fact.id,
        clause: item.clause.code,
        ...(item.fact.matter === undefined ? {} : { matter: item.fact.matter }),
        supposed: item.supposed,
        ...(item.dueOn === undefined ? {} : { dueOn: item.dueOn }),
        gainMilli,
        totalMilli: now.totalMilli,
        ...(gap ? { previous: gap } : {}),
        alone: sentenceOf(told, undefined),
        sentence: sentenceOf(told, gap),
      },
    ];
  });
  return found.sort((a, b) => b.gainMilli - a.gainMilli || (a.factId < b.factId ? -1 : 1));
}

/** The facts heard by clauses whose entries deduct, each once, under its heaviest entry. */
function casesOf(
  book: Book,
  options: AssessOptions,
  clauses: ReadonlyMap<string, Clause>,
  subject: SubjectResult,
): Case[] {
  const facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  const entries = [...linesBelow(subject.tree)].filter(isDeduction);
  const cases = new Map<string, Case | undefined>();
  for (const entry of entries.sort((a, b) => a.milli - b.milli)) {
    const clause = clauses.get(entry.code);
    const named = entry.factIds.flatMap((id) => facts.get(id) ?? []);
    const fact = named.find((item) => listOf(clause?.on).includes(item.kind));
    if (!clause || !fact || cases.has(fact.id)) continue;
    const supposition =
      reminderOf(clause, fact, named) ?? suppositionOf(book, options, clause, fact);
    cases.set(fact.id, supposition && { fact, clause, ...supposition });
  }
  return [...cases.values()].filter((item) => item !== undefined);
}

/** Rules that turn a figure into points, and forms that hold one: a better figure helps, not none. */
const figureRules = ['table', 'linear', 'ratio', 'shortfall'];
const figureForms: readonly Fact['form'][] = ['measure', 'status', 'judgement', 'tally'];

/** What may sensibly be supposed of a fact by itself; undefined where nothing may. */
function suppositionOf(
  { calendar }: Book,
  { period }: AssessOptions,
  { rule }: Clause,
  fact: Fact,
): Omit<Case, 'fact' | 'clause'> | undefined {
  if ('deadline' in rule) {
    const dueOn = dueDayOf(rule.deadline, { calendar, fact, year: period.slice(0, 4) });
    return dueOn && { supposed: 'inTime', dueOn };
  }
  if (figureForms.includes(fact.form) || figureRules.includes(only(rule)[0])) return undefined;
  return { supposed: 'notHappened' };
}

function isDeduction(line: Line): boolean {
  return line.kind === 'entry' && line.milli < 0;
}

/** The day that a reminder set, where the entry rests on one that was not kept. */
function reminderOf(
  clause: Clause,
  fact: Fact,
  named: readonly Fact[],
): Omit<Case, 'fact' | 'clause'> | undefined {
  const modifiers = [...(clause.factor ?? []), ...(clause.extra ?? [])];
  for (const { notDoneBy, kind, done } of modifiers.flatMap((item) => companionsIn(item.when))) {
    const reminder = named.find(
      (other) =>
        other !== fact && other.matter === fact.matter && listOf(kind).includes(other.kind),
    );
    const dueOn = notDoneBy === undefined ? undefined : reminder?.values[notDoneBy];
    if (!isIsoDate(dueOn)) continue;
    return { supposed: 'putRight', dueOn, ...(done === undefined ? {} : { done }) };
  }
  return undefined;
}

type Companion = Extract<Condition, { companion: unknown }>['companion'];

function companionsIn(condition: Condition): Companion[] {
  if ('companion' in condition) return [condition.companion];
  if ('not' in condition) return companionsIn(condition.not);
  if ('all' in condition) return condition.all.flatMap(companionsIn);
  return 'any' in condition ? condition.any.flatMap(companionsIn) : [];
}

function replay(
  book: Book,
  options: AssessOptions,
  assess: Assess,
  { fact, supposed, dueOn, done }: Case,
): Assessment {
  if (supposed === 'inTime' && dueOn !== undefined) {
    const inTime: Fact = { ...fact, values: { ...fact.values, done: dueOn } };
    const facts = book.facts.map((item) => (item.id === fact.id ? inTime : item));
    return assess({ ...book, facts }, options);
  }
  if (done === undefined) return assess(book, leavingOut(options, { facts: [fact.id] }));
  const { reverses: _, countsIn: __, ...heard } = fact;
  const rectified: Fact = {
    ...heard,
    id: `${fact.id}#rectified`,
    kind: done,
    form: 'event',
    on: dueOn,
    to: undefined,
  };
  return assess({ ...book, facts: [...book.facts, rectified] }, options);
}

/** The subject with the smallest total above one's own, in the same circle. */
function previousOf(
  base: Assessment,
  own: SubjectResult,
  within: 'group' | 'all' | undefined,
): SubjectResult | undefined {
  if (!isRankable(own)) return undefined;
  const above = base.subjects.filter(
    (other) =>
      isRankable(other) &&
      other.totalMilli > own.totalMilli &&
      circleOf(other, within) === circleOf(own, within),
  );
  return above.sort((a, b) => a.totalMilli - b.totalMilli || (a.code < b.code ? -1 : 1))[0];
}

function gapOf(
  own: SubjectResult,
  previous: SubjectResult,
  now: SubjectResult,
  previousNow: SubjectResult | undefined,
): Gap | undefined {
  if (!previousNow || !isRankable(previousNow)) return undefined;
  return {
    code: previous.code,
    name: previous.name,
    totalMilli: previous.totalMilli,
    beforeMilli: (previous.totalMilli - own.totalMilli) as Milli,
    afterMilli: (previousNow.totalMilli - now.totalMilli) as Milli,
  };
}

interface Told {
  readonly item: Case;
  readonly gainMilli: Milli;
  readonly decimals: number;
  readonly isSealed: boolean;
}

function sentenceOf(told: Told, gap: Gap | undefined): string {
  const { item, gainMilli, decimals } = told;
  const points = (milli: Milli) => pointsText(milli, decimals);
  const head = `${suppositionText(item)}，${gainWord(told)} ${points(gainMilli)} 分`;
  if (!gap) return `${head}。`;
  const ahead = `与上一名${gap.name}（${points(gap.totalMilli)}）差 ${points(gap.beforeMilli)} 分`;
  return `${head}；${ahead}，${thenWords[item.supposed]}${outcome(gap.afterMilli, points)}。`;
}

/** To be in time may give points besides, not only lose none; what was sealed cannot change. */
function gainWord({ item: { clause, supposed }, isSealed }: Told): string {
  const { rule } = clause;
  const bonus = 'deadline' in rule ? exact(rule.deadline.onTime ?? '0') : zero;
  const gives = supposed === 'inTime' && signOf(bonus) > 0;
  return `${isSealed ? '当时本可' : '可'}${gives ? '多得' : '少扣'}`;
}

const thenWords: Readonly<Record<Supposed, string>> = {
  notHappened: '不扣则',
  putRight: '整改后',
  inTime: '按期则',
};

function suppositionText({ fact, clause, supposed, dueOn }: Case): string {
  const by = dueOn === undefined ? '' : chineseDate(dueOn);
  if (supposed === 'putRight') return `若 ${fact.matter} 于 ${by}前整改完成`;
  const day = dayOf(fact);
  const told = [day ? chineseDate(day) : '', fact.note].filter(Boolean).join(' ');
  if (supposed === 'inTime') {
    const what = fact.note === undefined ? `事实 ${fact.id} 所记的事` : `“${fact.note}”`;
    return `若${what}在 ${by}（期限）前办结（${clause.code}）`;
  }
  const what = fact.note === undefined ? `事实 ${fact.id} ` : `“${told}”`;
  return `若没有发生${what}所记的事（${clause.code}）`;
}

function outcome(afterMilli: Milli, points: (milli: Milli) => string): string {
  if (afterMilli === 0) return '追平';
  const size = points(Math.abs(afterMilli) as Milli);
  return afterMilli < 0 ? `反超 ${size} 分` : `还差 ${size} 分`;
}
