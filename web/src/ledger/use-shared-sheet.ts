/** A score sheet that several fill in, as the grid needs it: typed cells are everybody's at once. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api, client, newKey, sessionQuery } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { useTown } from '../shell/index.ts';
import { type SheetCells, type SheetColumn, useChecks } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { sharedSheetWords } from '../words/shared-sheet.ts';
import { keptCells, keptName } from './kept-cells.ts';
import type { SheetReply, SheetRow } from './replies.ts';
import { type CellPlace, cellKey, pendingRows, type SavedText, valueAt } from './shared-cells.ts';
import { SharedSheet, type SharedView } from './shared-sheet.ts';

/** One window of this browser. */
const windowKey = newKey();

export interface SharedCells extends SheetCells<SheetRow> {
  shared: SharedSheet;
  view: SharedView;
  /** Rows with something that is not sent for review. */
  pending: ReadonlySet<string>;
  /** What the server refused when rows were sent, cell by cell. */
  refused(sentences: readonly (CellPlace & { sentence: string })[]): void;
  /** Everything typed by this person and not sent goes back to what the entries say. */
  clearMine(): void;
}

/** The sheet for `<SheetGrid>`; `userName` is the person who types for as long as it is open. */
export function useSharedSheet(
  reply: SheetReply,
  { columns, userName }: { columns: readonly SheetColumn<SheetRow>[]; userName: string },
): SharedCells {
  const { shared, view } = useFollowed(reply, userName);
  const { rows } = reply;
  const saved = useMemo(() => savedIn(rows, columns), [rows, columns]);
  shared.readFrom(saved);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const checks = useChecks<SheetRow>();
  const tell = useTelling(view);
  const { cells } = view;
  const value = (row: SheetRow, column: SheetColumn<SheetRow>) => {
    if (column.id === 'waiting') return tell.notSent(row) ?? column.value(row);
    return column.type === 'fixed'
      ? column.value(row)
      : valueAt(cells, placeOf(row, column), saved);
  };
  const isTyped = (row: SheetRow, column: SheetColumn<SheetRow>) =>
    column.type !== 'fixed' && value(row, column) !== column.value(row);
  return {
    ...{ shared, view, rows, columns, value, isTyped },
    ...checks,
    rowKey: subjectOf,
    pending: useMemo(() => pendingRows(cells), [cells]),
    error: (row, column) =>
      tell.conflict(placeOf(row, column)) ??
      refusals.get(cellKey(placeOf(row, column))) ??
      (isTyped(row, column) ? checks.refusal(row, column, value(row, column)) : undefined),
    type: (typed, how) => {
      const places = typed.map(({ row, column, value: text }) => ({
        ...placeOf(row, column),
        value: checks.settle(column, text),
      }));
      shared.type(places, how === 'block');
      if (refusals.size === 0) return;
      const left = new Map(refusals);
      for (const place of places) left.delete(cellKey(place));
      setRefusals(left);
    },
    canUndo: cells.past.length > 0,
    canRedo: cells.future.length > 0,
    undo: () => shared.undo(),
    redo: () => shared.redo(),
    refused: (sentences) =>
      setRefusals(new Map(sentences.map(({ sentence, ...place }) => [cellKey(place), sentence]))),
    clearMine: () => {
      const others = [...cells.known.values()].filter((cell) => cell.isPending && cell.isMine);
      const mine = [...others, ...cells.own.values()];
      shared.type(mine.map((place) => ({ ...place, value: saved(place) })));
    },
  };
}

/** The shared cells, asked for and saved as long as the page is open. */
function useFollowed({ line, clause, period, mayWrite }: SheetReply, userName: string) {
  const town = useTown();
  const queries = useQueryClient();
  const [shared] = useState(() => {
    const sheet = { town, line, clause: clause.code, period };
    const name = keptName({ town, userName }, { line, clause: clause.code, period });
    const readAnew = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
    return new SharedSheet({
      userName,
      save: (own, isWhole, idempotencyKey) => {
        const cells = own.map(({ subject, column, value, base }) => ({
          subject,
          column,
          value,
          base,
        }));
        const input = { ...sheet, userName, isWhole, cells };
        return client.ledger.typeCells(input, { context: { idempotencyKey } });
      },
      follow: (since, at, isLeaving) =>
        client.ledger.followSheet({
          ...{ ...sheet, since, window: windowKey, isLeaving },
          ...(at && mayWrite ? { at } : {}),
        }),
      newKey,
      now: () => Date.now(),
      later,
      kept: keptCells(localStorage, name, windowKey),
      onEntries: () => readAnew(api.ledger.sheet.key()),
      onSignedOut: () => queries.setQueryData(sessionQuery.queryKey, null),
      onSignedIn: () => readAnew(sessionQuery.queryKey),
      // Nothing of the one who typed here is shown to the one who signed in after them.
      onOtherPerson: () => window.location.reload(),
    });
  });
  useEffect(() => watched(shared), [shared]);
  const listen = useCallback((listener: () => void) => shared.listen(listener), [shared]);
  return { shared, view: useSyncExternalStore(listen, () => shared.view) };
}

/** Starts it, and wakes it when somebody comes back to the page or the network does. */
function watched(shared: SharedSheet): () => void {
  const hurry = () => document.visibilityState === 'visible' && shared.hurry();
  const touch = () => shared.touch();
  shared.start();
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  document.addEventListener('pointerdown', touch);
  document.addEventListener('keydown', touch);
  return () => {
    shared.stop();
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', hurry);
    document.removeEventListener('pointerdown', touch);
    document.removeEventListener('keydown', touch);
  };
}

function later(run: () => void, ms: number): () => void {
  const timer = window.setTimeout(run, ms);
  return () => window.clearTimeout(timer);
}

/** What the sheet says of its cells in words. */
function useTelling({ cells }: SharedView) {
  const w = useWords(sharedSheetWords);
  return useMemo(() => {
    const names = new Map<string, Set<string>>();
    const add = (subject: string, name: string) =>
      names.set(subject, (names.get(subject) ?? new Set()).add(name));
    for (const { subject, isPending, isMine, by } of cells.known.values()) {
      if (isPending) add(subject, isMine ? w.you : (by ?? ''));
    }
    for (const { subject } of cells.own.values()) add(subject, w.you);
    return {
      notSent: ({ subject }: SheetRow) => {
        const who = names.get(subject);
        return who && w.notSent([...who]);
      },
      conflict: (place: CellPlace) => {
        const theirs = cells.own.get(cellKey(place))?.theirs;
        return (
          theirs && w.conflictCell(theirs.isMine ? w.myself : (theirs.by ?? w.ledger), theirs.value)
        );
      },
    };
  }, [cells, w]);
}

/** "10:03", for a line that is read at once. */
export function useClock(): (instant: number | string | undefined) => string {
  const format = useFormat();
  return (instant) => {
    if (instant === undefined) return '';
    const iso = typeof instant === 'string' ? instant : new Date(instant).toISOString();
    return format.moment(iso).slice(-5);
  };
}

function savedIn(rows: readonly SheetRow[], columns: readonly SheetColumn<SheetRow>[]): SavedText {
  const bySubject = new Map(rows.map((row) => [row.subject, row]));
  const byId = new Map(columns.map((column) => [column.id, column]));
  return ({ subject, column }) => {
    const row = bySubject.get(subject);
    return row === undefined ? '' : (byId.get(column)?.value(row) ?? '');
  };
}

function placeOf({ subject }: SheetRow, { id }: SheetColumn<SheetRow>): CellPlace {
  return { subject, column: id };
}

function subjectOf({ subject }: SheetRow): string {
  return subject;
}
