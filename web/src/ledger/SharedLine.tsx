/** Below a shared sheet: how it stands with the server in words, and steps back and forth. */

import type { ReactNode } from 'react';
import { Button } from '../shell/index.ts';
import { type Selection, Standing } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { sharedSheetWords } from '../words/shared-sheet.ts';
import { cellKey } from './shared-cells.ts';
import type { SharedView } from './shared-sheet.ts';
import { type SharedCells, useClock } from './use-shared-sheet.ts';

interface SharedLineProps {
  sheet: SharedCells;
  selection: Selection | undefined;
  actions: ReactNode;
}

export function SharedLine({ sheet, selection, actions }: SharedLineProps) {
  const w = useWords(sharedSheetWords);
  const sentence = useLinkSentence(sheet.view);
  const { link } = sheet.view;
  const isStuck = link === 'away' || link === 'signed-out';
  const mine = [...sheet.view.cells.known.values()].some((cell) => cell.isPending && cell.isMine);
  return (
    <div className="sheet-line no-print">
      <p className="table-line">
        <span role="status">{sentence}</span>{' '}
        {isStuck && <Button onClick={() => sheet.shared.hurry()}>{w.now}</Button>}{' '}
        <span className="table-chosen">
          <TypedBy {...{ sheet, selection }} />
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
        <Button disabled={!mine && sheet.view.cells.own.size === 0} onClick={sheet.clearMine}>
          {w.clearMine}
        </Button>
      </div>
    </div>
  );
}

/** Who typed the cell where one stands; else its fault, or the sum of a block. */
function TypedBy({ sheet, selection }: Omit<SharedLineProps, 'actions'>) {
  const w = useWords(sharedSheetWords);
  const clock = useClock();
  const { row = -1, column = -1 } = selection?.active ?? {};
  const [subject, id] = [sheet.rows[row]?.subject, sheet.columns[column]?.id];
  const known =
    subject !== undefined && id !== undefined
      ? sheet.view.cells.known.get(cellKey({ subject, column: id }))
      : undefined;
  return (
    <>
      <Standing {...{ sheet, selection }} />
      {known?.isPending && (
        <> {w.typedBy(known.isMine ? w.you : (known.by ?? ''), clock(known.at))}</>
      )}
    </>
  );
}

function useLinkSentence({ cells, link, problem, savedAt }: SharedView): string {
  const w = useWords(sharedSheetWords);
  const clock = useClock();
  const conflicts = [...cells.own.values()].filter(({ theirs }) => theirs !== undefined).length;
  const waiting = cells.own.size - conflicts;
  switch (link) {
    case 'reading':
      return w.reading;
    case 'resting':
      return w.resting;
    case 'away':
      return w.away(waiting);
    case 'signed-out':
      return w.signedOut(waiting);
    case 'refused':
      return w.refused([problem?.title, problem?.detail].filter(Boolean).join(' '));
    default:
      if (conflicts > 0) return w.evenBut(conflicts);
      if (waiting > 0) return w.saving(waiting);
      return savedAt === undefined ? w.even : w.evenAt(clock(savedAt));
  }
}
