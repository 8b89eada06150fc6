/** The list of items over HTTP: whoever reads an item finds it there, narrowed and counted by the database. */

import { isoDate } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { clearedFor, type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { rosterOf } from '../../org/index.ts';
import { readable } from './listing.ts';
import { reachOf, reads } from './reach.ts';
import { allItems } from './store.ts';

const kit = useProgram();
let town: ItemTown;
const base = () => town.base;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly light: { readonly state: string };
}

async function list(name: string, query = '') {
  const { status, body } = await town.who(name).get(`${base()}${query}`);
  expect([status, body.detail ?? '']).toEqual([200, '']);
  return body as { counts: Record<string, number>; rows: Row[] };
}

const titles = (rows: readonly Row[]) => rows.map(({ title }) => title);

/** Items of every kind of asker, doer and light. */
beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
  await town.slip({ title: '近的', dueOn: '2026-04-14' });
  await town.slip({ title: '远的', dueOn: '2026-06-30', source: { kind: 'meeting' } });
  await town.slip({ title: '今天', dueOn: '2026-04-10' });
  await town.slip({ title: '草稿', until: 'draft' });
  await town.slip({ title: '下月才开始', startsOn: '2026-05-06', dueOn: '2026-05-20' });
  await town.slip({
    title: '配合',
    lead: '督查室',
    support: ['农业农村办'],
    accountable: 'P-tian',
  });
  const village = await town.slip({ title: '村里办', units: ['东溪村'] });
  await clearedFor(kit(), town, village);
  await town.course(village, ['tian', 'assign', { plan: {} }]);
  const monthly = { feedback: 'month', dueOn: '2026-12-01' };
  await town.slip({ title: '按月报进展', ...monthly });
  const reported = await town.slip({ title: '已反馈', dueOn: '2026-04-13' });
  await town.course(reported, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '办完。' }]);
  await town.who('nong').post(base(), {
    form: 'oneLine',
    title: '农办自己的',
    lead: '农业农村办',
    source: { kind: 'telephone' },
  });
  const gone = await town.slip({ title: '作废的', dueOn: '2026-04-12' });
  await town.course(gone, ['tian', 'withdraw', { note: '重复登记。' }]);
});

describe('the list', () => {
  it('holds what its reader reads, by the same rule in the database as for one item', async () => {
    const posts = {
      gu: { role: 'leader' },
      tian: { role: 'supervision' },
      zhou: { role: 'recorder', lines: ['城建办'] },
      nong: { role: 'recorder', lines: ['农业农村办'] },
      he: { role: 'resident-cadre' },
      chen: { role: 'village', unit: '东溪村' },
      kao: { role: 'assessment-office' },
    } as const;
    await kit().inside(town.tenant, async (db) => {
      const roster = await rosterOf(db);
      const all = await allItems(db, []);
      expect(all.length).toBeGreaterThan(9);
      for (const [name, post] of Object.entries(posts)) {
        const accountId = town.who(name).accountId;
        const lines: string[] = 'lines' in post ? [...post.lines] : [];
        const grants = [{ ...post, lines }];
        const actor = { accountId, person: `P-${name}`, grants };
        const reach = reachOf(actor, roster, isoDate('2026-04-10'));
        const rows = await db
          .selectFrom('work_item')
          .select('id')
          .where(readable(reach) as never)
          .execute();
        const expected = all.filter((item) => reads(reach, item)).map(({ id }) => id);
        expect([name, rows.map(({ id }) => id).sort()]).toEqual([name, expected.sort()]);
      }
    });
    expect(titles((await list('nong')).rows).sort()).toEqual(['农办自己的', '配合']);
    expect(titles((await list('chen')).rows)).toEqual(['村里办']);
  });

  it('counts the lights of all, whatever it is narrowed to and however many rows are asked for', async () => {
    for (const now of ['2026-04-10', '2026-04-12', '2026-05-04', '2026-05-06', '2026-06-16']) {
      kit().setNow(`${now}T02:00:00.000Z`);
      const { rows, counts } = await list('gu');
      const lit = (state: string) => rows.filter(({ light }) => light.state === state).length;
      expect([now, counts]).toEqual([
        now,
        { open: rows.length, overdue: lit('overdue'), near: lit('near'), found: rows.length },
      ]);
      const late = await list('gu', '?late=true');
      expect(late.rows).toEqual(rows.filter(({ light }) => light.state === 'overdue'));
      expect(late.counts).toEqual({ ...counts, found: late.rows.length });
      const few = await list('gu', '?take=3');
      expect(few).toMatchObject({ counts, rows: rows.slice(0, 3) });
    }
    kit().setNow('2026-04-10T02:00:00.000Z');
  });

  it('is narrowed by who answers, which unit has to do with it, and whose instruction it is', async () => {
    expect(titles((await list('tian', '?mine=true')).rows)).toEqual(['配合']);
    expect(titles((await list('gu', '?mine=true')).rows)).toEqual([]);
    const unit = (code: string) => list('gu', `?unit=${encodeURIComponent(code)}`);
    expect(titles((await unit('农业农村办')).rows).sort()).toEqual(['农办自己的', '配合']);
    expect(titles((await unit('东溪村')).rows)).toEqual(['村里办']);
    const led = titles((await list('gu', '?leader=P-gu')).rows);
    expect(led).toContain('近的');
    expect(led).not.toContain('远的');
  });

  it('begins with what is nearest to an item or a title, where that is asked for', async () => {
    const { body } = await town.who('tian').post(base(), {
      form: 'supervised',
      title: '村里办的事',
      units: ['东溪村'],
      source: { kind: 'other' },
    });
    const near = await list('gu', `?likeItem=${body.id}&take=2`);
    expect(titles(near.rows)).toEqual(['村里办的事', '村里办']);
    const title = encodeURIComponent('按月报送进展');
    expect(titles((await list('gu', `?likeTitle=${title}`)).rows)[0]).toBe('按月报进展');
    // Of an item that one does not read nothing is learnt.
    const own = titles((await list('nong')).rows);
    expect(titles((await list('nong', `?likeItem=${body.id}`)).rows)).toEqual(own);
  });

  it('has what ended behind what is open, and only when asked', async () => {
    const { rows, counts } = await list('gu');
    expect(titles(rows)).not.toContain('作废的');
    const all = await list('gu', '?ended=true');
    expect(titles(all.rows)).toEqual([...titles(rows), '作废的']);
    expect(all.counts).toEqual({ ...counts, found: rows.length + 1 });
  });
});
