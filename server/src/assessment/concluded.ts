/** The door to what a kept edition concludes, for rooms after this one. */

import { type DecidedGrades, isoDate, isPeriodId } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { findPeriod } from './actions.ts';
import type { Conclusions } from './conclusions.ts';
import { type PeriodRow, sealedStandings } from './period-store.ts';
import type { AssessmentNeeds } from './sealing.ts';

/** The latest kept edition of a period with what it concludes. */
export interface ConcludedEdition {
  readonly row: PeriodRow;
  readonly edition: number;
  readonly conclusions: Conclusions;
}

/**
 * Works out what the latest published or sealed edition concludes, on what was known when it was
 * kept; by the grades that were decided, where they are given. Undefined where the period has none
 * yet; refuses a period that is not there.
 */
export async function concludedEdition(
  needs: AssessmentNeeds,
  ctx: Ctx,
  named: { readonly line: string; readonly period: string },
  decided?: DecidedGrades,
): Promise<ConcludedEdition | undefined> {
  const { row, books, asked } = await findPeriod(needs, ctx, named);
  const { edition } = row;
  if (edition === undefined || !isPeriodId(row.period)) return undefined;
  const { asOf, upTo } = await sealedStandings(
    ctx.db,
    { line: row.line, period: row.period },
    edition,
  );
  const kept = { ...asked, edition, asOf: isoDate(asOf), upTo, decided };
  const conclusions = await needs.workshop.work(books, 'conclusions', kept);
  return { row, edition, conclusions };
}
