/** Who reads which goals and who reads figures in for them. */

import { isCadre } from '@oneneedle/contract';
import type { Roster } from '@oneneedle/kernel';
import { withBelow } from '../../ledger/index.ts';
import type { Actor, Role } from '../../platform/index.ts';

/** How far somebody sees and acts among the goals. */
export interface GoalReach {
  /** Every goal, or only the leaves of these villages. */
  readonly villages: 'all' | ReadonlySet<string>;
  readonly mayManage: boolean;
  readonly mayMove: boolean;
  /** Offices for which figures are read in; `all` is every one. */
  readonly readsFor: 'all' | ReadonlySet<string>;
  /** Who asks; whoever answers for a goal neither ends it nor moves what it is measured by. */
  readonly person?: string;
}

const wholeTown: readonly Role[] = [
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'discipline',
];

/** The reach of an actor on a day. */
export function goalReach({ grants, person }: Actor, roster: Roster, today: string): GoalReach {
  const of = (role: Role) => grants.filter((grant) => grant.role === role);
  const isSupervision = of('supervision').length > 0;
  const recording = of('recorder');
  const isEveryOffice = isSupervision || recording.some(({ lines }) => lines.length === 0);
  const paired = roster.pairings.flatMap(({ kind, person: who, unit, from, to }) =>
    isCadre(kind) && who === person && from <= today && (to ?? today) >= today ? [unit] : [],
  );
  const units = [...of('village'), ...of('resident-cadre')].flatMap(({ unit }) => unit ?? []);
  const isResident = of('resident-cadre').length > 0;
  return {
    villages: grants.some(({ role }) => wholeTown.includes(role))
      ? 'all'
      : withBelow(roster, [...units, ...(isResident ? paired : [])]),
    mayManage: isSupervision,
    mayMove: isSupervision || of('leader').length > 0,
    ...(person === undefined ? {} : { person }),
    readsFor: isEveryOffice ? 'all' : new Set(recording.flatMap(({ lines }) => lines)),
  };
}
