/** Goals over HTTP: made, changed, moved, read, closed; who may what, and every refusal. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type GoalTown, goalTown, made, parent, text } from '../../../test/goal-town.ts';
import { type Asker, useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: GoalTown;
let sum: string;
let east: string;
let west: string;

beforeAll(async () => {
  town = await goalTown(kit(), 'qinghe');
  const measure = { kind: 'quantity', target: '300', unit: '户' };
  sum = await made(town, '1', { ...parent, measure });
  east = await made(town, '1.1', { village: '东溪村', title: '东溪村改厕' });
  west = await made(town, '1.2', {
    measure: { kind: 'quantity', target: '200', unit: '户', baseline: '0' },
    leadUnit: '党建办',
    accountable: 'P-0005',
    village: '西岗村',
    title: '西岗村改厕',
  });
});

const page = async (asker: Asker, id: string) => (await asker.get(`${town.base}/${id}`)).body;
const read = (asker: Asker, ...readings: object[]) =>
  asker.post(`${town.base}/readings`, { readings });
const now = async (id: string) => ({ version: (await page(town.supervision, id)).version });

describe('a tree', () => {
  it('is worked out from what was read, and says what is missing', async () => {
    expect((await page(town.leader, sum)).goal).toMatchObject({
      share: { low: '0.0', high: '100.0' },
      missing: 2,
      light: { state: 'unread' },
    });
    const reply = await read(town.recorder, { goalId: east, on: '2026-04-08', quantity: '50' });
    expect([reply.status, reply.body.ids.length]).toEqual([200, 1]);
    const { goal, parts, weighing } = await page(town.leader, sum);
    // 50 of 300, and of the other 200 nobody knows
    expect(goal).toMatchObject({ share: { low: '16.7', high: '83.3' }, missing: 1, leaves: 2 });
    expect(goal.current).toBe('50');
    expect(weighing).toBe('sum');
    expect(parts.map((part: { code: string; weight: string }) => [part.code, part.weight])).toEqual(
      [
        ['1.1', '33.3'],
        ['1.2', '66.7'],
      ],
    );
  });

  it('is listed with its lights, by everybody who may; a village reads its own leaf alone', async () => {
    const codes = async (asker: Asker) => {
      const { body } = await asker.get(`${town.base}?year=2026`);
      return body.rows.map(({ code }: { code: string }) => code);
    };
    for (const asker of [town.supervision, town.leader, town.recorder, town.discipline]) {
      expect(await codes(asker)).toEqual(['1', '1.1', '1.2']);
    }
    const { body } = await town.village.get(`${town.base}?year=2026`);
    expect([body.isVillageView, body.mayManage, body.findings]).toEqual([true, false, []]);
    expect(await codes(town.village)).toEqual(['1.1']);
    const own = await page(town.village, east);
    expect([own.parts, own.deeds]).toEqual([[], []]);
    expect(own.readings.map(({ by }: { by: string }) => by)).toEqual(['']);
    expect((await page(town.leader, east)).readings[0].by).toBe('周砚');
    await town.refused('goals.goal-unknown', 404, () => town.village.get(`${town.base}/${sum}`));
    await town.refused('goals.goal-unknown', 404, () => town.village.get(`${town.base}/${west}`));
    const cadre = await kit().person('qinghe', 'deng', { role: 'resident-cadre', unit: '西岗村' });
    expect(await codes(cadre)).toEqual(['1.2']);
  });

  it('tells each what they may do', async () => {
    const may = async (asker: Asker, id: string) => (await page(asker, id)).may;
    expect(await may(town.supervision, east)).toEqual([
      'read',
      'change',
      'moveDate',
      'makeBelow',
      'makeItem',
      'close',
      'withdraw',
    ]);
    expect(await may(town.leader, east)).toEqual(['moveDate']);
    expect(await may(town.recorder, east)).toEqual(['read']);
    for (const [asker, id] of [
      [town.recorder, west],
      [town.discipline, east],
      [town.village, east],
    ] as const) {
      expect(await may(asker, id)).toEqual([]);
    }
  });

  it('is written by supervision alone', async () => {
    const { base } = town;
    for (const asker of [town.leader, town.recorder, town.discipline, town.village]) {
      const ask = asker;
      const refused = (path: string, body: object) =>
        town.refused('gate.not-permitted', 403, () => ask.post(`${base}${path}`, body));
      await refused('', { year: 2026, code: '9', text });
      await refused(`/${east}/changes`, { version: 1, text });
      await refused(`/${east}/closing`, { version: 1, reason: '完成' });
      await refused(`/${east}/withdrawal`, { version: 1, reason: '不做了' });
      await refused('/copies', { from: 2026, to: 2027, baselines: 'asBefore' });
    }
    await town.refused('gate.not-permitted', 403, () =>
      town.village.get(`${base}/export?year=2026`),
    );
  });
});

describe('a goal', () => {
  const make = (code: string, more: object) =>
    town.supervision.post(town.base, { year: 2026, code, text: { ...text, ...more } });

  it.each([
    ['goal-code-taken', 409, '1', {}],
    ['goal-parent-unknown', 422, '7.1', {}],
    ['goal-person-no-post', 422, '2', { accountable: 'P-0006' }],
    ['goal-person-no-post', 422, '2', { accountable: 'P-9999' }],
    ['goal-person-no-post', 422, '2', { leadLeader: 'P-9999' }],
    ['goal-place-unknown', 422, '2', { leadUnit: '没有的办' }],
    ['goal-place-unknown', 422, '2', { village: '城建办' }],
    ['goal-place-unknown', 422, '2', { village: '柳湾村' }],
    ['goal-days', 422, '2', { dueOn: '2025-12-31' }],
    ['goal-serves', 422, '2', { serves: [{ goal: '5' }] }],
    ['goal-serves', 422, '1.3', { serves: [{ goal: '1' }] }],
  ] as const)('is refused: %s', async (code, status, at, more) => {
    await town.refused(`goals.${code}`, status, () => make(at, more));
  });

  it('is changed as it was seen, with a reason where its figures change, and keeps what stood', async () => {
    const id = await made(town, '3', { title: '清理沟渠' });
    const change = (more: object, of: object) =>
      town.supervision.post(`${town.base}/${id}/changes`, {
        ...of,
        text: { ...text, title: '清理沟渠', ...more },
      });
    const first = await now(id);
    const measure = { ...text.measure, target: '120' };
    await town.refused('goals.goal-reason', 422, () => change({ measure }, first));
    await town.refused('goals.goal-date-by-move', 422, () =>
      change({ dueOn: '2026-11-30' }, first),
    );
    expect(
      (await change({ measure, risks: '雨季' }, { ...first, reason: '上级加了任务' })).status,
    ).toBe(200);
    await town.refused('goals.goal-changed', 409, () => change({}, first));
    const { deeds, text: written } = await page(town.supervision, id);
    expect(written.measure.target).toBe('120');
    expect(deeds[0]).toMatchObject({
      deed: 'change',
      reason: '上级加了任务',
      changes: [
        { field: '目标值', from: '100', to: '120' },
        { field: '变量', from: '', to: '雨季' },
      ],
    });
    await town.refused('goals.goal-unknown', 404, () =>
      town.supervision.post(`${town.base}/00000000-0000-4000-8000-000000000000/changes`, {
        version: 1,
        text,
      }),
    );
  });

  it('has its date moved by supervision or a leader; each move is kept and counted', async () => {
    const id = await made(town, '4', { title: '修桥' });
    const move = (asker: Asker, dueOn: string, of: object) =>
      asker.post(`${town.base}/${id}/moves`, { ...of, dueOn, reason: '汛期停工' });
    const first = await now(id);
    await town.refused('goals.goal-date-same', 422, () => move(town.leader, '2026-12-31', first));
    await town.refused('goals.goal-days', 422, () => move(town.leader, '2025-12-31', first));
    await town.refused('gate.not-permitted', 403, () => move(town.recorder, '2027-01-31', first));
    expect((await move(town.leader, '2027-01-31', first)).status).toBe(200);
    await town.refused('goals.goal-changed', 409, () => move(town.leader, '2027-02-28', first));
    expect((await move(town.supervision, '2027-02-28', await now(id))).status).toBe(200);
    const { goal, deeds } = await page(town.discipline, id);
    expect([goal.dueOn, goal.moves]).toEqual(['2027-02-28', 2]);
    expect(deeds.slice(0, 2)).toMatchObject([
      { fromOn: '2027-01-31', toOn: '2027-02-28', reason: '汛期停工' },
      { fromOn: '2026-12-31', toOn: '2027-01-31' },
    ]);
  });

  it('has its steps changed with a reason where it is measured by them', async () => {
    const steps = [
      { title: '摸底', on: '2026-03-31' },
      { title: '验收', on: '2026-11-30' },
    ];
    const bySteps = { title: '建成服务站', measure: { kind: 'steps' }, steps };
    const id = await made(town, '22', bySteps);
    const later = { ...text, ...bySteps, steps: [steps[0], { title: '验收', on: '2026-12-25' }] };
    const change = async (words: object) =>
      town.supervision.post(`${town.base}/${id}/changes`, { ...(await now(id)), ...words });
    await town.refused('goals.goal-reason', 422, () => change({ text: later }));
    expect((await change({ text: later, reason: '雨季停工。' })).status).toBe(200);
  });

  it('is closed or withdrawn when nothing stands below it, and then stands still', async () => {
    const top = await made(town, '5', { ...parent, title: '绿化' });
    const leaf = await made(town, '5.1', { title: '补植' });
    const end = async (id: string, how: string) =>
      town.supervision.post(`${town.base}/${id}/${how}`, { ...(await now(id)), reason: '已验收' });
    await town.refused('goals.goal-has-below', 409, () => end(top, 'closing'));
    await town.refused('goals.goal-has-below', 409, () => end(top, 'withdrawal'));
    expect((await end(leaf, 'closing')).status).toBe(200);
    await town.refused('goals.goal-ended', 409, () => end(leaf, 'closing'));
    await town.refused('goals.goal-ended', 409, () =>
      read(town.recorder, { goalId: leaf, on: '2026-04-08', quantity: '1' }),
    );
    expect((await page(town.leader, leaf)).goal).toMatchObject({
      state: 'closed',
      light: { state: 'done' },
    });
    expect((await end(top, 'closing')).status).toBe(200);
    const gone = await made(town, '6', { title: '写错了' });
    expect((await end(gone, 'withdrawal')).status).toBe(200);
    await town.refused('goals.goal-unknown', 404, () => town.leader.get(`${town.base}/${gone}`));
    await made(town, '6', { title: '重写' }); // its code is free again
  });
});

describe('a reading', () => {
  it('is refused where it says nothing that could count', async () => {
    const steps = [{ title: '动工', on: '2026-05-01' }];
    const bridge = await made(town, '7', { measure: { kind: 'steps' }, steps, title: '动工' });
    const bare = await made(town, '8', { ...parent, accountable: 'P-0001', title: '无数' });
    const of = { goalId: east, on: '2026-04-08', quantity: '60' };
    const refused = (code: string, status: number, asker: Asker, reading: object) =>
      town.refused(`goals.${code}`, status, () => read(asker, { ...of }, { ...of, ...reading }));
    await refused('reading-other-office', 403, town.recorder, { goalId: west });
    await refused('reading-not-leaf', 409, town.supervision, { goalId: sum });
    await refused('reading-future', 422, town.recorder, { on: '2026-04-11' });
    await refused('reading-kind', 422, town.recorder, { stepsDone: 1 });
    await refused('reading-kind', 422, town.recorder, { goalId: bare });
    await refused('reading-kind', 422, town.recorder, { goalId: bridge });
    await refused('reading-kind', 422, town.recorder, {
      goalId: bridge,
      quantity: undefined,
      stepsDone: 2,
    });
    await refused('goal-unknown', 404, town.recorder, {
      goalId: '00000000-0000-4000-8000-000000000000',
    });
    const one = '00000000-0000-4000-8000-000000000000';
    await refused('reading-correction', 409, town.recorder, { corrects: one });
    for (const asker of [town.leader, town.discipline, town.village]) {
      await town.refused('gate.not-permitted', 403, () => read(asker, of));
    }
    const done = { goalId: bridge, on: '2026-04-08', stepsDone: 1 };
    expect((await read(town.recorder, done)).status).toBe(200);
    expect((await page(town.leader, bridge)).goal).toMatchObject({
      share: { low: '100.0', high: '100.0' },
      current: '1',
      unit: '步',
    });
  });

  it('is corrected by another that names it, once', async () => {
    const id = await made(town, '9', { title: '安装路灯' });
    const of = { goalId: id, on: '2026-03-31' };
    const [first] = (await read(town.recorder, { ...of, quantity: '90', note: '一季度' })).body.ids;
    const correct = { ...of, quantity: '40', note: '多报了', corrects: first };
    expect((await read(town.recorder, correct)).status).toBe(200);
    await town.refused('goals.reading-correction', 409, () => read(town.recorder, correct));
    const { goal, readings } = await page(town.leader, id);
    expect(goal.share).toEqual({ low: '40.0', high: '40.0' });
    expect(
      readings.map((one: { quantity: string; counts: boolean }) => [one.quantity, one.counts]),
    ).toEqual([
      ['40', true],
      ['90', false],
    ]);
    expect(readings[1].correctedBy).toBe(readings[0].id);
  });

  it('is read in by a substitute in the place of the absent, and says so', async () => {
    const administrator = await kit().person('qinghe', 'fang', { role: 'administrator' });
    const lin = await kit().person('qinghe', 'lin', { role: 'recorder', lines: ['党建办'] });
    const reading = { goalId: east, on: '2026-04-09', quantity: '55' };
    await town.refused('goals.reading-other-office', 403, () => read(lin, reading));
    const accounts = '/api/towns/qinghe/accounts';
    const { body } = await town.recorder.get(`${accounts}/own`);
    const named = await administrator.post(`${accounts}/${town.recorder.accountId}/substitutes`, {
      grant: body.grants[0].id,
      substitute: lin.accountId,
      from: '2026-04-10',
      to: '2026-04-24',
    });
    expect(named.status).toBe(200);
    const [id] = (await read(lin, reading)).body.ids;
    const row = await kit().inside(town.tenantId, (db) =>
      db.selectFrom('goal_reading').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect([row.account_id, row.in_place_of]).toEqual([lin.accountId, ['P-0001']]);
  });

  it('is corrected once, whoever comes at the same time', async () => {
    const id = await made(town, '10', { title: '同时' });
    const of = { goalId: id, on: '2026-03-31' };
    const [first] = (await read(town.recorder, { ...of, quantity: '9' })).body.ids;
    const both = await Promise.all(
      ['7', '8'].map((quantity) => read(town.recorder, { ...of, quantity, corrects: first })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a goal for every village', () => {
  it('becomes a leaf a village at once, each with its secretary; who is missing is said', async () => {
    const top = await made(town, '11', { ...parent, title: '硬化村道' });
    const expand = (of: object, more: object = {}) =>
      town.supervision.post(`${town.base}/${top}/expansion`, {
        ...of,
        accountable: 'secretary',
        targets: ['东溪村', '西岗村', '稻香村'].map((village) => ({ village, target: '2.5' })),
        unit: '公里',
        ...more,
      });
    const first = await now(top);
    await town.refused('goals.goal-not-every-village', 409, () => expand(first));
    const every = { ...text, ...parent, title: '硬化村道', isEveryVillage: true };
    await town.supervision.post(`${town.base}/${top}/changes`, { ...first, text: every });
    const left = (await page(town.supervision, top)).villagesLeft;
    expect(left.map(({ code }: { code: string }) => code)).toEqual(['东溪村', '西岗村', '稻香村']);
    const second = await now(top);
    await town.refused('goals.goal-place-unknown', 422, () =>
      expand(second, { targets: [{ village: '柳湾村', target: '1' }] }),
    );
    const { status, body } = await expand(second);
    expect([status, body.made, body.withoutPerson]).toEqual([
      200,
      3,
      [{ code: '稻香村', name: '稻香村' }],
    ]);
    const { rows, findings } = (await town.leader.get(`${town.base}?year=2026`)).body;
    const leaves = rows.filter(({ code }: { code: string }) => code.startsWith('11.'));
    expect(
      leaves.map((row: Record<string, { name: string }>) => [
        row.code,
        row.title,
        row.accountable?.name,
      ]),
    ).toEqual([
      ['11.1', '东溪村硬化村道', '陈广田'],
      ['11.2', '西岗村硬化村道', '李冬梅'],
      ['11.3', '稻香村硬化村道', undefined],
    ]);
    const found = findings.filter(({ goal }: { goal: string }) => goal.startsWith('11'));
    expect(found.map(({ goal, code }: Record<string, string>) => `${goal} ${code}`)).toEqual([
      '11.3 noPerson',
    ]);
    await town.refused('goals.goal-villages-covered', 409, () => expand(second));
  });

  it('may name the resident cadre instead', async () => {
    const top = await made(town, '12', { ...parent, title: '走访', isEveryVillage: true });
    const { body } = await town.supervision.post(`${town.base}/${top}/expansion`, {
      ...(await now(top)),
      accountable: 'residentCadre',
      targets: [],
    });
    expect(body.withoutPerson.map(({ code }: { code: string }) => code)).toEqual([
      '西岗村',
      '稻香村',
    ]);
  });
});

describe('an item of a goal', () => {
  const item = { form: 'supervised', title: '补齐改厕材料', dueOn: '2026-04-30' };
  const make = (asker: Asker, id: string) => asker.post(`${town.base}/${id}/items`, item);

  it('is led and answered for as the goal is, and stands beside it', async () => {
    const { status, body } = await make(town.supervision, east);
    expect([status, body.no]).toEqual([200, '〔2026〕1号']);
    const shown = { id: body.id, no: '〔2026〕1号', title: '补齐改厕材料', state: 'proposed' };
    for (const asker of [town.supervision, town.recorder]) {
      expect((await page(asker, east)).items).toMatchObject([shown]);
    }
    // What is not given yet, the gate may still stop: a village does not read it.
    expect((await page(town.village, east)).items).toEqual([]);
    const row = await kit().inside(town.tenantId, (db) =>
      db.selectFrom('work_item').selectAll().where('id', '=', body.id).executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({
      goal_id: east,
      lead_unit: '城建办',
      accountable: 'P-0001',
      units: ['东溪村'],
      source: { kind: 'goal', no: '1.1' },
    });
  });

  it('is shown to nobody whom it does not concern, and made by supervision of open goals alone', async () => {
    const { status } = await make(town.supervision, west);
    expect(status).toBe(200);
    expect((await page(town.discipline, west)).items).toHaveLength(1);
    expect((await page(town.recorder, west)).items).toEqual([]);
    await town.refused('gate.not-permitted', 403, () => make(town.leader, east));
    const closed = await made(town, '13', { title: '已经做完' });
    const end = { ...(await now(closed)), reason: '验收' };
    await town.supervision.post(`${town.base}/${closed}/closing`, end);
    await town.refused('goals.goal-ended', 409, () => make(town.supervision, closed));
    const none = '00000000-0000-4000-8000-000000000000';
    await town.refused('goals.goal-unknown', 404, () => make(town.supervision, none));
  });
});

describe('a year', () => {
  it('is copied into an empty one, every date later, posts looked at anew', async () => {
    const place = await goalTown(kit(), 'copied');
    const copy = (more: object = {}) =>
      place.supervision.post(`${place.base}/copies`, {
        from: 2026,
        to: 2027,
        baselines: 'lastReading',
        ...more,
      });
    await place.refused('goals.goal-year-empty', 409, () => copy());
    await made(place, '1', { ...parent, measure: undefined, mode: 'weighted' });
    const steps = [{ title: '开工', on: '2026-03-01', quantity: '10' }];
    const leaf = await made(place, '1.1', { weight: 1000, village: '东溪村', steps });
    await place.recorder.post(`${place.base}/readings`, {
      readings: [{ goalId: leaf, on: '2026-04-01', quantity: '33.5' }],
    });
    await kit().inside(place.tenantId, (db) =>
      db
        .updateTable('post')
        .set({ to_on: '2026-04-09' })
        .where('person_code', '=', 'P-0001')
        .execute(),
    );
    const { body } = await copy();
    expect(body).toEqual({ made: 2, withoutPerson: ['1.1 改造户厕'] });
    const { rows } = (await place.leader.get(`${place.base}?year=2027`)).body;
    expect(rows[1]).toMatchObject({
      code: '1.1',
      weight: 1000,
      measure: { target: '100', baseline: '33.5' },
      startsOn: '2027-01-01',
      dueOn: '2027-12-31',
      light: { state: 'notYet' },
    });
    expect((await place.supervision.get(`${place.base}/${rows[1].id}`)).body.text.steps).toEqual([
      { title: '开工', on: '2027-03-01', quantity: '10' },
    ]);
    await place.refused('goals.goal-year-taken', 409, () => copy());
  });

  it('tells what writing a goal can choose from', async () => {
    const { body } = await town.supervision.get(`${town.base}/options?year=2026`);
    expect(body.persons).toContainEqual({
      code: 'P-0004',
      name: '陈广田',
      post: '东溪村村党组织书记',
    });
    expect(body.persons.map(({ code }: { code: string }) => code)).not.toContain('P-0006');
    expect(body.units.map(({ code }: { code: string }) => code)).toEqual(['城建办', '党建办']);
    expect(body.villages).toHaveLength(3);
  });
});
