/** Who acts and how far it reaches: offices by clause owner, units by subtree, persons by name. */

import type { Roster } from '@oneneedle/kernel';
import type { Actor, Ctx, Role, Substituted } from '../platform/index.ts';
import { otherNames } from './private-grounds.ts';
import { ledgerProblem } from './problems.ts';

/**
 * The person who acts, by opaque code. Recording and reviewing need one: two accounts of the same
 * person could not be told apart otherwise.
 */
export function signerOf({ actor, account }: Pick<Ctx, 'actor' | 'account'>): string {
  if (actor.person === undefined)
    throw ledgerProblem('person-needed', { account: account.userName });
  return actor.person;
}

/** Whether the actor holds a role for an office; what no office owns is for those without limits. */
export function actsFor(actor: Actor, role: Role, office: string | undefined): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === role &&
      (grant.lines.length === 0 || (office !== undefined && grant.lines.includes(office))),
  );
}

/**
 * In whose places an actor acts for an office as a substitute; nobody's where a role of their own
 * covers it.
 */
export function standsInFor(
  { grants }: Actor,
  role: Role,
  office: string | undefined,
): Substituted[] {
  const covering = grants.filter((grant) =>
    actsFor({ accountId: '', grants: [grant] }, role, office),
  );
  if (covering.some(({ inPlaceOf }) => inPlaceOf === undefined)) return [];
  return covering.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
}

/**
 * Notes for the audit in whose place an entry of an office is written. @returns the persons, for the
 * entry: none of them may review it.
 */
export function writesInPlaceOf(
  { actor, actInPlaceOf }: Pick<Ctx, 'actor' | 'actInPlaceOf'>,
  office: string | undefined,
): string[] {
  const absent = standsInFor(actor, 'recorder', office);
  for (const { accountId } of absent) actInPlaceOf(accountId);
  return absent.flatMap(({ person }) => person ?? []);
}

/** The offices for which the actor holds a role; `*` is every office. */
export function officesOf(actor: Actor, role: Role): string[] {
  const grants = actor.grants.filter((grant) => grant.role === role);
  if (grants.some(({ lines }) => lines.length === 0)) return ['*'];
  return [...new Set(grants.flatMap(({ lines }) => lines))];
}

/**
 * Whether an actor may see the points that a clause gives. Whoever sees them under every clause can
 * add them up to totals and ranks, so before the seal an office sees them only where a grant names
 * it; a grant for every office names none. The assessment office and discipline always see them.
 */
export function seesPoints(
  { grants }: Actor,
  { owner, isSealed }: { owner: string | undefined; isSealed: boolean },
): boolean {
  const isOwner = ({ role, lines }: Actor['grants'][number]) =>
    (role === 'recorder' || role === 'reviewer') && owner !== undefined && lines.includes(owner);
  return (
    isSealed ||
    grants.some(
      (grant) =>
        grant.role === 'assessment-office' || grant.role === 'discipline' || isOwner(grant),
    )
  );
}

/** A unit with all that is below it. */
export function withBelow({ units }: Pick<Roster, 'units'>, tops: readonly string[]): Set<string> {
  const found = new Set(tops);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { code, parent } of units) {
      if (parent !== undefined && found.has(parent)) found.add(code);
    }
  }
  return found;
}

/** Which facts an actor may read. */
export interface Sight {
  /** Facts about any unit, or only about these and what is below them. */
  readonly units: 'all' | ReadonlySet<string>;
  /** Facts about persons: all, those of these offices, and always one's own. */
  readonly personOffices: 'all' | readonly string[];
  readonly person?: string;
  /** Everybody else and other villages by name: a private ground may name none; empty for the office. */
  readonly otherNames: readonly string[];
}

const wholeTown: readonly Role[] = [
  'assessment-office',
  'discipline',
  'leader',
  'supervision',
  'recorder',
  'reviewer',
  'administrator',
  'resident-cadre',
  'organisation',
  'finance',
];
const everyPerson: readonly Role[] = ['assessment-office', 'discipline', 'leader', 'organisation'];

/** How far an actor sees: a village itself, offices all units, few people facts about persons. */
export function sightOf({ grants, person }: Actor, roster: Roster): Sight {
  const own = person === undefined ? {} : { person };
  const whole = grants.some(({ role, unit }) => wholeTown.includes(role) && unit === undefined);
  const tops = grants.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const recording = grants.filter(({ role }) => role === 'recorder' || role === 'reviewer');
  const allPersons =
    grants.some(({ role, unit }) => everyPerson.includes(role) && unit === undefined) ||
    recording.some(({ lines, unit }) => lines.length === 0 && unit === undefined);
  const units = whole ? 'all' : withBelow(roster, tops);
  return {
    units,
    otherNames: otherNames(roster, { units, person }),
    personOffices: allPersons ? 'all' : [...new Set(recording.flatMap(({ lines }) => lines))],
    ...own,
  };
}

/** Whether a fact or entry about these subjects is within what an actor may read. */
export function isInSight(
  { units, personOffices, person }: Sight,
  { about, office }: { about: readonly { subject: string }[]; office: string | null },
  isPerson: (code: string) => boolean,
): boolean {
  const subjects = about.map(({ subject }) => subject);
  const persons = subjects.filter(isPerson);
  if (person !== undefined && persons.includes(person)) return true;
  if (persons.length > 0) {
    const offices = personOffices === 'all' || (office !== null && personOffices.includes(office));
    if (!offices) return false;
  }
  if (units === 'all') return true;
  return subjects.some((code) => units.has(code));
}
