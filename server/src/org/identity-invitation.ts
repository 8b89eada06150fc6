/**
 * An invitation: the first password that an administrator handed over. With it somebody binds their
 * unified identity before they ever signed in, and is signed in by it at once.
 */

import { createHash } from 'node:crypto';
import type { OutsideCtx, Queries } from '../platform/index.ts';
import { orgProblem } from './problems.ts';
import { isPasswordOf } from './proof.ts';
import { keepFailure, refuseAddress, type SignInNeeds } from './sign-in-actions.ts';

/** What stands on the slip. */
export interface Invited {
  readonly userName: string;
  readonly password: string;
}

interface Invitation {
  readonly accountId: string;
  /** Names the first password without telling it: another one is another invitation. */
  readonly invitation: string;
}

/** Refuses in the words of a sign-in, and counts as one, so that nothing is learned here. */
export async function proveInvitation(
  needs: SignInNeeds,
  ctx: OutsideCtx,
  { userName, password }: Invited,
): Promise<Invitation> {
  const { attempts } = needs;
  refuseAddress(attempts, ctx);
  const name = userName.toLowerCase();
  const { accountId, lockedUntil } = await attempts.begin(name, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  const isRight = await isPasswordOf(ctx.db, accountId, password);
  if (accountId === undefined || !isRight) {
    const known = accountId === undefined ? {} : { accountId };
    await keepFailure(needs, ctx, { userName: name, ...known, outcome: 'wrong-password' });
    throw orgProblem('sign-in-failed');
  }
  await attempts.giveBack(accountId); // nobody is signed in yet: earlier failures stay counted
  const invitation = await invitationOf(ctx.db, accountId);
  return { accountId, invitation };
}

/** Refuses where the first password was changed, reset or used since the browser was sent away. */
export async function requireInvitation(
  db: Queries,
  { accountId, invitation }: Invitation,
): Promise<void> {
  if ((await invitationOf(db, accountId)) !== invitation) throw orgProblem('identity-invitation');
}

/** Nothing is locked here: failures of the account are counted by another connection. */
async function invitationOf(db: Queries, accountId: string): Promise<string> {
  const row = await db
    .selectFrom('account')
    .innerJoin('login.account as credential', 'credential.userId', 'account.id')
    .leftJoin('second_step', 'second_step.account_id', 'account.id')
    .select(['account.must_change_password', 'credential.password', 'second_step.confirmed_at'])
    .where('account.id', '=', accountId)
    .where('credential.providerId', '=', 'credential')
    .executeTakeFirst();
  if (!row?.must_change_password) throw orgProblem('identity-invitation');
  if (row.confirmed_at !== null) throw orgProblem('identity-invitation-step');
  return createHash('sha256').update(`invitation ${row.password}`).digest('base64url');
}
