/** What people do at a terminal: paste paths, interrupt, watch, and keep files of their own. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanPath, quotedPath } from '../src/cli/paths.ts';
import { progressOn } from '../src/cli/progress.ts';
import { terminalPrint } from '../src/cli/terminal.ts';
import { sayIn } from '../src/cli/words/say.ts';
import { writeFiles, writtenText } from '../src/cli/writing.ts';
import { emptyFolder, exampleFolder, oneneedle, removeFolders } from './terminal.ts';

afterAll(removeFolders);

describe('a path as it is pasted', () => {
  it.each([
    ['"我的 文件夹"', '我的 文件夹'],
    ['“我的 文件夹”', '我的 文件夹'],
    ["'my folder'", 'my folder'],
    ['D:\\考核\\2026"', 'D:\\考核\\2026'],
    ['D:\\考核\\2026\\', 'D:\\考核\\2026'],
    ['schemes/village-daily/', 'schemes/village-daily'],
    ['schemes/village-daily//', 'schemes/village-daily'],
    ['  考核办法.yaml ', '考核办法.yaml'],
    ['D:\\', 'D:\\'],
    ['/', '/'],
    ['~', homedir()],
    ['~/考核/', join(homedir(), '考核')],
    ['~\\考核', join(homedir(), '考核')],
    ['~$办法.docx', '~$办法.docx'],
    ['""', ''],
  ])('%s', (written, path) => expect(cleanPath(written)).toBe(path));

  it('from a file manager, as an address', () => {
    const folder = join(emptyFolder(), '我的 文件夹');
    expect(cleanPath(pathToFileURL(folder).href)).toBe(folder);
    expect(cleanPath('file:///%')).toBe('file:///%');
  });

  it('is left alone where it exists exactly like that', () => {
    const folder = join(emptyFolder(), '“红头”文件 ');
    mkdirSync(folder);
    expect(cleanPath(folder)).toBe(folder);
    expect(cleanPath(`${folder}/`)).toBe(folder);
  });

  it('is printed so that it can be pasted again', () => {
    expect(quotedPath('schemes/村级考核')).toBe('schemes/村级考核');
    expect(quotedPath('我的 文件夹')).toBe('"我的 文件夹"');
    expect(quotedPath('a(1)')).toBe('"a(1)"');
  });

  it('works with blanks, Chinese, quotes and a slash at the end', async () => {
    const folder = join(emptyFolder(), '村级 考核（2026）');
    cpSync(exampleFolder('village-daily'), folder, { recursive: true });
    const { code, out } = await oneneedle(['assess', `"${folder}/"`]);
    expect(code).toBe(0);
    expect(out).toContain(`下一步：npx oneneedle explain "${folder}" --subject `);
    expect(existsSync(join(folder, 'result.json'))).toBe(true);
    const scheme = join(folder, 'scheme.yaml');
    writeFileSync(
      scheme,
      readFileSync(scheme, 'utf8').replace('on: inspection.garbage', 'on: none'),
    );
    const { err } = await oneneedle(['assess', folder]);
    expect(err).toContain(`npx oneneedle scheme check "${scheme}"`);
  });
});

describe('progress', () => {
  const listen = (line?: (text: string) => void) => {
    const told: string[] = [];
    let time = 0;
    const print = { out: () => {}, err: (text: string) => void told.push(text), now: () => time };
    const progress = progressOn(line ? { ...print, line } : print);
    return { told, progress, wait: (milliseconds: number) => (time += milliseconds) };
  };

  it('on a pipe tells each kind of work once, and its figures now and then', () => {
    const { told, progress, wait } = listen();
    progress.tell('正在读 facts.xlsx');
    for (let no = 1; no <= 300; no += 1) {
      progress.tell(`一分一据：第 ${no} 份，共 300 份`);
      wait(100);
    }
    progress.end();
    expect(told).toEqual([
      '正在读 facts.xlsx',
      ...[1, 51, 101, 151, 201, 251].map((no) => `一分一据：第 ${no} 份，共 300 份`),
    ]);
  });

  it('on a terminal writes over one line and clears it at the end', () => {
    const lines: string[] = [];
    const { told, progress } = listen((text) => lines.push(text));
    progress.tell('第 1 份');
    progress.tell('第 2 份');
    progress.end();
    progress.end();
    expect(lines).toEqual(['第 1 份', '第 2 份', '']);
    expect(told).toEqual([]);
  });

  it('never needs a second line of the terminal', () => {
    let shown = '';
    const stderr = { isTTY: true, columns: 11, write: (text: string) => (shown += text) };
    const print = terminalPrint({ env: {}, stdout: { write: () => true }, stderr });
    print.line?.('正在读取和计算');
    expect(shown).toBe('\r\u001b[K正在读取和');
    const pipe = terminalPrint({
      env: {},
      stdout: { write: () => true },
      stderr: { write: () => true },
    });
    expect([pipe.line, pipe.columns]).toEqual([undefined, undefined]);
  });
});

describe('files that are there already', () => {
  const say = sayIn('zh');
  const bytes = (text: string) => Buffer.from(text);
  const some = (folder: string) =>
    new Map([
      [join(folder, 'a.txt'), bytes('new a')],
      [join(folder, 'b.txt'), bytes('new b')],
    ]);

  it('are kept, and then nothing is written at all', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'b.txt'), 'mine');
    await expect(writeFiles(some(folder), { force: false }, say)).rejects.toThrow(
      `已经有 ${join(folder, 'b.txt')}，没有覆盖。要覆盖的加 --force；要留着的，用 --out 换个地方。`,
    );
    expect(readdirSync(folder)).toEqual(['b.txt']);
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('mine');
  });

  it('are replaced with --force, or if they are ours, and it is said', async () => {
    for (const permission of [
      { force: true },
      { force: false, isOurs: (old: Uint8Array) => Buffer.from(old).toString() === 'mine' },
    ]) {
      const folder = emptyFolder();
      writeFileSync(join(folder, 'b.txt'), 'mine');
      const written = await writeFiles(some(folder), permission, say);
      expect(written.map((one) => writtenText(one, say))).toEqual([
        `已写入 ${join(folder, 'a.txt')}`,
        `已写入 ${join(folder, 'b.txt')}（覆盖了原来的）`,
      ]);
      expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('new b');
    }
  });

  it('with the same bytes need no leave', async () => {
    const folder = emptyFolder();
    await writeFiles(some(folder), { force: false }, say);
    const again = await writeFiles(some(folder), { force: false }, say);
    expect(again.map(({ replaced }) => replaced)).toEqual([false, false]);
  });
});

describe('Ctrl-C', () => {
  it('while files are being written waits until they are whole', async () => {
    const folder = emptyFolder();
    const module = new URL('../src/cli/writing.ts', import.meta.url).href;
    const script = `
      import { readFileSync, writeFileSync } from 'node:fs';
      const { uninterrupted } = await import(${JSON.stringify(module)});
      await uninterrupted(async () => {
        process.kill(process.pid, 'SIGINT');
        await new Promise((resolve) => setTimeout(resolve, 50));
        writeFileSync(${JSON.stringify(join(folder, 'whole.txt'))}, 'whole');
      });
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      writeFileSync(${JSON.stringify(join(folder, 'later.txt'))}, 'too late');
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGINT');
    expect(readdirSync(folder)).toEqual(['whole.txt']);
  });
});
