/** Reading items: the list as far as somebody may see it. */

import { closeness, lightDays } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { type ItemBook, itemBook } from './book.ts';
import { calledForSlip } from './daily-lines.ts';
import { countItems, type ListedItem, type Lit, listedItems, litApart } from './listing.ts';
import { reads } from './reach.ts';
import { findItem, type ItemRow, itemMarks, numbersOf } from './store.ts';
import { namesIn, plainRow, rowOf, type Showing } from './views.ts';

interface Asked {
  readonly ended?: boolean | undefined;
  readonly late?: boolean | undefined;
  readonly slip?: boolean | undefined;
  readonly mine?: boolean | undefined;
  readonly unit?: string | undefined;
  readonly leader?: string | undefined;
  readonly likeItem?: string | undefined;
  readonly likeTitle?: string | undefined;
  readonly take: number;
}

/** The items that the asker may read, the nearest day first, as many as are asked for, and how many there are. */
export async function listItems(ctx: Ctx, { ended = false, late = false, mine, ...asked }: Asked) {
  const book = await itemBook(ctx);
  const { reach } = book;
  const accountable = mine ? (ctx.actor.person ?? '') : undefined;
  const { slip, unit, leader, take } = asked;
  const among = slip ? await called(ctx, book) : undefined;
  const narrowing = { ended, late, among, accountable, unit, leader };
  const lit = await litNow(ctx, book);
  const like = await likened(ctx, book, asked);
  const rowsMax = like === undefined ? take : likenedMax;
  const read = await listedItems(ctx.db, { reach, narrowing, lit, take: rowsMax });
  const items = like === undefined ? read : nearestFirst(read, like).slice(0, take);
  const counts = await countItems(ctx.db, { reach, narrowing, lit });
  const rows = await rowsOf(ctx, items, book);
  return {
    today: book.today,
    counts,
    rows: reach.isVillageOnly ? rows.map((row) => plainRow(row, reach.villages)) : rows,
  };
}

/** So many of the nearest days are compared, where the nearest to an item are asked for. */
const likenedMax = 5000;

type Likened = ReturnType<typeof comparedOf>;

function comparedOf({ title, units, goal_id: goal }: Pick<ItemRow, 'title' | 'units' | 'goal_id'>) {
  return { title, units, ...(goal === null ? {} : { goal }) };
}

/** What the rows are held against, or nothing; an item only where the asker reads it. */
async function likened(
  { db }: Ctx,
  { reach }: ItemBook,
  { likeItem, likeTitle }: Pick<Asked, 'likeItem' | 'likeTitle'>,
): Promise<Likened | undefined> {
  const item = likeItem === undefined ? undefined : await findItem(db, likeItem);
  if (item && reads(reach, item)) return comparedOf(item);
  return likeTitle === undefined ? undefined : { title: likeTitle, units: [] };
}

/** The nearest first; those equally near stay in their order. */
function nearestFirst(items: readonly ListedItem[], like: Likened): ListedItem[] {
  const near = new Map(items.map((item) => [item.id, closeness(like, comparedOf(item))]));
  return [...items].sort((a, b) => (near.get(b.id) ?? 0) - (near.get(a.id) ?? 0));
}

/** Whoever may issue no slip is called for none. */
async function called({ db }: Ctx, book: ItemBook): Promise<string[]> {
  return book.reach.isSupervision ? calledForSlip(db, book) : [];
}

/** The lights of today: by the day for most, one by one where a report or feedback decides. */
async function litNow(ctx: Ctx, book: ItemBook): Promise<Lit> {
  const apart = await rowsOf(ctx, await litApart(ctx.db, book.reach), book);
  const lit = (state: Row['light']['state']) =>
    apart.filter(({ light }) => light.state === state).map(({ id }) => id);
  return {
    ...lightDays(book.today, book.calendar),
    today: book.today,
    overdue: lit('overdue'),
    near: lit('near'),
  };
}

type Row = ReturnType<typeof rowOf>;

/** Items as rows of a list, with their lights and marks. */
export async function rowsOf(
  { db }: Pick<Ctx, 'db'>,
  items: readonly ListedItem[],
  book: ItemBook,
): Promise<Row[]> {
  const ids = items.map(({ id }) => id);
  const marks = await itemMarks(db, ids);
  const into = items.flatMap(({ merged_into: id }) => id ?? []);
  const showing: Showing = {
    ...book,
    names: namesIn(book.roster),
    numbers: await numbersOf(db, into),
  };
  return items.map((item) => rowOf(item, marks.get(item.id), showing));
}
