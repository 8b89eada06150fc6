/** Days in a row told as a stretch. */

import { addDays, chineseDate, isoDate } from '@oneneedle/kernel';

/** "1月1日至3日、2月14日"; days in their order, those of one stretch together. */
export function stretches(days: readonly string[]): string {
  const found: { from: string; to: string }[] = [];
  for (const day of [...days].sort()) {
    const last = found.at(-1);
    if (last && addDays(isoDate(last.to), 1) === day) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found.map(({ from, to }) => stretch(from, to)).join('、');
}

function stretch(from: string, to: string): string {
  const first = chineseDate(isoDate(from));
  if (from === to) return first;
  const last = chineseDate(isoDate(to));
  return `${first}至${from.slice(0, 7) === to.slice(0, 7) ? last.replace(/^.*月/, '') : last}`;
}
