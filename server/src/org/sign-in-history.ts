/** Where and when accounts signed in, for their owners to look over. */

import type { Queries } from '../platform/index.ts';
import { browserOf, maskedAddress } from './places.ts';

/** A proof of who one is, or the lack of one. */
export interface SignInTold {
  readonly accountId: string;
  readonly at: string;
  readonly way: 'password' | 'identity';
  readonly outcome: 'entered' | 'wrong-password' | 'wrong-code';
  readonly headers: Headers;
}

const shownRows = 100;
const keptDays = 366;

/** What stands of a sign-in: the address without its last part. */
export function signInRow({ accountId, at, way, outcome, headers }: SignInTold) {
  const address = maskedAddress(headers.get('x-forwarded-for') ?? '');
  return { account_id: accountId, at, way, outcome, address, browser: browserOf(headers) };
}

/** Keeps a sign-in, and forgets those of the account that are older than a year. */
export async function keepSignIn(db: Queries, told: SignInTold): Promise<void> {
  const before = new Date(Date.parse(told.at) - keptDays * 86_400_000).toISOString();
  await db
    .deleteFrom('sign_in')
    .where('account_id', '=', told.accountId)
    .where('at', '<', before)
    .execute();
  await db.insertInto('sign_in').values(signInRow(told)).execute();
}

/** The newest first. */
export async function signInsOf(db: Queries, accountId: string) {
  const rows = await db
    .selectFrom('sign_in')
    .select(['at', 'way', 'outcome', 'address', 'browser'])
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(shownRows)
    .execute();
  return {
    rows: rows.map(({ way, outcome, ...row }) => ({
      ...row,
      way: way as SignInTold['way'],
      outcome: outcome as SignInTold['outcome'],
    })),
  };
}
