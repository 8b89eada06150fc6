/** What deeds of inspection are judged by: the roster, the day, who asks. Read once a request. */

import { type IsoDate, isoDate, type Roster } from '@oneneedle/kernel';
import { rosterOf } from '../org/index.ts';
import { type Ctx, chinaDay, holds, type Role } from '../platform/index.ts';
import { type Reach, reachOf } from '../work/index.ts';
import { roundProblem } from './rounds/problems.ts';

export interface InspectionTown {
  readonly roster: Roster;
  readonly today: IsoDate;
  readonly reach: Reach;
  /** A unit or a person with its name; what is not in the roster goes by its code. */
  readonly named: (code: string) => { readonly code: string; readonly name: string };
}

/** Reads the town for whoever asks. */
export async function inspectionTown({
  db,
  actor,
  now,
}: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<InspectionTown> {
  const roster = await rosterOf(db);
  const today = isoDate(chinaDay(now));
  const names = new Map([...roster.units, ...roster.persons].map(({ code, name }) => [code, name]));
  const named = (code: string) => ({ code, name: names.get(code) ?? code });
  return { roster, today, reach: reachOf(actor, roster, today), named };
}

/** The person who acts: who inspected and who judged must be told apart by person, not by account. */
export function signer({ actor, account }: Pick<Ctx, 'actor' | 'account'>): string {
  if (actor.person !== undefined) return actor.person;
  throw roundProblem('person-needed', { account: account.userName });
}

const planning: readonly Role[] = ['supervision', 'assessment-office'];

/** Whether somebody writes the check sheets and plans the rounds of an office: its own people, or who plans for all. */
export function plansFor({ actor }: Pick<Ctx, 'actor'>, office: string, { reach }: InspectionTown) {
  const isOwn = holds(actor, ['recorder']) && reach.offices.has(office);
  return isOwn || holds(actor, planning);
}

/** Stations and offices of a day, in the order of the roster. */
export function stationsOn({ roster }: InspectionTown, day: IsoDate): string[] {
  return openUnits(roster, day)
    .filter(({ type }) => type === 'station' || type === 'office')
    .map(({ code }) => code);
}

/** The units that there are on a day. */
export function openUnits(roster: Roster, day: IsoDate): Roster['units'] {
  return roster.units.filter(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || to >= day),
  );
}

/** The village that a unit is or belongs to. */
export function villageOf(code: string, { units }: Roster): string | undefined {
  for (let at = units.find((unit) => unit.code === code); at; ) {
    if (at.type === 'village') return at.code;
    const above: string | undefined = at.parent;
    at = above === undefined ? undefined : units.find((unit) => unit.code === above);
  }
  return undefined;
}
