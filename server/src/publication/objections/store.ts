/** All SQL about objections, their course and what they wrote into the ledger. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type ObjectionRow = Selectable<Tables['objection']>;
export type DeedRow = Selectable<Tables['objection_deed']>;
export type CorrectionRow = Selectable<Tables['objection_correction']>;

/** Objections, the next due first. */
export async function findObjections(
  db: Queries,
  { ids, states }: { ids?: readonly string[]; states?: readonly string[] } = {},
): Promise<ObjectionRow[]> {
  let query = db.selectFrom('objection').selectAll().orderBy('answer_by').orderBy('id');
  if (ids) query = query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`);
  if (states) query = query.where('state', 'in', [...states]);
  return query.execute();
}

/** Holds an objection until the end of the request. */
export async function lockObjection(db: Queries, id: string): Promise<ObjectionRow | undefined> {
  return db.selectFrom('objection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertObjection(
  db: Queries,
  row: Insertable<Tables['objection']>,
): Promise<void> {
  await db.insertInto('objection').values(row).execute();
}

/** Changes an objection that is held; its version rises. */
export async function updateObjection(
  db: Queries,
  id: string,
  change: Partial<Omit<ObjectionRow, 'tenant_id' | 'id' | 'version'>>,
): Promise<void> {
  await db
    .updateTable('objection')
    .set(({ eb }) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** What an objection is held against, as its row has it. */
export type MatterKey = Pick<ObjectionRow, 'fact_id' | 'line' | 'period' | 'subject' | 'clause'>;

/** Objections about the very same matter; of what is unclear there are none. */
export async function sameMatter(db: Queries, key: MatterKey): Promise<ObjectionRow[]> {
  if (key.fact_id === null && key.subject === null) return [];
  return db
    .selectFrom('objection')
    .selectAll()
    .where('fact_id', 'is not distinct from', key.fact_id)
    .where('line', 'is not distinct from', key.line)
    .where('period', 'is not distinct from', key.period)
    .where('subject', 'is not distinct from', key.subject)
    .where('clause', 'is not distinct from', key.clause)
    .execute();
}

/** What a village said itself of which nobody has found out yet what it is about. */
export async function openUnclear(db: Queries, unit: string): Promise<ObjectionRow[]> {
  return db
    .selectFrom('objection')
    .selectAll()
    .where('about', '=', 'unclear')
    .where('unit_code', '=', unit)
    .where('way', '=', 'account')
    .execute();
}

/** Everything that somebody decided on, answered or not yet. */
export async function decidedObjections(db: Queries): Promise<ObjectionRow[]> {
  return db
    .selectFrom('objection')
    .selectAll()
    .where('result', 'is not', null)
    .where('decider', 'is not', null)
    .orderBy('id')
    .execute();
}

/** The next number of a year. Held for the town, so that none is given twice and none is left out. */
export async function nextNumber(db: Queries, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_tenant()::text || 'objection', 0))`.execute(
    db,
  );
  const { last } = await db
    .selectFrom('objection')
    .select(({ fn }) => fn.max('no').as('last'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** How many came through a plain link since an instant. */
export async function linkCount(
  db: Queries,
  { link, since }: { link: string; since: string },
): Promise<number> {
  const { count } = await db
    .selectFrom('objection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('link_id', '=', link)
    .where('received_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The courses of objections, each in order. */
export async function courseOf(db: Queries, ids: readonly string[]): Promise<DeedRow[]> {
  return db
    .selectFrom('objection_deed')
    .selectAll()
    .where(sql<boolean>`objection_id = any(${[...ids]}::uuid[])`)
    .orderBy('objection_id')
    .orderBy('seq')
    .execute();
}

/** Adds to the course of an objection that is held. */
export async function insertDeed(
  db: Queries,
  row: Omit<Insertable<Tables['objection_deed']>, 'seq'>,
): Promise<void> {
  const { last } = await db
    .selectFrom('objection_deed')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('objection_id', '=', row.objection_id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('objection_deed')
    .values({ ...row, seq: (last ?? 0) + 1 })
    .execute();
}

/** What decisions wrote into the ledger. */
export async function correctionsOf(db: Queries, ids: readonly string[]): Promise<CorrectionRow[]> {
  return db
    .selectFrom('objection_correction')
    .selectAll()
    .where(sql<boolean>`objection_id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute();
}

/** Keeps what a decision wrote, in place of what an earlier one did. */
export async function keepCorrections(
  db: Queries,
  objection: string,
  rows: readonly Insertable<Tables['objection_correction']>[],
): Promise<void> {
  await db.deleteFrom('objection_correction').where('objection_id', '=', objection).execute();
  if (rows.length > 0) await db.insertInto('objection_correction').values(rows).execute();
}
