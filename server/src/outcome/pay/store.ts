/** All SQL about pay: budgets, sheets, their lines, releases. */

import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';
import type { DraftLine } from './differences.ts';

export type SheetRow = Selectable<Tables['pay_sheet']>;
export type BudgetRow = Selectable<Tables['pay_budget']>;
export type ReleaseRow = Selectable<Tables['pay_release']>;
type LineRow = Selectable<Tables['pay_sheet_line']>;

export type SheetState = 'draft' | 'checked' | 'approved' | 'handed' | 'paid' | 'withdrawn';

/** Of these states an amount stands. */
export const standing = ['approved', 'handed', 'paid'] as const;

/** A line as it was kept, with its place. */
export type KeptLine = DraftLine & { readonly sheetId: string; readonly seq: number };

/** All sheets, the latest first. */
export function allSheets(db: Queries): Promise<SheetRow[]> {
  return db
    .selectFrom('pay_sheet')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('no', 'desc')
    .execute();
}

export function findSheet(db: Queries, id: string): Promise<SheetRow | undefined> {
  return db.selectFrom('pay_sheet').selectAll().where('id', '=', id).executeTakeFirst();
}

/** One, held until the transaction ends. */
export function lockSheet(db: Queries, id: string): Promise<SheetRow | undefined> {
  return db.selectFrom('pay_sheet').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Takes the next number of a year and keeps the sheet. */
export async function insertSheet(
  db: Queries,
  row: Omit<Insertable<Tables['pay_sheet']>, 'no' | 'lines'>,
  lines: readonly DraftLine[],
): Promise<number> {
  // Whoever makes another sheet in this moment waits for the number.
  await sql`select pg_advisory_xact_lock(hashtext(${`pay ${row.tenant_id}`}))`.execute(db);
  const { last } = await db
    .selectFrom('pay_sheet')
    .select(({ fn }) => fn.max('no').as('last'))
    .where('year', '=', row.year)
    .executeTakeFirstOrThrow();
  const no = (last ?? 0) + 1;
  await db
    .insertInto('pay_sheet')
    .values({ ...row, no, lines: lines.length })
    .execute();
  await db
    .insertInto('pay_sheet_line')
    .values(
      lines.map((line, index) => ({
        tenant_id: row.tenant_id,
        sheet_id: row.id,
        seq: index + 1,
        kind: line.kind,
        period: line.period,
        edition: line.edition,
        subject: line.subject,
        subject_name: line.subjectName,
        payee: line.payee,
        payee_name: line.payeeName,
        payee_kind: line.payeeKind,
        roles: line.roles,
        code: line.code,
        name: line.name,
        document_no: line.documentNo,
        paid_by: line.paidBy,
        state: line.state,
        amount_fen: line.amountFen ?? null,
        old_fen: line.oldFen ?? null,
        paid_fen: line.paidFen,
        held_fen: line.heldFen,
        sentence: line.sentence,
        why: line.why,
        release_id: line.releaseId ?? null,
        facts: JSON.stringify(line.facts),
      })),
    )
    .execute();
  return no;
}

export async function updateSheet(
  db: Queries,
  id: string,
  change: Updateable<Tables['pay_sheet']>,
): Promise<void> {
  await db.updateTable('pay_sheet').set(change).where('id', '=', id).execute();
}

/** The lines of some sheets, sheet by sheet in the order in which they were made. */
export async function linesOf(db: Queries, ids: readonly string[]): Promise<KeptLine[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('pay_sheet_line')
    .innerJoin('pay_sheet', (join) =>
      join
        .onRef('pay_sheet.tenant_id', '=', 'pay_sheet_line.tenant_id')
        .onRef('pay_sheet.id', '=', 'pay_sheet_line.sheet_id'),
    )
    .selectAll('pay_sheet_line')
    .where('pay_sheet_line.sheet_id', 'in', [...ids])
    .orderBy('pay_sheet.made_at')
    .orderBy('pay_sheet.year')
    .orderBy('pay_sheet.no')
    .orderBy('pay_sheet_line.seq')
    .execute();
  return rows.map(keptLine);
}

/** What each sheet comes to, without anybody's name. */
export async function sumsBySheet(db: Queries) {
  const rows = await db
    .selectFrom('pay_sheet_line')
    .select(({ fn }) => [
      'sheet_id',
      fn.sum<string>('paid_fen').as('paid'),
      fn.sum<string>('held_fen').as('held'),
      fn.count<number>('payee').distinct().as('payees'),
    ])
    .groupBy('sheet_id')
    .execute();
  return new Map(
    rows.map(({ sheet_id: id, paid, held, payees }) => [
      id,
      { paidFen: Number(paid), heldFen: Number(held), payees: Number(payees) },
    ]),
  );
}

export function allBudgets(db: Queries): Promise<BudgetRow[]> {
  return db
    .selectFrom('pay_budget')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('line')
    .orderBy('decided_on')
    .orderBy('entered_at')
    .execute();
}

/** @returns false where that document was entered before. */
export async function insertBudget(
  db: Queries,
  row: Insertable<Tables['pay_budget']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: count } = await db
    .insertInto('pay_budget')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'line', 'year', 'document_no']).doNothing(),
    )
    .executeTakeFirst();
  return count === 1n;
}

/** Decisions that no sheet which stands has paid. */
export async function openReleases(db: Queries, line?: string): Promise<ReleaseRow[]> {
  const used = db
    .selectFrom('pay_sheet_line')
    .innerJoin('pay_sheet', (join) =>
      join
        .onRef('pay_sheet.tenant_id', '=', 'pay_sheet_line.tenant_id')
        .onRef('pay_sheet.id', '=', 'pay_sheet_line.sheet_id'),
    )
    .select('pay_sheet_line.release_id')
    .where('pay_sheet_line.release_id', 'is not', null)
    .where('pay_sheet.state', 'in', [...standing]);
  const open = db
    .selectFrom('pay_release')
    .selectAll()
    .where('id', 'not in', used)
    .orderBy('entered_at');
  return (line === undefined ? open : open.where('line', '=', line)).execute();
}

export async function insertRelease(
  db: Queries,
  row: Insertable<Tables['pay_release']>,
): Promise<void> {
  await db.insertInto('pay_release').values(row).execute();
}

function keptLine(row: LineRow): KeptLine {
  return {
    sheetId: row.sheet_id,
    seq: row.seq,
    kind: row.kind as DraftLine['kind'],
    period: row.period,
    edition: row.edition,
    subject: row.subject,
    subjectName: row.subject_name,
    payee: row.payee,
    payeeName: row.payee_name,
    payeeKind: row.payee_kind as DraftLine['payeeKind'],
    roles: row.roles,
    code: row.code,
    name: row.name,
    documentNo: row.document_no,
    paidBy: row.paid_by,
    state: row.state as DraftLine['state'],
    ...(row.amount_fen === null ? {} : { amountFen: row.amount_fen }),
    ...(row.old_fen === null ? {} : { oldFen: row.old_fen }),
    paidFen: row.paid_fen,
    heldFen: row.held_fen,
    sentence: row.sentence,
    why: row.why,
    ...(row.release_id === null ? {} : { releaseId: row.release_id }),
    facts: row.facts as unknown as DraftLine['facts'],
  };
}
