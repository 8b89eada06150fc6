import { contract } from '@oneneedle/contract';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { testPassword, useProgram } from '../../test/kit/rooms.ts';
import { signIn } from '../../test/kit/sign-in.ts';
import { createLog } from '../platform/index.ts';
import { startProgram } from '../program.ts';
import { createAccount, giveRole } from './accounts.ts';
import { createLogin } from './login.ts';

interface Told {
  readonly deed: string;
  readonly input: { readonly address?: { readonly digest: string } };
}

const kit = useProgram();
let qinghe = '';

beforeAll(async () => {
  qinghe = await kit().town('qinghe', '青禾镇');
});

/** A person of 青禾镇 with an account, so that name and telephone are known. */
async function person(userName: string, name = '', phone = ''): Promise<string> {
  const { accountId } = await kit().person('qinghe', userName, { role: 'recorder' });
  if (name !== '') {
    await kit().inside(qinghe, async (db) => {
      const code = `P-${userName}`;
      await db
        .insertInto('person')
        .values({ tenant_id: qinghe, code, class: '公务员', account_id: accountId })
        .execute();
      await db
        .insertInto('person_detail')
        .values({ tenant_id: qinghe, person_code: code, name, phone })
        .execute();
    });
  }
  return accountId;
}

async function failuresOf(id: string) {
  return kit()
    .database.queries.selectFrom('account')
    .select(['failed_count', 'locked_until'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    await person('wu');
    const { answer } = await signIn(kit(), { userName: 'WU' });
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toMatch(/; Secure/i);
  });

  it('sends the cookie over https only where the address is https', async () => {
    const program = await startProgram({
      ownerUrl: kit().ownerUrl,
      secret: 'a secret of the tests, longer than thirty-two characters',
      origin: 'https://qinghe.example',
      filesFolder: kit().filesFolder,
      log: createLog('error'),
    });
    const answer = await program.http.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      payload: { userName: 'wu', password: testPassword },
    });
    await program.close();
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure/i);
  });

  it('says the same for a name that nobody has and for a wrong password', async () => {
    const id = await person('zhou');
    const unknown = await signIn(kit(), { userName: 'nobody', password: 'wrong' });
    const wrong = await signIn(kit(), { userName: 'zhou', password: 'wrong' });
    expect(unknown.answer.status).toBe(401);
    expect({ ...unknown.answer.body, instance: '' }).toEqual({
      ...wrong.answer.body,
      instance: '',
    });
    expect(wrong.answer.body).toMatchObject({ code: 'org.sign-in-failed' });
    expect(wrong.cookie).toBe('');
    expect((await failuresOf(id)).failed_count).toBe(1);
    await signIn(kit(), { userName: 'zhou' });
    expect((await failuresOf(id)).failed_count).toBe(0);
  });

  it('leaves a failed try in the audit of the town that keeps the account, without its words', async () => {
    const id = await person('tried');
    await kit()
      .database.queries.updateTable('account')
      .set({ home_id: qinghe })
      .where('id', '=', id)
      .execute();
    const fails = (userName: string, from: string) =>
      signIn(kit(), { userName, password: 'wrong secret', headers: { 'x-forwarded-for': from } });
    await fails('tried', '10.2.2.1');
    await fails('tried', '10.2.2.1');
    await fails('tried', '10.2.2.2');
    await fails('no.such.name', '10.2.2.1');
    const session = await signIn(kit(), { userName: 'tried' });
    const passwords = { currentPassword: 'wrong secret', newPassword: 'a whole new sentence 2026' };
    expect((await session.post('/api/auth/password', passwords)).body.code).toBe(
      'org.password-wrong',
    );
    const administrator = await kit().person('qinghe', 'overseer', { role: 'administrator' });
    const { body } = await administrator.get(`/api/towns/qinghe/audit?account=${id}`);
    const told = body.rows.map(({ deed, input }: Told) => [deed, input.address?.digest]);
    const [, last, second, first] = told.map(([, digest]: [string, string]) => digest);
    expect(told.map(([deed]: [string]) => deed)).toEqual([
      'auth.changePassword',
      'auth.signIn',
      'auth.signIn',
      'auth.signIn',
    ]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect([second === first, last === first]).toEqual([true, false]);
    expect(body.names[id]).toBe('tried');
    const outside = await kit()
      .database.queries.selectFrom('installation_audit')
      .select(['account_id', 'input'])
      .where('deed', '=', 'auth.signIn')
      .orderBy('id', 'desc')
      .limit(3)
      .execute();
    const unnamed = outside.filter(({ account_id }) => account_id === null);
    const digests = unnamed.map(({ input }) => input as unknown as Told['input']);
    expect(digests).toContainEqual({
      userName: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      address: { digest: first },
    });
    const all = JSON.stringify([body, outside]);
    for (const word of ['wrong secret', 'no.such.name', '10.2.2']) expect(all).not.toContain(word);
  });

  it.each(['lin', 'nobody-else'])('locks %s for 15 minutes after five failures', async (name) => {
    kit().setNow('2026-04-10T02:00:00Z');
    if (name === 'lin') await person(name);
    for (let n = 0; n < 5; n += 1) {
      const { answer } = await signIn(kit(), { userName: name, password: 'wrong' });
      expect(answer.status).toBe(401);
    }
    const locked = await signIn(kit(), { userName: name });
    expect(locked.answer.body).toMatchObject({
      status: 423,
      code: 'org.account-locked',
      data: { until: '2026-04-10T02:15:00.000Z' },
    });
    expect(locked.answer.body.detail).toContain('锁定到 10:15');
    expect(locked.cookie).toBe('');
    kit().setNow('2026-04-10T02:15:00Z');
    const later = await signIn(kit(), { userName: name });
    expect(later.answer.status).toBe(name === 'lin' ? 200 : 401);
  });

  it('counts tries that come all at once one by one', async () => {
    const id = await person('qiu');
    const tries = Array.from({ length: 12 }, () =>
      signIn(kit(), { userName: 'qiu', password: 'wrong' }),
    );
    const statuses = (await Promise.all(tries)).map(({ answer }) => answer.status).sort();
    expect(statuses).toEqual([...Array(5).fill(401), ...Array(7).fill(423)]);
    expect((await failuresOf(id)).failed_count).toBe(5);
  });

  it('takes nothing more from an address that failed fifty times, and still from others', async () => {
    await person('kang');
    const headers = { 'x-forwarded-for': '10.1.1.9' };
    const names = Array.from({ length: 50 }, (_, n) => `stranger${n}`);
    await Promise.all(
      names.map((userName) => signIn(kit(), { userName, password: 'wrong', headers })),
    );
    const refused = await signIn(kit(), { userName: 'kang', headers });
    expect(refused.answer.body).toMatchObject({ status: 429, code: 'org.address-locked' });
    expect(refused.cookie).toBe('');
    expect((await signIn(kit(), { userName: 'kang' })).answer.status).toBe(200);
  });

  it('lets no disabled account in, and says no more than of an unknown one', async () => {
    const id = await person('fang');
    const before = await signIn(kit(), { userName: 'fang' });
    await kit()
      .database.queries.updateTable('account')
      .set({ disabled_at: '2026-04-10T02:00:00Z' })
      .where('id', '=', id)
      .execute();
    expect((await before.get('/api/auth/session')).status).toBe(401);
    const after = await signIn(kit(), { userName: 'fang' });
    expect(after.answer.body).toMatchObject({ code: 'org.sign-in-failed' });
  });
});

describe('the first password', () => {
  it('opens nothing but its own change', async () => {
    await kit().inside(qinghe, async (db) => {
      const now = '2026-04-10T02:00:00Z';
      const password = 'first-pass-word-1';
      const wanted = { userName: 'sun', password, mustChangePassword: true, now };
      const accountId = await createAccount(db, wanted);
      await giveRole(db, { tenantId: qinghe, accountId, role: 'leader', from: '2026-01-01' });
    });
    const sun = await signIn(kit(), { userName: 'sun', password: 'first-pass-word-1' });
    expect(sun.answer.body).toEqual({ mustChangePassword: true });
    expect((await sun.get('/api/auth/session')).body).toMatchObject({ mustChangePassword: true });
    for (const path of ['/api/towns/qinghe/accounts/own', '/api/counties/yunchuan/towns']) {
      expect((await sun.get(path)).body).toMatchObject({ code: 'gate.password-must-change' });
    }
    const newPassword = '青山绿水带笑颜，样样都好';
    const changed = await sun.post('/api/auth/password', {
      currentPassword: 'first-pass-word-1',
      newPassword,
    });
    expect(changed.body).toEqual({ done: true });
    expect((await sun.get('/api/auth/session')).status).toBe(401);
    const again = await signIn(kit(), { userName: 'sun', password: newPassword });
    expect(again.answer.body).toEqual({ mustChangePassword: false });
  });
});

describe('one’s own password', () => {
  it('ends every session when it changes', async () => {
    await person('deng');
    const [here, there] = [
      await signIn(kit(), { userName: 'deng' }),
      await signIn(kit(), { userName: 'deng' }),
    ];
    const newPassword = 'three hens cross the brook';
    await here.post('/api/auth/password', { currentPassword: testPassword, newPassword });
    expect((await here.get('/api/auth/session')).status).toBe(401);
    expect((await there.get('/api/auth/session')).status).toBe(401);
    expect((await signIn(kit(), { userName: 'deng' })).answer.status).toBe(401);
    expect((await signIn(kit(), { userName: 'deng', password: newPassword })).answer.status).toBe(
      200,
    );
  });

  it.each([
    ['too short', 'kx8#mQ2v'],
    ['the user name', 'guwen.guwen.1'],
    ['the name', '顾远山2026顾远山'],
    ['the name, spelled', 'guyuanshan66'],
    ['the telephone', '13900001234ab'],
    ['a telephone only', '13812345678'],
    ['an identity-card number', '11010519491231002X'],
    ['figures in a row', 'abcd1234567890'],
    ['the town', '青禾镇qinghe2026'],
    ['among the commonest', 'Password123456'],
    ['among the commonest here', 'woaini5201314'],
    ['few characters', 'ababababab'],
  ])('is refused when it is %s', async (_, newPassword) => {
    if (
      (
        await kit()
          .database.queries.selectFrom('login.user')
          .select('id')
          .where('username', '=', 'guwen')
          .execute()
      ).length === 0
    ) {
      await person('guwen', '顾远山', '13900001234');
    }
    const gu = await signIn(kit(), { userName: 'guwen' });
    const refused = await gu.post('/api/auth/password', {
      currentPassword: testPassword,
      newPassword,
    });
    expect(refused.body).toMatchObject({ status: 422, code: 'org.password-weak' });
    expect(JSON.stringify(refused.body)).not.toContain(newPassword);
    expect((await gu.get('/api/auth/session')).status).toBe(200);
    expect((await signIn(kit(), { userName: 'guwen' })).answer.status).toBe(200);
  });

  it('is not changed with a wrong current one, which counts as a failure', async () => {
    const id = await person('cheng');
    const cheng = await signIn(kit(), { userName: 'cheng' });
    const ask = (currentPassword: string, newPassword: string) =>
      cheng.post('/api/auth/password', { currentPassword, newPassword });
    const same = await ask(testPassword, testPassword);
    expect(same.body).toMatchObject({ status: 422, code: 'org.password-same' });
    for (let n = 0; n < 5; n += 1) {
      const wrong = await ask('wrong', 'three hens cross the brook');
      expect(wrong.body).toMatchObject({ status: 422, code: 'org.password-wrong' });
    }
    expect((await ask(testPassword, 'three hens cross the brook')).status).toBe(423);
    expect((await failuresOf(id)).failed_count).toBe(5);
    const { password } = await kit()
      .database.queries.selectFrom('login.account')
      .select('password')
      .where('userId', '=', id)
      .executeTakeFirstOrThrow();
    expect(password).toMatch(/^argon2id\$19456\$2\$/);
  });
});

describe('one’s own sessions', () => {
  it('are listed and ended one by one or all but this', async () => {
    await person('feng');
    const browser = (name: string) => ({ 'user-agent': name });
    const one = await signIn(kit(), { userName: 'feng', headers: browser('Office Edge') });
    const two = await signIn(kit(), { userName: 'feng', headers: browser('Home Firefox') });
    const three = await signIn(kit(), { userName: 'feng', headers: browser('Old one') });
    const { rows } = (await one.get('/api/auth/sessions')).body;
    expect(rows).toHaveLength(4); // the kit signed in too
    expect(rows.filter((row: { current: boolean }) => row.current)).toMatchObject([
      { browser: 'Office Edge', address: '127.0.0.1' },
    ]);
    const home = rows.find((row: { browser: string }) => row.browser === 'Home Firefox');
    expect((await one.post(`/api/auth/sessions/${home.id}/end`)).body).toEqual({ done: true });
    expect((await two.get('/api/auth/session')).status).toBe(401);
    expect((await one.post('/api/auth/sessions/end-others')).body).toEqual({ ended: 2 });
    expect((await three.get('/api/auth/session')).status).toBe(401);
    expect((await one.get('/api/auth/session')).status).toBe(200);
  });

  it('of somebody else cannot be ended', async () => {
    await person('hu');
    await person('he');
    const [hu, he] = [
      await signIn(kit(), { userName: 'hu' }),
      await signIn(kit(), { userName: 'he' }),
    ];
    const { rows } = (await hu.get('/api/auth/sessions')).body;
    for (const { id } of rows) {
      const refused = await he.post(`/api/auth/sessions/${id}/end`);
      expect(refused.body).toMatchObject({ status: 404, code: 'org.session-unknown' });
    }
    expect((await hu.get('/api/auth/session')).status).toBe(200);
  });
});

describe('requests from another site', () => {
  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('change nothing: %o', async (headers) => {
    const name = `site${Object.values(headers)[0]?.length}`;
    await person(name);
    const own = await signIn(kit(), { userName: name });
    const refused = await own.post('/api/auth/sign-out', {}, headers);
    expect(refused.body).toMatchObject({ status: 403, code: 'gate.foreign-origin' });
    expect((await own.get('/api/auth/session')).status).toBe(200);
    const origin = { origin: kit().origin };
    expect((await own.post('/api/auth/sign-out', {}, origin)).status).toBe(200);
    expect((await own.get('/api/auth/session')).status).toBe(401);
  });
});

describe('the log-in library', () => {
  it('answers at none of its own addresses', async () => {
    const { login, close } = createLogin({
      url: inject('serverUrl'),
      secret: 'a secret of the tests, longer than thirty-two characters',
      origin: 'http://127.0.0.1',
    });
    await close();
    const own = Object.values(contract.auth).map((address) => address['~orpc'].route.path);
    const paths = Object.values(login.api).flatMap(({ path }) => (path ? [path] : []));
    expect(paths).toContain('/sign-up/email');
    const { accountId } = await kit().person('qinghe', 'gan', { role: 'administrator' });
    const before = await failuresOf(accountId);
    for (const path of new Set(paths)) {
      for (const prefix of ['/api/auth', '/api', '/auth']) {
        if (own.includes(`${prefix}${path}`.slice('/api'.length) as never)) continue;
        for (const method of ['GET', 'POST']) {
          const body = method === 'POST' ? { username: 'gan', password: testPassword } : undefined;
          const answer = await kit().stranger().ask(method, `${prefix}${path}`, body);
          expect([method, prefix, path, answer.status]).toEqual([method, prefix, path, 404]);
        }
      }
    }
    expect(await failuresOf(accountId)).toEqual(before);
  });
});
