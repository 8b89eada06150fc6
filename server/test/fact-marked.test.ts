/** A clerk mends the marked copy itself and saves it as the file: its reader does not trip over the marks. */

import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { type FactsRead, factsFrom, writeBack } from '../src/ledger/index.ts';
import { type RosterRead, rosterFrom } from '../src/org/roster-from.ts';
import { type NewSheet, readTables, workbookBytes } from '../src/platform/index.ts';
import { town } from './garbage-sheet.ts';
import { emptyFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

type Mend = (sheet: ExcelJS.Worksheet) => void;

/** Marks the file, mends the copy as a clerk would, and saves it in the file's place. */
async function mended(
  { path, sheet }: { path: string; sheet: string },
  { remarks, headRows }: Pick<FactsRead | RosterRead, 'remarks' | 'headRows'>,
  mend: Mend,
): Promise<ExcelJS.Worksheet> {
  const copy = await writeBack({ path, remarks, headRows });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(copy);
  const table = workbook.getWorksheet(sheet);
  if (!table) throw new Error(`there is no sheet ${sheet}`);
  mend(table);
  await workbook.xlsx.writeFile(copy);
  copyFileSync(copy, path);
  return table;
}

async function saved(name: string, sheet: NewSheet): Promise<string> {
  const path = join(emptyFolder(), name);
  writeFileSync(path, await workbookBytes([sheet]));
  return path;
}

function columns(...titles: string[]): NewSheet['columns'] {
  return titles.map((title) => ({ title, type: 'text' }));
}

const garbage: NewSheet = {
  name: '垃圾积存',
  title: ['青禾镇垃圾积存登记表'],
  columns: columns('编号', '对象', '日期', '处教', '检查组长'),
  rows: [
    ['D-1', '东溪村', '2026-03-06', '5', ''],
    ['D-2', '西冈村', '2026-03-07', '2', ''],
    ['合计', '', '', '7', ''],
  ],
};

const mendGarbage: Mend = (table) => {
  table.getCell('D2').value = '处数（处）';
  table.getCell('E2').value = null;
  table.getCell('B4').value = '西岗村';
  for (const place of ['A5', 'D5']) table.getCell(place).value = null;
};

describe('a marked copy that was mended', () => {
  const readFacts = async (path: string) => factsFrom(await readTables(path), town);

  it('is read without a remark: a fault in the heads, a bad cell, a row of totals', async () => {
    const path = await saved('facts.xlsx', garbage);
    const before = await readFacts(path);
    expect(before.remarks.map(({ row, column }) => [row, column])).toEqual([
      [2, 4],
      [2, 5],
      [4, 2],
      [5, undefined],
    ]);
    const table = await mended({ path, sheet: garbage.name }, before, mendGarbage);
    expect(table.getCell('F2').text).toMatch(/^问题\n没有“处教”这一栏/);
    expect(table.getCell('F5').text).toContain('第 5 行是合计');
    const after = await readFacts(path);
    expect(after.remarks).toEqual([]);
    expect(after.facts.map(({ id, values }) => [id, values])).toEqual([
      ['D-1', { 处数: '5' }],
      ['D-2', { 处数: '2' }],
    ]);
  });

  it('is read where the line breaks of its title became spaces', async () => {
    const path = await saved('facts.xlsx', garbage);
    await mended({ path, sheet: garbage.name }, await readFacts(path), (table) => {
      mendGarbage(table);
      const title = table.getCell('F2');
      title.value = title.text.replaceAll('\n', ' ');
    });
    expect((await readFacts(path)).remarks).toEqual([]);
  });

  it('is marked anew in the same column while something is still wrong', async () => {
    const path = await saved('facts.xlsx', garbage);
    await mended({ path, sheet: garbage.name }, await readFacts(path), (table) => {
      mendGarbage(table);
      table.getCell('B4').value = '西冈村';
    });
    const again = await readFacts(path);
    expect(again.remarks.map(({ row, column }) => [row, column])).toEqual([[4, 2]]);
    const table = await mended({ path, sheet: garbage.name }, again, mendGarbage);
    expect([table.getCell('F2').text, table.getCell('F5').text]).toEqual(['问题', '']);
    expect((await readFacts(path)).remarks).toEqual([]);
  });

  it('leaves a column of the clerk’s own that only begins alike', async () => {
    const path = await saved('facts.xlsx', {
      ...garbage,
      columns: columns('编号', '对象', '日期', '处数', '问题 描述'),
      rows: [['D-1', '东溪村', '2026-03-06', '5', '成堆']],
    });
    const [remark] = (await readFacts(path)).remarks;
    expect(remark?.sentence).toContain('没有“问题 描述”这一栏');
  });

  it('holds for a roster as well', async () => {
    const path = await saved('roster.xlsx', {
      name: '单位',
      columns: columns('编码', '名称', '曾用各'),
      rows: [
        ['V1', '东溪村', ''],
        ['', '西岗村', ''],
        ['合计', '2', ''],
      ],
    });
    const read = async () => rosterFrom(await readTables(path));
    const before = await read();
    expect(before.remarks.map(({ row, column }) => [row, column])).toEqual([
      [1, 3],
      [3, 1],
      [4, undefined],
    ]);
    await mended({ path, sheet: '单位' }, before, (table) => {
      table.getCell('C1').value = '曾用名';
      table.getCell('A3').value = 'V2';
      for (const place of ['A4', 'B4']) table.getCell(place).value = null;
    });
    const after = await read();
    expect(after.remarks).toEqual([]);
    expect(after.roster.units.map(({ code, sizes }) => [code, sizes])).toEqual([
      ['V1', {}],
      ['V2', {}],
    ]);
  });
});
