/** All SQL of the draws of look-backs. */

import { type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type DrawRow = Selectable<Tables['look_back_draw']>;

/** Closed slips at which nobody has looked back yet. */
export async function toLookBack(db: Queries): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from work_item
    where form = 'supervised' and state in ('closedOut', 'archived')
      and not exists (select from item_deed
        where item_id = work_item.id and deed = 'lookBack')
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export async function insertDraw(db: Queries, draw: DrawRow): Promise<void> {
  await db.insertInto('look_back_draw').values(draw).execute();
}

/** The last ten draws, the latest first. */
export async function lastDraws(db: Queries): Promise<DrawRow[]> {
  return db
    .selectFrom('look_back_draw')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(10)
    .execute();
}

export async function findDraw(db: Queries, id: string): Promise<DrawRow | undefined> {
  return db.selectFrom('look_back_draw').selectAll().where('id', '=', id).executeTakeFirst();
}
