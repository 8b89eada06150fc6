/** What is wrong with a clerk's table, written into a copy of it. */

import type { CellRemark } from './tables.ts';

/** Where the heads of the columns stand: sheet name → row, counted from 1. */
export type HeadRows = Readonly<Record<string, number>>;

/**
 * The workbook as the clerk gave it, with coloured cells, comments, and a column 问题 at its right.
 * The file itself is never written to. Without `headRows` the head is found by its shape.
 */
export async function remarkedWorkbook(
  _path: string,
  _remarks: readonly CellRemark[],
  _headRows?: HeadRows,
): Promise<Uint8Array> {
  throw new Error('not built yet');
}

/** The CSV file as the clerk gave it, with a column 问题 at its right; the file stays as it is. */
export async function remarkedCsv(
  _path: string,
  _remarks: readonly CellRemark[],
  _headRow?: number,
): Promise<Uint8Array> {
  throw new Error('not built yet');
}
