/** All SQL about signs and work groups of villages. */

import { isoDate } from '@oneneedle/kernel';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type SignRow = Selectable<Tables['village_sign']>;
export type NewSignRow = Insertable<Tables['village_sign']>;
export type SignKind = 'sign' | 'group';

/** All of the town, by village and name. */
export function allSigns(db: Queries): Promise<SignRow[]> {
  return db
    .selectFrom('village_sign')
    .selectAll()
    .orderBy('unit_code')
    .orderBy('kind', 'desc')
    .orderBy('name')
    .orderBy('counted_on')
    .execute();
}

/** One, held until the transaction ends. */
export function lockSign(db: Queries, id: string): Promise<SignRow | undefined> {
  return db
    .selectFrom('village_sign')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes one down. @returns false where the village has it already. */
export async function insertSign(db: Queries, row: NewSignRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows: count } = await db
    .insertInto('village_sign')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return count === 1n;
}

/** Changes one. */
export async function updateSign(
  db: Queries,
  id: string,
  change: Updateable<Tables['village_sign']>,
): Promise<void> {
  await db.updateTable('village_sign').set(change).where('id', '=', id).execute();
}

/** How many a village may have, with the document that says so. */
export async function signLimits(db: Queries) {
  const rows = await db.selectFrom('sign_limit').selectAll().execute();
  return Object.fromEntries(
    rows.map(({ kind, allowed, document }) => [kind, { allowed, document }]),
  ) as Partial<Record<SignKind, { allowed: number; document: string }>>;
}

/** Sets the limit of a kind; without one there is none. */
export async function putSignLimit(
  db: Queries,
  tenantId: string,
  kind: SignKind,
  limit: { allowed: number; document: string } | undefined,
): Promise<void> {
  if (!limit) return void (await db.deleteFrom('sign_limit').where('kind', '=', kind).execute());
  await db
    .insertInto('sign_limit')
    .values({ tenant_id: tenantId, kind, ...limit })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind']).doUpdateSet(limit))
    .execute();
}

/** A row as the count of the kernel sees it. */
export function countedOf(row: SignRow) {
  return {
    kind: row.kind as SignKind,
    countedOn: isoDate(row.counted_on),
    isKept: row.is_kept,
    isIdle: row.idle_on !== null,
    ...(row.since_on === null ? {} : { sinceOn: isoDate(row.since_on) }),
    ...(row.ended_on === null ? {} : { endedOn: isoDate(row.ended_on) }),
  };
}
