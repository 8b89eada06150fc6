/** What one unit got: the latest kept result of every scheme, with the tree behind it. */

import type { Scheme } from '@oneneedle/kernel';
import { type Ctx, Problem } from '../platform/index.ts';
import { listPeriods, readExplanation } from './actions.ts';
import type { PeriodRow } from './period-store.ts';
import type { AssessmentNeeds } from './sealing.ts';
import type { Replies } from './views.ts';

/** A kept result as its unit reads it, and the scheme that it follows. */
export interface UnitResult {
  readonly explained: Replies['explain'] & { readonly edition: number };
  readonly scheme: Scheme;
}

/**
 * The latest kept result of a unit under each scheme in force, scheme by scheme; a scheme on whose
 * list it does not stand is left out; paper tells no private ground. Refuses whoever may not read about the unit.
 */
export async function latestResultsOf(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { unit, isPaper }: { readonly unit: string; readonly isPaper: boolean },
): Promise<UnitResult[]> {
  const { rows } = await listPeriods(ctx);
  const found: UnitResult[] = [];
  for (const row of latestKept(rows)) {
    const { line, period } = row;
    const explained = await onTheList(
      readExplanation(needs, ctx, { line, period, subject: unit, isPaper }),
    );
    const books = await needs.books.booksOf(ctx.db, { tenantId: ctx.tenant.id, line, period });
    if (explained?.edition === undefined || !books) continue;
    found.push({
      explained: { ...explained, edition: explained.edition },
      scheme: books.scheme.scheme,
    });
  }
  return found;
}

/** Of each line the latest period with an edition; the rows come the latest first. */
function latestKept(rows: readonly PeriodRow[]): PeriodRow[] {
  const latest = new Map<string, PeriodRow>();
  for (const row of rows) {
    if (row.edition !== undefined && !latest.has(row.line)) latest.set(row.line, row);
  }
  return [...latest.values()];
}

async function onTheList(reading: Promise<Replies['explain']>) {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.code === 'assessment.subject-unknown') return undefined;
    throw error;
  }
}
