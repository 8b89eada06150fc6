/** Where a table begins: the row of its titles, and the rows below that say something. */

import {
  type Cell,
  halfWidth,
  isRemarkTitle,
  plainText,
  remarkTitle,
  type Sheet,
} from '../platform/index.ts';
import { isTotalsWord } from './literal.ts';

/** A titled column; `column` counts from 0. */
export interface HeadColumn {
  readonly column: number;
  /** As it stands in the sheet. */
  readonly title: string;
}

/** The row of titles; `row` counts from 1, as people do. */
export interface Head {
  readonly row: number;
  readonly columns: readonly HeadColumn[];
}

/** A row below the head; `row` counts from 1. */
export interface DataRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Lines that may stand above the head: a title, who fills it in, a date, a unit of measure. */
const mostLinesAbove = 30;

/** The row with the most known titles, at least two; undefined where there is none. */
export function headOf({ rows }: Sheet, isKnown: (title: string) => boolean): Head | undefined {
  let best: { index: number; count: number } | undefined;
  for (const [index, cells] of rows.slice(0, mostLinesAbove).entries()) {
    const titles = new Set(cells.map(({ text }) => normalTitle(text)));
    const count = [...titles].filter((title) => title !== '' && isKnown(title)).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { index, count };
  }
  if (!best) return undefined;
  const columns = (rows[best.index] ?? []).flatMap((cell, column) => {
    const title = plainText(cell.text);
    return title === '' ? [] : [{ column, title }];
  });
  return { row: best.index + 1, columns };
}

/** A title without what differs by habit: spaces, line breaks, width of brackets, a mark 必填. */
export function normalTitle(title: string): string {
  return halfWidth(plainText(title))
    .replace(/\s+/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/(?:[*＊]|（必填）)+$/, '')
    .replace(/^[*＊]+/, '');
}

/**
 * Whether a title stands over the sentences that the program wrote into a marked copy. Where something
 * was wrong with the head itself, its sentences stand in the title, and a program that saves the copy
 * may turn their line breaks into spaces.
 */
export function isRemarkHead(title: string): boolean {
  const plain = plainText(title);
  return normalTitle(title) === remarkTitle || isRemarkTitle(plain) || sentencesAfter.test(plain);
}

/** The title and at least one whole sentence: 问题 描述 is a column of the clerk's own. */
const sentencesAfter = new RegExp(`^${remarkTitle}\\s.+。$`, 's');

/**
 * The rows below the head that hold something of their own; a merged cell's value is its first row's.
 * Sentences of a marked copy are left out: a row that was emptied but for them is empty.
 */
export function dataRows({ rows }: Sheet, head: Head): DataRow[] {
  const titles = head.columns.filter(({ title }) => isRemarkHead(title));
  const remarks = new Set(titles.map(({ column }) => column));
  return rows.slice(head.row).flatMap((written, index) => {
    const cells =
      remarks.size === 0 ? written : written.map((cell, at) => (remarks.has(at) ? blank : cell));
    const isFilled = cells.some(isOwn) && !isFooter(cells);
    return isFilled ? [{ row: head.row + index + 1, cells }] : [];
  });
}

const blank: Cell = { kind: 'blank', text: '' };

/** Whether a row counts what stands above it: it is no fact and no unit. */
export function isTotals({ cells }: DataRow): boolean {
  return isTotalsWord(cells.find(isOwn)?.text ?? '');
}

/** A cell with a value that is not merely carried down or across by a merged area. */
export function isOwn({ kind, merged }: Cell): boolean {
  return kind !== 'blank' && (merged === undefined || merged.isFirst);
}

/** 填表人、审核人、注：… stand alone in their row below a table. */
function isFooter(cells: readonly Cell[]): boolean {
  const own = cells.filter(isOwn);
  const all = own.map(({ text }) => text).join(' ');
  return own.every(({ text, kind }) => kind === 'text' && /^.{2,12}[：:]|^注|^说明/.test(text))
    ? /^(?:填表|制表|填报|审核|复核|负责|单位|联系|注|说明|备注).{0,10}[：:]/.test(all)
    : false;
}

/**
 * A cell of a row as one value. What is merged across is refused; what is merged down is carried to
 * each row where `carries`, else refused at its first row.
 */
export function cellAt({ row, cells }: DataRow, column: number, carries: boolean): Cell {
  const cell = cells[column] ?? { kind: 'blank', text: '' };
  const { merged } = cell;
  if (!merged || cell.kind === 'blank') return cell;
  if (merged.columns > 1) {
    const problem = '这一格和旁边的格合并在一起，分不清是哪一栏的内容；请取消合并，逐格填写。';
    return { kind: 'error', text: cell.text, problem: merged.isFirst ? problem : '' };
  }
  if (carries || merged.rows === 1) return cell;
  const last = row + merged.rows - 1;
  const problem = `第 ${row} 至 ${last} 行合并成一格，“${cell.text}”是各行都有还是合计，分不清；请取消合并，逐行填写。`;
  return { kind: 'error', text: cell.text, problem: merged.isFirst ? problem : '' };
}

/** What stands wrong in the head itself: a title twice, or cells below no title. */
export function headProblems(
  head: Head,
  rows: readonly DataRow[],
  meaningOf: (title: string) => string | undefined,
): { row: number; column: number; sentence: string }[] {
  const first = new Map<string, HeadColumn>();
  const twice = head.columns.flatMap((item) => {
    const meaning = meaningOf(item.title);
    const earlier = meaning === undefined ? undefined : first.get(meaning);
    if (meaning !== undefined && !earlier) first.set(meaning, item);
    if (!earlier) return [];
    const names =
      earlier.title === item.title ? `“${item.title}”` : `“${earlier.title}”和“${item.title}”`;
    const sentence = `${names}是同一栏，${columnLetters(earlier.column)} 列和 ${columnLetters(item.column)} 列重复了，不知道以哪一列为准；请只留一列。`;
    return [{ row: head.row, column: item.column, sentence }];
  });
  const titled = new Set(head.columns.map(({ column }) => column));
  const told = new Set<number>();
  const untitled = rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, column) => {
      if (titled.has(column) || told.has(column) || !isOwn(cell)) return [];
      told.add(column);
      const sentence = `${columnLetters(column)} 列没有标题，这里的“${cell.text.slice(0, 20)}”不知道是什么；请在第 ${head.row} 行补上标题，或清空这一列。`;
      return [{ row, column, sentence }];
    }),
  );
  return [...twice, ...untitled];
}

/** The letters over a column that counts from 0: A, B … Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
