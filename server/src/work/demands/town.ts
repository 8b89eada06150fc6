/** What a town is to the gate: who asks for which office, who may be asked, and what they are called. */

import { type IsoDate, isoDate, type Roster } from '@oneneedle/kernel';
import { rosterOf } from '../../org/index.ts';
import { type Actor, type Ctx, chinaDay, type Role } from '../../platform/index.ts';
import { type Reach, reachOf } from '../items/reach.ts';
import { demandProblem } from './problems.ts';
import type { DemandRow } from './store.ts';

/** The town of a request, read once. */
export interface DemandTown {
  readonly today: IsoDate;
  readonly roster: Roster;
  readonly nameOf: (code: string) => string;
  readonly named: (code: string) => { code: string; name: string };
  readonly reach: Reach;
}

/** Whoever asks for any office of the town. */
const everyOffice: readonly Role[] = ['supervision', 'leader', 'assessment-office'];
/** Whoever reads every demand. */
const wholeTown: readonly Role[] = ['leader', 'supervision', 'assessment-office', 'discipline'];

/** Reads the town for whoever asks. */
export async function townOf({ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const today = isoDate(chinaDay(now));
  const roster = await rosterOf(db);
  const names = new Map([...roster.units, ...roster.persons].map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const named = (code: string) => ({ code, name: nameOf(code) });
  return { today, roster, nameOf, named, reach: reachOf(actor, roster, today) };
}

/** Whether one of the roles is held. */
export function isOne({ grants }: Actor, wanted: readonly Role[]): boolean {
  return grants.some(({ role }) => wanted.includes(role));
}

/** The offices of the town on a day: its stations. */
export function stationsOf({ roster, today }: DemandTown): string[] {
  return roster.units.flatMap(({ code, type, from, to }) =>
    (type === 'station' || type === 'office') &&
    (from === undefined || from <= today) &&
    (to === undefined || to >= today)
      ? [code]
      : [],
  );
}

/** The villages of the town on a day. */
export function villagesOf({ roster, today }: DemandTown): string[] {
  return roster.units.flatMap(({ code, type, from, to }) =>
    type === 'village' && (from === undefined || from <= today) && (to === undefined || to >= today)
      ? [code]
      : [],
  );
}

/** The offices for which an actor may ask. */
export function askingOffices(actor: Actor, town: DemandTown): string[] {
  if (isOne(actor, everyOffice)) return stationsOf(town);
  return [...town.reach.offices];
}

/** The offices of which an actor may book what went out: a resident cadre hears of all of them. */
export function bookableOffices(actor: Actor, town: DemandTown): string[] {
  return isOne(actor, ['resident-cadre']) ? stationsOf(town) : askingOffices(actor, town);
}

/**
 * Refuses a booking against an office that is not one's own, but where a resident cadre books what
 * one of their own villages was asked.
 */
export function requireBookable(
  actor: Actor,
  town: DemandTown,
  { office, units }: { readonly office: string; readonly units: readonly string[] },
): void {
  if (askingOffices(actor, town).includes(office)) {
    requireVillages(actor, town, units);
    return;
  }
  if (!bookableOffices(actor, town).includes(office)) {
    throw demandProblem('office-other', { office: town.nameOf(office) });
  }
  const villages = villagesOf(town);
  const { cadreOf } = town.reach;
  const wrong = units.find((code) => !villages.includes(code) || !cadreOf.has(code));
  if (wrong !== undefined) throw demandProblem('village-unfit', { unit: town.nameOf(wrong) });
}

/** The villages that an actor may name: a resident cadre its own, where that is all they are. */
export function nameableVillages(actor: Actor, town: DemandTown): string[] {
  const villages = villagesOf(town);
  if (askingOffices(actor, town).length > 0) return villages;
  return villages.filter((code) => town.reach.cadreOf.has(code));
}

/** Whether an actor reads every demand of the town. */
export function readsAll(actor: Actor): boolean {
  return isOne(actor, wholeTown);
}

/** Whether a demand is within what somebody reads. */
export function readsDemand(actor: Actor, { reach }: DemandTown, row: DemandRow): boolean {
  return (
    readsAll(actor) ||
    reach.offices.has(row.office) ||
    row.asked_by_account === actor.accountId ||
    row.units.some((unit) => reach.cadreOf.has(unit))
  );
}

/**
 * In whose place an actor asks for an office, if only as a substitute; the audit is told.
 * @returns the persons: none of them may let the demand through.
 */
export function asksInPlaceOf(
  { actor, actInPlaceOf }: Pick<Ctx, 'actor' | 'actInPlaceOf'>,
  office: string,
): string[] {
  const covering = actor.grants.filter(
    ({ role, lines }) =>
      everyOffice.includes(role) ||
      ((role === 'recorder' || role === 'reviewer') &&
        (lines.length === 0 || lines.includes(office))),
  );
  if (covering.some(({ inPlaceOf }) => inPlaceOf === undefined)) return [];
  const absent = covering.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
  for (const { accountId } of absent) actInPlaceOf(accountId);
  return absent.flatMap(({ person }) => person ?? []);
}

/** Refuses what is no village of today, or none that the actor may name. */
export function requireVillages(actor: Actor, town: DemandTown, units: readonly string[]): void {
  const open = new Set(nameableVillages(actor, town));
  const wrong = units.find((code) => !open.has(code));
  if (wrong !== undefined) throw demandProblem('village-unfit', { unit: town.nameOf(wrong) });
}
