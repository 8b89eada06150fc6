/**
 * Recusal: who looks into an objection had no hand in what it is about. That is whoever recorded,
 * changed, reviewed, counted or inspected it, whoever these stood in for or who stands in for them,
 * whoever decided the same before, and whoever objects or speaks for who does.
 */

import { grantsOfPersons, personsWithAccount, standingIn } from '../../org/index.ts';
import type { Ctx, Queries } from '../../platform/index.ts';
import type { Matter } from './matters.ts';
import { deciders } from './policy.ts';
import { objectionProblem } from './problems.ts';
import { type ObjectionRow, sameMatter } from './store.ts';
import { cadresOf, type ObjectionTown } from './town.ts';

/** Why somebody keeps out of it, by the code of the person. */
export type Recusals = ReadonlyMap<string, string>;

/** Everybody who keeps out of an objection, whoever stands in for whom today included. */
export async function recusalsOf(
  db: Queries,
  row: ObjectionRow,
  { matter, town }: { matter: Matter; town: ObjectionTown },
): Promise<Recusals> {
  const earlier = await sameMatter(db, row);
  const reasons: (readonly [string, string])[] = [
    ...[row.person, row.written_by]
      .concat(cadresOf(town, row.unit_code))
      .flatMap((code) =>
        code === null ? [] : [[code, '本人提出、代为登记或者驻这个村'] as const],
      ),
    ...earlier
      .filter(({ id, result }) => id !== row.id && result !== null)
      .flatMap(({ decider }) =>
        decider === null ? [] : [[decider, '以前决定过同一件事'] as const],
      ),
    ...matter.facts.flatMap(({ hands }) =>
      [...hands].map((code) => [code, '登记、复核、检查或者计分时经过手'] as const),
    ),
  ];
  const found = new Map(reasons);
  for (const [person, absent] of await standingIn(db, town.today)) {
    const behind = absent.find((code) => found.has(code));
    if (behind === undefined || found.has(person)) continue;
    found.set(person, `正在代理${town.named(behind).name}，而${town.named(behind).name}经过手`);
  }
  return found;
}

/** Refuses the actor who keeps out of it, in whoever's place they act. */
export function requireNoHand({ actor }: Ctx, recusals: Recusals, town: ObjectionTown): void {
  const own = actor.person ?? '';
  const absent = actor.grants.flatMap(({ inPlaceOf }) => inPlaceOf?.person ?? []);
  const code = [own, ...absent].find((one) => recusals.has(one));
  if (code === undefined) return;
  const { name } = town.named(own);
  throw objectionProblem('had-hand', { name, why: recusals.get(code) ?? '' });
}

/** Somebody who may be asked, or may not and why. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly roles: string[];
  readonly why?: string;
}

/** Persons with a post that looks into objections; those who keep out of it last. */
export async function candidatesFor(
  db: Queries,
  town: ObjectionTown,
  recusals: Recusals,
): Promise<Candidate[]> {
  const persons = await personsWithAccount(db);
  const grants = await grantsOfPersons(db, persons, town.today);
  const all = persons.flatMap((code): Candidate[] => {
    const roles = [...new Set((grants.get(code) ?? []).map(({ role }) => role))];
    const isDecider = deciders.some((role) => roles.includes(role));
    const isBarred = roles.includes('discipline') || roles.includes('village');
    if (!isDecider || isBarred) return [];
    const why = recusals.get(code);
    return [{ ...town.named(code), roles, ...(why === undefined ? {} : { why }) }];
  });
  const order = ({ why }: Candidate) => (why === undefined ? 0 : 1);
  return all.sort((a, b) => order(a) - order(b) || (a.code < b.code ? -1 : 1));
}
