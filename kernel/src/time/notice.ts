/** The holiday notice of a year, pasted as it was published, read into days of rest and days worked. */

import {
  addDays,
  chineseDate,
  chineseWeekday,
  dateOf,
  daysBetween,
  daysInMonth,
  type IsoDate,
  weekday,
} from './dates.ts';
import type { Calendar, CalendarYear } from './workdays.ts';

/** What was read, and what a person must look at before it is entered. */
export interface NoticeRead {
  readonly off: readonly IsoDate[];
  readonly on: readonly IsoDate[];
  /** Sentences about what does not add up; empty where all of it does. */
  readonly remarks: readonly string[];
}

/**
 * Reads the text of a notice by its fixed form: `春节：2月15日（周日）至23日（周一）放假调休，共9天。
 * 2月14日（周六）上班。` What the notice says twice (the count of days, the day of the week) is
 * compared, and all that does not agree is remarked: nothing is mended by guessing.
 */
export function readHolidayNotice(year: number, text: string): NoticeRead {
  const off = new Set<IsoDate>();
  const on = new Set<IsoDate>();
  const remarks: string[] = [];
  for (const sentence of sentencesOf(text)) {
    const isWork = /上班/.test(sentence);
    if (!isWork && !/放假|休息/.test(sentence)) continue;
    const { days, remarks: own } = daysIn(year, sentence);
    remarks.push(...own);
    for (const day of days) (isWork ? on : off).add(day);
    if (!isWork) remarks.push(...miscounted(sentence, days.length));
  }
  remarks.push(...contradictions(off, on));
  if (off.size === 0) remarks.push('没有读到放假的日子，请核对粘贴的是不是放假通知的正文');
  return { off: [...off].sort(), on: [...on].sort(), remarks };
}

/** The calendar with further years; what was published with the program stays as it is. */
export function withYears(
  calendar: Calendar,
  years: Readonly<Record<string, CalendarYear>>,
): Calendar {
  return { years: { ...years, ...calendar.years } };
}

/** Full stops end a statement; so does the comma between days of rest and days worked. */
function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/[\s\u3000]+/g, '')
    .split(/[。；;]/)
    .flatMap((sentence) => {
      const [, rest, work] = /^(.*(?:放假|调休|天))，(.*上班.*)$/.exec(sentence) ?? [];
      return rest === undefined || work === undefined ? [sentence] : [rest, work];
    });
}

/** No notice gives more days in one stretch; a longer one is a slip of the pen. */
const longestRest = 15;

const dayPattern =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?(?:[至—-]+(?=(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日))?/g;

interface Named {
  readonly date: IsoDate;
  /** Whether the next day that is named ends a stretch that begins here. */
  readonly isStart: boolean;
}

function daysIn(year: number, sentence: string): { days: IsoDate[]; remarks: string[] } {
  const { named, remarks } = namedDays(year, sentence);
  const days: IsoDate[] = [];
  for (let index = 0; index < named.length; index += 1) {
    const { date, isStart } = named[index] as Named;
    const end = isStart ? named[index + 1] : undefined;
    if (end) index += 1;
    const length = end ? daysBetween(date, end.date) + 1 : 1;
    if (length < 1 || length > longestRest) {
      remarks.push(`${chineseDate(date)}起的一段不是顺着的日子，没有读进来：“${sentence}”`);
      continue;
    }
    for (let n = 0; n < length; n += 1) days.push(addDays(date, n));
  }
  return { days, remarks };
}

function namedDays(year: number, sentence: string): { named: Named[]; remarks: string[] } {
  const named: Named[] = [];
  const remarks: string[] = [];
  let month: number | undefined;
  for (const match of sentence.matchAll(dayPattern)) {
    const [whole, ownYear, ownMonth, day, note = ''] = match;
    month = ownMonth === undefined ? month : Number(ownMonth);
    if (ownYear !== undefined && Number(ownYear) !== year) {
      remarks.push(`“${whole}”不在${year}年，没有读进来；它属于哪一年，就在哪一年登记`);
      continue;
    }
    if (month === undefined || month < 1 || month > 12 || Number(day) > daysInMonth(year, month)) {
      remarks.push(`“${whole}”不是${year}年的日子，没有读进来`);
      continue;
    }
    const date = dateOf({ year, month, day: Number(day) });
    const said = /(?:周|星期)([一二三四五六日天])/.exec(note)?.[1]?.replace('天', '日');
    if (said !== undefined && !chineseWeekday(date).endsWith(said)) {
      remarks.push(`通知写${chineseDate(date)}是星期${said}，日历上是${chineseWeekday(date)}`);
    }
    named.push({ date, isStart: /[至—-]$/.test(whole) });
  }
  return { named, remarks };
}

function miscounted(sentence: string, count: number): string[] {
  const said = /共(\d+)天|放假(\d+)天/.exec(sentence);
  const days = said?.[1] ?? said?.[2];
  if (days === undefined || Number(days) === count) return [];
  return [`通知写共${days}天，读到的是${count}天：“${sentence}”`];
}

function contradictions(off: ReadonlySet<IsoDate>, on: ReadonlySet<IsoDate>): string[] {
  const both = [...on].filter((day) => off.has(day));
  const weekdays = [...on].filter((day) => weekday(day) <= 5 && !off.has(day));
  return [
    ...both.map((day) => `${chineseDate(day)}既写放假又写上班，请核对`),
    ...weekdays.map(
      (day) => `${chineseDate(day)}本来就是工作日（${chineseWeekday(day)}），不用写上班，请核对`,
    ),
  ];
}
