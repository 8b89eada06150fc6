/** The light of a goal and the sentence why: from readings and dates alone. */

import {
  compare,
  decimalText,
  multiply,
  one,
  parseExact,
  type Rational,
  rational,
  roundTo,
  subtract,
} from '../number/rational.ts';
import { chineseDate, daysBetween, type IsoDate, yearOf } from '../time/dates.ts';
import {
  firstDay,
  lastDay,
  type PeriodId,
  periodLabel,
  periodOf,
  previousPeriod,
} from '../time/periods.ts';
import { baselineOf } from './expected.ts';
import type { Goal, GoalProgress } from './shapes.ts';

/** `unread`: nobody can say, for want of a reading; `behind`: below what should have been reached. */
export type GoalState = 'notYet' | 'unread' | 'normal' | 'behind' | 'overdue' | 'done';

export interface GoalLight {
  readonly state: GoalState;
  /** Why, in a Chinese sentence with its figures. */
  readonly why: string;
}

/**
 * The light of a goal today. A goal is held against what should have been reached on the day of its
 * reading, so that nobody has to read more often than once a quarter; a quarter that ended without a
 * reading says so instead of a colour. A parent is behind only where it is so whatever the unread
 * leaves may bring.
 */
export function goalLight(goal: Goal, progress: GoalProgress, today: IsoDate): GoalLight {
  const { startsOn, dueOn } = goal;
  const { share, missing, reading } = progress;
  const level = levelLight(goal, progress, today);
  if (level) return level;
  if (compare(share.low, one) >= 0) return { state: 'done', why: doneWords(progress) };
  if (today < startsOn)
    return { state: 'notYet', why: `${dayWords(startsOn, today)}开始，还没有到。` };
  if (dueOn !== undefined && today > dueOn) {
    const days = daysBetween(dueOn, today);
    return {
      state: 'overdue',
      why: `${dayWords(dueOn, today)}到期，已过 ${days} 天，完成 ${shareWords(progress)}。`,
    };
  }
  if (dueOn === undefined)
    return { state: 'unread', why: '没有写完成时限，说不出快慢；请补上时限。' };
  const due = dueForReading(goal, today);
  if (progress.isLeaf && !reading && !due) {
    return {
      state: 'notYet',
      why: `已经开始，第一次读数在${dayWords(firstReadingDay(goal), today)}。`,
    };
  }
  if (progress.isLeaf && due && (!reading || reading.on < firstDay(due))) {
    const last = reading ? `，最近一次读数是${dayWords(reading.on, today)}的` : '';
    return {
      state: 'unread',
      why: `${periodLabel(due)}已经过完，还没有读数${last}；请报累计完成数。`,
    };
  }
  return against(progress, missing, today);
}

/** A level to be held, such as no accident at all, is done when its day has passed, not before. */
function levelLight(
  { measure, direction, dueOn }: Goal,
  { share, reading, isLeaf }: GoalProgress,
  today: IsoDate,
): GoalLight | undefined {
  if (!isLeaf || !reading || measure?.kind !== 'quantity' || dueOn === undefined) return undefined;
  const baseline = baselineOf(measure.baseline, direction);
  const target = parseExact(measure.target);
  const isLevel = baseline && target && compare(baseline, target) === 0;
  if (!isLevel || today > dueOn) return undefined;
  const read = `${dayWords(reading.on, today)}读数 ${reading.quantity}${measure.unit}`;
  const held = `目标 ${measure.target}${measure.unit}`;
  return compare(share.low, one) >= 0
    ? { state: 'normal', why: `${read}，守住了${held}，要守到${dayWords(dueOn, today)}。` }
    : { state: 'behind', why: `${read}，没有守住${held}。` };
}

function against(progress: GoalProgress, missing: number, today: IsoDate): GoalLight {
  const { share, reading, expectedWhenRead: expected } = progress;
  if (!expected) return { state: 'unread', why: '没有可比的时间进度；请补上时限和步骤。' };
  const when = reading ? `${dayWords(reading.on, today)}读数` : '按各项最近一次读数';
  const said = `${when}完成 ${shareWords(progress)}，按时间应完成 ${percentText(expected)}%`;
  if (compare(share.high, expected) < 0) {
    const gap = percentText(subtract(expected, share.high));
    return { state: 'behind', why: `${said}，${missing > 0 ? '至少差' : '差'} ${gap} 个百分点。` };
  }
  if (compare(share.low, expected) >= 0) return { state: 'normal', why: `${said}，跟得上。` };
  return { state: 'unread', why: `${said}；还缺 ${missing} 项读数，缺的补上才说得清。` };
}

/** The last quarter that ended while the goal was running: its reading is due. */
function dueForReading({ startsOn }: Goal, today: IsoDate): PeriodId | undefined {
  const ended = previousPeriod(periodOf(today, 'quarter'));
  return lastDay(ended) >= startsOn ? ended : undefined;
}

function firstReadingDay({ startsOn }: Goal): IsoDate {
  return lastDay(periodOf(startsOn, 'quarter'));
}

function doneWords({ reading, missing }: GoalProgress): string {
  if (missing > 0) return `已完成，另有 ${missing} 项没有读数。`;
  return reading ? `${chineseDate(reading.on)}读数已达到目标。` : '各项都已达到目标。';
}

/** `66.7%`, or `42.5%（缺 3 项读数，至多 72.5%）`. */
function shareWords({ share, missing }: GoalProgress): string {
  const low = `${percentText(share.low)}%`;
  if (compare(share.low, share.high) === 0) return low;
  return missing > 0 && share.low.num === 0n && compare(share.high, one) === 0
    ? '多少不知道（没有读数）'
    : `${low}（缺 ${missing} 项读数，至多 ${percentText(share.high)}%）`;
}

/** A share in percent with one decimal: `66.7`. */
export function percentText(share: Rational): string {
  return decimalText(roundTo(multiply(share, rational(100n)), 10n, 'halfAwayFromZero'), 1);
}

function dayWords(day: IsoDate, today: IsoDate): string {
  return yearOf(day) === yearOf(today) ? chineseDate(day) : `${yearOf(day)}年${chineseDate(day)}`;
}
