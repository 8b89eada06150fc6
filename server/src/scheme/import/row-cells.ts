/** What the cells of a row say, by the roles of their columns. */

import { amountOf } from './amounts.ts';
import { type CellText, textsOf } from './items.ts';
import { lineNumberOf } from './numerals.ts';
import type { PaperCell } from './paper.ts';
import { type GroupPoints, pointsOf } from './points.ts';
import { partsOf } from './sentences.ts';
import { columnsOf, distinct, type TableHead } from './table-head.ts';

type Row = readonly (PaperCell | undefined)[];

/** The words by which a row can be named: its content, what it scores, else anything it says. */
export function wordsOf(row: Row, head: TableHead): string {
  const content = contentCell(row, head)?.text ?? firstThing(row, head);
  const isName = (text: string) => /\p{Script=Han}/u.test(text) && !/^\d+(?:\.\d+)?分$/u.test(text);
  const others = distinct(row).map((cell) => cell.text);
  const named = [content, ...others].map((text) => flat(withoutNumber(text))).find(isName);
  return named ?? '';
}

/** The texts in a cell; a number with its mark in front of a single text is the text's number. */
export function rowTexts(cell: string): CellText[] {
  const texts = textsOf(cell);
  const [only] = texts;
  if (texts.length !== 1 || !only || only.number !== undefined) return texts;
  const number = markedNumber(only.text);
  const text = only.text.slice(number?.length ?? 0);
  return number && text !== '' ? [{ number: number.printed, text }] : texts;
}

/** 1. or （一） in front of words; a bare 3 could be anything. */
function markedNumber(text: string) {
  const number = lineNumberOf(text);
  const isMarked =
    number !== undefined &&
    (number.style === 'circled' || /[、.．)）]\s*$/u.test(text.slice(0, number.length)));
  return isMarked && number.style !== 'chapter' ? number : undefined;
}

function withoutNumber(text: string): string {
  return text.slice(markedNumber(text)?.length ?? 0);
}

/** Who answers for a row, or where its facts come from, each said once. */
export function beside(row: Row, head: TableHead, role: 'owner' | 'source'): string | undefined {
  const texts = columnsOf(head.roles, role).map((column) => flat(row[column]?.text ?? ''));
  const text = [...new Set(texts)].filter((one) => one !== '').join('、');
  return text === '' ? undefined : text;
}

/** The first cell with points in a row. */
export function pointsCell(row: Row, head: TableHead): PaperCell | undefined {
  return columnsOf(head.roles, 'points')
    .map((column) => row[column])
    .find((cell) => cell && cell.text !== '');
}

/**
 * The points of a row, where the column of points has one column below for each group; undefined
 * where there is one column for all, or where a cell holds something else than one number or a dash.
 */
export function groupMarks(row: Row, { roles, titles }: TableHead): GroupPoints[] | undefined {
  const columns = columnsOf(roles, 'points').filter((column) => titles[column]?.includes('/'));
  const names = columns.map((column) => titles[column]?.split('/').at(-1) ?? '');
  if (columns.length < 2 || new Set(names).size < names.length) return undefined;
  const texts = columns.map((column) => row[column]?.text ?? '');
  const marks = texts.map(pointsOf);
  const isReadable = marks.every((one, at) => (one ? !one.isBound : isNothing(texts[at] ?? '')));
  if (!isReadable) return undefined;
  return names.map((group, at) => {
    const value = marks[at]?.value;
    return value === undefined ? { group } : { group, value };
  });
}

/** A dash or nothing stands where there are no points. */
export function isNothing(cell: string): boolean {
  return /^[—–\-－/／无\s]*$/u.test(cell);
}

/** The first cell with a description in a row. */
export function contentCell(row: Row, head: TableHead): PaperCell | undefined {
  return columnsOf(head.roles, 'content')
    .map((column) => row[column])
    .find((cell) => cell && cell.text !== '');
}

/** The number in the column of numbers, without the marks around it. */
export function printedNumber(row: Row, head: TableHead): string | undefined {
  const column = columnsOf(head.roles, 'number')[0];
  const text = column === undefined ? '' : (row[column]?.text.trim() ?? '');
  return text === '' ? undefined : (lineNumberOf(`${text} 项`)?.printed ?? undefined);
}

/** What the first text of a row is about, without its amount. */
export function firstThing(row: Row, head: TableHead): string {
  const texts = columnsOf(head.roles, 'standard').map((column) => row[column]?.text ?? '');
  const [first] = rowTexts(texts.find((text) => text !== '') ?? '');
  const [part] = partsOf(first?.text ?? '');
  const words = part?.conditions[0] ?? amountOf(part?.amount ?? '')?.head;
  return words ?? first?.text ?? '';
}

/** Whether words say nothing beyond a name: 加分 beside 加分项. */
export function repeats(words: string, name: string): boolean {
  const plain = words.replace(/[。；;，,\s]+$/u, '').replace(/(?:项目?|内容)$/u, '');
  return name === words || (plain !== '' && name.startsWith(plain));
}

/** Several lines as one. */
export function flat(text: string): string {
  return text.replace(/\s*\n\s*/gu, '').trim();
}
