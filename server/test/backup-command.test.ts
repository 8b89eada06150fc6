/** `oneneedle backup` and `oneneedle restore` as an administrator runs them, on folders of their own. */

import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppRole } from '../src/platform/database/connect.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { type Database, launchDatabase } from '../src/platform/postgres/launch.ts';
import { foundKillTown } from './kill/town.ts';
import { program } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'oneneedle-backup-command-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reference = readFileSync(
  new URL('../../docs/reference/commands.md', import.meta.url),
  'utf8',
);
const town = join(folder, 'town');
const whole = join(folder, 'whole.tar');

function launched(data: string): Promise<Database> {
  const reachableFolder = join(folder, 'elsewhere');
  return launchDatabase({ env: {}, folder: data, reachableFolder, tell: () => {} });
}

/** Runs the command line on a data folder, as a process of its own. */
function run(data: string, ...args: string[]) {
  const { DATABASE_URL: _, DATABASE_APP_URL: __, ...inherited } = process.env;
  const env = { ...inherited, ONENEEDLE_DATA: data };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

async function tenantsIn(url: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select code, name from tenant');
  await client.end();
  return rows;
}

beforeAll(async () => {
  const database = await launched(town);
  await ensureAppRole(database.url);
  await migrate(database.url);
  await foundKillTown(database.url, '2026-04-10T02:00:00.000Z');
  await database.stop();
});

describe('oneneedle backup', () => {
  it('opens the data, writes the file, says what is in it, and ends the database again', async () => {
    const { code, out, err } = await run(town, 'backup', '--out', whole);
    expect([code, err]).toEqual([0, '正在备份青禾镇。\n写完了，正在从头读一遍核对。\n']);
    expect(out).toMatch(/^已备份到 .*whole\.tar（\d+\.\d MB），并从头核对过。\n/);
    expect(out).toContain(
      '青禾镇（qinghe）：事实 0 条，佐证文件 0 个，台账根 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(out).toMatch(
      /下一步：.*oneneedle restore .*whole\.tar（见 docs\/guides\/backup\.md）\n$/,
    );
    expect(existsSync(join(town, 'data', 'postmaster.pid'))).toBe(false);
  });

  it('works beside the program that has the data open', async () => {
    const database = await launched(town);
    const beside = join(folder, 'beside.tar');
    const { code, out } = await run(town, 'backup', '--out', beside, '--town', 'qinghe', '--json');
    expect(code).toBe(0);
    const { ok, command, exitCode, ...own } = JSON.parse(out);
    expect([ok, command, exitCode]).toEqual([true, 'backup', 0]);
    expect(own).toMatchObject({ scope: 'town', missing: [], path: beside });
    expect(Object.keys(own).filter((field) => !reference.includes(`\`${field}\``))).toEqual([]);
    expect(await tenantsIn(database.url)).toEqual([{ code: 'qinghe', name: '青禾镇' }]);
    const verified = await run(town, 'ledger', 'verify', 'qinghe');
    expect([verified.code, verified.err]).toEqual([0, '']);
    await database.stop();
  });

  it('overwrites nothing, makes no folder, and founds no installation', async () => {
    writeFileSync(join(folder, 'mine.txt'), '名册');
    const mine = await run(town, 'backup', '--out', join(folder, 'mine.txt'));
    expect([mine.code, mine.err]).toEqual([
      1,
      expect.stringMatching(/^已经有 .*mine\.txt，没有覆盖。/),
    ]);
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('名册');
    const nowhere = await run(town, 'backup', '--out', join(folder, 'no', 'a.tar'));
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringMatching(/^没有文件夹“.*no”，/)]);
    const empty = join(folder, 'nothing');
    const none = await run(empty, 'backup', '--out', join(folder, 'none.tar'));
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/nothing 里没有数据。/)]);
    expect(existsSync(empty)).toBe(false);
    expect(readdirSync(folder).filter((name) => /^(?:no|none)/.test(name))).toEqual([]);
    const unsaid = await run(town, 'backup');
    expect([unsaid.code, unsaid.err]).toEqual([
      2,
      expect.stringMatching(/^没有写明备份写成哪个文件，请加 --out 文件\.tar。/),
    ]);
    const extra = await run(town, 'backup', whole);
    expect([extra.code, extra.err]).toEqual([2, expect.stringContaining('，只写选项。例如')]);
  });
});

describe('oneneedle restore', () => {
  it('makes the new installation and fills it; a second time it refuses', async () => {
    const fresh = join(folder, 'fresh');
    const { code, out } = await run(fresh, 'restore', whole);
    expect(code).toBe(0);
    expect(out).toMatch(/^已恢复 \S+ 的备份（\S+ 版的程序做的），每张表都和备份核对过。\n青禾镇/);
    const again = await run(fresh, 'restore', whole);
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).toMatch(/\n这里已经有数据（青禾镇），/);
    const database = await launched(fresh);
    expect(await tenantsIn(database.url)).toEqual([{ code: 'qinghe', name: '青禾镇' }]);
    await database.stop();
  });

  it('verifies a backup without a database, by --check', async () => {
    const nowhere = join(folder, 'nowhere');
    const { code, out } = await run(nowhere, 'restore', whole, '--check');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^备份完好：.*每一部分都核对过。\n青禾镇/),
    ]);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('says in English what is wrong with the file, and makes no installation of it', async () => {
    const fresh = join(folder, 'fresh-two');
    const spoiled = join(folder, 'spoiled.tar');
    writeFileSync(spoiled, readFileSync(whole).subarray(0, 20_000));
    const { code, err } = await run(fresh, 'restore', spoiled, '--lang', 'en');
    expect([code, err]).toEqual([
      1,
      'This is no backup of this program, or it was cut off on the way. Copy it again, or use another backup.\n',
    ]);
    expect(existsSync(fresh)).toBe(false);
  });
});
