/** Until when one may object to what was published: the days of the scheme, counted by the calendar. */

import {
  answerWorkdays,
  type Calendar,
  CalendarYearMissing,
  chineseDate,
  type IsoDate,
  isWorkday,
  type Limit,
  limitEnds,
  type PeriodId,
  type Scheme,
  workdaysBetween,
} from '@oneneedle/kernel';
import type { LedgerPlace } from '../../ledger/index.ts';
import { calendarOf } from '../../org/index.ts';
import { chinaDay, type Queries } from '../../platform/index.ts';
import { limitOf } from '../limit.ts';
import { openObjectionCautions } from '../objections/cautions.ts';
import { publicationProblem } from '../problems.ts';
import { latestPublication } from './store.ts';

/** What a scheme without days of its own says. */
const usual: Limit = { workdays: 5 };

/** The days that a published list of this scheme stands open to objections. */
export function noticeLimit({ procedure }: Pick<Scheme, 'procedure'>): Limit {
  return limitOf(procedure?.notice) ?? usual;
}

/** How soon an objection is answered in writing, from its receipt. */
export function answerLimit({ procedure }: Pick<Scheme, 'procedure'>): Limit {
  return limitOf(procedure?.objection) ?? { workdays: answerWorkdays };
}

/**
 * The last day to object: the day of posting is not counted, a last day of rest moves on. Refuses a
 * year whose holidays nobody entered.
 */
export function lastDayToObject(calendar: Calendar, postedOn: IsoDate, limit: Limit): IsoDate {
  try {
    return limitEnds(calendar, postedOn, limit);
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    throw publicationProblem('calendar-missing', { year: error.year });
  }
}

/** Workdays from today to the last day, both counted; 0 when it is over, undefined without a calendar. */
export function workdaysLeft(
  calendar: Calendar,
  today: IsoDate,
  objectUntil: IsoDate,
): number | undefined {
  if (today > objectUntil) return 0;
  try {
    return workdaysBetween(calendar, today, objectUntil) + (isWorkday(calendar, today) ? 1 : 0);
  } catch (error) {
    if (error instanceof CalendarYearMissing) return undefined;
    throw error;
  }
}

/** The days of the latest published edition. */
export interface ObjectionWindow {
  readonly edition: number;
  readonly postedOn: IsoDate;
  /** Last day to object. */
  readonly objectUntil: IsoDate;
  /** Counted by the town's calendar; undefined where a year has none. */
  readonly workdaysLeft: number | undefined;
}

/** Until when one may object to a period; undefined where nothing of it is published. */
export async function objectionWindow(
  db: Queries,
  {
    line,
    period,
    today,
  }: { readonly line: string; readonly period: PeriodId; readonly today: IsoDate },
): Promise<ObjectionWindow | undefined> {
  const latest = await latestPublication(db, { line, period });
  if (!latest) return undefined;
  const objectUntil = latest.object_until as IsoDate;
  return {
    edition: latest.edition,
    postedOn: latest.posted_on as IsoDate,
    objectUntil,
    workdaysLeft: workdaysLeft(await calendarOf(db), today, objectUntil),
  };
}

/** Why a period should not be sealed yet: its days to object are not over, or somebody was not answered. */
export async function waitForObjections(
  { db, now }: LedgerPlace,
  { line, period }: { readonly line: string; readonly period: PeriodId },
): Promise<string[]> {
  const today = chinaDay(now);
  const window = await objectionWindow(db, { line, period, today });
  const open = await openObjectionCautions({ db }, { line, period });
  if (!window || today > window.objectUntil) return open;
  return [`提异议的期限到${chineseDate(window.objectUntil)}才满。`, ...open];
}
