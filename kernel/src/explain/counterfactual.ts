/**
 * What a deduction cost: the result without one fact, or with a rectification by the day that was
 * set, and what that would do to the gap to the next subject above.
 */

import type { Book, Fact } from '../book/book.ts';
import type { AssessOptions } from '../evaluate/assess.ts';
import type { Assessment, Line, SubjectResult } from '../evaluate/assessment.ts';
import { dayOf } from '../evaluate/ledger-view.ts';
import { circleOf } from '../grade/shared.ts';
import type { Milli } from '../number/points.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Condition } from '../scheme/quantity.ts';
import { listOf } from '../scheme/shapes.ts';
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

export interface Counterfactual {
  /** The fact that deducts, and the clause under which it does. */
  readonly factId: string;
  readonly clause: string;
  readonly matter?: string;
  /** The day set for putting it right, where a reminder set one. */
  readonly dueOn?: IsoDate;
  /** How much higher the total would be; always positive. */
  readonly gainMilli: Milli;
  readonly totalMilli: Milli;
  readonly previous?: Gap;
  readonly sentence: string;
}

interface Case {
  readonly fact: Fact;
  readonly clause: Clause;
  readonly reminder?: { readonly dueOn: IsoDate; readonly done?: string };
}

/**
 * For each fact that took points from a subject, how many points it took, largest first. Where a
 * reminder in the same matter set a day, the question is what rectification by that day would have
 * saved: with a kind of fact that proves it, the book with such a fact; without one, the book
 * without the lapse. Clauses over quantities (a rate, a minimum) are not asked: without their
 * facts there is nothing to work out. Facts whose removal leaves the total provisional are left out.
 */
export function counterfactuals(
  book: Book,
  options: AssessOptions,
  assess: Assess,
  subject: string,
): Counterfactual[] {
  const base = assess(book, options);
  const scheme = schemeOf(book, base);
  const own = resultOf(base, subject);
  if (!scheme || !own) return [];
  const previous = previousOf(base, own, scheme.ranking?.within);
  const found = casesOf(book, clausesOf(scheme), own).flatMap((item) => {
    const replayed = replay(book, options, assess, item);
    const now = resultOf(replayed, subject);
    if (!now || (now.provisional && !own.provisional)) return [];
    const gainMilli = (now.totalMilli - own.totalMilli) as Milli;
    if (gainMilli <= 0) return [];
    const gap = previous && gapOf(own, previous, now, resultOf(replayed, previous.code));
    return [
      {
        factId: item.fact.id,
        clause: item.clause.code,
        ...(item.fact.matter === undefined ? {} : { matter: item.fact.matter }),
        ...(item.reminder ? { dueOn: item.reminder.dueOn } : {}),
        gainMilli,
        totalMilli: now.totalMilli,
        ...(gap ? { previous: gap } : {}),
        sentence: sentenceOf(item, gainMilli, gap),
      },
    ];
  });
  return found.sort((a, b) => b.gainMilli - a.gainMilli || (a.factId < b.factId ? -1 : 1));
}

/** The facts heard by clauses whose entries deduct, each once, under its heaviest entry. */
function casesOf(book: Book, clauses: ReadonlyMap<string, Clause>, subject: SubjectResult): Case[] {
  const facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  const entries = [...linesBelow(subject.tree)].filter(isDeduction);
  const cases = new Map<string, Case>();
  for (const entry of entries.sort((a, b) => a.milli - b.milli)) {
    const clause = clauses.get(entry.code);
    const named = entry.factIds.flatMap((id) => facts.get(id) ?? []);
    const fact = named.find((item) => listOf(clause?.on).includes(item.kind));
    if (!clause || !fact || cases.has(fact.id)) continue;
    const reminder = reminderOf(clause, fact, named);
    cases.set(fact.id, { fact, clause, ...(reminder ? { reminder } : {}) });
  }
  return [...cases.values()];
}

function isDeduction(line: Line): boolean {
  return line.kind === 'entry' && line.milli < 0;
}

/** The day that a reminder set, where the entry rests on one that was not kept. */
function reminderOf(clause: Clause, fact: Fact, named: readonly Fact[]): Case['reminder'] {
  const modifiers = [...(clause.factor ?? []), ...(clause.extra ?? [])];
  for (const { notDoneBy, kind, done } of modifiers.flatMap((item) => companionsIn(item.when))) {
    const reminder = named.find(
      (other) =>
        other !== fact && other.matter === fact.matter && listOf(kind).includes(other.kind),
    );
    const dueOn = notDoneBy === undefined ? undefined : reminder?.values[notDoneBy];
    if (isIsoDate(dueOn)) return { dueOn, ...(done === undefined ? {} : { done }) };
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
  { fact, reminder }: Case,
): Assessment {
  if (!reminder?.done) return assess(book, leavingOut(options, { facts: [fact.id] }));
  const { reverses: _, countsIn: __, ...heard } = fact;
  const rectified: Fact = {
    ...heard,
    id: `${fact.id}#rectified`,
    kind: reminder.done,
    form: 'event',
    on: reminder.dueOn,
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

function sentenceOf(item: Case, gain: Milli, gap: Gap | undefined): string {
  const { fact, reminder } = item;
  const day = dayOf(fact);
  const note = [day ? chineseDate(day) : '', fact.note ?? ''].filter(Boolean).join(' ');
  const [what, then] = reminder
    ? [`若 ${fact.matter} 于 ${chineseDate(reminder.dueOn)}前整改完成`, '整改后']
    : [`若没有事实 ${fact.id}${note === '' ? '' : `（${note}）`}`, '不扣则'];
  const head = `${what}，可少扣 ${pointsText(gain)} 分`;
  if (!gap) return `${head}。`;
  const ahead = `与上一名${gap.name}（${pointsText(gap.totalMilli)}）差 ${pointsText(gap.beforeMilli)} 分`;
  return `${head}；${ahead}，${then}${outcome(gap.afterMilli)}。`;
}

function outcome(afterMilli: Milli): string {
  if (afterMilli === 0) return '追平';
  const size = pointsText(Math.abs(afterMilli) as Milli);
  return afterMilli < 0 ? `反超 ${size} 分` : `还差 ${size} 分`;
}
