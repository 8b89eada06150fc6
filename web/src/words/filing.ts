/** Words of the filing of the page of the field, and of the ways to that page. */

import { catalogue } from './catalogue.ts';
import { settingsWords } from './settings.ts';

const { zh, en } = settingsWords;

export const filingWords = catalogue(
  {
    field: zh.field,
    off: '手机现场页没有启用。检查照常用纸质表，回办公室录入。',
    on: (no: string, day: string, by: string) =>
      `手机现场页已启用，依据 ${no}（${day}），由${by}填写。`,
    reading: '手机现场页的设置',
    why: '给基层人员用的手机页面要先报备或取得书面意见。填上文号才启用；不装软件，不要求村里登录，不记位置和停留时间。',
    no: '报备号或书面意见文号',
    day: '文件日期',
    enable: '启用手机现场页',
    disable: '停用手机现场页',
    disableHint: '停用以后，手机上没送出的表都还在，可以存成文件带回办公室录入。',
    missing: '请填写。',
    openPage: '打开手机现场页',
    enterPaper: '录入纸质表、导入草稿文件',
  },
  {
    field: en.field,
    off: 'The page of the field is off. Inspections go on paper and are entered at the office.',
    on: (no, day, by) => `The page of the field is on by ${no} (${day}), entered by ${by}.`,
    reading: 'the setting of the page of the field',
    why: 'A page on the phones of people at the base needs a filing or a written opinion first. With its number it opens; nothing is installed, no village signs in, no place or time of stay is kept.',
    no: 'Number of the filing or opinion',
    day: 'Its day',
    enable: 'Open the page of the field',
    disable: 'Shut the page of the field',
    disableHint:
      'What was not sent stays on the phones and can be brought to the office as a file.',
    missing: 'Please fill this in.',
    openPage: 'Page of the field',
    enterPaper: 'Enter sheets from paper or a file',
  },
);
