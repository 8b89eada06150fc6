/** What hangs on an item: merged demands, follow-ups, samples to look back at, work that comes back, outcomes. */

import { factKind, readShape } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../test/item-town.ts';
import { useProgram } from '../../test/kit/rooms.ts';
import { putKinds } from '../scheme/index.ts';
import { makeRecurringEverywhere } from './item-recurring.ts';

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

async function page(id: string, name = 'tian') {
  return (await town.who(name).get(`${town.base}/${id}`)).body;
}

/** A slip that went its whole course. */
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

describe('two offices asking the same', () => {
  it('are answered once, and the answer stands on both', async () => {
    const one = await town.slip({ title: '统计空置房' });
    const two = await town.slip({
      title: '摸排空置房屋',
      lead: '农业农村办',
      accountable: 'P-nong',
    });
    const done = await closed('早就办完的');
    const merge = (into: string) => () => town.act('tian', two, 'merge', { into });
    await town.refused('items.merge-target', merge(two));
    await town.refused('items.merge-target', merge(done));
    await town.refused('items.merge-target', merge('00000000-0000-4000-8000-000000000000'));
    await town.course(two, ['tian', 'merge', { into: one }]);
    await town.course(
      one,
      ['zhou', 'acknowledge'],
      ['nong', 'report', { note: '空置37户，两家合报。' }],
    );
    expect(await page(two)).toMatchObject({
      item: {
        state: 'withdrawn',
        light: { why: expect.stringMatching(/^并入〔2026〕\d+号，一次办结$/) },
      },
      mergedInto: { id: one },
      answer: '空置37户，两家合报。',
    });
    expect((await page(one)).merged).toMatchObject([{ id: two, title: '摸排空置房屋' }]);
    expect((await page(one)).item.support).toEqual([{ code: '农业农村办', name: '农业农村办' }]);
  });
});

describe('what follows', () => {
  it('from a new instruction and from a look-back that fails is linked both ways', async () => {
    const id = await closed('路灯修复');
    await town.refused('items.result-needed', () =>
      town.act('tian', id, 'lookBack', { note: '去看了。' }),
    );
    await town.course(
      id,
      ['gu', 'instruct', { note: '把背街小巷也修了。', title: '背街小巷路灯' }],
      ['tian', 'lookBack', { note: '三盏又不亮了。', result: 'fails' }],
    );
    const { followers, item } = await page(id);
    expect(item.state).toBe('closedOut');
    expect(followers).toMatchObject([
      { title: '背街小巷路灯', state: 'draft' },
      { title: '路灯修复（回头看反弹）', state: 'registered' },
    ]);
    expect(await page(followers[0].id)).toMatchObject({ follows: { id }, source: { by: 'P-gu' } });
  });

  it('is looked for in a sample that a seed decides, without what was looked at', async () => {
    for (const title of ['甲', '乙', '丙', '丁']) await closed(title);
    const draw = async (seed: string) => {
      const query = new URLSearchParams({ seed, count: '2' });
      return (await town.who('tian').get(`${town.base}/look-backs?${query}`)).body;
    };
    const first = await draw('2026年4月');
    expect(first.rows).toHaveLength(2);
    expect(await draw('2026年4月')).toEqual(first);
    await town.course(first.rows[0].id, ['tian', 'lookBack', { note: '还在。', result: 'holds' }]);
    const after = await draw('2026年4月');
    expect(after.of).toBe(first.of - 1);
    expect(after.rows.map(({ id }: { id: string }) => id)).not.toContain(first.rows[0].id);
  });
});

describe('work that comes back', () => {
  it('has one item a period, made once, by whoever comes first', async () => {
    const words = {
      title: '报送信访月报',
      every: 'month',
      dueAfterDays: 14,
      lead: '城建办',
      accountable: 'P-zhou',
    };
    const add = (more: object) => () =>
      town.who('tian').post(`${town.base}/recurring`, { ...words, ...more });
    await town.refused('items.recurring-past', add({ startsOn: '2026-03-01' }));
    const { body } = await add({ startsOn: '2026-04-01' })();
    expect(body.items).toBe(1);
    const june = '2026-06-02T02:00:00.000Z';
    kit().setNow(june);
    const { database } = kit();
    await Promise.all([june, june].map((now) => makeRecurringEverywhere(database, now)));
    const reader = await kit().person('qinghe', 'later', { role: 'supervision' });
    const { rows } = (await reader.get(town.base)).body;
    const titles = rows.flatMap(({ title, dueOn }: { title: string; dueOn: string }) =>
      title.startsWith('报送信访月报') ? [`${title} ${dueOn}`] : [],
    );
    expect(titles.sort()).toEqual([
      '报送信访月报（2026年4月） 2026-04-15',
      '报送信访月报（2026年5月） 2026-06-02',
      '报送信访月报（2026年6月） 2026-06-15',
    ]);
    kit().setNow('2026-04-10T02:00:00.000Z');
    const end = (id: string, endsOn: string) => () =>
      town.who('tian').post(`${town.base}/recurring/${id}/end`, { endsOn });
    await town.refused(
      'items.recurring-unknown',
      end('00000000-0000-4000-8000-000000000000', '2026-06-30'),
    );
    await end(body.id, '2026-06-30')();
    await makeRecurringEverywhere(database, '2026-09-02T02:00:00.000Z');
    const all = await town.who('tian').get(`${town.base}/recurring`);
    expect(all.body.rows[0]).toMatchObject({ items: 3, endsOn: '2026-06-30' });
  });
});

describe('a confirmed outcome', () => {
  it('is refused where no clause listens, and posts nothing by itself', async () => {
    const id = await closed('没有条款听');
    const confirm = (words: object) => () =>
      town.act('tian', id, 'confirmOutcome', { note: '催了两次才办。', ...words });
    await town.refused('items.outcome-needed', confirm({}));
    await town.refused('items.outcome-unheard', confirm({ outcome: 'notDoneAfterUrging' }));
    await town.refused('items.outcome-unheard', () =>
      town.who('kao').ask('PUT', `${town.base}/outcomes`, { outcome: 'doneLate', kind: 'no.such' }),
    );
    const { value: kinds = [] } = readShape(
      '[{ kind: duty.late, name: 督办逾期, about: unit, form: event }]',
      factKind.array(),
    );
    await kit().inside(town.tenant, (db) => putKinds(db, { tenantId: town.tenant, kinds }));
    const { body } = await town
      .who('kao')
      .ask('PUT', `${town.base}/outcomes`, { outcome: 'doneLate', kind: 'duty.late' });
    expect(body.rows).toContainEqual({ outcome: 'doneLate', kind: 'duty.late' });
    // A kind without a clause: still nothing that may be confirmed, and no button for it.
    await town.refused('items.outcome-unheard', confirm({ outcome: 'doneLate' }));
    expect((await page(id)).deeds).not.toContain('confirmOutcome');
  });
});
