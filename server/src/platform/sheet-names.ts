/** Names of sheets within the limits of Excel. */

import { ownSheetMark } from './read-workbook.ts';

const longest = 31;

/** Signs that the name of a sheet cannot hold, and the full-width ones that stand for them. */
const forbidden = '[]:*?/\\';
const allowed = '［］：＊？／＼';

/**
 * Names that Excel accepts, in the same order: forbidden signs in full width, at most 31 characters,
 * no two alike (capitals do not count), none that readers of ours would leave out.
 */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set(['history']);
  return names.map((name) => {
    const plain = acceptable(name);
    let free = plain;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
      const suffix = `（${count}）`;
      free = cut(plain, longest - suffix.length) + suffix;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

function acceptable(name: string): string {
  const signs = [...name.toWellFormed()].map((sign) => allowed[forbidden.indexOf(sign)] ?? sign);
  const plain = cut(
    signs
      .join('')
      .replace(/\p{Cc}/gu, ' ')
      .trim(),
    longest,
  )
    .replace(/^'+|'+$/g, '')
    .trim();
  if (plain === '') return '表';
  return plain.startsWith(ownSheetMark) ? `＿${plain.slice(1)}` : plain;
}

/** Cuts without tearing a character of two units apart. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '');
}
