/** All SQL about goals, what was done to them and what was read of them. */

import { randomUUID } from 'node:crypto';
import type { GoalInput } from '@oneneedle/contract';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

/** A goal as it is kept. */
export interface KeptGoal {
  readonly id: string;
  readonly year: number;
  readonly code: string;
  readonly state: 'open' | 'closed' | 'withdrawn';
  readonly version: number;
  readonly text: GoalInput;
}

export type ReadingRow = Selectable<Tables['goal_reading']>;
export type DeedRow = Selectable<Tables['goal_deed']>;

/** The goals of a year that stand, in no order. */
export async function goalsOfYear(db: Queries, year: number): Promise<KeptGoal[]> {
  const rows = await db
    .selectFrom('goal')
    .selectAll()
    .where('year', '=', year)
    .where('state', '<>', 'withdrawn')
    .execute();
  return rows.map(goalFrom);
}

/** Years that have goals, the latest first. */
export async function goalYears(db: Queries): Promise<number[]> {
  const rows = await db
    .selectFrom('goal')
    .select('year')
    .distinct()
    .where('state', '<>', 'withdrawn')
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

/** One goal, held against others who change it; undefined where there is none or it was withdrawn. */
export async function lockGoal(db: Queries, id: string): Promise<KeptGoal | undefined> {
  const row = await db
    .selectFrom('goal')
    .selectAll()
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .forUpdate()
    .executeTakeFirst();
  return row && goalFrom(row);
}

/** The year of a goal; undefined where there is none or it was withdrawn. */
export async function yearOfGoal(db: Queries, id: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('goal')
    .select('year')
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return row?.year;
}

/** One at a time makes many goals of a town: an import, a copy, an expansion. */
export async function lockGoals(db: Queries, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`goals ${tenantId}`}, 0))`.execute(db);
}

/** Writes new goals. */
export async function insertGoals(
  db: Queries,
  tenantId: string,
  goals: readonly KeptGoal[],
): Promise<void> {
  for (let at = 0; at < goals.length; at += 100) {
    const rows = goals.slice(at, at + 100).map(({ id, year, code, state, version, text }) => {
      return { tenant_id: tenantId, id, year, code, state, version, ...columnsOf(text) };
    });
    await db.insertInto('goal').values(rows).execute();
  }
}

/** Writes a goal anew; its version goes on by one. */
export async function updateGoal(
  db: Queries,
  { id, version, state, text }: KeptGoal,
): Promise<void> {
  await db
    .updateTable('goal')
    .set({ ...columnsOf(text), state, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** What was done, without what the store itself knows. */
export type NewDeed = Pick<
  Insertable<Tables['goal_deed']>,
  'goal_id' | 'deed' | 'from_on' | 'to_on' | 'reason' | 'account_id' | 'person' | 'at'
> & {
  readonly changes: readonly {
    readonly field: string;
    readonly from: string;
    readonly to: string;
  }[];
};

/** Writes down what was done; goals are held, or new, so the next number is certain. */
export async function insertDeeds(
  db: Queries,
  tenantId: string,
  deeds: readonly NewDeed[],
): Promise<void> {
  if (deeds.length === 0) return;
  const ids = deeds.map((deed) => deed.goal_id);
  const last = await db
    .selectFrom('goal_deed')
    .select(['goal_id', ({ fn }) => fn.max('seq').as('seq')])
    .where('goal_id', 'in', ids)
    .groupBy('goal_id')
    .execute();
  const lastOf = new Map(last.map(({ goal_id, seq }) => [goal_id, seq]));
  const rows = deeds.map(({ changes, ...deed }) => {
    const seq = (lastOf.get(deed.goal_id) ?? 0) + 1;
    lastOf.set(deed.goal_id, seq);
    return {
      ...deed,
      tenant_id: tenantId,
      id: randomUUID(),
      seq,
      changes: JSON.stringify(changes),
    };
  });
  await db.insertInto('goal_deed').values(rows).execute();
}

/** What was done to a goal, the latest first. */
export async function deedsOf(db: Queries, goalId: string): Promise<DeedRow[]> {
  return db
    .selectFrom('goal_deed')
    .selectAll()
    .where('goal_id', '=', goalId)
    .orderBy('seq', 'desc')
    .execute();
}

/** How often the due date of each goal was moved. */
export async function moveCounts(db: Queries, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('goal_deed')
    .innerJoin('goal', 'goal.id', 'goal_deed.goal_id')
    .select(['goal_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('goal.year', '=', year)
    .where('deed', '=', 'moveDate')
    .groupBy('goal_id')
    .execute();
  return new Map(rows.map(({ goal_id: id, count }) => [id, count]));
}

/** Everything that was read of the goals of a year. */
export async function readingsOfYear(db: Queries, year: number): Promise<ReadingRow[]> {
  return db
    .selectFrom('goal_reading')
    .innerJoin('goal', 'goal.id', 'goal_reading.goal_id')
    .selectAll('goal_reading')
    .where('goal.year', '=', year)
    .orderBy('read_on', 'desc')
    .orderBy('seq', 'desc')
    .execute();
}

/** Goals of which a figure was read that is good for a day from this one on. */
export async function goalsReadSince(db: Queries, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('goal_reading')
    .select('goal_id')
    .distinct()
    .where('read_on', '>=', day)
    .execute();
  return rows.map(({ goal_id: id }) => id);
}

/** Writes readings down. */
export async function insertReadings(
  db: Queries,
  rows: readonly Omit<Insertable<Tables['goal_reading']>, 'seq'>[],
): Promise<void> {
  await db
    .insertInto('goal_reading')
    .values([...rows])
    .execute();
}

/** The items that were made of a goal, the latest first. */
export async function findItemsOfGoal(
  db: Queries,
  goalId: string,
): Promise<Selectable<Tables['work_item']>[]> {
  return db
    .selectFrom('work_item')
    .selectAll()
    .where('goal_id', '=', goalId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

function columnsOf(text: GoalInput) {
  const { measure } = text;
  const quantity = measure?.kind === 'quantity' ? measure : undefined;
  return {
    title: text.title,
    measure: measure?.kind ?? null,
    target: quantity?.target ?? null,
    unit: quantity?.unit ?? null,
    baseline: quantity?.baseline ?? null,
    steps: JSON.stringify(text.steps),
    direction: text.direction,
    mode: text.mode,
    weight: text.weight ?? null,
    method: text.method,
    measures: text.measures,
    risks: text.risks,
    contingency: text.contingency,
    lead_leader: text.leadLeader ?? null,
    lead_unit: text.leadUnit ?? null,
    support_units: [...text.supportUnits],
    accountable: text.accountable ?? null,
    village: text.village ?? null,
    starts_on: text.startsOn,
    due_on: text.dueOn ?? null,
    is_every_village: text.isEveryVillage,
    serves: JSON.stringify(text.serves),
    source: text.source,
  };
}

function goalFrom(row: Selectable<Tables['goal']>): KeptGoal {
  const { id, year, code, version } = row;
  return { id, year, code, state: row.state as KeptGoal['state'], version, text: textFrom(row) };
}

function textFrom(row: Selectable<Tables['goal']>): GoalInput {
  const optional = {
    measure: measureFrom(row),
    weight: row.weight,
    leadLeader: row.lead_leader,
    leadUnit: row.lead_unit,
    accountable: row.accountable,
    village: row.village,
    dueOn: row.due_on,
  };
  const known = Object.entries(optional).filter(([, value]) => value !== null);
  return {
    title: row.title,
    steps: row.steps as GoalInput['steps'],
    direction: row.direction as GoalInput['direction'],
    mode: row.mode as GoalInput['mode'],
    method: row.method,
    measures: row.measures,
    risks: row.risks,
    contingency: row.contingency,
    supportUnits: row.support_units,
    startsOn: row.starts_on,
    isEveryVillage: row.is_every_village,
    serves: row.serves as GoalInput['serves'],
    source: row.source,
    ...(Object.fromEntries(known) as Partial<GoalInput>),
  };
}

function measureFrom({ measure, target, unit, baseline }: Selectable<Tables['goal']>) {
  if (measure === 'steps') return { kind: 'steps' };
  if (measure !== 'quantity' || target === null || unit === null) return null;
  return { kind: 'quantity', target, unit, ...(baseline === null ? {} : { baseline }) };
}
