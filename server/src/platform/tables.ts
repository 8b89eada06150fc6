/**
 * Tables of a clerk's machine, apart from any file format: what was read from a workbook or a CSV
 * file, and what is to be written into one. Nothing here knows what a column means.
 */

/** What stood in a cell. A formula counts as its last computed result and says so by `formula`. */
export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  readonly kind: CellKind;
  /**
   * The value as text: a number in the digits that Excel shows at 15 significant figures (never in
   * exponent form), a date as `2026-03-06` (a time of day is an `error`), 是 or 否, text as it stands; '' for a blank.
   */
  readonly text: string;
  /** The number was formatted as a percentage: 0.86 with `percent` was seen as 86%. */
  readonly percent?: boolean;
  readonly formula?: boolean;
  /** The cell is covered by a merged area; it carries the area's value and this many rows of it. */
  readonly merged?: { readonly rows: number; readonly columns: number; readonly isFirst: boolean };
  /** Why the cell could not be read, as a Chinese sentence; only for `error`. */
  readonly problem?: string;
}

/** A sheet as read; rows that are blank to the end are dropped, rows between are kept. */
export interface Sheet {
  readonly name: string;
  /** The sheet is hidden: a clerk does not see it, so whoever uses it says so. */
  readonly isHidden?: boolean;
  /** Cells by row and column; row 1 of the file is `rows[0]`. Rows may differ in length. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A file of tables as read; a CSV file has one sheet without a name. */
export interface TableFile {
  readonly path: string;
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
}

export type ColumnType = 'text' | 'number' | 'date';

/** A column to be written. */
export interface Column {
  readonly title: string;
  readonly type: ColumnType;
  /** Width in half-width characters; by the longest value if absent. */
  readonly width?: number;
  /** A sentence shown when the cell is chosen. */
  readonly hint?: string;
  readonly required?: boolean;
  /** A drop-down; `strict` refuses anything else. */
  readonly options?: { readonly values: readonly string[]; readonly strict: boolean };
  /** Decimals of a number column; 0 to 3. */
  readonly decimals?: number;
}

/** A sheet to be written: lines above the head, the head, rows below; '' is a blank cell. */
export interface NewSheet {
  readonly name: string;
  readonly title?: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Empty rows below that carry the drop-downs and formats; default 0. */
  readonly spareRows?: number;
  /** Lines below the table. */
  readonly notes?: readonly string[];
  /** Prints landscape; the head is repeated on every page. */
  readonly landscape?: boolean;
}

/** A sentence about a cell of a workbook that was read; rows and columns count from 1. */
export interface CellRemark {
  readonly sheet: string;
  readonly row: number;
  /** Absent where the whole row is meant. */
  readonly column?: number;
  readonly sentence: string;
}

/** The head of the column that `remarkedWorkbook` adds. */
export const remarkTitle = '问题';

/** Whether a head is that of sentences of an earlier round; a reader of facts leaves its column aside. */
export function isRemarkTitle(text: string): boolean {
  return text === remarkTitle || text.startsWith(`${remarkTitle}\n`);
}
