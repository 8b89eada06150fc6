/** The product's table: sorted, narrowed, walked by keys, copied to Excel, printed whole. */

import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Button } from '../shell/Button.tsx';
import { Empty } from '../shell/Empty.tsx';
import { useWords } from '../words/catalogue.ts';
import { tableWords } from '../words/table.ts';
import { type Arrangement, narrowed, ordered } from './arrange.ts';
import type { Column } from './column.ts';
import { sumOf } from './decimal.ts';
import { Grid } from './Grid.tsx';
import { HeadTitle } from './GridHead.tsx';
import { blockOf, isSingle, type Selection } from './selection.ts';
import { TableTools } from './TableTools.tsx';
import { useArrangement, useColumnChoice } from './use-arrangement.ts';

export interface DataTableProps<Row> {
  /** Stable name of the table; the choice of columns is kept under it. */
  name: string;
  /** What the table is, for those who do not see it: "各村得分". */
  label: string;
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** The first column stays in sight. */
  columns: readonly Column<Row>[];
  /** Opens the details of a row: Enter, a double click, or the name in the first column. */
  onOpen?(row: Row): void;
  /** The key of the row whose details are open. */
  openKey?: string;
  /** What is said when there is no row at all. */
  empty?: ReactNode;
  /** Keeps the addresses of two tables on one page apart: "left-". */
  prefix?: string;
  /** Nothing above the table but the rows: for short tables inside a drawer. */
  bare?: boolean;
}

/** Rows as a table. Every state a colleague should see is in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, label, rows, rowKey, columns, onOpen, openKey, empty, prefix, bare } = props;
  const w = useWords(tableWords);
  const arranged = useArrangement(prefix);
  const { arrangement, turnSort } = arranged;
  const choice = useColumnChoice(name, columns);
  const { kept, shown } = useArranged(rows, columns, arrangement);
  const [selection, setSelection] = useState<Selection>();
  const [copied, setCopied] = useState('');
  const cell = useCell(columns, onOpen);
  const totals = useTotals(kept, choice.shown, w.total);
  if (rows.length === 0 && empty) return empty;
  const head = (column: Column<Row>) => (
    <SortHead column={column} sort={sortOf(arrangement, column.id)} onTurn={turnSort} />
  );
  const onSelect = (next: Selection) => {
    setSelection(next);
    setCopied('');
  };
  return (
    <section className="table">
      {!bare && (
        <TableTools
          {...{ rows, columns, choice, arranged }}
          shownRows={shown}
          onCopied={setCopied}
        />
      )}
      <Grid
        {...{ label, rowKey, cell, head, totals, selection, onSelect }}
        rows={shown}
        columns={choice.shown}
        text={textOf}
        sortOf={(column) => sortOf(arrangement, column.id)}
        onOpen={(row, column) => (column.open ?? onOpen)?.(row)}
        currentKey={openKey}
        onCopied={({ from, to }) =>
          setCopied(w.copied(to.row - from.row + 1, to.column - from.column + 1))
        }
      />
      {shown.length === 0 && rows.length > 0 && <NoMatch onClear={arranged.clear} />}
      <p className="table-line no-print">
        <span>
          {shown.length === rows.length ? w.rows(rows.length) : w.rowsOf(shown.length, rows.length)}
        </span>{' '}
        <span className="table-chosen">
          {copied === '' && <Chosen selection={selection} rows={shown} columns={choice.shown} />}
          <span role="status">{copied}</span>
        </span>
      </p>
    </section>
  );
}

function NoMatch({ onClear }: { onClear(): void }) {
  const w = useWords(tableWords);
  return (
    <Empty
      what={w.noMatch}
      why={w.noMatchWhy}
      action={<Button onClick={onClear}>{w.clear}</Button>}
    />
  );
}

interface SortHeadProps<Row> {
  column: Column<Row>;
  sort: 'ascending' | 'descending' | undefined;
  onTurn(column: string): void;
}

function SortHead<Row>({ column, sort, onTurn }: SortHeadProps<Row>) {
  const w = useWords(tableWords);
  const mark = { ascending: ' ↑', descending: ' ↓', none: '' }[sort ?? 'none'];
  return (
    <button
      type="button"
      className="sort"
      title={w.sortBy(column.title)}
      onClick={() => onTurn(column.id)}
    >
      <HeadTitle column={column} />
      <span aria-hidden="true">{mark}</span>
    </button>
  );
}

/** The content of a cell; what opens something looks like a link and can be touched. */
function useCell<Row>(columns: readonly Column<Row>[], onOpen: ((row: Row) => void) | undefined) {
  return useCallback(
    (row: Row, column: Column<Row>) => {
      const content = column.cell ? column.cell(row) : column.text(row);
      const open = column.open ?? (column === columns[0] ? onOpen : undefined);
      if (!open || content === '') return content;
      return (
        <Button kind="link" className="cell-link" tabIndex={-1} onClick={() => open(row)}>
          {content}
        </Button>
      );
    },
    [columns, onOpen],
  );
}

/** The full text of the one cell, or how many cells are chosen and what their figures add up to. */
function Chosen<Row>({
  selection,
  rows,
  columns,
}: {
  selection: Selection | undefined;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}) {
  const w = useWords(tableWords);
  return useMemo(() => {
    if (!selection || rows.length === 0) return '';
    const block = blockOf(selection);
    const kept = columns.slice(block.from.column, block.to.column + 1);
    const texts = rows
      .slice(block.from.row, block.to.row + 1)
      .flatMap((row) => kept.map((column) => column.text(row)));
    if (isSingle(block)) return texts[0] ?? '';
    const { count, text } = sumOf(texts);
    return w.chosen(texts.length, count, text);
  }, [selection, rows, columns, w]);
}

/** In two steps, so that another order does not add up the totals anew. */
function useArranged<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { search, choices, sort }: Arrangement,
) {
  const kept = useMemo(
    () => narrowed(rows, columns, { search, choices }),
    [rows, columns, search, choices],
  );
  return { kept, shown: useMemo(() => ordered(kept, columns, sort), [kept, columns, sort]) };
}

function useTotals<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  word: string,
): readonly string[] | undefined {
  return useMemo(() => {
    if (!columns.some(({ total }) => total)) return undefined;
    return columns.map(({ total, text }, index) => {
      if (total === 'sum') return sumOf(rows.map(text)).text;
      return total?.(rows) ?? (index === 0 ? word : '');
    });
  }, [rows, columns, word]);
}

function textOf<Row>(row: Row, column: Column<Row>): string {
  return column.text(row);
}

function sortOf({ sort }: Arrangement, id: string): 'ascending' | 'descending' | undefined {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : undefined;
}
