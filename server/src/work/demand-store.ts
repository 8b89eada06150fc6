/** All SQL about demands. */

import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

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
  if (about !== undefined) query = query.where('about', '=', about);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (states) query = query.where('state', 'in', [...states]);
  if (units) query = query.where(sql<boolean>`units && ${[...units]}::text[]`);
  if (offices) query = query.where(sql<boolean>`office = any (${[...offices]}::text[])`);
  if (merged !== undefined) query = query.where('merged_into', '=', merged);
  if (since !== undefined) query = query.where(at, '>=', since);
  if (before !== undefined) query = query.where(at, '<', before);
  return query.execute();
}

const none = '00000000-0000-0000-0000-000000000000';

/** One demand, held until the transaction ends, so that two deeds do not meet on it. */
export function lockDemand(db: Queries, id: string): Promise<DemandRow | undefined> {
  return db.selectFrom('demand').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
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
