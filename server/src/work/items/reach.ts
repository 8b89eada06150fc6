/** Who stands how to an item: what they may read, and in which capacity they act. */

import { isCadre } from '@oneneedle/contract';
import type { Capacity, IsoDate, Roster } from '@oneneedle/kernel';
import { withBelow } from '../../ledger/index.ts';
import type { Actor, Role } from '../../platform/index.ts';

/** How far somebody sees and acts among the items. */
export interface Reach {
  /** Reads every item. */
  readonly all: boolean;
  /** Offices that they work for. */
  readonly offices: ReadonlySet<string>;
  /** Villages for which they may speak: those of a resident cadre. */
  readonly cadreOf: ReadonlySet<string>;
  /** Villages that they are: a village's own account reads and does nothing. */
  readonly villages: ReadonlySet<string>;
  readonly person?: string;
  readonly accountId: string;
  readonly isSupervision: boolean;
  readonly isLeader: boolean;
  /** Reads only titles, days and whom to ask: a village's own account. */
  readonly isVillageOnly: boolean;
}

/** What of an item decides who stands how to it. */
export interface ItemPlace {
  readonly state: string;
  readonly lead_unit: string | null;
  readonly support_units: readonly string[];
  readonly accountable: string | null;
  readonly units: readonly string[];
  readonly issuer_unit: string | null;
  readonly created_by_account: string;
  readonly created_by: string;
}

const wholeTown: readonly Role[] = ['leader', 'supervision', 'discipline'];

/** The reach of an actor on a day. */
export function reachOf(
  { grants, person, accountId }: Actor,
  roster: Roster,
  today: IsoDate,
): Reach {
  const of = (...wanted: Role[]) => grants.filter(({ role }) => wanted.includes(role));
  const offices = of('recorder', 'reviewer');
  const isEveryOffice = offices.some(({ lines }) => lines.length === 0);
  const stations = roster.units.filter(({ type }) => type === 'station' || type === 'office');
  const paired = roster.pairings.flatMap(({ kind, person: who, unit, from, to }) =>
    isCadre(kind) && who === person && from <= today && (to === undefined || to >= today)
      ? [unit]
      : [],
  );
  const unitsOf = (role: Role) => of(role).flatMap(({ unit }) => unit ?? []);
  const isResident = of('resident-cadre').length > 0;
  return {
    all: of(...wholeTown).length > 0,
    offices: new Set(
      isEveryOffice ? stations.map(({ code }) => code) : offices.flatMap(({ lines }) => lines),
    ),
    cadreOf: new Set(isResident ? [...unitsOf('resident-cadre'), ...paired] : []),
    villages: withBelow(roster, unitsOf('village')),
    ...(person === undefined ? {} : { person }),
    accountId,
    isSupervision: of('supervision').length > 0,
    isLeader: of('leader').length > 0,
    isVillageOnly: grants.every(({ role }) => role === 'village'),
  };
}

/** States in which an item is not given yet, and the burden gate may still stop it. */
export const ungivenStates: readonly string[] = ['draft', 'registered', 'proposed'];

/**
 * Whether an item is within what somebody reads. What is not given yet, a village and whoever speaks
 * for it do not read: they would act on what the gate may still stop.
 */
export function reads(reach: Reach, item: ItemPlace): boolean {
  if (reach.all || item.created_by_account === reach.accountId) return true;
  const isGiven = !ungivenStates.includes(item.state);
  const isAccountable = reach.person !== undefined && item.accountable === reach.person;
  if (isAccountable && (isGiven || !reach.isVillageOnly)) return true;
  const led = [item.lead_unit, item.issuer_unit, ...item.support_units];
  if (led.some((unit) => unit !== null && reach.offices.has(unit))) return true;
  const asked = isGiven ? [item.lead_unit, ...item.units] : [];
  return asked.some(
    (unit) => unit !== null && (reach.cadreOf.has(unit) || reach.villages.has(unit)),
  );
}

/** In which capacities somebody acts on an item. */
export function capacitiesOf(reach: Reach, item: ItemPlace): Capacity[] {
  const { lead_unit: lead, support_units: support } = item;
  const isOffice = [lead, ...support].some((unit) => unit !== null && reach.offices.has(unit));
  const isAccountable = reach.person !== undefined && item.accountable === reach.person;
  const isIssuer =
    item.created_by_account === reach.accountId ||
    (item.issuer_unit !== null && reach.offices.has(item.issuer_unit));
  return [
    ...(reach.isSupervision ? (['supervision'] as const) : []),
    ...(reach.isLeader ? (['leader'] as const) : []),
    ...(isOffice || isAccountable ? (['doer'] as const) : []),
    ...(lead !== null && reach.cadreOf.has(lead) ? (['onBehalf'] as const) : []),
    ...(item.units.some((unit) => reach.cadreOf.has(unit)) ? (['answering'] as const) : []),
    ...(isIssuer ? (['issuer'] as const) : []),
  ];
}

/**
 * In whose places somebody stands for the offices of an item: nobody's where a role of their own covers
 * it. They do not judge what these did, whatever other role they hold.
 */
export function absentBehind({ grants, person }: Actor, item: ItemPlace): Absent[] {
  if (person !== undefined && person === item.accountable) return [];
  const offices = [item.lead_unit, ...item.support_units];
  const covering = grants.filter(
    ({ role, lines }) =>
      (role === 'recorder' || role === 'reviewer') &&
      offices.some((unit) => unit !== null && (lines.length === 0 || lines.includes(unit))),
  );
  if (covering.some(({ inPlaceOf }) => inPlaceOf === undefined)) return [];
  return covering.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
}

type Absent = NonNullable<Actor['grants'][number]['inPlaceOf']>;
