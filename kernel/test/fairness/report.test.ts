/** The fairness report of small books whose faults are known. */

import { describe, expect, it } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { leaveOneOut } from '../../src/explain/intervals.ts';
import { type FairnessNeeds, fairnessOf } from '../../src/fairness/report.ts';
import { bookOf } from '../explain/qinghe.ts';

const villages = ['a', 'b', 'c', 'd', 'e', 'f'];
const roster = `
units:
  - { code: 城建办, name: 城建办, type: station }
${villages.map((code) => `  - { code: ${code}, name: ${code}村, type: village, group: ${'abc'.includes(code) ? 'plain' : 'hill'} }`).join('\n')}
persons:
  - { code: P-1, name: 周某, class: 事业编制 }
posts:
  - { person: P-1, unit: 城建办, role: 干部, from: 2026-01-01 }
`;
const scheme = `
line: contest
name: 现场观摩评比
version: "2026.1"
subject: { kind: unit, where: { types: [village] } }
period: year
groups: [ { code: plain, name: 平原村 }, { code: hill, name: 山区村 } ]
ranking: { within: all }
tree:
  - code: "1"
    name: 现场评分
    full: 100
    start: zero
    clauses: [ { code: "1.1", text: 评委评分取平均, on: judged, rule: { judges: { field: points } } } ]
  - code: "2"
    name: 入户抽查
    full: 50
    clauses:
      - { code: "2.1", text: 每户不合格扣1分, owner: 城建办, on: sampled, rule: { count: { of: failed, delta: "-1" } } }
      - { code: "2.2", text: 从未用过的条款, owner: 综治办, on: never, rule: { count: { delta: "-1" } } }
      - { code: "2.3", text: 人人都扣2分, owner: 综治办, on: everybody, rule: { count: { delta: "-2" } } }
`;
const options = { scheme: 'contest', period: '2026' };

/** Each judge's marks for a … f; a dash is no mark. */
function judged(marks: Record<string, string>): string {
  return Object.entries(marks)
    .flatMap(([judge, row]) =>
      row.split(' ').map((points, index) => {
        const id = `${judge}${villages[index]}`;
        if (points === '-') return '';
        return `- { id: "${id}", kind: judged, form: judgement, about: ${villages[index]}, on: 2026-11-01, values: { judge: ${judge}, points: ${points} } }`;
      }),
    )
    .join('\n');
}

const deducted = (subject: string, count: number, by = 'P-1') =>
  Array.from(
    { length: count },
    (_, index) =>
      `- { id: "s-${subject}-${by}-${index}", kind: sampled, about: ${subject}, on: 2026-06-0${(index % 9) + 1}, values: { failed: 1 }, by: ${by} }`,
  ).join('\n');

const everybody = villages
  .map((code) => `- { id: "x-${code}", kind: everybody, about: ${code}, on: 2026-07-01 }`)
  .join('\n');

function reportOf(facts: string, more: Partial<FairnessNeeds> = {}) {
  const book = bookOf({ scheme, facts, roster });
  const result = assess(book, options);
  return fairnessOf(book, result, { ranges: leaveOneOut(book, options, assess), ...more });
}

const mild = {
  P丙: '80 82 84 86 88 90',
  P甲: '78 80 82 84 86 88',
  P乙: '70 72 74 76 78 80',
};

describe('a jury', () => {
  it('says by how much each is milder than the others; a person is a letter', () => {
    // means 85, 83, 75: 4, 2 and −6 from 81; letters go by what they are called: 丙 before 乙 before 甲
    const [jury] = reportOf(judged(mild)).juries;
    expect(jury).toMatchObject({
      clause: '1.1',
      targets: 6,
      complete: 6,
      severityRangeMilli: 10_000,
      targetRangeMilli: 10_000,
      recusedMilli: 0,
    });
    const seen = jury?.assessors.map(({ name, severityMilli, left }) => [
      name,
      severityMilli,
      left,
    ]);
    expect(seen?.map(([name]) => name)).toEqual(['评分人A', '评分人B', '评分人C']);
    expect(seen?.map(([, milli]) => milli).sort()).toEqual([-6000, 2000, 4000]);
    expect(jury?.agreement?.consistent).toBe(1000);
    expect(JSON.stringify(jury)).not.toMatch(/P甲|P乙|P丙/);
  });

  it('finds who gave everybody the same, and who gave nearly the same', () => {
    const [jury] = reportOf(
      judged({ ...mild, P丁: '85 85 85 85 85 85', P戊: '80 80 80 80 80 81' }),
    ).juries;
    const found = jury?.assessors.flatMap(({ uniform, spreadMilli }) =>
      uniform ? [[uniform, spreadMilli]] : [],
    );
    expect(found?.sort()).toEqual([
      ['all', 0],
      ['nearly', 408],
    ]);
  });

  it('takes nobody for severe who was recused from the strongest, and says what it moved', () => {
    const [jury] = reportOf(judged({ ...mild, P乙: '70 72 74 76 78 -' })).juries;
    expect(jury?.assessors.map(({ severityMilli }) => severityMilli).sort()).toEqual([
      -6000, 2000, 4000,
    ]);
    expect(jury?.assessors.map(({ left }) => left).sort()).toEqual([0, 0, 1]);
    // f has the mean of the two milder: (4 + 2) / 2
    expect(jury).toMatchObject({ complete: 5, recusedMilli: 3000 });
  });

  it('compares nothing with one assessor, nor with too few targets', () => {
    const [one] = reportOf(judged({ P甲: mild.P甲 })).juries;
    expect(one).toMatchObject({ without: 'one', assessors: [] });
    const [few] = reportOf(judged({ P甲: '1 2 3 4 - -', P乙: '1 2 3 4 - -' })).juries;
    expect(few).toMatchObject({ without: 'few', assessors: [] });
    expect(reportOf(deducted('a', 3)).juries).toEqual([]);
  });
});

describe('clauses', () => {
  it('finds those that never take, that take the same, that go with the rest', () => {
    const facts = `${judged(mild)}\n${everybody}\n${deducted('a', 5)}\n${deducted('b', 3)}\n${deducted('c', 1)}`;
    const { clauses } = reportOf(facts);
    expect(clauses.map(({ code, took, finding }) => [code, took, finding])).toEqual([
      ['1.1', 0, undefined],
      ['2.1', 3, undefined],
      ['2.2', 0, 'never'],
      ['2.3', 6, 'same'],
    ]);
    // a has least from the jury and loses most: both move together
    expect(clauses[1]?.correlationMilli).toBeGreaterThan(700);
  });

  it('finds one that goes against the rest', () => {
    const { clauses } = reportOf(
      `${judged(mild)}\n${deducted('f', 9)}\n${deducted('e', 5)}\n${deducted('d', 2)}`,
    );
    expect(clauses[1]).toMatchObject({ code: '2.1', finding: 'against' });
  });
});

describe('a clause that touched two subjects alone', () => {
  it('is held against nothing', () => {
    const { clauses } = reportOf(`${judged(mild)}\n${deducted('f', 9)}\n${deducted('e', 5)}`);
    expect(clauses[1]).toMatchObject({ code: '2.1', took: 2 });
    expect(clauses[1]).not.toHaveProperty('correlationMilli');
    expect(clauses[1]).not.toHaveProperty('finding');
  });
});

describe('concentration', () => {
  it('adds up by office and by subject, and points at what falls on one subject only', () => {
    const facts = `${judged(mild)}\n${everybody}\n${deducted('a', 9)}\n${deducted('b', 3)}`;
    const { concentration } = reportOf(facts);
    expect(concentration).toMatchObject({ deductions: 18, takenMilli: 24_000, inspectors: [] });
    expect(concentration.offices.map(({ name, takenMilli }) => [name, takenMilli])).toEqual([
      ['城建办', 12_000],
      ['综治办', 12_000],
    ]);
    expect(concentration.offices[0]?.mostly).toEqual({ subject: 'a村', shareMilli: 750 });
    expect(concentration.offices[1]).not.toHaveProperty('mostly');
    const bySubject = concentration.subjects.reduce((sum, row) => sum + row.takenMilli, 0);
    expect(bySubject).toBe(24_000);
  });

  it('names inspectors by letter, those of each deduction', () => {
    const facts = `${judged(mild)}\n${deducted('a', 2)}`;
    const inspectorsOf = { 's-a-P-1-0': ['P-x'], 's-a-P-1-1': ['P-x', 'P-y'] };
    const { inspectors } = reportOf(facts, { inspectorsOf }).concentration;
    expect(inspectors.map(({ name, deductions }) => [name, deductions])).toEqual([
      ['巡查人A', 2],
      ['巡查人B', 1],
    ]);
  });
});

describe('groups and ranks', () => {
  it('says how much of the differences lies between groups', () => {
    // means of the jury 76 78 80 | 82 84 86, each + 50: 9·6 = 54 of 70 between them
    const { groups, ranks } = reportOf(judged(mild));
    expect(groups.shareMilli).toBe(771);
    expect(groups.rows.map(({ name, meanMilli }) => [name, meanMilli])).toEqual([
      ['平原村', 128_000],
      ['山区村', 132_000 + 2_000],
    ]);
    expect(ranks).toMatchObject({ of: 6 });
  });

  it('says why ranks were not worked out', () => {
    expect(reportOf(judged(mild), { ranges: 'tooLarge' }).ranks.without).toBe('tooLarge');
  });
});
