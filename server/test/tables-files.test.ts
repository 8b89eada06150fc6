/** Files and folders that are written whole or not at all. */

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Refusal,
  refuseForeign,
  writeBytes,
  writeFolder,
  writeTogether,
} from '../src/platform/index.ts';
import { ownFolder } from './tables-samples.ts';

const root = ownFolder();
let count = 0;

/** A folder of its own for each test. */
function place(): string {
  count += 1;
  const path = join(root, `place-${count}`);
  mkdirSync(path);
  return path;
}

function filesOf(entries: Record<string, string>): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(entries).map(([name, text]) => [name, Buffer.from(text)]));
}

/** Everything below a folder, by path. */
function found(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(path, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

/** The sentence of a refusal, after which nothing is different from before. */
async function refused(where: string, work: () => Promise<void>): Promise<string> {
  const before = [found(where), readdirSync(where, { recursive: true }).sort()];
  const error: unknown = await work().then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  expect([found(where), readdirSync(where, { recursive: true }).sort()]).toEqual(before);
  return error instanceof Refusal ? error.message : '';
}

const result = { 'result.json': '{}', 'receipt.json': '{"a":1}', 'explain/V01.html': '<p>' };

describe('a folder', () => {
  it('is written with its inner folders, and with those above it', async () => {
    const where = place();
    await writeFolder(join(where, 'a', 'b', '结果'), filesOf(result));
    expect(found(where)).toEqual({
      'a/b/结果/explain/V01.html': '<p>',
      'a/b/结果/receipt.json': '{"a":1}',
      'a/b/结果/result.json': '{}',
    });
    expect(readdirSync(join(where, 'a', 'b'))).toEqual(['结果']);
    const plain = join(where, 'plain');
    mkdirSync(plain);
    expect(statSync(join(where, 'a', 'b', '结果')).mode).toBe(statSync(plain).mode);
  });

  it('takes the place of an empty one, and of an earlier result of ours', async () => {
    const where = place();
    mkdirSync(join(where, 'out'));
    writeFileSync(join(where, 'out', 'Thumbs.db'), '');
    await writeFolder(join(where, 'out'), filesOf({ ...result, 'explain/V02.html': 'old' }));
    await writeFolder(join(where, 'out'), filesOf({ ...result, 'result.json': 'new' }));
    expect(found(join(where, 'out'))).toEqual({ ...result, 'result.json': 'new' });
    expect(readdirSync(where)).toEqual(['out']);
  });

  it('and a file are as readable as what they replace', async () => {
    const where = place();
    const [out, file] = [join(where, 'out'), join(where, 'file')];
    mkdirSync(out, { mode: 0o700 });
    writeFileSync(file, '', { mode: 0o600 });
    await writeFolder(out, filesOf(result));
    await writeBytes(file, Buffer.from('1'));
    expect([out, file].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  });

  it('can be asked for beforehand, and nothing is touched', () => {
    const where = place();
    const out = join(where, 'out');
    expect(refuseForeign(out, ['a'])).toBeUndefined();
    mkdirSync(out, { mode: 0o700 });
    const before = statSync(out);
    refuseForeign(out, ['a']);
    expect([statSync(out).ino, statSync(out).mode]).toEqual([before.ino, before.mode]);
    writeFileSync(join(out, 'receipt.json'), '{}');
    writeFileSync(join(out, '备注.docx'), '');
    refuseForeign(out, ['receipt.json', '备注.docx']);
    expect(() => refuseForeign(out, ['receipt.json'])).toThrow('这次不会写的“备注.docx”');
  });

  it('is refused where other files stand', async () => {
    const where = place();
    mkdirSync(join(where, 'out'));
    writeFileSync(join(where, 'out', '讲话稿.docx'), '重要');
    const sentence = await refused(where, () => writeFolder(join(where, 'out'), filesOf(result)));
    expect(sentence).toContain('已经有别的文件（如“讲话稿.docx”）');
    expect(sentence).toContain('--out');
  });

  it('is refused where a clerk put a file of her own to an earlier result', async () => {
    const where = place();
    await writeFolder(join(where, 'out'), filesOf(result));
    writeFileSync(join(where, 'out', '备注.docx'), '重要');
    const write = () => writeFolder(join(where, 'out'), filesOf(result));
    expect(await refused(where, write)).toContain('这次不会写的“备注.docx”，怕误删');
    rmSync(join(where, 'out', '备注.docx'));
    writeFileSync(join(where, 'out', '~$result.docx'), '');
    expect(await refused(where, write)).toContain('打开着');
  });

  it('is refused where a file stands, there or above', async () => {
    const where = place();
    writeFileSync(join(where, 'out'), '文件');
    expect(await refused(where, () => writeFolder(join(where, 'out'), filesOf(result)))).toContain(
      '是一个文件',
    );
    const below = join(where, 'out', 'a', 'b');
    expect(await refused(where, () => writeFolder(below, filesOf(result)))).toContain('out');
  });

  it('leaves nothing behind when a file cannot be written', async () => {
    const where = place();
    const clash = filesOf({ 'receipt.json': '', a: '1', 'a/b': '2' });
    const write = () => writeFolder(join(where, 'x', 'y', 'out'), clash);
    expect(await refused(where, write)).toContain(join('x', 'y', 'out', 'a'));
    await writeFolder(join(where, 'out'), filesOf(result));
    const again = filesOf({ ...result, 'result.json/inner': '2' });
    await refused(where, () => writeFolder(join(where, 'out'), again));
    expect(existsSync(join(where, 'x'))).toBe(false);
  });

  it('keeps a link to it, and names stay inside', async () => {
    const where = place();
    mkdirSync(join(where, 'real'));
    symlinkSync(join(where, 'real'), join(where, 'link'));
    await writeFolder(join(where, 'link'), filesOf(result));
    expect(found(join(where, 'real'))).toEqual(result);
    for (const name of ['../out', '/out', 'a//b', 'a\\b', 'C:b', '']) {
      await expect(writeFolder(join(where, 'new'), filesOf({ [name]: '' }))).rejects.toThrow(
        'no name',
      );
    }
    expect(readdirSync(where).sort()).toEqual(['link', 'real']);
  });
});

describe('a file', () => {
  it('is written with its folders, and replaces an old one', async () => {
    const where = place();
    const path = join(where, 'a', '事实.xlsx');
    await writeBytes(path, Buffer.from('1'));
    await writeBytes(path, Buffer.from('2'));
    expect(found(where)).toEqual({ 'a/事实.xlsx': '2' });
    expect(readdirSync(join(where, 'a'))).toEqual(['事实.xlsx']);
  });

  it('is refused where a folder stands, or below a file', async () => {
    const where = place();
    mkdirSync(join(where, 'a'));
    writeFileSync(join(where, 'b'), '');
    expect(await refused(where, () => writeBytes(join(where, 'a'), Buffer.from('1')))).toContain(
      '是一个文件夹',
    );
    await refused(where, () => writeBytes(join(where, 'b', 'c', 'd.xlsx'), Buffer.from('1')));
  });

  it('is written together with others or not at all', async () => {
    const where = place();
    mkdirSync(join(where, 'folder'));
    writeFileSync(join(where, 'a'), '旧');
    const files = filesOf({ a: '新', b: '新', folder: '新' });
    const placed = new Map([...files].map(([name, bytes]) => [join(where, name), bytes]));
    expect(await refused(where, () => writeTogether(placed))).toContain('是一个文件夹');
    placed.delete(join(where, 'folder'));
    await writeTogether(placed);
    expect(found(where)).toEqual({ a: '新', b: '新' });
  });

  it('is as readable as any new file', async () => {
    const where = place();
    await writeBytes(join(where, 'a'), Buffer.from('1'));
    writeFileSync(join(where, 'b'), '1');
    expect(statSync(join(where, 'a')).mode).toBe(statSync(join(where, 'b')).mode);
  });
});
