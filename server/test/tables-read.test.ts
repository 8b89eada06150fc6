/** What the cells of workbooks and CSV files say when they are read. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cell, halfWidth, plainText, readTables } from '../src/platform/index.ts';
import { cellsOf, ownFolder, type Sample, workbookOf } from './tables-samples.ts';

const folder = ownFolder();

/** Reads one cell: its attributes besides the place, and what is inside. */
async function cell(
  attributes: string,
  inside: string,
  sample: Omit<Sample, 'sheets'> = {},
): Promise<Cell | undefined> {
  const data = `<row r="1"><c r="A1" ${attributes}>${inside}</c></row>`;
  return (await cellsOf(folder, { ...sample, sheets: [{ name: '表', data }] }))[0]?.[0];
}

describe('numbers', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['1.0000000000000002', '1'],
    ['12.5', '12.5'],
    ['-0', '0'],
    ['-7', '-7'],
    ['100', '100'],
    ['1e3', '1000'],
    ['1.5E-7', '0.00000015'],
    ['123456789012345678', '123456789012346000'],
    ['1E+21', '1000000000000000000000'],
    ['9999.9000000000015', '9999.9'],
    ['0.1234567890123456', '0.123456789012346'],
    ['4.9406564584124654e-324', `0.${'0'.repeat(323)}494065645841247`],
  ])('%s is seen as %s', async (value, text) => {
    expect(await cell('', `<v>${value}</v>`)).toEqual({ kind: 'number', text });
  });

  it.each(['abc', 'NaN', 'Infinity', '1,5', ' '])('%s is no number', async (value) => {
    const found = await cell('', `<v>${value}</v>`);
    expect(found?.kind).toBe('error');
    expect(found?.problem).toContain('读不懂');
  });

  it.each([9, 10, '0.0%', '0%_);[Red]\\(0%\\)'])(
    'in the format %s is a percentage',
    async (format) => {
      const found = await cell('s="1"', '<v>0.86</v>', { formats: [format] });
      expect(found).toEqual({ kind: 'number', text: '0.86', percent: true });
    },
  );

  it.each([
    1,
    2,
    4,
    11,
    37,
    44,
    49,
    'General',
    '0.00E+00',
    '0&quot;天&quot;',
    '#,##0.00_ ;[Red]\\-#,##0.00\\ ',
    '0\\d',
    '[DBNum1]General',
    '0&quot;%&quot;',
  ])('in the format %s is a plain number', async (format) => {
    const found = await cell('s="1"', '<v>45000</v>', { formats: [format] });
    expect(found).toEqual({ kind: 'number', text: '45000' });
  });
});

describe('dates', () => {
  it.each([
    14,
    22,
    27,
    31,
    36,
    57,
    58,
    'yyyy-mm-dd',
    'yyyy/m/d;@',
    'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    '[DBNum1][$-804]yyyy年m月d日;@',
    'mmm',
    'm/d/yy h:mm AM/PM',
    '[$-804]aaaa',
  ])('are dates in the format %s', async (format) => {
    const found = await cell('s="1"', '<v>46087</v>', { formats: [format] });
    expect(found).toEqual({ kind: 'date', text: '2026-03-06' });
  });

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['36526', '2000-01-01'],
    ['45351', '2024-02-29'],
    ['2958465', '9999-12-31'],
    ['46086.9999999999', '2026-03-06'],
  ])('count from 1900: %s is %s', async (value, text) => {
    expect(await cell('s="1"', `<v>${value}</v>`, { formats: [14] })).toEqual({
      kind: 'date',
      text,
    });
  });

  it.each([
    ['0', '1904-01-01'],
    ['44625', '2026-03-06'],
  ])('count from 1904 where the workbook says so: %s is %s', async (value, text) => {
    const found = await cell('s="1"', `<v>${value}</v>`, { formats: [14], isFrom1904: true });
    expect(found).toEqual({ kind: 'date', text });
  });

  it.each(['60', '0', '-5', '2958466', '1e12'])('%s is no day', async (value) => {
    const found = await cell('s="1"', `<v>${value}</v>`, { formats: [14] });
    expect(found?.kind).toBe('error');
    expect(found?.problem).toContain('不是一个日期');
  });

  it('with a time of day are refused with what to write', async () => {
    expect(await cell('s="1"', '<v>46087.604166666664</v>', { formats: [22] })).toEqual({
      kind: 'error',
      text: '2026-03-06 14:30',
      problem: '这里带有时间（2026-03-06 14:30），要的是日期。请只填日期，如 2026-03-06。',
    });
  });

  it.each([
    [20, '0.604166666666667', '14:30'],
    [21, '0.604224537037037', '14:30:05'],
    ['[h]:mm', '1.0625', '25:30'],
    [46, '0', '00:00'],
    [33, '0.5', '12:00'],
  ])('a time in the format %s is neither date nor number', async (format, value, text) => {
    const found = await cell('s="1"', `<v>${value}</v>`, { formats: [format] });
    expect(found?.text).toBe(text);
    expect(found?.problem).toContain(`这里是时间（${text}）`);
  });

  it.each([
    ['2026-03-06', 'date', '2026-03-06'],
    ['2026-03-06T00:00:00Z', 'date', '2026-03-06'],
    ['2026-03-06T14:30:00.000', 'error', '2026-03-06 14:30:00'],
    ['14:30:00', 'error', '14:30:00'],
  ])('in the strict dialect: %s', async (value, kind, text) => {
    expect(await cell('t="d"', `<v>${value}</v>`)).toMatchObject({ kind, text });
  });
});

describe('texts', () => {
  const texts = [
    '<t>单位</t>',
    '<r><rPr><b/></rPr><t>青禾</t></r><r><t xml:space="preserve"> 镇</t></r>',
    '<t>重庆</t><rPh sb="0" eb="2"><t>チョンチン</t></rPh>',
    '<t xml:space="preserve"> \u00a0\u200b张三\ufeff\u3000</t>',
    '<t>第一行&#10;第二行_x000D_\n第三行</t>',
    '<t>&lt;b&gt; &amp;amp; &quot;引&apos;&#x8BC1;</t>',
    '<t>字面_x005F_x0041_</t>',
    '<t>１２．５％</t>',
    '<t/>',
  ];
  it.each([
    [0, '单位'],
    [1, '青禾 镇'],
    [2, '重庆'],
    [3, '张三'],
    [4, '第一行\n第二行\n第三行'],
    [5, `<b> &amp; "引'证`],
    [6, '字面_x0041_'],
    [7, '１２．５％'],
  ])('shared text %i', async (index, text) => {
    expect(await cell('t="s"', `<v>${index}</v>`, { texts })).toEqual({ kind: 'text', text });
  });

  it('of nothing but space is blank', async () => {
    expect(await cellsOf(folder, sheetOf('<c t="inlineStr"><is><t>  </t></is></c>'))).toEqual([]);
    expect(await cellsOf(folder, { ...sheetOf('<c t="s"><v>8</v></c>'), texts })).toEqual([]);
  });

  it('inside the cell, rich or plain, in CDATA too', async () => {
    const rich = '<is><r><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>か</t></rPh></is>';
    expect(await cell('t="inlineStr"', rich)).toEqual({ kind: 'text', text: '甲乙' });
    expect(await cell('t="str"', '<v><![CDATA[<丙>]]></v>')).toEqual({
      kind: 'text',
      text: '<丙>',
    });
  });

  it('with a link are the text that is shown', async () => {
    const after =
      '<hyperlinks><hyperlink ref="A1" location="Sheet2!A1" display="别的"/></hyperlinks>';
    const data = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    const rows = await cellsOf(folder, { sheets: [{ name: '表', data, after }], texts });
    expect(rows).toEqual([[{ kind: 'text', text: '单位' }]]);
  });
});

describe('other cells', () => {
  it('are 是 and 否', async () => {
    expect(await cell('t="b"', '<v>1</v>')).toEqual({ kind: 'boolean', text: '是' });
    expect(await cell('t="b"', '<v>0</v>')).toEqual({ kind: 'boolean', text: '否' });
  });

  it.each([
    ['<f>A1*2</f><v>12.5</v>', '', { kind: 'number', text: '12.5' }],
    ['<f t="shared" si="0"/><v>3</v>', '', { kind: 'number', text: '3' }],
    ['<f t="array" ref="A1">{1}</f><v>1</v>', '', { kind: 'number', text: '1' }],
    ['<f>B1&amp;C1</f><v>甲乙</v>', 't="str"', { kind: 'text', text: '甲乙' }],
    ['<f>IF(1,"","")</f><v></v>', 't="str"', { kind: 'blank', text: '' }],
    ['<f>TODAY()</f><v>46087</v>', 's="1"', { kind: 'date', text: '2026-03-06' }],
    ['<f>1=1</f><v>1</v>', 't="b"', { kind: 'boolean', text: '是' }],
  ])('a formula counts as its result: %s', async (inside, attributes, expected) => {
    expect(await cell(attributes, inside, { formats: [14] })).toEqual({
      ...expected,
      formula: true,
    });
  });

  it.each(['<f>A1*2</f>', '<f>A1*2</f><v/>', '<f>A1*2</f><v></v>'])(
    'a formula that was never computed says so: %s',
    async (inside) => {
      const found = await cell('', inside);
      expect(found).toMatchObject({ kind: 'error', text: '', formula: true });
      expect(found?.problem).toContain('保存一次');
    },
  );

  it.each(['#REF!', '#DIV/0!', '#N/A', '#SPILL!'])('%s says why', async (code) => {
    const found = await cell('t="e"', `<f>X</f><v>${code}</v>`);
    expect(found).toMatchObject({ kind: 'error', text: code, formula: true });
    expect(found?.problem).toContain(code);
    expect(found?.problem).toContain('请改好公式');
  });
});

function sheetOf(cells: string, after = ''): Sample {
  return { sheets: [{ name: '表', data: `<row>${cells}</row>`, after }] };
}

/** A number in a cell. */
function n(place: string, value: number): string {
  return `<c r="${place}"><v>${value}</v></c>`;
}

describe('the sheet', () => {
  it('keeps blank rows between and drops those at the end, formatted or not', async () => {
    const data = `<row r="2">${n('C2', 1)}<c r="D2" s="1"/></row><row r="3"/><row r="5">${n('A5', 2)}</row><row r="6"><c r="A6" s="1"/></row><row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>`;
    const rows = await cellsOf(folder, { sheets: [{ name: '表', data }], formats: [14] });
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      [],
      ['', '', '1'],
      [],
      [],
      ['2'],
    ]);
  });

  it('may leave out the places of cells and rows, and may name its tags with a prefix', async () => {
    expect((await cellsOf(folder, sheetOf('<c><v>1</v></c><c/><c><v>3</v></c>')))[0]).toHaveLength(
      3,
    );
    const path = join(folder, 'prefix.xlsx');
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="B1:C1"/></x:mergeCells></x:worksheet>`;
    const parts = { 'xl/worksheets/sheet1.xml': sheet };
    writeFileSync(path, workbookOf({ sheets: [{ name: '表', data: '' }], parts }));
    expect((await readTables(path)).sheets[0]?.rows[0]?.[1]?.text).toBe('甲');
  });

  it('gives every cell of a merged area the value and the size of the area', async () => {
    const data = `<row r="1">${n('A1', 7)}${n('B1', 1)}${n('C1', 2)}</row><row r="2"><c r="A2" s="0"/>${n('B2', 3)}</row><row r="3">${n('B3', 4)}</row>`;
    const after =
      '<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="B3:C3"/></mergeCells>';
    const rows = await cellsOf(folder, { sheets: [{ name: '表', data, after }] });
    const merged = { rows: 3, columns: 1 };
    expect(rows[0]?.[0]).toEqual({
      kind: 'number',
      text: '7',
      merged: { ...merged, isFirst: true },
    });
    expect(rows[1]?.[0]).toEqual({
      kind: 'number',
      text: '7',
      merged: { ...merged, isFirst: false },
    });
    expect(rows[2]?.map(({ text }) => text)).toEqual(['7', '4', '4']);
    expect(rows[1]?.[2]).toBeUndefined();
  });

  it('does not grow by areas merged to its end', async () => {
    const data = `<row r="1">${n('A1', 7)}${n('B1', 1)}</row><row r="2">${n('B2', 3)}</row>`;
    const after = '<mergeCells count="1"><mergeCell ref="A1:A1048576"/></mergeCells>';
    const rows = await cellsOf(folder, { sheets: [{ name: '表', data, after }] });
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['7', '1'],
      ['7', '3'],
    ]);
    expect(rows[1]?.[0]?.merged).toEqual({ rows: 1_048_576, columns: 1, isFirst: false });
  });

  it('is read when it is hidden, and says so; lists of a template are left out', async () => {
    const data = `<row r="1">${n('A1', 1)}</row>`;
    const path = join(folder, 'hidden.xlsx');
    const sheets = [
      { name: '事实', data },
      { name: '旧表', data, state: 'hidden' as const },
      { name: '更旧', data, state: 'veryHidden' as const },
      { name: '_选项', data, state: 'hidden' as const },
    ];
    writeFileSync(path, workbookOf({ sheets }));
    const read = await readTables(path);
    expect(read).toMatchObject({ path, format: 'xlsx' });
    expect(read.sheets.map(({ isHidden, name }) => [name, isHidden ?? false])).toEqual([
      ['事实', false],
      ['旧表', true],
      ['更旧', true],
    ]);
  });

  it('leaves alone what looks like cells elsewhere in the file', async () => {
    const after = '<extLst><ext><row r="9"><c r="A9"><v>9</v></c></row></ext></extLst>';
    expect(await cellsOf(folder, sheetOf('<c><v>1</v></c>', after))).toHaveLength(1);
  });
});

describe('large sheets', () => {
  it('of 100,000 rows are read to the last, and tell how far they are', async () => {
    const rows = Array.from(
      { length: 100_001 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at % 2}</v></c><c r="B${at + 1}" s="1"><v>${46087 + (at % 300)}</v></c><c r="C${at + 1}"><v>${(at * 7919) % 100_003}.${at}</v></c></row>`,
    );
    const path = join(folder, 'large.xlsx');
    const texts = ['<t>甲村</t>', '<t>乙村</t>'];
    writeFileSync(
      path,
      workbookOf({ sheets: [{ name: '事实', data: rows.join('') }], texts, formats: [14] }),
    );
    const said: string[] = [];
    const read = await readTables(path, (sentence) => said.push(sentence));
    expect(read.sheets[0]?.rows).toHaveLength(100_001);
    expect(read.sheets[0]?.rows.at(-1)?.map(({ text }) => text)).toEqual([
      '甲村',
      '2026-06-14',
      '76246.1',
    ]);
    expect(said).toContain('“事实”表已读 100000 行。');
    expect(said[0]).toContain('请稍候');
  });

  it('formatted down to the last row are as short as what stands in them', async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"/></row>`,
    );
    rows[1] = `<row r="2">${n('A2', 5)}</row>`;
    const sheets = [{ name: '事实', data: rows.join('') }];
    expect(await cellsOf(folder, { sheets, formats: [14] })).toHaveLength(2);
  });

  it.each([
    [`<row r="120001">${n('A120001', 1)}</row>`, '第 120001 行还有内容，最多读 120000 行'],
    [`<row r="3">${n('GS3', 1)}</row>`, '第 3 行在第 201 列还有内容，最多读 200 列'],
  ])('beyond the limits are refused: %s', async (data, sentence) => {
    await expect(cellsOf(folder, { sheets: [{ name: '事实', data }] })).rejects.toThrow(sentence);
  });

  it('of overlapping merged areas are refused before they fill the memory', async () => {
    const data = `<row r="1">${n('A1', 1)}${n('GR1', 1)}</row><row r="120000">${n('A120000', 1)}</row>`;
    const after = `<mergeCells>${'<mergeCell ref="A1:GR120000"/>'.repeat(1000)}</mergeCells>`;
    const sheets = [{ name: '事实', data, after }];
    await expect(cellsOf(folder, { sheets })).rejects.toThrow('超过 300 万个');
  });
});

describe('CSV', () => {
  async function csv(bytes: Uint8Array | string) {
    const path = join(folder, 'sample.csv');
    writeFileSync(path, bytes);
    const { format, sheets } = await readTables(path);
    expect([format, sheets.length, sheets[0]?.name]).toEqual(['csv', 1, '']);
    return sheets[0]?.rows.map((row) => row.map(({ text }) => text));
  }
  const expected = [
    ['单位', '姓名'],
    ['甲村', '张三'],
  ];

  it.each([
    ['UTF-8', Buffer.from('单位,姓名\r\n甲村,张三\r\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeff单位,姓名\n甲村,张三')],
    ['GBK, as WPS writes it', Buffer.from('b5a5cebb2cd0d5c3fb0d0abcd7b4e52cd5c5c8fd0d0a', 'hex')],
    [
      'UTF-16 with tabs, as Excel writes “Unicode text”',
      Buffer.from('\ufeff单位\t姓名\r\n甲村\t张三\r\n', 'utf16le'),
    ],
  ])('in %s', async (_, bytes) => {
    expect(await csv(bytes)).toEqual(expected);
  });

  it('keeps blank rows between, drops those at the end and blank cells at the right', async () => {
    expect(await csv('单位,,\r\n,,\r\n 甲村 ,x,\r\n,,\r\n\r\n')).toEqual([
      ['单位'],
      [],
      ['甲村', 'x'],
    ]);
  });

  it('knows quotes, line breaks inside a cell, and quotes in the middle', async () => {
    expect(await csv('"甲,乙","第一行\r\n第二行"\r\n5"管,"他说""好"""\r\n')).toEqual([
      ['甲,乙', '第一行\n第二行'],
      ['5"管', '他说"好"'],
    ]);
  });

  it('takes the guard off again, and only the guard', async () => {
    expect(await csv(`'=1+1,'+86,'-甲,'@甲,''=甲,'甲,=1\r\n`)).toEqual([
      ['=1+1', '+86', '-甲', '@甲', "'=甲", "'甲", '=1'],
    ]);
  });

  it('beyond the limits is refused', async () => {
    await expect(csv('甲\n'.repeat(120_001))).rejects.toThrow('最多读 120000 行');
    await expect(csv(`${'甲,'.repeat(200)}乙`)).rejects.toThrow('第 1 行有 201 列');
    await expect(csv('"甲\n乙,丙\n')).rejects.toThrow('引号没有成对');
    await expect(csv(Buffer.from('ff41ff42', 'hex'))).rejects.toThrow('UTF-8 和 GBK');
  });
});

describe('plain text and half width', () => {
  it.each([
    ['  甲 乙\u00a0', '甲 乙'],
    ['甲\u00a0乙', '甲 乙'],
    ['\u202d13800000000\u202c', '13800000000'],
    ['a\u0000b\u0007\u007fc', 'abc'],
    ['甲\r\n乙\r丙\t丁', '甲\n乙\n丙\t丁'],
    ['\ud800甲', '\ufffd甲'],
    ['１２', '１２'],
    ['张　三', '张　三'],
  ])('%j is seen as %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
    expect(plainText(plain)).toBe(plain);
  });

  it.each([
    ['１２．５％', '12.5%'],
    ['２０２６－０３－０６', '2026-03-06'],
    ['２０２６／３／６', '2026/3/6'],
    ['（１）', '(1)'],
    ['ＡＢｃ：１，０００＋１', 'ABc:1,000+1'],
    ['甲村。乙、“丙”', '甲村。乙、“丙”'],
  ])('%s in half width is %s', (text, half) => {
    expect(halfWidth(text)).toBe(half);
  });
});
