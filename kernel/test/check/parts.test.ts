/** The small judgements of the check, as tables. */

import { describe, expect, it } from 'vitest';
import { conventions } from '../../src/check/conventions.ts';
import { disjoint } from '../../src/check/disjoint.ts';
import { type Bounds, clashes } from '../../src/check/interval.ts';
import { reachOf } from '../../src/check/reach.ts';
import { keysAt, nearest } from '../../src/check/shape-keys.ts';
import { traceShare } from '../../src/check/trace.ts';
import { exact, toExactText } from '../../src/number/rational.ts';
import { clause } from '../../src/scheme/clause.ts';
import type { Where } from '../../src/scheme/quantity.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { type Scheme, scheme } from '../../src/scheme/scheme.ts';
import { documentsIn } from './documents.ts';

function schemeOf(folder: 'good' | 'bad', name: string): Scheme {
  const document = documentsIn(folder).find((item) => item.name === name);
  const { value } = readScheme(document?.text ?? '');
  if (!value) throw new Error(`${name} is no scheme`);
  return value;
}

describe('neighbouring ranges', () => {
  const rows: [string, Bounds[], string | undefined, string[]][] = [
    [
      'integers with decimals',
      [{ from: '450' }, { from: '400', to: '449' }],
      '0.001',
      ['gap 449.5'],
    ],
    ['integers without', [{ from: '450' }, { from: '400', to: '449' }], '1', []],
    ['half-open', [{ from: '90' }, { from: '60', below: '90' }, { below: '60' }], '0.001', []],
    [
      'a point in two',
      [
        { from: '1', to: '5' },
        { from: '5', to: '9' },
      ],
      undefined,
      ['overlap 5'],
    ],
    ['a point in none', [{ below: '5' }, { above: '5' }], undefined, ['gap 5']],
    [
      'one inside another',
      [
        { from: '0', to: '9' },
        { from: '2', to: '3' },
      ],
      '1',
      ['overlap 2'],
    ],
    ['the last step', [{ to: '59.99' }, { from: '60' }], '0.01', []],
    ['one step too few', [{ to: '59.98' }, { from: '60' }], '0.01', ['gap 59.99']],
    ['thirds', [{ below: '1/3' }, { from: '1/3' }], undefined, []],
    ['all and all', [{}, {}], undefined, ['overlap 1']],
  ];
  it.each(rows)('%s', (_name, list, step, expected) => {
    const { overlaps, gaps } = clashes(list, step === undefined ? undefined : exact(step));
    const words = [
      ...overlaps.map(({ example }) => `overlap ${toExactText(example)}`),
      ...gaps.map(({ example }) => `gap ${toExactText(example)}`),
    ];
    expect(words).toEqual(expected);
  });
});

describe('tests of fields that no fact can pass together', () => {
  const rows: [Where, Where, boolean][] = [
    [{ a: '甲' }, { a: '乙' }, true],
    [{ a: ['甲', '乙'] }, { a: ['乙', '丙'] }, false],
    [{ a: '甲' }, { b: '乙' }, false],
    [{ a: '甲' }, { a: { not: ['甲', '丙'] } }, true],
    [{ a: { below: '60' } }, { a: { atLeast: '60' } }, true],
    [{ a: { atMost: '60' } }, { a: { atLeast: '60' } }, false],
    [{ a: '5.0' }, { a: '5' }, false],
    [{ a: '75' }, { a: { below: '60' } }, true],
    [{ a: { present: false } }, { a: '甲' }, true],
    [{ a: { present: false } }, { a: { not: '甲' } }, false],
    [{ tag: '甲' }, { tag: '乙' }, false],
    [{ as: '责任村' }, { as: '' }, true],
  ];
  it.each(rows)('%j and %j: %s', (a, b, expected) => {
    expect(disjoint(a, b)).toBe(expected);
    expect(disjoint(b, a)).toBe(expected);
  });
});

describe('how far the points of a clause can go', () => {
  const rows: [object, string][] = [
    [{ on: 'a', rule: { count: { delta: '-1' } } }, '… to 0'],
    [{ on: 'a', rule: { count: { delta: '2' } }, cap: '6' }, '0 to 6'],
    [{ on: 'a', rule: { choice: { by: 'x', options: { 好: '2', 差: '-1' } } } }, '… to …'],
    [
      { on: 'a', rule: { choice: { by: 'x', options: { 好: '2' }, exactlyOne: 'highest' } } },
      '0 to 2',
    ],
    [{ rule: { ratio: { of: { share: { of: '1', over: '2' } }, times: '15' } } }, '0 to 15'],
    [{ rule: { linear: linear('both') } }, '… to …'],
    [{ rule: { linear: linear('below') }, floor: 'zero' }, '0 to …'],
    [{ on: 'a', rule: { deadline: { due: '06-30', onTime: '2', perDay: '-0.5' } } }, '… to 2'],
    [{ rule: { shortfall: { of: '1', min: '2', once: '-3' } } }, '-3 to 0'],
    [
      {
        rule: { award: { when: { groupIn: ['a'] }, then: '-2' } },
        factor: [{ when: { groupIn: ['b'] }, times: '2' }],
        extra: [{ when: { groupIn: ['c'] }, add: '-1' }],
      },
      '-5 to 0',
    ],
  ];
  function linear(side: string) {
    return { of: '1', reference: '2', per: '1', delta: '1', side };
  }
  it.each(rows)('%j: %s', (written, expected) => {
    const { low, high } = reachOf(clause.parse({ code: '1', text: '条', ...written }));
    const words = [low, high].map((end) => (end ? toExactText(end) : '…'));
    expect(words.join(' to ')).toBe(expected);
  });
});

describe('misspelt words', () => {
  it.each([
    ['flor', 'floor'],
    ['cuont', 'count'],
    ['Rule', 'rule'],
    ['xyz', undefined],
    ['', undefined],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, ['count', 'floor', 'rule', 'from'])).toBe(expected);
  });

  it('knows the keys at a place behind lists, lazy shapes and unions', () => {
    expect(keysAt(scheme, ['tree', 0, 'children', 3, 'byGroup', 'hill'])).toEqual([
      'full',
      'weight',
      'cap',
    ]);
    expect(keysAt(scheme, ['tree', 0, 'clauses', 0, 'rule', 'ratio', 'of', 'share'])).toEqual([
      'of',
      'over',
    ]);
    expect(keysAt(scheme, ['line', 'beyond'])).toEqual([]);
  });
});

describe('the share of points that rests on paper alone', () => {
  it('takes the cap of a clause, or an even part of the full mark', () => {
    const { share, points, of, clauses } = traceShare(schemeOf('bad', 'paper-only.yaml'));
    expect([share, points, of].map(toExactText)).toEqual(['0.4', '8', '20']);
    expect(clauses).toEqual(['tree[0].clauses[0]', 'tree[0].clauses[1]']);
  });

  it('takes what each clause says it gives, where all of an item earned from nothing say so', () => {
    const { points, of } = traceShare(schemeOf('bad', 'paper-by-points.yaml'));
    expect([points, of].map(toExactText)).toEqual(['3', '20']);
  });

  it('counts the clauses that do not say what proves them, which are in no share', () => {
    const scheme = schemeOf('bad', 'paper-only.yaml');
    expect(traceShare(scheme).unknown).toBe(1);
    const silent = structuredClone(scheme);
    for (const clause of silent.tree[0]?.clauses ?? []) delete clause.proof;
    expect(traceShare(silent)).toMatchObject({ clauses: [], unknown: 4 });
  });

  it('is zero without full marks', () => {
    expect(toExactText(traceShare(schemeOf('good', 'demonstration.yaml')).share)).toBe('0');
  });
});

describe('the 口径 page', () => {
  it('answers the questions that concern the scheme, by number, stated or not', () => {
    const page = conventions(schemeOf('good', 'village-quarter.yaml'));
    const numbers = page.map(({ no, stated }) => (stated ? `${no}` : `${no}?`));
    expect(numbers.join(' ')).toBe('2 3 4 5 6 10 13? 16 17 20? 22 23 25 30? 31? 33');
    expect(page.find(({ no }) => no === 6)).toEqual({
      no: 6,
      question: '名额算出小数（20% × 23 = 4.6）怎样取整',
      answer: '舍去尾数',
      stated: true,
      path: 'grades.quotas[0].rounding',
    });
  });

  it('does not call pay stated while a grade has no factor', () => {
    const pay = (name: string) => conventions(schemeOf('bad', name)).find(({ no }) => no === 26);
    expect(pay('pay-factors.yaml')).toMatchObject({
      answer: '未写明：“等次奖”没有写等次“优秀”发多少',
      stated: false,
      path: 'pay.lines[0].times',
    });
    expect(pay('pay.yaml')).toMatchObject({ stated: false });
    expect(pay('pay-tiers.yaml')).toMatchObject({ answer: '逐项写明', stated: true });
  });

  it('says what the default does where nothing is stated', () => {
    const page = conventions(schemeOf('bad', 'defaults.yaml'));
    expect(page.filter(({ stated }) => !stated).map(({ no }) => no)).toEqual([
      1, 5, 6, 8, 9, 10, 11, 14, 15, 16, 17, 20, 22, 30, 31, 33, 34, 35, 36, 37,
    ]);
    expect(page.find(({ no }) => no === 28)?.answer).toBe('计入（读“monthly”的结果）');
  });
});
