/** The tables that towns make, each a little different: what a clerk would look at first. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, readScheme, type Scheme } from '@oneneedle/kernel';
import { Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { importScheme, type SchemeDraft, schemeDocument } from '../src/scheme/index.ts';
import { type SampleCell, sampleFile, wordOf } from './import-samples.ts';

const root = join(import.meta.dirname, '../..');
const sample = join(root, 'docs/guides/sample/rules.docx');

type Cell = string | SampleCell;

const line = (text: string) => new Paragraph(text);

const table = (rows: readonly (readonly Cell[])[]) =>
  new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cellOf) })) });

function cellOf(cell: Cell): TableCell {
  const { text, rows, columns } = typeof cell === 'string' ? { text: cell } : cell;
  return new TableCell({
    children: text.split('\n').map(line),
    ...(rows === undefined ? {} : { rowSpan: rows }),
    ...(columns === undefined ? {} : { columnSpan: columns }),
  });
}

const tall = (text: string, rows = 2): SampleCell => ({ text, rows });

const draftOfWord = async (children: readonly (Paragraph | Table)[]) =>
  importScheme(sampleFile('细则.docx', await wordOf(children)));

async function draftOfSheet(rows: readonly (readonly (string | number)[])[]): Promise<SchemeDraft> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('细则').addRows(rows.map((row) => [...row]));
  return importScheme(sampleFile('细则.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())));
}

function schemeOf(draft: SchemeDraft): Scheme {
  const { value, findings } = readScheme(draft.scheme);
  expect(findings).toEqual([]);
  return value as Scheme;
}

/** Code, name and points of indicators, code and rule of clauses, one a line. */
function outline(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ code, name, full, cap, floor, children = [], clauses = [] }) => [
    [code, name, full, cap && `最多加${cap}`, floor && `最多扣${floor}`].filter(Boolean).join(' '),
    ...clauses.map((clause) => `${clause.code} ${Object.keys(clause.rule)[0]}`),
    ...outline(children),
  ]);
}

const outlineOf = (draft: SchemeDraft) => outline(schemeOf(draft).tree);

const said = (draft: SchemeDraft) =>
  draft.remarks.map(({ place, sentence }) => `${place}|${sentence}`);

const sampleOutline = [
  '1 人居环境 40',
  '1.1 count',
  '1.2 count',
  '1.3 range',
  '2 便民服务 30',
  '2.1 count',
  '2.2 count',
  '3 安全应急 30',
  '3.1 count',
  '3.2 count',
  '4 加分 最多加5',
  '4.1 count',
  '4.2 pending',
];

describe('several merged contents of one indicator', () => {
  it('all reach its note, in order', async () => {
    const draft = await draftOfWord([
      table([
        ['一级指标', '考核内容', '评分标准', '分值'],
        [tall('环境', 4), tall('村庄保洁。'), '有垃圾的，每处扣1分。', tall('10', 4)],
        ['有污水的，每处扣1分。'],
        [tall('河道管护'), '有漂浮物的，每处扣1分。'],
        ['违规捕鱼的，每次扣1分。'],
      ]),
    ]);
    const [node] = schemeOf(draft).tree;
    expect(node?.note).toBe('村庄保洁。河道管护');
    expect(node?.clauses).toHaveLength(4);
  });
});

describe('the table that the guide starts from', () => {
  it('becomes its indicators with their points and its clauses under the printed numbers', async () => {
    const draft = await importScheme(sample);
    expect(outlineOf(draft)).toEqual(sampleOutline);
    expect(said(draft)).toEqual(['第 1 个表第 10 行|第 4.2 条待定：没有写扣几分、加几分。']);
    expect(draft.scheme).toContain('rule: { count: { delta: -0.5, of: 人次 } }');
    expect(draft.kinds).toContain('人次: { type: number, unit: 人次, required: true }');
  });

  it('is the same in Excel where nobody merged the cells, and what was assumed is said', async () => {
    const draft = await draftOfSheet([
      ['考核指标', '分值', '评分标准'],
      ['人居环境', 40, '1. 垃圾积存的，每处扣0.5分。'],
      ['', '', '2. 焚烧秸秆的，每起扣1分。'],
      ['加分', '最高5分', '1. 建成小广场的，每个加1分。'],
      ['', '', '2. 工作有创新的，适当加分。'],
    ]);
    expect(outlineOf(draft)).toEqual([
      '1 人居环境 40',
      '1.1 count',
      '1.2 count',
      '2 加分 最多加5',
      '2.1 count',
      '2.2 pending',
    ]);
    expect(said(draft).slice(0, 2)).toEqual([
      '工作表“细则”第 2 行|分值只写在第一行，当作“人居环境”整项的分，请核对。',
      '工作表“细则”第 3 行|指标一栏是空的，当作与上一行同一个指标（以下同）；不是的，请在表里补上指标名称，再导入。',
    ]);
  });
});

describe('the column of points', () => {
  const rowWith = (name: string, points: string) =>
    draftOfWord([
      table([
        ['项目', '标准分', '计分办法'],
        ['环境', '10', '有垃圾的，每处扣1分。'],
        [name, points, '由镇里另行加减分。'],
      ]),
    ]);

  it.each(['最高5分', '不超过5分', '封顶5分', '5分封顶', '最高加5分', '（最多5分）'])(
    'says with %s how much a bonus may be',
    async (points) => {
      expect(outlineOf(await rowWith('加分项', points))[2]).toBe('2 加分项 最多加5');
    },
  );

  it('may say the way itself: 最多扣6分', async () => {
    expect(outlineOf(await rowWith('交办事项', '最多扣6分'))[2]).toBe('2 交办事项 最多扣-6');
  });

  it('may be two bounds in the name', async () => {
    const draft = await rowWith('评议（最多扣40分）（最多加20分）', '—');
    expect(outlineOf(draft)[2]).toBe('2 评议 最多加20 最多扣-40');
  });

  it.each(['±5', '5或8', '另行加分'])(
    'with %s is remarked and nothing is written',
    async (points) => {
      const draft = await rowWith('加分项', points);
      expect(outlineOf(draft)[2]).toBe('2 加分项');
      expect(said(draft)[0]).toContain(`分值一栏写的是“${points}”，不是一个分数`);
    },
  );
});

describe('levels', () => {
  it('are named by what the row says where no column is a level', async () => {
    const draft = await draftOfWord([
      table([
        ['序号', '评分标准', '分值'],
        ['1', '道路有垃圾的，每处扣1分。', '20'],
        ['2', '创新工作由镇里评定。', '5'],
      ]),
    ]);
    expect(outlineOf(draft)).toEqual([
      '1 道路有垃圾 20',
      '1-1 count',
      '2 创新工作由镇里评定 5',
      '2-1 pending',
    ]);
  });

  it('are two where both columns carry points by their merges', async () => {
    const draft = await draftOfWord([
      table([
        ['考核项目', '考核指标', '分值', '评分标准'],
        [tall('环境', 3), tall('道路'), tall('20'), '①有垃圾的，每处扣1分。'],
        ['②有杂物的，每处扣1分。'],
        ['河道', '10', '有漂浮物的，每处扣1分。'],
        [{ text: '合计', columns: 2 }, '30', ''],
      ]),
    ]);
    expect(outlineOf(draft)).toEqual([
      '1 环境',
      '1.1 道路 20',
      '1.1.1 count',
      '1.1.2 count',
      '1.2 河道 10',
      '1.2-1 count',
    ]);
    expect(said(draft)).toEqual([]);
  });

  it('differ by group under a head of two rows', async () => {
    const draft = await draftOfWord([
      line('演示数据'),
      line('青禾镇村级考核办法'),
      table([
        [tall('指标'), { text: '满分（分）', columns: 2 }, tall('评分标准')],
        ['平原村', '山区村'],
        ['环境（扣完为止）', '60', '—', '有垃圾的，每处扣1分。'],
        ['防火', '40', '100', '违规用火的，每起扣1分。'],
      ]),
    ]);
    const scheme = schemeOf(draft);
    expect(scheme.name).toBe('青禾镇村级考核办法');
    expect(scheme.groups).toEqual([
      { code: 'g1', name: '平原村' },
      { code: 'g2', name: '山区村' },
    ]);
    expect(
      scheme.tree.map(({ name, full, byGroup, applies }) => [name, full, byGroup, applies]),
    ).toEqual([
      ['环境', '60', undefined, { groups: ['g1'] }],
      ['防火', '40', { g2: { full: '100' } }, undefined],
    ]);
  });
});

describe('what an official text holds besides its rules', () => {
  it('is no indicator: a table of sums, and sections about ranks and results', async () => {
    const draft = await draftOfWord([
      line('青禾镇村级考核办法'),
      line('一、考核内容'),
      line('1.考核内容和分值见下表。'),
      table([
        ['编号', '指标', '满分', '说明'],
        ['1', '环境', '10', '扣完为止'],
        ['2', '加分', '—', '最多加5分'],
      ]),
      line('二、排名和等次'),
      line('1.得分相同的名次相同；得分不低于95分的为优秀。'),
      line('附件1'),
      table([
        ['指标', '满分', '评分标准'],
        ['环境', '10', '有垃圾的，每处扣1分。'],
      ]),
    ]);
    expect(outlineOf(draft)).toEqual(['1 环境 10', '1-1 count']);
    expect(said(draft).join('\n')).toContain(
      '第 1 个表|这个表只列指标和分值，没有评分标准，看作总表',
    );
    expect(said(draft).join('\n')).toContain('“排名和等次”这一节没有写扣几分、加几分');
  });

  it('does not hide the codes of a scheme that was put into an official text', async () => {
    const text = readFileSync(join(root, 'schemes/village-daily/scheme.yaml'), 'utf8');
    const scheme = readScheme(text).value as Scheme;
    const bytes = await schemeDocument(scheme);
    const draft = await importScheme(sampleFile('办法.docx', bytes));
    const codes = (nodes: readonly Node[]): string[] =>
      nodes.flatMap(({ code, name, full, children = [] }) => [
        `${code} ${name} ${full ?? ''}`,
        ...codes(children),
      ]);
    expect(codes(schemeOf(draft).tree)).toEqual(codes(scheme.tree));
    expect(schemeOf(draft).name).toBe(scheme.name);
  });
});

describe('a person who is named beside the amount', () => {
  it('is not taken for everybody', async () => {
    const draft = await draftOfWord([
      table([
        ['项目', '分值', '评分标准'],
        ['会议', '10', '无故缺席的，主职每次扣5分，其他成员减半。'],
      ]),
    ]);
    expect(draft.counts).toEqual({ clauses: 2, recognised: 0, pending: 2 });
  });
});
