import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  chineseDate,
  chineseWeekday,
  civilOf,
  dateOf,
  daysBetween,
  daysInMonth,
  type IsoDate,
  isIsoDate,
  isoDate,
  maxDate,
  minDate,
  monthsBetween,
  weekday,
  yearOf,
} from '../../src/time/dates.ts';

const anyDate = fc
  .integer({ min: 0, max: 3652058 })
  .map((days) => addDays(isoDate('0001-01-01'), days));

describe('which texts are dates', () => {
  test.each([
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2100-02-29', false],
    ['2026-02-29', false],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-01-32', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
    [' 2026-01-01', false],
    ['2026-01-01\n', false],
    ['２０２６-01-01', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected);
    if (expected) expect(isoDate(text)).toBe(text);
    else expect(() => isoDate(text)).toThrow(RangeError);
  });

  it('refuses what is not text', () => {
    for (const value of [null, undefined, 20260101, ['2026-01-01']]) {
      expect(isIsoDate(value)).toBe(false);
    }
  });

  it('builds only dates that exist', () => {
    expect(dateOf({ year: 33, month: 4, day: 3 })).toBe('0033-04-03');
    expect(() => dateOf({ year: 2026, month: 2, day: 29 })).toThrow(RangeError);
    expect(() => dateOf({ year: -1, month: 2, day: 1 })).toThrow(RangeError);
    expect(() => dateOf({ year: 10000, month: 1, day: 1 })).toThrow(RangeError);
    expect(() => dateOf({ year: 2026, month: 1.5, day: 1 })).toThrow(RangeError);
  });
});

describe('counting days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-01-01', 366, '2025-01-01'],
    ['1970-01-01', 0, '1970-01-01'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2025-10-30', 4, '2025-11-03'],
  ])('%s %i days on is %s', (from, n, to) => {
    expect(addDays(isoDate(from), n)).toBe(to);
    expect(daysBetween(isoDate(from), isoDate(to))).toBe(n);
  });

  it('ends with the calendar', () => {
    expect(() => addDays(isoDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(isoDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addMonths(isoDate('9999-12-01'), 1)).toThrow(RangeError);
    expect(() => addMonths(isoDate('0001-01-31'), -1)).toThrow(RangeError);
    expect(() => addDays(isoDate('2026-01-01'), Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
    expect(() => addDays(isoDate('2026-01-01'), Number.MIN_SAFE_INTEGER)).toThrow(RangeError);
    expect(() => addDays(isoDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(isoDate('2026-01-01'), Number.NaN)).toThrow(RangeError);
    expect(() => addYears(isoDate('2026-01-01'), 0.5)).toThrow(RangeError);
  });

  it('agrees with the clockwork of the platform', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40000, max: 40000 }), (date, n) => {
        fc.pre(daysFromYearOne(date) + n >= 0 && daysFromYearOne(date) + n <= 3652058);
        const milliseconds = Date.parse(`${date}T00:00:00Z`) + n * 86_400_000;
        expect(addDays(date, n)).toBe(new Date(milliseconds).toISOString().slice(0, 10));
        expect(weekday(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back: adding and taking away, and the distance of two dates', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(addDays(addDays(a, daysBetween(a, b)), daysBetween(b, a))).toBe(a);
        expect(daysBetween(a, b) > 0).toBe(a < b);
        expect(dateOf(civilOf(a))).toBe(a);
      }),
    );
  });
});

function daysFromYearOne(date: IsoDate): number {
  return daysBetween(isoDate('0001-01-01'), date);
}

describe('counting months and years', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-10-15', 3, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-06-30', 0, '2026-06-30'],
    ['2026-06-30', -18, '2024-12-30'],
  ])('%s %i months on is %s', (from, n, to) => {
    expect(addMonths(isoDate(from), n)).toBe(to);
  });

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2096-02-29', 4, '2100-02-28'],
    ['2026-10-01', -2, '2024-10-01'],
  ])('%s %i years on is %s', (from, n, to) => {
    expect(addYears(isoDate(from), n)).toBe(to);
  });

  test.each([
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2026-01-15', '2026-04-14', 2],
    ['2026-01-15', '2026-04-15', 3],
    ['2025-12-31', '2026-12-30', 11],
    ['2025-12-31', '2026-12-31', 12],
    ['2026-05-05', '2026-05-05', 0],
    ['2026-04-15', '2026-01-15', -3],
    ['2026-04-14', '2026-01-15', -2],
  ])('from %s to %s: %i full months', (from, to, months) => {
    expect(monthsBetween(isoDate(from), isoDate(to))).toBe(months);
  });

  it('counts the most months that fit, and no fewer', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 5000 }), (from, days) => {
        fc.pre(daysFromYearOne(from) + days <= 3652058 - 31);
        const to = addDays(from, days);
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });
});

describe('days of the week', () => {
  test.each([
    ['2026-03-06', 5, '星期五'],
    ['2026-02-15', 7, '星期日'],
    ['2026-02-16', 1, '星期一'],
    ['2024-02-29', 4, '星期四'],
    ['1970-01-01', 4, '星期四'],
    ['1900-01-01', 1, '星期一'],
    ['2000-01-01', 6, '星期六'],
    ['2100-01-01', 5, '星期五'],
    ['0001-01-01', 1, '星期一'],
  ])('%s is day %i, %s', (date, day, name) => {
    expect(weekday(isoDate(date))).toBe(day);
    expect(chineseWeekday(isoDate(date))).toBe(name);
  });

  it('goes round in seven', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        fc.pre(date <= '9999-12-24');
        expect(weekday(addDays(date, 7))).toBe(weekday(date));
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1);
      }),
    );
  });
});

describe('small questions', () => {
  it('writes a date as notices do', () => {
    expect(chineseDate(isoDate('2026-03-06'))).toBe('3月6日');
    expect(chineseDate(isoDate('2026-12-31'))).toBe('12月31日');
  });

  it('knows the year, the earliest and the latest', () => {
    const [a, b, c] = [isoDate('2026-03-06'), isoDate('2025-12-31'), isoDate('2026-11-01')];
    expect(yearOf(b)).toBe(2025);
    expect(minDate(a, b, c)).toBe(b);
    expect(maxDate(a, b, c)).toBe(c);
    expect(minDate(a)).toBe(a);
  });

  it('knows the length of every month', () => {
    const lengths = (year: number) =>
      Array.from({ length: 12 }, (_, i) => daysInMonth(year, i + 1)).join(' ');
    expect(lengths(2026)).toBe('31 28 31 30 31 30 31 31 30 31 30 31');
    expect(lengths(2024)).toBe('31 29 31 30 31 30 31 31 30 31 30 31');
  });
});
