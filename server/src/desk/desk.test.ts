import { describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { closeLines, type NewDeskLine, openLine } from './index.ts';

const kit = useProgram();
const now = '2026-04-09T02:00:00.000Z';

const review: NewDeskLine = {
  room: 'ledger',
  kind: 'review',
  about: 'entry-1',
  title: '复核：东溪村 垃圾积存 5处',
  roles: ['reviewer'],
  line: '城建办',
  dueOn: '2026-04-12',
  address: '/ledger/entries/entry-1',
};

async function titles(asker: Asker, town = 'qinghe'): Promise<string[]> {
  const { body } = await asker.get(`/api/towns/${town}/desk`);
  return body.rows.map((row: { title: string }) => row.title);
}

describe('the one list', () => {
  it('shows a line to whom it waits for, and to nobody else', async () => {
    const tenant = await kit().town('qinghe', '青禾镇');
    await kit().town('luoxi', '落溪镇');
    const wu = await kit().person('qinghe', 'wu', { role: 'reviewer' });
    const zhou = await kit().person('qinghe', 'zhou', { role: 'reviewer', lines: ['城建办'] });
    const qin = await kit().person('qinghe', 'qin', { role: 'reviewer', lines: ['农业农村办'] });
    const zheng = await kit().person('qinghe', 'zheng', { role: 'recorder', lines: ['城建办'] });
    const foreign = await kit().person('luoxi', 'foreign', { role: 'reviewer' });
    await kit().inside(tenant, (db) =>
      openLine({ db, tenant: { id: tenant }, now }, { ...review, exceptAccountId: zhou.accountId }),
    );
    expect(await titles(wu)).toEqual([review.title]);
    expect(await titles(zhou)).toEqual([]);
    expect(await titles(qin)).toEqual([]);
    expect(await titles(zheng)).toEqual([]);
    expect(await titles(foreign, 'luoxi')).toEqual([]);
    expect((await foreign.get('/api/towns/qinghe/desk')).status).toBe(404);
  });

  it('says how near the day is, the nearest first, and loses what was done', async () => {
    const tenant = await kit().town('hekou', '河口镇');
    const place = { tenant: { id: tenant }, now };
    const wu = await kit().person('hekou', 'wu.hekou', { role: 'assessment-office' });
    const lines = [
      { about: 'no-day', title: '没有期限' },
      { about: 'far', title: '还早', dueOn: '2026-04-20' },
      { about: 'late', title: '超期', dueOn: '2026-04-08' },
      { about: 'soon', title: '临期', dueOn: '2026-04-13' },
    ];
    await kit().inside(tenant, async (db) => {
      for (const line of lines) {
        const full = { ...review, dueOn: undefined, line: undefined, ...line };
        await openLine({ ...place, db }, { ...full, roles: ['assessment-office'] });
      }
      await openLine(
        { ...place, db },
        {
          ...review,
          line: undefined,
          about: 'late',
          title: '超期（改）',
          dueOn: '2026-04-08',
          roles: ['assessment-office'],
        },
      );
    });
    const { body } = await wu.get('/api/towns/hekou/desk');
    expect(body.today).toBe('2026-04-10');
    expect(
      body.rows.map((row: { title: string; light: string; days?: number }) => [
        row.title,
        row.light,
        row.days,
      ]),
    ).toEqual([
      ['超期（改）', 'overdue', -2],
      ['临期', 'near', 3],
      ['还早', 'open', 10],
      ['没有期限', 'open', undefined],
    ]);
    await kit().inside(tenant, (db) =>
      closeLines({ ...place, db }, { room: 'ledger', kind: 'review', about: 'late' }),
    );
    expect(await titles(wu, 'hekou')).toEqual(['临期', '还早', '没有期限']);
  });
});
