/** All SQL about rounds, their draws and visits, quiet periods and recusals. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type RoundRow = Selectable<Tables['inspection_round']>;
export type DrawRow = Selectable<Tables['inspection_draw']>;
export type VisitRow = Selectable<Tables['inspection_visit']>;
export type QuietRow = Selectable<Tables['quiet_period']>;
export type HeldSheetRow = Selectable<Tables['inspection_sheet']>;
export type RecusalRow = Selectable<Tables['recusal']>;

/** Every round, the latest first. */
export async function allRounds(db: Queries): Promise<RoundRow[]> {
  return db
    .selectFrom('inspection_round')
    .selectAll()
    .orderBy('from_on', 'desc')
    .orderBy('created_at', 'desc')
    .execute();
}

/** A round; held until the end of the request if asked. */
export async function findRound(
  db: Queries,
  id: string,
  { hold = false }: { hold?: boolean } = {},
): Promise<RoundRow | undefined> {
  const query = db.selectFrom('inspection_round').selectAll().where('id', '=', id);
  return (hold ? query.forUpdate() : query).executeTakeFirst();
}

/** @returns whether it was made: one check sheet has one round a period */
export async function insertRound(
  db: Queries,
  row: Insertable<Tables['inspection_round']>,
): Promise<boolean> {
  const made = await db
    .insertInto('inspection_round')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Changes a round that is held; its version rises. */
export async function updateRound(
  db: Queries,
  id: string,
  change: Partial<Pick<RoundRow, 'state' | 'reason' | 'item_id' | 'closed_at' | 'announced_at'>>,
): Promise<void> {
  await db
    .updateTable('inspection_round')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** The visits of some rounds, or of all. */
export async function visitsOf(db: Queries, rounds?: readonly string[]): Promise<VisitRow[]> {
  let query = db.selectFrom('inspection_visit').selectAll();
  if (rounds) query = query.where(sql<boolean>`round_id = any(${rounds}::uuid[])`);
  return query.execute();
}

/** Visits of a village, or of all, that are planned or were gone to between two days. */
export async function visitsBetween(
  db: Queries,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<VisitRow[]> {
  return db
    .selectFrom('inspection_visit')
    .selectAll()
    .where('planned_on', '>=', from)
    .where('planned_on', '<=', to)
    .execute();
}

export async function insertVisits(
  db: Queries,
  rows: readonly Insertable<Tables['inspection_visit']>[],
): Promise<void> {
  await db
    .insertInto('inspection_visit')
    .values([...rows])
    .execute();
}

export async function updateVisit(
  db: Queries,
  id: string,
  change: Partial<Omit<VisitRow, 'tenant_id' | 'id' | 'round_id' | 'version'>>,
): Promise<void> {
  await db
    .updateTable('inspection_visit')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** The draws of a round in their order. */
export async function drawsOf(db: Queries, round: string): Promise<DrawRow[]> {
  return db
    .selectFrom('inspection_draw')
    .selectAll()
    .where('round_id', '=', round)
    .orderBy('seq')
    .execute();
}

export async function insertDraw(
  db: Queries,
  row: Insertable<Tables['inspection_draw']>,
): Promise<void> {
  await db.insertInto('inspection_draw').values(row).execute();
}

/** How many sheets of each visit were sent. */
export async function sentSheets(
  db: Queries,
  visits: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('inspection_sheet')
    .select(['visit_id', db.fn.countAll<number>().as('count')])
    .where(sql<boolean>`visit_id = any(${visits}::uuid[])`)
    .where('state', '<>', 'draft')
    .groupBy('visit_id')
    .execute();
  return new Map(rows.map(({ visit_id: id, count }) => [id, Number(count)]));
}

/** Sheets that hold, of visits that were looked at between two days in China; a spare one never holds. */
export async function heldSheets(
  db: Queries,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<HeldSheetRow[]> {
  return db
    .selectFrom('inspection_sheet')
    .selectAll()
    .where('is_spare', '=', false)
    .where('state', 'in', ['confirmed', 'settled', 'counted'])
    .where('sent_at', '>=', `${from}T00:00:00.000+08:00`)
    .where('sent_at', '<=', `${to}T23:59:59.999+08:00`)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
}

/** The last day on which each person inspected. */
export async function lastWent(db: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('inspection_visit')
    .select([sql<string>`unnest(inspectors)`.as('person'), 'planned_on'])
    .where('state', '=', 'gone')
    .where('planned_on', 'is not', null)
    .orderBy('planned_on')
    .execute();
  return new Map(rows.map(({ person, planned_on: on }) => [person, on ?? '']));
}

/** Quiet periods that reach into days, ended ones too if asked. */
export async function quietPeriods(db: Queries): Promise<QuietRow[]> {
  return db.selectFrom('quiet_period').selectAll().orderBy('from_on', 'desc').execute();
}

export async function insertQuiet(
  db: Queries,
  row: Insertable<Tables['quiet_period']>,
): Promise<void> {
  await db.insertInto('quiet_period').values(row).execute();
}

/** @returns whether there was one to end */
export async function endQuietRow(db: Queries, id: string, at: string): Promise<boolean> {
  const done = await db
    .updateTable('quiet_period')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}

/** Recusals that hold. */
export async function recusals(db: Queries): Promise<RecusalRow[]> {
  return db
    .selectFrom('recusal')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('village')
    .orderBy('person')
    .execute();
}

export async function insertRecusal(
  db: Queries,
  row: Insertable<Tables['recusal']>,
): Promise<void> {
  await db
    .insertInto('recusal')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns whether there was one to end */
export async function endRecusalRow(db: Queries, id: string, at: string): Promise<boolean> {
  const done = await db
    .updateTable('recusal')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
}

/** Journeys that a village bears in a month at most, where nobody settled another number. */
const usualCap = 2;

/** Journeys that a village bears in a month at most. */
export async function capOf(db: Queries): Promise<number> {
  const row = await db.selectFrom('inspection_setting').select('visits_a_month').executeTakeFirst();
  return row?.visits_a_month ?? usualCap;
}

export async function saveCap(db: Queries, tenantId: string, cap: number): Promise<void> {
  await db
    .insertInto('inspection_setting')
    .values({ tenant_id: tenantId, visits_a_month: cap })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ visits_a_month: cap }))
    .execute();
}
