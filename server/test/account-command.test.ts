/** `oneneedle account reset` as whoever runs the machine runs it, beside the program and without it. */

import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, foundTown, giveRole, resetByCommand } from '../src/org/index.ts';
import { ensureAppRole } from '../src/platform/database/connect.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { connectApp, createLog, setTenant } from '../src/platform/index.ts';
import { type Database, launchDatabase } from '../src/platform/postgres/launch.ts';
import { type Program, startProgram } from '../src/program.ts';
import { program as commandLine } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'oneneedle-account-'));
chmodSync(folder, 0o755); // the database's own user must reach it
const data = join(folder, 'town');
const forgotten = 'a sentence that nobody remembers';
const resets = '/api/towns/qinghe/audit?deed=accounts.resetPassword';
const oneTime = /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/;
const reference = readFileSync(
  new URL('../../docs/reference/commands.md', import.meta.url),
  'utf8',
);

let database: Database;
let program: Program;
let origin = '';

const launched = () =>
  launchDatabase({ env: {}, folder: data, reachableFolder: data, tell: () => {} });

beforeAll(async () => {
  database = await launched();
  await ensureAppRole(database.url);
  await migrate(database.url);
  await foundTowns();
  program = await startProgram({
    ownerUrl: database.url,
    secret: 'a secret of the tests, longer than thirty-two characters',
    origin: 'http://127.0.0.1',
    filesFolder: join(folder, 'files'),
    log: createLog('error'),
    connections: 4,
  });
  origin = await program.http.listen({ port: 0, host: '127.0.0.1' });
});

let isRunning = true;
async function stop(): Promise<void> {
  if (!isRunning) return;
  isRunning = false;
  await program.close();
  await database.stop();
}

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function foundTowns(): Promise<void> {
  const app = await connectApp({ ownerUrl: database.url, connections: 1 });
  const now = '2026-01-05T01:00:00.000Z';
  await app.queries.transaction().execute(async (db) => {
    const tenantId = await foundTown(db, { code: 'qinghe', name: '青禾镇', kind: 'town' });
    await setTenant(db, tenantId);
    for (const userName of ['fang.xinxi', 'gone.before']) {
      const account = { userName, password: forgotten, mustChangePassword: false, now };
      const accountId = await createAccount(db, account);
      await giveRole(db, { tenantId, accountId, role: 'administrator', from: '2026-01-01' });
    }
    await db
      .updateTable('account')
      .set({ disabled_at: now })
      .where('id', 'in', (ids) =>
        ids.selectFrom('login.user').select('id').where('username', '=', 'gone.before'),
      )
      .execute();
  });
  await app.close();
}

/** Runs the command line on the data folder, as a process of its own. */
function reset(...args: string[]) {
  const { DATABASE_URL: _, DATABASE_APP_URL: __, ...inherited } = process.env;
  const env = { ...inherited, ONENEEDLE_DATA: data };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const line = [commandLine, 'account', 'reset', ...args];
    execFile(process.execPath, line, { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

interface Answer {
  readonly status: number;
  /** A test looks into whatever came back. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly cookie: string;
}

async function ask(path: string, body?: unknown, cookie = ''): Promise<Answer> {
  const reply = await fetch(`${origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const cookies = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { status: reply.status, body: await reply.json(), cookie: cookies.join('; ') };
}

const signIn = (password: string) => ask('/api/auth/sign-in', { userName: 'fang.xinxi', password });

/** Everything that a reset could change. */
async function stored(): Promise<unknown> {
  const app = await connectApp({ ownerUrl: database.url, connections: 1 });
  const rows = [
    await app.queries.selectFrom('account').selectAll().orderBy('id').execute(),
    await app.queries.selectFrom('login.account').selectAll().orderBy('id').execute(),
    await app.queries.selectFrom('login.session').select('id').orderBy('id').execute(),
    await app.queries.selectFrom('installation_audit').select('id').execute(),
  ];
  await app.close();
  return rows;
}

describe('beside the program', () => {
  it('gives a password for once, ends the old one, the lock and whoever is signed in', async () => {
    const before = await signIn(forgotten);
    expect(before.status).toBe(200);
    for (let tries = 0; tries < 5; tries += 1) await signIn('something that was never right');
    expect((await signIn(forgotten)).body.code).toBe('org.account-locked');

    const { code, out, err } = await reset('Fang.Xinxi');
    expect([code, err]).toEqual([0, '']);
    const [done, password = '', next] = out.split('\n');
    expect(done).toMatch(/^已重置“fang\.xinxi”的口令：原来的作废，登录着的已退出。/);
    expect(next).toMatch(/^下一步：当面交给本人/);
    const firstPassword = password.replace('一次性口令：', '');
    expect(firstPassword).toMatch(oneTime);

    expect((await ask('/api/auth/session', undefined, before.cookie)).status).toBe(401);
    expect((await signIn(forgotten)).body.code).toBe('org.sign-in-failed');
    const after = await signIn(firstPassword);
    expect(after.status).toBe(200);
    const refused = await ask('/api/towns/qinghe/audit', undefined, after.cookie);
    expect(refused.body.code).toBe('gate.password-must-change');
  });

  it("stands in the town's record of deeds, as a deed of the machine", async () => {
    const { out } = await reset('fang.xinxi', '--json');
    const { ok, command, exitCode, ...own } = JSON.parse(out);
    expect([ok, command, exitCode]).toEqual([true, 'account reset', 0]);
    expect(own).toEqual({ userName: 'fang.xinxi', firstPassword: expect.stringMatching(oneTime) });
    expect(Object.keys(own).filter((field) => !reference.includes(`\`${field}\``))).toEqual([]);

    const { cookie } = await signIn(own.firstPassword);
    const newPassword = 'four birds above the pond';
    const changed = await ask(
      '/api/auth/password',
      { currentPassword: own.firstPassword, newPassword },
      cookie,
    );
    expect(changed.status).toBe(200);
    const again = await signIn(newPassword);
    const { body } = await ask(resets, undefined, again.cookie);
    const account = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(body.rows).toMatchObject(
      Array(2).fill({ deed: 'accounts.resetPassword', account: 'oneneedle', input: { account } }),
    );
    expect(body.names.oneneedle).toBe('服务器上的命令');
    expect(JSON.stringify(body)).not.toContain(own.firstPassword);
  });

  it('changes nothing for a name that nobody has, and says who administers', async () => {
    const before = await stored();
    const { code, out, err } = await reset('fang.xinix');
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      '没有用户名是“fang.xinix”的账号，没有重置。管理员的用户名：青禾镇 fang.xinxi。\n',
    );
    expect(await stored()).toEqual(before);
  });

  it('changes nothing for a disabled account, in English', async () => {
    const before = await stored();
    const { code, out, err } = await reset('gone.before', '--lang', 'en');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^The account “gone\.before” is disabled; nothing was reset\./);
    expect(await stored()).toEqual(before);
  });

  it('stands in the record of the installation where no town keeps the account', async () => {
    const app = await connectApp({ ownerUrl: database.url, connections: 1 });
    const now = '2026-04-10T02:00:00.000Z';
    const account = { userName: 'of.none', password: forgotten, mustChangePassword: false, now };
    const accountId = await createAccount(app.queries, account);
    const done = await app.queries
      .transaction()
      .execute((db) => resetByCommand(db, { userName: 'of.none', now }));
    expect(done.state).toBe('done');
    const rows = await app.queries.selectFrom('installation_audit').selectAll().execute();
    expect(rows.filter(({ deed }) => deed === 'accounts.resetPassword')).toMatchObject([
      { account_id: 'oneneedle', input: { account: accountId } },
    ]);
    await app.close();
  });
});

describe('without the program', () => {
  it('opens the data itself, and ends the database again', async () => {
    await stop();
    const { code, out } = await reset('fang.xinxi');
    expect(existsSync(join(data, 'data', 'postmaster.pid'))).toBe(false);
    expect([code, out]).toEqual([0, expect.stringContaining('一次性口令：')]);
  });
});
