/** The line below a sheet: what is typed and not saved, what is wrong, steps back and forth. */

import type { ReactNode } from 'react';
import { Button } from '../shell/Button.tsx';
import { useWords } from '../words/catalogue.ts';
import { tableWords } from '../words/table.ts';
import { sumOf } from './decimal.ts';
import { blockOf, isSingle, type Selection } from './selection.ts';
import type { Sheet, SheetCells } from './use-sheet.ts';

interface SheetLineProps<Row> {
  sheet: Sheet<Row>;
  selection: Selection | undefined;
  actions?: ReactNode;
}

/** Says in words how the sheet stands; the fault of the cell where one stands comes first. */
export function SheetLine<Row>({ sheet, selection, actions }: SheetLineProps<Row>) {
  const w = useWords(tableWords);
  const { edits, faulty, overtaken } = sheet;
  return (
    <div className="sheet-line no-print">
      <p className="table-line">
        <span role="status">
          {edits.length === 0 ? w.nothingTyped : w.typed(edits.length)}
          {faulty.length > 0 && w.faulty(faulty.length)}
          {overtaken.length > 0 && w.overtaken(overtaken.length)}
        </span>{' '}
        <span className="table-chosen">
          <Standing sheet={sheet} selection={selection} />
        </span>
      </p>
      <div className="page-actions">
        {actions}
        <Button disabled={!sheet.canUndo} onClick={sheet.undo}>
          {w.undo}
        </Button>
        <Button disabled={!sheet.canRedo} onClick={sheet.redo}>
          {w.redo}
        </Button>
        <Button disabled={edits.length === 0} onClick={sheet.discard}>
          {w.discard}
        </Button>
      </div>
    </div>
  );
}

interface StandingProps<Row> {
  sheet: SheetCells<Row>;
  selection: Selection | undefined;
}

/** The fault or the former value of the one cell; the sum of a block. */
export function Standing<Row>({ sheet, selection }: StandingProps<Row>) {
  const w = useWords(tableWords);
  if (!selection) return null;
  const block = blockOf(selection);
  const row = sheet.rows[selection.active.row];
  const column = sheet.columns[selection.active.column];
  if (row === undefined || column === undefined) return null;
  if (!isSingle(block)) {
    const columns = sheet.columns.slice(block.from.column, block.to.column + 1);
    const texts = sheet.rows
      .slice(block.from.row, block.to.row + 1)
      .flatMap((line) => columns.map((one) => sheet.value(line, one)));
    const { count, text } = sumOf(texts);
    return w.chosen(texts.length, count, text);
  }
  const error = sheet.error(row, column);
  if (error) return <span role="alert">{error}</span>;
  const locked = column.locked?.(row);
  if (locked) return locked;
  return sheet.isTyped(row, column) ? w.savedBefore(column.value(row)) : null;
}
