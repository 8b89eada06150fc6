/** The state of a sheet that is filled in: typed cells, their faults, steps back, the kept draft. */

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useFormat } from '../format/index.ts';
import { useWords } from '../words/catalogue.ts';
import { tableWords } from '../words/table.ts';
import {
  afterSave,
  type CellName,
  cellKey,
  draftFrom,
  draftText,
  type Edit,
  type Edits,
  noEdits,
  redone,
  undone,
  withTyped,
} from './edits.ts';
import { type CellFault, type SheetColumn, settled } from './sheet-column.ts';

interface SheetParts<Row> {
  /** Stable name of what is filled in, with town, person and period: drafts are kept under it. */
  draftKey: string;
  rows: readonly Row[];
  rowKey(row: Row): string;
  columns: readonly SheetColumn<Row>[];
}

/** A cell that is typed into. */
export interface TypedCell<Row> {
  row: Row;
  column: SheetColumn<Row>;
  value: string;
}

/** What a grid needs of a sheet, whoever keeps what is typed. */
export interface SheetCells<Row> extends Omit<SheetParts<Row>, 'draftKey'> {
  /** What the cell says now: typed, or saved. */
  value(row: Row, column: SheetColumn<Row>): string;
  isTyped(row: Row, column: SheetColumn<Row>): boolean;
  /** What is wrong with the cell, as a sentence. */
  error(row: Row, column: SheetColumn<Row>): string | undefined;
  /** Why a value would not do there; undefined when it would. */
  refusal(row: Row, column: SheetColumn<Row>, typed: string): string | undefined;
  /** The value as it would stand there: full-width digits made plain, "3.6" a date. */
  settle(column: SheetColumn<Row>, typed: string): string;
  /** One step back; a pasted block is one step too. */
  type(cells: readonly TypedCell<Row>[], how?: 'block'): void;
  canUndo: boolean;
  canRedo: boolean;
  undo(): void;
  redo(): void;
}

export interface Sheet<Row> extends SheetCells<Row> {
  draftKey: string;
  /** Everything typed: what the page saves. */
  edits: readonly Edit[];
  /** Those among them that a fault keeps from being saved. */
  faulty: readonly Edit[];
  /** Cells that someone else saved differently since they were typed here. */
  overtaken: readonly Edit[];
  /** The server took these. Read the rows anew afterwards. */
  saved(edits: readonly Edit[]): void;
  /** The server refused these cells, each with its sentence; it stays until the cell is typed again. */
  refused(sentences: readonly (CellName & { sentence: string })[]): void;
  /** Throws away everything typed. */
  discard(): void;
}

/** `const sheet = useSheet({ draftKey, rows, rowKey, columns })`, for `<EditableGrid sheet={sheet} />`. */
export function useSheet<Row>(parts: SheetParts<Row>): Sheet<Row> {
  const { draftKey, rows, rowKey, columns } = parts;
  const [edits, setEdits] = useDraft(draftKey);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const checks = useChecks<Row>();
  const name = useCallback(
    (row: Row, column: SheetColumn<Row>): CellName => ({ row: rowKey(row), column: column.id }),
    [rowKey],
  );
  const typedAt = (row: Row, column: SheetColumn<Row>) => edits.now.get(cellKey(name(row, column)));
  const value = (row: Row, column: SheetColumn<Row>) =>
    typedAt(row, column)?.value ?? column.value(row);
  const error = (row: Row, column: SheetColumn<Row>) =>
    refusals.get(cellKey(name(row, column))) ??
    (typedAt(row, column) && checks.refusal(row, column, value(row, column)));
  const judged = useJudged(edits, rows, rowKey, columns, checks.refusal, refusals);
  return {
    ...parts,
    ...checks,
    ...judged,
    value,
    error,
    isTyped: (row, column) => typedAt(row, column) !== undefined,
    type: (cells) => {
      const typed = cells.map(({ row, column, value: text }) => ({
        ...name(row, column),
        value: checks.settle(column, text),
        base: column.value(row),
      }));
      setEdits((before) => withTyped(before, typed));
      setRefusals((before) => without(before, typed));
    },
    canUndo: edits.past.length > 0,
    canRedo: edits.future.length > 0,
    undo: () => setEdits(undone),
    redo: () => setEdits(redone),
    saved: (taken) => setEdits((before) => afterSave(before, taken)),
    refused: (sentences) =>
      setRefusals(new Map(sentences.map(({ sentence, ...cell }) => [cellKey(cell), sentence]))),
    discard: () => {
      setEdits((before) => ({ ...noEdits, past: [...before.past, before.now] }));
      setRefusals(new Map());
    },
  };
}

/** Edits that live in this browser's store under their key until they are saved or thrown away. */
function useDraft(draftKey: string) {
  const place = `oneneedle.draft.${draftKey}`;
  const [held, setHeld] = useState(() => ({ place, edits: readDraft(place) }));
  // Another sheet in the same component (another clause, another month) brings its own draft.
  const current = held.place === place ? held : { place, edits: readDraft(place) };
  if (current !== held) setHeld(current);
  const setEdits = useCallback(
    (step: (before: Edits) => Edits) =>
      setHeld((before) => ({ place: before.place, edits: step(before.edits) })),
    [],
  );
  useEffect(() => {
    try {
      if (held.edits.now.size === 0) localStorage.removeItem(held.place);
      else localStorage.setItem(held.place, draftText(held.edits));
    } catch {
      // A full or closed store: the page still asks before it is left.
    }
  }, [held]);
  return [current.edits, setEdits] as const;
}

function readDraft(place: string): Edits {
  try {
    return draftFrom(localStorage.getItem(place));
  } catch {
    return noEdits;
  }
}

/** Types, bounds and locks as sentences. */
export function useChecks<Row>() {
  const w = useWords(tableWords);
  const { today } = useFormat();
  const year = Number(today.slice(0, 4));
  return useMemo(() => {
    const faultText = (fault: CellFault): string => {
      if (fault.kind === 'number') return w.notNumber;
      if (fault.kind === 'decimals') return w.tooManyDecimals(fault.most);
      return fault.kind === 'date' ? w.notDate : w.notChoice(fault.choices);
    };
    return {
      settle: (column: SheetColumn<Row>, typed: string) => settled(typed, column, year).value,
      refusal: (row: Row, column: SheetColumn<Row>, typed: string): string | undefined => {
        if (column.type === 'fixed') return w.fixedCell;
        const locked = column.locked?.(row);
        if (locked) return locked;
        const { value, fault } = settled(typed, column, year);
        return fault ? faultText(fault) : column.check?.(value, row);
      },
    };
  }, [w, year]);
}

/** The edits of rows and columns that are there, and which of them cannot be saved as they stand. */
function useJudged<Row>(
  { now }: Edits,
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  columns: readonly SheetColumn<Row>[],
  refusal: Sheet<Row>['refusal'],
  refusals: ReadonlyMap<string, string>,
) {
  return useMemo(() => {
    const byKey = new Map(rows.map((row) => [rowKey(row), row]));
    const byId = new Map(columns.map((column) => [column.id, column]));
    const judged = [...now.values()].flatMap((edit) => {
      const [row, column] = [byKey.get(edit.row), byId.get(edit.column)];
      if (row === undefined || column === undefined) return [];
      const isFaulty =
        refusals.has(cellKey(edit)) || refusal(row, column, edit.value) !== undefined;
      return [{ edit, isFaulty, isOvertaken: column.value(row) !== edit.base }];
    });
    return {
      edits: judged.map(({ edit }) => edit),
      faulty: judged.filter(({ isFaulty }) => isFaulty).map(({ edit }) => edit),
      overtaken: judged.filter(({ isOvertaken }) => isOvertaken).map(({ edit }) => edit),
    };
  }, [now, rows, rowKey, columns, refusal, refusals]);
}

function without(
  sentences: ReadonlyMap<string, string>,
  cells: readonly CellName[],
): ReadonlyMap<string, string> {
  if (sentences.size === 0) return sentences;
  const left = new Map(sentences);
  for (const cell of cells) left.delete(cellKey(cell));
  return left;
}
