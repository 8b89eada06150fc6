/** A clause whose rule is not decided yet gives neither full marks nor zero, whatever is known. */

import { expect, test } from 'vitest';
import { lineOf, milli, row, state, type Town, unexplained, work } from './town.ts';

const town = (rule: string, facts: string): Town => ({
  tree: `{ code: "1", name: 指标, full: 60, clauses: [
    { code: "1.1", text: 扣分, on: k, rule: { count: { delta: "-1" } } },
    { code: "1.2", text: 照录, ${rule} } ] }`,
  facts,
});
const why = 'rule: { pending: { why: 原文没有写每处扣几分。 } }';
const fact = row('f1', 'k', 'A', '2026-01-05');

test.each([
  ['that hears facts, with one', `on: k, ${why}`, fact],
  ['that hears facts, without any', `on: k, ${why}`, '[]'],
  ['that hears nothing', why, fact],
  ['at the end of the year', `due: endOfSpan, ${why}`, fact],
])('a pending clause %s is missing, and so is everything above it', (_name, rule, facts) => {
  const result = work(town(rule, facts));
  expect(['1.2', '1', 'total'].map((code) => state(result, 'A', code))).toEqual([
    'missing',
    'missing',
    'missing',
  ]);
  expect(lineOf(result, 'A', '1.2').reason).toBe('计分办法待定：原文没有写每处扣几分');
  expect(result.subjects.map(({ rank, provisional }) => [rank, provisional])).toEqual([
    [undefined, true],
    [undefined, true],
    [undefined, true],
  ]);
  expect(unexplained(result)).toEqual([]);
});

test('the clauses beside it are worked out as ever', () => {
  expect(milli(work(town(`on: k, ${why}`, fact)), 'A', '1.1')).toBe(-1000);
});

test('that the clause does not apply may be decided before its rule is', () => {
  const decided = `- { id: m1, kind: cell, form: missing, period: 2026-01, values: { clause: "1.2", state: 不适用, reason: 本年不考 } }\n`;
  const result = work(town(why, fact + decided));
  expect(state(result, 'A', '1.2')).toBe('notApplicable');
  expect(state(result, 'A', 'total')).toBe('scored');
});
