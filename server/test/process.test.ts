/** The program as a shell starts it: exit codes, UTF-8, a closed pipe, and the version of Node. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { copyOf, exampleFolder, oneneedle, program, removeFolders } from './terminal.ts';

afterAll(removeFolders);

function start(...args: string[]) {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
}

describe('the program', () => {
  it('is executable', () => {
    expect(() => accessSync(program, constants.X_OK)).not.toThrow();
  });

  it('ends with 0 when it is done, and prints the same Chinese as inside', async () => {
    const args = ['assess', copyOf('village-daily')];
    const { status, stdout, stderr } = start(...args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe((await oneneedle(args)).out);
    expect(stdout).toContain('青禾镇村日常工作差异化考核办法（演示数据） 2026年第四季度');
  });

  it('ends with 1 when it refuses, and says why on stderr alone', () => {
    const { status, stdout, stderr } = start('assess', copyOf('village-daily'), '--period', '2026');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^期间“2026”（2026年）与考核周期不符。本办法按季度考核，.*。\n$/);
  });

  it('ends with 2 when the command was not understood', () => {
    const { status, stdout, stderr } = start('count', 'x');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^没有“count”这个命令。/);
  });

  it('says nothing when the reader of a pipe has seen enough', async () => {
    const args = ['explain', exampleFolder('village-daily'), '--subject', '东溪村'];
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let told = '';
    child.stderr.on('data', (part) => {
      told += String(part);
    });
    const [code] = await once(child, 'close');
    expect([code, told]).toEqual([0, '']);
  });
});

describe('an older Node', async () => {
  const path = new URL('../bin/node-version.js', import.meta.url).href;
  const { versionRefusal } = (await import(path)) as {
    versionRefusal(version: string, language?: string): string | undefined;
  };

  it.each(['18.20.4', '20.20.2', '22.12.0', '23.11.1'])('%s is refused', (version) => {
    expect(versionRefusal(version)).toMatch(
      new RegExp(`^需要 Node 24 或更新版本，现在是 Node ${version}。请.*npm ci.*npx oneneedle`),
    );
  });

  it('is refused in English where that is asked for', () => {
    for (const language of ['en', 'en_GB.UTF-8']) {
      expect(versionRefusal('20.20.2', language)).toMatch(/^Node 24 or newer is needed, this is/);
    }
  });

  it.each(['24.0.0', '24.21.0', '26.1.0'])('%s may run it', (version) => {
    expect(versionRefusal(version)).toBeUndefined();
  });
});
