/** Words of every form that takes a table file: what was read, what is wrong, what will change. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const importWords = catalogue(
  {
    file: 'Excel 或 CSV 文件',
    fileHint: '.xlsx、.xlsm 或 .csv；旧的 .xls、.et 请先另存为 .xlsx。',
    reading: '正在看文件…',
    read: (good: number, bad: number) =>
      bad === 0
        ? `读到 ${grouped(good)} 行，都没有问题。`
        : `读到 ${grouped(good + bad)} 行，其中 ${grouped(bad)} 行有问题。`,
    take: (n: number) => `导入 ${grouped(n)} 行`,
    takeNone: '导入',
    goodOnly: (bad: number) => `只导入没有问题的行，${grouped(bad)} 行有问题的先放着`,
    wrong: '有问题的',
    sheet: '表',
    row: '行',
    column: '列',
    sentence: '问题',
    marked: '下载标好问题的文件',
    changes: '将要改的',
    what: '哪一个',
    change: '改什么',
    isNew: '新增',
    isSet: (title: string, after: string) => `${title} ${after}`,
    isChanged: (title: string, before: string, after: string) => `${title} ${before} → ${after}`,
    semicolon: '；',
    nothing: '文件里没有要改的。',
    more: (n: number) => `还有 ${grouped(n)} 行没有列出`,
  },
  {
    file: 'Excel or CSV file',
    fileHint: '.xlsx, .xlsm or .csv; save an old .xls or .et as .xlsx first.',
    reading: 'The file is being read…',
    read: (good, bad) =>
      bad === 0
        ? `${counted(good, 'row', 'rows')} read, all sound.`
        : `${counted(good + bad, 'row', 'rows')} read, ${grouped(bad)} of them wrong.`,
    take: (n) => `Import ${counted(n, 'row', 'rows')}`,
    takeNone: 'Import',
    goodOnly: (bad) => `Only the sound rows; ${counted(bad, 'row waits', 'rows wait')}`,
    wrong: 'What is wrong',
    sheet: 'Sheet',
    row: 'Row',
    column: 'Column',
    sentence: 'Why',
    marked: 'Download the marked file',
    changes: 'What will change',
    what: 'Which',
    change: 'Change',
    isNew: 'new',
    isSet: (title, after) => `${title} ${after}`,
    isChanged: (title, before, after) => `${title} ${before} → ${after}`,
    semicolon: '; ',
    nothing: 'The file changes nothing.',
    more: (n) => `${counted(n, 'more row is', 'more rows are')} not listed`,
  },
);
