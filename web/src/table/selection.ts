/** Where one stands in a table, and the block that is chosen. Pure. */

/** A cell by the number of its row and column, from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The block between the cell where choosing began and the cell where one stands. */
export interface Selection {
  anchor: Place;
  active: Place;
}

/** A block of cells; `to` is included. */
export interface Block {
  from: Place;
  to: Place;
}

/** What a key needs to know of the table. */
export interface Bounds {
  rows: number;
  columns: number;
  /** Rows on one screen. */
  page: number;
}

interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** The block of a selection, its corners in order. */
export function blockOf({ anchor, active }: Selection): Block {
  return {
    from: { row: Math.min(anchor.row, active.row), column: Math.min(anchor.column, active.column) },
    to: { row: Math.max(anchor.row, active.row), column: Math.max(anchor.column, active.column) },
  };
}

/** A selection of one cell. */
export function at(row: number, column: number): Selection {
  return { anchor: { row, column }, active: { row, column } };
}

/** The selection after a key; undefined when the key does not move. Shift keeps the anchor. */
export function moved(selection: Selection, event: Key, bounds: Bounds): Selection | undefined {
  const isFar = event.ctrlKey || event.metaKey;
  if (isFar && event.key.toLowerCase() === 'a') {
    return {
      anchor: { row: 0, column: 0 },
      active: { row: bounds.rows - 1, column: bounds.columns - 1 },
    };
  }
  const target = targetOf(selection.active, event.key, isFar, bounds);
  if (target === undefined) return undefined;
  const active = within(target, bounds);
  return { anchor: event.shiftKey ? selection.anchor : active, active };
}

/** The selection inside a table that has become smaller. */
export function clamped({ anchor, active }: Selection, rows: number, columns: number): Selection {
  const bounds = { rows, columns };
  return { anchor: within(anchor, bounds), active: within(active, bounds) };
}

/** True when the block is a single cell. */
export function isSingle({ from, to }: Block): boolean {
  return from.row === to.row && from.column === to.column;
}

function targetOf(
  { row, column }: Place,
  key: string,
  isFar: boolean,
  { rows, columns, page }: Bounds,
): Place | undefined {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: isFar ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isFar ? lastColumn : column + 1 };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
    case 'End':
      return { row: isFar ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return undefined;
  }
}

function within({ row, column }: Place, { rows, columns }: Omit<Bounds, 'page'>): Place {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}
