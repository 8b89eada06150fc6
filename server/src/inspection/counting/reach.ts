/** Who counts a round: whoever plans for its office and did not inspect in it. */

import { grantsOfPersons, personsWithAccount } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { plansFor } from '../town.ts';
import type { RoundToCount } from './reading.ts';

type Round = Pick<RoundToCount, 'town' | 'round' | 'visits' | 'sheets'>;

/** Whether somebody counts a round, or why not. */
export function countsFor(
  ctx: Pick<Ctx, 'actor'>,
  book: Round,
): 'may' | 'not-yours' | 'own-inspection' {
  if (!plansFor(ctx, book.round.office, book.town)) return 'not-yours';
  const { accountId, person = '' } = ctx.actor;
  const inspectors = inspectorsOf(book);
  const isOwn =
    inspectors.has(person) || book.sheets.some(({ sheet }) => sheet.account_id === accountId);
  // Who stands in for an inspector has no more right than that one.
  const isFree = planningGrants(ctx, book).some(
    ({ inPlaceOf }) => !inspectors.has(inPlaceOf?.person ?? ''),
  );
  return isOwn || !isFree ? 'own-inspection' : 'may';
}

/** The persons in whose place somebody counts; nobody's where a role of their own lets them. */
export function standsInFor(ctx: Pick<Ctx, 'actor'>, book: Round): string[] {
  const grants = planningGrants(ctx, book);
  if (grants.some(({ inPlaceOf }) => inPlaceOf === undefined)) return [];
  return grants.flatMap(({ inPlaceOf }) => inPlaceOf?.person ?? []);
}

/** The rule of `plansFor`, grant by grant. */
function planningGrants({ actor }: Pick<Ctx, 'actor'>, { round: { office } }: Round) {
  return actor.grants.filter((grant) => plans(grant, office));
}

function plans({ role, lines }: { role: string; lines: readonly string[] }, office: string) {
  if (role === 'supervision' || role === 'assessment-office') return true;
  return role === 'recorder' && (lines.length === 0 || lines.includes(office));
}

/** Everybody who was there in a round: named for a place that was gone to, or writer of its sheet. */
function inspectorsOf({ visits, sheets }: Round): ReadonlySet<string> {
  const gone = visits.filter(({ state }) => state === 'planned' || state === 'gone');
  return new Set([
    ...gone.flatMap(({ inspectors }) => inspectors),
    ...sheets.map(({ sheet }) => sheet.person),
  ]);
}

/** Those whose work a sheet tells, by person: none of them reviews what becomes of it. */
export function toldOf({ visit, sheet }: RoundToCount['sheets'][number]): string[] {
  return [...new Set([...visit.inspectors, sheet.person])];
}

/** Names of some who may count a round, for whoever may not: 张三、李四. */
export async function othersFor({ db }: Pick<Ctx, 'db'>, book: Round): Promise<string> {
  const inspectors = inspectorsOf(book);
  const { today, named } = book.town;
  const free = (await personsWithAccount(db)).filter((person) => !inspectors.has(person));
  const grants = await grantsOfPersons(db, free, today);
  const able = free.filter((person) =>
    grants.get(person)?.some((grant) => plans(grant, book.round.office)),
  );
  return able
    .slice(0, 3)
    .map((person) => named(person).name)
    .join('、');
}
