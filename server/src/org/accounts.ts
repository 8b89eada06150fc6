/** Towns and accounts: founding one, making an account, giving it a role. */

import { randomUUID } from 'node:crypto';
import type { Queries, Role } from '../platform/index.ts';
import { hashPassword } from './login.ts';

interface NewTown {
  readonly code: string;
  readonly name: string;
  readonly kind: 'town' | 'county';
  /** The county's tenant, where it has one. */
  readonly countyId?: string;
}

/** @returns the id of the new tenant. */
export async function foundTown(db: Queries, town: NewTown): Promise<string> {
  const id = randomUUID();
  const { code, name, kind, countyId } = town;
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
}

/** Lets an account enter a town; the first one keeps it. What it may do there is said by its roles. */
export async function admit(
  db: Queries,
  { tenantId, accountId }: Pick<NewGrant, 'tenantId' | 'accountId'>,
): Promise<void> {
  await db
    .insertInto('membership')
    .values({ account_id: accountId, tenant_id: tenantId })
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
    })
    .execute();
  return id;
}
