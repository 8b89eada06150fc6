import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, isoDate } from '../../src/time/dates.ts';
import {
  comparePeriods,
  contains,
  firstDay,
  isLastOfYear,
  isPeriodId,
  lastDay,
  nextPeriod,
  type PeriodUnit,
  periodLabel,
  periodOf,
  periodsOfYear,
  periodsToDate,
  periodsWithin,
  previousPeriod,
  shiftYears,
  subPeriods,
  unitOf,
} from '../../src/time/periods.ts';

const UNITS: PeriodUnit[] = ['year', 'halfYear', 'quarter', 'month'];
const anyPeriod = fc
  .tuple(fc.integer({ min: 2, max: 9998 }), fc.constantFrom(...UNITS), fc.nat())
  .map(([year, unit, place]) => {
    const all = periodsOfYear(year, unit);
    return all[place % all.length]!;
  });

describe('the whole periods of a span', () => {
  test.each([
    ['2026-01-01', '2026-12-31', 'quarter', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['2026-02-01', '2026-12-30', 'quarter', ['2026-Q2', '2026-Q3']],
    ['2025-11-30', '2026-03-01', 'month', ['2025-12', '2026-01', '2026-02']],
    ['2026-03-01', '2026-12-31', 'year', []],
    ['2026-03-02', '2026-03-01', 'month', []],
    ['9999-11-01', '9999-12-31', 'month', ['9999-11', '9999-12']],
  ] as const)('%s to %s by %s', (from, to, unit, expected) => {
    expect(periodsWithin({ from: isoDate(from), to: isoDate(to) }, unit)).toEqual(expected);
  });
});

describe('the periods of a year', () => {
  test.each([
    ['2026', 'year', '2026-01-01', '2026-12-31', '2026年', '2025', '2027'],
    ['2026-H1', 'halfYear', '2026-01-01', '2026-06-30', '2026年上半年', '2025-H2', '2026-H2'],
    ['2026-H2', 'halfYear', '2026-07-01', '2026-12-31', '2026年下半年', '2026-H1', '2027-H1'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31', '2026年第一季度', '2025-Q4', '2026-Q2'],
    ['2026-Q2', 'quarter', '2026-04-01', '2026-06-30', '2026年第二季度', '2026-Q1', '2026-Q3'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30', '2026年第三季度', '2026-Q2', '2026-Q4'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31', '2026年第四季度', '2026-Q3', '2027-Q1'],
    ['2026-03', 'month', '2026-03-01', '2026-03-31', '2026年3月', '2026-02', '2026-04'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024年2月', '2024-01', '2024-03'],
    ['2026-02', 'month', '2026-02-01', '2026-02-28', '2026年2月', '2026-01', '2026-03'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31', '2026年12月', '2026-11', '2027-01'],
  ])('%s', (id, unit, first, last, label, before, after) => {
    expect(isPeriodId(id)).toBe(true);
    expect(unitOf(id)).toBe(unit);
    expect(firstDay(id)).toBe(first);
    expect(lastDay(id)).toBe(last);
    expect(periodLabel(id)).toBe(label);
    expect(previousPeriod(id)).toBe(before);
    expect(nextPeriod(id)).toBe(after);
  });

  test.each(['', '26', '0000', '2026-Q0', '2026-Q5', '2026-H3', '2026-00', '2026-13', '2026-3'])(
    '%j is no period',
    (text) => {
      expect(isPeriodId(text)).toBe(false);
      for (const ask of [unitOf, firstDay, lastDay, periodLabel, periodsToDate, nextPeriod]) {
        expect(() => ask(text)).toThrow(RangeError);
      }
    },
  );

  it('takes neither a date, a small letter nor a number', () => {
    for (const value of ['2026-03-06', '2026-q1', '2026-03\n', 2026, null]) {
      expect(isPeriodId(value)).toBe(false);
    }
  });

  test.each([
    ['2026-03-31', '2026 2026-H1 2026-Q1 2026-03'],
    ['2026-04-01', '2026 2026-H1 2026-Q2 2026-04'],
    ['2026-06-30', '2026 2026-H1 2026-Q2 2026-06'],
    ['2026-07-01', '2026 2026-H2 2026-Q3 2026-07'],
    ['2025-12-31', '2025 2025-H2 2025-Q4 2025-12'],
  ])('%s lies in %s', (date, ids) => {
    expect(UNITS.map((unit) => periodOf(isoDate(date), unit)).join(' ')).toBe(ids);
  });

  it('lists a year, and its part to date', () => {
    expect(periodsOfYear(2026, 'year')).toEqual(['2026']);
    expect(periodsOfYear(2026, 'halfYear')).toEqual(['2026-H1', '2026-H2']);
    expect(periodsOfYear(2026, 'quarter')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(periodsOfYear(2026, 'month')).toHaveLength(12);
    expect(periodsToDate('2026-Q3')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect(periodsToDate('2026-01')).toEqual(['2026-01']);
    expect(periodsToDate('2026')).toEqual(['2026']);
  });

  it('knows the last of the year', () => {
    const last = ['2026', '2026-H2', '2026-Q4', '2026-12'];
    const earlier = ['2026-H1', '2026-Q3', '2026-11'];
    expect([...last, ...earlier].filter(isLastOfYear)).toEqual(last);
  });

  it('moves by years and stays in the same place', () => {
    expect(shiftYears('2026-Q1', -1)).toBe('2025-Q1');
    expect(shiftYears('2024-02', 2)).toBe('2026-02');
    expect(shiftYears('2026', 0)).toBe('2026');
    expect(() => shiftYears('9999', 1)).toThrow(RangeError);
    expect(() => shiftYears('0001-H1', -1)).toThrow(RangeError);
    expect(() => shiftYears('2026', 0.5)).toThrow(RangeError);
  });

  it('divides a period into shorter ones', () => {
    expect(subPeriods('2026-H2', 'quarter')).toEqual(['2026-Q3', '2026-Q4']);
    expect(subPeriods('2026-Q4', 'month')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(subPeriods('2026', 'halfYear')).toEqual(['2026-H1', '2026-H2']);
    expect(subPeriods('2026-05', 'month')).toEqual(['2026-05']);
    expect(() => subPeriods('2026-05', 'quarter')).toThrow(RangeError);
    expect(() => subPeriods('2026-Q1', 'halfYear')).toThrow(RangeError);
  });

  it('knows which period holds which', () => {
    expect(contains('2026-H1', '2026-Q2')).toBe(true);
    expect(contains('2026-H1', '2026-Q3')).toBe(false);
    expect(contains('2026-Q2', '2026-H1')).toBe(false);
    expect(contains('2026', '2025-12')).toBe(false);
    expect(contains('2026-03', '2026-03')).toBe(true);
  });

  it('orders by the first day, then the longer first', () => {
    const sorted = '2025-12 2026 2026-H1 2026-Q1 2026-01 2026-02 2026-Q2 2026-04 2026-H2 2026-07';
    expect(sorted.split(' ').reverse().sort(comparePeriods).join(' ')).toBe(sorted);
    expect(comparePeriods('2026-Q1', '2026-Q1')).toBe(0);
  });
});

describe('laws of periods', () => {
  it('holds its own days and no others', () => {
    fc.assert(
      fc.property(anyPeriod, (id) => {
        const unit = unitOf(id);
        expect(periodOf(firstDay(id), unit)).toBe(id);
        expect(periodOf(lastDay(id), unit)).toBe(id);
        expect(firstDay(nextPeriod(id))).toBe(addDays(lastDay(id), 1));
        expect(previousPeriod(nextPeriod(id))).toBe(id);
      }),
    );
  });

  it('runs to date in order, from the first of the year to itself', () => {
    fc.assert(
      fc.property(anyPeriod, (id) => {
        const run = periodsToDate(id);
        expect(run.at(-1)).toBe(id);
        expect(firstDay(run[0]!).slice(4)).toBe('-01-01');
        expect([...run].sort(comparePeriods)).toEqual(run);
        for (const [i, each] of run.entries()) {
          if (i > 0) expect(each).toBe(nextPeriod(run[i - 1]!));
        }
        const whole = periodsOfYear(Number(id.slice(0, 4)), unitOf(id));
        expect(isLastOfYear(id)).toBe(run.length === whole.length);
      }),
    );
  });

  it('is tiled by its parts', () => {
    fc.assert(
      fc.property(anyPeriod, (id) => {
        const months = subPeriods(id, 'month');
        expect(firstDay(months[0]!)).toBe(firstDay(id));
        expect(lastDay(months.at(-1)!)).toBe(lastDay(id));
        expect(months.every((month) => contains(id, month))).toBe(true);
      }),
    );
  });
});
