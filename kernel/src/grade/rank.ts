/**
 * Ranks, lists and how many decimals tell the ranks apart. Ranks read printed totals only, so two
 * subjects share a rank exactly when their printed totals are equal.
 */

import { grouped } from '../grouped.ts';
import { type Milli, milliText } from '../number/points.ts';
import { wholeOf } from '../number/whole.ts';
import type { Ranking } from '../scheme/result-use.ts';
import { byCode, circleOf, nameList } from './shared.ts';

/** A subject as the ranking sees it. */
export interface RankItem {
  readonly code: string;
  readonly group?: string;
  readonly totalMilli: Milli;
  /** False for a subject that is not assessed or whose total is missing. */
  readonly rankable: boolean;
}

/** A list of the scheme (红榜) with the subjects on it, best first; a bottom list worst first. */
interface RankList {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly note: string;
  /** A list of the last is internal whatever the scheme says. */
  readonly audience: 'posted' | 'internal';
}

type Comparison = Pick<Ranking, 'within' | 'ties'>;
type ListRule = NonNullable<Ranking['lists']>[number];

/**
 * Ranks from 1 within each group, or over all. Equal totals share a rank; the next rank is skipped,
 * or not with `ties: dense`. A subject that is not rankable is absent from the answer.
 */
export function rankSubjects(
  items: readonly RankItem[],
  ranking: Comparison = {},
): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const circle of circles(items, ranking)) {
    let above = 0;
    for (const block of tiedBlocks(circle)) {
      for (const { code } of block) ranks.set(code, above + 1);
      above += ranking.ties === 'dense' ? 1 : block.length;
    }
  }
  return ranks;
}

/** Highest total first; subjects with equal totals stand together, by code. */
export function tiedBlocks<T extends { readonly code: string; readonly totalMilli: Milli }>(
  items: readonly T[],
): T[][] {
  const sorted = [...items].sort((a, b) => b.totalMilli - a.totalMilli || byCode(a, b));
  return [...grouped(sorted, ({ totalMilli }) => `${totalMilli}`).values()];
}

/**
 * The smallest and the largest rank over the totals as they stand and over each alternative. An
 * alternative need only name the subjects whose total it changes. Unranked subjects are absent.
 */
export function rankRange(
  items: readonly RankItem[],
  alternatives: readonly ReadonlyMap<string, Milli>[],
  ranking: Comparison = {},
): Map<string, readonly [number, number]> {
  const ranges = new Map<string, readonly [number, number]>();
  for (const totals of [new Map<string, Milli>(), ...alternatives]) {
    const changed = items.map((item) => ({
      ...item,
      totalMilli: totals.get(item.code) ?? item.totalMilli,
    }));
    for (const [code, rank] of rankSubjects(changed, ranking)) {
      const [low, high] = ranges.get(code) ?? [rank, rank];
      ranges.set(code, [Math.min(low, rank), Math.max(high, rank)]);
    }
  }
  return ranges;
}

/** "名次 3–5，本次不足以区分", or "名次 3" when every scenario agrees. */
export function rankRangeSentence([low, high]: readonly [number, number]): string {
  return low === high ? `名次 ${low}` : `名次 ${low}–${high}，本次不足以区分`;
}

/**
 * How many decimals to print each total with: `shown`, by default 2; 3 for a subject whose total
 * reads the same as that of another of the same circle although their ranks differ.
 */
export function shownPlaces(
  items: readonly RankItem[],
  shown: number = 2,
  ranking: Comparison = {},
): Map<string, number> {
  const ranks = rankSubjects(items, ranking);
  const places = new Map(items.map(({ code }) => [code, shown]));
  for (const circle of circles(items, ranking)) {
    const alike = grouped(circle, ({ totalMilli }) => milliText(totalMilli, shown));
    for (const group of alike.values()) {
      if (new Set(group.map(({ code }) => ranks.get(code))).size === 1) continue;
      for (const { code } of group) places.set(code, 3);
    }
  }
  return places;
}

/**
 * The lists of the scheme. Within groups every group has its own list, named after it. At the edge
 * `include` takes all who tie, `cut` none of them, `propose` (default) leaves them to the body.
 */
export function rankLists(
  items: readonly (RankItem & { readonly name: string })[],
  ranking: Ranking | undefined,
  groups: readonly { readonly code: string; readonly name: string }[] = [],
): RankList[] {
  const lists: RankList[] = [];
  for (const rule of ranking?.lists ?? []) {
    const all = grouped(items, (item) => circleOf(item, ranking?.within));
    for (const [key, members] of all) {
      const groupName = groups.find(({ code }) => code === key)?.name ?? key;
      const name = all.size > 1 && groupName ? `${rule.name}（${groupName}）` : rule.name;
      lists.push(listOfCircle(name, rule, members));
    }
  }
  return lists;
}

/** Those who are ranked, by circle. */
function circles(items: readonly RankItem[], { within }: Comparison): RankItem[][] {
  const ranked = items.filter(({ rankable }) => rankable);
  return [...grouped(ranked, (item) => circleOf(item, within)).values()];
}

function listOfCircle(
  name: string,
  rule: ListRule,
  members: readonly (RankItem & { readonly name: string })[],
): RankList {
  const length = wholeOf(rule.top ?? rule.bottom ?? '1');
  const blocks = tiedBlocks(members.filter(({ rankable }) => rankable));
  if (rule.bottom !== undefined) blocks.reverse();
  const listed: string[] = [];
  const notes = [`${rule.bottom === undefined ? '前' : '后'} ${length} 名`];
  for (const block of blocks) {
    if (listed.length >= length) break;
    const fits = listed.length + block.length <= length;
    if (!fits) notes.push(edgeNote(rule.ties, block, length - listed.length));
    if (fits || rule.ties === 'include') listed.push(...block.map(({ code }) => code));
    if (!fits) break;
  }
  const unranked = members.filter(({ rankable }) => !rankable);
  if (unranked.length > 0) notes.push(`未参加排名：${nameList(unranked)}`);
  return {
    name,
    subjects: listed,
    note: notes.join('；'),
    audience: rule.bottom === undefined ? rule.audience : 'internal',
  };
}

function edgeNote(
  ties: ListRule['ties'],
  block: readonly { readonly name: string }[],
  places: number,
): string {
  const tie = `${nameList(block)}得分相同，剩余 ${places} 个位次`;
  if (ties === 'include') return `${tie}，一并列入`;
  if (ties === 'cut') return `${tie}，均不列入`;
  return `${tie}，提请研究确定，暂未列入`;
}
