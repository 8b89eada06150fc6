/**
 * Rules over several periods: so many results in a row or in all. A rule looks at the results that
 * end in the period being assessed and counts back from them, so it speaks once per period.
 */

import type { Fact } from '../book/book.ts';
import { dayOf } from '../evaluate/ledger-view.ts';
import { fromMilli } from '../number/points.ts';
import { compare, exact, toExactText } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Sequence } from '../scheme/result-use.ts';
import { listOf } from '../scheme/shapes.ts';
import {
  comparePeriods,
  firstDay,
  lastDay,
  type PeriodId,
  periodLabel,
  periodOf,
  previousPeriod,
  unitOf,
} from '../time/periods.ts';
import { eventsFound } from './events.ts';
import type { OwnResult } from './own-result.ts';
import type { Past, Term } from './past.ts';

type Results = NonNullable<Sequence['results']>;

/** One subject at the end of the period, with what its past says. */
export interface HistoryInput {
  readonly subject: string;
  readonly line: string;
  readonly period: PeriodId;
  /** Grades of the scheme, best first. */
  readonly order: readonly string[];
  readonly past: Past;
  /** The result that is being made; `grade` before history. */
  readonly own: OwnResult & { readonly notAssessed?: boolean };
  /** What a body decided for this period: no rule changes it, and the rules read it. */
  readonly decided?: { readonly grade: string | undefined };
  readonly sequences: readonly Sequence[];
  /** Whether a fact passes the tests of `where`. */
  readonly passes: (where: NonNullable<Sequence['events']>['where'], fact: Fact) => boolean;
}

/** Why an outcome is proposed. */
export interface Raised {
  readonly outcome: string;
  readonly reason: string;
  readonly factIds: readonly string[];
}

export interface HistoryResult {
  /** The grade after all rules, in the order written. */
  readonly effective?: string;
  readonly reasons: readonly string[];
  readonly raised: readonly Raised[];
}

/** Applies the rules in order; a grade that one rule sets is read by those after it. */
export function applySequences(input: HistoryInput): HistoryResult {
  const { decided } = input;
  let effective = decided ? decided.grade : input.own.grade;
  const reasons: string[] = [];
  const raised: Raised[] = [];
  for (const rule of input.sequences) {
    const found = rule.results
      ? resultsFound(rule.results, input, effective)
      : eventsFound(rule.events!, input);
    if (!found) continue;
    const reason = `“${rule.text}”：${found.sentence}`;
    const { setGrade, propose } = rule.then;
    if (setGrade !== undefined && effective !== undefined && !decided) {
      effective = setGrade;
      reasons.push(`${reason}，定为${setGrade}`);
    }
    for (const outcome of propose ?? []) raised.push({ outcome, reason, factIds: found.factIds });
  }
  return { effective, reasons, raised };
}

/**
 * For each rule over results, how many in a row match, counted back from the period being assessed,
 * itself included; 0 when it does not match. Pay by the length of a streak reads this.
 */
export function streakLengths(input: HistoryInput, effective?: string): Record<string, number> {
  const lengths: Record<string, number> = {};
  for (const { code, results } of input.sequences) {
    if (!results) continue;
    const terms = termsUpTo(results, input, effective);
    const end = endsOf(terms, input.period).at(-1);
    lengths[code] = end === undefined ? 0 : streakBack(results, input, terms, end).length;
  }
  return lengths;
}

function resultsFound(
  rule: Results,
  input: HistoryInput,
  effective: string | undefined,
): { readonly sentence: string; readonly factIds: readonly string[] } | undefined {
  const terms = termsUpTo(rule, input, effective);
  const inRow = rule.consecutive ?? (rule.cumulative === undefined ? '1' : undefined);
  for (const end of endsOf(terms, input.period)) {
    const streak = streakBack(rule, input, terms, end);
    if (streak.length === 0) continue;
    const all = [...terms.values()].filter(
      (term) => term.period <= end && matches(rule, term, input) === true,
    );
    const enoughInRow = inRow === undefined || streak.length >= wholeOf(inRow);
    const enough = rule.cumulative === undefined || all.length >= wholeOf(rule.cumulative);
    if (!enoughInRow || !enough) continue;
    const counted = rule.cumulative === undefined ? streak.slice(-wholeOf(inRow ?? '1')) : all;
    const said = counted.map((term) => `${periodLabel(term.period)}${saying(rule, term)}`);
    const how = rule.cumulative === undefined ? '' : `，累计 ${all.length} 次`;
    return {
      sentence: `${said.join('、')}${how}`,
      factIds: counted.flatMap(({ factIds }) => factIds),
    };
  }
  return undefined;
}

/** The line's results up to this period, oldest first, with the one being made as the last. */
function termsUpTo(
  rule: Results,
  input: HistoryInput,
  effective: string | undefined,
): Map<PeriodId, Term> {
  const { period, own } = input;
  const isOwnLine = rule.line === input.line;
  const stored = [...input.past.termsOf(input.subject, rule.line).values()]
    .filter((term) => lastDay(term.period) <= lastDay(period))
    .sort((a, b) => comparePeriods(a.period, b.period));
  const unit = unitOf(isOwnLine ? period : (stored.at(-1)?.period ?? period));
  const terms = stored.filter((term) => unitOf(term.period) === unit);
  if (isOwnLine) {
    terms.push({
      period,
      grade: effective,
      computed: own.grade,
      total: own.totalMilli === undefined ? undefined : fromMilli(own.totalMilli),
      rank: own.rank === undefined ? undefined : exact(`${own.rank}`),
      ranked: own.ranked === undefined ? undefined : exact(`${own.ranked}`),
      notAssessed: own.notAssessed ?? false,
      factIds: [],
    });
  }
  return new Map(terms.map((term) => [term.period, term]));
}

/** The periods of the line that end within the period being assessed. */
function endsOf(terms: ReadonlyMap<PeriodId, Term>, period: PeriodId): PeriodId[] {
  return [...terms.keys()].filter(
    (key) => lastDay(key) >= firstDay(period) && lastDay(key) <= lastDay(period),
  );
}

/** The matching results in a row that end with `end`, oldest first. */
function streakBack(
  rule: Results,
  input: HistoryInput,
  terms: ReadonlyMap<PeriodId, Term>,
  end: PeriodId,
): Term[] {
  const [earliest = end] = terms.keys();
  const streak: Term[] = [];
  for (let period = end; ; period = previousPeriod(period)) {
    const term = terms.get(period);
    const answer = term ? matches(rule, term, input) : undefined;
    if (answer === true) streak.unshift(term!);
    else if (answer === false || period === end || rule.gap !== 'skip') break;
    if (period <= earliest) break;
  }
  return streak;
}

/** `undefined` where the result has nothing to compare: that is a gap. */
function matches(rule: Results, term: Term, input: HistoryInput): boolean | undefined {
  const { match } = rule;
  if (term.notAssessed) return undefined;
  if ('grades' in match) {
    const grade = rule.reads === 'computed' ? term.computed : term.grade;
    return grade === undefined ? undefined : isGrade(grade, match.grades, input.order);
  }
  if ('last' in match) {
    const { rank, ranked, total } = term;
    if (!rank || !ranked || !total) return undefined;
    const below = match.last.totalBelow;
    return compare(rank, ranked) === 0 && (below === undefined || compare(total, exact(below)) < 0);
  }
  if ('totals' in match) {
    const { atLeast, below } = match.totals;
    if (!term.total) return undefined;
    return (
      (atLeast === undefined || compare(term.total, exact(atLeast)) >= 0) &&
      (below === undefined || compare(term.total, exact(below)) < 0)
    );
  }
  const kinds = listOf(match.noFacts.kind);
  return !input.past.factsOf(input.subject).some((fact) => {
    const day = dayOf(fact);
    if (day === undefined || !kinds.includes(fact.kind)) return false;
    return periodOf(day, unitOf(term.period)) === term.period;
  });
}

function isGrade(
  grade: string,
  { are, orWorse }: { readonly are: readonly string[]; readonly orWorse?: boolean },
  order: readonly string[],
): boolean {
  if (are.includes(grade)) return true;
  const place = order.indexOf(grade);
  return orWorse === true && are.some((one) => order.includes(one) && order.indexOf(one) < place);
}

function saying(rule: Results, term: Term): string {
  const { match } = rule;
  if ('grades' in match) return (rule.reads === 'computed' ? term.computed : term.grade) ?? '';
  if ('noFacts' in match) return '无此类事实';
  const total = term.total ? `得分 ${toExactText(term.total)} 分` : '';
  return 'last' in match ? `末位（${total}）` : total;
}
