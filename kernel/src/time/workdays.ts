import { addDays, type IsoDate, weekday, yearOf } from './dates.ts';

/**
 * The holidays of each year as the State Council announces them, by calendar year (`'2026'`).
 * A date stands under the year it belongs to, so a notice that moves a day of the previous December
 * is entered in two years.
 */
export interface Calendar {
  years: Record<string, CalendarYear>;
}

/** One year: `off` are days of rest, weekends among them or not; `on` are weekend days worked instead. */
export interface CalendarYear {
  source: string;
  off: IsoDate[];
  on: IsoDate[];
}

/** Refuses a calculation that needs a year whose holidays nobody has entered: a guess could void a deadline. */
export class CalendarYearMissing extends Error {
  readonly code = 'calendar-year-missing';
  readonly year: number;

  constructor(year: number) {
    super(
      `日历中没有${year}年的放假调休安排，不能推算${year}年的工作日；` +
        `请按国务院办公厅公布的通知录入${year}年的放假日和调休上班日，然后重新计算`,
    );
    this.name = 'CalendarYearMissing';
    this.year = year;
  }
}

/**
 * The `n`-th workday after a date; the date itself is not counted. `n` is a whole number from 1.
 * Refuses with `CalendarYearMissing` when the count reaches a year without holidays.
 * @source 《民法典》第二百零一条
 */
export function addWorkdays(calendar: Calendar, from: IsoDate, n: number): IsoDate {
  requireCount(n);
  let date = from;
  for (let left = n; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkday(calendar, date)) left -= 1;
  }
  return date;
}

/**
 * The last day of a period of calendar days, whole and from 1; the first date is not counted. A last day
 * of rest gives way to the first workday after it. Refuses with `CalendarYearMissing`.
 * @source 《民法典》第二百零一条、第二百零三条
 */
export function endOfPeriod(calendar: Calendar, from: IsoDate, calendarDays: number): IsoDate {
  requireCount(calendarDays);
  return nextWorkdayOnOrAfter(calendar, addDays(from, calendarDays));
}

/** The date itself if it is a workday, else the first workday after it. */
export function nextWorkdayOnOrAfter(calendar: Calendar, date: IsoDate): IsoDate {
  return isWorkday(calendar, date) ? date : addWorkdays(calendar, date, 1);
}

/** Tells whether offices work on a date; refuses with `CalendarYearMissing` a year not in the calendar. */
export function isWorkday(calendar: Calendar, date: IsoDate): boolean {
  const year = yearOf(date);
  const days = calendar.years[date.slice(0, 4)];
  if (!days) throw new CalendarYearMissing(year);
  if (days.on.includes(date)) return true;
  return weekday(date) <= 5 && !days.off.includes(date);
}

/** Workdays from one date to the other, both included; 0 when `to` is earlier. */
export function workdaysIn(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkday(calendar, date)) count += 1;
  }
  return count;
}

/** The first year without holidays that `workdaysBetween` would refuse; undefined where it counts. */
export function missingYear(calendar: Calendar, from: IsoDate, to: IsoDate): number | undefined {
  if (to <= from) return undefined;
  const last = yearOf(to);
  for (let year = yearOf(addDays(from, 1)); year <= last; year += 1) {
    if (!calendar.years[String(year).padStart(4, '0')]) return year;
  }
  return undefined;
}

/** Workdays after one date up to and including the other, as a period is counted; 0 when `to` is not later. */
export function workdaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  return workdaysIn(calendar, addDays(from, 1), to);
}

function requireCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a count of days from 1: ${n}`);
}
