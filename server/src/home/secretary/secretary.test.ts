/** The secretary's page over HTTP: the place in the district, what is overdue and in whose line, what comes. */

import { readRoster } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { putRoster } from '../../org/index.ts';

const kit = useProgram();
const path = '/api/towns/qinghe/one-page';
let town: ItemTown;
const read = async (name = 'gu') => (await town.who(name).get(path)).body;
const told = { source: { kind: 'meeting', document: '党政联席会' } };

beforeAll(async () => {
  kit().setNow('2026-04-01T02:00:00.000Z');
  town = await itemTown(kit(), 'qinghe');
  const { roster } = readRoster(
    'pairings: [ { kind: 分管领导, person: P-gu, unit: 城建办, from: 2026-01-01 } ]',
  );
  await kit().inside(town.tenant, (db) => putRoster(db, town.tenant, roster));
});

const list = (period: string, total: string, rank: string) => ({
  name: '乡镇综合考核',
  issuer: '云川县委考核办',
  period,
  cells: [
    ['指标', '满分', '责任办', '青禾镇', '柳坪镇'],
    ['人居环境', '100', '城建办', total, '95'],
    ['营商环境', '10', '农业农村办', '10名开外', ''],
    ['总分', '', '', total, '95'],
    ['名次', '', '', rank, '1'],
  ],
});

describe('the page', () => {
  it('is empty where nothing is recorded yet, and says so by what is absent', async () => {
    expect(await read()).toEqual({
      today: '2026-04-01',
      town: '青禾镇',
      overdue: { count: 0, leaders: [], more: 0 },
      coming: { count: 0, items: [] },
      repeated: { count: 0, findings: [] },
      periods: [],
    });
  });

  it('has the place on the latest list, the gap, the weakest with whose they are, and the place before', async () => {
    const lists = '/api/towns/qinghe/benchmark-lists';
    await town.who('kao').post(lists, list('2026-Q1', '90', '2'));
    await town.who('kao').post(lists, list('2025', '88', '4'));
    expect((await read()).district).toMatchObject({
      period: '2026-Q1',
      rank: { at: 2, isOpen: false },
      total: '90',
      first: { towns: ['柳坪镇'], gap: '5' },
      beyondTen: 1,
      before: { period: '2025', rank: { at: 4 } },
      weakest: [
        { name: '营商环境', rank: { at: 11, isOpen: true }, office: '农业农村办', leaders: [] },
        { name: '人居环境', lost: '10', office: '城建办', leaders: ['顾远山'] },
      ],
    });
  });

  it('counts what is overdue by leader in charge and names the oldest, then what is due within a week', async () => {
    await town.slip({ ...told, title: '修整便桥', dueOn: '2026-04-03' });
    const oldest = await town.slip({ ...told, title: '河道清淤', dueOn: '2026-04-02' });
    const coming = await town.slip({ ...told, title: '补种行道树', dueOn: '2026-04-10' });
    await town.slip({ ...told, title: '远的事', dueOn: '2026-05-08' });
    const secret = await town.slip({ title: '核查一户低保', dueOn: '2026-04-03' });
    kit().setNow('2026-04-08T02:00:00.000Z');
    const { overdue, coming: next } = await read();
    expect(overdue).toEqual({
      count: 2,
      leaders: [
        {
          leader: { code: 'P-gu', name: '顾远山' },
          count: 2,
          oldest: { id: oldest, title: '河道清淤', office: '城建办', dueOn: '2026-04-02' },
        },
      ],
      more: 0,
    });
    expect(next).toMatchObject({ count: 1, items: [{ id: coming, dueOn: '2026-04-10' }] });
    expect(JSON.stringify(await read())).not.toContain(secret);
  });

  it('counts nothing that was reported', async () => {
    const id = await town.slip({ ...told, title: '清运垃圾', dueOn: '2026-04-09' });
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '已清运。' }]);
    expect((await read()).coming.items.map(({ title }: { title: string }) => title)).toEqual([
      '补种行道树',
    ]);
  });

  it('is read by leaders, assessment office and supervision, by nobody else', async () => {
    for (const name of ['gu', 'kao', 'tian', 'ji', 'zhou', 'he', 'chen']) {
      const { status } = await town.who(name).get(path);
      expect([name, status]).toEqual([name, ['gu', 'kao', 'tian'].includes(name) ? 200 : 403]);
    }
  });
});
