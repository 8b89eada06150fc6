import { readScheme } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import {
  exampleKinds as kinds,
  nextScheme as next,
  schemeTowns,
  sha256,
  exampleScheme as source,
  upload,
} from '../../test/scheme-towns.ts';
import { workbookBytes } from '../platform/index.ts';
import { schemeDocument } from './index.ts';

const kit = useProgram();
const { founded, uploaded, kept, refused, commented } = schemeTowns(kit);

const decision = {
  decisionNo: '青党纪〔2026〕12号',
  decidedBy: '青禾镇党委会',
  decidedOn: '2026-04-20',
};

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
    const { body } = await upload(town, '青禾镇考核细则.docx', paper);
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

  it('is made beside others: its kinds of fact have codes that no other draft and no catalogue has', async () => {
    const town = await founded();
    const columns = ['指标', '分值', '评分标准'].map((title) => ({ title, type: 'text' }) as const);
    const rows = [['环境', '40', '发现垃圾积存的，每处扣0.5分。']];
    const sheet = await workbookBytes([{ name: '细则', columns, rows }]);
    const kindsIn = async () => {
      const { body } = await upload(town, '细则.xlsx', sheet);
      const read = (await town.office.get(`${town.at}/schemes/${body.id}`)).body;
      return (readScheme(read.source).value?.kinds ?? []).map(({ kind }) => kind);
    };
    const [first, second] = [await kindsIn(), await kindsIn()];
    expect([first.length, second.length]).toEqual([1, 1]);
    expect(second).not.toEqual(first);
  });

  it('is made from an Excel sheet', async () => {
    const town = await founded();
    const texts = [
      ['发现垃圾积存的，每处扣0.5分。', '城建办'],
      ['组织生活走过场的，酌情扣分。', '党建办'],
    ];
    const sheet = await workbookBytes([
      {
        name: '细则',
        columns: ['指标', '分值', '评分标准', '责任部门'].map((title) => ({ title, type: 'text' })),
        rows: texts.map(([text = '', owner = '']) => ['人居环境', '40', text, owner]),
      },
    ]);
    const { body } = await upload(town, '细则.xlsx', sheet);
    expect(body.notes).toMatchObject({ clauses: 2, recognised: 1, pending: 1 });
    const read = (await town.office.get(`${town.at}/schemes/${body.id}`)).body;
    expect(read.source).toContain('发现垃圾积存的，每处扣0.5分。');
    expect(
      read.checked.official.rows.filter((row: { isPending?: boolean }) => row.isPending),
    ).toHaveLength(1);
  });

  it('refuses files that it cannot read or may not keep', async () => {
    const town = await founded();
    const sent = (name: string, content: string | Uint8Array) => () => upload(town, name, content);
    await refused(town, sent('细则.doc', 'x'), {
      status: 422,
      code: 'scheme.paper-refused',
      says: '另存为',
    });
    await refused(town, sent('细则.docx', 'no zip'), {
      status: 422,
      code: 'scheme.paper-refused',
      says: '细则.docx',
    });
    await refused(town, sent('办法.yaml', new Uint8Array([0xc4, 0xe3])), {
      status: 422,
      code: 'scheme.not-utf8',
    });
    await refused(town, sent('办法.yaml', ''), { status: 422, code: 'scheme.file-empty' });
    await refused(town, sent('机密★细则.yaml', source), {
      status: 422,
      code: 'scheme.marked-secret',
    });
    await refused(town, sent('办法.yaml', `# 机密★1年\n${source}`), {
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
      { clause: '1.1', isOutdated: true, isMine: true, unit: '城建办', adopted: true },
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

  it('needs a version number that no approved one has', async () => {
    const town = await founded({ adopted: true });
    const sameNumber = next.replace('version: 2027.1', 'version: 2026.1');
    const id = await uploaded(town, sameNumber);
    await commented(town, id);
    const approval = { ...decision, sourceSha256: sha256(sameNumber) };
    await refused(town, () => town.office.post(`${town.at}/schemes/${id}/approval`, approval), {
      status: 409,
      code: 'scheme.version-taken',
    });
  });

  it('lets one of two drafts for a year through when both are approved at once', async () => {
    const town = await founded();
    const texts = [source, source.replace('version: 2026.1', 'version: 2026.2')];
    const ids = [await uploaded(town, source), await uploaded(town, texts[1] ?? '')];
    for (const id of ids) await commented(town, id);
    const answers = await Promise.all(
      ids.map((id, index) =>
        town.office.post(`${town.at}/schemes/${id}/approval`, {
          ...decision,
          sourceSha256: sha256(texts[index] ?? ''),
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await town.village.get(`${town.at}/schemes`)).body.rows).toHaveLength(1);
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
    const draft = await uploaded(town, next);
    await refused(town, () => town.office.post(`${town.at}/schemes/${draft}/end`, end), {
      status: 409,
      code: 'scheme.not-approved',
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
