/** A quarter from the first fact to the seal, over HTTP, with the demonstration scheme. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { factKind, readFacts, readRoster, readScheme, readShape } from '@oneneedle/kernel';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { ledgerHead, putFacts } from '../ledger/index.ts';
import { putRoster } from '../org/index.ts';
import { putKinds, putScheme } from '../scheme/index.ts';
import { verifyPackage } from './index.ts';

const example = join(import.meta.dirname, '../../../schemes/village-daily');
const text = (name: string) => readFileSync(join(example, name), 'utf8');
const first = '/api/towns/qinghe/periods/qinghe-village-daily/2026-Q1';

const kit = useProgram();
let tenantId: string;
let foreignId: string;
let wu: Asker;
let zhou: Asker;
let dongxi: Asker;
let leader: Asker;
let foreign: Asker;

beforeAll(async () => {
  tenantId = await kit().town('qinghe', '青禾镇');
  foreignId = await kit().town('luoxi', '落溪镇');
  const source = text('scheme.yaml');
  const { value: scheme } = readScheme(source);
  const { value: kinds = [] } = readShape(text('kinds.yaml'), factKind.array());
  const now = '2026-04-10T02:00:00.000Z';
  await kit().inside(tenantId, async (db) => {
    await putRoster(db, tenantId, readRoster(text('roster.yaml')).roster);
    await putKinds(db, { tenantId, kinds });
    const approved = {
      decisionNo: '青党发〔2026〕3号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2026-01-05',
    };
    await putScheme(db, { tenantId, source, approved, now });
    const { facts } = readFacts(text('facts.yaml'));
    const known = facts.filter(({ seq }) => seq <= 123); // what was posted before 20 April
    await putFacts({ db, tenant: { id: tenantId }, now }, known);
  });
  expect(scheme?.line).toBe('qinghe-village-daily');
  wu = await kit().person('qinghe', 'wu', { role: 'assessment-office' });
  zhou = await kit().person('qinghe', 'zhou', { role: 'recorder', lines: ['城建办'] });
  leader = await kit().person('qinghe', 'leader', { role: 'leader' });
  dongxi = await kit().person('qinghe', 'dongxi', { role: 'village', unit: '东溪村' });
  foreign = await kit().person('luoxi', 'foreign', { role: 'assessment-office' });
});

describe('before the seal', () => {
  it('lists the periods that have begun, the latest first', async () => {
    const { body } = await wu.get('/api/towns/qinghe/periods');
    expect(
      body.rows.map((row: { period: string; state: string }) => [row.period, row.state]),
    ).toEqual([
      ['2026-Q2', 'open'],
      ['2026-Q1', 'open'],
    ]);
  });

  it('shows totals and ranks to the assessment office alone', async () => {
    const { status, body } = await wu.get(`${first}/standings`);
    expect(status).toBe(200);
    expect(body.rows).toHaveLength(15);
    for (const asker of [zhou, leader, dongxi]) {
      const refused = await asker.get(`${first}/standings`);
      expect([refused.status, refused.body.code]).toEqual([403, 'assessment.not-before-seal']);
    }
    expect((await foreign.get(`${first}/standings`)).status).toBe(404);
  });

  it('adds up: parts to the total, the tree to its root', async () => {
    const { body } = await wu.get(`${first}/standings`);
    for (const row of body.rows) {
      const sum = row.parts.reduce((all: number, part: { milli: number }) => all + part.milli, 0);
      expect([row.name, sum]).toEqual([row.name, row.total.milli]);
    }
    const [environment, party] = body.columns;
    expect(environment).toMatchObject({ fullByGroup: { plain: '40', hill: '30', suburb: '35' } });
    expect(environment).not.toHaveProperty('full');
    expect(party).toMatchObject({ full: '12' });
    const tree = (await wu.get(`${first}/subjects/${encodeURIComponent('东溪村')}`)).body;
    expect(addsUp(tree.root)).toBe(true);
    expect(tree.total.milli).toBe(
      body.rows.find((row: { code: string }) => row.code === '东溪村').total.milli,
    );
    const garbage = find(tree.root, '1.1');
    expect(garbage?.text).toContain('垃圾积存');
    expect(garbage?.owner).toBe('城建办');
    expect(garbage?.facts[0]?.sentence).toContain('2月暗访');
    expect(garbage?.plain ?? garbage?.children[0]?.plain).toMatch(
      /^扣 [\d.]+ 分：2月\d+日.*2月暗访.*（第 1\.1 条，.*），.+，登记 .+，复核 .+。$/,
    );
    expect(garbage?.facts[0]?.told).toMatchObject({
      day: expect.stringMatching(/^2月\d+日$/),
      recordedBy: expect.stringMatching(/\p{Script=Han}/u),
      postedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('says what a deduction cost, and prints one sheet', async () => {
    const subject = `${first}/subjects/${encodeURIComponent('东溪村')}`;
    const { body } = await wu.get(`${subject}/chances`);
    expect(body.rows.length).toBeGreaterThan(0);
    const sheet = await wu.get(`${subject}/sheet`);
    expect(sheet.headers.get('content-type')).toContain('text/html');
    expect(sheet.body).toContain('东溪村');
  });

  it('refuses a period without a scheme, and a name that is not on the list', async () => {
    const none = await wu.get('/api/towns/qinghe/periods/qinghe-village-daily/2025-Q1/standings');
    expect(none.body.code).toBe('assessment.period-unknown');
    const nobody = await wu.get(`${first}/subjects/${encodeURIComponent('不在村')}`);
    expect(nobody.body.code).toBe('assessment.subject-unknown');
  });
});

describe('a scheme that begins within a quarter', () => {
  it('assesses no part of a period: none is listed, none is opened', async () => {
    const source = text('scheme.yaml').replace('from: 2026-01-01', 'from: 2026-02-01');
    const approved = {
      decisionNo: '落党发〔2026〕1号',
      decidedBy: '党委会',
      decidedOn: '2026-02-01',
    };
    const now = '2026-02-01T02:00:00.000Z';
    const luoxi = '/api/towns/luoxi';
    await kit().inside(foreignId, (db) =>
      putScheme(db, { tenantId: foreignId, source, approved, now }),
    );
    const { rows } = (await foreign.get(`${luoxi}/periods`)).body;
    expect(rows.map((row: { period: string }) => row.period)).toEqual(['2026-Q2']);
    const { lines } = (await foreign.get(`${luoxi}/ledger/options`)).body;
    expect(lines[0].periods.map((one: { period: string }) => one.period)).toEqual(['2026-Q2']);
    const line = 'qinghe-village-daily';
    for (const [address, code] of [
      [`periods/${line}/2026-Q1/standings`, 'assessment.period-unknown'],
      [`ledger/signatures?line=${line}&period=2026-Q1`, 'ledger.period-unknown'],
      [`ledger/sheet?line=${line}&clause=1.1&period=2026-Q1`, 'ledger.period-unknown'],
    ]) {
      expect((await foreign.get(`${luoxi}/${address}`)).body.code, address).toBe(code);
    }
  });
});

describe('a trial', () => {
  it('runs next year’s scheme on the facts of this year and keeps nothing', async () => {
    const source = text('scheme.yaml')
      .replace('version: 2026.1', 'version: 2027.1')
      .replace('from: 2026-01-01, to: 2026-12-31', 'from: 2027-01-01, to: 2027-12-31')
      .replace('delta: -0.5 } }', 'delta: -1 } }');
    const approved = {
      decisionNo: '青党发〔2027〕1号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2026-12-30',
    };
    const versionId = await kit().inside(tenantId, (db) =>
      putScheme(db, { tenantId, source, approved, now: '2026-12-30T02:00:00.000Z' }),
    );
    const { status, body } = await wu.post(`${first}/sandbox`, { versionId });
    expect([status, body.beforeVersion, body.afterVersion]).toEqual([200, '2026.1', '2027.1']);
    const dongxi = body.rows.find((row: { code: string }) => row.code === '东溪村');
    expect(dongxi.change.milli).toBe(-2500); // five places at 1 instead of 0.5
    expect(dongxi.contributions[0]).toMatchObject({ code: '1.1', label: '条款 1.1' });
    expect(dongxi.contributions[0].text).toContain('垃圾积存');
    expect((await leader.post(`${first}/sandbox`, { versionId })).status).toBe(403);
  });
});

describe('on the way to the seal', () => {
  it('moves one step at a time and puts lines on the lists of offices', async () => {
    const jump = await wu.post(`${first}/state`, { to: 'checking' });
    expect(jump.body.code).toBe('assessment.state-step');
    expect((await zhou.post(`${first}/state`, { to: 'scoring' })).status).toBe(403);
    expect((await wu.post(`${first}/state`, { to: 'scoring' })).body.state).toBe('scoring');
    const early = await wu.post(`${first}/seal`);
    expect(early.body.code).toBe('assessment.not-checked');
  });

  it('seals what was checked, keeps it as it was, and posts the results as facts', async () => {
    await wu.post(`${first}/state`, { to: 'checking' });
    const desk = (await wu.get('/api/towns/qinghe/desk')).body.rows;
    expect(desk.map((row: { kind: string }) => row.kind)).toContain('check');
    const ready = (await wu.get(`${first}/readiness`)).body;
    expect([ready.isReady, ready.obstacles]).toEqual([true, []]);
    const before = (await wu.get(`${first}/standings`)).body;
    const sealed = await wu.post(`${first}/seal`);
    expect([sealed.status, sealed.body.state, sealed.body.edition, sealed.body.results]).toEqual([
      200,
      'sealed',
      1,
      15,
    ]);
    const after = (await leader.get(`${first}/standings`)).body;
    expect(after.rows).toEqual(before.rows);
    expect(after.receiptCode).toMatch(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}$/);
    const { size } = await kit().inside(tenantId, ledgerHead);
    expect(size).toBe(123 + 15);
    expect((await wu.get('/api/towns/qinghe/desk')).body.rows).toEqual([]);
  });

  it('is not sealed twice, nor moved any more', async () => {
    const before = await kit().inside(tenantId, ledgerHead);
    const again = await wu.post(`${first}/seal`);
    expect(again.body.code).toBe('assessment.not-ready');
    expect(again.body.detail).toContain('已封存');
    expect((await wu.post(`${first}/state`, { to: 'scoring' })).body.code).toBe(
      'assessment.period-sealed',
    );
    expect(await kit().inside(tenantId, ledgerHead)).toEqual(before);
  });

  it('tells each office what it has not signed while marks are given, and no longer afterwards', async () => {
    const second = first.replace('Q1', 'Q2');
    const titles = async () =>
      (await zhou.get('/api/towns/qinghe/desk')).body.rows.map(
        (row: { title: string }) => row.title,
      );
    expect(await titles()).toEqual([]);
    await wu.post(`${second}/state`, { to: 'scoring' });
    expect(await titles()).toEqual([
      expect.stringMatching(/^2026年第二季度打分：城建办还有 \d+ 条没有签/),
    ]);
    const { unsigned } = (await wu.get(`${second}/readiness`)).body;
    expect(unsigned.map(({ office }: { office: string }) => office)).toContain('城建办');
    await wu.post(`${second}/state`, { to: 'open' });
    expect(await titles()).toEqual([]);
  });

  it('lets a village read its own sheet and nobody else’s', async () => {
    const own = await dongxi.get(`${first}/subjects/${encodeURIComponent('东溪村')}`);
    expect(own.status).toBe(200);
    const other = await dongxi.get(`${first}/subjects/${encodeURIComponent('西岗村')}`);
    expect([other.status, other.body.code]).toEqual([403, 'assessment.not-own']);
    const list = (await dongxi.get(`${first}/standings`)).body;
    expect([list.code, list.data.units]).toEqual(['assessment.not-own', ['东溪村']]);
  });

  it('opens to a post for some units the trees of these, with those below, and no others', async () => {
    await kit().inside(tenantId, async (db) => {
      const area = { tenant_id: tenantId, code: '东片', name: '东片', type: 'area' };
      await db.insertInto('unit').values(area).execute();
      await db
        .updateTable('unit')
        .set({ parent_code: '东片' })
        .where('code', '=', '东溪村')
        .execute();
    });
    for (const unit of ['东溪村', '东片']) {
      const name = unit === '东片' ? 'cadre.area' : 'cadre.village';
      const cadre = await kit().person('qinghe', name, { role: 'resident-cadre', unit });
      const open = async (subject: string, what = '') =>
        (await cadre.get(`${first}/subjects/${encodeURIComponent(subject)}${what}`)).status;
      for (const what of ['', '/chances', '/changes', '/sheet', '/rank-range']) {
        expect([unit, what, await open('东溪村', what)]).toEqual([unit, what, 200]);
        expect([unit, what, await open('西岗村', what)]).toEqual([unit, what, 403]);
      }
      expect((await cadre.get(`${first}/standings`)).body.code).toBe('assessment.not-own');
    }
    await kit().inside(tenantId, (db) =>
      db.updateTable('unit').set({ parent_code: '青禾镇' }).where('code', '=', '东溪村').execute(),
    );
  });

  it('names no other village to a village: no neighbour, no gap, no fact of theirs', async () => {
    const subject = `${first}/subjects/${encodeURIComponent('东溪村')}`;
    const names = (await wu.get(`${first}/standings`)).body.rows.map(
      ({ name }: { name: string }) => name,
    );
    const others = names.filter((name: string) => name !== '东溪村');
    const told = async (asker: Asker, what: string) => {
      const { status, body } = await asker.get(`${subject}${what}`);
      const words = typeof body === 'string' ? body : JSON.stringify(body);
      return [status, others.some((name: string) => words.includes(name))];
    };
    for (const what of ['', '/chances', '/sheet']) {
      expect([what, ...(await told(dongxi, what))]).toEqual([what, 200, false]);
      expect([what, ...(await told(leader, what))]).toEqual([what, 200, true]);
    }
    expect((await dongxi.get(`${subject}/rank-range`)).status).toBe(403);
  });

  it('says of a sealed period what would have been, in the decimals of the list', async () => {
    const subject = `${first}/subjects/${encodeURIComponent('东溪村')}`;
    const { rows, isPast, isTooLarge } = (await wu.get(`${subject}/chances`)).body;
    expect([isPast, isTooLarge]).toEqual([true, false]);
    for (const { sentence, gain } of rows) {
      expect(sentence).toContain(`，当时本可少扣 ${gain.text} 分`);
    }
    const open = subject.replace('Q1', 'Q2');
    const later = (await wu.get(`${open}/chances`)).body;
    expect(later.isPast).toBe(false);
    expect(JSON.stringify(later)).not.toContain('当时');
  });

  it('says how firm a rank is, before the seal and after it', async () => {
    const ranges = async (period: string) => {
      const { rows } = (await wu.get(`${period}/standings`)).body;
      return Promise.all(
        rows.slice(0, 4).map(async ({ code, rank }: { code: string; rank?: number }) => {
          const asked = `${period}/subjects/${encodeURIComponent(code)}/rank-range`;
          return { rank, ...(await wu.get(asked)).body };
        }),
      );
    };
    for (const { rank, range } of await ranges(first)) {
      expect(range[0]).toBeLessThanOrEqual(rank);
      expect(range[1]).toBeGreaterThanOrEqual(rank);
    }
    expect((await ranges(first)).some(({ moved }) => moved !== undefined)).toBe(true);
    for (const { rank, absent } of await ranges(first.replace('Q1', 'Q2'))) {
      expect(absent).toBe(rank === undefined ? 'notRanked' : undefined);
    }
    const nobody = `${first}/subjects/${encodeURIComponent('不在村')}/rank-range`;
    expect((await wu.get(nobody)).body.code).toBe('assessment.subject-unknown');
  });

  it('makes one corrected edition of one decision, also for two who seal at once', async () => {
    const decisionNo = '青考〔2026〕9号';
    const replies = await Promise.all([1, 2].map(() => wu.post(`${first}/seal`, { decisionNo })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409);
    expect(refused?.body.detail).toContain('已经用于这一期的第2版');
    const sealed = (await wu.get(`${first}/standings`)).body;
    expect(sealed.edition).toBe(2);
  });

  it('gives its notice a number, of the edition that was kept; asked again it is the same', async () => {
    const { body } = await wu.post(`${first}/official-document`);
    expect(body).toMatchObject({ number: '通报2026-001', isNew: true });
    expect((await wu.post(`${first}/official-document`)).body).toEqual({ ...body, isNew: false });
    const { body: all } = await wu.get('/api/towns/qinghe/official-documents');
    expect(all.rows[0].madeFrom).toMatch(/第2版（凭据码[0-9A-Z-]+）$/i);
    const open = await wu.post(`${first.replace('Q1', 'Q2')}/official-document`);
    expect([open.status, open.body.code]).toEqual([409, 'assessment.not-kept']);
    expect((await wu.get('/api/towns/qinghe/official-documents')).body).toEqual(all);
  });

  it('gives a package that can be verified offline', async () => {
    const reply = await wu.get(`${first}/package`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/zip');
    const folder = mkdtempSync(join(tmpdir(), 'oneneedle-package-'));
    const zip = await JSZip.loadAsync(reply.bytes);
    for (const [name, part] of Object.entries(zip.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      if (!part.dir) writeFileSync(join(folder, name), await part.async('uint8array'));
    }
    const { agrees, differences } = await verifyPackage(folder);
    expect([agrees, differences]).toEqual([true, []]);
    const { code } = JSON.parse(readFileSync(join(folder, 'receipt.json'), 'utf8'));
    const { body } = await wu.get(`${first}/standings`);
    expect(code).toBe(body.receiptCode);
    rmSync(folder, { recursive: true });
  });
});

interface Shown {
  readonly code: string;
  readonly kind: string;
  readonly milli: number;
  readonly sum: string;
  readonly text?: string;
  readonly owner?: string;
  readonly plain?: string;
  readonly facts: readonly { readonly sentence: string; readonly told?: object }[];
  readonly children: readonly Shown[];
}

/** Shown children add up where no full mark was folded into the sum. */
function addsUp(line: Shown): boolean {
  const sum = line.children.reduce((all, { milli }) => all + milli, 0);
  const own = line.children.length === 0 || line.sum !== '' || sum === line.milli;
  return own && line.children.every(addsUp);
}

function find(line: Shown, code: string): Shown | undefined {
  if (line.code === code) return line;
  for (const child of line.children) {
    const found = find(child, code);
    if (found) return found;
  }
  return undefined;
}
