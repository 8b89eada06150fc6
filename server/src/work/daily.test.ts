/** Lines that nobody opens by a deed of their own: what the days and the figures ask of whom. */

import { beforeEach, describe, expect, it } from 'vitest';
import { type CampaignTown, campaignTown } from '../../test/campaign-town.ts';
import { goalTown, made, parent } from '../../test/goal-town.ts';
import { type ItemTown, itemTown } from '../../test/item-town.ts';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { passDay } from './index.ts';

const kit = useProgram();
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

interface Line {
  readonly kind: string;
  readonly title: string;
  readonly why: string;
  readonly dueOn?: string;
  readonly light: string;
  readonly address: string;
}

async function linesOf(asker: Asker, town: string, kind: string): Promise<Line[]> {
  const { body } = await asker.get(`/api/towns/${town}/desk`);
  return body.rows.filter((line: Line) => line.kind === kind);
}

/** The night before a day, and then the day. */
async function dayComes(tenant: string, day: string): Promise<void> {
  const now = `${day}T02:00:00.000Z`;
  kit().setNow(now);
  await kit().inside(tenant, (db) => passDay({ db, tenant: { id: tenant }, now }));
}

const titled = (lines: readonly Line[]) => lines.map(({ title, dueOn }) => [title, dueOn]);

describe('progress that is told from time to time', () => {
  it('waits by the next day on which it is to be told, and by the item itself when that comes first', async () => {
    const town: ItemTown = await itemTown(kit(), 'shijie');
    const zhou = town.who('zhou');
    const id = await town.slip({ title: '清淤', dueOn: '2026-06-30', feedback: 'month' });
    const own = async (kind: string) => linesOf(zhou, 'shijie', kind);
    expect(titled(await own('item-take'))).toEqual([['签收：清淤', '2026-04-30']]);
    expect((await own('item-take'))[0]?.why).toMatch(/每月报一次进展，这次4月30日前报。$/);
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'tell', { note: '进场了。' }]);
    // 31 May 2026 is a Sunday.
    expect(titled(await own('item-do'))).toEqual([['办理反馈：清淤', '2026-06-01']]);
    await dayComes(town.tenant, '2026-06-02');
    expect(await own('item-do')).toMatchObject([{ dueOn: '2026-06-01', light: 'overdue' }]);
    await town.course(id, ['zhou', 'tell', { note: '清了一半。' }]);
    expect(await own('item-do')).toMatchObject([{ dueOn: '2026-06-30', light: 'open' }]);
  });

  it('comes up by itself when a period begins', async () => {
    const town = await itemTown(kit(), 'jidu');
    const id = await town.slip({ title: '绿化', dueOn: '2026-12-31', feedback: 'quarter' });
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'tell', { note: '选了树种。' }]);
    const own = () => linesOf(town.who('zhou'), 'jidu', 'item-do');
    expect(titled(await own())).toEqual([['办理反馈：绿化', '2026-09-30']]);
    await dayComes(town.tenant, '2026-10-02');
    expect(await own()).toMatchObject([{ dueOn: '2026-09-30', light: 'overdue' }]);
  });
});

describe('slips that the rule calls for', () => {
  it('are one line of the supervision office, from the night and from deeds, until none is due', async () => {
    const town = await itemTown(kit(), 'danju');
    const tian = town.who('tian');
    const called = async () =>
      (await linesOf(tian, 'danju', 'slips-called')).map((line) => line.title);
    const first = await town.slip({ title: '清淤', dueOn: '2026-04-17' });
    await town.slip({ title: '绿化', dueOn: '2026-04-17' });
    await town.slip({ title: '不急', dueOn: '2026-06-30' });
    expect(await called()).toEqual([]);
    await dayComes(town.tenant, '2026-04-20');
    expect(await called()).toEqual(['2 件该发督办单']);
    for (const name of ['zhou', 'gu', 'bai']) {
      const lines = await linesOf(town.who(name), 'danju', 'slips-called');
      expect(lines).toHaveLength(name === 'bai' ? 1 : 0);
    }
    await town.course(first, ['tian', 'slip', { colour: 'blue', dueOn: '2026-04-24' }]);
    expect(await called()).toEqual(['1 件该发督办单']);
    const { body } = await tian.get(`${town.base}?slip=true`);
    expect(body.rows.map(({ title }: Line) => title)).toEqual(['绿化']);
    expect((await town.who('zhou').get(`${town.base}?slip=true`)).body.rows).toEqual([]);
    await dayComes(town.tenant, '2026-04-27');
    expect(await called()).toEqual(['2 件该发督办单']);
    await town.course(first, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '清完了。' }]);
    expect(await called()).toEqual(['1 件该发督办单']);
  });
});

describe('goals', () => {
  it('ask the person who answers for a leaf for the figure of the month, once for all of them', async () => {
    const town = await goalTown(kit(), 'mubiao');
    const own = async () => linesOf(town.recorder, 'mubiao', 'goal-reading');
    await made(town, '1', parent);
    const first = await made(town, '1.1');
    const second = await made(town, '1.2', { dueOn: '2026-04-24' });
    await made(town, '1.3', { startsOn: '2026-07-01' });
    expect(titled(await own())).toEqual([['2 项目标本月还没有报数', '2026-04-24']]);
    for (const other of [town.leader, town.discipline, town.village]) {
      expect(await linesOf(other, 'mubiao', 'goal-reading')).toEqual([]);
    }
    const read = (goalId: string, on: string) =>
      town.recorder.post(`${town.base}/readings`, {
        readings: [{ goalId, on, quantity: '20', note: '', evidence: '' }],
      });
    expect((await read(second, '2026-03-31')).status).toBe(200);
    expect(titled(await own())).toEqual([['2 项目标本月还没有报数', '2026-04-24']]);
    await read(second, '2026-04-09');
    expect(titled(await own())).toEqual([['1 项目标本月还没有报数', '2026-04-30']]);
    await read(first, '2026-04-10');
    expect(await own()).toEqual([]);
    await dayComes(town.tenantId, '2026-05-06');
    expect(titled(await own())).toEqual([['2 项目标本月还没有报数', '2026-04-24']]);
    const past = await linesOf(town.supervision, 'mubiao', 'goal-past');
    expect(titled(past)).toEqual([['1 项目标到期，还没有办结', '2026-04-24']]);
  });

  it('ask the office where whoever answers for a leaf may read no figure in', async () => {
    const town = await goalTown(kit(), 'bangongshi');
    await made(town, '1', { accountable: 'P-0004', village: '东溪村' });
    const lines = await linesOf(town.recorder, 'bangongshi', 'goal-reading');
    expect(titled(lines)).toEqual([['本办牵头的 1 项目标本月还没有报数', '2026-04-30']]);
    expect(await linesOf(town.village, 'bangongshi', 'goal-reading')).toEqual([]);
  });
});

describe('a running campaign', () => {
  it('asks its owner and the cadre of each village for the spots that are open', async () => {
    const town: CampaignTown = await campaignTown(kit(), 'zhuanxiang');
    const id = await town.campaign({ name: '河道清理' });
    const own = async (name: string) =>
      titled(await linesOf(town.who(name), 'zhuanxiang', 'campaign-running'));
    expect(await own('zhou')).toEqual([]);
    await town.spot(id);
    await town.spot(id, { number: '2', village: '河口村' });
    expect(await own('zhou')).toEqual([['河道清理：2 处未销号', '2026-04-30']]);
    expect(await own('he')).toEqual([['河道清理：东溪村 1 处未销号', '2026-04-30']]);
    for (const name of ['nong', 'gu', 'ji']) expect(await own(name)).toEqual([]);
    await kit().inside(town.items.tenant, (db) =>
      db.updateTable('campaign_spot').set({ state: 'closed' }).where('number', '=', '1').execute(),
    );
    await dayComes(town.items.tenant, '2026-04-11');
    expect(await own('zhou')).toEqual([['河道清理：1 处未销号', '2026-04-30']]);
    expect(await own('he')).toEqual([]);
    await dayComes(town.items.tenant, '2026-05-01');
    expect(await own('zhou')).toEqual([]);
    const ended = await linesOf(town.who('zhou'), 'zhuanxiang', 'campaign-ended');
    expect(ended).toHaveLength(1);
  });
});
