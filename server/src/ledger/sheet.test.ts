/** The score sheet and the workbook: many rows at once, errors at their cells, points beside inputs. */

import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, line, rubbish } from '../../test/ledger-town.ts';
import { formOf } from '../../test/org-town.ts';
import { insertSeal } from './index.ts';

interface Told {
  readonly posted?: { readonly milli: number };
  readonly withheld?: string;
  readonly facts: unknown[];
}

const kit = useProgram();
let town: LedgerTown;
let zhou: Asker;
let he: Asker;
let lin: Asker;
let wu: Asker;

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  he = await town.person('he', { role: 'recorder', lines: ['城建办'] });
  lin = await town.person('lin', { role: 'recorder', lines: ['党建办'] });
  wu = await town.person('wu', { role: 'reviewer' });
});

async function refuses(attempt: () => ReturnType<Asker['post']>, status: number, code: string) {
  const before = await town.state();
  const { status: got, body } = await attempt();
  expect([got, body.code]).toEqual([status, code]);
  expect(await town.state()).toEqual(before);
}

const garbage = { line, clause: '1.1', period: '2026-Q2' };
const sheet = (asker: Asker, wanted: object = garbage) =>
  asker.get(`${town.base}/sheet?${new URLSearchParams(wanted as Record<string, string>)}`);
const save = (asker: Asker, rows: object[], more: object = {}) =>
  asker.post(`${town.base}/sheet`, { ...garbage, kind: 'inspection.garbage', rows, ...more });
const rowOf = (answer: { body: { rows: { subject: string }[] } }, subject: string) =>
  answer.body.rows.find((row) => row.subject === subject);

describe('the score sheet', () => {
  it('has a row a village, the inputs of the kind, and points that it computes', async () => {
    const { body } = await sheet(zhou);
    expect(body.rows).toHaveLength(15);
    expect(body.kinds).toMatchObject([
      {
        kind: 'inspection.garbage',
        fields: [{ name: '处数', type: 'number', unit: '处', required: true }],
      },
    ]);
    expect(body).toMatchObject({
      mayWrite: true,
      isSealed: false,
      from: '2026-04-01',
      to: '2026-06-30',
    });
    expect(body.rows[0]).toMatchObject({
      subject: '东溪村',
      group: 'plain',
      facts: [],
      entries: [],
      posted: { milli: 0 },
    });
  });

  it('saves good rows whole and tells the others cell by cell', async () => {
    const { body } = await save(zhou, [
      { subject: '东溪村', on: '2026-04-03', values: { 处数: '4' }, evidence: ['巡查表'] },
      { subject: '西岗村', on: '2026-04-03', values: { 处数: '若干' }, evidence: ['巡查表'] },
      { subject: '禾丰村', on: '2026-05-03', values: { 处数: '1' } },
      { subject: '无此村', on: '2026-04-03', values: { 处数: '1' } },
    ]);
    expect(body.saved).toBe(1);
    expect(body.rows.map(({ isSaved }: { isSaved: boolean }) => isSaved)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(
      body.rows.map(({ findings }: { findings: { field?: string }[] }) => findings[0]?.field),
    ).toEqual([undefined, '处数', 'on', 'about']);
    const after = await sheet(zhou);
    expect(rowOf(after, '东溪村')).toMatchObject({
      entries: [
        {
          state: 'draft',
          version: 1,
          on: '2026-04-03',
          values: [{ name: '处数', text: '4' }],
          evidence: ['巡查表'],
          isMine: true,
        },
      ],
      posted: { milli: 0 },
      expected: { milli: -2000, text: '-2.00' },
    });
    expect(rowOf(after, '西岗村')).toMatchObject({ entries: [] });
  });

  it('writes a row anew, unless somebody else did meanwhile; a posted row stays', async () => {
    const row = (subject: string, count: string, entry?: object) => ({
      subject,
      on: '2026-04-04',
      values: { 处数: count },
      evidence: ['巡查表'],
      ...(entry ? { entry } : {}),
    });
    const first = await save(zhou, [row('松坡村', '2')]);
    const { entry } = first.body.rows[0];
    const second = await save(he, [row('松坡村', '3', entry)]);
    expect(second.body.rows[0].entry).toEqual({ id: entry.id, version: 2 });
    const stale = await save(zhou, [row('松坡村', '9', entry), row('石桥村', '1')]);
    expect(stale.body.saved).toBe(1);
    expect(stale.body.rows[0].findings[0].sentence).toContain('he改过');
    const latest = second.body.rows[0].entry;
    await wu.post(`${town.base}/reviews`, { entries: [latest] });
    const posted = await save(zhou, [row('松坡村', '9', { ...latest, version: 3 })]);
    expect(posted.body.rows[0].findings[0].sentence).toContain('已经入账');
    const shown = rowOf(await sheet(zhou), '松坡村');
    expect(shown).toMatchObject({
      facts: [{ state: 'posted', values: [{ text: '3' }] }],
      entries: [],
      posted: { milli: -1500 },
      expected: { milli: -1500 },
    });
  });

  it('keeps points from whoever could add up all clauses, until the seal', async () => {
    const whole = await town.person('whole', { role: 'recorder' });
    const office = await town.person('office', { role: 'assessment-office' });
    const points = async (asker: Asker) =>
      (await sheet(asker)).body.rows.map((row: Told) => row.posted?.milli ?? row.withheld);
    const told = await points(zhou);
    expect(told).toHaveLength(15);
    expect(told).toContain(-1500);
    expect(await points(office)).toEqual(told);
    for (const asker of [wu, whole]) {
      const { body } = await sheet(asker);
      const songpo = rowOf({ body }, '松坡村') as unknown as Told;
      expect(songpo.facts).toMatchObject([{ values: [{ text: '3' }] }]);
      expect(await points(asker)).toEqual(told.map(() => 'before-seal'));
      expect(JSON.stringify(body)).not.toContain('milli');
    }
    const rows = [
      { subject: '北闸村', on: '2026-04-03', values: { 处数: '2' }, evidence: ['巡查表'] },
    ];
    const { body } = await save(whole, rows);
    expect(rowOf(await sheet(whole), '北闸村')).toMatchObject({ expected: { milli: -1000 } });
    expect((await points(whole)).filter((one: unknown) => one === 'before-seal')).toHaveLength(14);
    const { id, version } = body.rows[0].entry;
    await whole.post(`${town.base}/entries/${id}/removal`, { version });
  });

  it('shows the points to every reader of the sheet after the seal', async () => {
    const place = await ledgerTown(kit(), 'sealed', '封存镇');
    const reader = await place.person('reader', { role: 'reviewer' });
    const period = '2026-Q1';
    const read = async () => {
      const query = new URLSearchParams({ ...garbage, period });
      return (await reader.get(`${place.base}/sheet?${query}`)).body.rows[0];
    };
    expect(await read()).toMatchObject({ withheld: 'before-seal' });
    await kit().inside(place.tenantId, (db) =>
      insertSeal(
        { db, tenant: { id: place.tenantId }, now: '2026-04-10T02:00:00.000Z' },
        { line, period, edition: 1, atSeq: 0, printed: {} },
      ),
    );
    expect(await read()).toMatchObject({ posted: { milli: 0 } });
  });

  it('expects what waits to be taken back', async () => {
    const { body } = await zhou.post(`${town.base}/entries`, {
      ...rubbish,
      on: '2026-04-07',
      about: [{ subject: '青崖村' }],
    });
    const entries = [{ id: body.entry.id, version: 1 }];
    const [fact] = (await wu.post(`${town.base}/reviews`, { entries })).body.facts;
    const back = await zhou.post(`${town.base}/facts/${fact.id}/reversal`, { reason: '记错' });
    expect(rowOf(await sheet(zhou), '青崖村')).toMatchObject({
      posted: { milli: -1500 },
      expected: { milli: 0 },
    });
    const [{ id, version }] = back.body.entries;
    await zhou.post(`${town.base}/entries/${id}/removal`, { version });
  });

  it('leaves a reversal what it is', async () => {
    const { body } = await zhou.post(`${town.base}/entries`, { ...rubbish, on: '2026-04-06' });
    const entries = [{ id: body.entry.id, version: 1 }];
    const [fact] = (await wu.post(`${town.base}/reviews`, { entries })).body.facts;
    const reversed = await zhou.post(`${town.base}/facts/${fact.id}/reversal`, { reason: '记错' });
    const [{ id, version }] = reversed.body.entries;
    const row = { subject: '东溪村', on: '2026-04-06', values: { 处数: '1' }, evidence: ['表'] };
    const before = await town.state();
    const saved = await save(zhou, [{ ...row, entry: { id, version } }]);
    expect(saved.body.saved).toBe(0);
    expect(saved.body.rows[0].findings[0].sentence).toContain('更正');
    expect(await town.state()).toEqual(before);
    await zhou.post(`${town.base}/entries/${id}/removal`, { version });
  });

  it('is for the office that owns the clause', async () => {
    expect((await sheet(lin)).body.code).toBe('ledger.office-other');
    const rows = [{ subject: '东溪村', on: '2026-04-03', values: { 处数: '1' } }];
    await refuses(() => save(lin, rows), 403, 'ledger.office-other');
    // Another office's kind cannot be smuggled in under one's own clause.
    const { body } = await save(lin, rows, { clause: '2.2.2' });
    expect([body.saved, body.rows[0].findings[0].field]).toEqual([0, 'clause']);
    await refuses(() => save(zhou, rows, { clause: '99' }), 404, 'ledger.clause-unknown');
    await refuses(() => save(zhou, rows, { period: '2026-05' }), 404, 'ledger.period-unknown');
  });

  it('takes chosen points with a reason where the clause leaves them', async () => {
    const wanted = { line, clause: '2.1.1', period: '2026-Q2' };
    const { body: empty } = await sheet(lin, wanted);
    expect(empty.clause.discretion).toEqual({ bands: [{ from: '-2', to: '-0.5' }] });
    const row = { subject: '东溪村', on: '2026-04-03', values: {}, evidence: ['访谈'] };
    const { body } = await lin.post(`${town.base}/sheet`, {
      ...wanted,
      kind: 'party.life.poor',
      rows: [
        { ...row, points: '-1', reason: '议题照抄上月' },
        { ...row, subject: '西岗村', points: '-5', reason: '议题照抄上月' },
        { ...row, subject: '禾丰村' },
      ],
    });
    expect(body.rows.map(({ isSaved }: { isSaved: boolean }) => isSaved)).toEqual([
      true,
      false,
      false,
    ]);
    expect(rowOf(await sheet(lin, wanted), '东溪村')).toMatchObject({ expected: { milli: -1000 } });
  });

  it('records a measure for the period where no day is given', async () => {
    const social = await town.person('meng', { role: 'recorder', lines: ['社会事务办'] });
    const { body } = await social.get(
      `/api/towns/qinghe/clauses?text=${encodeURIComponent('参保')}`,
    );
    const clause = body.rows[0].code;
    const wanted = { line, clause, period: '2026-Q1' };
    const saved = await social.post(`${town.base}/sheet`, {
      ...wanted,
      kind: 'insurance.rate',
      rows: [{ subject: '东溪村', values: { 参保率: '1890/2000' }, evidence: ['医保系统'] }],
    });
    expect(saved.body.saved).toBe(1);
    const shown = rowOf(await sheet(social, wanted), '东溪村');
    expect(shown).toMatchObject({ entries: [{ values: [{ text: '1890/2000' }] }] });
  });
});

async function send(
  asker: Asker,
  path: string,
  bytes: Uint8Array,
  more: Record<string, string> = {},
) {
  const file = new File([new Uint8Array(bytes)], '四月.xlsx');
  const { body, headers } = await formOf({ file, ...more });
  return asker.ask('POST', `${town.base}/${path}`, body, headers);
}

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  return workbook;
}

/** The workbook that the program exports, with rows added as a clerk does. */
async function workbookWith(rows: (string | number)[][]): Promise<Uint8Array> {
  const workbook = await loaded((await zhou.get(`${town.base}/template?line=${line}`)).bytes);
  const table = workbook.getWorksheet('垃圾积存');
  if (!table) throw new Error('the template has a sheet for rubbish');
  const titlesAt = [1, 2, 3, 4].find((row) =>
    cellsOf(table, row).some((text) => text.includes('对象')),
  );
  const head = cellsOf(table, titlesAt ?? 0);
  const titles = ['对象', '日期', '处数', '佐证'];
  for (const [at, row] of rows.entries()) {
    for (const [index, value] of row.entries()) {
      const column = head.findIndex((title) => title.includes(titles[index] ?? '')) + 1;
      table.getRow((titlesAt ?? 0) + 1 + at).getCell(column).value = value;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function cellsOf(table: ExcelJS.Worksheet, row: number): string[] {
  return (table.getRow(row).values as unknown[]).slice(1).map((value) => String(value ?? ''));
}

describe('a workbook', () => {
  it('is previewed, marked, and its good rows recorded', async () => {
    const bytes = await workbookWith([
      ['东溪村', '2026-04-09', 2, '巡查表'],
      ['西岗村', '2026-04-09', '好些', '巡查表'],
      ['禾丰村', '2026-04-30', 1, '巡查表'],
    ]);
    const preview = await send(zhou, 'imports/preview', bytes);
    expect(preview.body).toMatchObject({ goodRows: 1, badRows: 2, known: 0 });
    expect(preview.body.rows[0]).toMatchObject({ subjects: ['东溪村'], when: '2026-04-09' });
    expect(preview.body.remarks.map(({ row }: { row: number }) => row)).toEqual([5, 6]);
    const { digest } = preview.body;
    await refuses(
      () => send(zhou, 'imports', bytes, { digest, goodOnly: 'false' }),
      422,
      'ledger.import-bad-rows',
    );
    await refuses(
      () => send(zhou, 'imports', bytes, { digest: 'a'.repeat(64), goodOnly: 'true' }),
      409,
      'ledger.import-changed',
    );
    const marked = await send(zhou, 'imports/marked', bytes);
    const table = (await loaded(marked.bytes)).getWorksheet('垃圾积存');
    expect(JSON.stringify(table?.getRow(5).values)).toContain('不是确数');
    expect(JSON.stringify(table?.getRow(6).values)).toContain('还没有到');
    const done = await send(zhou, 'imports', bytes, { digest, goodOnly: 'true' });
    expect(done.body).toEqual({ recorded: 1, leftOut: 2 });
    const { body } = await zhou.get(`${town.base}/entries?subject=${encodeURIComponent('东溪村')}`);
    const recorded = body.rows.filter((row: { on?: string }) => row.on === '2026-04-09');
    expect(recorded).toMatchObject([{ state: 'draft', office: '城建办' }]);
  });

  it('is refused for the rows of other offices', async () => {
    const bytes = await workbookWith([['东溪村', '2026-04-09', 2, '巡查表']]);
    const { body } = await send(lin, 'imports/preview', bytes);
    expect([body.goodRows, body.badRows]).toEqual([0, 1]);
    expect(body.remarks[0].sentence).toContain('城建办');
    await refuses(
      () => send(lin, 'imports', bytes, { digest: body.digest, goodOnly: 'true' }),
      422,
      'ledger.import-empty',
    );
  });

  it('that was exported is known when it comes back', async () => {
    const { body } = await zhou.post(`${town.base}/entries`, { ...rubbish, on: '2026-04-10' });
    await wu.post(`${town.base}/reviews`, { entries: [{ id: body.entry.id, version: 1 }] });
    const exported = await wu.get(`${town.base}/export`);
    const preview = await send(zhou, 'imports/preview', exported.bytes);
    expect(preview.body).toMatchObject({ goodRows: 0, badRows: 0, remarks: [] });
    expect(preview.body.known).toBeGreaterThan(1);
    const text = await send(zhou, 'imports/preview', new TextEncoder().encode('not a workbook'));
    expect([text.status, text.body.code]).toEqual([422, 'ledger.import-unreadable']);
    const { body: form, headers } = await formOf({ file: new File(['x'], '..') });
    const outside = await zhou.ask('POST', `${town.base}/imports/preview`, form, headers);
    expect([outside.status, outside.body.code]).toEqual([422, 'ledger.import-unreadable']);
  });
});
