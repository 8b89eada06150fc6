/** What deeds on objections are judged by: the roster, the day, who asks, and how they stand to one. */

import { isCadre } from '@oneneedle/contract';
import { type IsoDate, isoDate, type ObjectionCapacity, type Roster } from '@oneneedle/kernel';
import { withBelow } from '../../ledger/index.ts';
import { rosterOf } from '../../org/index.ts';
import { type Ctx, chinaDay, type Role } from '../../platform/index.ts';
import { type Reach, reachOf } from '../../work/index.ts';
import type { Matter } from './matters.ts';
import type { ObjectionRow } from './store.ts';

/** A town for whoever asks. Read once a request. */
export interface ObjectionTown {
  readonly roster: Roster;
  readonly today: IsoDate;
  readonly reach: Reach;
  readonly named: (code: string) => { readonly code: string; readonly name: string };
}

export async function objectionTown({
  db,
  actor,
  now,
}: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<ObjectionTown> {
  const roster = await rosterOf(db);
  const today = isoDate(chinaDay(now));
  const names = new Map([...roster.units, ...roster.persons].map(({ code, name }) => [code, name]));
  const named = (code: string) => ({ code, name: names.get(code) ?? code });
  return { roster, today, reach: reachOf(actor, roster, today), named };
}

const readers: readonly Role[] = ['assessment-office', 'leader', 'supervision', 'discipline'];
const writers: readonly Role[] = ['assessment-office', 'supervision'];

type Asking = Pick<Ctx, 'actor'>;

/** A post for some units alone deals with no objections of the whole town. */
function holdsWhole({ grants }: Asking['actor'], wanted: readonly Role[]): boolean {
  return grants.some(({ role, unit }) => wanted.includes(role) && unit === undefined);
}

/** Whether somebody writes down what any village or person of the town said. */
export function writesForAll({ actor }: Asking): boolean {
  return holdsWhole(actor, writers);
}

/** The villages for which somebody writes down what was said. */
export function villagesFor(ctx: Asking, { roster, reach, today }: ObjectionTown): string[] {
  const isAll = writesForAll(ctx);
  return roster.units
    .filter(({ type, to }) => type === 'village' && (to === undefined || to >= today))
    .filter(({ code }) => isAll || reach.cadreOf.has(code))
    .map(({ code }) => code);
}

/**
 * As which village or person somebody is concerned by what is about these subjects. A village that
 * cannot say which clause it is about says it for itself.
 */
export function concernedAs(
  { actor }: Asking,
  { roster }: ObjectionTown,
  { about, subjects }: Pick<Matter, 'about' | 'subjects'>,
): string | undefined {
  if (actor.person !== undefined && subjects.includes(actor.person)) return actor.person;
  const own = actor.grants.flatMap(({ role, unit }) => (role === 'village' && unit ? [unit] : []));
  if (about === 'unclear') return own[0];
  return own.find((unit) => {
    const below = withBelow(roster, [unit]);
    return subjects.some((code) => below.has(code));
  });
}

/** Whether somebody reads an objection: those who deal with all, whose it is, who speaks for them. */
export function readsObjection(ctx: Asking, town: ObjectionTown, row: ObjectionRow): boolean {
  const isCadre = row.unit_code !== null && town.reach.cadreOf.has(row.unit_code);
  return holdsWhole(ctx.actor, readers) || isCadre || capacitiesOf(ctx, town, row).length > 0;
}

/** In which capacities somebody stands to an objection. */
export function capacitiesOf(
  ctx: Asking,
  { reach }: ObjectionTown,
  row: ObjectionRow,
): ObjectionCapacity[] {
  const { actor } = ctx;
  const { unit_code: unit, person, account_id: account, decider } = row;
  const isOwn =
    (person !== null && person === actor.person) || (unit !== null && reach.villages.has(unit));
  const isWriter = row.way !== 'account' && account === actor.accountId;
  // What a village sent itself, nobody takes back for it.
  const isWritten = row.way !== 'account' && row.way !== 'link';
  const isCadreOf = isWritten && unit !== null && reach.cadreOf.has(unit);
  const isDecider = decider !== null && decider === actor.person;
  return [
    ...(isOwn ? (['objector'] as const) : []),
    ...(isWriter || isCadreOf ? (['behalf'] as const) : []),
    ...(holdsWhole(actor, ['assessment-office']) ? (['office'] as const) : []),
    ...(isDecider ? (['decider'] as const) : []),
  ];
}

/** Who speaks for a village on a day: its resident cadres never judge what it says. */
export function cadresOf({ roster, today }: ObjectionTown, unit: string | null): string[] {
  return roster.pairings
    .filter(
      ({ kind, unit: of, from, to }) =>
        of === unit && isCadre(kind) && from <= today && (to === undefined || to >= today),
    )
    .map(({ person }) => person);
}

/** 异议2026-3 */
export function numberOf({ year, no }: Pick<ObjectionRow, 'year' | 'no'>): string | undefined {
  return year === null || no === null ? undefined : `异议${year}-${no}`;
}
