/** What a leader with five minutes is told: the last sealed list, what waits too long. Pure. */

import type { client } from '../api/index.ts';

type Period = Awaited<ReturnType<typeof client.assessment.periods>>['rows'][number];
type Standing = Awaited<ReturnType<typeof client.assessment.standings>>['rows'][number];
type Waiting = Awaited<ReturnType<typeof client.ledger.waiting>>['rows'][number];

/** Days after which a matter that is not in the ledger has waited too long. */
export const tooLongDays = 3;

/** How many villages are named in each direction. */
const named = 3;

/** The period of each scheme that was sealed last; of the schemes that sealed last the first. */
export function lastSealed(periods: readonly Period[]): Period[] {
  const sealed = periods
    .filter(({ state }) => state === 'sealed')
    .sort((a, b) => (b.sealedAt ?? '').localeCompare(a.sealedAt ?? ''));
  return sealed.filter(({ line }, at) => sealed.findIndex((one) => one.line === line) === at);
}

/** Who gained and who lost the most places against the period before; equal ones in list order. */
export function movers(rows: readonly Standing[]): { up: Standing[]; down: Standing[] } {
  const moved = (sign: 1 | -1) =>
    rows
      .filter(({ ranksUp = 0 }) => ranksUp * sign > 0)
      .sort((a, b) => ((b.ranksUp ?? 0) - (a.ranksUp ?? 0)) * sign)
      .slice(0, named);
  return { up: moved(1), down: moved(-1) };
}

/** Offices whose oldest matter has waited too long, and how many other matters are on their way. */
export function overdueOf(rows: readonly Waiting[]): { late: Waiting[]; others: number } {
  const late = rows.filter(({ days }) => days > tooLongDays);
  const rest = rows.filter(({ days }) => days <= tooLongDays);
  return { late, others: rest.reduce((sum, { matters }) => sum + matters, 0) };
}
