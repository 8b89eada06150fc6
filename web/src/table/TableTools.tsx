/** What stands above a table: find, choices, which columns, copy. */

import { useId, useMemo, useRef, useState } from 'react';
import { Button } from '../shell/Button.tsx';
import { copyText } from '../shell/copy-text.ts';
import { useDismiss } from '../shell/use-dismiss.ts';
import { useWords } from '../words/catalogue.ts';
import { tableWords } from '../words/table.ts';
import { valuesOf } from './arrange.ts';
import { type Column, headText } from './column.ts';
import { tsvText } from './tsv.ts';
import type { useArrangement, useColumnChoice } from './use-arrangement.ts';

interface TableToolsProps<Row> {
  rows: readonly Row[];
  shownRows: readonly Row[];
  columns: readonly Column<Row>[];
  choice: ReturnType<typeof useColumnChoice<Row>>;
  arranged: ReturnType<typeof useArrangement>;
  /** Told the sentence when the table was copied. */
  onCopied(sentence: string): void;
}

/** The line of tools; filters that are on can be taken off with one button. */
export function TableTools<Row>(props: TableToolsProps<Row>) {
  const { rows, shownRows, columns, choice, arranged, onCopied } = props;
  const { arrangement, setSearch, choose, clear } = arranged;
  const w = useWords(tableWords);
  const filters = useMemo(
    () =>
      columns
        .filter(({ filter }) => filter)
        .map((column) => ({ column, values: valuesOf(rows, column) })),
    [columns, rows],
  );
  const isNarrowed = arrangement.search !== '' || Object.values(arrangement.choices).some(Boolean);
  const copyAll = async () => {
    const head = choice.shown.map(headText);
    const lines = shownRows.map((row) => choice.shown.map(({ text }) => text(row)));
    await copyText(tsvText([head, ...lines]));
    onCopied(w.copied(lines.length, head.length));
  };
  return (
    <div className="table-tools no-print">
      <input
        type="search"
        aria-label={w.search}
        placeholder={w.search}
        value={arrangement.search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {filters.map(({ column, values }) => (
        <select
          key={column.id}
          aria-label={column.title}
          value={arrangement.choices[column.id] ?? ''}
          onChange={(event) => choose(column.id, event.target.value)}
        >
          <option value="">{w.all(column.title)}</option>
          {values.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ))}
      {isNarrowed && <Button onClick={clear}>{w.clear}</Button>}
      <span className="table-tools-end">
        <ColumnChoice columns={columns} choice={choice} />
        <Button onClick={() => void copyAll()}>{w.copyAll}</Button>
      </span>
    </div>
  );
}

function ColumnChoice<Row>({
  columns,
  choice: { hidden, toggle },
}: {
  columns: readonly Column<Row>[];
  choice: ReturnType<typeof useColumnChoice<Row>>;
}) {
  const w = useWords(tableWords);
  const list = useId();
  const area = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useDismiss(isOpen, area, () => setOpen(false));
  return (
    <div className="column-choice" ref={area}>
      <Button aria-expanded={isOpen} aria-controls={list} onClick={() => setOpen(!isOpen)}>
        {w.columns}
      </Button>
      <ul id={list} hidden={!isOpen}>
        {columns.slice(1).map((column) => (
          <li key={column.id}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.has(column.id)}
                onChange={() => toggle(column.id)}
              />
              {[...(column.group ?? []), column.title].join(' · ')}
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
