/**
 * The facts as one scheme line sees them: each id once, reversals matched, and for every fact the
 * period in which it counts. Input order never matters; canonical order is (day, seq, id).
 */

import type { Book, Fact, Seal } from '../book/book.ts';
import { grouped } from '../grouped.ts';
import { ownOf } from '../scheme/shapes.ts';
import type { IsoDate } from '../time/dates.ts';
import {
  comparePeriods,
  lastDay,
  nextPeriod,
  type PeriodId,
  type PeriodUnit,
  periodOf,
} from '../time/periods.ts';
import type { Notice } from './assessment.ts';

/** Where a fact counts. `pastSpan` means that its own year was sealed when it became known. */
interface Counting {
  readonly period: PeriodId;
  readonly pastSpan: boolean;
}

export interface LedgerView {
  /** Facts that may count, without reversals, in canonical order. */
  readonly facts: readonly Fact[];
  readonly byKind: ReadonlyMap<string, readonly Fact[]>;
  readonly byMatter: ReadonlyMap<string, readonly Fact[]>;
  /** The valid reversal of a fact, by the id of the fact reversed. */
  readonly reversals: ReadonlyMap<string, Fact>;
  readonly counting: ReadonlyMap<string, Counting>;
  readonly notices: readonly Notice[];
}

/** The day on which a fact stands: its day, or the last day of its period. */
export function dayOf(fact: Fact): IsoDate | undefined {
  return fact.on ?? (fact.period === undefined ? undefined : lastDay(fact.period));
}

/** Builds the view of the facts known by `upTo` and dated on or before `asOf`. */
export function viewLedger(
  book: Book,
  options: {
    line: string;
    unit: PeriodUnit;
    asOf: IsoDate;
    upTo: number;
    without?: ReadonlySet<string> | undefined;
    /** Former names of fact kinds with the present one. */
    renamed?: ReadonlyMap<string, string> | undefined;
  },
): LedgerView {
  const notices: Notice[] = [];
  const { unique, later } = uniqueFacts(book.facts, options, notices);
  const known = unique.map((fact) => {
    const present = options.renamed?.get(fact.kind);
    return present === undefined ? fact : { ...fact, kind: present };
  });
  const seals = book.seals.filter((seal) => seal.line === options.line);
  const facts = known.filter((fact) => fact.reverses === undefined);
  const counting = new Map<string, Counting>();
  for (const fact of facts) {
    const day = dayOf(fact);
    if (day) {
      const own = periodOf(day, options.unit);
      counting.set(fact.id, countingPeriod(fact, own, options.line, seals));
    }
  }
  const reversals = matchReversals(known, counting, { ...options, seals, notices, later });
  return {
    facts,
    byKind: grouped(facts, (fact) => fact.kind),
    byMatter: grouped(
      facts.filter((fact) => fact.matter !== undefined),
      (fact) => fact.matter ?? '',
    ),
    reversals,
    counting,
    notices,
  };
}

/**
 * The period of `line` in which a fact counts when it is posted: its own, which for a reversal is
 * that of the fact reversed, or the next one that is still open. The ledger stores the answer; files
 * derive it from the seals.
 */
function countingPeriod(fact: Fact, own: PeriodId, line: string, seals: readonly Seal[]): Counting {
  const stored = ownOf(fact.countsIn, line);
  let period = stored ?? own;
  // A signature or a decided cell speaks for its own period; moved on, it would pass for the next's.
  const stays = stored !== undefined || fact.form === 'checked' || fact.form === 'missing';
  while (!stays && isSealedBefore(seals, period, fact.seq)) {
    period = nextPeriod(period);
  }
  return { period, pastSpan: period.slice(0, 4) !== own.slice(0, 4) };
}

function isSealedBefore(seals: readonly Seal[], period: PeriodId, seq: number): boolean {
  return seals.some((seal) => seal.period === period && seal.atSeq < seq);
}

function uniqueFacts(
  facts: readonly Fact[],
  options: { asOf: IsoDate; upTo: number; without?: ReadonlySet<string> | undefined },
  notices: Notice[],
): { readonly unique: Fact[]; readonly later: ReadonlySet<string> } {
  const posted = new Set<string>();
  const later = new Set<string>();
  const unique: Fact[] = [];
  for (const fact of [...facts].sort((a, b) => a.seq - b.seq || canonical(a, b))) {
    if (fact.seq > options.upTo || options.without?.has(fact.id)) continue;
    if (posted.has(fact.id)) {
      const sentence = `事实 ${fact.id} 重复登记，只计一次，以先登记的为准。`;
      notices.push({ code: 'fact-duplicate', sentence, factIds: [fact.id] });
      continue;
    }
    posted.add(fact.id);
    // A reversal works from when it became known; the day written on it decides nothing.
    if (fact.reverses === undefined && fact.on !== undefined && fact.on > options.asOf) {
      const sentence = `事实 ${fact.id} 发生在 ${fact.on}，晚于计分日 ${options.asOf}，本次不计。`;
      notices.push({ code: 'fact-after-as-of', sentence, factIds: [fact.id] });
      later.add(fact.id);
    } else {
      unique.push(fact);
    }
  }
  return { unique: unique.sort(canonical), later };
}

function matchReversals(
  known: readonly Fact[],
  counting: Map<string, Counting>,
  options: {
    line: string;
    seals: readonly Seal[];
    notices: Notice[];
    /** Facts that lie after the day of the assessment: what reverses them has nothing to do yet. */
    later: ReadonlySet<string>;
  },
): Map<string, Fact> {
  const byId = new Map(known.map((fact) => [fact.id, fact]));
  const reversals = new Map<string, Fact>();
  const ordered = known.filter((fact) => fact.reverses !== undefined);
  for (const reversal of ordered.sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1))) {
    const target = byId.get(reversal.reverses ?? '');
    if (options.later.has(reversal.reverses ?? '')) continue;
    const problem = reversalProblem(reversal, target, reversals);
    if (problem || !target) {
      const sentence = problem ?? '';
      options.notices.push({ code: 'reversal-invalid', sentence, factIds: [reversal.id] });
      continue;
    }
    reversals.set(target.id, reversal);
    const own = counting.get(target.id);
    if (own)
      counting.set(reversal.id, countingPeriod(reversal, own.period, options.line, options.seals));
    const sentence = `事实 ${target.id} 已由 ${reversal.id} 更正，原记录保留可查。`;
    options.notices.push({ code: 'fact-reversed', sentence, factIds: [target.id, reversal.id] });
  }
  return reversals;
}

function reversalProblem(
  reversal: Fact,
  target: Fact | undefined,
  reversals: ReadonlyMap<string, Fact>,
): string | undefined {
  const id = reversal.reverses;
  if (!target) return `更正 ${reversal.id} 所指的事实 ${id} 不存在，没有更正任何记录，请核对编号。`;
  if (target.reverses !== undefined)
    return `更正 ${reversal.id} 所指的 ${id} 本身是一条更正，更正不能再更正，请另记新事实。`;
  const earlier = reversals.get(target.id);
  if (earlier) return `事实 ${id} 已由 ${earlier.id} 更正过一次，${reversal.id} 不再生效。`;
  return undefined;
}

/** (day, seq, id): the one order in which facts are read. */
export function canonical(a: Fact, b: Fact): number {
  const [dayA, dayB] = [dayOf(a) ?? '', dayOf(b) ?? ''];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** True when `a` is the same period as `b` or an earlier one. */
export function upToPeriod(a: PeriodId, b: PeriodId): boolean {
  return comparePeriods(a, b) <= 0;
}
