/** Counting a round: its sheets become entries of the ledger, all in one transaction, once and for ever. */

import type { CountingPage } from '@oneneedle/contract';
import { closeLines } from '../../desk/index.ts';
import { type RoomEntry, recordEntries } from '../../ledger/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { deedOf } from '../results/telling.ts';
import { findRound, updateRound } from '../rounds/store.ts';
import {
  findVisit,
  insertSheetDeed,
  lockSheet,
  sheetsOf,
  updateSheet,
  visitsOfRound,
} from '../sheets/store.ts';
import { signer } from '../town.ts';
import { obstaclesOf } from './obstacles.ts';
import { countingProblem } from './problems.ts';
import { countsFor, othersFor, standsInFor, toldOf } from './reach.ts';
import { type RoundToCount, readCounting, roundToCount } from './reading.ts';
import { passCounting } from './waiting.ts';

/**
 * Counts a round: its facts wait for a reviewer who did not inspect, its sheets are counted, the
 * round is closed. Asked again, it writes nothing and answers what came of it.
 */
export async function countRound(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<CountingPage> {
  const person = signer(ctx);
  const book = await heldRound(ctx, id);
  await requireCounter(ctx, book);
  if (book.round.state === 'closed') return readCounting(ctx, { id });
  if (book.round.version !== version) throw countingProblem('changed-meanwhile');
  const { inTheWay: sentences } = await obstaclesOf(ctx, book);
  if (sentences.length > 0) throw countingProblem('in-the-way', { sentences });
  await recordEntries(ctx, entriesOf(ctx, book));
  for (const { sheet } of book.sheets) {
    await updateSheet(ctx.db, sheet.id, { state: 'counted' });
    const by = { account_id: ctx.actor.accountId, person };
    await insertSheetDeed(ctx.db, { ...deedOf(ctx, sheet, 'count'), ...by });
    await closeLines(ctx, { room: 'inspection', kind: 'sheet-settled', about: sheet.id });
  }
  await updateRound(ctx.db, id, { state: 'closed', closed_at: ctx.now });
  await passCounting(ctx);
  return readCounting(ctx, { id });
}

/** The round as it stays until the end of the request: visits are held first, as whoever sends does it. */
async function heldRound(ctx: Ctx, id: string): Promise<RoundToCount> {
  const visits = (await visitsOfRound(ctx.db, id)).map((visit) => visit.id).sort();
  for (const visit of visits) await findVisit(ctx.db, visit, { hold: true });
  await findRound(ctx.db, id, { hold: true });
  for (const sheet of await sheetsOf(ctx.db, visits)) await lockSheet(ctx.db, sheet.id);
  return roundToCount(ctx, id);
}

async function requireCounter(ctx: Ctx, book: RoundToCount): Promise<void> {
  const may = countsFor(ctx, book);
  if (may === 'not-yours') {
    throw countingProblem('not-yours', { office: book.town.named(book.round.office).name });
  }
  if (may === 'own-inspection') {
    throw countingProblem('own-inspection', { others: await othersFor(ctx, book) });
  }
}

/** The entries of a round. Who inspected, and in whose place the counter acts, reviews none of them. */
function entriesOf(ctx: Ctx, book: RoundToCount): RoomEntry[] {
  const absent = standsInFor(ctx, book);
  return book.lines.flatMap(({ counted, told: { words } }) =>
    words ? [{ words, inPlaceOf: [...new Set([...toldOf(counted), ...absent])] }] : [],
  );
}
