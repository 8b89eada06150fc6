/**
 * What a cell means: a text, a day, a number, a period. What is certain is taken however it is
 * written; what is not is refused with a sentence that says how to write it.
 */

import {
  type IsoDate,
  isIsoDate,
  isoDate,
  isPeriodId,
  type PeriodId,
  parseExact,
  toExactText,
} from '@oneneedle/kernel';
import { type Cell, halfWidth } from '../platform/index.ts';
import { literalOf } from './literal.ts';

/** What a cell says, or a Chinese sentence why it cannot be taken; '' where that is said elsewhere. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/** Any cell as text; a number as it was seen, with its percent sign. */
export function textIn(cell: Cell): Reading<string> {
  if (cell.kind === 'error') return unreadable(cell);
  if (cell.kind === 'number') return { value: shownNumber(cell) };
  return { value: literalOf(cell.text) ?? cell.text };
}

/**
 * A day: a date cell, a text such as 2026-3-6, 2026年3月6日 or 20260306, or a bare number that Excel
 * keeps for a day (46087), which in a column of dates can be nothing else.
 */
export function dayIn(cell: Cell): Reading<IsoDate> {
  if (cell.kind === 'error') return unreadable(cell);
  const text = literalOf(cell.text) ?? halfWidth(cell.text).replaceAll(' ', '');
  if (isIsoDate(text)) return { value: text };
  const parts = dayPatterns.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (parts) return dayOf(text, parts);
  if (cell.kind === 'number' && /^\d+$/.test(text)) return serialDay(text);
  if (/^\d{1,2}(?:[-/.月])\d{1,2}日?$/.test(text)) {
    return { problem: `日期“${cell.text}”没有写年份；请写成 2026-03-06 这样。` };
  }
  return { problem: `“${shown(cell.text)}”不是日期；请写成 2026-03-06 或 2026年3月6日。` };
}

const dayPatterns = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T]?0{1,2}:00(?::00)?)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

function dayOf(written: string, [, year = '', month = '', day = '']: readonly string[]) {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isIsoDate(text)) return { value: text };
  return { problem: `日历上没有“${written}”这一天；请核对月份和日期。` };
}

/** Days that a township writes down: a number outside of these is a mistake, not a day. */
const [firstSerial, lastSerial] = [32_874, 73_415];

/** Excel counts 1 January 1900 as day 1 and a 29 February 1900 that never was. */
function serialDay(text: string): Reading<IsoDate> {
  const serial = Number(text);
  if (serial < firstSerial || serial > lastSerial) {
    return {
      problem: `“${text}”不是日期；请写成 2026-03-06 这样（只写年份或月份的，补全到日）。`,
    };
  }
  const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  return { value: isoDate(day) };
}

/** An exact number as its source text: `5`, `-0.5`, `40%`, `1/3`; `1,200` is taken as 1200. */
export function numberIn(cell: Cell): Reading<string> {
  if (cell.kind === 'error') return unreadable(cell);
  if (cell.kind === 'date') return { problem: dateForNumber(cell) };
  const kept = literalOf(cell.text);
  if (kept !== undefined) return { value: kept };
  const text = cell.kind === 'number' ? shownNumber(cell) : plainNumber(cell.text);
  if (text !== undefined && parseExact(text)) return { value: text };
  return { problem: `“${shown(cell.text)}”不是数；请只写数（如 3、0.5），不带文字。` };
}

/** Why a date cell is no number, and how that comes about. */
export function dateForNumber({ text }: Cell): string {
  return `这里应当是数，Excel 把它存成了日期 ${text}（输入 3/12 这样的内容会变成日期）；请把这一格设为“文本”，再重新输入。`;
}

/**
 * Digits in half width, without separators of thousands and with a plain minus sign; undefined where
 * a comma stands in an odd place.
 */
export function plainNumber(text: string): string | undefined {
  const plain = halfWidth(text)
    .replace(/[−－﹣–]/g, '-')
    .replaceAll('，', ',')
    .replaceAll(' ', '');
  if (!plain.includes(',')) return plain;
  return /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/.test(plain)
    ? plain.replaceAll(',', '')
    : undefined;
}

/** A number cell in the digits that were seen: 0.86 formatted as a percentage is 86%. */
export function shownNumber({ text, percent }: Cell): string {
  const number = percent ? parseExact(text) : undefined;
  return number ? `${toExactText({ num: number.num * 100n, den: number.den })}%` : text;
}

const quarters = '一二三四';

/** A period: 2026, 2026-Q1, 2026年3月, 2026年第一季度, 2026年上半年. A date cell is refused. */
export function periodIn(cell: Cell): Reading<PeriodId> {
  if (cell.kind === 'error') return unreadable(cell);
  if (cell.kind === 'date') {
    const problem = `这里要写期间，Excel 存成了日期 ${cell.text}；请写成 2026年3月、2026年第一季度、2026年上半年或 2026年。`;
    return { problem };
  }
  const text = literalOf(cell.text) ?? halfWidth(cell.text).replaceAll(' ', '');
  if (isPeriodId(text)) return { value: text };
  const [, year = '', part = ''] = /^(\d{4})(?:年度?)?[-/.]?(.*)$/.exec(text) ?? [];
  const half = { 上半年: 'H1', 下半年: 'H2' }[part];
  const quarter = /^(?:第?([一二三四1-4])季度|Q([1-4]))$/i.exec(part);
  const month = cell.kind === 'number' ? null : /^(0?[1-9]|1[0-2])(?:月份?)?$/.exec(part);
  const name = quarter?.[1] ?? quarter?.[2] ?? '';
  const index = quarters.includes(name) ? quarters.indexOf(name) + 1 : name;
  const id = [
    year,
    ...(half ? [half] : quarter ? [`Q${index}`] : month ? [month[1]?.padStart(2, '0')] : [part]),
  ]
    .filter((item) => item !== '')
    .join('-');
  if (isPeriodId(id)) return { value: id };
  const problem = `“${shown(cell.text)}”不是期间；请写成 2026年3月、2026年第一季度、2026年上半年或 2026年。`;
  return { problem };
}

/** A whole number from 0, of at most 12 digits. */
export function wholeIn(cell: Cell): Reading<number> {
  const read = numberIn(cell);
  if ('problem' in read) return read;
  if (/^\d{1,12}$/.test(read.value)) return { value: Number(read.value) };
  return { problem: `“${shown(cell.text)}”不是整数；请写 1、2、3 这样的整数。` };
}

/** A code of the language: letters, digits, Chinese and . _ - （）. */
export function isCode(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._\-()（）]*$/u.test(text);
}

/** The reading of a cell that could not be read at all. */
export function unreadable({ text, problem }: Cell): { readonly problem: string } {
  return { problem: problem ?? `这一格读不出来（${shown(text)}）；请重新填写。` };
}

/** A text short enough to be quoted in a sentence. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
