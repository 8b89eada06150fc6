/** Periods and days as the screen says them. */

import { type Assessment, lastDay, type PeriodId, periodLabel } from '@oneneedle/kernel';
import type { TimeArguments } from '../assessment/index.ts';
import type { Given } from './command.ts';
import type { Language, Say } from './words/say.ts';

/** "2026年第一季度"; in English the period is called as it is written. */
export function periodText(period: PeriodId, language: Language): string {
  return language === 'zh' ? periodLabel(period) : period;
}

/** "计分日 2026-12-31（期末）": the day, and where it comes from. */
export function asOfText({ asOf: asked }: TimeArguments, { period, asOf }: Assessment, say: Say) {
  if (asked !== undefined) return say('asOf.asked', { day: asOf });
  return say(asOf === lastDay(period) ? 'asOf.end' : 'asOf.last', { day: asOf });
}

/** What the command line says about time. */
export function timeIn({ texts }: Given): TimeArguments {
  const { period, 'as-of': asOf } = texts;
  return { ...(period === undefined ? {} : { period }), ...(asOf === undefined ? {} : { asOf }) };
}
