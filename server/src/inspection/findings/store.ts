/** All SQL about findings and their course. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type FindingRow = Selectable<Tables['inspection_finding']>;
export type FindingDeedRow = Selectable<Tables['finding_deed']>;
export type FoundRow = Awaited<ReturnType<typeof findFindings>>[number];

interface Where {
  readonly ids?: readonly string[];
  readonly round?: string | undefined;
  readonly sheet?: string;
  readonly states?: readonly string[];
}

/** Findings with what of their sheet, visit and round they are read by, the next due first. */
export async function findFindings(db: Queries, { ids, round, sheet, states }: Where) {
  let query = db
    .selectFrom('inspection_finding')
    .innerJoin('inspection_sheet', (join) =>
      join
        .onRef('inspection_sheet.tenant_id', '=', 'inspection_finding.tenant_id')
        .onRef('inspection_sheet.id', '=', 'inspection_finding.sheet_id'),
    )
    .innerJoin('inspection_visit', (join) =>
      join
        .onRef('inspection_visit.tenant_id', '=', 'inspection_sheet.tenant_id')
        .onRef('inspection_visit.id', '=', 'inspection_sheet.visit_id'),
    )
    .innerJoin('inspection_round', (join) =>
      join
        .onRef('inspection_round.tenant_id', '=', 'inspection_visit.tenant_id')
        .onRef('inspection_round.id', '=', 'inspection_visit.round_id'),
    )
    .selectAll('inspection_finding')
    .select([
      'inspection_sheet.template',
      'inspection_sheet.template_version',
      'inspection_sheet.person as sheet_person',
      'inspection_sheet.account_id as sheet_account',
      'inspection_visit.inspectors',
      'inspection_round.id as round_id',
      'inspection_round.period',
      'inspection_round.office',
    ])
    .orderBy('inspection_finding.due_on')
    .orderBy('inspection_finding.village')
    .orderBy('inspection_finding.id');
  if (ids) query = query.where(sql<boolean>`inspection_finding.id = any(${[...ids]}::uuid[])`);
  if (round !== undefined) query = query.where('inspection_round.id', '=', round);
  if (sheet !== undefined) query = query.where('inspection_sheet.id', '=', sheet);
  if (states) query = query.where('inspection_finding.state', 'in', [...states]);
  return query.execute();
}

/** Holds findings until the end of the request, always in the same order. */
export async function lockFindings(db: Queries, ids: readonly string[]): Promise<FindingRow[]> {
  return db
    .selectFrom('inspection_finding')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Findings of a village on lines of one check sheet since a day, whatever became of them. */
export async function earlierFindings(
  db: Queries,
  { village, template, since }: { village: string; template: string; since: string },
): Promise<FindingRow[]> {
  return db
    .selectFrom('inspection_finding')
    .innerJoin('inspection_sheet', (join) =>
      join
        .onRef('inspection_sheet.tenant_id', '=', 'inspection_finding.tenant_id')
        .onRef('inspection_sheet.id', '=', 'inspection_finding.sheet_id'),
    )
    .selectAll('inspection_finding')
    .where('inspection_finding.village', '=', village)
    .where('inspection_sheet.template', '=', template)
    .where('inspection_finding.found_on', '>=', since)
    .where('inspection_finding.state', '<>', 'dropped')
    .execute();
}

export async function insertFinding(
  db: Queries,
  row: Insertable<Tables['inspection_finding']>,
): Promise<void> {
  await db.insertInto('inspection_finding').values(row).execute();
}

/** Changes a finding that is held; its version rises. */
export async function updateFinding(
  db: Queries,
  id: string,
  change: Partial<Pick<FindingRow, 'state' | 'item_id' | 'due_on' | 'after' | 'repeats'>>,
): Promise<void> {
  await db
    .updateTable('inspection_finding')
    .set(({ eb }) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The course of findings, in order. */
export async function findingCourse(
  db: Queries,
  findings: readonly string[],
): Promise<FindingDeedRow[]> {
  return db
    .selectFrom('finding_deed')
    .selectAll()
    .where(sql<boolean>`finding_id = any(${[...findings]}::uuid[])`)
    .orderBy('seq')
    .execute();
}

/** Adds to the course of a finding that is held. */
export async function insertFindingDeed(
  db: Queries,
  row: Omit<Insertable<Tables['finding_deed']>, 'seq'>,
): Promise<void> {
  const { last } = await db
    .selectFrom('finding_deed')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('finding_id', '=', row.finding_id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('finding_deed')
    .values({ ...row, seq: (last ?? 0) + 1 })
    .execute();
}
