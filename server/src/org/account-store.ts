/** What is stored of accounts: which towns they may enter, what they may do there, who they are. */

import type { Transaction } from 'kysely';
import { type Queries, setTenant, type Tables } from '../platform/index.ts';
import { spelling } from './user-names.ts';

type Db = Transaction<Tables>;

/**
 * Runs with the tenant of a town set, for deeds that stand outside of towns; afterwards no tenant is
 * set, or that of `back`.
 */
export async function inTenant<T>(
  db: Db,
  tenantId: string,
  run: () => Promise<T>,
  back = '',
): Promise<T> {
  await setTenant(db, tenantId);
  const result = await run();
  await setTenant(db, back);
  return result;
}

/** The towns that an account was let into and has agreed to, whether or not it holds a role there today. */
export async function townsOf(db: Queries, accountId: string) {
  const rows = await db
    .selectFrom('tenant')
    .innerJoin('membership', 'membership.tenant_id', 'tenant.id')
    .select(['tenant.id', 'tenant.code', 'tenant.name', 'tenant.kind'])
    .where('membership.account_id', '=', accountId)
    .where('membership.asked_at', 'is', null)
    .orderBy('tenant.name')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as 'town' | 'county' }));
}

/** The towns in which an account holds a role on a day. */
export async function enterableTowns(db: Db, accountId: string, on: string) {
  const towns = await townsOf(db, accountId);
  const enterable: typeof towns = [];
  for (const town of towns) {
    const grants = await inTenant(db, town.id, () => grantsOn(db, accountId, on));
    if (grants.length > 0) enterable.push(town);
  }
  return enterable;
}

/** The roles of an account on a day in the town whose tenant is set. */
export async function grantsOn(db: Queries, accountId: string, on: string) {
  return db
    .selectFrom('role_grant')
    .select(['id', 'role', 'unit_code', 'lines', 'substitute', 'from_on', 'to_on'])
    .where('account_id', '=', accountId)
    .where('from_on', '<=', on)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', on)]))
    .orderBy('role')
    .orderBy('from_on')
    .orderBy('id')
    .execute();
}

/** Name, telephone and towns of whoever has the account: what no password may be made of. */
export async function ownWordsOf(db: Db, accountId: string): Promise<string[]> {
  const towns = await townsOf(db, accountId);
  const words = towns.flatMap(({ code, name }) => [code, name]);
  for (const { id } of towns) {
    const person = await inTenant(db, id, () => personOf(db, accountId));
    if (!person) continue;
    words.push(person.name, spelling(person.name));
    if (person.phone !== null) words.push(person.phone);
  }
  return words;
}

/** The person of an account in the roster of the town whose tenant is set. */
export async function personOf(db: Queries, accountId: string) {
  return db
    .selectFrom('person')
    .innerJoin('person_detail', 'person_detail.person_code', 'person.code')
    .select(['person.code', 'person_detail.name', 'person_detail.phone'])
    .where('person.account_id', '=', accountId)
    .where('person_detail.erased_at', 'is', null)
    .executeTakeFirst();
}

/** An account by what one signs in with; undefined where nobody has the name. */
export async function accountNamed(db: Queries, userName: string) {
  return db
    .selectFrom('account')
    .innerJoin('login.user as named', 'named.id', 'account.id')
    .select(['account.id', 'account.disabled_at', 'account.must_change_password'])
    .where('named.username', '=', userName.toLowerCase())
    .executeTakeFirst();
}

/** Every user name of the installation, in small letters. */
export async function takenUserNames(db: Queries): Promise<Set<string>> {
  const rows = await db.selectFrom('login.user').select('username').execute();
  return new Set(rows.flatMap(({ username }) => (username === null ? [] : [username])));
}

/** Names of units by code, in the town whose tenant is set. */
export async function unitNames(db: Queries): Promise<Map<string, string>> {
  const rows = await db.selectFrom('unit').select(['code', 'name']).execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}
