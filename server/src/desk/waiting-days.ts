/** What waits for an account today, and until when a line counts as near: asked by page, calendar and e-mail. */

import {
  addDays,
  addWorkdays,
  type Calendar,
  CalendarYearMissing,
  daysBetween,
  type IsoDate,
  isWorkday,
  nextWorkdayOnOrAfter,
  weekday,
  workdaysBetween,
} from '@oneneedle/kernel';
import { calendarOf, personsWithAccount, villagesOfCadre } from '../org/index.ts';
import type { Actor, Queries } from '../platform/index.ts';
import { type Waiting, waitsForActor } from './waiting-for.ts';

/** A line is near its day from three workdays before it. */
const nearDays = 3;

/** What waits for an account, as a condition on the lines. */
export async function ownWaiting(db: Queries, actor: Actor, today: string): Promise<Waiting> {
  const villages = await villagesOfCadre(db, actor, today);
  return waitsForActor(actor, { villages, withAccount: await personsWithAccount(db) });
}

/**
 * What waits for an account otherwise than because it is that of a village: a village is told title,
 * day and whom to ask of what a leader instructed, and no more.
 */
export function ownReading(db: Queries, actor: Actor, today: string): Promise<Waiting> {
  const grants = actor.grants.filter(({ role }) => role !== 'village');
  return ownWaiting(db, { ...actor, grants }, today);
}

/** Between which days a line is past its day, near it, or neither. A day of rest gives way to the next workday. */
export interface DeskDays {
  readonly today: IsoDate;
  /** The last day that is past: what was due until then is overdue. */
  readonly pastUntil: IsoDate;
  /** The last day that counts as near. */
  readonly nearUntil: IsoDate;
}

/** The days of a list that is read today; where the holidays of a year are not known, by calendar days. */
export async function deskDays(db: Queries, today: IsoDate): Promise<DeskDays> {
  const calendar = await calendarOf(db);
  return {
    today,
    // What was due after the last workday gives way at least to today.
    pastUntil: known(() => workdayBefore(calendar, today)) ?? addDays(today, -1),
    nearUntil: known(() => addWorkdays(calendar, today, nearDays)) ?? addDays(today, nearDays),
  };
}

function workdayBefore(calendar: Calendar, day: IsoDate): IsoDate {
  let before = addDays(day, -1);
  while (!isWorkday(calendar, before)) before = addDays(before, -1);
  return before;
}

/** Until when a line may be done, and how far that is. */
export interface DueDay {
  /** The day itself, or the next workday where that is a day of rest. */
  readonly last: IsoDate;
  /** Days from today, negative where it is past. */
  readonly days: number;
  /** The same in workdays; absent where the holidays on the way are not known. */
  readonly workdays?: number;
}

/** Counts from today to the days of lines. */
export async function dueDays(db: Queries, today: IsoDate): Promise<(due: IsoDate) => DueDay> {
  const calendar = await calendarOf(db);
  const count = (last: IsoDate) =>
    last < today ? -workdaysBetween(calendar, last, today) : workdaysBetween(calendar, today, last);
  return (due) => {
    const last = known(() => nextWorkdayOnOrAfter(calendar, due)) ?? due;
    const days = daysBetween(today, last);
    const workdays = known(() => count(last));
    return { last, days, ...(workdays === undefined ? {} : { workdays: workdays || 0 }) };
  };
}

/** Whether offices work on a day; where the holidays of the year are not known, Monday to Friday. */
export async function isOfficeDay(db: Queries, day: IsoDate): Promise<boolean> {
  const calendar = await calendarOf(db);
  return known(() => isWorkday(calendar, day)) ?? weekday(day) <= 5;
}

function known<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return undefined;
    throw error;
  }
}
