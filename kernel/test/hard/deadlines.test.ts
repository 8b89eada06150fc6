/** A thing recorded as undone is charged in the period in which it falls due, never forgotten. */

import { expect, test } from 'vitest';
import { milli, work } from './town.ts';

const tree = (due: string) =>
  `{ code: "1", name: 办理, full: 20, clauses: [ { code: "1.1", text: 未按期办结, on: letter, rule: { deadline: { due: ${due}, late: "-1", perDay: "-0.1" } } } ] }`;
const byField = tree('{ field: due }');
const letter = (due: string, more = '') =>
  `- { id: f1, kind: letter, about: A, on: 2026-03-20, values: { due: ${due}, done: 否 }${more} }`;

const months = (facts: string, shape = byField, sealsAt: number[] = []) =>
  ['2026-03', '2026-04', '2026-05'].map((period) =>
    milli(work({ tree: shape, facts, sealsAt }, period), 'A', '1.1'),
  );

test('recorded in March, due on 15 April, still undone: 0 in March, −1 − 15 × 0.1 = −2.5 in April, once', () => {
  expect(months(letter('2026-04-15'))).toEqual([0, -2500, 0]);
});

test('due on the last day of March: late from 1 April, so charged in April: −1 − 30 × 0.1 = −4', () => {
  expect(months(letter('2026-03-31'))).toEqual([0, -4000, 0]);
});

test('due inside the month of the record: −1 − 6 × 0.1 = −1.6 in March, as before', () => {
  expect(months(letter('2026-03-25'))).toEqual([-1600, 0, 0]);
});

test('reversed and recorded again as done in time: nothing in any month', () => {
  const facts = `${letter('2026-04-15')}
- { id: r1, kind: letter, reverses: f1, on: 2026-04-10 }
- { id: f2, kind: letter, about: A, on: 2026-04-10, values: { due: 2026-04-15, done: 2026-04-10 } }`;
  expect(months(facts)).toEqual([0, 0, 0]);
});

test('a fixed day of the year: undone in March, due on 10 May, −1 − 21 × 0.1 = −3.1 in May', () => {
  expect(months(letter('2026-05-10'), tree('05-10'))).toEqual([0, 0, -3100]);
});
