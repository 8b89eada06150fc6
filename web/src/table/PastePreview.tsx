/** What a pasted block would change, shown before anything is changed. */

import { useState } from 'react';
import { Button } from '../shell/Button.tsx';
import { Modal } from '../shell/Modal.tsx';
import { useWords } from '../words/catalogue.ts';
import { tableWords } from '../words/table.ts';
import { Grid, type GridColumn } from './Grid.tsx';
import type { PastePlan, PlannedCell } from './paste.ts';
import type { Selection } from './selection.ts';

interface PastePreviewProps {
  plan: PastePlan;
  onAccept(plan: PastePlan): void;
  onCancel(): void;
}

/** The plan in one sentence, then cell by cell: what it says, what it would say, or why not. */
export function PastePreview({ plan, onAccept, onCancel }: PastePreviewProps) {
  const w = useTableWords();
  const [selection, setSelection] = useState<Selection>();
  const { cells, same, outside, unknownNames, isByName } = plan;
  const good = cells.filter((cell) => cell.refused === undefined);
  const refused = cells.length - good.length;
  const filled = good.filter(({ from }) => from === '').length;
  const emptied = good.filter(({ to }) => to === '').length;
  const changed = good.length - filled - emptied;
  const columns: PreviewColumn[] = [
    { id: 'row', title: w.pasteRow, width: 12, text: (cell) => cell.rowName },
    { id: 'column', title: w.pasteColumn, width: 12, text: (cell) => cell.columnName },
    { id: 'from', title: w.pasteFrom, width: 8, text: (cell) => cell.from },
    { id: 'to', title: w.pasteTo, width: 8, text: (cell) => cell.to },
    { id: 'what', title: w.pasteWhat, width: 6, text: (cell) => whatOf(cell, w) },
    { id: 'note', title: w.pasteNote, width: 20, text: (cell) => cell.refused ?? '' },
  ];
  return (
    <Modal wide title={w.pasteTitle} onClose={onCancel}>
      <p>
        {[
          good.length === 0 ? w.pasteNothing : '',
          filled > 0 ? w.pasteFilled(filled) : '',
          changed > 0 ? w.pasteChanged(changed) : '',
          emptied > 0 ? w.pasteEmptied(emptied) : '',
          same > 0 ? w.pasteSame(same) : '',
          refused > 0 ? w.pasteRefused(refused) : '',
          outside > 0 ? w.pasteOutside(outside) : '',
        ].join('')}
      </p>
      {isByName && <p>{w.pasteByName}</p>}
      {unknownNames.length > 0 && <p className="field-error">{w.pasteUnknown(unknownNames)}</p>}
      {cells.length > 0 && (
        <Grid
          label={w.pasteTitle}
          rows={cells}
          rowKey={({ place }) => `${place.row} ${place.column}`}
          columns={columns}
          cell={textOf}
          text={textOf}
          mark={(cell) => (cell.refused === undefined ? undefined : 'cell-wrong')}
          selection={selection}
          onSelect={setSelection}
        />
      )}
      <div className="modal-actions">
        <Button kind="main" disabled={good.length === 0} onClick={() => onAccept(plan)}>
          {w.pasteAccept(good.length)}
        </Button>
        <Button onClick={onCancel}>{w.pasteCancel}</Button>
      </div>
    </Modal>
  );
}

/** What becomes of a cell, in one word. */
function whatOf({ from, to, refused }: PlannedCell, w: ReturnType<typeof useTableWords>): string {
  if (refused !== undefined) return w.pasteIsRefused;
  if (from === '') return w.pasteIsFilled;
  return to === '' ? w.pasteIsEmptied : w.pasteIsChanged;
}

function useTableWords() {
  return useWords(tableWords);
}

interface PreviewColumn extends GridColumn {
  text(cell: PlannedCell): string;
}

function textOf(cell: PlannedCell, column: PreviewColumn): string {
  return column.text(cell);
}
