/** Findings say the line they are about, and name what stands there. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFacts, readRoster, readSeals } from '../../src/book/read.ts';
import { check } from '../../src/check/check.ts';
import { checkFacts } from '../../src/check/facts.ts';
import { type Finding, located } from '../../src/check/finding.ts';
import { firstStep, whereIn } from '../../src/check/where.ts';
import { readScheme, readShape, readYaml } from '../../src/scheme/read.ts';
import { factKind } from '../../src/scheme/scheme.ts';
import { documentsIn } from './documents.ts';

const placeOf = ({ line, column, where }: Finding) => [line, column, where];

describe('a scheme', () => {
  const source = `line: test
name: 测试办法
version: 2026.1
subject: { kind: unit }
period: quarter
grades:
  order: [优秀, 合格]
tree:
  - code: "1"
    name: 人居环境
    full: 10
    clauses:
      - code: 1.1
        text: 每处扣0.5分
        on: garbage
        where: { doc.level: 县级, 处数.大: { atLeast: 3 } }
        rule: { count: { delta: -0.5 } }
      - { code: 1.2, text: 每处扣1分, rule: { count: { delta: -1 } } }
`;

  it('of the wrong shape is told by line, column and clause', () => {
    const wrong = source.replace('delta: -1 }', 'delta: 一分 }').replace('full: 10', 'fall: 10');
    expect(readScheme(wrong).findings.map((item) => [item.code, ...placeOf(item)])).toEqual([
      ['not-exact', 18, 52, '条款 1.2'],
      ['unknown-key', 11, 5, '指标 1'],
    ]);
  });

  it('with mistakes is told by line once the text is at hand, and by name without it', () => {
    const { value, positions } = readScheme(source);
    if (!value) throw new Error('the scheme has lost its shape');
    const found = check(value).filter(({ severity }) => severity === 'error');
    expect(found.map((item) => [item.code, ...placeOf(item)])).toEqual([
      ['grades-without-cut-offs', undefined, undefined, undefined],
      ['rule-without-facts', undefined, undefined, '条款 1.2'],
    ]);
    expect(located(found, positions).map((item) => [item.code, ...placeOf(item)])).toEqual([
      ['grades-without-cut-offs', 6, 1, undefined],
      ['rule-without-facts', 18, 9, '条款 1.2'],
    ]);
  });

  it('knows keys with dots in them', () => {
    const { positions } = readScheme(source);
    expect(positions('tree[0].clauses[0].where.doc.level')).toEqual({ line: 16, column: 18 });
    expect(positions('tree[0].clauses[0].where.处数.大.atLeast')).toEqual({ line: 16, column: 41 });
  });

  it('places what is not written at what is written around it, and nothing at nothing', () => {
    const { positions } = readScheme(source);
    expect(positions('tree[0].clauses[1].cap')).toEqual({ line: 18, column: 9 });
    expect(positions('tree[0].clauses[9].cap')).toEqual({ line: 12, column: 5 });
    expect(positions('switches.stepping')).toBeUndefined();
    expect(positions('')).toBeUndefined();
  });

  it('that is no YAML is told by the line where it stops being some', () => {
    const broken = readScheme(source.replace('period: quarter', 'period: [quarter'));
    expect(broken.findings.map(placeOf)).toEqual([[6, 1, undefined]]);
    expect(broken.positions('tree[0]')).toBeUndefined();
    const anchored = readScheme(source.replace('on: garbage', 'on: *a'));
    expect(anchored.findings[0]).toMatchObject({ code: 'not-yaml', line: 15, column: 13 });
  });
});

describe('the other files', () => {
  it('name rows by what they are', () => {
    const facts = readFacts(
      '- { id: D-1, kind: a, on: 2026-02-03 }\n- { id: D-2, kind: a, on: 2026-02-30 }\n',
    );
    expect(facts.findings.map(placeOf)).toEqual([[2, 23, '事实 D-2']]);
    const roster = readRoster('units:\n  - { code: A, name: 东溪村 }\n  - { code: B }\n');
    expect(roster.findings.map(placeOf)).toEqual([[3, 5, '单位 B']]);
    const seals = readSeals('[{ line: a, period: 2026-03, atSeq: many, printed: {} }]');
    expect(seals.findings.map(placeOf)).toEqual([[1, 30, '封存 a 2026-03']]);
    const kinds = readShape('- { kind: a, name: 甲, form: happening }', z.array(factKind));
    expect(kinds.findings.map(placeOf)).toEqual([[1, 23, '事实种类 a']]);
  });

  it('place what the catalogue says of a fact at its field, or at its row', () => {
    const source = `- { id: D-1, kind: garbage, values: { 处数: 1 } }
- id: D-2
  kind: garbage
  values:
    处数: 两处
    地.点: 村口
- { id: D-3, kind: garbage }
- { id: D-1, kind: garbage, values: { 处数: 2 } }
`;
    const kinds = readShape(
      '- { kind: garbage, name: 垃圾积存, form: event, fields: { 处数: { type: number, required: true } } }',
      z.array(factKind),
    );
    const { facts, positions } = readFacts(source);
    const found = located(checkFacts(facts, { kinds: kinds.value ?? [] }), positions);
    expect(found.map((item) => [item.code, ...placeOf(item)])).toEqual([
      ['fact-number', 5, 5, '事实 D-2'],
      ['fact-field-unknown', 6, 5, '事实 D-2'],
      ['fact-field-missing', 7, 3, '事实 D-3'],
      ['fact-twice', 8, 3, '事实 D-1'],
    ]);
    expect(positions('事实 D-9')).toBeUndefined();
  });
});

describe('every finding of the bad schemes', () => {
  const schemes = documentsIn('bad').filter(({ name }) => !name.endsWith('.facts.yaml'));

  it.each(schemes)('$name: what is placed stands on its line', ({ text }) => {
    const { value, findings, positions } = readScheme(text);
    const all = value ? located(check(value), positions) : findings;
    const lines = text.split('\n');
    for (const { path, line, column } of all) {
      if (line === undefined || column === undefined || path.startsWith('行')) continue;
      const at = (lines[line - 1] ?? '').slice(column - 1).replace(/^["']/, '');
      const keys = path.split(/[.[\]]+/).filter((key) => key !== '' && !/^\d+$/.test(key));
      const onKey = keys.some((key) => at.startsWith(key));
      const onRow = /\[\d+\]/.test(path);
      expect(onKey || onRow, `${path} at ${line}:${column} ${at}`).toBe(true);
    }
  });

  it('and of any text at all: no path makes the positions throw', () => {
    const part = fc.constantFrom(
      'tree',
      '[0]',
      '.',
      '[',
      ']',
      'clauses',
      '事实 ',
      '甲',
      '__proto__',
      '1.1',
      '',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...documentsIn('bad').map(({ text }) => text), '', '- &a 1', '[[[', ': :'),
        fc.array(part, { maxLength: 8 }),
        (text, parts) => {
          const path = parts.join('');
          const { value, positions } = readYaml(text);
          const position = positions(path);
          expect(position === undefined || position.line > 0).toBe(true);
          expect(typeof whereIn(value, path)).toMatch(/string|undefined/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a path', () => {
  it('goes by the longest key that fits', () => {
    expect(firstStep('doc.level.x', ['doc', 'doc.level', 'doc.l'])).toEqual({
      key: 'doc.level',
      rest: 'x',
    });
    expect(firstStep('[3].a', ['a'])).toEqual({ key: 3, rest: 'a' });
    expect(firstStep('codes', ['code'])).toBeUndefined();
  });
});
