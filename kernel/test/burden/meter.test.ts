import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BurdenCounts, type BurdenDemand, burdenMeter } from '../../src/burden/meter.ts';
import { isoDate } from '../../src/time/dates.ts';

const demand: BurdenDemand = {
  id: 'a',
  office: '城建办',
  units: ['东溪村', '河口村'],
  sentOn: isoDate('2026-03-05'),
  findings: ['shortNotice', 'duplicateOfOther'],
  isOverridden: true,
  isAfterwards: false,
};

describe('the burden meter', () => {
  it('counts a demand once for its office and once for each village', () => {
    const meter = burdenMeter(
      [
        demand,
        { ...demand, id: 'b', units: ['东溪村'], findings: [], isOverridden: false },
        {
          ...demand,
          id: 'c',
          office: '农业农村办',
          units: ['东溪村'],
          findings: ['outsideDutyList'],
          isAfterwards: true,
        },
        { ...demand, id: 'd', sentOn: isoDate('2026-04-01') },
      ],
      '2026-03',
    );
    expect(meter.total).toEqual({
      demands: 3,
      times: 4,
      duplicates: 1,
      shortNotices: 1,
      outsideList: 1,
      overrides: 2,
      afterwards: 1,
    });
    expect(meter.offices.map(({ office, demands, times }) => [office, demands, times])).toEqual([
      ['城建办', 2, 3],
      ['农业农村办', 1, 1],
    ]);
    expect(meter.villages.map(({ unit, demands }) => [unit, demands])).toEqual([
      ['东溪村', 3],
      ['河口村', 1],
    ]);
    expect(meter.villages[0]?.offices.map(({ office, demands }) => [office, demands])).toEqual([
      ['城建办', 2],
      ['农业农村办', 1],
    ]);
  });

  it('adds up, whichever way it is read and in whichever order it was booked', () => {
    const demands = fc.array(
      fc.record<BurdenDemand>({
        id: fc.uuid(),
        office: fc.constantFrom('甲', '乙', '丙'),
        units: fc.uniqueArray(fc.constantFrom('一', '二', '三', '四'), { minLength: 1 }),
        sentOn: fc.constantFrom(isoDate('2026-03-31'), isoDate('2026-04-01')),
        findings: fc.uniqueArray(fc.constantFrom('duplicate', 'shortNotice', 'outsideDutyList')),
        isOverridden: fc.boolean(),
        isAfterwards: fc.boolean(),
      }),
    );
    const keys: (keyof BurdenCounts)[] = ['demands', 'duplicates', 'shortNotices', 'overrides'];
    fc.assert(
      fc.property(demands, (some) => {
        const meter = burdenMeter(some, '2026-03');
        const sum = (rows: readonly BurdenCounts[], key: keyof BurdenCounts) =>
          rows.reduce((all, row) => all + row[key], 0);
        for (const key of keys) {
          expect(sum(meter.offices, key)).toBe(meter.total[key]);
          for (const village of meter.villages) {
            expect(sum(village.offices, key)).toBe(village[key]);
          }
        }
        expect(sum(meter.villages, 'demands')).toBe(meter.total.times);
        expect(meter.offices.reduce((all, { times }) => all + times, 0)).toBe(meter.total.times);
        expect(burdenMeter([...some].reverse(), '2026-03')).toEqual(meter);
      }),
    );
  });
});
