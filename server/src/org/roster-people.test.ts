import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Answer, useProgram } from '../../test/kit/rooms.ts';
import { type OrgTown, orgTown } from '../../test/org-town.ts';
import { personNames, rosterOf } from './index.ts';
import { masked } from './roster-views.ts';

const kit = useProgram();

type Row = Answer['body'];

/** The posts of a unit, newest first, as short words. */
async function history({ path, administrator }: OrgTown, unit: string): Promise<string[]> {
  const { body } = await administrator.get(`${path}/units/${unit}`);
  return body.posts.map(({ name, role, from, to = '' }: Row) => `${name} ${role} ${from}–${to}`);
}

async function idOf({ path, administrator }: OrgTown, unit: string, role: string): Promise<string> {
  const { body } = await administrator.get(`${path}/units/${unit}`);
  const post = [...body.posts, ...body.pairings].find(
    (item: Row) => (item.role ?? item.kind) === role && item.to === undefined,
  );
  return post.id;
}

describe('persons', () => {
  it('are added under a code that says nothing, with their phone only for whom it is meant', async () => {
    const { tenant, path, administrator, refused } = await orgTown(kit(), 'persons');
    const added = await administrator.post(`${path}/persons`, {
      name: '秦小满',
      class: '编外聘用',
      phone: '13800001234',
    });
    expect(added.body).toEqual({ code: 'P-0006' });
    const seen = await administrator.get(`${path}/persons/P-0006`);
    expect(seen.body).toMatchObject({ name: '秦小满', phoneMasked: '138****1234' });
    const lin = await kit().person('persons', 'persons-lin', { role: 'recorder' });
    const plain = await lin.get(`${path}/persons/P-0006`);
    expect(plain.body).toEqual({
      code: 'P-0006',
      name: '秦小满',
      class: '编外聘用',
      tags: [],
      posts: [],
      pairings: [],
    });
    await refused('gate.not-permitted', 403, () => lin.post(`${path}/persons/P-0006/phone`));
    const leader = await kit().person('persons', 'persons-gu', { role: 'leader' });
    const told = await leader.post(`${path}/persons/P-0006/phone`);
    expect(told.body).toEqual({ phone: '13800001234' });
    const audit = await kit().inside(tenant, (db) =>
      db.selectFrom('audit').select(['deed', 'account_id', 'input']).orderBy('id').execute(),
    );
    expect(audit.map(({ deed }) => deed)).toEqual(['org.addPerson', 'org.phone']);
    expect(audit[1]).toMatchObject({ account_id: leader.accountId, input: { code: 'P-0006' } });
    const replies = await kit().inside(tenant, (db) =>
      db.selectFrom('idempotency').select(['deed', 'reply']).execute(),
    );
    expect(replies.map(({ deed }) => deed)).toContain('org.phone');
    expect(JSON.stringify([audit, replies])).not.toMatch(/秦小满|13800001234/);
    await refused('org.person-unknown', 404, () => leader.post(`${path}/persons/P-0099/phone`));
    await refused('gate.input-invalid', 422, () =>
      administrator.ask('PATCH', `${path}/persons/P-0006`, { phone: '打他办公室' }),
    );
  });

  it('keep their code when their name is erased, and points can still be computed', async () => {
    const town = await orgTown(kit(), 'erased');
    const { tenant, path, administrator, refused } = town;
    const erase = (code: string) =>
      administrator.post(`${path}/persons/${code}/erase`, { reason: '本人申请，保存期限已满' });
    const inOffice = await refused('org.person-in-office', 409, () => erase('P-0004'));
    expect(inOffice.body.detail).toContain('东溪村山脚组组长');
    const id = await idOf(town, '东溪村山脚组', '组长');
    await administrator.post(`${path}/posts/${id}/end`, { to: '2026-04-09' });
    await administrator.ask('PATCH', `${path}/persons/P-0004`, { phone: '0730-1234' });
    expect((await erase('P-0004')).body).toEqual({ done: true });
    const { body } = await administrator.get(`${path}/persons/P-0004`);
    expect(body).toMatchObject({ code: 'P-0004', name: '姓名已删除' });
    expect(body.erasedAt).toBe('2026-04-10T02:00:00.000Z');
    expect(body.phoneMasked).toBeUndefined();
    expect(body.posts).toMatchObject([{ role: '组长', to: '2026-04-09' }]);
    expect(await kit().inside(tenant, (db) => personNames(db, ['P-0004']))).toEqual(new Map());
    const stored = await kit().inside(tenant, (db) =>
      sql<{ row: string }>`
        select person_detail::text as row from person_detail where person_code = 'P-0004'
      `.execute(db),
    );
    expect(stored.rows[0]?.row).not.toMatch(/柳春|0730-1234/);
    await refused('org.person-erased', 410, () => erase('P-0004'));
    await refused('org.person-erased', 410, () =>
      administrator.ask('PATCH', `${path}/persons/P-0004`, { name: '柳春' }),
    );
    await refused('org.person-erased', 410, () =>
      administrator.post(`${path}/posts`, {
        person: 'P-0004',
        unit: '东溪村水口组',
        role: '组长',
        from: '2026-05-01',
      }),
    );
  });

  it('are not erased while they can still sign in', async () => {
    const town = await orgTown(kit(), 'signs');
    const { tenant, path, administrator, refused } = town;
    const account = await kit().person('signs', 'signs-he', { role: 'recorder' });
    const { body } = await administrator.post(`${path}/persons`, {
      name: '秦小满',
      class: '公务员',
    });
    await kit().inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: account.accountId })
        .where('code', '=', body.code)
        .execute(),
    );
    await refused('org.person-has-account', 409, () =>
      administrator.post(`${path}/persons/${body.code}/erase`, { reason: '调离' }),
    );
  });

  it('show the first and last figures of a phone only', () => {
    expect(masked('13800001234')).toBe('138****1234');
    expect(masked('0730-1234')).toBe('073**1234');
    expect(masked('62345')).toBe('***45');
  });
});

describe('posts', () => {
  it('are listed for a body: a unit and what is below it', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'bodies');
    const { body } = await administrator.get(`${path}/posts?unit=东溪村`);
    expect(body.rows.map(({ unit, role }: Row) => `${unit} ${role}`)).toEqual([
      '东溪村 村党组织书记',
      '东溪村 村委会主任',
      '东溪村山脚组 组长',
    ]);
    const before = await administrator.get(`${path}/posts?unit=东溪村&on=2021-06-01`);
    expect(before.body.rows).toHaveLength(2);
    const village = await kit().person('bodies', 'bodies-jiang', {
      role: 'village',
      unit: '河口村',
    });
    await refused('org.unit-unknown', 404, () => village.get(`${path}/posts?unit=东溪村`));
    await refused('org.unit-unknown', 404, () => administrator.get(`${path}/posts?unit=西岗村`));
  });

  it('change in the middle of a year: the former holder ends the day before', async () => {
    const town = await orgTown(kit(), 'posts');
    const { path, administrator, refused } = town;
    const secretary = await idOf(town, '东溪村', '村党组织书记');
    const add = (body: object) =>
      administrator.post(`${path}/posts`, {
        person: 'P-0005',
        unit: '东溪村',
        role: '村党组织书记',
        from: '2026-04-01',
        ...body,
      });
    expect((await add({ replaces: [secretary] })).status).toBe(200);
    expect(await history(town, '东溪村')).toEqual([
      '江宽 村党组织书记 2026-04-01–',
      '田野 村委会主任 2021-03-01–',
      '田野 村党组织书记 2021-03-01–2026-03-31',
    ]);
    // One person, several posts at once, in two villages.
    const { body } = await administrator.get(`${path}/persons/P-0005`);
    expect(body.posts.map(({ unit, to }: Row) => [unit, to])).toEqual([
      ['东溪村', undefined],
      ['河口村', undefined],
    ]);
    await refused('org.post-overlaps', 409, () => add({ from: '2026-06-01' }));
    await refused('org.post-ended', 409, () => add({ role: '副书记', replaces: [secretary] }));
    await refused('org.post-unknown', 404, () =>
      add({ role: '副书记', replaces: ['00000000-0000-4000-8000-000000000000'] }),
    );
    await refused('org.person-unknown', 404, () => add({ person: 'P-0099', role: '副书记' }));
    await refused('org.unit-unknown', 404, () => add({ unit: '西岗村' }));
    await refused('org.unit-unknown', 404, () => add({ role: '副书记', secondedTo: '西岗村' }));
    await refused('org.days-reversed', 422, () => add({ role: '副书记', to: '2026-03-01' }));
  });

  it('are ended, corrected with a reason, and removed when they never were', async () => {
    const town = await orgTown(kit(), 'mends');
    const { path, administrator, refused } = town;
    const id = await idOf(town, '东溪村', '村委会主任');
    const at = `${path}/posts/${id}`;
    await refused('org.days-reversed', 422, () =>
      administrator.post(`${at}/end`, { to: '2020-01-01' }),
    );
    await administrator.post(`${at}/end`, { to: '2026-03-31' });
    await refused('org.post-ended', 409, () =>
      administrator.post(`${at}/end`, { to: '2026-04-30' }),
    );
    const mend = (body: object) => administrator.ask('PATCH', at, body);
    await refused('gate.input-invalid', 422, () => mend({ to: null }));
    expect((await mend({ to: null, from: '2021-04-01', reason: '录错' })).status).toBe(200);
    expect(await history(town, '东溪村')).toEqual([
      '田野 村委会主任 2021-04-01–',
      '田野 村党组织书记 2021-03-01–',
    ]);
    await refused('org.post-overlaps', 409, () => mend({ role: '村党组织书记', reason: '录错' }));
    await refused('gate.input-invalid', 422, () => administrator.ask('DELETE', at, {}));
    const gone = await administrator.ask('DELETE', at, { reason: '重复登记' });
    expect(gone.body).toEqual({ done: true });
    expect(await history(town, '东溪村')).toEqual(['田野 村党组织书记 2021-03-01–']);
    await refused('org.post-unknown', 404, () =>
      administrator.ask('DELETE', at, { reason: '重复登记' }),
    );
    await refused('gate.not-permitted', 403, async () => {
      const office = await kit().person('mends', 'mends-wu', { role: 'assessment-office' });
      return office.ask('DELETE', at, { reason: '重复登记' });
    });
  });
});

describe('a term election', () => {
  it('ends the posts of a body and opens new ones, all or nothing', async () => {
    const town = await orgTown(kit(), 'term');
    const { tenant, path, administrator, refused } = town;
    const ends = [
      await idOf(town, '东溪村', '村党组织书记'),
      await idOf(town, '东溪村', '村委会主任'),
      await idOf(town, '东溪村山脚组', '组长'),
    ];
    const opens = [
      { unit: '东溪村', role: '村党组织书记', person: 'P-0003' },
      { unit: '东溪村', role: '村委会主任', newcomer: { name: '叶青', class: '村委会成员' } },
      { unit: '东溪村山脚组', role: '组长', person: 'P-0004' },
    ];
    const elect = (body: object) =>
      administrator.post(`${path}/elections`, {
        unit: '东溪村',
        on: '2026-04-01',
        ends,
        opens,
        ...body,
      });
    await refused('org.election-elsewhere', 422, () =>
      elect({ opens: [...opens, { unit: '河口村', role: '村委会主任', person: 'P-0005' }] }),
    );
    await refused('org.election-person', 422, () =>
      elect({ opens: [...opens, { unit: '东溪村', role: '村委会委员' }] }),
    );
    // The last row fails after the newcomer was made: nothing of it stays.
    await refused('org.person-unknown', 404, () =>
      elect({ opens: [...opens, { unit: '东溪村', role: '村委会委员', person: 'P-0099' }] }),
    );
    await refused('org.post-overlaps', 409, () => elect({ ends: ends.slice(1), opens }));
    await refused('org.days-reversed', 422, () => elect({ on: '2021-03-01' }));
    expect((await elect({})).body).toEqual({ ended: 3, opened: 3, newcomers: ['P-0006'] });
    expect(await history(town, '东溪村')).toEqual([
      '田野 村党组织书记 2026-04-01–',
      '叶青 村委会主任 2026-04-01–',
      '田野 村党组织书记 2021-03-01–2026-03-31',
      '田野 村委会主任 2021-03-01–2026-03-31',
    ]);
    const roster = await kit().inside(tenant, rosterOf);
    expect(roster.persons.at(-1)).toEqual({
      code: 'P-0006',
      name: '叶青',
      class: '村委会成员',
      tags: [],
    });
    await refused('org.post-ended', 409, () => elect({ on: '2026-05-01' }));
  });

  it('is one deed even when the request is repeated', async () => {
    const town = await orgTown(kit(), 'again');
    const { path, administrator } = town;
    const key = { 'idempotency-key': 'term-2026' };
    const body = {
      unit: '河口村',
      on: '2026-04-01',
      ends: [],
      opens: [
        { unit: '河口村', role: '村委会主任', newcomer: { name: '叶青', class: '村委会成员' } },
      ],
    };
    const first = await administrator.post(`${path}/elections`, body, key);
    const second = await administrator.post(`${path}/elections`, body, key);
    expect(first.body).toEqual({ ended: 0, opened: 1, newcomers: ['P-0006'] });
    expect(second.body).toEqual(first.body);
    expect(await history(town, '河口村')).toHaveLength(2);
  });
});

describe('pairings', () => {
  it('tie a leader or a cadre to a village over days', async () => {
    const town = await orgTown(kit(), 'pairs');
    const { path, administrator, refused } = town;
    const cadre = await idOf(town, '东溪村', '包村干部');
    const pair = (body: object) =>
      administrator.post(`${path}/pairings`, {
        kind: '包村干部',
        person: 'P-0001',
        unit: '东溪村',
        from: '2026-04-01',
        ...body,
      });
    expect((await pair({ replaces: [cadre] })).status).toBe(200);
    const { body } = await administrator.get(`${path}/units/东溪村`);
    expect(body.pairings.map(({ name, kind, to }: Row) => [name, kind, to])).toEqual([
      ['顾远山', '包村干部', undefined],
      ['顾远山', '挂点领导', undefined],
      ['何穗', '包村干部', '2026-03-31'],
    ]);
    await refused('org.post-overlaps', 409, () => pair({}));
    await refused('org.post-ended', 409, () => pair({ person: 'P-0002', replaces: [cadre] }));
    const leader = await idOf(town, '东溪村', '挂点领导');
    await administrator.post(`${path}/pairings/${leader}/end`, { to: '2026-04-30' });
    await refused('org.post-ended', 409, () =>
      administrator.post(`${path}/pairings/${leader}/end`, { to: '2026-05-31' }),
    );
    await administrator.ask('DELETE', `${path}/pairings/${leader}`, { reason: '录错了村' });
    await refused('org.pairing-unknown', 404, () =>
      administrator.post(`${path}/pairings/${leader}/end`, { to: '2026-04-30' }),
    );
  });
});
