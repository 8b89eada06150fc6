/** The texts inside one cell: 1.……；2.…… are several. */

import { lineNumberOf } from './numerals.ts';

export interface CellText {
  readonly number?: string;
  readonly text: string;
}

/** Splits where a line, or a sentence inside a line, begins with the next number. */
export function textsOf(cell: string): CellText[] {
  const starts = numberStarts(cell);
  if (starts.length === 0) return cell.trim() === '' ? [] : [{ text: cell.trim() }];
  const texts: CellText[] = [];
  const lead = cell.slice(0, starts[0]?.at ?? 0).trim();
  if (lead !== '') texts.push({ text: lead });
  starts.forEach(({ at, length, number }, index) => {
    const text = cell.slice(at + length, starts[index + 1]?.at).trim();
    if (text !== '') texts.push({ number, text });
  });
  return texts;
}

interface Start {
  readonly at: number;
  readonly length: number;
  readonly number: string;
}

/** Only numbers that count on from 1 in one style are numbers of texts. */
function numberStarts(cell: string): Start[] {
  const starts: Start[] = [];
  let style: string | undefined;
  let expected = 1;
  for (const at of places(cell)) {
    const found = lineNumberOf(cell.slice(at));
    if (!found || found.value !== expected || found.style === 'chapter') continue;
    if (style !== undefined && found.style !== style) continue;
    const lead = /^\s*/u.exec(cell.slice(at))?.[0].length ?? 0;
    starts.push({ at: at + lead, length: found.length - lead, number: found.printed });
    style = found.style;
    expected += 1;
  }
  return starts.length > 1 ? starts : [];
}

/** The start of the cell, of each line, and of what follows the end of a sentence. */
function places(cell: string): number[] {
  return [
    0,
    ...[...cell.matchAll(/\n|[。；;]|分[.．]?(?=\s)/gu)].map(
      (found) => found.index + found[0].length,
    ),
  ];
}
