/** Which periods a version of a scheme assesses: those that lie wholly within its days. */

import { isIsoDate } from '../time/dates.ts';
import { firstDay, lastDay, type PeriodId, periodsWithin } from '../time/periods.ts';
import type { Scheme } from './scheme.ts';

type Term = Pick<Scheme, 'effective' | 'period'>;

/** The whole periods of a version, in order; none where it names no days or days that are none. */
export function periodsOf({ effective, period }: Term): PeriodId[] {
  if (!effective) return [];
  const { from, to } = effective;
  return isIsoDate(from) && isIsoDate(to) ? periodsWithin({ from, to }, period) : [];
}

/** Tells whether a version is in force on every day of a period; one that names no days always is. */
export function holdsThroughout({ effective }: Pick<Term, 'effective'>, period: PeriodId): boolean {
  return !effective || (effective.from <= firstDay(period) && lastDay(period) <= effective.to);
}
