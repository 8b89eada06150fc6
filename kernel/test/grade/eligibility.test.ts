import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Post, Unit } from '../../src/book/book.ts';
import { assessedBy, eligibilityOf } from '../../src/grade/eligibility.ts';
import { addDays, isoDate } from '../../src/time/dates.ts';
import { assessed, conclude, schemeWith } from './town.ts';

/** `2026-01-01~2026-07-31>县局`: a post, open without a last day, seconded with a host. */
function posts(...texts: string[]): Post[] {
  return texts.map((text) => {
    const [days = '', secondedTo] = text.split('>');
    const [from = '', to] = days.split('~');
    return {
      person: '甲',
      unit: '镇',
      role: '干事',
      from: isoDate(from),
      ...(to ? { to: isoDate(to) } : {}),
      ...(secondedTo ? { secondedTo } : {}),
    };
  });
}

describe('who assesses a person who was seconded', () => {
  test.each([
    [['2026-03-01~2026-09-30>县局'], '县局 214'],
    [['2026-01-01~2026-07-02>县局'], '县局 183'],
    [['2026-01-01~2026-07-01>县局'], undefined],
    [['2026-07-02~>县局'], '县局 183'],
    [['2025-01-01~>县局'], '县局 365'],
    [['2026-01-01~2026-03-31>县局', '2026-10-01~2026-12-31>县局'], undefined],
    [['2026-01-01~2026-03-31>县局', '2026-09-30~2026-12-31>县局'], '县局 183'],
    [['2026-01-01~2026-06-30>县局', '2026-05-01~2026-07-01>县局'], undefined],
    [['2026-01-01~2026-05-31>县局', '2026-06-01~2026-12-31>市局'], '市局 214'],
    [['2026-01-01~'], undefined],
    [[], undefined],
  ])('%j in 2026', (list, expected) => {
    const host = assessedBy(posts(...list), '2026');
    expect(host && `${host.unit} ${host.days}`).toBe(expected);
  });

  it('takes exactly half of a leap year', () => {
    expect(assessedBy(posts('2024-01-01~2024-07-01>县局'), '2024')?.days).toBe(183);
    expect(assessedBy(posts('2024-01-01~2024-06-30>县局'), '2024')).toBeUndefined();
  });

  it('counts every day once however the posts overlap', () => {
    const spell = fc.tuple(fc.integer({ min: -100, max: 500 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 4 }), (spells) => {
        const start = isoDate('2026-01-01');
        const days = new Set<number>();
        for (const [from, length] of spells) {
          for (let day = from; day <= from + length; day += 1) {
            if (day >= 0 && day < 365) days.add(day);
          }
        }
        const list = spells.map(
          ([from, length]) => `${addDays(start, from)}~${addDays(start, from + length)}>县局`,
        );
        const expected = days.size >= 183 ? days.size : undefined;
        expect(assessedBy(posts(...list), '2026')?.days).toBe(expected);
      }),
    );
  });

  it('stays on the list when the host is a unit of the town, and leaves it when it is not', () => {
    const scheme = schemeWith({ subject: { kind: 'person' } });
    const office = { code: '财政所' } as Unit;
    const of = (host: string) => {
      const roster = { units: [office], posts: posts(`2026-03-01~2026-09-30>${host}`) };
      return conclude({ scheme, subjects: [assessed('甲', '95')], roster }).subjects[0]!;
    };
    expect(of('财政所')).toMatchObject({ assessedBy: '财政所', rank: 1 });
    expect(of('财政所').notAssessed).toBeUndefined();
    expect(of('县局')).toMatchObject({
      assessedBy: '县局',
      notAssessed: '2026年借调到县局 214 天，满半数，由县局考核',
      grade: { state: 'none' },
    });
    expect(of('县局').rank).toBeUndefined();
  });
});

describe('months in post', () => {
  const shortOf = (leastMonths: string | undefined, list: string[]) =>
    eligibilityOf({
      rules: [],
      leastMonths,
      posts: posts(...list),
      period: '2026',
      ask: () => ({ holds: false, reason: '', factIds: [] }),
    }).holds.map(({ effect, sentence }) => `${effect} ${sentence}`);

  test.each([
    [['2026-07-01~'], []],
    [['2026-07-02~'], ['noGrade 2026年在岗满 5 个月，不足 6 个月，不确定等次']],
    [['2026-01-01~2026-03-31', '2026-04-01~2026-06-30'], []],
    [['2026-01-01~2026-02-15', '2026-02-16~2026-06-30'], []],
    [['2020-01-01~2026-05-31'], ['noGrade 2026年在岗满 5 个月，不足 6 个月，不确定等次']],
    [[], []],
  ])('%j, at least 6', (list, expected) => {
    expect(shortOf('6', list)).toEqual(expected);
  });

  it('is asked only where the scheme asks', () => {
    expect(shortOf(undefined, ['2026-12-01~'])).toEqual([]);
  });
});
