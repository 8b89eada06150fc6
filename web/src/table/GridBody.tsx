/** The rows of a grid: those in sight, each drawn again only when something happened to it. */

import { memo, type ReactNode } from 'react';
import type { GridColumn, GridProps } from './Grid.tsx';
import { blockOf, type Selection } from './selection.ts';

interface GridBodyProps<Row, Col extends GridColumn>
  extends Pick<
    GridProps<Row, Col>,
    'rows' | 'rowKey' | 'columns' | 'cell' | 'mark' | 'editor' | 'currentKey'
  > {
  id: string;
  visible: readonly number[];
  size: number;
  levels: number;
  chosen: Selection | undefined;
}

/** The rows in sight, with room for those above, between and below. */
function Body<Row, Col extends GridColumn>(props: GridBodyProps<Row, Col>) {
  const { id, rows, rowKey, columns, cell, mark, chosen, editor, currentKey } = props;
  const { visible, size, levels } = props;
  const block = chosen && blockOf(chosen);
  const gap = (from: number, to: number) =>
    to > from && <Spacer key={`gap-${from}`} height={(to - from) * size} span={columns.length} />;
  return (
    <tbody>
      {/* One flat list: in a nested one a row's key would move with its place, and nothing be kept. */}
      {visible.flatMap((index, at) => {
        const row = rows[index];
        if (row === undefined) return [];
        const isIn = block !== undefined && index >= block.from.row && index <= block.to.row;
        const isActive = chosen?.active.row === index;
        return [
          gap((visible[at - 1] ?? -1) + 1, index),
          <MemoRow
            key={rowKey(row)}
            {...{ id, row, index, columns, cell, mark }}
            ariaIndex={index + levels + 1}
            from={isIn ? block.from.column : -1}
            to={isIn ? block.to.column : -1}
            active={isActive ? chosen.active.column : -1}
            isCurrent={currentKey === rowKey(row)}
            editor={isActive ? editor : undefined}
          />,
        ];
      })}
      {gap((visible.at(-1) ?? -1) + 1, rows.length)}
    </tbody>
  );
}

/** The body as a whole is skipped while the same rows are in sight. */
export const GridBody = memo(Body) as typeof Body;

interface RowProps<Row, Col extends GridColumn> {
  id: string;
  row: Row;
  index: number;
  ariaIndex: number;
  columns: readonly Col[];
  cell(row: Row, column: Col): ReactNode;
  mark?(row: Row, column: Col): string | undefined;
  /** First and last chosen column, or -1. */
  from: number;
  to: number;
  /** The column where one stands, or -1. */
  active: number;
  isCurrent: boolean;
  editor?(row: Row, column: Col): ReactNode;
}

function GridRow<Row, Col extends GridColumn>(props: RowProps<Row, Col>) {
  const { id, row, index, ariaIndex, columns, cell, mark, from, to, active } = props;
  return (
    <tr data-r={index} aria-rowindex={ariaIndex} data-current={props.isCurrent || undefined}>
      {columns.map((column, at) => {
        const Cell = at === 0 ? 'th' : 'td';
        const isChosen = at >= from && at <= to && from >= 0;
        const isEdited = at === active && props.editor !== undefined;
        return (
          <Cell
            key={column.id}
            // Few attributes: a thousand cells come and go while one scrolls.
            id={at === active ? cellId(id, index, at) : undefined}
            scope={at === 0 ? 'row' : undefined}
            className={classOf(column, mark?.(row, column))}
            data-chosen={isChosen || undefined}
            data-active={at === active || undefined}
            aria-selected={isChosen || undefined}
          >
            {isEdited ? props.editor?.(row, column) : cell(row, column)}
          </Cell>
        );
      })}
    </tr>
  );
}

/** Rows that nothing happened to are not drawn again: this is what makes 5,000 of them light. */
const MemoRow = memo(GridRow) as typeof GridRow;

/** The totals. */
export function Foot<Col extends GridColumn>({
  columns,
  totals,
  ariaIndex,
}: {
  columns: readonly Col[];
  totals: readonly string[];
  ariaIndex: number;
}) {
  return (
    <tfoot>
      <tr aria-rowindex={ariaIndex}>
        {columns.map((column, index) => {
          const Cell = index === 0 ? 'th' : 'td';
          return (
            <Cell
              key={column.id}
              scope={index === 0 ? 'row' : undefined}
              className={classOf(column)}
            >
              {totals[index]}
            </Cell>
          );
        })}
      </tr>
    </tfoot>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row cannot be focused
    <tr aria-hidden="true" className="grid-spacer">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

function classOf({ kind }: GridColumn, mark?: string): string | undefined {
  return [kind === 'number' ? 'figure' : '', mark ?? ''].filter(Boolean).join(' ') || undefined;
}

/** The id of a cell, by which the grid names the one where one stands. */
export function cellId(id: string, row: number, column: number): string {
  return `${id}-${row}-${column}`;
}
