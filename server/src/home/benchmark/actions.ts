/** Lists of the district: read with the place of the town, recorded, written anew. */

import {
  type BenchmarkPlace,
  benchmarkPlace,
  type IsoDate,
  isoDate,
  type Roster,
  readBenchmark,
} from '@oneneedle/kernel';
import { rosterOf } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { keepsLists } from './policy.ts';
import { benchmarkProblem } from './problems.ts';
import {
  allLists,
  findList,
  insertList,
  type KeptList,
  updateList,
  type WrittenList,
} from './store.ts';

/** Every list with the place of the town on it, the latest period first. */
export async function readLists(ctx: Ctx) {
  const lists = await allLists(ctx.db);
  return {
    rows: lists.map((list) => {
      const { rank, towns, first, next, indicators, beyondTen } = placeOn(list, ctx);
      return {
        ...headOf(list),
        ...(rank ? { rank } : {}),
        towns,
        ...(first ? { first: gapShown(first) } : {}),
        ...(next ? { next: gapShown(next) } : {}),
        indicators: indicators.length,
        beyondTen,
      };
    }),
    may: { record: keepsLists(ctx.actor.grants) },
  };
}

export async function readList(ctx: Ctx, { id }: { readonly id: string }) {
  const list = await findList(ctx.db, id);
  if (!list) throw benchmarkProblem('list-unknown');
  const roster = await rosterOf(ctx.db);
  const persons = new Map(roster.persons.map(({ code, name }) => [code, name]));
  return {
    ...headOf(list),
    cells: list.cells,
    place: placeShown(placeOn(list, ctx), roster, isoDate(chinaDay(ctx.now))),
    recordedBy: persons.get(list.recorded_by) ?? list.recorded_by,
    recordedAt: list.recorded_at,
    may: { correct: keepsLists(ctx.actor.grants) },
  };
}

/** Records a list; refused with every fault of its table at once. */
export async function recordList(ctx: Ctx, input: WrittenList) {
  const { name, issuer, document, period, cells } = input;
  requireSound(cells, ctx);
  const list = { name, issuer, document, period, cells };
  const id = await insertList(ctx.db, list, { ...writing(ctx), tenantId: ctx.tenant.id });
  return readList(ctx, { id });
}

/** Writes a list anew, where nobody else did meanwhile. */
export async function correctList(
  ctx: Ctx,
  input: WrittenList & { readonly id: string; readonly version: number },
) {
  const { id, version, name, issuer, document, period, cells } = input;
  if (!(await findList(ctx.db, id))) throw benchmarkProblem('list-unknown');
  requireSound(cells, ctx);
  const list = { id, version, name, issuer, document, period, cells };
  if (!(await updateList(ctx.db, list, writing(ctx)))) throw benchmarkProblem('list-changed');
  return readList(ctx, { id });
}

/** Where the town stands on a list. */
export function placeOn({ cells }: Pick<KeptList, 'cells'>, { tenant }: Pick<Ctx, 'tenant'>) {
  return benchmarkPlace(readBenchmark(cells, tenant.name).list, tenant.name);
}

/** The office of that name, and who is in charge of it on a day. */
export function ownerOf(
  { units, pairings, persons }: Roster,
  office: string | undefined,
  today: IsoDate,
): { unit?: Named; leaders: Named[] } {
  const unit = units.find(
    ({ name, code, aliases }) =>
      office !== undefined && (name === office || code === office || aliases.includes(office)),
  );
  if (!unit) return { leaders: [] };
  const inCharge = pairings.filter(
    (one) =>
      one.kind === '分管领导' &&
      one.unit === unit.code &&
      one.from <= today &&
      (one.to === undefined || one.to >= today),
  );
  const codes = [...new Set(inCharge.map(({ person }) => person))];
  const leaders = persons.flatMap(({ code, name }) =>
    codes.includes(code) ? [{ code, name }] : [],
  );
  return { unit: { code: unit.code, name: unit.name }, leaders };
}

interface Named {
  readonly code: string;
  readonly name: string;
}

function placeShown(place: BenchmarkPlace, roster: Roster, today: IsoDate) {
  const { first, next, ...rest } = place;
  return {
    ...rest,
    tiedWith: [...place.tiedWith],
    ...(first ? { first: gapShown(first) } : {}),
    ...(next ? { next: gapShown(next) } : {}),
    indicators: place.indicators.map(({ best, ...one }) => ({
      ...one,
      ...ownerOf(roster, one.office, today),
      ...(best ? { best: { score: best.score, towns: [...best.towns] } } : {}),
    })),
  };
}

/** A gap as replies carry it. */
export function gapShown({
  towns,
  gap,
}: {
  readonly towns: readonly string[];
  readonly gap: string;
}) {
  return { towns: [...towns], gap };
}

function headOf({ id, name, issuer, document, period, version }: KeptList) {
  return { id, name, issuer, document, period, version };
}

function requireSound(cells: WrittenList['cells'], { tenant }: Ctx): void {
  const { faults } = readBenchmark(cells, tenant.name);
  if (faults.length > 0) throw benchmarkProblem('table-wrong', { faults });
}

function writing({ actor, account, now }: Ctx) {
  return { by: actor.person ?? account.id, at: now };
}
