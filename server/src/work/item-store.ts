/** All SQL about items and their deeds. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

/** An item as it is kept. */
export type ItemRow = Selectable<Tables['work_item']>;

/** A deed as it is kept. */
export type DeedRow = Selectable<Tables['item_deed']>;

/** Every item of the town but those in these states, the nearest day first, without a day last. */
export async function allItems(db: Queries, leftOut: readonly string[]): Promise<ItemRow[]> {
  const every = db.selectFrom('work_item').selectAll();
  const wanted = leftOut.length === 0 ? every : every.where('state', 'not in', leftOut);
  return wanted
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

/** An item, held until the end of the request. */
export async function lockItem(db: Queries, id: string): Promise<ItemRow | undefined> {
  return db.selectFrom('work_item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** One item. */
export async function findItem(db: Queries, id: string): Promise<ItemRow | undefined> {
  return db.selectFrom('work_item').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The items that follow an item, and those merged into it. */
export async function linkedItems(db: Queries, id: string): Promise<ItemRow[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .where((where) => where.or([where('follows', '=', id), where('merged_into', '=', id)]))
    .orderBy('created_at')
    .execute();
}

/** What makes an item; what is not said is as the table has it. */
export type NewItemRow = Insertable<Tables['work_item']>;

export async function insertItem(db: Queries, row: NewItemRow): Promise<void> {
  await db.insertInto('work_item').values(row).execute();
}

export async function updateItem(db: Queries, id: string, change: Partial<ItemRow>): Promise<void> {
  const { source: _, ...columns } = change;
  await db.updateTable('work_item').set(columns).where('id', '=', id).execute();
}

/** What merged into an item follows it into another. */
export async function moveMerged(db: Queries, from: string, into: string): Promise<void> {
  await db
    .updateTable('work_item')
    .set({ merged_into: into })
    .where('merged_into', '=', from)
    .execute();
}

export async function insertDeed(db: Queries, row: Insertable<Tables['item_deed']>): Promise<void> {
  await db.insertInto('item_deed').values(row).execute();
}

/** The next number of a year; two requests never get the same. */
export async function nextNumber(db: Queries, tenantId: string, year: number): Promise<number> {
  const { last } = await db
    .insertInto('work_item_counter')
    .values({ tenant_id: tenantId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'year'])
        .doUpdateSet((row) => ({ last: row('work_item_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** Which kind of fact stands for which outcome. */
export async function allOutcomes(db: Queries): Promise<{ outcome: string; kind: string }[]> {
  return db.selectFrom('work_outcome').select(['outcome', 'kind']).execute();
}

/** Names the kind of an outcome, or takes it away. */
export async function saveOutcome(
  db: Queries,
  { tenantId, outcome, kind }: { tenantId: string; outcome: string; kind: string | undefined },
): Promise<void> {
  await db.deleteFrom('work_outcome').where('outcome', '=', outcome).execute();
  if (kind === undefined) return;
  await db.insertInto('work_outcome').values({ tenant_id: tenantId, outcome, kind }).execute();
}

/** Work that comes back. */
export type RecurringRow = Selectable<Tables['work_recurring']> & {
  /** Periods for which an item is there. */
  readonly periods: readonly string[];
};

export async function insertRecurring(
  db: Queries,
  row: Insertable<Tables['work_recurring']>,
): Promise<void> {
  await db.insertInto('work_recurring').values(row).execute();
}

/** All work that comes back, with the periods that have their item. */
export async function allRecurring(db: Queries): Promise<(RecurringRow & { items: number })[]> {
  const rows = await db
    .selectFrom('work_recurring')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const made = await db
    .selectFrom('work_item')
    .select(['recurring_id', 'period'])
    .where('recurring_id', 'is not', null)
    .execute();
  return rows.map((row) => {
    const periods = made.flatMap((one) => (one.recurring_id === row.id ? (one.period ?? []) : []));
    return { ...row, periods, items: periods.length };
  });
}

export async function lockRecurring(db: Queries, id: string) {
  return db
    .selectFrom('work_recurring')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function setRecurringEnd(db: Queries, id: string, endsOn: string): Promise<void> {
  await db.updateTable('work_recurring').set({ ends_on: endsOn }).where('id', '=', id).execute();
}

/** The items at which somebody looked back. */
export async function lookedBack(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('item_deed')
    .select('item_id')
    .where('deed', '=', 'lookBack')
    .execute();
  return rows.map(({ item_id: id }) => id);
}

/** The periods of recurring work that have their item. */
export async function periodsMade(db: Queries, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('work_item')
    .select('period')
    .where('recurring_id', '=', id)
    .execute();
  return rows.flatMap(({ period }) => period ?? []);
}
