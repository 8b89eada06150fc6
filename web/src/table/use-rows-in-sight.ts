/** Which rows of a grid are drawn, and how a cell is brought into sight. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { usePreferences } from '../shell/preferences.ts';
import { rowHeight } from '../shell/tokens.ts';
import type { GridColumn, GridProps } from './Grid.tsx';
import type { Place } from './selection.ts';
import { usePrinting } from './use-print.ts';

/** Fewer rows than this are all drawn: simpler for readers, for the browser's own find, for print. */
const virtualFrom = 80;

/** Which rows are drawn: those in sight, and the one where one stands, which holds the focus. */
export function useRowsInSight<Row, Col extends GridColumn>({
  rows,
  columns,
  totals,
  selection,
}: GridProps<Row, Col>) {
  const box = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const size = rowHeight(usePreferences().text);
  const levels = useMemo(
    () => Math.max(0, ...columns.map(({ group = [] }) => group.length)) + 1,
    [columns],
  );
  const isVirtual = rows.length >= virtualFrom && !isPrinting;
  const headSize = useHeadSize(box, columns, levels * size);
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => box.current,
    estimateSize: () => size,
    useFlushSync: false,
    scrollMargin: headSize,
    scrollPaddingStart: headSize,
    scrollPaddingEnd: totals ? size : 0,
    rangeExtractor: ({ startIndex, endIndex }) =>
      drawn(startIndex, endIndex, rows.length, selection?.active.row),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size of text, other heights
  useEffect(() => virtual.measure(), [size]);
  const inSight = isVirtual ? virtual.getVirtualItems().map(({ index }) => index) : undefined;
  const named = inSight?.join() ?? `all ${rows.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same rows stay the same list
  const visible = useMemo(() => inSight ?? rows.map((_, index) => index), [named]);
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / size) - levels - 1);
  const reveal = ({ row, column }: Place) => {
    if (isVirtual) virtual.scrollToIndex(row, { align: 'auto' });
    window.requestAnimationFrame(() => revealCell(box.current, row, column));
  };
  return { box, visible, size, page, levels, reveal };
}

/** The height of the head in pixels, which is more than its lines when a title takes two. */
function useHeadSize(
  box: RefObject<HTMLElement | null>,
  columns: readonly GridColumn[],
  guess: number,
): number {
  const [height, setHeight] = useState(guess);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns or text, another height
  useLayoutEffect(() => {
    setHeight(box.current?.querySelector('thead')?.offsetHeight ?? guess);
  }, [box, columns, guess]);
  return height;
}

/** Rows come and go in blocks of this many, so that most of scrolling draws nothing at all. */
const blockSize = 16;

/** The rows to draw, in order: whole blocks around what is in sight, and the active row. */
function drawn(start: number, end: number, count: number, active: number | undefined): number[] {
  const from = Math.max(0, Math.floor((start - 8) / blockSize) * blockSize);
  const to = Math.min(count, Math.ceil((end + 9) / blockSize) * blockSize);
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  if (active === undefined || active >= count || (active >= from && active < to)) return rows;
  return active < from ? [active, ...rows] : [...rows, active];
}

/** Scrolls the box, and only the box, until the cell is clear of the sticky head, foot and column. */
function revealCell(box: HTMLElement | null, row: number, column: number): void {
  const cell = box?.querySelector<HTMLTableRowElement>(`[data-r="${row}"]`)?.cells[column];
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
