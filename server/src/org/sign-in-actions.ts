/** Signing in: a password or a unified identity, and the second step where the account asks for one. */

import type { OutsideCtx } from '../platform/index.ts';
import type { Attempts } from './attempts.ts';
import type { Login } from './login.ts';
import { orgProblem } from './problems.ts';
import { addressOf, isPasswordOf, whereFrom } from './proof.ts';
import type { Sealer } from './sealed-text.ts';
import { judgeCode } from './second-step.ts';
import { keepSignIn, type SignInTold } from './sign-in-history.ts';

/** What these deeds need beside the transaction: failures are counted even though it rolls back. */
export interface SignInNeeds {
  readonly login: Login;
  readonly attempts: Attempts;
  /** Reads the secrets of second steps. */
  readonly secrets: Sealer;
}

interface Tried {
  readonly userName: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** The same words, after about the same time, for a wrong name and a wrong password. */
export async function signIn(
  needs: SignInNeeds,
  ctx: OutsideCtx,
  { userName, password, code }: Tried,
): Promise<{ mustChangePassword: boolean; codeAsked?: true }> {
  const { attempts } = needs;
  refuseAddress(attempts, ctx);
  const username = userName.toLowerCase();
  const { accountId, lockedUntil } = await attempts.begin(username, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  const isRight = await isPasswordOf(ctx.db, accountId, password);
  if (accountId === undefined || !isRight) {
    const known = accountId === undefined ? {} : { accountId };
    await keepFailure(needs, ctx, { userName: username, ...known, outcome: 'wrong-password' });
    throw orgProblem('sign-in-failed');
  }
  const entered = await enter(needs, ctx, { accountId, userName: username, code, way: 'password' });
  return entered === 'code-asked' ? { mustChangePassword: false, codeAsked: true } : entered;
}

interface Proven {
  readonly accountId: string;
  readonly userName: string;
  readonly code?: string | undefined;
  readonly way: SignInTold['way'];
}

/**
 * The last part of every way in: the second step, the session, the note for its owner. The caller
 * has begun an attempt. A right password without its code proves too little to forget failures.
 */
export async function enter(
  needs: SignInNeeds,
  ctx: OutsideCtx,
  { accountId, userName, code, way }: Proven,
): Promise<'code-asked' | { mustChangePassword: boolean }> {
  const judged = await judgeCode(needs.secrets, ctx, { accountId, code });
  if (judged === 'missing') {
    await needs.attempts.giveBack(accountId);
    return 'code-asked';
  }
  if (judged === 'wrong') {
    await keepFailure(needs, ctx, { userName, accountId, outcome: 'wrong-code', way });
    throw orgProblem('code-wrong');
  }
  const reply = await needs.login.api.openSession({
    body: { userId: accountId },
    headers: ctx.headers,
    asResponse: true,
  });
  if (!reply.ok) throw new Error(`no session: ${reply.status}`);
  ctx.setHeader('set-cookie', reply.headers.getSetCookie());
  await needs.attempts.succeed(accountId);
  const { headers, now } = ctx;
  await keepSignIn(ctx.db, { accountId, at: now, way, outcome: 'entered', headers });
  const account = await ctx.db
    .updateTable('account')
    .set({ last_sign_in_at: now })
    .where('id', '=', accountId)
    .returning('must_change_password')
    .executeTakeFirstOrThrow();
  return { mustChangePassword: account.must_change_password };
}

interface Failed {
  readonly userName: string;
  readonly accountId?: string;
  readonly outcome: SignInTold['outcome'];
  readonly way?: SignInTold['way'];
}

/** Counts a failure of an account and an address, and leaves it in the audit. */
export async function keepFailure(
  { attempts }: SignInNeeds,
  ctx: OutsideCtx,
  { outcome, way = 'password', ...tried }: Failed,
): Promise<void> {
  const { accountId } = tried;
  const { headers, now } = ctx;
  attempts.countAddress(addressOf(ctx), now);
  await attempts.keep({
    deed: 'auth.signIn',
    ...tried,
    ...whereFrom(ctx),
    ...(accountId === undefined ? {} : { signIn: { accountId, at: now, way, outcome, headers } }),
  });
}

/** Refuses an address that failed too often, before anything costly is done. */
export function refuseAddress(attempts: Attempts, ctx: OutsideCtx): void {
  const until = attempts.addressLockedUntil(addressOf(ctx), ctx.now);
  if (until) throw orgProblem('address-locked', { until });
}
