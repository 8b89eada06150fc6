/** How often a village is visited: what could be one journey, what is one too many, what is kept quiet. */

import { addDays, type IsoDate } from '../time/dates.ts';
import { addWorkdays, type Calendar, CalendarYearMissing } from '../time/workdays.ts';

/** A visit to a village, planned or gone. */
export interface Journey {
  readonly id: string;
  readonly village: string;
  readonly office: string;
  readonly on: IsoDate;
  /** The visit with which it is one journey already. */
  readonly mergedWith?: string | undefined;
}

/** Days on which nobody inspects; without villages it holds for all. */
export interface Quiet {
  readonly villages: readonly string[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reason: string;
}

/** Visits of other offices to the same village closer than this are proposed as one journey. */
export const mergeWorkdays = 10;

/** Visits of other offices to the same village within ten workdays before or after a day. */
export function nearVisits(
  visit: Omit<Journey, 'id'>,
  others: readonly Journey[],
  calendar: Calendar,
): Journey[] {
  const { village, office, on } = visit;
  return others.filter(
    (other) =>
      other.village === village &&
      other.office !== office &&
      isWithin(calendar, on < other.on ? [on, other.on] : [other.on, on]),
  );
}

/** A year whose holidays are not known yet counts two weeks, which are ten workdays without any. */
function isWithin(calendar: Calendar, [first, last]: readonly [IsoDate, IsoDate]): boolean {
  try {
    return last <= addWorkdays(calendar, first, mergeWorkdays);
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    return last <= addDays(first, 14);
  }
}

/** Journeys that a village bears in the month of a day; visits that are one journey count once. */
export function journeysInMonth(village: string, on: IsoDate, all: readonly Journey[]): number {
  const month = on.slice(0, 7);
  const own = all.filter((one) => one.village === village && one.on.startsWith(month));
  const ids = new Set(own.map(({ id }) => id));
  return own.filter(({ mergedWith }) => mergedWith === undefined || !ids.has(mergedWith)).length;
}

/** The quiet period in which a day falls for a village. */
export function quietOn(
  village: string,
  on: IsoDate,
  periods: readonly Quiet[],
): Quiet | undefined {
  return periods.find(
    ({ villages, from, to }) =>
      from <= on && on <= to && (villages.length === 0 || villages.includes(village)),
  );
}
