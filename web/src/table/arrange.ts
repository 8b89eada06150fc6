/** Which rows are shown, and in which order. Pure. */

import type { Column } from './column.ts';
import { decimalOf } from './decimal.ts';

/** What narrows and orders a table; it lives in the address. */
export interface Arrangement {
  /** Text that must occur somewhere in the row. */
  search: string;
  /** Column → the value that its text must have. */
  choices: Readonly<Record<string, string>>;
  /** "total", or "-total" for falling order; '' keeps the order of the rows as given. */
  sort: string;
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The rows that fit the search and the choices, in the order given. */
export function narrowed<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { search, choices }: Pick<Arrangement, 'search' | 'choices'>,
): readonly Row[] {
  const wanted = search.trim().toLowerCase();
  const chosen = columns.filter(({ id }) => choices[id]);
  if (wanted === '' && chosen.length === 0) return rows;
  return rows.filter(
    (row) =>
      chosen.every(({ id, text }) => text(row) === choices[id]) &&
      (wanted === '' || columns.some(({ text }) => text(row).toLowerCase().includes(wanted))),
  );
}

/** The rows in order; those without a value to order by stand last, both ways. */
export function ordered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Arrangement['sort'],
): readonly Row[] {
  const isFalling = sort.startsWith('-');
  const column = columns.find(({ id }) => id === (isFalling ? sort.slice(1) : sort));
  return column === undefined ? rows : sorted(rows, column, isFalling);
}

/** The different values of a column in the order of the trade, for its choice. */
export function valuesOf<Row>(rows: readonly Row[], { text }: Column<Row>): string[] {
  return [...new Set(rows.map(text))].filter(Boolean).sort(collator.compare);
}

function sorted<Row>(rows: readonly Row[], column: Column<Row>, isFalling: boolean): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      return Number(a.key === undefined) - Number(b.key === undefined);
    }
    return isFalling ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}

type Key = string | number | bigint;

/** A figure's column is ordered by its figures; "缺材料" among them is no figure. */
function keyOf<Row>(row: Row, { sortBy, kind, text }: Column<Row>): Key | undefined {
  if (sortBy) return sortBy(row);
  const shown = text(row);
  if (kind === 'number') return decimalOf(shown);
  return shown === '' ? undefined : shown;
}

function compare(a: Key, b: Key): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return a < b ? -1 : Number(a > b);
}
