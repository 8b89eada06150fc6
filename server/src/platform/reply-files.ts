/** Files of replies: what they are called, and what a browser is told of their kind. */

import { basename, extname } from 'node:path';
import { type HeadRows, remarkedTable } from './remark.ts';
import type { CellRemark, NewSheet } from './tables.ts';
import { workbookBytes } from './write-workbook.ts';

/** What a reply or a kept paper says of its kind. */
export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml',
} as const;

/** A workbook to download. */
export async function workbookFile(name: string, sheets: readonly NewSheet[]): Promise<File> {
  return fileOf(await workbookBytes(sheets), { name, type: mediaTypes.xlsx });
}

/** The table at a path with what is wrong written at its cells, to download. */
export async function remarkedFile(
  path: string,
  remarks: readonly CellRemark[],
  headRows: HeadRows,
): Promise<File> {
  const isCsv = extname(path).toLowerCase() === '.csv';
  const type = isCsv ? mediaTypes.csv : mediaTypes.xlsx;
  return fileOf(await remarkedTable(path, remarks, headRows), { name: remarkedName(path), type });
}

/** What a copy with remarks is called: facts.xlsx → facts-批注.xlsx. */
export function remarkedName(path: string): string {
  const extension = extname(path);
  return `${basename(path, extension)}-批注${extension}`;
}

/** Bytes or text to download, under a name and type. */
export function fileOf(
  content: Uint8Array | string,
  { name, type }: { name: string; type: string },
): File {
  return new File([typeof content === 'string' ? content : new Uint8Array(content)], name, {
    type,
  });
}
