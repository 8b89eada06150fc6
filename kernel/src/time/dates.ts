/**
 * Civil dates as text, `YYYY-MM-DD`, in the proleptic Gregorian calendar, years 0001 to 9999.
 * A civil date has no zone and no clock, so all arithmetic is on integers and the same on every
 * machine. Text order is chronological order: `<` and `>` on two dates are right.
 */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

/** A date taken apart: month 1 to 12, day 1 to 31. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** Tells whether a text is a date that the calendar really has: `2026-02-29` is not one. */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || !SHAPE.test(text)) return false;
  const { year, month, day } = split(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Brands a text as a date; refuses with a RangeError a text that is no calendar date. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a calendar date (YYYY-MM-DD): ${text}`);
  return text;
}

/** Builds a date from its parts; refuses with a RangeError a day that the month does not have. */
export function dateOf({ year, month, day }: CivilDate): IsoDate {
  return isoDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}

/** Takes a date apart into integers. */
export function civilOf(date: IsoDate): CivilDate {
  return split(date);
}

/** The date `n` days later, earlier for a negative `n`; refuses with a RangeError outside years 1 to 9999. */
export function addDays(date: IsoDate, n: number): IsoDate {
  requireInteger(n);
  return fromDayNumber(dayNumber(date) + n);
}

/**
 * The same day `n` months later, earlier for a negative `n`; a month without that day gives its last day.
 * Refuses with a RangeError outside years 1 to 9999.
 * @source 《民法典》第二百零二条
 */
export function addMonths(date: IsoDate, n: number): IsoDate {
  requireInteger(n);
  const civil = split(date);
  const months = civil.year * 12 + civil.month - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dateOf({ year, month, day: Math.min(civil.day, daysInMonth(year, month)) });
}

/** The same day `n` years later; 29 February gives 28 February in a common year. */
export function addYears(date: IsoDate, n: number): IsoDate {
  requireInteger(n);
  return addMonths(date, n * 12);
}

/** Days from one date to the other, `to - from`: negative when `to` is earlier, 0 for the same day. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Full months from one date to the other, rounded toward zero; negative when `to` is earlier.
 * A month is full on the corresponding day or, where there is none, on the last day of the month.
 * @source 《民法典》第二百零二条
 */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return 0 - monthsBetween(to, from);
  const a = split(from);
  const b = split(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return b.day >= Math.min(a.day, daysInMonth(b.year, b.month)) ? months : months - 1;
}

/** The calendar year, 1 to 9999. */
export function yearOf(date: IsoDate): number {
  return split(date).year;
}

/** The day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: IsoDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sinceMonday = dayNumber(date) + 3; // 1970-01-01 was a Thursday
  return (sinceMonday - Math.floor(sinceMonday / 7) * 7 + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The earliest of one or more dates. */
export function minDate(first: IsoDate, ...rest: IsoDate[]): IsoDate {
  return rest.reduce((least, date) => (date < least ? date : least), first);
}

/** The latest of one or more dates. */
export function maxDate(first: IsoDate, ...rest: IsoDate[]): IsoDate {
  return rest.reduce((greatest, date) => (date > greatest ? date : greatest), first);
}

/** A date as notices write it, without the year: `3月6日`. */
export function chineseDate(date: IsoDate): string {
  const { month, day } = split(date);
  return `${month}月${day}日`;
}

/** The day of the week as notices write it: `星期五`. */
export function chineseWeekday(date: IsoDate): string {
  return `星期${WEEKDAYS[weekday(date) - 1]}`;
}

/** Days in a month, 28 to 31, by the Gregorian leap rule (2000 leaps, 1900 and 2100 do not). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Tells whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function split(text: string): CivilDate {
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
  };
}

/** Pads with zeros; a negative or fractional number keeps its sign or point, so `isoDate` refuses it. */
function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function requireInteger(n: number): void {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
}

/**
 * Days since 1970-01-01. Years begin in March here, so that the leap day is the last day of a year,
 * and are grouped in eras of 400 years, which always have 146097 days.
 */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = split(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = month <= 2 ? month + 9 : month - 3;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 719468;
}

/** The inverse of `dayNumber`; `dateOf` refuses what lies outside the years 1 to 9999. */
function fromDayNumber(days: number): IsoDate {
  const sinceMarch0 = days + 719468;
  const era = Math.floor(sinceMarch0 / 146097);
  const dayOfEra = sinceMarch0 - era * 146097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return dateOf({ year, month, day });
}
