/** Signing out, one's own password, one's own sessions. */

import { sql } from 'kysely';
import type { Account, OutsideCtx } from '../platform/index.ts';
import { chinaDay } from '../platform/index.ts';
import { enterableTowns, ownWordsOf } from './account-store.ts';
import { endSessions, endTokens } from './accounts.ts';
import { hashPassword, type Login } from './login.ts';
import { askingTowns } from './membership-actions.ts';
import { isWeakPassword } from './password-rule.ts';
import { orgProblem } from './problems.ts';
import { provePassword } from './proof.ts';
import type { SignInNeeds } from './sign-in-actions.ts';

export async function signOut({ login }: SignInNeeds, ctx: OutsideCtx): Promise<{ done: true }> {
  const reply = await login.api.signOut({ headers: ctx.headers, asResponse: true });
  ctx.setHeader('set-cookie', reply.headers.getSetCookie());
  return { done: true };
}

/** Who is signed in and which towns they may enter today, by name. */
export async function sessionOf(ctx: OutsideCtx) {
  const { id, userName, mustChangePassword } = signedIn(ctx);
  const towns = await enterableTowns(ctx.db, id, chinaDay(ctx.now));
  return {
    userName,
    mustChangePassword,
    towns: towns.map(({ code, name, kind }) => ({ code, name, kind })),
    asking: await askingTowns(ctx, id),
  };
}

/**
 * Changes one's own password. Every session ends, this one too, and every access token, so whoever
 * had the old password is out, with whatever they made by it. A wrong current password counts as a failed sign-in.
 */
export async function changePassword(
  { attempts }: SignInNeeds,
  ctx: OutsideCtx,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<{ done: true }> {
  const account = signedIn(ctx);
  const { id, userName } = account;
  await provePassword(attempts, ctx, { account, currentPassword, deed: 'auth.changePassword' });
  if (newPassword === currentPassword) throw orgProblem('password-same');
  if (isWeakPassword(newPassword, [userName, ...(await ownWordsOf(ctx.db, id))])) {
    throw orgProblem('password-weak');
  }
  await ctx.db
    .updateTable('login.account')
    .set({ password: await hashPassword(newPassword), updatedAt: ctx.now })
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .execute();
  await ctx.db
    .updateTable('account')
    .set({ must_change_password: false })
    .where('id', '=', id)
    .execute();
  await endSessions(ctx.db, id);
  await endTokens(ctx.db, { accountId: id, now: ctx.now });
  return { done: true };
}

/** In which browsers one is signed in, the last used first. */
export async function sessionsOf({ login }: SignInNeeds, ctx: OutsideCtx) {
  const current = await currentSession(login, ctx);
  const rows = await ctx.db
    .selectFrom('login.session')
    .select(['id', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', signedIn(ctx).id)
    .where('expiresAt', '>', sql<string>`current_timestamp`) // the library's clock is the wall's
    .orderBy('updatedAt', 'desc')
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      current: row.id === current,
      startedAt: row.createdAt,
      lastUsedAt: row.updatedAt,
      address: row.ipAddress ?? '',
      browser: (row.userAgent ?? '').slice(0, 300),
    })),
  };
}

/** Signs one of one's own browsers out. */
export async function endSession(ctx: OutsideCtx, id: string): Promise<{ done: true }> {
  const ended = await ctx.db
    .deleteFrom('login.session')
    .where('id', '=', id)
    .where('userId', '=', signedIn(ctx).id)
    .returning('id')
    .execute();
  if (ended.length === 0) throw orgProblem('session-unknown');
  return { done: true };
}

/** Signs every browser out but this one. */
export async function endOtherSessions({ login }: Pick<SignInNeeds, 'login'>, ctx: OutsideCtx) {
  const current = await currentSession(login, ctx);
  const ended = await ctx.db
    .deleteFrom('login.session')
    .where('userId', '=', signedIn(ctx).id)
    .where('id', '!=', current)
    .returning('id')
    .execute();
  return { ended: ended.length };
}

/** The session of the browser that asks. */
export async function currentSession(login: Login, { headers }: OutsideCtx): Promise<string> {
  const session = await login.api.getSession({ headers });
  if (!session) throw orgProblem('session-unknown');
  return session.session.id;
}

/** The gate lets nobody else through to these addresses. */
export function signedIn({ account }: OutsideCtx): Account {
  if (!account) throw new Error('this address has the rule “account”');
  return account;
}
