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

/** Codes of the persons who have an account in this town. */
export async function personsWithAccount(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('code')
    .where('account_id', 'is not', null)
    .execute();
  return rows.map(({ code }) => code);
}
