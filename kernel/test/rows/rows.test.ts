/**
 * The rows of the catalogue of rule shapes. Every row is a scheme with facts and figures that were
 * worked out by hand; a generated second test changes the row's one parameter and must then fail.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCarried, laterRows, loadCases, rowNumbers } from './case.ts';
import { refusals, run, runChanged } from './harness.ts';
import { rowsDocument, rowsPath } from './table.ts';

const cases = loadCases();

describe('the cases', () => {
  it('cover every row, and none that is not a row', () => {
    expect([...new Set(cases.map(({ row }) => row))]).toEqual(rowNumbers);
  });

  it('agree on the shape of a row', () => {
    for (const row of rowNumbers) {
      const shapes = cases.filter((item) => item.row === row).map(({ shape }) => shape);
      expect([row, new Set(shapes).size]).toEqual([row, 1]);
    }
  });

  it('keep the rows of later rooms as data, and count none of them as worked out', () => {
    const carried = cases.filter(({ expect: { carried } }) => carried).map(({ row }) => row);
    expect([...new Set(carried)]).toEqual(expect.arrayContaining([...laterRows]));
    const onlyCarried = new Set(cases.filter(isCarried).map(({ row }) => row));
    expect(laterRows).toEqual(expect.arrayContaining([...onlyCarried]));
  });

  it('are listed in the reference as they are', () => {
    expect(readFileSync(rowsPath, 'utf8')).toBe(rowsDocument(cases));
  });
});

describe('a row gives the figures worked out by hand', () => {
  it.each(cases)('$name', (item) => {
    expect(run(item)).toEqual([]);
  });
});

describe('a row fails when its parameter changes', () => {
  it.each(cases)('$name: $parameter.path', (item) => {
    expect(runChanged(item)).not.toEqual([]);
  });
});

describe('the scheme of a row passes the check, but for what the row expects', () => {
  it.each(cases)('$name', (item) => {
    expect(refusals(item)).toEqual([]);
  });
});
