/** All SQL about demands. */

import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type DemandRow = Selectable<Tables['demand']>;
export type NewDemandRow = Insertable<Tables['demand']>;

/** How demands are narrowed; everything given must hold. */
export interface DemandWhere {
  readonly ids?: readonly string[];
  readonly about?: string;
  readonly kind?: string;
  readonly states?: readonly string[];
  /** Any of these villages is asked. */
  readonly units?: readonly string[];
  readonly offices?: readonly string[];
  readonly merged?: string;
  /** Asked or sent from this instant on … */
  readonly since?: string;
  /** … and before this one. */
  readonly before?: string;
}

/** Demands, the latest first. */
export function findDemands(db: Queries, where: DemandWhere): Promise<DemandRow[]> {
  const { ids, about, kind, states, units, offices, merged, since, before } = where;
  const at = sql<string>`coalesce(sent_at, asked_at)`;
  let query = db.selectFrom('demand').selectAll().orderBy(at, 'desc').orderBy('id');
  if (ids) query = query.where('id', 'in', ids.length === 0 ? [none] : [...ids]);
  if (about !== undefined) {
    query = query.where(sql<boolean>`(about = ${about} or ${about} = any (also))`);
  }
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (states) query = query.where('state', 'in', [...states]);
  if (units) query = query.where(sql<boolean>`units && ${[...units]}::text[]`);
  if (offices) query = query.where(sql<boolean>`office = any (${[...offices]}::text[])`);
  if (merged !== undefined) query = query.where('merged_into', '=', merged);
  if (since !== undefined) query = query.where(at, '>=', since);
  if (before !== undefined) query = query.where(at, '<', before);
  return query.execute();
}

/** The months in China in which anything was asked of villages, the latest first. */
export async function monthsOfDemands(
  db: Queries,
  { offices }: Pick<DemandWhere, 'offices'>,
): Promise<string[]> {
  const month = sql<string>`to_char(sent_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;
  let query = db.selectFrom('demand').select(month.as('month')).where('state', '=', 'sent');
  if (offices) query = query.where(sql<boolean>`office = any (${[...offices]}::text[])`);
  const rows = await query.distinct().orderBy('month', 'desc').execute();
  return rows.map((row) => row.month);
}

/** The last month whose circular is issued: what it says of the month stands. */
export async function settledMonth(db: Queries): Promise<string | undefined> {
  const row = await db
    .selectFrom('circular')
    .select('month')
    .orderBy('month', 'desc')
    .executeTakeFirst();
  return row?.month;
}

const none = '00000000-0000-0000-0000-000000000000';

/** One at a time goes through the gate of a town: two that ask the same would not see each other. */
export async function lockGate(db: Queries, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`demands ${tenantId}`}, 0))`.execute(
    db,
  );
}

/** Writes a demand down. */
export async function insertDemand(db: Queries, row: NewDemandRow): Promise<void> {
  await db.insertInto('demand').values(row).execute();
}

/** Changes a demand. */
export async function updateDemand(
  db: Queries,
  id: string,
  change: Updateable<Tables['demand']>,
): Promise<void> {
  await db.updateTable('demand').set(change).where('id', '=', id).execute();
}
