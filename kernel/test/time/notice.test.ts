import { describe, expect, it } from 'vitest';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import type { IsoDate } from '../../src/time/dates.ts';
import { readHolidayNotice, withYears } from '../../src/time/notice.ts';
import { CalendarYearMissing, isWorkday } from '../../src/time/workdays.ts';

/** The days of 2026 told in the fixed form of a notice, in our own wording. */
const notice2026 = `
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天，5月9日（周六）上班。
五、端午节：6月19日（周五）至6月21日（周日）放假，共3天；
六、中秋节：9月25日（星期五）至27日（星期日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各单位要妥善安排好值班。`;

describe('a holiday notice', () => {
  it('is read into the days that the program has of the same year', () => {
    const { off, on, remarks } = readHolidayNotice(2026, notice2026);
    const known = calendarCN.years['2026'];
    expect(remarks).toEqual([]);
    expect(off).toEqual([...(known?.off ?? [])].sort());
    expect(on).toEqual([...(known?.on ?? [])].sort());
  });

  it('crosses the end of a month', () => {
    const { off } = readHolidayNotice(2025, '端午节：5月31日（周六）至6月2日（周一）放假，共3天。');
    expect(off).toEqual(['2025-05-31', '2025-06-01', '2025-06-02']);
  });

  it('remarks what does not add up and does not guess', () => {
    const wrong = readHolidayNotice(
      2026,
      '元旦：1月1日（周五）至3日（周六）放假调休，共4天。1月5日（周一）、1月3日上班。2025年12月31日放假。',
    );
    expect(wrong.remarks).toEqual([
      '通知写1月1日是星期五，日历上是星期四',
      '通知写共4天，读到的是3天：“元旦：1月1日（周五）至3日（周六）放假调休，共4天”',
      '“2025年12月31日”不在2026年，没有读进来；它属于哪一年，就在哪一年登记',
      '1月3日既写放假又写上班，请核对',
      '1月5日本来就是工作日（星期一），不用写上班，请核对',
    ]);
  });

  it('refuses days that are not there, stretches backwards, and a text without days', () => {
    expect(readHolidayNotice(2026, '2月30日放假。').remarks[0]).toContain('不是2026年的日子');
    const backwards = readHolidayNotice(2026, '5月5日至1日放假。');
    expect(backwards.remarks[0]).toContain('不是顺着的日子');
    expect(backwards.off).toEqual([]);
    expect(readHolidayNotice(2026, '各村各单位：').remarks).toEqual([
      '没有读到放假的日子，请核对粘贴的是不是放假通知的正文',
    ]);
  });
});

describe('a calendar with further years', () => {
  const years = {
    2027: { source: '演示', off: ['2027-01-01' as IsoDate], on: ['2027-01-03' as IsoDate] },
    2026: { source: '改不了', off: [], on: [] },
  };

  it('knows the year that was entered, and keeps what came with the program', () => {
    expect(() => isWorkday(calendarCN, '2027-01-04' as IsoDate)).toThrow(CalendarYearMissing);
    const calendar = withYears(calendarCN, years);
    expect(isWorkday(calendar, '2027-01-01' as IsoDate)).toBe(false);
    expect(isWorkday(calendar, '2027-01-03' as IsoDate)).toBe(true);
    expect(calendar.years['2026']).toBe(calendarCN.years['2026']);
  });
});
