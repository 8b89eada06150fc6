/** What is stored of accounts: which towns they may enter, what they may do there, who they are. */

import type { ExpressionBuilder, Transaction } from 'kysely';
import { type Ctx, type Queries, setTenant, type Tables } from '../platform/index.ts';
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

/**
 * The roles of an account on a day in the town whose tenant is set. One that is held in somebody's
 * place counts only while theirs does.
 */
export async function grantsOn(db: Queries, accountId: string, on: string) {
  return db
    .selectFrom('role_grant')
    .leftJoin('role_grant as stood_for', 'stood_for.id', 'role_grant.in_place_of')
    .leftJoin('account as absent', 'absent.id', 'stood_for.account_id')
    .leftJoin('person', 'person.account_id', 'stood_for.account_id')
    .select([
      'role_grant.id',
      'role_grant.role',
      'role_grant.unit_code',
      'role_grant.lines',
      'role_grant.substitute',
      'role_grant.from_on',
      'role_grant.to_on',
      'stood_for.account_id as in_place_of',
      'person.code as in_place_of_person',
    ])
    .where('role_grant.account_id', '=', accountId)
    .where((where) => isOn(where, 'role_grant', on))
    .where((where) =>
      where.or([
        where('role_grant.in_place_of', 'is', null),
        where.and([isOn(where, 'stood_for', on), where('absent.disabled_at', 'is', null)]),
      ]),
    )
    .orderBy('role_grant.role')
    .orderBy('role_grant.from_on')
    .orderBy('role_grant.id')
    .execute();
}

type Where = ExpressionBuilder<
  Tables & { stood_for: Tables['role_grant'] },
  'role_grant' | 'stood_for'
>;

/** A role on a day: from its first day to its last. */
function isOn(where: unknown, table: 'role_grant' | 'stood_for', on: string) {
  const named = where as Where; // the builder of a longer join knows these two tables as well
  return named.and([
    named(`${table}.from_on`, '<=', on),
    named.or([named(`${table}.to_on`, 'is', null), named(`${table}.to_on`, '>=', on)]),
  ]);
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

/**
 * Accounts that did something here or may enter: the person's name where there is one, else what one
 * signs in with.
 */
export async function accountNames(ctx: Ctx): Promise<Map<string, string>> {
  const acted = ctx.db.selectFrom('audit').select('account_id');
  const members = ctx.db
    .selectFrom('membership')
    .select('account_id')
    .where('tenant_id', '=', ctx.tenant.id);
  const rows = await ctx.db
    .selectFrom('login.user as named')
    .leftJoin('person', 'person.account_id', 'named.id')
    .leftJoin('person_detail', (join) =>
      join
        .onRef('person_detail.person_code', '=', 'person.code')
        .on('person_detail.erased_at', 'is', null),
    )
    .select(['named.id', 'named.username', 'person_detail.name'])
    .where('named.id', 'in', acted.union(members))
    .execute();
  return new Map(rows.map(({ id, username, name }) => [id, name ?? username ?? id]));
}
