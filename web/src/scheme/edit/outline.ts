/** Between the rows of an outline, the address and the findings. Pure. */

import type { OutlineRow } from '@oneneedle/kernel';
import type { Finding } from '../replies.ts';

/** A row in the address: its code, where no other row has it; else its place. */
export function nameOf(row: OutlineRow, rows: readonly OutlineRow[]): string {
  const { code = '' } = row;
  const isUnique = code !== '' && rows.filter((one) => one.code === code).length === 1;
  return isUnique ? code : row.path;
}

/** The row that an address names. */
export function rowNamed(rows: readonly OutlineRow[], name: string): OutlineRow | undefined {
  return rows.find(({ path }) => path === name) ?? rows.find(({ code }) => code === name);
}

/** The row in which a line of the text stands. */
export function rowAtLine(rows: readonly OutlineRow[], line: number): OutlineRow | undefined {
  return rows.filter((row) => row.line <= line && line <= row.lastLine).at(-1);
}

/** Whether a path is that of a row, or lies in it. */
export function isWithin(path: string, row: string): boolean {
  return path.startsWith(row) && ['', '.', '['].includes(path[row.length] ?? '');
}

/** How many errors stand in each row itself, by its path. */
export function errorsByRow(
  rows: readonly OutlineRow[],
  findings: readonly Finding[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, severity } of findings) {
    if (severity !== 'error') continue;
    const row = rows.filter((one) => isWithin(path, one.path)).at(-1);
    if (row) counts.set(row.path, (counts.get(row.path) ?? 0) + 1);
  }
  return counts;
}

/** The pending clause after a row, from the top again after the last. */
export function nextPending(
  rows: readonly OutlineRow[],
  path: string | undefined,
): OutlineRow | undefined {
  const here = rows.findIndex((row) => row.path === path);
  const isOpen = (row: OutlineRow) => row.pending !== undefined && row.path !== path;
  return rows.slice(here + 1).find(isOpen) ?? rows.find(isOpen);
}

/** The list a row stands in and its place there: `tree[0].clauses` and 3. */
export function placeOf(path: string): { list: string; index: number } {
  const [, list = '', index = '0'] = /^(.*)\[(\d+)\]$/.exec(path) ?? [];
  return { list, index: Number(index) };
}

/** How many rows stand in a list. */
export function sizeOf(rows: readonly OutlineRow[], list: string): number {
  return rows.filter(({ path }) => placeOf(path).list === list).length;
}

/**
 * What has to go so that a row goes and nothing empty is left above it: the row, or the indicator that
 * it leaves empty. Undefined where nothing of the tree would stay.
 */
export function emptiedBy(rows: readonly OutlineRow[], path: string): string | undefined {
  const { list } = placeOf(path);
  if (sizeOf(rows, list) > 1) return path;
  return list === 'tree' ? undefined : emptiedBy(rows, list.replace(/\.(?:children|clauses)$/, ''));
}

/** A code for a new row after another: the next number that no row has. */
export function codeAfter(code: string, rows: readonly OutlineRow[]): string {
  const [, stem = `${code}-`, number = '0'] = /^(.*?)(\d+)$/.exec(code) ?? [];
  const taken = new Set(rows.map((row) => row.code));
  let next = Number(number) + 1;
  while (taken.has(`${stem}${next}`)) next += 1;
  return `${stem}${next}`;
}
