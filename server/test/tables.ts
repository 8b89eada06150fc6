/** Tables in memory: what was written as it would be read, and small sheets typed by hand. */

import type { Roster } from '@oneneedle/kernel';
import type { Cell, NewSheet, Sheet, TableFile } from '../src/platform/index.ts';

/** What a cell is typed as: a text, a number, a date `{ date }`, or any cell. */
export type Typed = string | number | { readonly date: string } | Cell;

/** A cell as it is read from a workbook. */
export function cell(typed: Typed): Cell {
  if (typeof typed === 'number') return { kind: 'number', text: String(typed) };
  if (typeof typed === 'string') return { kind: typed === '' ? 'blank' : 'text', text: typed };
  return 'date' in typed ? { kind: 'date', text: typed.date } : typed;
}

/** A sheet of rows, the first of which is row 1. */
export function sheet(name: string, rows: readonly (readonly Typed[])[]): Sheet {
  return { name, rows: rows.map((row) => row.map(cell)) };
}

/** A workbook in memory; one sheet without a name is a CSV file. */
export function file(...sheets: readonly Sheet[]): TableFile {
  const isCsv = sheets.length === 1 && sheets[0]?.name === '';
  return { path: isCsv ? 'facts.csv' : 'facts.xlsx', format: isCsv ? 'csv' : 'xlsx', sheets };
}

/** What a cell carries that an area merged over these rows covers; the first is its own. */
export function merged(typed: Typed, rows: number): Cell[] {
  return Array.from({ length: rows }, (_, index) => ({
    ...cell(typed),
    merged: { rows, columns: 1, isFirst: index === 0 },
  }));
}

/** Written sheets as they would be read again: dates and numbers as such, all else as text. */
export function readBack(...sheets: readonly NewSheet[]): TableFile {
  return file(
    ...sheets.map(({ name, title, columns, rows }) => ({
      name,
      rows: [
        ...(title ?? []).map((line) => [cell(line)]),
        columns.map((column) => cell(column.title)),
        ...rows.map((row) =>
          row.map((text, index) => {
            const type = columns[index]?.type;
            if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return cell({ date: text });
            const isNumber = type === 'number' && /^-?\d+(?:\.\d+)?$/.test(text);
            return isNumber ? { kind: 'number' as const, text } : cell(text);
          }),
        ),
      ],
    })),
  );
}

/** A small roster of invented villages and people. */
export const roster: Roster = {
  units: [
    unit('V1', '东溪村', ['东溪头村']),
    unit('V2', '西岗村'),
    unit('V3', '石桥村', ['石桥头村']),
    unit('V4', '柳湾村', ['河湾村']),
    unit('V5', '河口村', ['河湾村']),
  ],
  persons: [
    { code: 'P1', name: '周雨水', class: '村委会成员', tags: [] },
    { code: 'P2', name: '周雨水', class: '村党组织书记', tags: [] },
    { code: 'P3', name: '何惊蛰', class: '村委会成员', tags: [] },
  ],
  posts: [],
  pairings: [],
};

function unit(code: string, name: string, aliases: readonly string[] = []) {
  return { code, name, type: 'village', aliases, tags: [], sizes: {} };
}
