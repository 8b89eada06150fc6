/** The four tables of a roster: their titles, and how each column is written and read. */

import type { IsoDate } from '@oneneedle/kernel';
import type { Cell, ColumnType } from '../platform/index.ts';
import { dayIn, isCode, type Reading, shown, textIn, unreadable } from './cell-values.ts';
import { joinList, literal, literalOf, safeText, splitList, writtenAs } from './literal.ts';
import type { Names, Sort } from './names.ts';

/** What the cells of a roster are held against. */
export interface RosterContext {
  readonly names: Names;
  /** Peer groups of the scheme: a cell may hold the code or the name. */
  readonly groups: readonly { readonly code: string; readonly name: string }[];
}

/** A column of a table of the roster. */
export interface RosterColumn {
  readonly key: string;
  readonly title: string;
  /** Other titles that mean the same. */
  readonly also?: readonly string[];
  readonly type: ColumnType;
  readonly required?: boolean;
  /** What is merged down is meant for each row. */
  readonly carries: boolean;
  readonly hint?: string;
  readonly write: (value: unknown, context: RosterContext) => string;
  readonly read: (cell: Cell, context: RosterContext) => Reading<unknown>;
}

/** A table of the roster: a sheet of a workbook, or the rows of a CSV file that name it. */
export interface RosterTable {
  readonly key: 'units' | 'persons' | 'posts' | 'pairings';
  readonly name: string;
  readonly columns: readonly RosterColumn[];
}

const text = {
  type: 'text',
  write: (value: unknown) => safeText(String(value)),
  read: (cell: Cell) => textIn(cell),
} as const;

const own = { ...text, carries: false, required: true } as const;

const code = {
  ...own,
  read: (cell: Cell): Reading<string> => {
    const read = textIn(cell);
    if ('problem' in read || isCode(read.value)) return read;
    return {
      problem: `“${shown(read.value)}”不能作编码；编码以字母、数字或汉字开头，只用字母、数字、汉字和 . _ - （）。`,
    };
  },
} as const;

const list = {
  type: 'text',
  carries: true,
  write: (value: unknown) => joinList(value as readonly string[]),
  read: (cell: Cell): Reading<string[]> => {
    if (cell.kind === 'error') return unreadable(cell);
    return { value: splitList(cell.text) };
  },
} as const;

const day = {
  type: 'date',
  carries: true,
  hint: '写成 2026-03-06',
  write: (value: unknown) => safeText(value as IsoDate),
  read: (cell: Cell) => dayIn(cell),
} as const;

/** The Chinese words of the types that the program knows; others stand as they are. */
const typeWords: readonly (readonly [string, string])[] = [
  ['village', '村'],
  ['town', '乡镇'],
  ['station', '站所'],
  ['hamlet', '屋场'],
  ['branch', '党支部'],
];

const type = {
  type: 'text',
  carries: true,
  hint: '村、乡镇、站所、屋场、党支部等；不写是村',
  write: (value: unknown) => {
    const word = typeWords.find(([name]) => name === value)?.[1];
    const ways = [...(word === undefined ? [] : [word]), String(value)];
    return writtenAs(String(value), ways, typeOf, () => literal(String(value)));
  },
  read: (cell: Cell): Reading<string> => {
    const read = textIn(cell);
    if ('problem' in read) return read;
    return { value: literalOf(cell.text) ?? typeOf(read.value) };
  },
} as const;

function typeOf(word: string): string {
  return typeWords.find(([, chinese]) => chinese === word)?.[0] ?? word;
}

const group = {
  type: 'text',
  carries: true,
  hint: '办法里的类组',
  write: (value: unknown, context: RosterContext) => {
    const names = context.groups.flatMap((item) => (item.code === value ? [item.name] : []));
    const read = (cell: string) => groupOf(cell, context);
    return writtenAs(String(value), [...names, String(value)], read, () => literal(String(value)));
  },
  read: (cell: Cell, context: RosterContext): Reading<string> => {
    const read = textIn(cell);
    if ('problem' in read) return read;
    const value = literalOf(cell.text) ?? groupOf(read.value, context);
    if (value !== undefined && isCode(value)) return { value };
    const known = context.groups.map(({ name }) => name).join('、');
    const all = known === '' ? '' : `；办法里的类组有 ${known}`;
    return { problem: `没有“${shown(read.value)}”这个类组${all}，请改正。` };
  },
} as const;

function groupOf(word: string, { groups }: RosterContext): string | undefined {
  if (groups.length === 0) return word;
  const fitting = groups.filter((item) => item.code === word || item.name === word);
  return fitting.length === 1 ? fitting[0]?.code : undefined;
}

/** A unit or person of this roster. */
function inRoster(sort: Sort) {
  return {
    type: 'text',
    carries: true,
    required: true,
    write: (value: unknown, { names }: RosterContext) => names.nameOf(String(value), sort),
    read: (cell: Cell, { names }: RosterContext): Reading<string> => {
      if (cell.kind === 'error') return unreadable(cell);
      return names.codeIn(cell.text, sort);
    },
  } as const;
}

/** A unit of this roster or one outside it; a near miss of one inside is refused. */
const anyUnit = {
  type: 'text',
  carries: true,
  write: (value: unknown, { names }: RosterContext) => names.nameOf(String(value), 'unit'),
  read: (cell: Cell, { names }: RosterContext): Reading<string> => {
    if (cell.kind === 'error') return unreadable(cell);
    const found = names.codeIn(cell.text, 'unit');
    if ('value' in found) return found;
    if (!found.problem.includes('是不是') && isCode(cell.text)) return { value: cell.text };
    return { problem: `${found.problem}确是名册以外的单位，写成 ${literal(cell.text)}。` };
  },
} as const;

/** The tables of a roster, in the order of their sheets. */
export const rosterTables: readonly RosterTable[] = [
  {
    key: 'units',
    name: '单位',
    columns: [
      { key: 'code', title: '编码', hint: '不随改名改变', ...code },
      { key: 'name', title: '名称', also: ['单位名称', '村名'], ...own },
      { key: 'type', title: '类别', ...type },
      { key: 'group', title: '类组', ...group },
      { key: 'parent', title: '上级', also: ['上级单位'], ...anyUnit },
      { key: 'aliases', title: '曾用名', hint: '几个用；分开', also: ['旧名'], ...list },
      { key: 'tags', title: '标签', hint: '几个用；分开', ...list },
      { key: 'from', title: '起', also: ['起日', '设立日期'], ...day },
      { key: 'to', title: '止', also: ['止日', '撤销日期'], ...day },
    ],
  },
  {
    key: 'persons',
    name: '人员',
    columns: [
      { key: 'code', title: '编码', also: ['工号'], hint: '不会重名的编码，如工号', ...code },
      { key: 'name', title: '姓名', also: ['名称'], ...own },
      {
        key: 'class',
        title: '身份',
        also: ['身份类别', '人员类别'],
        hint: '公务员、事业编制、编外聘用、村党组织书记、村委会成员',
        ...text,
        required: true,
        carries: true,
      },
      { key: 'group', title: '类组', ...group },
      { key: 'tags', title: '标签', hint: '几个用；分开', ...list },
    ],
  },
  {
    key: 'posts',
    name: '任职',
    columns: [
      { key: 'person', title: '人员', also: ['姓名'], ...inRoster('person') },
      { key: 'unit', title: '单位', ...inRoster('unit') },
      { key: 'role', title: '职务', ...text, required: true, carries: true },
      { key: 'from', title: '起', also: ['起日', '任职日期'], ...day, required: true },
      { key: 'to', title: '止', also: ['止日', '离任日期'], ...day },
      { key: 'secondedTo', title: '借调到', also: ['借调单位'], ...anyUnit },
    ],
  },
  {
    key: 'pairings',
    name: '挂钩',
    columns: [
      {
        key: 'kind',
        title: '关系',
        hint: '包村干部、联系领导等',
        ...text,
        required: true,
        carries: true,
      },
      { key: 'person', title: '人员', also: ['姓名'], ...inRoster('person') },
      { key: 'unit', title: '单位', ...inRoster('unit') },
      { key: 'from', title: '起', also: ['起日'], ...day, required: true },
      { key: 'to', title: '止', also: ['止日'], ...day },
    ],
  },
];

/** The column of a CSV file that says which table a row belongs to. */
export const tableTitle = '表';
