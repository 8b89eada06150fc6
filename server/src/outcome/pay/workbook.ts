/** A pay sheet as a workbook: the table as on the screen, then the arithmetic line by line. */

import { chineseDate, fenText, isoDate } from '@oneneedle/kernel';
import type { Column, NewSheet } from '../../platform/index.ts';
import type { PaySheet } from './views.ts';

/** Two sheets; amounts are numbers, so that the finance office can add them up itself. */
export function sheetsOf(sheet: PaySheet, town: string): NewSheet[] {
  return [tableSheet(sheet, town), arithmeticSheet(sheet)];
}

const text = (title: string): Column => ({ title, type: 'text' });
const money = (title: string): Column => ({ title, type: 'number', decimals: 2 });

function tableSheet(sheet: PaySheet, town: string): NewSheet {
  const { columns, rows, schemeName, label, no } = sheet;
  const paid = (of: PaySheet['rows'], key: string) =>
    sum(
      of.flatMap(({ lines }) => lines.filter(({ column }) => column === key)),
      'paidFen',
    );
  const total = sum(rows, 'paidFen');
  return {
    name: '发放表',
    title: [
      `${schemeName.startsWith(town) ? '' : town}${schemeName}${label}考核工资表`,
      `表号 ${no}　单位：元　依据：${sheet.authority}`,
    ],
    landscape: true,
    columns: [
      text('序号'),
      text('单位'),
      text('姓名'),
      text('职务'),
      ...columns.map(({ name }) => money(name)),
      money('本次实发'),
      money('缓发'),
    ],
    rows: [
      ...rows.map((row, index) => [
        String(index + 1),
        row.unit,
        row.name,
        row.roles,
        ...columns.map(({ key }) => amountIn(row, key)),
        yuan(row.paidFen),
        row.heldFen === 0 ? '' : yuan(row.heldFen),
      ]),
      [
        '',
        '合计',
        '',
        '',
        ...columns.map(({ key }) => yuan(paid(rows, key))),
        yuan(total),
        yuan(sum(rows, 'heldFen')),
      ],
    ],
    notes: notesOf(sheet),
  };
}

/** What this sheet pays of a column; blank where the payee has no such line. */
function amountIn({ lines }: PaySheet['rows'][number], key: string): string {
  const own = lines.filter(({ column }) => column === key);
  return own.length === 0 || own.every(({ state }) => state === 'unresolved')
    ? ''
    : yuan(sum(own, 'paidFen'));
}

function notesOf({ budget, notices, made, checked, approved, over, handedOn, paidOn }: PaySheet) {
  const day = (on: string) => chineseDate(isoDate(on));
  return [
    ...(budget
      ? [
          `预算 ${yuan(budget.totalFen)} = 以前已用 ${yuan(budget.usedFen)} + 本次 ${yuan(
            budget.totalFen - budget.usedFen - budget.leftFen,
          )} + 剩余 ${yuan(budget.leftFen)}`,
        ]
      : []),
    ...(over ? [`超过预算，经 ${over.documentNo} 同意：${over.reason}`] : []),
    ...notices,
    `造表：${made.by}　审核：${checked?.by ?? '待审核'}`,
    approved
      ? `批准：${approved.body}（${approved.documentNo}，${day(approved.on)}）`
      : '还没有批准，不能作为发放的依据',
    ...(handedOn === undefined ? [] : [`送财政：${day(handedOn)}`]),
    ...(paidOn === undefined ? [] : [`发放：${day(paidOn)}`]),
  ];
}

function arithmeticSheet({ rows, authority }: PaySheet): NewSheet {
  const head = ['序号', '单位', '姓名', '项目', '哪一期', '依据'].map(text);
  return {
    name: '计算说明',
    landscape: true,
    columns: [
      ...head,
      money('应发'),
      money('本次实发'),
      money('缓发'),
      text('怎样算的'),
      text('说明'),
    ],
    rows: rows.flatMap((row, index) =>
      row.lines.map((line) => [
        String(index + 1),
        row.unit,
        row.name,
        line.name,
        line.label,
        line.documentNo || authority,
        line.amountFen === undefined ? '' : yuan(line.amountFen),
        yuan(line.paidFen),
        yuan(line.heldFen),
        line.sentence,
        line.kind === 'difference' ? `${changeText(line)}；${line.why}` : line.why,
      ]),
    ),
  };
}

function changeText({ oldFen = 0, amountFen = 0 }: PaySheet['rows'][number]['lines'][number]) {
  return `原 ${yuan(oldFen)}，现 ${yuan(amountFen)}，差 ${yuan(amountFen - oldFen)}`;
}

function yuan(fen: number): string {
  return fenText(fen as Parameters<typeof fenText>[0]);
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
