/** The money of a year: documents that add up, what sheets used of it, what is left. */

import { randomUUID } from 'node:crypto';
import { periodLabel } from '@oneneedle/kernel';
import { type Ctx, chinaDay, type Queries } from '../../platform/index.ts';
import { schemesInForce } from '../../scheme/index.ts';
import { budgetKeepers } from './policy.ts';
import { payProblem } from './problems.ts';
import { requireWhole } from './reach.ts';
import {
  allBudgets,
  allSheets,
  type BudgetRow,
  insertBudget,
  standing,
  sumsBySheet,
} from './store.ts';

/** How a year stands: used + left = total. */
export interface BudgetNow {
  readonly totalFen: number;
  readonly usedFen: number;
  readonly leftFen: number;
  readonly documents: readonly BudgetRow[];
}

interface NewBudget {
  readonly line: string;
  readonly year: string;
  readonly documentNo: string;
  readonly on: string;
  readonly amount: string;
  readonly note: string;
}

/** Enters a document with its amount; nothing entered before is changed. */
export async function addBudget(ctx: Ctx, { line, year, documentNo, on, amount, note }: NewBudget) {
  requireWhole(ctx, budgetKeepers);
  const today = chinaDay(ctx.now);
  if (!(await paysBy(ctx.db, line))) throw payProblem('period-unknown');
  if (on > today) throw payProblem('day-unfit', { today });
  const fen = fenIn(amount);
  if (fen === 0) throw payProblem('no-amount');
  const isNew = await insertBudget(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    line,
    year,
    document_no: documentNo,
    decided_on: on,
    amount_fen: fen,
    note,
    entered_by: ctx.account.id,
    entered_at: ctx.now,
  });
  if (!isNew) throw payProblem('document-twice', { documentNo });
  return { done: true } as const;
}

/** The budgets of all years, by scheme and year. */
export async function budgetsNow(db: Queries): Promise<Map<string, BudgetNow>> {
  const rows = await allBudgets(db);
  const sums = await sumsBySheet(db);
  const used = new Map<string, number>();
  for (const sheet of await allSheets(db)) {
    if (!standing.some((state) => state === sheet.state)) continue;
    const key = budgetKey(sheet.line, sheet.year);
    used.set(key, (used.get(key) ?? 0) + (sums.get(sheet.id)?.paidFen ?? 0));
  }
  return new Map(
    [...Map.groupBy(rows, ({ line, year }) => budgetKey(line, year))].map(([key, documents]) => {
      const totalFen = documents.reduce((sum, row) => sum + row.amount_fen, 0);
      const usedFen = used.get(key) ?? 0;
      return [key, { totalFen, usedFen, leftFen: totalFen - usedFen, documents }];
    }),
  );
}

export function budgetKey(line: string, year: string): string {
  return `${line} ${year}`;
}

/** "2026年第三季度" */
export function labelOf(period: string): string {
  return periodLabel(period as Parameters<typeof periodLabel>[0]);
}

async function paysBy(db: Queries, line: string): Promise<boolean> {
  return (await schemesInForce(db)).some((one) => one.line === line && one.scheme.pay);
}

/** Yuan as typed, in whole fen. */
function fenIn(text: string): number {
  const [yuan = '0', cents = ''] = text.split('.');
  return Number(`${yuan}${cents.padEnd(2, '0')}`);
}
