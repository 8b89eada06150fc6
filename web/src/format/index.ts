/** Dates, periods, points and money as people read them. Pure, but for the hook that knows the day. */

import { useMemo } from 'react';
import { type Language, usePreferences } from '../shell/preferences.ts';
import { programNow } from './clock.ts';
import { dayText, momentText, periodText, shortDayText, todayIn } from './dates.ts';

export {
  dateFromText,
  dayBefore,
  daysAfter,
  daysBetween,
  dayText,
  momentText,
  periodText,
  shortDayText,
  todayIn,
} from './dates.ts';
export {
  moneyText,
  plainDigits,
  pointsFromText,
  pointsText,
  signedPointsText,
  withoutUnit,
} from './points.ts';

/** Days, moments and periods in the language of this browser. */
export interface Format {
  /** "2026-03-06", today in China */
  today: string;
  /** "3月6日（周五）" */
  day(date: string): string;
  /** "03-06" for narrow columns */
  shortDay(date: string): string;
  /** "3月6日（周五）16:30" */
  moment(instant: string): string;
  /** "2026年第一季度" */
  period(period: string): string;
}

/** The formats for components: `const f = useFormat(); f.day('2026-03-06')`. */
export function useFormat(): Format {
  const { language } = usePreferences();
  const today = todayIn(programNow());
  return useMemo(() => formatFor(language, today), [language, today]);
}

/** The formats for a language and a day, for tests and code outside of components. */
export function formatFor(language: Language, today: string): Format {
  return {
    today,
    day: (date) => dayText(date, language, today),
    shortDay: (date) => shortDayText(date, today),
    moment: (instant) => momentText(instant, language, today),
    period: (period) => periodText(period, language),
  };
}
