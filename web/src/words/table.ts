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
    sheetHint:
      '方向键移动，直接打字改写，回车下移，Tab 右移，到行末离开表格，Ctrl+Z 撤销，可从 Excel 粘贴一块。',
    nothingTyped: '没有未存的改动。',
    typed: (n: number) => `改了 ${grouped(n)} 格，还没有存；关掉浏览器也不会丢。`,
    faulty: (n: number) => `其中 ${grouped(n)} 格有误，改好才能存。`,
    overtaken: (n: number) => `其中 ${grouped(n)} 格别人已经存了新的数，存上会盖掉它，请先核对。`,
    savedBefore: (value: string) => (value === '' ? '原来是空的' : `原来是 ${value}`),
    undo: '撤销',
    redo: '恢复',
    discard: '放弃改动',
    fixedCell: '这一列不能改。',
    notNumber: '这里要填数，如 2 或 -1.5，不带单位和别的字。',
    tooManyDecimals: (most: number) =>
      most === 0 ? '这里要填整数。' : `小数太长，最多 ${most} 位。`,
    notDate: '这里要填日期，如 3-6、3月6日或 2026-03-06。',
    notChoice: (choices: readonly string[]) => `这里只能填：${choices.join('、')}。`,
    pasteTitle: '粘贴前先看改动',
    pasteRow: '行',
    pasteColumn: '列',
    pasteFrom: '原来',
    pasteTo: '改为',
    pasteNote: '不能改的原因',
    pasteWhat: '怎样',
    pasteIsFilled: '新填',
    pasteIsChanged: '改',
    pasteIsEmptied: '清空',
    pasteIsRefused: '不能改',
    pasteNothing: '没有可以改的格。',
    pasteFilled: (n: number) => `新填 ${grouped(n)} 格。`,
    pasteChanged: (n: number) => `将改 ${grouped(n)} 格。`,
    pasteEmptied: (n: number) => `清空 ${grouped(n)} 格。`,
    pasteSame: (n: number) => `${grouped(n)} 格与原来相同。`,
    pasteRefused: (n: number) => `${grouped(n)} 格不能改，保持原样。`,
    pasteOutside: (n: number) => `${grouped(n)} 格超出本表，不粘贴。`,
    pasteByName: '已按第一列的名称对到各行，次序不同也不会错行。',
    pasteUnknown: (names: readonly string[]) =>
      `本表没有这些名称，所在行不粘贴：${names.join('、')}。请核对名称后再粘贴。`,
    pasteAccept: (n: number) => `粘贴 ${grouped(n)} 格`,
    pasteCancel: '不粘贴',
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
    sheetHint:
      'Arrow keys move, typing replaces, Enter goes down, Tab goes right and leaves at the end of a row, Ctrl+Z undoes; a block can be pasted from Excel.',
    nothingTyped: 'Nothing is unsaved.',
    typed: (n) =>
      `${counted(n, 'cell is', 'cells are')} changed and not saved; closing the browser loses nothing.`,
    faulty: (n) => ` ${counted(n, 'cell', 'cells')} must be mended before saving.`,
    overtaken: (n) =>
      ` ${counted(n, 'cell', 'cells')} were saved by someone else meanwhile; check before you save over them.`,
    savedBefore: (value) => (value === '' ? 'was empty' : `was ${value}`),
    undo: 'Undo',
    redo: 'Redo',
    discard: 'Drop the changes',
    fixedCell: 'This column cannot be changed.',
    notNumber: 'A number is needed here, such as 2 or -1.5, without a unit or other text.',
    tooManyDecimals: (most) =>
      most === 0
        ? 'A whole number is needed here.'
        : `Too many decimals; at most ${most} may stand here.`,
    notDate: 'A date is needed here, such as 3-6 or 2026-03-06.',
    notChoice: (choices) => `Only these may stand here: ${choices.join(', ')}.`,
    pasteTitle: 'See the changes before pasting',
    pasteRow: 'Row',
    pasteColumn: 'Column',
    pasteFrom: 'Now',
    pasteTo: 'Will be',
    pasteNote: 'Why it cannot change',
    pasteWhat: 'What',
    pasteIsFilled: 'new',
    pasteIsChanged: 'changed',
    pasteIsEmptied: 'emptied',
    pasteIsRefused: 'refused',
    pasteNothing: 'No cell can be changed.',
    pasteFilled: (n) => ` ${counted(n, 'empty cell', 'empty cells')} will be filled.`,
    pasteChanged: (n) => ` ${counted(n, 'cell', 'cells')} will change.`,
    pasteEmptied: (n) => ` ${counted(n, 'cell', 'cells')} will be emptied.`,
    pasteSame: (n) => ` ${counted(n, 'cell', 'cells')} say the same already.`,
    pasteRefused: (n) => ` ${counted(n, 'cell', 'cells')} cannot change and stay as they are.`,
    pasteOutside: (n) =>
      ` ${counted(n, 'cell lies', 'cells lie')} beyond the table and will be left.`,
    pasteByName:
      'Rows were found by the names in the first column, so another order in Excel does no harm.',
    pasteUnknown: (names) =>
      `These names are not in the table, and their rows are left: ${names.join(', ')}. Check them and paste again.`,
    pasteAccept: (n) => `Paste ${counted(n, 'cell', 'cells')}`,
    pasteCancel: 'Do not paste',
  },
);
