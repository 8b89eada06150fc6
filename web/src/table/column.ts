/** What a table is told about its columns. */

import type { ReactNode } from 'react';

/** One column. Make the list of columns once (`useMemo`): a new list draws every row anew. */
export interface Column<Row> {
  /** Stable name, used in addresses and in the kept choice of columns. */
  id: string;
  /** The head: "得分". */
  title: string;
  /** The unit, said once in the head: "分", "元". */
  unit?: string;
  /** Merged heads above this one, outermost first: ["乡村治理", "环境整治"]. */
  group?: readonly string[];
  /** Width in Han characters; default 10 for text, 6 for figures. */
  width?: number;
  /** Figures stand right-aligned and are added up; default text. */
  kind?: 'text' | 'number';
  /** What stands in the cell as text: searched, sorted, copied, read aloud. */
  text(row: Row): string;
  /** What is drawn instead of the plain text, on one line. */
  cell?(row: Row): ReactNode;
  /** What it is sorted by, where the text will not do: a date, a rank. */
  sortBy?(row: Row): string | number;
  /** Opens what is behind the cell: a figure opens its tree. */
  open?(row: Row): void;
  /** Offers a choice among the values that occur, as a filter above the table. */
  filter?: boolean;
  /** The foot of the column over the rows that are shown: a text, or 'sum'. */
  total?: 'sum' | ((rows: readonly Row[]) => string);
  /** Not shown until the person chooses it. */
  optional?: boolean;
}

/** The width of a column in Han characters. */
export function widthOf({ width, kind }: { width?: number; kind?: string }): number {
  return width ?? (kind === 'number' ? 6 : 10);
}

/** "得分（分）": the head of a column in one line, for copies and lists. */
export function headText({ title, unit }: { title: string; unit?: string }): string {
  return unit ? `${title}（${unit}）` : title;
}
