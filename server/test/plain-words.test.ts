/** The sentence beside a number: what it took, for what, by which clause, on what, by whom. */

import { type FactKind, readFacts } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { toldPlainly } from '../src/assessment/plain-words.ts';
import type { Replies } from '../src/assessment/views.ts';

type Tree = Replies['explain']['root'];

const { facts } = readFacts(`
- { id: F-1, kind: garbage, about: 东溪村, on: 2026-03-06, values: { 处数: 1 }, note: 巡查发现, evidence: [照片 1 张], by: p1, reviewedBy: p2 }
- { id: F-2, kind: income, about: 东溪村, period: 2026-Q1, values: { 收入: 9.4 }, evidence: [导出表], by: 经济办 康榕 }
- { id: F-3, kind: honour, about: 东溪村, on: 2025-12-30, values: { 等级: 市 }, doc: { no: 市办函〔2026〕3号 }, by: p1, reviewedBy: p2 }
- { id: F-4, kind: garbage, about: 东溪村, on: 2026-03-08, values: { 处数: 2 }, by: p1, reviewedBy: p1 }
`);
const kinds = [
  {
    kind: 'garbage',
    name: '垃圾积存',
    form: 'event',
    fields: { 处数: { type: 'number', unit: '处' } },
  },
  {
    kind: 'income',
    name: '经营性收入',
    form: 'measure',
    fields: { 收入: { type: 'number', unit: '万元' } },
  },
  { kind: 'honour', name: '表彰', form: 'event', fields: { 等级: { type: 'label' } } },
] as const satisfies readonly FactKind[];
const persons = new Map([
  ['p1', '周城'],
  ['p2', '孙若'],
]);

function line(change: Partial<Tree>, ids: readonly string[] = []): Tree {
  return {
    kind: 'entry',
    code: '',
    label: '',
    value: '',
    milli: 0,
    sum: '',
    reason: '',
    state: '',
    struck: false,
    facts: ids.map((id) => ({ id, sentence: id, evidence: [], files: [] })),
    children: [],
    ...change,
  };
}

/** The sentence of a line under clause 1.1. */
function plainOf(own: Tree): string | undefined {
  const clause = line({ kind: 'clause', code: '1.1', children: [own] });
  const told = toldPlainly(clause, { facts, kinds, persons }, '2026-Q1');
  return told.children[0]?.plain;
}

describe('a line in one sentence', () => {
  it('says points, day, what, clause, arithmetic, proof and persons', () => {
    expect(plainOf(line({ milli: -500, reason: '处数 1 × −0.5 = −0.5' }, ['F-1']))).toBe(
      '扣 0.5 分：3月6日垃圾积存 1 处，巡查发现（第 1.1 条，处数 1 × −0.5 = −0.5），照片 1 张，登记 周城，复核 孙若。',
    );
  });

  it('names the field of a number that is no count, and a day of another year with its year', () => {
    expect(plainOf(line({ milli: 5640, reason: '0.94 × 6 = 5.64' }, ['F-2']))).toBe(
      '加 5.64 分：第一季度经营性收入 收入 9.4 万元（第 1.1 条，0.94 × 6 = 5.64），导出表，登记 经济办 康榕。',
    );
    expect(plainOf(line({ milli: 2000 }, ['F-3']))).toBe(
      '加 2 分：2025年12月30日表彰 市（第 1.1 条），市办函〔2026〕3号，登记 周城，复核 孙若。',
    );
  });

  it('says what gives nothing, and what does not count', () => {
    expect(plainOf(line({}, ['F-4']))).toMatch(/^不加不扣：.*未附佐证，登记 周城，复核 周城。$/);
    expect(plainOf(line({ milli: -500, struck: true }, ['F-1']))).toMatch(/^不计分：3月6日/);
  });

  it('counts what is more than three, and says each proof and person once', () => {
    const said = plainOf(line({ milli: -3500 }, ['F-1', 'F-4', 'F-1', 'F-4', 'F-1']));
    expect(said).toContain('等 5 件（第 1.1 条）');
    expect(said?.match(/登记/g)).toHaveLength(1);
  });

  it('counts the photos that may be opened instead of what was written about them', () => {
    const photo = { id: 'e', name: 'a.jpg', kind: 'picture', mediaType: 'image/jpeg', caption: '' };
    const own = line({ milli: -500 });
    const shown = { id: 'F-1', sentence: '', evidence: [], files: [photo] };
    expect(plainOf({ ...own, facts: [shown] })).toContain('（第 1.1 条），照片 1 张，登记');
  });

  it('says nothing of a fact that nobody knows, nor of a line without facts', () => {
    expect(plainOf(line({ milli: -500 }, ['F-9']))).toBeUndefined();
    expect(plainOf(line({ milli: -500 }))).toBeUndefined();
  });
});

it('every fact is told in its parts, wherever it hangs', () => {
  const clause = line({ kind: 'clause', code: '1.1', milli: -500 }, ['F-1', 'F-9']);
  const [known, unknown] = toldPlainly(clause, { facts, kinds, persons }, '2026-Q1').facts;
  expect(known?.told).toEqual({
    day: '3月6日',
    what: '垃圾积存 1 处，巡查发现',
    proof: '照片 1 张',
    recordedBy: '周城',
    reviewedBy: '孙若',
  });
  expect(unknown).not.toHaveProperty('told');
});
