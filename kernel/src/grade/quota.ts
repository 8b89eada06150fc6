/** Limits on how many may hold a grade, by rank; who is beyond them falls to the next grade. */

import type { Notice, SubjectResult } from '../evaluate/assessment.ts';
import { grouped } from '../grouped.ts';
import { fromMilli, type Milli } from '../number/points.ts';
import { compare, exact, multiply, rational, roundTo } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Grades } from '../scheme/result-use.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { tiedBlocks } from './rank.ts';
import { circleOf, nameList, scoreText } from './shared.ts';

export type Quota = NonNullable<Grades['quotas']>[number];

/** A subject on its way to a grade; the stages change `grade`, `open` and `reasons`. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  readonly totalMilli: Milli;
  /** False only for those who are not assessed; everybody else counts for a share. */
  readonly assessed: boolean;
  grade: string | undefined;
  /** The grades between which a body has to decide, best first; empty for whose grade is settled. */
  open: readonly string[];
  readonly reasons: string[];
}

/** What a quota needs to know beside the candidates. */
interface QuotaRules {
  readonly order: readonly string[];
  readonly rounding: Quota['rounding'];
  /** Whose decision a tie is proposed to. */
  readonly body: string;
}

/** A tie that a body decides: of the members so many fall, and nobody knows yet who. */
interface Draw {
  readonly members: readonly Candidate[];
  readonly to: string;
  readonly falling: Count;
}

/** A number that is between two; both are the same where nothing is open above. */
interface Count {
  readonly least: bigint;
  readonly most: bigint;
}

/** What stands at one total in a quota: a subject, or those of a tie above who will fall into it. */
interface Entry extends Count {
  readonly code: string;
  readonly totalMilli: Milli;
  readonly item?: Candidate;
  readonly draw?: Draw;
}

const roundings = { floor: 'down', ceil: 'up', half: 'halfAwayFromZero' } as const;
const roundingNames = { floor: '舍去尾数', ceil: '进位取整', half: '四舍五入' } as const;

/**
 * Applies the quotas, best grade first, so that those who fall meet the quota of the next grade. A
 * tie that is left to a body takes up places there too: how many of it fall is known, not who.
 */
export function applyQuotas(
  candidates: readonly Candidate[],
  quotas: readonly Quota[],
  rules: QuotaRules,
): Notice[] {
  const bestFirst = [...quotas].sort(
    (a, b) => rules.order.indexOf(a.grade) - rules.order.indexOf(b.grade),
  );
  const draws: Draw[] = [];
  const notices: Notice[] = [];
  for (const quota of bestFirst) {
    for (const circle of grouped(candidates, (item) => circleOf(item, quota.within)).values()) {
      const applied = applyQuota(circle, quota, { ...rules, draws });
      draws.push(...applied.draws);
      notices.push(...applied.notices);
    }
  }
  return notices;
}

/** How many of a circle of subjects may hold a grade: what a body that decides is bound by. */
export interface GradeLimit {
  readonly grade: string;
  /** The quota, or more where the scheme lets a tie at its edge in as a whole. */
  readonly most: number;
  /** The quota in words. */
  readonly sentence: string;
  /** Codes of the circle. */
  readonly subjects: readonly string[];
}

/** The quotas of a scheme on what was worked out by it. */
export function gradeLimits(
  { grades, switches }: Pick<Scheme, 'grades' | 'switches'>,
  subjects: readonly Pick<SubjectResult, 'code' | 'group' | 'notAssessed' | 'grade'>[],
): GradeLimit[] {
  return (grades?.quotas ?? []).flatMap((quota) =>
    [...grouped(subjects, (one) => circleOf(one, quota.within)).values()].map((circle) => {
      const assessed = circle.filter(({ notAssessed }) => notAssessed === undefined).length;
      const { limit, sentence } = quotaLimit(quota, assessed, switches?.quotaRounding);
      const inside = circle.filter(({ grade }) => grade.computed === quota.grade).length;
      const most = Math.max(wholeOf(`${limit}`), inside);
      return { grade: quota.grade, most, sentence, subjects: circle.map(({ code }) => code) };
    }),
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

function applyQuota(
  circle: readonly Candidate[],
  quota: Quota,
  rules: QuotaRules & { readonly draws: readonly Draw[] },
): { readonly draws: readonly Draw[]; readonly notices: readonly Notice[] } {
  const assessed = circle.filter((item) => item.assessed).length;
  const { limit, sentence } = quotaLimit(quota, assessed, rules.rounding);
  const draws: Draw[] = [];
  const notices: Notice[] = [];
  const out = (entries: readonly Entry[], why: string) =>
    draws.push(...entries.flatMap((entry) => fallen(entry, quota, why)));
  const all = [...holders(circle, quota), ...falling(circle, quota, rules.draws)];
  const [able, unable] = parted(all, quota);
  for (const entry of unable) out([entry], shortWords(entry, quota));
  let taken: Count = { least: 0n, most: 0n };
  for (const block of tiedBlocks(able)) {
    const after = plus([taken, ...block]);
    const edge = after.most > limit && taken.least < limit;
    const isSure = after.least === after.most;
    if (after.most <= limit || (edge && isSure && quota.tie === 'include')) {
      taken = after;
      const tie = edge ? `；第 ${limit} 名得分相同，一并列入` : '';
      for (const { item } of block) item?.reasons.push(`${sentence}，在名额内${tie}`);
    } else if (edge && !(isSure && quota.tie === 'exclude')) {
      const places = limit - taken.least;
      const members = block.flatMap(({ item, draw }) => (item ? [item] : (draw?.members ?? [])));
      notices.push(leaveToBody(members, quota, { places, sentence, body: rules.body }));
      draws.push({ members, to: quota.overflow, falling: beyond(after, limit) });
      taken = { least: after.least < limit ? after.least : limit, most: limit };
    } else {
      const tie = edge ? `，剩余 ${limit - taken.most} 名而得分相同，均不列入` : '，超出名额';
      taken = { least: limit, most: limit };
      out(block, `${sentence}${tie}`);
    }
  }
  return { draws, notices };
}

/** Who holds the grade for certain. */
function holders(circle: readonly Candidate[], quota: Quota): Entry[] {
  return circle
    .filter(({ grade, open }) => grade === quota.grade && open.length === 0)
    .map((item) => ({ ...item, item, least: 1n, most: 1n }));
}

/** Those of a tie above who will fall into the grade; of a tie over several circles only so many may. */
function falling(circle: readonly Candidate[], quota: Quota, draws: readonly Draw[]): Entry[] {
  const own = new Set(circle);
  return draws.flatMap((draw) => {
    const members = draw.members.filter((item) => own.has(item));
    const [first] = members;
    if (draw.to !== quota.grade || !first) return [];
    const others = BigInt(draw.members.length - members.length);
    const inside = BigInt(members.length);
    const { least, most } = draw.falling;
    return [
      {
        code: first.code,
        totalMilli: first.totalMilli,
        draw: { ...draw, members },
        least: least > others ? least - others : 0n,
        most: most < inside ? most : inside,
      },
    ];
  });
}

function plus(counts: readonly Count[]): Count {
  return counts.reduce((sum, one) => ({
    least: sum.least + one.least,
    most: sum.most + one.most,
  }));
}

function beyond({ least, most }: Count, limit: bigint): Count {
  return { least: least > limit ? least - limit : 0n, most: most - limit };
}

/** Those who reach the least score of the quota, and those who do not. */
function parted(entries: readonly Entry[], { minScore }: Quota): [Entry[], Entry[]] {
  if (minScore === undefined) return [[...entries], []];
  const isAble = ({ totalMilli }: Entry) => compare(fromMilli(totalMilli), exact(minScore)) >= 0;
  return [entries.filter(isAble), entries.filter((entry) => !isAble(entry))];
}

function shortWords({ totalMilli }: Entry, { minScore }: Quota): string {
  return `得分 ${scoreText(totalMilli)}，不足 ${minScore} 分`;
}

/** A subject falls to the next grade; of a tie above, that grade is open to its members too. */
function fallen({ item, draw, least, most }: Entry, quota: Quota, why: string): Draw[] {
  if (item) {
    item.grade = quota.overflow;
    item.reasons.push(`${why}，定为${quota.overflow}`);
  }
  if (!draw) return [];
  for (const member of draw.members) widen(member, [quota.overflow]);
  return [{ members: draw.members, to: quota.overflow, falling: { least, most } }];
}

function widen(item: Candidate, grades: readonly string[]): void {
  item.open = [...new Set([...item.open, ...grades])];
}

function leaveToBody(
  members: readonly Candidate[],
  quota: Quota,
  edge: { readonly places: bigint; readonly sentence: string; readonly body: string },
): Notice {
  const proposal = `${edge.sentence}，剩余 ${edge.places} 名，${nameList(members)}得分相同，提请${edge.body}研究确定由谁评为${quota.grade}，其余定为${quota.overflow}`;
  for (const item of members) {
    widen(item, item.open.length === 0 ? [quota.grade, quota.overflow] : [quota.overflow]);
    item.reasons.push(proposal);
  }
  return { code: 'quota-tie', sentence: proposal, factIds: [] };
}
