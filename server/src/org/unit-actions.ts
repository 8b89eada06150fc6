/** The deeds on units: add, correct, rename by date, head counts, order, remove. */

import { isoDate, type Unit } from '@oneneedle/kernel';
import { sql } from 'kysely';
import type { Ctx, Queries } from '../platform/index.ts';
import { isCode } from './cell-values.ts';
import { orgProblem } from './problems.ts';
import { requireReach } from './roster-reach.ts';
import {
  dayBefore,
  dayOf,
  lockRoster,
  type RosterRecords,
  recordsOf,
  subtree,
  type UnitRecord,
} from './roster-records.ts';
import { insertUnits } from './roster-store.ts';

/** A unit to be added; without a code it is called by its name. */
export interface NewUnit {
  readonly code?: string;
  readonly name: string;
  readonly type: string;
  readonly group?: string;
  readonly parent?: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly from?: string;
  readonly sizes: Readonly<Record<string, string>>;
}

/** Says what else refers to a unit, in Chinese words, for example of rooms after this one. */
export type UsesOf = (db: Queries, unit: string) => Promise<readonly string[]>;

/** Adds units in their order after all others; one that cannot be added refuses all. */
export async function addUnits(ctx: Ctx, { units }: { units: readonly NewUnit[] }) {
  await lockRoster(ctx);
  const { units: there } = await recordsOf(ctx.db);
  requireReach(
    ctx.actor,
    there,
    units.map(({ parent }) => parent),
  );
  const known = new Map<string, Unit>(there);
  const added = units.map((wanted): Unit => {
    const unit = asUnit(wanted);
    if (!isCode(unit.code)) throw orgProblem('unit-code-bad', { name: unit.name });
    if (known.has(unit.code)) throw orgProblem('unit-code-taken', { code: unit.code });
    requireParent(known, unit.parent);
    requireFreeName(known, unit);
    known.set(unit.code, unit);
    return unit;
  });
  await insertUnits(ctx.db, ctx.tenant.id, added, nextPosition(there));
  return { codes: added.map(({ code }) => code) };
}

function asUnit({ code, name, type, group, parent, aliases, tags, from, sizes }: NewUnit): Unit {
  return {
    code: code ?? name,
    name,
    type,
    aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    tags: [...new Set(tags)],
    sizes,
    ...(group === undefined ? {} : { group }),
    ...(parent === undefined ? {} : { parent }),
    ...(from === undefined ? {} : { from: isoDate(from) }),
  };
}

interface UnitChange {
  readonly code: string;
  readonly name?: string;
  readonly type?: string;
  readonly group?: string | null;
  readonly parent?: string | null;
  readonly aliases?: readonly string[];
  readonly tags?: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Corrects what is written about a unit. Taking its last day away takes back its end. */
export async function changeUnit(ctx: Ctx, change: UnitChange): Promise<{ done: true }> {
  const { unit, records } = await unitToChange(ctx, change.code);
  const { units } = records;
  const next = {
    ...unit,
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.type === undefined ? {} : { type: change.type }),
    parent: change.parent === undefined ? unit.parent : (change.parent ?? undefined),
    group: change.group === undefined ? unit.group : (change.group ?? undefined),
    from: change.from === undefined ? unit.from : (change.from ?? undefined),
    to: change.to === undefined ? unit.to : (change.to ?? undefined),
  };
  if (next.parent !== unit.parent) {
    requireReach(ctx.actor, units, [next.parent]);
    requireParent(units, next.parent);
    if (next.parent !== undefined && subtree(units, unit.code).has(next.parent)) {
      const parent = units.get(next.parent)?.name ?? next.parent;
      throw orgProblem('unit-parent-loop', { name: unit.name, parent });
    }
  }
  if (next.name !== unit.name || next.parent !== unit.parent) requireFreeName(units, next);
  requireDays(next);
  await ctx.db
    .updateTable('unit')
    .set({
      name: next.name,
      type: next.type,
      parent_code: next.parent ?? null,
      group_code: next.group ?? null,
      from_on: next.from ?? null,
      to_on: next.to ?? null,
      ...(next.to === undefined ? { successor_code: null } : {}),
      aliases: [...new Set(change.aliases ?? unit.aliases)].filter((alias) => alias !== next.name),
      tags: [...new Set(change.tags ?? unit.tags)],
    })
    .where('code', '=', unit.code)
    .execute();
  return { done: true };
}

/** Gives a unit a new name from a day on; the old name stays readable and may still be written. */
export async function renameUnit(
  ctx: Ctx,
  { code, name, on }: { code: string; name: string; on: string },
): Promise<{ done: true }> {
  const { unit, records } = await unitToChange(ctx, code);
  if (on > dayOf(ctx, undefined)) throw orgProblem('rename-in-future', { on });
  if (name === unit.name) throw orgProblem('rename-same', { name });
  requireFreeName(records.units, { ...unit, name });
  const formerNames = [...unit.formerNames, { name: unit.name, to: dayBefore(on) }];
  const aliases = [...new Set([...unit.aliases, unit.name])].filter((alias) => alias !== name);
  await ctx.db
    .updateTable('unit')
    .set({ name, aliases, former_names: JSON.stringify(formerNames) })
    .where('code', '=', code)
    .execute();
  return { done: true };
}

interface SizeChange {
  readonly code: string;
  readonly size: string;
  readonly from?: string;
  readonly value: string | null;
}

/** Sets a head count, from a day on where one is named; null takes that value away. */
export async function sizeUnit(ctx: Ctx, change: SizeChange): Promise<{ done: true }> {
  const { unit } = await unitToChange(ctx, change.code);
  await ctx.db
    .updateTable('unit')
    .set({ sizes: JSON.stringify(withSize(unit, change)) })
    .where('code', '=', change.code)
    .execute();
  return { done: true };
}

/** The first day of all, for a value that held before a dated one in a unit without a first day. */
const always = '0001-01-01';

/** Pure: the sizes of a unit after one was set. */
export function withSize(
  { sizes, from: first }: Pick<Unit, 'sizes' | 'from'>,
  { size, from, value }: Omit<SizeChange, 'code'>,
): Unit['sizes'] {
  const { [size]: now, ...others } = sizes;
  if (from === undefined) return value === null ? others : { ...sizes, [size]: value };
  const before = typeof now === 'string' ? [{ from: isoDate(first ?? always), value: now }] : now;
  const dated = [
    ...(before ?? []).filter((item) => item.from !== from),
    ...(value === null ? [] : [{ from: isoDate(from), value }]),
  ].sort((one, other) => (one.from < other.from ? -1 : 1));
  return dated.length === 0 ? others : { ...sizes, [size]: dated };
}

/** Puts the named units into the given order, in the places that they have among all others. */
export async function orderUnits(ctx: Ctx, { codes }: { codes: readonly string[] }) {
  await lockRoster(ctx);
  const { units } = await recordsOf(ctx.db);
  for (const code of codes) if (!units.has(code)) throw orgProblem('unit-unknown', { code });
  requireReach(ctx.actor, units, codes);
  const moved = [...new Set(codes)];
  const wanted = moved.values();
  const isMoved = new Set(moved);
  const order = [...units.keys()].map((code) =>
    isMoved.has(code) ? (wanted.next().value ?? code) : code,
  );
  for (const [position, code] of order.entries()) {
    if (units.get(code)?.position === position) continue;
    await ctx.db.updateTable('unit').set({ position }).where('code', '=', code).execute();
  }
  return { done: true as const };
}

/** Removes a unit that was entered by mistake; one that anything refers to can only be ended. */
export async function removeUnit(
  ctx: Ctx,
  { code }: { code: string },
  usesElsewhere: UsesOf,
): Promise<{ done: true }> {
  const { unit, records } = await unitToChange(ctx, code);
  const uses = [...usesHere(records, code), ...(await usesInGrants(ctx.db, code))];
  uses.push(...(await usesElsewhere(ctx.db, code)));
  if (uses.length > 0) throw orgProblem('unit-in-use', { name: unit.name, uses });
  await ctx.db.deleteFrom('unit').where('code', '=', code).execute();
  return { done: true };
}

function usesHere({ units, posts, pairings }: RosterRecords, code: string): string[] {
  const below = [...units.values()].filter(({ parent }) => parent === code).length;
  const merged = [...units.values()].filter(({ successor }) => successor === code).length;
  const own = posts.filter(({ unit, secondedTo }) => unit === code || secondedTo === code).length;
  const tied = pairings.filter(({ unit }) => unit === code).length;
  return [
    ...(below > 0 ? [`${below} 个下属单位`] : []),
    ...(merged > 0 ? [`${merged} 个并入的单位`] : []),
    ...(own > 0 ? [`${own} 段任职`] : []),
    ...(tied > 0 ? [`${tied} 段挂钩`] : []),
  ];
}

async function usesInGrants(db: Queries, code: string): Promise<string[]> {
  const grants = await db
    .selectFrom('role_grant')
    .select('id')
    .where(sql<boolean>`(unit_code = ${code} or ${code} = any (lines))`)
    .execute();
  return grants.length > 0 ? [`${grants.length} 个账号职务`] : [];
}

/** The unit under the lock of the roster, if the asker may change it. */
export async function unitToChange(
  ctx: Ctx,
  code: string,
): Promise<{ unit: UnitRecord; records: RosterRecords }> {
  await lockRoster(ctx);
  const records = await recordsOf(ctx.db);
  const unit = records.units.get(code);
  if (!unit) throw orgProblem('unit-unknown', { code });
  requireReach(ctx.actor, records.units, [code]);
  return { unit, records };
}

/** The place after all units that are there. */
export function nextPosition(units: ReadonlyMap<string, UnitRecord>): number {
  return Math.max(-1, ...[...units.values()].map(({ position }) => position)) + 1;
}

function requireParent(units: ReadonlyMap<string, Unit>, parent: string | undefined): void {
  if (parent !== undefined && !units.has(parent))
    throw orgProblem('unit-unknown', { code: parent });
}

/** Two units of a sort below one parent are not called the same: an import could not tell them apart. */
function requireFreeName(
  units: ReadonlyMap<string, Unit>,
  unit: { code: string; name: string; type: string; parent?: string | undefined },
): void {
  const other = [...units.values()].find(
    ({ code, name, type, parent, to }) =>
      code !== unit.code &&
      name === unit.name &&
      type === unit.type &&
      parent === unit.parent &&
      to === undefined,
  );
  if (other) throw orgProblem('unit-name-taken', { name: unit.name, code: other.code });
}

/** Refuses a last day before the first. */
export function requireDays({
  from,
  to,
}: {
  from?: string | undefined;
  to?: string | undefined;
}): void {
  if (from !== undefined && to !== undefined && to < from) {
    throw orgProblem('days-reversed', { from, to });
  }
}
