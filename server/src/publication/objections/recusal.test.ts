/** Recusal over HTTP: hands that are told elsewhere than in the fact, and a town with nobody left. */

import { beforeAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type ObjectionTown, objectionTown } from '../../../test/objection-town.ts';

const kit = useProgram();
let town: ObjectionTown;
let today: string;
const about = { line: 'small-town', period: '2026-Q1', subject: '东溪村' };
const decision = {
  result: 'kept',
  lookedAt: '二月暗访记录',
  finding: '五处都在本村地界内。',
  reasons: '与照片一致，没有算错。',
  basis: '第1.1条',
};

beforeAll(async () => {
  setDay('2026-04-10');
  town = await objectionTown(kit(), 'qinghe');
});

function setDay(day: string): void {
  today = day;
  kit().setNow(`${day}T02:00:00.000Z`);
}

/** An objection of 东溪村 that is acknowledged. */
async function taken(words: object, by = 'chen'): Promise<string> {
  const { id } = (await town.object(by, words)).body.objection;
  await town.act('wu', id, 'acknowledgement');
  return id;
}

/** Why each who could be asked keeps out of it. */
async function barred(id: string): Promise<Record<string, string>> {
  const { candidates } = await town.one(id);
  return Object.fromEntries(
    candidates.flatMap(({ code, why }: { code: string; why?: string }) =>
      why === undefined ? [] : [[code, why]],
    ),
  );
}

/** One that `decider` looked into and that was answered. */
async function decided(words: object, decider: string): Promise<void> {
  const id = await taken(words);
  expect((await town.act('wu', id, 'assignment', { person: `p-${decider}` })).status).toBe(200);
  expect((await town.act(decider, id, 'decision', decision)).status).toBe(200);
  await town.act('wu', id, 'answer', { on: today, how: 'inPerson' });
}

describe('whoever', () => {
  it('was absent while a substitute reviewed keeps out, and so does the substitute', async () => {
    const [{ id: grant }] = (await town.who('sun').get(`${town.base}/accounts/own`)).body.grants;
    const fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
    const named = await fang.post(
      `${town.base}/accounts/${town.who('sun').accountId}/substitutes`,
      { grant, substitute: town.who('lin').accountId, from: '2026-04-10', to: '2026-04-11' },
    );
    expect([named.status, named.body.detail ?? '']).toEqual([200, '']);
    const { body } = await town.who('zhou').post(`${town.base}/ledger/entries`, {
      kind: 'garbage',
      about: [{ subject: '东溪村' }],
      on: '2026-04-08',
      values: { 处数: '2' },
      evidence: ['巡查记录'],
    });
    const entries = [{ id: body.entry.id, version: body.entry.version }];
    const posted = await town
      .who('lin')
      .post(`${town.base}/ledger/reviews`, { entries, post: true });
    const fact: string = posted.body.facts[0].id;
    // Long after the days of the substitute: what was done then stays done.
    setDay('2026-04-14');
    const id = await taken({ fact });
    expect(Object.keys(await barred(id)).sort()).toEqual(['p-lin', 'p-sun', 'p-zhou']);
    await town.refused('objections.had-hand', () =>
      town.act('wu', id, 'assignment', { person: 'p-sun' }),
    );
  });

  it('decided on a fact keeps out of the mark and the result that rest on it, and the other way', async () => {
    await decided({ fact: 'F1' }, 'zheng');
    const first = `${town.base}/periods/small-town/2026-Q1`;
    for (const to of ['scoring', 'checking']) await town.who('wu').post(`${first}/state`, { to });
    const sealed = await town.who('wu').post(`${first}/seal`);
    expect([sealed.status, sealed.body.detail ?? '']).toEqual([200, '']);
    const mark = { ...about, clause: '1.1' };
    const before = '以前决定过同一件事或者其中的事实';
    expect(await barred(await taken({ ...about, clause: '3.1' }))).toEqual({});
    const id = await taken(mark);
    expect(await barred(id)).toEqual({ 'p-zheng': before });
    await town.act('chen', id, 'withdrawal');
    await decided(mark, 'gu');
    // Whoever sealed the result stands for it as it is.
    expect(await barred(await taken(about))).toEqual({
      'p-zheng': before,
      'p-gu': before,
      'p-wu': '公布或者封存过这个结果',
    });
    const again = await taken({ fact: 'F1' });
    expect(await barred(again)).toEqual({ 'p-zheng': before, 'p-gu': before });
    await town.act('chen', again, 'withdrawal');
  });
});

it('a town where everybody keeps out is told so, with the ways that are left', async () => {
  const fact = await town.fact();
  for (const decider of ['zheng', 'gu', 'lin', 'wu']) await decided({ fact }, decider);
  const behalf = { way: 'visit', of: '东溪村', saidOn: today, confirmed: '本人在场' };
  const id = await taken({ fact, behalf }, 'tian');
  const { nobodyLeft, candidates } = await town.one(id);
  expect(candidates.every(({ why }: { why?: string }) => why !== undefined)).toBe(true);
  expect(nobodyLeft.join('')).toMatch(/都要回避.*分管或者挂点领导.*县级主管/);
  for (const { code } of candidates) {
    await town.refused('objections.had-hand', () =>
      town.act('wu', id, 'assignment', { person: code }),
    );
  }
  // A leader who had no hand in it is asked like anybody else, once there is an account.
  expect((await town.one(await taken({ fact: await town.fact() }))).nobodyLeft).toEqual([]);
});
