/** How low and how high the points of a clause can go, as far as the rule alone tells. */

import {
  add,
  compare,
  exact,
  greatest,
  least,
  multiply,
  one,
  type Rational,
  signOf,
  zero,
} from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Quantity } from '../scheme/quantity.ts';
import type { Rule } from '../scheme/rule.ts';

/** The points of one subject in one period; an end that is not there has no bound. */
export interface Reach {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

/** The reach of a clause, its cap and floor included. */
export function reachOf(clause: Clause): Reach {
  const rule = ruleReach(clause.rule);
  const once = clause.on === undefined || takesOnce(clause.rule);
  const repeated = once ? rule : withoutEnd(rule);
  const stretched = (clause.factor ?? []).reduce(
    (reach, { times }) => stretch(reach, exact(times)),
    repeated,
  );
  const extended = (clause.extra ?? []).reduce(
    (reach, { add: points }) => span(reach, sumOf(reach, exact(points))),
    stretched,
  );
  return bounded(clause, extended);
}

/** True if the clause can add points. */
export function canGain(reach: Reach): boolean {
  return reach.high === undefined || signOf(reach.high) > 0;
}

/** True if the clause can take points away. */
export function canLose(reach: Reach): boolean {
  return reach.low === undefined || signOf(reach.low) < 0;
}

/** True for a share or rate: by itself never above one. */
export function isShare(quantity: Quantity): boolean {
  if (typeof quantity !== 'object') return false;
  return (
    'share' in quantity ||
    'votes' in quantity ||
    ('result' in quantity && quantity.result.value === 'rate')
  );
}

function ruleReach(rule: Rule): Reach {
  if ('count' in rule) return fromZero([rule.count.delta, rule.count.then ?? '0']);
  if ('choice' in rule) return fromZero(Object.values(rule.choice.options));
  if ('range' in rule) {
    const { from, to, or } = rule.range;
    return fromZero(or ? [from, to, or.from, or.to] : [from, to]);
  }
  if ('decision' in rule) {
    const { from, to } = rule.decision;
    return {
      low: from === undefined ? undefined : least(exact(from), zero),
      high: to === undefined ? undefined : greatest(exact(to), zero),
    };
  }
  if ('sampled' in rule) {
    return scaled(fromZero([rule.sampled.delta]), exact(rule.sampled.size));
  }
  if ('table' in rule) {
    const { rows, otherwise } = rule.table;
    const beyond = otherwise === undefined || otherwise === 'refuse' ? [] : [otherwise];
    return across([...rows.map(({ points }) => points), ...beyond]);
  }
  if ('linear' in rule) {
    const sign = signOf(exact(rule.linear.delta));
    const both = rule.linear.side === 'both';
    return endless({ down: sign < 0 || (both && sign > 0), up: sign > 0 || (both && sign < 0) });
  }
  if ('ratio' in rule) return ratioReach(rule.ratio);
  if ('shortfall' in rule) {
    const { once, delta } = rule.shortfall;
    return once === undefined ? endlessBy(delta ?? '0') : fromZero([once]);
  }
  if ('excess' in rule) {
    return span(endlessBy(rule.excess.delta), fromZero([rule.excess.atQuota ?? '0']));
  }
  if ('deadline' in rule) {
    const { onTime = '0', late = '0', perDay = '0' } = rule.deadline;
    return span(across([onTime, late]), endlessBy(perDay));
  }
  if ('award' in rule) return across([rule.award.then, rule.award.otherwise ?? '0']);
  return resultReach(rule);
}

function resultReach(rule: Rule): Reach {
  if ('import' in rule) {
    const { times, grades, ranks, otherwise = '0', value } = rule.import;
    if (times !== undefined) {
      return value === 'rate' ? fromZero([times]) : endlessBy(times);
    }
    return across([...Object.values(grades ?? ranks ?? {}), otherwise]);
  }
  if ('judges' in rule) {
    const { fullMark, times = '1' } = rule.judges;
    return fullMark === undefined
      ? endlessBy(times)
      : fromZero([], multiply(exact(fullMark), exact(times)));
  }
  if ('ballots' in rule) {
    return scaled(across(Object.values(rule.ballots.options)), exact(rule.ballots.times));
  }
  // Nobody knows yet what a pending rule gives.
  return { low: undefined, high: undefined };
}

function ratioReach(rule: Extract<Rule, { ratio: unknown }>['ratio']): Reach {
  const top = rule.atMost === undefined ? (isShare(rule.of) ? one : undefined) : exact(rule.atMost);
  const times = exact(rule.times);
  if (top === undefined) return endlessBy(rule.times);
  return fromZero([], multiply(top, times));
}

/** Rules that give their points once, however many facts there are. */
function takesOnce(rule: Rule): boolean {
  if ('choice' in rule) return rule.choice.exactlyOne !== undefined;
  return 'judges' in rule || 'ballots' in rule || 'deadline' in rule;
}

function bounded(clause: Clause, reach: Reach): Reach {
  const cap = clause.cap === undefined ? undefined : exact(clause.cap);
  const floor =
    clause.floor === 'zero'
      ? zero
      : clause.floor === undefined || /^[a-z]/i.test(clause.floor)
        ? undefined
        : exact(clause.floor);
  return {
    low: floor && (reach.low === undefined || compare(reach.low, floor) < 0) ? floor : reach.low,
    high: cap && (reach.high === undefined || compare(reach.high, cap) > 0) ? cap : reach.high,
  };
}

/** From zero down and up to the given points: nothing may happen. */
function fromZero(points: readonly string[], ...more: Rational[]): Reach {
  const values = [zero, ...points.map(exact), ...more];
  return { low: values.reduce(least), high: values.reduce(greatest) };
}

/** Exactly one of the given points. */
function across(points: readonly string[]): Reach {
  const values = points.map(exact);
  return {
    low: values.reduce(least, values[0] ?? zero),
    high: values.reduce(greatest, values[0] ?? zero),
  };
}

function endlessBy(delta: string): Reach {
  const sign = signOf(exact(delta));
  return endless({ down: sign < 0, up: sign > 0 });
}

function endless({ down, up }: { down: boolean; up: boolean }): Reach {
  return { low: down ? undefined : zero, high: up ? undefined : zero };
}

function withoutEnd(reach: Reach): Reach {
  return { low: canLose(reach) ? undefined : zero, high: canGain(reach) ? undefined : zero };
}

function scaled(reach: Reach, times: Rational): Reach {
  const by = (end: Rational | undefined) => end && multiply(end, times);
  return signOf(times) < 0
    ? { low: by(reach.high), high: by(reach.low) }
    : { low: by(reach.low), high: by(reach.high) };
}

/** The reach with and without a factor. */
function stretch(reach: Reach, times: Rational): Reach {
  return span(reach, scaled(reach, times));
}

function span(a: Reach, b: Reach): Reach {
  return {
    low: a.low && b.low && least(a.low, b.low),
    high: a.high && b.high && greatest(a.high, b.high),
  };
}

function sumOf(reach: Reach, points: Rational): Reach {
  return {
    low: reach.low && add(reach.low, points),
    high: reach.high && add(reach.high, points),
  };
}
