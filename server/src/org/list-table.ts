/**
 * A plain list as a table both ways: one sheet, a row an item, a key that names it. Pure: what a file
 * says is held against what is kept; a blank cell leaves what stands, and no row takes anything away.
 */

import type {
  Cell,
  CellRemark,
  ColumnType,
  NewSheet,
  Sheet,
  TableFile,
} from '../platform/index.ts';
import type { Reading } from './cell-values.ts';
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
  normalTitle,
} from './head.ts';

/** A column of a list. */
export interface ListColumn<T> {
  readonly key: keyof T & string;
  readonly title: string;
  /** Other titles that mean the same. */
  readonly also?: readonly string[];
  readonly type: ColumnType;
  readonly required?: boolean;
  readonly hint?: string;
  readonly options?: readonly string[];
  readonly read: (cell: Cell) => Reading<T[keyof T & string]>;
  readonly write: (item: T) => string;
}

/** A list: its columns, and what makes two rows the same item. */
export interface ListTable<T extends object> {
  /** Name of its sheet: 履职清单. */
  readonly name: string;
  readonly columns: readonly ListColumn<T>[];
  readonly keyOf: (item: T) => string;
  readonly labelOf: (item: T) => string;
  /** What a new item has where its row is silent. */
  readonly blank: T;
  /** What is wrong with an item as a whole. */
  readonly refuse?: (item: T) => string | undefined;
}

/** What a file would change, and what is wrong in it. */
export interface ListPlan<T> {
  readonly added: readonly T[];
  readonly changed: readonly T[];
  readonly same: number;
  readonly goodRows: number;
  readonly badRows: number;
  readonly remarks: readonly CellRemark[];
  readonly changes: readonly {
    readonly label: string;
    readonly isNew: boolean;
    readonly fields: readonly { title: string; before: string; after: string }[];
  }[];
  /** The row of titles of each sheet, for whoever writes the remarks into it. */
  readonly headRows: Readonly<Record<string, number>>;
}

interface Draft<T> {
  readonly added: T[];
  readonly changed: T[];
  same: number;
  readonly bad: Set<string>;
  readonly remarks: CellRemark[];
  readonly changes: ListPlan<T>['changes'][number][];
  readonly seen: Map<string, number>;
}

/** Holds a file against what is kept. Never throws for what is written in it. */
export function planList<T extends object>(
  table: ListTable<T>,
  existing: readonly T[],
  file: TableFile,
): ListPlan<T> {
  const kept = new Map(existing.map((item) => [table.keyOf(item), item]));
  const draft: Draft<T> = {
    added: [],
    changed: [],
    same: 0,
    bad: new Set(),
    remarks: [],
    changes: [],
    seen: new Map(),
  };
  const headRows: Record<string, number> = {};
  for (const sheet of file.sheets) {
    if (!sheet.rows.some((cells) => cells.some(isOwn))) continue;
    const head = headOf(sheet, (title) => columnFor(table, title) !== undefined);
    if (!head) {
      const sentence = `没有读：认不出标题行；标题要有 ${requiredTitles(table)}。请补上标题，或删去这张表。`;
      draft.remarks.push({ sheet: sheet.name, row: 1, sentence });
      continue;
    }
    headRows[sheet.name] = head.row;
    readSheet(draft, table, { sheet, head, kept });
  }
  return {
    added: draft.added,
    changed: draft.changed,
    same: draft.same,
    goodRows: draft.added.length + draft.changed.length + draft.same,
    badRows: draft.bad.size,
    remarks: draft.remarks,
    changes: draft.changes,
    headRows,
  };
}

/** The list as a sheet that the import reads back. */
export function listSheet<T extends object>(
  table: ListTable<T>,
  items: readonly T[],
  spareRows = 0,
): NewSheet {
  return {
    name: table.name,
    columns: table.columns.map(({ title, type, required, hint, options }) => ({
      title,
      type,
      ...(required ? { required } : {}),
      ...(hint === undefined ? {} : { hint }),
      ...(options ? { options: { values: options, strict: true } } : {}),
    })),
    rows: items.map((item) => table.columns.map(({ write }) => write(item))),
    spareRows,
  };
}

function requiredTitles<T extends object>({ columns }: ListTable<T>): string {
  return columns.flatMap(({ required, title }) => (required ? [title] : [])).join('、');
}

function columnFor<T extends object>({ columns }: ListTable<T>, title: string) {
  const normal = normalTitle(title);
  return columns.find((column) => column.title === normal || column.also?.includes(normal));
}

/** Columns that any sheet may have and no list reads. */
const asides: ReadonlySet<string> = new Set(['序号', '备注']);

interface SheetAt<T> {
  readonly sheet: Sheet;
  readonly head: Head;
  readonly kept: ReadonlyMap<string, T>;
}

function readSheet<T extends object>(draft: Draft<T>, table: ListTable<T>, at: SheetAt<T>): void {
  const { sheet, head } = at;
  const say = (row: number, column: number | undefined, sentence: string) =>
    draft.remarks.push({
      sheet: sheet.name,
      row,
      ...(column === undefined ? {} : { column: column + 1 }),
      sentence,
    });
  for (const { column, title } of head.columns) {
    if (isRemarkHead(title) || asides.has(normalTitle(title)) || columnFor(table, title)) continue;
    say(head.row, column, `没有“${title}”这一栏，整列没有读；请改正标题，或删去这一列。`);
  }
  const rows = dataRows(sheet, head);
  const meaning = (title: string) => columnFor(table, title)?.key;
  for (const { row, column, sentence } of headProblems(head, rows, meaning)) {
    say(row, column, sentence);
  }
  for (const row of rows) {
    if (isTotals(row)) continue;
    const before = draft.remarks.length;
    const read = readRow(table, { row, head, say });
    if (draft.remarks.length === before) takeRow(draft, table, { read, row, at, say });
    if (draft.remarks.length > before) draft.bad.add(`${sheet.name} ${row.row}`);
  }
}

type Say = (row: number, column: number | undefined, sentence: string) => void;

function readRow<T extends object>(
  table: ListTable<T>,
  { row, head, say }: { row: DataRow; head: Head; say: Say },
): Partial<T> {
  const value: Partial<T> = {};
  for (const column of table.columns) {
    const at = head.columns.find(
      ({ title }) => columnFor(table, title)?.key === column.key,
    )?.column;
    const cell: Cell = at === undefined ? { kind: 'blank', text: '' } : cellAt(row, at, true);
    if (cell.kind === 'blank') {
      if (column.required) say(row.row, at, `没有写“${column.title}”，必须填；请补上。`);
      continue;
    }
    const found = column.read(cell);
    if ('value' in found) value[column.key] = found.value;
    else say(row.row, at, found.problem);
  }
  return value;
}

interface RowAt<T> {
  readonly read: Partial<T>;
  readonly row: DataRow;
  readonly at: SheetAt<T>;
  readonly say: Say;
}

function takeRow<T extends object>(
  draft: Draft<T>,
  table: ListTable<T>,
  { read, row, at: { kept }, say }: RowAt<T>,
): void {
  const key = table.keyOf({ ...table.blank, ...read });
  const old = kept.get(key);
  const next: T = { ...(old ?? table.blank), ...read };
  const first = draft.seen.get(key);
  const problem =
    first === undefined
      ? table.refuse?.(next)
      : `和第 ${first} 行是同一项（${table.labelOf(next)}）；请只留一行。`;
  if (problem !== undefined) {
    say(row.row, undefined, problem);
    return;
  }
  draft.seen.set(key, row.row);
  const fields = table.columns.flatMap(({ title, write }) => {
    const [before, after] = [old ? write(old) : '', write(next)];
    return before === after ? [] : [{ title, before, after }];
  });
  if (old && fields.length === 0) {
    draft.same += 1;
    return;
  }
  (old ? draft.changed : draft.added).push(next);
  draft.changes.push({ label: table.labelOf(next), isNew: !old, fields });
}
