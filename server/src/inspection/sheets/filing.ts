/** The page of the field is off until an administrator enters the number of its filing. */

import type { Ctx, Queries } from '../../platform/index.ts';
import { inspectionTown } from '../town.ts';
import { sheetProblem } from './problems.ts';
import { findSetting, putFiling } from './store.ts';

/** Refuses where the page of the field is off. */
export async function requireFiling(db: Queries): Promise<void> {
  const setting = await findSetting(db);
  if (!setting?.filing_no) throw sheetProblem('field-off');
}

/** By what paper the page of the field is let. */
export async function readFiling(ctx: Ctx) {
  const { named } = await inspectionTown(ctx);
  const setting = await findSetting(ctx.db);
  const { filing_by: by, filing_no: no, filing_on: on } = setting ?? {};
  return no && on ? { filing: { no, on, by: named(by ?? '') } } : {};
}

/** Opens the page of the field. */
export async function fileField(ctx: Ctx, { no, on }: { no: string; on: string }) {
  const { named, today } = await inspectionTown(ctx);
  if (on > today) throw sheetProblem('filed-later');
  const by = ctx.actor.person ?? ctx.account.userName;
  await putFiling(ctx.db, ctx.tenant.id, { filing_no: no, filing_on: on, filing_by: by });
  return { filing: { no, on, by: named(by) } };
}

/** Shuts it; nothing that was saved is lost. */
export async function closeField(ctx: Ctx) {
  const none = { filing_no: null, filing_on: null, filing_by: null };
  await putFiling(ctx.db, ctx.tenant.id, none);
  return {};
}
