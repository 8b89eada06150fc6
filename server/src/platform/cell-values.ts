/** What is put into a cell of a new workbook, and in what dress. */

import type { Style } from 'exceljs';
import { dateSerial, shownDigits } from './numbers.ts';
import { Refusal } from './refusal.ts';
import { bodyFont } from './sheet-style.ts';
import type { Column } from './tables.ts';
import { plainText } from './text.ts';

/**
 * The value of a cell: a number in a number column, a day in a date column. What is none stays text
 * as it was written, and so does a number that 15 digits cannot hold, such as an identity number.
 */
export function cellValue(column: Column, text: string): string | number | Date {
  if (column.type === 'number' && isCarried(text)) return Number(text);
  const serial = column.type === 'date' ? dateSerial(text) : undefined;
  return serial === undefined ? cellText(text) : new Date((serial - 25_569) * 86_400_000);
}

/** A number that comes back with the digits it went in with; trailing zeros are not digits. */
function isCarried(text: string): boolean {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return false;
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short !== '-0' && shownDigits(Number(text)) === short;
}

/** The longest text that a cell of Excel holds. */
const longestText = 32_767;

/** Text as the file holds it; a word that looks like an escape of the format is escaped itself. */
export function cellText(text: string): string {
  const plain = plainText(text);
  if (plain.length > longestText) {
    throw new Refusal(
      `有一格有 ${plain.length} 个字（“${plain.slice(0, 20)}……”），Excel 一格最多放 ${longestText} 个字，没有写成。请把这一格的内容分成几条。`,
    );
  }
  return plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Older Excel shows a longer text as `####` when the format of its cell is text. */
const longestTextFormat = 255;

/**
 * The dress of a cell, also of the blank ones that a clerk fills. A text column has the format
 * “text”: a code such as 001 keeps its zeros, and what begins with `=` never becomes a formula.
 */
export function cellStyle(column: Column, text: string): Partial<Style> {
  const isText = text !== '' && typeof cellValue(column, text) === 'string';
  if (column.type === 'number' && !isText) {
    const numFmt = numberFormat(column.decimals, text);
    return {
      numFmt,
      font: bodyFont,
      alignment: { horizontal: 'right', vertical: 'middle', indent: 1 },
    };
  }
  if (column.type === 'date' && !isText) {
    const alignment = { horizontal: 'center', vertical: 'middle' } as const;
    return { numFmt: 'yyyy-mm-dd', font: bodyFont, alignment };
  }
  return {
    numFmt: text.length > longestTextFormat ? 'General' : '@',
    font: bodyFont,
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
  };
}

/** The decimals asked for; a number with more of them is shown whole, never rounded for the eye. */
function numberFormat(decimals: number | undefined, text: string): string {
  const own = text.replace(/0+$/, '').split('.')[1]?.length ?? 0;
  if (decimals === undefined || own > decimals) return 'General';
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}
