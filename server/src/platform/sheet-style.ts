/** How a table of ours looks: fonts that every office machine has, thin rules, widths by content. */

import type { Borders, Font, Style } from 'exceljs';
import type { NewSheet } from './tables.ts';

export const bodyFont: Partial<Font> = { name: '宋体', size: 11 };

const thin = { style: 'thin', color: { argb: 'FF000000' } } as const;

/** 全框线: a thin rule on every side. */
export const edges: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };

export const headStyle: Partial<Style> = {
  font: { ...bodyFont, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: edges,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } },
};

/** The first line above the table. */
export const titleStyle: Partial<Style> = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
};

/** Further lines above the table and those below it. */
export const lineStyle: Partial<Style> = {
  font: bodyFont,
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};

/** The width of a text in half-width characters; a Chinese character counts two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return width;
}

const narrowest = 8;
/** Longer texts are broken into lines. */
const widest = 44;

/** The widths of the columns: as given, or by the longest line of head and rows. */
export function widthsOf({ columns, rows }: NewSheet): readonly number[] {
  return columns.map((column, index) => {
    if (column.width !== undefined) return column.width;
    const head = textWidth(column.required ? `${column.title} *` : column.title);
    const longest = rows.reduce((most, row) => Math.max(most, lineWidth(row[index] ?? '')), 0);
    const usual = column.type === 'date' ? 10 : narrowest;
    return Math.min(widest, Math.max(usual, Math.min(head, 24), longest) + 2);
  });
}

function lineWidth(text: string): number {
  return text.includes('\n') ? Math.max(...text.split('\n').map(textWidth)) : textWidth(text);
}
