/** Our own PostgreSQL: started, found again, adopted after a kill, refused to a second owner. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

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

  it('is adopted when its parent was killed', async () => {
    const folder = freshFolder();
    const { child, line } = await otherProcess(folder);
    await asked(line, 'create table note as select 1 as n');
    const pid = postmaster(folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const adopted = await launched(folder);
    expect(postmaster(folder)).toBe(pid);
    expect(await asked(adopted.url, 'select n from note')).toEqual([{ n: 1 }]);
    await adopted.stop();
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('starts again when the server itself was killed, with all that was acknowledged', async () => {
    const folder = freshFolder();
    const first = await launched(folder);
    await asked(first.url, 'create table note as select 1 as n');
    process.kill(postmaster(folder), 'SIGKILL');
    await first.stop();
    const again = await launched(folder);
    expect(await asked(again.url, 'select n from note')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  it('refuses a directory of another major version and says both', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '13\n');
    await expect(launched(folder)).rejects.toThrow(
      /是 PostgreSQL 13 建的，现在的程序是 PostgreSQL 18/,
    );
  });

  it.runIf(process.getuid?.() === 0)('goes where its user can go, and says where', async () => {
    const closed = freshFolder();
    chmodSync(closed, 0o700);
    const database = await launched(join(closed, 'data-of-town'));
    expect(database.told[0]).toMatch(/^用户 \w+ 进不了 .*，数据放在 /);
    expect(database.dataDirectory).toBe(join(database.reachableFolder, 'data'));
    await database.stop();
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
