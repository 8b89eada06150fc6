/** The order of handling and the circular over HTTP: counts that name their items, once a month, no secrets. */

import { beforeAll, describe, expect, it } from 'vitest';
import { clearedFor, type ItemTown, itemTown } from '../../../test/item-town.ts';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';

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
  await march();
  kit().setNow('2026-05-06T02:00:00.000Z');
});

/** March: 护栏 done in a slip's new term, 路牌 typed late, 村道 led by a village and open. */
async function march() {
  kit().setNow('2026-03-02T02:00:00.000Z');
  ids.slip = await open({ title: '修复护栏', dueOn: '2026-03-13' });
  ids.typed = await open({ title: '更换路牌', dueOn: '2026-03-13' });
  ids.village = await open({
    title: '村道补坑',
    dueOn: '2026-03-17',
    lead: '东溪村',
    accountable: 'P-chen',
  });
  await clearedFor(kit(), town, ids.village, '协助-4');
  await town.course(ids.village, ['tian', 'assign']);
  kit().setNow('2026-03-16T02:00:00.000Z');
  await town.course(ids.slip, ['tian', 'slip', { colour: 'blue', dueOn: '2026-04-15' }]);
  kit().setNow('2026-03-18T02:00:00.000Z');
  for (const [id, words] of [
    [ids.slip, { note: '已修复。' }],
    [ids.typed, { note: '13日电话里说换好了。', doneOn: '2026-03-12' }],
  ] as const) {
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'report', words]);
    await close(id);
  }
}

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
    expect(body.months).toEqual(['2026-05', '2026-04', '2026-03']);
    const may = await town.who('tian').get(`${path}/handling-order?month=2026-05`);
    expect(may.body.offices).toEqual([]); // its day is still to come
  });

  it('goes by the day it was done and the day it had before a slip, not by the typing', async () => {
    const { body } = await town.who('gu').get(`${path}/handling-order?month=2026-03`);
    expect(body.offices).toHaveLength(1);
    expect(body.offices[0]).toMatchObject({ inTime: [ids.typed], late: [ids.slip], open: [] });
    const days = body.items.map((one: { id: string; dueOn: string; doneOn?: string }) => [
      one.id,
      one.dueOn,
      one.doneOn,
    ]);
    expect(days).toContainEqual([ids.slip, '2026-03-13', '2026-03-18']);
    expect(days).toContainEqual([ids.typed, '2026-03-13', '2026-03-12']);
    expect(body.rule).toContain('发过督办单的、过了期才调整时限的，仍按原来的时限');
    expect(body.rule).toContain('按实际办成的日子算办结日');
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

  it('counts what villages lead and are late with, and names none of them', async () => {
    const { body } = await town.who('tian').get(`${path}/circulars/2026-03`);
    const titles = Object.fromEntries(
      body.sections.map((one: { title: string }) => [one.title, one]),
    );
    expect(titles.逾期未办结).toEqual({
      title: '逾期未办结',
      paragraphs: ['村里牵头的另有1件到时限没有反馈，请包村干部和牵头办站所了解情况。'],
    });
    expect(JSON.stringify(body)).not.toContain('东溪村');
    expect(titles.办结情况.paragraphs[0]).toContain('当月办结2件，其中按时1件、逾期1件');
    expect(titles.提前办结.table.rows).toEqual([
      ['〔2026〕7号', '更换路牌', '城建办', '3月12日（时限3月13日）'],
    ]);
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
    expect((await town.who('tian').get(`${path}/circulars`)).body.open).toEqual([
      '2026-04',
      '2026-03',
    ]);
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

  it('is numbered once it is issued, by supervision, and a second time is the same', async () => {
    const make = (name: string, month: string) =>
      town.who(name).post(`${path}/circulars/${month}/official-document`);
    await refused('gate.not-permitted', () => make('zhou', '2026-04'));
    await refused('circulars.circular-unknown', () => make('tian', '2026-03'));
    const { body } = await make('tian', '2026-04');
    expect(body).toMatchObject({ number: '通报2026-001', isNew: true });
    expect((await make('tian', '2026-04')).body).toEqual({ ...body, isNew: false });
    const { body: all } = await town.who('kao').get(`${path}/official-documents`);
    expect(all.rows).toMatchObject([
      {
        title: '关于2026年4月督查督办和减负情况的通报',
        madeFrom: '2026年4月督查通报的数据，办理情况截至2026年4月17日10:00',
      },
    ]);
  });
});
