/** What a pasted block would change, cell by cell, before anything is changed. Pure. */

import { type Block, isSingle, type Place } from './selection.ts';

/** What the plan asks of the sheet. */
export interface PasteTarget {
  rows: number;
  columns: number;
  /** The name of a row and of a column, for the preview. */
  rowName(row: number): string;
  columnName(column: number): string;
  value(place: Place): string;
  /** The value as it would stand there, or a sentence why it may not. */
  settle(place: Place, typed: string): { value: string } | { refused: string };
  /** True when the column cannot be typed into at all. */
  isFixed(column: number): boolean;
}

/** One cell that would change, or that may not. */
export interface PlannedCell {
  place: Place;
  rowName: string;
  columnName: string;
  from: string;
  to: string;
  /** Why it is left as it is; absent when it will change. */
  refused?: string;
}

export interface PastePlan {
  /** Changes and refusals, in reading order. */
  cells: readonly PlannedCell[];
  /** Cells that already say the same. */
  same: number;
  /** Cells of the block that lie beyond the sheet. */
  outside: number;
  /** Rows were found by the names in the first column of the block; these names were not found. */
  unknownNames: readonly string[];
  isByName: boolean;
}

/**
 * The plan for a block at the chosen cells. One value fills every chosen cell. A block that is pasted
 * on the fixed first column, or whose first column holds names of rows, goes to the rows of those
 * names, whatever their order in Excel.
 */
export function planPaste(
  block: readonly (readonly string[])[],
  chosen: Block,
  target: PasteTarget,
): PastePlan {
  const [first = []] = block;
  if (block.length === 1 && first.length === 1 && !isSingle(chosen)) {
    return planOf(filled(chosen, first[0] ?? ''), target);
  }
  if (chosen.from.column === 0 && target.isFixed(0) && first.length > 1) {
    return planByName(block, target);
  }
  return planOf(placed(block, chosen.from), target);
}

interface Typed {
  place: Place;
  text: string;
}

function planByName(block: readonly (readonly string[])[], target: PasteTarget): PastePlan {
  const rows = new Map<string, number>();
  for (let row = 0; row < target.rows; row += 1) rows.set(target.rowName(row).trim(), row);
  const unknownNames: string[] = [];
  const typed = block.flatMap(([name = '', ...texts]) => {
    const row = rows.get(name.trim());
    if (row === undefined) {
      if (name.trim() !== '') unknownNames.push(name.trim());
      return [];
    }
    return texts.map((text, index): Typed => ({ place: { row, column: index + 1 }, text }));
  });
  return { ...planOf(typed, target), unknownNames, isByName: true };
}

function planOf(typed: readonly Typed[], target: PasteTarget): PastePlan {
  const cells: PlannedCell[] = [];
  let [same, outside] = [0, 0];
  for (const { place, text } of typed) {
    if (place.row >= target.rows || place.column >= target.columns) {
      outside += 1;
      continue;
    }
    const from = target.value(place);
    const settled = target.settle(place, text);
    const to = 'value' in settled ? settled.value : text.trim();
    if (to === from) same += 1;
    else {
      cells.push({
        place,
        rowName: target.rowName(place.row),
        columnName: target.columnName(place.column),
        from,
        to,
        ...('refused' in settled ? { refused: settled.refused } : {}),
      });
    }
  }
  return { cells, same, outside, unknownNames: [], isByName: false };
}

function placed(block: readonly (readonly string[])[], { row, column }: Place): Typed[] {
  return block.flatMap((texts, down) =>
    texts.map((text, right) => ({ place: { row: row + down, column: column + right }, text })),
  );
}

function filled({ from, to }: Block, text: string): Typed[] {
  const typed: Typed[] = [];
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) {
      typed.push({ place: { row, column }, text });
    }
  }
  return typed;
}
