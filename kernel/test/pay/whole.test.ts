/** From facts to money, with the evaluator itself: a month of a village, and what it pays. */

import { expect, it } from 'vitest';
import { readFacts, readRoster } from '../../src/book/read.ts';
import { assess, readerOf, startRun } from '../../src/evaluate/assess.ts';
import { paySheet } from '../../src/pay/pay.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { isoDate } from '../../src/time/dates.ts';
import { roster, spoken } from './sheet.ts';

const scheme = `
line: monthly
name: 村级月考核
version: "2026.1"
subject: { kind: unit }
period: month
tree:
  - { code: "1", name: 重点工作, full: 40, start: zero, clauses: [ { code: "1.1", text: 按完成情况计分, on: key.done, rule: { count: { of: points, delta: "1" } } } ] }
  - { code: "2", name: 日常工作, full: 60, clauses: [ { code: "2.1", text: 环境问题每处扣1分, on: garbage, cap: "0", rule: { count: { of: places, delta: "-1" } } } ] }
  - { code: "3", name: 交办工作, cap: 10, clauses: [ { code: "3.1", text: 完成一项加1分, on: assigned.done, rule: { count: { of: items, delta: "1" } } } ] }
grades: { order: [及格, 不及格], bands: [ { grade: 及格, from: "60" }, { grade: 不及格, below: "60" } ] }
pay:
  authority: 县组发〔2026〕1号
  lines:
    - { code: month, name: 月考核奖金, rule: { rate: { base: { 书记: "800", 主任: "600", 会计: "400" }, denominator: "100" } } }
    - { code: minus, name: 通报扣减, roles: [书记], rule: { perEvent: { kind: criticised, amount: "-400" } } }
    - code: fund
      name: 村级专项经费
      rule: { share: { of: { measure: { kind: income.net } }, share: 10%, ceiling: "100000" } }
      withheldWhen: { all: [ { gradeIn: [不及格] }, { not: { occurs: { kind: rectified } } } ] }
`;

const facts = (more = '') => `
- { id: "1", kind: key.done, about: dongxi, on: 2026-03-10, values: { points: 36 } }
- { id: "2", kind: garbage, about: dongxi, on: 2026-03-11, values: { places: 27 } }
- { id: "3", kind: assigned.done, about: dongxi, on: 2026-03-12, values: { items: 14 } }
- { id: "4", kind: criticised, about: dongxi, on: 2026-03-13 }
- { id: "5", kind: criticised, about: dongxi, on: 2026-02-13 }
- { id: "6", kind: income.net, form: measure, about: dongxi, on: 2026-03-31, values: { value: 1200000 } }
- { id: "7", kind: garbage, about: xigang, on: 2026-03-14, values: { places: 50 } }
- { id: "8", kind: income.net, form: measure, about: xigang, on: 2026-03-31, values: { value: 800000 } }
${more}`;

function sheet(text: string) {
  const written = readScheme(scheme).value!;
  const book = {
    schemes: [written],
    roster: readRoster(roster).roster,
    facts: readFacts(text).facts,
    calendar: { years: {} },
    seals: [],
  };
  const options = { scheme: 'monthly', period: '2026-03' };
  const { subjects } = assess(book, options);
  const reader = readerOf(startRun(book, options));
  const asOf = isoDate('2026-03-31');
  return paySheet({ scheme: written, book, period: '2026-03', asOf, reader, subjects });
}

it('36 + (60 − 27) + 10 = 79 points pay 632 yuan less 400, and the fund stops at 100000', () => {
  const [village, other] = sheet(facts());
  expect(spoken(village!)).toEqual([
    '东溪村 due 10000000 100000 元（1200000 元 × 10% = 120000 元，按上限）= 100000.00 元',
    '周建国 due 63200 书记 800 元 × 得分 79.000 ÷ 100 = 632.00 元',
    '周建国 due -40000 −400 元 × 1 次 = −400.00 元',
    '吴秀英 due 47400 主任 600 元 × 得分 79.000 ÷ 100 = 474.00 元',
    '郑和平 due 31600 会计 400 元 × 得分 79.000 ÷ 100 = 316.00 元',
  ]);
  expect(village?.payees.map((payee) => payee.totalFen)).toEqual([10000000, 23200, 47400, 31600]);
  expect(village?.payees[1]?.lines[1]?.factIds).toEqual(['4']);
  expect(spoken(other!)).toEqual([
    '西岗村 withheld 8000000 800000 元 × 10% = 80000.00 元；缓发：等次为不及格，rectified 0 次（1 次起）',
  ]);
});

it('what was withheld is due once rectified', () => {
  const [, released] = sheet(
    facts('- { id: "9", kind: rectified, about: xigang, on: 2026-03-30 }'),
  );
  expect(released?.payees[0]).toMatchObject({ totalFen: 8000000, withheldFen: 0 });
});
