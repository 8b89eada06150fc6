/** Samples of closed slips over HTTP: drawn by a seed, kept, and drawn again by whoever doubts them. */

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: ItemTown;

const checks = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
];

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});

async function closed(title: string): Promise<string> {
  const id = await town.slip({ title });
  await town.course(
    id,
    ['zhou', 'acknowledge'],
    ['zhou', 'report', { note: '办完了。' }],
    ['tian', 'beginReview'],
    ['tian', 'accept', { checks }],
    ['tian', 'closeOut'],
  );
  return id;
}

const lists = async (name = 'tian') => (await town.who(name).get(`${town.base}/look-backs`)).body;
const draw = (seed: string, name = 'tian', count = 2) =>
  town.who(name).post(`${town.base}/look-backs`, { seed, count });

async function kept(): Promise<string> {
  return kit().inside(town.tenant, async (db) =>
    JSON.stringify(await db.selectFrom('look_back_draw').selectAll().orderBy('id').execute()),
  );
}

describe('a sample to look back at', () => {
  it('is refused where there is nothing to draw', async () => {
    await town.refused('items.look-back-none', () => draw('2026-04-10'));
    expect(await kept()).toBe('[]');
  });

  it('is kept with its seed and what it was drawn from; the same seed draws the same', async () => {
    const ids = [];
    for (const title of ['甲', '乙', '丙', '丁']) ids.push(await closed(title));
    expect(await lists()).toMatchObject({ seed: '2026-04-10', of: 4, draws: [] });
    const first = (await draw('2026-04-10')).body;
    expect(first).toMatchObject({ seed: '2026-04-10', of: 4, by: '田督查' });
    // By hand: SHA-256 of the seed, a line break and the id; the least come first.
    const lot = (id: string) => createHash('sha256').update(`2026-04-10\n${id}`).digest('hex');
    const byHand = [...ids].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, 2);
    expect(first.rows.map(({ id }: { id: string }) => id)).toEqual(byHand);
    const again = (await draw('2026-04-10', 'gu')).body;
    expect(again.rows).toEqual(first.rows);
    const { draws } = await lists('ji');
    expect(draws).toHaveLength(2); // a second draw stands beside the first
    await town.course(byHand[0] ?? '', ['tian', 'lookBack', { note: '还在。', result: 'holds' }]);
    const after = (await draw('别的种子')).body;
    expect(after.of).toBe(3);
    expect(after.rows.map(({ id }: { id: string }) => id)).not.toContain(byHand[0]);
    const repeated = (await town.who('ji').get(`${town.base}/look-backs/${first.id}`)).body;
    expect(repeated.lots.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual(byHand);
    expect(repeated.lots.map(({ isDrawn }: { isDrawn: boolean }) => isDrawn)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(repeated.lots[0].lot).toBe(lot(byHand[0] ?? ''));
  });

  it('stands in the record of deeds with its seed and count', async () => {
    await draw('记在案里', 'tian', 1);
    const rows = await kit().inside(town.tenant, (db) =>
      db.selectFrom('audit').select('input').where('deed', '=', 'items.drawLookBacks').execute(),
    );
    expect(rows.map(({ input }) => input)).toContainEqual(
      expect.objectContaining({ seed: '记在案里', count: 1 }),
    );
  });

  it('is drawn by supervision and leaders, and read by discipline; no other comes near it', async () => {
    for (const name of ['zhou', 'he', 'chen', 'kao', 'ji']) {
      await town.refused('gate.not-permitted', () => draw('x', name));
    }
    for (const name of ['zhou', 'he', 'chen', 'kao']) {
      await town.refused('gate.not-permitted', () => town.who(name).get(`${town.base}/look-backs`));
    }
    await town.refused('items.look-back-unknown', () =>
      town.who('ji').get(`${town.base}/look-backs/${crypto.randomUUID()}`),
    );
  });
});
