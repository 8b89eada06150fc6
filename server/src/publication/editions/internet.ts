/** The switch of the internet page: off until an administrator names the decision. */

import { type Ctx, chinaDay, type Queries } from '../../platform/index.ts';
import { publicationProblem } from '../problems.ts';
import type { Replies } from './reading.ts';
import { insertInternet, internetRow } from './store.ts';

export async function readInternet(ctx: Ctx): Promise<Replies['internet']> {
  const row = await internetRow(ctx.db);
  if (!row?.is_on) return { isOn: false };
  return {
    isOn: true,
    ...(row.decision_no === null ? {} : { decisionNo: row.decision_no }),
    ...(row.decided_on === null ? {} : { decidedOn: row.decided_on }),
  };
}

/** Turns it on by a decision, or off without one. */
export async function setInternet(
  ctx: Ctx,
  asked: {
    readonly isOn: boolean;
    readonly decisionNo?: string | undefined;
    readonly decidedOn?: string | undefined;
  },
): Promise<Replies['setInternet']> {
  const { isOn, decisionNo, decidedOn } = asked;
  if (isOn && (decisionNo === undefined || decidedOn === undefined)) {
    throw publicationProblem('internet-undecided');
  }
  if (isOn && decidedOn !== undefined && decidedOn > chinaDay(ctx.now)) {
    throw publicationProblem('days-order', { sentence: '决定日期还没有到，' });
  }
  await insertInternet(ctx.db, {
    tenant_id: ctx.tenant.id,
    seq: ((await internetRow(ctx.db))?.seq ?? 0) + 1,
    is_on: isOn,
    decision_no: isOn ? (decisionNo ?? null) : null,
    decided_on: isOn ? (decidedOn ?? null) : null,
    changed_by: ctx.account.id,
    changed_at: ctx.now,
  });
  return { done: true };
}

/** Whether published lists of units stand on the internet. */
export async function isOnInternet(db: Queries): Promise<boolean> {
  return (await internetRow(db))?.is_on ?? false;
}
