/** Signing in and out, one's own password, one's own sessions. */

import { sql } from 'kysely';
import type { Account, OutsideCtx } from '../platform/index.ts';
import { chinaDay } from '../platform/index.ts';
import { enterableTowns, ownWordsOf } from './account-store.ts';
import type { Attempts } from './attempts.ts';
import { hashPassword, type Login, verifyPassword } from './login.ts';
import { askingTowns } from './membership-actions.ts';
import { isWeakPassword } from './password-rule.ts';
import { orgProblem } from './problems.ts';

/** What these deeds need beside the transaction: failures are counted even though it rolls back. */
export interface SignInNeeds {
  readonly login: Login;
  readonly attempts: Attempts;
}

/** Stands for every name that nobody has, so that the library takes its time over the password. */
const nobody = 'nobody-has-this-name';

/** The same words, after about the same time, for a wrong name and a wrong password. */
export async function signIn(
  { login, attempts }: SignInNeeds,
  ctx: OutsideCtx,
  { userName, password }: { userName: string; password: string },
): Promise<{ mustChangePassword: boolean }> {
  const address = addressOf(ctx);
  refuseAddress(attempts, ctx);
  const username = userName.toLowerCase();
  const { accountId, lockedUntil } = await attempts.begin(username, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  const reply = await login.api.signInUsername({
    body: { username: accountId === undefined ? nobody : username, password },
    headers: ctx.headers,
    asResponse: true,
  });
  if (accountId === undefined || !reply.ok) {
    attempts.countAddress(address, ctx.now);
    const tried =
      accountId === undefined ? { userName: username } : { userName: username, accountId };
    await attempts.keep({ deed: 'auth.signIn', ...tried, address, ...instantOf(ctx) });
    throw orgProblem('sign-in-failed');
  }
  ctx.setHeader('set-cookie', reply.headers.getSetCookie());
  await attempts.succeed(accountId);
  const account = await ctx.db
    .updateTable('account')
    .set({ last_sign_in_at: ctx.now })
    .where('id', '=', accountId)
    .returning('must_change_password')
    .executeTakeFirstOrThrow();
  return { mustChangePassword: account.must_change_password };
}

/** Refuses an address that failed too often, before anything costly is done. */
export function refuseAddress(attempts: Attempts, ctx: OutsideCtx): void {
  const until = attempts.addressLockedUntil(addressOf(ctx), ctx.now);
  if (until) throw orgProblem('address-locked', { until });
}

/** The address that the request came from, as the server sees it. */
export function addressOf({ headers }: OutsideCtx): string {
  return headers.get('x-forwarded-for') ?? '';
}

function instantOf({ now, requestId }: OutsideCtx) {
  return { now, requestId };
}

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
 * Changes one's own password. Every session ends, this one too, so whoever had the old password is
 * out. A wrong current password counts as a failed sign-in.
 */
export async function changePassword(
  { attempts }: SignInNeeds,
  ctx: OutsideCtx,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<{ done: true }> {
  const { id, userName } = signedIn(ctx);
  const { lockedUntil } = await attempts.begin(userName, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  const { password: hash } = await ctx.db
    .selectFrom('login.account')
    .select('password')
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .executeTakeFirstOrThrow();
  const isRight = await verifyPassword({ hash: hash ?? '', password: currentPassword });
  if (!isRight) {
    const tried = { userName, accountId: id, address: addressOf(ctx) };
    await attempts.keep({ deed: 'auth.changePassword', ...tried, ...instantOf(ctx) });
    throw orgProblem('password-wrong');
  }
  await attempts.succeed(id);
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
  await ctx.db.deleteFrom('login.session').where('userId', '=', id).execute();
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
export async function endOtherSessions({ login }: SignInNeeds, ctx: OutsideCtx) {
  const current = await currentSession(login, ctx);
  const ended = await ctx.db
    .deleteFrom('login.session')
    .where('userId', '=', signedIn(ctx).id)
    .where('id', '!=', current)
    .returning('id')
    .execute();
  return { ended: ended.length };
}

async function currentSession(login: Login, { headers }: OutsideCtx): Promise<string> {
  const session = await login.api.getSession({ headers });
  if (!session) throw orgProblem('session-unknown');
  return session.session.id;
}

/** The gate lets nobody else through to these addresses. */
function signedIn({ account }: OutsideCtx): Account {
  if (!account) throw new Error('this address has the rule “account”');
  return account;
}
