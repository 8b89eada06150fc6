/** The owner of an account agrees to enter a town that asks, or does not. Nobody else can for them. */

import type { OutsideCtx } from '../platform/index.ts';
import { inTenant } from './account-store.ts';
import { orgProblem } from './problems.ts';

/** The towns that ask an account to enter, the first that asked first. */
export async function askingTowns(ctx: OutsideCtx, accountId: string) {
  const rows = await ctx.db
    .selectFrom('membership')
    .innerJoin('tenant', 'tenant.id', 'membership.tenant_id')
    .select(['tenant.code', 'tenant.name', 'membership.asked_at'])
    .where('membership.account_id', '=', accountId)
    .where('membership.asked_at', 'is not', null)
    .orderBy('membership.asked_at')
    .orderBy('tenant.code')
    .execute();
  return rows.map(({ code, name, asked_at }) => ({ code, name, askedAt: asked_at ?? '' }));
}

/** From now on the account may do in the town what its roles there say. */
export async function acceptTown(ctx: OutsideCtx, town: string): Promise<{ done: true }> {
  const { accountId, tenantId } = await lockAsked(ctx, town);
  await ctx.db
    .updateTable('membership')
    .set({ asked_at: null })
    .where('account_id', '=', accountId)
    .where('tenant_id', '=', tenantId)
    .execute();
  await tellTowns(ctx, { accountId, tenantId, town, deed: 'auth.acceptTown' });
  return { done: true };
}

/** Takes away all that waited: roles, the tie to a person of the roster, and the asking itself. */
export async function declineTown(ctx: OutsideCtx, town: string): Promise<{ done: true }> {
  const { accountId, tenantId } = await lockAsked(ctx, town);
  await inTenant(ctx.db, tenantId, async () => {
    await ctx.db.deleteFrom('role_grant').where('account_id', '=', accountId).execute();
    await ctx.db
      .updateTable('person')
      .set({ account_id: null })
      .where('account_id', '=', accountId)
      .execute();
  });
  await ctx.db
    .deleteFrom('membership')
    .where('account_id', '=', accountId)
    .where('tenant_id', '=', tenantId)
    .execute();
  await tellTowns(ctx, { accountId, tenantId, town, deed: 'auth.declineTown' });
  return { done: true };
}

async function lockAsked(ctx: OutsideCtx, town: string) {
  const accountId = ctx.account?.id ?? ''; // the gate lets nobody through without one
  const row = await ctx.db
    .selectFrom('membership')
    .innerJoin('tenant', 'tenant.id', 'membership.tenant_id')
    .select('membership.tenant_id')
    .where('membership.account_id', '=', accountId)
    .where('membership.asked_at', 'is not', null)
    .where('tenant.code', '=', town)
    .forUpdate('membership')
    .executeTakeFirst();
  if (!row) throw orgProblem('membership-unknown');
  return { accountId, tenantId: row.tenant_id };
}

interface Told {
  readonly accountId: string;
  readonly tenantId: string;
  readonly town: string;
  readonly deed: 'auth.acceptTown' | 'auth.declineTown';
}

/** Both towns read it in their audit: the one that asked, and the one that keeps the account. */
async function tellTowns(ctx: OutsideCtx, { accountId, tenantId, town, deed }: Told) {
  const { home_id: home } = await ctx.db
    .selectFrom('account')
    .select('home_id')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  for (const id of new Set([tenantId, home ?? tenantId])) {
    const row = { at: ctx.now, account_id: accountId, deed, request_id: ctx.requestId };
    const values = { tenant_id: id, ...row, input: JSON.stringify({ name: town }) };
    await inTenant(ctx.db, id, () => ctx.db.insertInto('audit').values(values).execute());
  }
}
