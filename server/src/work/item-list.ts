/** Reading items: the list as far as somebody may see it, and a sample to look back at. */

import { createHash } from 'node:crypto';
import { endedStates } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { type ItemBook, itemBook } from './item-book.ts';
import { reads } from './item-reach.ts';
import { allItems, type ItemRow, itemMarks, lookedBack, numbersOf } from './item-store.ts';
import { namesIn, rowOf, type Showing } from './item-views.ts';

/** Every item that the asker may read, the nearest day first; those that ended only when asked for. */
export async function listItems(ctx: Ctx, { ended = false }: { ended?: boolean | undefined }) {
  const book = await itemBook(ctx);
  const items = await allItems(ctx.db, ended ? [] : endedStates);
  const rows = await rowsOf(
    ctx,
    items.filter((item) => reads(book.reach, item)),
    book,
  );
  return { today: book.today, rows: book.reach.isVillageOnly ? rows.map(plainRow) : rows };
}

type Row = ReturnType<typeof rowOf>;

/** A village's own account reads no persons. */
function plainRow({ leader: _, accountable: __, ...row }: Row): Row {
  return row;
}

/**
 * Closed slips that nobody has looked back at yet, drawn by a seed: whoever draws with the same seed
 * from the same items draws the same, so that a sample can be defended.
 */
export async function sampleLookBacks(ctx: Ctx, { seed, count }: { seed: string; count: number }) {
  const book = await itemBook(ctx);
  const seen = new Set(await lookedBack(ctx.db));
  const closed = (await allItems(ctx.db, [])).filter(
    ({ id, form, state }) =>
      form === 'supervised' && (state === 'closedOut' || state === 'archived') && !seen.has(id),
  );
  const drawn = [...closed]
    .map((item) => ({ item, lot: lotOf(seed, item) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ item }) => item);
  return { of: closed.length, rows: await rowsOf(ctx, drawn, book) };
}

function lotOf(seed: string, { id }: ItemRow): string {
  return createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}

async function rowsOf(ctx: Ctx, items: readonly ItemRow[], book: ItemBook): Promise<Row[]> {
  const marks = await itemMarks(ctx.db);
  const showing: Showing = {
    ...book,
    names: namesIn(book.roster),
    numbers: await numbersOf(ctx.db),
  };
  return items.map((item) => rowOf(item, marks.get(item.id), showing));
}
