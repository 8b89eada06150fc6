/** Posting: facts twice, out of order, reversed twice, unknown names, and codes nobody hears. */

import { expect, test } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { bookOf, milli, noticesOf, row, state, unexplained, withFacts, work } from './town.ts';

const plain =
  '{ code: "1", name: 指标, full: 60, clauses: [ { code: "1.1", text: 扣分, on: lapse, rule: { count: { of: places, delta: "-1" } } } ] }';

test('an id posted twice counts as first posted (2), not as the earlier day says (5)', () => {
  const facts =
    row('f1', 'lapse', 'A', '2026-01-10', 'values: { places: 2 }') +
    row('f1', 'lapse', 'A', '2026-01-05', 'values: { places: 5 }');
  const result = work({ tree: plain, facts });
  expect(milli(result, 'A', '1')).toBe(58000);
  expect(noticesOf(result, 'f1')).toContain('fact-duplicate');
});

test('the second posting of an id does not stand in for a first one after the day of scoring', () => {
  const facts =
    row('f1', 'lapse', 'A', '2026-01-30', 'values: { places: 2 }') +
    row('f1', 'lapse', 'A', '2026-01-05', 'values: { places: 5 }');
  const result = work({ tree: plain, facts }, '2026-01', { asOf: '2026-01-20' as never });
  expect(milli(result, 'A', '1')).toBe(60000);
});

test('facts of two kinds are read by day: −3 × 1 first, then −1 × 2 (by kind it would be −7)', () => {
  const tree =
    '{ code: "1", name: 考勤, full: 60, clauses: [ { code: "1.1", text: 首次每天1分，其后每天2分, on: [late, absent], rule: { count: { of: days, delta: "-1", then: "-2" } } } ] }';
  const facts =
    row('f1', 'absent', 'A', '2026-01-05', 'values: { days: 3 }') +
    row('f2', 'late', 'A', '2026-01-10', 'values: { days: 1 }');
  const result = work({ tree, facts });
  expect(milli(result, 'A', '1.1')).toBe(-5000);
  expect(unexplained(result)).toEqual([]);
});

test('a kind named twice in `on` is heard once: −1', () => {
  const tree = plain.replace('on: lapse', 'on: [lapse, lapse]');
  expect(milli(work({ tree, facts: row('f1', 'lapse', 'A', '2026-01-05') }), 'A', '1.1')).toBe(
    -1000,
  );
});

test('首次不扣，第二次起每处扣1分: 3 places then 4 places give −4, and the line says so', () => {
  const tree = plain.replace('delta: "-1"', 'delta: "0", then: "-1"');
  const facts =
    row('f1', 'lapse', 'A', '2026-01-05', 'values: { places: 3 }') +
    row('f2', 'lapse', 'A', '2026-01-06', 'values: { places: 4 }');
  const result = work({ tree, facts });
  expect(milli(result, 'A', '1.1')).toBe(-4000);
  const second = result.subjects[0]?.tree.children[0]?.children[1]?.children[1];
  expect(second?.reason).toBe('places 4 × -1 = -4');
});

test('reversed twice: the second reversal is refused, the fact is off once (60 − 1 of the other)', () => {
  const facts =
    row('f1', 'lapse', 'A', '2026-01-05', 'values: { places: 5 }') +
    row('f2', 'lapse', 'A', '2026-01-06') +
    '- { id: r1, kind: back, reverses: f1, on: 2026-01-07 }\n' +
    '- { id: r2, kind: back, reverses: f1, on: 2026-01-08 }\n' +
    '- { id: r3, kind: back, reverses: r1, on: 2026-01-09 }\n';
  const result = work({ tree: plain, facts });
  expect(milli(result, 'A', 'total')).toBe(59000);
  expect(noticesOf(result, 'r2')).toEqual(['reversal-invalid']);
  expect(noticesOf(result, 'r3')).toEqual(['reversal-invalid']);
});

test('a fact about a known village and a misspelt one charges the one and names the other', () => {
  const facts = row('f1', 'lapse', '[A, 东西村]', '2026-01-05');
  const result = work({ tree: plain, facts });
  expect(milli(result, 'A', '1')).toBe(59000);
  expect(noticesOf(result, 'f1')).toContain('fact-subject-unknown');
});

test('a village that left is charged nothing and the fact is listed', () => {
  const roster = 'units: [ { code: A, name: 东溪村 }, { code: L, name: 老村, to: 2025-12-31 } ]';
  const facts = row('f1', 'lapse', 'L', '2026-01-05');
  const result = work({ tree: plain, facts, roster });
  expect(result.subjects.map((subject) => subject.code)).toEqual(['A']);
  expect(noticesOf(result, 'f1')).toEqual(['fact-subject-absent']);
});

test('an unknown kind is listed, and its points are not taken', () => {
  const result = work({ tree: plain, facts: row('f1', 'mystery', 'A', '2026-01-05') });
  expect(milli(result, 'A', 'total')).toBe(60000);
  expect(noticesOf(result, 'f1')).toEqual(['fact-unheard']);
});

test('a fact that no clause’s `where` accepts is not lost in silence (县级 for 县)', () => {
  const tree = plain.replace('on: lapse', 'on: lapse, where: { level: 县 }');
  const facts = row('f1', 'lapse', 'A', '2026-01-05', 'values: { level: 县级 }');
  const result = work({ tree, facts });
  expect(milli(result, 'A', 'total')).toBe(60000);
  expect(noticesOf(result, 'f1')).toEqual(['fact-unheard']);
});

test('a fact about a village for which no clause of the kind exists is listed', () => {
  const tree = plain.replace('on: lapse', 'on: lapse, applies: { groups: [hill] }');
  const facts = row('f1', 'lapse', 'A', '2026-01-05') + row('f2', 'lapse', 'C', '2026-01-05');
  const result = work({ tree, facts });
  expect([milli(result, 'A', 'total'), milli(result, 'C', 'total')]).toEqual([60000, 59000]);
  expect(noticesOf(result, 'f1')).toEqual(['fact-unheard']);
  expect(noticesOf(result, 'f2')).toEqual([]);
});

test('a fact recorded under the former name of its kind is heard under the present one', () => {
  const more = 'kinds: [ { kind: lapse, name: 失误, form: event, formerly: [slip] } ]';
  const result = work({ tree: plain, more, facts: row('f1', 'slip', 'A', '2026-01-05') });
  expect(milli(result, 'A', '1')).toBe(59000);
});

test('the order in the book is nothing: first and second of a matter follow the day', () => {
  const tree = plain.replace('delta: "-1"', 'delta: "-1", then: "-3"');
  const facts =
    row('f1', 'lapse', 'A', '2026-01-09') +
    row('f2', 'lapse', 'A', '2026-01-05', 'values: { places: 2 }');
  const book = bookOf({ tree, facts });
  const options = { scheme: 't', period: '2026-01' };
  // 2 × −1 on the 5th, then 1 × −3 on the 9th = −5.
  expect(milli(assess(book, options), 'A', '1.1')).toBe(-5000);
  expect(milli(assess(withFacts(book, [...book.facts].reverse()), options), 'A', '1.1')).toBe(
    -5000,
  );
});

test('a `missing` fact that names no clause of the scheme is listed', () => {
  const facts =
    '- { id: m1, kind: gap, form: missing, on: 2026-01-31, values: { clause: "9.9", state: 记零, reason: 无 } }\n';
  const result = work({ tree: plain, facts });
  expect(noticesOf(result, 'm1')).toEqual(['fact-unheard']);
  expect(state(result, 'A', '1')).toBe('scored');
});
