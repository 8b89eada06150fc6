/** What a key does on a sheet: while a cell is typed into, and while one only stands on it. */

import type { KeyboardEvent } from 'react';
import type { SheetColumn } from './sheet-column.ts';
import type { SheetCells } from './use-sheet.ts';

/** The deeds that keys call. */
export interface Keys<Row> {
  sheet: SheetCells<Row>;
  place: { row: Row; column: SheetColumn<Row> };
  setTyping(text: string | undefined): void;
  change(row: Row, column: SheetColumn<Row>): void;
  commit(): void;
  step(down: number, right: number): void;
  clear(): void;
}

/** A key while a cell is being typed into; true when the grid need not look at it. */
export function typingKey<Row>(
  event: KeyboardEvent,
  { setTyping, commit, step }: Keys<Row>,
): boolean {
  switch (event.key) {
    case 'Enter':
      event.preventDefault();
      step(event.shiftKey ? -1 : 1, 0);
      return true;
    case 'Tab':
      event.preventDefault();
      step(0, event.shiftKey ? -1 : 1);
      return true;
    case 'Escape':
      event.preventDefault();
      setTyping(undefined);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      commit();
      return false;
    default:
      return true;
  }
}

/** A key while one only stands on a cell; true when the grid need not look at it. */
export function readyKey<Row>(event: KeyboardEvent, keys: Keys<Row>, isLast: boolean): boolean {
  const { sheet, place, change, step, clear } = keys;
  const isControl = event.ctrlKey || event.metaKey;
  const key = isControl ? `Ctrl+${event.key.toLowerCase()}` : event.key;
  switch (key) {
    case 'Enter':
    case 'F2':
      if (place.column.type === 'choice') return true;
      change(place.row, place.column);
      break;
    case 'Delete':
    case 'Backspace':
      clear();
      break;
    case 'Tab':
      // At either end of a row the key leaves the sheet, as it does any field.
      if (isLast && !event.shiftKey) return true;
      if (event.shiftKey && place.column === sheet.columns[0]) return true;
      step(0, event.shiftKey ? -1 : 1);
      break;
    case 'Ctrl+z':
      if (event.shiftKey) sheet.redo();
      else sheet.undo();
      break;
    case 'Ctrl+y':
      sheet.redo();
      break;
    default:
      return false;
  }
  event.preventDefault();
  return true;
}
