import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, testPassword, useProgram } from '../../test/kit/rooms.ts';
import { cookieOf, type SignedIn, signIn } from '../../test/kit/sign-in.ts';
import { codeIn, stepAt } from './one-time-code.ts';

const kit = useProgram();
const start = '2026-04-10T02:00:00.000Z';
let qinghe = '';
let fang: Asker;

beforeAll(async () => {
  qinghe = await kit().town('qinghe', '青禾镇');
  fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
});

/** The code that the telephone shows so many seconds after the clock of the program. */
function codeOf(secret: string, now: string, seconds = 0): string {
  const at = new Date(Date.parse(now) + seconds * 1000).toISOString();
  return codeIn(secret.replaceAll(' ', ''), stepAt(at));
}

function at(minutes: number): string {
  const now = new Date(Date.parse(start) + minutes * 60_000).toISOString();
  kit().setNow(now);
  return now;
}

/** Somebody whose account asks for a second step, kept by 青禾镇. */
async function withSecondStep(userName: string) {
  const asker = await kit().person('qinghe', userName, { role: 'recorder' });
  const begun = await asker.post('/api/auth/second-step', { currentPassword: testPassword });
  expect(begun.status).toBe(200);
  const { secret } = begun.body;
  const done = await asker.post('/api/auth/second-step/confirm', { code: codeOf(secret, at(0)) });
  expect(done.status).toBe(200);
  await kit()
    .database.queries.updateTable('account')
    .set({ home_id: qinghe })
    .where('id', '=', asker.accountId)
    .execute();
  return { asker, secret, backupCodes: done.body.backupCodes as string[] };
}

const tries = (userName: string, code?: string, password = testPassword) =>
  kit()
    .stranger()
    .post('/api/auth/sign-in', { userName, password, ...(code === undefined ? {} : { code }) });

async function stored(accountId: string) {
  const { queries } = kit().database;
  return {
    step: await queries
      .selectFrom('second_step')
      .selectAll()
      .where('account_id', '=', accountId)
      .execute(),
    codes: await queries
      .selectFrom('backup_code')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('digest')
      .execute(),
    sessions: await queries
      .selectFrom('login.session')
      .select('id')
      .where('userId', '=', accountId)
      .execute(),
  };
}

const failedCount = async (id: string) =>
  (
    await kit()
      .database.queries.selectFrom('account')
      .select('failed_count')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).failed_count;

describe('turning the second step on', () => {
  it('shows a secret, asks for nothing until a code confirms it, and keeps no secret in the open', async () => {
    const zhou = await kit().person('qinghe', 'zhou', { role: 'recorder' });
    expect((await zhou.get('/api/auth/second-step')).body).toEqual({
      state: 'off',
      backupCodesLeft: 0,
    });
    const begun = await zhou.post('/api/auth/second-step', { currentPassword: testPassword });
    expect(begun.body.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const plain = begun.body.secret.replaceAll(' ', '');
    expect(begun.body.address).toContain(`secret=${plain}`);
    expect(begun.body.address).toMatch(/^otpauth:\/\/totp\/.*zhou\?/);
    expect((await tries('zhou')).headers.getSetCookie()).not.toEqual([]);
    const wrong = await zhou.post('/api/auth/second-step/confirm', { code: '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'org.code-not-shown']);
    expect((await stored(zhou.accountId)).step[0]?.confirmed_at).toBeNull();
    const code = codeOf(plain, at(0));
    const { body } = await zhou.post('/api/auth/second-step/confirm', { code });
    expect(body.backupCodes).toHaveLength(10);
    expect((await zhou.get('/api/auth/second-step')).body).toEqual({
      state: 'on',
      since: start,
      backupCodesLeft: 10,
    });
    const kept = JSON.stringify([
      await stored(zhou.accountId),
      await kit().database.queries.selectFrom('installation_audit').selectAll().execute(),
    ]);
    for (const secret of [plain, code, ...body.backupCodes]) expect(kept).not.toContain(secret);
  });

  it('is refused with a wrong password, and where it is on already', async () => {
    const { asker } = await withSecondStep('lin');
    const before = await stored(asker.accountId);
    const twice = await asker.post('/api/auth/second-step', { currentPassword: testPassword });
    expect(twice.body.code).toBe('org.second-step-on');
    const again = await asker.post('/api/auth/second-step/confirm', { code: '123456' });
    expect(again.body.code).toBe('org.second-step-on');
    expect(await stored(asker.accountId)).toEqual(before);
    const he = await kit().person('qinghe', 'he', { role: 'recorder' });
    const wrong = await he.post('/api/auth/second-step', { currentPassword: 'not mine' });
    expect(wrong.body.code).toBe('org.password-wrong');
    const early = await he.post('/api/auth/second-step/confirm', { code: '123456' });
    expect(early.body.code).toBe('org.second-step-off');
    expect((await stored(he.accountId)).step).toEqual([]);
  });
});

describe('signing in with a second step', () => {
  it('asks for a code after the right password only, and opens nothing before it', async () => {
    const { asker, secret } = await withSecondStep('gu');
    const before = await stored(asker.accountId);
    const first = await tries('gu');
    expect(first.body).toEqual({ mustChangePassword: false, codeAsked: true });
    expect(first.headers.getSetCookie()).toEqual([]);
    const wrong = await tries('gu', undefined, 'not hers at all');
    expect(wrong.body.code).toBe('org.sign-in-failed');
    expect(await stored(asker.accountId)).toEqual(before);
    const answer = await tries('gu', codeOf(secret, at(2)));
    expect(answer.body).toEqual({ mustChangePassword: false });
    const cookie = cookieOf(answer);
    const session = await kit().stranger().ask('GET', '/api/auth/session', undefined, { cookie });
    expect(session.body.userName).toBe('gu');
  });

  it('takes a code once, and a neighbour of the present half minute', async () => {
    const { secret } = await withSecondStep('sun');
    const now = at(10);
    const late = codeOf(secret, now, -30);
    expect((await tries('sun', late)).status).toBe(200);
    const again = await tries('sun', late);
    expect([again.status, again.body.code]).toEqual([401, 'org.code-wrong']);
    expect((await tries('sun', codeOf(secret, now, 30))).status).toBe(200);
    expect((await tries('sun', codeOf(secret, now, 90))).body.code).toBe('org.code-wrong');
  });

  it('counts wrong codes with wrong passwords, and a right password alone forgets none of them', async () => {
    const { asker, secret } = await withSecondStep('chen');
    at(20);
    for (let count = 0; count < 4; count += 1) {
      expect((await tries('chen', '000000')).body.code).toBe('org.code-wrong');
      expect((await tries('chen')).body.codeAsked).toBe(true);
    }
    expect(await failedCount(asker.accountId)).toBe(4);
    expect((await tries('chen', '000000')).body.code).toBe('org.code-wrong');
    const locked = await tries('chen', codeOf(secret, at(21)));
    expect([locked.status, locked.body.code]).toEqual([423, 'org.account-locked']);
    expect((await tries('chen', codeOf(secret, at(37)))).status).toBe(200);
    expect(await failedCount(asker.accountId)).toBe(0);
  });

  it('takes each backup code once, however it is typed', async () => {
    const { asker, backupCodes } = await withSecondStep('tao');
    const [code = ''] = backupCodes;
    expect((await tries('tao', code.toLowerCase().replace('-', ' '))).status).toBe(200);
    expect((await tries('tao', code)).body.code).toBe('org.code-wrong');
    const { body } = await asker.get('/api/auth/second-step');
    expect(body.backupCodesLeft).toBe(9);
  });
});

describe('turning the second step off', () => {
  it('takes password and code, and signs every other browser out', async () => {
    const { asker, secret } = await withSecondStep('qiao');
    const { cookie } = await codeSignIn('qiao', codeOf(secret, at(40)));
    const end = (currentPassword: string, code: string) =>
      asker.post('/api/auth/second-step/end', { currentPassword, code });
    const before = await stored(asker.accountId);
    expect((await end('not mine', codeOf(secret, at(42)))).body.code).toBe('org.password-wrong');
    expect((await end(testPassword, '000000')).body.code).toBe('org.code-refused');
    expect(await failedCount(asker.accountId)).toBe(2);
    expect(await stored(asker.accountId)).toEqual(before);
    expect((await end(testPassword, codeOf(secret, at(42)))).body).toEqual({ done: true });
    expect((await asker.get('/api/auth/session')).status).toBe(200);
    const other = await kit().stranger().ask('GET', '/api/auth/session', undefined, { cookie });
    expect(other.status).toBe(401);
    expect((await tries('qiao')).body).toEqual({ mustChangePassword: false });
    expect((await end(testPassword, '000000')).body.code).toBe('org.second-step-off');
  });

  it('is done by the administrator for whoever lost telephone and paper, in the audit', async () => {
    const { asker } = await withSecondStep('ma');
    const path = `/api/towns/qinghe/accounts/${asker.accountId}/second-step/end`;
    const rows = (await fang.get('/api/towns/qinghe/accounts')).body.rows;
    const row = rows.find(({ id }: { id: string }) => id === asker.accountId);
    expect(row.hasSecondStep).toBe(true);
    const { body } = await fang.post(path, { reason: '手机丢了' });
    expect(body).toEqual({ done: true });
    expect((await asker.get('/api/auth/session')).status).toBe(401);
    expect((await tries('ma')).body).toEqual({ mustChangePassword: false });
    const audit = await fang.get('/api/towns/qinghe/audit?deed=accounts.endSecondStep');
    expect(audit.body.rows[0].input).toMatchObject({ reason: '手机丢了' });
    const again = await fang.post(path, { reason: '再办一次' });
    expect(again.body.code).toBe('org.second-step-off');
  });
});

describe('new backup codes', () => {
  it('take password and code, are shown once, and make the old ones good for nothing', async () => {
    const { asker, secret, backupCodes } = await withSecondStep('bei');
    const [first = '', second = ''] = backupCodes;
    const renew = (currentPassword: string, code: string) =>
      asker.post('/api/auth/second-step/backup-codes', { currentPassword, code });
    const before = await stored(asker.accountId);
    at(70);
    const wrong = await renew('not mine', codeOf(secret, at(70)));
    expect([wrong.status, wrong.body.code]).toEqual([422, 'org.password-wrong']);
    const guessed = await renew(testPassword, '000000');
    expect([guessed.status, guessed.body.code]).toEqual([422, 'org.codes-kept']);
    expect(await stored(asker.accountId)).toEqual(before);
    const { status, body } = await renew(testPassword, first);
    expect([status, body.backupCodes.length]).toEqual([200, 10]);
    expect(body.backupCodes).not.toContain(second);
    expect((await tries('bei', second)).body.code).toBe('org.code-wrong');
    expect((await tries('bei', body.backupCodes[0])).status).toBe(200);
    expect((await tries('bei', codeOf(secret, at(71)))).status).toBe(200);
    expect((await asker.get('/api/auth/second-step')).body).toMatchObject({
      state: 'on',
      backupCodesLeft: 9,
    });
    const told = await kit()
      .database.queries.selectFrom('installation_audit')
      .selectAll()
      .where('deed', '=', 'auth.renewBackupCodes')
      .execute();
    expect(told).toHaveLength(1);
    for (const code of [first, ...body.backupCodes]) {
      expect(JSON.stringify(told)).not.toContain(code);
    }
  });

  it('are refused where the second step is off', async () => {
    const asker = await kit().person('qinghe', 'off', { role: 'recorder' });
    const given = { currentPassword: testPassword, code: '123456' };
    const { status, body } = await asker.post('/api/auth/second-step/backup-codes', given);
    expect([status, body.code]).toEqual([409, 'org.second-step-off']);
    expect((await stored(asker.accountId)).codes).toEqual([]);
  });
});

describe('the history of sign-ins', () => {
  it('shows its owner where and when it was entered or tried, without the last part of the address', async () => {
    const headers = { 'x-forwarded-for': '10.2.3.77', 'user-agent': 'Mozilla Edg/120 Windows' };
    const { secret } = await withSecondStep('wen');
    at(60);
    const tell = (body: object) => kit().stranger().post('/api/auth/sign-in', body, headers);
    await tell({ userName: 'wen', password: 'wrong' });
    await tell({ userName: 'wen', password: testPassword, code: '000000' });
    const entered = await tell({
      userName: 'wen',
      password: testPassword,
      code: codeOf(secret, at(61)),
    });
    const cookie = cookieOf(entered);
    const { body } = await kit().stranger().ask('GET', '/api/auth/sign-ins', undefined, { cookie });
    const place = { address: '10.2.3.*', browser: 'Mozilla Edg/120 Windows', way: 'password' };
    expect(body.rows.slice(0, 3)).toEqual([
      { at: at(61), outcome: 'entered', ...place },
      { at: at(60), outcome: 'wrong-code', ...place },
      { at: at(60), outcome: 'wrong-password', ...place },
    ]);
    const other: SignedIn = await signIn(kit(), { userName: 'zhang.nobody' });
    expect(other.cookie).toBe('');
    expect((await kit().stranger().get('/api/auth/sign-ins')).status).toBe(401);
    expect((await fang.get('/api/auth/sign-ins')).body.rows).toHaveLength(1);
  });
});

async function codeSignIn(userName: string, code: string): Promise<{ cookie: string }> {
  const answer = await tries(userName, code);
  expect(answer.status).toBe(200);
  return { cookie: cookieOf(answer) };
}
