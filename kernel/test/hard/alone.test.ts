/** What a period's own facts carry, and what corrects earlier periods: worked by hand. */

import { expect, test } from 'vitest';
import { milli, work } from './town.ts';

const months = ['2026-01', '2026-02'];

/** Printed thousandths of a code in January (sealed after `sealAt`) and February. */
function twoMonths(tree: string, facts: string, sealAt: number, code: string): number[] {
  return months.map((period) =>
    milli(
      work(
        { tree, facts, sealsAt: [sealAt] },
        period,
        period === '2026-01' ? { upTo: sealAt } : {},
      ),
      'A',
      code,
    ),
  );
}

const doubled = `{ code: "1", name: 指标, full: 40, clauses: [
  { code: "1.1", text: 未完成扣10分，催办加倍, span: year, on: undone, rule: { count: { delta: "-10" } }, factor: [ { when: { companion: { kind: urged } }, times: "2" } ] },
  { code: "1.2", text: 每处扣分, on: litter, rule: { count: { of: places, delta: "-1" } } } ] }`;

test('doubling January’s lapse in February goes past February’s floor: 30, then 40 − 40 = 0 and −10', () => {
  const facts = `
- { id: f1, kind: undone, about: A, on: 2026-01-05, matter: M }
- { id: f2, kind: urged, about: A, on: 2026-02-05, matter: M }
- { id: f3, kind: litter, about: A, on: 2026-02-06, values: { places: 40 } }`;
  expect(twoMonths(doubled, facts, 1, '1')).toEqual([30000, -10000]);
});

test('February’s own lapse stays at February’s floor: 30, then 40 − 40 − 10 held at 0', () => {
  const facts = `
- { id: f1, kind: undone, about: A, on: 2026-01-05, matter: M }
- { id: f2, kind: undone, about: A, on: 2026-02-05, matter: N }
- { id: f3, kind: litter, about: A, on: 2026-02-06, values: { places: 40 } }`;
  expect(twoMonths(doubled, facts, 1, '1')).toEqual([30000, 0]);
});

test('an indicator that does not apply in January alone, in a group of the year: 20 and 20 of 40', () => {
  const tree = `{ code: "g", name: 组, span: year, children: [
    { code: "1", name: 甲, full: 10, clauses: [ { code: "1.1", text: 扣, on: litter, rule: { count: { delta: "-1" } } } ] },
    { code: "2", name: 乙, full: 10, notApplicableWhen: { not: { occurs: { kind: site, window: ever } } }, clauses: [ { code: "2.1", text: 扣, on: litter2, rule: { count: { delta: "-1" } } } ] } ] }`;
  const facts = '- { id: f1, kind: site, about: A, on: 2026-02-01 }';
  // January: 10 of the 10 that apply, scaled by 20 ÷ 10. To February: 30 × 40 ÷ 30 = 40, less 20.
  expect(twoMonths(tree, facts, 0, 'g')).toEqual([20000, 20000]);
});

test('an indicator whose only clause a person decides 不适用 does not apply: 90 × 200 ÷ 100 = 180', () => {
  const tree = `{ code: "g", name: 组, children: [
    { code: "1", name: 甲, full: 100, clauses: [ { code: "1.1", text: 扣, on: litter, rule: { count: { delta: "-10" } } } ] },
    { code: "2", name: 乙, full: 100, start: zero, clauses: [ { code: "2.1", text: 测评, rule: { ratio: { of: { measure: { kind: vote } }, times: "100" } } } ] } ] }`;
  const decided = (state: string) => `
- { id: f1, kind: litter, about: A, on: 2026-01-05 }
- { id: m1, kind: cell, form: missing, about: A, period: 2026-01, values: { clause: "2.1", state: ${state}, reason: 二季度才测评 } }`;
  expect(milli(work({ tree, facts: decided('不适用') }), 'A', 'g')).toBe(180000);
  // A decided zero is a zero: 90 + 0.
  expect(milli(work({ tree, facts: decided('记零') }), 'A', 'g')).toBe(90000);
});
