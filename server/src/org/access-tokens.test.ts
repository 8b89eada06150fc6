import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, testPassword, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, rubbish } from '../../test/ledger-town.ts';

const kit = useProgram();
const tokens = '/api/towns/qinghe/access-tokens';
let town: LedgerTown;
let zhou: Asker;
let fang: Asker;

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  await kit().town('luoxi', '螺溪镇');
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  fang = await town.person('fang', { role: 'administrator' });
});

interface Wanted {
  readonly scope?: object;
  readonly expiresOn?: string;
  readonly currentPassword?: string;
}

const make = (asker: Asker, { scope = { ledger: 'write' }, ...more }: Wanted = {}) =>
  asker.post(tokens, {
    name: '数据接口',
    scope,
    expiresOn: '2026-06-30',
    currentPassword: testPassword,
    ...more,
  });

/** A machine with a token, and nothing else. */
function machine(secret: string) {
  const headers = { authorization: `Bearer ${secret}` };
  const stranger = kit().stranger();
  return {
    get: (path: string) => stranger.ask('GET', path, undefined, headers),
    post: (path: string, body: object = {}) => stranger.post(path, body, headers),
  };
}

async function madeBy(asker: Asker, wanted: Wanted = {}) {
  const { status, body } = await make(asker, wanted);
  expect([status, body.code]).toEqual([200, undefined]);
  return { id: body.id as string, ...machine(body.secret) };
}

/** Every token; that it was shown is noted, whatever became of the request. */
const stored = async () => {
  const { queries } = kit().database;
  const rows = await queries.selectFrom('access_token').selectAll().orderBy('id').execute();
  return rows.map(({ last_used_at: _, last_address: __, ...row }) => row);
};

async function refused(ask: () => Promise<Answer>, status: number, code: string) {
  const before = [await stored(), await town.state()];
  const { status: got, body } = await ask();
  expect([got, body.code]).toEqual([status, code]);
  expect([await stored(), await town.state()]).toEqual(before);
}

describe('an access token', () => {
  it('is shown once and kept as a digest', async () => {
    const key = { 'idempotency-key': 'one and the same' };
    const body = {
      name: '数据接口',
      scope: { ledger: 'read' },
      expiresOn: '2026-06-30',
      currentPassword: testPassword,
    };
    const made = await zhou.post(tokens, body, key);
    expect(made.body.secret).toMatch(/^oneneedle_[\w-]{43}$/);
    expect((await zhou.post(tokens, body, key)).body).toEqual({ ...made.body, secret: '' });
    const kept = await kit().inside(town.tenantId, async (db) => [
      await db.selectFrom('idempotency').selectAll().execute(),
      await db.selectFrom('audit').selectAll().execute(),
      await stored(),
    ]);
    expect(JSON.stringify(kept)).not.toContain(made.body.secret);
    expect(JSON.stringify(kept)).not.toContain(testPassword);
  });

  it('does what its owner may in the rooms of its scope, and the audit says so', async () => {
    const { id, post, get } = await madeBy(zhou, { scope: { ledger: 'write' } });
    const recorded = await post(`${town.base}/entries`, rubbish);
    expect(recorded.status).toBe(200);
    expect(recorded.body.entry.recordedBy.name).toBe('zhou');
    expect((await get(`${town.base}/entries`)).status).toBe(200);
    const audit = await fang.get('/api/towns/qinghe/audit?deed=ledger.record');
    expect(audit.body.rows[0]).toMatchObject({ account: zhou.accountId, accessToken: '数据接口' });
    const { body } = await zhou.get(tokens);
    expect(body.rows.find((row: { id: string }) => row.id === id)).toEqual({
      id,
      name: '数据接口',
      owner: { id: zhou.accountId, name: 'zhou' },
      scope: { ledger: 'write' },
      createdAt: '2026-04-10T02:00:00.000Z',
      expiresOn: '2026-06-30',
      lastUsedAt: '2026-04-10T02:00:00.000Z',
      lastAddress: '127.0.0.*',
      state: 'live',
    });
  });

  it('writes nothing where it may read only, and enters no other room', async () => {
    const { get, post } = await madeBy(zhou, { scope: { ledger: 'read' } });
    expect((await get(`${town.base}/entries`)).status).toBe(200);
    const record = () => post(`${town.base}/entries`, rubbish);
    await refused(record, 403, 'gate.token-scope');
    await refused(() => get('/api/towns/qinghe/desk'), 403, 'gate.token-scope');
  });

  it('is never wider than its owner', async () => {
    const { get, post } = await madeBy(zhou, { scope: { org: 'write', ledger: 'write' } });
    const units = [{ name: '石桥村', type: 'village' }];
    const unit = () => post('/api/towns/qinghe/org/units', { units });
    await refused(unit, 403, 'gate.not-permitted');
    await refused(() => get('/api/towns/luoxi/org/units'), 404, 'gate.town-unknown');
  });

  it('opens nothing about accounts, sign-in and the audit', async () => {
    const { get, post } = await madeBy(fang, { scope: { org: 'write' } });
    const password = { currentPassword: testPassword, newPassword: 'a whole new sentence 2026' };
    const closed: [() => Promise<Answer>][] = [
      [() => get('/api/auth/session')],
      [() => get('/api/auth/sessions')],
      [() => post('/api/auth/password', password)],
      [() => post('/api/auth/second-step', { currentPassword: testPassword })],
      [() => get('/api/towns/qinghe/accounts')],
      [() => get('/api/towns/qinghe/audit')],
      [() => get(tokens)],
      [() => make({ ...fang, post } as Asker)],
    ];
    for (const [ask] of closed) await refused(ask, 403, 'gate.token-refused');
    expect((await get('/api/health/ready')).status).toBe(200);
  });

  it('is one town’s, though its owner enters others', async () => {
    const lei = await kit().person('luoxi', 'lei', { role: 'administrator' });
    const made = await lei.post('/api/towns/luoxi/access-tokens', {
      name: '螺溪',
      scope: { org: 'read' },
      expiresOn: '2026-06-30',
      currentPassword: testPassword,
    });
    const { queries } = kit().database;
    await kit().inside(town.tenantId, async (db) => {
      const own = { tenant_id: town.tenantId, account_id: lei.accountId };
      await db.insertInto('membership').values(own).execute();
      const id = '00000000-0000-4000-8000-000000000001';
      const grant = { ...own, id, role: 'administrator', lines: [], from_on: '2026-01-01' };
      await db.insertInto('role_grant').values(grant).execute();
    });
    expect((await lei.get('/api/towns/qinghe/org/units')).status).toBe(200);
    const { get } = machine(made.body.secret);
    expect((await get('/api/towns/luoxi/org/units')).status).toBe(200);
    await refused(() => get('/api/towns/qinghe/org/units'), 404, 'gate.town-unknown');
    const rows = await queries.selectFrom('access_token').select('town_id').execute();
    expect(new Set(rows.map(({ town_id }) => town_id)).size).toBe(2);
  });
});

describe('an access token is refused', () => {
  it('when it is made with a wrong password, for too long, or after its last day', async () => {
    const currentPassword = 'not mine at all';
    await refused(() => make(zhou, { currentPassword }), 422, 'org.password-wrong');
    await refused(() => make(zhou, { expiresOn: '2026-04-09' }), 422, 'org.token-life');
    await refused(() => make(zhou, { expiresOn: '2027-04-12' }), 422, 'org.token-life');
    await refused(() => make(zhou, { scope: {} }), 422, 'gate.input-invalid');
    await refused(() => make(zhou, { scope: { accounts: 'read' } }), 422, 'gate.input-invalid');
    expect((await make(zhou, { expiresOn: '2027-04-11' })).status).toBe(200);
  });

  it('after its last day by the calendar of the town', async () => {
    const { get } = await madeBy(zhou, { expiresOn: '2026-04-10' });
    kit().setNow('2026-04-10T15:59:00.000Z');
    expect((await get(`${town.base}/entries`)).status).toBe(200);
    kit().setNow('2026-04-10T16:00:00.000Z');
    expect((await get(`${town.base}/entries`)).body.code).toBe('gate.not-signed-in');
    const { body } = await zhou.get(tokens);
    expect(body.rows.some(({ state }: { state: string }) => state === 'expired')).toBe(true);
    kit().setNow('2026-04-10T02:00:00.000Z');
  });

  it('once it is ended, by its owner or by the administrator, and by nobody else', async () => {
    const mine = await madeBy(zhou);
    const other = await town.person('other', { role: 'recorder' });
    const end = (asker: Asker) => asker.post(`${tokens}/${mine.id}/end`);
    await refused(() => end(other), 404, 'org.token-unknown');
    const all = await fang.get(`${tokens}?all=true`);
    expect(all.body.rows.map(({ id }: { id: string }) => id)).toContain(mine.id);
    await refused(() => zhou.get(`${tokens}?all=true`), 403, 'org.not-whole-town');
    expect((await end(fang)).body).toEqual({ done: true });
    expect((await mine.get(`${town.base}/entries`)).status).toBe(401);
    await refused(() => end(zhou), 409, 'org.token-ended');
  });

  it('once its owner’s account is stopped or its password reset, for good', async () => {
    for (const deed of ['disable', 'password']) {
      const owner = await town.person(`owner-${deed}`, { role: 'recorder' });
      await kit()
        .database.queries.updateTable('account')
        .set({ home_id: town.tenantId })
        .where('id', '=', owner.accountId)
        .execute();
      const { get } = await madeBy(owner, { scope: { ledger: 'read' } });
      expect((await get(`${town.base}/entries`)).status).toBe(200);
      const path = `/api/towns/qinghe/accounts/${owner.accountId}`;
      await fang.post(`${path}/${deed}`, deed === 'disable' ? { reason: '调走' } : {});
      expect((await get(`${town.base}/entries`)).status).toBe(401);
      if (deed === 'disable') await fang.post(`${path}/enable`);
      expect((await get(`${town.base}/entries`)).status).toBe(401);
    }
  });

  it('when twenty are live already', async () => {
    const many = await town.person('many', { role: 'recorder' });
    for (let count = 0; count < 20; count += 1) await madeBy(many);
    await refused(() => make(many), 409, 'org.tokens-many');
  });

  it('when nobody made it, even beside a cookie that is good', async () => {
    const { get } = machine(`oneneedle_${'A'.repeat(43)}`);
    expect((await get(`${town.base}/entries`)).body.code).toBe('gate.not-signed-in');
    const headers = { authorization: 'Bearer nonsense' };
    const beside = await zhou.ask('GET', `${town.base}/entries`, undefined, headers);
    expect(beside.status).toBe(401);
  });
});
