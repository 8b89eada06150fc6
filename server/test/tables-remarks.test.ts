/** A clerk's table with what is wrong with it: marked, explained, and otherwise as it was. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import {
  type CellRemark,
  csvText,
  isRemarkTitle,
  type NewSheet,
  readTables,
  remarkedCsv,
  workbookBytes,
} from '../src/platform/index.ts';
import { marked, ownFolder, type Sample, workbookOf, workbookParts } from './tables-samples.ts';

const folder = ownFolder();

const form: NewSheet = {
  name: '事实',
  title: ['青禾镇事实登记表'],
  columns: [
    { title: '单位', type: 'text', options: { values: ['石桥村', '柳湾村'], strict: true } },
    { title: '发生日期', type: 'date' },
    { title: '数量', type: 'number' },
  ],
  rows: [
    ['石桥村', '2026-03-06', '1'],
    ['柳弯村', '2026.3.6', '2'],
    ['柳湾村', '2026-03-08', '3'],
  ],
};
const wrongUnit: CellRemark = {
  sheet: '事实',
  row: 4,
  column: 1,
  sentence: '“柳弯村”不在花名册里，请从列表里选。',
};
const wrongDate: CellRemark = {
  sheet: '事实',
  row: 4,
  column: 2,
  sentence: '日期请写成 2026-03-06。',
};
const wrongRow: CellRemark = { sheet: '事实', row: 5, sentence: '和第 3 行是同一件事。' };

let files = 0;
async function written(sheets: readonly NewSheet[]): Promise<string> {
  files += 1;
  const path = join(folder, `form-${files}.xlsx`);
  writeFileSync(path, await workbookBytes(sheets));
  return path;
}

function sampled(sample: Sample): string {
  files += 1;
  const path = join(folder, `sample-${files}.xlsx`);
  writeFileSync(path, workbookOf(sample));
  return path;
}

async function texts(path: string, sheet = 0): Promise<string[][] | undefined> {
  return (await readTables(path)).sheets[sheet]?.rows.map((row) => row.map(({ text }) => text));
}

async function opened(path: string, name = '事实'): Promise<ExcelJS.Worksheet | undefined> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.getWorksheet(name);
}

/** What we say in a comment: our name, as office programs put it, and the sentence. */
function ours(sentence: string): string {
  return `一根针：\n${sentence}`;
}

function noteAt(sheet: ExcelJS.Worksheet | undefined, place: string): string | undefined {
  const note = sheet?.getCell(place).note;
  return typeof note === 'object' ? note.texts?.map(({ text }) => text).join('') : note;
}

function look(sheet: ExcelJS.Worksheet | undefined, place: string) {
  const { border, fill } = sheet?.getCell(place) ?? {};
  const colour = fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
  return [colour, border?.left?.style];
}

describe('a marked workbook', () => {
  it('has colour, thick rule and comment at the cell, and the sentences in a column 问题', async () => {
    const path = await written([form]);
    const before = readFileSync(path);
    const result = await marked(path, [wrongUnit, wrongDate, wrongRow]);
    expect(readFileSync(path)).toEqual(before);
    expect(await texts(result.path)).toEqual([
      ['青禾镇事实登记表', '青禾镇事实登记表', '青禾镇事实登记表'],
      ['单位', '发生日期', '数量', '问题'],
      ['石桥村', '2026-03-06', '1'],
      ['柳弯村', '2026.3.6', '2', `${wrongUnit.sentence}\n${wrongDate.sentence}`],
      ['柳湾村', '2026-03-08', '3', wrongRow.sentence],
    ]);
    const sheet = await opened(result.path);
    expect(look(sheet, 'A4')).toEqual(['FFFFF6B3', 'medium']);
    expect(look(sheet, 'B4')).toEqual(['FFFFF6B3', 'medium']);
    expect(look(sheet, 'C4')).toEqual([undefined, 'thin']);
    expect(look(sheet, 'A5')).toEqual([undefined, 'thin']);
    expect(noteAt(sheet, 'A4')).toBe(ours(wrongUnit.sentence));
    expect(noteAt(sheet, 'B4')).toBe(ours(wrongDate.sentence));
    expect(sheet?.getCell('D4').alignment).toMatchObject({ wrapText: true });
    expect(sheet?.getRow(4).height).toBeGreaterThanOrEqual(33);
    expect(sheet?.getColumn(4).width).toBe(60);
    expect(sheet?.getCell('D2').font.bold).toBe(true);
  });

  it('keeps drop-downs, print set-up, frozen head and everything else', async () => {
    const path = await written([form]);
    const result = await marked(path, [wrongUnit]);
    const sheetOf = async (file: string) =>
      (await JSZip.loadAsync(readFileSync(file))).file('xl/worksheets/sheet1.xml')?.async('string');
    const [before = '', after = ''] = [await sheetOf(path), await sheetOf(result.path)];
    for (const part of [
      /<sheetViews>.*<\/sheetViews>/,
      /<mergeCells.*<\/headerFooter>/,
      /<row r="3".*?<\/row>/,
    ]) {
      expect(part.exec(after)?.[0]).toBe(part.exec(before)?.[0]);
    }
    const others = async (file: string) => {
      const zip = await JSZip.loadAsync(readFileSync(file));
      const names = [
        'xl/workbook.xml',
        'xl/sharedStrings.xml',
        'xl/theme/theme1.xml',
        'docProps/app.xml',
      ];
      return Promise.all(names.map((name) => zip.file(name)?.async('string')));
    };
    expect(await others(result.path)).toEqual(await others(path));
  });

  it('is cleared of the marks of an earlier round', async () => {
    const first = await marked(await written([form]), [wrongUnit, wrongDate, wrongRow]);
    const second = await marked(first.path, [{ ...wrongRow, column: 3 }]);
    const rows = await texts(second.path);
    expect(rows?.[1]).toEqual(['单位', '发生日期', '数量', '问题']);
    expect(rows?.map((row) => row[3] ?? '')).toEqual(['', '问题', '', '', wrongRow.sentence]);
    const sheet = await opened(second.path);
    expect(look(sheet, 'A4')).toEqual([undefined, 'thin']);
    expect(look(sheet, 'C5')).toEqual(['FFFFF6B3', 'medium']);
    expect([noteAt(sheet, 'A4'), noteAt(sheet, 'B4')]).toEqual([undefined, undefined]);
    expect(noteAt(sheet, 'C5')).toBe(ours(wrongRow.sentence));
    const third = await marked(second.path, []);
    expect((await texts(third.path))?.[1]).toEqual(['单位', '发生日期', '数量']);
    expect(look(await opened(third.path), 'C5')).toEqual([undefined, 'thin']);
  });

  it('without remarks is as it was', async () => {
    const path = sampled({ sheets: [{ name: '表', data: '' }] });
    expect((await marked(path, [])).bytes).toEqual(readFileSync(path));
  });

  it('has the same bytes each time', async () => {
    const path = await written([form]);
    const first = await marked(path, [wrongUnit, wrongRow]);
    expect((await marked(path, [wrongUnit, wrongRow])).bytes).toEqual(first.bytes);
  });

  it('refuses a sheet that is not there as a mistake of ours', async () => {
    const path = await written([form]);
    await expect(marked(path, [{ ...wrongRow, sheet: '别的' }])).rejects.toThrow('no sheet');
  });

  it('marks several sheets, each with its own comments', async () => {
    const path = await written([form, { ...form, name: '二' }]);
    const result = await marked(path, [wrongUnit, { ...wrongDate, sheet: '二' }]);
    expect(noteAt(await opened(result.path), 'A4')).toBe(ours(wrongUnit.sentence));
    expect(noteAt(await opened(result.path, '二'), 'B4')).toBe(ours(wrongDate.sentence));
    expect((await texts(result.path, 1))?.[3]?.[3]).toBe(wrongDate.sentence);
  });
});

/** A cell with text in it. */
function t(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

describe('a workbook of somebody else', () => {
  const head = `<row r="1">${t('A1', '单位')}${t('B1', '数量')}</row>`;
  const remark = (row: number, column: number | undefined, sentence = '不对。'): CellRemark => ({
    sheet: '表',
    row,
    ...(column === undefined ? {} : { column }),
    sentence,
  });

  it('may lack the rows and cells that are meant', async () => {
    const data = `${head}<row r="4" spans="1:2">${t('B4', '4')}</row><row r="9"/>`;
    const path = sampled({ sheets: [{ name: '表', data }] });
    const cells = [remark(3, 2), remark(4, 1), remark(9, 2), remark(12, 1), remark(12, 2)];
    const result = await marked(path, cells);
    const rows = await texts(result.path);
    expect(rows?.map((row) => row[2] ?? '')).toEqual([
      '问题',
      '',
      '不对。',
      '不对。',
      '',
      '',
      '',
      '',
      '不对。',
      '',
      '',
      '不对。',
    ]);
    const sheet = await opened(result.path, '表');
    for (const place of ['B3', 'A4', 'B9', 'A12', 'B12']) {
      expect(look(sheet, place)).toEqual(['FFFFF6B3', 'medium']);
      expect(noteAt(sheet, place)).toBe(ours('不对。'));
    }
  });

  it('may have no rows at all', async () => {
    const parts = {
      'xl/worksheets/sheet1.xml':
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
    };
    const result = await marked(sampled({ sheets: [{ name: '表', data: '' }], parts }), [
      remark(2, undefined, '没有内容。'),
    ]);
    expect(await texts(result.path)).toEqual([['问题'], ['没有内容。']]);
  });

  it('may leave out the places of its cells', async () => {
    const data = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>';
    const result = await marked(sampled({ sheets: [{ name: '表', data }] }), [remark(2, 1)]);
    expect(await texts(result.path)).toEqual([
      ['1', '2', '问题'],
      ['', '4', '不对。'],
    ]);
    expect(look(await opened(result.path, '表'), 'A2')).toEqual(['FFFFF6B3', 'medium']);
  });

  it('may name its tags with a prefix', async () => {
    const plain = workbookParts({ sheets: [{ name: '表', data: head }] });
    const prefixed = Object.fromEntries(
      ['xl/worksheets/sheet1.xml', 'xl/styles.xml'].map((name) => {
        const text = plain.get(name) ?? '';
        return [name, text.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')];
      }),
    );
    const path = sampled({ sheets: [{ name: '表', data: head }], parts: prefixed });
    const result = await marked(path, [remark(2, 1)]);
    expect(await texts(result.path)).toEqual([
      ['单位', '数量', '问题'],
      ['', '', '不对。'],
    ]);
    const zip = await JSZip.loadAsync(result.bytes);
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    expect(sheet.match(/<\/?[a-wyz]\w*[ >]/g)).toBeNull();
    expect(
      (await zip.file('xl/styles.xml')?.async('string'))?.match(/<\/?[a-wyz]\w*[ >]/g),
    ).toBeNull();
  });

  it('keeps column widths around the new column, and grows its print area', async () => {
    const before =
      '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="16384" width="9" style="0"/></cols>';
    const path = sampled({
      sheets: [{ name: '表', data: head, before }],
      parts: {
        'xl/workbook.xml': (
          workbookParts({ sheets: [{ name: '表', data: '' }] }).get('xl/workbook.xml') ?? ''
        ).replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$B$40</definedName><definedName name="x">表!$A$1:$B$40</definedName></definedNames>',
        ),
      },
    });
    const zip = await JSZip.loadAsync((await marked(path, [remark(2, 1)])).bytes);
    expect(await zip.file('xl/worksheets/sheet1.xml')?.async('string')).toContain(
      '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" width="9" style="0" max="2"/><col min="3" max="3" width="60" customWidth="1"/><col max="16384" width="9" style="0" min="4"/></cols>',
    );
    const workbook = await zip.file('xl/workbook.xml')?.async('string');
    expect(workbook).toContain('localSheetId="0">表!$A$1:$C$40<');
    expect(workbook).toContain('name="x">表!$A$1:$B$40<');
  });

  it('keeps the order of elements that Excel insists on', async () => {
    const after =
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><drawing r:id="d1"/><tableParts count="0"/><extLst/>';
    const before =
      '<sheetPr/><dimension ref="A1:B1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>';
    const path = sampled({ sheets: [{ name: '表', data: head, before, after }] });
    const zip = await JSZip.loadAsync((await marked(path, [remark(2, 1)])).bytes);
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    const order = [
      ...sheet.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>').matchAll(/<([a-zA-Z]+)/g),
    ].map(([, name]) => name);
    const top = [
      'worksheet',
      'sheetPr',
      'sheetViews',
      'sheetView',
      'sheetFormatPr',
      'cols',
      'col',
      'sheetData',
      'mergeCells',
      'mergeCell',
      'pageMargins',
      'drawing',
      'legacyDrawing',
      'tableParts',
      'extLst',
    ];
    expect(order).toEqual(top);
  });

  it('keeps pictures, formulas and the comments of others', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('表');
    sheet.addRow(['单位', '数量', '合计']);
    sheet.addRow(['石桥村', 2, { formula: 'B2*2', result: 4 }]);
    sheet.getCell('A2').note = '核过。李四';
    sheet.getCell('B2').note = '存疑。';
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const image = workbook.addImage({
      buffer: dot.buffer.slice(dot.byteOffset, dot.byteOffset + dot.length) as ArrayBuffer,
      extension: 'png',
    });
    sheet.addImage(image, { tl: { col: 5, row: 5 }, ext: { width: 10, height: 10 } });
    const path = join(folder, 'other.xlsx');
    await workbook.xlsx.writeFile(path);
    const first = await marked(path, [remark(2, 2), remark(2, 3, '算错了。')]);
    const again = await opened(first.path, '表');
    expect(again?.getCell('C2').value).toEqual({ formula: 'B2*2', result: 4 });
    expect(again?.getImages()).toHaveLength(1);
    expect(noteAt(again, 'A2')).toBe('核过。李四');
    expect(noteAt(again, 'B2')).toBe('存疑。\n一根针：\n不对。');
    expect(noteAt(again, 'C2')).toBe(ours('算错了。'));
    const later = await opened((await marked(first.path, [remark(2, 1)])).path, '表');
    expect(noteAt(later, 'A2')).toBe('核过。李四\n一根针：\n不对。');
    expect([noteAt(later, 'B2'), noteAt(later, 'C2')]).toEqual(['存疑。', undefined]);
    const vml =
      (await (
        await JSZip.loadAsync(first.bytes)
      )
        .file('xl/drawings/vmlDrawing1.vml')
        ?.async('string')) ?? '';
    expect(vml.match(/<v:shape /g)).toHaveLength(3);
    expect(new Set(vml.match(/<v:shape id="[^"]*"/g)).size).toBe(3);
  });

  it('has its head where most texts are above the first remark, or where it is told to be', async () => {
    const data = `<row r="1">${t('A1', '大标题')}${t('B1', '')}</row><row r="2">${t('A2', '单位')}${t('B2', '数量')}</row><row r="3">${t('A3', '甲')}<c r="B3"><v>1</v></c></row><row r="4">${t('A4', '甲')}${t('B4', '乙')}${t('C4', '丙')}</row>`;
    const path = sampled({ sheets: [{ name: '表', data }] });
    const rows = await texts((await marked(path, [remark(3, 1)])).path);
    expect(rows?.map((row) => row[3] ?? '')).toEqual(['', '问题', '不对。', '']);
  });

  it('shows what is wrong with the head below its title', async () => {
    const path = sampled({ sheets: [{ name: '表', data: head }] });
    const first = await marked(path, [remark(1, 2, '没有叫“数量”的一列。')]);
    const title = (await texts(first.path))?.[0]?.[2] ?? '';
    expect(title).toBe('问题\n没有叫“数量”的一列。');
    expect(isRemarkTitle(title)).toBe(true);
    expect((await texts((await marked(first.path, [remark(2, 1)])).path))?.[0]).toEqual([
      '单位',
      '数量',
      '问题',
    ]);
  });

  it('goes beside an area merged across the row', async () => {
    const data = `${head}<row r="2">${t('A2', '合并')}</row><row r="3"><c r="A3"><v>1</v></c></row>`;
    const after =
      '<mergeCells count="2"><mergeCell ref="A2:E2"/><mergeCell ref="A3:XFD3"/></mergeCells>';
    const path = sampled({ sheets: [{ name: '表', data, after }] });
    expect((await texts((await marked(path, [remark(2, 1)])).path))?.[1]?.[5]).toBe('不对。');
  });

  it('is refused when it is damaged', async () => {
    const parts = { 'xl/styles.xml': '<styleSheet><cellXfs>' };
    const path = sampled({ sheets: [{ name: '表', data: head }], parts });
    await expect(marked(path, [remark(1, 1)])).rejects.toThrow('坏了');
  });
});

describe('a marked CSV file', () => {
  const text = csvText({ ...form, rows: [...form.rows, ['=1+1', '"引"', '']] });

  it('has the sentences in a last column, guarded like all text', async () => {
    const path = join(folder, 'facts.csv');
    writeFileSync(path, text);
    const remarks = [
      { ...wrongUnit, row: 3, sheet: '' },
      { sheet: '', row: 5, sentence: '=不能这样写。' },
    ];
    const bytes = await remarkedCsv(path, remarks);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(Buffer.from(bytes).toString()).toBe(
      `\ufeff单位,发生日期,数量,问题\r\n石桥村,2026-03-06,1,\r\n柳弯村,2026.3.6,2,${wrongUnit.sentence}\r\n柳湾村,2026-03-08,3,\r\n'=1+1,"""引""",,'=不能这样写。\r\n`,
    );
    writeFileSync(path, bytes);
    const again = Buffer.from(
      await remarkedCsv(path, [{ sheet: '', row: 2, sentence: '日期不对。' }]),
    ).toString();
    expect(again.split('\r\n').slice(0, 3)).toEqual([
      '\ufeff单位,发生日期,数量,问题',
      '石桥村,2026-03-06,1,日期不对。',
      '柳弯村,2026.3.6,2,',
    ]);
    writeFileSync(path, again);
    expect(Buffer.from(await remarkedCsv(path, [])).toString()).toBe(text);
  });
});
