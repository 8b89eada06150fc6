/** What was found wrong: by when it is put right, and whether it was found there before. */

import { normalName } from '../burden/alike.ts';
import type { FactKind } from '../scheme/scheme.ts';
import { addDays, addMonths, type IsoDate, maxDate, weekday } from '../time/dates.ts';
import { addWorkdays, type Calendar, CalendarYearMissing } from '../time/workdays.ts';

/** By when what is wrong is put right: on the spot, or in 3, 7, 15 workdays. */
export type FindingSeverity = 'onTheSpot' | 'three' | 'seven' | 'fifteen';

const workdaysOf: Readonly<Record<FindingSeverity, number>> = {
  onTheSpot: 0,
  three: 3,
  seven: 7,
  fifteen: 15,
};

/** What has been settled is put right by the next workday at the earliest. */
const leastWorkdays = 1;

/** A day that was counted in workdays. */
export interface CountedDay {
  readonly on: IsoDate;
  /** The year whose holidays nobody entered: Monday to Friday were counted. */
  readonly guessedYear?: number;
}

/** The day `n` workdays after a day; a year without a calendar counts Monday to Friday, and says so. */
export function workdaysAfter(calendar: Calendar, from: IsoDate, n: number): CountedDay {
  if (n === 0) return { on: from };
  try {
    return { on: addWorkdays(calendar, from, n) };
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    let on = from;
    for (let left = n; left > 0; ) {
      on = addDays(on, 1);
      if (weekday(on) <= 5) left -= 1;
    }
    return { on, guessedYear: error.year };
  }
}

/** When a village heard of what was wrong, and when it was settled that it was so. */
export interface Hearing {
  readonly toldOn: IsoDate;
  readonly finalOn: IsoDate;
}

/**
 * The day by which something is put right: counted from the day on which the village was told. While
 * it could still object nobody had to act, so it is never before the workday after it was settled.
 */
export function dueOfFinding(
  calendar: Calendar,
  severity: FindingSeverity,
  { toldOn, finalOn }: Hearing,
): CountedDay {
  const counted = workdaysAfter(calendar, toldOn, workdaysOf[severity]);
  if (finalOn === toldOn) return counted;
  const least = workdaysAfter(calendar, finalOn, leastWorkdays);
  return least.on > counted.on ? least : counted;
}

/** A finding as far as it says whether another repeats it. */
export interface FoundAt {
  readonly id: string;
  readonly village: string;
  /** The village or the hamlet of it that was looked at. */
  readonly subject: string;
  readonly line: string;
  readonly place: string;
  readonly on: IsoDate;
}

/** What was found now. */
export interface FoundNow extends Omit<FoundAt, 'id'> {
  /** The line is asked of the village as a whole: what stands for its place only describes it. */
  readonly isWhole?: boolean;
}

/** A finding within this time before is repeated by the same at the same place. */
export const repeatMonths = 6;

/**
 * The latest finding of the last six months that another repeats: same village and hamlet, same line,
 * and a place that is named alike. One without a place repeats one without a place. A person may say
 * that it is not the same place.
 */
export function repeatOf(found: FoundNow, earlier: readonly FoundAt[]): FoundAt | undefined {
  const since = addMonths(found.on, -repeatMonths);
  const same = earlier.filter(
    (one) =>
      one.village === found.village &&
      one.subject === found.subject &&
      one.line === found.line &&
      one.on < found.on &&
      one.on >= since &&
      (found.isWhole === true || isAlike(one.place, found.place)),
  );
  return same.reduce<FoundAt | undefined>(
    (latest, one) => (latest && latest.on >= one.on ? latest : one),
    undefined,
  );
}

/** The same name in any width and signs; of two, one may add a side of the place: 小桥, 小桥东侧. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [placeName(one), placeName(other)];
  return a === b || isSideOf(a, b) || isSideOf(b, a);
}

/** Words that say a side of a place and make no other place of it. */
const side = /^(?:[东南西北左右内外前后上下]{1,2}[侧边面头]?|[旁边侧]|旁边|附近|门口|门前|处)$/u;

/** Whether a name is another one with a side of it added. What stands before a name is never a side. */
function isSideOf(name: string, of: string): boolean {
  return of !== '' && name.startsWith(of) && side.test(name.slice(of.length));
}

/** A name of a place as it is compared: 三组 and 3组 are one. */
function placeName(name: string): string {
  const digits = '零一二三四五六七八九';
  return normalName(name).replace(/[零一二三四五六七八九]/gu, (digit) =>
    String(digits.indexOf(digit)),
  );
}

/** The field of a kind of fact that says whether, or how often, it was found there before. */
export const repeatField = '重复';

/**
 * What counting a line fills in where its kind has that field: a number of places, or 是 and 否. A kind
 * without it says nothing of repetition, and no clause that listens to it is made harder by one.
 */
export function repeatFieldsOf(
  kind: Pick<FactKind, 'fields'> | undefined,
  repeats: number,
): Readonly<Record<string, string>> {
  const field = kind?.fields?.[repeatField];
  if (field === undefined) return {};
  const isNumber = field.type === 'number';
  return { [repeatField]: isNumber ? String(repeats) : repeats > 0 ? '是' : '否' };
}

/** Whether a part of a clause asks for that field, or for facts of the same within a time. */
export function asksRepeat(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(
    ([key, value]) => key === 'repeated' || key === repeatField || asksRepeat(value),
  );
}

/** The later of a day and the least notice that the burden gate wants. */
export function notBefore(calendar: Calendar, today: IsoDate, due: IsoDate, n: number): IsoDate {
  return maxDate(due, workdaysAfter(calendar, today, n).on);
}
