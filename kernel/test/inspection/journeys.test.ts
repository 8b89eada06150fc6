import { describe, expect, it } from 'vitest';
import {
  calendarCN,
  type IsoDate,
  isoDate,
  journeysInMonth,
  nearVisits,
  quietOn,
} from '../../src/index.ts';

const visit = (id: string, office: string, on: string, mergedWith?: string) => ({
  id,
  village: '东溪村',
  office,
  on: isoDate(on),
  mergedWith,
});

describe('visits that could be one journey', () => {
  // Ten workdays after Monday 2 November 2026 is Monday 16 November.
  const mine = { village: '东溪村', office: '城建办', on: isoDate('2026-11-02') };

  it('are those of other offices within ten workdays, before and after', () => {
    const others = [
      visit('tenth', '应急办', '2026-11-16'),
      visit('eleventh', '应急办', '2026-11-17'),
      visit('own', '城建办', '2026-11-03'),
      visit('before', '党建办', '2026-10-20'),
    ];
    expect(nearVisits(mine, others, calendarCN).map(({ id }) => id)).toEqual(['tenth', 'before']);
  });

  it('count holidays as no workdays: over 国庆 ten workdays reach further', () => {
    // 30 September 2026: 1–7 October are off, 10 October (Saturday) is worked.
    const before = { ...mine, on: isoDate('2026-09-30') };
    const others = [visit('in', '应急办', '2026-10-20'), visit('out', '应急办', '2026-10-21')];
    expect(nearVisits(before, others, calendarCN).map(({ id }) => id)).toEqual(['in']);
  });

  it('are looked for over two weeks in a year whose holidays are not known', () => {
    const far = { ...mine, on: '2031-03-03' as IsoDate };
    const others = [visit('in', '应急办', '2031-03-17'), visit('out', '应急办', '2031-03-18')];
    expect(nearVisits(far, others, calendarCN).map(({ id }) => id)).toEqual(['in']);
  });
});

describe('journeys in a month', () => {
  it('count visits that are one journey once', () => {
    const all = [
      visit('a', '城建办', '2026-11-04'),
      visit('b', '应急办', '2026-11-04', 'a'),
      visit('c', '党建办', '2026-11-20'),
      visit('d', '党建办', '2026-12-01'),
      { ...visit('e', '党建办', '2026-11-05'), village: '西岭村' },
    ];
    expect(journeysInMonth('东溪村', isoDate('2026-11-30'), all)).toBe(2);
    expect(journeysInMonth('东溪村', isoDate('2026-10-30'), all)).toBe(0);
  });
});

describe('a quiet period', () => {
  const flood = {
    villages: [],
    from: isoDate('2026-07-01'),
    to: isoDate('2026-07-10'),
    reason: '防汛',
  };
  const harvest = { ...flood, villages: ['东溪村'], reason: '抢收' };

  it('holds on its first and last day, for the villages that it names or for all', () => {
    const on = (day: string, village = '西岭村') => quietOn(village, isoDate(day), [flood])?.reason;
    expect(on('2026-07-01')).toBe('防汛');
    expect(on('2026-07-10')).toBe('防汛');
    expect(on('2026-06-30')).toBeUndefined();
    expect(on('2026-07-11')).toBeUndefined();
    expect(quietOn('东溪村', isoDate('2026-07-02'), [harvest])?.reason).toBe('抢收');
    expect(quietOn('西岭村', isoDate('2026-07-02'), [harvest])).toBeUndefined();
  });
});
