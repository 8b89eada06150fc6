/** All SQL about circulars, and the items that they and the order of handling are made from. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';
import type { ItemRow } from './item-store.ts';

export type CircularRow = Selectable<Tables['circular']>;

/** Items that were given to somebody and not withdrawn, by their numbers. */
export async function itemsGiven(db: Queries): Promise<ItemRow[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .where('state', 'not in', ['draft', 'registered', 'proposed', 'withdrawn'])
    .orderBy('year')
    .orderBy('number')
    .orderBy('id')
    .execute();
}

/** Months in which items were due, the latest first, up to a day. */
export async function monthsOfItems(db: Queries, today: string): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(due_on, 'YYYY-MM') as month from work_item
    where due_on is not null and to_char(due_on, 'YYYY-MM') <= ${today.slice(0, 7)}
      and state not in ('draft', 'registered', 'proposed', 'withdrawn')
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
