/** What every deed on an account asks first: is it of this town, who keeps it, whose is it. */

import type { Ctx } from '../platform/index.ts';
import { inTenant, townsOf } from './account-store.ts';
import { orgProblem } from './problems.ts';

/** An account that may enter this town; locked until the request ends. */
export async function lockAccount(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('account')
    .innerJoin('membership', 'membership.account_id', 'account.id')
    .innerJoin('login.user as named', 'named.id', 'account.id')
    .select([
      'account.id',
      'account.home_id',
      'account.disabled_at',
      'account.locked_until',
      'named.username',
    ])
    .where('account.id', '=', id)
    .where('membership.tenant_id', '=', ctx.tenant.id)
    .forUpdate('account')
    .executeTakeFirst();
  if (!row) throw orgProblem('account-unknown');
  return row;
}

/** An account that this town keeps and that is not the actor's own. */
export async function lockKeptAccount(ctx: Ctx, id: string) {
  const account = await lockAccount(ctx, id);
  requireWholeTown(ctx);
  if (account.id === ctx.actor.accountId) throw orgProblem('own-account');
  if (account.home_id === ctx.tenant.id) return account;
  const home = await ctx.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', account.home_id ?? '')
    .executeTakeFirst();
  throw orgProblem('kept-elsewhere', { town: home?.name ?? '' });
}

/** Accounts are for administrators of the whole town. */
export function requireWholeTown({ actor }: Ctx): void {
  const isWhole = actor.grants.some(({ role, unit }) => role === 'administrator' && !unit);
  if (!isWhole) throw orgProblem('not-whole-town');
}

/**
 * Refuses to leave this town without an administrator of the whole of it who has no last day. Two
 * administrators who end each other at once wait here for one another.
 */
export async function requireAdministratorBeside(
  ctx: Ctx,
  gone: { readonly grant?: string; readonly account?: string },
): Promise<void> {
  await ctx.db
    .selectFrom('role_grant')
    .select('id')
    .where('role', '=', 'administrator')
    .orderBy('id')
    .forUpdate()
    .execute();
  const lasting = await ctx.db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.account_id', '=', 'role_grant.account_id')
        .onRef('membership.tenant_id', '=', 'role_grant.tenant_id'),
    )
    .select(['role_grant.id', 'role_grant.account_id'])
    .where('membership.asked_at', 'is', null)
    .where('role', '=', 'administrator')
    .where('unit_code', 'is', null)
    .where('to_on', 'is', null)
    .where('disabled_at', 'is', null)
    .execute();
  const isLasting = lasting.some((row) => row.id === gone.grant || row.account_id === gone.account);
  const isBeside = lasting.some((row) => row.id !== gone.grant && row.account_id !== gone.account);
  if (isLasting && !isBeside) throw orgProblem('last-administrator');
}

/** The same in every town that an account may enter, before it is disabled. */
export async function requireAdministratorsBeside(ctx: Ctx, accountId: string): Promise<void> {
  for (const town of await townsOf(ctx.db, accountId)) {
    const check = () => requireAdministratorBeside(ctx, { account: accountId });
    await inTenant(ctx.db, town.id, check, ctx.tenant.id);
  }
}
