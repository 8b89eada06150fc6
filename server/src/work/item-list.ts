/** Reading items: the list as far as somebody may see it. */

import { isoDate } from '@oneneedle/kernel';
import { calendarOf, rosterOf } from '../org/index.ts';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import { type Reach, reachOf, reads } from './item-reach.ts';
import { allItems, itemMarks, numbersOf } from './item-store.ts';
import { namesIn, rowOf, type Showing } from './item-views.ts';

/** Every item that the asker may read, the nearest day first. */
export async function listItems(ctx: Ctx) {
  const { showing, reach } = await viewFor(ctx);
  const items = (await allItems(ctx.db)).filter((item) => reads(reach, item));
  const marks = await itemMarks(ctx.db);
  const rows = items.map((item) => rowOf(item, marks.get(item.id), showing));
  return { today: showing.today, rows };
}

/** What showing items to somebody needs. */
export async function viewFor(ctx: Ctx): Promise<{ showing: Showing; reach: Reach }> {
  const today = isoDate(chinaDay(ctx.now));
  const roster = await rosterOf(ctx.db);
  return {
    reach: reachOf(ctx.actor, roster, today),
    showing: await showingOf(ctx.db, today, namesIn(roster)),
  };
}

async function showingOf(
  db: Queries,
  today: Showing['today'],
  names: Showing['names'],
): Promise<Showing> {
  return { today, names, calendar: await calendarOf(db), numbers: await numbersOf(db) };
}
