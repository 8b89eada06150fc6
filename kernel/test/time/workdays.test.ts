import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { addDays, type IsoDate, isoDate, weekday } from '../../src/time/dates.ts';
import { firstDay, lastDay } from '../../src/time/periods.ts';
import {
  addWorkdays,
  type Calendar,
  CalendarYearMissing,
  endOfPeriod,
  isWorkday,
  missingYear,
  nextWorkdayOnOrAfter,
  workdaysBetween,
  workdaysIn,
} from '../../src/time/workdays.ts';
import { rowsOf } from './csv.ts';

const DEADLINES = rowsOf('workdays.csv');
const COUNTS = rowsOf('workday-counts.csv');

describe('deadlines in workdays', () => {
  it('has all fifteen examples', () => {
    expect(DEADLINES).toHaveLength(15);
  });

  test.each(DEADLINES)('posted %s, %s workdays: %s (%s)', (posted, workdays, expected) => {
    const [from, last] = [isoDate(posted!), isoDate(expected!)];
    expect(addWorkdays(calendarCN, from, Number(workdays))).toBe(last);
    expect(workdaysBetween(calendarCN, from, last)).toBe(Number(workdays));
  });
});

describe('workdays of months and years', () => {
  it('has twelve months and a total for each of the three years', () => {
    expect(COUNTS).toHaveLength(39);
  });

  test.each(COUNTS)('%s, month %s: %s workdays', (year, month, count) => {
    const period = month === 'all' ? year! : `${year}-${month!.padStart(2, '0')}`;
    expect(workdaysIn(calendarCN, firstDay(period), lastDay(period))).toBe(Number(count));
  });

  it('counts nothing backwards', () => {
    const [monday, friday] = [isoDate('2026-03-02'), isoDate('2026-03-06')];
    expect(workdaysIn(calendarCN, monday, friday)).toBe(5);
    expect(workdaysBetween(calendarCN, monday, friday)).toBe(4);
    expect(workdaysIn(calendarCN, monday, monday)).toBe(1);
    expect(workdaysBetween(calendarCN, monday, monday)).toBe(0);
    expect(workdaysIn(calendarCN, friday, monday)).toBe(0);
    expect(workdaysBetween(calendarCN, friday, monday)).toBe(0);
  });
});

describe('a year without holidays', () => {
  const { 2025: before, 2026: known } = calendarCN.years;
  const calendar: Calendar = { years: { 2025: before!, 2026: known! } };
  const day = fc
    .integer({ min: -500, max: 500 })
    .map((days) => addDays(isoDate('2026-01-01'), days));

  it('is named before it is counted in, exactly where counting refuses it', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(missingYear(calendar, from, to)).toBe(refusedYear(calendar, from, to));
      }),
    );
  });

  it('is none where nothing is counted', () => {
    const [last, next] = [isoDate('2026-12-31'), isoDate('2027-01-01')];
    expect(missingYear(calendar, next, next)).toBeUndefined();
    expect(missingYear(calendar, next, last)).toBeUndefined();
    expect(missingYear(calendar, last, next)).toBe(2027);
  });
});

function refusedYear(calendar: Calendar, from: IsoDate, to: IsoDate): number | undefined {
  try {
    workdaysBetween(calendar, from, to);
    return undefined;
  } catch (error) {
    if (error instanceof CalendarYearMissing) return error.year;
    throw error;
  }
}

describe('single days', () => {
  test.each([
    ['2026-03-06', true, 'a Friday'],
    ['2026-03-07', false, 'a Saturday'],
    ['2026-03-08', false, 'a Sunday'],
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-01-04', true, 'a Sunday worked for New Year'],
    ['2026-02-23', false, 'the last day of the Spring Festival, a Monday'],
    ['2026-02-24', true, 'the day after'],
    ['2026-10-07', false, 'the last day of the National Day holiday'],
    ['2026-10-08', true, 'the day after'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isWorkday(calendarCN, isoDate(date))).toBe(expected);
  });
});

describe('periods of calendar days', () => {
  test.each([
    ['2026-03-06', 30, '2026-04-07', 'the 30th day is a Sunday of 清明节'],
    ['2026-09-15', 15, '2026-09-30', 'the last day is a workday'],
    ['2026-09-16', 15, '2026-10-08', 'the last day is 1 October'],
    ['2026-02-09', 5, '2026-02-14', 'a Saturday that is worked stands'],
    ['2026-02-10', 5, '2026-02-24', 'the first day of the Spring Festival'],
    ['2025-12-02', 30, '2026-01-04', 'over the year end to a worked Sunday'],
    ['2024-02-28', 1, '2024-02-29', 'a leap day'],
  ])('from %s, %i days: %s, %s', (from, days, expected) => {
    expect(endOfPeriod(calendarCN, isoDate(from), days)).toBe(expected);
  });

  it('moves only a day of rest', () => {
    expect(nextWorkdayOnOrAfter(calendarCN, isoDate('2026-10-08'))).toBe('2026-10-08');
    expect(nextWorkdayOnOrAfter(calendarCN, isoDate('2026-10-03'))).toBe('2026-10-08');
  });
});

describe('a year nobody has entered', () => {
  const lastDays = isoDate('2026-12-28');
  const attempts: [string, () => unknown, number][] = [
    ['a day of 2027', () => isWorkday(calendarCN, isoDate('2027-01-04')), 2027],
    ['a Sunday of 2027', () => isWorkday(calendarCN, isoDate('2027-01-03')), 2027],
    ['a day of 2023', () => isWorkday(calendarCN, isoDate('2023-12-29')), 2023],
    ['a fourth workday after 28 December', () => addWorkdays(calendarCN, lastDays, 4), 2027],
    ['a period that ends on 1 January', () => endOfPeriod(calendarCN, lastDays, 4), 2027],
    [
      'a count over the year end',
      () => workdaysIn(calendarCN, lastDays, isoDate('2027-01-01')),
      2027,
    ],
    ['a workday to come', () => nextWorkdayOnOrAfter(calendarCN, isoDate('2027-01-01')), 2027],
    ['an empty calendar', () => isWorkday({ years: {} }, lastDays), 2026],
  ];

  test.each(attempts)('is refused for %s', (_, attempt, year) => {
    const refusal = refusalOf(attempt);
    expect(refusal.year).toBe(year);
    expect(refusal.code).toBe('calendar-year-missing');
    expect(refusal.message).toBe(
      `日历中没有${year}年的放假调休安排，不能推算${year}年的工作日；` +
        `请按国务院办公厅公布的通知录入${year}年的放假日和调休上班日，然后重新计算`,
    );
  });

  it('is answered once it is entered', () => {
    const entered: Calendar = {
      years: {
        ...calendarCN.years,
        2027: { source: '试验', off: [isoDate('2027-01-01')], on: [] },
      },
    };
    expect(addWorkdays(entered, lastDays, 4)).toBe('2027-01-04');
  });

  it('does not stand in the way of the last workday before it', () => {
    expect(addWorkdays(calendarCN, lastDays, 3)).toBe('2026-12-31');
    expect(addWorkdays(calendarCN, isoDate('2023-12-31'), 1)).toBe('2024-01-02');
  });
});

function refusalOf(attempt: () => unknown): CalendarYearMissing {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('the national calendar', () => {
  it('holds the three published years and no other', () => {
    expect(Object.keys(calendarCN.years)).toEqual(['2024', '2025', '2026']);
  });

  test.each(Object.entries(calendarCN.years))('%s is well made', (year, { source, off, on }) => {
    expect(source).toMatch(new RegExp(`${year}年.*https://www\\.gov\\.cn/`));
    for (const days of [off, on]) {
      expect([...new Set(days)].sort()).toEqual(days);
      expect(days.every((date) => date.startsWith(`${year}-`))).toBe(true);
    }
    expect(on.filter((date) => weekday(date) < 6)).toEqual([]);
    expect(on.filter((date) => off.includes(date))).toEqual([]);
  });

  it('has as many days as the notices', () => {
    const sizes = Object.values(calendarCN.years).map(({ off, on }) => [off.length, on.length]);
    expect(sizes).toEqual([
      [28, 8],
      [28, 5],
      [33, 6],
    ]);
  });
});

describe('laws of workdays', () => {
  const anyFrom = fc.integer({ min: 0, max: 1065 }).map((n) => addDays(isoDate('2023-12-31'), n));
  const anyCount = fc.integer({ min: 1, max: 20 });

  it('puts every deadline on a workday, with exactly the days asked for', () => {
    fc.assert(
      fc.property(anyFrom, anyCount, (from, n) => {
        const last = addWorkdays(calendarCN, from, n);
        expect(isWorkday(calendarCN, last)).toBe(true);
        expect(workdaysBetween(calendarCN, from, last)).toBe(n);
        expect(last > from).toBe(true);
      }),
    );
  });

  it('ends no period of calendar days on a day of rest, nor too early', () => {
    fc.assert(
      fc.property(anyFrom, anyCount, (from, days) => {
        const last = endOfPeriod(calendarCN, from, days);
        expect(isWorkday(calendarCN, last)).toBe(true);
        expect(last >= addDays(from, days)).toBe(true);
        expect(workdaysIn(calendarCN, addDays(from, days), last)).toBe(1);
      }),
    );
  });

  it('adds up: n workdays and then m are n + m', () => {
    fc.assert(
      fc.property(anyFrom, fc.tuple(anyCount, anyCount), (from, [n, m]) => {
        fc.pre(from < '2026-11-01');
        const inTwo = addWorkdays(calendarCN, addWorkdays(calendarCN, from, n), m);
        expect(inTwo).toBe(addWorkdays(calendarCN, from, n + m));
      }),
    );
  });

  it('refuses a count of no days', () => {
    const from: IsoDate = isoDate('2026-03-06');
    for (const n of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkdays(calendarCN, from, n)).toThrow(RangeError);
      expect(() => endOfPeriod(calendarCN, from, n)).toThrow(RangeError);
    }
  });
});
