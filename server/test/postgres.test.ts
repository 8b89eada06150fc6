/** Our own PostgreSQL: started, found again, adopted and started anew after a kill, refused to a second owner. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { type Database, launchDatabase } from '../src/platform/postgres/launch.ts';

const made: string[] = [];
const open: Database[] = [];
afterAll(async () => {
  for (const database of open) await database.stop().catch(() => {});
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that any user may enter, as a checkout mostly is. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-data-'));
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

async function launched(folder: string, env: Record<string, string> = {}) {
  const told: string[] = [];
  const reachableFolder = join(freshFolder(), 'other');
  const tell = (sentence: string) => told.push(sentence);
  const database = await launchDatabase({ env, folder, reachableFolder, tell });
  open.push(database);
  return { ...database, told, reachableFolder };
}

async function asked(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}

const launcher = fileURLToPath(new URL('../src/platform/postgres/launch.ts', import.meta.url));

/** Another process that opens a folder and stays; what it printed first. */
async function otherProcess(folder: string): Promise<{ child: ChildProcess; line: string }> {
  const program = `
    const { launchDatabase } = await import(${JSON.stringify(launcher)});
    const said = { env: {}, folder: ${JSON.stringify(folder)}, reachableFolder: ${JSON.stringify(`${folder}-other`)}, tell() {} };
    try {
      const { url } = await launchDatabase(said);
      console.log(url);
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.message);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, line: String(line).trim() };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Asks until the server answers again; what is refused meanwhile says that it is starting or gone. */
async function askedAgain(url: string, query: string): Promise<Record<string, unknown>[]> {
  for (;;) {
    try {
      return await asked(url, query);
    } catch (error) {
      expect(String(error)).toMatch(
        /ECONNREFUSED|ECONNRESET|starting up|recovery|not yet accepting|terminated/,
      );
      await sleep(50);
    }
  }
}

const restarted = [
  '数据库意外停了，正在重新启动。这期间的请求会答复“请稍后再试”，已经答复的都不会丢。',
  '数据库已重新启动。',
];

describe('our own server', () => {
  it('keeps what was written over a stop, syncs to disk and sorts by pinyin', async () => {
    const folder = freshFolder();
    const first = await launched(folder);
    await asked(first.url, 'create table note as select 1 as n');
    await first.stop();
    const again = await launched(folder);
    expect(await asked(again.url, 'select n from note')).toEqual([{ n: 1 }]);
    expect(await asked(again.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await asked(again.url, `select '李四' < '张三' collate "zh-x-icu" as ok`)).toEqual([
      { ok: true },
    ]);
    expect(again.told).toEqual([]);
    await again.stop();
  });

  it('is not opened twice, neither by this process nor by another', async () => {
    const folder = freshFolder();
    const first = await launched(folder);
    await expect(launched(folder)).rejects.toThrow(
      new RegExp(`正由进程 ${process.pid} 使用，不能同时打开第二次`),
    );
    const { child, line } = await otherProcess(folder);
    expect(line).toContain(`正由进程 ${process.pid} 使用`);
    await once(child, 'exit');
    expect(await asked(first.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await first.stop();
  });

  it('is opened by one of two that start in the same moment', async () => {
    const folder = freshFolder();
    const both = await Promise.all([otherProcess(folder), otherProcess(folder)]);
    const lines = both.map(({ line }) => line).sort();
    expect(lines[0]).toMatch(/^postgres:/);
    expect(lines[1]).toMatch(/正由进程 \d+ 使用，不能同时打开第二次/);
    for (const { child } of both) {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGKILL');
      await ended;
    }
    await (await launched(folder)).stop(); // takes the server that went on, and ends it
  });

  it('is adopted when its parent was killed', async () => {
    const folder = freshFolder();
    const { child, line } = await otherProcess(folder);
    await asked(line, 'create table note as select 1 as n');
    const pid = postmaster(folder);
    await killed(child);
    const adopted = await launched(folder);
    expect(postmaster(folder)).toBe(pid);
    expect(await asked(adopted.url, 'select n from note')).toEqual([{ n: 1 }]);
    await adopted.stop();
    await expect(asked(adopted.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('starts again when parent and server were killed, with all that was acknowledged', async () => {
    const folder = freshFolder();
    const { child, line } = await otherProcess(folder);
    await asked(line, 'create table note as select 1 as n');
    process.kill(postmaster(folder), 'SIGKILL');
    await killed(child);
    const again = await launched(folder);
    expect(await asked(again.url, 'select n from note')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  it('is started anew at the same address when it was killed, as often as that happens', async () => {
    const folder = freshFolder();
    const { url, told, stop } = await launched(folder);
    await asked(url, 'create table note as select 1 as n');
    process.kill(postmaster(folder), 'SIGKILL');
    expect(await askedAgain(url, 'select n from note')).toEqual([{ n: 1 }]);
    // It answers a moment before the program says so; a kill in between is part of the same outage.
    await expect.poll(() => told).toEqual(restarted);
    process.kill(postmaster(folder), 'SIGKILL');
    expect(await askedAgain(url, 'insert into note values (2) returning n')).toEqual([{ n: 2 }]);
    await expect.poll(() => told.slice(0, 3)).toEqual([...restarted, restarted[0]]);
    await stop();
    await expect(asked(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('is started anew too when it had been adopted', async () => {
    const folder = freshFolder();
    const { child, line } = await otherProcess(folder);
    await asked(line, 'create table note as select 1 as n');
    await killed(child);
    const adopted = await launched(folder);
    process.kill(postmaster(folder), 'SIGKILL');
    expect(await askedAgain(adopted.url, 'select n from note')).toEqual([{ n: 1 }]);
    await adopted.stop();
  });

  it('is not started anew when it was killed in the moment of stopping', async () => {
    const folder = freshFolder();
    const { url, stop } = await launched(folder);
    process.kill(postmaster(folder), 'SIGKILL');
    await stop();
    await expect(asked(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    await (await launched(folder)).stop(); // the folder was given back
  });

  it('refuses a directory of another major version, says both, and touches nothing', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '13\n');
    await expect(launched(folder)).rejects.toThrow(
      /是 PostgreSQL 13 建的，现在的程序是 PostgreSQL 18/,
    );
    expect(readdirSync(folder, { recursive: true })).toEqual(['data', 'data/PG_VERSION']);
    expect(readFileSync(join(folder, 'data', 'PG_VERSION'), 'utf8')).toBe('13\n');
  });

  it('lies in a closed folder of its own user; as root it goes where its user can go', async () => {
    const closed = freshFolder();
    chmodSync(closed, 0o700);
    const folder = join(closed, 'data-of-town');
    const { told, dataDirectory, reachableFolder, stop } = await launched(folder);
    const isRoot = process.getuid?.() === 0;
    expect(dataDirectory).toBe(join(isRoot ? reachableFolder : folder, 'data'));
    const sentence = expect.stringMatching(/^用户 \w+ 进不了 .*data-of-town，数据放在 .*other。$/);
    expect(told).toEqual(isRoot ? [sentence] : []);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    await stop();
  });
});

describe('a server that is named', () => {
  it('is used as it is and left running', async () => {
    const own = await launched(freshFolder());
    const named = await launched(freshFolder(), { DATABASE_URL: own.url });
    expect([named.version, named.dataDirectory]).toEqual([own.version, undefined]);
    await named.stop();
    expect(await asked(own.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await own.stop();
  });

  it('is refused in a sentence when it does not answer', async () => {
    const url = 'postgres://nobody@127.0.0.1:1/none';
    await expect(launched(freshFolder(), { DATABASE_URL: url })).rejects.toThrow(
      /^连不上 DATABASE_URL 写的数据库/,
    );
  });
});
