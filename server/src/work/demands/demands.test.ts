import { describe, expect, it } from 'vitest';
import { demandTown, sound, tie } from '../../../test/demand-town.ts';
import { type Asker, useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();

const codes = (body: { findings: { code: string }[] }) => body.findings.map(({ code }) => code);
const titles = async (asker: Asker, town: string) =>
  (await asker.get(`/api/towns/${town}/desk`)).body.rows.map(
    ({ title }: { title: string }) => title,
  );

describe('the burden gate', () => {
  it('lets a sound demand through at once, and sends it', async () => {
    const { path, builder, state } = await demandTown(kit(), 'sound');
    const before = await state();
    const judged = await builder.post(`${path}/gate`, sound);
    expect(judged.body.findings).toEqual([]);
    expect(await state()).toBe(before); // judging keeps nothing
    const { body } = await builder.post(path, { ...sound, sendNow: true });
    expect(body).toMatchObject({
      state: 'sent',
      sentAt: '2026-04-10T02:00:00.000Z',
      office: { code: '城建办', name: '城建办' },
      dutyEntry: { code: '协助-3', title: '协助做好危旧房屋排查' },
    });
    const waiting = await builder.post(path, { ...sound, title: '防汛演练', units: ['茶山村'] });
    expect(waiting.body).toMatchObject({ state: 'cleared', may: { send: true } });
    const sent = await builder.post(`${path}/${waiting.body.id}/send`);
    expect(sent.body).toMatchObject({ state: 'sent', may: { send: false, withdraw: false } });
  });

  it('says while one types what is missing, and stops it', async () => {
    const { path, builder, refused } = await demandTown(kit(), 'typing');
    const empty = {
      ...sound,
      title: '',
      purpose: '',
      basis: '',
      dutyEntry: undefined,
      dataAsked: ['户数'],
      dueOn: '2026-04-10',
      answers: {},
    };
    const { body } = await builder.post(`${path}/gate`, empty);
    expect(codes(body)).toEqual([
      'noBasis',
      'noPurpose',
      'outsideDutyList',
      'knownAlready',
      'knownAlready',
      'shortNotice',
      'questionUnanswered',
      'questionUnanswered',
      'questionUnanswered',
    ]);
    expect(body.figures).toEqual([
      {
        name: '户数',
        unit: { code: '东溪村', name: '东溪村' },
        isLocked: true,
        known: { value: '671', measure: '户', asOf: '2026-01-31', source: '统计台账' },
      },
      {
        name: '户数',
        unit: { code: '河口村', name: '河口村' },
        isLocked: true,
        known: { value: '417', measure: '户', asOf: '2026-01-31', source: '统计台账' },
      },
    ]);
    const outside = { ...sound, dutyEntry: undefined };
    const answer = await refused('demands.gate-stopped', 409, () => builder.post(path, outside));
    expect(answer.body.detail).toContain('没有选履职清单里的事项');
    await refused('demands.gate-stopped', 409, () =>
      builder.post(path, { ...sound, dutyEntry: '不应-2' }),
    );
  });

  it('knows evenings, weekends and holidays of the town', async () => {
    const { path, builder } = await demandTown(kit(), 'clock');
    const judge = async (now: string, dueOn: string, dueClock?: string) => {
      kit().setNow(now);
      const { body } = await builder.post(`${path}/gate`, { ...sound, dueOn, dueClock });
      return body.findings[0]?.sentence;
    };
    // 17:05 on Wednesday 30 September; 国庆 ends on 7 October
    const eve = '2026-09-30T09:05:00.000Z';
    expect(await judge(eve, '2026-10-08', '10:00')).toContain('上班第一个上午就要');
    expect(await judge(eve, '2026-10-08')).toContain('只有 1 个工作日');
    expect(await judge(eve, '2026-10-09')).toBeUndefined();
    // 23:30 UTC is already the next morning in China
    expect(await judge('2026-04-09T23:30:00.000Z', '2026-04-10')).toContain('当天下发当天就要');
    expect(await judge('2026-04-10T09:30:00.000Z', '2026-04-13', '09:00')).toContain(
      '上班第一个上午',
    );
    kit().setNow('2026-04-10T02:00:00.000Z');
  });
});

describe('two offices that ask the same', () => {
  it('are told of each other; the second is merged, or a leader gives the reason', async () => {
    const { path, builder, farmer, leader, supervisor, refused } = await demandTown(kit(), 'two');
    const first = await builder.post(path, { ...sound, sendNow: true });
    const second = {
      ...sound,
      office: '农业农村办',
      title: '农房安全摸底',
      units: ['河口村'],
      dutyEntry: '自治-1',
      dataAsked: ['危房户数'],
    };
    const answer = await refused('demands.gate-stopped', 409, () => farmer.post(path, second));
    expect(answer.body.detail).toContain(
      '城建办 4月10日已向河口村下发“汛期危房排查”，要的是同样的数（危房户数）',
    );
    const named = await farmer.get(`${path}/${first.body.id}`);
    expect(named.body).toMatchObject({ title: '汛期危房排查', may: { withdraw: false } });
    expect((await farmer.get(path)).body.rows).toEqual([]);
    const { body } = await farmer.post(path, { ...second, askLeader: true });
    await refused('demands.demand-unknown', 404, () => builder.get(`${path}/${body.id}`));
    expect(body).toMatchObject({ state: 'stopped', findings: [{ demand: first.body.id }] });
    expect(await titles(leader, 'two')).toEqual([
      '定是否放行：农业农村办向河口村下发“农房安全摸底”',
    ]);
    await refused('demands.demand-past', 409, () => farmer.post(`${path}/${body.id}/send`));
    await refused('demands.merge-unfit', 422, () =>
      farmer.post(`${path}/${body.id}/merge`, { into: body.id }),
    );
    await refused('demands.demand-unknown', 404, () =>
      builder.post(`${path}/${body.id}/merge`, { into: first.body.id }),
    );
    const merged = await farmer.post(`${path}/${body.id}/merge`, { into: first.body.id });
    expect(merged.body).toMatchObject({
      state: 'withdrawn',
      mergedInto: { id: first.body.id, office: { name: '城建办' } },
    });
    expect(await titles(leader, 'two')).toEqual([]);
    const kept = await builder.get(`${path}/${first.body.id}`);
    expect(kept.body.joined).toMatchObject([{ id: body.id, office: { name: '农业农村办' } }]);

    const again = await farmer.post(path, { ...second, askLeader: true });
    await refused('gate.not-permitted', 403, () =>
      supervisor.post(`${path}/${again.body.id}/override`, { outcome: 'allow', reason: '急' }),
    );
    const allowed = await leader.post(`${path}/${again.body.id}/override`, {
      outcome: 'allow',
      reason: '口径不同，要到户',
    });
    expect(allowed.body).toMatchObject({
      state: 'cleared',
      isOverridden: true,
      decision: { outcome: 'allow', reason: '口径不同，要到户' },
    });
    expect(await titles(farmer, 'two')).toEqual(['已放行，可以下发：农业农村办“农房安全摸底”']);
    const sent = await farmer.post(`${path}/${again.body.id}/send`);
    expect(sent.body.state).toBe('sent');
    expect(await titles(farmer, 'two')).toEqual([]);
  });

  it('a leader does not let through what they asked themselves, and may refuse', async () => {
    const { path, tenant, leader, refused } = await demandTown(kit(), 'own');
    const other = await kit().person('own', 'own-cheng', { role: 'leader' });
    const refuse = { outcome: 'refuse', reason: '没有依据' };
    const { body } = await leader.post(path, { ...sound, basis: '', askLeader: true });
    expect(body.may.decide).toBe(false);
    expect(await titles(leader, 'own')).toEqual([]);
    await refused('demands.own-demand', 403, () =>
      leader.post(`${path}/${body.id}/override`, { outcome: 'allow', reason: '我定' }),
    );
    // An account of nobody might be the asker's second one.
    expect((await other.get(`${path}/${body.id}`)).body.may.decide).toBe(false);
    await refused('items.person-needed', 403, () =>
      other.post(`${path}/${body.id}/override`, refuse),
    );
    await refused('items.person-needed', 403, () =>
      other.post(path, { ...sound, basis: '', askLeader: true }),
    );
    await tie(kit(), { tenant, person: 'P-cheng', account: other.accountId });
    const decided = await other.post(`${path}/${body.id}/override`, refuse);
    expect(decided.body).toMatchObject({ state: 'refused', decision: { outcome: 'refuse' } });
    await refused('demands.demand-past', 409, () =>
      other.post(`${path}/${body.id}/override`, { outcome: 'allow', reason: '改主意' }),
    );
  });

  it('do not pass side by side: one of two that ask at once is stopped', async () => {
    const { path, builder, farmer } = await demandTown(kit(), 'once');
    const own = { ...sound, sendNow: true };
    const other = { ...own, office: '农业农村办', dutyEntry: '自治-1' };
    for (const title of ['查危房', '查旱厕', '查沟渠']) {
      const data = { title, dataAsked: [`${title}户数`] };
      const units = { units: [{ 查危房: '东溪村', 查旱厕: '河口村', 查沟渠: '茶山村' }[title]] };
      const answers = await Promise.all([
        builder.post(path, { ...own, ...data, ...units }),
        farmer.post(path, { ...other, ...data, ...units }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  it('tell the gate nothing of what an office may not ask', async () => {
    const { path, builder, refused } = await demandTown(kit(), 'peek');
    await refused('demands.office-other', 403, () =>
      builder.post(`${path}/gate`, { ...sound, office: '农业农村办' }),
    );
    await refused('demands.village-unfit', 422, () =>
      builder.post(`${path}/gate`, { ...sound, units: ['旧村'] }),
    );
  });

  it('judges once more as it leaves: others asked meanwhile, and days passed', async () => {
    const { path, builder, farmer, refused } = await demandTown(kit(), 'later');
    const { body } = await builder.post(path, sound);
    const other = { ...sound, office: '农业农村办', dutyEntry: '自治-1' };
    // what is cleared counts already: the second office is stopped by it
    await refused('demands.gate-stopped', 409, () => farmer.post(path, other));
    kit().setNow('2026-04-15T02:00:00.000Z');
    const late = await refused('demands.gate-stopped', 409, () =>
      builder.post(`${path}/${body.id}/send`),
    );
    expect(late.body.detail).toContain('放行以后情况有了变化');
    kit().setNow('2026-04-10T02:00:00.000Z');
    await builder.post(`${path}/${body.id}/withdrawal`, { reason: '改期' });
    expect((await farmer.post(path, { ...other, sendNow: true })).body.state).toBe('sent');
  });
});
