/** Standing and typing: the deeds of the hand on a sheet. */

import { type KeyboardEvent, useRef, useState } from 'react';
import { at, blockOf, type Selection } from './selection.ts';
import { isOpen, type SheetColumn } from './sheet-column.ts';
import { readyKey, typingKey } from './sheet-keys.ts';
import type { SheetCells } from './use-sheet.ts';

/** Where one stands, what is being typed there, and what keys and clicks do. */
export function useEditing<Row>(sheet: SheetCells<Row>) {
  const [selection, setSelection] = useState<Selection>();
  const [typing, setTypingState] = useState<string>();
  // The newest typed text: a click elsewhere may come before the next drawing.
  const typed = useRef<string>(undefined);
  const setTyping = (text: string | undefined) => {
    typed.current = text;
    setTypingState(text);
  };
  const standing = () => {
    const row = selection && sheet.rows[selection.active.row];
    const column = selection && sheet.columns[selection.active.column];
    return row !== undefined && column !== undefined ? { row, column } : undefined;
  };
  const commit = () => {
    const place = standing();
    if (typed.current !== undefined && place && isOpen(place.row, place.column)) {
      sheet.type([{ ...place, value: typed.current }]);
    }
    setTyping(undefined);
  };
  const select = (next: Selection) => {
    const { active } = next;
    const isHere =
      active.row === selection?.active.row && active.column === selection.active.column;
    // A click into the field that is typed into moves its caret and nothing else.
    if (isHere && typed.current !== undefined) return;
    commit();
    setSelection(next);
  };
  const change = (row: Row, column: SheetColumn<Row>) => {
    if (isOpen(row, column) && column.type !== 'choice') setTyping(sheet.value(row, column));
  };
  const step = (down: number, right: number) => {
    if (!selection) return;
    const { row, column } = selection.active;
    const [lastRow, lastColumn] = [sheet.rows.length - 1, sheet.columns.length - 1];
    commit();
    setSelection(
      at(
        Math.max(0, Math.min(row + down, lastRow)),
        Math.max(0, Math.min(column + right, lastColumn)),
      ),
    );
  };
  const clear = () => {
    if (selection) sheet.type(openCells(sheet, selection).map((cell) => ({ ...cell, value: '' })));
  };
  return {
    ...{ selection, typing, setTyping, commit, select, change, clear },
    onKey: (event: KeyboardEvent): boolean => {
      if (event.nativeEvent.isComposing) return true;
      const place = standing();
      if (!place || !selection) return false;
      const keys = { sheet, place, setTyping, change, commit, step, clear };
      const isLast = selection.active.column === sheet.columns.length - 1;
      return typed.current === undefined ? readyKey(event, keys, isLast) : typingKey(event, keys);
    },
  };
}

/** The chosen cells that may be typed into. */
function openCells<Row>(sheet: SheetCells<Row>, selection: Selection) {
  const { from, to } = blockOf(selection);
  const columns = sheet.columns.slice(from.column, to.column + 1);
  return sheet.rows
    .slice(from.row, to.row + 1)
    .flatMap((row) =>
      columns.filter((column) => isOpen(row, column)).map((column) => ({ row, column })),
    );
}
