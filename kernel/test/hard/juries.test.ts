/** A judge's score outside the full mark is refused, never held to the bound. */

import { expect, test } from 'vitest';
import { milli, state, work } from './town.ts';

const tree = `{ code: "1", name: 评议, full: 10, start: zero, clauses: [ { code: "1.1", text: 评委打分, on: score, rule: { judges: { fullMark: 10 } } } ] }`;
const scores = (second: string) => `
- { id: f1, kind: score, form: judgement, about: A, on: 2026-01-05, values: { judge: 甲, score: 8 } }
- { id: f2, kind: score, form: judgement, about: A, on: 2026-01-05, values: { judge: 乙, score: "${second}" } }`;

test('8 and 10 of 10: (8 + 10) ÷ 2 = 9', () => {
  const result = work({ tree, facts: scores('10') });
  expect([milli(result, 'A', '1.1'), state(result, 'A', '1.1')]).toEqual([9000, 'scored']);
});

test.each(['12', '-1', '10.001'])('8 and %s of 10: 缺材料', (second) => {
  expect(state(work({ tree, facts: scores(second) }), 'A', '1.1')).toBe('missing');
});
