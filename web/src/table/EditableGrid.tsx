/** A sheet that is filled in like Excel: type over, walk with keys, paste a block and see first. */

import { type ReactNode, useCallback, useId } from 'react';
import { useWords } from '../words/catalogue.ts';
import { tableWords } from '../words/table.ts';
import { CellEditor } from './CellEditor.tsx';
import { headText } from './column.ts';
import { Grid } from './Grid.tsx';
import { PastePreview } from './PastePreview.tsx';
import { SheetLine } from './SheetLine.tsx';
import { isOpen, type SheetColumn } from './sheet-column.ts';
import { useEditing } from './use-editing.ts';
import { usePaste } from './use-paste.ts';
import type { Sheet } from './use-sheet.ts';

interface EditableGridProps<Row> {
  label: string;
  sheet: Sheet<Row>;
  /** One text a column at the foot. */
  totals?: readonly string[];
  /** The page's own buttons beside 撤销 and 恢复: "存草稿", "送审". */
  actions?: ReactNode;
}

/** The sheet with its line of state below. Saving belongs to the page: `sheet.edits`. */
export function EditableGrid<Row>({ label, sheet, totals, actions }: EditableGridProps<Row>) {
  const w = useWords(tableWords);
  const hint = useId();
  const deeds = useEditing(sheet);
  const { selection, typing } = deeds;
  const paste = usePaste(sheet, selection);
  const cell = useCallback(
    (row: Row, column: SheetColumn<Row>) => sheet.value(row, column),
    [sheet.value],
  );
  const mark = useCallback(
    (row: Row, column: SheetColumn<Row>) => {
      if (sheet.error(row, column)) return 'cell-wrong';
      if (sheet.isTyped(row, column)) return 'cell-typed';
      return isOpen(row, column) ? undefined : 'cell-fixed';
    },
    [sheet],
  );
  const editor = (row: Row, column: SheetColumn<Row>) => (
    <CellEditor
      key={`${sheet.rowKey(row)} ${column.id}`}
      column={column}
      label={`${sheet.value(row, sheet.columns[0] ?? column)} ${headText(column)}`}
      value={sheet.value(row, column)}
      typing={typing}
      isLocked={!isOpen(row, column)}
      error={sheet.error(row, column)}
      onType={deeds.setTyping}
      onPick={(value) => sheet.type([{ row, column, value }])}
      onLeave={deeds.commit}
    />
  );
  return (
    <section className="table sheet-table">
      <p id={hint} className="reader-only">
        {w.sheetHint}
      </p>
      <Grid
        {...{ label, cell, mark, editor, totals, selection }}
        rows={sheet.rows}
        rowKey={sheet.rowKey}
        columns={sheet.columns}
        text={sheet.value}
        describedBy={hint}
        onSelect={deeds.select}
        onOpen={deeds.change}
        onKey={deeds.onKey}
        onPaste={(event) => typing === undefined && paste.onPaste(event)}
        onCut={deeds.clear}
      />
      <SheetLine sheet={sheet} selection={selection} actions={actions} />
      {paste.plan && (
        <PastePreview plan={paste.plan} onCancel={paste.cancel} onAccept={paste.accept} />
      )}
    </section>
  );
}
