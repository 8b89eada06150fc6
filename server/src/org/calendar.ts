/** The workday calendar of a town: what came with the program, and the years that it entered itself. */

import {
  type Calendar,
  type CalendarYear,
  calendarCN,
  chineseDate,
  isoDate,
  weekday,
  withYears,
} from '@oneneedle/kernel';
import type { Ctx, Queries } from '../platform/index.ts';
import { calendarYears, saveCalendarYear } from './calendar-store.ts';
import { orgProblem } from './problems.ts';

/** Every year whose holidays are known to the town whose tenant is set. */
export async function calendarOf(db: Queries): Promise<Calendar> {
  return withYears(calendarCN, yearsOf(await calendarYears(db)));
}

/** The years that the town entered itself: what a package must carry beside the other books. */
export async function enteredYears(db: Queries): Promise<Record<string, CalendarYear>> {
  return yearsOf(await calendarYears(db));
}

/** The years that are known, the newest first. */
export async function listYears(ctx: Ctx) {
  const own = await calendarYears(ctx.db);
  const rows = [
    ...Object.entries(calendarCN.years).map(([year, { source, off, on }]) => ({
      year: Number(year),
      source,
      off: [...off],
      on: [...on],
    })),
    ...own.map(shapeOf),
  ].sort((a, b) => b.year - a.year);
  return {
    rows,
    missing: (rows[0]?.year ?? 2023) + 1,
    mayEnter: ctx.actor.grants.some(({ role }) => role === 'administrator'),
  };
}

interface Entered {
  readonly year: number;
  readonly source: string;
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly reason?: string;
}

/**
 * Enters a year. Deadlines that were counted already keep their dates: they are stored. A year that
 * came with the program cannot be changed, and one that was entered only with a reason.
 */
export async function enterYear(ctx: Ctx, { year, source, off, on, reason }: Entered) {
  if (year in calendarCN.years) throw orgProblem('calendar-built-in', { year });
  const own = await calendarYears(ctx.db);
  const known = own.find((row) => row.year === year);
  const next =
    Math.max(...Object.keys(calendarCN.years).map(Number), ...own.map((row) => row.year)) + 1;
  if (!known && year !== next) throw orgProblem('calendar-order', { year, next });
  if (known && reason === undefined) throw orgProblem('calendar-reason', { year });
  requireDays(year, off, on);
  const row = {
    year,
    source,
    off_days: [...new Set(off)].sort(),
    work_days: [...new Set(on)].sort(),
    entered_by: ctx.account.id,
    entered_at: ctx.now,
  };
  await saveCalendarYear(ctx.db, ctx.tenant.id, row);
  return shapeOf({ ...row, user_name: ctx.account.userName });
}

/** Days of another year, days that are both, and weekdays “worked instead” are slips of the pen. */
function requireDays(year: number, off: readonly string[], on: readonly string[]): void {
  const outside = [...off, ...on].find((day) => !day.startsWith(`${year}-`));
  if (outside !== undefined) throw orgProblem('calendar-day-year', { day: outside, year });
  const both = on.find((day) => off.includes(day));
  if (both !== undefined)
    throw orgProblem('calendar-day-both', { day: chineseDate(isoDate(both)) });
  const plain = on.find((day) => weekday(isoDate(day)) <= 5);
  if (plain !== undefined)
    throw orgProblem('calendar-day-plain', { day: chineseDate(isoDate(plain)) });
}

type Row = Awaited<ReturnType<typeof calendarYears>>[number];

function yearsOf(rows: readonly Row[]): Record<string, CalendarYear> {
  return Object.fromEntries(
    rows.map(({ year, source, off_days: off, work_days: on }) => [
      String(year),
      { source, off: off.map(isoDate), on: on.map(isoDate) },
    ]),
  );
}

function shapeOf(row: Row) {
  const { year, source, off_days: off, work_days: on, user_name: by, entered_at: at } = row;
  return { year, source, off: [...off], on: [...on], entered: { by: by ?? '', at } };
}
