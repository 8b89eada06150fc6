/** What money follows from a unit's results, as approved sheets say it: which line and when; no amount of anybody. */

import { sql } from 'kysely';
import type { Queries } from '../../platform/index.ts';
import { labelOf } from './budgets.ts';
import { standing } from './store.ts';

/** One line of pay on one sheet, or a decision to let go of what was kept back. */
export interface MoneyStep {
  /** The scheme whose result pays. */
  readonly line: string;
  readonly period: string;
  readonly label: string;
  readonly name: string;
  /** The paper that lets this line move; '' where the scheme names none. */
  readonly documentNo: string;
  /** `held` is kept back, `open` cannot be said yet. */
  readonly kind: 'due' | 'held' | 'open' | 'difference' | 'release';
  /** When the sheet was approved; absent for a release that no sheet has yet. */
  readonly approvedOn?: string;
  readonly paidOn?: string;
  /** The decision to let go. */
  readonly released?: { readonly documentNo: string; readonly on: string };
}

/**
 * The steps of a unit, sheet by sheet in the order in which they were approved. Whose amounts they
 * are and how much is left out here: that is read in the room of pay alone, and written down there.
 */
export async function moneyFollowing(db: Queries, unit: string): Promise<MoneyStep[]> {
  return [...(await onSheets(db, unit)), ...(await notYetOnSheets(db, unit))];
}

async function onSheets(db: Queries, unit: string): Promise<MoneyStep[]> {
  const kind = sql<MoneyStep['kind']>`case when l.kind <> 'period' then l.kind
    when bool_or(l.held_fen > 0) then 'held' when bool_or(l.amount_fen is null) then 'open'
    else 'due' end`;
  const rows = await db
    .selectFrom('pay_sheet_line as l')
    .innerJoin('pay_sheet as s', (join) =>
      join.onRef('s.tenant_id', '=', 'l.tenant_id').onRef('s.id', '=', 'l.sheet_id'),
    )
    .leftJoin('pay_release as r', (join) =>
      join.onRef('r.tenant_id', '=', 'l.tenant_id').onRef('r.id', '=', 'l.release_id'),
    )
    .select(['s.line', 'l.period', 'l.name', 'l.document_no', 's.approved_on', 's.paid_on'])
    .select(['r.document_no as release_no', 'r.decided_on'])
    .select(kind.as('kind'))
    .where('l.subject', '=', unit)
    .where('s.state', 'in', [...standing])
    .groupBy(['s.line', 's.year', 's.no', 'l.period', 'l.code', 'l.name', 'l.document_no'])
    .groupBy(['l.kind', 's.approved_on', 's.paid_on', 'r.document_no', 'r.decided_on'])
    .orderBy('s.approved_on')
    .orderBy('s.year')
    .orderBy('s.no')
    .orderBy(sql`min(l.seq)`)
    .execute();
  return rows.map((row) => ({
    line: row.line,
    period: row.period,
    label: labelOf(row.period),
    name: row.name,
    documentNo: row.document_no,
    kind: row.kind,
    ...(row.approved_on === null ? {} : { approvedOn: row.approved_on }),
    ...(row.paid_on === null ? {} : { paidOn: row.paid_on }),
    ...releasedBy(row.release_no, row.decided_on),
  }));
}

/** Decided and not paid: the next sheet of the scheme has it. */
async function notYetOnSheets(db: Queries, unit: string): Promise<MoneyStep[]> {
  const told = db
    .selectFrom('pay_sheet_line as l')
    .innerJoin('pay_sheet as s', (join) =>
      join.onRef('s.tenant_id', '=', 'l.tenant_id').onRef('s.id', '=', 'l.sheet_id'),
    )
    .where('s.state', 'in', [...standing]);
  const rows = await db
    .selectFrom('pay_release as r')
    .select(['r.line', 'r.period', 'r.document_no', 'r.decided_on'])
    .select((eb) =>
      eb
        .selectFrom('pay_sheet_line as n')
        .select('n.name')
        .whereRef('n.code', '=', 'r.code')
        .whereRef('n.subject', '=', 'r.subject')
        .whereRef('n.payee', '=', 'r.payee')
        .limit(1)
        .as('name'),
    )
    .distinct()
    .where('r.subject', '=', unit)
    .where('r.id', 'not in', told.select('l.release_id').where('l.release_id', 'is not', null))
    .orderBy('r.decided_on')
    .execute();
  return rows.map(({ line, period, document_no: documentNo, decided_on: on, name }) => ({
    ...{ line, period, label: labelOf(period), name: name ?? '', documentNo: '', kind: 'release' },
    ...releasedBy(documentNo, on),
  }));
}

function releasedBy(documentNo: string | null, on: string | null): Pick<MoneyStep, 'released'> {
  return documentNo === null || on === null ? {} : { released: { documentNo, on } };
}
