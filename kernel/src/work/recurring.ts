/** Work that comes back: the periods for which an item must be there, and its day in each. */

import { addDays, type IsoDate } from '../time/dates.ts';
import {
  firstDay,
  type PeriodId,
  type PeriodUnit,
  periodOf,
  periodsWithin,
} from '../time/periods.ts';
import { type Calendar, CalendarYearMissing, nextWorkdayOnOrAfter } from '../time/workdays.ts';

export interface Recurrence {
  readonly every: PeriodUnit;
  readonly startsOn: IsoDate;
  readonly endsOn?: IsoDate;
  /** Calendar days from the first day of the period; a day of rest gives way to the next workday. */
  readonly dueAfterDays: number;
}

/** The periods begun by today, from the one in which it starts; none begins after it ends. */
export function periodsBegun({ every, startsOn, endsOn }: Recurrence, today: IsoDate): PeriodId[] {
  const first = periodOf(startsOn, every);
  const last = periodOf(endsOn !== undefined && endsOn < today ? endsOn : today, every);
  if (startsOn > today) return [];
  const from = firstDay(first);
  return periodsWithin({ from, to: addDays(firstDay(last), 366) }, every).filter(
    (period) => firstDay(period) <= firstDay(last),
  );
}

/** The day on which the item of a period is due. */
export function dueIn(period: PeriodId, { dueAfterDays }: Recurrence, calendar: Calendar): IsoDate {
  const day = addDays(firstDay(period), dueAfterDays);
  try {
    return nextWorkdayOnOrAfter(calendar, day);
  } catch (cause) {
    if (!(cause instanceof CalendarYearMissing)) throw cause;
    return day;
  }
}
