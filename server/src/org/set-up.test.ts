import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Answer } from '../../test/kit/rooms.ts';
import { newDatabase } from '../../test/kit/scratch.ts';
import { connectApp, createLog, workbookBytes } from '../platform/index.ts';
import { startProgram } from '../program.ts';
import { rosterSheets } from './index.ts';

const key = 'k7mq-2wtd-9xhp';
const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

/** A program on a database in which nobody is yet. */
async function emptyInstallation(setUpKey: string | undefined = key) {
  const scratch = await newDatabase(inject('serverUrl'), inject('template'));
  const filesFolder = mkdtempSync(join(tmpdir(), 'oneneedle-files-'));
  const program = await startProgram({
    ownerUrl: scratch.ownerUrl,
    secret: 'a secret of the tests, longer than thirty-two characters',
    origin: 'http://127.0.0.1',
    filesFolder,
    clock: () => new Date('2026-04-10T02:00:00Z'),
    log: createLog('error'),
    connections: 4,
    ...(setUpKey === '' ? {} : { setUpKey }),
  });
  const origin = await program.http.listen({ port: 0, host: '127.0.0.1' });
  const { queries, close } = await connectApp({ ownerUrl: scratch.ownerUrl, connections: 1 });
  ends.push(async () => {
    await close();
    await program.close();
    await scratch.stop();
    rmSync(filesFolder, { recursive: true });
  });
  let cookie = '';
  const ask = async (method: string, path: string, body?: unknown): Promise<Told> => {
    const isForm = body instanceof FormData;
    const reply = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        cookie,
        'idempotency-key': randomUUID(),
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return { status: reply.status, body: await reply.json() };
  };
  const counts = async () => ({
    tenants: (await queries.selectFrom('tenant').select('code').execute()).map(({ code }) => code),
    accounts: (await queries.selectFrom('account').select('id').execute()).length,
  });
  return { ask, queries, counts };
}

type Told = Pick<Answer, 'status' | 'body'>;

const password = 'three hens cross the brook';
const town = {
  key,
  kind: 'town',
  name: '青禾镇',
  code: 'qinghe',
  units: [
    { name: '城建办', type: 'station' },
    { name: '东溪村', type: 'village', aliases: ['东溪村民委员会'] },
    { name: '东溪村水口组', type: 'hamlet', parent: '东溪村' },
  ],
  userName: 'Fang',
  password,
};

describe('the set-up of an empty installation', () => {
  it('founds a town with its units and its administrator, once', async () => {
    const { ask, counts } = await emptyInstallation();
    expect((await ask('GET', '/public/set-up')).body).toEqual({ open: true });
    expect((await ask('POST', '/public/set-up/key', { key: ' K7MQ-2wtd-9xhp ' })).status).toBe(200);
    expect((await ask('POST', '/public/set-up', town)).body).toEqual({ town: 'qinghe' });
    expect(await counts()).toEqual({ tenants: ['qinghe'], accounts: 1 });
    const signedIn = await ask('POST', '/auth/sign-in', { userName: 'fang', password });
    expect(signedIn.body).toEqual({ mustChangePassword: false });
    const own = await ask('GET', '/towns/qinghe/accounts/own');
    expect(own.body.grants).toMatchObject([{ role: 'administrator', from: '2026-04-10' }]);
    const { rows } = (await ask('GET', '/towns/qinghe/org/units')).body;
    expect(rows).toMatchObject([
      { code: '青禾镇', type: 'town' },
      { code: '城建办', type: 'station', parent: '青禾镇' },
      { code: '东溪村', type: 'village', parent: '青禾镇', aliases: ['东溪村民委员会'] },
      { code: '东溪村水口组', type: 'hamlet', parent: '东溪村' },
    ]);
    const form = new FormData();
    form.set('key', key);
    form.set('name', '青禾镇');
    form.set('file', new File(['名称\n东溪村\n'], '单位.csv'));
    const asks: [string, string, unknown][] = [
      ['GET', '', undefined],
      ['POST', '', { ...town, code: 'luoxi', userName: 'ma' }],
      ['POST', '/key', { key }],
      ['POST', '/units', form],
      ['POST', '/townships', { key, search: '青禾' }],
      ['POST', '/villages', { key, township: '110101001' }],
    ];
    for (const [method, path, body] of asks) {
      const late = await ask(method, `/public/set-up${path}`, body);
      expect(late.body).toMatchObject({ status: 410, code: 'org.set-up-done' });
    }
    expect(await counts()).toEqual({ tenants: ['qinghe'], accounts: 1 });
  });

  it('is won by one of two at once', async () => {
    const { ask, counts } = await emptyInstallation();
    const answers = await Promise.all([
      ask('POST', '/public/set-up', town),
      ask('POST', '/public/set-up', { ...town, code: 'luoxi', name: '螺溪镇', userName: 'ma' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    const won = answers.find(({ status }) => status === 200)?.body.town;
    expect(await counts()).toEqual({ tenants: [won], accounts: 1 });
  });

  it('refuses what is not right, and founds nothing', async () => {
    const { ask, counts } = await emptyInstallation();
    const twice = [...town.units, { name: '东溪村', type: 'village' }];
    const stray = [{ name: '东溪村', type: 'village', parent: '螺溪镇' }];
    const wrong: [object, string][] = [
      [{ key: 'k7mq-2wtd-9xhq' }, 'org.set-up-key-wrong'],
      [{ key: 'short' }, 'org.set-up-key-wrong'],
      [{ userName: '13812345678' }, 'org.user-name-unfit'],
      [{ password: '青禾镇qinghe1' }, 'org.password-weak'],
      [{ units: twice }, 'org.set-up-unit-twice'],
      [{ units: stray }, 'org.unit-unknown'],
      [{ units: [{ name: '东溪 村', type: 'village' }] }, 'org.unit-code-bad'],
      [{ code: 'Qing He' }, 'gate.input-invalid'],
      [{ code: 'field' }, 'org.town-code-reserved'],
    ];
    for (const [change, code] of wrong) {
      const refused = await ask('POST', '/public/set-up', { ...town, ...change });
      expect(refused.body).toMatchObject({ code });
      expect(JSON.stringify(refused.body)).not.toContain(key);
    }
    expect(await counts()).toEqual({ tenants: [], accounts: 0 });
  });

  it('ends the guessing of the key after fifty tries', async () => {
    const { ask, counts } = await emptyInstallation();
    const guess = () => ask('POST', '/public/set-up/key', { key: 'aaaa-aaaa-aaaa' });
    const statuses = [];
    for (let n = 0; n < 51; n += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array(50).fill(403), 429]);
    expect((await ask('POST', '/public/set-up', town)).status).toBe(429);
    expect(await counts()).toEqual({ tenants: [], accounts: 0 });
  });

  it('is closed where the program was started without a key', async () => {
    const { ask, counts } = await emptyInstallation('');
    const asked = await ask('GET', '/public/set-up');
    expect(asked.body).toMatchObject({ status: 404, code: 'org.set-up-closed' });
    for (const key of ['undefined', '-']) {
      const founded = await ask('POST', '/public/set-up', { ...town, key });
      expect(founded.body).toMatchObject({ status: 404, code: 'org.set-up-closed' });
    }
    expect(await counts()).toEqual({ tenants: [], accounts: 0 });
  });
});

describe('units for the set-up', () => {
  it('are read from a workbook, with what is wrong at its cell', async () => {
    const { ask } = await emptyInstallation();
    const unit = (code: string, name: string, type: string) => {
      return { code, name, type, aliases: [], tags: [], sizes: {}, parent: '青禾镇' };
    };
    const units = [unit('C1', '城建办', 'station'), unit('V1', '东溪村', 'village')];
    const persons = [{ code: 'P-0001', name: '周砚', class: '公务员', tags: [] }];
    const roster = { units, persons, posts: [], pairings: [] };
    const form = new FormData();
    form.set('key', key);
    form.set('name', '青禾镇');
    const bytes = await workbookBytes(rosterSheets(roster));
    form.set('file', new File([new Uint8Array(bytes)], '名册.xlsx'));
    expect((await ask('POST', '/public/set-up/units', form)).body).toEqual({
      units: [
        { code: 'C1', name: '城建办', type: 'station', parent: '青禾镇', aliases: [], tags: [] },
        { code: 'V1', name: '东溪村', type: 'village', parent: '青禾镇', aliases: [], tags: [] },
      ],
      otherRows: 1,
      remarks: [],
    });
    form.set('file', new File(['表,名称,类别\n单位,东溪村,村\n单位,,村\n'], '单位.csv'));
    const { body } = await ask('POST', '/public/set-up/units', form);
    expect(body.units).toMatchObject([{ name: '东溪村', type: 'village' }]);
    expect(body.remarks.map(({ place }: { place: string }) => place)).toEqual(['第3行', 'C3']);
    form.set('file', new File(['PK not a workbook'], '名册.xlsx'));
    const refused = await ask('POST', '/public/set-up/units', form);
    expect(refused.body).toMatchObject({ status: 422, code: 'org.import-unreadable' });
    form.set('key', 'wrong');
    expect((await ask('POST', '/public/set-up/units', form)).status).toBe(403);
  });

  it('are found in the national list', async () => {
    const { ask } = await emptyInstallation();
    const found = await ask('POST', '/public/set-up/townships', { key, search: '110101002' });
    expect(found.body.rows).toMatchObject([{ code: '110101002' }]);
    const villages = await ask('POST', '/public/set-up/villages', { key, township: '110101002' });
    expect(villages.body.rows.length).toBeGreaterThan(3);
    const none = await ask('POST', '/public/set-up/villages', { key, township: '999999999' });
    expect(none.body).toMatchObject({ status: 404, code: 'org.township-unknown' });
    const stranger = await ask('POST', '/public/set-up/townships', { key: '-', search: '青禾' });
    expect(stranger.body).toMatchObject({ code: 'org.set-up-key-wrong' });
  });
});

describe('a county', () => {
  it('founds towns and appoints the first administrator of each, and sees nothing in them', async () => {
    const { ask, counts } = await emptyInstallation();
    const county = { ...town, kind: 'county', name: '云川县', code: 'yunchuan', units: [] };
    await ask('POST', '/public/set-up', county);
    await ask('POST', '/auth/sign-in', { userName: 'fang', password });
    const towns = '/counties/yunchuan/towns';
    const founded = await ask('POST', towns, { code: 'qinghe', name: '青禾镇' });
    expect(founded.body).toEqual({ code: 'qinghe' });
    const twice = await ask('POST', towns, { code: 'qinghe', name: '青河镇' });
    expect(twice.body).toMatchObject({ status: 409, code: 'org.town-code-taken' });
    const hidden = await ask('POST', towns, { code: 'help', name: '青河镇' });
    expect(hidden.body).toMatchObject({ status: 422, code: 'org.town-code-reserved' });
    expect((await counts()).tenants).toEqual(['yunchuan', 'qinghe']);
    const state = async () => (await ask('GET', towns)).body.rows[0].administrator;
    expect(await state()).toBe('none');
    const appoint = (userName: string) =>
      ask('POST', `${towns}/qinghe/administrator`, { userName });
    const first = (await appoint('Sun')).body;
    expect(first).toEqual({ userName: 'sun', firstPassword: expect.stringMatching(/^\S{14}$/) });
    expect(await state()).toBe('appointed');
    const lost = (await appoint('sun')).body.firstPassword;
    expect(lost).not.toBe(first.firstPassword);
    expect((await appoint('fang')).body).toMatchObject({ code: 'org.user-name-taken' });
    const other = (await appoint('zhou')).body.firstPassword;
    expect(await counts()).toEqual({ tenants: ['yunchuan', 'qinghe'], accounts: 3 });
    for (const path of ['/org/units', '/accounts', '/audit', '/desk', '/accounts/own']) {
      const seen = await ask('GET', `/towns/qinghe${path}`);
      expect(seen.body).toMatchObject({ status: 404, code: 'gate.town-unknown' });
    }
    const gone = await ask('POST', '/auth/sign-in', { userName: 'sun', password: lost });
    expect(gone.status).toBe(401);
    await ask('POST', '/auth/sign-in', { userName: 'zhou', password: other });
    await ask('POST', '/auth/password', { currentPassword: other, newPassword: password });
    await ask('POST', '/auth/sign-in', { userName: 'zhou', password });
    const audit = (await ask('GET', '/towns/qinghe/audit')).body;
    expect(audit.rows).toMatchObject(Array(3).fill({ deed: 'counties.appoint' }));
    await ask('POST', '/auth/sign-in', { userName: 'fang', password });
    expect(await state()).toBe('active');
    expect((await appoint('zhou')).body).toMatchObject({
      status: 409,
      code: 'org.town-administered',
    });
    expect(await counts()).toEqual({ tenants: ['yunchuan', 'qinghe'], accounts: 3 });
  });

  it('is administered by its own administrators only', async () => {
    const { ask, counts } = await emptyInstallation();
    await ask('POST', '/public/set-up', { ...town, kind: 'county', code: 'yunchuan', units: [] });
    const towns = '/counties/yunchuan/towns';
    expect((await ask('GET', towns)).status).toBe(401);
    await ask('POST', '/auth/sign-in', { userName: 'fang', password });
    await ask('POST', towns, { code: 'qinghe', name: '青禾镇' });
    const made = (await ask('POST', `${towns}/qinghe/administrator`, { userName: 'sun' })).body;
    await ask('POST', '/auth/sign-in', { userName: 'sun', password: made.firstPassword });
    const change = { currentPassword: made.firstPassword, newPassword: password };
    await ask('POST', '/auth/password', change);
    await ask('POST', '/auth/sign-in', { userName: 'sun', password });
    for (const code of ['yunchuan', 'qinghe', 'nowhere']) {
      const read = await ask('GET', `/counties/${code}/towns`);
      expect(read.body).toMatchObject({ status: 404, code: 'org.county-unknown' });
      const write = await ask('POST', `/counties/${code}/towns`, { code: 'luoxi', name: '螺溪镇' });
      expect(write.body).toMatchObject({ status: 404, code: 'org.county-unknown' });
    }
    expect((await counts()).tenants).toEqual(['yunchuan', 'qinghe']);
  });

  it('is not administered by who holds another post in it, nor for a town that is not its own', async () => {
    const { ask, counts } = await emptyInstallation();
    await ask('POST', '/public/set-up', { ...town, kind: 'county', code: 'yunchuan', units: [] });
    await ask('POST', '/auth/sign-in', { userName: 'fang', password });
    const nowhere = '/counties/yunchuan/towns/nowhere/administrator';
    expect((await ask('POST', nowhere, { userName: 'sun' })).body).toMatchObject({
      status: 404,
      code: 'org.county-town-unknown',
    });
    const accounts = '/towns/yunchuan/accounts';
    const made = (await ask('POST', accounts, { userName: 'lin' })).body;
    const role = { role: 'leader', lines: [], substitute: false, from: '2026-04-10' };
    await ask('POST', `${accounts}/${made.id}/roles`, role);
    await ask('POST', '/auth/sign-in', { userName: 'lin', password: made.firstPassword });
    const change = { currentPassword: made.firstPassword, newPassword: password };
    await ask('POST', '/auth/password', change);
    await ask('POST', '/auth/sign-in', { userName: 'lin', password });
    const before = await counts();
    const write = await ask('POST', '/counties/yunchuan/towns', { code: 'luoxi', name: '螺溪镇' });
    expect(write.body).toMatchObject({ status: 403, code: 'org.not-county-administrator' });
    expect(await counts()).toEqual(before);
  });
});
