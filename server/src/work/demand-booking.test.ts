import { describe, expect, it } from 'vitest';
import { demandTown, sound } from '../../test/demand-town.ts';
import { useProgram } from '../../test/kit/rooms.ts';

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
    const { path, cadre, farmer, refused } = await demandTown(kit(), 'calls');
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
    const gone = await cadre.post(`${path}/${body.id}/withdrawal`, { reason: '记错了部门' });
    expect(gone.body).toMatchObject({ state: 'withdrawn', end: { reason: '记错了部门' } });
  });
});

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
