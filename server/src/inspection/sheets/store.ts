/** All SQL about sheets, their course, and the filing of the page of the field. */

import type { ListedPhoto, SheetAnswers } from '@oneneedle/kernel';
import { type Insertable, type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type SheetRow = Selectable<Tables['inspection_sheet']>;
export type DeedRow = Selectable<Tables['sheet_deed']>;
export type VisitRow = Awaited<ReturnType<ReturnType<typeof visitRows>['execute']>>[number];

/** A photo of a sheet, with the evidence that it became. */
export interface KeptPhoto extends ListedPhoto {
  readonly evidenceId?: string;
  readonly storedSha256?: string;
}

/** The photos of a row; what is stored was checked when it came in. */
export function photosOf({ photos }: Pick<SheetRow, 'photos'>): KeptPhoto[] {
  return photos as unknown as KeptPhoto[];
}

export function answersOf({ answers }: Pick<SheetRow, 'answers'>): SheetAnswers {
  return answers as unknown as SheetAnswers;
}

/** Visits with what of their round a sheet is judged by. */
function visitRows(db: Queries) {
  return db
    .selectFrom('inspection_visit')
    .innerJoin('inspection_round', (join) =>
      join
        .onRef('inspection_round.tenant_id', '=', 'inspection_visit.tenant_id')
        .onRef('inspection_round.id', '=', 'inspection_visit.round_id'),
    )
    .selectAll('inspection_visit')
    .select([
      'inspection_round.template',
      'inspection_round.template_version',
      'inspection_round.period',
      'inspection_round.office',
      'inspection_round.mode',
      'inspection_round.state as round_state',
    ]);
}

/** One visit, held until the end of the request where something is written. */
export async function findVisit(
  db: Queries,
  id: string,
  { hold = false }: { hold?: boolean } = {},
): Promise<VisitRow | undefined> {
  const query = visitRows(db).where('inspection_visit.id', '=', id);
  return (hold ? query.forUpdate('inspection_visit') : query).executeTakeFirst();
}

/** All visits of a round. */
export async function visitsOfRound(db: Queries, round: string): Promise<VisitRow[]> {
  return visitRows(db).where('inspection_visit.round_id', '=', round).execute();
}

/** All visits that somebody went on. */
export async function goneVisits(db: Queries): Promise<VisitRow[]> {
  return visitRows(db).where('inspection_visit.state', '=', 'gone').execute();
}

/** Some visits, by their ids. */
export async function findVisits(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisitRow>> {
  if (ids.length === 0) return new Map();
  const rows = await visitRows(db).where('inspection_visit.id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Visits that somebody may still go to: those that name a person, or those of some offices. */
export async function openVisits(
  db: Queries,
  of: { readonly person: string } | { readonly offices: readonly string[] },
): Promise<VisitRow[]> {
  const query = visitRows(db)
    .where('inspection_visit.state', 'in', ['planned', 'gone'])
    .where('inspection_round.state', 'in', ['planned', 'drawn', 'going'])
    .orderBy('inspection_visit.planned_on')
    .orderBy('inspection_visit.subject');
  if ('person' in of) {
    return query.where(sql<boolean>`${of.person} = any (inspection_visit.inspectors)`).execute();
  }
  if (of.offices.length === 0) return [];
  return query.where('inspection_round.office', 'in', of.offices).execute();
}

export async function findSheet(db: Queries, id: string): Promise<SheetRow | undefined> {
  return db.selectFrom('inspection_sheet').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A sheet, held until the end of the request. Whoever holds its visit too held that first. */
export async function lockSheet(db: Queries, id: string): Promise<SheetRow | undefined> {
  return db
    .selectFrom('inspection_sheet')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The sheets of some visits, in the order in which they came here. */
export async function sheetsOf(db: Queries, visits: readonly string[]): Promise<SheetRow[]> {
  if (visits.length === 0) return [];
  return db
    .selectFrom('inspection_sheet')
    .selectAll()
    .where('visit_id', 'in', visits)
    .orderBy('visit_id')
    .orderBy('is_spare')
    .orderBy('saved_at')
    .orderBy('id')
    .execute();
}

/** For each of these visits the sheet that counts of the visit before it to the same place by the same check sheet. */
export async function previousSheets(
  db: Queries,
  visits: readonly string[],
): Promise<ReadonlyMap<string, SheetRow>> {
  const { rows } = await sql<SheetRow & { before: string }>`
    select now.id as before, last.*
    from inspection_visit now
    join inspection_round round on round.tenant_id = now.tenant_id and round.id = now.round_id
    cross join lateral (
      select sheet.* from inspection_sheet sheet
      join inspection_visit visit on visit.tenant_id = sheet.tenant_id and visit.id = sheet.visit_id
      where visit.subject = now.subject and visit.id <> now.id
        and sheet.template = round.template and sheet.state <> 'draft' and not sheet.is_spare
      order by sheet.sent_at desc limit 1) last
    where now.id = any (${[...visits]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.before, row]));
}

export async function insertSheet(
  db: Queries,
  row: Insertable<Tables['inspection_sheet']>,
): Promise<void> {
  await db.insertInto('inspection_sheet').values(row).execute();
}

/** Writes columns of a sheet, and counts that it changed. */
export async function updateSheet(
  db: Queries,
  id: string,
  change: Partial<Insertable<Tables['inspection_sheet']>>,
): Promise<void> {
  await db
    .updateTable('inspection_sheet')
    .set(({ eb }) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The first sheet of a visit that is handed in says that somebody was there. */
export async function noteGone(
  db: Queries,
  { id, round_id }: Pick<VisitRow, 'id' | 'round_id'>,
): Promise<void> {
  await db
    .updateTable('inspection_visit')
    .set(({ eb }) => ({ state: 'gone', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .execute();
  await db
    .updateTable('inspection_round')
    .set(({ eb }) => ({ state: 'going', version: eb('version', '+', 1) }))
    .where('id', '=', round_id)
    .where('state', 'in', ['planned', 'drawn'])
    .execute();
}

/** What was done with these sheets, in order. */
export async function courseOf(db: Queries, sheets: readonly string[]): Promise<DeedRow[]> {
  if (sheets.length === 0) return [];
  return db
    .selectFrom('sheet_deed')
    .selectAll()
    .where('sheet_id', 'in', sheets)
    .orderBy('seq')
    .execute();
}

/** What was done with each of these sheets, in order. */
export async function coursesOf(
  db: Queries,
  sheets: readonly string[],
): Promise<ReadonlyMap<string, DeedRow[]>> {
  const courses = new Map(sheets.map((id): [string, DeedRow[]] => [id, []]));
  for (const deed of await courseOf(db, sheets)) courses.get(deed.sheet_id)?.push(deed);
  return courses;
}

/** Adds to the course of a sheet that is held. */
export async function insertSheetDeed(
  db: Queries,
  row: Omit<Insertable<Tables['sheet_deed']>, 'seq'>,
): Promise<void> {
  const { last } = await db
    .selectFrom('sheet_deed')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('sheet_id', '=', row.sheet_id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('sheet_deed')
    .values({ ...row, seq: (last ?? 0) + 1 })
    .execute();
}

export async function findSetting(db: Queries) {
  return db.selectFrom('inspection_setting').selectAll().executeTakeFirst();
}

/** Enters or takes away by what paper the page of the field is let. */
export async function putFiling(
  db: Queries,
  tenantId: string,
  filing: { filing_no: string | null; filing_on: string | null; filing_by: string | null },
): Promise<void> {
  await db
    .insertInto('inspection_setting')
    .values({ tenant_id: tenantId, ...filing })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(filing))
    .execute();
}

/** How far an asker reads sheets. */
export interface SheetSight {
  readonly all: boolean;
  readonly offices: readonly string[];
  readonly person: string;
  readonly accountId: string;
  /** Villages whose sheets are read once the village was told. */
  readonly villages: readonly string[];
}

/** Whether the sheet of an id is within sight, as a condition. */
export function isSheetInSight(id: RawBuilder<string>, sight: SheetSight): RawBuilder<SqlBool> {
  return sql<boolean>`exists (select from inspection_sheet s
    join inspection_visit v on v.tenant_id = s.tenant_id and v.id = s.visit_id
    join inspection_round r on r.tenant_id = v.tenant_id and r.id = v.round_id
    where s.id::text = ${id} and (
      ${sight.all}::boolean
      or s.account_id = ${sight.accountId}
      or s.person = ${sight.person}
      or ${sight.person} = any (v.inspectors)
      or r.office = any (${[...sight.offices]}::text[])
      or (s.told_on is not null and not s.is_spare
        and v.village = any (${[...sight.villages]}::text[]))))`;
}
