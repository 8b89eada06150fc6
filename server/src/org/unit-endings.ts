/** How a unit ends: on a day, alone or by being merged into another. */

import { isoDate, type Unit } from '@oneneedle/kernel';
import { sql } from 'kysely';
import type { Ctx } from '../platform/index.ts';
import { orgProblem } from './problems.ts';
import { requireReach } from './roster-reach.ts';
import {
  dayBefore,
  holdsOn,
  type RosterRecords,
  sizeOn,
  subtree,
  type UnitRecord,
} from './roster-records.ts';
import { insertPosts, insertUnits } from './roster-store.ts';
import { nextPosition, requireDays, unitToChange, withSize } from './unit-actions.ts';

/** What a deed ended, in numbers. */
export interface Ended {
  readonly units: number;
  readonly posts: number;
  readonly pairings: number;
}

/** Ends a unit with everything below it that is still there; posts and pairings end the same day. */
export async function endUnit(
  ctx: Ctx,
  { code, to, successor }: { code: string; to: string; successor?: string },
): Promise<Ended> {
  const { unit, records } = await unitToChange(ctx, code);
  if (successor !== undefined && !records.units.has(successor)) {
    throw orgProblem('unit-unknown', { code: successor });
  }
  return endTree(ctx, records, { unit, to, ...(successor === undefined ? {} : { successor }) });
}

interface Merge {
  readonly code: string;
  readonly into: string;
  readonly on: string;
  readonly hamlets: 'move' | 'end';
  readonly sizes: Readonly<Record<string, string>>;
}

/**
 * Merges a village into another from a day on. A hamlet that goes over is a new unit below the other
 * village, because a unit's parent holds for all its days; its posts go on there.
 */
export async function mergeUnit(
  ctx: Ctx,
  { code, into, on, hamlets, sizes }: Merge,
): Promise<Ended & { moved: string[] }> {
  const { unit, records } = await unitToChange(ctx, code);
  const target = records.units.get(into);
  if (!target) throw orgProblem('unit-unknown', { code: into });
  requireReach(ctx.actor, records.units, [into]);
  for (const one of [unit, target]) {
    if (one.type !== 'village') throw orgProblem('merge-not-villages', { name: one.name });
  }
  if (code === into) throw orgProblem('merge-not-villages', { name: target.name });
  for (const one of [unit, target]) {
    if (!holdsOn(one, on)) throw orgProblem('unit-not-in-force', { name: one.name, on });
  }
  const plan = hamlets === 'move' ? plansOf(records, { unit, target, on }) : [];
  const ended = await endTree(ctx, records, { unit, to: dayBefore(on), successor: into });
  await moveHamlets(ctx, records, { plan, on });
  let next: Pick<Unit, 'sizes' | 'from'> = target;
  for (const [size, value] of Object.entries(sizes)) {
    next = { ...next, sizes: withSize(next, { size, from: on, value }) };
  }
  await ctx.db
    .updateTable('unit')
    .set({ sizes: JSON.stringify(next.sizes) })
    .where('code', '=', into)
    .execute();
  return { ...ended, moved: plan.map(({ hamlet }) => hamlet.code) };
}

async function endTree(
  ctx: Ctx,
  records: RosterRecords,
  { unit, to, successor }: { unit: UnitRecord; to: string; successor?: string },
): Promise<Ended> {
  if (unit.to !== undefined && unit.to <= to) throw orgProblem('post-ended', { to: unit.to });
  requireDays({ from: unit.from, to });
  const codes = [...subtree(records.units, unit.code)].filter((code) => {
    const own = records.units.get(code);
    return own !== undefined && (own.to === undefined || own.to > to);
  });
  const later = [...records.posts, ...records.pairings].filter(
    (item) => codes.includes(item.unit) && item.from > to,
  ).length;
  if (later > 0) throw orgProblem('unit-used-later', { name: unit.name, to, later });
  const { db } = ctx;
  const isOpen = sql<boolean>`(to_on is null or to_on > ${to})`;
  await db.updateTable('unit').set({ to_on: to }).where('code', 'in', codes).execute();
  if (successor !== undefined) {
    await db
      .updateTable('unit')
      .set({ successor_code: successor })
      .where('code', '=', unit.code)
      .execute();
  }
  const posts = await db
    .updateTable('post')
    .set({ to_on: to })
    .where('unit_code', 'in', codes)
    .where(isOpen)
    .executeTakeFirst();
  const pairings = await db
    .updateTable('pairing')
    .set({ to_on: to })
    .where('unit_code', 'in', codes)
    .where(isOpen)
    .executeTakeFirst();
  return {
    units: codes.length,
    posts: Number(posts.numUpdatedRows),
    pairings: Number(pairings.numUpdatedRows),
  };
}

interface HamletPlan {
  readonly old: UnitRecord;
  readonly hamlet: Unit;
}

/** The hamlets as they will stand below the other village, with its name in front of theirs. */
function plansOf(
  { units }: RosterRecords,
  { unit, target, on }: { unit: UnitRecord; target: UnitRecord; on: string },
): HamletPlan[] {
  const taken = new Set(units.keys());
  return [...units.values()]
    .filter((one) => one.parent === unit.code && one.type === 'hamlet' && holdsOn(one, on))
    .map((old) => {
      const rest = old.name.startsWith(unit.name) ? old.name.slice(unit.name.length) : old.name;
      const name = rest === old.name ? old.name : `${target.name}${rest}`;
      let code = `${target.code}${rest === old.name ? `-${old.code}` : rest}`;
      for (let number = 2; taken.has(code); number += 1) code = `${target.code}${rest}-${number}`;
      taken.add(code);
      const sizes = Object.entries(old.sizes).flatMap(([size, values]) => {
        const value = sizeOn(values, on);
        return value === undefined ? [] : [[size, value] as const];
      });
      const { type, tags, group } = old;
      const hamlet: Unit = {
        code,
        name,
        type,
        tags,
        aliases: [...new Set([old.name, ...old.aliases])].filter((alias) => alias !== name),
        parent: target.code,
        from: isoDate(on),
        sizes: Object.fromEntries(sizes),
        ...(group === undefined ? {} : { group }),
      };
      return { old, hamlet };
    });
}

/** `records` are of before the end, so that the posts that go on are known. */
async function moveHamlets(
  ctx: Ctx,
  records: RosterRecords,
  { plan, on }: { plan: readonly HamletPlan[]; on: string },
): Promise<void> {
  const first = nextPosition(records.units);
  await insertUnits(
    ctx.db,
    ctx.tenant.id,
    plan.map(({ hamlet }) => hamlet),
    first,
  );
  for (const { old, hamlet } of plan) {
    await ctx.db
      .updateTable('unit')
      .set({ successor_code: hamlet.code })
      .where('code', '=', old.code)
      .execute();
    const going = records.posts
      .filter((post) => post.unit === old.code && holdsOn(post, on))
      .map(({ id: _, ...post }) => ({ ...post, unit: hamlet.code, from: isoDate(on) }));
    await insertPosts(ctx.db, ctx.tenant.id, going);
  }
}
