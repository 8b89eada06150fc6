import { describe, expect, it } from 'vitest';
import { demandTown, sound, tie } from '../../../test/demand-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { machine } from '../../../test/machine.ts';

const kit = useProgram();

const call = {
  title: '问今天来了几个施工队',
  office: '城建办',
  units: ['河口村'],
  channel: 'telephone',
  sentOn: '2026-04-09',
  sentClock: '17:20',
  dueOn: '2026-04-10',
  dueClock: '09:00',
};

describe('what went out by telephone or chat', () => {
  it('is booked in one line by whoever heard it, and judged by its own time', async () => {
    const { path, cadre, builder } = await demandTown(kit(), 'call');
    const { body } = await cadre.post(`${path}/afterwards`, call);
    expect(body).toMatchObject({
      kind: 'call',
      state: 'sent',
      isAfterwards: true,
      sentAt: '2026-04-09T09:20:00.000Z',
      findings: [{ code: 'shortNotice', stops: false }],
    });
    expect(body.findings[0].sentence).toContain('下班后下发、第二天上午就要');
    expect((await builder.get(path)).body.rows).toMatchObject([{ id: body.id }]);
  });

  it('is refused before it happened, for other villages, and for other offices', async () => {
    const { path, tenant, cadre, farmer, refused } = await demandTown(kit(), 'calls');
    const book = (who: typeof cadre, more: object) =>
      who.post(`${path}/afterwards`, { ...call, ...more });
    await refused('demands.booked-before', 422, () =>
      book(cadre, { sentOn: '2026-04-10', sentClock: '10:01' }),
    );
    await refused('demands.village-unfit', 422, () => book(cadre, { units: ['东溪村'] }));
    await refused('demands.village-unfit', 422, () =>
      book(farmer, { office: '农业农村办', units: ['旧村'] }),
    );
    await refused('demands.office-other', 403, () => book(farmer, {}));
    // Who is of an office besides books for every village, but against that office alone.
    const both = await kit().person(
      'calls',
      'calls-cheng',
      { role: 'recorder', lines: ['农业农村办'] },
      { role: 'resident-cadre', unit: '河口村' },
    );
    await refused('items.person-needed', 403, () => book(both, {}));
    await tie(kit(), { tenant, person: 'P-cheng', account: both.accountId });
    await refused('demands.village-unfit', 422, () => book(both, { units: ['东溪村'] }));
    await issueCircular(tenant, { month: '2026-04', by: both.accountId });
    await refused('demands.booked-settled', 422, () => book(both, {}));
    expect((await book(farmer, { office: '农业农村办' })).status).toBe(200);
    await refused('gate.input-invalid', 422, () => book(cadre, { sentClock: '25:00' }));
  });

  it('is taken back with a reason where it was wrong, and what was sent is not', async () => {
    const { path, cadre, builder, farmer, supervisor, refused } = await demandTown(kit(), 'wrong');
    const { body } = await cadre.post(`${path}/afterwards`, call);
    await refused('demands.demand-unknown', 404, () =>
      farmer.post(`${path}/${body.id}/withdrawal`, { reason: '不是我们' }),
    );
    const sent = await builder.post(path, { ...sound, sendNow: true });
    await refused('demands.demand-past', 409, () =>
      supervisor.post(`${path}/${sent.body.id}/withdrawal`, { reason: '不想算' }),
    );
    const { body: waiting } = await builder.post(path, { ...sound, units: ['茶山村'] });
    await refused('demands.demand-unknown', 404, () =>
      cadre.post(`${path}/${waiting.id}/withdrawal`, { reason: '不办' }),
    );
    const other = await builder.post(path, {
      ...sound,
      title: '清理河道',
      dutyEntry: '自治-1',
      dataAsked: [],
      units: ['河口村'],
    });
    await refused('demands.demand-not-yours', 403, () =>
      cadre.post(`${path}/${other.body.id}/withdrawal`, { reason: '不办' }),
    );
    // The office that it counts against reads it, and does not wipe it out.
    await refused('demands.booking-not-yours', 403, () =>
      builder.post(`${path}/${body.id}/withdrawal`, { reason: '不想算' }),
    );
    expect((await builder.get(`${path}/${body.id}`)).body.may.withdraw).toBe(false);
    const token = await machine(kit(), supervisor, { code: 'wrong', scope: { demands: 'write' } });
    await refused('gate.token-decides', 403, () =>
      token('POST', `${path}/${body.id}/withdrawal`, { reason: '不想算' }),
    );
    const gone = await cadre.post(`${path}/${body.id}/withdrawal`, { reason: '记错了部门' });
    expect(gone.body).toMatchObject({ state: 'withdrawn', end: { reason: '记错了部门' } });
    const again = await cadre.post(`${path}/afterwards`, call);
    await supervisor.post(`${path}/${again.body.id}/withdrawal`, { reason: '查过，没有这回事' });
    const meter = await supervisor.get(`${path}/meter`);
    expect(meter.body).toMatchObject({ takenBack: 2, heldBack: 0, total: { afterwards: 0 } });
  });

  it('is told to the office that it counts against, which takes note of it', async () => {
    const { path, cadre, builder, farmer, refused } = await demandTown(kit(), 'told');
    const { body } = await cadre.post(`${path}/afterwards`, call);
    const lines = async () => (await builder.get('/api/towns/told/desk')).body.rows;
    expect(await lines()).toMatchObject([
      { title: '看一看：邓包村补记城建办4月9日向村要“问今天来了几个施工队”' },
    ]);
    await refused('gate.not-permitted', 403, () => cadre.post(`${path}/${body.id}/acknowledge`));
    await refused('demands.demand-unknown', 404, () =>
      farmer.post(`${path}/${body.id}/acknowledge`),
    );
    const token = await machine(kit(), builder, { code: 'told', scope: { demands: 'write' } });
    await refused('gate.token-decides', 403, () => token('POST', `${path}/${body.id}/acknowledge`));
    const noted = await builder.post(`${path}/${body.id}/acknowledge`);
    expect(noted.body).toMatchObject({ state: 'sent', acknowledged: { by: '周砚' } });
    expect(await lines()).toEqual([]);
    await refused('demands.acknowledge-unfit', 409, () =>
      builder.post(`${path}/${body.id}/acknowledge`),
    );
    // What an office books of itself it knows.
    const own = await builder.post(`${path}/afterwards`, { ...call, title: '问施工进度' });
    expect(own.body.may).toMatchObject({ acknowledge: false, withdraw: true });
    expect(await lines()).toEqual([]);
  });
});

async function issueCircular(tenant: string, { month, by }: { month: string; by: string }) {
  await kit().inside(tenant, (db) =>
    db
      .insertInto('circular')
      .values({
        tenant_id: tenant,
        month,
        facts: '{}',
        issued_by_account: by,
        issued_by: 'P-tian',
        issued_at: '2026-04-10T02:00:00.000Z',
      })
      .execute(),
  );
}

describe('who asks for whom', () => {
  it('is an office for itself, villages of today, and an item where an item is sent', async () => {
    const { path, builder, discipline, cadre, refused } = await demandTown(kit(), 'who');
    await refused('demands.office-other', 403, () =>
      builder.post(path, { ...sound, office: '农业农村办' }),
    );
    await refused('demands.village-unfit', 422, () =>
      builder.post(path, { ...sound, units: ['旧村'] }),
    );
    await refused('demands.item-unfit', 422, () => builder.post(path, { ...sound, kind: 'item' }));
    const about = '00000000-0000-4000-8000-000000000001';
    await refused('demands.item-unfit', 422, () =>
      builder.post(path, { ...sound, kind: 'item', about }),
    );
    await refused('gate.not-permitted', 403, () => cadre.post(path, sound));
    await refused('gate.not-permitted', 403, () => discipline.post(path, sound));
    const options = await cadre.get(`${path}/options`);
    expect(options.body).toMatchObject({
      offices: [],
      villages: [{ code: '河口村' }],
      mayReadMeter: false,
    });
    expect(options.body.bookable).toHaveLength(2);
  });
});

describe('the burden meter', () => {
  it('counts the month against the issuing office, and an office reads its own', async () => {
    const { path, builder, farmer, leader, cadre, refused } = await demandTown(kit(), 'meter');
    await builder.post(path, { ...sound, sendNow: true });
    const stopped = await farmer.post(path, {
      ...sound,
      office: '农业农村办',
      dutyEntry: undefined,
      askLeader: true,
    });
    await leader.post(`${path}/${stopped.body.id}/override`, { outcome: 'allow', reason: '防汛' });
    await farmer.post(`${path}/${stopped.body.id}/send`);
    await cadre.post(`${path}/afterwards`, call);
    const held = await builder.post(path, { ...sound, basis: '', askLeader: true });
    await builder.post(`${path}/${held.body.id}/withdrawal`, { reason: '不发了' });
    const { body } = await leader.get(`${path}/meter`);
    expect(body).toMatchObject({
      month: '2026-04',
      isPart: false,
      total: {
        demands: 3,
        times: 5,
        duplicates: 1,
        shortNotices: 1,
        outsideList: 1,
        overrides: 1,
        afterwards: 1,
      },
      before: { demands: 0, times: 0 },
      heldBack: 1,
      months: ['2026-04'],
    });
    expect(body.offices.map((row: { office: { code: string } }) => row.office.code)).toEqual([
      '城建办',
      '农业农村办',
    ]);
    expect(body.villages[0]).toMatchObject({ unit: { code: '河口村' }, demands: 3 });
    const own = await farmer.get(`${path}/meter?month=2026-04`);
    expect(own.body).toMatchObject({ isPart: true, total: { demands: 1, times: 2 } });
    const rows = await leader.get(`${path}?month=2026-04&office=城建办&counted=afterwards`);
    expect(rows.body.rows).toMatchObject([{ channel: 'telephone' }]);
    await refused('gate.not-permitted', 403, () => cadre.get(`${path}/meter`));
  });
});
