/** How many lines of the one list one sheet of A4 holds, by how long their sentences are. Pure. */

import type { DeskLine } from './desk-order.ts';

/** Lines of print that the table has on one sheet, below its head. */
const printLines = 45;
/** Han characters of a title of a title in a line of print. */
const titleChars = 20;
/** Han characters of the column of whom to ask. */
const askChars = 6;

/** The first lines that fit; the most urgent stand first already. */
export function linesOnPaper(rows: readonly DeskLine[]): DeskLine[] {
  const fitting: DeskLine[] = [];
  let used = 0;
  for (const row of rows) {
    used += height(row);
    if (used > printLines) break;
    fitting.push(row);
  }
  return fitting;
}

function height({ title, why, detail, contact }: DeskLine): number {
  const words = printed(title, titleChars) + printed(why || detail, titleChars);
  return Math.max(words, printed(contact.join(' '), askChars), 1) + 0.3;
}

/** Lines of print of a text; two letters or digits are about as wide as a Han character. */
function printed(text: string, chars: number): number {
  const narrow = text.replace(/[^ -~]/g, '').length;
  return Math.ceil((text.length - narrow * 0.4) / chars);
}
