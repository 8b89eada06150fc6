/** Where a town stands on a list of the district, how far from the first and the next, and what is weakest. */

import {
  add,
  compare,
  divide,
  exact,
  type Rational,
  subtract,
  toExactText,
  zero,
} from '../number/rational.ts';
import type { BenchmarkIndicator, BenchmarkList, BenchmarkMark, BenchmarkRank } from './read.ts';

/** Another town and how far ahead it is. */
export interface BenchmarkGap {
  /** Several where they tie. */
  readonly towns: readonly string[];
  /** Exact points as text. */
  readonly gap: string;
}

export interface WeakIndicator {
  readonly name: string;
  readonly office?: string;
  readonly full?: string;
  readonly score?: string;
  /** Full mark less score. */
  readonly lost?: string;
  readonly rank?: BenchmarkRank;
  /** Its place is beyond the tenth, printed or open. */
  readonly isBeyondTen: boolean;
  /** The highest score of another town, and whose. */
  readonly best?: { readonly score: string; readonly towns: readonly string[] };
}

export interface BenchmarkPlace {
  readonly total?: string;
  readonly rank?: BenchmarkRank;
  /** Others with the same total. */
  readonly tiedWith: readonly string[];
  readonly towns: number;
  readonly first?: BenchmarkGap;
  readonly next?: BenchmarkGap;
  readonly beyondTen: number;
  /** Weakest first: beyond the last printed place, then by place, then by the share that was lost. */
  readonly indicators: readonly WeakIndicator[];
  /** Points of all indicators less the total, where both are known and differ. */
  readonly unlike?: string;
}

/** The place of a town; what the list does not say is absent. */
export function benchmarkPlace(list: BenchmarkList, own: string): BenchmarkPlace {
  const known = totalsOf(list);
  const total = known.get(own);
  const rank = list.totals[own]?.rank ?? rankAmong(known, own, list.towns.length);
  const above = [...known].filter(([, value]) => total && compare(value, total) > 0);
  const highest = above.reduce<Rational | undefined>(
    (most, [, value]) => (most && compare(most, value) >= 0 ? most : value),
    undefined,
  );
  const lowest = above.reduce<Rational | undefined>(
    (least, [, value]) => (least && compare(least, value) <= 0 ? least : value),
    undefined,
  );
  const gapTo = (value: Rational | undefined): BenchmarkGap | undefined =>
    value && total
      ? {
          towns: above.filter(([, other]) => compare(other, value) === 0).map(([town]) => town),
          gap: toExactText(subtract(value, total)),
        }
      : undefined;
  const [first, next] = [gapTo(highest), gapTo(lowest)];
  const indicators = list.indicators.map((one) => weakOf(one, own, list.towns)).sort(weakestFirst);
  const unlike = unlikeOf(list, own, total);
  return {
    ...(total ? { total: toExactText(total) } : {}),
    ...(rank ? { rank } : {}),
    tiedWith: [...known].flatMap(([town, value]) =>
      town !== own && total && compare(value, total) === 0 ? [town] : [],
    ),
    towns: list.towns.length,
    ...(first ? { first } : {}),
    ...(next ? { next } : {}),
    beyondTen: indicators.filter(({ isBeyondTen }) => isBeyondTen).length,
    indicators,
    ...(unlike === undefined ? {} : { unlike }),
  };
}

/** What more points under some indicators would do. */
export interface BenchmarkChance {
  readonly total: string;
  readonly rank: BenchmarkRank;
  readonly tiedWith: readonly string[];
  /** Towns that were ahead and no longer are, nor level. */
  readonly passed: readonly string[];
}

/** Why a chance cannot be worked out. */
export type ChanceRefusal =
  | { readonly refused: 'totals-unknown' }
  | { readonly refused: 'no-number' | 'beyond-full'; readonly indicator: string };

/**
 * The place with more points under some indicators, all others standing as they are; the points are added
 * to the total as it was printed. Ties share a place. Nobody gains beyond a full mark.
 *
 * @param gains exact points as text, by indicator
 */
export function benchmarkChance(
  list: BenchmarkList,
  own: string,
  gains: Readonly<Record<string, string>>,
): BenchmarkChance | ChanceRefusal {
  const known = totalsOf(list);
  const total = known.get(own);
  if (!total || known.size < list.towns.length) return { refused: 'totals-unknown' };
  let gained = zero;
  for (const [indicator, text] of Object.entries(gains)) {
    if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(text)) return { refused: 'no-number', indicator };
    const room = roomOf(list, own, indicator);
    if (room && compare(exact(text), room) > 0) return { refused: 'beyond-full', indicator };
    gained = add(gained, exact(text));
  }
  const reached = add(total, gained);
  const then = new Map(known).set(own, reached);
  const passed = [...known].flatMap(([town, value]) =>
    compare(value, total) > 0 && compare(value, reached) < 0 ? [town] : [],
  );
  return {
    total: toExactText(reached),
    rank: rankAmong(then, own, list.towns.length) ?? { at: 1, isOpen: false },
    tiedWith: [...then].flatMap(([town, value]) =>
      town !== own && compare(value, reached) === 0 ? [town] : [],
    ),
    passed,
  };
}

/** What is left to the full mark; undefined where the list does not say. */
function roomOf(list: BenchmarkList, own: string, name: string): Rational | undefined {
  const indicator = list.indicators.find((one) => one.name === name);
  const score = indicator?.marks[own]?.score;
  if (indicator?.full === undefined || score === undefined) return undefined;
  return subtract(exact(indicator.full), exact(score));
}

function totalsOf({ towns, totals }: BenchmarkList): Map<string, Rational> {
  return new Map(
    towns.flatMap((town): [string, Rational][] => {
      const score = totals[town]?.score;
      return score === undefined ? [] : [[town, exact(score)]];
    }),
  );
}

/** Only where every value is known: an unknown one might be ahead. */
function rankAmong(
  values: ReadonlyMap<string, Rational>,
  own: string,
  all: number,
): BenchmarkRank | undefined {
  const value = values.get(own);
  if (!value || values.size < all) return undefined;
  const ahead = [...values.values()].filter((other) => compare(other, value) > 0).length;
  return { at: ahead + 1, isOpen: false };
}

function weakOf(
  { name, office, full, marks }: BenchmarkIndicator,
  own: string,
  towns: readonly string[],
): WeakIndicator {
  const mark: BenchmarkMark = marks[own] ?? {};
  const scores = new Map(
    towns.flatMap((town): [string, Rational][] => {
      const score = marks[town]?.score;
      return score === undefined ? [] : [[town, exact(score)]];
    }),
  );
  const rank = mark.rank ?? rankAmong(scores, own, towns.length);
  const others = [...scores].filter(([town]) => town !== own);
  const top = others.reduce<Rational | undefined>(
    (most, [, value]) => (most && compare(most, value) >= 0 ? most : value),
    undefined,
  );
  const lost =
    full === undefined || mark.score === undefined
      ? undefined
      : toExactText(subtract(exact(full), exact(mark.score)));
  return {
    name,
    ...(office === undefined ? {} : { office }),
    ...(full === undefined ? {} : { full }),
    ...(mark.score === undefined ? {} : { score: mark.score }),
    ...(lost === undefined ? {} : { lost }),
    ...(rank ? { rank } : {}),
    isBeyondTen: rank !== undefined && rank.at > 10,
    ...(top
      ? {
          best: {
            score: toExactText(top),
            towns: others.filter(([, value]) => compare(value, top) === 0).map(([town]) => town),
          },
        }
      : {}),
  };
}

function weakestFirst(a: WeakIndicator, b: WeakIndicator): number {
  const open = (one: WeakIndicator) => (one.rank?.isOpen ? 1 : 0);
  const share = (one: WeakIndicator) =>
    one.lost === undefined || one.full === undefined
      ? zero
      : divide(exact(one.lost), exact(one.full));
  return open(b) - open(a) || (b.rank?.at ?? 0) - (a.rank?.at ?? 0) || compare(share(b), share(a));
}

function unlikeOf(
  { indicators }: BenchmarkList,
  own: string,
  total: Rational | undefined,
): string | undefined {
  const scores = indicators.map(({ marks }) => marks[own]?.score);
  if (!total || scores.length === 0 || scores.includes(undefined)) return undefined;
  const sum = add(...scores.map((score) => exact(score ?? '0')));
  return compare(sum, total) === 0 ? undefined : toExactText(subtract(sum, total));
}
