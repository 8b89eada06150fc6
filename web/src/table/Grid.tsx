/** The rows and columns that every table and sheet is made of: sticky, virtual, walked by keys. */

import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
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
  /** The text of a cell for the clipboard. */
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

/** The most Han characters that a table on upright A4 may be wide; a wider one is printed across. */
const widestUpright = 64;

/** A grid in its own scrolling box. All state lives with whoever uses it. */
export function Grid<Row, Col extends GridColumn>(props: GridProps<Row, Col>) {
  const { rows, columns, label, totals, selection, describedBy } = props;
  const id = useId();
  const { box, page, reveal, levels, visible, size } = useRowsInSight(props);
  const count = rows.length;
  const bounds = { rows: count, columns: columns.length, page };
  const chosen = useMemo(
    () => (selection && count > 0 ? clamped(selection, count, columns.length) : undefined),
    [selection, count, columns.length],
  );
  const handlers = gridHandlers(props, bounds, chosen);
  const sum = columns.reduce((before, column) => before + widthOf(column), 0);
  const onStep = useEffectEvent(reveal);
  const { row, column } = chosen?.active ?? {};
  useEffect(() => {
    if (row !== undefined && column !== undefined) onStep({ row, column });
  }, [row, column]);
  return (
    <div className={sum > widestUpright ? 'grid-box print-wide' : 'grid-box'} ref={box}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by keys
        role="grid"
        className="grid"
        aria-label={label}
        aria-describedby={describedBy}
        aria-rowcount={rows.length + levels + (totals ? 1 : 0)}
        aria-multiselectable="true"
        tabIndex={props.editor && chosen ? -1 : 0}
        aria-activedescendant={
          chosen && !props.editor ? cellId(id, chosen.active.row, chosen.active.column) : undefined
        }
        style={sized({ '--sum': sum })}
        {...handlers}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={sized({ '--w': widthOf(column) })} />
          ))}
        </colgroup>
        <GridHead columns={columns} head={props.head} sortOf={props.sortOf} />
        <GridBody
          {...{ id, rows, columns, visible, size, levels, chosen }}
          rowKey={props.rowKey}
          cell={props.cell}
          mark={props.mark}
          editor={props.editor}
          currentKey={props.currentKey}
        />
        {totals && <Foot columns={columns} totals={totals} ariaIndex={rows.length + levels + 1} />}
      </table>
    </div>
  );
}

/** Widths in Han characters for the style sheet, which lays them out on the screen and on paper. */
function sized(widths: Record<`--${string}`, number>): CSSProperties {
  return widths;
}
