/** Reading the one list: what waits for whoever asks, and what waits for a village. */

import { isoDate } from '@oneneedle/kernel';
import { sql } from 'kysely';
import { personNames, unitsNamed, villagesOfCadre } from '../org/index.ts';
import { type Actor, type Ctx, chinaDay, holds, type Role } from '../platform/index.ts';
import { deskProblem } from './problems.ts';
import {
  type DeskDays,
  type DueDay,
  deskDays,
  dueDays,
  ownReading,
  ownWaiting,
} from './waiting-days.ts';
import {
  countsWhere,
  linesWhere,
  opensForVillage,
  type Waiting,
  type WaitingLine,
  waitsForVillage,
  withheldForVillage,
} from './waiting-for.ts';

/** Lines that are read where nobody says how many. */
const takeUsually = 200;

/** Roles that read every item, and with it the list of any village. */
const readEverything: readonly Role[] = ['leader', 'supervision', 'discipline'];
/** Roles that read the list of any village, for the paper notice and for what it lacks, but no item. */
const readAnyVillage: readonly Role[] = ['administrator', 'assessment-office'];

/** What waits for whoever asks, with how urgent it is today in China. */
export async function listDesk(ctx: Ctx, { take }: { take?: number | undefined }) {
  const today = chinaDay(ctx.now);
  const cared = await villagesOfCadre(ctx.db, ctx.actor, today);
  const waiting = await ownWaiting(ctx.db, ctx.actor, today);
  const mayRead = await ownReading(ctx.db, ctx.actor, today);
  const villages = await villagesNamed(ctx, [...cared, ...ownVillages(ctx)]);
  return { ...(await readList(ctx, { waiting, mayRead, take })), villages };
}

/** What waits for a village. Refuses whoever neither looks after it nor supervises. */
export async function listVillage(
  ctx: Ctx,
  { unit, take }: { unit: string; take?: number | undefined },
) {
  const [village] = await villagesNamed(ctx, [unit]);
  const sight = await sightOf(ctx, unit);
  if (!village || sight === 'none') throw deskProblem('village-unknown', { code: unit });
  if (sight === 'open') {
    const list = await readList(ctx, { waiting: opensForVillage(unit), take });
    const { all } = await countsWhere(ctx.db, withheldForVillage(unit), await daysOf(ctx));
    // What an item asks is read by whoever may read the item.
    const rows = list.rows.map((row) =>
      row.room === 'work' ? { ...row, detail: '', why: '' } : row,
    );
    return { ...list, rows, withheld: all, village };
  }
  const mayRead =
    sight === 'all' ? sql<boolean>`true` : await ownReading(ctx.db, ctx.actor, chinaDay(ctx.now));
  const list = await readList(ctx, { waiting: waitsForVillage(unit), mayRead, take });
  return { ...list, village };
}

/** How much of the list of a village is told: all, titles of what is withheld, what is open, nothing. */
async function sightOf(ctx: Ctx, unit: string): Promise<'all' | 'titles' | 'open' | 'none'> {
  if (holds(ctx.actor, readEverything)) return 'all';
  if ((await villagesOfCadre(ctx.db, ctx.actor, chinaDay(ctx.now))).includes(unit)) return 'all';
  if (ownVillages(ctx).includes(unit)) return 'titles';
  return holds(ctx.actor, readAnyVillage) ? 'open' : 'none';
}

function ownVillages({ actor }: Ctx): string[] {
  return actor.grants.filter(({ role }) => role === 'village').flatMap(({ unit }) => unit ?? []);
}

interface Reading {
  readonly waiting: Waiting;
  /** Of what is withheld, what is told whole. */
  readonly mayRead?: Waiting;
  readonly take?: number | undefined;
}

async function readList(ctx: Ctx, { waiting, mayRead, take = takeUsually }: Reading) {
  const days = await daysOf(ctx);
  const dueDay = await dueDays(ctx.db, days.today);
  const rows = await linesWhere(ctx.db, waiting, { take, ...(mayRead ? { mayRead } : {}) });
  const counts = await countsWhere(ctx.db, waiting, days);
  const names = await namesIn(ctx, rows);
  return {
    today: days.today,
    rows: rows.map((line) => shown(line, { days, dueDay, names, actor: ctx.actor })),
    counts,
    withheld: 0,
  };
}

function daysOf(ctx: Ctx): Promise<DeskDays> {
  return deskDays(ctx.db, chinaDay(ctx.now));
}

/** Names of the units and persons that lines name by code; who was erased has none. */
async function namesIn(ctx: Ctx, rows: readonly WaitingLine[]) {
  const units = rows.flatMap((row) => [row.unit_code ?? [], row.contact_unit ?? []].flat());
  const absent = ctx.actor.grants.flatMap(({ inPlaceOf }) => inPlaceOf?.person ?? []);
  const persons = [...new Set([...rows.flatMap((row) => row.contact_person ?? []), ...absent])];
  const named = (await unitsNamed(ctx.db, units)).map(({ code, name }) => [code, name] as const);
  return { units: new Map(named), persons: await personNames(ctx.db, persons) };
}

interface Beside {
  readonly days: DeskDays;
  readonly dueDay: (due: ReturnType<typeof isoDate>) => DueDay;
  readonly names: Awaited<ReturnType<typeof namesIn>>;
  readonly actor: Actor;
}

function shown(line: WaitingLine, { days, dueDay, names, actor }: Beside) {
  const isTold = !line.withheld || line.may_read;
  const absent = absentOf(line, actor);
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
    detail: isTold ? line.detail : '',
    why: isTold ? line.why : '',
    ...(line.withheld ? { isWithheld: true } : {}),
    ...(absent === undefined ? {} : { inPlaceOf: names.persons.get(absent) ?? absent }),
    ...(line.due_on === null ? {} : dueShown(line.due_on, dueDay)),
    light: lightOf(line.due_on, days),
    address: line.address,
    openedAt: line.opened_at,
    ...(code === null ? {} : { unit: { code, name: names.units.get(code) ?? code } }),
    contact: contact.flatMap((one) => one || []),
  };
}

/** The person whom a line names and for whom the actor stands in. */
function absentOf(line: WaitingLine, { grants, person, accountId }: Actor): string | undefined {
  if (line.person_code === null && line.account_id === null) return undefined;
  if (line.person_code === person || line.account_id === accountId) return undefined;
  const standing = grants.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
  const absent = standing.find(
    (one) => one.accountId === line.account_id || one.person === line.person_code,
  );
  return absent?.person;
}

function dueShown(dueOn: string, dueDay: Beside['dueDay']) {
  const { last, ...counted } = dueDay(isoDate(dueOn));
  return { dueOn, ...(last === dueOn ? {} : { movedTo: last }), ...counted };
}

function lightOf(
  due: string | null,
  { pastUntil, nearUntil }: DeskDays,
): 'open' | 'near' | 'overdue' {
  if (due === null || due > nearUntil) return 'open';
  return due <= pastUntil ? 'overdue' : 'near';
}

async function villagesNamed(ctx: Ctx, codes: readonly string[]) {
  const units = await unitsNamed(ctx.db, codes);
  return units.filter(({ type }) => type === 'village').map(({ code, name }) => ({ code, name }));
}
