/** Days, moments and periods in words. Dates stay civil text; moments are told in China's one zone. */

import type { Language } from '../shell/preferences.ts';

const chineseDays = ['日', '一', '二', '三', '四', '五', '六'];
const englishDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const chineseNumbers = ['一', '二', '三', '四'];
const zone = 8 * 60 * 60 * 1000; // China keeps UTC+8 all year.

/** "3月6日（周五）"; with the year when it is not that of `today`. `date` is "2026-03-06". */
export function dayText(date: string, language: Language, today: string): string {
  const { year, month, day, weekday } = civil(date);
  const sameYear = today.startsWith(`${year}-`);
  if (language === 'zh') {
    return `${sameYear ? '' : `${year}年`}${month}月${day}日（周${chineseDays[weekday]}）`;
  }
  return `${englishDays[weekday]} ${day} ${englishMonths[month - 1]}${sameYear ? '' : ` ${year}`}`;
}

/** "03-06", or "2025-03-06" of another year: for narrow columns, where all rows line up. */
export function shortDayText(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date;
}

/** "3月6日（周五）16:30" in China's zone. `instant` is "2026-03-06T08:30:00.000Z". */
export function momentText(instant: string, language: Language, today: string): string {
  const local = chinaTime(instant);
  const gap = language === 'zh' ? '' : ', ';
  return `${dayText(local.slice(0, 10), language, today)}${gap}${local.slice(11, 16)}`;
}

/** "2026年第一季度" from "2026-Q1"; also years, half-years and months. */
export function periodText(period: string, language: Language): string {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/.exec(period);
  if (!match) return period;
  const [, year, half, quarter, month] = match;
  if (language === 'en') {
    if (half) return `${half === '1' ? 'first' : 'second'} half of ${year}`;
    if (quarter) return `Q${quarter} ${year}`;
    return month ? `${englishMonths[Number(month) - 1]} ${year}` : `${year}`;
  }
  if (half) return `${year}年${half === '1' ? '上' : '下'}半年`;
  if (quarter) return `${year}年第${chineseNumbers[Number(quarter) - 1]}季度`;
  return month ? `${year}年${Number(month)}月` : `${year}年`;
}

/** "2026-03-06" from "3.6", "3-6", "3/6", "3月6日", "20260306" and the like; `year` where none is typed. */
export function dateFromText(typed: string, year: number): string | undefined {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  const match =
    /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!match) return undefined;
  const [, typedYear = String(year), month = '', day = ''] = match;
  const date = `${typedYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? undefined : date;
}

/** Today in China as "2026-03-06", whatever zone the machine is set to. */
export function todayIn(now: number): string {
  return new Date(now + zone).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day before: "2026-03-31" for "2026-04-01". */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** So many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + zone).toISOString();
}

function civil(date: string): { year: number; month: number; day: number; weekday: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() };
}
