/** A place in words: 第 2, or 10 名开外 where nobody knows which. */

import type { benchmarkWords } from '../../words/benchmark.ts';

/** A place as replies carry it. */
interface Rank {
  readonly at: number;
  readonly isOpen: boolean;
}

type RankWords = Pick<(typeof benchmarkWords)['en'], 'nth' | 'openPlace' | 'none'>;

/** What is absent is a dash. */
export function rankText(rank: Rank | undefined, w: RankWords): string {
  if (!rank) return w.none;
  return rank.isOpen ? w.openPlace(rank.at - 1) : w.nth(rank.at);
}
