import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Book, Fact } from '../../src/book/book.ts';
import { addMonths, isoDate } from '../../src/time/dates.ts';
import { assessed, conclude, fact, schemeWith } from './town.ts';

/** `2026-03-06 3` is a notice of 6 March with document 3号; a third word is the label of `level`. */
function notices(...texts: string[]): Fact[] {
  return texts.map((text, index) => {
    const [on = '', no, level] = text.split(' ');
    return fact(`n${index}`, {
      on: isoDate(on),
      seq: index + 1,
      ...(no ? { doc: { no } } : {}),
      values: level ? { level } : {},
    });
  });
}

function proposed(
  events: object | object[],
  facts: readonly Fact[],
  more: { period?: string; unit?: string; asOf?: string; seals?: Book['seals'] } = {},
): string[] {
  const rules = Array.isArray(events) ? events : [events];
  const codes = rules.map((_, index) => `o${index + 1}`);
  const scheme = schemeWith({
    period: more.unit ?? 'year',
    sequences: rules.map((rule, index) => ({
      code: `s${index}`,
      text: '规则',
      events: { kind: 'notice', ...rule },
      then: { propose: [codes[index]] },
    })),
    outcomes: codes.map((code) => ({
      code,
      name: code,
      kind: 'statement',
      body: '镇政府',
      basis: '办法',
      procedure: ['提出'],
    })),
  });
  const subjects = [assessed('甲', '80')];
  const concluded = conclude({ scheme, subjects, facts, ...more });
  return concluded.subjects[0]!.proposals.map(
    ({ code, reason, factIds }) => `${code} ${reason} ${factIds}`,
  );
}

const three = { atLeast: '3', within: { period: 'year' } };

describe('so many in a calendar period', () => {
  test.each([
    [['2026-01-05', '2026-06-01', '2026-12-31'], ['o1 “规则”：2026年 3 次 n0,n1,n2']],
    [['2026-01-05', '2026-06-01'], []],
    [['2025-12-31', '2026-01-05', '2026-06-01'], []],
    [['2026-01-05', '2026-01-05', '2026-01-05'], ['o1 “规则”：2026年 3 次 n0,n1,n2']],
  ])('%j', (days, expected) => {
    expect(proposed(three, notices(...days))).toEqual(expected);
  });

  it('counts a document once where it is told to, and one without a number for itself', () => {
    const distinct = { ...three, distinct: 'doc.no' };
    const twice = notices('2026-01-05 1', '2026-02-05 1', '2026-03-05 2');
    expect(proposed(three, twice)).toHaveLength(1);
    expect(proposed(distinct, twice)).toEqual([]);
    expect(proposed(distinct, notices('2026-01-05 1', '2026-02-05', '2026-03-05'))).toHaveLength(1);
  });

  it('counts in each quarter apart', () => {
    const quarter = { atLeast: '3', within: { period: 'quarter' } };
    const spread = notices('2026-03-30', '2026-04-02', '2026-05-02');
    expect(proposed(quarter, spread)).toEqual([]);
    const green = notices('2026-04-02', '2026-05-02', '2026-06-30');
    expect(proposed(quarter, green)).toEqual(['o1 “规则”：2026年第二季度 3 次 n0,n1,n2']);
  });

  it('takes only the facts that pass, of the kind, about the subject, and not reversed', () => {
    const red = { atLeast: '1', where: { level: '红' }, within: { period: 'year' } };
    expect(proposed(red, notices('2026-01-05 1 绿'))).toEqual([]);
    expect(proposed(red, notices('2026-01-05 1 红'))).toHaveLength(1);
    const one = { atLeast: '1', within: { period: 'year' } };
    const other = { on: isoDate('2026-01-05') };
    expect(proposed(one, [fact('a', { ...other, kind: 'praise' })])).toEqual([]);
    expect(proposed(one, [fact('a', { ...other, about: [{ subject: '乙', as: '' }] })])).toEqual(
      [],
    );
    expect(
      proposed(one, [fact('a', { ...other, about: [{ subject: '甲', as: '协办' }] })]),
    ).toEqual([]);
    const reversal = fact('b', { ...other, reverses: 'a', seq: 2 });
    expect(proposed(one, [fact('a', other), reversal])).toEqual([]);
  });
});

describe('a ladder within the year, month by month', () => {
  const ladder = ['1', '2', '3'].map((atLeast) => ({ atLeast, within: { period: 'year' } }));
  const facts = notices('2026-02-05', '2026-04-05', '2026-04-25', '2026-07-01');
  test.each([
    ['2026-01', ''],
    ['2026-02', 'o1'],
    ['2026-03', ''],
    ['2026-04', 'o2 o3'],
    ['2026-07', ''],
  ])('%s proposes each step in the month in which it is reached: %s', (period, expected) => {
    const steps = proposed(ladder, facts, { period, unit: 'month', asOf: '2026-12-31' });
    expect(steps.map((step) => step.slice(0, 2)).join(' ')).toBe(expected);
  });

  it('counts a notice that came after the seal in the month in which it counts', () => {
    const seals = [{ line: 'cadres', period: '2026-02', edition: 1, atSeq: 0, printed: {} }];
    const first = (period: string) =>
      proposed(ladder, facts, { period, unit: 'month', seals }).length;
    expect([first('2026-02'), first('2026-03')]).toEqual([0, 1]);
  });
});

describe('within months, counted back from each event', () => {
  const two = { atLeast: '2', within: { months: '6' } };
  test.each([
    [['2026-01-10', '2026-07-09'], 1],
    [['2026-01-10', '2026-07-10'], 0],
    [['2025-12-01', '2026-05-31'], 1],
    [['2025-12-01', '2026-06-01'], 0],
    [['2026-02-28', '2026-08-31'], 0],
    [['2026-03-01', '2026-08-31'], 1],
  ])('%j', (days, count) => {
    expect(proposed(two, notices(...days))).toHaveLength(count);
  });

  it('says nothing again about a window that was full before', () => {
    const facts = notices('2025-11-01', '2025-12-01');
    expect(proposed(two, facts, { period: '2025' })).toHaveLength(1);
    expect(proposed(two, facts)).toEqual([]);
    expect(
      proposed(two, [...facts, ...notices('2026-02-01').map((n) => ({ ...n, id: 'z' }))]),
    ).toEqual([]);
  });

  it('finds what trying every pair finds', () => {
    const day = fc.integer({ min: 0, max: 23 }).map((n) => addMonths(isoDate('2025-01-15'), n));
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 6 }), (days) => {
        const full = (inYear: (day: string) => boolean) =>
          days.some((end) => {
            const inside = days.filter((other) => other > addMonths(end, -6) && other <= end);
            const before = inside.filter((other) => !inYear(other));
            return inside.length >= 2 && before.length < 2;
          });
        const expected = full((other) => other.startsWith('2026')) ? 1 : 0;
        expect(proposed(two, notices(...days))).toHaveLength(expected);
      }),
    );
  });
});
