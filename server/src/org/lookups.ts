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
