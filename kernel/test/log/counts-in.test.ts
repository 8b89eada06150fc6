/**
 * Facts posted one after the other through `countsInOf`, months sealed in between, each figure
 * worked by hand as in the laws of the periods; and the answers that a person is given.
 */

import { describe, expect, test } from 'vitest';
import { factOf, factShape } from '../../src/book/read.ts';
import {
  assess,
  countsInOf,
  type Fact,
  type PeriodId,
  readRoster,
  readScheme,
  type Scheme,
  type Seal,
  sealOf,
} from '../../src/index.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';
import { periodsOfYear } from '../../src/time/periods.ts';
import { printedOf } from '../laws/town.ts';

const roster = readRoster('units: [ { code: A, name: 东溪村 } ]').roster;

function schemeOf(tree: string, more = 'line: p, name: 按月, period: month'): Scheme {
  const source = `{ ${more}, version: "1", subject: { kind: unit }, tree: [ ${tree} ] }`;
  const read = readScheme(source);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

/** A small ledger: what is posted gets its number and the periods it counts in, once. */
class Ledger {
  readonly facts: Fact[] = [];
  readonly seals: Seal[] = [];
  readonly #schemes: readonly Scheme[];

  constructor(...trees: (string | Scheme)[]) {
    this.#schemes = trees.map((tree) => (typeof tree === 'string' ? schemeOf(tree) : tree));
  }

  /** What is asked before posting; `decided` are periods that a decision opened again. */
  ask(row: Record<string, unknown>, decided: readonly PeriodId[] = []) {
    const fact = factOf(factShape.parse({ about: 'A', ...row }), this.facts.length + 1);
    const reversed = this.facts.find(({ id }) => id === fact.reverses);
    const sealed = this.seals.filter(({ period }) => !decided.includes(period));
    const state = { schemes: this.#schemes, sealed, ...(reversed ? { reversed } : {}) };
    return { fact, ...countsInOf(fact, state) };
  }

  post(row: Record<string, unknown>, decided: readonly PeriodId[] = []) {
    const { fact, countsIn, refused } = this.ask(row, decided);
    expect(refused).toBe(false);
    this.facts.push({ ...fact, countsIn });
    return countsIn;
  }

  seal(...periods: PeriodId[]) {
    for (const period of periods) this.seals.push(sealOf(this.assess(period), this.book()));
  }

  assess(period: PeriodId, line = 'p') {
    return assess(this.book(), { scheme: line, period, asOf: isoDate('2027-12-31') });
  }

  book() {
    const { facts, seals } = this;
    return { schemes: this.#schemes, roster, calendar: calendarCN, facts, seals };
  }

  /** Printed thousandths of a code in the first months, sealed ones as they were printed. */
  monthly(code: string, months = 3) {
    return periodsOfYear(2026, 'month')
      .slice(0, months)
      .map((period) => {
        const seal = this.seals.find((item) => item.period === period);
        return seal?.printed.A?.[code] ?? printedOf(this.assess(period), 'A', code);
      });
  }
}

const plain =
  '{ code: "1", name: 指标, full: 60, clauses: [ { code: "1.1", text: 扣分, on: lapse, rule: { count: { of: points, delta: "-1" } } } ] }';
const yearLong = plain.replace('on: lapse', 'span: year, on: lapse');
const lapse = (id: string, on: string, points: string, more = {}) => ({
  id,
  kind: 'lapse',
  on,
  values: { points },
  ...more,
});
const back = (id: string, reverses: string) => ({ id, kind: 'back', on: '2026-02-20', reverses });
const year2026 = periodsOfYear(2026, 'month');

describe('figures of facts posted through it', () => {
  test('a late January fact counts in February alone, also when January is read again', () => {
    const ledger = new Ledger(plain);
    ledger.seal('2026-01');
    expect(ledger.post(lapse('f1', '2026-01-05', '2'))).toEqual({ p: '2026-02' });
    expect(ledger.monthly('1.1')).toEqual([0, -2000, 0]);
    const again = ledger.assess('2026-01');
    expect(printedOf(again, 'A', '1.1')).toBe(0);
  });

  test('it stays in February when February is sealed too, and another one goes on to March', () => {
    const ledger = new Ledger(plain);
    ledger.seal('2026-01');
    ledger.post(lapse('f1', '2026-01-05', '2'));
    ledger.seal('2026-02');
    expect(ledger.post(lapse('f2', '2026-01-06', '1'))).toEqual({ p: '2026-03' });
    expect(ledger.monthly('1.1')).toEqual([0, -2000, -1000]);
  });

  test('a group of 60 with −70, sealed at 0, reversed: +60 in the next month (not 130)', () => {
    const ledger = new Ledger(plain);
    ledger.post(lapse('f1', '2026-01-05', '70'));
    ledger.seal('2026-01');
    expect(ledger.post(back('r1', 'f1'))).toEqual({ p: '2026-02' });
    expect(ledger.monthly('1')).toEqual([0, 60000, 60000]);
    expect(ledger.monthly('total')).toEqual([0, 120000, 60000]);
  });

  test('the same reversal before the seal leaves no correction line', () => {
    const ledger = new Ledger(plain);
    ledger.post(lapse('f1', '2026-01-05', '70'));
    expect(ledger.post(back('r1', 'f1'))).toEqual({ p: '2026-01' });
    ledger.seal('2026-01');
    expect(ledger.monthly('total')).toEqual([60000, 60000, 60000]);
  });

  test('the reversal of a late fact starts from where the fact counts, not from its day', () => {
    const ledger = new Ledger(plain);
    ledger.seal('2026-01');
    ledger.post(lapse('f1', '2026-01-05', '2'));
    expect(ledger.post(back('r1', 'f1'))).toEqual({ p: '2026-02' });
    expect(ledger.monthly('total')).toEqual([60000, 60000, 60000]);
  });

  test('two reversals of one sealed month: each its own line, 30 and 30', () => {
    const ledger = new Ledger(plain);
    ledger.post(lapse('f1', '2026-01-05', '50'));
    ledger.post(lapse('f2', '2026-01-06', '30'));
    ledger.seal('2026-01');
    ledger.post(back('r1', 'f1'));
    ledger.post(back('r2', 'f2'));
    const lines = ledger.assess('2026-02').subjects[0]?.tree.children;
    const corrections = lines?.filter(({ kind }) => kind === 'correction');
    expect(corrections?.map(({ milli }) => milli)).toEqual([30000, 30000]);
  });

  test('a right fact beside the reversal: 98 sealed, +2 back, −1 anew: 101 in February', () => {
    const ledger = new Ledger(plain.replace('60', '100'));
    ledger.post(lapse('f1', '2026-01-05', '2'));
    ledger.seal('2026-01');
    ledger.post(back('r1', 'f1'));
    ledger.post(lapse('f2', '2026-01-05', '1'));
    expect(ledger.monthly('total', 2)).toEqual([98000, 101000]);
  });

  test('a year-long line gives it back in its 补差: 40, then 80, then 60', () => {
    const ledger = new Ledger(yearLong);
    ledger.post(lapse('f1', '2026-01-05', '20'));
    ledger.seal('2026-01');
    ledger.post(back('r1', 'f1'));
    expect(ledger.monthly('1')).toEqual([40000, 80000, 60000]);
  });

  test('a late sheet of a month counts by its period, and then in the next open one', () => {
    const ledger = new Ledger(plain);
    const sheet = { kind: 'lapse', values: { points: '3' }, period: '2026-01' };
    expect(ledger.post({ id: 's1', ...sheet })).toEqual({ p: '2026-01' });
    ledger.seal('2026-01');
    expect(ledger.post({ id: 's2', ...sheet })).toEqual({ p: '2026-02' });
    expect(ledger.monthly('1.1')).toEqual([-3000, -3000, 0]);
  });

  test('a corrected edition: what its decision posts counts in its own month, and in no other', () => {
    const ledger = new Ledger(plain);
    ledger.post(lapse('f1', '2026-12-05', '1'));
    ledger.seal(...year2026);
    expect(ledger.post(lapse('f2', '2026-12-06', '2'), ['2026-12'])).toEqual({ p: '2026-12' });
    expect(ledger.post(back('r1', 'f1'), ['2026-12'])).toEqual({ p: '2026-12' });
    expect(printedOf(ledger.assess('2026-12'), 'A', 'total')).toBe(58000);
    expect(printedOf(ledger.assess('2027-01'), 'A', 'total')).toBe(60000);
  });
});

describe('lines', () => {
  const yearly = schemeOf(plain, 'line: y, name: 全年, period: year');
  const quarterly = schemeOf(plain, 'line: q, name: 按季, period: quarter');

  test('each has its own period and its own seals', () => {
    const ledger = new Ledger(plain, yearly, quarterly);
    ledger.seal('2026-01');
    expect(ledger.post(lapse('f1', '2026-01-31', '1'))).toEqual({
      p: '2026-02',
      y: '2026',
      q: '2026-Q1',
    });
  });

  test('a version says its line’s period only for its own days', () => {
    const old =
      'line: p, name: 按季, period: quarter, effective: { from: 2025-01-01, to: 2025-12-31 }';
    const next =
      'line: p, name: 按月, period: month, effective: { from: 2026-01-01, to: 2026-12-31 }';
    const ledger = new Ledger(schemeOf(plain, next), schemeOf(plain, old));
    expect(ledger.ask(lapse('f1', '2025-11-05', '1')).countsIn).toEqual({ p: '2025-Q4' });
    expect(ledger.ask(lapse('f1', '2026-11-05', '1')).countsIn).toEqual({ p: '2026-11' });
    expect(ledger.ask(lapse('f1', '2024-11-05', '1')).countsIn).toEqual({});
  });

  test('of two versions for one day the last written one speaks, as in an assessment', () => {
    const ledger = new Ledger(schemeOf(plain, 'line: p, name: 按季, period: quarter'), plain);
    expect(ledger.ask(lapse('f1', '2026-11-05', '1')).countsIn).toEqual({ p: '2026-11' });
  });

  test('a line that does not listen to a fact says nothing about it, but keeps its place', () => {
    const ledger = new Ledger(plain);
    ledger.seal('2026-01');
    const answer = ledger.ask({ ...lapse('f1', '2026-01-05', '1'), kind: 'praise' });
    expect(answer).toMatchObject({ countsIn: { p: '2026-02' }, late: [], refusals: [] });
  });
});

describe('what the person who posts is told', () => {
  const ledgerOf = (tree = plain, ...sealed: PeriodId[]) => {
    const ledger = new Ledger(tree);
    ledger.seal(...sealed);
    return ledger;
  };

  test('in time: nothing', () => {
    const answer = ledgerOf().ask(lapse('f1', '2026-01-05', '2'));
    expect(answer).toMatchObject({ late: [], refusals: [], refused: false });
  });

  test('late: where it counts instead', () => {
    const answer = ledgerOf(plain, '2026-01', '2026-02').ask(lapse('f1', '2026-01-05', '2'));
    expect(answer.late).toEqual([
      {
        line: 'p',
        own: '2026-01',
        period: '2026-03',
        sentence: '“按月”2026年1月已封存，这条计入2026年3月。',
      },
    ]);
  });

  test('past the year: refused, and what remains', () => {
    const answer = ledgerOf(plain, ...year2026).ask(lapse('f1', '2026-12-06', '2'));
    expect(answer).toMatchObject({ countsIn: { p: '2027-01' }, late: [], refused: true });
    expect(answer.refusals).toEqual([
      {
        code: 'year-sealed',
        line: 'p',
        period: '2026-12',
        sentence:
          '“按月”2026年已全部封存，2026年12月的事实不再计入，也不转入下一年；确需更正的，请写明决定文号，另出更正版。',
      },
    ]);
  });

  test('a reversal past the year: refused in its own words', () => {
    const ledger = new Ledger(plain);
    ledger.post(lapse('f1', '2026-12-05', '1'));
    ledger.seal(...year2026);
    const answer = ledger.ask(back('r1', 'f1'));
    expect(answer.refused).toBe(true);
    expect(answer.refusals.map(({ sentence }) => sentence)).toEqual([
      '“按月”2026年已全部封存，2026年12月的事实不能再更正，也不转入下一年；确需更正的，请写明决定文号，另出更正版。',
    ]);
  });

  test('past the year of one line, in time for another: posted, and the first one’s no is told', () => {
    const yearly = schemeOf(plain, 'line: y, name: 全年, period: year');
    const ledger = new Ledger(plain, yearly);
    ledger.seal(...year2026);
    const answer = ledger.ask(lapse('f1', '2026-12-06', '2'));
    expect(answer.refusals.map(({ line }) => line)).toEqual(['p']);
    expect(answer.refused).toBe(false);
    ledger.post(lapse('f1', '2026-12-06', '2'));
    expect(printedOf(ledger.assess('2026', 'y'), 'A', 'total')).toBe(58000);
    expect(printedOf(ledger.assess('2027-01'), 'A', 'total')).toBe(60000);
  });

  test.each([
    ['says carryOver', plain.replace('on: lapse', 'on: lapse, carryOver: true'), [58000, 60000]],
    [
      'reads what is in force',
      plain.replace('on: lapse', 'on: lapse, counts: level, validity: { for: { months: 2 } }'),
      [58000, 60000],
    ],
  ])('past the year, a clause that %s still takes it', (_, tree, totals) => {
    const ledger = ledgerOf(tree, ...year2026);
    const answer = ledger.ask(lapse('f1', '2026-12-06', '2'));
    expect(answer).toMatchObject({ refusals: [], refused: false });
    expect(answer.late.map(({ sentence }) => sentence)).toEqual([
      '“按月”2026年12月已封存，这条记在2027年1月，写明结转的、看在有效期内的、往前看几年的条款才计。',
    ]);
    ledger.post(lapse('f1', '2026-12-06', '2'));
    const months = ['2027-01', '2027-02'];
    expect(
      months.map((period) =>
        printedOf(assess(ledger.book(), { scheme: 'p', period }), 'A', 'total'),
      ),
    ).toEqual(totals);
  });

  test('a repetition that looks back over years takes it too: −2 in January becomes −4', () => {
    const tree = plain.replace(
      'on: lapse',
      'on: lapse, factor: [ { when: { repeated: { within: { years: 1 } } }, times: "2" } ]',
    );
    const ledger = ledgerOf(tree, ...year2026);
    ledger.post(lapse('f1', '2026-12-06', '1'));
    ledger.post(lapse('f2', '2027-01-06', '2'));
    expect(printedOf(ledger.assess('2027-01'), 'A', 'total')).toBe(56000);
  });

  test('the version of the following year decides whether it takes it', () => {
    const version = (year: string, clause: string) =>
      schemeOf(
        plain.replace('on: lapse', clause),
        `line: p, name: 按月, period: month, effective: { from: ${year}-01-01, to: ${year}-12-31 }`,
      );
    const [before, carrying] = ['on: lapse', 'on: lapse, carryOver: true'];
    for (const [first, second, refused] of [
      [before, carrying, false],
      [carrying, before, true],
    ] as const) {
      const ledger = new Ledger(version('2026', first), version('2027', second));
      ledger.seal(...year2026);
      expect(ledger.ask(lapse('f1', '2026-12-06', '2')).refused).toBe(refused);
    }
  });

  test.each([
    ['a veto of its year', 'on: lapse', true],
    ['a veto that stays in force', 'on: lapse, validity: { for: { years: 1 } }', false],
  ])('past the year: %s', (_, on, refused) => {
    const veto = `{ code: v, text: 否决, ${on}, scope: { notTopGrade: highest } }`;
    const more = `line: p, name: 按月, period: month, vetoes: [ ${veto} ]`;
    const ledger = new Ledger(schemeOf(plain.replace('on: lapse', 'on: other'), more));
    ledger.seal(...year2026);
    expect(ledger.ask(lapse('f1', '2026-12-06', '2')).refused).toBe(refused);
  });

  test('past the year: an item that a village added for itself', () => {
    const items = '[ { subject: A, code: Z1, text: 自选, points: 1 } ]';
    const own = `ownItems: { maxBonus: 2, maxDeduction: 2, maxPoints: 2, items: ${items} }`;
    const ledger = new Ledger(schemeOf(plain, `line: p, name: 按月, period: month, ${own}`));
    ledger.seal(...year2026);
    const row = { id: 'f1', kind: 'own-item', on: '2026-12-06', values: { item: 'Z1' } };
    expect(ledger.ask(row).refused).toBe(true);
  });

  test('under a former name of its kind it is heard as well', () => {
    const renamed = schemeOf(
      plain,
      'line: p, name: 按月, period: month, kinds: [ { kind: lapse, name: 失误, form: event, formerly: [slip] } ]',
    );
    const ledger = new Ledger(renamed);
    ledger.seal(...year2026);
    expect(ledger.ask({ ...lapse('f1', '2026-12-06', '2'), kind: 'slip' }).refused).toBe(true);
    expect(ledger.ask({ ...lapse('f1', '2026-12-06', '2'), kind: 'slide' }).refused).toBe(false);
  });

  test('without a day: refused', () => {
    const answer = ledgerOf().ask({ id: 'f1', kind: 'lapse' });
    expect(answer).toMatchObject({ countsIn: {}, refused: true });
    expect(answer.refusals).toEqual([
      {
        code: 'no-day',
        sentence: '事实 f1 没有日期，也没有写哪一期，不知计入哪里；请补写日期。',
      },
    ]);
  });

  test('a reversal without its fact is a mistake of the program', () => {
    expect(() => ledgerOf().ask(back('r1', 'f9'))).toThrow(TypeError);
  });
});

describe('what speaks for one period', () => {
  const signed = { kind: 'checked', form: 'checked', values: { clause: '1.1' } };
  const unchecked = (ledger: Ledger, period: PeriodId) =>
    ledger.assess(period).notices.some(({ code }) => code === 'unchecked');

  test('counts there', () => {
    const ledger = new Ledger(plain);
    expect(ledger.post({ id: 'c1', ...signed, period: '2026-01' })).toEqual({ p: '2026-01' });
    expect([unchecked(ledger, '2026-01'), unchecked(ledger, '2026-02')]).toEqual([false, true]);
  });

  test('signed for a sealed month it is refused, and never passes for the next one’s signature', () => {
    const ledger = new Ledger(plain);
    ledger.seal('2026-01');
    const late = { id: 'c1', ...signed, period: '2026-01' };
    const { fact, countsIn, refusals, refused } = ledger.ask(late);
    expect({ countsIn, refused }).toEqual({ countsIn: { p: '2026-01' }, refused: true });
    expect(refusals.map(({ code, sentence }) => [code, sentence])).toEqual([
      [
        'period-sealed',
        '“按月”2026年1月已封存，这一期的签认、一格怎样定都不能再登记或更正；确需更正的，请写明决定文号，另出更正版。',
      ],
    ]);
    ledger.facts.push({ ...fact, countsIn });
    expect(unchecked(ledger, '2026-02')).toBe(true);
  });

  test('a decided cell of a sealed month is refused too, and by decision it is not', () => {
    const ledger = new Ledger(plain);
    ledger.seal('2026-01');
    const cell = { form: 'missing', values: { clause: '1.1', state: '记零', reason: '拒不报送' } };
    const row = { id: 'm1', kind: 'cell', period: '2026-01', ...cell };
    expect(ledger.ask(row).refused).toBe(true);
    expect(ledger.ask(row, ['2026-01'])).toMatchObject({ refusals: [], refused: false });
  });

  test('a signature that names its line is none for the clause of the same number in another', () => {
    const other = schemeOf(plain, 'line: q, name: 另一份, period: month');
    const ledger = new Ledger(plain, other);
    const open = (line: string) =>
      ledger.assess('2026-01', line).notices.some(({ code }) => code === 'unchecked');
    ledger.post({ id: 'c1', ...signed, values: { line: 'p', clause: '1.1' }, period: '2026-01' });
    expect([open('p'), open('q')]).toEqual([false, true]);
    ledger.post({ id: 'c2', ...signed, period: '2026-01' }); // as the first ones: for every line
    expect([open('p'), open('q')]).toEqual([false, false]);
  });

  test('one line’s refusal is enough: it is for the line whose month it names', () => {
    const yearly = schemeOf(plain, 'line: y, name: 全年, period: year');
    const ledger = new Ledger(plain, yearly);
    ledger.seal('2026-01');
    const answer = ledger.ask({ id: 'c1', ...signed, period: '2026-01' });
    expect(answer.refusals.map(({ line }) => line)).toEqual(['p']);
    expect(answer.refused).toBe(true);
  });

  test('a line without the clause has nothing to refuse', () => {
    const ledger = new Ledger(plain);
    ledger.seal('2026-01');
    const other = { id: 'c1', ...signed, values: { clause: '9.9' }, period: '2026-01' };
    expect(ledger.ask(other)).toMatchObject({ refusals: [], refused: false });
  });

  test('a result is never late, and its reversal is never refused', () => {
    const reading = plain.replace('on: lapse', 'on: [lapse, result]');
    const ledger = new Ledger(reading, schemeOf(plain, 'line: y, name: 全年, period: year'));
    ledger.seal(...year2026);
    const result = {
      id: 'R1',
      kind: 'result',
      form: 'result',
      period: '2026-12',
      values: { line: 'p', total: '60', full: '60' },
    };
    const answer = ledger.ask(result);
    expect(answer).toMatchObject({ countsIn: {}, late: [], refusals: [], refused: false });
    ledger.post(result);
    const reversal = ledger.ask({ id: 'r1', kind: 'result', reverses: 'R1' });
    expect(reversal).toMatchObject({
      countsIn: { p: '2027-01', y: '2026' },
      late: [],
      refusals: [],
      refused: false,
    });
  });
});
