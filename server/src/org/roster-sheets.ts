/** The roster as tables of a workbook or of one CSV file, and the empty ones to be filled in. */

import { parseExact, type Roster, type Scheme, type Unit } from '@oneneedle/kernel';
import { type Column, type NewSheet, remarkTitle } from '../platform/index.ts';
import { normalTitle } from './head.ts';
import { literal, safeText } from './literal.ts';
import { namesOf } from './names.ts';
import { nearest } from './near.ts';
import {
  type RosterColumn,
  type RosterContext,
  type RosterTable,
  rosterTables,
  tableTitle,
} from './roster-columns.ts';
import { sizeText } from './sizes.ts';

/** What the scheme adds to a roster: its peer groups by name. */
export interface RosterOptions {
  readonly groups?: Scheme['groups'];
}

/** The roster as the sheets of a workbook; tables without rows are left out, but for the units. */
export function rosterSheets(roster: Roster, options: RosterOptions = {}): NewSheet[] {
  const context = contextOf(roster, options);
  return rosterTables.flatMap((table) => {
    const rows = rowsOf(table, roster, context);
    if (rows.length === 0 && table.key !== 'units') return [];
    return [{ name: table.name, columns: columnsOf(table, sizeNames(roster, table)), rows }];
  });
}

/** The whole roster as one table, for a CSV file: the column 表 says what each row is. */
export function rosterTable(roster: Roster, options: RosterOptions = {}): NewSheet {
  const context = contextOf(roster, options);
  const sheets = rosterTables.map((table) => ({
    name: table.name,
    columns: columnsOf(table, sizeNames(roster, table)),
    rows: rowsOf(table, roster, context),
  }));
  const used = sheets.filter(({ name, rows }) => rows.length > 0 || name === '单位');
  const columns = new Map(used.flatMap((sheet) => sheet.columns.map((item) => [item.title, item])));
  const titles = [...columns.keys()];
  const rows = used.flatMap((sheet) =>
    sheet.rows.map((row) => [
      sheet.name,
      ...titles.map(
        (title) => row[sheet.columns.findIndex((column) => column.title === title)] ?? '',
      ),
    ]),
  );
  return {
    name: '名册',
    columns: [{ title: tableTitle, type: 'text' }, ...columns.values()],
    rows,
  };
}

/** An empty roster to be filled in, with the peer groups of the scheme to choose from. */
export function rosterTemplateSheets(scheme: Scheme): NewSheet[] {
  const sizes = sizesIn(scheme);
  return rosterTables.map((table) => ({
    name: table.name,
    title: [`名册：${table.name}`, howTo[table.key]],
    columns: columnsOf(table, table.key === 'units' ? sizes : []).map((column) =>
      column.title === '类组' && scheme.groups
        ? { ...column, options: { values: scheme.groups.map(({ name }) => name), strict: true } }
        : column,
    ),
    rows: [],
    spareRows: 200,
  }));
}

const howTo: Readonly<Record<RosterTable['key'], string>> = {
  units:
    '一行一个单位。改了名的，名称写现在的，旧名写进曾用名，编码不变。人口、户数等各加一列；年中变动的写成 1460；2026-07-01起 2250。',
  persons: '一行一个人。只考核单位、不考核个人的，可以空着。',
  posts: '一行一段任职：同一个人换了职务，另起一行；还在任的，止空着。',
  pairings: '包村干部、联系领导等，一行一段；还在联系的，止空着。',
};

function contextOf(roster: Roster, { groups }: RosterOptions): RosterContext {
  return { names: namesOf(roster), groups: groups ?? [] };
}

function columnsOf(table: RosterTable, sizes: readonly string[]): Column[] {
  return [
    ...table.columns.map(({ title, type, required, hint }: RosterColumn): Column => {
      return {
        title,
        type,
        ...(required ? { required } : {}),
        ...(hint === undefined ? {} : { hint }),
      };
    }),
    ...sizes.map((name): Column => ({ title: sizeTitle(name), type: 'number' })),
  ];
}

/** A size whose name could be taken for another column stands in brackets. */
function sizeTitle(name: string): string {
  const titles = rosterTables.flatMap(({ columns }) =>
    columns.flatMap(({ title, also }) => [title, ...(also ?? [])]),
  );
  const isTaken = [...titles, tableTitle, remarkTitle].includes(normalTitle(name));
  return isTaken || nearest(normalTitle(name), titles) ? literal(name) : safeText(name);
}

function rowsOf(table: RosterTable, roster: Roster, context: RosterContext): string[][] {
  const sizes = sizeNames(roster, table);
  return roster[table.key].map((item) => {
    const record = item as unknown as Readonly<Record<string, unknown>>;
    const cells = table.columns.map(({ key, write }) => {
      const value = record[key];
      const isBlank = value === undefined || (Array.isArray(value) && value.length === 0);
      return isBlank ? '' : write(value, context);
    });
    return [...cells, ...sizes.map((name) => sizeOf(item as Unit, name))];
  });
}

function sizeOf({ sizes, from }: Unit, name: string): string {
  const size = Object.hasOwn(sizes, name) ? sizes[name] : undefined;
  return size === undefined ? '' : sizeText(size, from);
}

function sizeNames({ units }: Roster, { key }: RosterTable): string[] {
  return key === 'units' ? [...new Set(units.flatMap(({ sizes }) => Object.keys(sizes)))] : [];
}

/** The sizes that a scheme asks for, wherever it does; the size of a sample is a number. */
function sizesIn(part: unknown): string[] {
  if (Array.isArray(part)) return [...new Set(part.flatMap(sizesIn))];
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.entries(part).flatMap(([key, value]) =>
    key === 'size' && typeof value === 'string' && !parseExact(value) ? [value] : sizesIn(value),
  );
  return [...new Set(own)];
}
