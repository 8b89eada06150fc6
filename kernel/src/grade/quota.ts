/** Limits on how many may hold a grade, by rank; who is beyond them falls to the next grade. */

import type { Notice } from '../evaluate/assessment.ts';
import { grouped } from '../grouped.ts';
import { fromMilli, type Milli } from '../number/points.ts';
import { compare, exact, multiply, rational, roundTo } from '../number/rational.ts';
import type { Grades } from '../scheme/result-use.ts';
import { tiedBlocks } from './rank.ts';
import { circleOf, nameList, scoreText } from './shared.ts';

export type Quota = NonNullable<Grades['quotas']>[number];

/** A subject on its way to a grade; the stages change `grade`, `tied` and `reasons`. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  readonly totalMilli: Milli;
  /** False only for those who are not assessed; everybody else counts for a share. */
  readonly assessed: boolean;
  grade: string | undefined;
  /** Set while a body has to decide who of those that tie keeps the grade. */
  tied: boolean;
  readonly reasons: string[];
}

/** What a quota needs to know beside the candidates. */
interface QuotaRules {
  readonly order: readonly string[];
  readonly rounding: Quota['rounding'];
  /** Whose decision a tie is proposed to. */
  readonly body: string;
}

const roundings = { floor: 'down', ceil: 'up', half: 'halfAwayFromZero' } as const;
const roundingNames = { floor: '舍去尾数', ceil: '进位取整', half: '四舍五入' } as const;

/** Applies the quotas, best grade first, so that those who fall meet the quota of the next grade. */
export function applyQuotas(
  candidates: readonly Candidate[],
  quotas: readonly Quota[],
  rules: QuotaRules,
): Notice[] {
  const bestFirst = [...quotas].sort(
    (a, b) => rules.order.indexOf(a.grade) - rules.order.indexOf(b.grade),
  );
  return bestFirst.flatMap((quota) =>
    [...grouped(candidates, (item) => circleOf(item, quota.within)).values()].flatMap((circle) =>
      applyQuota(circle, quota, rules),
    ),
  );
}

/** How many may hold the grade: the count, or the share of those assessed, rounded as stated. */
export function quotaLimit(
  quota: Quota,
  assessed: number,
  rounding: Quota['rounding'],
): { readonly limit: bigint; readonly sentence: string } {
  if (quota.count !== undefined) {
    return { limit: exact(quota.count).num, sentence: `${quota.grade}名额 ${quota.count} 名` };
  }
  const mode = quota.rounding ?? rounding ?? 'floor';
  const share = multiply(exact(quota.share ?? '0'), rational(BigInt(assessed)));
  const limit = roundTo(share, 1n, roundings[mode]);
  const how = share.den === 1n ? '' : `，${roundingNames[mode]}`;
  const sentence = `${quota.grade}名额 ${limit} 名（参加考核 ${assessed} 名 × ${quota.share}${how}）`;
  return { limit, sentence };
}

function applyQuota(circle: readonly Candidate[], quota: Quota, rules: QuotaRules): Notice[] {
  const assessed = circle.filter((item) => item.assessed).length;
  const { limit, sentence } = quotaLimit(quota, assessed, rules.rounding);
  const holders = circle.filter((item) => item.grade === quota.grade && !item.tied);
  const eligible = holders.filter((item) => reachesMinimum(item, quota));
  let taken = 0n;
  const notices: Notice[] = [];
  for (const block of tiedBlocks(eligible)) {
    const places = limit - taken;
    const size = BigInt(block.length);
    const onEdge = places > 0n && places < size;
    if (places >= size || (onEdge && quota.tie === 'include')) {
      taken += size;
      const tie = onEdge ? `；第 ${limit} 名得分相同，一并列入` : '';
      for (const item of block) item.reasons.push(`${sentence}，在名额内${tie}`);
    } else if (onEdge && quota.tie !== 'exclude') {
      taken = limit;
      notices.push(leaveToBody(block, quota, { places, sentence, body: rules.body }));
    } else {
      const tie = onEdge ? `，剩余 ${places} 名而得分相同，均不列入` : '，超出名额';
      taken = limit;
      for (const item of block) fall(item, quota, `${sentence}${tie}`);
    }
  }
  return notices;
}

function reachesMinimum(item: Candidate, quota: Quota): boolean {
  if (quota.minScore === undefined) return true;
  if (compare(fromMilli(item.totalMilli), exact(quota.minScore)) >= 0) return true;
  fall(item, quota, `得分 ${scoreText(item.totalMilli)}，不足 ${quota.minScore} 分`);
  return false;
}

function fall(item: Candidate, quota: Quota, why: string): void {
  item.grade = quota.overflow;
  item.reasons.push(`${why}，定为${quota.overflow}`);
}

function leaveToBody(
  block: readonly Candidate[],
  quota: Quota,
  edge: { readonly places: bigint; readonly sentence: string; readonly body: string },
): Notice {
  const proposal = `${edge.sentence}，剩余 ${edge.places} 名，${nameList(block)}得分相同，提请${edge.body}研究确定由谁评为${quota.grade}，其余定为${quota.overflow}`;
  for (const item of block) {
    item.tied = true;
    item.reasons.push(proposal);
  }
  return { code: 'quota-tie', sentence: proposal, factIds: [] };
}
