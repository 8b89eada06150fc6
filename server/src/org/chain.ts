/** The chain of responsibility of a village on a day: leader, resident cadre, secretary, hamlets. */

import {
  type ChainPage,
  householdsSize,
  isCadre,
  isLeader,
  isSecretary,
} from '@oneneedle/contract';
import type { IsoDate } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { orgProblem } from './problems.ts';
import { sightOf } from './roster-reach.ts';
import {
  dayOf,
  holdsOn,
  type PairingRecord,
  type PostRecord,
  type RosterRecords,
  recordsOf,
  sizeOn,
  type UnitRecord,
} from './roster-records.ts';
import { nameIn } from './roster-views.ts';

type Link = ChainPage['leaders'][number];

/** The chain of a village, or of the village that a hamlet or branch belongs to. */
export async function chain(
  ctx: Ctx,
  { unit: code, on }: { unit: string; on?: string },
): Promise<ChainPage> {
  const records = await recordsOf(ctx.db);
  const asked = records.units.get(code);
  if (!asked || !sightOf(ctx.actor, records.units)(code))
    throw orgProblem('unit-unknown', { code });
  const village = villageOf(records, asked);
  if (!village) throw orgProblem('no-chain', { name: asked.name });
  return chainOf(records, village, dayOf(ctx, on));
}

/** Pure: who answers on that day. A place that nobody holds is an empty list. */
export function chainOf(records: RosterRecords, village: UnitRecord, on: IsoDate): ChainPage {
  const below = [...records.units.values()].filter(
    (unit) => unit.parent === village.code && holdsOn(unit, on),
  );
  const paired = records.pairings.filter((item) => item.unit === village.code && holdsOn(item, on));
  const branches = below.filter(({ type }) => type === 'branch').map(({ code }) => code);
  return {
    on,
    unit: village.code,
    name: village.name,
    ...households(village, on),
    leaders: paired.filter(({ kind }) => isLeader(kind)).map(tied(records, on)),
    cadres: paired.filter(({ kind }) => isCadre(kind)).map(tied(records, on)),
    secretaries: secretaries(records, { village: village.code, branches, on }),
    hamlets: below
      .filter(({ type }) => type === 'hamlet')
      .map((hamlet) => ({
        code: hamlet.code,
        name: hamlet.name,
        ...households(hamlet, on),
        heads: postsIn(records, hamlet.code, on).map(held(records)),
        contacts: records.pairings
          .filter((item) => item.unit === hamlet.code && holdsOn(item, on))
          .map(tied(records, on)),
      })),
  };
}

/** The secretary of the village itself; where the roster keeps the post at the branch, that one. */
function secretaries(
  records: RosterRecords,
  { village, branches, on }: { village: string; branches: readonly string[]; on: IsoDate },
): Link[] {
  const secretariesIn = (unit: string) =>
    postsIn(records, unit, on).filter(({ role }) => isSecretary(role));
  const own = secretariesIn(village);
  const found = own.length > 0 ? own : branches.flatMap(secretariesIn);
  return found.map(held(records));
}

function postsIn(records: RosterRecords, unit: string, on: IsoDate): PostRecord[] {
  return records.posts.filter((post) => post.unit === unit && holdsOn(post, on));
}

function held(records: RosterRecords) {
  return ({ person, role, from, to }: PostRecord): Link => ({
    person,
    name: nameIn(records, person),
    words: role,
    from,
    ...(to === undefined ? {} : { to }),
  });
}

function tied(records: RosterRecords, on: IsoDate) {
  return ({ person, kind, from, to }: PairingRecord): Link => {
    const also = records.posts.find((post) => post.person === person && holdsOn(post, on))?.role;
    return {
      person,
      name: nameIn(records, person),
      words: kind,
      from,
      ...(to === undefined ? {} : { to }),
      ...(also === undefined ? {} : { also }),
    };
  };
}

function households({ sizes }: UnitRecord, on: IsoDate): { households?: string } {
  const value = sizeOn(sizes[householdsSize], on);
  return value === undefined ? {} : { households: value };
}

/** The first village on the way up; a unit outside of villages has none. */
function villageOf({ units }: RosterRecords, start: UnitRecord): UnitRecord | undefined {
  let unit: UnitRecord | undefined = start;
  for (let steps = 0; unit !== undefined && steps < 10; steps += 1) {
    if (unit.type === 'village') return unit;
    unit = unit.parent === undefined ? undefined : units.get(unit.parent);
  }
  return undefined;
}
