/** What may be refused about the holidays of a year. */

import { problemKind } from '../platform/index.ts';

export const calendarKinds = {
  'calendar-built-in': problemKind<{ year: number }>({
    status: 409,
    zh: ({ year }) =>
      `${year}年的放假安排随程序带来，不能改。发现有误请记下通知原文，联系维护这套程序的人。`,
    en: ({ year }) => `The holidays of ${year} came with the program and cannot be changed.`,
  }),
  'calendar-order': problemKind<{ year: number; next: number }>({
    status: 409,
    zh: ({ year, next }) => `还没有${next}年的放假安排，不能先登记${year}年。请先登记${next}年。`,
    en: ({ year, next }) => `Enter the holidays of ${next} before those of ${year}.`,
  }),
  'calendar-reason': problemKind<{ year: number }>({
    status: 422,
    zh: ({ year }) =>
      `${year}年已经登记过，改动会影响以后推算的期限。请写明为什么改，例如通知有更正。`,
    en: ({ year }) => `The holidays of ${year} are entered already: say why they change.`,
  }),
  'calendar-day-year': problemKind<{ day: string; year: number }>({
    status: 422,
    zh: ({ day, year }) => `${day}不在${year}年。每一年的日子登记在那一年。`,
    en: ({ day, year }) => `${day} is not in ${year}.`,
  }),
  'calendar-day-both': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `${day}既是放假又是上班。请核对通知，只留一处。`,
    en: ({ day }) => `${day} is both a day of rest and a day worked.`,
  }),
  'calendar-day-plain': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `${day}本来就是星期一到星期五，不是调休上班日。请核对通知。`,
    en: ({ day }) => `${day} is a weekday anyhow, not a weekend day worked instead.`,
  }),
};
