/** The order of handling and the circular over HTTP: counts that name their items, once a month, no secrets. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../test/item-town.ts';
import { type Answer, useProgram } from '../../test/kit/rooms.ts';

const kit = useProgram();
const path = '/api/towns/qinghe';
let town: ItemTown;

const sixChecks = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
];

/** A slip of 城建办 that no leader instructed: it may be told. */
const open = (words: object) =>
  town.slip({ source: { kind: 'meeting', document: '党政联席会' }, ...words });

async function close(id: string) {
  await town.course(
    id,
    ['tian', 'beginReview'],
    ['tian', 'accept', { checks: sixChecks }],
    ['gu', 'closeOut'],
  );
}

const ids: Record<string, string> = {};

// April: 清淤 reported early, 修桥 late after urging, 补种 extended into May, 补漏 open, 批示 withheld.
beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
  kit().setNow('2026-04-01T02:00:00.000Z');
  ids.early = await open({ title: '河道清淤', dueOn: '2026-04-20' });
  ids.late = await open({ title: '修整便桥', dueOn: '2026-04-15' });
  ids.open = await open({ title: '补漏抢修', dueOn: '2026-04-22' });
  ids.moved = await open({ title: '补种行道树', dueOn: '2026-04-24' });
  ids.secret = await town.slip({ title: '核查一户低保', dueOn: '2026-04-14' });
  kit().setNow('2026-04-10T02:00:00.000Z');
  for (const id of [ids.early, ids.late, ids.moved]) {
    await town.course(id ?? '', ['zhou', 'acknowledge']);
  }
  await town.course(ids.early ?? '', ['zhou', 'report', { note: '已清淤。' }]);
  await town.course(
    ids.moved ?? '',
    ['zhou', 'requestExtension', { note: '树苗没有到。', dueOn: '2026-05-08' }],
    ['gu', 'grantExtension', { dueOn: '2026-05-08' }],
  );
  kit().setNow('2026-04-17T02:00:00.000Z');
  await town.course(ids.late ?? '', ['tian', 'urge'], ['zhou', 'report', { note: '已修好。' }]);
  await close(ids.early ?? '');
  await close(ids.late ?? '');
  kit().setNow('2026-05-06T02:00:00.000Z');
});

async function state() {
  return kit().inside(town.tenant, async (db) =>
    JSON.stringify([
      await db.selectFrom('circular').selectAll().orderBy('month').execute(),
      await db.selectFrom('audit').select('id').orderBy('id').execute(),
    ]),
  );
}

async function refused(code: string, ask: () => Promise<Answer>) {
  const before = await state();
  expect((await ask()).body.code).toBe(code);
  expect(await state()).toBe(before);
}

describe('the order of handling', () => {
  it('counts the items due in the month, and each count names them', async () => {
    const { body } = await town.who('gu').get(`${path}/handling-order?month=2026-04`);
    const [row] = body.offices;
    expect(body.offices).toHaveLength(1);
    const sorted = (list: string[]) => [...list].sort();
    expect(row.group.name).toBe('城建办');
    expect(sorted(row.due)).toEqual(
      sorted([ids.early, ids.late, ids.open, ids.secret].map(String)),
    );
    expect([row.inTime, row.late]).toEqual([[ids.early], [ids.late]]);
    expect(sorted(row.open)).toEqual(sorted([ids.open, ids.secret].map(String)));
    expect([row.urged, row.sentBack, row.extended]).toEqual([[ids.late], [], []]);
    expect(row).toMatchObject({ share: { part: 1, of: 4, text: '25.0' }, place: 1 });
    expect(row.grade).toBeUndefined(); // one office has nobody to be better than
    expect(body.rule).toContain('件数太少，不排');
    expect(body.items).toHaveLength(4);
    expect(body.months).toEqual(['2026-05', '2026-04']);
    const may = await town.who('tian').get(`${path}/handling-order?month=2026-05`);
    expect(may.body.offices).toEqual([]); // its day is still to come
  });

  it('is for supervision and leaders alone, and of months that have begun', async () => {
    for (const name of ['zhou', 'ji', 'kao', 'he', 'chen']) {
      const { body } = await town.who(name).get(`${path}/handling-order`);
      expect([name, body.code]).toEqual([name, 'gate.not-permitted']);
    }
    await refused('circulars.month-coming', () =>
      town.who('gu').get(`${path}/handling-order?month=2026-06`),
    );
  });
});

describe('the circular', () => {
  it('says the facts of the month with its edition, and nothing of what is withheld', async () => {
    const { body } = await town.who('tian').get(`${path}/circulars/2026-04`);
    const text = JSON.stringify(body);
    expect(body.title).toBe('关于2026年4月督查督办和减负情况的通报');
    expect(body.opening).toContain('数据截至2026年4月17日10:00');
    expect(text).not.toContain('低保');
    const sections = Object.fromEntries(
      body.sections.map((one: { title: string }) => [one.title, one]),
    );
    expect(Object.keys(sections)[0]).toBe('交办和下发情况');
    expect(sections.交办和下发情况.paragraphs[0]).toBe('当月交办事项4件：镇领导和督查室4件。');
    expect(sections.办结情况.paragraphs[0]).toContain('当月办结2件，其中按时1件、逾期1件');
    const rows = (title: string) => sections[title].table.rows;
    expect(rows('逾期未办结')).toEqual([['〔2026〕3号', '补漏抢修', '城建办', '4月22日']]);
    expect(rows('延期')).toEqual([['〔2026〕4号', '补种行道树', '城建办', '4月24日→5月8日']]);
    expect(rows('提前办结')).toEqual([
      ['〔2026〕1号', '河道清淤', '城建办', '4月10日（时限4月20日）'],
    ]);
    expect(body.meter.head[0]).toBe('下发部门');
    expect([body.issued, body.mayIssue]).toEqual([undefined, true]);
  });

  it('is issued once a month, after it, and then stays as it was', async () => {
    await refused('circulars.circular-unknown', () =>
      town.who('zhou').get(`${path}/circulars/2026-04`),
    );
    await refused('circulars.month-running', () =>
      town.who('tian').post(`${path}/circulars/2026-05`),
    );
    await refused('gate.not-permitted', () => town.who('gu').post(`${path}/circulars/2026-04`));
    await refused('gate.not-permitted', () => town.who('chen').get(`${path}/circulars/2026-04`));
    expect((await town.who('tian').get(`${path}/circulars`)).body.open).toEqual(['2026-04']);
    const { body: issued } = await town.who('tian').post(`${path}/circulars/2026-04`);
    expect(issued.issued.by).toBe('田督查');
    await refused('circulars.circular-issued', () =>
      town.who('bai').post(`${path}/circulars/2026-04`),
    );
    await town.course(
      ids.open ?? '',
      ['zhou', 'acknowledge'],
      ['zhou', 'report', { note: '已补。' }],
    );
    const { body } = await town.who('zhou').get(`${path}/circulars/2026-04`);
    expect(body).toEqual({ ...issued, mayIssue: false });
    const list = (await town.who('zhou').get(`${path}/circulars`)).body;
    expect(list).toMatchObject({ rows: [{ month: '2026-04', issuedBy: '田督查' }], open: [] });
  });

  it('comes as a Word document whose number is left to the office', async () => {
    const { bytes, headers, status } = await town
      .who('zhou')
      .get(`${path}/circulars/2026-04/document`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('wordprocessingml');
    expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK');
  });
});
