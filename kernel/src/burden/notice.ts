/** How much time a demand leaves, by the workdays of the calendar and the clock of the town. */

import { addDays, chineseDate, chineseWeekday, type IsoDate, weekday } from '../time/dates.ts';
import { type Calendar, CalendarYearMissing, isWorkday } from '../time/workdays.ts';
import type { CivilMoment } from './demand.ts';

/** The least notice in workdays. */
export const noticeWorkdays = 2;
/** From this clock on the working day is over. */
export const eveningClock = '17:00';
/** What is wanted up to this clock leaves no working time on its day. */
export const morningClock = '10:00';

/** Notice that is too short; `sentence` says why and nothing else. */
export interface ShortNotice {
  readonly why: 'past' | 'sameDay' | 'overnight' | 'fewWorkdays';
  /** Workdays after the day of sending up to and including the due day. */
  readonly workdays: number;
  readonly sentence: string;
}

/** The moment by which something is due. */
export interface DueMoment {
  readonly on: IsoDate;
  /** Absent is the end of the day. */
  readonly clock?: string | undefined;
}

/**
 * Says whether notice is too short. A year without a published calendar is counted by the days of
 * the week, and the sentence says so.
 */
export function shortNoticeOf(
  calendar: Calendar,
  sent: CivilMoment,
  due: DueMoment,
): ShortNotice | undefined {
  const days = workdayCounter(calendar);
  const { on, clock } = due;
  const at = `${chineseDate(on)}（${chineseWeekday(on)}）${clock === undefined ? '' : ` ${clock}`}`;
  const told = (why: ShortNotice['why'], workdays: number, sentence: string): ShortNotice => ({
    why,
    workdays,
    sentence: `${sentence}${days.guess()}`,
  });
  if (on < sent.on || (on === sent.on && clock !== undefined && clock <= sent.clock)) {
    return told('past', 0, `期限 ${at} 早于下发时间。`);
  }
  if (on === sent.on) return told('sameDay', 0, `当天下发当天就要（${at}）。`);
  const workdays = days.between(sent.on, on);
  const isOver = sent.clock >= eveningClock || !days.isWorkday(sent.on);
  if (clock !== undefined && clock <= morningClock && isOver && workdays === 1) {
    const rests = addDays(sent.on, 1) < on;
    const habit = rests ? '休息日前后下发、上班第一个上午就要' : '下班后下发、第二天上午就要';
    const from = `${chineseDate(sent.on)}（${chineseWeekday(sent.on)}）${sent.clock}`;
    return told('overnight', workdays, `${habit}：${from} 发，${at} 前要。`);
  }
  if (workdays >= noticeWorkdays) return undefined;
  const count = `从下发次日到${at}只有 ${workdays} 个工作日，至少要留 ${noticeWorkdays} 个。`;
  return told('fewWorkdays', workdays, count);
}

/** Counts workdays; remembers the years that nobody published. */
function workdayCounter(calendar: Calendar) {
  const guessed = new Set<number>();
  const works = (date: IsoDate): boolean => {
    try {
      return isWorkday(calendar, date);
    } catch (error) {
      if (!(error instanceof CalendarYearMissing)) throw error;
      guessed.add(error.year);
      return weekday(date) <= 5;
    }
  };
  return {
    isWorkday: works,
    /** Stops at the least notice: what is longer is long enough. */
    between: (from: IsoDate, to: IsoDate): number => {
      let count = 0;
      for (let date = addDays(from, 1); date <= to && count < noticeWorkdays; ) {
        if (works(date)) count += 1;
        date = addDays(date, 1);
      }
      return count;
    },
    guess: () => {
      const years = [...guessed].map((year) => `${year}年`).join('、');
      return years === '' ? '' : `（${years}的放假安排尚未录入，按周一至周五推算。）`;
    },
  };
}
