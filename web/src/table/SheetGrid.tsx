/** The cells of a sheet that is filled in like Excel: type over, walk with keys, paste a block and see first. */

import { type ReactNode, useCallback, useEffect, useEffectEvent, useId } from 'react';
import { useWords } from '../words/catalogue.ts';
import { tableWords } from '../words/table.ts';
import { CellEditor } from './CellEditor.tsx';
import { headText } from './column.ts';
import { Grid } from './Grid.tsx';
import { PastePreview } from './PastePreview.tsx';
import type { Selection } from './selection.ts';
import { isOpen, type SheetColumn } from './sheet-column.ts';
import { useEditing } from './use-editing.ts';
import { usePaste } from './use-paste.ts';
import type { SheetCells } from './use-sheet.ts';

interface SheetGridProps<Row> {
  label: string;
  sheet: SheetCells<Row>;
  /** One text a column at the foot. */
  totals?: readonly string[] | undefined;
  /** The class of a cell that is marked otherwise than as typed or wrong. */
  mark?: ((row: Row, column: SheetColumn<Row>) => string | undefined) | undefined;
  /** Told where one stands. */
  onStand?: ((row: Row, column: SheetColumn<Row>) => void) | undefined;
  /** The line below, for what is chosen. */
  line(selection: Selection | undefined): ReactNode;
}

/** The grid with the line below it and the preview of what is pasted. */
export function SheetGrid<Row>({ label, sheet, totals, ...props }: SheetGridProps<Row>) {
  const w = useWords(tableWords);
  const hint = useId();
  const deeds = useEditing(sheet);
  const { selection, typing } = deeds;
  const paste = usePaste(sheet, selection);
  useStanding(sheet, selection, props.onStand);
  const cell = useCallback(
    (row: Row, column: SheetColumn<Row>) => sheet.value(row, column),
    [sheet.value],
  );
  const { mark: otherMark } = props;
  const mark = useCallback(
    (row: Row, column: SheetColumn<Row>) => {
      const own = sheet.error(row, column)
        ? 'cell-wrong'
        : sheet.isTyped(row, column)
          ? 'cell-typed'
          : isOpen(row, column)
            ? ''
            : 'cell-fixed';
      return [own, otherMark?.(row, column) ?? ''].filter(Boolean).join(' ') || undefined;
    },
    [sheet, otherMark],
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
      {props.line(selection)}
      {paste.plan && (
        <PastePreview plan={paste.plan} onCancel={paste.cancel} onAccept={paste.accept} />
      )}
    </section>
  );
}

function useStanding<Row>(
  { rows, columns }: SheetCells<Row>,
  selection: Selection | undefined,
  onStand: SheetGridProps<Row>['onStand'],
): void {
  const tell = useEffectEvent((at: number, across: number) => {
    const [row, column] = [rows[at], columns[across]];
    if (row !== undefined && column !== undefined) onStand?.(row, column);
  });
  const { row, column } = selection?.active ?? {};
  useEffect(() => {
    if (row !== undefined && column !== undefined) tell(row, column);
  }, [row, column]);
}
