/** Ballots, lists, companions and history, with figures other than those of the rows, by hand. */

import { describe, expect, test } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import type { SubjectResult } from '../../src/evaluate/assessment.ts';
import { payOf } from '../../src/evaluate/settle.ts';
import { type Fen, fenText } from '../../src/number/points.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { procedureDates } from '../../src/time/procedure.ts';
import { bookOf, lineOf, milli, overYear, row, state, type Town, work } from './town.ts';

const clause = (code: string, on: string, rule: string, more = '') =>
  `{ code: "${code}", text: 条 ${code}, on: ${on}, ${more}rule: ${rule} }`;
const node = (code: string, more: string, ...clauses: string[]) =>
  `{ code: "${code}", name: 指标 ${code}, ${more}${more && ', '}clauses: [ ${clauses.join(', ')} ] }`;
/** Three villages under a town by the year; what A, B and C scored comes in as a measure. */
const sheet = node(
  '1',
  '',
  '{ code: "1.1", text: 得分, rule: { ratio: { of: { measure: { kind: sheet } }, times: "1" } } }',
);
const scores = (values: Record<string, string>, on = '2026-12-20') =>
  Object.entries(values)
    .map(([code, value]) =>
      row(`s${code}`, 'sheet', code, on, `form: measure, values: { value: "${value}" }`),
    )
    .join('');
const sealed = (about: string, period: string, values: string) =>
  `- { id: ${about}-${period}, kind: result, form: result, about: ${about}, period: ${period}, values: { line: t, full: 100, ${values} } }\n`;
const villages = (...codes: string[]) =>
  `units: [ ${codes.map((code) => `{ code: ${code}, name: ${code}村, type: village }`).join(', ')} ]`;

function subjectOf(town: Town, code: string, period = '2026'): SubjectResult {
  const found = work(town, period).subjects.find((item) => item.code === code);
  if (!found) throw new Error(`no subject ${code}`);
  return found;
}

describe('ballots', () => {
  const ballots = (more = '') =>
    node(
      '1',
      '',
      clause(
        '1.1',
        'vote',
        `{ ballots: { options: { 好: "1", 中: "0.5", 差: "0" }, times: "100", abstain: [弃权], ${more} } }`,
      ),
    );
  const tally = (id: string, values: string) =>
    row(id, 'vote', 'A', '2026-01-10', `form: tally, values: { ${values} }`);
  const given = (more: string, ...values: string[]) => {
    const facts = values.map((text, index) => tally(`f${index}`, text)).join('');
    const result = work({ tree: ballots(more), facts: facts || '[]' });
    const line = lineOf(result, 'A', '1.1');
    return line.state === 'missing' ? line.reason : line.milli;
  };
  const quorum = 'quorum: { present: 到会, eligible: 应到, atLeast: "4/5" }';

  test('four fifths of 60 are 48: 47 are too few, 48 suffice, (30 + 8) ÷ 48 × 100 = 79.167', () => {
    expect(given(quorum, '应到: 60, 到会: 47, 好: 47, 中: 0, 差: 0')).toContain(
      '到会 47，不足 应到 60',
    );
    expect(given(quorum, '应到: 60, 到会: 48, 好: 30, 中: 16, 差: 2')).toBe(79167);
  });

  test('four fifths of 59 are 47.2: 47 are too few although 0.8 × 59 rounds to 47', () => {
    expect(given(quorum, '应到: 59, 到会: 47, 好: 47, 中: 0, 差: 0')).toContain('不足 应到 59');
    expect(given(quorum, '应到: 59, 到会: 48, 好: 48, 中: 0, 差: 0')).toBe(100000);
  });

  test('nobody is eligible: nought of nought is no shortage, and no valid vote is 缺材料', () => {
    expect(given(quorum, '应到: 0, 到会: 0, 好: 0, 中: 0, 差: 0')).toBe('没有有效票');
  });

  test('the make-up: 70% of 50 are 35; 34 make it void, and a part that is not written too', () => {
    const part =
      'composition: [ { field: 代表, over: 参评, atLeast: 70% }, { field: 党员, over: 参评, atLeast: 10% } ]';
    const votes = '参评: 50, 好: 40, 中: 10, 差: 0';
    // (40 + 5) ÷ 50 × 100 = 90.
    expect(given(part, `${votes}, 代表: 35, 党员: 5`)).toBe(90000);
    expect(given(part, `${votes}, 代表: 34, 党员: 16`)).toContain('代表 34，不足 参评 50');
    expect(given(part, `${votes}, 代表: 45, 党员: 4`)).toContain('党员 4，不足 参评 50');
    expect(given(part, `${votes}, 代表: 45`)).toContain('没有“党员”或“参评”');
  });

  test('several tallies are pooled by votes, not by their marks: (10 + 20) ÷ (10 + 40) × 100 = 60', () => {
    // 10 of 10 are 100 and 20 of 40 are 50; the mean of the marks would be 75.
    expect(given('', '好: 10, 中: 0, 差: 0', '好: 20, 中: 0, 差: 20')).toBe(60000);
  });

  test('one void tally among several voids all: which voters count is not ours to choose', () => {
    const full = '应到: 10, 到会: 10, 好: 10, 中: 0, 差: 0';
    expect(given(quorum, full, full)).toBe(100000);
    expect(given(quorum, full, '应到: 10, 到会: 7, 好: 7, 中: 0, 差: 0')).toContain('测评无效');
  });

  test('abstentions are no valid votes, unless stated: 30 ÷ 40 = 75, 30 ÷ 50 = 60', () => {
    const votes = '好: 30, 中: 0, 差: 10, 弃权: 10';
    expect(given('', votes)).toBe(75000);
    expect(given('abstentionsCount: true', votes)).toBe(60000);
  });

  test('abstentions that would count but are not written are missing, never nought', () => {
    expect(given('', '好: 30, 中: 0, 差: 10')).toBe(75000);
    expect(given('abstentionsCount: true', '好: 30, 中: 0, 差: 10')).toBe(
      '计票结果没有“弃权”的票数',
    );
    expect(
      given('abstentionsCount: true', '好: 1, 中: 0, 差: 0, 弃权: 1', '好: 1, 中: 0, 差: 0'),
    ).toBe('计票结果没有“弃权”的票数');
  });

  test('an option without votes must be written as 0: without it 缺材料, in one tally of several too', () => {
    expect(given('', '好: 30, 中: 10')).toBe('计票结果没有“差”的票数');
    expect(given('', '好: 30, 中: 10, 差: 0', '好: 30, 差: 0')).toBe('计票结果没有“中”的票数');
    expect(given('', '好: 30, 中: 10, 差: { value: 1, approx: true }')).toBe(
      '计票结果没有“差”的票数',
    );
  });

  test('no tally and nothing but abstentions are 缺材料', () => {
    expect(given('')).toBe('还没有计票结果');
    expect(given('', '好: 0, 中: 0, 差: 0, 弃权: 40')).toBe('没有有效票');
  });
});

describe('row 59: lists', () => {
  // 100, 97, 97, 97, 90: places 1, 2, 2, 2, 5.
  const lists = (list: string): Town => ({
    period: 'year',
    roster: villages('A', 'B', 'C', 'D', 'E'),
    tree: sheet,
    more: `ranking: { within: all, lists: [ { name: 榜, audience: posted, ${list} } ] }`,
    facts: scores({ A: '90', B: '97', C: '100', D: '97', E: '97' }),
  });
  test.each([
    ['top: 3, ties: include', ['C', 'B', 'D', 'E']],
    ['top: 3, ties: cut', ['C']],
    ['top: 3, ties: propose', ['C']],
    ['top: 4, ties: cut', ['C', 'B', 'D', 'E']],
    ['top: 1, ties: cut', ['C']],
    ['top: 9, ties: cut', ['C', 'B', 'D', 'E', 'A']],
    ['bottom: 1, ties: include', ['A']],
    ['bottom: 2, ties: include', ['A', 'B', 'D', 'E']],
    ['bottom: 2, ties: cut', ['A']],
  ])('%s: %j', (list, expected) => {
    expect(work(lists(list), '2026').lists[0]?.subjects).toEqual(expected);
  });

  test('a list of the last is internal even where the scheme says posted', () => {
    expect(work(lists('bottom: 1, ties: include'), '2026').lists[0]?.audience).toBe('internal');
    expect(work(lists('top: 1, ties: include'), '2026').lists[0]?.audience).toBe('posted');
  });
});

describe('rows 88 to 91: companions', () => {
  const levels = '{ choice: { by: level, options: { 省: "6", 市: "4", 县: "2", 镇: "1" } } }';
  const honour = (id: string, level: string, on: string, matter = 'H') =>
    row(id, 'honour', 'A', on, `matter: ${matter}, values: { level: ${level} }`);

  test('88: 县 2 in January, 省 6 in February, 市 4 in March: 2, then 4 more, then nothing', () => {
    const town: Town = {
      tree: node(
        '9',
        'span: year',
        clause('9.1', 'honour', levels, 'span: year, sameMatter: highest, '),
      ),
      facts:
        honour('f1', '县', '2026-01-05') +
        honour('f2', '省', '2026-02-05') +
        honour('f3', '市', '2026-03-05'),
      sealsAt: [1, 2],
    };
    expect(overYear(town, 'A', '9.1', 3)).toEqual([2000, 4000, 0]);
  });

  test('89: −10 for three months from 10 January stands for −5 until 9 April, then −5 is left', () => {
    const level = (for_: string) => `counts: level, validity: { for: { months: ${for_} } }, `;
    const tree = node(
      '1',
      'full: 100, sameMatter: heaviest',
      clause('1.1', 'grave', '{ count: { delta: "-10" } }', level('3')),
      clause('1.2', 'light', '{ count: { delta: "-5" } }', level('12')),
    );
    const facts =
      row('f1', 'grave', 'A', '2026-01-10', 'matter: M') +
      row('f2', 'light', 'A', '2026-02-10', 'matter: M');
    const on = (asOf: string) =>
      milli(work({ tree, facts }, '2026-04', { asOf: asOf as never }), 'A', '1');
    expect([on('2026-04-09'), on('2026-04-10')]).toEqual([90000, 95000]);
  });

  test('90: matters X (−1, −3), Y (−2) and two without a number (−1 each): −3 − 2 − 1 − 1 = −7', () => {
    const fact = (id: string, delta: string, matter = '') =>
      row(id, `k${delta}`, 'A', '2026-01-05', matter && `matter: ${matter}`);
    const tree = node(
      '1',
      'full: 20, sameMatter: heaviest',
      ...['1', '2', '3'].map((n) => clause(`1.${n}`, `k${n}`, `{ count: { delta: "-${n}" } }`)),
    );
    const facts =
      fact('f1', '1', 'X') +
      fact('f2', '3', 'X') +
      fact('f3', '2', 'Y') +
      fact('f4', '1') +
      fact('f5', '1');
    expect(milli(work({ tree, facts }), 'A', '1')).toBe(13000);
  });

  test('91: 6, 4, 4, 2, 1 by 1, 1/2, 0.3: 6 + 2 + 1.2 + 0.6 + 0.3 = 10.1, the last factor for all further', () => {
    const tree = node(
      '9',
      '',
      clause('9.1', 'honour', levels, 'sameMatter: { decreasing: ["1", "1/2", "0.3"] }, '),
    );
    const facts = ['县', '市', '省', '镇', '市']
      .map((level, n) => honour(`f${n}`, level, '2026-01-05'))
      .join('');
    expect(milli(work({ tree, facts }), 'A', '9.1')).toBe(10100);
  });
});

describe('row 127: quota with a threshold, and its notice', () => {
  // Seven assessed: 20% of 7 = 1.4.
  const marks = { A: '99', B: '98', C: '89', D: '88', E: '80', F: '70', G: '50' };
  const quota = (rounding: string): Town => ({
    period: 'year',
    roster: villages(...Object.keys(marks)),
    tree: sheet,
    facts: scores(marks),
    more: `
grades:
  order: [优秀, 称职, 不称职]
  bands: [ { grade: 优秀, from: "85" }, { grade: 称职, from: "60", below: "85" }, { grade: 不称职, below: "60" } ]
  quotas: [ { grade: 优秀, share: 20%, within: all, ${rounding}, minScore: "90", tie: propose, overflow: 称职 } ]`,
  });
  test.each([
    ['rounding: floor', '优秀', '称职'],
    ['rounding: half', '优秀', '称职'],
    ['rounding: ceil', '优秀', '优秀'],
  ])('%s: A %s, B %s; C and D are below the 90, whatever places are left', (rounding, a, b) => {
    const grades = ['A', 'B', 'C', 'D', 'G'].map(
      (code) => subjectOf(quota(rounding), code).grade.effective,
    );
    expect(grades).toEqual([a, b, '称职', '称职', '不称职']);
  });

  test('five workdays from 10 February 2026: 11, 12, 13, 14 (调休), then 24 after 春节', () => {
    const procedure = { publishBy: { day: 10, after: 'month' as const }, notice: { workdays: 5 } };
    expect(procedureDates(procedure, '2026-01', calendarCN)).toEqual({
      publishBy: '2026-02-10',
      noticeEndsOn: '2026-02-24',
    });
  });
});

const graded = (sequences: string): string => `
grades:
  order: [优, 中, 差]
  bands: [ { grade: 优, from: "90" }, { grade: 中, from: "60", below: "90" }, { grade: 差, below: "60" } ]
sequences: [ ${sequences} ]
outcomes: [ { code: talk, name: 约谈, kind: talk, body: 党委, basis: 本办法, procedure: [研究] } ]`;

describe('rows 128 to 132: results in a row and in all', () => {
  const proposed = (sequence: string, past: string, score: string) => {
    const town: Town = {
      period: 'year',
      tree: sheet,
      facts: past + scores({ A: score }),
      more: graded(sequence),
    };
    const { grade, proposals } = subjectOf(town, 'A');
    return [grade.effective, proposals.map(({ code }) => code).join()];
  };
  const grade = (period: string, text: string) => sealed('A', period, `total: 80, grade: ${text}`);
  const rule = (results: string, then = 'propose: [talk]') =>
    `{ code: s, text: 规则, results: { line: t, ${results} }, then: { ${then} } }`;
  const good = 'match: { grades: { are: [优] } }';

  test('128: three in a row 优: 2024, 2025 and now; a year between without a result breaks it', () => {
    const three = rule(`${good}, consecutive: 3`);
    expect(proposed(three, grade('2024', '优') + grade('2025', '优'), '90')).toEqual([
      '优',
      'talk',
    ]);
    expect(proposed(three, grade('2024', '优') + grade('2025', '优'), '89.999')).toEqual([
      '中',
      '',
    ]);
    expect(proposed(three, grade('2023', '优') + grade('2025', '优'), '95')).toEqual(['优', '']);
  });

  test('130: three times 差 in a row with gap skip: 2022, 2024 and now, 2023 and 2025 未定等次', () => {
    const past =
      grade('2022', '差') +
      sealed('A', '2023', 'state: noGrade') +
      grade('2024', '差') +
      sealed('A', '2025', 'state: notAssessed');
    const bad = 'match: { grades: { are: [差] } }, consecutive: 3';
    expect(proposed(rule(`${bad}, gap: skip`), past, '50')).toEqual(['差', 'talk']);
    expect(proposed(rule(`${bad}, gap: breaks`), past, '50')).toEqual(['差', '']);
  });

  test('130: 中 twice is 差; read as it stands the third 中 begins anew, read as computed it does not', () => {
    const set = (reads: string) =>
      rule(`match: { grades: { are: [中] } }, consecutive: 2, reads: ${reads}`, 'setGrade: 差');
    const past =
      grade('2024', '中') + sealed('A', '2025', 'total: 80, grade: 差, computedGrade: 中');
    expect(proposed(set('effective'), past, '70')).toEqual(['中', '']);
    expect(proposed(set('computed'), past, '70')).toEqual(['差', '']);
  });

  test('130: a second rule reads the grade that the first has set', () => {
    const both = `${rule('match: { grades: { are: [中] } }, consecutive: 2', 'setGrade: 差')}, ${rule('match: { grades: { are: [差] } }, consecutive: 1').replace('code: s', 'code: s2')}`;
    expect(proposed(both, grade('2025', '中'), '70')).toEqual(['差', 'talk']);
  });

  test('131: last of three twice and below 60: 59.999 both years; 60 is not below', () => {
    const last = rule('match: { last: { totalBelow: 60 } }, consecutive: 2');
    const run = (before: string, now: string, others = { B: '70', C: '80' }) => {
      const facts =
        sealed('A', '2025', `total: "${before}", rank: 3, subjects: 3`) +
        scores({ A: now, ...others });
      return subjectOf({ period: 'year', tree: sheet, facts, more: graded(last) }, 'A').proposals
        .length;
    };
    const town = run('59.999', '59.999');
    expect([town, run('60', '59'), run('59', '60'), run('59', '59', { B: '58', C: '80' })]).toEqual(
      [1, 0, 0, 0],
    );
    // Two who share the last place stand on place 2 of 3: nobody is the last then.
    expect(run('59', '59', { B: '59', C: '80' })).toBe(0);
  });

  test('132: 累计 three 优 or 中, not in a row; a 差 in between takes nothing away, a 差 now says nothing', () => {
    const all = rule('match: { grades: { are: [优, 中] } }, cumulative: 3');
    const past = grade('2021', '优') + grade('2023', '差') + grade('2024', '中');
    expect(proposed(all, past, '70')).toEqual(['中', 'talk']);
    expect(proposed(all, past + grade('2025', '优'), '50')).toEqual(['差', '']);
    expect(proposed(all, grade('2024', '中'), '70')).toEqual(['中', '']);
  });

  test('a corrected edition of a year replaces the first one', () => {
    const bad = rule('match: { grades: { are: [差] } }, consecutive: 2');
    const past =
      grade('2025', '差') +
      grade('2025', '中').replace('A-2025', 'A-2025b').replace('line: t', 'line: t, edition: 2');
    expect(proposed(bad, past, '50')).toEqual(['差', '']);
  });
});

describe('row 129: money by the length of a streak', () => {
  const paid = (accidents: string[], years: string[]) => {
    const facts =
      years.map((year) => sealed('A', year, 'total: 80')).join('') +
      accidents.map((day, n) => row(`x${n}`, 'accident', 'A', day)).join('');
    const book = bookOf({
      period: 'year',
      tree: '{ code: "1", name: 基本分, base: "80" }',
      facts: facts || '[]',
      more: `
sequences: [ { code: safe, text: 连续无事故, results: { line: t, match: { noFacts: { kind: accident } } }, then: { propose: [reward] } } ]
outcomes: [ { code: reward, name: 奖励, kind: pay, body: 党委, basis: 本办法, procedure: [审定] } ]
pay: { lines: [ { code: streak, name: 平安奖, rule: { streak: { sequence: safe, amounts: ["1000", "3000", "5000"] } } } ] }`,
    });
    const options = { scheme: 't', period: '2026' };
    const pay = payOf(book, options, assess(book, options)).find(({ subject }) => subject === 'A');
    return pay && fenText(pay.payees[0]?.totalFen as Fen);
  };
  const all = ['2022', '2023', '2024', '2025'];

  test.each([
    [['2025-12-31'], '1000.00'],
    [['2024-01-01'], '3000.00'],
    [['2023-06-01'], '5000.00'],
    [[], '5000.00'],
    [['2026-01-01'], '0.00'],
  ])(
    'accidents on %j: the safe years up to 2026 give %s, the last amount for all further',
    (days, expected) => {
      expect(paid(days, all)).toBe(expected);
    },
  );

  test('the first year of the line is a streak of one', () => {
    expect(paid([], [])).toBe('1000.00');
  });
});

describe('row 133: a mean over the year as a bar to a prize', () => {
  const prize = (means: Record<string, readonly string[]>) => {
    const quarters = Object.entries(means).flatMap(([code, totals]) =>
      totals.map((total, n) =>
        sealed(code, `2026-Q${n + 1}`, `total: "${total}"`).replace('line: t', 'line: clean'),
      ),
    );
    const town: Town = {
      period: 'year',
      tree: sheet,
      facts: quarters.join('') + scores({ A: '95', B: '90', C: '85' }),
      more: `
prizes:
  classes: [ { name: 先进, slots: 1 } ]
  within: all
  unfilled: empty
  nextClass: nextSubject
  notWhen: { test: { of: { result: { line: clean, value: total, period: year, combine: mean } }, below: 80 } }`,
    };
    return ['A', 'B', 'C'].map((code) => subjectOf(town, code).prize);
  };
  const fine = ['80', '80', '80', '80'];

  test('A (79 + 80 + 80 + 80) ÷ 4 = 79.75 is out and B follows; at exactly 80 A has it', () => {
    expect(prize({ A: ['79', '80', '80', '80'], B: fine, C: fine })).toEqual([
      undefined,
      '先进',
      undefined,
    ]);
    expect(prize({ A: ['79', '81', '80', '80'], B: fine, C: fine })).toEqual([
      '先进',
      undefined,
      undefined,
    ]);
  });

  test('whose mean cannot be said holds the place without the prize: nobody moves up', () => {
    expect(prize({ B: fine, C: fine })).toEqual([undefined, undefined, undefined]);
  });
});

describe('rows 134 to 136: events in a window', () => {
  const strikes = (events: string, more = '') =>
    `{ code: s${more}, text: 规则, events: { kind: k, ${events} }, then: { propose: [talk] } }`;
  const proposedIn = (town: Town, period: string) =>
    subjectOf(town, 'A', period)
      .proposals.map(({ code }) => code)
      .join();
  const base = '{ code: "1", name: 基本分, base: "80" }';
  const k = (id: string, on: string, more = '') => row(id, 'k', 'A', on, more);

  test('134: distinct documents count: two letters of one number and one without count as two', () => {
    const town = (facts: string): Town => ({
      period: 'year',
      tree: base,
      more: graded(strikes('distinct: doc.no, atLeast: 3, within: { period: year }')),
      facts,
    });
    const letter = (id: string, no: string) => k(id, '2026-05-05', `doc: { no: "${no}" }`);
    const two = letter('a', '1') + letter('b', '1') + k('c', '2026-06-06');
    expect(proposedIn(town(two), '2026')).toBe('');
    expect(proposedIn(town(two + letter('d', '2')), '2026')).toBe('talk');
  });

  test('135: two within six months: 10 February and 9 August, not 10 August', () => {
    const town = (second: string): Town => ({
      tree: base,
      more: graded(strikes('atLeast: 2, within: { months: 6 }')),
      facts: k('a', '2026-02-10') + k('b', second),
    });
    expect(proposedIn(town('2026-08-09'), '2026-08')).toBe('talk');
    expect(proposedIn(town('2026-08-10'), '2026-08')).toBe('');
  });

  test('135: a window that was full is reported once, and anew in the next quarter', () => {
    const town: Town = {
      tree: base,
      more: graded(strikes('atLeast: 2, within: { period: quarter }')),
      facts: ['01-05', '02-05', '03-05', '04-05', '05-05']
        .map((day) => k(`f${day}`, `2026-${day}`))
        .join(''),
    };
    const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
    expect(months.map((month) => proposedIn(town, month))).toEqual(['', 'talk', '', '', 'talk']);
  });

  test('136: the third strike in one period raises all three steps; reversed, two are left', () => {
    const steps = ['1', '2', '3'];
    const town = (facts: string): Town => ({
      period: 'year',
      tree: base,
      more: `
sequences: [ ${steps.map((n) => `{ code: s${n}, text: 第${n}次, events: { kind: k, atLeast: ${n}, within: { period: year } }, then: { propose: [o${n}] } }`).join(', ')} ]
outcomes: [ ${steps.map((n) => `{ code: o${n}, name: 措施${n}, kind: notice, body: 党委, basis: 本办法, procedure: [研究] }`).join(', ')} ]`,
      facts,
    });
    const three = k('a', '2026-03-01') + k('b', '2026-06-01') + k('c', '2026-09-01');
    expect(proposedIn(town(three), '2026')).toBe('o1,o2,o3');
    const undone = `${three}- { id: r, kind: correction, reverses: c, on: 2026-10-01 }\n`;
    expect(proposedIn(town(undone), '2026')).toBe('o1,o2');
    expect(state(work(town(three), '2026'), 'A', 'total')).toBe('scored');
  });
});
