/** Rows of goals from a workbook, every problem at its cell. */

import {
  cellAt,
  type DataRow,
  dataRows,
  type Head,
  headOf,
  headProblems,
  isOwn,
  isRemarkHead,
  isTotals,
  type Names,
  nearest,
  normalTitle,
} from '../../org/index.ts';
import type { CellRemark, Sheet, TableFile } from '../../platform/index.ts';
import { type GoalCells, type GoalColumn, goalColumns } from './columns.ts';

/** A row as it was read. */
export interface GoalLine {
  readonly sheet: string;
  readonly row: number;
  readonly cells: GoalCells;
  /** Columns of the sheet by key, counted from 1. */
  readonly columns: ReadonlyMap<string, number>;
  readonly isBad: boolean;
}

export interface GoalsRead {
  readonly lines: readonly GoalLine[];
  readonly remarks: readonly CellRemark[];
  readonly headRows: Readonly<Record<string, number>>;
}

/** Reads every sheet that has a head of goals. */
export function goalsFrom({ sheets }: TableFile, names: Names): GoalsRead {
  const remarks: CellRemark[] = [];
  const headRows: Record<string, number> = {};
  const lines = sheets.flatMap((sheet): GoalLine[] => {
    if (sheet.isHidden || !sheet.rows.some((cells) => cells.some(isOwn))) return [];
    const head = headOf(sheet, (title) => columnFor(title) !== undefined);
    if (!head) {
      remarks.push({ sheet: sheet.name, row: 1, sentence: noHead });
      return [];
    }
    headRows[sheet.name] = head.row;
    return linesIn(sheet, head, { names, remarks });
  });
  return { lines, remarks, headRows };
}

const noHead =
  '这张表没有读：认不出标题行；标题行至少要有“编号”“目标”等两栏。请补上标题，不是目标的表请移到别的文件。';

interface Into {
  readonly names: Names;
  readonly remarks: CellRemark[];
}

function linesIn(sheet: Sheet, head: Head, { names, remarks }: Into): GoalLine[] {
  const rows = dataRows(sheet, head);
  const columns = columnsIn(head);
  const meaning = (title: string) => (isRemarkHead(title) ? undefined : columnFor(title)?.key);
  for (const problem of headProblems(head, rows, meaning)) {
    remarks.push({ sheet: sheet.name, ...problem, column: problem.column + 1 });
  }
  for (const { column, title } of head.columns) {
    if (isRemarkHead(title) || columnFor(title)) continue;
    const close = nearest(
      normalTitle(title),
      goalColumns.map((one) => one.title),
    );
    const advice = close === undefined ? '请删去这一列' : `是不是“${close}”？请改正标题`;
    const sentence = `没有“${title}”这一栏，整列没有读；${advice}。`;
    remarks.push({ sheet: sheet.name, row: head.row, column: column + 1, sentence });
  }
  return rows.map((row) => {
    const cells: GoalCells = { fields: {} };
    const found = readRow(row, { columns, cells, names });
    remarks.push(...found.map((remark) => ({ ...remark, sheet: sheet.name, row: row.row })));
    const { row: at } = row;
    return { sheet: sheet.name, row: at, cells, columns, isBad: found.length > 0 };
  });
}

interface Reading {
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: GoalCells;
  readonly names: Names;
}

function readRow(row: DataRow, { columns, cells, names }: Reading) {
  if (isTotals(row)) {
    return [{ sentence: `第 ${row.row} 行是合计，不是目标，没有读；请删去这一行。` }];
  }
  return goalColumns.flatMap(({ key, title, required, read }) => {
    const column = columns.get(key);
    const cell = column === undefined ? undefined : cellAt(row, column - 1, false);
    if (!cell || cell.kind === 'blank') {
      if (!required || key !== 'code') return [];
      const sentence = `没有写“${title}”，不知道是哪一个目标；请补上。`;
      return [{ ...(column === undefined ? {} : { column }), sentence }];
    }
    const sentence = read(cell, cells, names);
    return sentence === undefined || column === undefined ? [] : [{ column, sentence }];
  });
}

function columnsIn(head: Head): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  // The title itself goes before its synonyms.
  for (const isExact of [true, false]) {
    for (const { column, title } of head.columns) {
      const known = columnFor(title);
      const fits = known && (normalTitle(known.title) === normalTitle(title)) === isExact;
      if (known && fits && !columns.has(known.key)) columns.set(known.key, column + 1);
    }
  }
  return columns;
}

function columnFor(title: string): GoalColumn | undefined {
  const normal = normalTitle(title);
  return (
    goalColumns.find((column) => normalTitle(column.title) === normal) ??
    goalColumns.find(({ also }) => also?.includes(normal))
  );
}
