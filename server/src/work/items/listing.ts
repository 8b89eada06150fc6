/** All SQL of the list of items: who reads which, which lights they have, and no more rows than asked. */

import { endedStates, type LightDays } from '@oneneedle/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../../platform/index.ts';
import { type Reach, ungivenStates } from './reach.ts';
import type { ItemRow } from './store.ts';

/** What of an item its row shows; of the source only whose instruction it is. */
export type ListedItem = Omit<
  ItemRow,
  'tenant_id' | 'requirement' | 'campaign_id' | 'follows' | 'recurring_id' | 'period'
>;

/** A condition on `work_item`. */
export type Condition = RawBuilder<unknown>;

/**
 * The items that somebody reads: `reads` of the reach, said in SQL. Each part has an index of its own;
 * whoever has no office or village is asked for none, else every item would be looked at.
 */
export function readable({ all, ...reach }: Reach): Condition {
  if (all) return sql`true`;
  const offices = [...reach.offices];
  const villages = [...reach.cadreOf, ...reach.villages];
  const given = sql`not state = any(${[...ungivenStates]}::text[])`;
  const own = reach.isVillageOnly
    ? sql`accountable = ${reach.person ?? null} and ${given}`
    : sql`accountable = ${reach.person ?? null}`;
  const parts = [sql`created_by_account = ${reach.accountId}`, own];
  if (offices.length > 0) {
    parts.push(ledBy(offices), sql`issuer_unit = any(${offices}::text[])`);
    parts.push(sql`${helped} and support_units && ${offices}::text[]`);
  }
  if (villages.length > 0) {
    parts.push(sql`${ledBy(villages)} and ${given}`);
    parts.push(sql`${asked} and units && ${villages}::text[] and ${given}`);
  }
  return sql`(${sql.join(parts, sql` or `)})`;
}

function ledBy(units: readonly string[]): Condition {
  return sql`lead_unit = any(${[...units]}::text[])`;
}

/** The conditions of the indexes of items with units that help, or that must do something. */
const helped = sql`support_units <> '{}'`;
const asked = sql`units <> '{}'`;

const ended = sql`state = any(${[...endedStates]}::text[])`;
/** The condition of the index of open items: only literals are compared with it. */
const open = sql`state not in ('closedOut', 'archived', 'withdrawn')`;
const waiting = ['draft', 'registered', 'proposed', 'accepted'];
/** With that of the open ones the condition of an index. */
const apart = sql`(feedback <> 'once' or state in ('reported', 'underReview'))`;

/** What the list is narrowed to. */
export interface Narrowing {
  readonly ended: boolean;
  readonly late: boolean;
  /** Only these. */
  readonly among?: readonly string[] | undefined;
  readonly accountable?: string | undefined;
  /** A unit that leads, helps, or must do something. */
  readonly unit?: string | undefined;
  readonly leader?: string | undefined;
}

/** The items that are lit otherwise than by their day alone: few, and lit one by one. */
export async function litApart(db: Queries, reach: Reach): Promise<ListedItem[]> {
  const { rows } = await sql<ListedItem>`
    select ${columns} from work_item
    where ${open} and ${apart} and not state = any(${waiting}::text[]) and ${readable(reach)}`.execute(
    db,
  );
  return rows;
}

/** The lights of open items: two days for most, ids for those that are lit apart. */
export interface Lit extends LightDays {
  readonly today: string;
  readonly overdue: readonly string[];
  readonly near: readonly string[];
}

/** Under way, started, and lit by its day. */
function ordinary({ today }: Lit): Condition {
  return sql`(${open} and not ${apart} and not state = any(${waiting}::text[])
    and (starts_on is null or starts_on <= ${today}::date))`;
}

function overdueByDay(lit: Lit): Condition {
  return sql`${ordinary(lit)} and due_on <= ${lit.overdueUntil}::date`;
}

function nearByDay(lit: Lit): Condition {
  return sql`${ordinary(lit)} and due_on > ${lit.overdueUntil}::date
    and due_on <= ${lit.nearUntil}::date`;
}

function overdue(lit: Lit): Condition {
  return sql`(${overdueByDay(lit)} or ${open} and id = any(${[...lit.overdue]}::uuid[]))`;
}

function narrowed(
  { ended: withEnded, late, among, accountable, unit, leader }: Narrowing,
  lit: Lit,
) {
  const conditions = [
    ...(withEnded ? [] : [open]),
    ...(late ? [overdue(lit)] : []),
    ...(among === undefined ? [] : [sql`id = any(${[...among]}::uuid[])`]),
    ...(accountable === undefined ? [] : [sql`accountable = ${accountable}`]),
    ...(unit === undefined
      ? []
      : [sql`(lead_unit = ${unit} or ${unit} = any(support_units) or ${unit} = any(units))`]),
    ...(leader === undefined ? [] : [sql`source->>'by' = ${leader}`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** How many there are: open, late and near among all that somebody reads; `found` as narrowed. */
export interface ItemCounts {
  readonly open: number;
  readonly overdue: number;
  readonly near: number;
  readonly found: number;
}

interface Asked {
  readonly reach: Reach;
  readonly narrowing: Narrowing;
  readonly lit: Lit;
}

/** Every count looks only at what it counts; what is lit apart is counted already. */
export async function countItems(
  db: Queries,
  { reach, narrowing, lit }: Asked,
): Promise<ItemCounts> {
  const count = (where: Condition) =>
    sql`(select count(*) from work_item where ${where} and ${readable(reach)})::int`;
  const { rows } = await sql<Omit<ItemCounts, 'found'> & { found: number | null }>`
    select ${count(open)} as open, ${count(overdueByDay(lit))} as overdue,
      ${count(nearByDay(lit))} as near,
      ${isNarrowed(narrowing) ? count(narrowed(narrowing, lit)) : sql`null::int`} as found`.execute(
    db,
  );
  const { open: all, overdue: late, near, found } = rows[0] ?? none;
  return {
    open: all,
    overdue: late + lit.overdue.length,
    near: near + lit.near.length,
    found: found ?? all,
  };
}

const none = { open: 0, overdue: 0, near: 0, found: 0 };

/** Whether other items are listed than the open ones. */
function isNarrowed({ ended: withEnded, late, ...rest }: Narrowing): boolean {
  return withEnded || late || Object.values(rest).some((value) => value !== undefined);
}

const columns = sql`id, year, number, upper_no, goal_id, form, title, urgency, lead_unit, support_units,
  accountable, units, starts_on, due_on, feedback, state, colour, merged_into, is_withheld,
  issuer_unit, created_by_account, created_by, created_at, closed_at, version,
  jsonb_build_object('by', source->>'by') as source`;

/** The rows: open ones by their day, without a day last; then what ended, the latest first. */
export async function listedItems(
  db: Queries,
  { reach, narrowing, lit, take }: Asked & { readonly take: number },
): Promise<ListedItem[]> {
  const order = narrowing.ended ? sql`${ended}, closed_at desc nulls first,` : sql``;
  const { rows } = await sql<ListedItem>`
    select ${columns} from work_item
    where ${narrowed(narrowing, lit)} and ${readable(reach)}
    order by ${order} due_on asc nulls last, created_at, id limit ${take}`.execute(db);
  return rows;
}
