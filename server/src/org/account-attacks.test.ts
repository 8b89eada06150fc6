import { contract } from '@oneneedle/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, testPassword, useProgram } from '../../test/kit/rooms.ts';
import { cookieOf, signIn } from '../../test/kit/sign-in.ts';
import { codeIn, stepAt } from './one-time-code.ts';

const kit = useProgram();
const now = '2026-04-10T02:00:00.000Z';

beforeAll(async () => {
  await kit().town('qinghe', '青禾镇');
});

function codeOf(secret: string, minutes = 0): string {
  const at = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  return codeIn(secret.replaceAll(' ', ''), stepAt(at));
}

/** Somebody with a second step that is begun, or on. */
async function stepped(userName: string, isOn: boolean): Promise<{ asker: Asker; secret: string }> {
  kit().setNow(now);
  const asker = await kit().person('qinghe', userName, { role: 'recorder' });
  const begun = await asker.post('/api/auth/second-step', { currentPassword: testPassword });
  const { secret } = begun.body;
  if (isOn) await asker.post('/api/auth/second-step/confirm', { code: codeOf(secret) });
  return { asker, secret };
}

/** Everything of accounts that a stranger must not move. */
async function stored() {
  const { queries } = kit().database;
  return {
    accounts: await queries
      .selectFrom('account')
      .select(['id', 'disabled_at', 'must_change_password', 'home_id'])
      .orderBy('id')
      .execute(),
    steps: await queries.selectFrom('second_step').selectAll().orderBy('account_id').execute(),
    codes: await queries.selectFrom('backup_code').selectAll().orderBy('digest').execute(),
    sessions: await queries.selectFrom('login.session').select('id').orderBy('id').execute(),
    identities: await queries.selectFrom('identity').selectAll().execute(),
    passwords: await queries
      .selectFrom('login.account')
      .select(['userId', 'password'])
      .orderBy('userId')
      .execute(),
    tokens: await queries.selectFrom('access_token').selectAll().orderBy('id').execute(),
  };
}

describe('guessing a code', () => {
  it.each([
    ['to turn the second step off', true, 'end', { currentPassword: testPassword }],
    ['to get new backup codes', true, 'backup-codes', { currentPassword: testPassword }],
    ['to turn on what another began', false, 'confirm', {}],
  ])(
    '%s locks after five failures, though the password was right each time',
    async (_what, isOn, path, given) => {
      const { asker, secret } = await stepped(`guess-${path}`, isOn);
      const ask = (code: string) => asker.post(`/api/auth/second-step/${path}`, { ...given, code });
      const before = await stored();
      for (let count = 0; count < 5; count += 1) expect((await ask('000000')).status).toBe(422);
      kit().setNow('2026-04-10T02:02:00.000Z');
      const locked = await ask(codeOf(secret, 2));
      expect([locked.status, locked.body.code]).toEqual([423, 'org.account-locked']);
      expect(await stored()).toEqual(before);
    },
  );

  it('finds a code of the telephone taken, however many bring it at once', async () => {
    const { secret } = await stepped('at-once', true);
    kit().setNow('2026-04-10T02:02:00.000Z');
    const tried = { userName: 'at-once', password: testPassword, code: codeOf(secret, 2) };
    const answers = await Promise.all(
      [1, 2, 3].map(() => kit().stranger().post('/api/auth/sign-in', tried)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect(answers.flatMap((answer) => (cookieOf(answer) === '' ? [] : [1]))).toEqual([1]);
  });
});

describe('whoever came in with the password alone', () => {
  it('is out when the second step is turned on', async () => {
    const { asker, secret } = await stepped('watched', false);
    const thief = await signIn(kit(), { userName: 'watched' });
    expect((await thief.get('/api/auth/session')).status).toBe(200);
    const code = codeOf(secret);
    expect((await asker.post('/api/auth/second-step/confirm', { code })).status).toBe(200);
    expect((await thief.get('/api/auth/session')).status).toBe(401);
    expect((await asker.get('/api/auth/session')).status).toBe(200);
  });

  it('keeps no access token over a change of the password', async () => {
    const owner = await kit().person('qinghe', 'robbed', { role: 'recorder' });
    const made = await owner.post('/api/towns/qinghe/access-tokens', {
      name: '偷开的',
      scope: { org: 'read' },
      expiresOn: '2026-12-31',
      currentPassword: testPassword,
    });
    const headers = { authorization: `Bearer ${made.body.secret}` };
    const read = () =>
      kit().stranger().ask('GET', '/api/towns/qinghe/org/units', undefined, headers);
    expect((await read()).status).toBe(200);
    const given = { currentPassword: testPassword, newPassword: '一句自己想出来的话 2026' };
    expect((await owner.post('/api/auth/password', given)).status).toBe(200);
    expect((await read()).status).toBe(401);
  });
});

describe('another site', () => {
  const deeds = Object.entries(contract.auth).flatMap(([name, address]) => {
    const { method, path = '' } = address['~orpc'].route;
    return method === undefined || method === 'GET' ? [] : [{ name, method, path }];
  });

  it('does none of the deeds of signing in through the browser of whoever is signed in', async () => {
    await kit().person('qinghe', 'lured', { role: 'recorder' });
    const { cookie } = await signIn(kit(), { userName: 'lured' });
    expect(deeds.length).toBeGreaterThanOrEqual(15);
    const before = await stored();
    for (const { name, method, path } of deeds) {
      const address = `/api${path.replace(/\{\w+\}/g, 'qinghe')}`;
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of foreign) {
        const { status, body } = await kit()
          .stranger()
          .ask(method, address, {}, { cookie, ...headers });
        expect([name, status, body.code]).toEqual([name, 403, 'gate.foreign-origin']);
      }
    }
    expect(await stored()).toEqual(before);
  });
});

describe('a session', () => {
  it('is a new one after each sign-in: what was planted before it opens nothing', async () => {
    const { secret } = await stepped('fixed', true);
    const planted = 'oneneedle.session_token=planted-by-somebody.c2lnbmF0dXJl';
    kit().setNow('2026-04-10T02:04:00.000Z');
    const tried = { userName: 'fixed', password: testPassword, code: codeOf(secret, 4) };
    const answer = await kit().stranger().post('/api/auth/sign-in', tried, { cookie: planted });
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).not.toContain('planted');
    const ask = (cookie: string) =>
      kit().stranger().ask('GET', '/api/auth/session', undefined, { cookie });
    expect((await ask(planted)).status).toBe(401);
    expect((await ask(cookieOf(answer))).body.userName).toBe('fixed');
    const flags = answer.headers.getSetCookie().find((one) => one.includes('session_token'));
    expect(flags).toMatch(/HttpOnly/i);
    expect(flags).toMatch(/SameSite=(?:Lax|Strict)/i);
  });
});
