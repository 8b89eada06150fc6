/** All SQL about items and their deeds. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

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

/** States in which somebody has an item in hand. */
const inHand = ['assigned', 'acknowledged', 'inProgress', 'urged', 'onSite', 'sentBack'];

/** Items in hand of which progress is told from time to time. */
export async function periodicItems(db: Queries): Promise<ItemRow[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .where('feedback', '<>', 'once')
    .where('state', 'in', inHand)
    .orderBy('id')
    .execute();
}

/** Slips in hand that may be late, or were sent back: for them the rule may call for a slip. */
export async function itemsOfSlips(db: Queries, today: string): Promise<ItemRow[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .where('form', '=', 'supervised')
    .where('state', 'in', inHand)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('due_on', '<', today),
        eb('feedback', '<>', 'once'),
        exists(
          selectFrom('item_deed')
            .select('item_deed.id')
            .whereRef('item_deed.item_id', '=', 'work_item.id')
            .where('item_deed.deed', '=', 'sendBack'),
        ),
      ]),
    )
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
  /** The days that progress was last told of, and on which it was last reported or finished. */
  readonly told_on: string | null;
  readonly reported_on: string | null;
  /** The day that it had before a slip, or a change of a past day, set a new one. */
  readonly judged_on: string | null;
}

/** The figures of one item, or of several. */
export async function itemMarks(
  db: Queries,
  of: string | readonly string[],
): Promise<ReadonlyMap<string, ItemMarks>> {
  const ids = typeof of === 'string' ? [of] : [...of];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ItemMarks & { item_id: string }>`
    select item_id,
      count(*) filter (where due_from is not null and due_to is not null
        and due_from <> due_to and deed in ('grantExtension', 'changeDue', 'slip'))::int as moved,
      count(*) filter (where deed in ('urge', 'slip'))::int as urged,
      count(*) filter (where deed = 'sendBack')::int as sent_back,
      max(at) filter (where deed in ('assign', 'book')) as assigned_at,
      max(coalesce(done_on, (at at time zone 'Asia/Shanghai')::date))
        filter (where deed in ('tell', 'report')) as told_on,
      max(coalesce(done_on, (at at time zone 'Asia/Shanghai')::date))
        filter (where deed in ('report', 'finish')) as reported_on,
      (array_agg(due_from order by seq) filter (where due_from is not null and (deed = 'slip'
        or deed = 'changeDue' and (at at time zone 'Asia/Shanghai')::date > due_from)))[1]
        as judged_on
    from item_deed where item_id = any(${ids}::uuid[]) group by item_id`.execute(db);
  return new Map(rows.map((row) => [row.item_id, row]));
}

/** The numbers of items, by their ids. */
export async function numbersOf(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; year: number; number: number }>`
    select id, year, number from work_item
    where id = any(${[...ids]}::uuid[]) and number is not null`.execute(db);
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

/** Items by their ids; those that are not there are left out. */
export async function findItems(db: Queries, ids: readonly string[]): Promise<ItemRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('work_item').selectAll().where('id', 'in', ids).execute();
}

/** The items that follow an item, and those merged into it. */
export async function linkedItems(db: Queries, id: string): Promise<ItemRow[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .where((where) => where.or([where('follows', '=', id), where('merged_into', '=', id)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The items that were merged into an item. */
export async function mergedItems(db: Queries, into: string): Promise<ItemRow[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .where('merged_into', '=', into)
    .orderBy('created_at')
    .orderBy('id')
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
  const byWork = new Map<string | null, string[]>();
  for (const { recurring_id: id, period } of made) {
    const periods = byWork.get(id) ?? [];
    if (period !== null) periods.push(period);
    byWork.set(id, periods);
  }
  return rows.map((row) => {
    const periods = byWork.get(row.id) ?? [];
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

/** Number and title of items, by their ids. */
export async function titlesOf(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<ItemRow, 'id' | 'year' | 'number' | 'title'>>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Pick<ItemRow, 'id' | 'year' | 'number' | 'title'>>`
    select id, year, number, title from work_item where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
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
