import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, useProgram } from '../../test/kit/rooms.ts';
import { putSmallRoster } from '../../test/kit/small-roster.ts';

const kit = useProgram();
const path = '/api/towns/qinghe/audit';
let qinghe = '';
let fang: Asker; // administers 青禾镇
let feng: Asker; // looks over it
let zhou = ''; // account of 周砚

/** Whatever came back. */
type Row = Answer['body'];

beforeAll(async () => {
  qinghe = await kit().town('qinghe', '青禾镇');
  await putSmallRoster(kit(), qinghe);
  fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
  feng = await kit().person('qinghe', 'feng', { role: 'discipline' });
  const accounts = '/api/towns/qinghe/accounts';
  zhou = (await fang.post(accounts, { userName: 'zhouyan', person: 'P-0001' })).body.id;
  kit().setNow('2026-04-10T16:30:00Z'); // 11 April, 00:30 in China
  await fang.post(`${accounts}/${zhou}/roles`, { role: 'recorder', from: '2026-04-11' });
  await fang.post(`${accounts}/${zhou}/roles`, { role: 'king', from: '2026-04-11' });
});

const list = async (asker: Asker, query = ''): Promise<Row> =>
  (await asker.get(`${path}${query}`)).body;
const deedsOf = ({ rows }: Row): string[] => rows.map(({ deed }: Row) => deed);

describe('the audit', () => {
  it('has every committed write, the newest first, with names and without personal values', async () => {
    const read = await list(feng);
    expect(deedsOf(read)).toEqual(['accounts.giveRole', 'accounts.create']);
    expect(read.rows[0]).toMatchObject({
      at: '2026-04-10T16:30:00.000Z',
      account: fang.accountId,
      input: { account: zhou, role: 'recorder', from: '2026-04-11' },
    });
    expect(read.rows[1].input).toMatchObject({
      person: 'P-0001',
      userName: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(read.names).toMatchObject({
      [fang.accountId]: 'fang',
      [zhou]: '周砚',
      'P-0001': '周砚',
    });
    expect(JSON.stringify(read.rows)).not.toContain('zhouyan');
  });

  it('is narrowed by deed, account and civil day in China', async () => {
    expect(deedsOf(await list(fang, '?deed=accounts.create'))).toEqual(['accounts.create']);
    expect(deedsOf(await list(fang, '?day=2026-04-10'))).toEqual(['accounts.create']);
    expect(deedsOf(await list(fang, '?day=2026-04-11'))).toEqual(['accounts.giveRole']);
    expect(deedsOf(await list(fang, `?account=${fang.accountId}`))).toHaveLength(2);
    expect(deedsOf(await list(fang, `?account=${zhou}`))).toEqual([]);
    expect(await list(fang, '?day=2026-02-30')).toMatchObject({ code: 'gate.input-invalid' });
  });

  it('says for whom something was done', async () => {
    await kit().inside(qinghe, (db) =>
      db
        .insertInto('audit')
        .values({
          tenant_id: qinghe,
          at: '2026-05-01T02:00:00Z',
          account_id: zhou,
          on_behalf_of: '东溪村',
          deed: 'ledger.bookNote',
          input: JSON.stringify({}),
          request_id: 'r',
        })
        .execute(),
    );
    const { rows } = await list(feng, '?day=2026-05-01');
    expect(rows).toMatchObject([{ account: zhou, onBehalfOf: '东溪村' }]);
  });

  it('is read on from where a list of 200 ends', async () => {
    await kit().town('changxi', '长溪镇');
    const tenantId = await kit().town('panshan', '盘山镇');
    const pan = await kit().person('panshan', 'pan', { role: 'discipline' });
    const row = { tenant_id: tenantId, at: '2026-05-01T02:00:00Z', account_id: pan.accountId };
    const values = Array.from({ length: 201 }, (_, n) => {
      return { ...row, deed: 'desk.list', input: JSON.stringify({ n }), request_id: 'r' };
    });
    await kit().inside(tenantId, (db) => db.insertInto('audit').values(values).execute());
    const first = (await pan.get('/api/towns/panshan/audit')).body;
    expect(first.rows.map(({ input }: Row) => input.n)).toEqual(
      Array.from({ length: 200 }, (_, n) => 200 - n),
    );
    const second = (await pan.get(`/api/towns/panshan/audit?before=${first.next}`)).body;
    expect(second.rows.map(({ input }: Row) => input.n)).toEqual([0]);
    expect(second.next).toBeUndefined();
  });

  it('is for administrators and discipline, of their own town', async () => {
    const wu = await kit().person('qinghe', 'wu', { role: 'assessment-office' });
    expect((await wu.get(path)).body).toMatchObject({ status: 403, code: 'gate.not-permitted' });
    const ma = await kit().person('changxi', 'ma', { role: 'administrator' });
    expect((await ma.get(path)).body).toMatchObject({ status: 404, code: 'gate.town-unknown' });
    expect((await ma.get('/api/towns/changxi/audit')).body).toEqual({
      rows: [],
      names: {},
      hidden: 0,
      deeds: [],
      accounts: [],
    });
  });

  it('leaves out what is kept while somebody types, and says how much that is', async () => {
    const typed = (at: string) => ({
      tenant_id: qinghe,
      at,
      account_id: zhou,
      deed: 'ledger.typeCells',
      input: {},
      request_id: `r-${at}`,
    });
    const before = await list(fang);
    await kit().inside(qinghe, (db) =>
      db
        .insertInto('audit')
        .values(['2026-06-01', '2026-06-02', '2026-06-02'].map((day) => typed(`${day}T02:00:00Z`)))
        .execute(),
    );
    const hidden = await list(fang);
    expect([hidden.rows, hidden.hidden]).toEqual([before.rows, 3]);
    expect((await list(fang, '?day=2026-06-02')).hidden).toBe(2);
    expect((await list(fang, `?account=${fang.accountId}`)).hidden).toBe(0);
    const all = await list(fang, '?all=true');
    expect([all.rows.length, all.hidden]).toEqual([before.rows.length + 3, 0]);
    const named = await list(fang, '?deed=ledger.typeCells');
    expect([named.rows.length, named.hidden]).toEqual([3, 0]);
  });
});
