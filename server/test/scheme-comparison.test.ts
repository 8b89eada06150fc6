import { readScheme, type Scheme } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { type Change, compareSchemes } from '../src/scheme/comparison.ts';
import { officialPage } from '../src/scheme/official-page.ts';
import { wordMarks } from '../src/scheme/word-marks.ts';
import { exampleKinds, exampleScheme } from './scheme-towns.ts';

function read(text: string): Scheme {
  const { value, findings } = readScheme(text);
  if (!value) throw new Error(findings[0]?.sentence);
  return value;
}

/** What changed against the example after one replacement in its text. */
function changed(from: string | RegExp, to: string) {
  const text = exampleScheme.replace(from, to);
  expect(text).not.toBe(exampleScheme);
  return compareSchemes(read(exampleScheme), read(text), exampleKinds);
}

const sentencesOf = (changes: readonly Change[]) => changes.flatMap(({ sentences }) => sentences);

describe('two versions', () => {
  it('that are equal have no difference', () => {
    const scheme = read(exampleScheme);
    const { changes, counts } = compareSchemes(scheme, scheme, exampleKinds);
    expect(changes).toEqual([]);
    expect(counts).toEqual({ added: 0, removed: 0, changed: 0, same: 36 });
  });

  it.each([
    ['points', 'of: 处数, delta: -0.5', 'of: 处数, delta: -1', '1.1 每处扣分由0.5改为1。'],
    ['a sign', 'of: 处数, delta: -0.5', 'of: 处数, delta: 0.5', '1.1 每处由扣0.5分改为加0.5分。'],
    [
      'another rule',
      'rule: { count: { of: 处数, delta: -0.5 } }',
      'rule: { range: { from: -2, to: -0.5 } }',
      '1.1 计分方式改为“酌情扣0.5—2分”。',
    ],
    [
      'the owner',
      /owner: 城建办(?=\n\s+source: 每月)/,
      'owner: 综治办',
      '1.1 责任部门由“城建办”改为“综治办”。',
    ],
    [
      'the facts',
      'on: inspection.garbage',
      'on: burning.found',
      '1.1 听取的事实由“垃圾积存”改为“露天焚烧”。',
    ],
    ['a factor', 'times: 2', 'times: 3', '1.2 催办后仍未完成的，分值乘以由“2”改为“3”。'],
  ])('say %s', (_, from, to, sentence) => {
    const { changes, counts } = changed(from, to);
    expect(sentencesOf(changes)).toContain(sentence);
    expect(counts).toMatchObject({ added: 0, removed: 0, changed: 1, same: 35 });
  });

  it('say what came and what went, and know a clause under another number', () => {
    const { changes, counts } = changed('- code: 1.4', '- code: 1.5');
    expect(counts).toEqual({ added: 0, removed: 0, changed: 1, same: 35 });
    expect(changes[0]).toMatchObject({ code: '1.5', formerCode: '1.4' });
    expect(sentencesOf(changes)).toContain('1.5 编号由1.4改为1.5。');
    const other = changed(
      /- code: 1\.4\n\s+text: .*/,
      '- code: 1.6\n        text: 占用消防通道的，每起扣1分。',
    );
    expect(other.counts).toEqual({ added: 1, removed: 1, changed: 0, same: 35 });
    expect(other.changes.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'added 1.6',
      'removed 1.4',
    ]);
  });

  it('say full marks, the rest of the text and conventions', () => {
    const full = changed('hill: { full: 30 }', 'hill: { full: 31 }');
    expect(sentencesOf(full.changes)).toContain(
      '1 人居环境：满分由“平原村40分，山区村30分，城郊村35分”改为“平原村40分，山区村31分，城郊村35分”。',
    );
    const silent = changed('quotaRounding: floor', 'quotaRounding: ceil');
    expect(sentencesOf(silent.changes).join()).toContain('“switches”有改动');
    const convention = changed('missingPeriod: excludeAndFlag', 'missingPeriod: zero');
    expect(sentencesOf(convention.changes).join()).not.toBe('');
    const total = changed('total: { full: 100, floor: zero }', 'total: { full: 100, floor: none }');
    expect(sentencesOf(total.changes).join()).toContain('总分不保底');
  });
});

describe('marks in words', () => {
  it.each([
    ['每处扣0.5分', '每处扣1分', '每处扣[-0.5-][+1+]分'],
    ['每季度抽查', '每季度随机抽查', '每季度[+随机+]抽查'],
    ['', '新的', '[+新的+]'],
    ['同样', '同样', '同样'],
  ])('%s → %s', (before, after, shown) => {
    const marks = wordMarks(before, after);
    const signs = { same: ['', ''], added: ['[+', '+]'], removed: ['[-', '-]'] } as const;
    expect(marks.map(({ text, mark }) => signs[mark].join(text)).join('')).toBe(shown);
    const side = (other: string) =>
      marks.flatMap(({ text, mark }) => (mark === other ? [] : [text])).join('');
    expect([side('added'), side('removed')]).toEqual([before, after]);
  });

  it('gives up on marks, not on memory, in texts of a book', () => {
    const [a, b] = ['甲'.repeat(4000), '乙'.repeat(4000)];
    expect(wordMarks(a, b)).toEqual([
      { text: a, mark: 'removed' },
      { text: b, mark: 'added' },
    ]);
  });
});

it('the official page says every clause with its line and its rule in words', () => {
  const { value, positions } = readScheme(exampleScheme);
  if (!value) throw new Error('the example is readable');
  const { rows } = officialPage(value, { kinds: exampleKinds, positions });
  const clauses = rows.filter((row) => row.kind === 'clause');
  expect(clauses).toHaveLength(36);
  const lines = exampleScheme.split('\n');
  for (const { code, line = 0, rule } of clauses) {
    expect(lines[line - 1]).toContain(`code: ${code}`);
    expect(rule).not.toBe('');
    expect(rule).not.toMatch(/undefined|\[object/);
  }
});
