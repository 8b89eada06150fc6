/** Rectification over the national day of 2026: days by severity, overdue, urged, closed by another, sent back. */

import { beforeEach, describe, expect, it } from 'vitest';
import { type FindingTown, findingTown, wrongAnswers } from '../../../test/finding-town.ts';
import { fieldLines } from '../../../test/inspection-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { passResultsEverywhere } from '../results/telling.ts';

const kit = useProgram();
let town: FindingTown;
let count = 0;

/** A Monday; from the first to the seventh of October nobody works. */
const monday = '2026-09-28';

beforeEach(async () => {
  kit().setNow(`${monday}T02:00:00.000Z`);
  count += 1;
  town = await findingTown(kit(), `town${count}`);
  await town.filing(true);
});

const severities = ['onTheSpot', 'three', 'seven', 'fifteen'] as const;

/** The four lines of the check sheet, wrong once each, with a severity each. */
async function foundInFour() {
  const place = [{ id: 'a', at: '晒场' }];
  const { rows } = await town.found({
    period: '2026-09',
    lines: fieldLines.map((line, index) => ({ ...line, severity: severities[index] })),
    answers: {
      ...wrongAnswers,
      rubbish: { asks: 'count', count: 1, places: place, note: '' },
      sorting: { asks: 'choice', choice: 'not', places: [], note: '' },
      toilets: { asks: 'sample', looked: 5, failed: 1, places: [], note: '' },
    },
  });
  return Object.fromEntries(rows.map((row) => [row.severity, row]));
}

/** The night before a day, and the day. */
async function pass(day: string): Promise<void> {
  kit().setNow(`${day}T00:00:00.000Z`);
  await passResultsEverywhere(kit().database, `${day}T00:00:00.000Z`);
  kit().setNow(`${day}T02:00:00.000Z`);
}

const linesAbout = async (name: string, id: string): Promise<readonly string[]> => {
  const { body } = await town.who(name).get(`${town.base}/desk?take=500`);
  return body.rows
    .filter(({ address }: { address: string }) => address.includes(id))
    .map(({ title, why }: { title: string; why: string }) => `${title} ${why}`);
};
const itemOf = async (name: string, id: string) =>
  (await town.who(name).get(`${town.items.base}/${id}`)).body.item;
/** What a village could be charged with. */
const entries = () =>
  kit().inside(town.tenant, (db) => db.selectFrom('entry').select('id').execute());

describe('the day of a finding', () => {
  it('is counted by its severity in workdays, over the holiday', async () => {
    const found = await foundInFour();
    expect(severities.map((one) => found[one].dueOn)).toEqual([
      '2026-09-28',
      '2026-10-08',
      '2026-10-13',
      '2026-10-23',
    ]);
    // What goes out to a village has at least the two workdays that the gate wants.
    await town.rectify('zhou', Object.values(found));
    const sent = await Promise.all(severities.map((one) => town.one(found[one].id)));
    expect(sent.map(({ dueOn }) => dueOn)).toEqual([
      '2026-09-30',
      '2026-10-08',
      '2026-10-13',
      '2026-10-23',
    ]);
  });

  it('of what should be put right on the spot is over the next day, and the office is asked', async () => {
    const { onTheSpot } = await foundInFour();
    expect((await town.one(onTheSpot.id)).isOverdue).toBe(false);
    await pass('2026-09-29');
    expect((await town.one(onTheSpot.id)).isOverdue).toBe(true);
    const [line] = await linesAbout('tian', onTheSpot.id);
    expect(line).toContain('到期还没有下发整改');
    expect(await linesAbout('chen', onTheSpot.id)).toEqual([]);
  });
});

describe('a rectification that is overdue', () => {
  it('is nobody’s matter in the holiday, then the supervision office’s; the village owes nothing', async () => {
    const { three } = await foundInFour();
    await town.rectify('zhou', [three]);
    const { item } = await town.one(three.id);
    for (const day of ['2026-10-07', '2026-10-08']) {
      await pass(day);
      expect(await linesAbout('tian', three.id)).toEqual([]);
      expect((await itemOf('tian', item.id)).light.state).not.toBe('overdue');
    }
    await pass('2026-10-09');
    expect((await town.one(three.id)).isOverdue).toBe(true);
    expect(await linesAbout('tian', three.id)).toEqual([
      '督促整改：东溪村公示牌没有更新，应在10月8日前改好 到期还没有办结。',
    ]);
    expect((await itemOf('tian', item.id)).light.state).toBe('overdue');
    expect(await entries()).toEqual([]);
    // It is urged as any item of one line; a slip of a colour is for what is supervised.
    await town.leaves('items.wrong-state', () =>
      town.items.act('tian', item.id, 'slip', { colour: 'blue', dueOn: '2026-10-14' }),
    );
    await town.items.course(item.id, ['tian', 'urge', { note: '请今天清运' }]);

    await town.finish(item.id);
    await pass('2026-10-10');
    expect(await linesAbout('tian', three.id)).toEqual([]);
    expect((await town.one(three.id)).isOverdue).toBe(false);
    expect(await linesAbout('zhou', three.id)).toHaveLength(1);
    // Who inspected is asked for nothing here, and the village closes nothing.
    expect(await linesAbout('zheng', three.id)).toEqual([]);
    const evidence = [(await town.photo('zhou')).evidenceId];
    const right = { result: 'rectified', evidence };
    await town.leaves('gate.not-permitted', () => town.act('chen', three.id, 'rechecks', right));
    await town.leaves('findings.own-inspection', () =>
      town.act('zheng', three.id, 'rechecks', right),
    );
    const closed = await town.act('zhou', three.id, 'rechecks', right);
    expect(closed.body.finding).toMatchObject({ state: 'rectified', after: evidence });
    expect(await linesAbout('zhou', three.id)).toEqual([]);
    expect(await entries()).toEqual([]);
  });

  it('goes back with a new day by its severity where it is not right yet', async () => {
    const { three, fifteen } = await foundInFour();
    await town.rectify('zhou', [three, fifteen]);
    for (const { id } of [three, fifteen]) await town.finish((await town.one(id)).item.id);
    await pass('2026-10-12');
    const evidence = [(await town.photo('zhou')).evidenceId];
    const notYet = { result: 'notYet', note: '还剩半堆', evidence };
    for (const [{ id }, due] of [
      [three, '2026-10-15'],
      [fifteen, '2026-11-02'],
    ] as const) {
      const { body } = await town.act('zhou', id, 'rechecks', notYet);
      expect(body.finding).toMatchObject({ state: 'found', dueOn: due, isOverdue: false });
      const again = await town.rectify('zhou', [body.finding]);
      expect(again.body.rows).toMatchObject([{ dueOn: due, state: 'toRectify' }]);
    }
    await pass('2026-10-16');
    expect((await town.one(three.id)).isOverdue).toBe(true);
    expect((await town.one(fifteen.id)).isOverdue).toBe(false);
  });
});
