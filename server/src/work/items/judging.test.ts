/** Who judges an item: nobody who did any of it, on whatever way they came to do it. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: ItemTown;

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});

async function page(id: string, name = 'tian') {
  return (await town.who(name).get(`${town.base}/${id}`)).body;
}

/** A slip that the supervision office itself leads and 田督查 answers for. */
const own = (words: object = {}) =>
  town.slip({ lead: '督查室', accountable: 'P-tian', source: { kind: 'meeting' }, ...words });

describe('the supervision office with a slip of its own', () => {
  it('neither moves its day, nor issues its slip, nor ends it by its own hand', async () => {
    const id = await own({ title: '自查台账' });
    const other = await town.slip({ title: '别的督办单' });
    const tries = [
      ['changeDue', { note: '自己宽限几天。', dueOn: '2026-05-20' }],
      ['slip', { note: '自己发。', colour: 'blue', dueOn: '2026-05-20' }],
      ['withdraw', { note: '不办了。' }],
      ['merge', { into: other }],
    ] as const;
    for (const next of ['acknowledge', 'start', 'requestExtension']) {
      for (const [deed, words] of tries) {
        await town.refused('items.own-work', () => town.act('tian', id, deed, words));
        expect((await page(id)).deeds).not.toContain(deed);
      }
      await town.course(id, ['tian', next, { note: '材料多。', dueOn: '2026-05-08' }]);
    }
  });

  it('has its other hand for that; where both had a part in it, a leader has every such deed', async () => {
    const id = await own({ title: '共同办的台账' });
    await town.course(id, ['tian', 'acknowledge']);
    const change = { note: '材料没有到。', dueOn: '2026-04-24' };
    await town.course(id, ['bai', 'changeDue', change]);
    expect((await page(id)).item).toMatchObject({ dueOn: '2026-04-24', moved: 1 });
    await town.course(
      id,
      ['tian', 'decline', { note: '请白督查接着办。' }],
      ['gu', 'assign', { plan: { accountable: 'P-bai' } }],
    );
    await town.refused('items.own-work', () => town.act('bai', id, 'withdraw', { note: '算了。' }));
    await town.refused('items.own-work', () =>
      town.act('tian', id, 'withdraw', { note: '算了。' }),
    );
    const deeds = (await page(id, 'gu')).deeds;
    for (const deed of ['changeDue', 'slip', 'withdraw', 'merge']) expect(deeds).toContain(deed);
    await town.course(id, ['gu', 'withdraw', { note: '另有安排。' }]);
    expect((await page(id)).item).toMatchObject({ state: 'withdrawn', light: { why: '已作废' } });
  });

  it('is free with a task in one line of its own', async () => {
    const made = await town.who('tian').post(town.base, {
      form: 'oneLine',
      title: '自己记一件',
      source: { kind: 'telephone' },
      accountable: 'P-tian',
      dueOn: '2026-04-13',
    });
    const change = { note: '明天再说。', dueOn: '2026-04-14' };
    await town.course(
      made.body.id,
      ['tian', 'changeDue', change],
      ['tian', 'withdraw', { note: '记重了。' }],
    );
    expect((await page(made.body.id)).course.at(-1)).toMatchObject({
      deed: 'withdraw',
      note: '记重了。',
    });
  });
});

describe('whoever did the work elsewhere', () => {
  it('does not judge what their item was merged into', async () => {
    const into = await town.slip({ title: '合在一起的' });
    const id = await own({ title: '并进来的' });
    await town.course(
      id,
      ['tian', 'acknowledge'],
      ['tian', 'tell', { note: '我先办了一半。' }],
      ['gu', 'merge', { into }],
    );
    await town.course(into, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '合办完了。' }]);
    expect((await page(into)).deeds).not.toContain('beginReview');
    await town.refused('items.own-work', () => town.act('tian', into, 'beginReview'));
    await town.course(into, ['bai', 'beginReview']);
  });

  it('does not judge what their spot of a campaign went on as', async () => {
    const id = await town.slip({ title: '点位转办的' });
    await spotOf(id, 'P-tian');
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '办完了。' }]);
    await town.refused('items.own-work', () => town.act('tian', id, 'beginReview'));
    await town.course(id, ['bai', 'beginReview']);
  });

  it('does not judge what their spot went on as, once that is merged into another', async () => {
    const into = await town.slip({ title: '合办的点位' });
    const id = await town.slip({ title: '点位转办又并掉的' });
    await spotOf(id, 'P-tian');
    await town.course(id, ['bai', 'merge', { into }]);
    await town.course(into, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '合办完了。' }]);
    await town.refused('items.own-work', () => town.act('tian', into, 'beginReview'));
    await town.course(into, ['bai', 'beginReview']);
  });
});

/** A spot of a campaign that somebody worked on and that went on as an item. */
async function spotOf(item: string, worker: string): Promise<void> {
  const by = { account_id: town.who('tian').accountId, person: worker };
  const [campaign, spot] = [randomUUID(), randomUUID()];
  await kit().inside(town.tenant, async (db) => {
    await db
      .insertInto('campaign')
      .values({
        tenant_id: town.tenant,
        id: campaign,
        name: `乱堆乱放整治${campaign}`,
        goal: '清零',
        source: '会议',
        owner_person: 'P-zhou',
        owner_office: '城建办',
        villages: ['东溪村'],
        from_on: '2026-01-01',
        to_on: '2026-03-31',
        stages: ['清理', '复核'],
        created_by_account: by.account_id,
        created_by: worker,
        created_at: '2026-01-01T02:00:00.000Z',
      })
      .execute();
    await db
      .insertInto('campaign_spot')
      .values({
        tenant_id: town.tenant,
        id: spot,
        campaign_id: campaign,
        number: '1',
        village: '东溪村',
        place: '村口',
        kind: '堆料',
        stage: 1,
        state: 'handed',
        item_id: item,
      })
      .execute();
    await db
      .insertInto('spot_deed')
      .values({
        ...by,
        tenant_id: town.tenant,
        id: randomUUID(),
        spot_id: spot,
        seq: 1,
        deed: 'advance',
        from_stage: 0,
        to_stage: 1,
        to_state: 'open',
        at: '2026-02-01T02:00:00.000Z',
      })
      .execute();
  });
}
