/** Days in a row told as a stretch. */

import { addDays, isoDate } from '@oneneedle/kernel';

/** Days in their order, those that follow each other as one: `2027-01-01/2027-01-03`. */
export function stretchesOf(days: readonly string[]): string[] {
  const found: { from: string; to: string }[] = [];
  for (const day of [...days].sort()) {
    const last = found.at(-1);
    if (last && addDays(isoDate(last.to), 1) === day) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found.map(({ from, to }) => `${from}/${to}`);
}
