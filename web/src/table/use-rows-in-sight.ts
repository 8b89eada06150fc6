/** Which rows of a grid are drawn, and how a cell is brought into sight. */

import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { usePreferences } from '../shell/preferences.ts';
import { rowHeight } from '../shell/tokens.ts';
import type { GridColumn, GridProps } from './Grid.tsx';
import type { Place } from './selection.ts';
import { usePrinting } from './use-print.ts';
import { useWindow, type Window } from './use-window.ts';

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
  const sight = useWindow(box, isVirtual, { count: rows.length, size, headSize });
  const inSight = isVirtual ? drawn(sight, rows.length, selection?.active.row) : undefined;
  const named = inSight?.join() ?? `all ${rows.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same rows stay the same list
  const visible = useMemo(() => inSight ?? rows.map((_, index) => index), [named]);
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / size) - levels - 1);
  const reveal = ({ row, column }: Place) => {
    if (isVirtual) scrollToRow(box.current, row, { size, headSize, footSize: totals ? size : 0 });
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

/** The rows to draw, in order: those in sight, and the active row. */
function drawn({ from, to }: Window, count: number, active: number | undefined): number[] {
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  if (active === undefined || active >= count || (active >= from && active < to)) return rows;
  return active < from ? [active, ...rows] : [...rows, active];
}

interface Heights {
  size: number;
  headSize: number;
  footSize: number;
}

/** Scrolls no further than the row needs to stand between the sticky head and foot. */
function scrollToRow(box: HTMLElement | null, row: number, heights: Heights): void {
  if (!box) return;
  const { size, headSize, footSize } = heights;
  const highest = row * size;
  const lowest = headSize + (row + 1) * size - box.clientHeight + footSize;
  if (box.scrollTop > highest) box.scrollTop = highest;
  else if (box.scrollTop < lowest) box.scrollTop = lowest;
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
