/** The tables of the encoded schemes are what the program writes today. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageOf, pagePath, rowsOf, schemeFolders, schemeIn } from './table.ts';

describe.each(schemeFolders())('the page of %s', (folder) => {
  it('is up to date; if not: node kernel/test/schemes/table.ts', () => {
    expect(readFileSync(pagePath(folder), 'utf8')).toBe(pageOf(folder));
  });

  it('has one row for each code, and figures in each clause', () => {
    const rows = rowsOf(schemeIn(folder));
    const keys = rows.map(({ code, construct }) => `${code} ${construct.split(' ')[0]}`);
    expect(keys).toEqual([...new Set(keys)]);
    for (const { code, figures, construct } of rows) {
      if (!/^(?:node|veto)/.test(construct)) expect(figures, code).not.toBe('');
    }
  });
});
