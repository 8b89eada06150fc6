import { isoDate, lightOf } from '@oneneedle/kernel';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { putSmallRoster } from '../../test/kit/small-roster.ts';
import { calendarOf } from '../org/index.ts';
import { closeLines, type NewDeskLine, openLine } from './index.ts';

const kit = useProgram();
afterEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));
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
      // Three workdays from a Friday: the weekend is not counted.
      { about: 'soon', title: '临期', dueOn: '2026-04-15' },
      { about: 'next', title: '不急', dueOn: '2026-04-16' },
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
      ['临期', 'near', 5],
      ['不急', 'open', 6],
      ['还早', 'open', 10],
      ['没有期限', 'open', undefined],
    ]);
    await kit().inside(tenant, (db) =>
      closeLines({ ...place, db }, { room: 'ledger', kind: 'review', about: 'late' }),
    );
    expect(await titles(wu, 'hekou')).toEqual(['临期', '不急', '还早', '没有期限']);
  });
});

describe('a day of rest', () => {
  /** Day it is due, day on which it is read, and what the list then says. */
  const rows: readonly [string, string, Said][] = [
    // 春节: rest from 15 to 23 February; 14 and 28 February are worked.
    ['2026-02-18', '2026-02-11', ['open', 13, 4]],
    ['2026-02-18', '2026-02-13', ['near', 11, 2]],
    ['2026-02-18', '2026-02-20', ['near', 4, 1]],
    ['2026-02-18', '2026-02-24', ['near', 0, 0]],
    ['2026-02-18', '2026-02-25', ['overdue', -1, -1]],
    ['2026-02-20', '2026-02-24', ['near', 0, 0]],
    ['2026-02-20', '2026-02-25', ['overdue', -1, -1]],
    ['2026-02-14', '2026-02-15', ['overdue', -1, 0]],
    // 国庆: rest from 1 to 7 October; Saturday 10 October is worked.
    ['2026-10-04', '2026-10-05', ['near', 3, 1]],
    ['2026-10-04', '2026-10-08', ['near', 0, 0]],
    ['2026-10-04', '2026-10-09', ['overdue', -1, -1]],
    ['2026-10-10', '2026-10-09', ['near', 1, 1]],
    ['2026-10-10', '2026-10-10', ['near', 0, 0]],
    ['2026-10-10', '2026-10-11', ['overdue', -1, 0]],
    ['2026-10-10', '2026-10-12', ['overdue', -2, -1]],
    // A year whose holidays nobody entered: by calendar days, as items do.
    ['2029-03-04', '2029-03-03', ['near', 1, undefined]],
    ['2029-03-04', '2029-03-05', ['overdue', -1, undefined]],
  ];
  type Said = ['open' | 'near' | 'overdue', number, number | undefined];

  it('gives way to the next workday in row, count and calendar, as the light of an item does', async () => {
    const tenant = await kit().town('tangxi', '塘溪镇');
    const gu = await kit().person('tangxi', 'gu.tangxi', { role: 'leader' });
    const calendar = await kit().inside(tenant, calendarOf);
    for (const [dueOn, today, said] of rows) {
      await kit().inside(tenant, (db) =>
        openLine(
          { db, tenant: { id: tenant }, now },
          { ...review, line: undefined, roles: ['leader'], dueOn },
        ),
      );
      kit().setNow(`${today}T02:00:00.000Z`);
      const { body } = await gu.get('/api/towns/tangxi/desk');
      const [{ light, days, workdays }] = body.rows;
      expect([dueOn, today, light, days, workdays]).toEqual([dueOn, today, ...said]);
      const one = { overdue: light === 'overdue' ? 1 : 0, near: light === 'near' ? 1 : 0 };
      expect(body.counts).toEqual({ all: 1, ...one });
      const item = { state: 'inProgress', feedback: 'once' } as const;
      const asked = { today: isoDate(today), dueOn: isoDate(dueOn) };
      const ofItem = lightOf({ ...item, ...asked }, calendar).state;
      expect(ofItem).toBe(light === 'open' ? 'normal' : light);
    }
  });
});

const village: NewDeskLine = {
  room: 'work',
  kind: 'item',
  about: 'item-1',
  title: '排查自建房',
  why: '〔2026〕3号交给本村',
  roles: ['resident-cadre', 'village'],
  unit: '东溪村',
  dueOn: '2026-04-12',
  address: '/work/items/item-1',
  contact: { unit: '城建办', person: 'P-0001' },
};

describe('the one list of a person and of a village', () => {
  it('waits for the person named, and for the roles while that person has no account', async () => {
    const tenant = await kit().town('baihe', '白鹤镇');
    await putSmallRoster(kit(), tenant);
    const zhou = await kit().person('baihe', 'zhou.baihe', { role: 'recorder', lines: ['城建办'] });
    const lin = await kit().person('baihe', 'lin.baihe', { role: 'recorder', lines: ['城建办'] });
    const line = { ...review, roles: ['recorder'], personCode: 'P-0001' } as const;
    await kit().inside(tenant, (db) => openLine({ db, tenant: { id: tenant }, now }, line));
    expect(await titles(zhou, 'baihe')).toEqual([review.title]);
    expect(await titles(lin, 'baihe')).toEqual([review.title]);
    await kit().inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: zhou.accountId })
        .where('code', '=', 'P-0001')
        .execute(),
    );
    expect(await titles(zhou, 'baihe')).toEqual([review.title]);
    expect(await titles(lin, 'baihe')).toEqual([]);
  });

  it('is read by the resident cadre and by the village itself, and by no other village', async () => {
    const tenant = await kit().town('qingshan', '青山镇');
    await putSmallRoster(kit(), tenant);
    const place = { tenant: { id: tenant }, now };
    const deng = await kit().person('qingshan', 'deng', { role: 'resident-cadre' });
    const other = await kit().person('qingshan', 'other', {
      role: 'resident-cadre',
      unit: '西岗村',
    });
    const dongxi = await kit().person('qingshan', 'dongxi', { role: 'village', unit: '东溪村' });
    const xigang = await kit().person('qingshan', 'xigang', { role: 'village', unit: '西岗村' });
    const tian = await kit().person('qingshan', 'tian', { role: 'supervision' });
    await kit().inside(tenant, async (db) => {
      await openLine({ ...place, db }, village);
      // Something about the village that waits for an office is no matter of the village.
      await openLine({ ...place, db }, { ...review, unit: '东溪村' });
      await db
        .updateTable('person')
        .set({ account_id: deng.accountId })
        .where('code', '=', 'P-0003')
        .execute();
    });
    const own = await deng.get('/api/towns/qingshan/desk');
    expect(own.body.villages).toEqual([{ code: '东溪村', name: '东溪村' }]);
    expect(own.body.rows[0]).toMatchObject({
      title: village.title,
      why: village.why,
      unit: { code: '东溪村', name: '东溪村' },
      contact: ['城建办', '周砚'],
      light: 'near',
      // From a Friday to a Sunday, which gives way to the Monday.
      movedTo: '2026-04-13',
      days: 3,
      workdays: 1,
    });
    const path = `/api/towns/qingshan/desk/villages/${encodeURIComponent('东溪村')}`;
    for (const asker of [deng, dongxi, tian]) {
      const { body } = await asker.get(path);
      expect(body.rows.map((row: { title: string }) => row.title)).toEqual([village.title]);
      expect(body.counts).toEqual({ all: 1, overdue: 0, near: 1 });
    }
    for (const asker of [other, xigang]) {
      expect((await asker.get(path)).body.code).toBe('desk.village-unknown');
      expect(await titles(asker, 'qingshan')).toEqual([]);
    }
    expect(await titles(tian, 'qingshan')).toEqual([]);
  });

  it('tells a village of an instruction what, until when and whom to ask, but not why', async () => {
    const tenant = await kit().town('songpo', '松坡镇');
    await putSmallRoster(kit(), tenant);
    const dongxi = await kit().person('songpo', 'dongxi.songpo', {
      role: 'village',
      unit: '东溪村',
    });
    const tian = await kit().person('songpo', 'tian.songpo', { role: 'supervision' });
    const secret = { ...village, detail: '书记批示', why: '书记4月8日批示', isWithheld: true };
    await kit().inside(tenant, (db) => openLine({ db, tenant: { id: tenant }, now }, secret));
    const path = `/api/towns/songpo/desk/villages/${encodeURIComponent('东溪村')}`;
    const rows = [
      (await dongxi.get('/api/towns/songpo/desk')).body.rows,
      (await dongxi.get(path)).body.rows,
    ];
    for (const [row] of rows) {
      expect(row).toMatchObject({
        title: village.title,
        dueOn: village.dueOn,
        contact: ['城建办', '周砚'],
      });
      expect(JSON.stringify(row)).not.toContain('批示');
    }
    expect((await tian.get(path)).body.rows[0]).toMatchObject({
      why: '书记4月8日批示',
      isWithheld: true,
    });
    // Another role of the same account does not undo it.
    const both = await kit().person(
      'songpo',
      'both.songpo',
      { role: 'village', unit: '东溪村' },
      { role: 'recorder', lines: ['城建办'] },
    );
    for (const address of ['/api/towns/songpo/desk', path]) {
      const [row] = (await both.get(address)).body.rows;
      expect([row.title, row.detail, row.why]).toEqual([village.title, '', '']);
    }
  });

  it('only counts what is withheld for those who keep the lists but may not read the item', async () => {
    const tenant = await kit().town('nanpu', '南浦镇');
    await putSmallRoster(kit(), tenant);
    const place = { tenant: { id: tenant }, now };
    await kit().inside(tenant, async (db) => {
      const secret = { ...village, about: '2', title: '书记批示的事', isWithheld: true };
      await openLine({ ...place, db }, secret);
      await openLine({ ...place, db }, { ...village, detail: '逐户排查，报到户' });
    });
    const path = `/api/towns/nanpu/desk/villages/${encodeURIComponent('东溪村')}`;
    for (const role of ['administrator', 'assessment-office'] as const) {
      const asker = await kit().person('nanpu', `${role}.nanpu`, { role });
      const { body } = await asker.get(path);
      expect(body).toMatchObject({ withheld: 1, counts: { all: 1 } });
      expect(body.rows).toMatchObject([{ title: village.title, detail: '', why: '' }]);
      expect(JSON.stringify(body)).not.toContain('书记批示的事');
    }
    for (const role of ['leader', 'discipline'] as const) {
      const asker = await kit().person('nanpu', `${role}.nanpu`, { role });
      expect((await asker.get(path)).body).toMatchObject({ withheld: 0, counts: { all: 2 } });
    }
  });

  it('shows a substitute what names the absent, in whose place, while they stand in', async () => {
    const tenant = await kit().town('daicun', '岱村镇');
    await putSmallRoster(kit(), tenant);
    const grant = { role: 'recorder', lines: ['城建办'] } as const;
    const zhou = await kit().person('daicun', 'zhou.daicun', grant);
    const lin = await kit().person('daicun', 'lin.daicun', { role: 'recorder', lines: ['党建办'] });
    const line = { ...review, roles: ['recorder'], personCode: 'P-0001' } as const;
    await kit().inside(tenant, async (db) => {
      await openLine({ db, tenant: { id: tenant }, now }, line);
      const other = { ...line, about: '2', title: '另一个办的事', line: '农业农村办' };
      await openLine({ db, tenant: { id: tenant }, now }, other);
      const tie = { account_id: zhou.accountId };
      await db.updateTable('person').set(tie).where('code', '=', 'P-0001').execute();
    });
    expect(await titles(lin, 'daicun')).toEqual([]);
    const accounts = '/api/towns/daicun/accounts';
    const own = await zhou.get(`${accounts}/own`);
    const named = await zhou.post(`${accounts}/own/substitutes`, {
      grant: own.body.grants[0].id,
      substitute: lin.accountId,
      from: '2026-04-10',
      to: '2026-04-17',
    });
    expect(named.status).toBe(200);
    const { body } = await lin.get('/api/towns/daicun/desk');
    expect(body.rows).toMatchObject([{ title: review.title, inPlaceOf: '周砚' }]);
    expect((await zhou.get('/api/towns/daicun/desk')).body.rows[0].inPlaceOf).toBeUndefined();
    kit().setNow('2026-04-18T02:00:00.000Z');
    expect(await titles(lin, 'daicun')).toEqual([]);
  });

  it('ends with the pairing: who no longer looks after the village reads nothing of it', async () => {
    const tenant = await kit().town('shiqiao', '石桥镇');
    await putSmallRoster(kit(), tenant);
    const deng = await kit().person('shiqiao', 'deng.shiqiao', { role: 'resident-cadre' });
    await kit().inside(tenant, async (db) => {
      await openLine({ db, tenant: { id: tenant }, now }, village);
      await db
        .updateTable('person')
        .set({ account_id: deng.accountId })
        .where('code', '=', 'P-0003')
        .execute();
    });
    expect(await titles(deng, 'shiqiao')).toEqual([village.title]);
    await kit().inside(tenant, (db) =>
      db.updateTable('pairing').set({ to_on: '2026-04-09' }).execute(),
    );
    expect(await titles(deng, 'shiqiao')).toEqual([]);
  });

  it('is read in bounds and says how many there are', async () => {
    const tenant = await kit().town('changling', '长岭镇');
    const wu = await kit().person('changling', 'wu.changling', { role: 'leader' });
    await kit().inside(tenant, async (db) => {
      for (let at = 1; at <= 5; at += 1) {
        const line = { ...review, about: `${at}`, title: `${at}`, line: undefined };
        const due = { dueOn: `2026-04-0${10 - at}`, roles: ['leader'] as const };
        await openLine({ db, tenant: { id: tenant }, now }, { ...line, ...due });
      }
    });
    const { body } = await wu.get('/api/towns/changling/desk?take=2');
    expect(body.rows.map((row: { title: string }) => row.title)).toEqual(['5', '4']);
    expect(body.counts).toEqual({ all: 5, overdue: 5, near: 0 });
    expect((await wu.get('/api/towns/changling/desk?take=0')).status).toBe(422);
  });
});
