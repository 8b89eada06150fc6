/** 序时进度: the share of a leaf that should be reached by a day. */

import {
  clamp,
  divide,
  one,
  parseExact,
  type Rational,
  rational,
  subtract,
  zero,
} from '../number/rational.ts';
import { daysBetween, type IsoDate } from '../time/dates.ts';
import type { Goal } from './shapes.ts';

/**
 * The share that should be reached at the end of a day, between 0 and 1; undefined without a due date.
 * Steps with quantities say it where there are any: it rises on the day of each step. Steps that are
 * done or not count alike. Else it rises evenly by calendar days, from the first day to the last.
 */
export function expectedShare(goal: Goal, day: IsoDate): Rational | undefined {
  const { startsOn, dueOn, measure, steps } = goal;
  if (dueOn === undefined) return undefined;
  if (day >= dueOn) return one;
  if (day < startsOn) return zero;
  if (measure?.kind === 'steps') {
    if (steps.length === 0) return undefined;
    const due = steps.filter(({ on }) => on <= day).length;
    return rational(BigInt(due), BigInt(steps.length));
  }
  return byQuantities(goal, day) ?? evenly(startsOn, dueOn, day);
}

/** The first day counts as one, so that a goal of one day is due on it. */
function evenly(startsOn: IsoDate, dueOn: IsoDate, day: IsoDate): Rational {
  const all = daysBetween(startsOn, dueOn) + 1;
  return rational(BigInt(daysBetween(startsOn, day) + 1), BigInt(all));
}

function byQuantities({ measure, steps, direction }: Goal, day: IsoDate): Rational | undefined {
  if (measure?.kind !== 'quantity') return undefined;
  const planned = steps.flatMap(({ on, quantity }) => {
    const value = quantity === undefined ? undefined : parseExact(quantity);
    return value === undefined ? [] : [{ on, value }];
  });
  const target = parseExact(measure.target);
  const baseline = baselineOf(measure.baseline, direction);
  if (planned.length === 0 || !target || !baseline) return undefined;
  const span = subtract(target, baseline);
  if (span.num === 0n) return undefined;
  return planned
    .filter(({ on }) => on <= day)
    .map(({ value }) => clamp(divide(subtract(value, baseline), span), zero, one))
    .reduce((most, share) => clamp(share, most), zero);
}

/** Where a quantity began: as written; a goal that goes up and says nothing began at 0. */
export function baselineOf(
  written: string | undefined,
  direction: Goal['direction'],
): Rational | undefined {
  if (written !== undefined) return parseExact(written);
  return direction === 'up' ? zero : undefined;
}
