/** Accounts of a town: making one for a person, a new first password, unlocking, an end. */

import { type Ctx, chinaDay } from '../platform/index.ts';
import {
  lockAccount,
  lockKeptAccount,
  requireAdministratorsBeside,
  requireWholeTown,
} from './account-lookups.ts';
import { accountNamed, takenUserNames } from './account-store.ts';
import { admit, createAccount, endSessions, endTokens, renewPassword } from './accounts.ts';
import { newOneTimeKey } from './password-rule.ts';
import { orgProblem } from './problems.ts';
import { freeUserName, isUserName } from './user-names.ts';

interface NewTownAccount {
  readonly userName: string;
  /** Code of the person in this town's roster; absent for the account of an office. */
  readonly person?: string | undefined;
}

/** Makes an account that this town keeps; its first password is told once and must be changed. */
export async function makeAccount(ctx: Ctx, { userName, person }: NewTownAccount) {
  requireWholeTown(ctx);
  if (person !== undefined) await requireNoAccount(ctx, person);
  if (!isUserName(userName)) throw orgProblem('user-name-unfit');
  if (await accountNamed(ctx.db, userName)) throw orgProblem('user-name-taken', { userName });
  const firstPassword = newOneTimeKey();
  const id = await createAccount(ctx.db, {
    userName,
    password: firstPassword,
    mustChangePassword: true,
    now: ctx.now,
  });
  await admit(ctx.db, { tenantId: ctx.tenant.id, accountId: id });
  await linkPerson(ctx, id, person);
  return { id, userName: userName.toLowerCase(), firstPassword };
}

/**
 * Asks the owner of an account of another town to enter this one; that town still keeps it. Roles
 * that are given meanwhile wait for the owner's word: no administrator can give it for them.
 */
export async function admitAccount(ctx: Ctx, { userName, person }: NewTownAccount) {
  requireWholeTown(ctx);
  const account = await accountNamed(ctx.db, userName);
  if (!account || account.disabled_at !== null) throw orgProblem('account-unknown');
  const known = await ctx.db
    .selectFrom('membership')
    .select('account_id')
    .where('account_id', '=', account.id)
    .where('tenant_id', '=', ctx.tenant.id)
    .executeTakeFirst();
  if (known) throw orgProblem('account-admitted', { userName });
  if (person !== undefined) await requireNoAccount(ctx, person);
  await admit(ctx.db, { tenantId: ctx.tenant.id, accountId: account.id, askedAt: ctx.now });
  await linkPerson(ctx, account.id, person);
  return { id: account.id };
}

/**
 * Says whose account it is in this town's roster. One's own account may be tied to a person once;
 * another tie is for another administrator, because duties go by it.
 */
export async function linkAccount(
  ctx: Ctx,
  { account, person }: { account: string; person?: string | undefined },
): Promise<{ done: true }> {
  const { id } = await lockAccount(ctx, account);
  requireWholeTown(ctx);
  if (id === ctx.actor.accountId && ctx.actor.person !== undefined) throw orgProblem('own-account');
  if (person !== undefined) await requireNoAccount(ctx, person);
  await ctx.db
    .updateTable('person')
    .set({ account_id: null })
    .where('account_id', '=', id)
    .execute();
  await linkPerson(ctx, id, person);
  return { done: true };
}

/** A new first password, told once; whoever is signed in with the old one is out. */
export async function resetPassword(ctx: Ctx, accountId: string) {
  const { id, disabled_at } = await lockKeptAccount(ctx, accountId);
  if (disabled_at !== null) throw orgProblem('account-disabled');
  return { firstPassword: await renewPassword(ctx.db, { accountId: id, now: ctx.now }) };
}

/** Ends the lock after repeated failures. */
export async function unlockAccount(ctx: Ctx, accountId: string): Promise<{ done: true }> {
  const { id, locked_until } = await lockKeptAccount(ctx, accountId);
  if (locked_until === null || locked_until <= ctx.now) throw orgProblem('account-not-locked');
  await ctx.db
    .updateTable('account')
    .set({ failed_count: 0, locked_until: null })
    .where('id', '=', id)
    .execute();
  return { done: true };
}

/** Stops an account everywhere and at once; what it did stays. */
export async function disableAccount(ctx: Ctx, accountId: string): Promise<{ done: true }> {
  const { id, disabled_at } = await lockKeptAccount(ctx, accountId);
  if (disabled_at !== null) throw orgProblem('account-disabled');
  await requireAdministratorsBeside(ctx, id);
  await ctx.db.updateTable('account').set({ disabled_at: ctx.now }).where('id', '=', id).execute();
  await endSessions(ctx.db, id);
  await endTokens(ctx.db, { accountId: id, now: ctx.now });
  return { done: true };
}

/** Lets a disabled account sign in again, with the password and the roles it had. */
export async function enableAccount(ctx: Ctx, accountId: string): Promise<{ done: true }> {
  const { id, disabled_at } = await lockKeptAccount(ctx, accountId);
  if (disabled_at === null) throw orgProblem('account-enabled');
  await ctx.db.updateTable('account').set({ disabled_at: null }).where('id', '=', id).execute();
  return { done: true };
}

/** Persons of the roster without an account, each with a user name that is free. */
export async function accountCandidates(ctx: Ctx) {
  requireWholeTown(ctx);
  const today = chinaDay(ctx.now);
  const rows = await ctx.db
    .selectFrom('person')
    .innerJoin('person_detail', 'person_detail.person_code', 'person.code')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_code', '=', 'person.code')
        .on('post.from_on', '<=', today)
        .on((on) => on.or([on('post.to_on', 'is', null), on('post.to_on', '>=', today)])),
    )
    .leftJoin('unit', 'unit.code', 'post.unit_code')
    .select(['person.code', 'person_detail.name', 'unit.name as unit_name'])
    .distinctOn(['person.position', 'person.code'])
    .where('person.account_id', 'is', null)
    .where('person_detail.erased_at', 'is', null)
    .orderBy('person.position')
    .orderBy('person.code')
    .orderBy('post.position')
    .execute();
  const taken = await takenUserNames(ctx.db);
  return {
    rows: rows.map(({ code, name, unit_name }) => {
      const userName = freeUserName(name, taken);
      taken.add(userName);
      return {
        person: { code, name },
        ...(unit_name === null ? {} : { unitName: unit_name }),
        userName,
      };
    }),
  };
}

async function requireNoAccount(ctx: Ctx, person: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('person')
    .leftJoin('person_detail', 'person_detail.person_code', 'person.code')
    .select(['person.account_id', 'person_detail.name'])
    .where('person.code', '=', person)
    .executeTakeFirst();
  if (!row) throw orgProblem('person-unknown', { code: person });
  if (row.account_id !== null) {
    throw orgProblem('person-account-exists', { name: row.name ?? person });
  }
}

async function linkPerson(ctx: Ctx, accountId: string, person: string | undefined): Promise<void> {
  if (person === undefined) return;
  await ctx.db
    .updateTable('person')
    .set({ account_id: accountId })
    .where('code', '=', person)
    .execute();
}
