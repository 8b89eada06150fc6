/** The words of a pay sheet. Amounts in sentences are exact; only the result is rounded. */

import { trueMinus } from '../explain/words.ts';
import { type Fen, fenText } from '../number/points.ts';
import { floor, type Rational, type Rounding, subtract, toExactText } from '../number/rational.ts';

export const roundingWords: Readonly<Record<Rounding, string>> = {
  halfAwayFromZero: '四舍五入到分',
  halfEven: '四舍六入五成双到分',
  down: '不足一分的舍去',
  up: '不足一分的进为一分',
};

export const paidByWords = { month: '按月发放', period: '按期发放', year: '年终一次发放' } as const;

/** "664 元", exact; a fraction that does not end is written as one. */
export function yuanText(amount: Rational): string {
  return `${exactText(amount)} 元`;
}

/** "664.00 元", to the fen. */
export function fenYuanText(amount: Fen): string {
  return `${trueMinus(fenText(amount))} 元`;
}

/** The exact number with a true minus sign. */
export function exactText(value: Rational): string {
  return trueMinus(toExactText(value));
}

/** "6" or "9又16/31": months that need not be whole. */
export function monthsText(months: Rational): string {
  const whole = floor(months);
  const rest = subtract(months, whole);
  if (rest.num === 0n) return `${whole.num}`;
  const part = `${rest.num}/${rest.den}`;
  return whole.num === 0n ? part : `${whole.num}又${part}`;
}

/** The arithmetic of factors; what is not there is left out. */
export function product(...factors: readonly string[]): string {
  return joined(
    factors.filter((factor) => factor !== ''),
    '×',
  );
}

/** "…… = 664.00 元", without a space after a closing bracket. */
export function equation(left: string, right: string): string {
  return joined([left, right], '=');
}

function joined(parts: readonly string[], sign: string): string {
  return parts.join(` ${sign} `).replaceAll(`） ${sign} `, `）${sign} `);
}
