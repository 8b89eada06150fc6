/** Switches with two or three answers: each answer gives its own number, worked by hand. */

import { describe, expect, test } from 'vitest';
import { factOf, factShape, readRoster } from '../../src/book/read.ts';
import { assess } from '../../src/evaluate/assess.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { printedOf } from './town.ts';

interface Town {
  scheme: string;
  roster?: string;
  facts: Record<string, unknown>[];
  period: string;
}

function worked({ scheme, roster, facts, period }: Town) {
  const read = readScheme(`{ line: s, name: 试, version: "1", ${scheme} }`);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  const units = roster ?? 'units: [ { code: A, name: 东溪村 }, { code: B, name: 西岗村 } ]';
  const book = {
    schemes: [read.value],
    roster: readRoster(units).roster,
    facts: facts.map((row, index) => factOf(factShape.parse(row), index + 1)),
    calendar: calendarCN,
    seals: [],
  };
  return assess(book, { scheme: 's', period });
}

const month = (period: string, total: string, about = 'A') => ({
  id: `r-${about}-${period}`,
  kind: 'result',
  form: 'result',
  about,
  period,
  values: { line: 'm', total, full: '100' },
});

describe('missing months of an imported result', () => {
  const scheme = (policy: string) =>
    `subject: { kind: unit }, period: quarter, switches: { missingPeriod: ${policy} }, tree: [ { code: "1", name: 月均, clauses: [ { code: "1.1", text: 月均, rule: { import: { line: m, period: year, combine: mean, times: "1" } } } ] } ]`;
  // January 90, March 60, February not inspected; quarterly scheme reads the year's months to date.
  const facts = [month('2026-01', '90'), month('2026-03', '60')];

  test('are left out and said by default: (90 + 60) ÷ 2 = 75', () => {
    const result = worked({ scheme: scheme('excludeAndFlag'), facts, period: '2026-Q1' });
    expect(printedOf(result, 'A', '1.1')).toBe(75000);
    expect(result.notices.find((notice) => notice.code === 'period-missing')?.sentence).toContain(
      '2026年2月',
    );
  });

  test('count as zero where the scheme says so: (90 + 0 + 60) ÷ 3 = 50', () => {
    const result = worked({ scheme: scheme('zero'), facts, period: '2026-Q1' });
    expect(printedOf(result, 'A', '1.1')).toBe(50000);
  });

  test('block the cell where the scheme says so', () => {
    const result = worked({ scheme: scheme('block'), facts, period: '2026-Q1' });
    expect(result.subjects.find((subject) => subject.code === 'A')?.state).toBe('missing');
  });
});

describe('a rank compared with one of another list', () => {
  const clause = (changed: string) =>
    `subject: { kind: unit }, period: year, tree: [ { code: "1", name: 位次, clauses: [ { code: "1.1", text: 升降, ${changed} rule: { linear: { of: { prior: { of: { measure: { kind: rank } } } }, reference: { measure: { kind: rank } }, per: "1", delta: "0.5", side: both, stepping: linear, in: points } } } ] } ]`;
  const facts = [
    {
      id: 'f1',
      kind: 'rank',
      form: 'measure',
      about: 'A',
      period: '2025',
      values: { value: { rank: '7', of: '13', list: '13镇' } },
    },
    {
      id: 'f2',
      kind: 'rank',
      form: 'measure',
      about: 'A',
      period: '2026',
      values: { value: { rank: '4', of: '11', list: '11镇' } },
    },
  ];

  test.each([
    ['listChanged: compare,', 1500, 'scored'],
    ['listChanged: exclude,', 0, 'notApplicable'],
    ['', 0, 'missing'],
  ])('%s 7 → 4 gives %i thousandths, %s', (changed, milli, state) => {
    const result = worked({ scheme: clause(changed), facts, period: '2026' });
    const tree = result.subjects.find((subject) => subject.code === 'A')?.tree;
    const line = tree?.children[0]?.children.find((child) => child.code === '1.1');
    expect([line?.milli, line?.state]).toEqual([milli, state]);
  });
});

describe('a person who changed villages', () => {
  const roster = `
units: [ { code: A, name: 东溪村 }, { code: B, name: 西岗村 } ]
persons: [ { code: p, name: 周, class: 编外聘用 } ]
pairings:
  - { kind: 包村, person: p, unit: A, from: 2026-01-01, to: 2026-03-14 }
  - { kind: 包村, person: p, unit: B, from: 2026-03-15 }`;
  const scheme = (change: string) =>
    `subject: { kind: person }, period: year, switches: { postChange: ${change} }, tree: [ { code: "1", name: 挂钩, clauses: [ { code: "1.1", text: 挂钩, rule: { import: { line: v, of: { paired: 包村 }, times: "0.1" } } } ] } ]`;
  const facts = [
    { ...month('2026', '100', 'A'), values: { line: 'v', total: '100', full: '100' } },
    { ...month('2026', '80', 'B'), values: { line: 'v', total: '80', full: '100' } },
  ];

  // 73 days in A and 292 in B, of 365: (100 × 73 + 80 × 292) ÷ 365 × 0.1 = 8.4
  test.each([
    ['byDays', 8400, 1],
    ['segments', 8400, 2],
    ['mainPost', 8000, 1],
  ])('%s gives %i thousandths in %i lines', (change, milli, lines) => {
    const result = worked({ scheme: scheme(change), roster, facts, period: '2026' });
    expect(printedOf(result, 'p', '1.1')).toBe(milli);
    const clause = result.subjects[0]?.tree.children[0]?.children[0];
    expect(clause?.children.filter((line) => line.kind === 'entry')).toHaveLength(lines);
  });
});

describe('a veto and the deductions of its matter', () => {
  const scheme = (scope: string) =>
    `subject: { kind: unit }, period: year, tree: [ { code: "1", name: 安全, full: 100, clauses: [ { code: "1.1", text: 事故扣分, on: accident, rule: { count: { delta: "-20" } } } ] } ], grades: { order: [优, 良, 差], bands: [ { grade: 优, from: "90" }, { grade: 良, from: "60", below: "90" }, { grade: 差, below: "60" } ] }, vetoes: [ { code: V1, text: 重大事故, on: disaster, authority: { documentNo: 示1号, title: 示范文件, body: 示范机关 }, scope: { ${scope} } } ]`;
  const facts = [
    { id: 'f1', kind: 'accident', about: 'A', on: '2026-05-01', matter: 'M' },
    { id: 'f2', kind: 'disaster', about: 'A', on: '2026-05-01', matter: 'M' },
  ];

  test.each([
    ['bottomGrade: lowest', 100000, '差'],
    ['notTopGrade: highest', 80000, '良'],
  ])('%s leaves %i thousandths and the grade %s', (scope, milli, grade) => {
    const result = worked({ scheme: scheme(scope), facts, period: '2026' });
    expect(printedOf(result, 'A', '1')).toBe(milli);
    expect(result.subjects.find((item) => item.code === 'A')?.grade.effective).toBe(grade);
  });
});
