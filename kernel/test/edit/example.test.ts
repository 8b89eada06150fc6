/** Examples of clauses: every clause of the example schemes has some, and a pencil agrees with them. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import {
  editScheme,
  exampleIn,
  exampleOf,
  type FactKind,
  factKind,
  outlineOf,
  readScheme,
  readShape,
} from '../../src/index.ts';
import { ruleShapes } from '../../src/scheme/rule.ts';
import { loadCases } from '../rows/case.ts';
import { exampleText } from './texts.ts';

const schemes = ['village-daily', 'village-cadres', 'town-staff'] as const;

function kindsOf(name: string): FactKind[] {
  const url = new URL(`../../../schemes/${name}/kinds.yaml`, import.meta.url);
  return readShape(readFileSync(url, 'utf8'), z.array(factKind)).value ?? [];
}

function sentencesOf(name: string, code: string): string[] {
  const text = exampleText(name);
  const path = outlineOf(text).find((row) => row.code === code)?.path ?? '';
  const read = readScheme(text).value;
  if (!read) throw new Error(name);
  return exampleOf(read, path, { kinds: kindsOf(name) }).examples.map(({ sentence }) => sentence);
}

describe('the clauses of the example schemes', () => {
  it('all 71 have an example; of the kinds of rule only import and pending are not among them', () => {
    const rows = schemes.flatMap((name) => {
      const text = exampleText(name);
      return outlineOf(text)
        .filter(({ kind }) => kind === 'clause')
        .map((row) => ({ name, row, got: exampleIn(text, row.path, { kinds: kindsOf(name) }) }));
    });
    const without = rows.filter(({ got }) => got.examples.length === 0);
    expect(without.map(({ name, row, got }) => [name, row.code, got.none])).toEqual([]);
    expect(rows.length).toBe(71);
    const shown = new Set(rows.map(({ row }) => row.rule));
    const unseen = Object.keys(ruleShapes).filter((kind) => !shown.has(kind));
    expect(unseen).toEqual(['import', 'pending']);
  });

  // Each worked out by hand from the words of the clause.
  const byHand: readonly [string, string, string[]][] = [
    ['village-daily', '1.1', ['1 处 → 扣 0.5 分', '3 处 → 扣 1.5 分']],
    ['village-daily', '1.4', ['1 次 → 扣 1 分', '3 次 → 扣 5 分']],
    [
      'village-daily',
      '1.3',
      ['抽查 5 个，1 个不合格 → 扣 0.25 分', '抽查 5 个，2 个不合格 → 扣 0.5 分'],
    ],
    [
      'village-daily',
      '2.1.2',
      ['到会率 70% → 扣 1 分', '到会率 67.5% → 扣 1 分', '到会率 80% → 不加不扣'],
    ],
    ['village-daily', '2.2.1', ['按期完成 → 不加不扣', '迟 3 天 → 扣 0.8 分']],
    ['village-daily', '5.1.1', ['按期完成 → 不加不扣', '迟 3 个工作日 → 扣 0.8 分']],
    [
      'village-daily',
      '5.2.1',
      [
        '告知率 95% → 不加不扣',
        '告知率 85% → 扣 1 分',
        '告知率 70% → 扣 2 分',
        '告知率 69% → 扣 4 分',
      ],
    ],
    [
      'village-daily',
      '3.2.1',
      ['完成率 80% → 得 4.8 分', '完成率 100% → 得 6 分', '完成率 120% → 得 6 分'],
    ],
    [
      'village-daily',
      '7.2.1',
      [
        '非生产性开支 100 万元，开支预算 100 万元 → 不加不扣',
        '非生产性开支 102 万元，开支预算 100 万元 → 扣 1 分',
      ],
    ],
    ['village-daily', '9.3', ['镇党委会决定 0.5 分 → 加 0.5 分', '镇党委会决定 3 分 → 加 3 分']],
    ['village-daily', '9.4', ['6 名评委打 92、85、90、78、95、88 → 加 2.663 分']],
    ['village-daily', '9.5', ['收入 100 万元 → 加 1 分', '收入 99 万元 → 不加不扣']],
    [
      'village-daily',
      '1.2',
      [
        '1 次 → 扣 1 分',
        '3 次 → 扣 3 分',
        '1 次，催办期限未到，或已在催办期限内整改完成 → 不加不扣',
        '1 次，催办后仍未完成 → 扣 2 分',
      ],
    ],
    [
      'village-cadres',
      '1.2.1',
      [
        '级别“镇” → 扣 10 分',
        '级别“县” → 扣 20 分',
        '级别“市” → 扣 40 分',
        '级别“镇”，其他职务 → 扣 5 分',
      ],
    ],
    [
      'village-cadres',
      '2.1.1',
      ['优秀 60 票、称职 25 票、基本称职 10 票、不称职 5 票 → 得 103.2 分'],
    ],
    [
      'village-cadres',
      '1.4.3',
      ['实到次数 98 次，应到次数 100 次 → 扣 10 分', '实到次数 100 次，应到次数 100 次 → 不加不扣'],
    ],
    ['town-staff', '6.3', ['名次 1 → 加 15 分', '名次 2 → 加 10 分', '名次 3 → 加 5 分']],
    ['town-staff', '6.2', ['1 次 → 加 5 分', '3 次 → 加 15 分']],
  ];

  it.each(byHand)('%s %s', (name, code, sentences) => {
    expect(sentencesOf(name, code)).toEqual(sentences);
  });
});

const village = exampleText('village-daily');
const first = 'tree[0].clauses[0]';

/** What is said of a clause with this rule, in place of the first one. */
function ofRule(rule: never, more: readonly (readonly [string, never])[] = []) {
  const text = editScheme(village, [
    { op: 'set', path: `${first}.rule`, value: rule },
    ...more.map(([key, value]) => ({ op: 'set', path: `${first}.${key}`, value }) as const),
  ]);
  return exampleIn(text, first);
}

it('the clauses of the shapes of rules have examples too, but for one', () => {
  const told = loadCases().flatMap(({ name, scheme }) => {
    const text = stringify(scheme);
    return outlineOf(text)
      .filter(({ kind }) => kind === 'clause')
      .map(({ path, rule }) => ({ name, rule, got: exampleIn(text, path) }));
  });
  expect(told.length).toBeGreaterThan(200);
  const without = told.filter(({ got }) => got.examples.length === 0);
  expect(without.map(({ name, got }) => `${name}: ${got.none}`)).toEqual([
    'row 87 exemptionIfAbove: 这一条（linear）举不出例子：条件无从判断：没有“news.used”的材料。',
  ]);
  const kinds = new Set(told.map(({ rule }) => rule));
  expect(Object.keys(ruleShapes).filter((kind) => !kinds.has(kind))).toEqual(['pending']);
});

describe('what the example schemes do not have', () => {
  const made: readonly [string, object, string[]][] = [
    [
      'a result of another line, times a factor',
      { import: { line: 'other', times: '0.3' } },
      ['办法“other”的结果 90 → 加 27 分', '办法“other”的结果 100 → 加 30 分'],
    ],
    [
      'the grade of another line',
      { import: { line: 'other', grades: { 优秀: '2', 不合格: '-2' } } },
      ['办法“other”等次为“优秀” → 加 2 分', '办法“other”等次为“不合格” → 扣 2 分'],
    ],
    [
      'the rank in another line',
      { import: { line: 'other', ranks: { '1': '3', '2': '2' } } },
      ['办法“other”列第 1 名 → 加 3 分', '办法“other”列第 2 名 → 加 2 分'],
    ],
    [
      'last year',
      {
        linear: {
          of: { measure: { kind: 'x', field: '数' } },
          reference: { prior: { of: { measure: { kind: 'x', field: '数' } } } },
          per: '10%',
          in: 'relative',
          delta: '1',
          side: 'above',
          stepping: 'floor',
        },
      },
      [
        '数 120%，1 年前数 100% → 加 2 分',
        '数 125%，1 年前数 100% → 加 2 分',
        '数 100%，1 年前数 100% → 不加不扣',
      ],
    ],
    [
      'a head count of the roster',
      { ratio: { of: { per: { of: { size: '人口' }, unit: '1000', round: 'down' } }, times: '2' } },
      ['人口 800 → 不加不扣', '人口 1000 → 加 2 分'],
    ],
  ];

  it.each(made)('%s', (_, rule, sentences) => {
    const { examples, none } = ofRule(rule as never);
    expect([none, examples.map(({ sentence }) => sentence)]).toEqual([undefined, sentences]);
  });

  it('says why there is none', () => {
    expect(ofRule({ pending: { why: '标准未定' } } as never).none).toBe(
      '计分办法待定：标准未定，定了以后这里会举例。',
    );
    expect(ofRule({ ratio: { of: { points: '2.1' }, times: '1' } } as never).none).toContain(
      '要看别的指标的得分',
    );
    expect(exampleIn(village, 'tree[0]').none).toContain('不是一个条款');
    expect(exampleIn('tree: [', first).none).toContain('不是正确的 YAML');
  });

  it('stays with a clause that is whole while others are not', () => {
    const path = 'tree[0].clauses[1].rule';
    const text = editScheme(village, [{ op: 'set', path, value: { count: { of: '处数' } } }]);
    expect(readScheme(text).value).toBeUndefined();
    expect(exampleIn(text, first).examples[0]?.sentence).toBe('处数 1 → 扣 0.5 分');
    expect(exampleIn(text, path).none).toContain('还没有写完整');
  });

  it('follows the figure that was changed, through the real evaluation', () => {
    const text = editScheme(village, [
      { op: 'set', path: `${first}.rule.count.delta`, value: '-0.7' },
    ]);
    const [, three] = exampleIn(text, first).examples;
    expect(three).toMatchObject({ milli: -2100, reason: '处数 3 × -0.7 = -2.1' });
  });

  it('is explained by every entry that it is made of, and by what bounds them', () => {
    const text = editScheme(village, [
      { op: 'set', path: `${first}.rule`, value: { count: { delta: '1' } } },
      { op: 'set', path: `${first}.cap`, value: '2' },
    ]);
    const [once, thrice] = exampleIn(text, first).examples;
    expect(once?.reason).toBe('1 次 × +1 = +1');
    expect(thrice).toMatchObject({
      sentence: '3 次 → 加 2 分',
      reason: '1 次 × +1 = +1（3 笔）；超过上限 2，只计到上限',
    });
  });
});
