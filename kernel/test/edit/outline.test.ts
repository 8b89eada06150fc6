/** The outline of texts, whole and half written. */

import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/index.ts';
import { exampleText } from './texts.ts';

describe('the outline of a text', () => {
  it('names every indicator and clause with its place and lines', () => {
    const text = exampleText('village-daily');
    const rows = outlineOf(text);
    const lines = text.split('\n');
    for (const { line, code } of rows) expect(lines[line - 1]).toContain(`- code: ${code}`);
    expect(rows.filter(({ kind }) => kind === 'clause').length).toBe(36);
    expect(rows.find(({ code }) => code === '3.2.1')).toMatchObject({
      kind: 'clause',
      path: 'tree[2].children[1].clauses[0]',
      level: 3,
      rule: 'ratio',
      owner: '农业农村办',
    });
    expect(rows[0]).toMatchObject({ kind: 'node', path: 'tree[0]', level: 1, full: '40' });
  });

  it('tells what is still open', () => {
    const rows = outlineOf(
      'tree:\n  - code: 1\n    clauses:\n      - { code: 1.10, rule: { pending: { why: 未定 } } }\n',
    );
    expect(rows[1]).toMatchObject({ code: '1.10', rule: 'pending', pending: '未定' });
  });

  it.each([
    ['', 0],
    ['tree:', 0],
    ['tree: x', 0],
    ['tree:\n  - code: 1\n    name: "没有写完', 1],
    ['tree:\n  - code: 1\n    clauses:\n      - code: 1.1\n        rule: { pending:', 2],
    ['tree:\n  - 1\n  -\n  - { code: 2 }\n', 1],
    [`tree: ${'['.repeat(5000)}`, 0],
  ])('never throws: %j', (text, count) => {
    expect(outlineOf(text).length).toBe(count);
  });
});
