/** Shapes of a tree that the small example does not have, written by hand. */

import { describe, expect, it } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import type { Line, SubjectResult } from '../../src/evaluate/assessment.ts';
import { factsUsed } from '../../src/explain/lines.ts';
import { renderText } from '../../src/explain/render.ts';
import type { Milli } from '../../src/number/points.ts';
import { bookOf, firstQuarter } from './qinghe.ts';

const [subject] = assess(bookOf(), firstQuarter).subjects;

function line(kind: Line['kind'], milli: number, rest: Partial<Line> = {}): Line {
  const plain = {
    code: '1',
    label: kind,
    state: 'scored' as const,
    reason: '',
    factIds: [],
    children: [],
  };
  return { ...plain, kind, milli: milli as Milli, ...rest };
}

function told(...children: Line[]): string[] {
  const tree = line('total', 0, { children });
  return renderText({ ...subject!, tree } as SubjectResult, { facts: new Map() })
    .split('\n')
    .slice(1);
}

describe('the tree of an explanation', () => {
  it('does not fold an entry whose value is not that of its clause', () => {
    const entry = line('entry', -2000, { reason: '甲' });
    expect(told(line('clause', -1000, { children: [entry] }))).toEqual([
      '└ 1 clause −1.000',
      '   └ entry −2.000：甲',
    ]);
  });

  it('joins the reason of a clause and of its one entry', () => {
    const entry = line('entry', -2000, { reason: '甲' });
    expect(told(line('clause', -2000, { reason: '乙', children: [entry] }))).toEqual([
      '└ 1 clause −2.000：乙；甲',
    ]);
  });

  it('names a fact once, at the lowest line that rests on it', () => {
    const entries = ['7', '8'].map((id) => line('entry', -1000, { factIds: [id] }));
    expect(told(line('clause', -2000, { factIds: ['7', '8', '9'], children: entries }))).toEqual([
      '└ 1 clause −2.000 ｜ 事实 9（事实表中没有这一条）',
      '   ├ −1.000 ｜ 事实 7（事实表中没有这一条）',
      '   └ −1.000 ｜ 事实 8（事实表中没有这一条）',
    ]);
  });

  it('keeps a granted mark that rests on a fact as a line of its own', () => {
    const plain = line('base', 40000, { label: '满分' });
    const proved = line('base', 10000, { label: '基本分', factIds: ['7'] });
    expect(told(line('node', 50000, { children: [plain, proved] }))).toEqual([
      '└ 1 node 50.000 = 满分 40.000 + 10.000',
      '   └ 基本分 10.000 ｜ 事实 7（事实表中没有这一条）',
    ]);
  });

  it('leaves zeros out of a sum, and says a state once', () => {
    const full = line('base', 40000, { label: '满分' });
    const zero = line('clause', 0, { state: 'missing', reason: '缺材料：没有数据' });
    const away = line('clause', 0, { state: 'notApplicable', reason: '无集体林地' });
    expect(told(line('node', 40000, { children: [full, zero, away] }))).toEqual([
      '└ 1 node 40.000 = 满分 40.000',
      '   ├ 1 clause 0.000：缺材料：没有数据',
      '   └ 1 clause 0.000：不适用：无集体林地',
    ]);
  });

  it('tells a weight as what became of the score, not as a deduction', () => {
    const month = line('node', 92000, { label: '月考核' });
    const weight = line('weight', -55200, { label: '折算 ×40%', reason: '92.000 × 40% = 36.800' });
    const bonus = line('node', 2000, { code: '2', label: '加分' });
    const base = line('base', 10000, { label: '基本分' });
    expect(told(line('node', 48800, { children: [base, month, weight, bonus] }))).toEqual([
      '└ 1 node 48.800 = 基本分 10.000 + 36.800 + 2.000',
      '   ├ 1 月考核 92.000',
      '   ├ 折算 ×40%：92.000 → 36.800',
      '   └ 2 加分 2.000',
    ]);
  });

  it('keeps a weight whose node is not there as it is', () => {
    const weight = line('weight', -55200, { label: '折算 ×40%', reason: '92.000 × 40% = 36.800' });
    expect(told(line('node', -55200, { children: [weight] }))).toEqual([
      '└ 1 node −55.200',
      '   └ 折算 ×40% −55.200：92.000 × 40% = 36.800',
    ]);
  });
});

it('facts of vetoes and proposals are used although no line names them', () => {
  const veto = {
    code: 'v',
    text: '',
    scope: 'notTopGrade',
    detail: [],
    reason: '',
    repaired: false,
    factIds: ['21'],
  };
  const proposal = {
    code: 'p',
    name: '',
    kind: 'talk',
    reason: '',
    body: '',
    basis: '',
    procedure: [],
    papers: [],
    factIds: ['22', '1'],
  };
  const base = assess(bookOf(), firstQuarter);
  const subjects = [{ ...subject!, vetoes: [veto], proposals: [proposal] }];
  expect(factsUsed({ ...base, subjects })).toEqual(['1', '2', '21', '22', '3', '4']);
});
