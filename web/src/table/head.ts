/** Merged heads over several levels, as in the printed sheets of the trade. */

interface Headed {
  id: string;
  title: string;
  unit?: string;
  group?: readonly string[];
}

/** One cell of the head: over `span` columns and `rows` lines. */
export interface HeadCell {
  title: string;
  /** The column, where this is its own head; a merged head has none. */
  column?: number;
  start: number;
  span: number;
  rows: number;
}

/**
 * The lines of the head from the top. Neighbours with the same outer heads share them; a column with
 * fewer levels reaches down to the last line.
 */
export function headRows(columns: readonly Headed[]): HeadCell[][] {
  const depth = Math.max(0, ...columns.map(({ group = [] }) => group.length)) + 1;
  const rows: HeadCell[][] = Array.from({ length: depth }, () => []);
  columns.forEach(({ title, group = [] }, column) => {
    group.forEach((name, level) => {
      const last = rows[level]?.at(-1);
      const isSame =
        last?.title === name && last.column === undefined && sharesHead(columns, column, level);
      if (isSame && last) last.span += 1;
      else rows[level]?.push({ title: name, start: column, span: 1, rows: 1 });
    });
    rows[group.length]?.push({ title, column, start: column, span: 1, rows: depth - group.length });
  });
  return rows;
}

/** True when the column and the one before it agree on all heads down to `level`. */
function sharesHead(columns: readonly Headed[], column: number, level: number): boolean {
  const own = columns[column]?.group ?? [];
  const before = columns[column - 1]?.group ?? [];
  return own.slice(0, level + 1).every((name, index) => before[index] === name);
}
