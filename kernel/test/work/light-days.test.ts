import { describe, expect, it } from 'vitest';
import { addDays, calendarCN, isoDate, lightDays, lightOf } from '../../src/index.ts';

describe('the days of the lights', () => {
  it.each([
    ['2026-02-12', '2026-02-11', '2026-02-24'], // 春节 from the 15th to the 23rd, the 14th worked
    ['2026-02-24', '2026-02-14', '2026-02-27'],
    ['2026-10-04', '2026-09-30', '2026-10-10'], // within 国庆; the 10th is worked
    ['2026-04-10', '2026-04-09', '2026-04-15'],
    ['2026-04-12', '2026-04-10', '2026-04-15'], // a Sunday: what was due on Saturday is due tomorrow
  ])('on %s are %s and %s', (today, overdueUntil, nearUntil) => {
    expect(lightDays(isoDate(today), calendarCN)).toEqual({ overdueUntil, nearUntil });
  });

  it('say of every day what its light says', () => {
    for (const [day, calendar] of [
      ['2026-02-13', calendarCN],
      ['2026-09-29', calendarCN],
      ['2026-12-30', calendarCN], // the year after has no calendar
      ['2031-03-04', { years: {} }],
    ] as const) {
      const today = isoDate(day);
      const { overdueUntil, nearUntil } = lightDays(today, calendar);
      for (let n = -40; n <= 40; n += 1) {
        const dueOn = addDays(today, n);
        const said = dueOn <= overdueUntil ? 'overdue' : dueOn <= nearUntil ? 'near' : 'normal';
        const { state } = lightOf({ state: 'assigned', feedback: 'once', today, dueOn }, calendar);
        expect([day, dueOn, said]).toEqual([day, dueOn, state]);
      }
    }
  });
});
