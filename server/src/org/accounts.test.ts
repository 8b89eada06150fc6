import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, testPassword, useProgram } from '../../test/kit/rooms.ts';
import { signIn } from '../../test/kit/sign-in.ts';
import { putSmallRoster } from '../../test/kit/small-roster.ts';
import { giveRole } from './index.ts';

const kit = useProgram();
const path = '/api/towns/qinghe/accounts';
const administrator = { role: 'administrator' } as const;
let qinghe = '';
let fang: Asker; // administers 青禾镇
let ma: Asker; // administers 螺溪镇

/** Whatever came back. */
type Row = Answer['body'];

beforeAll(async () => {
  qinghe = await kit().town('qinghe', '青禾镇');
  await kit().town('luoxi', '螺溪镇');
  await putSmallRoster(kit(), qinghe);
  fang = await kit().person('qinghe', 'fang', administrator);
  ma = await kit().person('luoxi', 'ma', administrator);
});

async function rows(asker: Asker, town = 'qinghe'): Promise<Row[]> {
  return (await asker.get(`/api/towns/${town}/accounts`)).body.rows;
}

async function row(id: string): Promise<Row> {
  return (await rows(fang)).find((one) => one.id === id);
}

/** Refused with this code, and the town's accounts are what they were. */
async function refused(ask: () => Promise<{ body: Row }>, code: string): Promise<void> {
  const before = [await rows(fang), await rows(ma, 'luoxi')];
  const { body } = await ask();
  expect(body).toMatchObject({ code, detail: expect.stringMatching(/[。]$/) });
  expect([await rows(fang), await rows(ma, 'luoxi')]).toEqual(before);
}

describe('an account for a person', () => {
  it('is proposed by name, and its first password is shown once and kept nowhere', async () => {
    const { body } = await fang.get(`${path}/candidates`);
    expect(body.rows[0]).toEqual({
      person: { code: 'P-0001', name: '周砚' },
      unitName: '城建办',
      userName: 'zhouyan',
    });
    const key = { 'idempotency-key': randomUUID() };
    const wanted = { userName: 'ZhouYan', person: 'P-0001' };
    const made = (await fang.post(path, wanted, key)).body;
    expect(made.userName).toBe('zhouyan');
    expect(made.firstPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    expect((await fang.post(path, wanted, key)).body).toEqual({ ...made, firstPassword: '' });
    const kept = await kit().inside(qinghe, async (db) => [
      await db.selectFrom('idempotency').selectAll().execute(),
      await db.selectFrom('audit').selectAll().execute(),
    ]);
    expect(JSON.stringify(kept)).toContain('P-0001');
    expect(JSON.stringify(kept)).not.toContain(made.firstPassword);
    expect(JSON.stringify(kept[1])).not.toMatch(/zhouyan/i);
    expect(await row(made.id)).toEqual({
      id: made.id,
      userName: 'zhouyan',
      person: { code: 'P-0001', name: '周砚' },
      state: 'first-password',
      isKeptHere: true,
      isOwn: false,
      hasSecondStep: false,
      grants: [],
    });
    const zhou = await signIn(kit(), { userName: 'zhouyan', password: made.firstPassword });
    expect(zhou.answer.body).toEqual({ mustChangePassword: true });
    expect((await row(made.id)).lastSignInAt).toBe('2026-04-10T02:00:00.000Z');
  });

  it.each([
    ['110105194912310020', 'org.user-name-unfit'],
    ['11010519491231002X', 'org.user-name-unfit'],
    ['110105491231002', 'org.user-name-unfit'],
    ['x11010519491231002x', 'org.user-name-unfit'],
    ['13812345678', 'org.user-name-unfit'],
    ['wu138-1234-5678', 'org.user-name-unfit'],
    ['吴简', 'org.user-name-unfit'],
    ['w', 'org.user-name-unfit'],
    ['FANG', 'org.user-name-taken'],
    ['ma', 'org.user-name-taken'],
  ])('is not made with the user name %s', async (userName, code) => {
    await refused(() => fang.post(path, { userName, person: 'P-0002' }), code);
  });

  it('is one a person, and for a person of the roster', async () => {
    await fang.post(path, { userName: 'linjin', person: 'P-0002' });
    const second = { userName: 'linjin2', person: 'P-0002' };
    await refused(() => fang.post(path, second), 'org.person-account-exists');
    const nobody = { userName: 'linjin2', person: 'P-0404' };
    await refused(() => fang.post(path, nobody), 'org.person-unknown');
    const { body } = await fang.get(`${path}/candidates`);
    expect(body.rows.map((one: Row) => one.person.code)).not.toContain('P-0002');
  });

  it('can be tied to a person later, one’s own once', async () => {
    const { id } = (await fang.post(path, { userName: 'duty.desk' })).body;
    await refused(
      () => fang.post(`${path}/${id}/person`, { person: 'P-0002' }),
      'org.person-account-exists',
    );
    expect((await fang.post(`${path}/${id}/person`, { person: 'P-0003' })).status).toBe(200);
    expect((await row(id)).person).toEqual({ code: 'P-0003', name: '邓楷' });
    expect((await fang.post(`${path}/${id}/person`, {})).status).toBe(200);
    expect((await row(id)).person).toBeUndefined();
    const own = `${path}/${fang.accountId}/person`;
    expect((await fang.post(own, { person: 'P-0003' })).status).toBe(200);
    await refused(() => fang.post(own, {}), 'org.own-account');
  });
});

describe('passwords and ends', () => {
  it('a reset ends every session and asks for a new password', async () => {
    const kang = await kit().person('qinghe', 'kang', { role: 'recorder' });
    const { firstPassword } = (await fang.post(`${path}/${kang.accountId}/password`)).body;
    expect((await kang.get('/api/auth/session')).status).toBe(401);
    expect((await signIn(kit(), { userName: 'kang' })).answer.status).toBe(401);
    const again = await signIn(kit(), { userName: 'kang', password: firstPassword });
    expect(again.answer.body).toEqual({ mustChangePassword: true });
    await refused(() => fang.post(`${path}/${fang.accountId}/password`), 'org.own-account');
  });

  it('a lock ends by the administrator or by itself', async () => {
    const { accountId } = await kit().person('qinghe', 'qiu', { role: 'recorder' });
    await refused(() => fang.post(`${path}/${accountId}/unlock`), 'org.account-not-locked');
    for (let n = 0; n < 5; n += 1) await signIn(kit(), { userName: 'qiu', password: 'wrong' });
    expect(await row(accountId)).toMatchObject({
      state: 'locked',
      lockedUntil: '2026-04-10T02:15:00.000Z',
    });
    expect((await fang.post(`${path}/${accountId}/unlock`)).body).toEqual({ done: true });
    expect((await signIn(kit(), { userName: 'qiu' })).answer.status).toBe(200);
  });

  it('a disabled account is out at once and comes back as it was', async () => {
    const he = await kit().person('qinghe', 'he', { role: 'recorder' });
    const at = `${path}/${he.accountId}`;
    await refused(() => fang.post(`${at}/enable`), 'org.account-enabled');
    expect((await fang.post(`${at}/disable`, { reason: '调离' })).status).toBe(200);
    expect((await he.get('/api/auth/session')).status).toBe(401);
    expect((await signIn(kit(), { userName: 'he' })).answer.status).toBe(401);
    expect(await row(he.accountId)).toMatchObject({
      state: 'disabled',
      grants: [{ role: 'recorder' }],
    });
    await refused(() => fang.post(`${at}/disable`, { reason: '调离' }), 'org.account-disabled');
    await refused(() => fang.post(`${at}/password`), 'org.account-disabled');
    expect((await fang.post(`${at}/enable`)).status).toBe(200);
    expect((await signIn(kit(), { userName: 'he' })).answer.status).toBe(200);
    await refused(
      () => fang.post(`${path}/${fang.accountId}/disable`, { reason: '调离' }),
      'org.own-account',
    );
  });
});

describe('accounts of another town', () => {
  it('cannot be listed, asked about or changed', async () => {
    const su = await kit().person('qinghe', 'su', { role: 'recorder' });
    const listed = await ma.get(path);
    expect(listed.body).toMatchObject({ status: 404, code: 'gate.town-unknown' });
    expect(JSON.stringify(listed.body)).not.toContain('fang');
    expect((await rows(ma, 'luoxi')).map(({ userName }) => userName)).toEqual(['ma']);
    const at = `/api/towns/luoxi/accounts/${su.accountId}`;
    const grant = (await row(su.accountId)).grants[0].id;
    const deeds: [string, unknown][] = [
      ['password', {}],
      ['unlock', {}],
      ['disable', { reason: '试' }],
      ['enable', {}],
      ['person', {}],
      ['roles', { role: 'administrator', from: '2026-04-10' }],
      [`roles/${grant}/end`, { lastDay: '2026-04-10' }],
    ];
    for (const [deed, body] of deeds) {
      await refused(() => ma.post(`${at}/${deed}`, body), 'org.account-unknown');
    }
    expect((await su.get('/api/auth/session')).status).toBe(200);
  });

  it('may be admitted by name; the other town still keeps it', async () => {
    const admit = `${path}/admit`;
    const lei = await kit().person('luoxi', 'lei', { role: 'discipline' });
    await refused(() => fang.post(admit, { userName: 'nobody.here' }), 'org.account-unknown');
    await refused(() => fang.post(admit, { userName: 'fang' }), 'org.account-admitted');
    expect((await fang.post(admit, { userName: 'lei' })).body).toEqual({ id: lei.accountId });
    expect((await lei.get(`${path}/own`)).body.code).toBe('gate.town-unknown');
    await fang.post(`${path}/${lei.accountId}/roles`, { role: 'leader', from: '2026-04-10' });
    // Nobody but the owner of the account can say yes, and until then no right is there.
    expect((await lei.get(`${path}/own`)).body.code).toBe('gate.town-unknown');
    expect(await row(lei.accountId)).toMatchObject({ state: 'asked' });
    const asked = (await lei.get('/api/auth/session')).body;
    expect(asked.towns).toMatchObject([{ code: 'luoxi' }]);
    expect(asked.asking).toMatchObject([{ code: 'qinghe', name: '青禾镇' }]);
    await refused(() => fang.post('/api/auth/memberships/qinghe'), 'org.membership-unknown');
    expect((await lei.post('/api/auth/memberships/qinghe')).body).toEqual({ done: true });
    await refused(() => lei.post('/api/auth/memberships/qinghe'), 'org.membership-unknown');
    expect(await row(lei.accountId)).toMatchObject({ state: 'active' });
    for (const [asker, at] of [
      [fang, 'qinghe'],
      [ma, 'luoxi'],
    ] as const) {
      const { body } = await asker.get(`/api/towns/${at}/audit?deed=auth.acceptTown`);
      expect(body.rows).toMatchObject([{ account: lei.accountId, input: { name: 'qinghe' } }]);
    }
    expect((await lei.get('/api/auth/session')).body.towns).toEqual([
      { code: 'luoxi', name: '螺溪镇', kind: 'town' },
      { code: 'qinghe', name: '青禾镇', kind: 'town' },
    ]);
    expect((await lei.get(`${path}/own`)).body.grants).toMatchObject([{ role: 'leader' }]);
    expect((await lei.get('/api/towns/luoxi/accounts/own')).body.grants).toMatchObject([
      { role: 'discipline' },
    ]);
    expect(await row(lei.accountId)).toMatchObject({ isKeptHere: false });
    for (const deed of ['password', 'unlock', 'disable', 'enable']) {
      const ask = () =>
        fang.post(`${path}/${lei.accountId}/${deed}`, deed === 'disable' ? { reason: '试' } : {});
      await refused(ask, 'org.kept-elsewhere');
    }
    expect((await lei.get('/api/auth/session')).status).toBe(200);
  });

  it('whose owner does not agree enter nothing, and nothing of them waits any more', async () => {
    const qiao = await kit().person('luoxi', 'qiao', { role: 'discipline' });
    await fang.post(`${path}/admit`, { userName: 'qiao' });
    const grant = { ...administrator, from: '2026-04-10' };
    await fang.post(`${path}/${qiao.accountId}/roles`, grant);
    // Who has not agreed is nobody's fellow administrator.
    const guo = await kit().person('qinghe', 'guo', { role: 'leader' });
    const until = { ...grant, to: '2026-12-31' };
    await fang.post(`${path}/${guo.accountId}/roles`, until);
    const { id: last } = (await row(fang.accountId)).grants[0];
    const end = `${path}/${fang.accountId}/roles/${last}/end`;
    await refused(() => guo.post(end, { lastDay: '2026-04-10' }), 'org.last-administrator');
    expect((await qiao.ask('DELETE', '/api/auth/memberships/qinghe')).body).toEqual({ done: true });
    expect((await qiao.get('/api/auth/session')).body).toMatchObject({
      towns: [{ code: 'luoxi' }],
      asking: [],
    });
    expect((await qiao.get(`${path}/own`)).body.code).toBe('gate.town-unknown');
    expect(await row(qiao.accountId)).toBeUndefined();
    await refused(() => qiao.post('/api/auth/memberships/qinghe'), 'org.membership-unknown');
    await fang.post(`${path}/admit`, { userName: 'qiao' });
    expect(await row(qiao.accountId)).toMatchObject({ state: 'asked', grants: [] });
  });

  it('are not disabled at home while they alone administer another town', async () => {
    const pan = await kit().town('panshan', '盘山镇');
    const shen = await kit().person('luoxi', 'shen', { role: 'recorder' });
    await kit().inside(pan, (db) =>
      giveRole(db, {
        tenantId: pan,
        accountId: shen.accountId,
        ...administrator,
        from: '2026-01-01',
      }),
    );
    const ask = () =>
      ma.post(`/api/towns/luoxi/accounts/${shen.accountId}/disable`, { reason: '调离' });
    await refused(ask, 'org.last-administrator');
    expect((await shen.get('/api/towns/panshan/accounts/own')).status).toBe(200);
  });
});

describe('who may administer accounts', () => {
  it.each([
    ['tan', { role: 'assessment-office' }, 'gate.not-permitted'],
    ['hao', { role: 'administrator', unit: '东溪村' }, 'org.not-whole-town'],
  ] as const)('%s with %o may not', async (userName, grant, code) => {
    const asker = await kit().person('qinghe', userName, grant);
    const other = fang.accountId;
    const asks: [string, unknown][] = [
      ['', { userName: 'newcomer' }],
      ['/admit', { userName: 'ma' }],
      [`/${other}/password`, {}],
      [`/${other}/disable`, { reason: '试' }],
      [`/${other}/person`, {}],
      [`/${other}/roles`, { role: 'leader', from: '2026-04-10' }],
    ];
    for (const [deed, body] of asks) {
      await refused(() => asker.post(`${path}${deed}`, body), code);
    }
    for (const read of ['', '/candidates']) {
      expect((await asker.get(`${path}${read}`)).body).toMatchObject({ code });
    }
    expect((await signIn(kit(), { userName: 'fang', password: testPassword })).answer.status).toBe(
      200,
    );
  });
});
