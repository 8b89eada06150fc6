/** A small catalogue, and sheets of it as a clerk would fill them in. */

import type { Fact, FactKind } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { type FactsRead, factsFrom } from '../src/ledger/index.ts';
import type { Cell } from '../src/platform/index.ts';
import { file, roster, sheet, type Typed } from './tables.ts';

const kinds: readonly FactKind[] = [
  {
    kind: 'garbage',
    name: '垃圾积存',
    form: 'event',
    about: 'unit',
    fields: {
      处数: { type: 'number', unit: '处', required: true },
      程度: { type: 'label', options: ['一般', '严重'] },
      完成率: { type: 'rate' },
      名次: { type: 'rank' },
      期限: { type: 'date' },
    },
  },
  {
    kind: 'income',
    name: '经营收入',
    form: 'measure',
    about: 'unit',
    fields: { 收入: { type: 'number', unit: '万元' } },
  },
  { kind: 'absent', name: '缺席', form: 'event', about: 'person' },
];

/** What the sheets are held against. */
export const town = { kinds, roster, clauses: ['1.1', '1.10', '2.1'] };
/** The titles that every sheet of 垃圾积存 has here. */
export const head = ['编号', '对象', '日期', '处数（处）'];

/** Rows of 垃圾积存 under their titles. */
export function garbage(titles: readonly Typed[], ...rows: (readonly Typed[])[]): FactsRead {
  return factsFrom(file(sheet('垃圾积存', [titles, ...rows])), town);
}

/** One row of 垃圾积存 with one more column. */
export function withCell(title: string, typed: Typed): FactsRead {
  return garbage([...head, title], ['D-1', '东溪村', '2026-03-06', 5, typed]);
}

/** The one fact that was read, without a remark. */
export function only(read: FactsRead): Fact {
  expect(read.remarks).toEqual([]);
  expect(read.facts).toHaveLength(1);
  return read.facts[0] as Fact;
}

/** The one sentence, at its cell; nothing was taken from the row. */
export function refused(
  read: FactsRead,
  at: readonly [row: number, column: number | undefined],
  ...parts: string[]
) {
  expect(read.remarks).toHaveLength(1);
  const [remark] = read.remarks;
  for (const part of parts) expect(remark?.sentence).toContain(part);
  expect(remark?.sentence).toMatch(/[；，].*。$/);
  expect([remark?.row, remark?.column]).toEqual(at);
}

/** A number cell. */
export const number = (text: string, more: Partial<Cell> = {}): Cell => ({
  kind: 'number',
  text,
  ...more,
});
