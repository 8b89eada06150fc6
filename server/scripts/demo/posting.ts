/** When the facts of the demonstration became known, and when its quarters were sealed. */

import { type Fact, type IsoDate, lastDay, type PeriodId } from '@oneneedle/kernel';

/** The day of each seal: after the notice period and the answers to objections. */
export const sealDays: Readonly<Record<PeriodId, IsoDate>> = {
  '2026-Q1': '2026-04-27' as IsoDate,
  '2026-Q2': '2026-07-27' as IsoDate,
  '2026-Q3': '2026-10-26' as IsoDate,
};

/**
 * The earliest day on which each fact can have been entered, by its id. A file of facts only has their
 * order, so a fact is at least as late as all before it: what was handed in months later is not dated
 * back. Results are as old as their seal.
 */
export function postingDays(facts: readonly Fact[]): ReadonlyMap<string, IsoDate> {
  let latest = '2026-01-01' as IsoDate;
  const inOrder = [...facts].sort((a, b) => a.seq - b.seq);
  return new Map(
    inOrder.map(({ id, on, period, form }) => {
      const end = period === undefined ? latest : lastDay(period);
      const day = form === 'result' && period !== undefined ? sealDays[period] : (on ?? end);
      if (day !== undefined && day > latest) latest = day;
      return [id, latest];
    }),
  );
}
