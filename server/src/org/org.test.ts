import { readFileSync } from 'node:fs';
import { readRoster } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { type Answer, useProgram } from '../../test/kit/rooms.ts';
import { orgTown } from '../../test/org-town.ts';
import { personNames, putRoster, rosterOf } from './index.ts';
import { withSize } from './unit-actions.ts';

const kit = useProgram();

const example = new URL('../../../schemes/qinghe-town/roster.yaml', import.meta.url);
const { roster: exampleRoster } = readRoster(readFileSync(example, 'utf8'));

type Row = Answer['body'];

describe('the roster in the database', () => {
  it('comes back as it went in, in the same order', async () => {
    const tenant = await kit().town('qinghe', '青禾镇');
    await kit().inside(tenant, (db) => putRoster(db, tenant, exampleRoster));
    const back = await kit().inside(tenant, rosterOf);
    expect(back).toEqual(exampleRoster);
    expect(JSON.stringify(back.units.map(({ sizes }) => sizes))).toBe(
      JSON.stringify(exampleRoster.units.map(({ sizes }) => sizes)),
    );
    const names = await kit().inside(tenant, (db) => personNames(db, ['P-0001', 'P-9999']));
    expect(names).toEqual(new Map([['P-0001', '顾远山']]));
  });
});

describe('units', () => {
  it('are listed with what holds on the day asked for', async () => {
    const { path } = await orgTown(kit(), 'units');
    const lin = await kit().person('units', 'lin', { role: 'recorder' });
    const { body } = await lin.get(`${path}/units`);
    expect(body.on).toBe('2026-04-10');
    expect(body.rows.map(({ code }: Row) => code)).toEqual([
      '青禾镇',
      '党政办',
      '东溪村',
      '东溪村党支部',
      '东溪村山脚组',
      '东溪村水口组',
      '河口村',
    ]);
    expect(body.rows[2]).toEqual({
      code: '东溪村',
      name: '东溪村',
      type: 'village',
      group: 'plain',
      parent: '青禾镇',
      parentName: '青禾镇',
      aliases: [],
      tags: [],
      state: 'now',
      sizes: { 人口: '2310', 户数: '660' },
      posts: [
        { person: 'P-0003', name: '田野', role: '村党组织书记' },
        { person: 'P-0003', name: '田野', role: '村委会主任' },
      ],
      pairings: [
        { person: 'P-0001', name: '顾远山', kind: '挂点领导' },
        { person: 'P-0002', name: '何穗', kind: '包村干部' },
      ],
      hamlets: 2,
    });
    const before = await lin.get(`${path}/units?on=2020-01-01`);
    expect(before.body.rows[2]).toMatchObject({ posts: [], pairings: [] });
  });

  it('are added below one that is there, by code or by name', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'adds');
    const village = { name: '柿树岭村', type: 'village', parent: '青禾镇', aliases: ['柿树村'] };
    const added = await administrator.post(`${path}/units`, {
      units: [
        { ...village, code: '430000000206' },
        { name: '柿树岭村老屋组', type: 'hamlet', parent: '430000000206', sizes: { 户数: '55' } },
      ],
    });
    expect(added.body).toEqual({ codes: ['430000000206', '柿树岭村老屋组'] });
    const { body } = await administrator.get(`${path}/units/430000000206`);
    expect(body).toMatchObject({ name: '柿树岭村', aliases: ['柿树村'], parent: '青禾镇' });
    expect(body.below).toEqual([
      { code: '柿树岭村老屋组', name: '柿树岭村老屋组', type: 'hamlet' },
    ]);
    const add = (unit: object) => () => administrator.post(`${path}/units`, { units: [unit] });
    await refused('org.unit-code-taken', 409, add({ ...village, name: '新村', code: '东溪村' }));
    await refused('org.unit-name-taken', 409, add({ ...village, code: 'V9' }));
    await refused('org.unit-unknown', 404, add({ name: '新村', type: 'village', parent: '无' }));
    await refused('org.unit-code-bad', 422, add({ name: '新 村', type: 'village' }));
    await refused('gate.not-permitted', 403, async () => {
      const reviewer = await kit().person('adds', 'adds-reviewer', { role: 'reviewer' });
      return reviewer.post(`${path}/units`, { units: [{ name: '新村', type: 'village' }] });
    });
  });

  it('are corrected, and refuse a parent below themselves', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'corrects');
    const change = (body: object) => administrator.ask('PATCH', `${path}/units/东溪村`, body);
    const said = await change({ group: 'hill', tags: ['示范村', '示范村'], from: '2000-01-01' });
    expect(said.body).toEqual({ done: true });
    expect((await administrator.get(`${path}/units/东溪村`)).body).toMatchObject({
      name: '东溪村',
      group: 'hill',
      tags: ['示范村'],
      from: '2000-01-01',
    });
    await change({ group: null, from: null });
    const { body } = await administrator.get(`${path}/units/东溪村`);
    expect(body.group).toBeUndefined();
    expect(body.from).toBeUndefined();
    await refused('org.unit-parent-loop', 422, () => change({ parent: '东溪村山脚组' }));
    await refused('org.unit-name-taken', 409, () => change({ name: '河口村' }));
    await refused('org.days-reversed', 422, () => change({ from: '2026-05-01', to: '2026-04-01' }));
    await refused('org.unit-unknown', 404, () =>
      administrator.ask('PATCH', `${path}/units/西岗村`, { group: 'hill' }),
    );
  });

  it('are renamed from a day on and stay known by the old name', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'renames');
    const rename = (name: string, on: string) =>
      administrator.post(`${path}/units/河口村/name`, { name, on });
    expect((await rename('新河口村', '2026-04-01')).body).toEqual({ done: true });
    expect((await administrator.get(`${path}/units/河口村`)).body).toMatchObject({
      code: '河口村',
      name: '新河口村',
      aliases: ['河口村'],
      formerNames: [{ name: '河口村', to: '2026-03-31' }],
    });
    await refused('org.rename-same', 422, () => rename('新河口村', '2026-04-02'));
    await refused('org.rename-in-future', 422, () => rename('河口新村', '2026-04-11'));
    await refused('org.unit-name-taken', 409, () => rename('东溪村', '2026-04-02'));
  });

  it('keep head counts with the day they hold from', async () => {
    const { path, administrator } = await orgTown(kit(), 'sizes');
    const set = (body: object) => administrator.post(`${path}/units/东溪村/size`, body);
    await set({ size: '户数', from: '2026-07-01', value: '672' });
    await set({ size: '党员', value: '62' });
    await set({ size: '人口', value: null });
    const { body } = await administrator.get(`${path}/units/东溪村`);
    expect(body.sizes).toEqual([
      {
        name: '户数',
        values: [
          { from: '0001-01-01', value: '660' },
          { from: '2026-07-01', value: '672' },
        ],
      },
      { name: '党员', values: [{ value: '62' }] },
    ]);
    const sizeOn = async (on: string) => {
      const list = await administrator.get(`${path}/units?on=${on}`);
      return list.body.rows[2].sizes.户数;
    };
    expect(await sizeOn('2026-06-30')).toBe('660');
    expect(await sizeOn('2026-07-01')).toBe('672');
    const back = withSize(
      { sizes: { 户数: [{ from: '2026-07-01' as never, value: '672' }] } },
      { size: '户数', from: '2026-07-01', value: null },
    );
    expect(back).toEqual({});
  });

  it('are put into an order that the list keeps', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'order');
    const codes = async () => {
      const { body } = await administrator.get(`${path}/units`);
      return body.rows.map(({ code }: Row) => code);
    };
    const before = await codes();
    await administrator.post(`${path}/unit-order`, { codes: ['河口村', '东溪村'] });
    const swapped = before.map((code: string) =>
      code === '东溪村' ? '河口村' : code === '河口村' ? '东溪村' : code,
    );
    expect(await codes()).toEqual(swapped);
    await refused('org.unit-unknown', 404, () =>
      administrator.post(`${path}/unit-order`, { codes: ['河口村', '西岗村'] }),
    );
  });

  it('are removed only where nothing refers to them', async () => {
    const { tenant, path, administrator, refused } = await orgTown(kit(), 'removes');
    const remove = (code: string) => administrator.ask('DELETE', `${path}/units/${code}`);
    const refusal = await refused('org.unit-in-use', 409, () => remove('东溪村'));
    expect(refusal.body.detail).toContain('3 个下属单位、2 段任职、2 段挂钩');
    expect((await remove('东溪村水口组')).body).toEqual({ done: true });
    expect((await administrator.get(`${path}/units/东溪村水口组`)).status).toBe(404);
    await kit().person('removes', 'branch', { role: 'village', unit: '东溪村党支部' });
    const granted = await refused('org.unit-in-use', 409, () => remove('东溪村党支部'));
    expect(granted.body.detail).toContain('1 个账号职务');
    expect(await kit().inside(tenant, rosterOf)).toMatchObject({ units: { length: 6 } });
  });
});

describe('the end of a unit', () => {
  it('ends what is below it, its posts and its pairings on the same day', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'ends');
    const end = (code: string, to: string) =>
      administrator.post(`${path}/units/${code}/end`, { to });
    await refused('org.unit-used-later', 409, () => end('东溪村', '2025-06-30'));
    expect((await end('东溪村', '2026-06-30')).body).toEqual({ units: 4, posts: 3, pairings: 3 });
    await refused('org.post-ended', 409, () => end('东溪村', '2026-07-31'));
    const { body } = await administrator.get(`${path}/units?on=2026-07-01`);
    expect(body.rows.filter(({ state }: Row) => state === 'ended')).toHaveLength(4);
    expect(body.rows[2]).toMatchObject({ to: '2026-06-30', posts: [], pairings: [], sizes: {} });
    await refused('org.unit-not-in-force', 409, () =>
      administrator.post(`${path}/posts`, {
        person: 'P-0005',
        unit: '东溪村',
        role: '村委会委员',
        from: '2026-07-01',
      }),
    );
    // Taking the last day away takes the end back, for the unit alone.
    await administrator.ask('PATCH', `${path}/units/东溪村`, { to: null });
    expect((await administrator.get(`${path}/units/东溪村`)).body.state).toBe('now');
  });

  it('may be a merger: hamlets go over with their heads, head counts are those of the new village', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'merges');
    const merge = (body: object) =>
      administrator.post(`${path}/units/东溪村/merge`, {
        into: '河口村',
        on: '2026-07-01',
        hamlets: 'move',
        sizes: { 人口: '3770', 户数: '1077' },
        ...body,
      });
    await refused('org.merge-not-villages', 422, () => merge({ into: '党政办' }));
    await refused('org.merge-not-villages', 422, () => merge({ into: '东溪村' }));
    await refused('org.unit-unknown', 404, () => merge({ into: '西岗村' }));
    expect((await merge({})).body).toEqual({
      units: 4,
      posts: 3,
      pairings: 3,
      moved: ['河口村山脚组', '河口村水口组'],
    });
    const after = (await administrator.get(`${path}/units?on=2026-07-01`)).body.rows;
    const row = (code: string) => after.find((one: Row) => one.code === code);
    expect(row('东溪村')).toMatchObject({ state: 'ended', to: '2026-06-30', successor: '河口村' });
    expect(row('河口村')).toMatchObject({ sizes: { 人口: '3770', 户数: '1077' }, hamlets: 2 });
    expect(row('河口村山脚组')).toMatchObject({
      from: '2026-07-01',
      aliases: ['东溪村山脚组'],
      sizes: { 户数: '90' },
      posts: [{ person: 'P-0004', role: '组长' }],
    });
    const [, , , , , , before] = (await administrator.get(`${path}/units?on=2026-06-30`)).body.rows;
    expect(before).toMatchObject({ code: '河口村', sizes: { 人口: '1460' }, hamlets: 0 });
    expect((await administrator.get(`${path}/units/河口村`)).body.tookOver).toEqual([
      { code: '东溪村', name: '东溪村', to: '2026-06-30' },
    ]);
    await refused('org.unit-not-in-force', 409, () => merge({ on: '2026-08-01' }));
  });
});

describe('the chain of responsibility', () => {
  it('runs from the leader to the head of each hamlet, households as a count', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'chains');
    const { body } = await administrator.get(`${path}/chains/东溪村`);
    expect(body).toEqual({
      on: '2026-04-10',
      unit: '东溪村',
      name: '东溪村',
      households: '660',
      leaders: [
        {
          person: 'P-0001',
          name: '顾远山',
          words: '挂点领导',
          also: '党委书记',
          from: '2026-01-01',
        },
      ],
      cadres: [
        { person: 'P-0002', name: '何穗', words: '包村干部', also: '综合岗', from: '2026-01-01' },
      ],
      secretaries: [{ person: 'P-0003', name: '田野', words: '村党组织书记', from: '2021-03-01' }],
      hamlets: [
        {
          code: '东溪村山脚组',
          name: '东溪村山脚组',
          households: '90',
          heads: [{ person: 'P-0004', name: '柳春', words: '组长', from: '2022-01-01' }],
          contacts: [
            {
              person: 'P-0003',
              name: '田野',
              words: '联系屋场',
              also: '村党组织书记',
              from: '2026-01-01',
            },
          ],
        },
        { code: '东溪村水口组', name: '东溪村水口组', households: '88', heads: [], contacts: [] },
      ],
    });
    const hamlet = await administrator.get(`${path}/chains/东溪村水口组`);
    expect(hamlet.body).toEqual(body);
    const earlier = await administrator.get(`${path}/chains/东溪村?on=2025-12-31`);
    expect(earlier.body).toMatchObject({
      leaders: [],
      cadres: [],
      secretaries: [{ name: '田野' }],
    });
    await refused('org.no-chain', 409, () => administrator.get(`${path}/chains/党政办`));
    await refused('org.unit-unknown', 404, () => administrator.get(`${path}/chains/西岗村`));
  });
});

describe('who sees and changes which part', () => {
  it('a village account reads its own village and nothing beside it', async () => {
    const { path, refused } = await orgTown(kit(), 'sight');
    const village = await kit().person('sight', 'sight-tian', { role: 'village', unit: '东溪村' });
    const { body } = await village.get(`${path}/units`);
    expect(body.rows.map(({ code }: Row) => code)).toEqual([
      '东溪村',
      '东溪村党支部',
      '东溪村山脚组',
      '东溪村水口组',
    ]);
    const people = await village.get(`${path}/persons`);
    expect(people.body.rows.map(({ name }: Row) => name)).toEqual([
      '顾远山',
      '何穗',
      '田野',
      '柳春',
    ]);
    expect(people.body.rows[0].posts).toEqual([]);
    expect((await village.get(`${path}/chains/东溪村`)).status).toBe(200);
    await refused('org.unit-unknown', 404, () => village.get(`${path}/units/河口村`));
    await refused('org.unit-unknown', 404, () => village.get(`${path}/chains/河口村`));
    await refused('org.person-unknown', 404, () => village.get(`${path}/persons/P-0005`));
  });

  it('an administrator of a village changes that village only', async () => {
    const { path, refused } = await orgTown(kit(), 'reach');
    const part = await kit().person('reach', 'reach-part', {
      role: 'administrator',
      unit: '东溪村',
    });
    const own = await part.post(`${path}/units/东溪村山脚组/size`, { size: '户数', value: '91' });
    expect(own.status).toBe(200);
    await refused('org.out-of-reach', 403, () =>
      part.post(`${path}/units/河口村/size`, { size: '户数', value: '1' }),
    );
    await refused('org.out-of-reach', 403, () =>
      part.post(`${path}/units`, { units: [{ name: '新村', type: 'village' }] }),
    );
    await refused('org.out-of-reach', 403, () =>
      part.ask('PATCH', `${path}/units/东溪村山脚组`, { parent: '河口村' }),
    );
    await refused('org.out-of-reach', 403, () =>
      part.post(`${path}/persons`, { name: '新人', class: '公务员' }),
    );
  });

  it('another town sees nothing of it', async () => {
    const { path } = await orgTown(kit(), 'here');
    const there = await orgTown(kit(), 'there');
    const stranger = there.administrator;
    await there.refused('gate.town-unknown', 404, () => stranger.get(`${path}/units`));
    await there.refused('gate.town-unknown', 404, () => stranger.get(`${path}/persons/P-0001`));
    await there.refused('gate.town-unknown', 404, () =>
      stranger.post(`${path}/units/东溪村/end`, { to: '2026-06-30' }),
    );
    await stranger.post(`${there.path}/units/东溪村/name`, { name: '别处村', on: '2026-04-01' });
    const { administrator } = await orgTown(kit(), 'third');
    const rows = (await administrator.get('/api/towns/third/org/units')).body.rows;
    expect(rows[2].name).toBe('东溪村');
  });
});
