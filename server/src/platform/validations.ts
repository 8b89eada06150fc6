/** Drop-downs, hints and what a column expects, each as one range, whatever the number of rows. */

import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { cellText } from './cell-values.ts';
import { ownSheetMark } from './read-workbook.ts';
import { columnName } from './sheet-reader.ts';
import type { Column } from './tables.ts';

/** The sheet that holds long lists; readers of ours leave it out by its first character. */
export const listSheet = `${ownSheetMark}选项`;

/** Excel takes a list inside a drop-down up to this length, separators counted. */
const longestInline = 255;

/** The long lists of a workbook; equal lists are kept once. */
export class LongLists {
  readonly #lists: (readonly string[])[] = [];

  /** What a drop-down of these values refers to: the values themselves or the name of a long list. */
  formula(values: readonly string[]): string {
    const inline = values.join(',');
    const isPlain = !values.some((value) => /[,"]/.test(value) || value === '');
    if (isPlain && inline.length <= longestInline) return `"${inline}"`;
    const key = values.join('\n');
    let index = this.#lists.findIndex((list) => list.join('\n') === key);
    if (index === -1) index = this.#lists.push(values) - 1;
    return nameOf(index);
  }

  /** Adds the hidden sheet of the lists, one a column, and their names. */
  write(workbook: Workbook): void {
    if (this.#lists.length === 0) return;
    const worksheet = workbook.addWorksheet(listSheet, { state: 'hidden' });
    for (const [index, values] of this.#lists.entries()) {
      for (const [row, value] of values.entries()) {
        const cell = worksheet.getCell(row + 1, index + 1);
        cell.value = cellText(value);
        cell.numFmt = '@';
      }
      const column = columnName(index + 1);
      const range = `'${listSheet}'!$${column}$1:$${column}$${values.length}`;
      workbook.definedNames.add(range, nameOf(index));
    }
    worksheet.commit();
  }
}

function nameOf(index: number): string {
  return `${listSheet}${index + 1}`;
}

/** Puts the validations on the rows from `first` to `last`, both counted from 1. */
export function addValidations(
  worksheet: Worksheet,
  { first, last }: { first: number; last: number },
  columns: readonly Column[],
  lists: LongLists,
): void {
  if (last < first) return;
  for (const [index, column] of columns.entries()) {
    const validation = validationOf(column, lists);
    if (!validation) continue;
    const name = columnName(index + 1);
    const range = first === last ? `${name}${first}` : `${name}${first}:${name}${last}`;
    (worksheet as Worksheet & Ranged).dataValidations.add(range, validation);
  }
}

/** The library takes validations by range, but its types do not say so. */
interface Ranged {
  readonly dataValidations: { add(range: string, validation: Validation): void };
}

/** `any` checks nothing and only shows its hint; the library's types leave it out. */
type Validation = Omit<DataValidation, 'type'> & { type: DataValidation['type'] | 'any' };

function validationOf(column: Column, lists: LongLists): Validation | undefined {
  const { hint, options, title, type } = column;
  const prompt = hint
    ? { showInputMessage: true, promptTitle: cut(title, 32), prompt: cut(hint, 255) }
    : {};
  const refusing = (errorStyle: 'stop' | 'warning', error: string) => ({
    showErrorMessage: true,
    errorStyle,
    errorTitle: cut(title, 32),
    error,
  });
  if (options && options.values.length > 0) {
    const strict = options.strict ? refusing('stop', '这一格只能从下拉列表里选。') : {};
    const formulae = [lists.formula(options.values)];
    return { type: 'list', allowBlank: true, formulae, ...prompt, ...strict };
  }
  if (type === 'date') {
    const formulae = [new Date(Date.UTC(1990, 0, 1)), new Date(Date.UTC(2199, 11, 31))];
    const warning = refusing('warning', '这一格要填日期，如 2026-03-06。');
    return { type: 'date', operator: 'between', allowBlank: true, formulae, ...prompt, ...warning };
  }
  if (type === 'number') {
    const formulae = [-1e12, 1e12];
    const warning = refusing('warning', '这一格要填数，不带单位，如 12.5。');
    const common = { operator: 'between' as const, allowBlank: true, formulae };
    return { type: 'decimal', ...common, ...prompt, ...warning };
  }
  return hint ? { type: 'any', formulae: [], ...prompt } : undefined;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
