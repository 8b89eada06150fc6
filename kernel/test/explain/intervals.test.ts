import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/book/book.ts';
import { assess } from '../../src/evaluate/assess.ts';
import { leaveOneOut } from '../../src/explain/intervals.ts';
import type { Assess } from '../../src/explain/replay.ts';
import { bookOf } from './qinghe.ts';

const roster = `
units:
  - { code: a, name: 甲村 }
  - { code: b, name: 乙村 }
  - { code: c, name: 丙村 }
`;
const scheme = (more = '') => `
line: contest
name: 现场观摩评比
version: "2026.1"
subject: { kind: unit }
period: year
tree:
  - code: "1"
    name: 现场评分
    clauses: [ { code: "1.1", text: 评委评分取平均, on: judged, rule: { judges: { field: points } } } ]
  - code: "2"
    name: 入户抽查
    full: 20
    clauses: [ { code: "2.1", text: 每户不合格扣1分, on: sampled, rule: { count: { of: failed, delta: "-1" } } } ]
${more}`;
const options = { scheme: 'contest', period: '2026' };

function judged(scores: Record<string, Record<string, number>>, first = 1): string {
  let row = first;
  return Object.entries(scores)
    .flatMap(([judge, given]) =>
      Object.entries(given).map(
        ([subject, points]) =>
          `- { id: "j${row++}", kind: judged, form: judgement, about: ${subject}, on: 2026-11-01, values: { judge: ${judge}, round: 1, points: ${points} } }`,
      ),
    )
    .join('\n');
}

const three = judged({
  张: { a: 90, b: 80, c: 70 },
  王: { a: 90, b: 88, c: 70 },
  李: { a: 60, b: 84, c: 70 },
});
const samples = `
- { id: "s1", kind: sampled, about: c, on: 2026-11-02, values: { sample: 一组, failed: 2 } }
- { id: "s2", kind: sampled, about: c, on: 2026-11-02, values: { sample: 二组, failed: 1 } }
`;
const book = (facts: string, more = ''): Book => bookOf({ scheme: scheme(more), facts, roster });

describe('ranks with one thing left out', () => {
  it('moves between 1 and 2 with one judge, and names the judge', () => {
    // with all: a 80, b 84, c 70; without 李: a 90, b 84; without 张: a 75, b 86; without 王: a 75, b 82
    const { subjects } = leaveOneOut(book(three), options, assess);
    expect(subjects.map((item) => [item.subject, item.rank, item.range, item.sentence])).toEqual([
      ['a', 2, [1, 2], '名次 1–2，本次不足以区分；不计评委 李则为第 1'],
      ['b', 1, [1, 2], '名次 1–2，本次不足以区分；不计评委 李则为第 2'],
      ['c', 3, [1, 3], '名次 1–3，本次不足以区分；不计指标 1 现场评分则为第 1'],
    ]);
    expect(subjects[0]?.moved).toEqual({
      leftOut: { kind: 'judge', code: '李', label: '评委 李' },
      rank: 1,
    });
  });

  it('leaves out each indicator, each judge and each sampled unit, once', () => {
    const runs: string[] = [];
    const watched: Assess = (given, asked) => {
      const { facts = new Set(), nodes = new Set() } = asked.without ?? {};
      runs.push([...nodes, ...facts].join(' '));
      return assess(given, asked);
    };
    const found = leaveOneOut(book(three + samples), options, watched);
    expect(found.scenarios.map((item) => item.label)).toEqual([
      '评委 张',
      '评委 李',
      '评委 王',
      '样本 一组',
      '样本 二组',
      '指标 1 现场评分',
      '指标 2 入户抽查',
    ]);
    expect(runs).toEqual(['', 'j1 j2 j3', 'j7 j8 j9', 'j4 j5 j6', 's1', 's2', '1', '2']);
  });

  it('says nothing more than the rank where nothing moves it', () => {
    const firm =
      judged({ 张: { a: 90, b: 80, c: 70 }, 王: { a: 91, b: 81, c: 71 } }) +
      `
- { id: "s1", kind: sampled, about: b, on: 2026-11-02, values: { sample: 一组, failed: 1 } }
- { id: "s2", kind: sampled, about: c, on: 2026-11-02, values: { sample: 一组, failed: 2 } }`;
    const { subjects } = leaveOneOut(book(firm), options, assess);
    expect(subjects.map((item) => [item.range, item.moved, item.sentence])).toEqual([
      [[1, 1], undefined, '名次 1'],
      [[2, 2], undefined, '名次 2'],
      [[3, 3], undefined, '名次 3'],
    ]);
  });

  it('skips a scenario that leaves somebody without a total, and says which', () => {
    const lone = judged({ 张: { a: 90, b: 80, c: 70 }, 王: { a: 70, b: 80 } });
    const found = leaveOneOut(book(lone), options, assess);
    expect(found.skipped.map((item) => item.label)).toEqual(['评委 张']);
    expect(found.scenarios.map((item) => item.label)).not.toContain('评委 张');
  });

  it('does not rank a subject whose own total is missing', () => {
    const partly = judged({ 张: { a: 90, b: 80 }, 王: { a: 70, b: 80 } });
    const { subjects } = leaveOneOut(book(partly), options, assess);
    expect(subjects.map((item) => item.subject)).toEqual(['a', 'b']);
  });

  it('counts ties by the place, 1 1 3, and compares within the group', () => {
    const equal = judged({ 张: { a: 80, b: 80, c: 70 }, 王: { a: 80, b: 80, c: 70 } });
    const ranksOf = (given: Book) =>
      leaveOneOut(given, options, assess).subjects.map((item) => item.rank);
    expect(ranksOf(book(equal, 'ranking: { ties: dense }'))).toEqual([1, 1, 3]);
    const groups = roster.replace('name: 丙村', 'name: 丙村, group: hill');
    const grouped = bookOf({ scheme: scheme(), facts: equal, roster: groups });
    expect(ranksOf(grouped)).toEqual([1, 1, 1]);
    const all = bookOf({
      scheme: scheme('ranking: { within: all }'),
      facts: equal,
      roster: groups,
    });
    expect(ranksOf(all)).toEqual([1, 1, 3]);
  });

  it('ignores judges whose facts the result does not use', () => {
    const foreign = `${three}
- { id: "x1", kind: elsewhere, about: a, on: 2026-11-02, values: { judge: 赵 } }`;
    const { scenarios } = leaveOneOut(book(foreign), options, assess);
    expect(scenarios.map((item) => item.label)).not.toContain('评委 赵');
  });
});
