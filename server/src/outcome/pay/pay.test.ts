/** Pay sheets over HTTP: amounts, the course, the budget, corrections by difference, who may read. */

import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';
import { type PayTown, payTown } from '../../../test/pay-town.ts';
import { giveRole } from '../../org/index.ts';
import { readWorkbook } from '../../platform/index.ts';

const kit = useProgram();
const path = '/api/towns/qinghe/pay';
const quarter = { line: 'cadre-pay', period: '2026-Q1' };
const decision = { body: '青禾镇党委会', documentNo: '青党发〔2026〕31号', on: '2026-04-10' };
let town: PayTown;

beforeAll(async () => {
  town = await payTown(kit(), 'qinghe');
});

interface Line {
  readonly kind: string;
  readonly code: string;
  readonly state: string;
  readonly amountFen?: number;
  readonly oldFen?: number;
  readonly paidFen: number;
  readonly heldFen: number;
  readonly sentence: string;
  readonly why: string;
  readonly documentNo: string;
  readonly facts: readonly { readonly id: string; readonly sentence: string }[];
}

interface Row {
  readonly name: string;
  readonly paidFen: number;
  readonly heldFen: number;
  readonly lines: readonly Line[];
}

async function state() {
  return kit().inside(town.tenant, async (db) =>
    JSON.stringify([
      await db.selectFrom('pay_sheet').selectAll().orderBy('id').execute(),
      await db
        .selectFrom('pay_sheet_line')
        .selectAll()
        .orderBy('sheet_id')
        .orderBy('seq')
        .execute(),
      await db.selectFrom('pay_budget').selectAll().orderBy('id').execute(),
      await db.selectFrom('pay_release').selectAll().orderBy('id').execute(),
      await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
      await db.selectFrom('audit').select('id').orderBy('id').execute(),
    ]),
  );
}

async function refused(code: string, ask: () => Promise<Answer>) {
  const before = await state();
  expect((await ask()).body.code).toBe(code);
  expect(await state()).toBe(before);
}

async function done(ask: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await ask;
  expect([status, body.detail ?? '']).toEqual([200, '']);
  return body;
}

const open = async (id: string) => done(town.who.feng.post(`${path}/sheets/${id}/open`));
const told = ({ rows }: { rows: readonly Row[] }) =>
  rows.flatMap(({ name, lines }) =>
    lines.map(({ kind, code, state, paidFen, heldFen }) =>
      [name, kind, code, state, paidFen, heldFen].join(' '),
    ),
  );
const lines = async (name: keyof PayTown['who']) =>
  (await town.who[name].get('/api/towns/qinghe/desk')).body.rows.map(
    ({ title }: { title: string }) => title,
  );
/** What the page of a village says of money, and not how much anybody's is. */
const moneyOf = async (unit: string, name: keyof PayTown['who'] = 'wu'): Promise<string[]> => {
  const base = `/api/towns/qinghe/villages/${encodeURIComponent(unit)}`;
  const { results } = await done(town.who[name].get(`${base}/page`));
  const [, ...steps] = results.flatMap(({ money }: { money: string[] }) => money);
  const paper = new TextDecoder().decode((await town.who[name].get(`${base}/sheet`)).bytes);
  for (const step of steps) expect(paper).toContain(step);
  expect(JSON.stringify(results)).not.toMatch(/[甲乙丙丁]|元|76800|768/);
  return steps;
};
const make = (name: typeof quarter) => town.who.wu.post(`${path}/sheets`, name);

describe('a sheet', () => {
  let id: string;

  it('is made of a sealed period of a scheme that pays', async () => {
    await refused('pay.not-sealed', () => make(quarter));
    await refused('pay.period-unknown', () => make({ line: 'none', period: '2026-Q1' }));
    await refused('pay.period-unknown', () => make({ line: 'cadre-pay', period: '2027-Q1' }));
    await refused('pay.no-pay', () => make({ ...quarter, line: 'payless' }));
    await refused('pay.no-document', () => make({ ...quarter, line: 'unnamed' }));
    expect((await town.seal('cadre-pay', '2026-Q1')).status).toBe(200);
    const made = await done(make(quarter));
    id = made.id;
    expect(made.no).toBe('2026-1');
    await refused('pay.one-open', () => make(quarter));
    expect(await lines('he')).toEqual(['村干部季度考核2026年第一季度考核工资表（2026-1）待审核']);
  });

  it('pays by base, months and tier, keeps back, and opens every amount', async () => {
    const sheet = await open(id);
    expect(told(sheet)).toEqual([
      '甲 period rate due 70400 0',
      '甲 period tier due 30000 0',
      '乙 period rate due 52800 0',
      '丙 period rate due 23467 0',
      '丁 period rate due 76800 0',
      '丁 period tier withheld 0 60000',
    ]);
    const all: Line[] = sheet.rows.flatMap((row: Row) => row.lines);
    expect(all[3]?.sentence).toBe(
      '会计 400 元 × 得分 88.000 ÷ 100 × 任职 2 个月 ÷ 3 = 234.67 元（四舍五入到分）',
    );
    expect(all[5]).toMatchObject({ documentNo: '云组〔2026〕9号', amountFen: 60000 });
    expect(all[5]?.sentence).toContain('缓发');
    expect(all[5]?.facts).toEqual([{ id: 'F3', sentence: expect.stringContaining('安全事故') }]);
    expect(sheet.sums).toEqual({ linesFen: 253467, columnsFen: 253467, payeesFen: 253467 });
    expect(sheet.columns).toEqual([
      { key: 'line:rate', name: '季度绩效' },
      { key: 'line:tier', name: '分档奖' },
    ]);
    expect(sheet.rows.map(({ unit }: { unit: string }) => unit)).toEqual([
      '东溪村',
      '东溪村',
      '东溪村',
      '西岗村',
    ]);
  });

  it('is checked by organisation, approved by a leader for a body, in this order', async () => {
    const sheet = `${path}/sheets/${id}`;
    await refused('pay.sheet-unknown', () => town.who.qian.post(`${sheet}/open`));
    expect((await town.who.qian.get(`${path}/sheets`)).body.sheets).toEqual([]);
    await refused('pay.other-state', () => town.who.gu.post(`${sheet}/approval`, decision));
    await refused('gate.not-permitted', () => town.who.wu.post(`${sheet}/check`));
    await refused('pay.not-whole', () => town.who.half.post(`${sheet}/approval`, decision));
    await done(town.who.he.post(`${sheet}/check`));
    expect(await lines('he')).toEqual([]);
    expect(await lines('gu')).toEqual(['村干部季度考核2026年第一季度考核工资表（2026-1）待批准']);
    await refused('pay.other-state', () => town.who.he.post(`${sheet}/check`));
  });

  it('is more than the budget only by a reason and a document', async () => {
    const sheet = `${path}/sheets/${id}`;
    await refused('pay.no-budget', () => town.who.gu.post(`${sheet}/approval`, decision));
    const money = {
      line: 'cadre-pay',
      year: '2026',
      on: '2026-01-20',
      documentNo: '青财〔2026〕5号',
    };
    await refused('pay.no-amount', () =>
      town.who.qian.post(`${path}/budgets`, { ...money, amount: '0' }),
    );
    await refused('pay.period-unknown', () =>
      town.who.qian.post(`${path}/budgets`, { ...money, line: 'none', amount: '1' }),
    );
    await refused('pay.day-unfit', () =>
      town.who.qian.post(`${path}/budgets`, { ...money, on: '2026-04-11', amount: '1' }),
    );
    await done(town.who.qian.post(`${path}/budgets`, { ...money, amount: '2534.66' }));
    await refused('pay.document-twice', () =>
      town.who.qian.post(`${path}/budgets`, { ...money, amount: '1' }),
    );
    const answer = await town.who.gu.post(`${sheet}/approval`, decision);
    expect(answer.body.detail).toContain('多 0.01 元');
    await refused('pay.over-budget', () => town.who.gu.post(`${sheet}/approval`, decision));
    const more = { ...money, documentNo: '青财〔2026〕6号', amount: '465.34', note: '追加' };
    await done(town.who.qian.post(`${path}/budgets`, more));
    await refused('pay.not-over', () =>
      town.who.gu.post(`${sheet}/approval`, {
        ...decision,
        over: { reason: '不用', documentNo: '青财〔2026〕7号' },
      }),
    );
    await refused('pay.day-unfit', () =>
      town.who.gu.post(`${sheet}/approval`, { ...decision, on: '2026-04-09' }),
    );
    await done(town.who.gu.post(`${sheet}/approval`, decision));
    const { budget, deeds } = await open(id);
    expect(budget).toEqual({
      year: '2026',
      totalFen: 300000,
      usedFen: 0,
      leftFen: 46533,
      isOver: false,
    });
    expect(deeds).toEqual([]);
  });

  it('never changes from its approval on, not even by the owner of the tables', async () => {
    const before = await state();
    for (const change of [
      `update pay_sheet set body = '另一个会' where state = 'approved'`,
      `update pay_sheet set state = 'draft' where state = 'approved'`,
      `delete from pay_sheet`,
      `update pay_sheet_line set paid_fen = paid_fen + 1`,
      `update pay_budget set amount_fen = 1`,
    ]) {
      await expect(asOwner(change)).rejects.toThrow(/kept as it is|only grows/);
    }
    const late = `insert into pay_sheet_line
      select (jsonb_populate_record(line, '{"seq": 999}')).* from pay_sheet_line line limit 1`;
    await expect(asOwner(late)).rejects.toThrow('the pay sheet has all its lines');
    await refused('pay.other-state', () =>
      town.who.wu.post(`${path}/sheets/${id}/withdrawal`, { reason: '算错了' }),
    );
    expect(await state()).toBe(before);
  });

  it('goes to the finance office and is paid, day after day', async () => {
    const sheet = `${path}/sheets/${id}`;
    const on = (day: string) => ({ on: day });
    await refused('pay.other-state', () =>
      town.who.qian.post(`${sheet}/confirm`, on('2026-04-10')),
    );
    await refused('pay.day-unfit', () => town.who.wu.post(`${sheet}/hand-over`, on('2026-04-09')));
    await done(town.who.wu.post(`${sheet}/hand-over`, on('2026-04-10')));
    expect(await lines('qian')).toHaveLength(1);
    await refused('pay.day-unfit', () => town.who.qian.post(`${sheet}/confirm`, on('2026-04-11')));
    await refused('pay.other-state', () =>
      town.who.wu.post(`${sheet}/hand-over`, on('2026-04-10')),
    );
    await done(town.who.qian.post(`${sheet}/confirm`, on('2026-04-10')));
    expect(await lines('qian')).toEqual([]);
    await refused('pay.nothing-to-pay', () => make(quarter));
  });
});

describe('who reads', () => {
  it('is written down with every reading, and a reply is kept nowhere', async () => {
    const { sheets } = await done(town.who.feng.get(`${path}/sheets`));
    const read = () => town.who.qian.post(`${path}/sheets/${sheets[0].id}/open`);
    await done(read());
    await done(town.who.qian.post(`${path}/held`));
    const deeds = await kit().inside(town.tenant, (db) =>
      db
        .selectFrom('audit')
        .select('deed')
        .where('account_id', '=', town.who.qian.accountId)
        .execute(),
    );
    expect(deeds.map(({ deed }) => deed)).toEqual(expect.arrayContaining(['pay.open', 'pay.held']));
    const kept = await kit().inside(town.tenant, (db) =>
      db.selectFrom('idempotency').select('deed').where('deed', '=', 'pay.open').execute(),
    );
    expect(kept).toEqual([]);
  });

  it('is the village about which line follows and when, never about how much', async () => {
    expect(await moneyOf('西岗村')).toEqual([
      '2026年第一季度季度绩效：4月10日审定，4月10日发放。',
      '2026年第一季度分档奖：4月10日审定，有缓发的；放行要由有权的机关决定。',
    ]);
    expect(await moneyOf('东溪村', 'dongxi')).toEqual([
      '2026年第一季度季度绩效、分档奖：4月10日审定，4月10日发放。',
    ]);
  });

  it('is the person concerned about themselves, and nobody else of a village', async () => {
    const { sheets } = await done(town.who.feng.get(`${path}/sheets`));
    for (const name of ['jia', 'dongxi', 'zhou'] as const) {
      await refused('gate.not-permitted', () => town.who[name].get(`${path}/sheets`));
      await refused('gate.not-permitted', () =>
        town.who[name].post(`${path}/sheets/${sheets[0].id}/open`),
      );
      await refused('gate.not-permitted', () => town.who[name].post(`${path}/held`));
    }
    await refused('pay.not-whole', () => town.who.half.get(`${path}/sheets`));
    await refused('pay.sheet-unknown', () =>
      town.who.qian.post(`${path}/sheets/00000000-0000-4000-8000-000000000000/open`),
    );
    const own = await done(town.who.jia.post(`${path}/own`));
    expect(own.rows.map(({ code, paidFen }: Line) => [code, paidFen])).toEqual([
      ['tier', 30000],
      ['rate', 70400],
    ]);
    expect(own.rows[0]).toMatchObject({ sheetNo: '2026-1', paidOn: '2026-04-10' });
    expect((await done(town.who.dongxi.post(`${path}/own`))).rows).toEqual([]);
    expect((await done(town.who.zhou.post(`${path}/own`))).rows).toEqual([]);
  });

  it('takes the workbook with the columns of the page, and the arithmetic on a second sheet', async () => {
    const { sheets } = await done(town.who.feng.get(`${path}/sheets`));
    const { status, headers, bytes } = await town.who.qian.post(
      `${path}/sheets/${sheets[0].id}/export`,
    );
    expect([status, decodeURIComponent(headers.get('content-disposition') ?? '')]).toEqual([
      200,
      expect.stringContaining('考核工资表-2026-1.xlsx'),
    ]);
    const [table, arithmetic] = await workbookRows(bytes);
    expect(table).toContainEqual([
      '序号',
      '单位',
      '姓名',
      '职务',
      '季度绩效',
      '分档奖',
      '本次实发',
      '缓发',
    ]);
    expect(table).toContainEqual(['4', '西岗村', '丁', '村党组织书记', '768', '0', '768', '600']);
    expect(table).toContainEqual(['', '合计', '', '', '2234.67', '300', '2534.67', '600']);
    expect(JSON.stringify(table)).toContain(
      '预算 3000.00 = 以前已用 0.00 + 本次 2534.67 + 剩余 465.33',
    );
    expect(JSON.stringify(arithmetic)).toContain('任职 2 个月 ÷ 3 = 234.67 元');
  });
});

describe('what changed after it was paid', () => {
  it('is a difference of the next sheet: old, new, difference and why', async () => {
    const before = await state();
    await town.post(
      `- { id: R1, kind: reversal, form: event, about: 东溪村, on: 2026-04-15, reverses: F1, countsIn: { cadre-pay: 2026-Q1 }, by: 城建办 周, reviewedBy: 考核办 吴 }`,
    );
    expect((await town.seal('cadre-pay', '2026-Q1', '青考〔2026〕9号')).status).toBe(200);
    expect(before).not.toBe('');
    const { id } = await done(make(quarter));
    const sheet = await open(id);
    expect(told(sheet)).toEqual([
      '甲 difference rate due 9600 0',
      '甲 difference tier due 30000 0',
      '乙 difference rate due 7200 0',
      '丙 difference rate due 3200 0',
    ]);
    expect(sheet.rows[2].lines[0]).toMatchObject({
      oldFen: 23467,
      amountFen: 26667,
      why: '结果由第1版更正为第2版（青考〔2026〕9号）',
    });
    expect(sheet.columns).toEqual([{ key: 'difference', name: '以前各期补差' }]);
    await done(town.who.wu.post(`${path}/sheets/${id}/withdrawal`, { reason: '等放行的决定' }));
    await refused('pay.other-state', () => town.who.he.post(`${path}/sheets/${id}/check`));
  });

  it('lets go of what was kept back by a named decision, on the next sheet', async () => {
    const { rows, mayRelease } = await done(town.who.wu.post(`${path}/held`));
    expect(mayRelease).toBe(true);
    expect(rows).toMatchObject([{ name: '丁', code: 'tier', heldFen: 60000 }]);
    const { line, period, subject, payee, code } = rows[0];
    const named = { line, period, subject, payee, code, ...decision, reason: '隐患整改到位' };
    await refused('gate.not-permitted', () => town.who.qian.post(`${path}/releases`, named));
    await refused('pay.not-held', () =>
      town.who.wu.post(`${path}/releases`, { ...named, code: 'rate' }),
    );
    await refused('pay.day-unfit', () =>
      town.who.wu.post(`${path}/releases`, { ...named, on: '2026-05-01' }),
    );
    await done(town.who.wu.post(`${path}/releases`, named));
    await refused('pay.not-held', () => town.who.wu.post(`${path}/releases`, named));
    expect((await done(town.who.wu.post(`${path}/held`))).rows[0].released).toEqual(decision);
    const letGo = '2026年第一季度分档奖：4月10日决定放行缓发的（青党发〔2026〕31号），';
    expect((await moneyOf('西岗村')).at(-1)).toBe(`${letGo}列入下一张报酬表。`);
    const { id } = await done(make(quarter));
    const sheet = await open(id);
    expect(told(sheet).at(-1)).toBe('丁 release tier withheld 60000 -60000');
    await refused('pay.same-hand', async () => {
      await giveAlso('wu', 'organisation');
      return town.who.wu.post(`${path}/sheets/${id}/check`);
    });
    // A change of the roster after the sheet was made makes it a sheet of yesterday.
    await kit().inside(town.tenant, (db) =>
      db
        .updateTable('post')
        .set({ from_on: '2026-01-01' })
        .where('person_code', '=', 'P-bing')
        .execute(),
    );
    await refused('pay.out-of-date', () => town.who.he.post(`${path}/sheets/${id}/check`));
    await done(town.who.wu.post(`${path}/sheets/${id}/withdrawal`, { reason: '丙的任职改了' }));
    const anew = await done(make(quarter));
    const now = await open(anew.id);
    expect(told(now)).toContain('丙 difference rate due 16533 0');
    await done(town.who.he.post(`${path}/sheets/${anew.id}/check`));
    const over = { reason: '更正补发', documentNo: '青财〔2026〕9号' };
    await refused('pay.over-budget', () =>
      town.who.gu.post(`${path}/sheets/${anew.id}/approval`, decision),
    );
    await done(town.who.gu.post(`${path}/sheets/${anew.id}/approval`, { ...decision, over }));
    expect((await open(anew.id)).budget).toMatchObject({ usedFen: 253467, isOver: true });
    expect((await done(town.who.wu.post(`${path}/held`))).rows).toEqual([]);
    expect((await moneyOf('西岗村')).at(-1)).toBe(`${letGo}4月10日审定，还没有发放。`);
    expect(await moneyOf('东溪村')).toContain(
      '2026年第一季度季度绩效、分档奖：4月10日审定补差，还没有发放。',
    );
    await refused('pay.nothing-to-pay', () => make(quarter));
  });
});

describe('the figures of a year', () => {
  it('are 3288 × 12 = 39456 = 24000 + 15456, half of the merit for 基本合格, and ten per cent to a ceiling', async () => {
    kit().setNow('2027-01-10T02:00:00.000Z');
    await town.post(
      `- { id: F9, kind: garbage, about: 西岗村, on: 2026-11-02, values: { 处数: 20 }, evidence: [记录], by: 城建办 周, reviewedBy: 考核办 吴 }`,
    );
    expect((await town.seal('cadre-year', '2026')).status).toBe(200);
    const { id } = await done(make({ line: 'cadre-year', period: '2026' }));
    const sheet = await open(id);
    const paid = sheet.rows.map(({ name, paidFen }: Row) => [name, paidFen]);
    expect(paid).toEqual([
      ['东溪村', 10000000],
      ['甲', 3945600],
      ['乙', 1313760],
      ['西岗村', 400000],
      ['丁', 3172800],
    ]);
    expect(328800 * 12).toBe(3945600);
    const jia: Row = sheet.rows[1];
    expect(jia.lines.map(({ sentence }) => sentence)).toEqual([
      '村党组织书记 2000 元 × 12 个月 = 24000.00 元',
      '村党组织书记 15456 元 × 1（优秀）= 15456.00 元',
    ]);
    expect(sheet.notices).toEqual([expect.stringContaining('等次还没有由有权机关决定')]);
    expect(sheet.sums.linesFen).toBe(
      paid.reduce((sum: number, [, fen]: [string, number]) => sum + fen, 0),
    );
  });

  it('go by the grades that the body decided, and wait for its decision', async () => {
    const { sheets } = await done(town.who.wu.get(`${path}/sheets`));
    const { id } = sheets[0];
    await done(town.who.he.post(`${path}/sheets/${id}/check`));
    const on = '2027-01-10';
    await refused('pay.grades-open', () =>
      town.who.gu.post(`${path}/sheets/${id}/approval`, { ...decision, on }),
    );
    const others = [
      { subject: '西岗村', grade: '优秀', reason: '年底整改到位', basis: '考核办法' },
    ];
    const grades = { body: '青禾镇党委会', documentNo: '青党发〔2027〕2号', decidedOn: on };
    await done(
      town.who.gu.post('/api/towns/qinghe/outcomes/cadre-year/2026/grades', {
        edition: 1,
        ...grades,
        others,
      }),
    );
    await refused('pay.out-of-date', () =>
      town.who.gu.post(`${path}/sheets/${id}/approval`, { ...decision, on }),
    );
    await done(town.who.wu.post(`${path}/sheets/${id}/withdrawal`, { reason: '等次已定' }));
    const anew = await done(make({ line: 'cadre-year', period: '2026' }));
    const sheet = await open(anew.id);
    expect(sheet.notices).toEqual([]);
    expect(sheet.rows.at(-1)).toMatchObject({ name: '丁', paidFen: 3945600 });
    await done(town.who.he.post(`${path}/sheets/${anew.id}/check`));
    await done(
      town.who.wu.post(`${path}/budgets`, {
        line: 'cadre-year',
        year: '2026',
        documentNo: '青财〔2026〕8号',
        on: '2026-02-01',
        amount: '300000',
      }),
    );
    await done(town.who.gu.post(`${path}/sheets/${anew.id}/approval`, { ...decision, on }));
  });
});

/** A second post for somebody who has one already. */
async function giveAlso(name: 'wu', role: 'organisation') {
  const { accountId } = town.who[name];
  await kit().inside(town.tenant, (db) =>
    giveRole(db, { tenantId: town.tenant, accountId, role, from: '2026-01-01' }),
  );
}

/** As whoever owns the tables, in the town: what binds them binds everybody. */
async function asOwner(change: string): Promise<void> {
  const client = new pg.Client({ connectionString: kit().ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('oneneedle.tenant', '${town.tenant}', false)`);
    await client.query(change);
  } finally {
    await client.end();
  }
}

/** The cells of every sheet of a workbook, as text. */
async function workbookRows(bytes: Uint8Array): Promise<string[][][]> {
  const { sheets } = await readWorkbook('pay.xlsx', { bytes });
  return sheets.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
}
