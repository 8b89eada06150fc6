/** Signing in and out, one's own password, one's own sessions. */

import type { OutsideCtx, Queries } from '../platform/index.ts';
import type { Login } from './login.ts';
import { orgProblem } from './problems.ts';

const failuresMax = 5;
const lockMinutes = 15;

/** What these deeds need beside the transaction: failures are counted even though it rolls back. */
export interface SignInNeeds {
  readonly login: Login;
  readonly queries: Queries;
}

/** The same words for a wrong name and a wrong password. */
export async function signIn(
  { login, queries }: SignInNeeds,
  ctx: OutsideCtx,
  { userName, password }: { userName: string; password: string },
): Promise<{ mustChangePassword: boolean }> {
  const name = userName.toLowerCase();
  const account = await ctx.db
    .selectFrom('account')
    .innerJoin('login.user as user', 'user.id', 'account.id')
    .select(['account.id', 'locked_until', 'must_change_password'])
    .where('user.username', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (account?.locked_until && account.locked_until > ctx.now) {
    throw orgProblem('account-locked', { until: account.locked_until });
  }
  if (!account) throw orgProblem('sign-in-failed');
  const reply = await login.api.signInUsername({
    body: { username: name, password },
    headers: ctx.headers,
    asResponse: true,
  });
  if (!reply.ok) {
    await countFailure(queries, account.id, ctx.now);
    throw orgProblem('sign-in-failed');
  }
  ctx.setHeader('set-cookie', reply.headers.getSetCookie());
  await ctx.db
    .updateTable('account')
    .set({ failed_count: 0, locked_until: null })
    .where('id', '=', account.id)
    .execute();
  return { mustChangePassword: account.must_change_password };
}

async function countFailure(queries: Queries, id: string, now: string): Promise<void> {
  const until = new Date(Date.parse(now) + lockMinutes * 60_000).toISOString();
  await queries
    .updateTable('account')
    .set((row) => ({
      failed_count: row('failed_count', '+', 1),
      locked_until: row
        .case()
        .when(row('failed_count', '>=', failuresMax - 1))
        .then(until)
        .else(row.ref('locked_until'))
        .end(),
    }))
    .where('id', '=', id)
    .execute();
}

export async function signOut({ login }: SignInNeeds, ctx: OutsideCtx): Promise<{ done: true }> {
  const reply = await login.api.signOut({ headers: ctx.headers, asResponse: true });
  ctx.setHeader('set-cookie', reply.headers.getSetCookie());
  return { done: true };
}

/** Who is signed in and which towns they may enter, by name. */
export async function sessionOf(ctx: OutsideCtx) {
  const { account } = ctx;
  if (!account) throw orgProblem('sign-in-failed');
  const towns = await ctx.db
    .selectFrom('tenant')
    .innerJoin('membership', 'membership.tenant_id', 'tenant.id')
    .select(['tenant.code', 'tenant.name', 'tenant.kind'])
    .where('membership.account_id', '=', account.id)
    .orderBy('tenant.name')
    .execute();
  return {
    userName: account.userName,
    mustChangePassword: account.mustChangePassword,
    towns: towns.map((town) => ({ ...town, kind: town.kind as 'town' | 'county' })),
  };
}
