/** Who ends a goal, moves its day or makes it easier: a named person who does not answer for it. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type GoalTown, goalTown, made, text } from '../../../test/goal-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { machine } from '../../../test/machine.ts';

const kit = useProgram();
let town: GoalTown;

beforeAll(async () => {
  town = await goalTown(kit(), 'qinghe');
});

const now = async (id: string) => ({
  version: (await town.supervision.get(`${town.base}/${id}`)).body.version,
});

describe('a goal', () => {
  it('is neither ended nor moved nor made easier by whoever answers for it', async () => {
    const own = { title: '督查室自己的目标', accountable: 'P-0007' };
    const id = await made(town, '21', own);
    const of = await now(id);
    const page = (await town.supervision.get(`${town.base}/${id}`)).body;
    expect([page.isOwn, page.may]).toEqual([true, ['read', 'change', 'makeBelow', 'makeItem']]);
    const refused = (path: string, words: object) =>
      town.refused('goals.goal-own', 403, () =>
        town.supervision.post(`${town.base}/${id}/${path}`, {
          ...of,
          reason: '来不及。',
          ...words,
        }),
      );
    await refused('moves', { dueOn: '2027-06-30' });
    await refused('closing', {});
    await refused('withdrawal', {});
    const easier = { kind: 'quantity', target: '10', unit: '户', baseline: '0' };
    await refused('changes', { text: { ...text, ...own, measure: easier } });
    await refused('changes', { text: { ...text, ...own, accountable: 'P-0001' } });
    const told = { ...text, ...own, measures: '先摸底，再分村。' };
    const changed = await town.supervision.post(`${town.base}/${id}/changes`, {
      ...of,
      text: told,
    });
    expect(changed.status).toBe(200);
    const moved = await town.leader.post(`${town.base}/${id}/moves`, {
      ...(await now(id)),
      dueOn: '2027-01-31',
      reason: '天气。',
    });
    expect(moved.status).toBe(200);
  });

  it('is judged by a named person in person: neither without one nor by a script', async () => {
    const id = await made(town, '29', { title: '谁的目标', accountable: 'P-0007' });
    const of = { ...(await now(id)), reason: '来不及。' };
    // A second account of whoever answers for it, tied to nobody.
    const second = await kit().person('qinghe', 'second', { role: 'supervision' });
    expect((await second.get(`${town.base}/${id}`)).body.may).toEqual([
      'read',
      'makeBelow',
      'makeItem',
    ]);
    const token = await machine(kit(), town.leader, { code: 'qinghe', scope: { goals: 'write' } });
    const at = `${town.base}/${id}`;
    const moved = { ...of, dueOn: '2027-06-30' };
    for (const [path, words] of [
      ['moves', moved],
      ['closing', of],
      ['withdrawal', of],
      ['changes', { ...of, text: { ...text, accountable: 'P-0001' } }],
    ] as const) {
      await town.refused('items.person-needed', 403, () => second.post(`${at}/${path}`, words));
    }
    await town.refused('gate.token-decides', 403, () => token('POST', `${at}/moves`, moved));
    expect((await town.leader.post(`${at}/moves`, moved)).status).toBe(200);
  });
});
