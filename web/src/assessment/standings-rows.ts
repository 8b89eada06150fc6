/** The list of a period: its order, its cells as text, its means. Pure. */

import { pointsText } from '../format/index.ts';
import type { Part, Standing, Standings } from './replies.ts';

/** Groups in the order of the scheme, best first in each, those without a rank last. */
export function inOrder({ rows, groups }: Pick<Standings, 'rows' | 'groups'>): Standing[] {
  const order = groups.map(({ code }) => code);
  const place = ({ group = '' }: Standing) => {
    const index = order.indexOf(group);
    return index < 0 ? order.length : index;
  };
  const rank = ({ rank: own = Number.MAX_SAFE_INTEGER }: Standing) => own;
  return [...rows].sort(
    (a, b) =>
      place(a) - place(b) ||
      rank(a) - rank(b) ||
      b.total.milli - a.total.milli ||
      (a.code < b.code ? -1 : 1),
  );
}

/** What the list says of how far it has come. */
export interface Progress {
  readonly subjects: number;
  readonly settled: number;
  readonly provisional: number;
  readonly missing: number;
  readonly away: number;
}

/** Counts of the list: settled totals, provisional ones, those not assessed. */
export function progressOf(rows: readonly Standing[]): Progress {
  const assessed = rows.filter(({ notAssessed }) => notAssessed === undefined);
  const provisional = assessed.filter(isOpen);
  return {
    subjects: rows.length,
    settled: assessed.length - provisional.length,
    provisional: provisional.length,
    missing: provisional.filter(({ state }) => state === 'missing').length,
    away: rows.length - assessed.length,
  };
}

/** A total that may still change: marked 暂 and not ranked. */
export function isOpen({ isProvisional, state }: Standing): boolean {
  return isProvisional || state === 'missing';
}

/** The words that a cell needs beside its figures. */
export interface CellWords {
  readonly none: string;
  readonly provisional: string;
  readonly notDue: string;
  readonly notApplicable: string;
  readonly missing: string;
  readonly zeroed: string;
}

/** "83.293", "83.293 暂", "—": only what is settled is a figure that can be added and sorted. */
export function totalText(row: Standing, words: CellWords): string {
  if (row.notAssessed !== undefined) return words.none;
  return isOpen(row) ? `${row.total.text} ${words.provisional}` : row.total.text;
}

/** "24.250", "未到期", "12.000 缺材料": an empty cell says which kind of empty it is. */
export function partText(part: Part | undefined, row: Standing, words: CellWords): string {
  if (row.notAssessed !== undefined || part === undefined) return words.none;
  switch (part.state) {
    case 'scored':
      return part.text;
    case 'notDue':
    case 'notApplicable':
      return part.milli === 0 ? words[part.state] : `${part.text} ${words[part.state]}`;
    case 'missing':
    case 'zeroed':
      return `${part.text} ${words[part.state]}`;
  }
}

/**
 * The mean of whole thousandths, rounded half away from zero to `places` decimals; '' over nothing.
 * Only settled totals count.
 */
export function meanText(
  rows: readonly Standing[],
  of: (row: Standing) => number | undefined,
  places: number,
): string {
  const values = rows
    .filter((row) => row.notAssessed === undefined && !isOpen(row))
    .flatMap((row) => of(row) ?? []);
  if (values.length === 0) return '';
  const sum = values.reduce((all, value) => all + BigInt(value), 0n);
  const count = BigInt(values.length);
  const step = 10n ** BigInt(3 - places);
  const size = sum < 0n ? -sum : sum;
  const rounded = ((2n * size + count * step) / (2n * count * step)) * step;
  return pointsText(Number(sum < 0n ? -rounded : rounded), places);
}

type Column = Standings['columns'][number];

/**
 * The full mark of a part for its head: "40"; "40／30／35" in the order of the groups where they
 * differ; that of the chosen group, by its name; '' where there is none.
 */
export function fullText(
  { full, fullByGroup }: Pick<Column, 'full' | 'fullByGroup'> = {},
  groups: Standings['groups'],
  chosen?: string,
): string {
  if (full !== undefined) return full;
  if (fullByGroup === undefined) return '';
  const one = groups.find(({ code, name }) => chosen === name || chosen === code);
  if (one) return fullByGroup[one.code] ?? '';
  return groups.map(({ code }) => fullByGroup[code] ?? '—').join('／');
}
