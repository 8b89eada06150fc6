/** All SQL about retrospectives. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';
import type { ItemRow } from '../items/store.ts';

export type RetrospectiveRow = Selectable<Tables['retrospective']>;

/** Every retrospective of the town, the latest first. */
export async function allRetrospectives(db: Queries): Promise<RetrospectiveRow[]> {
  return db
    .selectFrom('retrospective')
    .selectAll()
    .orderBy('found_on', 'desc')
    .orderBy('created_at', 'desc')
    .execute();
}

export async function findRetrospective(
  db: Queries,
  id: string,
): Promise<RetrospectiveRow | undefined> {
  return db.selectFrom('retrospective').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The items of these ids, in no order. */
export async function itemsOf(db: Queries, ids: readonly string[]): Promise<ItemRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('work_item')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** One, held until the end of the request. */
export async function lockRetrospective(
  db: Queries,
  id: string,
): Promise<RetrospectiveRow | undefined> {
  return db
    .selectFrom('retrospective')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertRetrospective(
  db: Queries,
  row: Insertable<Tables['retrospective']>,
): Promise<void> {
  await db.insertInto('retrospective').values(row).execute();
}

export async function updateRetrospective(
  db: Queries,
  id: string,
  change: Partial<RetrospectiveRow>,
): Promise<void> {
  await db.updateTable('retrospective').set(change).where('id', '=', id).execute();
}

/** Those whose day has come and of which the owner was not told. */
export async function looksDue(db: Queries, today: string): Promise<RetrospectiveRow[]> {
  return db
    .selectFrom('retrospective')
    .selectAll()
    .where('look_on', '<=', today)
    .where('look_opened_at', 'is', null)
    .where('result', 'is', null)
    .forUpdate()
    .execute();
}
