/** Words of a field for the day until which something is to be done. */

import { catalogue } from './catalogue.ts';

export const dueWords = catalogue(
  {
    workdays: '几个工作日',
    unit: '个工作日',
    unknown: (last: string) => `放假安排只录到${last}，以后的请直接选日期。`,
    today: '今天',
    threeDays: '三天',
    friday: '本周五',
  },
  {
    workdays: 'How many workdays',
    unit: 'workdays',
    unknown: (last) => `Holidays are known until ${last}; pick a later day yourself.`,
    today: 'Today',
    threeDays: 'Three days',
    friday: 'This Friday',
  },
);
