import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { factKind, readScheme, readShape } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { giveRole } from '../org/index.ts';
import type { Role } from '../platform/index.ts';
import { putKinds, putScheme, schemeDocument } from './index.ts';

const kit = useProgram();

const exampleFile = (file: string) =>
  readFileSync(new URL(`../../../schemes/village-daily/${file}`, import.meta.url), 'utf8');
const source = exampleFile('scheme.yaml');
const kinds = readShape(exampleFile('kinds.yaml'), factKind.array()).value ?? [];
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The next year's text: a heavier point, another owner, a clause less, a clause more. */
const next = source
  .replace('version: 2026.1', 'version: 2027.1')
  .replace('from: 2026-01-01, to: 2026-12-31', 'from: 2027-01-01, to: 2027-12-31');

interface Town {
  readonly tenantId: string;
  readonly at: string;
  readonly office: Asker;
  readonly clerk: Asker;
  readonly village: Asker;
}

let towns = 0;
let people: Pick<Town, 'office' | 'clerk' | 'village'> | undefined;

/** A town with its catalogue; the same three people hold in every one the post that their name says. */
async function founded({ adopted = false } = {}): Promise<Town> {
  towns += 1;
  const code = `town-${towns}`;
  const tenantId = await kit().town(code, `第${towns}镇`);
  await kit().inside(tenantId, async (db) => {
    await putKinds(db, { tenantId, kinds });
    if (!adopted) return;
    await putScheme(db, {
      tenantId,
      source,
      now: '2026-01-06T02:00:00.000Z',
      approved: {
        decisionNo: '青党发〔2026〕3号',
        decidedBy: '青禾镇党委会',
        decidedOn: '2026-01-05',
      },
    });
  });
  people ??= {
    office: await kit().person(code, 'office'),
    clerk: await kit().person(code, 'clerk'),
    village: await kit().person(code, 'village'),
  };
  const { office, clerk, village } = people;
  await kit().inside(tenantId, async (db) => {
    const give = ({ accountId }: Asker, role: Role, lines: string[] = []) =>
      giveRole(db, { tenantId, accountId, role, lines, from: '2026-01-01' });
    await give(office, 'assessment-office');
    await give(clerk, 'recorder', ['城建办']);
    await give(village, 'village');
  });
  return { tenantId, at: `/api/towns/${code}`, ...people };
}

async function uploaded({ office, at }: Town, text: string, fileName = '办法.yaml') {
  const answer = await office.post(`${at}/schemes`, { fileName, content: base64(text) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.id as string;
}

/** Everything that stands in the rooms' tables, to see that a refusal changed nothing. */
async function kept({ tenantId }: Town) {
  return kit().inside(tenantId, async (db) => ({
    versions: await db.selectFrom('scheme_version').selectAll().orderBy('id').execute(),
    comments: await db.selectFrom('scheme_comment').selectAll().orderBy('id').execute(),
    kinds: await db.selectFrom('fact_kind').selectAll().orderBy('code').execute(),
    papers: await db.selectFrom('scheme_paper').select('version_id').execute(),
  }));
}

/** Asks for what must be refused with this code, and sees that nothing changed. */
async function refused(
  town: Town,
  ask: () => ReturnType<Asker['get']>,
  { status, code, says = '' }: { status: number; code: string; says?: string },
) {
  const before = await kept(town);
  const answer = await ask();
  expect(answer.body).toMatchObject({ status, code });
  expect(answer.body.detail).toContain(says);
  expect(await kept(town)).toEqual(before);
}

const decision = {
  decisionNo: '青党纪〔2026〕12号',
  decidedBy: '青禾镇党委会',
  decidedOn: '2026-04-20',
};

/** Comments asked for, gathered and over: the clock stands on 21 April. */
async function commented(town: Town, id: string) {
  kit().setNow('2026-04-10T02:00:00.000Z');
  const days = { from: '2026-04-10', to: '2026-04-19' };
  const opened = await town.office.ask('PUT', `${town.at}/schemes/${id}/comment-days`, days);
  expect(opened.status).toBe(200);
  kit().setNow('2026-04-21T02:00:00.000Z');
}

describe('a draft', () => {
  it('is made from the text of a scheme, checked, written and downloaded', async () => {
    const town = await founded();
    const id = await uploaded(town, source);
    const { body } = await town.office.get(`${town.at}/schemes/${id}`);
    expect(body.version).toMatchObject({
      line: 'qinghe-village-daily',
      version: '2026.1',
      state: 'draft',
      stage: 'draft',
      from: '2026-01-01',
    });
    expect(body.source).toBe(source);
    expect(body.checked.errors).toBe(0);
    expect(body.deeds).toEqual(['write', 'open-comments', 'withdraw']);
    const clause = body.checked.official.rows.find((row: { code: string }) => row.code === '1.1');
    expect(clause).toMatchObject({
      kind: 'clause',
      owner: '城建办',
      rule: '每处扣0.5分',
      hears: ['垃圾积存'],
    });
    expect(source.split('\n')[clause.line - 1]).toContain('code: 1.1');

    const changed = source.replace('每处扣0.5分', '每处扣1分');
    const path = `${town.at}/schemes/${id}`;
    const written = await town.office.ask('PUT', path, { source: changed, base: sha256(source) });
    expect(written.body.version.sourceSha256).toBe(sha256(changed));
    await refused(town, () => town.office.ask('PUT', path, { source, base: sha256(source) }), {
      status: 409,
      code: 'scheme.changed-meanwhile',
      says: '还在本页',
    });
    const file = await town.office.get(`${path}/source`);
    expect(Buffer.from(file.bytes).toString('utf8')).toBe(changed);
    expect(file.headers.get('content-disposition')).toContain(
      encodeURIComponent('（2026.1）.yaml'),
    );
    const word = await town.office.get(`${path}/document`);
    expect(Buffer.from(word.bytes.slice(0, 2)).toString()).toBe('PK');
  });

  it('is kept whatever is wrong with it, and the text says where', async () => {
    const town = await founded();
    const broken = source.replace('delta: -0.5', 'delta: abc');
    const id = await uploaded(town, broken);
    const { body } = await town.office.get(`${town.at}/schemes/${id}`);
    expect(body.source).toBe(broken);
    expect(body.checked.official).toBeUndefined();
    const [finding] = body.checked.findings;
    expect(finding).toMatchObject({ severity: 'error', code: 'not-exact' });
    expect(broken.split('\n')[finding.line - 1]).toContain('delta: abc');
    const half = 'line: [';
    const path = `${town.at}/schemes/${id}`;
    await town.office.ask('PUT', path, { source: half, base: sha256(broken) });
    expect((await town.office.get(path)).body.source).toBe(half);
  });

  it('is checked while it is written, and nothing is kept', async () => {
    const town = await founded();
    const wrong = source.replace('full: 40', 'full: 41');
    const before = await kept(town);
    const { body } = await town.office.post(`${town.at}/schemes/lint`, { source: wrong });
    expect(body.errors + body.warnings).toBeGreaterThan(0);
    expect(body.findings.some((one: { line?: number }) => (one.line ?? 0) > 1)).toBe(true);
    expect(body.official.title).toContain('青禾镇村日常工作');
    expect(await kept(town)).toEqual(before);
    await refused(town, () => town.clerk.post(`${town.at}/schemes/lint`, { source }), {
      status: 403,
      code: 'gate.not-permitted',
    });
  });

  it('is made from a Word document, with every open place listed and the paper kept', async () => {
    const town = await founded();
    const scheme = readScheme(source).value;
    if (!scheme) throw new Error('the example is readable');
    const paper = await schemeDocument(scheme, { kinds });
    const { body } = await town.office.post(`${town.at}/schemes`, {
      fileName: '青禾镇考核细则.docx',
      content: base64(paper),
    });
    expect(body.notes.clauses).toBeGreaterThan(20);
    expect(body.notes.open.length).toBeGreaterThan(0);
    const read = (await town.office.get(`${town.at}/schemes/${body.id}`)).body;
    expect(read.notes).toEqual(body.notes);
    expect(read.paper).toEqual({ fileName: '青禾镇考核细则.docx' });
    expect(read.source).toContain('kinds:');
    expect(read.checked.findings.some((one: { code: string }) => one.code === 'not-yaml')).toBe(
      false,
    );
    const back = await town.office.get(`${town.at}/schemes/${body.id}/paper`);
    expect(Buffer.from(back.bytes).equals(Buffer.from(paper))).toBe(true);
  });

  it('refuses files that it cannot read or may not keep', async () => {
    const town = await founded();
    const upload = (fileName: string, content: string | Uint8Array) => () =>
      town.office.post(`${town.at}/schemes`, { fileName, content: base64(content) });
    await refused(town, upload('细则.doc', 'x'), {
      status: 422,
      code: 'scheme.paper-refused',
      says: '另存为',
    });
    await refused(town, upload('细则.docx', 'no zip'), {
      status: 422,
      code: 'scheme.paper-refused',
      says: '细则.docx',
    });
    await refused(town, upload('办法.yaml', new Uint8Array([0xc4, 0xe3])), {
      status: 422,
      code: 'scheme.not-utf8',
    });
    await refused(town, upload('办法.yaml', ''), { status: 422, code: 'scheme.file-empty' });
    await refused(town, upload('机密★细则.yaml', source), {
      status: 422,
      code: 'scheme.marked-secret',
    });
    await refused(town, upload('办法.yaml', `# 机密★1年\n${source}`), {
      status: 422,
      code: 'scheme.marked-secret',
      says: '没有留下副本',
    });
  });

  it('is taken back and stays readable, and nobody writes it any more', async () => {
    const town = await founded();
    const id = await uploaded(town, source);
    const path = `${town.at}/schemes/${id}`;
    expect((await town.office.post(`${path}/withdrawal`)).status).toBe(200);
    const { body } = await town.office.get(path);
    expect(body.version.stage).toBe('withdrawn');
    expect(body.deeds).toEqual(['draft-next']);
    await refused(
      town,
      () => town.office.ask('PUT', path, { source: next, base: sha256(source) }),
      { status: 409, code: 'scheme.not-draft', says: '起草下一版' },
    );
    const again = await town.office.post(`${path}/next`);
    expect((await town.office.get(`${town.at}/schemes/${again.body.id}`)).body.source).toBe(source);
  });
});

describe('comments', () => {
  it('are given in their days, answered, and say when the clause was changed since', async () => {
    const town = await founded();
    const id = await uploaded(town, source);
    const path = `${town.at}/schemes/${id}`;
    const comment = { clause: '1.1', text: '偏远屋场清运不便，建议每处扣0.25分。' };
    await refused(town, () => town.clerk.post(`${path}/comments`, comment), {
      status: 409,
      code: 'scheme.comments-closed',
      says: '还没有开始',
    });
    kit().setNow('2026-04-10T02:00:00.000Z');
    const days = (from: string, to: string) =>
      town.office.ask('PUT', `${path}/comment-days`, { from, to });
    await refused(town, () => days('2026-04-01', '2026-04-09'), {
      status: 422,
      code: 'scheme.comment-days-past',
    });
    expect((await days('2026-04-10', '2026-04-19')).status).toBe(200);
    const desk = (await town.clerk.get(`${town.at}/desk`)).body.rows;
    expect(desk[0]).toMatchObject({ room: 'scheme', kind: 'comment' });
    await refused(town, () => town.clerk.post(`${path}/comments`, { ...comment, clause: '77.7' }), {
      status: 422,
      code: 'scheme.clause-unknown',
    });
    expect((await town.clerk.get(path)).body.deeds).toEqual(['comment']);
    const given = await town.clerk.post(`${path}/comments`, comment);
    await town.office.ask('PUT', path, {
      source: source.replace('每处扣0.5分', '每处扣0.25分'),
      base: sha256(source),
    });
    const answer = `${path}/comments/${given.body.id}/answer`;
    const said = { answer: '采纳，已改。', adopted: true };
    await refused(town, () => town.clerk.ask('PUT', answer, said), {
      status: 403,
      code: 'gate.not-permitted',
    });
    await refused(town, () => town.office.ask('PUT', `${path}/comments/${id}/answer`, said), {
      status: 404,
      code: 'scheme.comment-not-found',
    });
    expect((await town.office.get(`${town.at}/desk`)).body.rows).toHaveLength(1);
    expect((await town.office.ask('PUT', answer, said)).status).toBe(200);
    expect((await town.office.get(`${town.at}/desk`)).body.rows).toEqual([]);
    const { rows } = (await town.clerk.get(`${path}/comments`)).body;
    expect(rows).toMatchObject([
      { clause: '1.1', isOutdated: true, isMine: true, answer: '采纳，已改。', adopted: true },
    ]);
    expect(rows[0].clauseText).toContain('每处扣0.5分');
  });
});

describe('an approval', () => {
  it('wants comments gathered, no errors and the decision, and then nothing changes', async () => {
    const town = await founded();
    const id = await uploaded(town, source);
    const path = `${town.at}/schemes/${id}`;
    const approve = (more: object = {}) =>
      town.office.post(`${path}/approval`, { ...decision, sourceSha256: sha256(source), ...more });
    await refused(town, approve, { status: 409, code: 'scheme.comments-missing' });
    await town.office.ask('PUT', `${path}/comment-days`, { from: '2026-04-10', to: '2026-05-19' });
    await refused(town, approve, { status: 409, code: 'scheme.comments-not-over' });
    const { body } = await town.clerk.post(`${path}/comments`, { text: '整体同意。' });
    await commented(town, id);
    await refused(town, approve, {
      status: 409,
      code: 'scheme.comments-unanswered',
      says: '1 条意见',
    });
    const answer = { answer: '谢谢。', adopted: false };
    await town.office.ask('PUT', `${path}/comments/${body.id}/answer`, answer);
    await refused(town, () => approve({ sourceSha256: sha256(next) }), {
      status: 409,
      code: 'scheme.changed-meanwhile',
    });
    await refused(town, () => approve({ decidedOn: '2026-04-19' }), {
      status: 422,
      code: 'scheme.decided-day',
    });
    await refused(
      town,
      () => town.clerk.post(`${path}/approval`, { ...decision, sourceSha256: sha256(source) }),
      { status: 403, code: 'gate.not-permitted' },
    );
    expect((await town.village.get(path)).status).toBe(404);
    const approved = await approve();
    expect(approved.body).toMatchObject({
      version: { state: 'approved', stage: 'in-force', decisionNo: decision.decisionNo },
      newKinds: [],
    });
    expect((await town.village.get(path)).body).toMatchObject({ source, deeds: [] });
    await refused(town, approve, { status: 409, code: 'scheme.not-draft' });
  });

  it('is refused where a point would be wrong or no day is said', async () => {
    const town = await founded();
    const wrong = source.replace('on: inspection.garbage', 'on: inspection.unknown');
    const id = await uploaded(town, wrong);
    await commented(town, id);
    const approve = (text: string) => () =>
      town.office.post(`${town.at}/schemes/${id}/approval`, {
        ...decision,
        sourceSha256: sha256(text),
      });
    await refused(town, approve(wrong), {
      status: 422,
      code: 'scheme.has-errors',
      says: '条款 1.1',
    });
    const timeless = source.replace(/^effective:.*$/m, '');
    const path = `${town.at}/schemes/${id}`;
    await town.office.ask('PUT', path, { source: timeless, base: sha256(wrong) });
    await refused(town, approve(timeless), { status: 422, code: 'scheme.effective-missing' });
  });

  it('gives a line one version a year', async () => {
    const town = await founded({ adopted: true });
    const midYear = next.replace('2027-01-01, to: 2027', '2026-07-01, to: 2027');
    const id = await uploaded(town, midYear);
    await commented(town, id);
    const path = `${town.at}/schemes/${id}`;
    const approve = (text: string) => () =>
      town.office.post(`${path}/approval`, { ...decision, sourceSha256: sha256(text) });
    await refused(town, approve(midYear), {
      status: 409,
      code: 'scheme.year-taken',
      says: '请从2027年1月1日起施行',
    });
    await town.office.ask('PUT', path, { source: next, base: sha256(midYear) });
    const { body } = await approve(next)();
    expect(body.version).toMatchObject({ stage: 'approved', from: '2027-01-01' });
    const { rows } = (await town.village.get(`${town.at}/schemes`)).body;
    expect(rows.map(({ version, stage }: Record<string, string>) => [version, stage])).toEqual([
      ['2027.1', 'approved'],
      ['2026.1', 'in-force'],
    ]);
  });

  it('takes new kinds into the catalogue and refuses one that means something else', async () => {
    const town = await founded();
    const kind = (name: string, code: string) =>
      `${source}\nkinds:\n  - { kind: ${code}, name: ${name}, form: event, about: unit }\n`;
    const other = kind('别的事', 'inspection.garbage');
    const id = await uploaded(town, other);
    await commented(town, id);
    const path = `${town.at}/schemes/${id}`;
    const approve = (text: string) => () =>
      town.office.post(`${path}/approval`, { ...decision, sourceSha256: sha256(text) });
    await refused(town, approve(other), { status: 409, code: 'scheme.kind-differs' });
    const fresh = kind('路灯不亮', 'lamp.dark');
    await town.office.ask('PUT', path, { source: fresh, base: sha256(other) });
    expect((await approve(fresh)()).body.newKinds).toEqual(['lamp.dark']);
    const { rows } = (await town.clerk.get(`${town.at}/fact-kinds`)).body;
    expect(rows.at(-1).kind.name).toBe('路灯不亮');
  });

  it('is ended by a decision as long as nothing is sealed', async () => {
    const town = await founded({ adopted: true });
    const [version] = (await town.office.get(`${town.at}/schemes`)).body.rows;
    const path = `${town.at}/schemes/${version.id}/end`;
    const end = { decisionNo: '青党发〔2026〕9号', reason: '类组分错，另行印发。' };
    await refused(town, () => town.clerk.post(path, end), {
      status: 403,
      code: 'gate.not-permitted',
    });
    await kit().inside(town.tenantId, (db) =>
      db
        .insertInto('seal')
        .values({
          tenant_id: town.tenantId,
          line: 'qinghe-village-daily',
          period: '2026-Q1',
          edition: 1,
          at_seq: 0,
          printed: '{}',
          ledger_root: '0',
          sealed_at: '2026-04-08T02:00:00.000Z',
        })
        .execute(),
    );
    await refused(town, () => town.office.post(path, end), {
      status: 409,
      code: 'scheme.sealed',
      says: '2026-Q1',
    });
    const unsealed = await founded({ adopted: true });
    const [other] = (await unsealed.office.get(`${unsealed.at}/schemes`)).body.rows;
    const ended = await unsealed.office.post(`${unsealed.at}/schemes/${other.id}/end`, end);
    expect(ended.status).toBe(200);
    const { rows } = (await unsealed.village.get(`${unsealed.at}/schemes`)).body;
    expect(rows[0]).toMatchObject({ stage: 'ended', endReason: end.reason });
    const { total } = (await unsealed.clerk.get(`${unsealed.at}/clauses`)).body;
    expect(total).toBe(0);
  });
});

describe('reading', () => {
  it('shows a village what was approved and no draft', async () => {
    const town = await founded({ adopted: true });
    const draft = await uploaded(town, next);
    expect((await town.village.get(`${town.at}/schemes`)).body.rows).toHaveLength(1);
    expect((await town.clerk.get(`${town.at}/schemes`)).body.rows).toHaveLength(2);
    for (const part of ['', '/source', '/document']) {
      const answer = await town.village.get(`${town.at}/schemes/${draft}${part}`);
      expect(answer.body).toMatchObject({ status: 404, code: 'scheme.not-found' });
    }
    for (const part of ['/comments', '/paper']) {
      expect((await town.village.get(`${town.at}/schemes/${draft}${part}`)).status).toBe(403);
    }
  });

  it('says what changed, clause by clause', async () => {
    const town = await founded({ adopted: true });
    const [old] = (await town.office.get(`${town.at}/schemes`)).body.rows;
    const text = next
      .replace('每处扣0.5分。', '每处扣1分，同日同处不重复扣。')
      .replace('{ of: 处数, delta: -0.5 }', '{ of: 处数, delta: -1 }')
      .replace('source: 整改复查记录、催办单', 'source: 整改复查记录');
    const id = await uploaded(town, text);
    const path = `${town.at}/schemes/${id}`;
    expect((await town.office.get(path)).body.previous).toBe(old.id);
    const { body } = await town.office.get(`${path}/comparison?with=${old.id}`);
    expect(body.counts).toMatchObject({ added: 0, removed: 0, changed: 2 });
    const [head, garbage, rectification] = body.changes;
    expect(head.sentences.join()).toContain('施行日期由“2026-01-01至2026-12-31”改为');
    expect(garbage.sentences).toContain('1.1 每处扣分由0.5改为1。');
    expect(garbage.words).toContainEqual({ text: '0.5', mark: 'removed' });
    expect(rectification.sentences).toEqual([
      '1.2 数据来源由“整改复查记录、催办单”改为“整改复查记录”。',
    ]);
  });

  it('finds clauses by code, words, first letters and owner, with what a fact needs', async () => {
    const town = await founded({ adopted: true });
    const find = async (query: string) =>
      (await town.clerk.get(`${town.at}/clauses?${query}`)).body;
    const { rows } = await find('text=ljjc');
    expect(rows[0]).toMatchObject({ code: '1.1', path: ['人居环境'], owner: '城建办' });
    expect(rows[0].kinds[0]).toMatchObject({
      kind: 'inspection.garbage',
      fields: { 处数: { unit: '处', required: true } },
    });
    expect((await find(`text=${encodeURIComponent('垃圾 城建')}`)).rows[0].code).toBe('1.1');
    expect((await find('text=1.1')).rows[0].code).toBe('1.1');
    const owned = await find(`owner=${encodeURIComponent('应急办')}`);
    expect(owned.total).toBeGreaterThan(1);
    expect(owned.rows.every(({ owner }: { owner: string }) => owner === '应急办')).toBe(true);
    expect((await find('on=2025-06-30')).total).toBe(0);
    const limited = await find('limit=3');
    expect(limited.rows).toHaveLength(3);
    expect(limited.total).toBeGreaterThan(20);
  });

  it('shows another town nothing', async () => {
    const town = await founded({ adopted: true });
    await kit().town('luoxi', '洛溪镇');
    const stranger = await kit().person('luoxi', 'stranger', { role: 'assessment-office' });
    const [version] = (await town.office.get(`${town.at}/schemes`)).body.rows;
    const draft = await uploaded(town, next);
    const before = await kept(town);
    const luoxi = '/api/towns/luoxi';
    for (const id of [version.id, draft]) {
      const path = `${luoxi}/schemes/${id}`;
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.get(`${path}/source`)).status).toBe(404);
      const write = { source, base: sha256(next) };
      expect((await stranger.ask('PUT', path, write)).status).toBe(404);
      expect((await stranger.post(`${path}/withdrawal`)).status).toBe(404);
      expect((await stranger.get(`${town.at}/schemes/${id}`)).status).toBe(404);
    }
    expect((await stranger.get(`${luoxi}/schemes`)).body.rows).toEqual([]);
    expect((await stranger.get(`${luoxi}/clauses`)).body.total).toBe(0);
    expect((await stranger.get(`${luoxi}/fact-kinds`)).body.rows).toEqual([]);
    expect(await kept(town)).toEqual(before);
  });
});

describe('the catalogue of facts', () => {
  it('is read by everybody and written by the office, codes kept when they change', async () => {
    const town = await founded({ adopted: true });
    const { body } = await town.village.get(`${town.at}/fact-kinds`);
    expect(body.mayWrite).toBe(false);
    expect(body.rows[0]).toMatchObject({
      kind: { kind: 'inspection.garbage' },
      heardBy: [{ clause: '1.1' }],
    });
    const path = (code: string) => `${town.at}/fact-kinds/${code}`;
    const kind = { kind: 'lamp.dark', name: '路灯不亮', form: 'event', about: 'unit' };
    await refused(town, () => town.clerk.ask('PUT', path('lamp.dark'), { kind }), {
      status: 403,
      code: 'gate.not-permitted',
    });
    expect((await town.office.ask('PUT', path('lamp.dark'), { kind })).body.kind).toEqual(kind);
    const renamed = { ...kind, kind: 'lamp.broken' };
    const answer = await town.office.ask('PUT', path('lamp.dark'), { kind: renamed });
    expect(answer.body.kind).toEqual({ ...renamed, formerly: ['lamp.dark'] });
    const taken = { ...kind, kind: 'lamp.dark', name: '别的' };
    await refused(town, () => town.office.ask('PUT', path('lamp.dark'), { kind: taken }), {
      status: 409,
      code: 'scheme.kind-code-taken',
      says: '路灯不亮',
    });
    const bad = { ...kind, kind: 'a b' };
    await refused(town, () => town.office.ask('PUT', path('a'), { kind: bad }), {
      status: 422,
      code: 'scheme.kind-invalid',
    });
    expect((await town.office.ask('DELETE', path('lamp.broken'))).status).toBe(200);
    const { rows } = (await town.office.get(`${town.at}/fact-kinds`)).body;
    expect(rows).toHaveLength(kinds.length);
  });

  it('keeps a kind that a clause hears', async () => {
    const town = await founded({ adopted: true });
    const path = `${town.at}/fact-kinds/inspection.garbage`;
    await refused(town, () => town.office.ask('DELETE', path), {
      status: 409,
      code: 'scheme.kind-used',
      says: '条款 1.1',
    });
    await refused(town, () => town.office.ask('DELETE', `${town.at}/fact-kinds/nothing`), {
      status: 404,
      code: 'scheme.kind-not-found',
    });
  });
});
