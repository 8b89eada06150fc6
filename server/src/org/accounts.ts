/** Towns and accounts: founding one, making an account, giving it a role. */

import { randomUUID } from 'node:crypto';
import type { Queries, Role } from '../platform/index.ts';
import { hashPassword } from './login.ts';
import { newOneTimeKey } from './password-rule.ts';
import { orgProblem } from './problems.ts';
import { reservedTownCodes } from './town-codes.ts';

interface NewTown {
  readonly code: string;
  readonly name: string;
  readonly kind: 'town' | 'county';
  /** The county's tenant, where it has one. */
  readonly countyId?: string;
}

/** Founds a town or a county. @returns the id of the new tenant. */
export async function foundTown(db: Queries, town: NewTown): Promise<string> {
  const id = randomUUID();
  const { code, name, kind, countyId } = town;
  if (reservedTownCodes.has(code)) throw orgProblem('town-code-reserved', { code });
  await db
    .insertInto('tenant')
    .values({ id, code, name, kind, county_id: countyId ?? null })
    .execute();
  return id;
}

interface NewAccount {
  readonly userName: string;
  readonly password: string;
  /** Whether the first sign-in must choose a new password. */
  readonly mustChangePassword: boolean;
  readonly now: string;
}

/** Makes an account that may enter no town yet. @returns its id. */
export async function createAccount(db: Queries, account: NewAccount): Promise<string> {
  const id = randomUUID();
  const name = account.userName.toLowerCase();
  await db
    .insertInto('login.user')
    .values({
      id,
      name,
      email: `${name}@account.invalid`, // the library wants one; no message is ever sent
      emailVerified: false,
      username: name,
      displayUsername: account.userName,
    })
    .execute();
  await db
    .insertInto('login.account')
    .values({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: await hashPassword(account.password),
      updatedAt: account.now,
    })
    .execute();
  const { mustChangePassword, now } = account;
  await db
    .insertInto('account')
    .values({ id, must_change_password: mustChangePassword, created_at: now })
    .execute();
  return id;
}

/**
 * Puts a first password in the place of the old one, ends the lock after failures, signs out whoever
 * is signed in, and ends the access tokens. @returns the password, which must be changed at the next sign-in.
 */
export async function renewPassword(
  db: Queries,
  { accountId, now }: { readonly accountId: string; readonly now: string },
): Promise<string> {
  const firstPassword = newOneTimeKey();
  await db
    .updateTable('login.account')
    .set({ password: await hashPassword(firstPassword), updatedAt: now })
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .execute();
  await db
    .updateTable('account')
    .set({ must_change_password: true, failed_count: 0, locked_until: null })
    .where('id', '=', accountId)
    .execute();
  await endSessions(db, accountId);
  await endTokens(db, { accountId, now });
  return firstPassword;
}

/** Ends every access token of an account for good, and whatever else it made by its old password. */
export async function endTokens(
  db: Queries,
  { accountId, now }: { readonly accountId: string; readonly now: string },
): Promise<void> {
  await db
    .updateTable('access_token')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
  await db
    .updateTable('account')
    .set({ secrets_ended_at: now })
    .where('id', '=', accountId)
    .execute();
}

/** Signs an account out wherever it is signed in. */
export async function endSessions(db: Queries, accountId: string): Promise<void> {
  await db.deleteFrom('login.session').where('userId', '=', accountId).execute();
}

/** A role in the town whose tenant is set. */
export interface NewGrant {
  readonly tenantId: string;
  readonly accountId: string;
  readonly role: Role;
  readonly unit?: string;
  readonly lines?: readonly string[];
  readonly substitute?: boolean;
  readonly from: string;
  readonly to?: string;
  /** The grant that it stands in for. */
  readonly inPlaceOf?: string;
}

/**
 * Lets an account enter a town; the first one keeps it. What it may do there is said by its roles.
 * With `askedAt` it enters nothing until its owner has agreed.
 */
export async function admit(
  db: Queries,
  {
    tenantId,
    accountId,
    askedAt,
  }: Pick<NewGrant, 'tenantId' | 'accountId'> & { readonly askedAt?: string },
): Promise<void> {
  await db
    .insertInto('membership')
    .values({ account_id: accountId, tenant_id: tenantId, asked_at: askedAt ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .updateTable('account')
    .set({ home_id: tenantId })
    .where('id', '=', accountId)
    .where('home_id', 'is', null)
    .execute();
}

/** Gives a role in a town and lets the account enter it. @returns the id of the grant. */
export async function giveRole(db: Queries, grant: NewGrant): Promise<string> {
  const id = randomUUID();
  const { tenantId, accountId } = grant;
  await admit(db, grant);
  await db
    .insertInto('role_grant')
    .values({
      tenant_id: tenantId,
      id,
      account_id: accountId,
      role: grant.role,
      unit_code: grant.unit ?? null,
      lines: [...(grant.lines ?? [])],
      substitute: grant.substitute ?? false,
      from_on: grant.from,
      to_on: grant.to ?? null,
      in_place_of: grant.inPlaceOf ?? null,
    })
    .execute();
  return id;
}
