/** Proving again who one is, before a deed that decides who else may become it. */

import type { Account, Ctx, OutsideCtx, Queries } from '../platform/index.ts';
import type { Attempts } from './attempts.ts';
import { verifyPassword } from './login.ts';
import { orgProblem } from './problems.ts';

type Asked = Pick<Ctx | OutsideCtx, 'db' | 'now' | 'requestId' | 'headers'>;

/** A password that its owner typed once more, for one deed. */
interface Typed {
  readonly account: Account;
  readonly currentPassword: string;
  /** What the audit calls a failure; never the deed itself, which then looked done. */
  readonly deed?: 'auth.provePassword' | 'auth.changePassword';
}

/** Refuses a wrong password, and counts it as a failed sign-in. */
export async function provePassword(
  attempts: Attempts,
  ctx: Asked,
  { account: { id, userName }, currentPassword, deed = 'auth.provePassword' }: Typed,
): Promise<void> {
  const { lockedUntil } = await attempts.begin(userName, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  if (!(await isPasswordOf(ctx.db, id, currentPassword))) {
    await attempts.keep({ deed, userName, accountId: id, ...whereFrom(ctx) });
    throw orgProblem('password-wrong');
  }
  await attempts.succeed(id);
}

/** Takes about as long for an account that does not exist. */
export async function isPasswordOf(
  db: Queries,
  accountId: string | undefined,
  password: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('login.account')
    .select('password')
    .where('userId', '=', accountId ?? '')
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  const isRight = await verifyPassword({ hash: row?.password ?? nobodys, password });
  return isRight && row?.password !== undefined && row.password !== null;
}

/** A hash of nothing anybody types, at the cost of every other. */
const nobodys = `argon2id$19456$2$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** What the audit of a failure says of where it came from. */
export function whereFrom({ headers, now, requestId }: Asked) {
  return { address: addressOf({ headers }), now, requestId };
}

/** The address that the request came from, as the server sees it. */
export function addressOf({ headers }: Pick<Asked, 'headers'>): string {
  return headers.get('x-forwarded-for') ?? '';
}
