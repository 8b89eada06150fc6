/** All SQL about circulars, and the items that they and the order of handling are made from. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';
import type { DeedRow, ItemRow } from '../items/store.ts';

export type CircularRow = Selectable<Tables['circular']>;

/** Given to somebody and not withdrawn. */
const given = sql`i.state not in ('draft', 'registered', 'proposed', 'withdrawn')`;

/** A deed that set a new day without making good the old: `judgedDay` of the kernel, said in SQL. */
const movedLate = sql`due_from is not null and (deed = 'slip'
  or deed = 'changeDue' and (at at time zone 'Asia/Shanghai')::date > due_from)`;

/** The days by which items are judged, theirs or one that they had before. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** Items that are given and are, or were, due within a span, by their numbers. */
export async function itemsDue(db: Queries, { from, to }: Span): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.* from work_item i
    where ${given} and (i.due_on between ${from}::date and ${to}::date or i.id in (
      select item_id from item_deed
      where ${movedLate} and due_from between ${from}::date and ${to}::date))
    order by i.year, i.number, i.id`.execute(db);
  return rows;
}

/** Items that are given and had something to them within a span, or are still to be done. */
export async function itemsOf(db: Queries, { from, to }: Span): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.* from work_item i
    where ${given} and not i.is_withheld and (
      i.state not in ('accepted', 'closedOut', 'archived') or i.id in (
        select item_id from item_deed
        where (at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date
          or done_on between ${from}::date and ${to}::date))
    order by i.year, i.number, i.id`.execute(db);
  return rows;
}

/** The deeds on items, in their order; the ids go as one value, however many they are. */
export async function coursesOf(db: Queries, ids: readonly string[]): Promise<DeedRow[]> {
  const { rows } = await sql<DeedRow>`
    select * from item_deed where item_id = any(${[...ids]}::uuid[])
    order by item_id, seq`.execute(db);
  return rows;
}

/** Months in which items were due, or had been before a slip, the latest first, up to a day. */
export async function monthsOfItems(db: Queries, today: string): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(day, 'YYYY-MM') as month from (
      select i.due_on as day from work_item i where ${given}
      union select due_from from item_deed join work_item i on i.id = item_id
      where ${given} and ${movedLate}) as days
    where to_char(day, 'YYYY-MM') <= ${today.slice(0, 7)}
    order by 1 desc`.execute(db);
  return rows.map(({ month }) => month);
}

/** The instant of the last deed on any item. */
export async function lastDeedAt(db: Queries): Promise<string | null> {
  const { at } = await db
    .selectFrom('item_deed')
    .select((deed) => deed.fn.max('at').as('at'))
    .executeTakeFirstOrThrow();
  return at;
}

export async function allCirculars(db: Queries): Promise<CircularRow[]> {
  return db.selectFrom('circular').selectAll().orderBy('month', 'desc').execute();
}

export async function findCircular(db: Queries, month: string): Promise<CircularRow | undefined> {
  return db.selectFrom('circular').selectAll().where('month', '=', month).executeTakeFirst();
}

/** @returns whether the month had none yet */
export async function insertCircular(
  db: Queries,
  row: Insertable<Tables['circular']>,
): Promise<boolean> {
  const made = await db
    .insertInto('circular')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'month']).doNothing())
    .returning('month')
    .executeTakeFirst();
  return made !== undefined;
}
