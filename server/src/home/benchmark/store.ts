/** Lists of the district as they were typed: all SQL of them. */

import { randomUUID } from 'node:crypto';
import { lastDay, type PeriodId } from '@oneneedle/kernel';
import type { Selectable } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

type ListRow = Selectable<Tables['benchmark_list']>;

/** A list with its cells. */
export interface KeptList extends Omit<ListRow, 'cells' | 'period'> {
  readonly period: PeriodId;
  readonly cells: string[][];
}

/** What a person writes down of a list. */
export interface WrittenList {
  readonly name: string;
  readonly issuer: string;
  readonly document: string;
  readonly period: string;
  readonly cells: readonly (readonly string[])[];
}

/** All lists of the town: the latest period first, then what was recorded last. */
export async function allLists(db: Queries): Promise<KeptList[]> {
  const rows = await db
    .selectFrom('benchmark_list')
    .selectAll()
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  const endOf = ({ period }: KeptList) => lastDay(period);
  return rows.map(kept).sort((a, b) => (endOf(a) < endOf(b) ? 1 : endOf(a) > endOf(b) ? -1 : 0));
}

export async function findList(db: Queries, id: string): Promise<KeptList | undefined> {
  const row = await db
    .selectFrom('benchmark_list')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && kept(row);
}

function kept({ cells, period, ...row }: ListRow): KeptList {
  return { ...row, period: period as PeriodId, cells: cells as unknown as string[][] };
}

interface Writing {
  readonly tenantId: string;
  /** Person by opaque code, or account. */
  readonly by: string;
  readonly at: string;
}

/** @returns the id of the new list */
export async function insertList(
  db: Queries,
  { cells, ...list }: WrittenList,
  { tenantId, by, at }: Writing,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('benchmark_list')
    .values({
      ...list,
      id,
      tenant_id: tenantId,
      cells: JSON.stringify(cells),
      recorded_by: by,
      recorded_at: at,
    })
    .execute();
  return id;
}

/** @returns false where somebody else wrote it meanwhile */
export async function updateList(
  db: Queries,
  { id, version, cells, ...list }: WrittenList & { readonly id: string; readonly version: number },
  { by, at }: Omit<Writing, 'tenantId'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('benchmark_list')
    .set({
      ...list,
      cells: JSON.stringify(cells),
      version: version + 1,
      changed_by: by,
      changed_at: at,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
