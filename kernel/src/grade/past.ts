/** What earlier periods left behind: live facts of each subject, and results by line and period. */

import type { Fact } from '../book/book.ts';
import { fieldText } from '../evaluate/fields.ts';
import { type LedgerView, upToPeriod } from '../evaluate/ledger-view.ts';
import { parseExact, type Rational } from '../number/rational.ts';
import type { PeriodId } from '../time/periods.ts';

/** The result of one subject in one period of a line; a missing grade means that none was given. */
export interface Term {
  readonly period: PeriodId;
  /** The grade that stands, after history. */
  readonly grade?: string;
  /** The grade before history. */
  readonly computed?: string;
  readonly total?: Rational;
  readonly full?: Rational;
  readonly rank?: Rational;
  /** How many were ranked in the subject's circle. */
  readonly ranked?: Rational;
  readonly notAssessed: boolean;
  readonly factIds: readonly string[];
}

export interface Past {
  /** Facts about the subject itself that count by the period being assessed, by day. */
  factsOf(subject: string): readonly Fact[];
  /** The latest edition of each period. */
  termsOf(subject: string, line: string): ReadonlyMap<PeriodId, Term>;
  /** True for a fact that counts in the period being assessed; the others counted before. */
  isNew(fact: Fact): boolean;
}

/** States of a result fact that come without a grade. */
const gradeless = new Set(['noGrade', 'commentOnly', 'notAssessed', 'pending', 'none']);

/** Reads what the ledger of the line knows in the period; later reversals change nothing in it. */
export function readPast(view: LedgerView, period: PeriodId): Past {
  const facts = new Map<string, Fact[]>();
  const terms = new Map<string, Map<PeriodId, Term>>();
  const countsBy = (id: string) => {
    const counting = view.counting.get(id);
    return counting !== undefined && upToPeriod(counting.period, period);
  };
  for (const fact of view.facts) {
    const reversal = view.reversals.get(fact.id);
    if (reversal && countsBy(reversal.id)) continue;
    for (const subject of subjectsOf(fact)) {
      if (fact.form === 'result') addTerm(terms, subject, fact);
      else if (countsBy(fact.id)) push(facts, subject, fact);
    }
  }
  return {
    factsOf: (subject) => facts.get(subject) ?? [],
    termsOf: (subject, line) => terms.get(termKey(subject, line)) ?? new Map(),
    isNew: (fact) => view.counting.get(fact.id)?.period === period,
  };
}

function addTerm(terms: Map<string, Map<PeriodId, Term>>, subject: string, fact: Fact): void {
  if (fact.period === undefined) return;
  const key = termKey(subject, fieldText(fact.values.line) ?? '');
  const line = terms.get(key) ?? new Map<PeriodId, Term>();
  line.set(fact.period, termOf(fact, fact.period));
  terms.set(key, line);
}

function termOf(fact: Fact, period: PeriodId): Term {
  const { values } = fact;
  const state = fieldText(values.state) ?? '';
  const grade = gradeless.has(state) ? undefined : fieldText(values.grade) || undefined;
  return {
    period,
    grade,
    computed: gradeless.has(state) ? undefined : (fieldText(values.computedGrade) ?? grade),
    total: parseExact(fieldText(values.total) ?? ''),
    full: parseExact(fieldText(values.full) ?? ''),
    rank: parseExact(fieldText(values.rank) ?? ''),
    ranked: parseExact(fieldText(values.subjects) ?? ''),
    notAssessed: state === 'notAssessed',
    factIds: [fact.id],
  };
}

function subjectsOf(fact: Fact): string[] {
  return [...new Set(fact.about.flatMap(({ subject, as }) => (as === '' ? [subject] : [])))];
}

function termKey(subject: string, line: string): string {
  return JSON.stringify([subject, line]);
}

function push(lists: Map<string, Fact[]>, key: string, fact: Fact): void {
  const list = lists.get(key);
  if (list) list.push(fact);
  else lists.set(key, [fact]);
}
