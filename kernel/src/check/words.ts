/** Words that the sentences of the check share. */

import {
  decimalText,
  multiply,
  type Rational,
  rational,
  roundTo,
  toExactText,
} from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node } from '../scheme/scheme.ts';

/** `第 18 项“非法采砂整治”`, or `“加分”` where the code is no number. */
export function nodeWords({ code, name }: Node): string {
  if (/^\d/.test(code)) return `第 ${code} 项“${name}”`;
  return code === name ? `“${name}”` : `“${name}”（${code}）`;
}

/** `第 1.1 条“每发现一处垃圾积存扣…”`. */
export function clauseWords({ code, text }: Clause): string {
  const start = text.length > 14 ? `${text.slice(0, 14)}…` : text;
  return /^\d/.test(code) ? `第 ${code} 条“${start}”` : `条款 ${code}“${start}”`;
}

/** `“甲”、“乙”`. */
export function quoted(items: readonly string[]): string {
  return items.map((item) => `“${item}”`).join('、');
}

/** An exact number with the minus sign of print. */
export function numberWords(value: Rational): string {
  return toExactText(value).replace(/^-/, '−');
}

/** A share as a percentage for reading: `12.5%` where it ends, else to one decimal, `约 33.3%`. */
export function percentWords(value: Rational): string {
  const percent = multiply(value, rational(100n));
  const text = numberWords(percent);
  if (!text.includes('/')) return `${text}%`;
  return `约 ${decimalText(roundTo(percent, 10n, 'halfAwayFromZero'), 1)}%`;
}

/** The distinct items that stand more than once, in the order of their second appearance. */
export function repeatedItems(items: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = items.filter((item) => seen.has(item) || !seen.add(item));
  return [...new Set(twice)];
}
