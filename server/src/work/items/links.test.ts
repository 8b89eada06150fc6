/** What hangs on an item: merged demands, follow-ups, work that comes back, outcomes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKind, readShape } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { clearedFor, type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { giveRole } from '../../org/index.ts';
import type { Queries } from '../../platform/index.ts';
import { putKinds, putScheme } from '../../scheme/index.ts';
import { makeRecurringEverywhere } from './recurring.ts';

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

/** A slip that went its whole course, reported on a day. */
async function closed(title: string, reportedOn = '2026-04-10'): Promise<string> {
  const id = await town.slip({ title });
  await town.course(id, ['zhou', 'acknowledge']);
  kit().setNow(`${reportedOn}T02:00:00.000Z`);
  await town.course(
    id,
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
    await town.course(id, [
      'gu',
      'instruct',
      { note: '把背街小巷也修了。', title: '背街小巷路灯' },
    ]);
    kit().setNow('2026-04-10T03:00:00.000Z');
    await town.course(id, ['tian', 'lookBack', { note: '三盏又不亮了。', result: 'fails' }]);
    kit().setNow('2026-04-10T02:00:00.000Z');
    const { followers, item } = await page(id);
    expect(item.state).toBe('closedOut');
    expect(followers).toMatchObject([
      { title: '背街小巷路灯', state: 'draft' },
      { title: '路灯修复（回头看反弹）', state: 'registered' },
    ]);
    expect(await page(followers[0].id)).toMatchObject({ follows: { id }, source: { by: 'P-gu' } });
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
    const other = { ...words, startsOn: '2026-04-01' };
    await town.refused('items.not-yours', () =>
      town.who('nong').post(`${town.base}/recurring`, other),
    );
    // A slip takes a number: an office that leads the work still does not register for itself.
    await town.refused('items.not-yours', () =>
      town.who('zhou').post(`${town.base}/recurring`, { ...other, form: 'supervised' }),
    );
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

describe('a slip that comes back', () => {
  it('is assigned with its helping offices, and closes only after a review', async () => {
    const { status, body } = await town.who('tian').post(`${town.base}/recurring`, {
      form: 'supervised',
      title: '河道季度巡查',
      every: 'quarter',
      dueAfterDays: 60,
      lead: '城建办',
      support: ['农业农村办', '城建办'],
      accountable: 'P-zhou',
      startsOn: '2026-04-01',
    });
    expect([status, body.detail ?? '']).toEqual([200, '']);
    expect(body).toMatchObject({ form: 'supervised', support: [{ code: '农业农村办' }], items: 1 });
    const { rows } = (await town.who('nong').get(town.base)).body;
    const made = rows.find(({ title }: { title: string }) => title.startsWith('河道季度巡查'));
    expect(made).toMatchObject({ form: 'supervised', state: 'assigned', dueOn: '2026-06-01' });
    expect((await page(made.id)).deeds).not.toContain('finish');
  });
});

describe('a confirmed outcome', () => {
  it('is refused where no clause listens, and posts nothing by itself', async () => {
    const id = await closed('没有条款听', '2026-04-24');
    const confirm = (words: object) => () =>
      town.act('tian', id, 'confirmOutcome', { note: '催了两次才办。', ...words });
    await town.refused('items.outcome-needed', confirm({}));
    await town.refused('items.outcome-untrue', confirm({ outcome: 'notDoneAfterUrging' }));
    await town.refused('items.outcome-untrue', confirm({ outcome: 'doneBadly' }));
    await town.refused('items.outcome-unheard', confirm({ outcome: 'doneLate' }));
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
    kit().setNow('2026-04-10T02:00:00.000Z');
  });

  it('becomes an entry where a clause listens, which waits for the office of that clause', async () => {
    const { kinds, source } = villageDaily();
    await kit().inside(town.tenant, async (db) => {
      await putKinds(db, { tenantId: town.tenant, kinds });
      const approved = { decisionNo: '1号', decidedBy: '党委会', decidedOn: '2026-01-05' };
      const now = '2026-01-05T02:00:00.000Z';
      await putScheme(db, { tenantId: town.tenant, source, approved, now });
    });
    const outcome = 'notDoneAfterUrging';
    const mapped = { outcome, kind: 'rectification.failed' };
    const told = await town.who('kao').ask('PUT', `${town.base}/outcomes`, mapped);
    expect(told.body.rows).toContainEqual(mapped);
    const id = await town.slip({ title: '沟渠清障', lead: '东溪村', accountable: 'P-chen' });
    await clearedFor(kit(), town, id, '协助-4');
    const spoken = { onBehalf: { unit: '东溪村', how: 'telephone' } };
    await town.course(id, ['tian', 'assign'], ['he', 'acknowledge', spoken], ['tian', 'urge']);
    const said = ['tian', 'confirmOutcome', { note: '催了没有动。', outcome }] as const;
    await town.refused('items.outcome-untrue', () => town.act('tian', id, said[1], said[2]));
    // Its day was Monday the 20th; somebody confirms it in the next month only.
    kit().setNow('2026-05-06T02:00:00.000Z');
    expect((await page(id)).outcomes).toEqual([
      { outcome, on: '2026-04-21', why: '4月10日催办过，时限4月20日已过，还没有报' },
    ]);
    await town.course(id, [...said]);
    await town.refused('items.outcome-said', () => town.act('tian', id, said[1], said[2]));
    expect((await page(id)).deeds).not.toContain('confirmOutcome');
    kit().setNow('2026-04-10T02:00:00.000Z');
    const { no } = (await page(id)).item;
    const kept = await kit().inside(town.tenant, async (db) => ({
      entries: await db.selectFrom('entry').selectAll().execute(),
      facts: await db.selectFrom('fact').selectAll().execute(),
    }));
    expect(kept.facts).toEqual([]);
    expect(kept.entries).toMatchObject([
      {
        state: 'draft',
        office: '城建办',
        recorded_by: 'P-tian',
        body: {
          kind: 'rectification.failed',
          on: '2026-04-21',
          matter: no,
          about: [{ subject: '东溪村' }],
        },
      },
    ]);
  });
});

describe('a substitute', () => {
  it('is told as such, and neither of the two judges what one of them did', async () => {
    const { tenant, people } = town;
    const absent = { accountId: town.who('zhou').accountId, from: '2026-01-01' };
    await kit().inside(tenant, async (db) => {
      // 农振兴 stands in at 城建办; 周城建 and 农振兴 are both of the supervision office besides.
      await giveRole(db, {
        tenantId: tenant,
        accountId: town.who('nong').accountId,
        role: 'recorder',
        lines: ['城建办'],
        from: '2026-04-01',
        to: '2026-04-30',
        substitute: true,
        inPlaceOf: await grantOf(db, absent.accountId),
      });
      for (const name of ['zhou', 'nong']) {
        const { accountId = '' } = people[name] ?? {};
        await giveRole(db, {
          tenantId: tenant,
          accountId,
          role: 'supervision',
          from: '2026-01-01',
        });
      }
    });
    const id = await town.slip({ title: '代办的事', accountable: 'P-zheng' });
    await town.course(id, ['nong', 'acknowledge'], ['nong', 'report', { note: '办好了。' }]);
    expect((await page(id)).course.at(-1)).toMatchObject({ by: '农振兴', inPlaceOf: ['周城建'] });
    await town.refused('items.own-work', () => town.act('nong', id, 'beginReview'));
    await town.refused('items.own-work', () => town.act('zhou', id, 'beginReview'));
    await town.course(id, ['tian', 'beginReview']);
    // Whoever stands in does not judge what the absent did either, whatever other role they hold.
    const own = await town.slip({ title: '本人办的事', accountable: 'P-zheng' });
    await town.course(own, ['nong', 'urge'], ['zhou', 'acknowledge']);
    expect((await page(own)).course.at(-2)).toMatchObject({ by: '农振兴', inPlaceOf: [] });
    await town.refused('items.own-work', () =>
      town.act('nong', own, 'changeDue', { note: '放宽。', dueOn: '2026-04-28' }),
    );
    await town.course(own, ['zhou', 'report', { note: '办好了。' }]);
    expect((await page(own, 'nong')).deeds).not.toContain('beginReview');
    await town.refused('items.own-work', () => town.act('nong', own, 'beginReview'));
    await town.course(own, ['tian', 'beginReview']);
  });
});

async function grantOf(db: Queries, accountId: string): Promise<string> {
  const { id } = await db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', 'recorder')
    .executeTakeFirstOrThrow();
  return id;
}

/** The example of a village scheme: its catalogue of facts, and a clause that hears an overdue rectification. */
function villageDaily() {
  const read = (name: string) =>
    readFileSync(join(import.meta.dirname, '../../../../schemes/village-daily', name), 'utf8');
  const { value: kinds = [] } = readShape(read('kinds.yaml'), factKind.array());
  return { kinds, source: read('scheme.yaml') };
}
