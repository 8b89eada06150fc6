/** Pasting into a sheet: one cell at once, a block only after its plan was seen. */

import { type ClipboardEvent, useState } from 'react';
import { headText } from './column.ts';
import { type PastePlan, type PasteTarget, planPaste } from './paste.ts';
import { blockOf, isSingle, type Selection } from './selection.ts';
import { isOpen } from './sheet-column.ts';
import { tsvBlock } from './tsv.ts';
import type { SheetCells } from './use-sheet.ts';

/** The plan that waits for a yes, and what the clipboard does at the chosen cells. */
export function usePaste<Row>(sheet: SheetCells<Row>, selection: Selection | undefined) {
  const [plan, setPlan] = useState<PastePlan>();
  const paste = (text: string, { active, anchor }: Selection) => {
    const block = tsvBlock(text);
    const chosen = blockOf({ active, anchor });
    if (block.length > 1 || (block[0]?.length ?? 0) > 1 || !isSingle(chosen)) {
      setPlan(planPaste(block, chosen, pasteTarget(sheet)));
      return;
    }
    const [row, column] = [sheet.rows[active.row], sheet.columns[active.column]];
    if (row === undefined || column === undefined || !isOpen(row, column)) return;
    sheet.type([{ row, column, value: block[0]?.[0] ?? '' }]);
  };
  return {
    plan,
    cancel: () => setPlan(undefined),
    accept: (accepted: PastePlan) => {
      sheet.type(acceptedCells(sheet, accepted), 'block');
      setPlan(undefined);
    },
    onPaste: (event: ClipboardEvent) => {
      if (!selection) return;
      event.preventDefault();
      paste(event.clipboardData.getData('text/plain'), selection);
    },
  };
}

function acceptedCells<Row>(sheet: SheetCells<Row>, { cells }: PastePlan) {
  return cells.flatMap(({ place, to, refused }) => {
    const [row, column] = [sheet.rows[place.row], sheet.columns[place.column]];
    if (row === undefined || column === undefined || refused !== undefined) return [];
    return [{ row, column, value: to }];
  });
}

function pasteTarget<Row>(sheet: SheetCells<Row>): PasteTarget {
  const { rows, columns } = sheet;
  const cellAt = (row: number, column: number) => {
    const [line, under] = [rows[row], columns[column]];
    if (line === undefined || under === undefined)
      throw new RangeError(`no cell ${row}, ${column}`);
    return [line, under] as const;
  };
  return {
    rows: rows.length,
    columns: columns.length,
    rowName: (row) => sheet.value(...cellAt(row, 0)),
    columnName: (column) => headText(columns[column] ?? { title: '' }),
    value: ({ row, column }) => sheet.value(...cellAt(row, column)),
    settle: ({ row, column }, typed) => {
      const [line, under] = cellAt(row, column);
      const refused = sheet.refusal(line, under, typed);
      return refused === undefined ? { value: sheet.settle(under, typed) } : { refused };
    },
    isFixed: (column) => columns[column]?.type === 'fixed',
  };
}
