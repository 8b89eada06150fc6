/** All SQL about the register of tolerance. */

import type { Insertable, Selectable } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type ToleranceRow = Selectable<Tables['tolerance']>;

/** Every request, the latest first. */
export async function allTolerances(db: Queries): Promise<ToleranceRow[]> {
  return db
    .selectFrom('tolerance')
    .selectAll()
    .orderBy('applied_on', 'desc')
    .orderBy('applied_at', 'desc')
    .execute();
}

/** One; `hold` keeps it as it is until the end of the request. */
export async function findTolerance(
  db: Queries,
  id: string,
  { hold = false } = {},
): Promise<ToleranceRow | undefined> {
  const query = db.selectFrom('tolerance').selectAll().where('id', '=', id);
  return (hold ? query.forUpdate() : query).executeTakeFirst();
}

/** Whether it was asked for already. */
export async function isAsked(
  db: Queries,
  { factId, subject }: { readonly factId: string; readonly subject: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('tolerance')
    .select('id')
    .where('fact_id', '=', factId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertTolerance(
  db: Queries,
  row: Insertable<Tables['tolerance']>,
): Promise<void> {
  await db.insertInto('tolerance').values(row).execute();
}

export async function updateTolerance(
  db: Queries,
  id: string,
  change: Partial<ToleranceRow>,
): Promise<void> {
  await db.updateTable('tolerance').set(change).where('id', '=', id).execute();
}
