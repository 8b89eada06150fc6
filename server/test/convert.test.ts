/** Roster and facts on their way between YAML, Excel and CSV: nothing changes, and errors come back marked. */

import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { type Folder, readFolder } from '../src/assessment/index.ts';
import { readTables } from '../src/platform/index.ts';
import {
  copyOf,
  emptyFolder,
  exampleFolder,
  oneneedle,
  oneneedleJson,
  removeFolders,
} from './terminal.ts';

afterAll(removeFolders);

const examples = ['village-daily', 'village-cadres', 'town-staff'];
const formats = ['xlsx', 'csv', 'yaml'] as const;

/** A copy of an example whose roster and facts are of another kind of file. */
async function converted(name: string, format: (typeof formats)[number]): Promise<string> {
  const folder = copyOf(name);
  const out = emptyFolder();
  const { code, err } = await oneneedle(['export', folder, '--to', format, '--out', out]);
  expect([code, err]).toEqual([0, '']);
  expect(readdirSync(out).sort()).toEqual([`facts.${format}`, `roster.${format}`]);
  for (const what of ['roster', 'facts']) {
    rmSync(join(folder, `${what}.yaml`));
    renameSync(join(out, `${what}.${format}`), join(folder, `${what}.${format}`));
  }
  return folder;
}

const result = async (folder: string) => {
  const { code, err } = await oneneedle(['assess', folder]);
  expect([code, err]).toEqual([0, '']);
  return readFileSync(join(folder, 'result.json'), 'utf8');
};

describe.each(examples)('%s', (name) => {
  it.each(formats)(
    'exported to %s is the same roster, the same facts, the same result',
    async (format) => {
      const folder = await converted(name, format);
      const read = ({ book }: Folder) => [book.roster, book.facts];
      expect(read(await readFolder(folder))).toEqual(read(await readFolder(exampleFolder(name))));
      expect(await result(folder)).toBe(await result(copyOf(name)));
      const again = await oneneedle(['export', folder, '--to', format, '--out', folder]);
      expect([again.code, again.out]).toEqual([0, expect.not.stringContaining('覆盖了')]);
    },
  );
});

describe('export', () => {
  const daily = exampleFolder('village-daily');

  it('says what it wrote and how to go on with it', async () => {
    const folder = copyOf('village-daily');
    const { code, out } = await oneneedle(['export', folder, '--to', '.XLSX']);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 4)).toEqual([
      `已写入 ${join(folder, 'export/roster.xlsx')}`,
      `已写入 ${join(folder, 'export/facts.xlsx')}`,
      '单位 16 个，人员 0 人，事实 475 条。',
      `下一步：要改用这两份的，先把 roster.yaml、facts.yaml 移到别处，再把它们移进 ${folder}；得分不会变。`,
    ]);
  });

  it('numbers rows that had no number, and says how many', async () => {
    const folder = await converted('village-daily', 'csv');
    const file = join(folder, 'facts.csv');
    const rows = readFileSync(file, 'utf8').replace(/,\d+(?=\r?\n)/g, ',');
    writeFileSync(file, rows);
    const { out } = await oneneedle(['export', folder, '--to', 'csv', '--out', folder, '--force']);
    expect(out).toContain('\n原来没有序号的 475 条，已按登记先后补上。\n');
    expect(out).toContain(`已写入 ${file}（覆盖了原来的）`);
    expect(readFileSync(file, 'utf8')).toMatch(/,475\r?\n$/);
  });

  it('never makes a folder with two rosters', async () => {
    const folder = copyOf('village-daily');
    const { code, err } = await oneneedle([
      'export',
      folder,
      '--to',
      'xlsx',
      '--out',
      `${folder}/`,
    ]);
    expect([code, err]).toEqual([
      1,
      '这个文件夹里已经有 roster.yaml、facts.yaml，再写 xlsx 文件，就不知道以哪个为准了。请用 --out 写到别的文件夹。\n',
    ]);
    expect(existsSync(join(folder, 'roster.xlsx'))).toBe(false);
  });

  it('asks for the kind of file', async () => {
    expect(await oneneedle(['export', daily])).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^没有写明换成哪一种，请加 --to xlsx、--to csv 或 --to yaml。例如：/,
      ),
    });
    expect(await oneneedle(['export', daily, '--to', 'pdf'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--to 后面写 xlsx、csv 或 yaml，没有“pdf”这一种。/),
    });
  });
});

describe('a table with problems', async () => {
  const folder = await converted('village-daily', 'xlsx');
  const file = join(folder, 'facts.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const row = workbook.getWorksheet('限期整改逾期未完成')?.getRow(2);
  if (!row) throw new Error('no such row');
  row.getCell(2).value = '没有的村';
  await workbook.xlsx.writeFile(file);
  const copy = join(folder, 'facts-批注.xlsx');

  it('is refused with its cells by every command, and nothing is computed', async () => {
    const sentence =
      '■ 错误 facts.xlsx 表《限期整改逾期未完成》第 2 行 B 列：名册里没有“没有的村”；请核对写法，或补进名册。';
    const { code, err } = await oneneedle(['explain', folder, '--subject', '东溪村']);
    expect([code, err.split('\n')]).toEqual([
      1,
      [
        '事实有 1 处错误，没有计分。请逐处改正后再运行：',
        sentence,
        `运行 oneneedle assess，会把每处问题标在一份批注里：${copy}（原表不动）。`,
        '',
      ],
    ]);
    expect(existsSync(copy)).toBe(false);
    expect(existsSync(join(folder, 'result.json'))).toBe(false);
  });

  it('comes back marked beside the table, which is not touched', async () => {
    const before = readFileSync(file);
    const { code, err } = await oneneedle(['assess', folder]);
    expect(code).toBe(1);
    expect(err).toContain(
      `\n每处问题已标在格子上：${copy}（原表没有动；照批注改原表，改好再运行）。\n`,
    );
    expect(err).toMatch(/\n先只用没有问题的行算的，加 --good-rows。\n$/);
    expect(readFileSync(file).equals(before)).toBe(true);
    const sheet = (await readTables(copy)).sheets.find(({ name }) => name === '限期整改逾期未完成');
    expect(sheet?.rows[1]?.at(-1)?.text).toContain('名册里没有“没有的村”');
  });

  it('can be used without its bad rows, which are named', async () => {
    const told = await oneneedle(['assess', folder, '--good-rows']);
    expect([told.code, told.err]).toEqual([0, '']);
    expect(told.out).toContain('\nfacts.xlsx 里有 1 行没有计入，只按没有问题的行计算；');
    expect(told.out).toContain('· 表《限期整改逾期未完成》第 2 行（D-0020）：名册里没有“没有的村”');
    expect(told.out).toContain(`每处问题已标在格子上：${copy}`);
  });

  it('says where in English too, each sentence behind its code', async () => {
    const { err } = await oneneedle(['assess', folder, '--lang', 'en']);
    expect(err.split('\n').slice(0, 3)).toEqual([
      'Nothing was computed (errors in the facts: 1). Please mend these and run again:',
      expect.stringMatching(
        /^■ error facts\.xlsx, sheet “限期整改逾期未完成”, row 2, column B: \[table\] Something in a table is wrong: 名册里没有/,
      ),
      expect.stringContaining('Every problem is marked at its cell in '),
    ]);
  });

  it('has its findings in the JSON answer', async () => {
    const { answer } = await oneneedleJson(['assess', folder]);
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        findings: [
          { code: 'table', file: 'facts.xlsx', path: '表《限期整改逾期未完成》第 2 行 B 列' },
        ],
      },
    });
  });
});

describe('template', () => {
  it('makes both workbooks, with the names of the roster to choose from', async () => {
    const out = emptyFolder();
    const { code, out: told } = await oneneedle([
      'template',
      exampleFolder('village-daily'),
      '--out',
      out,
    ]);
    expect(code).toBe(0);
    expect(told.split('\n').slice(0, 2)).toEqual([
      `已写入 ${join(out, 'roster-template.xlsx')}：名册的空表`,
      `已写入 ${join(out, 'facts-template.xlsx')}：事实登记表，办法要听的事实一种一张`,
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(out, 'facts-template.xlsx'));
    expect(workbook.getWorksheet('更正')).toBeDefined();
    expect(workbook.worksheets.length).toBeGreaterThan(10);
  });

  it('filled with nothing reads as a folder without facts', async () => {
    const folder = copyOf('village-daily');
    const out = emptyFolder();
    await oneneedle(['template', folder, '--out', out]);
    rmSync(join(folder, 'facts.yaml'));
    cpSync(join(out, 'facts-template.xlsx'), join(folder, 'facts.xlsx'));
    const { code, out: told } = await oneneedle(['assess', folder, '--period', '2026-Q1']);
    expect(code).toBe(0);
    expect(told).toContain('2026年第一季度没有记过一条事实');
  });

  it('lies beside the scheme by default, and keeps what was filled in', async () => {
    const folder = copyOf('town-staff');
    const path = join(folder, 'scheme.yaml');
    expect((await oneneedle(['template', path])).code).toBe(0);
    writeFileSync(join(folder, 'facts-template.xlsx'), 'filled in by hand');
    const { code, err } = await oneneedle(['template', path]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^已经有 .*facts-template\.xlsx，没有覆盖。/),
    ]);
    expect(readFileSync(join(folder, 'facts-template.xlsx'), 'utf8')).toBe('filled in by hand');
    expect((await oneneedle(['template', path, '--force'])).out).toContain('（覆盖了原来的）');
  });

  it('says what is missing without a roster', async () => {
    const folder = copyOf('village-daily');
    rmSync(join(folder, 'roster.yaml'));
    const { code, out } = await oneneedle(['template', folder]);
    expect(code).toBe(0);
    expect(out).toContain('\n办法旁边没有可用的名册，登记表里没有村名、人名的下拉；');
  });
});
