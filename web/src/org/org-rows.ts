/** What the tables of the roster show, worked out from the answer of the server. Pure. */

import type { PersonRow, UnitRow } from '@oneneedle/contract';
import { isCadre, isLeader, isSecretary } from '@oneneedle/contract/constants';
import { groupedBy } from './group.ts';

/** The tables of the page, in their order. */
export const views = ['villages', 'stations', 'hamlets', 'branches', 'persons', 'others'] as const;
export type View = (typeof views)[number];

/** A unit with who answers for it, as names. */
export interface OrgUnit extends UnitRow {
  readonly secretaries: readonly string[];
  readonly leaders: readonly string[];
  readonly cadres: readonly string[];
  /** The first post of the unit: who heads an office, a hamlet, a branch. */
  readonly heads: readonly string[];
}

export interface Gaps {
  readonly leaders: number;
  readonly cadres: number;
  readonly secretaries: number;
  readonly heads: number;
}

/** The table that a unit stands in. */
export function viewOf(type: string): View {
  const known: Readonly<Record<string, View>> = {
    village: 'villages',
    station: 'stations',
    office: 'stations',
    hamlet: 'hamlets',
    branch: 'branches',
  };
  return known[type] ?? 'others';
}

/** Units with the names of who answers; a secretary kept at the branch is the village's. */
export function orgUnits(rows: readonly UnitRow[]): OrgUnit[] {
  const branches = groupedBy(
    rows.filter(({ type, state }) => type === 'branch' && state === 'now'),
    ({ parent }) => parent ?? '',
  );
  const secretariesIn = (row: UnitRow) =>
    row.posts.filter(({ role }) => isSecretary(role)).map(({ name }) => name);
  return rows.map((row) => {
    const own = secretariesIn(row);
    const below = (branches.get(row.code) ?? []).flatMap(secretariesIn);
    return {
      ...row,
      secretaries: own.length > 0 || row.type !== 'village' ? own : below,
      leaders: row.pairings.filter(({ kind }) => isLeader(kind)).map(({ name }) => name),
      cadres: row.pairings.filter(({ kind }) => isCadre(kind)).map(({ name }) => name),
      heads: row.posts.slice(0, 1).map(({ name }) => name),
    };
  });
}

/** How many villages and hamlets in force lack who should answer for them. */
export function gapsOf(units: readonly OrgUnit[]): Gaps {
  const villages = units.filter(({ type, state }) => type === 'village' && state === 'now');
  const hamlets = units.filter(({ type, state }) => type === 'hamlet' && state === 'now');
  const lacking = (items: readonly OrgUnit[], names: (unit: OrgUnit) => readonly string[]) =>
    items.filter((unit) => names(unit).length === 0).length;
  return {
    leaders: lacking(villages, ({ leaders }) => leaders),
    cadres: lacking(villages, ({ cadres }) => cadres),
    secretaries: lacking(villages, ({ secretaries }) => secretaries),
    heads: lacking(hamlets, ({ heads }) => heads),
  };
}

/** Names of head counts that occur in these units, in the order they first do. */
export function sizeNames(units: readonly UnitRow[]): string[] {
  return [...new Set(units.flatMap(({ sizes }) => Object.keys(sizes)))];
}

/** "东溪村 书记、主任": what a person holds, unit by unit. */
export function heldText(posts: PersonRow['posts'], comma: string): string {
  const byUnit = groupedBy(posts, ({ unitName }) => unitName);
  return [...byUnit]
    .map(([unit, own]) => `${unit} ${own.map(({ role }) => role).join(comma)}`)
    .join(comma);
}

/** The households of all hamlets together; undefined where one of them is no whole number. */
export function householdsOf(hamlets: readonly { households?: string }[]): string | undefined {
  const counts = hamlets.map(({ households }) => households ?? '');
  if (counts.length === 0 || counts.some((count) => !/^\d{1,9}$/.test(count))) return undefined;
  return String(counts.reduce((sum, count) => sum + Number(count), 0));
}
