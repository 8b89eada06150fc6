/** What the sheets of a workbook of results have in common. */

import type { NewSheet } from '../platform/index.ts';

/** Leaves out a column in which nothing stands. */
export function withoutEmpty(sheet: NewSheet, title: string): NewSheet {
  const at = sheet.columns.findIndex((column) => column.title === title);
  const isEmpty = sheet.rows.every((row) => row[at] === '');
  if (at < 0 || !isEmpty) return sheet;
  const keep = <T>(items: readonly T[]) => items.filter((_, index) => index !== at);
  return { ...sheet, columns: keep(sheet.columns), rows: sheet.rows.map(keep) };
}

/** All three decimals, with the plain minus sign that a number cell needs. */
export function exactText(milli: number): string {
  const sign = milli < 0 ? '-' : '';
  const digits = `${Math.abs(milli)}`.padStart(4, '0');
  return `${sign}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
