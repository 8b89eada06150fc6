import { addDays, type IsoDate, isoDate } from './dates.ts';
import type { Calendar, CalendarYear } from './workdays.ts';

/**
 * The national holidays of 2024, 2025 and 2026, each year after the notice of the State Council's
 * General Office that its `source` names. A year is added when its notice is published, never before.
 * @source 《全国年节及纪念日放假办法》
 */
export const calendarCN: Calendar = {
  years: {
    2024: yearOfNotice({
      source:
        '国务院办公厅关于2024年部分节假日安排的通知 https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
      off: [
        '2024-01-01', // 元旦
        '2024-02-10/2024-02-17', // 春节
        '2024-04-04/2024-04-06', // 清明节
        '2024-05-01/2024-05-05', // 劳动节
        '2024-06-10', // 端午节
        '2024-09-15/2024-09-17', // 中秋节
        '2024-10-01/2024-10-07', // 国庆节
      ],
      on: [
        '2024-02-04',
        '2024-02-18',
        '2024-04-07',
        '2024-04-28',
        '2024-05-11',
        '2024-09-14',
        '2024-09-29',
        '2024-10-12',
      ],
    }),
    2025: yearOfNotice({
      source:
        '国务院办公厅关于2025年部分节假日安排的通知 https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
      off: [
        '2025-01-01', // 元旦
        '2025-01-28/2025-02-04', // 春节
        '2025-04-04/2025-04-06', // 清明节
        '2025-05-01/2025-05-05', // 劳动节
        '2025-05-31/2025-06-02', // 端午节
        '2025-10-01/2025-10-08', // 国庆节、中秋节
      ],
      on: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    }),
    2026: yearOfNotice({
      source:
        '国务院办公厅关于2026年部分节假日安排的通知 https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
      off: [
        '2026-01-01/2026-01-03', // 元旦
        '2026-02-15/2026-02-23', // 春节
        '2026-04-04/2026-04-06', // 清明节
        '2026-05-01/2026-05-05', // 劳动节
        '2026-06-19/2026-06-21', // 端午节
        '2026-09-25/2026-09-27', // 中秋节
        '2026-10-01/2026-10-07', // 国庆节
      ],
      on: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    }),
  },
};

/** Spells out the spans `first/last`, both days included; a lone date is a span of one day. */
function yearOfNotice(notice: { source: string; off: string[]; on: string[] }): CalendarYear {
  return { source: notice.source, off: notice.off.flatMap(span), on: notice.on.map(isoDate) };
}

function span(text: string): IsoDate[] {
  const [first = '', last = first] = text.split('/');
  const dates: IsoDate[] = [];
  for (let date = isoDate(first); date <= isoDate(last); date = addDays(date, 1)) dates.push(date);
  return dates;
}
