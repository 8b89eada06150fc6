/** Tables as CSV: head and rows, UTF-8 with its mark, so that Excel and WPS open them right. */

import { guarded } from './csv-guard.ts';
import type { NewSheet } from './tables.ts';
import { plainText } from './text.ts';

/**
 * The head and the rows of a sheet as CSV text; title lines and notes stay out. Text that would open
 * as a formula is guarded by an apostrophe; the numbers of a number column are not.
 */
export function csvText({ columns, rows }: NewSheet): string {
  const head = columns.map(({ title }) => quoted(guarded(plainText(title))));
  const lines = rows.map((row) =>
    columns.map(({ type }, index) => {
      const text = plainText(row[index] ?? '');
      const isNumber = type === 'number' && /^-?\d+(?:\.\d+)?$/.test(text);
      return quoted(isNumber ? text : guarded(text));
    }),
  );
  return csvLines([head, ...lines]);
}

/** Lines of cells that were quoted already, behind the mark of UTF-8. */
export function csvLines(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

/** A cell in quotes where it needs them. */
export function quoted(text: string): string {
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
