/** Tables that are written: what comes back when they are read, how they print, the same bytes. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  csvText,
  fixedZip,
  type NewSheet,
  plainText,
  readTables,
  workbookBytes,
} from '../src/platform/index.ts';
import { ownFolder, partOf, zipped } from './tables-samples.ts';

const folder = ownFolder();

const facts: NewSheet = {
  name: '事实',
  title: ['青禾镇事实登记表', '带 * 的必填。'],
  columns: [
    { title: '编号', type: 'text', hint: '留空，由系统生成。' },
    {
      title: '单位',
      type: 'text',
      required: true,
      options: { values: ['石桥村', '柳湾村'], strict: true },
    },
    { title: '发生日期', type: 'date', required: true },
    { title: '数量', type: 'number', decimals: 1 },
    { title: '情况', type: 'text' },
  ],
  rows: [
    ['001', '石桥村', '2026-03-06', '12.5', '=1+1'],
    ['002', '柳湾村', '2026年3月', '12.55', '第一行\n第二行'],
    ['003', '', '', '约三成', ''],
  ],
  notes: ['注：一式两份。'],
  landscape: true,
};

async function reread(sheets: readonly NewSheet[]) {
  const path = join(folder, 'written.xlsx');
  writeFileSync(path, await workbookBytes(sheets));
  return (await readTables(path)).sheets;
}

/** The text of a part of a written workbook. */
async function partText(sheets: readonly NewSheet[], name: string): Promise<string> {
  const zip = await JSZip.loadAsync(await workbookBytes(sheets));
  return (await zip.file(name)?.async('string')) ?? '';
}

describe('a written workbook', () => {
  it('is read back as it was, numbers and dates as such', async () => {
    const [sheet] = await reread([facts]);
    expect(sheet?.name).toBe('事实');
    const seen = sheet?.rows.map((row) => row.map(({ kind, text }) => `${kind} ${text}`.trim()));
    expect(seen?.slice(2, 6)).toEqual([
      ['text 编号', 'text 单位', 'text 发生日期', 'text 数量', 'text 情况'],
      ['text 001', 'text 石桥村', 'date 2026-03-06', 'number 12.5', 'text =1+1'],
      ['text 002', 'text 柳湾村', 'text 2026年3月', 'number 12.55', 'text 第一行\n第二行'],
      ['text 003', 'blank', 'blank', 'text 约三成'],
    ]);
    expect(sheet?.rows[0]?.[4]).toMatchObject({ text: '青禾镇事实登记表', merged: { columns: 5 } });
    expect(sheet?.rows[6]?.[0]?.text).toBe('注：一式两份。');
  });

  it('prints on A4 as wide as the page, with the head and the page number on every page', async () => {
    const xml = await partText([facts], 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toMatch(
      /<pageSetup paperSize="9" orientation="landscape"[^>]* fitToWidth="1" fitToHeight="0"/,
    );
    expect(xml).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>');
    expect(xml).toMatch(/<pane ySplit="3" topLeftCell="A4"[^>]* state="frozen"/);
    const workbook = await partText([facts], 'xl/workbook.xml');
    expect(workbook).toMatch(/"_xlnm\.Print_Titles" localSheetId="0">&apos;事实&apos;!\$3:\$3</);
    const portrait = await partText([{ ...facts, landscape: false }], 'xl/worksheets/sheet1.xml');
    expect(portrait).toContain('orientation="portrait"');
  });

  it('looks as an office expects: 宋体, ruled, numbers at the right, stars behind required heads', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await workbookBytes([facts])).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('事实');
    expect(sheet?.getCell('A1').font).toMatchObject({ name: '黑体', size: 16 });
    expect(sheet?.getCell('B3').font).toMatchObject({ name: '宋体', bold: true });
    expect([sheet?.getCell('A3').numFmt, sheet?.getCell('B3').numFmt]).toEqual(['@', '@" *"']);
    expect([sheet?.getCell('D4').numFmt, sheet?.getCell('D4').value]).toEqual(['0.0', 12.5]);
    expect([sheet?.getCell('D5').numFmt, sheet?.getCell('D5').value]).toEqual([undefined, 12.55]);
    expect(sheet?.getCell('D4').alignment.horizontal).toBe('right');
    expect(sheet?.getCell('C4').numFmt).toBe('yyyy-mm-dd');
    expect([sheet?.getCell('E4').numFmt, sheet?.getCell('E4').value]).toEqual(['@', '=1+1']);
    expect(sheet?.getCell('E6').border.bottom?.style).toBe('thin');
    expect(sheet?.getColumn(2).width).toBe(10);
    expect(sheet?.getRow(5).height).toBeGreaterThan(sheet?.getRow(4).height ?? 0);
  });
});

describe('room for what stands in a cell', () => {
  it('is counted in the digits of the font of the cells, which is the first of the workbook', async () => {
    const styles = await partText([facts], 'xl/styles.xml');
    const [first = ''] = /<font>.*?<\/font>/.exec(styles) ?? [];
    expect(first).toBe('<font><sz val="11"/><name val="宋体"/></font>');
    expect(styles).not.toContain('Calibri');
  });

  it('grows with the lines that whole numbers and words take: none is broken in two', async () => {
    const heightOf = async (text: string) => {
      const column: Column = { title: '编号', type: 'text', width: 15 };
      const workbook = new ExcelJS.Workbook();
      const bytes = await workbookBytes([{ name: '表', columns: [column], rows: [[text]] }]);
      await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
      return workbook.getWorksheet('表')?.getRow(2).height;
    };
    const lines = (count: number) => count * 15 + 3;
    // Fourteen half-width characters a line: D-001、 is seven, and two of them fill it.
    expect(await heightOf('D-001、D-001、')).toBe(lines(1));
    expect(await heightOf('D-00001、D-00001、')).toBe(lines(2));
    // Twenty-six characters would fill two lines, but no two of the numbers stand side by side.
    expect(await heightOf('D-000001 D-000002 D-000003')).toBe(lines(3));
    expect(await heightOf('一'.repeat(8))).toBe(lines(2));
    expect(await heightOf('x'.repeat(29))).toBe(lines(3));
    expect(await heightOf('一行\n两行')).toBe(lines(2));
  });
});

describe('drop-downs', () => {
  const columns = (values: readonly string[], strict: boolean): readonly Column[] => [
    { title: '单位', type: 'text', options: { values, strict }, hint: '从列表里选。' },
    { title: '日期', type: 'date' },
    { title: '数量', type: 'number' },
    { title: '说明', type: 'text', hint: '写'.repeat(300) },
  ];
  const form = (values: readonly string[], strict = true): NewSheet => ({
    name: '表',
    columns: columns(values, strict),
    rows: [],
    spareRows: 500,
  });
  const sheet1 = 'xl/worksheets/sheet1.xml';

  it('stand once for all spare rows, with hint and refusal', async () => {
    const xml = await partText([form(['甲', '乙'])], sheet1);
    expect(xml).toMatch(
      /<dataValidation type="list" [^>]*prompt="从列表里选。" showErrorMessage="1" errorStyle="stop"[^>]* sqref="A2:A501"><formula1>&quot;甲,乙&quot;</,
    );
    expect(xml).toMatch(
      /<dataValidation type="date" [^>]*errorStyle="warning"[^>]* sqref="B2:B501">/,
    );
    expect(xml).toMatch(
      /<dataValidation type="decimal" [^>]*errorStyle="warning"[^>]* sqref="C2:C501">/,
    );
    expect(xml).toMatch(
      /<dataValidation showInputMessage="1" promptTitle="说明" prompt="写{254}…" sqref="D2:D501"\/>/,
    );
    expect(await partText([form(['甲'], false)], sheet1)).not.toContain('errorStyle="stop"');
    // Fifteen ruled rows at most: a form of 500 rows must not print 500 empty ones.
    expect(xml.match(/<row /g)).toHaveLength(16);
    expect(xml).toContain('<conditionalFormatting sqref="A17:D501">');
  });

  it('of long lists stand on a hidden sheet, equal ones once', async () => {
    const many = Array.from({ length: 200 }, (_, at) => `第${at + 1}村`);
    const other = ['甲,乙', '丙'];
    const sheets = [form(many), { ...form(many), name: '二' }, { ...form(other), name: '三' }];
    const workbook = await partText(sheets, 'xl/workbook.xml');
    expect(workbook).toContain('<sheet sheetId="4" name="_选项" state="hidden"');
    expect(workbook.match(/<definedName name="_选项\d/g)).toHaveLength(2);
    expect(workbook).toContain(
      '<definedName name="_选项1">&apos;_选项&apos;!$A$1:$A$200</definedName>',
    );
    expect(workbook).toContain(
      '<definedName name="_选项2">&apos;_选项&apos;!$B$1:$B$2</definedName>',
    );
    expect(await partText(sheets, sheet1)).toContain('<formula1>_选项1</formula1>');
    expect(await partText(sheets, 'xl/worksheets/sheet3.xml')).toContain(
      '<formula1>_选项2</formula1>',
    );
    expect((await reread(sheets)).map(({ name }) => name)).toEqual(['表', '二', '三']);
  });

  it('of 255 characters stand in the cell, of 256 on the sheet', async () => {
    const list = (last: number) => [
      ...Array.from({ length: 5 }, () => '村'.repeat(49)),
      '村'.repeat(last),
    ];
    expect(await partText([form(list(5))], sheet1)).toContain('<formula1>&quot;');
    expect(await partText([form(list(6))], sheet1)).toContain('<formula1>_选项1</formula1>');
  });
});

describe('names of sheets', () => {
  it.each([
    [
      ['a/b', 'a\\b'],
      ['a／b', 'a＼b'],
    ],
    [
      ['[1]:*?', ''],
      ['［1］：＊？', '表'],
    ],
    [
      ['表', '表', '表'],
      ['表', '表（2）', '表（3）'],
    ],
    [
      ['Data', 'DATA'],
      ['Data', 'DATA（2）'],
    ],
    [
      ['长'.repeat(40), '长'.repeat(40)],
      ['长'.repeat(31), `${'长'.repeat(28)}（2）`],
    ],
    [
      ["'甲'", 'history'],
      ['甲', 'history（2）'],
    ],
    [
      ['_甲', '\ud83d\ude00'.repeat(16)],
      ['＿甲', '\ud83d\ude00'.repeat(15)],
    ],
  ])('%j become %j', async (names, expected) => {
    const rows = [['1']];
    const columns: Column[] = [{ title: '列', type: 'text' }];
    const sheets = await reread(names.map((name) => ({ name, columns, rows })));
    expect(sheets.map(({ name }) => name)).toEqual(expected);
  });
});

describe('export and import', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(...`=+-@'"\t\r\n,;_x0041_&<>＝ 　\u00a0\u200b村1.`),
      maxLength: 12,
    }),
    fc.constantFrom(
      '=1+1',
      '+86',
      "'=甲",
      "''",
      '_x000D_',
      '_x005F_x0041_',
      '1e5',
      '0.10',
      '007',
      '#REF!',
      'TRUE',
      '2026-03-06',
      '\ufeff甲',
      ']]>',
    ),
  );
  const table = fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  const columns: Column[] = [
    { title: '甲', type: 'text' },
    { title: '乙', type: 'number' },
    { title: '丙', type: 'date' },
  ];

  /** What was seen of the rows below the head; blank ends do not count. */
  function seen(rows: readonly (readonly { readonly text: string }[])[] | undefined): string[][] {
    return trimmed((rows ?? []).slice(1).map((row) => row.map(({ text }) => text)));
  }

  function trimmed(rows: readonly (readonly string[])[]): string[][] {
    const cut = rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1));
    return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
  }

  it('change nothing in a workbook, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const [sheet] = await reread([{ name: '表', columns, rows }]);
        // A number comes back in its shortest digits; all else to the letter.
        const number = (text: string) =>
          /^-?(?:0|[1-9]\d{0,14})\.\d{1,6}$/.test(text) ? text.replace(/\.?0+$/, '') : text;
        const expected = rows.map(([a = '', b = '', c = '']) => [
          plainText(a),
          number(plainText(b)),
          plainText(c),
        ]);
        expect(seen(sheet?.rows)).toEqual(trimmed(expected));
        expect(sheet?.rows.flat().some(({ formula, kind }) => formula || kind === 'error')).toBe(
          false,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('change nothing in CSV, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const path = join(folder, 'written.csv');
        writeFileSync(path, csvText({ name: '表', columns, rows }));
        const [sheet] = (await readTables(path)).sheets;
        const expected = rows.map((row) => row.map((text) => plainText(text)));
        expect(seen(sheet?.rows)).toEqual(trimmed(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('leave no cell of CSV that opens as a formula, but leave numbers alone', () => {
    const rows = [
      ['=1+1', '-5', '@甲'],
      ["'+1", '-5元', '＝甲'],
    ];
    expect(csvText({ name: '表', columns, rows })).toBe(
      "\ufeff甲,乙,丙\r\n'=1+1,-5,'@甲\r\n''+1,'-5元,'＝甲\r\n",
    );
  });

  it('carry every day from 1900-03-01 as a real date, any other text as text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        async (date) => {
          const text = date.toISOString().slice(0, 10);
          const [sheet] = await reread([{ name: '表', columns, rows: [['', '', text]] }]);
          expect(sheet?.rows[1]?.[2]).toEqual({ kind: 'date', text });
        },
      ),
      { numRuns: 60 },
    );
    const strange = ['1900-02-28', '2026-02-30', '2026-3-6', '0001-01-01'];
    const rows = strange.map((text) => ['', '', text]);
    const [sheet] = await reread([{ name: '表', columns, rows }]);
    expect(sheet?.rows.slice(1).map((row) => row[2])).toEqual(
      strange.map((text) => ({ kind: 'text', text })),
    );
  });

  it('carry every number of up to 15 digits as a number, longer ones as text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.nat({ max: 9_999 }), async (whole, part) => {
        const text = `${whole}.${part}5`;
        const [sheet] = await reread([{ name: '表', columns, rows: [['', text, '']] }]);
        expect(sheet?.rows[1]?.[1]).toEqual({ kind: 'number', text });
      }),
      { numRuns: 60 },
    );
    const rows = ['330102199001011234', '0.1234567890123456', '00', '-0', '1e5', '1,000', '５'].map(
      (text) => ['', text, ''],
    );
    const [sheet] = await reread([{ name: '表', columns, rows }]);
    expect(sheet?.rows.slice(1).map((row) => row[1])).toEqual(
      rows.map(([, text]) => ({ kind: 'text', text })),
    );
  });

  it('refuse a text that no cell holds', async () => {
    const rows = [['长'.repeat(32_768), '', '']];
    await expect(workbookBytes([{ name: '表', columns, rows }])).rejects.toThrow(
      '最多放 32767 个字',
    );
  });
});

describe('the same bytes', () => {
  it('come from the same sheets, in another process and at another time', async () => {
    const own = createHash('sha256')
      .update(await workbookBytes([facts]))
      .digest('hex');
    const door = new URL('../src/platform/index.ts', import.meta.url).href;
    const program = `const { workbookBytes } = await import(${JSON.stringify(door)});
      const { createHash } = await import('node:crypto');
      const later = Date.now() + 40 * 86_400_000;
      Date.now = () => later;
      process.stdout.write(createHash('sha256').update(await workbookBytes([${JSON.stringify(facts)}])).digest('hex'));`;
    const env = { ...process.env, TZ: 'America/New_York', LANG: 'de_DE.UTF-8' };
    const other = execFileSync('node', ['--input-type=module', '-e', program], { env });
    expect(other.toString()).toBe(own);
  });

  it('come from the same parts, whatever their order and dates', async () => {
    const names = ['[Content_Types].xml', 'word/document.xml', '_rels/.rels', 'word/a b.xml'];
    const parts = names.map((name) => partOf(name, `inside ${name}`));
    const bytes = await fixedZip(zipped(parts));
    expect(await fixedZip(zipped(parts.toReversed()))).toEqual(bytes);
    expect(await fixedZip(bytes)).toEqual(bytes);
    const zip = await JSZip.loadAsync(bytes);
    expect(Object.keys(zip.files)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/a b.xml',
      'word/document.xml',
    ]);
    expect(Object.values(zip.files).map(({ date }) => date.toISOString())).toEqual(
      Array(4).fill('1980-01-01T00:00:00.000Z'),
    );
    expect(await zip.file('word/a b.xml')?.async('string')).toBe('inside word/a b.xml');
  });

  it('hold no time of making and no name but ours', async () => {
    const core = await partText([facts], 'docProps/core.xml');
    expect(core).toContain('<dc:title>青禾镇事实登记表</dc:title><dc:creator>一根针</dc:creator>');
    expect(core).not.toContain('dcterms');
    const named = await JSZip.loadAsync(await workbookBytes([facts], { title: '得分<表>' }));
    expect(await named.file('docProps/core.xml')?.async('string')).toContain('得分&lt;表&gt;');
  });
});
