/** Sums, means and roots of exact numbers: what every comparison below is made of. */

import {
  add,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../number/rational.ts';

/** The mean of at least one number. */
export function meanOf(values: readonly Rational[]): Rational {
  return divide(add(...values), rational(BigInt(values.length)));
}

/** The sum of squared distances from the mean. */
export function squaresOf(values: readonly Rational[]): Rational {
  if (values.length === 0) return zero;
  const mean = meanOf(values);
  return add(...values.map((value) => square(subtract(value, mean))));
}

/** A number times itself. */
export function square(value: Rational): Rational {
  return multiply(value, value);
}

/** The standard deviation (n − 1) in thousandths, rounded to the nearest; zero for a single number. */
export function spreadMilli(values: readonly Rational[]): number {
  if (values.length < 2) return 0;
  return rootMilli(divide(squaresOf(values), rational(BigInt(values.length - 1))));
}

/**
 * The square root of a number that is not negative, in thousandths: the integer root of the number
 * times 2000², halved to the nearest. No float is asked.
 */
export function rootMilli(value: Rational): number {
  const doubled = wholeRoot((value.num * 4_000_000n) / value.den);
  return Number((doubled + 1n) / 2n);
}

/** The largest integer whose square is not above `value`. */
export function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(value.toString(4).length);
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * Pearson's correlation in thousandths (−1000 to 1000); undefined where either side never changes.
 * It is the signed root of an exact fraction.
 */
export function correlationMilli(
  pairs: readonly (readonly [Rational, Rational])[],
): number | undefined {
  const left = pairs.map(([one]) => one);
  const right = pairs.map(([, other]) => other);
  const both = multiply(squaresOf(left), squaresOf(right));
  if (both.num === 0n) return undefined;
  const [meanLeft, meanRight] = [meanOf(left), meanOf(right)];
  const common = add(
    ...pairs.map(([one, other]) => multiply(subtract(one, meanLeft), subtract(other, meanRight))),
  );
  const size = rootMilli(divide(square(common), both));
  return common.num < 0n ? -size : size;
}
