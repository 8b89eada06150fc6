/** Lights, slips and recurring work over the holidays of 2026, each day worked out by hand on a calendar. */

import { describe, expect, it } from 'vitest';
import {
  calendarCN,
  dueIn,
  isoDate,
  type Light,
  type LightInput,
  lightOf,
  nextFeedbackDay,
  owedFeedbackDay,
  periodsBegun,
  type SlipInput,
  slipDue,
} from '../../src/index.ts';

const day = isoDate;

function light(input: Partial<Record<keyof LightInput, string>>): Light {
  return lightOf(
    { state: 'inProgress', feedback: 'once', today: day('2026-03-02'), ...input } as LightInput,
    calendarCN,
  );
}

describe('a light', () => {
  it.each([
    // 2026-02-14 (Saturday) is worked, 15 to 23 February are off, 28 February (Saturday) is worked.
    ['2026-02-13', '2026-02-24', 'near', 2, '期限2月24日，还有2个工作日'],
    ['2026-02-12', '2026-02-24', 'near', 3, '期限2月24日，还有3个工作日'],
    ['2026-02-11', '2026-02-24', 'normal', 4, '期限2月24日，还有4个工作日'],
    // A day within the holiday gives way to the first workday after it.
    ['2026-02-20', '2026-02-18', 'near', 1, '期限2月24日，还有1个工作日'],
    ['2026-02-24', '2026-02-18', 'near', 0, '今天到期'],
    ['2026-02-25', '2026-02-18', 'overdue', 1, '期限2月24日，已超1个工作日'],
    ['2026-02-28', '2026-02-27', 'overdue', 1, '期限2月27日，已超1个工作日'],
    // 国庆: 1 to 7 October are off, 20 September (Sunday) and 10 October (Saturday) are worked.
    ['2026-09-30', '2026-10-08', 'near', 1, '期限10月8日，还有1个工作日'],
    ['2026-10-08', '2026-09-30', 'overdue', 1, '期限9月30日，已超1个工作日'],
    ['2026-10-04', '2026-09-30', 'overdue', 0, '期限9月30日，还没有到下一个工作日'],
    ['2026-10-10', '2026-10-09', 'overdue', 1, '期限10月9日，已超1个工作日'],
    ['2026-10-11', '2026-10-10', 'overdue', 0, '期限10月10日，还没有到下一个工作日'],
    ['2026-09-18', '2026-09-21', 'near', 2, '期限9月21日，还有2个工作日'],
  ])('on %s for a day %s is %s', (today, dueOn, state, days, why) => {
    expect(light({ today, dueOn })).toEqual({ state, days, why });
  });

  it('falls back on calendar days where no calendar is published, and says so', () => {
    expect(light({ today: '2026-12-30', dueOn: '2027-01-05' })).toEqual({
      state: 'normal',
      days: 6,
      why: '期限1月5日，还有6个自然日（2027年的放假安排还没有录入，按自然日算）',
    });
  });

  it('says of what is not begun, has no day, or has ended, how that is', () => {
    const said = (input: Partial<Record<keyof LightInput, string>>) => {
      const { state, why } = light(input);
      return [state, why];
    };
    expect(said({ state: 'draft' })).toEqual(['waiting', '还没有立项']);
    expect(said({ state: 'registered' })).toEqual(['waiting', '已立项，还没有拟办']);
    expect(said({ state: 'proposed', dueOn: '2026-01-05' })).toEqual([
      'waiting',
      '已拟办，还没有交办',
    ]);
    expect(said({ startsOn: '2026-04-01', dueOn: '2026-05-06' })).toEqual([
      'waiting',
      '4月1日才开始',
    ]);
    expect(said({})).toEqual(['normal', '没有定期限']);
    expect(said({ state: 'accepted' })).toEqual(['normal', '已办结，等销号']);
    expect(said({ state: 'closedOut', closedOn: '2026-03-01', dueOn: '2026-03-05' })).toEqual([
      'done',
      '3月1日销号',
    ]);
    expect(said({ state: 'archived', closedOn: '2026-03-09', dueOn: '2026-03-05' })).toEqual([
      'done',
      '3月9日销号，晚于时限3月5日',
    ]);
    const late = { state: 'closedOut', closedOn: '2026-03-09', dueOn: '2026-03-05' };
    expect(said({ ...late, reportedOn: '2026-03-05' })).toEqual(['done', '3月9日销号']);
    expect(said({ ...late, reportedOn: '2026-03-06' })).toEqual([
      'done',
      '3月9日销号，晚于时限3月5日',
    ]);
    // 28 March 2026 is a Saturday at rest: done on the Monday after it is in time.
    const rest = { state: 'closedOut', closedOn: '2026-03-30', dueOn: '2026-03-28' };
    expect(said({ ...rest, reportedOn: '2026-03-30' })).toEqual(['done', '3月30日销号']);
    // A slip gave it until the 20th; it is judged by the day that it had before.
    const slip = { ...late, dueOn: '2026-03-20', judgedOn: '2026-03-05' };
    expect(said(slip)).toEqual(['done', '3月9日销号，晚于时限3月5日']);
    expect(said({ state: 'withdrawn' })).toEqual(['done', '已作废']);
    expect(said({ state: 'withdrawn', mergedInto: '〔2026〕3号' })).toEqual([
      'done',
      '并入〔2026〕3号，一次办结',
    ]);
  });

  it('stops counting at the report', () => {
    const late = { state: 'reported', dueOn: '2026-02-27', today: '2026-03-10' };
    expect(light({ ...late, reportedOn: '2026-02-27' })).toEqual({
      state: 'normal',
      why: '已反馈，等核查',
    });
    expect(light({ ...late, reportedOn: '2026-03-03' })).toEqual({
      state: 'overdue',
      days: 3,
      why: '反馈时已超期3个工作日，等核查',
    });
  });
});

describe('periodic feedback', () => {
  const monthly = { feedback: 'month', assignedOn: '2026-01-12', dueOn: '2026-06-30' } as const;

  it('is due on the last day of the month, or the workday after a day of rest', () => {
    // 28 February 2026 is a Saturday that is worked; 31 January is a Saturday at rest.
    expect(nextFeedbackDay({ ...base(), ...days(monthly) }, calendarCN)).toBe('2026-03-31');
    expect(nextOn('2026-01-20')).toBe('2026-02-02');
    expect(nextOn('2026-02-20')).toBe('2026-02-28');
    expect(nextOn('2026-06-02')).toBeUndefined();
  });

  it('that was missed makes the light overdue, and a later word makes it good', () => {
    const missed = light({ ...monthly, today: '2026-02-03' });
    expect(missed).toEqual({
      state: 'overdue',
      days: 1,
      why: '2026年1月的进展应于2月2日前反馈，没有报',
    });
    expect(light({ ...monthly, today: '2026-02-03', toldOn: '2026-01-30' }).state).toBe('normal');
    expect(light({ ...monthly, today: '2026-02-03', toldOn: '2026-02-03' }).state).toBe('normal');
    expect(light({ ...monthly, today: '2026-03-03', toldOn: '2026-01-30' })).toMatchObject({
      state: 'overdue',
      why: '2026年2月的进展应于2月28日前反馈，没有报',
    });
  });

  it.each([
    // On the last day of rest January is not missed yet, though February has begun.
    ['2026-01-20', undefined, '2026-02-02'],
    ['2026-02-01', undefined, '2026-02-02'],
    ['2026-02-03', undefined, '2026-02-02'],
    ['2026-03-02', undefined, '2026-02-28'],
    ['2026-01-20', '2026-01-15', '2026-02-28'],
    ['2026-03-03', '2026-02-27', '2026-03-31'],
    ['2026-05-20', '2026-05-12', undefined],
  ])('on %s, last told on %s, is owed by %s', (today, toldOn, owed) => {
    const told = toldOn === undefined ? {} : { toldOn };
    const input = { ...base(), ...days({ ...monthly, today, ...told }) };
    expect(owedFeedbackDay(input, calendarCN)).toBe(owed);
  });

  function nextOn(today: string) {
    return nextFeedbackDay({ ...base(), ...days({ ...monthly, today }) }, calendarCN);
  }
  function base(): LightInput {
    return { state: 'inProgress', feedback: 'month', today: day('2026-03-02') };
  }
  function days(input: object): Partial<LightInput> {
    return input as Partial<LightInput>;
  }
});

describe('a slip', () => {
  const late: Light = { state: 'overdue', days: 2, why: '期限3月2日，已超2个工作日' };
  const fine: Light = { state: 'normal', days: 9, why: '期限3月20日，还有9个工作日' };
  const due = (input: Partial<SlipInput>) =>
    slipDue({
      state: 'inProgress',
      urgency: 'normal',
      light: late,
      isSentBackSince: false,
      ...input,
    });

  it.each([
    [{}, 'blue', '期限3月2日，已超2个工作日，应发蓝色督办单'],
    [{ urgency: 'urgent' }, 'orange', '期限3月2日，已超2个工作日，属急件，应发橙色督办单'],
    [{ urgency: 'special' }, 'red', '期限3月2日，已超2个工作日，属特事特办，应发红色督办单'],
    [{ last: 'blue' }, 'orange', '蓝色督办单发出后，期限3月2日，已超2个工作日，应发橙色督办单'],
    [{ last: 'orange' }, 'red', '橙色督办单发出后，期限3月2日，已超2个工作日，应发红色督办单'],
    [
      { light: fine, isSentBackSince: true },
      'blue',
      '办理质量不符合要求，已退回重办，应发蓝色督办单',
    ],
  ] satisfies [Partial<SlipInput>, string, string][])('%j is %s', (input, colour, why) => {
    expect(due(input)).toEqual({ colour, why });
  });

  it.each([
    [{ light: fine }],
    [{ last: 'red' }],
    [{ last: 'blue', light: fine }],
    [{ state: 'reported' }],
    [{ state: 'closedOut' }],
    [{ state: 'extensionRequested' }],
  ] satisfies [Partial<SlipInput>][])('%j is none', (input) => {
    expect(due(input)).toBeUndefined();
  });
});

describe('work that comes back', () => {
  const monthly = { every: 'month', startsOn: day('2026-01-10'), dueAfterDays: 9 } as const;

  it('has every period from its first to today’s, and none after its end', () => {
    expect(periodsBegun(monthly, day('2026-03-01'))).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(periodsBegun(monthly, day('2026-01-09'))).toEqual([]);
    expect(periodsBegun({ ...monthly, endsOn: day('2026-02-20') }, day('2026-07-01'))).toEqual([
      '2026-01',
      '2026-02',
    ]);
    const quarterly = { ...monthly, every: 'quarter', startsOn: day('2025-11-01') } as const;
    expect(periodsBegun(quarterly, day('2026-04-01'))).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    const halves = { ...monthly, every: 'halfYear' } as const;
    expect(periodsBegun(halves, day('2026-12-31'))).toEqual(['2026-H1', '2026-H2']);
    expect(periodsBegun({ ...monthly, every: 'year' }, day('2027-01-01'))).toEqual([
      '2026',
      '2027',
    ]);
  });

  it('is due on a workday', () => {
    expect(dueIn('2026-01', monthly, calendarCN)).toBe('2026-01-12'); // the 10th is a Saturday
    expect(dueIn('2026-10', { ...monthly, dueAfterDays: 4 }, calendarCN)).toBe('2026-10-08');
    expect(dueIn('2026-02', { ...monthly, dueAfterDays: 14 }, calendarCN)).toBe('2026-02-24');
    expect(dueIn('2027-01', monthly, calendarCN)).toBe('2027-01-10'); // no calendar yet
  });
});
