/** What waits for an account today, and until when a line counts as near: asked by page, calendar and e-mail. */

import {
  addDays,
  addWorkdays,
  CalendarYearMissing,
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

/** The last day that is near; where the holidays of the year are not known, by calendar days. */
export async function lastNearDay(db: Queries, today: IsoDate): Promise<IsoDate> {
  const calendar = await calendarOf(db);
  return known(() => addWorkdays(calendar, today, nearDays)) ?? addDays(today, nearDays);
}

/** Counts workdays from a day to another, negative where that is past; undefined where holidays are not known. */
export async function workdaysTo(
  db: Queries,
  today: IsoDate,
): Promise<(due: IsoDate) => number | undefined> {
  const calendar = await calendarOf(db);
  const count = (due: IsoDate) => {
    const last = nextWorkdayOnOrAfter(calendar, due); // a day of rest gives way
    return last < today
      ? -workdaysBetween(calendar, last, today)
      : workdaysBetween(calendar, today, last);
  };
  return (due) => known(() => count(due));
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
