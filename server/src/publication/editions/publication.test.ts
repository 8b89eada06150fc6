/** A quarter from checking to a published edition, a corrected one and the seal, over HTTP. */

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKind, isoDate, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { pdf, phonePhoto } from '../../../test/evidence-samples.ts';
import { type Asker, useProgram } from '../../../test/kit/rooms.ts';
import { smallFacts, smallKinds, smallRoster, smallScheme } from '../../../test/small-town.ts';
import { emptyFolder, oneneedle, removeFolders } from '../../../test/terminal.ts';
import { citeEvidence } from '../../evidence/index.ts';
import { factsOf, ledgerHead, putFacts } from '../../ledger/index.ts';
import { putRoster } from '../../org/index.ts';
import { putKinds, putScheme } from '../../scheme/index.ts';
import { checkPublished, objectionWindow, publishedEdition } from '../index.ts';

const now = '2026-04-10T02:00:00.000Z';
const line = 'small-town';
const period = '2026-Q1' as const;
const named = { line, period };
const periods = `/api/towns/qinghe/periods/${line}/${period}`;
const published = `/api/towns/qinghe/publications/${line}/${period}`;
const [firstQuarter = ''] = smallFacts.split('# 二季度');
const fairness = '还没有看这一期的公平性报告。请先在“得分名次”里打开“公平性报告”，看完点“已看过”。';

const kit = useProgram();
let tenantId: string;
let wu: Asker;
let admin: Asker;
let dongxi: Asker;
let zhou: Asker;

beforeAll(async () => {
  tenantId = await kit().town('qinghe', '青禾镇');
  await kit().inside(tenantId, async (db) => {
    await putRoster(db, tenantId, readRoster(smallRoster).roster);
    const { value: kinds = [] } = readShape(smallKinds, factKind.array());
    await putKinds(db, { tenantId, kinds });
    const approved = {
      decisionNo: '青党发〔2026〕9号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2026-01-05',
    };
    await putScheme(db, { tenantId, source: smallScheme, approved, now });
  });
  await post(
    firstQuarter.replace(/- \{ id: C1.*\n/, '').replace('F1, kind', 'F1, tags: [private], kind'),
  );
  wu = await kit().person('qinghe', 'wu', { role: 'assessment-office' });
  admin = await kit().person('qinghe', 'admin', { role: 'administrator' });
  zhou = await kit().person('qinghe', 'zhou', { role: 'recorder' });
  dongxi = await kit().person('qinghe', 'dongxi', { role: 'village', unit: '东溪村' });
});

/** What publishing says beside its overrides. */
const said = {
  decision: { body: '青禾镇党委会', no: '青党纪〔2026〕12号', on: '2026-04-09' },
  secrecy: { by: '方信', on: '2026-04-09' },
  signature: { by: '中共青禾镇委员会', on: '2026-04-09' },
  objectTo: {
    office: '考核办',
    person: '吴考核',
    telephone: '0871-1234567',
    place: '镇政府 203 室',
  },
  postedOn: '2026-04-10',
};
const looked = { code: 'fairness-unread', sentence: fairness, reason: '演示期，已口头看过' };

describe('before anything is published', () => {
  it('is refused while the period is not checked', async () => {
    const reply = await wu.post(`${published}/editions`, said);
    expect([reply.status, reply.body.code]).toEqual([409, 'publication.not-checked']);
    for (const to of ['scoring', 'checking']) await wu.post(`${periods}/state`, { to });
    expect(await counted()).toEqual({ editions: 0, publications: 0, seals: 0 });
  });

  it('shows what keeps it, until when one may object, and nothing to read', async () => {
    const { body } = await wu.get(`${published}/readiness`);
    expect([body.edition, body.objectUntil, body.obstacles]).toEqual([1, '2026-04-17', []]);
    const codes = body.cautions.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['unchecked', 'fairness-unread']);
    expect((await zhou.get(published)).body.editions).toEqual([]);
    const paper = await wu.get(`${published}/papers/1/poster`);
    expect([paper.status, paper.body.code]).toEqual([404, 'publication.not-published']);
  });

  it.each([
    ['publication.override-missing', 422, {}],
    ['publication.override-missing', 422, { overrides: [looked] }],
    ['publication.days-order', 422, { postedOn: '2026-04-09' }],
    ['publication.days-order', 422, { decision: { ...said.decision, on: '2026-04-11' } }],
    ['publication.days-order', 422, { signature: { ...said.signature, on: '2026-04-11' } }],
    ['publication.days-order', 422, { signature: { ...said.signature, on: '2026-04-08' } }],
    ['publication.days-order', 422, { secrecy: { ...said.secrecy, on: '2026-04-11' } }],
    ['publication.calendar-missing', 409, { postedOn: '2027-12-30' }],
  ])('%s is refused and nothing is kept', async (code, status, change) => {
    const reply = await wu.post(`${published}/editions`, { ...said, ...change });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await counted()).toEqual({ editions: 0, publications: 0, seals: 0 });
  });

  it('cannot be overridden while material is missing', async () => {
    const second = published.replace('Q1', 'Q2');
    const reply = await wu.post(`${second}/editions`, said);
    expect(reply.body.code).toBe('publication.not-checked');
    for (const to of ['scoring', 'checking']) {
      await wu.post(`${periods.replace('Q1', 'Q2')}/state`, { to });
    }
    const { body } = await wu.get(`${second}/readiness`);
    const overrides = [...body.obstacles, ...body.cautions].map((one: object) => ({
      ...one,
      reason: '照样公示',
    }));
    const refused = await wu.post(`${second}/editions`, { ...said, overrides });
    expect([refused.status, refused.body.code]).toEqual([409, 'publication.cannot-override']);
    expect(await counted()).toEqual({ editions: 0, publications: 0, seals: 0 });
  });
});

describe('a published edition', () => {
  it('is kept with its overrides, its window, its receipt and the hash of its file', async () => {
    const { body: ready } = await wu.get(`${published}/readiness`);
    const overrides = ready.cautions.map((one: object) => ({ ...one, reason: '四月补签' }));
    const { status, body } = await wu.post(`${published}/editions`, { ...said, overrides });
    expect([status, body.edition, body.objectUntil]).toEqual([200, 1, '2026-04-17']);
    expect(body.overrides).toEqual(overrides);
    const file = await wu.get(`${published}/papers/1/file`);
    const found = checkPublished(new TextDecoder().decode(file.bytes));
    expect([found.faults, found.sha256]).toEqual([[], body.fileSha256]);
    const { body: rows } = await wu.get('/api/towns/qinghe/periods');
    const row = rows.rows.find((one: { period: string }) => one.period === period);
    expect([row.state, row.edition, row.receiptCode]).toEqual(['published', 1, body.receiptCode]);
    expect(row.sealedAt).toBeUndefined();
  });

  it('is read by everybody, the trees of others by no village', async () => {
    const { body } = await dongxi.get(published);
    expect(body.rows.map(({ name, rank }: Row) => [rank, name])).toEqual([
      [1, '南坪村'],
      [2, '西岗村'],
      [3, '东溪村'],
    ]);
    expect([body.workdaysLeft, body.papers, body.mayPublish]).toEqual([
      6,
      ['poster', 'notice', 'public'],
      false,
    ]);
    expect((await dongxi.get(`${published}/papers/1/file`)).body.code).toBe(
      'publication.not-public',
    );
    const own = await dongxi.get(`${periods}/subjects/${encodeURIComponent('东溪村')}`);
    const other = await dongxi.get(`${periods}/subjects/${encodeURIComponent('西岗村')}`);
    expect([own.status, other.status]).toEqual([200, 403]);
  });

  it('says nothing of a private ground, and has the same papers every time', async () => {
    const text = await textOf(wu, 'file');
    expect(text).toContain('按规定扣分');
    expect(text).not.toContain('"F1"');
    expect(text).toContain('"F2"');
    for (const paper of ['poster', 'notice', 'public', 'proof'] as const) {
      const first = await wu.get(`${published}/papers/1/${paper}`);
      const again = await wu.get(`${published}/papers/1/${paper}`);
      expect(first.status).toBe(200);
      expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    }
    const poster = await textOf(dongxi, 'poster');
    const { body } = await dongxi.get(published);
    const [{ publicRoot }] = body.editions;
    const code = `${publicRoot.slice(0, 8)}…${publicRoot.slice(-8)}`;
    const list = ['第 1 版', '中共青禾镇委员会', '2026年4月9日研究决定', code];
    const how = ['2026年4月17日（星期五）', '考核办 吴考核', '0871-1234567', '镇政府 203 室'];
    const answer = '没有经手的人核实，收到以后5个工作日内书面答复';
    for (const told of [...list, ...how, answer]) {
      expect(poster).toContain(told);
    }
    expect(poster).not.toContain('<svg');
    expect(poster).not.toContain(publicRoot);
    const open = heldIn(await textOf(dongxi, 'public'));
    expect(checkPublished(open, code)).toMatchObject({ root: publicRoot, faults: [] });
    for (const hidden of ['F1', 'F2', '城建办 周', '二月暗访', '2026-02-11', '2026-03-02']) {
      expect(open).not.toContain(hidden);
    }
  });

  it('does not step back, and is not published again unchanged or without a reason', async () => {
    const back = await wu.post(`${periods}/state`, { to: 'checking' });
    expect(back.body.code).toBe('assessment.period-published');
    const before = await counted();
    for (const [code, change] of [
      ['publication.reason-missing', {}],
      ['publication.override-missing', { reason: '更正' }],
    ] as const) {
      const reply = await wu.post(`${published}/editions`, { ...said, ...change });
      expect(reply.body.code).toBe(code);
    }
    const { body: ready } = await wu.get(`${published}/readiness`);
    expect(ready.differing).toEqual([]);
    const overrides = ready.cautions.map((one: object) => ({ ...one, reason: '补签' }));
    const reply = await wu.post(`${published}/editions`, { ...said, reason: '更正', overrides });
    expect([reply.status, reply.body.code]).toEqual([409, 'publication.nothing-changed']);
    expect(await counted()).toEqual(before);
  });

  it('is not sealed before the days to object are over, unless somebody says why', async () => {
    const reply = await wu.post(`${periods}/seal`, {});
    expect([reply.status, reply.body.code]).toEqual([409, 'assessment.seal-early']);
    expect(reply.body.detail).toContain('4月17日');
    expect((await counted()).seals).toBe(0);
  });

  it('hangs where somebody says that it hangs', async () => {
    const place = '镇政府公示栏';
    const posted = await dongxi.post(`${published}/displays`, { place, on: '2026-04-10' });
    expect([posted.status, posted.body.place, posted.body.edition]).toEqual([200, place, 1]);
    const early = await wu.post(`${published}/displays`, { place, on: '2026-04-09' });
    expect(early.body.code).toBe('publication.days-order');
    const end = `/api/towns/qinghe/publications/displays/${posted.body.id}/end`;
    expect((await wu.post(end, { on: '2026-04-11' })).body.code).toBe('publication.days-order');
    expect((await wu.post(end, { on: '2026-04-10' })).status).toBe(200);
    expect((await wu.post(end, { on: '2026-04-10' })).body.code).toBe(
      'publication.display-unknown',
    );
    const { body } = await wu.get(published);
    expect(body.displays).toHaveLength(1);
    expect(body.displays[0].takenDownOn).toBe('2026-04-10');
  });
});

describe('the photo of a posting', () => {
  const send = async (bytes: Uint8Array, name: string): Promise<string> =>
    (await sendEvidence(wu, { town: 'qinghe', name, bytes })).body.evidence.id;
  const hang = (photo: string) =>
    wu.post(`${published}/displays`, { place: '村口公示栏', on: '2026-04-10', photo });

  it('is a picture of the town that shows no private ground, and is seen by whoever reads the list', async () => {
    const [photo, paper, ground] = [
      await send(await phonePhoto({}), '公示栏.jpg'),
      await send(pdf, '公示.pdf'),
      await send(await phonePhoto(), '病历.jpg'),
    ];
    await kit().inside(tenantId, (db) =>
      citeEvidence({ db, tenant: { id: tenantId }, now }, { factId: 'F1', evidenceIds: [ground] }),
    );
    const before = (await wu.get(published)).body.displays.length;
    for (const [code, id] of [
      ['evidence.evidence-gone', randomUUID()],
      ['publication.photo-unfit', paper],
      ['publication.photo-unfit', ground],
    ] as const) {
      expect((await hang(id)).body.code).toBe(code);
    }
    expect((await wu.get(published)).body.displays).toHaveLength(before);
    const file = `/api/towns/qinghe/evidence/${photo}/file`;
    expect((await dongxi.get(file)).status).toBe(404);
    expect((await hang(photo)).body.photo).toBe(photo);
    expect((await dongxi.get(file)).status).toBe(200);
  });
});

describe('oneneedle verify', () => {
  it('checks the same file, and names the three ways to tamper with it', async () => {
    const folder = emptyFolder();
    const text = await textOf(wu, 'file');
    const path = join(folder, 'published.json');
    writeFileSync(path, text);
    const { sha256, root } = checkPublished(text);
    const sound = await oneneedle(['verify', path, '--receipt', sha256]);
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('一致')]);
    const page = join(folder, 'public.html');
    writeFileSync(page, await textOf(dongxi, 'public'));
    const open = await oneneedle(['verify', page, '--receipt', root]);
    expect([open.code, open.out]).toEqual([0, expect.stringContaining(root)]);
    expect(open.out.replace(/\s/g, '')).toContain('这两样没有核对');
    const alone = await oneneedle(['verify', page]);
    expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('内部一致')]);
    const other = await oneneedle(['verify', page, '--receipt', '0'.repeat(16), '--json']);
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('published-file-changed')]);
    const file = JSON.parse(text);
    const changed: Record<string, () => unknown> = {
      'published-rank-wrong': () => ({ ...file, rows: [{ ...file.rows[0], rank: 9 }] }),
      'published-fact-changed': () => {
        const facts = structuredClone(file.facts);
        const [first] = Object.keys(facts);
        facts[first ?? ''].fact.on = '2026-03-31';
        return { ...file, facts };
      },
      'published-log-reordered': () => {
        const leaves = file.log.leaves.toReversed();
        return { ...file, facts: {}, log: { ...file.log, leaves } };
      },
    };
    for (const [code, change] of Object.entries(changed)) {
      writeFileSync(path, JSON.stringify(change()));
      const { code: exit, out } = await oneneedle(['verify', path, '--json']);
      expect([exit, out]).toEqual([1, expect.stringContaining(code)]);
    }
    removeFolders();
  });
});

describe('a corrected edition', () => {
  it('keeps the seal waiting until it is published, then names what changed and why', async () => {
    const codes = async () =>
      (await wu.get(`${published}/readiness`)).body.cautions.map(
        ({ code }: { code: string }) => code,
      );
    expect((await wu.post(`${periods}/fairness/readings`, {})).status).toBe(200);
    expect(await codes()).toEqual(['unchecked']);
    await post(
      '- { id: R1, kind: reversal, form: event, about: 西岗村, on: 2026-04-10, reverses: F2, doc: { no: 青考复〔2026〕1号 }, by: 考核办 吴, reviewedBy: 考核办 徐 }',
    );
    kit().setNow('2026-04-20T02:00:00.000Z');
    const differs = await wu.post(`${periods}/seal`, {});
    expect([differs.status, differs.body.code]).toEqual([409, 'assessment.published-differs']);
    expect(differs.body.detail).toContain('西岗村');
    expect((await counted()).seals).toBe(0);
    const { body: ready } = await wu.get(`${published}/readiness`);
    expect(ready.differing).toEqual(['西岗村']);
    const [, stale] = ready.cautions;
    expect(stale.code).toBe('fairness-stale');
    expect(stale.sentence).toContain('读过之后又有 1 条事实');
    await wu.post(`${periods}/fairness/readings`, {});
    expect(await codes()).toEqual(['unchecked']);
    const { status, body } = await wu.post(`${published}/editions`, {
      ...said,
      postedOn: '2026-04-21',
      overrides: ready.cautions.slice(0, 1).map((one: object) => ({ ...one, reason: '四月补签' })),
      reason: '西岗村 3 月 2 日一条经复核不成立',
    });
    expect([status, body.edition, body.replaces, body.objectUntil]).toEqual([
      200,
      2,
      1,
      '2026-04-28',
    ]);
    expect(body.changes).toHaveLength(1);
    const [change] = body.changes;
    expect([change.name, change.old.total, change.new.total]).toEqual(['西岗村', '95.50', '96.00']);
    expect(change.why).toHaveLength(1);
    expect(change.why[0]).toContain('青考复〔2026〕1号');
    expect(checkPublished(await textOf(wu, 'file')).faults).toEqual([]);
    const poster = await textOf(dongxi, 'poster', 2);
    const from = '更正并代替2026年4月10日张榜的第 1 版（青党纪〔2026〕12号）';
    const what = '第 1.1 条 −0.50 → 0.00（青考复〔2026〕1号）';
    for (const told of ['考核更正公示', from, '95.50 分', '96.00 分', what]) {
      expect(poster).toContain(told);
    }
    const open = heldIn(await textOf(dongxi, 'public', 2));
    expect(checkPublished(open, body.publicRoot).faults).toEqual([]);
    expect(open).toContain(what);
  });

  it('tells a village why its own place changed and of others only that it did', async () => {
    const { body } = await dongxi.get(published);
    expect(body.editions.map(({ edition }: { edition: number }) => edition)).toEqual([2, 1]);
    expect(body.editions[0].changes[0].why).toEqual([]);
    expect(await kit().inside(tenantId, (db) => publishedEdition(db, named))).toMatchObject({
      edition: 2,
      replaces: 1,
    });
  });

  it('is what the seal freezes, with the receipt that was published', async () => {
    const early = await wu.post(`${periods}/seal`, {});
    expect(early.body.code).toBe('assessment.seal-early');
    const { body: before } = await wu.get(published);
    const sealed = await wu.post(`${periods}/seal`, { reason: '县里要求四月报送' });
    expect([sealed.status, sealed.body.edition, sealed.body.state]).toEqual([200, 2, 'sealed']);
    expect(sealed.body.receiptCode).toBe(before.editions[0].receiptCode);
    const [kept] = await kit().inside(tenantId, (db) =>
      db.selectFrom('seal').select(['edition', 'despite', 'printed']).execute(),
    );
    expect(kept?.despite).toMatchObject({ reason: '县里要求四月报送' });
    const again = await wu.post(`${published}/editions`, {
      ...said,
      postedOn: '2026-04-20',
      reason: '再公示',
    });
    expect([again.status, again.body.code]).toEqual([409, 'publication.published-already']);
    const window = await kit().inside(tenantId, (db) =>
      objectionWindow(db, { ...named, today: isoDate('2026-04-29') }),
    );
    expect(window).toMatchObject({ edition: 2, objectUntil: '2026-04-28', workdaysLeft: 0 });
  });
});

describe('the internet page', () => {
  const page = `/public/towns/qinghe/results/${line}/${period}`;
  const address = '/api/towns/qinghe/publications/internet';

  it('is not there until a decision turns it on, then has the list and its code', async () => {
    expect((await kit().stranger().get(page)).status).toBe(404);
    for (const wrong of [{ isOn: true }, { isOn: true, decisionNo: '青党纪〔2026〕13号' }]) {
      expect((await admin.post(address, wrong)).body.code).toBe('publication.internet-undecided');
    }
    expect((await kit().stranger().get(page)).status).toBe(404);
    const on = { isOn: true, decisionNo: '青党纪〔2026〕13号', decidedOn: '2026-04-15' };
    expect((await admin.post(address, on)).status).toBe(200);
    expect((await admin.get(address)).body).toEqual(on);
    const reply = await kit().stranger().get(page);
    expect([reply.status, reply.body.includes('第 1 版')]).toEqual([200, true]);
    kit().setNow('2026-04-21T02:00:00.000Z');
    const html: string = (await kit().stranger().get(page)).body;
    for (const told of ['第 2 版', '更正公示', '南坪村', '中共青禾镇委员会']) {
      expect(html).toContain(told);
    }
    expect(html).not.toContain('F2');
    const proof = await kit().stranger().get(`${page}/proof`);
    expect(proof.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(checkPublished(heldIn(proof.body))).toMatchObject({ facts: 0, faults: [] });
    expect(await textOf(wu, 'poster', 2)).toContain('<svg');
    expect((await admin.post(address, { isOn: false })).status).toBe(200);
    for (const path of [page, `${page}/proof`]) {
      expect((await kit().stranger().get(path)).status).toBe(404);
    }
  });
});

interface Row {
  readonly name: string;
  readonly rank: number;
}

/** The published text inside of a proof page. */
function heldIn(html: string): string {
  return /<script type="application\/json" id="file">([^<]*)</.exec(html)?.[1] ?? '';
}

async function textOf(asker: Asker, paper: string, edition = 1): Promise<string> {
  const { bytes } = await asker.get(`${published}/papers/${edition}/${paper}`);
  return new TextDecoder().decode(bytes);
}

async function post(text: string): Promise<void> {
  const { facts } = readFacts(text);
  await kit().inside(tenantId, async (db) => {
    await putFacts({ db, tenant: { id: tenantId }, now }, await numbered(db, facts));
  });
}

type Facts = ReturnType<typeof readFacts>['facts'];

/** Facts of a file with the numbers that follow on the ledger's. */
async function numbered(db: Parameters<typeof ledgerHead>[0], facts: Facts): Promise<Facts> {
  const { size } = await ledgerHead(db);
  return facts.map((fact, index) => ({ ...fact, seq: size + index + 1 }));
}

function counted() {
  return kit().inside(tenantId, async (db) => {
    const count = async (table: 'edition' | 'publication' | 'seal') =>
      (await db.selectFrom(table).select('period').execute()).length;
    expect((await factsOf(db)).facts.length).toBeGreaterThan(0);
    return {
      editions: await count('edition'),
      publications: await count('publication'),
      seals: await count('seal'),
    };
  });
}
