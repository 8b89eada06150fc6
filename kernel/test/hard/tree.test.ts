/** Rounding, bounds, gates, scaling and thresholds, each worked by hand. */

import { describe, expect, test } from 'vitest';
import { lineOf, milli, overYear, row, state, type Town, unexplained, work } from './town.ts';

const node = (clause: string, more = 'full: 60') =>
  `{ code: "1", name: 指标, ${more}, clauses: [ ${clause} ] }`;
const count = (delta: string, more = '') =>
  `{ code: "1.1", text: 扣分, on: k, ${more}rule: { count: { delta: "${delta}", of: places } } }`;
const k = (places: string, on = '2026-01-05', id = 'f1') =>
  row(id, 'k', 'A', on, `values: { places: "${places}" }`);

describe('rounding', () => {
  test.each([
    ['0.0005', 1],
    ['0.00049', 0],
    ['-0.0005', -1],
    ['-0.00049', 0],
    ['1.0005', 1001],
    ['-1.0005', -1001],
  ])('%s prints %i thousandths: half away from zero', (points, expected) => {
    const result = work({ tree: node(count('1'), 'base: "0", floor: none'), facts: k(points) });
    expect(milli(result, 'A', '1.1')).toBe(expected);
    expect(unexplained(result)).toEqual([]);
  });

  test.each([
    ['halfEven', 0],
    ['up', 1],
    ['down', 0],
  ])('0.0005 by %s prints %i', (rounding, expected) => {
    expect(
      milli(
        work({
          tree: node(count('1'), 'base: "0"'),
          more: `rounding: ${rounding}`,
          facts: k('0.0005'),
        }),
        'A',
        '1.1',
      ),
    ).toBe(expected);
  });

  test('three thirds are one: −1/3 of three facts in one clause −1.000, with −0.001 on a line of rounding', () => {
    const facts = ['a', 'b', 'c'].map((id) => k('1', '2026-01-05', id)).join('');
    const result = work({ tree: node(count('-1/3')), facts });
    expect(milli(result, 'A', '1.1')).toBe(-1000);
    expect(unexplained(result)).toEqual([]);
  });

  test('three clauses of −1/3 print −0.333 each, and their parent reads what is printed: −0.999', () => {
    const clauses = [1, 2, 3]
      .map((n) => `{ code: "1.${n}", text: 扣, on: k${n}, rule: { count: { delta: "-1/3" } } }`)
      .join(', ');
    const facts = [1, 2, 3].map((n) => row(`f${n}`, `k${n}`, 'A', '2026-01-05')).join('');
    expect(milli(work({ tree: node(clauses), facts }), 'A', '1')).toBe(59001);
  });

  test('no decimals: 59.5 prints 60, −0.5 prints −1', () => {
    const result = work({
      tree: node(count('-0.5'), 'full: 60'),
      more: 'decimals: 0',
      facts: k('1'),
    });
    expect([milli(result, 'A', '1.1'), milli(result, 'A', '1')]).toEqual([-1000, 59000]);
    expect(unexplained(result)).toEqual([]);
  });
});

describe('thresholds', () => {
  const table = node(
    '{ code: "1.1", text: 率, rule: { table: { of: { measure: { kind: m } }, rows: [ { from: "0.9", points: "10" }, { from: "0.8", below: "0.9", points: "5" } ], otherwise: "0" } } }',
    'full: 10, start: zero',
  );
  test.each([
    ['"0.8996"', 5000],
    ['"0.9"', 10000],
    ['"90%"', 10000],
    ['"89.999999999999999999%"', 5000],
    ['{ num: 8996, den: 10000 }', 5000],
    ['{ num: 9, den: 10 }', 10000],
    ['{ num: 899999999999, den: 999999999999 }', 5000],
    ['"0.8"', 5000],
    ['"0.7999999"', 0],
  ])('a rate of %s compares exactly', (value, expected) => {
    const facts = row('m1', 'm', 'A', '2026-01-05', `values: { value: ${value} }`);
    expect(milli(work({ tree: table, facts }), 'A', '1')).toBe(expected);
  });

  test('每低1个百分点扣1分, floor: 84.01% of 87% is two whole steps, 83.99% three', () => {
    const tree = node(
      '{ code: "1.1", text: 每低, rule: { linear: { of: { measure: { kind: m } }, reference: "87%", per: "1%", delta: "-1", side: below } } }',
      'full: 10',
    );
    const at = (value: string) =>
      milli(
        work({ tree, facts: row('m1', 'm', 'A', '2026-01-05', `values: { value: "${value}" }`) }),
        'A',
        '1',
      );
    expect([at('84.01%'), at('84%'), at('83.99%'), at('87%'), at('99%')]).toEqual([
      8000, 7000, 7000, 10000, 10000,
    ]);
  });
});

describe('weights and 不适用', () => {
  const part = (code: string, full: string, more = '', kind = 'k') =>
    `{ code: "${code}", name: 项, full: ${full}, ${more} clauses: [ { code: "${code}.1", text: 扣, on: ${kind}, rule: { count: { delta: "-1", of: places } } } ] }`;
  const two = (more: string, weights: [string, string] = ['', '']) =>
    `{ code: "0", name: 组, children: [ ${part('1', '100', weights[0])}, ${part('2', '100', `${weights[1]} ${more}`, 'x')} ] }`;
  const away = 'notApplicableWhen: { groupIn: [plain] },';

  test('weights 0.6 and 0.4: 90 × 0.6 + 100 × 0.4 = 94', () => {
    const result = work({ tree: two('', ['weight: "0.6",', 'weight: "0.4",']), facts: k('10') });
    expect(milli(result, 'A', '0')).toBe(94000);
    expect(unexplained(result)).toEqual([]);
  });

  test('one of two hundreds does not apply: 90 × 200/100 = 180', () => {
    const result = work({ tree: two(away), facts: k('10') });
    expect([milli(result, 'A', '0'), milli(result, 'C', '0')]).toEqual([180000, 200000]);
    expect(unexplained(result)).toEqual([]);
  });

  test('the same with weights: 90 × 0.6 × (100 ÷ 60) = 90, not 108', () => {
    const result = work({ tree: two(away, ['weight: "0.6",', 'weight: "0.4",']), facts: k('10') });
    expect(milli(result, 'A', '0')).toBe(90000);
    expect(unexplained(result)).toEqual([]);
  });

  test('不适用 under a group that looks at the year: January 180, February 200', () => {
    const tree = two(away).replace('name: 组,', 'name: 组, span: year,');
    expect(overYear({ tree, facts: k('10') }, 'A', '0', 2)).toEqual([180000, 200000]);
  });

  test('the mean of the others in the group: B has 70, A does not apply: 70', () => {
    const tree = `{ code: "0", name: 组, children: [ ${part('1', '100', 'notApplicable: mean, notApplicableWhen: { test: { of: { size: 林地 }, equals: "0" } },')} ] }`;
    const roster =
      'units: [ { code: A, name: 甲, group: g, sizes: { 林地: 0 } }, { code: B, name: 乙, group: g, sizes: { 林地: 3 } }, { code: C, name: 丙, group: h, sizes: { 林地: 3 } } ]';
    const facts =
      row('f1', 'k', 'B', '2026-01-05', 'values: { places: 30 }') +
      row('f2', 'k', 'C', '2026-01-05', 'values: { places: 90 }');
    expect(milli(work({ tree, roster, facts }), 'A', '1')).toBe(70000);
  });
});

describe('bounds', () => {
  test('扣完为止, then the bonus on top: 60 − 70 = 0, + 5 = 5; refill: 60 − 70 + 5 = 0', () => {
    const clauses = `${count('-1')}, { code: "1.2", text: 加, on: p, rule: { count: { delta: "5" } } }`;
    const facts = k('70') + row('p1', 'p', 'A', '2026-01-06');
    expect(milli(work({ tree: node(clauses), facts }), 'A', '1')).toBe(5000);
    const refill = work({ tree: node(clauses, 'full: 60, bonus: refill'), facts });
    expect(milli(refill, 'A', '1')).toBe(0);
    expect(unexplained(refill)).toEqual([]);
  });

  test('passToTotal skips the group’s floor: group 20 − 30 → 0, its 10 too many go to the total: 40 − 10 = 30', () => {
    const tree = `{ code: "0", name: 组, floor: zero, children: [ { code: "1", name: 甲, full: 20, floor: passToTotal, clauses: [ ${count('-1')} ] } ] }, { code: "2", name: 乙, full: 40, clauses: [ { code: "2.1", text: 扣, on: z, rule: { count: { delta: "-1" } } } ] }`;
    const result = work({ tree, facts: k('30') });
    expect(milli(result, 'A', 'total')).toBe(30000);
    expect(unexplained(result)).toEqual([]);
  });

  test('the same under a group that looks at the year', () => {
    const tree = `{ code: "0", name: 组, floor: zero, span: year, children: [ { code: "1", name: 甲, full: 20, floor: passToTotal, clauses: [ ${count('-1')} ] } ] }, { code: "2", name: 乙, full: 40, clauses: [ { code: "2.1", text: 扣, on: z, rule: { count: { delta: "-1" } } } ] }`;
    const facts = k('30') + k('30', '2026-02-05', 'f2');
    // February to date: 0 inside and −20 outside; January gave 0 and −10. 40 − 10 in each month.
    expect(overYear({ tree, facts, sealsAt: [1] }, 'A', 'total', 2)).toEqual([30000, 30000]);
  });
});

describe('row 24: a month’s sheet, a gate over the year', () => {
  const tree =
    '{ code: "1", name: 考勤, full: 25, span: year, gate: [ { when: { any: [ { test: { of: { sum: { kind: sheet, field: late, window: year } }, atLeast: "45" } }, { test: { of: { sum: { kind: sheet, field: absence, window: year } }, atLeast: "30" } } ] }, then: zero } ], clauses: [ { code: "1.1", text: 迟到每次2分, span: year, on: sheet, rule: { count: { delta: "-2", of: late } } } ] }';
  const sheet = (month: string, late: string) =>
    row(`s${month}`, 'sheet', 'A', `2026-${month}-28`, `values: { late: ${late}, absence: 0 }`);

  test('44 late in a year of 300: 300 − 88 = 212; 45: 0, the 210 struck through', () => {
    const year = (late: string): Town => ({
      tree: tree.replace('full: 25', 'full: 300'),
      period: 'year',
      facts: sheet('01', late),
    });
    expect(milli(work(year('44'), '2026'), 'A', '1')).toBe(212000);
    const result = work(year('45'), '2026');
    expect(milli(result, 'A', '1')).toBe(0);
    expect(lineOf(result, 'A', '1').children.find((line) => line.kind === 'gate')?.milli).toBe(
      -210000,
    );
    expect(unexplained(result)).toEqual([]);
  });

  test('by month 25 each: 5 late 15; 39 more (25 + 25 − 88 → 0) −15; one more trips: stays 0; March 25 of a zeroed year 0', () => {
    // January: 25 − 10 = 15. February to date: 50 − 88 held at 0, so 0 − 15 = −15. March: zeroed, 0 − 0 = 0.
    expect(
      overYear(
        { tree, facts: sheet('01', '5') + sheet('02', '39') + sheet('03', '1'), sealsAt: [1, 2] },
        'A',
        '1',
        3,
      ),
    ).toEqual([15000, -15000, 0]);
  });
});

describe('points read by conditions', () => {
  test('of a node that looks at the year: what it printed in this month, not the month by itself', () => {
    // Bonus cap 10 over the year: January 8, February 8 more gives 2. Asked in February: 2, so no award.
    const tree = `{ code: "9", name: 加分, cap: "10", span: year, clauses: [ { code: "9.1", text: 加, span: year, on: k, rule: { count: { delta: "1", of: places } } } ] }, { code: "1", name: 另计, clauses: [ { code: "1.1", text: 加分满5分另加1分, rule: { award: { when: { test: { of: { points: "9" }, atLeast: "5" } }, then: "1" } } } ] }`;
    const facts = k('8') + k('8', '2026-02-05', 'f2');
    expect([
      milli(work({ tree, facts }, '2026-02'), 'A', '9'),
      milli(work({ tree, facts }, '2026-02'), 'A', '1'),
    ]).toEqual([2000, 0]);
  });
});

describe('same fact and same matter', () => {
  test('one fact under two clauses: the heavier −5 stands, −3 is struck', () => {
    const clauses =
      '{ code: "1.1", text: 甲, on: k, rule: { count: { delta: "-3" } } }, { code: "1.2", text: 乙, on: k, rule: { count: { delta: "-5" } } }';
    const result = work({ tree: node(clauses), facts: k('1') });
    expect([milli(result, 'A', '1.1'), milli(result, 'A', '1.2'), milli(result, 'A', '1')]).toEqual(
      [0, -5000, 55000],
    );
  });

  test('without the indicator that holds the heavier one, the lighter counts', () => {
    const tree =
      '{ code: "1", name: 甲, full: 10, clauses: [ { code: "1.1", text: 甲, on: k, rule: { count: { delta: "-3" } } } ] }, { code: "2", name: 乙, full: 10, clauses: [ { code: "2.1", text: 乙, on: k, rule: { count: { delta: "-5" } } } ] }';
    const result = work({ tree, facts: k('1') }, '2026-01', { without: { nodes: new Set(['2']) } });
    expect(milli(result, 'A', 'total')).toBe(7000);
  });

  test('依次递减 1, 1/2, 0.3, 0: 4, 4, 2, 2, 1 of one matter: 4 + 2 + 0.6 + 0 + 0 = 6.6', () => {
    const tree =
      '{ code: "9", name: 加分, clauses: [ { code: "9.1", text: 加, on: k, sameMatter: { decreasing: ["1", "1/2", "0.3", "0"] }, rule: { count: { delta: "1", of: places } } } ] }';
    const facts = ['2', '4', '1', '4', '2']
      .map((n, i) => row(`f${i}`, 'k', 'A', '2026-01-05', `matter: M, values: { places: ${n} }`))
      .join('');
    const result = work({ tree, facts });
    expect(milli(result, 'A', '9')).toBe(6600);
    expect(state(result, 'A', '9')).toBe('scored');
  });
});

describe('the mean of the group where an indicator does not apply', () => {
  const tree =
    '{ code: "0", name: 组, children: [ { code: "1", name: 指标, full: 60, notApplicable: mean, notApplicableWhen: { occurs: { kind: away } }, clauses: [ { code: "1.1", text: 得分, rule: { ratio: { of: { measure: { kind: m } }, times: "1" } } } ] } ] }';
  const roster =
    'units: [ { code: A, name: 甲 }, { code: B, name: 乙 }, { code: C, name: 丙 }, { code: D, name: 丁 } ]';
  const away = row('w', 'away', 'A', '2026-01-05');
  const m = (code: string, value: string) =>
    row(`m${code}`, 'm', code, '2026-01-05', `form: measure, values: { value: ${value} }`);
  const given = (facts: string) =>
    lineOf(work({ tree, roster, subject: '{ kind: unit }', facts: away + facts }), 'A', '1');

  test('all three have marks: 60 − 10, 60 − 20 and 60 − 30 make 40, and nothing more is said', () => {
    const line = given(m('B', '-10') + m('C', '-20') + m('D', '-30'));
    expect([line.milli, line.state]).toEqual([40000, 'notApplicable']);
    expect(line.reason).not.toContain('有分');
  });

  test('one of three lacks material: (50 + 40) ÷ 2 = 45, and the line says that it is two of three', () => {
    const line = given(m('B', '-10') + m('C', '-20'));
    expect([line.milli, line.state]).toEqual([45000, 'notApplicable']);
    expect(line.reason).toContain('按同组平均计（同组 3 个中 2 个有分）');
  });

  test('none has marks: 缺材料', () => {
    const line = given('');
    expect([line.state, line.reason]).toEqual([
      'missing',
      expect.stringContaining('同组 3 个中 0 个有分'),
    ]);
  });
});
