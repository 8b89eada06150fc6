/**
 * Periods, seals and corrections, each worked by hand. In brackets what a naive reading gives.
 */

import { expect, test } from 'vitest';
import type { Fact, Seal } from '../../src/book/book.ts';
import { factOf, factShape, readRoster } from '../../src/book/read.ts';
import { assess } from '../../src/evaluate/assess.ts';
import { sealOf } from '../../src/evaluate/seal.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { printedOf } from './town.ts';

const roster = readRoster('units: [ { code: A, name: 东溪村 } ]').roster;

interface Town {
  tree: string;
  facts: Record<string, unknown>[];
  /** Seals at these `seq`, in order of the months. */
  sealsAt?: number[];
}

function bookOf({ tree, facts, sealsAt = [] }: Town) {
  const source = `{ line: p, name: 按月, version: "1", subject: { kind: unit }, period: month, tree: [ ${tree} ] }`;
  const read = readScheme(source);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  const list: Fact[] = facts.map((row, index) => factOf(factShape.parse(row), index + 1));
  const base = { schemes: [read.value], roster, facts: list, calendar: calendarCN };
  const seals: Seal[] = [];
  sealsAt.forEach((atSeq, index) => {
    const period = monthOf(index + 1);
    const result = assess({ ...base, seals }, { scheme: 'p', period, upTo: atSeq });
    seals.push(sealOf(result, { facts: list, seals }));
  });
  return { ...base, seals };
}

function monthOf(month: number): string {
  return `2026-${String(month).padStart(2, '0')}`;
}

/** Printed thousandths of a code from January on. */
function monthly(town: Town, code: string, months = 3): (number | undefined)[] {
  const book = bookOf(town);
  return Array.from({ length: months }, (_, index) => {
    const period = monthOf(index + 1);
    const seal = book.seals.find((item) => item.period === period);
    return seal
      ? seal.printed.A?.[code]
      : printedOf(assess(book, { scheme: 'p', period }), 'A', code);
  });
}

const lapse = (id: string, on: string, more = {}) => ({
  id,
  kind: 'lapse',
  about: 'A',
  on,
  ...more,
});
const back = (id: string, reverses: string) => ({ id, kind: 'back', reverses, on: '2026-02-20' });
const plain =
  '{ code: "1", name: 指标, full: 60, clauses: [ { code: "1.1", text: 扣分, on: lapse, rule: { count: { of: points, delta: "-1" } } } ] }';

test('a late January fact counts in February alone, also when January is read again (−2, not −4)', () => {
  const facts = [lapse('f1', '2026-01-05', { values: { points: '2' } })];
  const late = [{ ...facts[0], seq: '5' }];
  expect(monthly({ tree: plain, facts: late as never, sealsAt: [1] }, '1.1')).toEqual([
    0, -2000, 0,
  ]);
});

test('a yearly bonus cap of 10: 4, then 6 of 8 (per month it would be 12)', () => {
  const tree =
    '{ code: "9", name: 加分, cap: "10", span: year, clauses: [ { code: "9.1", text: 加分, span: year, on: praise, rule: { count: { of: points, delta: "1" } } } ] }';
  const facts = [
    { id: 'f1', kind: 'praise', about: 'A', on: '2026-01-05', values: { points: '4' } },
    { id: 'f2', kind: 'praise', about: 'A', on: '2026-02-05', values: { points: '8' } },
  ];
  expect(monthly({ tree, facts, sealsAt: [1] }, '9')).toEqual([4000, 6000, 0]);
});

test('a group of 60 with −70, sealed at 0, reversed: +60 in the next month (not 130)', () => {
  const facts = [lapse('f1', '2026-01-05', { values: { points: '70' } }), back('r1', 'f1')];
  expect(monthly({ tree: plain, facts, sealsAt: [1] }, '1')).toEqual([0, 60000, 60000]);
  expect(monthly({ tree: plain, facts, sealsAt: [1] }, 'total')).toEqual([0, 120000, 60000]);
});

test('the same reversal before the seal leaves no correction line', () => {
  const facts = [lapse('f1', '2026-01-05', { values: { points: '70' } }), back('r1', 'f1')];
  expect(monthly({ tree: plain, facts, sealsAt: [2] }, 'total')).toEqual([60000, 60000, 60000]);
});

test('300 a month over the year with five late days: 290, then 300, 300 (not 290, −10, −10)', () => {
  const tree =
    '{ code: "1", name: 考勤, full: 300, span: year, clauses: [ { code: "1.1", text: 迟到, span: year, on: lapse, rule: { count: { of: points, delta: "-2" } } } ] }';
  const facts = [lapse('f1', '2026-01-05', { values: { points: '5' } })];
  expect(monthly({ tree, facts, sealsAt: [1] }, '1')).toEqual([290000, 300000, 300000]);
});

test('two reversals of one sealed month give each its own line, and together the whole difference', () => {
  const facts = [
    lapse('f1', '2026-01-05', { values: { points: '50' } }),
    lapse('f2', '2026-01-06', { values: { points: '30' } }),
    back('r1', 'f1'),
    back('r2', 'f2'),
  ];
  const book = bookOf({ tree: plain, facts, sealsAt: [2] });
  const february = assess(book, { scheme: 'p', period: '2026-02' });
  const lines = february.subjects[0]?.tree.children.filter((line) => line.kind === 'correction');
  // January printed max(0, 60 − 80) = 0; without f1 it is 30, without both 60.
  expect(lines?.map((line) => line.milli)).toEqual([30000, 30000]);
  expect(lines?.map((line) => line.reason)).toEqual([
    '更正前期事实 f1（2026-01-05，由 r1 更正）：去掉它，2026年1月为 30.000，封存时为 0.000，差 +30.000 记在本期；另记的事实，在它计入的期计',
    '更正前期事实 f2（2026-01-06，由 r2 更正）：去掉它，2026年1月为 60.000，去掉前为 30.000，差 +30.000 记在本期；另记的事实，在它计入的期计',
  ]);
});

test('a right fact beside the reversal counts in its own line: 98 was sealed, 100 without, then −1', () => {
  const facts = [
    lapse('f1', '2026-01-05', { values: { points: '2' } }),
    back('r1', 'f1'),
    lapse('f2', '2026-01-05', { values: { points: '1' } }),
  ];
  const book = bookOf({ tree: plain.replace('60', '100'), facts, sealsAt: [1] });
  const february = assess(book, { scheme: 'p', period: '2026-02' }).subjects[0];
  const correction = february?.tree.children.find((line) => line.kind === 'correction');
  expect([february?.totalMilli, correction?.milli]).toEqual([101000, 2000]);
  expect(correction?.reason).toContain('去掉它，2026年1月为 100.000，封存时为 98.000，差 +2.000');
  expect(correction?.reason).not.toContain('应为');
});

test('a corrected edition takes a reversal that its decision counts in its own month', () => {
  const facts = [
    lapse('f1', '2026-01-05', { values: { points: '4' } }),
    { ...back('r1', 'f1'), countsIn: { p: '2026-01' } },
  ];
  const book = bookOf({ tree: plain, facts, sealsAt: [1] });
  const january = assess(book, { scheme: 'p', period: '2026-01' });
  expect(printedOf(january, 'A', 'total')).toBe(60000);
  expect(printedOf(assess(book, { scheme: 'p', period: '2026-02' }), 'A', 'total')).toBe(60000);
});

test('a 补差 beyond this period’s own facts is not clipped by the month’s cap', () => {
  const tree =
    '{ code: "1", name: 指标, full: 60, clauses: [ { code: "1.1", text: 扣分, span: year, on: lapse, rule: { count: { of: points, delta: "-1" } } } ] }';
  const facts = [lapse('f1', '2026-01-05', { values: { points: '20' } }), back('r1', 'f1')];
  expect(monthly({ tree, facts, sealsAt: [1] }, '1')).toEqual([40000, 80000, 60000]);
});

test('扣完为止 still holds what this period’s own facts take, also on a year-long clause', () => {
  const tree =
    '{ code: "1", name: 指标, full: 60, clauses: [ { code: "1.1", text: 扣分, span: year, on: lapse, rule: { count: { of: points, delta: "-1" } } } ] }';
  const facts = [lapse('f1', '2026-02-05', { values: { points: '70' } })];
  expect(monthly({ tree, facts, sealsAt: [0] }, '1')).toEqual([60000, 0, 60000]);
});
