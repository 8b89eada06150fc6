/**
 * What may follow from a result. Nothing here happens by itself: every outcome is a proposal to the
 * competent body, and for a person of a class that the outcome does not list there is none.
 */

import type { Proposal } from '../evaluate/assessment.ts';
import type { Truth } from '../evaluate/reader.ts';
import type { Condition } from '../scheme/quantity.ts';
import type { Outcome } from '../scheme/result-use.ts';
import { type PeriodId, periodLabel } from '../time/periods.ts';
import type { Raised } from './history.ts';

/** One subject with its settled result. */
interface OutcomeInput {
  readonly outcomes: readonly Outcome[];
  /** The person's class; units have none. */
  readonly class?: string;
  readonly period: PeriodId;
  /** Earlier periods of the line with a result, oldest first: a withholding may still stand. */
  readonly earlier: readonly PeriodId[];
  /** What sequences propose. */
  readonly raised: readonly Raised[];
  /** Outcomes that some sequence names: for them `when` only adds a condition. */
  readonly bySequence: ReadonlySet<string>;
  /** Asks as of a period, with the result of that period as the subject's own. */
  readonly ask: (condition: Condition, period: PeriodId) => Truth;
}

interface Ground {
  readonly reason: string;
  readonly factIds: readonly string[];
  /** The ground for letting go what was withheld. */
  readonly release?: boolean;
}

/** The proposals for one subject, in the order of the scheme; at most one for each outcome. */
export function proposeOutcomes(input: OutcomeInput): Proposal[] {
  return input.outcomes.flatMap((outcome) => {
    if (outcome.classes && !(input.class && outcome.classes.includes(input.class))) return [];
    const grounds = outcome.releaseWhen
      ? withheldGrounds(outcome, outcome.releaseWhen, input)
      : groundsIn(outcome, input.period, input);
    return grounds.length > 0 ? [proposal(outcome, grounds)] : [];
  });
}

function groundsIn(outcome: Outcome, period: PeriodId, input: OutcomeInput): Ground[] {
  const truth = outcome.when && input.ask(outcome.when, period);
  if (!input.bySequence.has(outcome.code)) return truth?.holds ? [truth] : [];
  const raised = input.raised.filter((item) => item.outcome === outcome.code);
  if (period !== input.period || raised.length === 0) return [];
  if (!truth) return raised;
  return truth.holds ? [...raised, truth] : [];
}

/**
 * Walks the line's periods up to this one: withheld from the period in which the condition held
 * until the release holds. What was released earlier gives nothing now.
 */
function withheldGrounds(outcome: Outcome, releaseWhen: Condition, input: OutcomeInput): Ground[] {
  let standing: readonly Ground[] = [];
  for (const period of [...input.earlier, input.period]) {
    const isNow = period === input.period;
    const fresh = groundsIn(outcome, period, input);
    if (fresh.length > 0) {
      const since = isNow ? '' : `${periodLabel(period)}`;
      standing = fresh.map(({ reason, factIds }) => ({ reason: `${since}${reason}`, factIds }));
    }
    if (standing.length === 0) continue;
    const release = input.ask(releaseWhen, period);
    if (!release.holds) continue;
    if (isNow) return [...standing, { ...release, release: true }];
    standing = [];
  }
  return [...standing];
}

function proposal(outcome: Outcome, grounds: readonly Ground[]): Proposal {
  const released = grounds.some(({ release }) => release);
  const reason = [...new Set(grounds.map((ground) => ground.reason))].join('；');
  return {
    code: outcome.code,
    name: released ? `解除：${outcome.name}` : outcome.name,
    kind: released ? 'release' : outcome.kind,
    reason: released ? `${reason}，建议解除` : reason,
    body: outcome.body,
    basis: outcome.basis,
    procedure: outcome.procedure,
    papers: outcome.papers ?? [],
    factIds: [...new Set(grounds.flatMap(({ factIds }) => factIds))],
  };
}
