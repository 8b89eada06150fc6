import { describe, expect, it } from 'vitest';
import { shortNoticeOf } from '../../src/burden/notice.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';

/** `2026-03-06 17:30` → due `2026-03-09 10:00` or `2026-03-09`. */
function judge(sent: string, due: string) {
  const [on = '', clock = ''] = sent.split(' ');
  const [dueOn = '', dueClock] = due.split(' ');
  return shortNoticeOf(
    calendarCN,
    { on: isoDate(on), clock },
    { on: isoDate(dueOn), ...(dueClock === undefined ? {} : { clock: dueClock }) },
  );
}

describe('notice by the clock', () => {
  it.each([
    ['Thursday after work, wanted on Friday morning', '2026-03-05 17:00', '2026-03-06 10:00'],
    ['Friday evening, wanted on Monday morning', '2026-03-06 17:30', '2026-03-09 09:00'],
    ['on Saturday, wanted on Monday morning', '2026-03-07 09:00', '2026-03-09 10:00'],
    ['the eve of 国庆, wanted on the first workday', '2026-09-30 18:00', '2026-10-08 10:00'],
    ['the eve of 春节, wanted on the first workday', '2026-02-14 17:10', '2026-02-24 10:00'],
    ['in 春节, wanted on the first workday', '2026-02-20 11:00', '2026-02-24 09:30'],
    ['Friday evening, wanted on a worked Saturday', '2026-10-09 17:00', '2026-10-10 10:00'],
  ])('%s', (_, sent, due) => {
    expect(judge(sent, due)).toMatchObject({ why: 'overnight', workdays: 1 });
  });

  it('says which habit it is', () => {
    expect(judge('2026-03-05 17:00', '2026-03-06 10:00')?.sentence).toBe(
      '下班后下发、第二天上午就要：3月5日（星期四）17:00 发，3月6日（星期五） 10:00 前要。',
    );
    expect(judge('2026-09-30 18:00', '2026-10-08 10:00')?.sentence).toContain(
      '休息日前后下发、上班第一个上午就要',
    );
  });

  it('is a minute earlier, or an hour later, only short', () => {
    expect(judge('2026-03-05 16:59', '2026-03-06 10:00')?.why).toBe('fewWorkdays');
    expect(judge('2026-03-05 17:00', '2026-03-06 10:01')?.why).toBe('fewWorkdays');
    expect(judge('2026-03-05 17:00', '2026-03-06')?.why).toBe('fewWorkdays');
  });

  it('is none on the same day, and none at all before', () => {
    expect(judge('2026-03-05 09:00', '2026-03-05')?.why).toBe('sameDay');
    expect(judge('2026-03-05 09:00', '2026-03-05 17:00')?.why).toBe('sameDay');
    expect(judge('2026-03-05 09:00', '2026-03-05 09:00')?.why).toBe('past');
    expect(judge('2026-03-05 09:00', '2026-03-04')?.why).toBe('past');
  });
});

describe('notice in workdays', () => {
  it.each([
    ['2026-03-05 09:00', '2026-03-09', undefined], // Friday, Monday
    ['2026-03-05 09:00', '2026-03-08', 1], // Friday, then a weekend
    ['2026-09-29 09:00', '2026-10-08', undefined], // 30 September, 8 October
    ['2026-09-30 09:00', '2026-10-08', 1],
    ['2026-10-08 09:00', '2026-10-10', undefined], // Friday and the worked Saturday
    ['2026-02-13 09:00', '2026-02-24', undefined], // worked Saturday, first day after 春节
    ['2026-02-14 09:00', '2026-02-24', 1],
    ['2026-02-26 09:00', '2026-02-28', undefined], // Friday and the worked Saturday
  ])('%s to %s', (sent, due, workdays) => {
    expect(judge(sent, due)?.workdays).toBe(workdays);
  });

  it('counts a year without a notice by the days of the week and says so', () => {
    expect(judge('2031-10-01 09:00', '2031-10-03')).toBeUndefined();
    const short = judge('2031-10-01 09:00', '2031-10-02');
    expect(short).toMatchObject({ why: 'fewWorkdays', workdays: 1 });
    expect(short?.sentence).toContain('2031年的放假安排尚未录入，按周一至周五推算');
  });
});
