/** Ranges of numbers side by side: where two lie on each other, and where between two is nothing. */

import {
  add,
  ceiling,
  compare,
  divide,
  exact,
  floor,
  multiply,
  one,
  type Rational,
  rational,
} from '../number/rational.ts';

/** Bounds as a scheme writes them: `from` and `to` include, `above` and `below` exclude. */
export interface Bounds {
  readonly from?: string | undefined;
  readonly above?: string | undefined;
  readonly to?: string | undefined;
  readonly below?: string | undefined;
}

/** Two ranges by their place in the list, and a number that shows what is wrong between them. */
export interface Clash {
  readonly first: number;
  readonly second: number;
  readonly example: Rational;
}

interface End {
  readonly at: Rational;
  readonly open: boolean;
}

interface Range {
  readonly place: number;
  readonly low: End | undefined;
  readonly high: End | undefined;
}

/**
 * Overlaps and gaps between neighbouring ranges. Numbers come in steps of `step` (0.001 for points
 * with three decimals, 1 for ranks); without a step every number is possible. Reversed ranges are
 * left out: they are a finding of their own.
 */
export function clashes(
  list: readonly Bounds[],
  step?: Rational,
): { readonly overlaps: readonly Clash[]; readonly gaps: readonly Clash[] } {
  const ranges = list
    .map((bounds, place) => ({ ...rangeOf(bounds), place }))
    .filter((range) => !isEmpty(range))
    .map((range) => (step ? onSteps(range, step) : range))
    .filter((range) => !isEmpty(range))
    .sort(byLow);
  const overlaps: Clash[] = [];
  const gaps: Clash[] = [];
  let highest = ranges[0];
  for (const range of ranges.slice(1)) {
    if (!highest) break;
    const pair = { first: highest.place, second: range.place };
    const order = compareEnds(highest.high, range.low);
    if (order > 0) overlaps.push({ ...pair, example: overlapExample(highest, range) });
    if (order < 0) {
      const example = gapExample(highest.high, range.low, step);
      if (example) gaps.push({ ...pair, example });
    }
    if (endsLater(range, highest)) highest = range;
  }
  return { overlaps, gaps };
}

/** True for a range whose lower end lies above its upper end, or that holds no number at all. */
export function isReversed(bounds: Bounds): boolean {
  return isEmpty(rangeOf(bounds));
}

/** The lowest and highest number of a list of ranges; an open end is absent. */
export function ends(list: readonly Bounds[]): {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
} {
  const ranges = list.map(rangeOf);
  const pick = (wanted: 'low' | 'high', sign: number): Rational | undefined => {
    if (ranges.some((range) => range[wanted] === undefined)) return undefined;
    const values = ranges.flatMap((range) => range[wanted]?.at ?? []);
    return values.reduce((a, b) => (compare(a, b) === sign ? b : a), values[0] ?? one);
  };
  return { low: pick('low', 1), high: pick('high', -1) };
}

/** `450–500`, `90 以上`, `不满 60`: bounds as people write them. */
export function boundsWords({ from, above, to, below }: Bounds): string {
  const low = from ?? above;
  const high = to ?? below;
  const lowWord = from === undefined ? `高于 ${low}` : `${low} 以上（含）`;
  const highWord = to === undefined ? `不满 ${high}` : `${high} 以下（含）`;
  if (high === undefined) return lowWord;
  if (low === undefined) return highWord;
  return from !== undefined && to !== undefined ? `${from}–${to}` : `${lowWord}、${highWord}`;
}

function rangeOf({ from, above, to, below }: Bounds): Omit<Range, 'place'> {
  const end = (closed: string | undefined, open: string | undefined): End | undefined =>
    closed !== undefined
      ? { at: exact(closed), open: false }
      : open !== undefined
        ? { at: exact(open), open: true }
        : undefined;
  return { low: end(from, above), high: end(to, below) };
}

function isEmpty({ low, high }: Omit<Range, 'place'>): boolean {
  if (!low || !high) return false;
  const order = compare(low.at, high.at);
  return order > 0 || (order === 0 && (low.open || high.open));
}

/** The same range from its first to just before the step after its last possible number. */
function onSteps(range: Range, step: Rational): Range {
  const low = range.low && { at: firstStep(range.low, step), open: false };
  const high = range.high && { at: add(lastStep(range.high, step), step), open: true };
  return { place: range.place, low, high };
}

function firstStep({ at, open }: End, step: Rational): Rational {
  const steps = divide(at, step);
  return multiply(open ? add(floor(steps), one) : ceiling(steps), step);
}

function lastStep({ at, open }: End, step: Rational): Rational {
  const steps = divide(at, step);
  return multiply(open ? add(ceiling(steps), rational(-1n)) : floor(steps), step);
}

function byLow(a: Range, b: Range): number {
  if (!a.low || !b.low) return a.low ? 1 : b.low ? -1 : a.place - b.place;
  return (
    compare(a.low.at, b.low.at) || Number(a.low.open) - Number(b.low.open) || a.place - b.place
  );
}

/** Below zero: nothing lies in between but a gap; above zero: they share a number. */
function compareEnds(high: End | undefined, low: End | undefined): number {
  if (!high || !low) return 1;
  const order = compare(high.at, low.at);
  if (order !== 0) return order;
  if (high.open && low.open) return -1;
  return high.open || low.open ? 0 : 1;
}

function endsLater(a: Range, b: Range): boolean {
  if (!b.high) return false;
  if (!a.high) return true;
  const order = compare(a.high.at, b.high.at);
  return order > 0 || (order === 0 && b.high.open && !a.high.open);
}

function overlapExample(first: Range, second: Range): Rational {
  const low = second.low ?? first.low;
  if (low && !low.open) return low.at;
  const high = first.high ?? second.high;
  if (!low) return high?.at ?? one;
  return high ? (middle(low.at, high.at) ?? high.at) : add(low.at, one);
}

/** A number in a gap, with as few decimals as possible; none if the gap holds no step. */
function gapExample(
  high: End | undefined,
  low: End | undefined,
  step?: Rational,
): Rational | undefined {
  if (!high || !low) return undefined;
  if (compare(high.at, low.at) === 0) return high.at;
  return step ? (middle(high.at, low.at, step) ?? high.at) : middle(high.at, low.at);
}

/** The number nearest the middle between two, with as few decimals as will do, in whole steps. */
function middle(low: Rational, high: Rational, step?: Rational): Rational | undefined {
  const half = divide(add(low, high), rational(2n));
  for (let scale = 1n; scale <= 1_000_000n; scale *= 10n) {
    const down = divide(floor(multiply(half, rational(scale))), rational(scale));
    for (const value of [down, add(down, rational(1n, scale))]) {
      const inside = compare(value, low) > 0 && compare(value, high) < 0;
      if (inside && (!step || divide(value, step).den === 1n)) return value;
    }
  }
  return undefined;
}
