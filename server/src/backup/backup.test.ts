/** Backups: what comes back is what there was, or nothing at all. */

import { randomBytes, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sendEvidence } from '../../test/evidence-kit.ts';
import { clause, foundKillTown } from '../../test/kill/town.ts';
import { type Asker, testPassword, useProgram } from '../../test/kit/rooms.ts';
import { newDatabase, type Scratch } from '../../test/kit/scratch.ts';
import { signIn } from '../../test/kit/sign-in.ts';
import { createLog, migrate } from '../platform/index.ts';
import { startProgram } from '../program.ts';
import { restoreBackup, writeBackup } from './index.ts';

const kit = useProgram();
const folder = mkdtempSync(join(tmpdir(), 'oneneedle-backup-'));
const databases: Scratch[] = [];
afterAll(async () => {
  for (const { stop } of databases) await stop();
  rmSync(folder, { recursive: true, force: true });
});

const now = '2026-04-10T02:00:00.000Z';
const tell = () => {};

function inFolder(name: string): string {
  return join(folder, `${name}-${randomUUID()}`);
}

/** A database without a table, and a folder without a file. */
async function emptyPlace() {
  const scratch = await newDatabase(inject('serverUrl'));
  databases.push(scratch);
  return { ownerUrl: scratch.ownerUrl, filesFolder: inFolder('files'), program: '0.1.0', tell };
}

function here() {
  const { ownerUrl, filesFolder } = kit();
  return { ownerUrl, filesFolder, program: '0.1.0', now, tell };
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table as text, by the name of the table; without who is signed in just now. */
async function rowsIn(url: string, tenantId?: string): Promise<Record<string, string[]>> {
  return asOwner(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string; of_town: boolean }>(`
      select n.nspname || '."' || c.relname || '"' as name, exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'tenant_id') as of_town
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'login')
        and c.relname not in ('migration', 'session', 'verification')`);
    const found: Record<string, string[]> = {};
    for (const { name, of_town } of tables) {
      if (tenantId !== undefined && !of_town) continue;
      const where = tenantId === undefined ? '' : `where tenant_id = '${tenantId}'`;
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${name} t ${where} order by 1`,
      );
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

/** Name and content of every file that is kept, not of those on their way. */
function filesIn(root: string): Record<string, string> {
  if (!existsSync(root)) return {};
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const kept = paths.filter((path) => /[0-9a-f]{64}$/.test(path));
  return Object.fromEntries(kept.map((path) => [path, readFileSync(join(root, path), 'base64')]));
}

async function rootOf(url: string): Promise<unknown[]> {
  return asOwner(url, async (client) => {
    const { rows } = await client.query('select size, root from ledger_head order by tenant_id');
    return rows;
  });
}

/** Records and posts a fact as two people do. */
async function post(recorder: Pick<Asker, 'post'>, reviewer: Pick<Asker, 'post'>): Promise<number> {
  const recorded = await recorder.post('/api/towns/qinghe/ledger/entries', {
    kind: 'garbage',
    clause,
    about: [{ subject: '东溪村' }],
    on: '2026-04-09',
    values: { 处数: '2' },
    evidence: ['巡查记录第3页'],
    note: '村口，“两处”\n\\N 与 "引号"',
  });
  const { id, version } = recorded.body.entry;
  const entries = [{ id, version }];
  const { body } = await reviewer.post('/api/towns/qinghe/ledger/reviews', { entries });
  return body.facts[0].seq;
}

let clerk: Awaited<ReturnType<typeof signIn>>;
let other: Awaited<ReturnType<typeof signIn>>;
let townId = '';

beforeAll(async () => {
  await foundKillTown(kit().ownerUrl, now);
  await kit().town('luoxi', '落溪镇');
  await kit().person('luoxi', 'he', { role: 'recorder' });
  clerk = await signIn(kit(), { userName: 'zhouyan' });
  other = await signIn(kit(), { userName: 'linjin' });
  townId = await asOwner(kit().ownerUrl, async (client) => {
    const { rows } = await client.query(`select id from tenant where code = 'qinghe'`);
    return rows[0].id;
  });
  for (let count = 0; count < 3; count += 1) await post(clerk, other);
  const sender = { ...clerk, accountId: '', ask: askAs(clerk.cookie) };
  for (const name of ['走访记录.txt', '会议记录.txt']) {
    const bytes = Buffer.from(`${name}\n`.repeat(5000));
    expect((await sendEvidence(sender, { town: 'qinghe', name, bytes })).body.state).toBe('kept');
  }
});

function askAs(cookie: string): Asker['ask'] {
  return (method, path, body, headers) =>
    kit()
      .stranger()
      .ask(method, path, body, { cookie, ...headers });
}

describe('a whole installation', () => {
  it('comes back equal: every row, every file, the roots; and its people sign in as before', async () => {
    const path = inFolder('whole');
    const manifest = await writeBackup(here(), path);
    expect(manifest.towns.map(({ code, files, missing }) => [code, files.length, missing])).toEqual(
      [
        ['luoxi', 0, []],
        ['qinghe', 2, []],
      ],
    );
    const place = await emptyPlace();
    await restoreBackup(place, path);
    expect(await rowsIn(place.ownerUrl)).toEqual(await rowsIn(kit().ownerUrl));
    expect(filesIn(place.filesFolder)).toEqual(filesIn(kit().filesFolder));
    expect(await rootOf(place.ownerUrl)).toEqual(await rootOf(kit().ownerUrl));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.part`)).toBe(false);
    await postsOn(place);
  });

  it('is one state of the database, whatever is posted meanwhile', async () => {
    let isOver = false;
    const posting = (async () => {
      while (!isOver) await post(clerk, other);
    })();
    const manifests = [];
    try {
      for (let count = 0; count < 3; count += 1) {
        manifests.push(await writeBackup(here(), inFolder('meanwhile')));
      }
    } finally {
      isOver = true;
      await posting;
    }
    for (const { tables, towns } of manifests) {
      const rows = (name: string) =>
        tables.find(({ table, town }) => table === name && town === 'qinghe')?.rows;
      const size = towns.find(({ code }) => code === 'qinghe')?.ledger.size;
      expect([rows('public.fact'), rows('public.fact_text')]).toEqual([size, size]);
    }
  });

  it('is not restored where anything is, and leaves that as it was', async () => {
    const path = inFolder('whole');
    await writeBackup(here(), path);
    const before = await rowsIn(kit().ownerUrl);
    const place = { ...here(), filesFolder: inFolder('files') };
    await expect(restoreBackup(place, path)).rejects.toThrow(
      /^这里已经有数据（落溪镇、青禾镇），整个系统的备份只能恢复到空的系统里，没有恢复。/,
    );
    expect(await rowsIn(kit().ownerUrl)).toEqual(before);
    expect(filesIn(place.filesFolder)).toEqual({});
  });

  it('is restored by an owner who is no superuser, and stays bound by row security', async () => {
    const path = inFolder('whole');
    await writeBackup(here(), path);
    const place = await emptyPlace();
    const role = `owner_${randomBytes(6).toString('hex')}`;
    const url = new URL(place.ownerUrl);
    const database = url.pathname.slice(1);
    await asOwner(place.ownerUrl, (client) =>
      client.query(`create role ${role} login password 'secret'; grant all on schema public to ${role};
        alter database ${database} owner to ${role}`),
    );
    [url.username, url.password] = [role, 'secret'];
    const humble = { ...place, ownerUrl: url.href, appUrl: place.ownerUrl };
    await restoreBackup(humble, path);
    expect(await rowsIn(place.ownerUrl)).toEqual(await rowsIn(kit().ownerUrl));
    const forced = `select count(*)::int as open from pg_class where relrowsecurity and not relforcerowsecurity`;
    const seen = await asOwner(humble.ownerUrl, async (client) => [
      (await client.query(forced)).rows[0],
      (await client.query('select count(*)::int as seen from fact')).rows[0],
    ]);
    expect(seen).toEqual([{ open: 0 }, { seen: 0 }]);
    const again = inFolder('again');
    await writeBackup({ ...humble, now }, again);
    expect(readFileSync(again)).toEqual(readFileSync(path));
    await asOwner(place.ownerUrl, (client) =>
      client.query(
        `reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`,
      ),
    );
  });
});

/** Signs in with the old password and posts one more fact, whose number goes on. */
async function postsOn(place: { ownerUrl: string; filesFolder: string }): Promise<void> {
  const program = await startProgram({
    ...place,
    secret: 'another secret than before, longer than thirty-two characters',
    origin: 'http://127.0.0.1',
    clock: () => new Date(now),
    log: createLog('error'),
    connections: 4,
  });
  try {
    const origin = await program.http.listen({ port: 0, host: '127.0.0.1' });
    const [recorder, reviewer] = await Promise.all(
      ['zhouyan', 'linjin'].map((userName) => signedInAt(origin, userName)),
    );
    expect(await post(recorder as Poster, reviewer as Poster)).toBe(4);
  } finally {
    await program.close();
  }
}

type Poster = Pick<Asker, 'post'>;

async function signedInAt(origin: string, userName: string): Promise<Poster> {
  const send = (path: string, body: unknown, cookie: string) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), cookie },
      body: JSON.stringify(body),
    });
  const answer = await send('/api/auth/sign-in', { userName, password: testPassword }, '');
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie().map((text) => text.split(';')[0]);
  return {
    post: async (path, body) => {
      const { headers, status, ...reply } = await send(path, body, cookie.join('; ')).then(
        async (told) => ({ headers: told.headers, status: told.status, body: await told.json() }),
      );
      return { headers, status, bytes: new Uint8Array(), ...reply };
    },
  };
}

describe('one town', () => {
  it('comes to an installation where it is not, with its people; others stay as they were', async () => {
    const path = inFolder('town');
    const manifest = await writeBackup({ ...here(), town: 'qinghe' }, path);
    expect(manifest.towns.map(({ code }) => code)).toEqual(['qinghe']);
    const place = await emptyPlace();
    const whole = inFolder('others');
    await writeBackup({ ...here(), town: 'luoxi' }, whole);
    await restoreBackup(place, whole);
    const others = await rowsIn(place.ownerUrl);
    await restoreBackup(place, path);
    expect(await rowsIn(place.ownerUrl, townId)).toEqual(await rowsIn(kit().ownerUrl, townId));
    const after = await rowsIn(place.ownerUrl);
    for (const [table, rows] of Object.entries(others)) {
      expect(after[table], table).toEqual(expect.arrayContaining(rows));
    }
    expect(filesIn(place.filesFolder)).toEqual(filesIn(kit().filesFolder));
    expect(after['login."user"']).toEqual((await rowsIn(kit().ownerUrl))['login."user"']);
  });

  it('holds nothing of another town', async () => {
    const path = inFolder('town');
    const { tables } = await writeBackup({ ...here(), town: 'luoxi' }, path);
    expect(tables.filter(({ town }) => town !== undefined && town !== 'luoxi')).toEqual([]);
    expect(tables.find(({ table }) => table === 'login.user')?.rows).toBe(1);
    expect(tables.find(({ table }) => table === 'public.tenant')?.rows).toBe(1);
    expect(tables.some(({ table }) => table === 'public.installation_audit')).toBe(false);
  });

  it('is not restored over itself', async () => {
    const path = inFolder('town');
    await writeBackup({ ...here(), town: 'qinghe' }, path);
    const before = await rowsIn(kit().ownerUrl);
    await expect(restoreBackup(here(), path)).rejects.toThrow(
      '这里已经有青禾镇（qinghe），没有恢复：恢复不会覆盖已有的乡镇。',
    );
    expect(await rowsIn(kit().ownerUrl)).toEqual(before);
  });

  it('is refused where a user name of it is somebody else’s', async () => {
    const path = inFolder('town');
    await writeBackup({ ...here(), town: 'qinghe' }, path);
    const place = await emptyPlace();
    await migrate(place.ownerUrl);
    await asOwner(place.ownerUrl, (client) =>
      client.query(`insert into login."user" (id, name, email, "emailVerified", username)
        values ('another', 'zhouyan', 'zhouyan@account.invalid', true, 'zhouyan')`),
    );
    const before = await rowsIn(place.ownerUrl);
    await expect(restoreBackup(place, path)).rejects.toThrow(
      '备份里的用户名 zhouyan 在这里是别人的，没有恢复。',
    );
    expect(await rowsIn(place.ownerUrl)).toEqual(before);
    expect(filesIn(place.filesFolder)).toEqual({});
  });

  it('is refused by a code that is not there, and no file is left', async () => {
    const path = inFolder('none');
    await expect(writeBackup({ ...here(), town: 'nowhere' }, path)).rejects.toThrow(
      '这里没有代号是“nowhere”的乡镇，没有备份。',
    );
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
  });
});

describe('a backup that is not as it was', () => {
  let whole = '';
  beforeAll(async () => {
    whole = inFolder('whole');
    await writeBackup(here(), whole);
  });

  /** Spoils a copy and expects that nothing of it is restored. */
  async function expectRefused(spoil: (path: string) => void, sentence: RegExp): Promise<void> {
    const path = inFolder('spoiled');
    copyFileSync(whole, path);
    spoil(path);
    const place = await emptyPlace();
    await expect(restoreBackup(place, path)).rejects.toThrow(sentence);
    expect(await rowsIn(place.ownerUrl)).toEqual({});
    expect(filesIn(place.filesFolder)).toEqual({});
  }

  it('is refused wherever a byte was changed', async () => {
    const bytes = readFileSync(whole);
    // Padding between parts is nobody's; every other place must count.
    const places = Array.from({ length: 12 }, (_, at) =>
      Math.trunc(((at + 0.5) * bytes.length) / 12),
    ).map((at) => bytes.findIndex((byte, index) => index >= at && byte !== 0));
    for (const at of places) {
      await expectRefused((path) => {
        const spoiled = Buffer.from(bytes);
        spoiled[at] = (bytes[at] ?? 0) ^ 0x01;
        writeFileSync(path, spoiled);
      }, /^(?:备份损坏了：其中的“.*”和做备份时不一样|这不是本程序的备份，或没有传完)/);
    }
  });

  it('is refused when it was cut off, grew, or is something else', async () => {
    const notWhole = /^这不是本程序的备份，或没有传完、被截断了。/;
    await expectRefused((path) => truncateSync(path, statSync(path).size - 1), notWhole);
    await expectRefused((path) => truncateSync(path, 5120), notWhole);
    await expectRefused((path) => truncateSync(path, 0), notWhole);
    await expectRefused((path) => appendFileSync(path, 'x'), notWhole);
    await expectRefused((path) => writeFileSync(path, '名册'.repeat(4000)), notWhole);
    await expectRefused((path) => rmSync(path), /^没有找到备份文件“.*”，请核对路径。$/);
  });

  it('is refused by a program that does not know its migrations', async () => {
    const place = await emptyPlace();
    await asOwner(kit().ownerUrl, (client) =>
      client.query(
        `insert into migration (name, sha256) values ('0099-later.sql', repeat('a', 64))`,
      ),
    );
    const path = inFolder('later');
    await writeBackup({ ...here(), program: '9.9.9' }, path);
    await asOwner(kit().ownerUrl, (client) =>
      client.query(`delete from migration where name = '0099-later.sql'`),
    );
    await expect(restoreBackup(place, path)).rejects.toThrow(
      '备份是 9.9.9 版的程序做的，其中的升级脚本 0099-later.sql 这个程序（0.1.0 版）没有，或内容不同，不能恢复。',
    );
    expect(await rowsIn(place.ownerUrl)).toEqual({});
  });

  it('is not written of a log whose facts were changed behind its back', async () => {
    const place = await emptyPlace();
    await restoreBackup(place, whole);
    await asOwner(place.ownerUrl, (client) =>
      client.query(`alter table fact disable trigger all;
        update fact set body = jsonb_set(body, '{values,处数}', '9') where seq = 2`),
    );
    const path = inFolder('forged');
    await expect(writeBackup({ ...place, now }, path)).rejects.toThrow(
      /^青禾镇的台账和它的根对不上（.*），这份备份不能作为依据。/,
    );
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
  });
});

describe('files', () => {
  it('that are gone or no longer whole are named; all the others come back', async () => {
    const place = await emptyPlace();
    const path = inFolder('whole');
    await writeBackup(here(), path);
    await restoreBackup(place, path);
    const [gone = '', spoiled = ''] = Object.keys(filesIn(place.filesFolder));
    rmSync(join(place.filesFolder, gone));
    const one = inFolder('one-gone');
    const { towns } = await writeBackup({ ...place, now }, one);
    expect(towns[1]?.missing).toEqual([gone.slice(-64)]);
    writeFileSync(join(place.filesFolder, spoiled), 'other bytes');
    const both = inFolder('both-gone');
    const later = await writeBackup({ ...place, now }, both);
    expect(later.towns[1]?.missing).toEqual([gone, spoiled].map((name) => name.slice(-64)));
    const next = await emptyPlace();
    await restoreBackup(next, one);
    expect(Object.keys(filesIn(next.filesFolder))).toEqual([spoiled]);
  });

  it('and rows are all taken back when the database says no to one row', async () => {
    const path = inFolder('whole');
    await writeBackup(here(), path);
    const place = await emptyPlace();
    await migrate(place.ownerUrl);
    await asOwner(place.ownerUrl, (client) =>
      client.query(`alter table note add constraint none check (false);
        alter table evidence add constraint none check (false)`),
    );
    await expect(restoreBackup(place, path)).rejects.toThrow(/violates check constraint "none"/);
    const rows = Object.values(await rowsIn(place.ownerUrl));
    expect(rows.flat()).toEqual([]);
    expect(filesIn(place.filesFolder)).toEqual({});
  });
});
