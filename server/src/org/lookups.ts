/** What later rooms ask of the roster by code, without reading all of it. */

import { isCadre } from '@oneneedle/contract';
import type { Actor, Queries } from '../platform/index.ts';

/** Villages of a resident cadre on a day: the unit of the role, and where they are paired (包村干部). */
export async function villagesOfCadre(db: Queries, actor: Actor, on: string): Promise<string[]> {
  const roles = actor.grants.filter(({ role }) => role === 'resident-cadre');
  const granted = roles.flatMap(({ unit }) => unit ?? []);
  if (roles.length === 0 || actor.person === undefined) return granted;
  const pairings = await db
    .selectFrom('pairing')
    .select(['unit_code', 'kind'])
    .where('person_code', '=', actor.person)
    .where('from_on', '<=', on)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', on)]))
    .execute();
  const paired = pairings.filter(({ kind }) => isCadre(kind)).map((row) => row.unit_code);
  return [...new Set([...granted, ...paired])];
}

/** Names and types of units by code, in the order of every list; a code that is not there is left out. */
export async function unitsNamed(db: Queries, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return db
    .selectFrom('unit')
    .select(['code', 'name', 'type'])
    .where('code', 'in', [...new Set(codes)])
    .orderBy('position')
    .orderBy('code')
    .execute();
}

/** The names of everybody who ever stood in the roster and was not erased. */
export async function everyPersonName(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('person_detail')
    .select('name')
    .where('erased_at', 'is', null)
    .distinct()
    .execute();
  return rows.map(({ name }) => name);
}

/** Codes of the persons who have an account in this town. */
export async function personsWithAccount(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('code')
    .where('account_id', 'is not', null)
    .execute();
  return rows.map(({ code }) => code);
}

/** Since when nothing counts that an account made before; undefined where everything does. */
export async function secretsEnd(db: Queries, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('secrets_ended_at')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.secrets_ended_at ?? undefined;
}

/** Those of these accounts that are stopped. */
export async function stoppedAmong(db: Queries, accounts: readonly string[]): Promise<string[]> {
  if (accounts.length === 0) return [];
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('id', 'in', [...accounts])
    .where('disabled_at', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Roles of persons on a day, by the code of the person; who has no account, or a stopped one, has none. */
export async function grantsOfPersons(
  db: Queries,
  persons: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, readonly { readonly role: string; readonly lines: string[] }[]>> {
  if (persons.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .innerJoin('account', 'account.id', 'person.account_id')
    .innerJoin('role_grant', 'role_grant.account_id', 'person.account_id')
    .select(['person.code', 'role_grant.role', 'role_grant.lines'])
    .where('person.code', 'in', [...persons])
    .where('account.disabled_at', 'is', null)
    .where('role_grant.in_place_of', 'is', null)
    .where('role_grant.from_on', '<=', on)
    .where((where) =>
      where.or([where('role_grant.to_on', 'is', null), where('role_grant.to_on', '>=', on)]),
    )
    .execute();
  return Map.groupBy(rows, ({ code }) => code);
}

/** In whose places persons stand on a day, by the code of who stands there. */
export async function standingIn(
  db: Queries,
  on: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('role_grant as stood_for', 'stood_for.id', 'role_grant.in_place_of')
    .innerJoin('person', 'person.account_id', 'role_grant.account_id')
    .innerJoin('person as absent', 'absent.account_id', 'stood_for.account_id')
    .select(['person.code', 'absent.code as absent'])
    .where('role_grant.from_on', '<=', on)
    .where((where) =>
      where.or([where('role_grant.to_on', 'is', null), where('role_grant.to_on', '>=', on)]),
    )
    .execute();
  const byPerson = Map.groupBy(rows, ({ code }) => code);
  return new Map([...byPerson].map(([code, found]) => [code, found.map(({ absent }) => absent)]));
}

/** A role as an account held it. */
export interface HeldRole {
  readonly account: string;
  readonly lines: readonly string[];
  readonly from: string;
  /** null: until it is ended. */
  readonly to: string | null;
  /** In whose place, by the code of the person; null where it was their own. */
  readonly absent: string | null;
}

/** A role of these accounts over time, own ones and those in the place of others. */
export async function rolesHeld(
  db: Queries,
  { accounts, role }: { accounts: readonly string[]; role: string },
): Promise<HeldRole[]> {
  if (accounts.length === 0) return [];
  return db
    .selectFrom('role_grant')
    .leftJoin('role_grant as stood_for', 'stood_for.id', 'role_grant.in_place_of')
    .leftJoin('person as absent', 'absent.account_id', 'stood_for.account_id')
    .select([
      'role_grant.account_id as account',
      'role_grant.lines',
      'role_grant.from_on as from',
      'role_grant.to_on as to',
      'absent.code as absent',
    ])
    .where('role_grant.account_id', 'in', [...accounts])
    .where('role_grant.role', '=', role)
    .where((where) =>
      where.or([where('role_grant.in_place_of', 'is', null), where('absent.code', 'is not', null)]),
    )
    .execute();
}

/**
 * In whose places an account acted on a day for an office; nobody's where a role of its own covered
 * that. @returns codes of persons
 */
export function stoodInFor(
  held: readonly HeldRole[],
  { account, on, office }: { account: string; on: string; office?: string | undefined },
): string[] {
  const covering = held.filter(
    ({ account: holder, lines, from, to }) =>
      holder === account &&
      from <= on &&
      (to === null || to >= on) &&
      (lines.length === 0 || (office !== undefined && lines.includes(office))),
  );
  if (covering.some(({ absent }) => absent === null)) return [];
  return covering.flatMap(({ absent }) => absent ?? []);
}

/** Persons with the account that is theirs. */
export async function personAccounts(
  db: Queries,
): Promise<{ readonly code: string; readonly account: string }[]> {
  const rows = await db
    .selectFrom('person')
    .select(['code', 'account_id'])
    .where('account_id', 'is not', null)
    .execute();
  return rows.map(({ code, account_id: account }) => ({ code, account: account ?? '' }));
}
