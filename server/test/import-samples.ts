/** A township's rules as an invented Word table, as towns write them, and its twin in Excel. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';

/** A row of the table: cells from left to right, each with how far it reaches. */
export interface SampleCell {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
}

export const title = '青禾镇村级季度考核评分细则';

/** Two rows of head: 考核指标 stands over two columns. */
export const head: readonly SampleCell[][] = [
  [
    { text: '序号', rows: 2 },
    { text: '考核指标', columns: 2 },
    { text: '评分标准', rows: 2 },
    { text: '分值', rows: 2 },
    { text: '责任单位', rows: 2 },
    { text: '备注', rows: 2 },
  ],
  [{ text: '一级指标' }, { text: '二级指标' }],
];

/** The rows on the first page; the first level covers them all. */
export const firstPage: readonly SampleCell[][] = [
  [
    { text: '1' },
    { text: '人居环境（30分）', rows: 3 },
    { text: '垃圾清运' },
    { text: '路边沟渠有垃圾积存的，每处扣0.5分；清运桶破损未更换的，每个扣0.2分，扣完为止。' },
    { text: '15' },
    { text: '村镇建设办' },
    { text: '' },
  ],
  [
    { text: '2' },
    { text: '污水治理' },
    { text: '污水管网堵塞未及时报修的，每次扣１分，经催办后仍未报修的加倍扣分。' },
    { text: '10' },
    { text: '村镇建设办' },
    { text: '' },
  ],
  [
    { text: '3' },
    { text: '庭院美化' },
    { text: '庭院评比流于形式的，酌情扣0.5－2分。' },
    { text: '5' },
    { text: '妇联' },
    { text: '以现场查看为准' },
  ],
];

/** The rows behind the head that is printed again on the second page. */
export const secondPage: readonly SampleCell[][] = [
  [
    { text: '4' },
    { text: '民生服务（20分）', rows: 2 },
    { text: '医保参保' },
    { text: '参保率未达到98%的，每下降1%扣0.5分。' },
    { text: '10' },
    { text: '便民服务中心', rows: 2 },
    { text: '' },
  ],
  [
    { text: '5' },
    { text: '为老服务' },
    { text: '助餐点全年开展敬老活动4次以上，每少一次扣1分。' },
    { text: '10' },
    { text: '' },
  ],
];

/** Headings and numbered lines behind the tables; the numbers are automatic in Word. */
export const bonusHeading = '二、加分项（10分）';
export const bonusLines = [
  '经验做法获县、市、省级推广的，分别加1、2、4分。',
  '举办村级文体活动的，每场加0.5分，最高加2分。',
  '其他突出贡献，由考核办商定。',
];
export const vetoHeading = '三、否决项';
export const vetoLines = ['发生重大安全责任事故的，实行一票否决。'];

/** Writes a file into a new folder and gives its path. */
export function sampleFile(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'import-')), name);
  writeFileSync(path, bytes);
  return path;
}

/** The rules as a Word file: two tables, automatic numbers, a note, a change, a text box. */
export async function wordSample(): Promise<Uint8Array> {
  const table = (rows: readonly SampleCell[][]) => new Table({ rows: rows.map(rowOf) });
  const list = (level: number) => ({ numbering: { reference: 'list', level } });
  const document = new Document({
    numbering: { config: [{ reference: 'list', levels: listLevels }] },
    footnotes: { 1: { children: [new Paragraph('脚注里的话')] } },
    sections: [
      {
        children: [
          new Paragraph(title),
          new Paragraph('本细则总分100分。'),
          new Paragraph({
            children: [
              new TextRun('评分以季度为单位。'),
              new FootnoteReferenceRun(1),
              new TextRun({ text: '这句看不见', vanish: true }),
              new InsertedTextRun({
                text: '修订后加的字。',
                id: 1,
                author: '甲',
                date: '2026-01-01T00:00:00Z',
              }),
              new DeletedTextRun({
                text: '删去的字',
                id: 2,
                author: '甲',
                date: '2026-01-01T00:00:00Z',
              }),
            ],
          }),
          table([...head, ...firstPage]),
          new Paragraph(''),
          table([...head, ...secondPage]),
          new Textbox({ children: [new Paragraph('文本框里的提醒')] }),
          ...[bonusHeading, vetoHeading].flatMap((heading, at) => [
            new Paragraph(heading),
            ...(at === 0 ? bonusLines : vetoLines).map(
              (line) => new Paragraph({ text: line, ...list(at) }),
            ),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const listLevels = [0, 1].map((level) => ({
  level,
  format: LevelFormat.DECIMAL,
  text: `%${level + 1}.`,
  alignment: AlignmentType.START,
}));

function rowOf(cells: readonly SampleCell[]): TableRow {
  return new TableRow({
    children: cells.map(
      ({ text, rows = 1, columns = 1 }) =>
        new TableCell({
          children: text.split('\n').map((line) => new Paragraph(line)),
          rowSpan: rows,
          columnSpan: columns,
        }),
    ),
  });
}

/** A Word file with the given blocks, for one question at a time. */
export async function wordOf(children: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  const config = [{ reference: 'list', levels: listLevels }];
  const chinese = {
    reference: 'chapters',
    levels: [
      {
        level: 0,
        format: LevelFormat.CHINESE_COUNTING,
        text: '%1、',
        alignment: AlignmentType.START,
      },
    ],
  };
  const document = new Document({
    numbering: { config: [...config, chinese] },
    sections: [{ children: [...children] }],
  });
  return Packer.toBuffer(document);
}

/** The same table as one sheet, with the bonus lines as rows. */
export async function excelSample(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('细则');
  sheet.mergeCells(1, 1, 1, 7);
  sheet.getCell(1, 1).value = title;
  const rows = [...head, ...firstPage, ...secondPage];
  const taken = new Set<string>();
  rows.forEach((cells, index) => {
    const row = index + 2;
    let column = 1;
    for (const { text, rows: down = 1, columns: right = 1 } of cells) {
      while (taken.has(`${row},${column}`)) column += 1;
      for (let r = row; r < row + down; r += 1) {
        for (let c = column; c < column + right; c += 1) taken.add(`${r},${c}`);
      }
      if (down > 1 || right > 1) sheet.mergeCells(row, column, row + down - 1, column + right - 1);
      sheet.getCell(row, column).value = /^\d+$/.test(text) ? Number(text) : text;
      column += right;
    }
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
