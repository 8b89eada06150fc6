/** Points that a person chooses, held against the bounds that a clause sets. */

import { add, parseExact, type Rational } from '@oneneedle/kernel';
import type { Bounds } from './clause-places.ts';

/** Whether exact points lie inside one of the bands; without bands any points do. */
export function isInside(points: string, { bands }: Bounds): boolean {
  const value = parseExact(points);
  if (!value) return false;
  const within = ({ from, to }: { from: string; to: string }) => {
    const [low, high] = [parseExact(from), parseExact(to)];
    return (!low || !isBelow(value, low)) && (!high || !isBelow(high, value));
  };
  return bands.length === 0 || bands.some(within);
}

/** With the minus that people print. */
export function pointsText(points: string): string {
  return points.replace(/^-/, '−');
}

function isBelow(a: Rational, b: Rational): boolean {
  return add(a, { num: -b.num, den: b.den }).num < 0n;
}
