/** Head counts and the like in one cell: `1460`, or `1460；2026-07-01起 2250` from each day on. */

import { type IsoDate, parseExact } from '@oneneedle/kernel';
import type { Cell } from '../platform/index.ts';
import { dayIn, numberIn, plainNumber, type Reading, shown, unreadable } from './cell-values.ts';
import { listPieces, literal, literalOf } from './literal.ts';

/** A size that stays, or its values from each day on. */
export type Size = string | readonly { readonly from: IsoDate; readonly value: string }[];

/** The first day of all, for a first value without a day of a unit without a first day. */
const always = '0001-01-01';

/** A size as it stands in a cell; the first of several values needs no day where the unit has one. */
export function sizeText(size: Size, unitFrom: string | undefined): string {
  if (typeof size === 'string') return numberText(size);
  return size
    .map(({ from, value }, index) => {
      const isFirst = index === 0 && size.length > 1 && from === (unitFrom ?? always);
      return isFirst ? numberText(value) : `${from}起 ${numberText(value)}`;
    })
    .join('；');
}

/** The size that a cell says. */
export function sizeIn(cell: Cell, unitFrom: string | undefined): Reading<Size> {
  if (cell.kind === 'error') return unreadable(cell);
  const pieces = listPieces(cell.text);
  if (cell.kind === 'number' || (pieces.length === 1 && !/起/.test(cell.text))) {
    return numberIn(cell);
  }
  const values: { from: IsoDate; value: string }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const [, day, rest = ''] = /^(?:([^〖]*?)起)?\s*(.*)$/.exec(piece) ?? [];
    const value = literalOf(rest) ?? plainNumber(rest) ?? '';
    const from = day ?? (index === 0 ? (unitFrom ?? always) : '');
    const read = dayIn({ kind: 'text', text: from });
    if ('problem' in read || !parseExact(value)) {
      const problem = `“${shown(piece)}”读不懂；按日期变化的写成 1460；2026-07-01起 2250。`;
      return { problem };
    }
    values.push({ from: read.value, value });
  }
  return { value: values };
}

function numberText(value: string): string {
  return plainNumber(value) === value && value.trim() === value ? value : literal(value);
}
