/** Days of the demonstration year, and which of them people work on. */

import { calendarCN, type IsoDate } from '@oneneedle/kernel';

export const year = 2026;

/** The day on which the data ends; what happens later, visitors write themselves. */
export const lastRecorded = '2026-11-20' as IsoDate;

export const quarters = [1, 2, 3, 4] as const;

export type Quarter = (typeof quarters)[number];

/** The day after (or, with a minus, before) so many calendar days. */
export function plusDays(day: IsoDate, count: number): IsoDate {
  const time = Date.parse(`${day}T00:00:00Z`) + count * 86_400_000;
  return new Date(time).toISOString().slice(0, 10) as IsoDate;
}

/** The month and day of the year, for example `03-18`. */
export function onDay(monthDay: string): IsoDate {
  return `${year}-${monthDay}` as IsoDate;
}

/** The first day from this one on that people work, holidays moved as in the State Council's notice. */
export function workdayFrom(day: IsoDate): IsoDate {
  return isWorkday(day) ? day : workdayFrom(plusDays(day, 1));
}

/** The last day up to this one on which people work. */
export function workdayUpTo(day: IsoDate): IsoDate {
  return isWorkday(day) ? day : workdayUpTo(plusDays(day, -1));
}

/** The day so many working days later. */
export function plusWorkdays(day: IsoDate, count: number): IsoDate {
  if (count === 0) return workdayFrom(day);
  const next = plusDays(day, 1);
  return plusWorkdays(next, isWorkday(next) ? count - 1 : count);
}

function isWorkday(day: IsoDate): boolean {
  const known = calendarCN.years[Number(day.slice(0, 4))];
  if (known?.on.includes(day)) return true;
  if (known?.off.includes(day)) return false;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The quarter in which a day lies. */
export function quarterOf(day: IsoDate): Quarter {
  const month = Number(day.slice(5, 7));
  return month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4;
}

/** The three months of a quarter as `2026-01`. */
export function monthsOf(quarter: Quarter): string[] {
  return [1, 2, 3].map((month) => `${year}-${String((quarter - 1) * 3 + month).padStart(2, '0')}`);
}

/** The last day of a quarter. */
export function quarterEnd(quarter: Quarter): IsoDate {
  return onDay({ 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[quarter]);
}

/** The first day of a quarter. */
export function quarterStart(quarter: Quarter): IsoDate {
  return onDay({ 1: '01-01', 2: '04-01', 3: '07-01', 4: '10-01' }[quarter]);
}

/** A sheet of a whole quarter, and the day on which it comes in. */
export function sheetOf(quarter: Quarter) {
  const recordedOn = plusWorkdays(plusDays(quarterEnd(quarter), 1), 4);
  return { period: `${year}-Q${quarter}`, recordedOn };
}
