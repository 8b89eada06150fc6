/** The second step of an account: begun, confirmed by a code, asked at every sign-in, ended. */

import type { Ctx, OutsideCtx, Queries } from '../platform/index.ts';
import { lockKeptAccount } from './account-lookups.ts';
import { endSessions } from './accounts.ts';
import type { Attempts } from './attempts.ts';
import {
  backupDigest,
  newBackupCodes,
  newSecret,
  secretAddress,
  secretText,
  stepOfCode,
} from './one-time-code.ts';
import { orgProblem } from './problems.ts';
import { isPasswordOf, provePassword, whereFrom } from './proof.ts';
import type { Sealer } from './sealed-text.ts';
import { endOtherSessions, signedIn } from './session-actions.ts';
import type { SignInNeeds } from './sign-in-actions.ts';

/**
 * What the second step says to a sign-in: `none` where the account asks for no code. A code that was
 * right is used up; a backup code too.
 */
export async function judgeCode(
  secrets: Sealer,
  { db, now }: Pick<OutsideCtx, 'db' | 'now'>,
  { accountId, code }: { accountId: string; code?: string | undefined },
): Promise<'none' | 'missing' | 'right' | 'wrong'> {
  const row = await lockedStep(db, accountId);
  if (!row || row.confirmed_at === null) return 'none';
  if (code === undefined) return 'missing';
  if (await takeCode(secrets, { db, now }, { row, code })) return 'right';
  return (await takeBackupCode({ db, now }, { accountId, code })) ? 'right' : 'wrong';
}

/** Whether one's own account asks for a code. */
export async function secondStepOf(ctx: OutsideCtx) {
  const { id } = signedIn(ctx);
  const row = await ctx.db
    .selectFrom('second_step')
    .select(['created_at', 'confirmed_at'])
    .where('account_id', '=', id)
    .executeTakeFirst();
  if (!row) return { state: 'off' as const, backupCodesLeft: 0 };
  if (row.confirmed_at === null) return { state: 'begun' as const, backupCodesLeft: 0 };
  const left = await ctx.db
    .selectFrom('backup_code')
    .select('digest')
    .where('account_id', '=', id)
    .where('used_at', 'is', null)
    .execute();
  return { state: 'on' as const, since: row.confirmed_at, backupCodesLeft: left.length };
}

/** Shows a new secret. Whoever begins again gets another one; the first is good for nothing then. */
export async function beginSecondStep(
  { attempts, secrets }: SignInNeeds,
  ctx: OutsideCtx,
  { currentPassword }: { currentPassword: string },
) {
  const account = signedIn(ctx);
  const row = await lockedStep(ctx.db, account.id);
  if (row && row.confirmed_at !== null) throw orgProblem('second-step-on');
  await provePassword(attempts, ctx, { account, currentPassword });
  const secret = newSecret();
  const begun = {
    sealed_secret: secrets.seal(secret),
    created_at: ctx.now,
    confirmed_at: null,
    last_used_step: 0,
  };
  await ctx.db
    .insertInto('second_step')
    .values({ account_id: account.id, ...begun })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(begun))
    .execute();
  return { secret: secretText(secret), address: secretAddress(secret, account.userName) };
}

/** Turns it on with a code of the telephone, and shows the backup codes this once. */
export async function confirmSecondStep(
  { attempts, secrets, login }: SignInNeeds,
  ctx: OutsideCtx,
  { code }: { code: string },
): Promise<{ backupCodes: string[] }> {
  const { id, userName } = signedIn(ctx);
  const row = await lockedStep(ctx.db, id);
  if (!row) throw orgProblem('second-step-off');
  if (row.confirmed_at !== null) throw orgProblem('second-step-on');
  // Whoever finds the page open has not seen the secret: guesses count as failed sign-ins.
  const { lockedUntil } = await attempts.begin(userName, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  if (!(await takeCode(secrets, ctx, { row, code }))) {
    await keepFailedProof(attempts, ctx);
    throw orgProblem('code-not-shown');
  }
  await attempts.succeed(id);
  await ctx.db
    .updateTable('second_step')
    .set({ confirmed_at: ctx.now })
    .where('account_id', '=', id)
    .execute();
  await endOtherSessions({ login }, ctx); // whoever came in with the password alone is out
  return { backupCodes: await replaceBackupCodes(ctx.db, id) };
}

/** New backup codes, shown this once; the old ones, used or lost, are good for nothing. */
export async function renewBackupCodes(
  needs: SignInNeeds,
  ctx: OutsideCtx,
  proof: PasswordAndCode,
): Promise<{ backupCodes: string[] }> {
  await provePasswordAndCode(needs, ctx, { ...proof, refusal: 'codes-kept' });
  return { backupCodes: await replaceBackupCodes(ctx.db, signedIn(ctx).id) };
}

async function replaceBackupCodes(db: Queries, id: string): Promise<string[]> {
  const backupCodes = newBackupCodes();
  await db.deleteFrom('backup_code').where('account_id', '=', id).execute();
  await db
    .insertInto('backup_code')
    .values(backupCodes.map((one) => ({ account_id: id, digest: backupDigest(id, one) })))
    .execute();
  return backupCodes;
}

/** Turns one's own off, with the password and a code; every other browser is signed out. */
export async function endOwnSecondStep(
  needs: SignInNeeds,
  ctx: OutsideCtx,
  proof: PasswordAndCode,
): Promise<{ done: true }> {
  await provePasswordAndCode(needs, ctx, { ...proof, refusal: 'code-refused' });
  await forgetSecondStep(ctx.db, signedIn(ctx).id);
  await endOtherSessions(needs, ctx);
  return { done: true };
}

interface PasswordAndCode {
  readonly currentPassword: string;
  readonly code: string;
}

/**
 * Refuses unless both are right. They are one attempt: were the failures forgotten after the
 * password, whoever has it could try codes without end.
 */
async function provePasswordAndCode(
  { attempts, secrets }: SignInNeeds,
  ctx: OutsideCtx,
  { currentPassword, code, refusal }: PasswordAndCode & { refusal: 'code-refused' | 'codes-kept' },
): Promise<void> {
  const { id, userName } = signedIn(ctx);
  const { lockedUntil } = await attempts.begin(userName, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  if (!(await isPasswordOf(ctx.db, id, currentPassword))) {
    await keepFailedProof(attempts, ctx);
    throw orgProblem('password-wrong');
  }
  const judged = await judgeCode(secrets, ctx, { accountId: id, code });
  if (judged === 'wrong') {
    await keepFailedProof(attempts, ctx);
    throw orgProblem(refusal);
  }
  await attempts.succeed(id);
  if (judged === 'none') throw orgProblem('second-step-off');
}

/** Leaves in the audit that the proof failed. */
async function keepFailedProof(attempts: Attempts, ctx: OutsideCtx): Promise<void> {
  const { id, userName } = signedIn(ctx);
  await attempts.keep({ deed: 'auth.provePassword', userName, accountId: id, ...whereFrom(ctx) });
}

/** Ends it for somebody who lost telephone and paper; whoever is signed in with it is out. */
export async function endSecondStepOf(ctx: Ctx, accountId: string): Promise<{ done: true }> {
  const { id } = await lockKeptAccount(ctx, accountId);
  const row = await lockedStep(ctx.db, id);
  if (!row) throw orgProblem('second-step-off');
  await forgetSecondStep(ctx.db, id);
  await endSessions(ctx.db, id);
  return { done: true };
}

/** What is left of it: nothing. */
export async function forgetSecondStep(db: Queries, accountId: string): Promise<void> {
  await db.deleteFrom('second_step').where('account_id', '=', accountId).execute();
  await db.deleteFrom('backup_code').where('account_id', '=', accountId).execute();
}

async function lockedStep(db: Queries, accountId: string) {
  return db
    .selectFrom('second_step')
    .select(['account_id', 'sealed_secret', 'confirmed_at', 'last_used_step'])
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
}

type StepRow = NonNullable<Awaited<ReturnType<typeof lockedStep>>>;

async function takeCode(
  secrets: Sealer,
  { db, now }: Pick<OutsideCtx, 'db' | 'now'>,
  { row, code }: { row: StepRow; code: string },
): Promise<boolean> {
  const secret = secrets.open(row.sealed_secret);
  if (secret === undefined) return false; // sealed by another installation: an administrator ends it
  const step = stepOfCode(secret, code, { now, after: row.last_used_step });
  if (step === undefined) return false;
  await db
    .updateTable('second_step')
    .set({ last_used_step: step })
    .where('account_id', '=', row.account_id)
    .execute();
  return true;
}

async function takeBackupCode(
  { db, now }: Pick<OutsideCtx, 'db' | 'now'>,
  { accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
  const taken = await db
    .updateTable('backup_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('digest', '=', backupDigest(accountId, code))
    .where('used_at', 'is', null)
    .returning('digest')
    .execute();
  return taken.length > 0;
}
