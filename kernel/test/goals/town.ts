/** Small goals for the tests: what a test does not say stands here. */

import type { Goal, GoalReading } from '../../src/goals/shapes.ts';
import { isoDate } from '../../src/time/dates.ts';

export const today = isoDate('2026-11-22');

/** A goal of 2026 from 1 January to 31 December, a leaf of Li with a target of 100 亩 from 0. */
export function goalOf(code: string, more: Partial<Goal> = {}): Goal {
  return {
    code,
    title: `目标${code}`,
    measure: { kind: 'quantity', target: '100', unit: '亩', baseline: '0' },
    steps: [],
    direction: 'up',
    mode: 'sum',
    startsOn: isoDate('2026-01-01'),
    dueOn: isoDate('2026-12-31'),
    accountable: 'P1',
    isEveryVillage: false,
    serves: [],
    ...more,
  };
}

/** A parent: no person and, unless said, no quantity of its own. */
export function parentOf(code: string, { ...more }: Partial<Goal> = {}): Goal {
  const { measure: _, accountable: __, ...goal } = goalOf(code);
  return { ...goal, ...more };
}

/** A reading on 30 September. */
export function readingOf(goal: string, quantity: string, more: Partial<GoalReading> = {}) {
  const reading: GoalReading = {
    id: `${goal} ${quantity}`,
    goal,
    on: isoDate('2026-09-30'),
    seq: 1,
    quantity,
    ...more,
  };
  return reading;
}
