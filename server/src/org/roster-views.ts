/** What the pages read of the roster: lists as of a day, one unit, one person. */

import type {
  PairingRow,
  PersonPage,
  PersonRow,
  PostRow,
  UnitPage,
  UnitRow,
} from '@oneneedle/contract';
import type { Ctx } from '../platform/index.ts';
import { orgProblem } from './problems.ts';
import { seesContact, sightOf } from './roster-reach.ts';
import {
  dayOf,
  holdsOn,
  type PairingRecord,
  type PersonRecord,
  type PostRecord,
  type RosterRecords,
  recordsOf,
  sizeOn,
  subtree,
  type UnitRecord,
} from './roster-records.ts';
import type { GroupNames } from './roster-routes.ts';

/** All units that the asker may see, as of a day; those that ended or come later are marked. */
export async function units(ctx: Ctx, { on }: { on?: string }, groupNames: GroupNames) {
  const day = dayOf(ctx, on);
  const records = await recordsOf(ctx.db);
  const isSeen = sightOf(ctx.actor, records.units);
  const posts = groupBy(
    records.posts.filter((post) => holdsOn(post, day)),
    ({ unit }) => unit,
  );
  const pairings = groupBy(
    records.pairings.filter((pairing) => holdsOn(pairing, day)),
    ({ unit }) => unit,
  );
  const hamlets = groupBy(
    [...records.units.values()].filter((unit) => unit.type === 'hamlet' && holdsOn(unit, day)),
    ({ parent }) => parent ?? '',
  );
  const rows = [...records.units.values()]
    .filter(({ code }) => isSeen(code))
    .map(
      (unit): UnitRow => ({
        ...coreOf(unit, records),
        state: stateOn(unit, day),
        sizes: holdsOn(unit, day) ? sizesOn(unit, day) : {},
        posts: (posts.get(unit.code) ?? []).map(({ person, role }) => {
          return { person, name: nameIn(records, person), role };
        }),
        pairings: (pairings.get(unit.code) ?? []).map(({ person, kind }) => {
          return { person, name: nameIn(records, person), kind };
        }),
        hamlets: hamlets.get(unit.code)?.length ?? 0,
      }),
    );
  return { on: day, rows, groupNames: await groupNames(ctx.db, day) };
}

/** One unit with everything that was ever true of it, the newest of its posts first. */
export async function unit(ctx: Ctx, { code }: { code: string }): Promise<UnitPage> {
  const records = await recordsOf(ctx.db);
  const found = records.units.get(code);
  if (!found || !sightOf(ctx.actor, records.units)(code))
    throw orgProblem('unit-unknown', { code });
  const all = [...records.units.values()];
  return {
    ...coreOf(found, records),
    state: stateOn(found, dayOf(ctx, undefined)),
    sizes: Object.entries(found.sizes).map(([name, size]) => ({
      name,
      values: typeof size === 'string' ? [{ value: size }] : size.map((item) => ({ ...item })),
    })),
    formerNames: found.formerNames.map((item) => ({ ...item })),
    tookOver: all
      .filter(({ successor }) => successor === code)
      .map(({ code: own, name, to }) => ({ code: own, name, ...(to ? { to } : {}) })),
    below: all
      .filter(({ parent }) => parent === code)
      .map(({ code: own, name, type, to }) => ({ code: own, name, type, ...(to ? { to } : {}) })),
    posts: newestFirst(records.posts.filter((post) => post.unit === code)).map((post) =>
      postWords(post, records),
    ),
    pairings: newestFirst(records.pairings.filter((pairing) => pairing.unit === code)).map(
      (pairing) => pairingWords(pairing, records),
    ),
  };
}

/** Who holds what on a day in a unit and below it, unit by unit, in the order of the roster. */
export async function posts(ctx: Ctx, { unit: code, on }: { unit: string; on?: string }) {
  const day = dayOf(ctx, on);
  const records = await recordsOf(ctx.db);
  if (!records.units.has(code) || !sightOf(ctx.actor, records.units)(code)) {
    throw orgProblem('unit-unknown', { code });
  }
  const body = subtree(records.units, code);
  const rows = [...records.units.keys()]
    .filter((unit) => body.has(unit))
    .flatMap((unit) => records.posts.filter((post) => post.unit === unit && holdsOn(post, day)));
  return { on: day, rows: rows.map((post) => postWords(post, records)) };
}

/** All persons, with what they hold on a day; a village account sees those of its own village. */
export async function persons(ctx: Ctx, { on }: { on?: string }) {
  const day = dayOf(ctx, on);
  const records = await recordsOf(ctx.db);
  const isSeen = sightOf(ctx.actor, records.units);
  const own = <T extends { unit: string; from: string; to?: string }>(items: readonly T[]) =>
    items.filter((item) => isSeen(item.unit) && holdsOn(item, day));
  const posts = groupBy(own(records.posts), ({ person }) => person);
  const pairings = groupBy(own(records.pairings), ({ person }) => person);
  const isLimited = ctx.actor.grants.every(({ role }) => role === 'village');
  const rows = [...records.persons.values()]
    .filter(({ code }) => !isLimited || posts.has(code) || pairings.has(code))
    .map(
      (person): PersonRow => ({
        ...personCore(ctx, person),
        posts: (posts.get(person.code) ?? []).map(({ unit: at, role }) => {
          return { unit: at, unitName: unitName(records, at), role };
        }),
        pairings: (pairings.get(person.code) ?? []).map(({ unit: at, kind }) => {
          return { unit: at, unitName: unitName(records, at), kind };
        }),
      }),
    );
  return { on: day, rows };
}

/** One person with all posts and pairings that the asker may see, the newest first. */
export async function person(ctx: Ctx, { code }: { code: string }): Promise<PersonPage> {
  const records = await recordsOf(ctx.db);
  const found = records.persons.get(code);
  if (!found) throw orgProblem('person-unknown', { code });
  const isSeen = sightOf(ctx.actor, records.units);
  const own = <T extends PostRecord | PairingRecord>(items: readonly T[]) =>
    newestFirst(items.filter((item) => item.person === code && isSeen(item.unit)));
  const [posts, pairings] = [own(records.posts), own(records.pairings)];
  const isLimited = ctx.actor.grants.every(({ role }) => role === 'village');
  if (isLimited && posts.length + pairings.length === 0) {
    throw orgProblem('person-unknown', { code });
  }
  return {
    ...personCore(ctx, found),
    posts: posts.map((post) => postWords(post, records)),
    pairings: pairings.map((pairing) => pairingWords(pairing, records)),
  };
}

function coreOf(unit: UnitRecord, { units: all }: RosterRecords) {
  const { code, name, type, group, parent, aliases, tags, from, to, successor } = unit;
  return {
    code,
    name,
    type,
    aliases: [...aliases],
    tags: [...tags],
    ...(group === undefined ? {} : { group }),
    ...(parent === undefined ? {} : { parent, parentName: all.get(parent)?.name ?? parent }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(successor === undefined
      ? {}
      : { successor, successorName: all.get(successor)?.name ?? successor }),
  };
}

function personCore(
  { actor }: Ctx,
  { code, name, class: kind, group, tags, phone, erasedAt }: PersonRecord,
) {
  return {
    code,
    name,
    class: kind,
    tags: [...tags],
    ...(group === undefined ? {} : { group }),
    ...(phone === undefined || !seesContact(actor) ? {} : { phoneMasked: masked(phone) }),
    ...(erasedAt === undefined ? {} : { erasedAt }),
  };
}

/** The first three and last four figures; of a short number only the last two. */
export function masked(phone: string): string {
  if (phone.length < 9) return `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

function stateOn(unit: UnitRecord, day: string): UnitRow['state'] {
  if (holdsOn(unit, day)) return 'now';
  return unit.to !== undefined && unit.to < day ? 'ended' : 'coming';
}

function sizesOn(unit: UnitRecord, day: string): Record<string, string> {
  const sizes = Object.entries(unit.sizes).flatMap(([name, size]) => {
    const value = sizeOn(size, day);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(sizes);
}

function postWords(post: PostRecord, records: RosterRecords): PostRow {
  const { secondedTo } = post;
  return {
    ...post,
    name: nameIn(records, post.person),
    unitName: unitName(records, post.unit),
    ...(secondedTo === undefined ? {} : { secondedToName: unitName(records, secondedTo) }),
  };
}

function pairingWords(pairing: PairingRecord, records: RosterRecords): PairingRow {
  return {
    ...pairing,
    name: nameIn(records, pairing.person),
    unitName: unitName(records, pairing.unit),
  };
}

export function nameIn({ persons: all }: RosterRecords, code: string): string {
  return all.get(code)?.name ?? code;
}

export function unitName({ units: all }: RosterRecords, code: string): string {
  return all.get(code)?.name ?? code;
}

function newestFirst<T extends { from: string; to?: string }>(items: readonly T[]): T[] {
  const key = ({ from, to }: T) => `${to ?? '9999-12-31'} ${from}`;
  return items.toSorted((one, other) =>
    key(one) < key(other) ? 1 : key(one) > key(other) ? -1 : 0,
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(items, keyOf);
}
