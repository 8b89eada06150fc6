/** A roster from the sheets of a workbook or from one CSV file; every problem at its cell. */

import { type Finding, type Roster, readRoster, type Unit } from '@oneneedle/kernel';
import type { Cell, CellRemark, Sheet, TableFile } from '../platform/index.ts';
import { isCode, textIn } from './cell-values.ts';
import {
  cellAt,
  type DataRow,
  dataRows,
  type Head,
  type HeadColumn,
  headOf,
  headProblems,
  isOwn,
  isRemarkHead,
  isTotals,
  normalTitle,
} from './head.ts';
import { literalOf, splitList } from './literal.ts';
import { namesOf } from './names.ts';
import { nearest } from './near.ts';
import { personCode, personNumber } from './person-code.ts';
import {
  type RosterColumn,
  type RosterContext,
  type RosterTable,
  rosterTables,
  tableTitle,
} from './roster-columns.ts';
import type { RosterOptions } from './roster-sheets.ts';
import { sizeIn } from './sizes.ts';

/** What was read: the good rows as a roster, and what is wrong with the others. */
export interface RosterRead {
  readonly roster: Roster;
  readonly remarks: readonly CellRemark[];
  readonly goodRows: number;
  readonly badRows: number;
  /** The row of titles of each sheet, for whoever writes the remarks into it. */
  readonly headRows: Readonly<Record<string, number>>;
  /** Where the items of the roster were read, in the order of its lists. */
  readonly places: Readonly<Record<RosterTable['key'], readonly RosterPlace[]>>;
}

/** The row of an item, and which of its fields the row says anything about. */
export interface RosterPlace {
  readonly sheet: string;
  readonly row: number;
  readonly keys: ReadonlySet<string>;
}

/** What rows are held against beside the file itself. */
export interface RosterFromOptions extends RosterOptions {
  /**
   * The roster that the file is added to: its names may be used, and a row without a code means who
   * is called so there, or somebody new.
   */
  readonly known?: Roster;
}

/** Reads a roster; rows with a problem are left out and remarked. Never throws for what is written. */
export function rosterFrom(file: TableFile, options: RosterFromOptions = {}): RosterRead {
  const remarks: CellRemark[] = [];
  const { known } = options;
  const plain = file.sheets.flatMap((sheet) => rowsIn(sheet, remarks));
  const rows = known ? withCodes(plain, known) : plain;
  const names = namesOf(together(whoIsThere(rows), known));
  const context = { names, groups: options.groups ?? [] };
  const read = rows.map((row) => readRow(row, context));
  const entries = [...read, ...codesTwice(read)];
  const bad = new Set(entries.filter(({ remarks: own }) => own.length > 0).map(({ at }) => at));
  for (const { remarks: own } of entries) for (const remark of own) remarks.push(remark);
  const good = read.filter(({ at }) => !bad.has(at));
  const shaped = shapedRoster(good);
  const roster = shaped.findings.length === 0 ? shaped.roster : shapedRoster([]).roster;
  remarks.push(...shaped.findings.map((finding) => shapeRemark(finding, good)));
  const headRows = Object.fromEntries(rows.map(({ sheet, head }) => [sheet, head.row]));
  const places = placesOf(shaped.findings.length === 0 ? good : []);
  return { roster, remarks, goodRows: good.length, badRows: bad.size, headRows, places };
}

function placesOf(good: readonly Entry[]): RosterRead['places'] {
  const of = (key: string) =>
    good
      .filter(({ at }) => at.table.key === key)
      .map(({ at, value }) => ({
        sheet: at.sheet,
        row: at.row.row,
        keys: new Set(Object.keys(value)),
      }));
  return {
    units: of('units'),
    persons: of('persons'),
    posts: of('posts'),
    pairings: of('pairings'),
  };
}

/** Who is in the file goes before who was there already under the same code. */
function together(own: Roster, known: Roster | undefined): Roster {
  if (!known) return own;
  const codes = new Set([...own.units, ...own.persons].map(({ code }) => code));
  const isOther = ({ code }: { code: string }) => !codes.has(code);
  return {
    units: [...own.units, ...known.units.filter(isOther)],
    persons: [...own.persons, ...known.persons.filter(isOther)],
    posts: [],
    pairings: [],
  };
}

/** Gives rows without a code the code of who is called so, a new number, or for a unit its name. */
function withCodes(rows: readonly RosterRow[], known: Roster): RosterRow[] {
  const names = namesOf(known);
  const own = whoIsThere(rows);
  let number = Math.max(
    0,
    ...[...known.persons, ...own.persons].map(({ code }) => personNumber(code)),
  );
  return rows.map((row): RosterRow => {
    const { key } = row.table;
    if ((key !== 'units' && key !== 'persons') || wordsIn(row, 'code') !== '') return row;
    const name = wordsIn(row, 'name');
    if (name === '' || isTotals(row.row)) return row;
    const found = names.codeIn(name, key === 'units' ? 'unit' : 'person');
    if ('value' in found) return { ...row, code: found.value };
    if (found.problem.includes('请改写编码')) return row;
    if (key === 'units') return isCode(name) ? { ...row, code: name } : row;
    number += 1;
    return { ...row, code: personCode(number) };
  });
}

/** A row of the file that belongs to a table of the roster. */
interface RosterRow {
  readonly sheet: string;
  readonly table: RosterTable;
  readonly head: Head;
  readonly row: DataRow;
  /** Sizes by the column they stand in. */
  readonly sizes: ReadonlyMap<number, string>;
  /** The code that was found for a row that says none. */
  readonly code?: string;
}

interface Entry {
  readonly at: RosterRow;
  readonly value: Readonly<Record<string, unknown>>;
  readonly remarks: readonly CellRemark[];
}

const asides: ReadonlySet<string> = new Set(['说明', '填表说明', '填写说明', '备注']);

function rowsIn(sheet: Sheet, remarks: CellRemark[]): RosterRow[] {
  if (sheet.rows.every((cells) => !cells.some(isOwn)) || asides.has(sheet.name.trim())) return [];
  const named = rosterTables.find(({ name }) => name === sheet.name.trim());
  const possible = named ? [named] : rosterTables;
  const head = headOf(sheet, (title) => isKnown(title, possible) || title === tableTitle);
  if (!head) {
    remarks.push({ sheet: sheet.name, row: 1, sentence: noHead(sheet.name) });
    return [];
  }
  const byRow = head.columns.find(({ title }) => normalTitle(title) === tableTitle)?.column;
  const alone = byRow === undefined && sheet.name === '' ? rosterTables[0] : named;
  if (byRow === undefined && !alone) {
    remarks.push({ sheet: sheet.name, row: head.row, sentence: noHead(sheet.name) });
    return [];
  }
  const rows = dataRows(sheet, head);
  const tables = alone ? [alone] : rosterTables;
  const sizes = sizeColumns(head, { tables, sheet: sheet.name, remarks });
  const meaning = (title: string) => meaningOf(title, tables);
  for (const problem of headProblems(head, rows, meaning)) {
    remarks.push({ sheet: sheet.name, ...problem, column: problem.column + 1 });
  }
  return rows.flatMap((row) => {
    const table = alone ?? tableIn(row, byRow ?? 0);
    if (table) return [{ sheet: sheet.name, table, head, row, sizes }];
    const sentence = `“${tableTitle}”一列要写 ${rosterTables.map(({ name }) => name).join('、')} 之一；请改正。`;
    remarks.push({ sheet: sheet.name, row: row.row, column: (byRow ?? 0) + 1, sentence });
    return [];
  });
}

function noHead(sheet: string): string {
  const known = rosterTables.find(({ name }) => name === sheet.trim());
  if (known) {
    const titles = known.columns.slice(0, 3).map(({ title }) => title);
    return `表《${sheet}》没有读：认不出标题行；标题行至少要有名册的两栏，如 ${titles.join('、')}。请补上标题。`;
  }
  const names = rosterTables.map(({ name }) => name);
  const close = nearest(sheet, names);
  const what = sheet === '' ? '这个文件' : `表《${sheet}》`;
  const advice = close === undefined ? `名册的表叫 ${names.join('、')}` : `是不是《${close}》`;
  return `${what}没有读：认不出它的名字和标题行；${advice}。请改正表名和标题，不是名册的请移到别的文件。`;
}

function tableIn(row: DataRow, column: number): RosterTable | undefined {
  const written = cellAt(row, column, true).text.trim();
  return rosterTables.find(({ name }) => name === written);
}

function columnFor(title: string, table: RosterTable): RosterColumn | undefined {
  const normal = normalTitle(title);
  const exact = table.columns.find((column) => column.title === normal);
  return exact ?? table.columns.find(({ also }) => also?.includes(normal));
}

/** The columns of a table by what they hold; the title itself goes before its synonyms. */
function columnsIn(head: Head, table: RosterTable): ReadonlyMap<string, HeadColumn> {
  const columns = new Map<string, HeadColumn>();
  for (const isExact of [true, false]) {
    for (const item of head.columns) {
      const known = columnFor(item.title, table);
      const fits = known && (known.title === normalTitle(item.title)) === isExact;
      if (known && fits && !columns.has(known.key)) columns.set(known.key, item);
    }
  }
  return columns;
}

function isKnown(title: string, tables: readonly RosterTable[]): boolean {
  return tables.some((table) => columnFor(title, table) !== undefined);
}

/** Titles that mean the same in one of the tables are one column. */
function meaningOf(title: string, tables: readonly RosterTable[]): string | undefined {
  const normal = normalTitle(title);
  if (isRemarkHead(title)) return undefined;
  const keys = tables.map((table) => columnFor(title, table)?.key ?? '');
  return keys.some((key) => key !== '') ? keys.join(' ') : normal;
}

/** Titles that are none of the roster's are sizes of units, unless they look like a slip. */
function sizeColumns(
  head: Head,
  at: { tables: readonly RosterTable[]; sheet: string; remarks: CellRemark[] },
): ReadonlyMap<number, string> {
  const sizes = new Map<number, string>();
  const titles = at.tables.flatMap(({ columns }) => columns.map(({ title }) => title));
  for (const { column, title } of head.columns) {
    const normal = normalTitle(title);
    if (normal === tableTitle || isRemarkHead(title) || isKnown(title, at.tables)) continue;
    const kept = literalOf(title);
    const close = kept === undefined ? nearest(normal, titles) : undefined;
    const hasUnits = at.tables.some(({ key }) => key === 'units');
    if (close === undefined && hasUnits) {
      sizes.set(column, kept ?? title);
      continue;
    }
    const advice = close === undefined ? '请删去这一列' : `是不是“${close}”？请改正标题`;
    const sentence = `没有“${title}”这一栏，整列没有读；${advice}。`;
    at.remarks.push({ sheet: at.sheet, row: head.row, column: column + 1, sentence });
  }
  return sizes;
}

const blank: Cell = { kind: 'blank', text: '' };

function cellIn({ head, row, table }: RosterRow, key: string): Cell {
  const column = columnsIn(head, table).get(key)?.column;
  return column === undefined ? blank : cellAt(row, column, false);
}

function wordsIn(row: RosterRow, key: string): string {
  const read = textIn(cellIn(row, key));
  return 'value' in read ? read.value : '';
}

/** Codes and names first, so that the other columns can be held against them. */
function whoIsThere(rows: readonly RosterRow[]): Roster {
  const of = (key: string) => rows.filter(({ table }) => table.key === key);
  const units = of('units').map((row): Unit => {
    const aliases = splitList(cellIn(row, 'aliases').text);
    const [code, name] = [row.code ?? wordsIn(row, 'code'), wordsIn(row, 'name')];
    return { code, name, type: '', aliases, tags: [], sizes: {} };
  });
  const persons = of('persons').map((row) => {
    return {
      code: row.code ?? wordsIn(row, 'code'),
      name: wordsIn(row, 'name'),
      class: '',
      tags: [],
    };
  });
  const isNamed = ({ code }: { code: string }) => code !== '';
  return {
    units: units.filter(isNamed),
    persons: persons.filter(isNamed),
    posts: [],
    pairings: [],
  };
}

function readRow(at: RosterRow, context: RosterContext): Entry {
  const remarks: CellRemark[] = [];
  const value: Record<string, unknown> = {};
  const say = (column: number | undefined, sentence: string) =>
    remarks.push({
      sheet: at.sheet,
      row: at.row.row,
      ...(column === undefined ? {} : { column: column + 1 }),
      sentence,
    });
  if (isTotals(at.row)) {
    say(undefined, `第 ${at.row.row} 行是合计，不是${at.table.name}，没有读；请删去这一行。`);
    return { at, value, remarks };
  }
  const columns = columnsIn(at.head, at.table);
  for (const { key, title, required, carries, read } of at.table.columns) {
    const column = columns.get(key)?.column;
    const cell = column === undefined ? blank : cellAt(at.row, column, carries);
    if (cell.kind === 'blank') {
      if (key === 'code' && at.code !== undefined) value[key] = at.code;
      else if (required) say(column, `没有写“${title}”，${at.table.name}表必须填；请补上。`);
      continue;
    }
    const found = read(cell, context);
    if ('value' in found) value[key] = found.value;
    else say(column, found.problem);
  }
  if (at.table.key === 'units') readSizes(at, value, say);
  return { at, value, remarks };
}

function readSizes(
  { row, sizes }: RosterRow,
  value: Record<string, unknown>,
  say: (column: number, sentence: string) => void,
): void {
  const read = [...sizes].flatMap(([column, name]) => {
    const cell = cellAt(row, column, false);
    if (cell.kind === 'blank') return [];
    const size = sizeIn(cell, value.from as string | undefined);
    if ('value' in size) return [[name, size.value] as const];
    say(column, `“${name}”：${size.problem}`);
    return [];
  });
  if (read.length > 0) value.sizes = Object.fromEntries(read);
}

/** A code stands for one unit or person; both rows are named. */
function codesTwice(entries: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const { at, value } = entry;
    const { code } = value;
    if (typeof code !== 'string' || (at.table.key !== 'units' && at.table.key !== 'persons')) {
      return [];
    }
    const earlier = first.get(code);
    if (!earlier) {
      first.set(code, entry);
      return [];
    }
    const sentence = `编码“${code}”用了两次：${rowWords(earlier.at)}和${rowWords(at)}；一个编码只能是一个单位或一个人，请改其中一个。`;
    return [earlier, entry].map(({ at: where }) => ({
      at: where,
      value,
      remarks: [{ sheet: where.sheet, row: where.row.row, sentence }],
    }));
  });
}

function rowWords({ sheet, row }: RosterRow): string {
  return `${sheet === '' ? '' : `表《${sheet}》`}第 ${row.row} 行`;
}

/** The same shape, defaults and refusals as for a roster written by hand. */
function shapedRoster(entries: readonly Entry[]) {
  const of = (key: string) =>
    entries.flatMap(({ at, value }) => (at.table.key === key ? [value] : []));
  const tables = Object.fromEntries(rosterTables.map(({ key }) => [key, of(key)]));
  return readRoster(JSON.stringify(tables));
}

function shapeRemark(finding: Finding, entries: readonly Entry[]): CellRemark {
  const [, key = '', index = ''] = /^(\w+)\[(\d+)\]/.exec(finding.path) ?? [];
  const rows = entries.filter(({ at }) => at.table.key === key);
  const at = rows[Number(index)]?.at;
  return { sheet: at?.sheet ?? '', row: at?.row.row ?? 1, sentence: finding.sentence };
}
