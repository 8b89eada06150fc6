/** Verifying a package: what agrees, how each deviation is named, and packages made to do harm. */

import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  optionsFor,
  type PackageOptions,
  packageOf,
  readFolder,
  type Verification,
  verificationText,
  verifyPackage,
} from '../src/assessment/index.ts';
import { Refusal, readTables, workbookBytes, writeFolder } from '../src/platform/index.ts';
import { smallTown } from './small-town.ts';
import { emptyFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

type Files = Map<string, Uint8Array>;

let original: ReadonlyMap<string, Uint8Array>;
let code: string;

beforeAll(async () => {
  original = await packed(smallTown());
  code = receiptIn(original).code;
});

async function packed(folder: string, more: Partial<PackageOptions> = {}) {
  const read = await readFolder(folder, { goodRows: true });
  return packageOf(read, { ...optionsFor(read, { period: '2026-Q1' }), ...more });
}

function textIn(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

function receiptIn(files: ReadonlyMap<string, Uint8Array>): { code: string } {
  return JSON.parse(textIn(files, 'receipt.json'));
}

/** A folder with the package, changed as told. */
async function folderOf(change: (files: Files) => void | Promise<void> = () => {}) {
  const files: Files = new Map(original);
  await change(files);
  const folder = join(emptyFolder(), 'out');
  await writeFolder(folder, files);
  return folder;
}

function edit(files: Files, path: string, from: string, to: string): void {
  const text = textIn(files, path);
  expect(text).toContain(from);
  files.set(path, new TextEncoder().encode(text.replace(from, to)));
}

async function verified(change: (files: Files) => void | Promise<void>): Promise<string> {
  const verification = await verifyPackage(await folderOf(change));
  expect(verification.agrees).toBe(false);
  return verificationText(verification);
}

const always = '输入、结果和凭据一起改写过的包，自己看不出来';

describe('a package as it was made', () => {
  it('agrees, and says what that cannot show', async () => {
    const verification = await verifyPackage(await folderOf());
    expect(verification).toMatchObject({ agrees: true, code, files: 11, differences: [] });
    const text = verificationText(verification);
    expect(text).toContain(`一致：11 个文件逐字节相同，每个数都重新算过。凭据码 ${code}`);
    expect(text).toContain(always);
  });

  it('agrees also with notice details and left out rows, which its receipt names', async () => {
    const notice = { issuer: '青禾镇人民政府', documentNo: '青政发〔2026〕3号' };
    const files = await packed(smallTown(), { notice });
    const folder = join(emptyFolder(), 'out');
    await writeFolder(folder, files);
    expect((await verifyPackage(folder)).agrees).toBe(true);
  });

  it('carries the years of the calendar that its town entered, and misses them', async () => {
    const folder = smallTown();
    const year = { year: 2027, source: '演示', off: ['2027-01-01'], on: ['2027-01-03'] };
    writeFileSync(join(folder, 'calendar.yaml'), JSON.stringify([year]));
    const files = new Map(await packed(folder));
    expect(receiptIn(files).code).not.toBe(code);
    const out = join(emptyFolder(), 'out');
    await writeFolder(out, files);
    expect((await verifyPackage(out)).agrees).toBe(true);
    edit(files, 'inputs/calendar.yaml', '2027-01-03', '2027-02-13');
    const changed = join(emptyFolder(), 'out');
    await writeFolder(changed, files);
    const verification = await verifyPackage(changed);
    expect(verification.agrees).toBe(false);
    expect(verificationText(verification)).toContain('calendar.yaml');
  });

  it('agrees with its code however that was copied', async () => {
    const folder = await folderOf();
    const full = code.replace(/[0-9A-Z]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
    );
    for (const receipt of [code, code.toLowerCase().replaceAll('-', ' '), full, ` ${code}　`]) {
      const verification = await verifyPackage(folder, { receipt });
      expect(verification).toMatchObject({ agrees: true, receipt: { given: code, agrees: true } });
      expect(verificationText(verification)).toContain(always);
    }
  });

  it('does not agree with the code of another', async () => {
    const other = `${code[0] === '0' ? '1' : '0'}${code.slice(1)}`;
    const verification = await verifyPackage(await folderOf(), { receipt: other });
    expect(verification).toMatchObject({ agrees: false, differences: [] });
    expect(verificationText(verification)).toContain(`给出的是 ${other}，这个包重算是 ${code}`);
  });

  it('refuses what cannot be a code', async () => {
    const folder = await folderOf();
    for (const receipt of ['', '1234', `${code}7`, code.replace(/.$/, 'U'), '凭据码']) {
      const error = await verifyPackage(folder, { receipt }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ exitCode: 2 });
    }
  });
});

describe('a package that was changed', () => {
  it('names subject and line of a number in the result', async () => {
    const text = await verified((files) => edit(files, 'result.json', '92500', '95500'));
    expect(text).toContain('result.json 东溪村 · 总分：95.500 → 重算 92.500');
  });

  it('names the line of a sheet', async () => {
    const text = await verified((files) =>
      edit(files, 'explain/东溪村.html', '<b>92.50</b>', '<b>95.50</b>'),
    );
    expect(text).toMatch(
      /explain\/东溪村\.html（东溪村） 第 \d+ 行：“95\.50 分 满分 100\.00” → 重算 “92\.50 分/,
    );
  });

  it('sees what a sheet does not show', async () => {
    const text = await verified((files) =>
      edit(files, 'explain/东溪村.html', '</body>', '<script></script></body>'),
    );
    expect(text).toContain('explain/东溪村.html：看得见的内容相同，文件本身改动过');
  });

  it('names the cell of a table, and a table saved by another program', async () => {
    const text = await verified(async (files) => {
      const path = join(emptyFolder(), 'standings.xlsx');
      writeFileSync(path, files.get('standings.xlsx') ?? '');
      const { sheets } = await readTables(path);
      const rewritten = sheets.map(({ name, rows }) => ({
        name,
        columns: rows
          .reduce((widest, row) => (row.length > widest.length ? row : widest), [])
          .map(() => ({ title: '', type: 'text' as const })),
        rows: rows.map((row) =>
          row.map((cell) => (cell.merged?.isFirst === false ? '' : cell.text)),
        ),
      }));
      const ranks = rewritten[0];
      const at = ranks?.rows.findIndex((row) => row.includes('东溪村')) ?? -1;
      const scores = ranks?.rows[at]?.map((cell) => (cell === '92.5' ? '95.5' : cell)) ?? [];
      if (ranks) ranks.rows[at] = scores;
      // The writer puts a head of its own above; without it the rows stand one too low.
      const bytes = await workbookBytes(
        rewritten.map(({ name, columns, rows: [head = [], ...rows] }) => ({
          name,
          columns: columns.map((column, index) => ({ ...column, title: head[index] ?? '' })),
          rows,
        })),
      );
      files.set('standings.xlsx', bytes);
    });
    expect(text).toContain('standings.xlsx 表“名次” 第 6 行（东溪村）“得分”：“95.5” → 重算 “92.5”');
  });

  it('names a word of the notice, and one that is no Word file any more', async () => {
    const other = await packed(
      smallTown({ 'scheme.yaml': (text) => text.replace('小村', '大村') }),
    );
    const text = await verified((files) => {
      files.set('notice.docx', other.get('notice.docx') ?? new Uint8Array());
    });
    expect(text).toMatch(/notice\.docx 第 \d+ 段：“.*大村.*” → 重算 “.*小村/);
    const broken = await verified((files) => {
      files.set('notice.docx', new TextEncoder().encode('hello'));
    });
    expect(broken).toMatch(/notice\.docx.*不是/);
  });

  it('names a paragraph of the notice that Word saved anew', async () => {
    const text = await verified(async (files) => {
      const zip = await JSZip.loadAsync(files.get('notice.docx') ?? '');
      const part = 'word/document.xml';
      const xml = (await zip.file(part)?.async('string')) ?? '';
      const changed = xml
        .replace('情况的通报', '情 况&amp;通报')
        .replace('</w:body>', '$&<!-- 另存 -->');
      zip.file(part, changed);
      files.set('notice.docx', await zip.generateAsync({ type: 'uint8array' }));
    });
    expect(text).toMatch(/notice\.docx 第 \d+ 段：“[^”]*情 况&通报[^”]*” → 重算 “[^”]*情况的通报/);
    expect(text.match(/notice\.docx/g)).toHaveLength(1);
  });

  it('names missing and further files', async () => {
    const text = await verified((files) => {
      files.delete('explain/西岗村.html');
      files.set('explain/西岗村（旧）.html', new Uint8Array([65]));
      files.set('inputs/旧事实.xlsx', new Uint8Array([65]));
    });
    expect(text).toContain('缺文件 explain/西岗村.html');
    expect(text).toContain('多出文件 explain/西岗村（旧）.html');
    expect(text).toContain('多出文件 inputs/旧事实.xlsx');
  });

  it('tells a changed input as such, and what it changes', async () => {
    const text = await verified((files) =>
      edit(files, 'inputs/facts.yaml', '{ 处数: 5 }', '{ 处数: 1 }'),
    );
    expect(text).toContain('输入 inputs/facts.yaml 改动过');
    expect(text).toContain('result.json 东溪村 · 总分：92.500 → 重算 94.500');
    expect(text).toMatch(/只有印的凭据码不同/);
  });

  it('refuses inputs that cannot be worked out any more, and says that they were changed', async () => {
    const folder = await folderOf((files) =>
      edit(files, 'inputs/facts.yaml', 'kind: garbage', 'kind: [garbage'),
    );
    await expect(verifyPackage(folder)).rejects.toThrow(
      /不一致：用包里的 inputs 算不出来。\n输入 inputs\/facts\.yaml 改动过/,
    );
  });
});

describe('a package rewritten as a whole', () => {
  it('agrees with itself, and is caught only by the posted code', async () => {
    const forged = await packed(
      smallTown({ 'facts.yaml': (text) => text.replace('{ 处数: 5 }', '{ 处数: 1 }') }),
    );
    const folder = join(emptyFolder(), 'out');
    await writeFolder(folder, forged);
    const alone = await verifyPackage(folder);
    expect(alone.agrees).toBe(true);
    expect(verificationText(alone)).toContain(always);
    const compared = await verifyPackage(folder, { receipt: code });
    expect(compared).toMatchObject({ agrees: false, differences: [] });
    expect(verificationText(compared)).toContain('凭据码不同');
  });
});

describe('another version of the program', () => {
  const older = (files: Files) => {
    for (const path of ['result.json', 'receipt.json']) {
      edit(files, path, '"kernelVersion": "0.1.0"', '"kernelVersion": "0.0.9"');
    }
  };

  it('agrees where all the numbers do, and is named', async () => {
    const verification = await verifyPackage(
      await folderOf(async (files) => {
        older(files);
        const { createHash } = await import('node:crypto');
        const hash = (path: string) =>
          createHash('sha256')
            .update(files.get(path) ?? '')
            .digest('hex');
        const was = createHash('sha256')
          .update(original.get('result.json') ?? '')
          .digest('hex');
        edit(files, 'receipt.json', was, hash('result.json'));
      }),
    );
    expect(verification).toMatchObject({ agrees: true, code, madeBy: '0.0.9' });
    expect(verificationText(verification)).toContain(
      '由 0.0.9 版程序写出，用现在的版本重算，结果相同',
    );
  });

  it('is named as a possible cause where they do not', async () => {
    const text = await verified((files) => {
      older(files);
      edit(files, 'result.json', '92500', '95500');
    });
    expect(text).toContain('不同之处也可能是程序改动引起的');
  });
});

describe('a package made to do harm', () => {
  /** Verifying refuses or disagrees, never crashes, and writes nothing. */
  async function survives(folder: string): Promise<string> {
    const before = listing(folder);
    let told: string;
    try {
      const verification: Verification = await verifyPackage(folder);
      expect(verification.agrees).toBe(false);
      told = verificationText(verification);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      told = error instanceof Refusal ? error.message : '';
    }
    expect(listing(folder)).toEqual(before);
    return told;
  }

  function listing(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return `${path} ${entry.isFile() ? statSync(path).mtimeMs : ''}`;
      })
      .sort();
  }

  it('is not followed where a link leads', async () => {
    const folder = await folderOf();
    const secret = join(emptyFolder(), 'secret.yaml');
    copyFileSync(join(folder, 'inputs', 'facts.yaml'), secret);
    rmSync(join(folder, 'inputs', 'facts.yaml'));
    symlinkSync(secret, join(folder, 'inputs', 'facts.yaml'));
    expect(await survives(folder)).toContain('“inputs/facts.yaml”是一个链接');
    const whole = await folderOf();
    rmSync(join(whole, 'inputs'), { recursive: true });
    symlinkSync(emptyFolder(), join(whole, 'inputs'));
    expect(await survives(whole)).toContain('“inputs”是一个链接');
  });

  it('is not read where a file is huge, or folders have no end', async () => {
    const folder = await folderOf();
    writeFileSync(join(folder, 'explain', 'big.html'), '');
    truncateSync(join(folder, 'explain', 'big.html'), 101_000_000);
    expect(await survives(folder)).toContain('“explain/big.html”太大');
    const deep = await folderOf();
    mkdirSync(join(deep, 'a', 'b', 'c', 'd'), { recursive: true });
    expect(await survives(deep)).toContain('埋得太深');
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', '{"format": 2}'],
    ['no end of brackets', '['.repeat(200_000)],
    ['a receipt of wrong types', '{"format": 1, "code": 5, "files": []}'],
  ])('is refused with a receipt that is %s', async (_, text) => {
    const folder = await folderOf((files) => {
      files.set('receipt.json', new TextEncoder().encode(text));
    });
    expect(await survives(folder)).toContain('receipt.json 读不懂');
  });

  it('is refused without a receipt, and where there is no folder', async () => {
    const folder = await folderOf();
    rmSync(join(folder, 'receipt.json'));
    expect(await survives(folder)).toContain('没有 receipt.json');
    await expect(verifyPackage(join(folder, 'result.json'))).rejects.toBeInstanceOf(Refusal);
    await expect(verifyPackage(join(folder, 'nowhere'))).rejects.toBeInstanceOf(Refusal);
  });

  it('opens no path that its receipt names', async () => {
    const text = await verified((files) => {
      const names = ['../../../etc/passwd', 'inputs/../../secret', '__proto__', 'C:\\\\x'];
      const stated = names.map((name) => `"${name}": "${'a'.repeat(64)}",`);
      edit(files, 'receipt.json', '"files": {', `"files": { ${stated.join(' ')}`);
    });
    expect(text).toContain('receipt.json 文件摘要 · ../../../etc/passwd');
  });

  it.each([
    ['period', '"period": "2026-Q1"', '"period": "2026-Q7"'],
    ['period of another length', '"period": "2026-Q1"', '"period": "2026"'],
    ['year', '"period": "2026-Q1"', '"period": "1999-Q1"'],
    ['day', '"asOf": "2026-03-31"', '"asOf": "2026-02-30"'],
    ['day before the period', '"asOf": "2026-03-31"', '"asOf": "2025-02-28"'],
    ['line', '"line": "small-town"', '"line": "another"'],
  ])('is refused or disagrees with a false %s', async (_, from, to) => {
    await survives(await folderOf((files) => edit(files, 'receipt.json', from, to)));
  });

  it('says so where a result has no shape any more', async () => {
    for (const text of [
      '{',
      'null',
      '[[[[[[]]]]]]',
      `${'{"tree":'.repeat(5000)}1${'}'.repeat(5000)}`,
    ]) {
      const told = await verified((files) => {
        files.set('result.json', new TextEncoder().encode(text));
      });
      expect(told).toContain('result.json');
    }
  });
});
