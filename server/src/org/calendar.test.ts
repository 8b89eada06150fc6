import { isoDate, isWorkday } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { calendarOf } from './index.ts';

const kit = useProgram();

/** A year as it might be announced; nobody has announced it. */
const year2027 = {
  source: '国办发明电〔2026〕0号（演示）',
  off: ['2027-01-01', '2027-01-02', '2027-01-03'],
  on: ['2027-02-13'],
};

async function townOf(code: string) {
  const tenant = await kit().town(code, `${code}镇`);
  const fang = await kit().person(code, `fang.${code}`, { role: 'administrator' });
  const zhou = await kit().person(code, `zhou.${code}`, { role: 'recorder', lines: ['城建办'] });
  return { tenant, fang, zhou, path: `/api/towns/${code}/calendar` };
}

describe('the years of a town', () => {
  it('are those of the program until one is entered; then workdays of that year are counted', async () => {
    const { tenant, fang, zhou, path } = await townOf('tianxin');
    const before = await zhou.get(path);
    expect(before.body.rows.map((row: { year: number }) => row.year)).toEqual([2026, 2025, 2024]);
    expect(before.body).toMatchObject({ missing: 2027, mayEnter: false });

    const entered = await fang.ask('PUT', `${path}/2027`, year2027);
    expect(entered.status).toBe(200);
    expect(entered.body).toMatchObject({ year: 2027, ...year2027 });
    const after = await zhou.get(path);
    expect(after.body.rows[0]).toMatchObject({ year: 2027, entered: { by: 'fang.tianxin' } });
    expect(after.body.missing).toBe(2028);
    const calendar = await kit().inside(tenant, (db) => calendarOf(db));
    expect(isWorkday(calendar, isoDate('2027-01-01'))).toBe(false);
    expect(isWorkday(calendar, isoDate('2027-02-13'))).toBe(true);
    expect(isWorkday(calendar, isoDate('2027-01-04'))).toBe(true);
  });

  it('of one town are not those of another', async () => {
    const first = await townOf('shangtian');
    const second = await townOf('xiatian');
    await first.fang.ask('PUT', `${first.path}/2027`, year2027);
    expect((await second.fang.get(second.path)).body.missing).toBe(2027);
  });

  it('are corrected with a reason only', async () => {
    const { fang, path } = await townOf('zhongtian');
    await fang.ask('PUT', `${path}/2027`, year2027);
    const again = { ...year2027, on: [] };
    const refused = await fang.ask('PUT', `${path}/2027`, again);
    expect([refused.status, refused.body.code]).toEqual([422, 'org.calendar-reason']);
    expect((await fang.get(path)).body.rows[0].on).toEqual(['2027-02-13']);
    const corrected = await fang.ask('PUT', `${path}/2027`, { ...again, reason: '通知有更正' });
    expect(corrected.status).toBe(200);
    expect((await fang.get(path)).body.rows[0].on).toEqual([]);
  });
});

describe('what is refused changes nothing', () => {
  it.each([
    ['a year of the program', 2026, { off: ['2026-01-01'] }, 409, 'org.calendar-built-in'],
    ['a year before its predecessor', 2028, { off: ['2028-01-01'] }, 409, 'org.calendar-order'],
    ['a day of another year', 2027, { off: ['2028-01-01'] }, 422, 'org.calendar-day-year'],
    ['a day that is both', 2027, { on: ['2027-01-02'] }, 422, 'org.calendar-day-both'],
    ['a weekday worked instead', 2027, { on: ['2027-02-15'] }, 422, 'org.calendar-day-plain'],
  ])('%s', async (what, year, changed, status, code) => {
    const { fang, path } = await townOf(`t${year}-${code.slice(13)}`);
    const answer = await fang.ask('PUT', `${path}/${year}`, { ...year2027, ...changed });
    expect([what, answer.status, answer.body.code]).toEqual([what, status, code]);
    expect((await fang.get(path)).body.missing).toBe(2027);
  });

  it('anybody but an administrator', async () => {
    const { zhou, path } = await townOf('waitian');
    expect((await zhou.ask('PUT', `${path}/2027`, year2027)).status).toBe(403);
    expect((await zhou.get(path)).body.missing).toBe(2027);
  });
});
