import { addMonths, civilOf, dateOf, daysBetween, daysInMonth, type IsoDate } from './dates.ts';
import { firstDay, lastDay, type PeriodId, type PeriodUnit, periodOf } from './periods.ts';
import { addWorkdays, type Calendar, endOfPeriod } from './workdays.ts';

/**
 * What a scheme says about the dates around a result.
 * `objection` runs from the receipt of an objection to its answer. `review` runs twice: from the receipt of
 * a conclusion to the request, and from the receipt of the request to the decision.
 */
export interface Procedure {
  scoreBy?: DateRule;
  payBy?: DateRule;
  publishBy?: DateRule;
  notice?: Limit;
  objection?: Limit;
  review?: { days: number };
}

/**
 * A day of a month after a period: `{ day: 10, after: 'quarter' }` is the 10th of the next quarter's first
 * month. `day` is 1 to 31, the last day in a month without it; `months` is from 1, the first month.
 */
export interface DateRule {
  day: number;
  after: PeriodUnit;
  months?: number;
}

/** A length of time in workdays or in calendar days, whole and from 1. */
export type Limit = { workdays: number } | { days: number };

/** The dates of one period; a date that the procedure does not ask for is absent. */
export interface ProcedureDates {
  scoreBy?: IsoDate;
  payBy?: IsoDate;
  publishBy?: IsoDate;
  /** The last day of a notice posted on the last day allowed; only with `publishBy` and `notice`. */
  noticeEndsOn?: IsoDate;
  /** The answer to an objection received on that last day; only with `objection` as well. */
  objectionsAnsweredBy?: IsoDate;
}

/**
 * The latest dates that a procedure allows for the result of a period. Refuses with `CalendarYearMissing`
 * a notice or objection that reaches a year without holidays; `dueOn` needs no calendar and still answers.
 */
export function procedureDates(
  procedure: Procedure,
  period: PeriodId,
  calendar: Calendar,
): ProcedureDates {
  const { scoreBy, payBy, publishBy, notice, objection } = procedure;
  const dates: ProcedureDates = {};
  if (scoreBy) dates.scoreBy = dueOn(scoreBy, period);
  if (payBy) dates.payBy = dueOn(payBy, period);
  if (publishBy) dates.publishBy = dueOn(publishBy, period);
  if (dates.publishBy && notice) {
    dates.noticeEndsOn = noticeEnds(calendar, dates.publishBy, notice);
    if (objection) dates.objectionsAnsweredBy = limitEnds(calendar, dates.noticeEndsOn, objection);
  }
  return dates;
}

/**
 * The date a rule names for a period. It counts from the period of the rule's unit in which the assessed
 * period ends, so a rule after the quarter gives January and March the same date. It is a fixed date, not
 * a period of time, and does not move for a holiday.
 */
export function dueOn(rule: DateRule, period: PeriodId): IsoDate {
  const { day, after, months = 1 } = rule;
  if (!Number.isInteger(day) || day < 1 || day > 31) throw new RangeError(`not a day: ${day}`);
  if (!Number.isInteger(months) || months < 1) throw new RangeError(`not months: ${months}`);
  const ended = periodOf(lastDay(period), after);
  const { year, month } = civilOf(addMonths(firstDay(periodOf(lastDay(ended), 'month')), months));
  return dateOf({ year, month, day: Math.min(day, daysInMonth(year, month)) });
}

/**
 * The last day a notice must stand; the day of posting is not counted and the result is final on the day
 * after. Refuses with `CalendarYearMissing`.
 * @source 《民法典》第二百零一条、第二百零三条
 */
export function noticeEnds(calendar: Calendar, postedOn: IsoDate, limit: Limit): IsoDate {
  return limitEnds(calendar, postedOn, limit);
}

/**
 * The last day of any limit that runs from an event, such as the receipt of an objection or of a conclusion
 * under review: that day is not counted, and a last day of rest moves to the next workday.
 * Refuses with `CalendarYearMissing`.
 * @source 《民法典》第二百零一条、第二百零三条；《政府督查工作条例》第十七条
 */
export function limitEnds(calendar: Calendar, from: IsoDate, limit: Limit): IsoDate {
  return 'workdays' in limit
    ? addWorkdays(calendar, from, limit.workdays)
    : endOfPeriod(calendar, from, limit.days);
}

/**
 * Tells whether a notice came off the board too early and must be posted again. It has stood one day for
 * each day after the day of posting; exactly `days` is enough, "less than" excludes the number itself.
 * Refuses with a RangeError a removal before the posting.
 * @source 《山东省村务公开条例》第十三条；《民法典》第一千二百五十九条
 */
export function mustRepost(postedOn: IsoDate, removedOn: IsoDate, days: number): boolean {
  const stoodDays = daysBetween(postedOn, removedOn);
  if (stoodDays < 0) throw new RangeError(`removed ${removedOn} before it was posted ${postedOn}`);
  return stoodDays < days;
}
