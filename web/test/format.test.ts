import { type Milli, milliText, signedMilliText } from '@oneneedle/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  dayText,
  momentText,
  moneyText,
  periodText,
  plainDigits,
  pointsFromText,
  pointsText,
  shortDayText,
  signedPointsText,
  todayIn,
  withoutUnit,
} from '../src/format/index.ts';

const anyMilli = fc.integer({ min: -9_000_000_000, max: 9_000_000_000 });

describe('points', () => {
  it('are printed as the kernel prints them', () => {
    fc.assert(
      fc.property(anyMilli, fc.integer({ min: 0, max: 3 }), (milli, places) => {
        expect(pointsText(milli, places)).toBe(milliText(milli as Milli, places));
      }),
    );
  });

  it('say their sign where one is asked for, and none for nothing', () => {
    expect(signedPointsText(1500)).toBe(signedMilliText(1500 as Milli, 2));
    expect(signedPointsText(-2000)).toBe('-2.00');
    expect(signedPointsText(0)).toBe('0.00');
    expect(signedPointsText(4)).toBe('0.00');
  });

  it('come back from what was printed', () => {
    fc.assert(
      fc.property(anyMilli, (milli) => {
        expect(pointsFromText(pointsText(milli, 3))).toBe(milli === 0 ? 0 : milli);
      }),
    );
  });

  it.each([
    ['－２．５', -2500],
    ['1,234', 1_234_000],
    ['+3', 3000],
    ['2。5', 2500],
    ['0.125', 125],
  ])('are read from %s as an input method types it', (typed, milli) => {
    expect(pointsFromText(typed)).toBe(milli);
  });

  it.each(['', '-', '2分', '1.2345', '1e3', '1/2'])('are not read from "%s"', (typed) => {
    expect(pointsFromText(typed)).toBeUndefined();
  });

  it('refuse a fraction of a thousandth', () => {
    expect(() => pointsText(1.5)).toThrow(RangeError);
  });
});

describe('money', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [123_456_789, '1,234,567.89'],
    [-100_000, '-1,000.00'],
  ])('%i fen is %s', (fen, text) => expect(moneyText(fen)).toBe(text));
});

describe('days', () => {
  it('are told with their weekday, the year only when it is another', () => {
    expect(dayText('2026-03-06', 'zh', '2026-11-22')).toBe('3月6日（周五）');
    expect(dayText('2025-03-06', 'zh', '2026-11-22')).toBe('2025年3月6日（周四）');
    expect(dayText('2026-03-06', 'en', '2026-11-22')).toBe('Fri 6 March');
    expect(dayText('2025-03-06', 'en', '2026-11-22')).toBe('Thu 6 March 2025');
  });

  it('are short in narrow columns', () => {
    expect(shortDayText('2026-03-06', '2026-11-22')).toBe('03-06');
    expect(shortDayText('2025-03-06', '2026-11-22')).toBe('2025-03-06');
  });

  it('and moments are those of China, whatever the zone of the machine', () => {
    expect(momentText('2026-03-05T16:30:00.000Z', 'zh', '2026-11-22')).toBe('3月6日（周五）00:30');
    expect(todayIn(Date.parse('2026-03-05T16:00:00Z'))).toBe('2026-03-06');
    expect(todayIn(Date.parse('2026-03-05T15:59:59Z'))).toBe('2026-03-05');
  });

  it('lie whole days apart', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2026-03-06', '2026-03-01')).toBe(-5);
  });
});

describe('periods', () => {
  it.each([
    ['2026', '2026年', '2026'],
    ['2026-H1', '2026年上半年', 'first half of 2026'],
    ['2026-Q1', '2026年第一季度', 'Q1 2026'],
    ['2026-11', '2026年11月', 'November 2026'],
  ])('%s is %s and %s', (period, chinese, english) => {
    expect(periodText(period, 'zh')).toBe(chinese);
    expect(periodText(period, 'en')).toBe(english);
  });
});

it('digits of an input method become plain', () => {
  expect(plainDigits(' －１，２３４．５ ')).toBe('-1234.5');
});

describe('a number typed with its unit', () => {
  it.each([
    ['3处', '处', '3'],
    [' ３ 处 ', '处', '3'],
    ['1,200', '人', '1200'],
    ['1.5', undefined, '1.5'],
  ])('%s in a field of %s is kept as %s', (typed, unit, kept) => {
    expect(withoutUnit(typed, unit)).toBe(kept);
  });

  it.each([['3户'], ['约3处'], ['3 4处'], ['40%'], ['处'], ['']])('%s stays as typed', (typed) => {
    expect(withoutUnit(typed, '处')).toBe(typed);
  });
});
