import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedSign, signCounts } from '../../src/burden/signs.ts';
import { isoDate } from '../../src/time/dates.ts';

const sign = (countedOn: string, more: Partial<CountedSign> = {}): CountedSign => ({
  kind: 'sign',
  countedOn: isoDate(countedOn),
  isKept: false,
  isIdle: false,
  ...more,
});

describe('the figures of signs in a year', () => {
  it('count what hung before it was counted as there at the start, and what began within as new', () => {
    const all = [
      sign('2026-03-10', { isKept: true }),
      sign('2026-03-10', { endedOn: isoDate('2026-06-01') }),
      sign('2026-05-01', { sinceOn: isoDate('2026-04-20'), isIdle: true }),
      sign('2025-11-01', { endedOn: isoDate('2025-12-31') }),
      sign('2027-01-05'),
    ];
    expect(signCounts(all, '2026')).toEqual({
      atStart: 2,
      added: 1,
      ended: 1,
      left: 2,
      kept: 1,
      idle: 1,
    });
    expect(signCounts(all, '2025')).toMatchObject({ atStart: 1, ended: 1, left: 0 });
    expect(signCounts(all, '2024')).toMatchObject({ atStart: 0, left: 0 });
  });

  it('add up, and what is left is never more than there was', () => {
    const day = fc
      .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => isoDate(`${year}-${String(month).padStart(2, '0')}-15`));
    const any = fc.record(
      {
        kind: fc.constantFrom('sign' as const, 'group' as const),
        sinceOn: day,
        countedOn: day,
        endedOn: day,
        isKept: fc.boolean(),
        isIdle: fc.boolean(),
      },
      { requiredKeys: ['kind', 'countedOn', 'isKept', 'isIdle'] },
    );
    fc.assert(
      fc.property(fc.array(any), fc.constantFrom('2025', '2026'), (all, year) => {
        const signs = all.filter(
          ({ sinceOn, countedOn, endedOn }) =>
            (sinceOn ?? countedOn) <= countedOn && (endedOn ?? countedOn) >= countedOn,
        );
        const counts = signCounts(signs, year);
        expect(counts.atStart + counts.added - counts.ended).toBe(counts.left);
        expect(counts.kept).toBeLessThanOrEqual(counts.left);
        expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
