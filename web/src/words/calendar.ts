/** Words of the workday calendar. */

import { catalogue, counted } from './catalogue.ts';

/** "1月1日至3日、2月14日"; a stretch is written `2027-01-01/2027-01-03`. */
function stretchesZh(all: readonly string[]): string {
  const day = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  return all
    .map((stretch) => {
      const [from = '', to = from] = stretch.split('/');
      if (from === to) return day(from);
      const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
      return `${day(from)}至${isSameMonth ? `${Number(to.slice(8))}日` : day(to)}`;
    })
    .join('、');
}

/** "01-01 to 01-03, 02-14" */
function stretchesEn(all: readonly string[]): string {
  return all
    .map((stretch) => {
      const [from = '', to = from] = stretch.split('/');
      const day = (date: string) => date.replace(/^\d{4}-/, '');
      return from === to ? day(from) : `${day(from)} to ${day(to)}`;
    })
    .join(', ');
}

export const calendarWords = catalogue(
  {
    calendar: '放假调休',
    state: (missing: number) =>
      `已有到${missing - 1}年为止的放假调休安排；${missing}年的通知公布后在这里登记，工作日期限才能推算到${missing}年`,
    stateReader: (missing: number) =>
      `已有到${missing - 1}年为止的放假调休安排；${missing}年的由管理员登记`,
    years: '各年放假调休',
    year: '年度',
    source: '依据',
    off: '放假的日子',
    on: '调休上班',
    workdays: '工作日',
    from: '来历',
    builtIn: '随程序带来',
    entered: (by: string, when: string) => `${by} ${when}登记`,
    enter: (year: number) => `登记${year}年`,
    yearTitle: (year: number) => `${year}年放假调休`,
    correct: '更正',
    correctTitle: (year: number) => `更正${year}年的放假调休`,
    paste: '通知正文',
    pasteHint: '把通知里“元旦：……春节：……”这几条原样粘贴进来，下面当场读出日子。',
    pasteEmpty: '请先粘贴通知正文。',
    sourceName: '通知名称和文号',
    sourceHint: '如 国务院办公厅关于2027年部分节假日安排的通知',
    reason: '为什么改',
    reasonHint: '如 通知有更正。已经推算出来的期限不变，只影响以后推算的。',
    missing: '请填写。',
    read: '读到的日子',
    remarks: '请先核对这几处',
    agree: '我对照通知核对过了，按读到的日子登记',
    save: '登记',
    stretches: stretchesZh,
    stretchesCounted: (all: readonly string[], count: number) =>
      `${stretchesZh(all)}（${count}天）`,
    days: (count: number) => `${count}天`,
    none: '无',
  },
  {
    calendar: 'Holidays',
    state: (missing: number) =>
      `Holidays are known up to ${missing - 1}; enter those of ${missing} when their notice is out: until then no workday of ${missing} can be counted`,
    stateReader: (missing: number) =>
      `Holidays are known up to ${missing - 1}; an administrator enters those of ${missing}`,
    years: 'Holidays by year',
    year: 'Year',
    source: 'Notice',
    off: 'Days of rest',
    on: 'Weekend days worked',
    workdays: 'Workdays',
    from: 'Origin',
    builtIn: 'came with the program',
    entered: (by: string, when: string) => `entered by ${by}, ${when}`,
    enter: (year: number) => `Enter ${year}`,
    yearTitle: (year: number) => `Holidays of ${year}`,
    correct: 'Correct',
    correctTitle: (year: number) => `Correct the holidays of ${year}`,
    paste: 'Text of the notice',
    pasteHint:
      'Paste the items of the Chinese notice as they are; the days are read at once below.',
    pasteEmpty: 'Paste the text of the notice first.',
    sourceName: 'Title and number of the notice',
    sourceHint: 'As the notice calls itself',
    reason: 'Why it changes',
    reasonHint: 'Deadlines that were counted already stay; only later ones are counted anew.',
    missing: 'Please fill this in.',
    read: 'Days that were read',
    remarks: 'Look at these first',
    agree: 'I compared them with the notice: enter the days as read',
    save: 'Enter',
    stretches: stretchesEn,
    stretchesCounted: (all: readonly string[], count: number) =>
      `${stretchesEn(all)} (${counted(count, 'day', 'days')})`,
    days: (count: number) => counted(count, 'day', 'days'),
    none: 'none',
  },
);
