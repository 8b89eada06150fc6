/** Where somebody wants the one e-mail of a workday; whoever says nothing gets none. */

import type { Ctx } from '../platform/index.ts';

/** My address and when the last e-mail went out. */
export async function ownDigest(ctx: Ctx, isPossible: boolean) {
  const choice = await ctx.db
    .selectFrom('digest_choice')
    .select('email')
    .where('account_id', '=', ctx.account.id)
    .executeTakeFirst();
  const last = await ctx.db
    .selectFrom('digest_sent')
    .select((row) => row.fn.max('sent_at').as('at'))
    .where('account_id', '=', ctx.account.id)
    .executeTakeFirst();
  return {
    isPossible,
    ...(choice ? { email: choice.email } : {}),
    ...(last?.at ? { lastSentAt: last.at } : {}),
  };
}

/** Takes an address, or stops. */
export async function chooseDigest(
  ctx: Ctx,
  { email }: { email?: string | undefined },
): Promise<{ done: true }> {
  if (email === undefined) {
    await ctx.db.deleteFrom('digest_choice').where('account_id', '=', ctx.account.id).execute();
    return { done: true };
  }
  const values = { email, changed_at: ctx.now };
  await ctx.db
    .insertInto('digest_choice')
    .values({ tenant_id: ctx.tenant.id, account_id: ctx.account.id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet(values))
    .execute();
  return { done: true };
}
