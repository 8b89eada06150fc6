/** The rows and columns that every table and sheet is made of: sticky, virtual, walked by keys. */

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
} from 'react';
import { widthOf } from './column.ts';
import { cellId, Foot, GridBody } from './GridBody.tsx';
import { GridHead } from './GridHead.tsx';
import { gridHandlers } from './grid-handlers.ts';
import { type Block, clamped, type Selection } from './selection.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';

/** What the grid needs to know of a column. */
export interface GridColumn {
  id: string;
  title: string;
  unit?: string;
  group?: readonly string[];
  width?: number;
  kind?: string;
}

export interface GridProps<Row, Col extends GridColumn> {
  label: string;
  rows: readonly Row[];
  rowKey(row: Row): string;
  columns: readonly Col[];
  /** The content of a cell; the function must stay the same between drawings. */
  cell(row: Row, column: Col): ReactNode;
  /** The text of a cell for the clipboard and the tooltip. */
  text(row: Row, column: Col): string;
  /** The class of a cell that is marked: changed, wrong, read-only. */
  mark?(row: Row, column: Col): string | undefined;
  /** The content of a column's own head instead of its title. */
  head?(column: Col): ReactNode;
  sortOf?(column: Col): 'ascending' | 'descending' | undefined;
  /** One text a column at the foot. */
  totals?: readonly string[];
  selection: Selection | undefined;
  onSelect(selection: Selection): void;
  /** Enter, or a double click. */
  onOpen?(row: Row, column: Col): void;
  /** Sees a key before the grid does; true when it is dealt with. */
  onKey?(event: KeyboardEvent): boolean;
  onPaste?(event: ClipboardEvent): void;
  /** After a block was cut to the clipboard: take it away. */
  onCut?(): void;
  onCopied?(block: Block): void;
  /** The row whose details are open. */
  currentKey?: string;
  /** Takes the place of the content in the cell where one stands. */
  editor?(row: Row, column: Col): ReactNode;
  describedBy?: string;
}

/** A grid in its own scrolling box. All state lives with whoever uses it. */
export function Grid<Row, Col extends GridColumn>(props: GridProps<Row, Col>) {
  const { rows, columns, label, totals, selection, describedBy } = props;
  const id = useId();
  const view = useRowsInSight(props);
  const { box, page, reveal, levels } = view;
  const bounds = { rows: rows.length, columns: columns.length, page };
  const chosen = selection && rows.length > 0 ? clamped(selection, bounds) : undefined;
  const handlers = gridHandlers(props, bounds, chosen);
  const onStep = useEffectEvent(reveal);
  const { row, column } = chosen?.active ?? {};
  useEffect(() => {
    if (row !== undefined && column !== undefined) onStep({ row, column });
  }, [row, column]);
  return (
    <div className="grid-box" ref={box}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by keys
        role="grid"
        className="grid"
        aria-label={label}
        aria-describedby={describedBy}
        aria-rowcount={rows.length + levels + (totals ? 1 : 0)}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        tabIndex={props.editor && chosen ? -1 : 0}
        aria-activedescendant={
          chosen && !props.editor ? cellId(id, chosen.active.row, chosen.active.column) : undefined
        }
        style={{ minWidth: `${columns.reduce((sum, column) => sum + widthOf(column), 0)}em` }}
        {...handlers}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: `${widthOf(column)}em` }} />
          ))}
        </colgroup>
        <GridHead columns={columns} head={props.head} sortOf={props.sortOf} />
        <GridBody {...props} id={id} view={view} chosen={chosen} />
        {totals && <Foot columns={columns} totals={totals} ariaIndex={rows.length + levels + 1} />}
      </table>
    </div>
  );
}
