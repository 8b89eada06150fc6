/** All SQL about items and their deeds. */

import { type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

/** An item as it is kept. */
export type ItemRow = Selectable<Tables['work_item']>;

/** A deed as it is kept. */
export type DeedRow = Selectable<Tables['item_deed']>;

/** Every item of the town, the nearest day first, those without a day last. */
export async function allItems(db: Queries): Promise<ItemRow[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The deeds of items, in their order. */
export async function deedsOf(db: Queries, ids: readonly string[]): Promise<DeedRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('item_deed')
    .selectAll()
    .where('item_id', 'in', ids)
    .orderBy('item_id')
    .orderBy('seq')
    .execute();
}

/** What the deeds of an item say in a few figures. */
export interface ItemMarks {
  /** How often its day was moved. */
  readonly moved: number;
  readonly urged: number;
  readonly sent_back: number;
  readonly assigned_at: string | null;
  /** When progress was last told or reported. */
  readonly told_at: string | null;
  readonly reported_at: string | null;
}

/** The figures of every item, or of one. */
export async function itemMarks(db: Queries, id?: string): Promise<ReadonlyMap<string, ItemMarks>> {
  const only = id === undefined ? sql`true` : sql`item_id = ${id}`;
  const { rows } = await sql<ItemMarks & { item_id: string }>`
    select item_id,
      count(*) filter (where due_from is not null and due_to is not null
        and due_from <> due_to and deed in ('grantExtension', 'changeDue', 'slip'))::int as moved,
      count(*) filter (where deed in ('urge', 'slip'))::int as urged,
      count(*) filter (where deed = 'sendBack')::int as sent_back,
      max(at) filter (where deed in ('assign', 'book')) as assigned_at,
      max(at) filter (where deed in ('tell', 'report')) as told_at,
      max(at) filter (where deed = 'report') as reported_at
    from item_deed where ${only} group by item_id`.execute(db);
  return new Map(rows.map((row) => [row.item_id, row]));
}

/** The numbers of items that others were merged into. */
export async function numbersOf(db: Queries): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; year: number; number: number }>`
    select id, year, number from work_item
    where id in (select merged_into from work_item where merged_into is not null)`.execute(db);
  return new Map(rows.map(({ id, year, number }) => [id, `〔${year}〕${number}号`]));
}
