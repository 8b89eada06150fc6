/** What the columns of a sheet of facts mean, kind by kind, and which of them mean nothing. */

import type { FactKind } from '@oneneedle/kernel';
import {
  cellAt,
  type DataRow,
  dataRows,
  type Head,
  headOf,
  headProblems,
  isOwn,
  nearest,
  normalTitle,
  shown,
} from '../org/index.ts';
import type { CellRemark, Sheet } from '../platform/index.ts';
import { asides, type KindMeant, otherSheet, sameSheet } from './catalogue.ts';
import type { Ledger } from './context.ts';
import { keyOf, type Meaning, meaningOf, titleOf, titlesFor } from './titles.ts';

/** A sheet of facts whose head was found. */
export interface FactSheet {
  readonly name: string;
  readonly head: Head;
  readonly rows: readonly DataRow[];
  /** The kind of all rows, where the sheet is named after it and no column says otherwise. */
  readonly kind: KindMeant | undefined;
  /** The column that says the kind of each row. */
  readonly kindColumn: number | undefined;
  /** What each column means for a kind, in the order of the head. */
  meaningsFor(kind: FactKind | undefined): readonly ColumnMeaning[];
}

/** What a column means; undefined where it means nothing for the kind. */
export interface ColumnMeaning {
  readonly column: number;
  readonly title: string;
  readonly meaning: Meaning | 'ignored' | undefined;
}

/** The sheet, or undefined where it holds no facts; what is wrong with its head is remarked. */
export function factSheetOf(
  sheet: Sheet,
  ledger: Ledger,
  remarks: CellRemark[],
): FactSheet | undefined {
  const name = sheet.name.trim();
  if (asides.has(name) || sheet.rows.every((cells) => !cells.some(isOwn))) return undefined;
  const named = kindOfSheet(name, ledger);
  const kinds = named?.kind ? [named.kind] : ledger.catalogue.kinds;
  const isKnown = (title: string) => kinds.some((kind) => meaningOf(title, kind) !== undefined);
  const head = headOf(sheet, isKnown);
  const kindColumn = head?.columns.find(({ title }) => isPart(meaningOf(title, undefined), 'kind'));
  if (!head || !(kindColumn || named)) {
    const row = head?.row ?? 1;
    remarks.push({ sheet: sheet.name, row, sentence: noFacts(name, head, ledger) });
    return undefined;
  }
  const rows = dataRows(sheet, head).filter((row) => saysMore(row, head));
  const columns = kindColumn ? ledger.catalogue.kinds : kinds;
  for (const problem of headProblems(head, rows, (title) => shared(title, columns))) {
    remarks.push({ ...problem, sheet: sheet.name, column: problem.column + 1 });
  }
  return {
    name: sheet.name,
    head,
    rows,
    kind: kindColumn ? undefined : named,
    kindColumn: kindColumn?.column,
    meaningsFor: remembered((kind) =>
      head.columns.map(({ column, title }) => ({ column, title, meaning: meaningOf(title, kind) })),
    ),
  };
}

/** Rows that were numbered in advance and hold nothing else are still empty. */
function saysMore({ cells }: DataRow, { columns }: Head): boolean {
  const numbers = ['kind', 'id', 'seq'];
  const idle = columns.filter(({ title }) => {
    const meaning = meaningOf(title, undefined);
    return numbers.some((part) => isPart(meaning, part));
  });
  return cells.some((cell, at) => isOwn(cell) && !idle.some(({ column }) => column === at));
}

/**
 * Titles that no kind of the sheet knows: nothing below them is read. In a table of several kinds
 * they are the fields of those without an entry, and harmless while nothing stands below them.
 */
export function strangeColumns(sheet: FactSheet, ledger: Ledger): CellRemark[] {
  const { head, kind } = sheet;
  const kinds = kind ? [kind.kind] : ledger.catalogue.kinds;
  return head.columns.flatMap(({ column, title }) => {
    if (kinds.some((item) => meaningOf(title, item) !== undefined)) return [];
    const filled = sheet.rows.filter((row) => cellAt(row, column, true).kind !== 'blank');
    if (!kind && (filled.length === 0 || filled.some((row) => isFree(sheet, row, ledger))))
      return [];
    const sentence = strangeTitle(title, kind?.kind, ledger);
    return [{ sheet: sheet.name, row: head.row, column: column + 1, sentence }];
  });
}

/** The kind of a row, as its own column or the name of its sheet says it. */
export function kindWritten(sheet: FactSheet, row: DataRow): string {
  return sheet.kindColumn === undefined ? '' : cellAt(row, sheet.kindColumn, true).text;
}

/** A row of a kind without an entry may say what it likes. */
function isFree(sheet: FactSheet, row: DataRow, { catalogue }: Ledger): boolean {
  const meant = catalogue.kindIn(kindWritten(sheet, row));
  return 'value' in meant && meant.value.kind === undefined;
}

function kindOfSheet(name: string, { catalogue }: Ledger): KindMeant | undefined {
  const meant = name === '' || name === otherSheet ? undefined : catalogue.kindIn(name);
  if (meant && 'value' in meant && meant.value.kind) return meant.value;
  const kind = catalogue.kinds.find((item) => sameSheet(catalogue.sheetOf(item) ?? '', name));
  return kind ? { code: kind.kind, kind } : undefined;
}

/** Two titles of one meaning are one column twice, for whichever kind they mean it. */
function shared(title: string, kinds: readonly FactKind[]): string | undefined {
  const normal = normalTitle(title);
  const keys = kinds.map((kind) => {
    const meaning = meaningOf(title, kind);
    return meaning === undefined || meaning === 'ignored' ? '' : keyOf(meaning);
  });
  const [first = ''] = keys;
  if (keys.every((key) => key === '')) return undefined;
  return keys.every((key) => key === first) ? first : `${normal} ${keys.join(' ')}`;
}

function isPart(meaning: Meaning | 'ignored' | undefined, part: string): boolean {
  return typeof meaning === 'object' && 'part' in meaning && meaning.part === part;
}

function noFacts(name: string, head: Head | undefined, { catalogue }: Ledger): string {
  if (name === '') {
    return head
      ? '这个文件没有“事实种类”一列，不知道每一行是哪种事实；请补上这一列。'
      : '没有找到标题行：标题要有“事实种类”“对象”“日期”等，放在数据上面的同一行；请对照模板改正。';
  }
  const sheets = catalogue.kinds.flatMap((kind) => catalogue.sheetOf(kind) ?? []);
  const close = nearest(name, sheets);
  if (sheets.includes(name) || close === name) {
    return `表《${name}》没有找到标题行（“编号”“对象”“日期”等，放在数据上面的同一行），没有读；请对照模板改正。`;
  }
  const advice =
    close === undefined
      ? '表名要与目录里的事实名称一致，或加一列“事实种类”'
      : `是不是《${close}》？请改正表名`;
  return `表《${name}》不是目录里的事实种类，没有读；${advice}；不是事实的请移到别的文件，或改名为“说明”。`;
}

function strangeTitle(title: string, kind: FactKind | undefined, ledger: Ledger): string {
  const normal = normalTitle(title);
  const kinds = kind ? [kind] : ledger.catalogue.kinds;
  const titles = [...new Set(kinds.flatMap(titlesFor))];
  const [base = ''] = normal.split('（');
  const sameBase = titles.find((known) => normal !== base && known.split('（')[0] === base);
  const what = `没有“${shown(title)}”这一栏，整列没有读`;
  if (sameBase !== undefined) {
    return `${what}；目录里是“${sameBase}”，单位不同的请换算以后再改标题。`;
  }
  const bases = titles.map((known) => known.split('（')[0] ?? '');
  const close = titles[bases.indexOf(nearest(base, bases, 1) ?? ' ')];
  if (close !== undefined) return `${what}；是不是“${close}”？请改正标题。`;
  const fields = Object.keys(kind?.fields ?? {}).map((field) => titleOf({ field }, kind));
  const own = kind && fields.length > 0 ? `“${kind.name}”自己的栏目有 ${fields.join('、')}；` : '';
  return `${what}；${own}请改正标题，或删去这一列。`;
}

function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}
