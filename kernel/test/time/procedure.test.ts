import { describe, expect, it, test } from 'vitest';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';
import {
  type DateRule,
  dueOn,
  limitEnds,
  mustRepost,
  noticeEnds,
  type Procedure,
  procedureDates,
} from '../../src/time/procedure.ts';
import { CalendarYearMissing } from '../../src/time/workdays.ts';
import { rowsOf } from './csv.ts';

describe('the day a rule names', () => {
  const cases: [DateRule, string, string][] = [
    [{ day: 10, after: 'quarter' }, '2026-Q1', '2026-04-10'],
    [{ day: 10, after: 'quarter' }, '2026-Q4', '2027-01-10'],
    [{ day: 10, after: 'quarter' }, '2026-02', '2026-04-10'],
    [{ day: 5, after: 'month' }, '2026-03', '2026-04-05'],
    [{ day: 15, after: 'month' }, '2026-12', '2027-01-15'],
    [{ day: 5, after: 'month' }, '2026-Q1', '2026-04-05'],
    [{ day: 20, after: 'halfYear' }, '2026-H1', '2026-07-20'],
    [{ day: 20, after: 'halfYear' }, '2026-Q1', '2026-07-20'],
    [{ day: 31, after: 'year' }, '2026', '2027-01-31'],
    [{ day: 31, after: 'year', months: 2 }, '2026', '2027-02-28'],
    [{ day: 31, after: 'year', months: 2 }, '2023', '2024-02-29'],
    [{ day: 30, after: 'month', months: 1 }, '2026-01', '2026-02-28'],
    [{ day: 1, after: 'quarter', months: 3 }, '2026-Q2', '2026-09-01'],
    [{ day: 15, after: 'year', months: 13 }, '2025', '2027-01-15'],
  ];

  test.each(cases)('%j for %s is %s', (rule, period, expected) => {
    expect(dueOn(rule, period)).toBe(expected);
  });

  it('refuses a day or a month that is none', () => {
    for (const day of [0, 32, 1.5]) {
      expect(() => dueOn({ day, after: 'month' }, '2026-03')).toThrow(RangeError);
    }
    for (const months of [0, -1, 0.5]) {
      expect(() => dueOn({ day: 5, after: 'month', months }, '2026-03')).toThrow(RangeError);
    }
  });
});

describe('the dates of a procedure', () => {
  it('scores a month by the 5th and pays by the 15th', () => {
    const monthly: Procedure = {
      scoreBy: { day: 5, after: 'month' },
      payBy: { day: 15, after: 'month' },
    };
    expect(procedureDates(monthly, '2026-09', calendarCN)).toEqual({
      scoreBy: '2026-10-05', // a fixed date stays, holiday or not
      payBy: '2026-10-15',
    });
  });

  it('publishes a quarter by the 10th, then counts the notice and the last objection', () => {
    const quarterly: Procedure = {
      publishBy: { day: 10, after: 'quarter' },
      notice: { workdays: 5 },
      objection: { workdays: 7 },
    };
    expect(procedureDates(quarterly, '2026-Q1', calendarCN)).toEqual({
      publishBy: '2026-04-10',
      noticeEndsOn: '2026-04-17',
      objectionsAnsweredBy: '2026-04-28',
    });
  });

  it('asks for nothing that the scheme does not', () => {
    expect(procedureDates({}, '2026-Q1', calendarCN)).toEqual({});
    expect(procedureDates({ notice: { days: 5 } }, '2026-Q1', calendarCN)).toEqual({});
    const withoutNotice: Procedure = {
      publishBy: { day: 10, after: 'quarter' },
      objection: { workdays: 7 },
    };
    expect(procedureDates(withoutNotice, '2026-Q1', calendarCN)).toEqual({
      publishBy: '2026-04-10',
    });
  });

  it('gives fixed dates in 2027 but refuses a notice there', () => {
    const publishBy: DateRule = { day: 10, after: 'quarter' };
    expect(procedureDates({ publishBy }, '2026-Q4', calendarCN)).toEqual({
      publishBy: '2027-01-10',
    });
    expect(() =>
      procedureDates({ publishBy, notice: { workdays: 5 } }, '2026-Q4', calendarCN),
    ).toThrow(CalendarYearMissing);
  });
});

describe('notices and limits', () => {
  test.each(rowsOf('workdays.csv'))('a notice of %s for %s workdays ends on %s', (...row) => {
    const [posted, workdays, last] = row;
    const ends = noticeEnds(calendarCN, isoDate(posted!), { workdays: Number(workdays) });
    expect(ends).toBe(last);
  });

  it('moves a notice in calendar days off a holiday', () => {
    expect(noticeEnds(calendarCN, isoDate('2026-09-28'), { days: 5 })).toBe('2026-10-08');
    expect(noticeEnds(calendarCN, isoDate('2026-03-02'), { days: 3 })).toBe('2026-03-05');
  });

  it('gives seven workdays for an objection and thirty days for a review', () => {
    expect(limitEnds(calendarCN, isoDate('2026-02-13'), { workdays: 7 })).toBe('2026-03-02');
    expect(limitEnds(calendarCN, isoDate('2026-03-06'), { days: 30 })).toBe('2026-04-07');
  });
});

describe('a notice on the village board', () => {
  test.each([
    ['2026-03-02', '2026-03-02', 5, true],
    ['2026-03-02', '2026-03-06', 5, true],
    ['2026-03-02', '2026-03-07', 5, false],
    ['2026-03-02', '2026-03-20', 5, false],
    ['2024-02-27', '2024-03-02', 5, true],
    ['2024-02-27', '2024-03-03', 5, false],
    ['2026-03-02', '2026-03-12', 10, false],
  ])('posted %s, removed %s, to stand %i days: post again %s', (posted, removed, days, again) => {
    expect(mustRepost(isoDate(posted), isoDate(removed), days)).toBe(again);
  });

  it('cannot come down before it went up', () => {
    expect(() => mustRepost(isoDate('2026-03-02'), isoDate('2026-03-01'), 5)).toThrow(RangeError);
  });
});
