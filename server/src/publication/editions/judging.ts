/** What may be published although something speaks against it, and with which reasons. */

import { chineseDate, type IsoDate, type PeriodId } from '@oneneedle/kernel';
import { fairnessRead, type Obstacle } from '../../assessment/index.ts';
import { ledgerHead } from '../../ledger/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { publicationProblem } from '../problems.ts';

/** An obstacle that was overridden, as the asker read it, and why. */
export interface Override {
  readonly code: string;
  readonly sentence: string;
  readonly reason: string;
}

/** What somebody should have looked at before publishing, with every fact that is published: how far the marks can be compared. */
export async function lookedAt(
  { db }: Pick<Ctx, 'db'>,
  { line, period }: { readonly line: string; readonly period: PeriodId },
): Promise<Obstacle[]> {
  const read = await fairnessRead(db, line, period);
  if (!read) {
    const sentence =
      '还没有看这一期的公平性报告。请先在“得分名次”里打开“公平性报告”，看完点“已看过”。';
    return [{ code: 'fairness-unread', sentence, factIds: [] }];
  }
  const later = (await ledgerHead(db)).size - read.ledgerSize;
  if (later <= 0) return [];
  const day = chineseDate(chinaDay(read.readAt) as IsoDate);
  const sentence = `公平性报告是${day}看的，读过之后又有 ${later} 条事实。请再看一遍，点“已看过”。`;
  return [{ code: 'fairness-stale', sentence, factIds: [] }];
}

/** A list with one of these would not be the list. */
const firm: readonly string[] = [
  'period-not-over',
  'earlier-unsealed',
  'material-missing',
  'grade-pending',
];

/** Parts obstacles into those that nothing overrides and those that need a reason. */
export function parted(obstacles: readonly Obstacle[]) {
  const told = obstacles.map(({ code, sentence }) => ({ code, sentence }));
  return {
    obstacles: told.filter(({ code }) => firm.includes(code)),
    cautions: told.filter(({ code }) => !firm.includes(code)),
  };
}

/** The overrides that are kept; refuses what cannot be overridden, and what nobody gave a reason for. */
export function judgeObstacles(
  found: readonly Obstacle[],
  { label, given }: { readonly label: string; readonly given: readonly Override[] },
): Override[] {
  const { obstacles, cautions } = parted(found);
  if (obstacles.length > 0) {
    const sentences = obstacles.map(({ sentence }) => sentence);
    throw publicationProblem('cannot-override', { label, sentences });
  }
  const judged = cautions.map(({ code, sentence }) => ({
    code,
    sentence,
    reason: given.find((one) => one.sentence === sentence)?.reason.trim() ?? '',
  }));
  const sentences = judged.filter(({ reason }) => reason === '').map(({ sentence }) => sentence);
  if (sentences.length > 0) throw publicationProblem('override-missing', { label, sentences });
  return judged;
}
