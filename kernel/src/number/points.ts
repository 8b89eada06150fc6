/** Points in thousandths and money in fen: the only two printed number types of the house. */

import { decimalText, type Rational, type Rounding, rational, roundTo } from './rational.ts';

/** Points in units of 1/1000, a safe integer. */
export type Milli = number & { readonly __unit: 'milli' };

/** Money in units of 1/100 yuan, a safe integer. */
export type Fen = number & { readonly __unit: 'fen' };

/** The printed value of an exact amount, rounded once to `decimals` places (0 to 3). */
export function printMilli(
  value: Rational,
  decimals = 3,
  rounding: Rounding = 'halfAwayFromZero',
): Milli {
  const units = roundTo(value, 10n ** BigInt(decimals), rounding) * 10n ** BigInt(3 - decimals);
  return safeInteger(units) as Milli;
}

/** The exact fraction that a printed value stands for. */
export function fromMilli(value: Milli): Rational {
  return rational(BigInt(value), 1000n);
}

/** Money rounded once to the fen; the pay rule states the mode. */
export function printFen(value: Rational, rounding: Rounding = 'halfAwayFromZero'): Fen {
  return safeInteger(roundTo(value, 100n, rounding)) as Fen;
}

/** "37.500" with `places` decimals; a place that would hide a digit rounds half away from zero. */
export function milliText(value: Milli, places = 3): string {
  return decimalText(roundTo(fromMilli(value), 10n ** BigInt(places), 'halfAwayFromZero'), places);
}

/** As `milliText`, with a plus sign before a positive value. */
export function signedMilliText(value: Milli, places = 3): string {
  const text = milliText(value, places);
  return value > 0 ? `+${text}` : text;
}

/** "1,234.50" without the separator: yuan with two decimals. */
export function fenText(value: Fen): string {
  return decimalText(BigInt(value), 2);
}

function safeInteger(units: bigint): number {
  const value = Number(units);
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond the safe range: ${units}`);
  return value;
}
