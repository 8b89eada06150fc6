import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, useProgram } from '../../test/kit/rooms.ts';
import { putSmallRoster } from '../../test/kit/small-roster.ts';
import { requireProxy } from './index.ts';

const kit = useProgram();
const path = '/api/towns/qinghe/accounts';
let qinghe = '';
let fang: Asker; // administers 青禾镇
let number = 0;

/** Whatever came back. */
type Row = Answer['body'];

beforeAll(async () => {
  qinghe = await kit().town('qinghe', '青禾镇');
  await putSmallRoster(kit(), qinghe);
  fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
});

/** Somebody with one role of their own. */
function newcomer(role: 'leader' | 'administrator' = 'leader'): Promise<Asker> {
  number += 1;
  return kit().person('qinghe', `newcomer${number}`, { role });
}

async function grantsOf({ accountId }: Asker): Promise<Row[]> {
  const { rows } = (await fang.get(path)).body;
  return rows.find(({ id }: Row) => id === accountId).grants;
}

const give = (asker: Asker, to: Asker, body: object) =>
  asker.post(`${path}/${to.accountId}/roles`, { from: '2026-04-10', ...body });

const end = (asker: Asker, of: Asker, grant: string, lastDay: string) =>
  asker.post(`${path}/${of.accountId}/roles/${grant}/end`, { lastDay });

describe('a role', () => {
  it('holds in its scope from its day on', async () => {
    const zhou = await newcomer();
    const wanted = { role: 'recorder', unit: '青禾镇', lines: ['城建办'], from: '2026-05-01' };
    const { id } = (await give(fang, zhou, wanted)).body;
    expect(await grantsOf(zhou)).toMatchObject([
      { role: 'leader' },
      {
        id,
        role: 'recorder',
        unit: { code: '青禾镇', name: '青禾镇' },
        lines: [{ code: '城建办', name: '城建办' }],
        substitute: false,
        from: '2026-05-01',
      },
    ]);
    const own = async () =>
      (await zhou.get(`${path}/own`)).body.grants.map(({ role }: Row) => role);
    expect(await own()).toEqual(['leader']);
    kit().setNow('2026-04-30T16:00:00Z'); // 1 May, 00:00 in China
    expect(await own()).toEqual(['leader', 'recorder']);
    expect((await end(fang, zhou, id, '2026-05-31')).body).toEqual({ done: true });
    kit().setNow('2026-05-31T15:59:59Z');
    expect(await own()).toEqual(['leader', 'recorder']);
    kit().setNow('2026-05-31T16:00:00Z');
    expect(await own()).toEqual(['leader']);
    kit().setNow('2026-04-10T02:00:00Z');
  });

  it('of a substitute is named for a year', async () => {
    const sun = await newcomer();
    const wanted = { role: 'reviewer', substitute: true, to: '2026-12-31' };
    expect((await give(fang, sun, wanted)).status).toBe(200);
    expect((await grantsOf(sun))[1]).toMatchObject({ substitute: true, to: '2026-12-31' });
  });

  it.each([
    ['a unit that is not there', { role: 'leader', unit: '无名村' }, 'org.unit-unknown'],
    ['offices that are not there', { role: 'recorder', lines: ['水利站'] }, 'org.line-unknown'],
    ['no village', { role: 'village' }, 'org.role-unfit'],
    ['an office as its village', { role: 'village', unit: '城建办' }, 'org.role-unfit'],
    ['a county’s role in a town', { role: 'county' }, 'org.role-unfit'],
    ['days in the wrong order', { role: 'reviewer', to: '2026-04-09' }, 'org.days-reversed'],
    [
      'a substitute without an end',
      { role: 'reviewer', substitute: true },
      'org.substitute-unbounded',
    ],
    [
      'a substitute over the year',
      { role: 'reviewer', substitute: true, to: '2027-01-31' },
      'org.substitute-unbounded',
    ],
    ['what is held already', { role: 'leader' }, 'org.role-held'],
    ['an unknown word', { role: 'king' }, 'gate.input-invalid'],
  ])('is not given with %s', async (_, wanted, code) => {
    const somebody = await newcomer();
    const before = await grantsOf(somebody);
    expect((await give(fang, somebody, wanted)).body).toMatchObject({
      status: expect.any(Number),
      code,
    });
    expect(await grantsOf(somebody)).toEqual(before);
  });

  it('is neither given nor ended by whoever has it', async () => {
    const before = await grantsOf(fang);
    const given = await give(fang, fang, { role: 'assessment-office' });
    expect(given.body).toMatchObject({ status: 403, code: 'org.own-roles' });
    const ended = await end(fang, fang, before[0].id, '2026-04-09');
    expect(ended.body).toMatchObject({ status: 403, code: 'org.own-roles' });
    expect(await grantsOf(fang)).toEqual(before);
  });

  it('ends at once with yesterday, and not before', async () => {
    const lin = await newcomer();
    const [held] = await grantsOf(lin);
    const past = await end(fang, lin, held.id, '2026-04-08');
    expect(past.body).toMatchObject({ status: 422, code: 'org.day-past' });
    expect(await grantsOf(lin)).toEqual([held]);
    expect((await lin.get(`${path}/own`)).status).toBe(200);
    expect((await end(fang, lin, held.id, '2026-04-09')).status).toBe(200);
    expect((await lin.get(`${path}/own`)).body).toMatchObject({ code: 'gate.town-unknown' });
    expect((await lin.get('/api/auth/session')).body.towns).toEqual([]);
    const again = await end(fang, lin, held.id, '2026-04-20');
    expect(again.body).toMatchObject({ status: 409, code: 'org.role-ended' });
    const { id } = (await give(fang, lin, { role: 'reviewer', from: '2026-06-01' })).body;
    expect((await end(fang, lin, id, '2026-04-10')).status).toBe(200);
    expect(await grantsOf(lin)).toEqual([{ ...held, to: '2026-04-09' }]);
    const gone = await end(fang, lin, id, '2026-04-10');
    expect(gone.body).toMatchObject({ status: 404, code: 'org.role-unknown' });
  });
});

/** Starts requests while the roles are locked, and lets go when all of them wait: they overlap. */
async function whileLocked<T>(start: () => T[]): Promise<T[]> {
  return kit().inside(qinghe, async (db) => {
    await db.selectFrom('role_grant').select('id').forUpdate().execute();
    const started = start();
    for (let waiting = 0; waiting < started.length; ) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(
        kit().database.queries,
      ); // the transaction's own view stands still
      waiting = rows[0]?.n ?? 0;
    }
    return started;
  });
}

describe('the last administrator', () => {
  it('stays: of two who end each other at once, one does', async () => {
    const xu = await newcomer('administrator');
    const [[own], [others]] = [await grantsOf(fang), await grantsOf(xu)];
    const both = await whileLocked(() => [
      end(fang, xu, others.id, '2026-04-10'),
      end(xu, fang, own.id, '2026-04-10'),
    ]);
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('org.last-administrator');
    const winner = answers[0]?.status === 200 ? fang : xu;
    const loser = winner === fang ? xu : fang;
    const disabled = await loser.post(`${path}/${winner.accountId}/disable`, { reason: '试' });
    expect(disabled.body).toMatchObject({ code: 'org.last-administrator' });
    expect((await winner.get(path)).status).toBe(200);
    fang = winner;
  });

  it('is not one for a while, nor one of a part', async () => {
    const ye = await newcomer();
    await give(fang, ye, { role: 'administrator', to: '2026-12-31' });
    await give(fang, ye, { role: 'administrator', unit: '东溪村' });
    const [own] = (await grantsOf(fang)).filter(({ to }) => to === undefined);
    const ended = await end(ye, fang, own.id, '2026-04-10');
    expect(ended.body).toMatchObject({ status: 409, code: 'org.last-administrator' });
    expect((await grantsOf(fang)).find(({ id }) => id === own.id).to).toBeUndefined();
  });
});

describe('acting for a village', () => {
  const proxy = (person: string, unit: string, now: string) => () =>
    kit().inside(qinghe, (db) => {
      const actor = { accountId: 'a', person, grants: [] };
      return requireProxy({ db: db as never, now, actor }, unit);
    });

  it('is for its resident cadre on the day', async () => {
    await proxy('P-0003', '东溪村', '2026-04-10T02:00:00Z')();
    await proxy('P-0003', '东溪村', '2026-12-31T15:59:59Z')();
  });

  it.each([
    ['another village', 'P-0003', '西岗村', '2026-04-10T02:00:00Z', 'org.not-proxy'],
    ['another person', 'P-0001', '东溪村', '2026-04-10T02:00:00Z', 'org.not-proxy'],
    ['nobody of the roster', '', '东溪村', '2026-04-10T02:00:00Z', 'org.not-proxy'],
    ['the day after', 'P-0003', '东溪村', '2026-12-31T16:00:00Z', 'org.not-proxy'],
    ['the year before', 'P-0003', '东溪村', '2025-12-31T15:59:59Z', 'org.not-proxy'],
    ['a village that is not there', 'P-0003', '无名村', '2026-04-10T02:00:00Z', 'org.unit-unknown'],
  ])('is refused for %s', async (_, person, unit, now, code) => {
    await expect(proxy(person, unit, now)).rejects.toMatchObject({ code });
  });
});
