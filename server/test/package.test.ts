/** The package of a result: every file of it, on the examples and on names made to do harm. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { outputs, stale } from '../scripts/generate.ts';
import { fileNames } from '../src/assessment/file-names.ts';
import {
  optionsFor,
  packageNames,
  packageOf,
  readCode,
  readFolder,
  resultShape,
  sealPeriod,
} from '../src/assessment/index.ts';
import { readTables, type Sheet, wordParagraphs, writeFolder } from '../src/platform/index.ts';
import { smallTown } from './small-town.ts';
import { copyOf, emptyFolder, exampleFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const examples = [
  ['village-daily', '2026-Q1'],
  ['village-cadres', '2026'],
  ['town-staff', '2026'],
] as const;

interface Result {
  readonly subjects: readonly {
    readonly code: string;
    readonly totalMilli: number;
    readonly notAssessed?: string;
  }[];
}

async function packed(folder: string, period: string, told: string[] = []) {
  const read = await readFolder(folder);
  const progress = (sentence: string) => told.push(sentence);
  return packageOf(read, optionsFor(read, { period }), { progress });
}

function textIn(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

function sha256(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}

/** The tables of a package as a clerk's program opens them. */
async function sheetsOf(files: ReadonlyMap<string, Uint8Array>): Promise<readonly Sheet[]> {
  const folder = join(emptyFolder(), 'out');
  await writeFolder(folder, files);
  return (await readTables(join(folder, 'standings.xlsx'))).sheets;
}

/** The rows of a sheet below its head, by the titles of their columns. */
function rowsOf(sheets: readonly Sheet[], name: string): Record<string, string>[] {
  const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const at = rows.findIndex((row) => row.some(({ text }) => text === '名称' || text === '说明'));
  const titles = (rows[at] ?? []).map(({ text }) => text);
  return rows
    .slice(at + 1)
    .filter((row) => !row[0]?.merged)
    .map((row) =>
      Object.fromEntries(titles.map((title, index) => [title, row[index]?.text ?? ''])),
    );
}

/** Thousandths of a number as a cell shows it. */
function milliOf(text: string | undefined): number {
  const [whole = '0', part = ''] = (text ?? '').replace('-', '').split('.');
  const milli = Number(whole) * 1000 + Number(part.padEnd(3, '0'));
  return text?.startsWith('-') ? -milli : milli;
}

describe.each(examples)('the package of %s', async (name, period) => {
  const files = await packed(exampleFolder(name), period);
  const result = JSON.parse(textIn(files, 'result.json')) as Result;
  const receipt = JSON.parse(textIn(files, 'receipt.json')) as {
    code: string;
    files: Record<string, string>;
  };
  const sheets = await sheetsOf(files);

  it('holds a sheet for each subject, the tables, the notice, the inputs and a receipt', () => {
    const sheetPaths = result.subjects.map(({ code }) => `explain/${code}.html`);
    const inputs = ['facts', 'kinds', 'roster', 'scheme'].map((file) => `inputs/${file}.yaml`);
    const others = ['notice.docx', 'receipt.json', 'result.json', 'standings.xlsx'];
    expect([...files.keys()].sort()).toEqual([...sheetPaths, ...inputs, ...others].sort());
  });

  it('keeps the inputs as they are', () => {
    for (const file of ['facts', 'kinds', 'roster', 'scheme']) {
      const original = readFileSync(join(exampleFolder(name), `${file}.yaml`));
      expect(original.equals(files.get(`inputs/${file}.yaml`) ?? new Uint8Array())).toBe(true);
    }
  });

  it('has a result of the published shape, every key of it described', () => {
    const text: unknown = JSON.parse(textIn(files, 'result.json'));
    expect(resultShape.parse(text)).toEqual(text);
    expect(publishedShape().safeParse(text).error?.issues).toBe(undefined);
  });

  it('orders subjects by code, each with its total', () => {
    const codes = result.subjects.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    for (const { totalMilli } of result.subjects) expect(totalMilli).toBeTypeOf('number');
  });

  it('has a receipt over every other file', () => {
    const others = [...files].filter(([path]) => path !== 'receipt.json');
    expect(receipt.files).toEqual(
      Object.fromEntries(others.map(([path, bytes]) => [path, sha256(bytes)])),
    );
    expect(readCode(receipt.code)).toBe(receipt.code);
  });

  it('prints its code on the notice and on every sheet', async () => {
    const notice = files.get('notice.docx') ?? new Uint8Array();
    expect((await wordParagraphs('notice.docx', notice)).join()).toContain(receipt.code);
    for (const { code } of result.subjects) {
      expect(textIn(files, `explain/${code}.html`)).toContain(receipt.code);
    }
    expect(sheets[0]?.rows[1]?.[0]?.text).toContain(receipt.code);
  });

  it('has points that add up along every row and column', () => {
    for (const table of ['指标得分', '二级指标得分']) {
      const rows = rowsOf(sheets, table);
      if (table === '二级指标得分' && rows.length === 0) continue;
      const indicators = Object.keys(rows[0] ?? {}).filter((title) =>
        /^(?:\d|总分调整)/.test(title),
      );
      const assessed = result.subjects.filter(({ notAssessed }) => notAssessed === undefined);
      expect(rows).toHaveLength(assessed.length + 1);
      const [last, ...others] = [...rows].reverse();
      for (const row of rows) {
        const sum = indicators.reduce((total, title) => total + milliOf(row[title]), 0);
        expect([milliOf(row.相加), milliOf(row.得分), milliOf(row.核对)]).toEqual([sum, sum, 0]);
      }
      for (const title of [...indicators, '得分']) {
        const sum = others.reduce((total, row) => total + milliOf(row[title]), 0);
        expect(milliOf(last?.[title])).toBe(sum);
      }
      for (const { code, totalMilli } of assessed) {
        expect(milliOf(others.find((row) => row.编码 === code)?.得分)).toBe(totalMilli);
      }
    }
  });

  it('has details that add up to each total, each with its facts', () => {
    const rows = rowsOf(sheets, '扣加分明细');
    for (const { code, totalMilli, notAssessed } of result.subjects) {
      const own = rows.filter((row) => row.编码 === code);
      const sum = own.reduce((total, row) => total + milliOf(row.分值), 0);
      expect([code, sum]).toEqual([code, notAssessed === undefined ? totalMilli : 0]);
    }
    const ids = rows.flatMap((row) => (row.事实 ?? '').split('\n')).filter((id) => id !== '');
    expect(ids.length).toBeGreaterThan(20);
    const withFacts = rows.filter((row) => row.事实 !== '');
    expect(withFacts.every((row) => row.什么事 !== '' && row.记录人 !== '')).toBe(true);
  });

  it('says where it is internal, and that it is not sealed', async () => {
    const title = sheets.map(({ rows }) =>
      rows
        .slice(0, 3)
        .map((row) => row[0]?.text)
        .join('\n'),
    );
    const isPersonal = name !== 'village-daily';
    expect(title.every((lines) => lines.includes('内部') === isPersonal)).toBe(true);
    expect(title.every((lines) => lines.includes('未封存'))).toBe(true);
  });
});

function publishedShape(): z.ZodType {
  const path = fileURLToPath(new URL('../../docs/reference/result.schema.json', import.meta.url));
  return z.fromJSONSchema(JSON.parse(readFileSync(path, 'utf8')));
}

describe('the published shape of a result', async () => {
  const files = await packed(smallTown(), '2026-Q1');

  it('stands among the files that a package always has', () => {
    expect([...new Set([...files.keys()].map((path) => path.split('/')[0]))]).toEqual(packageNames);
  });

  const text = textIn(files, 'result.json');

  it('is what is generated', () => {
    expect(stale()).toEqual([]);
    expect(Object.keys(outputs)).toEqual(['docs/reference/result.schema.json']);
  });

  it.each([
    ['a total that is a text', (result: Changeable) => (result.subjects[0].totalMilli = '95500')],
    ['a total with a fraction', (result: Changeable) => (result.subjects[0].totalMilli = 95.5)],
    ['no total', (result: Changeable) => delete result.subjects[0].totalMilli],
    ['an unknown state', (result: Changeable) => (result.subjects[0].state = '缺')],
    [
      'a wrong line far below',
      (result: Changeable) => (result.subjects[0].tree.children[0].milli = null),
    ],
    ['another version', (result: Changeable) => (result.format = 2)],
    ['a hash that is none', (result: Changeable) => (result.receipt.resultSha256 = 'abc')],
  ])('refuses %s', (_, spoil) => {
    const result = JSON.parse(text);
    for (const shape of [publishedShape(), resultShape]) {
      expect(shape.safeParse(result).success).toBe(true);
    }
    spoil(result);
    for (const shape of [publishedShape(), resultShape]) {
      expect(shape.safeParse(result).success).toBe(false);
    }
  });

  it('lets later keys pass', () => {
    const result = { ...JSON.parse(text), later: { any: 'thing' } };
    expect(publishedShape().safeParse(result).success).toBe(true);
  });
});

type Changeable = ReturnType<typeof JSON.parse>;

describe('the same inputs', () => {
  it('give the same bytes in another process and another folder', async () => {
    const door = new URL('../src/assessment/index.ts', import.meta.url).href;
    const script = `
      const { optionsFor, packageOf, readFolder } = await import(${JSON.stringify(door)});
      const { createHash } = await import('node:crypto');
      const folder = await readFolder(process.argv[1]);
      const files = await packageOf(folder, optionsFor(folder, { period: '2026' }));
      const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
      process.stdout.write(JSON.stringify([...files].map(([path, bytes]) => [path, hash(bytes)])));`;
    const there = execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', script, copyOf('town-staff')],
      { encoding: 'utf8', env: { ...process.env, TZ: 'America/New_York', LANG: 'C' } },
    );
    const files = await packed(exampleFolder('town-staff'), '2026');
    const here = [...files].map(([path, bytes]) => [path, sha256(bytes)]);
    expect(JSON.parse(there)).toEqual(here);
  });

  it('have another code when a fact, the scheme or a seal changes, and not for a remark', async () => {
    const codeOf = async (folder: string) =>
      JSON.parse(textIn(await packed(folder, '2026-Q1'), 'receipt.json')).code as string;
    const code = await codeOf(smallTown());
    const remark = smallTown({ 'facts.yaml': (text) => `# 另一句说明\n${text}` });
    expect(await codeOf(remark)).toBe(code);
    const others = [
      smallTown({ 'facts.yaml': (text) => text.replace('二月暗访', '二月明查') }),
      smallTown({ 'scheme.yaml': (text) => text.replace('full: 60', 'full: 61') }),
      smallTown({ 'roster.yaml': (text) => text.replace('name: 南坪村', 'name: 南坪新村') }),
    ];
    const codes = await Promise.all(others.map(codeOf));
    const sealed = smallTown();
    await sealPeriod(await readFolder(sealed), { scheme: 'small-town', period: '2026-Q1' });
    expect(new Set([code, ...codes, await codeOf(sealed)]).size).toBe(5);
  });
});

describe('a sealed period', () => {
  it('is shown as sealed, and as differing where the numbers are others', async () => {
    const folder = smallTown();
    await sealPeriod(
      await readFolder(folder),
      { scheme: 'small-town', period: '2026-Q1' },
      { decisionNo: '青考〔2026〕2号' },
    );
    const files = await packed(folder, '2026-Q1');
    expect(textIn(files, 'explain/东溪村.html')).toContain('已封存 第1版（青考〔2026〕2号）');
    expect(JSON.parse(textIn(files, 'result.json')).sealed).toEqual({
      edition: 1,
      decisionNo: '青考〔2026〕2号',
      agrees: true,
    });
    const later = await readFolder(folder);
    const spoilt = { ...later.book, facts: later.book.facts.filter(({ id }) => id !== 'F1') };
    const options = optionsFor(later, { period: '2026-Q1' });
    const others = await packageOf({ ...later, book: spoilt }, options);
    expect(textIn(others, 'explain/东溪村.html')).toContain('与封存的第1版');
    expect(JSON.parse(textIn(others, 'result.json')).sealed.agrees).toBe(false);
  });
});

describe('many subjects', () => {
  it('are told as they go on', async () => {
    const villages = Array.from(
      { length: 60 },
      (_, index) => `  - { code: V${index}, name: 第${index}村 }`,
    );
    const folder = smallTown({ 'roster.yaml': (text) => `${text}${villages.join('\n')}\n` });
    const told: string[] = [];
    const files = await packed(folder, '2026-Q1', told);
    expect([...files.keys()].filter((path) => path.startsWith('explain/'))).toHaveLength(63);
    expect(told[0]).toBe('正在写 63 个对象的得分说明，请稍候。');
    expect(told).toContain('得分说明 56/63');
    expect(told.length).toBeLessThan(15);
  });
});

describe('file names from codes', () => {
  const names = (codes: readonly string[]) => {
    const found = fileNames(codes);
    return codes.map((code) => found.get(code) ?? '');
  };

  it('leave good names as they are', () => {
    expect(names(['东溪村', 'V-01', '1.2', '（甲）'])).toEqual(['东溪村', 'V-01', '1.2', '（甲）']);
  });

  it.each([
    '../x',
    '..',
    '.',
    '/',
    'a/b',
    'a\\b',
    'C:x',
    'CON',
    'con.txt',
    'LPT1',
    'x.',
    'x ',
    '',
    '\u0000',
    '\u202Egnp.exe',
    'a'.repeat(999),
    '村'.repeat(300),
    '-rf',
    '~',
    '$HOME',
    '%2e%2e',
  ])('are made safe: %j', (code) => {
    const [name = ''] = names([code]);
    expect(isSafe(name)).toBe(true);
  });

  it('are never the same twice, whatever the codes', () => {
    const codes = fc.uniqueArray(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('a', 'A', 'ａ', '../a', './a', 'a ', 'a.', 'CON', 'con', 'é', 'e\u0301'),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(codes, (items) => {
        const found = names(items);
        expect(found.every(isSafe)).toBe(true);
        const folded = found.map((name) => name.normalize('NFKC').toLowerCase());
        expect(new Set(folded).size).toBe(items.length);
      }),
    );
  });

  function isSafe(name: string): boolean {
    const plain = /^[\p{L}\p{N}_()（）-][\p{L}\p{N}._()（）-]*$/u.test(name);
    const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
    return plain && !device && !name.endsWith('.') && Buffer.byteLength(name) <= 200;
  }
});
