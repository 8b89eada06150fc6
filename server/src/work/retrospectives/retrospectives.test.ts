/** Retrospectives over HTTP: problem, cause, change, the look on its day; every refusal. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKind, readShape } from '@oneneedle/kernel';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';
import { putKinds, putScheme } from '../../scheme/index.ts';
import { passDay } from '../index.ts';

const kit = useProgram();
const path = '/api/towns/qinghe/retrospectives';
let town: ItemTown;

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

const problem = {
  problem: '垃圾清运隔三天一次，村口连续被投诉',
  foundOn: '2026-04-03',
  source: '4月3日党政联席会',
  unit: '东溪村',
  owner: 'P-zhou',
};
const look = { figure: '4月投诉件数', before: '7件', wanted: '2件以下', on: '2026-05-06' };
const item = { lead: '城建办', accountable: 'P-zhou', dueOn: '2026-04-25' };

async function state() {
  return kit().inside(town.tenant, async (db) =>
    JSON.stringify([
      await db.selectFrom('retrospective').selectAll().orderBy('id').execute(),
      await db.selectFrom('work_item').selectAll().orderBy('id').execute(),
      await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
      await db.selectFrom('audit').select('id').orderBy('id').execute(),
    ]),
  );
}

async function refused(code: string, ask: () => Promise<Answer>) {
  const before = await state();
  expect((await ask()).body.code).toBe(code);
  expect(await state()).toBe(before);
}

async function add(words: object = {}, name = 'tian'): Promise<string> {
  const answer = await town.who(name).post(path, { ...problem, ...words });
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return answer.body.id;
}

async function caused(): Promise<string> {
  const id = await add();
  await town.who('zhou').post(`${path}/${id}/cause`, { cause: '清运合同只约定每三天一次。' });
  return id;
}

const change = (id: string, words: object, name = 'tian') =>
  town.who(name).post(`${path}/${id}/change`, { note: '清运改为每天一次。', look, ...words });

async function lines(name: string): Promise<string[]> {
  const { body } = await town.who(name).get('/api/towns/qinghe/desk');
  return body.rows.map(({ title }: { title: string }) => title);
}

async function passTo(now: string) {
  kit().setNow(now);
  const tenant = { id: town.tenant };
  await kit().inside(town.tenant, (db) => passDay({ db, tenant, now }));
}

describe('a retrospective', () => {
  it('goes from the problem over cause and item to the figure on its day, and its conclusion', async () => {
    const id = await add();
    const told = await town.who('zhou').post(`${path}/${id}/cause`, { cause: '合同约定太疏。' });
    expect(told.body).toMatchObject({
      state: 'caused',
      cause: { by: '周城建' },
      deeds: ['change'],
    });
    const { body } = await change(id, { item });
    expect(body).toMatchObject({
      state: 'changed',
      change: { by: '田督查', item: { state: 'assigned', title: '清运改为每天一次。' } },
      look,
      deeds: [],
    });
    const made = (await town.who('tian').get(`${town.base}/${body.change.item.id}`)).body;
    expect(made).toMatchObject({
      source: { kind: 'retrospective', on: '2026-04-03' },
      item: { dueOn: '2026-04-25', accountable: { code: 'P-zhou' } },
    });
    await refused('retrospectives.look-early', () =>
      town
        .who('zhou')
        .post(`${path}/${id}/conclusion`, { result: 'kept', figure: '1件', conclusion: '' }),
    );
    await passTo('2026-05-05T02:00:00.000Z');
    expect((await lines('zhou')).filter((title) => title.includes('看数'))).toEqual([]);
    await passTo('2026-05-06T00:30:00.000Z');
    await passTo('2026-05-06T02:00:00.000Z');
    const title = '复盘看数：4月投诉件数（整改前 7件，要到 2件以下）';
    expect((await lines('zhou')).filter((one) => one.includes('看数'))).toEqual([title]);
    const end = await town.who('zhou').post(`${path}/${id}/conclusion`, {
      result: 'notKept',
      figure: '5件',
      conclusion: '雨天没有清运。',
    });
    expect(end.body).toMatchObject({
      state: 'notKept',
      conclusion: { figure: '5件', text: '雨天没有清运。', by: '周城建' },
      deeds: [],
    });
    expect(await lines('zhou')).not.toContain(title);
    await refused('retrospectives.step-done', () =>
      town.who('zhou').post(`${path}/${id}/conclusion`, { result: 'kept', figure: '0件' }),
    );
  });

  it('is concluded as kept by nobody who said the change; a leader may', async () => {
    const id = await caused();
    await change(id, { item }, 'zhou');
    kit().setNow('2026-05-06T02:00:00.000Z');
    const row = async (name: string) => (await town.who(name).get(`${path}/${id}`)).body;
    expect(await row('zhou')).toMatchObject({ isOwnChange: true, deeds: ['conclude'] });
    expect(await row('gu')).toMatchObject({ isOwnChange: false, deeds: ['conclude'] });
    const kept = { result: 'kept', figure: '1件', conclusion: '' };
    const end = (name: string) => town.who(name).post(`${path}/${id}/conclusion`, kept);
    await refused('retrospectives.own-change', () => end('zhou'));
    // The owner said the change: the look is asked of others.
    await passTo('2026-05-06T02:30:00.000Z');
    const looks = async (name: string) =>
      (await lines(name)).filter((title) => title.includes('看数')).length;
    expect([await looks('zhou'), await looks('gu'), await looks('bai')]).toEqual([0, 1, 1]);
    expect((await end('gu')).body).toMatchObject({ state: 'kept', conclusion: { by: '顾远山' } });
    const other = await caused();
    kit().setNow('2026-04-10T02:00:00.000Z');
    await change(other, { item });
    kit().setNow('2026-05-07T02:00:00.000Z');
    const notKept = { result: 'notKept', figure: '5件', conclusion: '' };
    expect((await town.who('tian').post(`${path}/${other}/conclusion`, notKept)).status).toBe(200);
  });

  it('is concluded through no substitute of whoever said the change', async () => {
    const id = await add({ unit: '城建办' });
    await town.who('zheng').post(`${path}/${id}/cause`, { cause: '合同约定太疏。' });
    await change(id, { item }, 'zheng');
    const administrator = await kit().person('qinghe', 'guan', { role: 'administrator' });
    const accounts = '/api/towns/qinghe/accounts';
    const { grants } = (await town.who('zheng').get(`${accounts}/own`)).body;
    const named = await administrator.post(
      `${accounts}/${town.who('zheng').accountId}/substitutes`,
      {
        grant: grants[0].id,
        substitute: town.who('nong').accountId,
        from: '2026-05-06',
        to: '2026-05-08',
      },
    );
    expect(named.status).toBe(200);
    kit().setNow('2026-05-06T02:00:00.000Z');
    await refused('retrospectives.own-change', () =>
      town.who('nong').post(`${path}/${id}/conclusion`, { result: 'kept', figure: '1件' }),
    );
  });

  it('proposes the change of a clause that is in force', async () => {
    const read = (name: string) =>
      readFileSync(join(import.meta.dirname, '../../../../schemes/village-daily', name), 'utf8');
    const { value: kinds = [] } = readShape(read('kinds.yaml'), factKind.array());
    await kit().inside(town.tenant, async (db) => {
      await putKinds(db, { tenantId: town.tenant, kinds });
      await putScheme(db, {
        tenantId: town.tenant,
        source: read('scheme.yaml'),
        approved: {
          decisionNo: '青党发〔2026〕3号',
          decidedBy: '镇党委会',
          decidedOn: '2026-01-05',
        },
        now: '2026-01-05T02:00:00.000Z',
      });
    });
    const { clauses } = (await town.who('tian').get(`${path}/options`)).body;
    const [clause] = clauses;
    const id = await caused();
    const { body } = await change(id, { clause: { line: clause.line, code: clause.code } });
    expect(body.change.clause).toEqual(clause);
    const other = await caused();
    await refused('retrospectives.clause-unknown', () =>
      change(other, { clause: { line: clause.line, code: '没有这一条' } }),
    );
  });

  it('is refused out of order, without one change, and for days that cannot be', async () => {
    const id = await add();
    await refused('retrospectives.step-early', () => change(id, { item }));
    await refused('retrospectives.step-early', () =>
      town.who('tian').post(`${path}/${id}/conclusion`, { result: 'kept', figure: '0件' }),
    );
    const next = await caused();
    await refused('retrospectives.step-done', () =>
      town.who('zhou').post(`${path}/${next}/cause`, { cause: '另一个原因。' }),
    );
    await refused('retrospectives.change-one', () => change(next, {}));
    await refused('retrospectives.change-one', () =>
      change(next, { item, clause: { line: 'a', code: 'b' } }),
    );
    await refused('retrospectives.look-past', () =>
      change(next, { item, look: { ...look, on: '2026-04-10' } }),
    );
    const post = (words: object) => town.who('tian').post(path, { ...problem, ...words });
    await refused('retrospectives.day-coming', () => post({ foundOn: '2026-04-11' }));
    await refused('retrospectives.somebody-unknown', () => post({ owner: 'P-nobody' }));
    await refused('retrospectives.somebody-unknown', () => post({ unit: '没有的村' }));
  });

  it('is read and written by those it concerns, and by nobody else', async () => {
    const id = await add();
    const status = async (name: string) =>
      (await town.who(name).get(`${path}/${id}`)).body.code ?? 'read';
    for (const name of ['gu', 'ji', 'kao', 'chen', 'he', 'zhou']) {
      expect([name, await status(name)]).toEqual([name, 'read']);
    }
    await town.who('zhou').post(`${path}/${id}/cause`, { cause: '合同约定太疏。' });
    await change(id, { item });
    const { owner, cause: why, change: said } = (await town.who('chen').get(`${path}/${id}`)).body;
    expect([owner, why.by, said.by, said.item]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([why.text, said.note]).toEqual(['合同约定太疏。', '清运改为每天一次。']);
    expect((await town.who('he').get(`${path}/${id}`)).body).toMatchObject({
      owner: { name: '周城建' },
      cause: { by: '周城建' },
    });
    expect(await status('nong')).toBe('retrospectives.retrospective-unknown');
    const cause = (name: string) =>
      town.who(name).post(`${path}/${id}/cause`, { cause: '说不清楚。' });
    await refused('retrospectives.retrospective-unknown', () => cause('nong'));
    await refused('retrospectives.retrospective-not-yours', () => cause('gu'));
    await refused('gate.not-permitted', () => cause('chen'));
    await refused('gate.not-permitted', () => cause('ji'));
    await refused('retrospectives.unit-not-yours', () =>
      town.who('nong').post(path, { ...problem, unit: '城建办' }),
    );
    await add({ unit: '农业农村办' }, 'nong');
    const other = await add();
    const told = await town.who('he').post(`${path}/${other}/cause`, { cause: '合同约定太疏。' });
    expect(told.body.cause.by).toBe('何包村');
  });
});
