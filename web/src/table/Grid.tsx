/** The rows and columns that every table and sheet is made of: sticky, virtual, walked by keys. */

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
} from 'react';
import { usePreferences } from '../shell/preferences.ts';
import { rowHeight } from '../shell/tokens.ts';
import { widthOf } from './column.ts';
import { GridHead } from './GridHead.tsx';
import {
  at,
  type Block,
  blockOf,
  clamped,
  moved,
  type Place,
  type Selection,
} from './selection.ts';
import { tsvText } from './tsv.ts';
import { usePrinting } from './use-print.ts';

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
  onCopied?(block: Block): void;
  /** The row whose details are open. */
  currentKey?: string;
  /** Takes the place of the content in the cell where one stands. */
  editor?(row: Row, column: Col): ReactNode;
  describedBy?: string;
}

/** Fewer rows than this are all drawn: simpler for readers, for the browser's own find, for print. */
const virtualFrom = 80;

/** A grid in its own scrolling box. All state lives with whoever uses it. */
export function Grid<Row, Col extends GridColumn>(props: GridProps<Row, Col>) {
  const { rows, columns, label, totals, selection, describedBy } = props;
  const id = useId();
  const view = useWindow(props);
  const { box, page, reveal, levels } = view;
  const bounds = { rows: rows.length, columns: columns.length, page };
  const chosen = selection && rows.length > 0 ? clamped(selection, bounds) : undefined;
  const handlers = useGridHandlers(props, bounds, chosen);
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
        tabIndex={props.editor ? -1 : 0}
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

interface GridBodyProps<Row, Col extends GridColumn> extends GridProps<Row, Col> {
  id: string;
  view: ReturnType<typeof useWindow>;
  chosen: Selection | undefined;
}

/** The rows in sight, with room for those above and below. */
function GridBody<Row, Col extends GridColumn>(props: GridBodyProps<Row, Col>) {
  const { id, rows, rowKey, columns, cell, text, mark, chosen, editor, currentKey } = props;
  const { visible, before, after, levels } = props.view;
  const block = chosen && blockOf(chosen);
  return (
    <tbody>
      {before > 0 && <Spacer height={before} span={columns.length} />}
      {visible.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        const isIn = block !== undefined && index >= block.from.row && index <= block.to.row;
        const isActive = chosen?.active.row === index;
        return (
          <MemoRow
            key={rowKey(row)}
            {...{ id, row, index, columns, cell, text, mark }}
            ariaIndex={index + levels + 1}
            from={isIn ? block.from.column : -1}
            to={isIn ? block.to.column : -1}
            active={isActive ? chosen.active.column : -1}
            isCurrent={currentKey === rowKey(row)}
            editor={isActive ? editor : undefined}
          />
        );
      })}
      {after > 0 && <Spacer height={after} span={columns.length} />}
    </tbody>
  );
}

/** Which rows are drawn, and how far the others reach above and below. */
function useWindow<Row, Col extends GridColumn>({ rows, columns, totals }: GridProps<Row, Col>) {
  const box = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const size = rowHeight(usePreferences().text);
  const levels = useMemo(
    () => Math.max(0, ...columns.map(({ group = [] }) => group.length)) + 1,
    [columns],
  );
  const isVirtual = rows.length >= virtualFrom && !isPrinting;
  const headSize = levels * size;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => box.current,
    estimateSize: () => size,
    overscan: 12,
    scrollMargin: headSize,
    scrollPaddingStart: headSize,
    scrollPaddingEnd: totals ? size : 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size of text, other heights
  useEffect(() => virtual.measure(), [size]);
  const items = isVirtual ? virtual.getVirtualItems() : [];
  const visible = isVirtual ? items.map(({ index }) => index) : rows.map((_, index) => index);
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / size) - levels - 1);
  const reveal = ({ row, column }: Place) => {
    if (isVirtual) virtual.scrollToIndex(row, { align: 'auto' });
    window.requestAnimationFrame(() => revealCell(box.current, row, column));
  };
  return {
    box,
    visible,
    page,
    levels,
    reveal,
    before: isVirtual ? first * size : 0,
    after: isVirtual ? (rows.length - 1 - last) * size : 0,
  };
}

/** Scrolls the box, and only the box, until the cell is clear of the sticky head, foot and column. */
function revealCell(box: HTMLElement | null, row: number, column: number): void {
  const cell = box?.querySelector<HTMLElement>(`[data-r="${row}"] > [data-c="${column}"]`);
  if (!box || !cell) return;
  const frame = box.getBoundingClientRect();
  const own = cell.getBoundingClientRect();
  const sticky = box.querySelector<HTMLElement>('tbody th')?.offsetWidth ?? 0;
  const head = box.querySelector('thead')?.offsetHeight ?? 0;
  const foot = box.querySelector('tfoot')?.offsetHeight ?? 0;
  const right = frame.left + box.clientWidth;
  const bottom = frame.top + box.clientHeight - foot;
  if (column > 0) {
    if (own.left < frame.left + sticky) box.scrollLeft -= frame.left + sticky - own.left;
    else if (own.right > right) box.scrollLeft += own.right - right;
  }
  if (own.top < frame.top + head) box.scrollTop -= frame.top + head - own.top;
  else if (own.bottom > bottom) box.scrollTop += own.bottom - bottom;
}

/** Keys, mouse and clipboard of the whole grid, so that cells need no listeners of their own. */
function useGridHandlers<Row, Col extends GridColumn>(
  props: GridProps<Row, Col>,
  bounds: { rows: number; columns: number; page: number },
  chosen: Selection | undefined,
) {
  const { rows, columns, onSelect, onOpen, onKey, onCopied, text } = props;
  const open = ({ row, column }: Place) => {
    const [target, under] = [rows[row], columns[column]];
    if (target !== undefined && under !== undefined) onOpen?.(target, under);
  };
  return {
    onFocus: () => {
      if (!chosen && rows.length > 0) onSelect(at(0, 0));
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (onKey?.(event) || !chosen || isHeadButton(event.target)) return;
      const next = moved(chosen, event, bounds);
      if (next) onSelect(next);
      else if (event.key === 'Enter' && onOpen) open(chosen.active);
      else return;
      event.preventDefault();
    },
    onPointerDown: (event: PointerEvent) => {
      const place = placeOf(event.target);
      if (!place || event.button !== 0) return;
      onSelect({ anchor: event.shiftKey && chosen ? chosen.anchor : place, active: place });
      if (event.shiftKey) event.preventDefault();
    },
    onPointerOver: (event: PointerEvent) => {
      const isDrag = event.buttons === 1 && event.pointerType === 'mouse';
      const place = isDrag ? placeOf(event.target) : undefined;
      if (place && chosen) onSelect({ anchor: chosen.anchor, active: place });
    },
    onDoubleClick: (event: { target: EventTarget }) => {
      const place = placeOf(event.target);
      if (place) open(place);
    },
    onCopy: (event: ClipboardEvent) => {
      if (!chosen || event.defaultPrevented) return;
      const block = blockOf(chosen);
      const kept = columns.slice(block.from.column, block.to.column + 1);
      const lines = rows.slice(block.from.row, block.to.row + 1);
      event.clipboardData.setData(
        'text/plain',
        tsvText(lines.map((row) => kept.map((column) => text(row, column)))),
      );
      event.preventDefault();
      onCopied?.(block);
    },
    onPaste: props.onPaste,
  };
}

interface RowProps<Row, Col extends GridColumn> {
  id: string;
  row: Row;
  index: number;
  ariaIndex: number;
  columns: readonly Col[];
  cell(row: Row, column: Col): ReactNode;
  text(row: Row, column: Col): string;
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
  const { id, row, index, ariaIndex, columns, cell, text, mark, from, to, active } = props;
  return (
    <tr data-r={index} aria-rowindex={ariaIndex} data-current={props.isCurrent || undefined}>
      {columns.map((column, at) => {
        const Cell = at === 0 ? 'th' : 'td';
        const isChosen = at >= from && at <= to && from >= 0;
        const isEdited = at === active && props.editor !== undefined;
        return (
          <Cell
            key={column.id}
            id={cellId(id, index, at)}
            scope={at === 0 ? 'row' : undefined}
            data-c={at}
            className={classOf(column, mark?.(row, column))}
            data-chosen={isChosen || undefined}
            data-active={at === active || undefined}
            aria-selected={isChosen}
            aria-colindex={at + 1}
            title={isEdited ? undefined : text(row, column)}
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

function Foot<Col extends GridColumn>({
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

function cellId(id: string, row: number, column: number): string {
  return `${id}-${row}-${column}`;
}

function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-c]') : null;
  const row = cell?.closest<HTMLElement>('[data-r]');
  if (!cell || !row) return undefined;
  return { row: Number(row.dataset.r), column: Number(cell.dataset.c) };
}

function isHeadButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('thead') !== null;
}
