/** A village over a year end to end: tree, counterfactual, late promotion, correction, seals, years. */

import { describe, expect, test } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { sealOf } from '../../src/evaluate/seal.ts';
import { counterfactuals } from '../../src/explain/counterfactual.ts';
import {
  bookOf,
  lineOf,
  linesOf,
  milli,
  noticesOf,
  row,
  state,
  type Town,
  unexplained,
  work,
} from './town.ts';

const tree = `
  { code: "1", name: 人居环境, full: 40, floor: zero, clauses: [
    { code: "1.1", text: 每处扣0.5分, on: inspection.garbage, rule: { count: { of: places, delta: "-0.5" } } },
    { code: "1.2", text: 未整改每处扣1分催办加倍, on: rectification.failed, rule: { count: { delta: "-1" } }, factor: [ { when: { companion: { kind: urged, notDoneBy: due } }, times: "2" } ], span: year } ] },
  { code: "9", name: 加分, cap: 10, span: year, clauses: [
    { code: "9.1", text: 县市省级推广, on: honour.promoted, requires: document, rule: { choice: { by: level, options: { 县: "2", 市: "4", 省: "6" } } }, sameMatter: highest, span: year } ] }`;
const facts = `
- { id: f1, kind: inspection.garbage, about: A, on: 2026-02-11, matter: R-17, values: { places: 5 } }
- { id: f2, kind: rectification.failed, about: A, on: 2026-03-02, matter: R-17 }
- { id: f3, kind: urged, about: A, on: 2026-03-03, matter: R-17, values: { due: 2026-03-09 } }
- { id: f4, kind: honour.promoted, about: A, on: 2026-03-20, matter: H-2, values: { level: 县 }, doc: { no: 县办〔2026〕8号 } }
- { id: f5, kind: checked, form: checked, about: 全部村, on: 2026-03-31, values: { clause: "1.1" } }
- { id: f6, kind: inspection.garbage, about: B, on: 2026-02-12, values: { places: "3.5" } }
`;
const town: Town = {
  tree,
  facts,
  period: 'quarter',
  more: 'groups: [ { code: plain, name: 平原村 }, { code: hill, name: 山区村 } ]',
};
const later = `
- { id: r3, kind: back, reverses: f3, on: 2026-04-20 }
- { id: f7, kind: honour.promoted, about: A, on: 2026-08-20, matter: H-2, values: { level: 市 }, doc: { no: 市办〔2026〕2号 } }
`;

describe('the village of the example', () => {
  test('first quarter: 40 − 5 × 0.5 − 1 × 1 × 2 + 2 = 37.500', () => {
    const result = work(town, '2026-Q1');
    expect(
      ['total', '1', '1.1', '1.2', '9', '9.1'].map((code) => milli(result, 'A', code)),
    ).toEqual([37500, 35500, -2500, -2000, 2000, 2000]);
    expect(unexplained(result)).toEqual([]);
    expect(linesOf(lineOf(result, 'A', '1.2')).flatMap((line) => line.factIds)).toEqual([
      'f2',
      'f3',
    ]);
  });

  test('had R-17 been put right, 2.000 fewer points were lost: 39.500 against 38.250, ahead by 1.250', () => {
    const book = bookOf(town);
    const options = { scheme: 't', period: '2026-Q1' };
    const found = counterfactuals(book, options, assess, 'A');
    expect(JSON.stringify(found)).toMatch(/2\.000/);
    expect(JSON.stringify(found)).toMatch(/0\.750/);
    expect(JSON.stringify(found)).toMatch(/1\.250/);
  });

  test('after the seal: urged struck out gives +1.000 in the second quarter, the city +2.000 in the third', () => {
    const sealed = { ...town, facts: facts + later, sealsAt: [6, 7] };
    const book = bookOf(sealed);
    const second = book.seals[1]?.printed.A ?? {};
    // 40 in the quarter, and 1.2 over the year is −1 where −2 was printed.
    expect([second.total, second['1'], second['1.2'], second['9']]).toEqual([
      41000, 41000, 1000, 0,
    ]);
    const third = assess(book, { scheme: 't', period: '2026-Q3' });
    expect(['total', '1', '1.2', '9', '9.1'].map((code) => milli(third, 'A', code))).toEqual([
      42000, 40000, 0, 2000, 2000,
    ]);
    expect(unexplained(third)).toEqual([]);
    expect(
      JSON.stringify(lineOf(assess(book, { scheme: 't', period: '2026-Q2', upTo: 7 }), 'A', '1.2')),
    ).toMatch(/更正前期事实|含更正/);
  });

  test('the seal stays: the first quarter read as it was known is 37.500 for ever', () => {
    const book = bookOf({ ...town, facts: facts + later, sealsAt: [6, 7] });
    expect(milli(assess(book, { scheme: 't', period: '2026-Q1', upTo: 6 }), 'A', 'total')).toBe(
      37500,
    );
  });
});

const plain =
  '{ code: "1", name: 指标, full: 60, clauses: [ { code: "1.1", text: 扣分, on: k, rule: { count: { delta: "-1", of: places } } } ] }';
const allYear = Array.from({ length: 12 }, () => 1);

describe('the end of the year', () => {
  const december = row('f1', 'k', 'A', '2026-12-05', 'values: { places: 1 }');
  const late = row('f2', 'k', 'A', '2026-12-06', 'values: { places: 2 }');

  test('a fact of a year that is wholly sealed counts in no month, and that is said', () => {
    const town = { tree: plain, facts: december + late, sealsAt: allYear };
    const january = work(town, '2027-01');
    expect(milli(january, 'A', 'total')).toBe(60000);
    expect(noticesOf(january, 'f2')).toContain('fact-past-span');
    expect(milli(work(town, '2026-12'), 'A', 'total')).toBe(59000);
  });

  test('with carryOver it counts once, in January: 60 − 2', () => {
    const carried = plain.replace('on: k,', 'on: k, carryOver: true,');
    const town = { tree: carried, facts: december + late, sealsAt: allYear };
    expect(milli(work(town, '2027-01'), 'A', 'total')).toBe(58000);
    expect(milli(work(town, '2027-02'), 'A', 'total')).toBe(60000);
  });

  test('a corrected edition by decision: the fact counts in December, once (60 − 3), not in January', () => {
    const decided = row(
      'f2',
      'k',
      'A',
      '2026-12-06',
      'values: { places: 2 }, countsIn: { t: 2026-12 }',
    );
    const town = { tree: plain, facts: december + decided, sealsAt: allYear };
    const book = bookOf(town);
    const corrected = assess(book, { scheme: 't', period: '2026-12' });
    expect(milli(corrected, 'A', 'total')).toBe(57000);
    const seals = [...book.seals, sealOf(corrected, book, { decisionNo: '青党发〔2027〕1号' })];
    expect(seals.at(-1)).toMatchObject({ edition: 2, atSeq: 2 });
    expect(
      milli(assess({ ...book, seals }, { scheme: 't', period: '2027-01' }), 'A', 'total'),
    ).toBe(60000);
  });

  test('a reversal after the year is sealed, of a line that looks at the year, is not lost in silence', () => {
    const yearly = plain.replace('on: k,', 'on: k, span: year,');
    const back = '- { id: r1, kind: back, reverses: f1, on: 2027-01-10 }\n';
    const result = work({ tree: yearly, facts: december + back, sealsAt: allYear }, '2027-01');
    expect(milli(result, 'A', 'total')).toBe(60000);
    expect(noticesOf(result, 'r1')).toContain('fact-past-span');
  });

  test('a fact whose stored period is none of this scheme’s is said to count nowhere', () => {
    const odd = row('f1', 'k', 'A', '2026-01-05', 'countsIn: { t: 2026-Q1 }');
    expect(noticesOf(work({ tree: plain, facts: odd }), 'f1')).toContain('fact-refused');
  });
});

describe('results of other lines', () => {
  const result = (id: string, period: string, total: string, more = '') =>
    `- { id: ${id}, kind: result, form: result, about: A, period: ${period}, values: { line: m, total: "${total}", full: "100" ${more} } }\n`;
  const read = (rule: string) =>
    `{ code: "1", name: 年终, clauses: [ { code: "1.1", text: 引用, rule: ${rule} } ] }`;
  const mean = read(
    '{ import: { line: m, value: total, period: year, combine: mean, divisor: 12, times: "0.6" } }',
  );
  const own =
    '{ code: "2", name: 年度, clauses: [ { code: "2.1", text: 年度分, rule: { ratio: { of: { measure: { kind: own } }, times: "0.4" } } } ] }';
  const months = Array.from({ length: 12 }, (_, index) =>
    result(`m${index}`, `2026-${String(index + 1).padStart(2, '0')}`, '85'),
  ).join('');
  const score = row('o1', 'own', 'A', '2026-12-20', 'values: { value: 88 }');

  test('row 107: 88 × 0.4 + 1020 ÷ 12 × 0.6 = 35.2 + 51 = 86.2', () => {
    const done = work({ tree: `${own}, ${mean}`, period: 'year', facts: months + score }, '2026');
    expect(milli(done, 'A', 'total')).toBe(86200);
    expect(unexplained(done)).toEqual([]);
  });

  test('the later edition of a month is read: one month 97 for 85 gives 1032 ÷ 12 × 0.6 = 51.6', () => {
    const corrected = result('m12', '2026-03', '97', ', edition: 2');
    expect(
      milli(work({ tree: mean, period: 'year', facts: months + corrected }, '2026'), 'A', '1'),
    ).toBe(51600);
  });

  test('a reversed result without a new one falls back to what stands; a missing one is never zero', () => {
    const one = read('{ import: { line: m, value: total, times: "1" } }');
    const facts = `${result('x1', '2026', '85')}- { id: r1, kind: back, reverses: x1, on: 2026-12-31 }\n`;
    expect(state(work({ tree: one, period: 'year', facts }, '2026'), 'A', '1')).toBe('missing');
  });

  test('row 62: 92 of 100, times 27 = 24.84; the denominator is the result’s own (92 of 115 × 27 = 21.6)', () => {
    const rate = read('{ import: { line: m, value: rate, times: "27" } }');
    const at = (text: string) =>
      milli(work({ tree: rate, period: 'year', facts: text }, '2026'), 'A', '1');
    expect(at(result('x1', '2026', '92'))).toBe(24840);
    expect(at(result('x1', '2026', '92').replace('"100"', '"115"'))).toBe(21600);
  });

  test('row 55: seventh a year ago, fourth now: +1.5 at 0.5 a place; an open rank (≥ 11) leaves it open', () => {
    const places = '{ measure: { kind: rank, field: rank } }';
    const tree = read(
      `{ linear: { of: ${places}, reference: { prior: { of: ${places} } }, per: "1", delta: "-0.5", side: both } }`,
    );
    const rank = (id: string, year: string, value: string) =>
      row(id, 'rank', 'A', `${year}-06-01`, `values: { rank: ${value} }`);
    const at = (now: string) =>
      work(
        {
          tree,
          period: 'year',
          facts: rank('a', '2025', '{ rank: 7, of: 13, list: 县 }') + rank('b', '2026', now),
        },
        '2026',
      );
    expect(milli(at('{ rank: 4, of: 13, list: 县 }'), 'A', '1')).toBe(1500);
    expect(state(at('{ atLeast: 11, of: 13, list: 县 }'), 'A', '1')).toBe('missing');
  });

  test('row 65: two items of an upper loss −100, one posted twice −50, charged to the village named', () => {
    const tree =
      '{ code: "1", name: 连带, clauses: [ { code: "1.1", text: 上级扣分, on: loss, charge: { as: { name: 责任村 } }, rule: { count: { delta: "-50", distinct: item } } } ] }';
    const loss = (id: string, item: string) =>
      `- { id: ${id}, kind: loss, about: [ T, { subject: A, as: 责任村 } ], on: 2026-05-01, values: { item: ${item} } }\n`;
    expect(
      milli(
        work({ tree, period: 'year', facts: loss('a', '甲') + loss('b', '乙') }, '2026'),
        'A',
        '1',
      ),
    ).toBe(-100000);
    expect(
      milli(
        work({ tree, period: 'year', facts: loss('a', '甲') + loss('b', '甲') }, '2026'),
        'A',
        '1',
      ),
    ).toBe(-50000);
  });
});
