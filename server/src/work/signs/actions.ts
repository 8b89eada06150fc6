/** Signs at village offices and work groups: written down, taken down, counted down. */

import { randomUUID } from 'node:crypto';
import { isOfYear, type SignCounts, signCounts } from '@oneneedle/kernel';
import type { Actor, Ctx } from '../../platform/index.ts';
import {
  askingOffices,
  type DemandTown,
  isOne,
  nameableVillages,
  readsAll,
  requireVillages,
  stationsOf,
  townOf,
  villagesOf,
} from '../demands/town.ts';
import { reachOf } from '../items/reach.ts';
import { signKeepers } from './policy.ts';
import { signProblem } from './problems.ts';
import {
  allSigns,
  countedOf,
  insertSign,
  lockSign,
  putSignLimit,
  type SignKind,
  type SignRow,
  signLimits,
  updateSign,
} from './store.ts';

type Place = Pick<SignRow, 'unit_code' | 'office'>;

/** The register of a year as the asker may read it, with its figures. */
export async function listSigns(ctx: Ctx, wanted: { year?: string | undefined }) {
  const town = await townOf(ctx);
  const order = new Map(town.roster.units.map(({ code }, index) => [code, index]));
  const placeOf = ({ unit_code: unit }: SignRow) => order.get(unit) ?? order.size;
  const own = (await allSigns(ctx.db))
    .filter((row) => reads(ctx.actor, town, row))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const now = town.today.slice(0, 4);
  const year = wanted.year ?? now;
  const rows = own.filter((row) => isOfYear(countedOf(row), year));
  const limits = await signLimits(ctx.db);
  const over = (kind: SignKind, { left }: SignCounts) =>
    Math.max(0, left - (limits[kind]?.allowed ?? left));
  return {
    year,
    years: yearsFrom(own, now, year),
    today: town.today,
    isPart: !readsAll(ctx.actor),
    mayKeep: isOne(ctx.actor, signKeepers),
    mayAdd: placesOf(ctx.actor, town),
    limits,
    total: bothCounts(rows, year),
    villages: groupsOf(rows, villagesOf(town), ({ unit_code: unit }) => unit).map(
      ([code, signs]) => {
        const both = bothCounts(signs, year);
        return {
          unit: town.named(code),
          ...both,
          over: { sign: over('sign', both.sign), group: over('group', both.group) },
        };
      },
    ),
    offices: groupsOf(rows, stationsOf(town), ({ office }) => office).map(([code, signs]) => ({
      office: town.named(code),
      ...bothCounts(signs, year),
    })),
    rows: rows.map((row) => show(row, { ctx, town })),
  };
}

interface Add {
  readonly unit: string;
  readonly kind: SignKind;
  readonly name: string;
  readonly office: string;
  readonly basis: string;
  readonly isKept: boolean;
  readonly sinceOn?: string | undefined;
  readonly countedOn: string;
}

/** Writes one down. */
export async function addSign(ctx: Ctx, { unit, sinceOn, countedOn, isKept, ...said }: Add) {
  const town = await townOf(ctx);
  requireVillages(ctx.actor, town, [unit]);
  requireChanges(ctx, town, { unit_code: unit, office: said.office });
  requireDays(town, [sinceOn, countedOn]);
  if (isKept && !isOne(ctx.actor, signKeepers)) throw signProblem('not-yours');
  if (isKept && said.basis === '') throw signProblem('kept-without-basis');
  const id = randomUUID();
  const isNew = await insertSign(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    unit_code: unit,
    ...said,
    is_kept: isKept,
    since_on: sinceOn ?? null,
    counted_on: countedOn,
  });
  if (!isNew) throw signProblem('twice', { unit: town.nameOf(unit), name: said.name });
  return { id };
}

interface End {
  readonly id: string;
  readonly on: string;
  readonly how: string;
  readonly evidence: string;
}

/** Notes that it was taken down or dissolved. */
export async function endSign(ctx: Ctx, { id, on, how, evidence }: End) {
  const { town, row } = await held(ctx, id);
  requireDays(town, [row.counted_on, on]);
  await updateSign(ctx.db, id, { ended_on: on, ended_how: how, evidence });
  return { done: true } as const;
}

/** Says that the rules allow it, or no more. */
export async function keepSign(
  ctx: Ctx,
  { id, isKept, basis }: { id: string; isKept: boolean; basis: string },
) {
  await held(ctx, id);
  if (isKept && basis === '') throw signProblem('kept-without-basis');
  await updateSign(ctx.db, id, { is_kept: isKept, basis });
  return { done: true } as const;
}

/** A person's word that nothing happens in a group. */
export async function idleGroup(ctx: Ctx, { id, isIdle }: { id: string; isIdle: boolean }) {
  const { town, row } = await held(ctx, id);
  if (row.kind !== 'group') throw signProblem('idle-sign');
  await updateSign(ctx.db, id, {
    idle_on: isIdle ? town.today : null,
    idle_by: isIdle ? (ctx.actor.person ?? null) : null,
  });
  return { done: true } as const;
}

/** Sets how many a village may have. */
export async function limitSigns(
  ctx: Ctx,
  { kind, limit }: { kind: SignKind; limit?: { allowed: number; document: string } | undefined },
) {
  await putSignLimit(ctx.db, ctx.tenant.id, kind, limit);
  return { done: true } as const;
}

/** One that the asker may change and that has not ended, held. */
async function held(ctx: Ctx, id: string): Promise<{ town: DemandTown; row: SignRow }> {
  const town = await townOf(ctx);
  const row = await lockSign(ctx.db, id);
  if (!row || !reads(ctx.actor, town, row)) throw signProblem('unknown');
  requireChanges(ctx, town, row);
  if (row.ended_on !== null) throw signProblem('ended', { on: row.ended_on });
  return { town, row };
}

function reads(actor: Actor, { reach }: DemandTown, { unit_code: unit, office }: Place): boolean {
  return (
    readsAll(actor) ||
    reach.offices.has(office) ||
    reach.cadreOf.has(unit) ||
    reach.villages.has(unit)
  );
}

function changes(actor: Actor, { roster, today }: DemandTown, place: Place): boolean {
  const { offices, cadreOf } = reachOf(actor, roster, today);
  return isOne(actor, signKeepers) || offices.has(place.office) || cadreOf.has(place.unit_code);
}

/** Refuses whom it is none of; a substitute acts in somebody's place, and the audit is told. */
function requireChanges({ actor, actInPlaceOf }: Ctx, town: DemandTown, place: Place): void {
  if (!changes(actor, town, place)) throw signProblem('not-yours');
  const covering = actor.grants.filter((grant) =>
    changes({ ...actor, grants: [grant] }, town, place),
  );
  if (covering.some(({ inPlaceOf }) => inPlaceOf === undefined)) return;
  for (const { inPlaceOf } of covering) if (inPlaceOf) actInPlaceOf(inPlaceOf.accountId);
}

/** Refuses days that do not follow one another, or are to come. */
function requireDays({ today }: DemandTown, days: readonly (string | undefined)[]): void {
  const known = [...days.filter((day) => day !== undefined), today];
  if (known.some((day, index) => index > 0 && day < (known[index - 1] ?? ''))) {
    throw signProblem('day-unfit', { today });
  }
}

/** Villages and offices that somebody may name: an office its own, a resident cadre its villages. */
function placesOf(actor: Actor, town: DemandTown) {
  const isKeeper = isOne(actor, signKeepers);
  const isWriter = isKeeper || town.reach.offices.size > 0 || town.reach.cadreOf.size > 0;
  const isFree = isKeeper || town.reach.cadreOf.size > 0;
  return {
    villages: isWriter ? nameableVillages(actor, town).map(town.named) : [],
    offices: (isFree ? stationsOf(town) : askingOffices(actor, town)).map(town.named),
  };
}

function bothCounts(rows: readonly SignRow[], year: string) {
  const of = (kind: SignKind) =>
    signCounts(
      rows.map(countedOf).filter((sign) => sign.kind === kind),
      year,
    );
  return { sign: of('sign'), group: of('group') };
}

/** The rows by a code, in the order of the codes; codes that the town does not know come last. */
function groupsOf(
  rows: readonly SignRow[],
  order: readonly string[],
  codeOf: (row: SignRow) => string,
): [string, SignRow[]][] {
  const groups = Map.groupBy(rows, codeOf);
  const known = order.filter((code) => groups.has(code));
  const others = [...groups.keys()].filter((code) => !order.includes(code));
  return [...known, ...others].map((code) => [code, groups.get(code) ?? []]);
}

function yearsFrom(rows: readonly SignRow[], ...more: readonly string[]): string[] {
  const counted = rows.map(({ counted_on: on }) => on.slice(0, 4));
  return [...new Set([...counted, ...more])].sort().reverse();
}

function show(row: SignRow, { ctx, town }: { ctx: Ctx; town: DemandTown }) {
  return {
    id: row.id,
    unit: town.named(row.unit_code),
    kind: row.kind as SignKind,
    name: row.name,
    office: town.named(row.office),
    basis: row.basis,
    isKept: row.is_kept,
    countedOn: row.counted_on,
    mayChange: row.ended_on === null && changes(ctx.actor, town, row),
    ...(row.since_on === null ? {} : { sinceOn: row.since_on }),
    ...(row.ended_on === null
      ? {}
      : { end: { on: row.ended_on, how: row.ended_how, evidence: row.evidence } }),
    ...(row.idle_on === null
      ? {}
      : { idle: { on: row.idle_on, by: row.idle_by === null ? '' : town.nameOf(row.idle_by) } }),
  };
}
