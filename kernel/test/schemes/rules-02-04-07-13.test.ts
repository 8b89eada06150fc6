/**
 * Four published texts of counties and towns, encoded in our own words, and cases worked out by
 * hand. They test the engine; none is a template. What a text leaves out is in its `gaps.md`.
 */

import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { add, exact, toExactText } from '../../src/number/rational.ts';
import type { Node } from '../../src/scheme/scheme.ts';
import { caseDifferences, changedScheme, nodesOf, readEncoded } from './encoded.ts';

const folders = ['rules-02', 'rules-04', 'rules-07-month', 'rules-07-year', 'rules-13-1'] as const;

describe.each(folders)('%s', (folder) => {
  const encoded = readEncoded(folder);
  const { scheme, roster, facts, cases } = encoded;

  it.each(cases)('$title', (item) => {
    expect(caseDifferences(folder, encoded, item), item.arithmetic).toEqual([]);
  });

  it('is read without a finding, and every changed scheme too', () => {
    expect(scheme.line).toBe(folder);
    for (const { title, change } of cases) {
      expect(() => changedScheme(folder, change), title).not.toThrow();
    }
  });

  it('names each node and clause once, and only facts and subjects that exist', () => {
    const nodes = nodesOf(scheme.tree);
    const codes = nodes.flatMap((node) => [node, ...(node.clauses ?? [])]).map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    const subjects = new Set([...roster.units, ...roster.persons].map(({ code }) => code));
    const ids = facts.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { about } of facts) {
      for (const { subject } of about) expect(subjects).toContain(subject);
    }
    for (const { title, subject, expect: expected } of cases) {
      expect(subjects, title).toContain(subject);
      const named = [...Object.keys(expected.points ?? {}), ...(expected.missing ?? [])];
      for (const code of named) expect(['total', ...codes], title).toContain(code);
      for (const id of expected.struck ?? []) expect(ids, title).toContain(id);
    }
  });

  it('records only kinds of its catalogue, or sealed results', () => {
    const kinds = new Map(scheme.kinds?.map((kind) => [kind.kind, kind]));
    for (const { id, kind, form } of facts) {
      if (form === 'result') continue;
      expect(kinds.get(kind)?.form, id).toBe(form);
    }
  });
});

describe('the marks that the texts print', () => {
  it.each([
    ['rules-02', '一', '31'],
    ['rules-02', '二', '2'],
    ['rules-02', '三', '15'],
    ['rules-02', '四', '45'],
    ['rules-02', '五', '7'],
    ['rules-02', '百分', '100'],
    ['rules-04', undefined, '100'],
    ['rules-07-month', undefined, '100'],
    ['rules-13-1', undefined, '80'],
  ])('%s %s: %s', (folder, code, sum) => {
    const { scheme } = readEncoded(folder);
    const top = code ? nodesOf(scheme.tree).find((node) => node.code === code) : undefined;
    const parts = top ? (top.children ?? []) : scheme.tree;
    if (top) expect(top.full).toBe(sum);
    else expect(scheme.total?.full).toBe(sum);
    if (parts.length > 0) expect(toExactText(add(...parts.map(fullOf)))).toBe(sum);
  });
});

describe('what the check says of them', () => {
  const schemes = folders.map((folder) => readEncoded(folder).scheme);
  const findingsOf = (folder: string) => {
    const { scheme, roster } = readEncoded(folder);
    return check(scheme, { roster, otherSchemes: schemes.filter(({ line }) => line !== folder) });
  };

  it('finds the one item whose listed points fall short, and no other sum', () => {
    const sums = folders.flatMap((folder) =>
      findingsOf(folder)
        .filter(({ code }) => code === 'full-mark-sum')
        .map(({ path, severity, sentence }) => ({ folder, path, severity, sentence })),
    );
    expect(sums).toEqual([
      {
        folder: 'rules-02',
        path: 'tree[0].children[3].children[6].full',
        severity: 'warning',
        sentence: expect.stringContaining('满分 3 分，所列得分点合计 2 分，差 1 分'),
      },
    ]);
  });

  it('names the pay without a document; a range of points for how petitions were handled counts none', () => {
    const codes = findingsOf('rules-07-month').map(({ code }) => code);
    expect(codes).toContain('pay-authority');
    expect(codes).not.toContain('guardrail-petition-count');
  });

  // 9 of the 100 points of rules 02 rest on ledgers: 5.3, 9.2, 10.2, 17.1, 18.1 and 19.1 give
  // 3+2+1+1+1+1.
  it('refuses none of them, and finds the share of paper that was added up by hand', () => {
    const errors = folders.flatMap((folder) =>
      findingsOf(folder).filter(({ severity }) => severity === 'error'),
    );
    expect(errors).toEqual([]);
    const paper = findingsOf('rules-02').find(({ code }) => code === 'trace-share');
    expect(paper?.sentence).toContain('占 9 分，为满分 100 分的 9%');
  });
});

/** The full mark printed at a node, or the sum of what its children print. */
function fullOf(node: Node): ReturnType<typeof exact> {
  if (node.full !== undefined) return exact(node.full);
  return add(...(node.children ?? []).map(fullOf));
}
