/** Cells where two people typed different things: both values, who and when, and a choice. */

import { useFormat } from '../format/index.ts';
import { Button } from '../shell/index.ts';
import { headText } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { sharedSheetWords } from '../words/shared-sheet.ts';
import { cellKey, type OwnCell } from './shared-cells.ts';
import type { SharedCells } from './use-shared-sheet.ts';

/** Nothing where nobody met; else a list with two buttons each. */
export function SheetConflicts({ sheet }: { sheet: SharedCells }) {
  const w = useWords(sharedSheetWords);
  const cells = [...sheet.view.cells.own.values()].filter(({ theirs }) => theirs !== undefined);
  if (cells.length === 0) return null;
  return (
    <section className="ledger-notice sheet-conflicts no-print" aria-labelledby="sheet-conflicts">
      <h2 id="sheet-conflicts">{w.conflictTitle}</h2>
      <p role="alert">
        {w.conflictSays(cells.length)}
        {cells.some(({ block }) => block !== undefined) && w.conflictBlock}
      </p>
      <ul>
        {cells.map((cell) => (
          <Conflict key={cellKey(cell)} {...{ cell, sheet }} />
        ))}
      </ul>
    </section>
  );
}

function Conflict({ cell, sheet }: { cell: OwnCell; sheet: SharedCells }) {
  const w = useWords(sharedSheetWords);
  const format = useFormat();
  const { theirs } = cell;
  if (!theirs) return null;
  const row = sheet.rows.find(({ subject }) => subject === cell.subject);
  const column = sheet.columns.find(({ id }) => id === cell.column);
  const place = w.place(row?.name ?? cell.subject, column ? headText(column) : cell.column);
  const by = theirs.isMine ? w.myself : (theirs.by ?? w.ledger);
  const at = theirs.at === undefined ? '' : format.moment(theirs.at);
  const take = (value: string) => (value === '' ? w.takeEmpty : w.takeTheirs(value));
  const shown = (value: string) => (value === '' ? w.empty : value);
  return (
    <li className="sheet-conflict">
      <strong>{place}</strong>
      <div className="sheet-both">
        <div>
          <span className="soft">{w.theirs(by, at)}</span>
          <strong>{shown(theirs.value)}</strong>
          <Button
            aria-label={`${place} ${by} ${take(theirs.value)}`}
            onClick={() => sheet.shared.choose(cell, 'theirs')}
          >
            {take(theirs.value)}
          </Button>
        </div>
        <div>
          <span className="soft">{w.mine}</span>
          <strong>{shown(cell.value)}</strong>
          <Button
            aria-label={`${place} ${w.mine} ${take(cell.value)}`}
            onClick={() => sheet.shared.choose(cell, 'mine')}
          >
            {take(cell.value)}
          </Button>
        </div>
      </div>
    </li>
  );
}
