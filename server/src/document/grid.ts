/** Cells of a table at their places: what spans rows is said again in every row that it covers. */

import type { TableCell, TableColumn } from './model.ts';

/** A cell where it stands. */
export interface PlacedCell {
  readonly text: string;
  /** The first column, from 0, and how many it covers. */
  readonly at: number;
  readonly columns: number;
  /** Whether it begins an area of several rows, or is covered by one that began above. */
  readonly merge: 'none' | 'first' | 'covered';
  /** How many rows the area has; 1 for a cell that is none. */
  readonly rows: number;
  readonly align?: TableColumn['align'];
}

/**
 * Places the cells of rows in order. Throws a RangeError where a row does not fill its columns or a
 * span reaches beyond the table: such a table would open in no program.
 */
export function placed(rows: readonly (readonly TableCell[])[], columns: number): PlacedCell[][] {
  const below: (Pending | undefined)[] = Array.from({ length: columns });
  const result = rows.map((cells, row) => {
    const queue = [...cells];
    const found: PlacedCell[] = [];
    for (let at = 0; at < columns; at += found.at(-1)?.columns ?? 1) {
      const covering = below[at];
      const cell = covering ? undefined : queue.shift();
      if (!covering && cell === undefined) throw new RangeError(`row ${row} lacks a cell at ${at}`);
      found.push(covering ? coveredBy(covering) : startOf(cell ?? '', at));
      const last = found.at(-1);
      if (!last) continue;
      const left = covering ? covering.rows - 1 : rowsOf(cell ?? '') - 1;
      if (at + last.columns > columns) throw new RangeError(`row ${row} is too wide at ${at}`);
      below[at] = left > 0 ? { cell: last, rows: left } : undefined;
    }
    if (queue.length > 0) throw new RangeError(`row ${row} has ${queue.length} cells too many`);
    return found;
  });
  if (below.some((pending) => pending)) throw new RangeError('a cell spans below the last row');
  return result;
}

interface Pending {
  readonly cell: PlacedCell;
  /** Rows that it still covers. */
  readonly rows: number;
}

function coveredBy({ cell: { at, columns } }: Pending): PlacedCell {
  return { text: '', at, columns, merge: 'covered', rows: 1 };
}

function startOf(cell: TableCell, at: number): PlacedCell {
  if (typeof cell === 'string') return { text: cell, at, columns: 1, merge: 'none', rows: 1 };
  const { text, columns = 1, align } = cell;
  const rows = rowsOf(cell);
  const merge = rows > 1 ? ('first' as const) : ('none' as const);
  return { text, at, columns, merge, rows, ...(align ? { align } : {}) };
}

function rowsOf(cell: TableCell): number {
  return typeof cell === 'string' ? 1 : (cell.rows ?? 1);
}
