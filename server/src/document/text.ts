/** Text of an official document apart from Word: what may stand in it, how wide it is, how it counts. */

import { chineseDate, type IsoDate } from '@oneneedle/kernel';

/**
 * Text that any XML reader takes and that reads as it was written: no control characters, no halves
 * of characters, no marks that turn the direction of what follows. Line ends are `\n`.
 */
export function sound(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '');
}

const unprintable =
  /[^\P{Cc}\n]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/gu;

/** Width in characters of the type area: Chinese ones count one, Latin letters and digits a half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0xff ? 1 : 0.5), 0);
}

/** "2026年3月6日": 成文日期 in Arabic digits, without leading zeros. */
export function officialDate(on: IsoDate): string {
  return `${Number(on.slice(0, 4))}年${chineseDate(on)}`;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** "二十三": numbers of headings from 1; from 100 on, which no document has, in Arabic digits. */
export function chineseNumber(number: number): string {
  if (number > 99) return `${number}`;
  const tens = Math.floor(number / 10);
  const tenWord = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${tenWord}${digits[number % 10]}`;
}

/** Numbers headings by level in the order in which they come: 一、（一）1.（1）. */
export function headingNumbers(): (level: 1 | 2 | 3 | 4) => string {
  const counts = [0, 0, 0, 0];
  return (level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    const count = counts[level - 1] ?? 1;
    const words = {
      1: () => `${chineseNumber(count)}、`,
      2: () => `（${chineseNumber(count)}）`,
      3: () => `${count}.`,
      4: () => `（${count}）`,
    };
    return words[level]();
  };
}
