/**
 * Makes `docs/guides/sample/rules.docx`, the Word file that the guide starts from: a table as towns
 * write them, with merged cells and one sentence that no machine should decide. All of it is
 * invented. Run it by hand after a change here: `node server/scripts/sample-rules.ts`.
 */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { fixedZip } from '../src/platform/index.ts';

interface Indicator {
  readonly name: string;
  readonly full: string;
  readonly owner: string;
  readonly clauses: readonly { readonly text: string; readonly source: string }[];
}

const indicators: readonly Indicator[] = [
  {
    name: '人居环境',
    full: '40',
    owner: '城建办',
    clauses: [
      { text: '明查暗访发现垃圾积存的，每处扣0.5分。', source: '巡查记录' },
      { text: '露天焚烧秸秆、垃圾的，每起扣1分。', source: '巡查记录' },
      { text: '公厕管护不到位的，酌情扣0.5－2分。', source: '现场查看' },
    ],
  },
  {
    name: '便民服务',
    full: '30',
    owner: '便民服务中心',
    clauses: [
      { text: '开放时间无故关门的，每次扣1分。', source: '走访记录' },
      { text: '群众反映事项未按期答复的，每件扣0.5分。', source: '办理记录' },
    ],
  },
  {
    name: '安全应急',
    full: '30',
    owner: '应急办',
    clauses: [
      { text: '安全隐患未按期整改的，每处扣1分。', source: '复查记录' },
      { text: '应急值守脱岗的，每人次扣0.5分。', source: '值守抽查' },
    ],
  },
  {
    name: '加分',
    full: '最高5分',
    owner: '党政办',
    clauses: [
      { text: '新建成村民小广场并投入使用的，每个加1分。', source: '验收单' },
      { text: '工作有创新、效果好的，适当加分。', source: '推广文件' },
    ],
  },
];

const widths = [1400, 1000, 4600, 1400, 1400];

function cell(text: string, column: number, rowSpan = 1, isHead = false): TableCell {
  const font = { ascii: '宋体', eastAsia: '宋体', hAnsi: '宋体' };
  const run = new TextRun({ text, font, size: 24, bold: isHead });
  const alignment = column === 2 && !isHead ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    rowSpan,
    width: { size: widths[column] ?? 0, type: WidthType.DXA },
    verticalAlign: 'center',
    children: [new Paragraph({ children: [run], alignment })],
  });
}

const head = ['考核指标', '分值', '评分标准', '责任单位', '数据来源'];
const rows = indicators.flatMap(({ name, full, owner, clauses }) =>
  clauses.map(({ text, source }, index) => {
    const first = index === 0;
    return new TableRow({
      children: [
        ...(first ? [cell(name, 0, clauses.length), cell(full, 1, clauses.length)] : []),
        cell(`${index + 1}. ${text}`, 2),
        ...(first ? [cell(owner, 3, clauses.length)] : []),
        cell(source, 4),
      ],
    });
  }),
);
const title = new Paragraph({
  alignment: AlignmentType.CENTER,
  spacing: { after: 240 },
  children: [
    new TextRun({
      text: '青禾镇村服务环境考核细则',
      font: { ascii: '黑体', eastAsia: '黑体', hAnsi: '黑体' },
      size: 36,
    }),
  ],
});
const table = new Table({
  columnWidths: widths,
  rows: [
    new TableRow({
      tableHeader: true,
      children: head.map((text, column) => cell(text, column, 1, true)),
    }),
    ...rows,
  ],
});
const made = new Document({ creator: '', sections: [{ children: [title, table] }] });
const target = fileURLToPath(new URL('../../docs/guides/sample/rules.docx', import.meta.url));
writeFileSync(target, await fixedZip(await Packer.toBuffer(made)));
process.stdout.write(`${target}\n`);
