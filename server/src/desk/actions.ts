/** Reading the one list: what waits for whoever asks, and what waits for a village. */

import { daysBetween, type IsoDate, isoDate } from '@oneneedle/kernel';
import { personNames, unitsNamed, villagesOfCadre } from '../org/index.ts';
import { type Ctx, chinaDay, holds, type Role } from '../platform/index.ts';
import { deskProblem } from './problems.ts';
import { lastNearDay, ownWaiting, workdaysTo } from './waiting-days.ts';
import {
  countsWhere,
  linesWhere,
  type Waiting,
  type WaitingLine,
  waitsForVillage,
} from './waiting-for.ts';

/** Lines that are read where nobody says how many. */
const takeUsually = 200;

/** Roles that read the list of any village: they lead, supervise or answer for the paper notice. */
const readAnyVillage: readonly Role[] = [
  'administrator',
  'assessment-office',
  'leader',
  'supervision',
  'discipline',
];

/** What waits for whoever asks, with how urgent it is today in China. */
export async function listDesk(ctx: Ctx, { take }: { take?: number | undefined }) {
  const today = chinaDay(ctx.now);
  const cared = await villagesOfCadre(ctx.db, ctx.actor, today);
  const waiting = await ownWaiting(ctx.db, ctx.actor, today);
  const villages = await villagesNamed(ctx, [...cared, ...ownVillages(ctx)]);
  return { ...(await readList(ctx, waiting, take)), villages };
}

/** What waits for a village. Refuses whoever neither looks after it nor supervises. */
export async function listVillage(
  ctx: Ctx,
  { unit, take }: { unit: string; take?: number | undefined },
) {
  const [village] = await villagesNamed(ctx, [unit]);
  if (!village || !(await mayRead(ctx, unit))) throw deskProblem('village-unknown', { code: unit });
  return { ...(await readList(ctx, waitsForVillage(unit), take)), village };
}

async function mayRead(ctx: Ctx, unit: string): Promise<boolean> {
  if (holds(ctx.actor, readAnyVillage) || ownVillages(ctx).includes(unit)) return true;
  return (await villagesOfCadre(ctx.db, ctx.actor, chinaDay(ctx.now))).includes(unit);
}

function ownVillages({ actor }: Ctx): string[] {
  return actor.grants.filter(({ role }) => role === 'village').flatMap(({ unit }) => unit ?? []);
}

async function readList(ctx: Ctx, waiting: Waiting, take = takeUsually) {
  const today = chinaDay(ctx.now);
  const nearUntil = await lastNearDay(ctx.db, today);
  const workdays = await workdaysTo(ctx.db, today);
  const rows = await linesWhere(ctx.db, waiting, take);
  const counts = await countsWhere(ctx.db, waiting, { today, nearUntil });
  const names = await namesIn(ctx, rows);
  // A village is told title, day and whom to ask of what a leader instructed, and no more.
  const isVillage = ctx.actor.grants.every(({ role }) => role === 'village');
  const told = isVillage
    ? rows.map((row) => (row.withheld ? { ...row, detail: '', why: '' } : row))
    : rows;
  return {
    today,
    rows: told.map((line) => shown(line, { today, nearUntil, names, workdays })),
    counts,
  };
}

/** Names of the units and persons that lines name by code; who was erased has none. */
async function namesIn(ctx: Ctx, rows: readonly WaitingLine[]) {
  const units = rows.flatMap((row) => [row.unit_code ?? [], row.contact_unit ?? []].flat());
  const persons = [...new Set(rows.flatMap((row) => row.contact_person ?? []))];
  const named = (await unitsNamed(ctx.db, units)).map(({ code, name }) => [code, name] as const);
  return { units: new Map(named), persons: await personNames(ctx.db, persons) };
}

interface Beside {
  readonly today: IsoDate;
  readonly nearUntil: IsoDate;
  readonly workdays: (due: IsoDate) => number | undefined;
  readonly names: Awaited<ReturnType<typeof namesIn>>;
}

function shown(line: WaitingLine, { today, nearUntil, names, workdays: to }: Beside) {
  const days = line.due_on === null ? undefined : daysBetween(today, isoDate(line.due_on));
  const workdays = line.due_on === null ? undefined : to(isoDate(line.due_on));
  const code = line.unit_code;
  const contact = [
    line.contact_unit && (names.units.get(line.contact_unit) ?? line.contact_unit),
    line.contact_person && names.persons.get(line.contact_person),
  ];
  return {
    id: line.id,
    room: line.room,
    kind: line.kind,
    title: line.title,
    detail: line.detail,
    why: line.why,
    ...(line.due_on === null ? {} : { dueOn: line.due_on }),
    light: lightOf(line.due_on, { today, nearUntil }),
    ...(days === undefined ? {} : { days }),
    ...(workdays === undefined ? {} : { workdays }),
    address: line.address,
    openedAt: line.opened_at,
    ...(code === null ? {} : { unit: { code, name: names.units.get(code) ?? code } }),
    contact: contact.flatMap((one) => one || []),
  };
}

function lightOf(
  due: string | null,
  { today, nearUntil }: Pick<Beside, 'today' | 'nearUntil'>,
): 'open' | 'near' | 'overdue' {
  if (due === null || due > nearUntil) return 'open';
  return due < today ? 'overdue' : 'near';
}

async function villagesNamed(ctx: Ctx, codes: readonly string[]) {
  const units = await unitsNamed(ctx.db, codes);
  return units.filter(({ type }) => type === 'village').map(({ code, name }) => ({ code, name }));
}
