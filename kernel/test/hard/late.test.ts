/** What becomes known late or lies ahead: signatures stay where they belong, reversals wait. */

import { expect, test } from 'vitest';
import type { IsoDate } from '../../src/index.ts';
import { milli, work } from './town.ts';

const tree = `{ code: "1", name: 指标, full: 60, clauses: [
  { code: "1.1", text: 每处扣1分, on: litter, rule: { count: { of: places, delta: "-1" } } } ] }`;

test('a cell that was decided for a sealed January decides nothing about February: 60 − 5 = 55', () => {
  const facts = `
- { id: f1, kind: litter, about: A, on: 2026-01-05, values: { places: 2 } }
- { id: m1, kind: cell, form: missing, about: A, period: 2026-01, values: { clause: "1.1", state: 不适用, reason: 迟到的决定 } }
- { id: f2, kind: litter, about: A, on: 2026-02-05, values: { places: 5 } }`;
  const february = work({ tree, facts, sealsAt: [1] }, '2026-02');
  expect(milli(february, 'A', '1')).toBe(55000);
});

test('a signature for a sealed January is none for February', () => {
  const facts = `
- { id: f1, kind: litter, about: A, on: 2026-01-05, values: { places: 2 } }
- { id: c1, kind: signed, form: checked, about: A, period: 2026-01, values: { clause: "1.1" } }`;
  const february = work({ tree, facts, sealsAt: [1] }, '2026-02');
  expect(february.notices.map(({ code }) => code)).toContain('unchecked');
});

test('what reverses a fact that lies ahead is no mistake: as of 10 January 60', () => {
  const facts = `
- { id: f1, kind: litter, about: A, on: 2026-01-20, values: { places: 2 } }
- { id: r1, kind: reversal, on: 2026-01-21, reverses: f1 }`;
  const early = work({ tree, facts }, '2026-01', { asOf: '2026-01-10' as IsoDate });
  expect(milli(early, 'A', '1')).toBe(60000);
  expect(early.notices.map(({ code }) => code)).not.toContain('reversal-invalid');
});

test('what is asked for at the end of the year is not missing before it, and missing at it', () => {
  const rate = `{ code: "1", name: 指标, full: 10, start: zero, clauses: [
    { code: "1.1", text: 年末参保率, due: endOfSpan, span: year, rule: { ratio: { of: { measure: { kind: insurance, field: rate } }, times: "10" } } } ] }`;
  const facts = '- { id: f1, kind: other, about: A, on: 2026-01-05 }';
  const stateAsOf = (asOf: string) => {
    const { subjects } = work({ tree: rate, facts, period: 'year' }, '2026', {
      asOf: asOf as IsoDate,
    });
    return subjects.find(({ code }) => code === 'A')?.tree.children[0]?.state;
  };
  expect(stateAsOf('2026-11-20')).toBe('notDue');
  expect(stateAsOf('2026-12-31')).toBe('missing');
});
