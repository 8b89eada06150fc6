/** Words of tables and sheets. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const tableWords = catalogue(
  {
    search: '在表内查找',
    all: (column: string) => `${column}：全部`,
    columns: '显示哪些列',
    clear: '取消筛选',
    copyAll: '复制全表',
    copied: (rows: number, columns: number) =>
      `已复制 ${grouped(rows)} 行 × ${columns} 列，可以贴进 Excel 或 WPS。`,
    rows: (n: number) => `共 ${grouped(n)} 行`,
    rowsOf: (shown: number, all: number) => `${grouped(all)} 行中筛出 ${grouped(shown)} 行`,
    chosen: (cells: number, figures: number, sum: string) =>
      figures === 0
        ? `选中 ${grouped(cells)} 格`
        : `选中 ${grouped(cells)} 格，${grouped(figures)} 格是数，合计 ${sum}`,
    total: '合计',
    sortBy: (column: string) => `按${column}排序`,
    noMatch: '没有符合筛选条件的行。',
    noMatchWhy: '换一个短一些的词，或者取消筛选。',
  },
  {
    search: 'Find in the table',
    all: (column) => `${column}: all`,
    columns: 'Columns shown',
    clear: 'Clear the filters',
    copyAll: 'Copy the table',
    copied: (rows, columns) =>
      `Copied ${counted(rows, 'row', 'rows')} × ${counted(columns, 'column', 'columns')}; paste into Excel or WPS.`,
    rows: (n) => counted(n, 'row', 'rows'),
    rowsOf: (shown, all) => `${grouped(shown)} of ${counted(all, 'row', 'rows')} shown`,
    chosen: (cells, figures, sum) =>
      figures === 0
        ? `${counted(cells, 'cell', 'cells')} chosen`
        : `${counted(cells, 'cell', 'cells')} chosen, ${counted(figures, 'figure', 'figures')}, sum ${sum}`,
    total: 'Total',
    sortBy: (column) => `Sort by ${column}`,
    noMatch: 'No row fits the filters.',
    noMatchWhy: 'Try a shorter word, or clear the filters.',
  },
);
