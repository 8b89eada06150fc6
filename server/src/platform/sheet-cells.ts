/** What a cell of a workbook says, from what the file holds. */

import type { FormatKind } from './number-format.ts';
import { clock, serialDate, shownDigits } from './numbers.ts';
import type { Cell } from './tables.ts';
import { plainText } from './text.ts';

/** A cell as the file holds it. */
export interface RawCell {
  /** The cell's type in the file: s, str, inlineStr, b, e, d, n or ''. */
  readonly type: string;
  /** Its value in the file; undefined where there is none. */
  readonly value: string | undefined;
  readonly isFormula: boolean;
  readonly format: FormatKind;
}

/** A cell without content; all blank cells are this one. */
export const blankCell: Cell = Object.freeze({ kind: 'blank', text: '' });

/** What the cell says; `text` gives the shared texts already looked up. */
export function cellOf(raw: RawCell, isFrom1904: boolean): Cell {
  const cell = contentOf(raw, isFrom1904);
  if (!raw.isFormula) return cell;
  return { ...cell, formula: true };
}

/** A text as a cell; a text of nothing but space is a blank. */
export function textCell(text: string): Cell {
  const plain = plainText(text);
  return plain === '' ? blankCell : { kind: 'text', text: plain };
}

function contentOf({ type, value, isFormula, format }: RawCell, isFrom1904: boolean): Cell {
  if (type === 'str' || type === 's' || type === 'inlineStr') {
    return textCell(unescaped(value ?? ''));
  }
  if (value === undefined || value === '') {
    return isFormula ? problemCell('', uncomputed) : blankCell;
  }
  if (type === 'b')
    return { kind: 'boolean', text: value === '0' || value === 'false' ? '否' : '是' };
  if (type === 'e') return problemCell(value, errorSentence(value));
  if (type === 'd') return isoCell(value);
  return numberCell(value, format, isFrom1904);
}

const uncomputed =
  '这个公式还没有算出结果（文件多半是别的程序生成的）。请用 Excel 或 WPS 打开，保存一次再试；或者直接填结果。';

function errorSentence(code: string): string {
  const why = errorReasons[code] ?? '公式算不出结果';
  return `这里显示 ${code}：${why}。请改好公式，或者直接填结果。`;
}

const errorReasons: Record<string, string> = {
  '#REF!': '公式引用的单元格已被删除',
  '#DIV/0!': '公式除以了 0 或空格子',
  '#VALUE!': '公式里该是数的地方不是数',
  '#NAME?': '公式里有不认识的名称',
  '#N/A': '公式没有查到对应的内容',
  '#NUM!': '公式算出的数太大或没有意义',
  '#NULL!': '公式里的区域写错了',
};

/** Strict files write a date as `2026-03-06T00:00:00`. */
function isoCell(value: string): Cell {
  const [date = '', time = ''] = value.replace(/(?:\.\d+)?Z?$/, '').split('T');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return problemCell(value, timeSentence(value));
  if (/^[0:]*$/.test(time)) return { kind: 'date', text: date };
  return problemCell(`${date} ${time}`, dateTimeSentence(date, time));
}

function numberCell(value: string, format: FormatKind, isFrom1904: boolean): Cell {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) {
    return problemCell(value, `这里的数“${value.slice(0, 20)}”读不懂。请重新填写这一格。`);
  }
  if (format === 'date') return dateCell(number, isFrom1904);
  const text = shownDigits(number);
  if (format === 'percent') return { kind: 'number', text, percent: true };
  if (format === 'number') return { kind: 'number', text };
  const shown = clock(Math.max(0, Math.round(number * 86_400))) || '00:00';
  return problemCell(shown, timeSentence(shown));
}

function dateCell(serial: number, isFrom1904: boolean): Cell {
  const found = serialDate(serial, isFrom1904);
  if (!found) {
    const text = shownDigits(serial);
    return problemCell(
      text,
      `这里按日期显示，但 ${text} 不是一个日期。请填日期，如 2026-03-06；本来是数的，请把单元格格式改成“常规”。`,
    );
  }
  if (found.time === '') return { kind: 'date', text: found.date };
  const text = `${found.date} ${found.time}`;
  return problemCell(text, dateTimeSentence(found.date, found.time));
}

function dateTimeSentence(date: string, time: string): string {
  return `这里带有时间（${date} ${time}），要的是日期。请只填日期，如 ${date}。`;
}

function timeSentence(shown: string): string {
  return `这里是时间（${shown}），不是日期也不是数。请改填日期或数；本来是数的，请把单元格格式改成“常规”。`;
}

function problemCell(text: string, problem: string): Cell {
  return { kind: 'error', text, problem };
}

/** Workbooks write a character that XML cannot hold as `_x000D_`, and such a word itself as `_x005F_x000D_`. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
