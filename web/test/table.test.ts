import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, narrowed, ordered, valuesOf } from '../src/table/arrange.ts';
import type { Column } from '../src/table/column.ts';
import { decimalOf, sumOf } from '../src/table/decimal.ts';
import { headRows } from '../src/table/head.ts';
import { at, blockOf, clamped, moved } from '../src/table/selection.ts';
import { tsvBlock, tsvText } from '../src/table/tsv.ts';

interface Village {
  name: string;
  group: string;
  total: string;
}
const villages: Village[] = [
  { name: '东溪村', group: '平原村', total: '9.50' },
  { name: '西岗村', group: '山区村', total: '缺材料' },
  { name: '河口村', group: '平原村', total: '10.25' },
  { name: '李家湾村', group: '山区村', total: '-1.00' },
];
const columns: Column<Village>[] = [
  { id: 'name', title: '村', text: ({ name }) => name },
  { id: 'group', title: '类组', text: ({ group }) => group },
  { id: 'total', title: '得分', kind: 'number', text: ({ total }) => total },
];
const names = (rows: readonly Village[]) => rows.map(({ name }) => name);
/** As the table does it. */
function arrange(rows: Village[], all: Column<Village>[], { sort, ...rest }: Arrangement) {
  return ordered(narrowed(rows, all, rest), all, sort);
}

const plain = { search: '', choices: {}, sort: '' };

describe('arranging', () => {
  it('keeps the order of the rows as given', () => {
    expect(arrange(villages, columns, plain)).toEqual(villages);
  });

  it('orders figures by their value, and puts what is no figure last, both ways', () => {
    expect(names(arrange(villages, columns, { ...plain, sort: 'total' }))).toEqual([
      '李家湾村',
      '东溪村',
      '河口村',
      '西岗村',
    ]);
    expect(names(arrange(villages, columns, { ...plain, sort: '-total' }))).toEqual([
      '河口村',
      '东溪村',
      '李家湾村',
      '西岗村',
    ]);
  });

  it('finds a text in any column and keeps what was chosen', () => {
    expect(names(arrange(villages, columns, { ...plain, search: ' 缺材 ' }))).toEqual(['西岗村']);
    const choices = { group: '平原村' };
    expect(names(arrange(villages, columns, { ...plain, choices }))).toEqual(['东溪村', '河口村']);
    expect(arrange(villages, columns, { ...plain, choices, search: '西岗' })).toEqual([]);
  });

  it('ignores a column that is not there, as an old link may name one', () => {
    expect(arrange(villages, columns, { search: '', choices: { x: '1' }, sort: 'x' })).toEqual(
      villages,
    );
  });

  it('lists the values of a column once', () => {
    expect(valuesOf(villages, columns[1] as Column<Village>)).toEqual(['平原村', '山区村']);
  });
});

describe('heads', () => {
  it('are merged over neighbours, and short ones reach down', () => {
    const rows = headRows([
      { id: 'a', title: '村' },
      { id: 'b', title: '党建', group: ['共同', '党的建设'] },
      { id: 'c', title: '河长', group: ['共同', '治理'] },
      { id: 'd', title: '信访', group: ['共同', '治理'] },
      { id: 'e', title: '特色', group: ['差异'] },
    ]);
    expect(rows).toEqual([
      [
        { title: '村', column: 0, start: 0, span: 1, rows: 3 },
        { title: '共同', start: 1, span: 3, rows: 1 },
        { title: '差异', start: 4, span: 1, rows: 1 },
      ],
      [
        { title: '党的建设', start: 1, span: 1, rows: 1 },
        { title: '治理', start: 2, span: 2, rows: 1 },
        { title: '特色', column: 4, start: 4, span: 1, rows: 2 },
      ],
      [
        { title: '党建', column: 1, start: 1, span: 1, rows: 1 },
        { title: '河长', column: 2, start: 2, span: 1, rows: 1 },
        { title: '信访', column: 3, start: 3, span: 1, rows: 1 },
      ],
    ]);
  });

  it('of the same name under different heads stay apart', () => {
    const [, second] = headRows([
      { id: 'a', title: '一', group: ['甲', '加分'] },
      { id: 'b', title: '二', group: ['乙', '加分'] },
    ]);
    expect(second?.map(({ span }) => span)).toEqual([1, 1]);
  });

  it('cover every column on every line', () => {
    const group = fc.array(fc.constantFrom('甲', '乙'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (groups) => {
        const rows = headRows(
          groups.map((one, index) => ({ id: `${index}`, title: 'x', group: one })),
        );
        const covered = Array.from({ length: rows.length }, () => groups.map(() => 0));
        rows.forEach((cells, line) => {
          for (const { start, span, rows: reach } of cells) {
            for (let down = line; down < line + reach; down += 1) {
              for (let right = start; right < start + span; right += 1) {
                const row = covered[down] ?? [];
                row[right] = (row[right] ?? 0) + 1;
              }
            }
          }
        });
        expect(covered.flat().every((times) => times === 1)).toBe(true);
      }),
    );
  });
});

describe('walking', () => {
  const bounds = { rows: 100, columns: 5, page: 10 };
  const key = (name: string, shiftKey = false, ctrlKey = false) => ({
    key: name,
    shiftKey,
    ctrlKey,
    metaKey: false,
  });
  const after = (name: string, shift = false, ctrl = false) =>
    moved(at(50, 2), key(name, shift, ctrl), bounds)?.active;

  it.each([
    ['ArrowUp', 49, 2],
    ['ArrowDown', 51, 2],
    ['ArrowLeft', 50, 1],
    ['ArrowRight', 50, 3],
    ['Home', 50, 0],
    ['End', 50, 4],
    ['PageUp', 40, 2],
    ['PageDown', 60, 2],
  ])('%s goes to row %i, column %i', (name, row, column) => {
    expect(after(name)).toEqual({ row, column });
  });

  it('goes to the edges with Ctrl, and never beyond them', () => {
    expect(after('Home', false, true)).toEqual({ row: 0, column: 0 });
    expect(after('End', false, true)).toEqual({ row: 99, column: 4 });
    expect(after('ArrowDown', false, true)).toEqual({ row: 99, column: 2 });
    expect(moved(at(0, 0), key('ArrowUp'), bounds)?.active).toEqual({ row: 0, column: 0 });
    expect(moved(at(95, 0), key('PageDown'), bounds)?.active).toEqual({ row: 99, column: 0 });
  });

  it('keeps the anchor with Shift, in any direction', () => {
    const chosen = moved(at(50, 2), key('ArrowUp', true), bounds);
    expect(chosen && blockOf(chosen)).toEqual({
      from: { row: 49, column: 2 },
      to: { row: 50, column: 2 },
    });
    const all = moved(at(50, 2), key('a', false, true), bounds);
    expect(all && blockOf(all)).toEqual({
      from: { row: 0, column: 0 },
      to: { row: 99, column: 4 },
    });
  });

  it('leaves other keys alone, and comes back into a table that shrank', () => {
    expect(after('x')).toBeUndefined();
    expect(clamped(at(50, 4), 3, 2).active).toEqual({
      row: 2,
      column: 1,
    });
  });
});

describe('clipboard', () => {
  it('quotes as Excel does', () => {
    expect(
      tsvText([
        ['a"b', 'c\nd'],
        ['e', ''],
      ]),
    ).toBe('"a""b"\t"c\nd"\r\ne\t');
    expect(tsvBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(tsvBlock('"东溪""村"\t5寸"屏\n')).toEqual([['东溪"村', '5寸"屏']]);
  });

  it('gives back what it was given', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '村', ' ') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 4,
        }),
      )
      // A last line that is empty cannot be told from the line end that Excel adds.
      .filter((rows) => rows.at(-1)?.join('\t') !== '');
    fc.assert(
      fc.property(block, (rows) => {
        expect(tsvBlock(tsvText(rows))).toEqual(rows);
      }),
    );
  });
});

describe('sums', () => {
  it('are exact, skip what is no figure, and show the most decimals', () => {
    expect(sumOf(['0.1', '0.2', '缺材料', '1,000'])).toEqual({ count: 3, text: '1000.3' });
    expect(sumOf(['-0.50', '0.25', '+0.25'])).toEqual({ count: 3, text: '0.00' });
    expect(sumOf(['−3', '1'])).toEqual({ count: 2, text: '-2' });
    expect(sumOf([])).toEqual({ count: 0, text: '0' });
  });

  it('take no text for a figure', () => {
    expect(['', '1.2.3', '3分', '-', ','].map(decimalOf)).toEqual(Array(5).fill(undefined));
  });
});
