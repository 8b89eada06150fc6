/** Discretion, charge, juries, approximate figures, validity, repair: each worked by hand. */

import { describe, expect, test } from 'vitest';
import { milli, noticesOf, reversal, row, state, unexplained, work } from './town.ts';

const node = (clause: string, more = 'full: 60') =>
  `{ code: "1", name: 指标, ${more}, clauses: [ ${clause} ] }`;
const persons = '{ kind: person }';

describe('discretion', () => {
  const range = node(
    '{ code: "1.1", text: 酌情, on: k, rule: { range: { from: "-3", to: "-1" } } }',
  );
  const chosen = (scheme: string, points = '-2', reason = '影响较大') =>
    row(
      'f1',
      'k',
      'A',
      '2026-01-05',
      `chosen: { ${scheme}clause: "1.1", points: "${points}", reason: "${reason}" }`,
    );

  test('points chosen under this scheme stand: 60 − 2', () => {
    expect(milli(work({ tree: range, facts: chosen('scheme: t, ') }), 'A', '1')).toBe(58000);
    expect(milli(work({ tree: range, facts: chosen('') }), 'A', '1')).toBe(58000);
  });

  test('points chosen under another scheme whose clause has the same number: 需重新裁量', () => {
    const result = work({ tree: range, facts: chosen('scheme: other, ') });
    expect([milli(result, 'A', '1'), state(result, 'A', '1')]).toEqual([60000, 'missing']);
    expect(noticesOf(result, 'f1')).toEqual(['needs-discretion']);
  });

  test.each([['-3.001'], ['-0.999'], ['0']])(
    '%s outside −3…−1 is refused, not held to the bound',
    (points) => {
      const result = work({ tree: range, facts: chosen('', points) });
      expect([milli(result, 'A', '1'), state(result, 'A', '1')]).toEqual([60000, 'missing']);
      expect(noticesOf(result, 'f1')).toEqual(['fact-refused']);
    },
  );

  test('without a reason it is refused', () => {
    expect(state(work({ tree: range, facts: chosen('', '-2', '') }), 'A', '1')).toBe('missing');
  });

  test('a judge’s score chosen under another scheme is no score here', () => {
    const tree = node(
      '{ code: "1.1", text: 评委, on: score, rule: { judges: {} } }',
      'full: 100, start: zero',
    );
    const score = (id: string, judge: string, more: string) =>
      row(
        id,
        'score',
        'A',
        '2026-01-05',
        `values: { judge: ${judge} }, chosen: { ${more}clause: "1.1", points: "90", reason: 看 }`,
      );
    expect(milli(work({ tree, facts: score('f1', 'j1', 'scheme: t, ') }), 'A', '1')).toBe(90000);
    expect(state(work({ tree, facts: score('f1', 'j1', 'scheme: other, ') }), 'A', '1')).toBe(
      'missing',
    );
  });
});

describe('juries', () => {
  const jury = (body: string) =>
    node(
      `{ code: "1.1", text: 评委, on: score, rule: { judges: { ${body} } } }`,
      'full: 100, start: zero',
    );
  const scores = (...values: string[]) =>
    values
      .map((value, index) =>
        row(
          `s${index}`,
          'score',
          'A',
          '2026-01-05',
          `values: { judge: j${index}, score: ${value} }`,
        ),
      )
      .join('');

  test('one highest and one lowest of 80, 90, 90, 100 go: (90 + 90) ÷ 2 = 90', () => {
    expect(
      milli(
        work({ tree: jury('trim: { high: 1, low: 1 }'), facts: scores('80', '90', '90', '100') }),
        'A',
        '1.1',
      ),
    ).toBe(90000);
  });

  test('trimming only above five: of five all count (80+90+90+90+100 = 450 ÷ 5 = 90), of six four (90+90+90+95 = 365 ÷ 4 = 91.25)', () => {
    const tree = jury('trim: { high: 1, low: 1, onlyAbove: 5 }');
    expect(milli(work({ tree, facts: scores('80', '90', '90', '90', '100') }), 'A', '1.1')).toBe(
      90000,
    );
    expect(
      milli(work({ tree, facts: scores('80', '90', '90', '90', '95', '100') }), 'A', '1.1'),
    ).toBe(91250);
  });

  test.each(['high: 1, low: 1', 'high: 4', 'low: 4', 'high: 9, low: 9', 'high: 3'])(
    'two scores trimmed by %s leave nobody: 缺材料',
    (trim) => {
      const result = work({ tree: jury(`trim: { ${trim} }`), facts: scores('80', '90') });
      expect(state(result, 'A', '1.1')).toBe('missing');
    },
  );

  test('three scores of which four highest would go leave nobody, not two', () => {
    expect(
      state(work({ tree: jury('trim: { high: 4 }'), facts: scores('80', '90', '70') }), 'A', '1.1'),
    ).toBe('missing');
  });

  test('a score that is no exact number is not dropped in silence', () => {
    const facts = `${scores('80')}- { id: s9, kind: score, about: A, on: 2026-01-06, values: { judge: j9, score: { value: 60, approx: true } } }\n`;
    expect(state(work({ tree: jury(''), facts }), 'A', '1.1')).toBe('missing');
  });

  test('no score at all is 缺材料, and the total is 暂', () => {
    const result = work({ tree: jury(''), facts: '[]' });
    expect([state(result, 'A', 'total'), result.subjects[0]?.provisional]).toEqual([
      'missing',
      true,
    ]);
  });

  test('a judge twice in a round counts once (first: 80), in two rounds twice ((80 + 100) ÷ 2 = 90)', () => {
    const one = (id: string, round: string, value: string) =>
      row(
        id,
        'score',
        'A',
        '2026-01-05',
        `values: { judge: j1, round: ${round}, score: ${value} }`,
      );
    expect(
      milli(
        work({ tree: jury(''), facts: one('a', '1', '80') + one('b', '1', '100') }),
        'A',
        '1.1',
      ),
    ).toBe(80000);
    expect(
      milli(
        work({ tree: jury(''), facts: one('a', '1', '80') + one('b', '2', '100') }),
        'A',
        '1.1',
      ),
    ).toBe(90000);
  });
});

describe('charge', () => {
  const holders = (more: string) =>
    node(
      `{ code: "1.1", text: 扣分, on: k, ${more} rule: { count: { delta: "-1", of: places } } }`,
    );

  test('书记主任一肩挑: the heaviest factor once, −3 and not −5; 委员 −1', () => {
    const tree = holders('charge: { holders: { 书记: "3", 主任: "2", "*": "1" } },');
    const result = work({ tree, subject: persons, facts: row('f1', 'k', 'A', '2026-01-05') });
    expect([
      milli(result, 'p1', '1.1'),
      milli(result, 'p2', '1.1'),
      milli(result, 'p3', '1.1'),
    ]).toEqual([-3000, -1000, 0]);
  });

  test('holders and pairing reach one person by both: 0.5 and 2 give 2', () => {
    const roster = `
units: [ { code: A, name: 东溪村 } ]
persons: [ { code: p1, name: 甲, class: 村委会成员 } ]
posts: [ { person: p1, unit: A, role: 书记, from: 2020-01-01 } ]
pairings: [ { kind: 包村, person: p1, unit: A, from: 2020-01-01 } ]`;
    const tree = holders('charge: [ { holders: { 书记: "0.5" } }, { paired: { 包村: "2" } } ],');
    expect(
      milli(
        work({ tree, roster, subject: persons, facts: row('f1', 'k', 'A', '2026-01-05') }),
        'p1',
        '1.1',
      ),
    ).toBe(-2000);
  });

  test('the post of the day counts: the new head is charged from his first day', () => {
    const roster = `
units: [ { code: A, name: 东溪村 } ]
persons: [ { code: p1, name: 甲, class: 村委会成员 }, { code: p2, name: 乙, class: 村委会成员 } ]
posts:
  - { person: p1, unit: A, role: 书记, from: 2020-01-01, to: 2026-01-14 }
  - { person: p2, unit: A, role: 书记, from: 2026-01-15 }`;
    const tree = holders('charge: { holders: { 书记: "1" } },');
    const facts =
      row('f1', 'k', 'A', '2026-01-14') +
      row('f2', 'k', 'A', '2026-01-15', 'values: { places: 4 }');
    const result = work({ tree, roster, subject: persons, facts });
    expect([milli(result, 'p1', '1.1'), milli(result, 'p2', '1.1')]).toEqual([-1000, -4000]);
  });

  test('−1 split among three at two decimals: −0.34, −0.33, −0.33 in roster order', () => {
    const tree = node(
      '{ code: "1.1", text: 连带, on: k, share: split, rule: { count: { delta: "-1" } } }',
    );
    const result = work({
      tree,
      more: 'decimals: 2',
      facts: row('f1', 'k', '[C, B, A]', '2026-01-05'),
    });
    expect(['A', 'B', 'C'].map((code) => milli(result, code, '1.1'))).toEqual([-340, -330, -330]);
  });

  test('split counts only those whom the clause charges: of A and C the hill village alone, −9', () => {
    const tree = node(
      '{ code: "1.1", text: 连带, on: k, where: { group: hill }, share: split, rule: { count: { delta: "-9" } } }',
    );
    const result = work({ tree, facts: row('f1', 'k', '[A, C]', '2026-01-05') });
    expect(['A', 'C'].map((code) => milli(result, code, '1.1'))).toEqual([0, -9000]);
  });

  test('nobody holds the post: 无人承担, and nothing is taken from anybody', () => {
    const tree = holders('charge: { holders: { 书记: "1" } },');
    const result = work({ tree, subject: persons, facts: row('f1', 'k', 'B', '2026-01-05') });
    expect(noticesOf(result, 'f1')).toEqual(['nobody-charged']);
  });
});

describe('figures that are not exact', () => {
  const sixes =
    '{ code: "1.1", text: 分档, on: k, rule: { table: { of: { field: places }, rows: [ { is: ["6"], points: "-6" } ], otherwise: "0" } } }';

  test('6余 in a table of labels is 缺材料, not six', () => {
    const facts = row(
      'f1',
      'k',
      'A',
      '2026-01-05',
      'values: { places: { value: 6, approx: true } }',
    );
    const result = work({ tree: node(sixes), facts });
    expect([milli(result, 'A', '1'), state(result, 'A', '1')]).toEqual([60000, 'missing']);
  });

  test('an open rank ≥ 11 of 13 is certainly among the last three, uncertain among the last two', () => {
    const last = (places: string) =>
      node(
        `{ code: "1.1", text: 末位, rule: { award: { when: { amongLast: { rank: { measure: { kind: rank } }, of: "13", places: ${places} } }, then: "-2" } } }`,
      );
    const facts =
      row('f1', 'rank', 'A', '2026-01-05', 'values: { value: { atLeast: 11, of: 13 } }') +
      row('f2', 'rank', 'B', '2026-01-05', 'values: { value: 10 }') +
      row('f3', 'rank', 'C', '2026-01-05', 'values: { value: 11 }');
    const three = work({ tree: last('3'), facts });
    expect(['A', 'B', 'C'].map((code) => milli(three, code, '1'))).toEqual([58000, 60000, 58000]);
    expect(state(work({ tree: last('2'), facts }), 'A', '1')).toBe('missing');
  });

  test.each([
    [
      'factor',
      'factor: [ { when: { test: { of: { measure: { kind: rain } }, above: "50" } }, times: "2" } ]',
    ],
    [
      'extra',
      'extra: [ { when: { test: { of: { measure: { kind: rain } }, above: "50" } }, add: "-2" } ]',
    ],
    [
      'waive',
      'waive: [ { when: { test: { of: { measure: { kind: rain } }, above: "50" } }, reason: 暴雨 } ]',
    ],
  ])('a %s on a measure that is not there is 缺材料, not “no”', (_name, modifier) => {
    const tree = node(
      `{ code: "1.1", text: 扣分, on: k, ${modifier}, rule: { count: { delta: "-1" } } }`,
    );
    const fact = row('f1', 'k', 'A', '2026-01-05');
    expect(state(work({ tree, facts: fact }), 'A', '1')).toBe('missing');
    const dry = row('m1', 'rain', 'A', '2026-01-04', 'values: { value: 50 }');
    expect(milli(work({ tree, facts: fact + dry }), 'A', '1')).toBe(59000);
  });
});

describe('a fact without a day', () => {
  test('counts nowhere, and that is said', () => {
    const tree = node('{ code: "1.1", text: 扣分, on: k, rule: { count: { delta: "-1" } } }');
    const result = work({ tree, facts: '- { id: f1, kind: k, about: A }\n' });
    expect(noticesOf(result, 'f1')).toEqual(['fact-refused']);
  });
});

describe('validity and repair', () => {
  const clause =
    '{ code: "1.1", text: 通报, on: k, counts: level, validity: { for: { months: 6 }, rectified: done, endsWhenRectified: true }, rule: { count: { delta: "-5" } } }';

  test('a second occurrence of a matter is not ended by the rectification of the first', () => {
    const facts =
      row('f1', 'k', 'A', '2026-01-05', 'matter: M') +
      row('d1', 'done', 'A', '2026-01-20', 'matter: M') +
      row('f2', 'k', 'A', '2026-02-10', 'matter: M');
    // January: −5 ended on the 20th = 0. February: the second, −5.
    expect(milli(work({ tree: node(clause), facts }, '2026-01'), 'A', '1.1')).toBe(0);
    expect(milli(work({ tree: node(clause), facts }, '2026-02'), 'A', '1.1')).toBe(-5000);
  });

  test('the last valid day: six months from 5 January end on 4 July', () => {
    const facts = row('f1', 'k', 'A', '2026-01-05');
    const on = (asOf: string) =>
      milli(work({ tree: node(clause), facts }, '2026-07', { asOf: asOf as never }), 'A', '1.1');
    expect([on('2026-07-04'), on('2026-07-05')]).toEqual([-5000, 0]);
  });

  const vetoed = `
vetoes:
  - { code: v, text: 否决, on: grave, authority: { documentNo: 国发1号, title: 某规定, body: 国务院 }, scope: { score0: total }, repair: { kind: repaired, points: "-5", for: { years: 1 } } }`;
  const tree = node('{ code: "1.1", text: 扣分, on: k, rule: { count: { delta: "-1" } } }');

  test('repaired: 60 → 0 until the repair, then 55 for a year, then 60', () => {
    const facts =
      row('f1', 'grave', 'A', '2026-01-05', 'matter: V') +
      row('d1', 'repaired', 'A', '2026-03-10', 'matter: V');
    const total = (period: string) =>
      milli(work({ tree, facts, more: vetoed }, period), 'A', 'total');
    expect(['2026-01', '2026-02', '2026-03', '2027-02', '2027-03'].map(total)).toEqual([
      0, 0, 55000, 55000, 60000,
    ]);
  });

  test('an old veto whose repair has run out does not undo the repair of a new one: 55, not 0', () => {
    const facts =
      row('f1', 'grave', 'A', '2024-01-05', 'matter: V') +
      row('d1', 'repaired', 'A', '2024-03-10', 'matter: V') +
      row('f2', 'grave', 'A', '2026-01-05', 'matter: W') +
      row('d2', 'repaired', 'A', '2026-03-10', 'matter: W');
    expect(milli(work({ tree, facts, more: vetoed }, '2026-03'), 'A', 'total')).toBe(55000);
  });

  test('a veto that sets the grade stands for the deductions of its own matter: 60 − 1 of another', () => {
    const more = vetoed
      .replace('score0: total', 'bottomGrade: lowest')
      .replace(/, repair: .* }/, ' }');
    const facts =
      row('f1', 'grave', 'A', '2026-01-05', 'matter: V') +
      row('f2', 'k', 'A', '2026-01-06', 'matter: V') +
      row('f3', 'k', 'A', '2026-01-07', 'matter: X');
    const result = work({ tree, facts, more });
    expect(milli(result, 'A', 'total')).toBe(59000);
    expect(unexplained(result)).toEqual([]);
  });
});

describe('repetition (rows 79 and 80)', () => {
  const clause =
    '{ code: "1.1", text: 再犯加倍, span: year, on: k, validity: { for: { years: 1 } }, factor: [ { when: { repeated: { within: validity } }, times: "2" }, { when: { companion: { kind: urged, notDoneBy: due, done: done } }, times: "2" } ], rule: { count: { delta: "-10" } } }';
  const facts =
    row('f1', 'k', 'A', '2026-01-05', 'matter: M1') +
    row('f2', 'k', 'A', '2026-01-20', 'matter: M2') +
    row('f3', 'k', 'A', '2026-01-25', 'matter: M3');

  test('−10, −20, −20: not compounding, 100 − 50', () => {
    expect(milli(work({ tree: node(clause, 'full: 100, span: year'), facts }), 'A', '1')).toBe(
      50000,
    );
  });

  test('the first waived or reversed in the open month: the second is the first, −10 − 20', () => {
    const tree = node(clause, 'full: 100, span: year');
    expect(milli(work({ tree, facts: facts + reversal('r1', 'f1') }), 'A', '1')).toBe(70000);
  });

  test('reversed after the seal: January stays 70 (−10 −20), February +20 (−10 returned, −20 → −10)', () => {
    const tree = node(clause, 'full: 100, span: year, grants: onSpan, floor: none');
    const two =
      row('f1', 'k', 'A', '2026-01-05', 'matter: M1') +
      row('f2', 'k', 'A', '2026-01-20', 'matter: M2') +
      reversal('r1', 'f1');
    const town = { tree, facts: two, sealsAt: [2] };
    expect(milli(work(town, '2026-02'), 'A', '1.1')).toBe(20000);
  });

  test('urged and repeated at once: ×2 once, −10 and −20', () => {
    const urged = row('u1', 'urged', 'A', '2026-01-21', 'matter: M2, values: { due: 2026-01-25 }');
    const two =
      row('f1', 'k', 'A', '2026-01-05', 'matter: M1') +
      row('f2', 'k', 'A', '2026-01-20', 'matter: M2') +
      urged;
    expect(milli(work({ tree: node(clause, 'full: 100, span: year'), facts: two }), 'A', '1')).toBe(
      70000,
    );
  });

  test('two postings of one act are no repetition of each other', () => {
    const two =
      row('f1', 'k', 'A', '2026-01-05', 'matter: M1') +
      row('f2', 'k', 'A', '2026-01-20', 'matter: M1');
    const once = clause.replace('span: year,', 'span: year, sameMatter: heaviest,');
    expect(
      milli(work({ tree: node(clause, 'full: 100, span: year'), facts: two }), 'A', '1.1'),
    ).toBe(-20000);
    expect(milli(work({ tree: node(once, 'full: 100, span: year'), facts: two }), 'A', '1.1')).toBe(
      -10000,
    );
  });
});
