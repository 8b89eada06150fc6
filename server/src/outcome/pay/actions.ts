/** The course of a pay sheet: made, checked by another, approved by a body, handed over, paid. */

import { randomUUID } from 'node:crypto';
import { fenText, type IsoDate, periodLabel } from '@oneneedle/kernel';
import type { AssessmentNeeds } from '../../assessment/index.ts';
import { closeLines, openLine } from '../../desk/index.ts';
import { type Ctx, chinaDay, type Role } from '../../platform/index.ts';
import { budgetKey, budgetsNow, labelOf } from './budgets.ts';
import { draftSheet, type SheetDraft, type SheetName } from './making.ts';
import { payApprovers, payCheckers, payers, payMakers } from './policy.ts';
import { payProblem } from './problems.ts';
import { handsOf, requireWhole } from './reach.ts';
import {
  insertSheet,
  lockSheet,
  type SheetRow,
  type SheetState,
  sumsBySheet,
  updateSheet,
} from './store.ts';

interface One {
  readonly id: string;
}

/** Makes a sheet; it says what it says until it is withdrawn or approved. */
export async function makeSheet(needs: AssessmentNeeds, ctx: Ctx, name: SheetName) {
  const persons = handsOf(ctx, payMakers);
  const draft = await draftSheet(needs, ctx, name);
  const id = randomUUID();
  const year = draft.period.slice(0, 4);
  const no = await insertSheet(
    ctx.db,
    {
      tenant_id: ctx.tenant.id,
      id,
      year,
      line: draft.line,
      period: draft.period,
      edition: draft.edition,
      scheme_name: draft.schemeName,
      authority: draft.authority,
      digest: draft.digest,
      notices: JSON.stringify(draft.notices),
      state: 'draft',
      made_by: ctx.account.id,
      made_persons: persons,
      made_at: ctx.now,
    },
    draft.lines,
  );
  const what = `${draft.schemeName}${periodLabel(draft.period)}考核工资表（${year}-${no}）`;
  await tell(ctx, id, { title: `${what}待审核`, roles: payCheckers });
  return { id, no: `${year}-${no}` };
}

/** Another person followed the arithmetic. */
export async function checkSheet(needs: AssessmentNeeds, ctx: Ctx, { id }: One) {
  const persons = handsOf(ctx, payCheckers);
  const sheet = await held(ctx, id, { from: 'draft', wanted: '先造表再审核' });
  requireOtherHand(ctx, persons, { sheet, deed: '审核' });
  await requireCurrent(needs, ctx, sheet);
  await updateSheet(ctx.db, id, {
    state: 'checked',
    checked_by: ctx.account.id,
    checked_persons: persons,
    checked_at: ctx.now,
  });
  await tell(ctx, id, { title: `${titleOf(sheet)}待批准`, roles: payApprovers });
  return { done: true } as const;
}

interface Approval extends One {
  readonly body: string;
  readonly documentNo: string;
  readonly on: string;
  readonly over?: { readonly reason: string; readonly documentNo: string } | undefined;
}

/** A leader enters what the body decided; more than the budget has left needs a document of its own. */
export async function approveSheet(needs: AssessmentNeeds, ctx: Ctx, approval: Approval) {
  const { id, body, documentNo, on, over } = approval;
  const persons = handsOf(ctx, payApprovers);
  const sheet = await held(ctx, id, { from: 'checked', wanted: '审核以后才批准' });
  requireOtherHand(ctx, persons, { sheet, deed: '批准' });
  requireDays(ctx, [chinaDay(sheet.made_at), on]);
  const { isGradeOpen } = await requireCurrent(needs, ctx, sheet);
  if (isGradeOpen) throw payProblem('grades-open');
  const budget = (await budgetsNow(ctx.db)).get(budgetKey(sheet.line, sheet.year));
  if (!budget) throw payProblem('no-budget', { year: sheet.year });
  const paidFen = (await sumsBySheet(ctx.db)).get(id)?.paidFen ?? 0;
  const overFen = paidFen - budget.leftFen;
  if (overFen > 0 && !over) {
    throw payProblem('over-budget', { over: fenText(overFen as Parameters<typeof fenText>[0]) });
  }
  if (overFen <= 0 && over) throw payProblem('not-over');
  await updateSheet(ctx.db, id, {
    state: 'approved',
    approved_by: ctx.account.id,
    approved_at: ctx.now,
    body,
    document_no: documentNo,
    approved_on: on,
    over_reason: over?.reason ?? null,
    over_document: over?.documentNo ?? null,
    budget_fen: budget.totalFen,
    used_fen: budget.usedFen,
  });
  await tell(ctx, id, { title: `${titleOf(sheet)}已批准，待送财政所`, roles: payMakers });
  return { done: true } as const;
}

/** The sheet went to the finance office. */
export async function handSheet(ctx: Ctx, { id, on }: One & { readonly on: string }) {
  requireWhole(ctx, payMakers);
  const sheet = await held(ctx, id, { from: 'approved', wanted: '批准以后才送财政' });
  requireDays(ctx, [sheet.approved_on, on]);
  await updateSheet(ctx.db, id, { state: 'handed', handed_on: on, handed_by: ctx.account.id });
  await tell(ctx, id, { title: `${titleOf(sheet)}已送到，待发放`, roles: payers });
  return { done: true } as const;
}

/** The money went out. */
export async function confirmPaid(ctx: Ctx, { id, on }: One & { readonly on: string }) {
  requireWhole(ctx, payers);
  const sheet = await held(ctx, id, { from: 'handed', wanted: '送财政以后才发放' });
  requireDays(ctx, [sheet.handed_on, on]);
  await updateSheet(ctx.db, id, { state: 'paid', paid_on: on, paid_by: ctx.account.id });
  await closeLines(ctx, matterOf(id));
  return { done: true } as const;
}

/** Takes a sheet back that nobody approved yet; the number stays used. */
export async function withdrawSheet(ctx: Ctx, { id, reason }: One & { readonly reason: string }) {
  requireWhole(ctx, payMakers);
  await held(ctx, id, {
    from: ['draft', 'checked'],
    wanted: '批准以后不再收回，差错在下一张表里补差',
  });
  await updateSheet(ctx.db, id, {
    state: 'withdrawn',
    withdrawn_at: ctx.now,
    withdrawn_by: ctx.account.id,
    withdrawn_reason: reason,
  });
  await closeLines(ctx, matterOf(id));
  return { done: true } as const;
}

/** One in a state from which the deed goes on, held. */
async function held(
  ctx: Ctx,
  id: string,
  { from, wanted }: { from: SheetState | readonly SheetState[]; wanted: string },
): Promise<SheetRow> {
  const sheet = await lockSheet(ctx.db, id);
  if (!sheet) throw payProblem('sheet-unknown');
  if (![from].flat().some((state) => state === sheet.state)) {
    throw payProblem('other-state', { wanted });
  }
  return sheet;
}

/** Who made, checks and approves are three, substitutes counted as those in whose place they act. */
function requireOtherHand(
  { account }: Ctx,
  persons: readonly string[],
  { sheet, deed }: { sheet: SheetRow; deed: string },
): void {
  const before = [
    sheet.made_by,
    sheet.checked_by,
    ...sheet.made_persons,
    ...(sheet.checked_persons ?? []),
  ];
  if ([account.id, ...persons].some((one) => before.includes(one))) {
    throw payProblem('same-hand', { deed });
  }
}

/** What would be made now is what was made then; the sheet's own lines tell of nothing yet. */
async function requireCurrent(
  needs: AssessmentNeeds,
  ctx: Ctx,
  sheet: SheetRow,
): Promise<SheetDraft> {
  const now = await draftSheet(needs, ctx, sheet);
  if (now.digest !== sheet.digest) throw payProblem('out-of-date');
  return now;
}

/** Refuses days that do not follow one another, or are to come. */
function requireDays({ now }: Ctx, days: readonly (string | null)[]): void {
  const today: IsoDate = chinaDay(now);
  const known = [...days.flatMap((day) => day ?? []), today];
  if (known.some((day, index) => index > 0 && day < (known[index - 1] ?? ''))) {
    throw payProblem('day-unfit', { today });
  }
}

function titleOf({ scheme_name: name, period, year, no }: SheetRow): string {
  return `${name}${labelOf(period)}考核工资表（${year}-${no}）`;
}

function matterOf(id: string) {
  return { room: 'outcome', kind: 'pay', about: id };
}

/** One line of the list goes from desk to desk; it names nobody and no amount. */
async function tell(
  ctx: Ctx,
  id: string,
  { title, roles }: { title: string; roles: readonly Role[] },
): Promise<void> {
  await openLine(ctx, { ...matterOf(id), title, roles, address: `/results/pay/${id}` });
}
