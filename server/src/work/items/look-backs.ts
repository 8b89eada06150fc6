/** Which closed slips are looked back at: drawn by a seed, kept with what they were drawn from. */

import { createHash, randomUUID } from 'node:crypto';
import type { Ctx } from '../../platform/index.ts';
import { itemBook, personOf } from './book.ts';
import { type DrawRow, findDraw, insertDraw, lastDraws, toLookBack } from './look-back-store.ts';
import { itemProblem } from './problems.ts';
import { titlesOf } from './store.ts';
import { namesIn, numberOf } from './views.ts';

/**
 * Draws closed slips that nobody has looked back at yet, and keeps the draw: whoever repeats it with its
 * seed from the same slips draws the same, and a second draw stands beside the first.
 */
export async function drawLookBacks(ctx: Ctx, { seed, count }: { seed: string; count: number }) {
  const person = personOf(ctx);
  const candidates = await toLookBack(ctx.db);
  const drawn = drawOf(seed, candidates).slice(0, count);
  if (drawn.length === 0) throw itemProblem('look-back-none');
  const draw = {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    seed,
    candidates,
    drawn,
    account_id: ctx.actor.accountId,
    person,
    at: ctx.now,
  };
  await insertDraw(ctx.db, draw);
  return shown(ctx, [draw]).then(([one]) => one as NonNullable<typeof one>);
}

/** The last draws, and the seed that is proposed for the next: the day. */
export async function listLookBacks(ctx: Ctx) {
  const { today } = await itemBook(ctx);
  const candidates = await toLookBack(ctx.db);
  return { seed: today, of: candidates.length, draws: await shown(ctx, await lastDraws(ctx.db)) };
}

/** A draw done again before one's eyes: every slip it was drawn from with its lot, the least first. */
export async function repeatLookBack(ctx: Ctx, { id }: { id: string }) {
  const draw = await findDraw(ctx.db, id);
  if (!draw) throw itemProblem('look-back-unknown');
  const titles = await titlesOf(ctx.db, draw.candidates);
  const isDrawn = new Set(draw.drawn);
  const lots = drawOf(draw.seed, draw.candidates).map((item) => {
    const row = titles.get(item);
    const no = row && numberOf(row);
    return {
      id: item,
      ...(no === undefined ? {} : { no }),
      title: row?.title ?? '',
      lot: lotOf(draw.seed, item),
      isDrawn: isDrawn.has(item),
    };
  });
  return { seed: draw.seed, lots };
}

/** Slips in the order of their lots: SHA-256 of the seed, a line break, and the id of the slip. */
function drawOf(seed: string, ids: readonly string[]): string[] {
  const lots = ids.map((id) => ({ id, lot: lotOf(seed, id) }));
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ id }) => id);
}

function lotOf(seed: string, id: string): string {
  return createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}

async function shown(ctx: Ctx, draws: readonly DrawRow[]) {
  const { roster } = await itemBook(ctx);
  const names = namesIn(roster);
  const titles = await titlesOf(
    ctx.db,
    draws.flatMap(({ drawn }) => drawn),
  );
  return draws.map(({ id, seed, candidates, drawn, person, at }) => ({
    id,
    seed,
    of: candidates.length,
    by: names.get(person) ?? person,
    at,
    rows: drawn.map((item) => {
      const row = titles.get(item);
      const no = row && numberOf(row);
      return { id: item, ...(no === undefined ? {} : { no }), title: row?.title ?? '' };
    }),
  }));
}
