/** Keys, mouse and clipboard of a grid. */

import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { GridColumn, GridProps } from './Grid.tsx';
import { at, type Bounds, blockOf, moved, type Place, type Selection } from './selection.ts';
import { tsvText } from './tsv.ts';

/** Keys, mouse and clipboard of the whole grid, so that cells need no listeners of their own. */
export function gridHandlers<Row, Col extends GridColumn>(
  props: GridProps<Row, Col>,
  bounds: Bounds,
  chosen: Selection | undefined,
) {
  const { rows, columns, onSelect, onOpen, onKey, onCopied, text } = props;
  const open = ({ row, column }: Place) => {
    const [target, under] = [rows[row], columns[column]];
    if (target !== undefined && under !== undefined) onOpen?.(target, under);
  };
  const copy = (event: ClipboardEvent): boolean => {
    if (!chosen || event.isDefaultPrevented()) return false;
    const block = blockOf(chosen);
    const kept = columns.slice(block.from.column, block.to.column + 1);
    const lines = rows.slice(block.from.row, block.to.row + 1);
    const cells = lines.map((row) => kept.map((column) => text(row, column)));
    event.clipboardData.setData('text/plain', tsvText(cells));
    event.preventDefault();
    onCopied?.(block);
    return true;
  };
  return {
    onFocus: (event: FocusEvent) => {
      const isOwn = event.target === event.currentTarget;
      if (isOwn && !chosen && rows.length > 0) onSelect(at(0, 0));
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
    onMouseDown: (event: MouseEvent) => {
      if (props.editor) keepFocusInEditor(event);
    },
    onPointerOver: (event: PointerEvent) => {
      if (event.buttons === 0) tellWhole(event.target);
      const isDrag = event.buttons === 1 && event.pointerType === 'mouse';
      const place = isDrag ? placeOf(event.target) : undefined;
      if (place && chosen) onSelect({ anchor: chosen.anchor, active: place });
    },
    onDoubleClick: (event: { target: EventTarget }) => {
      const place = placeOf(event.target);
      if (place) open(place);
    },
    onCopy: copy,
    onCut: (event: ClipboardEvent) => {
      if (copy(event)) props.onCut?.();
    },
    onPaste: props.onPaste,
  };
}

/**
 * The press that brought the editor to a cell would go on to move the focus to the grid, or set a
 * caret and undo the selection of the value. A field that is typed into keeps its own mouse.
 */
function keepFocusInEditor(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || !placeOf(target)) return;
  if (target.closest('select, [data-typing]')) return;
  event.preventDefault();
  cellOf(target)?.querySelector<HTMLElement>('.cell-editor')?.focus();
}

/** A text that is cut off is told whole under the mouse; only then, as a cell has enough to carry. */
function tellWhole(target: EventTarget): void {
  const cell = cellOf(target);
  if (!cell || !(target instanceof Element)) return;
  const isCut = [cell, target].some((one) => one.scrollWidth > one.clientWidth);
  cell.title = isCut ? (cell.textContent ?? '') : '';
}

function placeOf(target: EventTarget): Place | undefined {
  const cell = cellOf(target);
  const row = cell?.closest<HTMLElement>('[data-r]');
  return cell && row ? { row: Number(row.dataset.r), column: cell.cellIndex } : undefined;
}

function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element
    ? target.closest<HTMLTableCellElement>('[data-r] > :is(td, th)')
    : null;
}

function isHeadButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('thead') !== null;
}
