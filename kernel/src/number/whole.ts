/** Whole numbers of a scheme, for counting and for dates. */

import { exact } from './rational.ts';

/** A whole number such as "12" as a number; anything else is a bug of the check and throws. */
export function wholeOf(text: string): number {
  const value = exact(text);
  if (value.den !== 1n) throw new RangeError(`not a whole number: ${text}`);
  const whole = Number(value.num);
  if (!Number.isSafeInteger(whole)) throw new RangeError(`beyond the safe range: ${text}`);
  return whole;
}
