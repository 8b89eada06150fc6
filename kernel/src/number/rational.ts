/**
 * Exact fractions of BigInt. Every amount between two printed numbers is one of these, so
 * nothing is ever rounded by accident and no float touches a point.
 */

/** An exact fraction in lowest terms; `den` is always positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** How a fraction becomes an integer number of units. */
export type Rounding = 'halfAwayFromZero' | 'halfEven' | 'down' | 'up';

/** A fraction in lowest terms. A zero denominator is a bug of the caller and throws. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new RangeError('denominator is zero');
  const sign = den < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den < 0n ? -den : den) || 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const zero: Rational = { num: 0n, den: 1n };
export const one: Rational = { num: 1n, den: 1n };

const exactPattern = /^([+-]?)(\d+)(?:\.(\d+))?(%|‰)?$/;
const fractionPattern = /^([+-]?\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;

/** More characters than any figure of a real document has; a longer text is a mistake or an attack. */
const longestFigure = 64;

/**
 * Reads "0.1", "-3", "1/3", "87.4%" or "2‰" exactly from its source text.
 * Returns undefined for anything else; a float never appears on the way.
 */
export function parseExact(text: string): Rational | undefined {
  if (text.length > longestFigure) return undefined;
  const trimmed = text.trim().replace(/^[−－]/, '-');
  const fraction = fractionPattern.exec(trimmed);
  if (fraction) {
    const num = parseExact(fraction[1] ?? '');
    const den = parseExact(fraction[2] ?? '');
    return num && den && den.num !== 0n ? divide(num, den) : undefined;
  }
  const match = exactPattern.exec(trimmed);
  if (!match) return undefined;
  const [, sign, whole = '0', decimals = '', suffix] = match;
  const scale = 10n ** BigInt(decimals.length);
  const unsigned = BigInt(whole) * scale + BigInt(decimals === '' ? '0' : decimals);
  const divisor = suffix === '%' ? 100n : suffix === '‰' ? 1000n : 1n;
  return rational(sign === '-' ? -unsigned : unsigned, scale * divisor);
}

/** As `parseExact`, for text that a check has already accepted; anything else is a bug. */
export function exact(text: string): Rational {
  const value = parseExact(text);
  if (!value) throw new RangeError(`not an exact number: ${text}`);
  return value;
}

/** Adds any number of fractions. */
export function add(...terms: Rational[]): Rational {
  let sum = zero;
  for (const term of terms) {
    sum =
      sum.den === term.den
        ? rational(sum.num + term.num, sum.den)
        : rational(sum.num * term.den + term.num * sum.den, sum.den * term.den);
  }
  return sum;
}

/** The difference a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

/** The product of two fractions. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** The quotient a ÷ b; dividing by zero is a bug of the caller and throws. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** The fraction with its sign turned. */
export function negate(a: Rational): Rational {
  return { num: -a.num, den: a.den };
}

/** The distance from zero. */
export function absolute(a: Rational): Rational {
  return a.num < 0n ? negate(a) : a;
}

/** −1, 0 or 1, by cross-multiplication; never by division. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** −1, 0 or 1. */
export function signOf(a: Rational): -1 | 0 | 1 {
  return a.num < 0n ? -1 : a.num > 0n ? 1 : 0;
}

/** The smaller of two. */
export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of two. */
export function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** The value held between two bounds; the lower bound wins if they cross. */
export function clamp(value: Rational, low?: Rational, high?: Rational): Rational {
  const capped = high ? least(value, high) : value;
  return low ? greatest(capped, low) : capped;
}

/** The integer nearest below, towards minus infinity. */
export function floor(a: Rational): Rational {
  const quotient = a.num / a.den;
  return rational(a.num < 0n && a.num % a.den !== 0n ? quotient - 1n : quotient);
}

/** The integer nearest above, towards plus infinity. */
export function ceiling(a: Rational): Rational {
  return negate(floor(negate(a)));
}

/** The fraction as an integer number of units, rounded as stated. */
export function roundTo(a: Rational, unitsPerOne: bigint, mode: Rounding): bigint {
  const scaled = a.num * unitsPerOne;
  const negative = scaled < 0n;
  const size = negative ? -scaled : scaled;
  const whole = size / a.den;
  const twiceRest = (size % a.den) * 2n;
  const up =
    mode === 'up'
      ? twiceRest > 0n
      : mode === 'down'
        ? false
        : twiceRest > a.den ||
          (twiceRest === a.den && (mode === 'halfAwayFromZero' || whole % 2n === 1n));
  const rounded = up ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

/** The exact source form: "1/3" or, when it terminates, the shortest decimal. */
export function toExactText(a: Rational): string {
  for (let places = 0n, scale = 1n; places <= 12n; places += 1n, scale *= 10n) {
    if ((a.num * scale) % a.den === 0n) return decimalText((a.num * scale) / a.den, Number(places));
  }
  return `${a.num}/${a.den}`;
}

/** An integer of 1/10^places as a decimal with exactly that many places. */
export function decimalText(units: bigint, places: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = places > 0 ? `.${digits.slice(digits.length - places)}` : '';
  return `${negative ? '-' : ''}${whole}${rest}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
