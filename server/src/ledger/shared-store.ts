/** All SQL about sheets that several fill in: their heads and their typed cells. */

import type { Selectable } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

/** A sheet by what it is about. */
export interface SheetName {
  readonly line: string;
  readonly period: string;
  readonly clause: string;
}

/** A typed cell as it is kept. */
export type CellRow = Selectable<Tables['sheet_cell']>;

/** What is written into a cell. */
export interface CellWords {
  readonly subject: string;
  readonly column: string;
  readonly value: string;
  readonly isPending: boolean;
}

/** Counts a change, and holds the sheet until the transaction ends: writers come one after the other. */
export async function nextRevision(
  db: Queries,
  tenantId: string,
  sheet: SheetName,
): Promise<number> {
  const { revision } = await db
    .insertInto('sheet_head')
    .values({ tenant_id: tenantId, ...sheet, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'line', 'period', 'clause'])
        .doUpdateSet((head) => ({ revision: head('sheet_head.revision', '+', 1) })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** The revision of a sheet; 0 where nobody typed yet. */
export async function revisionOf(db: Queries, sheet: SheetName): Promise<number> {
  const head = await ofSheet(db.selectFrom('sheet_head').select('revision'), sheet);
  return head[0]?.revision ?? 0;
}

/** The cells of a sheet that changed after a revision. */
export function cellsSince(db: Queries, sheet: SheetName, since: number): Promise<CellRow[]> {
  return ofSheet(db.selectFrom('sheet_cell').selectAll().where('revision', '>', since), sheet);
}

/** The cells of some rows. */
export async function cellsOfRows(
  db: Queries,
  sheet: SheetName,
  subjects: readonly string[],
): Promise<CellRow[]> {
  const query = db.selectFrom('sheet_cell').selectAll().where('subject', 'in', subjects);
  return ofSheet(query.orderBy('version'), sheet);
}

function ofSheet<Row>(
  query: { where(name: keyof SheetName, is: '=', value: string): typeof query; execute(): Row },
  { line, period, clause }: SheetName,
): Row {
  return query
    .where('line', '=', line)
    .where('period', '=', period)
    .where('clause', '=', clause)
    .execute();
}

/** Writes cells, new and old ones, at a revision. */
export async function writeCells(
  db: Queries,
  cells: readonly CellWords[],
  kept: {
    tenantId: string;
    sheet: SheetName;
    revision: number;
    person: string;
    account: string;
    inPlaceOf: readonly string[];
    now: string;
  },
): Promise<void> {
  const { tenantId, sheet, revision, person, account, inPlaceOf, now } = kept;
  const rows = cells.map(({ subject, column, value, isPending }) => ({
    tenant_id: tenantId,
    ...sheet,
    subject,
    column_name: column,
    value,
    is_pending: isPending,
    version: revision,
    revision,
    typed_by: person,
    typed_by_account: account,
    in_place_of: [...inPlaceOf],
    typed_at: now,
  }));
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('sheet_cell')
      .values(rows.slice(at, at + 1000))
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'line', 'period', 'clause', 'subject', 'column_name'])
          .doUpdateSet((cell) => ({
            value: cell.ref('excluded.value'),
            is_pending: cell.ref('excluded.is_pending'),
            version: cell.ref('excluded.version'),
            revision: cell.ref('excluded.revision'),
            typed_by: cell.ref('excluded.typed_by'),
            typed_by_account: cell.ref('excluded.typed_by_account'),
            in_place_of: cell.ref('excluded.in_place_of'),
            typed_at: cell.ref('excluded.typed_at'),
          })),
      )
      .execute();
  }
}

/** The cells of rows that were sent: from now on their entries say what counts. */
export async function markSent(
  db: Queries,
  { line, period, clause }: SheetName,
  { subjects, revision }: { subjects: readonly string[]; revision: number },
): Promise<void> {
  if (subjects.length === 0) return;
  await db
    .updateTable('sheet_cell')
    .set({ is_pending: false, revision })
    .where('line', '=', line)
    .where('period', '=', period)
    .where('clause', '=', clause)
    .where('subject', 'in', subjects)
    .where('is_pending', '=', true)
    .execute();
}
