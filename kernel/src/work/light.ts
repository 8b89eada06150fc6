/** How an item stands against its day, with the sentence why. Days are workdays where they can be. */

import { addDays, chineseDate, daysBetween, type IsoDate } from '../time/dates.ts';
import { firstDay, lastDay, periodLabel, periodOf } from '../time/periods.ts';
import {
  type Calendar,
  CalendarYearMissing,
  missingYear,
  nextWorkdayOnOrAfter,
  workdaysBetween,
} from '../time/workdays.ts';
import type { ItemState } from './machine.ts';

/** How often progress is to be told while an item is under way. */
export type Feedback = 'once' | 'month' | 'quarter';

/** ○ not yet, ● on schedule, ▲ near, ■ overdue, ✓ done. */
export type LightName = 'waiting' | 'normal' | 'near' | 'overdue' | 'done';

export interface Light {
  readonly state: LightName;
  /** Workdays left (`normal`, `near`) or over (`overdue`); calendar days where `why` says so. */
  readonly days?: number;
  readonly why: string;
}

/** What a light is worked out from. */
export interface LightInput {
  readonly state: ItemState;
  readonly today: IsoDate;
  readonly startsOn?: IsoDate;
  readonly dueOn?: IsoDate;
  /** The day that it was judged by before a slip, or a change of a past day, set a new one. */
  readonly judgedOn?: IsoDate;
  readonly feedback: Feedback;
  readonly assignedOn?: IsoDate;
  /** The last day on which progress was told or reported: said, not typed. */
  readonly toldOn?: IsoDate;
  /** The day of the report that is being looked at. */
  readonly reportedOn?: IsoDate;
  readonly closedOn?: IsoDate;
  /** Number of the item that this one was merged into. */
  readonly mergedInto?: string;
}

/** Days from which an item counts as near: workdays left. */
const nearWorkdays = 3;

/** The light of an item on a day. */
export function lightOf(input: LightInput, calendar: Calendar): Light {
  return (
    endedLight(input, calendar) ??
    waitingLight(input) ??
    missedFeedback(input, calendar) ??
    dueLight(input, calendar)
  );
}

function endedLight(
  { state, closedOn, mergedInto, dueOn, judgedOn = dueOn, reportedOn }: LightInput,
  calendar: Calendar,
): Light | undefined {
  if (state === 'withdrawn') {
    const why = mergedInto === undefined ? '已作废' : `并入${mergedInto}，一次办结`;
    return { state: 'done', why };
  }
  if (state === 'accepted') return { state: 'normal', why: '已办结，等销号' };
  if (state !== 'closedOut' && state !== 'archived') return undefined;
  if (closedOn === undefined) return { state: 'done', why: '已销号' };
  // What the review and the closing took is not the doer's delay.
  const done = reportedOn ?? closedOn;
  const due = judgedOn && workdayFrom(judgedOn, calendar);
  const late = due !== undefined && done > due ? `，晚于时限${chineseDate(due)}` : '';
  return { state: 'done', why: `${chineseDate(closedOn)}销号${late}` };
}

function waitingLight({ state, startsOn, today }: LightInput): Light | undefined {
  if (state === 'draft') return { state: 'waiting', why: '还没有立项' };
  if (state === 'registered') return { state: 'waiting', why: '已立项，还没有拟办' };
  if (state === 'proposed') return { state: 'waiting', why: '已拟办，还没有交办' };
  if (startsOn === undefined || startsOn <= today) return undefined;
  return { state: 'waiting', why: `${chineseDate(startsOn)}才开始` };
}

/** The last day of feedback that is past, and whether anything was told in its period. */
function missedFeedback(input: LightInput, calendar: Calendar): Light | undefined {
  const { feedback, assignedOn, today, toldOn, state } = input;
  if (feedback === 'once' || assignedOn === undefined) return undefined;
  if (state === 'reported' || state === 'underReview') return undefined;
  const last = lastFeedbackDay(input, calendar);
  if (last === undefined) return undefined;
  if (isTold(last, { assignedOn, toldOn })) return undefined;
  const { days, note } = daysOver(last.day, today, calendar);
  const why = `${periodLabel(last.period)}的进展应于${chineseDate(last.day)}前反馈，没有报${note}`;
  return { state: 'overdue', days, why };
}

/** Whether progress was told since the period began, or since the item was assigned within it. */
function isTold(
  { first }: FeedbackDay,
  { assignedOn, toldOn }: { assignedOn: IsoDate; toldOn?: IsoDate | undefined },
): boolean {
  return toldOn !== undefined && toldOn >= (first > assignedOn ? first : assignedOn);
}

interface FeedbackDay {
  readonly period: string;
  readonly first: IsoDate;
  readonly day: IsoDate;
}

function feedbackDay(on: IsoDate, unit: 'month' | 'quarter', calendar: Calendar): FeedbackDay {
  const period = periodOf(on, unit);
  return { period, first: firstDay(period), day: workdayFrom(lastDay(period), calendar) };
}

function lastFeedbackDay(
  { feedback, assignedOn, today, dueOn }: LightInput,
  calendar: Calendar,
): FeedbackDay | undefined {
  if (feedback === 'once' || assignedOn === undefined) return undefined;
  let found: FeedbackDay | undefined;
  for (let on: IsoDate = assignedOn; ; ) {
    const one = feedbackDay(on, feedback, calendar);
    const isWithin = dueOn === undefined || lastDay(one.period) < dueOn;
    if (!isWithin || one.day >= today) return found;
    found = one;
    on = nextPeriodDay(one.period);
  }
}

/** The next day on which progress is to be told; undefined where the report itself comes first. */
export function nextFeedbackDay(input: LightInput, calendar: Calendar): IsoDate | undefined {
  const { feedback, assignedOn, today, dueOn } = input;
  if (feedback === 'once' || assignedOn === undefined) return undefined;
  const from = assignedOn > today ? assignedOn : today;
  const one = feedbackDay(from, feedback, calendar);
  return dueOn !== undefined && lastDay(one.period) >= dueOn ? undefined : one.day;
}

/**
 * The day of feedback that somebody still owes: the last one that was missed, else the first to come
 * for which nothing was told yet; undefined where the report itself comes first.
 */
export function owedFeedbackDay(input: LightInput, calendar: Calendar): IsoDate | undefined {
  const { feedback, assignedOn, today, toldOn, dueOn } = input;
  if (feedback === 'once' || assignedOn === undefined) return undefined;
  let missed: IsoDate | undefined;
  for (let on: IsoDate = assignedOn; ; ) {
    const one = feedbackDay(on, feedback, calendar);
    if (dueOn !== undefined && lastDay(one.period) >= dueOn) return missed;
    if (!isTold(one, { assignedOn, toldOn })) {
      if (one.day >= today) return missed ?? one.day;
      missed = one.day;
    }
    on = nextPeriodDay(one.period);
  }
}

function nextPeriodDay(period: string): IsoDate {
  return addDays(lastDay(period), 1);
}

function dueLight(input: LightInput, calendar: Calendar): Light {
  const { dueOn, today, state, reportedOn } = input;
  const isReported = (state === 'reported' || state === 'underReview') && reportedOn !== undefined;
  const what = isReported ? '已反馈，等核查' : '';
  if (dueOn === undefined) return { state: 'normal', why: what || '没有定期限' };
  const due = workdayFrom(dueOn, calendar);
  const at = isReported ? reportedOn : today;
  if (at > due) {
    const { days, note } = daysOver(due, at, calendar);
    if (isReported)
      return { state: 'overdue', days, why: `反馈时已超期${days}个${unit(note)}，等核查${note}` };
    const tail = days === 0 ? '，还没有到下一个工作日' : `，已超${days}个${unit(note)}`;
    return { state: 'overdue', days, why: `期限${chineseDate(due)}${tail}${note}` };
  }
  if (isReported) return { state: 'normal', why: what };
  const { days, note } = daysLeft(today, due, calendar);
  if (due === today) return { state: 'near', days: 0, why: '今天到期' };
  const why = `期限${chineseDate(due)}，还有${days}个${unit(note)}${note}`;
  return { state: days <= nearWorkdays ? 'near' : 'normal', days, why };
}

function unit(note: string): string {
  return note === '' ? '工作日' : '自然日';
}

interface Counted {
  readonly days: number;
  /** Says that a year has no calendar; '' otherwise. */
  readonly note: string;
}

function daysOver(due: IsoDate, today: IsoDate, calendar: Calendar): Counted {
  return counted(due, today, calendar);
}

function daysLeft(today: IsoDate, due: IsoDate, calendar: Calendar): Counted {
  return counted(today, due, calendar);
}

/** Asks for the year first: a list of a thousand would be refused a thousand times. */
function counted(from: IsoDate, to: IsoDate, calendar: Calendar): Counted {
  const year = missingYear(calendar, from, to);
  if (year === undefined) return { days: workdaysBetween(calendar, from, to), note: '' };
  return {
    days: daysBetween(from, to),
    note: `（${year}年的放假安排还没有录入，按自然日算）`,
  };
}

/** The day itself, or the next workday; the day itself where its year has no calendar. */
export function workdayFrom(day: IsoDate, calendar: Calendar): IsoDate {
  if (!calendar.years[day.slice(0, 4)]) return day;
  try {
    return nextWorkdayOnOrAfter(calendar, day);
  } catch (cause) {
    // The days of rest go on into a year without a calendar.
    if (!(cause instanceof CalendarYearMissing)) throw cause;
    return day;
  }
}
