import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, rubbish } from '../../test/ledger-town.ts';

const kit = useProgram();
let town: LedgerTown;
let fang: Asker; // administrator
let zhou: Asker; // recorder of 城建办
let sun: Asker; // reviewer of 城建办
let lin: Asker; // recorder of 党建办, stands in for sun

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  fang = await town.person('fang', { role: 'administrator' });
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  sun = await town.person('sun', { role: 'reviewer', lines: ['城建办'] });
  lin = await town.person('lin', { role: 'recorder', lines: ['党建办'] });
});

const accounts = '/api/towns/qinghe/accounts';

async function grantOf(asker: Asker, role: string): Promise<string> {
  const { body } = await asker.get(`${accounts}/own`);
  return body.grants.find((grant: { role: string }) => grant.role === role).id;
}

interface Named {
  readonly substitute: Asker;
  readonly from?: string;
  readonly to?: string;
  readonly by?: Asker;
}

/** Names somebody who does the work of another in the second half of April. */
async function name(absent: Asker, role: string, named: Named): Promise<Answer> {
  const { substitute, from = '2026-04-13', to = '2026-04-24', by = fang } = named;
  const grant = await grantOf(absent, role);
  const path = `${accounts}/${absent.accountId}/substitutes`;
  return by.post(path, { grant, substitute: substitute.accountId, from, to });
}

const record = async (asker: Asker) => {
  const { status, body } = await asker.post(`${town.base}/entries`, rubbish);
  expect(status).toBe(200);
  return { id: body.entry.id as string, version: body.entry.version as number };
};
const review = (asker: Asker, entry: { id: string; version: number }) =>
  asker.post(`${town.base}/reviews`, { entries: [entry], post: true });

const grants = () =>
  kit().inside(town.tenantId, (db) =>
    db.selectFrom('role_grant').selectAll().orderBy('id').execute(),
  );

async function refused(ask: () => Promise<Answer>, status: number, code: string) {
  const before = [await grants(), await town.state()];
  const { status: got, body } = await ask();
  expect([got, body.code]).toEqual([status, code]);
  expect([await grants(), await town.state()]).toEqual(before);
}

describe('a substitute', () => {
  it('may in these days what the absent may, by the calendar of the town, and the audit says in whose place', async () => {
    expect((await name(sun, 'reviewer', { substitute: lin })).status).toBe(200);
    const entry = await record(zhou);
    await refused(() => review(lin, entry), 403, 'gate.not-permitted');
    kit().setNow('2026-04-12T16:00:00.000Z'); // 13 April in China
    const posted = await review(lin, entry);
    expect([posted.status, posted.body.code]).toEqual([200, undefined]);
    const audit = await fang.get('/api/towns/qinghe/audit?deed=ledger.review');
    expect(audit.body.rows[0]).toMatchObject({
      account: lin.accountId,
      inPlaceOf: [sun.accountId],
    });
    expect(audit.body.names[sun.accountId]).toBe('sun');
    const own = await lin.get(`${accounts}/own`);
    expect(own.body.grants).toContainEqual(
      expect.objectContaining({
        role: 'reviewer',
        substitute: true,
        inPlaceOf: { account: sun.accountId, name: 'sun' },
        to: '2026-04-24',
      }),
    );
    const later = await record(zhou);
    kit().setNow('2026-04-24T16:00:00.000Z'); // 25 April in China
    await refused(() => review(lin, later), 403, 'gate.not-permitted');
    kit().setNow('2026-04-14T02:00:00.000Z');
  });

  it('leaves no mark where somebody acts by a role of their own', async () => {
    const own = await record(zhou);
    const audit = await fang.get('/api/towns/qinghe/audit?deed=ledger.record');
    expect(audit.body.rows[0].inPlaceOf).toBeUndefined();
    expect(own.id).not.toBe('');
  });

  it('reviews neither an own entry nor one of whoever is absent', async () => {
    const both = await town.person(
      'both',
      { role: 'recorder', lines: ['城建办'] },
      { role: 'reviewer', lines: ['城建办'] },
    );
    const standIn = await town.person('stand-in', { role: 'recorder', lines: ['城建办'] });
    const named = { substitute: standIn, from: '2026-04-14' };
    expect((await name(both, 'reviewer', named)).status).toBe(200);
    const mine = await record(standIn);
    await refused(() => review(standIn, mine), 403, 'ledger.own-entry');
    const theirs = await record(both);
    await refused(() => review(standIn, theirs), 403, 'ledger.own-entry');
    const { body } = await standIn.get(`${town.base}/entries/${theirs.id}`);
    expect(body.entry.deeds).not.toContain('review');
    const others = await record(zhou);
    expect((await review(standIn, others)).status).toBe(200);
  });

  it('records in the place of somebody who may not review it then', async () => {
    const both = await town.person(
      'two-hats',
      { role: 'recorder', lines: ['城建办'] },
      { role: 'reviewer', lines: ['城建办'] },
    );
    const clerk = await town.person('clerk', { role: 'leader' });
    const named = { substitute: clerk, from: '2026-04-14' };
    expect((await name(both, 'recorder', named)).status).toBe(200);
    const entry = await record(clerk);
    await refused(() => review(both, entry), 403, 'ledger.own-entry');
    expect((await review(sun, entry)).status).toBe(200);
  });

  it('may nothing once the role it stands in for has ended, or its account is stopped', async () => {
    for (const [at, end] of (['role', 'account'] as const).entries()) {
      const absent = await town.person(`absent${at}`, { role: 'reviewer', lines: ['城建办'] });
      const standIn = await town.person(`for-absent${at}`, { role: 'recorder', lines: ['党建办'] });
      await name(absent, 'reviewer', { substitute: standIn, from: '2026-04-14' });
      const entry = await record(zhou);
      if (end === 'role') {
        const grant = await grantOf(absent, 'reviewer');
        const path = `${accounts}/${absent.accountId}/roles/${grant}/end`;
        expect((await fang.post(path, { lastDay: '2026-04-13' })).status).toBe(200);
      } else {
        await kit()
          .database.queries.updateTable('account')
          .set({ disabled_at: '2026-04-14T01:00:00.000Z' })
          .where('id', '=', absent.accountId)
          .execute();
      }
      await refused(() => review(standIn, entry), 403, 'gate.not-permitted');
    }
  });
});

describe('naming a substitute is refused', () => {
  it.each([
    ['for a role in which nobody stands in', 'administrator', 422, 'org.substitute-role'],
    ['for oneself', 'self', 422, 'org.substitute-self'],
    ['for a substitute', 'chain', 422, 'org.substitute-chain'],
    ['beyond the year', 'year', 422, 'org.substitute-unbounded'],
    ['in the past', 'past', 422, 'org.substitute-outside'],
    ['twice for the same days', 'twice', 409, 'org.role-held'],
    ['by an administrator for themselves', 'own', 403, 'org.own-roles'],
    ['by anybody else', 'other', 403, 'gate.not-permitted'],
  ])('%s', async (_what, which, status, code) => {
    const rest = await town.person(`rest-${which}`, { role: 'leader' });
    const asks: Record<string, () => Promise<Answer>> = {
      administrator: () => name(fang, 'administrator', { substitute: rest, from: '2026-04-14' }),
      self: () => name(sun, 'reviewer', { substitute: sun, from: '2026-04-14' }),
      chain: () => name(lin, 'reviewer', { substitute: rest, from: '2026-04-14' }),
      year: () => name(sun, 'reviewer', { substitute: rest, from: '2026-04-14', to: '2027-01-05' }),
      past: () => name(sun, 'reviewer', { substitute: rest, from: '2026-04-01' }),
      twice: () => name(sun, 'reviewer', { substitute: lin, from: '2026-04-14' }),
      own: () => name(sun, 'reviewer', { substitute: fang, from: '2026-04-14' }),
      other: () => name(sun, 'reviewer', { substitute: rest, by: sun, from: '2026-04-14' }),
    };
    await refused(asks[which] as () => Promise<Answer>, status, code);
  });
});

describe('one’s own substitute', () => {
  const own = (asker: Asker) => asker.get(`${accounts}/own`);
  const nameOwn = async (asker: Asker, role: string, { substitute, from, to }: Named) =>
    asker.post(`${accounts}/own/substitutes`, {
      grant: await grantOf(asker, role),
      substitute: substitute.accountId,
      from: from ?? '2026-04-14',
      to: to ?? '2026-04-24',
    });
  const endOwn = (asker: Asker, grant: string) =>
    asker.post(`${accounts}/own/substitutes/${grant}/end`);

  it('is named without an administrator, who sees it, and may what one may until the last day', async () => {
    const away = await town.person('away', { role: 'reviewer', lines: ['城建办'] });
    const helper = await town.person('helper', { role: 'recorder', lines: ['党建办'] });
    const listed = await away.get(`${accounts}/own/candidates`);
    expect(listed.body.rows).toContainEqual({ id: helper.accountId, name: 'helper' });
    expect(listed.body.rows.map(({ id }: { id: string }) => id)).not.toContain(away.accountId);
    const named = await nameOwn(away, 'reviewer', { substitute: helper });
    expect(named.status).toBe(200);
    expect((await own(away)).body.substitutes).toEqual([
      {
        id: named.body.id,
        grant: await grantOf(away, 'reviewer'),
        role: 'reviewer',
        name: 'helper',
        from: '2026-04-14',
        to: '2026-04-24',
      },
    ]);
    const { rows } = (await fang.get(accounts)).body;
    const seen = rows.find(({ id }: { id: string }) => id === helper.accountId);
    expect(seen.grants).toContainEqual(
      expect.objectContaining({ inPlaceOf: { account: away.accountId, name: 'away' } }),
    );
    const audit = await fang.get('/api/towns/qinghe/audit?deed=accounts.nameOwnSubstitute');
    expect(audit.body.rows[0]).toMatchObject({
      account: away.accountId,
      input: { substitute: helper.accountId, to: '2026-04-24' },
    });
    expect((await review(helper, await record(zhou))).status).toBe(200);
    const late = await record(zhou);
    kit().setNow('2026-04-24T16:00:00.000Z'); // 25 April in China
    await refused(() => review(helper, late), 403, 'gate.not-permitted');
    expect((await own(away)).body.substitutes).toEqual([]);
    kit().setNow('2026-04-14T02:00:00.000Z');
  });

  it('is ended at once by oneself, by an administrator, and by nobody else', async () => {
    const away = await town.person('away-two', { role: 'reviewer', lines: ['城建办'] });
    const helper = await town.person('helper-two', { role: 'recorder', lines: ['党建办'] });
    const first = await nameOwn(away, 'reviewer', { substitute: helper });
    await refused(() => endOwn(sun, first.body.id), 404, 'org.role-unknown');
    await refused(() => endOwn(helper, first.body.id), 404, 'org.role-unknown');
    const entry = await record(zhou);
    expect((await endOwn(away, first.body.id)).body).toEqual({ done: true });
    await refused(() => review(helper, entry), 403, 'gate.not-permitted');
    const second = await nameOwn(away, 'reviewer', { substitute: helper });
    const path = `${accounts}/${helper.accountId}/roles/${second.body.id}/end`;
    expect((await fang.post(path, { lastDay: '2026-04-13' })).status).toBe(200);
    await refused(() => endOwn(away, second.body.id), 404, 'org.role-unknown');
    const mine = await grantOf(away, 'reviewer');
    await refused(() => endOwn(away, mine), 404, 'org.role-unknown');
  });

  it.each([
    ['a role of somebody else', 'foreign', 404, 'org.role-unknown'],
    ['a role that one holds as a substitute', 'chain', 422, 'org.substitute-chain'],
    ['oneself', 'self', 422, 'org.substitute-self'],
    ['days that are past', 'past', 422, 'org.substitute-outside'],
    ['days beyond the year', 'year', 422, 'org.substitute-unbounded'],
    ['an account of another town', 'elsewhere', 404, 'org.account-unknown'],
    ['a role in which nobody stands in', 'leader', 403, 'gate.not-permitted'],
  ])('is refused for %s', async (_what, which, status, code) => {
    const rest = await town.person(`own-rest-${which}`, { role: 'recorder', lines: ['党建办'] });
    const asks: Record<string, () => Promise<Answer>> = {
      foreign: async () =>
        lin.post(`${accounts}/own/substitutes`, {
          grant: await grantOf(sun, 'reviewer'),
          substitute: rest.accountId,
          from: '2026-04-14',
          to: '2026-04-15',
        }),
      chain: async () => nameOwn(lin, 'reviewer', { substitute: rest }),
      self: async () => nameOwn(sun, 'reviewer', { substitute: sun }),
      past: async () => nameOwn(sun, 'reviewer', { substitute: rest, from: '2026-04-01' }),
      year: async () => nameOwn(sun, 'reviewer', { substitute: rest, to: '2027-01-05' }),
      elsewhere: async () => nameOwn(sun, 'reviewer', { substitute: stranger }),
      leader: async () => nameOwn(leader, 'leader', { substitute: rest }),
    };
    const leader = await town.person(`own-lead-${which}`, { role: 'leader' });
    await kit().town(`town-${which}`, '河口镇');
    const stranger = await kit().person(`town-${which}`, `far-${which}`, { role: 'recorder' });
    await refused(asks[which] as () => Promise<Answer>, status, code);
  });
});
