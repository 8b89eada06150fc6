/** Numbered documents over HTTP: given once, kept as they were, registered, voided; templates and batches. */

import { randomUUID } from 'node:crypto';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { changedDocument } from '../../test/changed-document.ts';
import { type ItemTown, itemTown } from '../../test/item-town.ts';
import { type Answer, useProgram } from '../../test/kit/rooms.ts';
import { all, partsOf, textIn } from '../../test/ooxml.ts';
import { formOf } from '../../test/org-town.ts';
import { wordParagraphs } from '../platform/index.ts';
import { openPacker } from './batches/packing.ts';

const kit = useProgram();
const base = '/api/towns/qinghe';
const documents = `${base}/official-documents`;
const templates = `${base}/document-templates`;
let town: ItemTown;
let item = '';

const source = { kind: 'meeting', document: '党政联席会' };

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
  await kit().person('qinghe', 'fang.qinghe', { role: 'administrator' });
  item = await town.slip({ title: '修整便桥', source });
});

const ask = (name: string, path: string, body?: object) => town.who(name).post(path, body);
const makeSlip = (id: string, name = 'tian') => ask(name, `${town.base}/${id}/official-document`);
const list = async (name: string, query = '') => {
  const { body } = await town.who(name).get(`${documents}${query}`);
  return body.rows as Answer['body'][];
};

async function state(): Promise<string> {
  return kit().inside(town.tenant, async (db) =>
    JSON.stringify([
      await db.selectFrom('document_issue').selectAll().orderBy('id').execute(),
      await db.selectFrom('document_template').selectAll().orderBy('version').execute(),
      await db.selectFrom('document_template_choice').selectAll().orderBy('seq').execute(),
      await db.selectFrom('document_file').select('sha256').orderBy('sha256').execute(),
      await db.selectFrom('document_batch').select('id').orderBy('id').execute(),
    ]),
  );
}

async function refused(code: string, asked: () => Promise<Answer>): Promise<Answer> {
  const before = await state();
  const answer = await asked();
  expect(answer.body.code).toBe(code);
  expect(await state()).toBe(before);
  return answer;
}

async function upload(name: string, path: string, bytes: Uint8Array, fileName = '模板.docx') {
  const file = new File([new Uint8Array(bytes)], fileName);
  const { body, headers } = await formOf({ file });
  return town.who(name).ask('POST', `${templates}${path}`, body, headers);
}

/** The default of a kind with a change of its text. */
async function changed(kind: string, change: (text: string) => string): Promise<Uint8Array> {
  const { bytes } = await town.who('kao').get(`${templates}/${kind}/0/file`);
  return changedDocument(bytes, (text) => {
    expect(change(text)).not.toBe(text);
    return change(text);
  });
}

describe('a numbered document', () => {
  it('is made once of the same data, and is read byte for byte', async () => {
    const { body: made } = await makeSlip(item);
    expect(made).toMatchObject({
      number: '督办单2026-001',
      title: '督办单：修整便桥',
      isNew: true,
    });
    const { body: again } = await makeSlip(item);
    expect(again).toEqual({ ...made, isNew: false });
    const [row] = await list('tian');
    expect(row).toMatchObject({
      number: '督办单2026-001',
      madeFrom: expect.stringMatching(/^事项〔2026〕1号，办理经过第\d+步$/),
      templateVersion: 0,
      madeBy: '田督查',
      may: { register: true, void: true },
    });
    const one = await town.who('tian').get(`${documents}/${made.id}/file`);
    const two = await town.who('gu').get(`${documents}/${made.id}/file`);
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
    const paragraphs = await wordParagraphs('督办单.docx', one.bytes);
    expect(paragraphs).toContain('修整便桥');
    expect(paragraphs.at(-1)).toBe(`内部编号：督办单2026-001　数据来源：${row.madeFrom}`);
  });

  it('gets the next number for other data, however many ask at once', async () => {
    const ids = [];
    for (const title of ['清淤', '补漏', '植树', '护栏'])
      ids.push(await town.slip({ title, source }));
    const made = await Promise.all(ids.map((id) => makeSlip(id)));
    const numbers = made.map(({ body }) => body.number).sort();
    expect(numbers).toEqual(['002', '003', '004', '005'].map((no) => `督办单2026-${no}`));
  });

  it('is made by whoever issues it, of what was assigned', async () => {
    await refused('gate.not-permitted', () => makeSlip(item, 'zhou'));
    const draft = await town.slip({ title: '草稿', source, until: 'draft' });
    await refused('items.not-assigned', () => makeSlip(draft));
    await refused('items.item-unknown', () => makeSlip(randomUUID()));
  });

  it('is read by its readers alone', async () => {
    expect(await list('ji')).toHaveLength(5);
    expect(await list('kao')).toEqual([]);
    expect(await list('zhou')).toEqual([]);
    const [{ id }] = (await list('tian')) as [Answer['body']];
    await refused('papers.document-unknown', () => town.who('zhou').get(`${documents}/${id}/file`));
    await refused('gate.not-permitted', () => town.who('chen').get(documents));
    const withheld = await town.slip({ title: '批示件' });
    await makeSlip(withheld);
    expect(await list('gu')).toHaveLength(6);
    expect(await list('ji')).toHaveLength(5);
  });

  it('takes the number of the register once, and a mistyped one is put right', async () => {
    const [first, second] = (await list('tian')) as [Answer['body'], Answer['body']];
    const register = (id: string, officialNumber: string, name = 'tian') =>
      ask(name, `${documents}/${id}/official-number`, { officialNumber });
    expect((await register(first.id, '青督〔2026〕7号')).body.officialNumber).toBe(
      '青督〔2026〕7号',
    );
    await refused('papers.official-number-taken', () => register(second.id, '青督〔2026〕7号'));
    await refused('papers.document-unknown', () => register(first.id, '青督〔2026〕9号', 'zhou'));
    await refused('gate.not-permitted', () => register(first.id, '青督〔2026〕9号', 'gu'));
    const both = await kit().person(
      'qinghe',
      'liang.qinghe',
      { role: 'leader' },
      { role: 'recorder', lines: ['城建办'] },
    );
    await refused('papers.not-yours', () =>
      both.post(`${documents}/${first.id}/official-number`, { officialNumber: '青督〔2026〕9号' }),
    );
    await register(first.id, '青督〔2026〕8号');
    expect((await register(second.id, '青督〔2026〕7号')).status).toBe(200);
  });

  it('is voided with a reason and keeps its number; another gets the next', async () => {
    const [row] = (await list('tian')).filter(({ number }) => number === '督办单2026-001');
    const voided = await ask('tian', `${documents}/${row.id}/void`, { reason: '事项写错了' });
    expect(voided.body.voided).toMatchObject({ by: '田督查', reason: '事项写错了' });
    await refused('papers.document-void', () =>
      ask('tian', `${documents}/${row.id}/void`, { reason: '再来' }),
    );
    await refused('papers.document-void', () =>
      ask('tian', `${documents}/${row.id}/official-number`, { officialNumber: '青督〔2026〕1号' }),
    );
    expect((await makeSlip(item)).body).toMatchObject({ number: '督办单2026-007', isNew: true });
  });

  it('never changes nor goes away in the database', async () => {
    const write = (
      what: (
        db: Parameters<Parameters<ReturnType<typeof kit>['inside']>[1]>[0],
      ) => Promise<unknown>,
    ) => kit().inside(town.tenant, what);
    await expect(
      write((db) => db.updateTable('document_issue').set({ number: 99 }).execute()),
    ).rejects.toThrow('never changes');
    await expect(write((db) => db.deleteFrom('document_issue').execute())).rejects.toThrow();
    await expect(
      write((db) =>
        db
          .updateTable('document_file')
          .set({ bytes: Buffer.from('x') })
          .execute(),
      ),
    ).rejects.toThrow();
  });
});

describe('a template', () => {
  const letterhead = (text: string) =>
    text.replace('督办单</w:t>', '青禾镇党政办监制</w:t></w:r></w:p><w:p><w:r><w:t>督办单</w:t>');

  it('is checked and previewed before it is kept, and says where it is wrong', async () => {
    const wrong = await changed('slip', (text) => text.replace('【要求】', '【要求】【电话】'));
    const { body } = await upload('kao', '/slip/check', wrong);
    expect(body.findings[0]).toMatchObject({ severity: 'error', paragraph: '【要求】【电话】' });
    const answer = await refused('papers.template-wrong', () => upload('kao', '/slip', wrong));
    expect(answer.body.detail).toContain('【电话】');
    await refused('papers.template-not-docx', () => upload('kao', '/slip', wrong, '模板.docm'));
    await refused('papers.template-unreadable', () =>
      upload('kao', '/slip', new TextEncoder().encode('PK no')),
    );
    await refused('papers.template-large', () => upload('kao', '/slip', new Uint8Array(5_000_001)));
    const zip = await JSZip.loadAsync(wrong);
    zip.file('word/vbaProject.bin', 'x');
    const macros = await zip.generateAsync({ type: 'uint8array' });
    await refused('papers.template-acts', () => upload('kao', '/slip', macros));
  });

  it('is changed by the assessment office and administrators alone', async () => {
    const right = await changed('slip', letterhead);
    await refused('gate.not-permitted', () => upload('tian', '/slip', right));
    await refused('gate.not-permitted', () =>
      ask('tian', `${templates}/slip/choice`, { version: 0 }),
    );
  });

  it('is used from then on, and what was made before stays', async () => {
    const before = (await list('tian')).find(({ number }) => number === '督办单2026-007');
    const { body } = await upload('kao', '/slip', await changed('slip', letterhead));
    expect(body).toMatchObject({
      inUse: 1,
      versions: [{ version: 1, fileName: '模板.docx', keptBy: '考核' }],
    });
    const id = await town.slip({ title: '新模板', source });
    const { body: made } = await makeSlip(id);
    const { bytes } = await town.who('tian').get(`${documents}/${made.id}/file`);
    const parts = await partsOf(bytes);
    expect(textIn(parts.get('word/document.xml'))).toContain('青禾镇党政办监制');
    expect(all(parts.get('word/document.xml'), 'w:tr').map(textIn)).toContain('事项新模板');
    expect((await list('tian')).find(({ number }) => number === '督办单2026-007')).toEqual(before);
    const { bytes: preview } = await town.who('kao').get(`${templates}/slip/1/preview`);
    expect((await wordParagraphs('预览.docx', preview)).join()).toContain('示例数据，不作公文使用');
  });

  it('goes back to the default, and forward again; both are kept', async () => {
    const choose = (version: number) => ask('kao', `${templates}/slip/choice`, { version });
    expect((await choose(0)).body.inUse).toBe(0);
    await refused('papers.template-in-use', () => choose(0));
    await refused('papers.template-unknown', () => choose(9));
    await refused('papers.template-unknown', () => town.who('kao').get(`${templates}/slip/9/file`));
    const { body } = await choose(1);
    expect(body).toMatchObject({ inUse: 1, versions: [{ version: 1, documents: 1 }] });
    expect(body.numbers).toEqual([{ year: 2026, last: 8, voided: 1 }]);
    await expect(
      kit().inside(town.tenant, (db) => db.deleteFrom('document_template').execute()),
    ).rejects.toThrow();
  });

  it('of every kind is filled with its example', async () => {
    const { body } = await town.who('kao').get(templates);
    expect(body.rows).toHaveLength(14);
    for (const { kind } of body.rows) {
      const { bytes, status } = await town.who('kao').get(`${templates}/${kind}/0/preview`);
      expect([kind, status]).toEqual([kind, 200]);
      expect((await wordParagraphs('预览.docx', bytes)).join()).toContain('示例数据');
    }
  });
});

describe('a batch', () => {
  const start = (name: string, ids: string[]) =>
    ask(name, `${base}/document-batches`, { documents: ids });
  const read = async (name: string, id: string) =>
    town.who(name).get(`${base}/document-batches/${id}`);

  async function ready(id: string): Promise<Answer['body']> {
    for (;;) {
      const { body } = await read('tian', id);
      if (body.state !== 'packing') return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('packs documents by itself, with a list, and tells how far it is', async () => {
    const rows = await list('tian', '?kind=slip&year=2026');
    const { body: begun } = await start(
      'tian',
      rows.map(({ id }) => id),
    );
    expect(begun).toMatchObject({ total: rows.length });
    expect(await ready(begun.id)).toMatchObject({ state: 'ready', done: rows.length });
    const { bytes } = await town.who('tian').get(`${base}/document-batches/${begun.id}/file`);
    const zip = await JSZip.loadAsync(bytes);
    const names = Object.keys(zip.files).sort();
    expect(names).toHaveLength(rows.length + 1);
    expect(names).toContain('目录.xlsx');
    expect(names).toContain('督办单2026-001 督办单：修整便桥.docx');
    const packed = await zip.file('督办单2026-001 督办单：修整便桥.docx')?.async('uint8array');
    const first = rows.find(({ number }) => number === '督办单2026-001');
    const { bytes: single } = await town.who('tian').get(`${documents}/${first.id}/file`);
    expect(Buffer.from(packed ?? []).equals(Buffer.from(single))).toBe(true);
  });

  it('holds what the asker may read, for the asker alone', async () => {
    const [row] = (await list('tian')) as [Answer['body']];
    await refused('papers.document-unknown', () => start('zhou', [row.id]));
    const { body } = await start('tian', [row.id]);
    await ready(body.id);
    await refused('papers.batch-unknown', () => read('gu', body.id));
    await refused('papers.batch-unknown', () =>
      town.who('gu').get(`${base}/document-batches/${body.id}/file`),
    );
  });

  it('is not downloaded before it is ready; what was cut off is packed later, and kept a week', async () => {
    const id = randomUUID();
    const [row] = (await list('tian')) as [Answer['body']];
    await kit().inside(town.tenant, (db) =>
      db
        .insertInto('document_batch')
        .values({
          tenant_id: town.tenant,
          id,
          documents: [row.id],
          state: 'packing',
          asked_by_account: town.who('tian').accountId,
          asked_at: '2026-04-10T02:00:00.000Z',
        })
        .execute(),
    );
    await refused('papers.batch-not-ready', () =>
      town.who('tian').get(`${base}/document-batches/${id}/file`),
    );
    const later = async (day: string) =>
      openPacker({ database: kit().database, clock: () => new Date(day) }).resume();
    await later('2026-04-10T03:00:00.000Z');
    expect((await read('tian', id)).body).toMatchObject({ state: 'ready', done: 1 });
    await later('2026-04-18T03:00:00.000Z');
    await refused('papers.batch-unknown', () => read('tian', id));
  });
});
