/** The decomposition bench over HTTP: a speech taken apart, drafts worked off, a task table mapped. */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { type Answer, type Asker, useProgram } from '../../../test/kit/rooms.ts';
import { formOf } from '../../../test/org-town.ts';
import { emptyFolder, removeFolders } from '../../../test/terminal.ts';
import { readTables, workbookFile } from '../../platform/index.ts';

const kit = useProgram();
let town: ItemTown;
let base: string;

afterAll(removeFolders);
beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
  base = '/api/towns/qinghe/drafts';
});

const speech = `一、抓紧沟渠清淤
城建办要在六月底前清完主渠二十公里，完善管护体系。
各村要建好沟渠台账、组织护林员培训。`;

const written = (text = speech) => ({
  kind: 'speech',
  title: '青禾镇春季工作会议上的讲话',
  dated: '2026-04-08',
  source: '全镇春季工作会议',
  text,
});

async function made(asker: Asker = town.who('tian'), text?: string): Promise<string> {
  const { status, body } = await asker.post(base, written(text));
  expect([status, body.detail ?? '']).toEqual([200, '']);
  return body.id as string;
}

interface Draft {
  readonly id: string;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly state: string;
  readonly version: number;
  readonly item?: { id: string; title: string; isReadable: boolean };
}

const page = async (id: string, asker: Asker = town.who('tian')) =>
  (await asker.get(`${base}/${id}`)).body;
const draftsOf = async (id: string): Promise<Draft[]> => (await page(id)).drafts;
const words = async (id: string, { sentence, from, to }: Draft) =>
  (await page(id)).sentences[sentence - 1].text.slice(from, to);

/** Does a deed on the draft at a place, as it now stands. */
async function act(name: string, id: string, at: number, more: object): Promise<Answer> {
  const draft = (await draftsOf(id))[at];
  const of = { draft: draft?.id, version: draft?.version };
  return town.who(name).post(`${base}/${id}/deeds`, { ...of, ...more });
}

const state = () =>
  kit().inside(town.tenant, async (db) =>
    JSON.stringify([
      await db.selectFrom('bench_document').selectAll().orderBy('id').execute(),
      await db.selectFrom('work_draft').selectAll().orderBy('id').execute(),
      await db.selectFrom('draft_deed').selectAll().orderBy('id').execute(),
      await db.selectFrom('bench_redaction').selectAll().orderBy('id').execute(),
      await db.selectFrom('work_item').selectAll().orderBy('id').execute(),
    ]),
  );

async function refused(code: string, status: number, ask: () => Promise<Answer>) {
  const before = await state();
  const answer = await ask();
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await state()).toEqual(before);
  return answer;
}

const claim = (more: object = {}) => ({
  deed: 'claim',
  claim: { title: '清完主渠', lead: '城建办', accountable: 'P-zhou', dueOn: '2026-06-30', ...more },
});

describe('a document', () => {
  it('is sentences with drafts beside them; what nobody could close is put aside, nothing is an item', async () => {
    const before = JSON.parse(await state()).at(-1).length;
    const id = await made();
    const { document, sentences, drafts, mayWork } = await page(id);
    expect(document).toMatchObject({ kind: 'speech', by: '田督查', open: 3, claimed: 0, aside: 1 });
    expect(sentences.map(({ isHeading }: { isHeading: boolean }) => isHeading)).toEqual([
      true,
      false,
      false,
    ]);
    expect(sentences[1].heading).toBe('一、抓紧沟渠清淤');
    expect(mayWork).toBe(true);
    expect(await Promise.all(drafts.map((draft: Draft) => words(id, draft)))).toEqual([
      '清完主渠二十公里',
      '完善管护体系',
      '建好沟渠台账',
      '组织护林员培训',
    ]);
    expect(drafts[0]).toMatchObject({
      saidActor: '城建办',
      saidQuantity: '二十公里',
      saidDate: '六月底前',
      state: 'open',
    });
    expect(drafts[1]).toMatchObject({ state: 'aside', reason: drafts[1].why });
    expect(JSON.parse(await state()).at(-1).length).toBe(before);
  });

  it('is read by the town, worked on by those who arrange, and no village comes near it', async () => {
    const id = await made(town.who('zhou'));
    for (const name of ['gu', 'tian', 'zhou', 'nong', 'ji', 'kao']) {
      expect((await town.who(name).get(base)).status).toBe(200);
      const { mayWork } = await page(id, town.who(name));
      expect([name, mayWork]).toEqual([name, !['ji', 'kao'].includes(name)]);
    }
    for (const name of ['he', 'chen']) {
      await refused('gate.not-permitted', 403, () => town.who(name).get(`${base}/${id}`));
    }
    for (const name of ['ji', 'kao', 'he', 'chen']) {
      await refused('gate.not-permitted', 403, () => town.who(name).post(base, written()));
      await refused('gate.not-permitted', 403, () => act(name, id, 0, claim()));
    }
  });

  it('is refused where it is marked, too long or empty', async () => {
    const put = (text: string) => () => town.who('tian').post(base, written(text));
    const marked = await refused(
      'drafts.text-marked',
      422,
      put(`${speech}\n机密★10年\n各村照办。`),
    );
    expect(marked.body.detail).toContain('第4行标有“机密★');
    await refused('drafts.text-too-long', 413, put('清'.repeat(34_200)));
    await refused('drafts.text-blank', 422, put(' \n　\n'));
    await refused('drafts.document-unknown', 404, () =>
      town.who('tian').get(`${base}/${crypto.randomUUID()}`),
    );
  });
});

describe('a withheld document', () => {
  it('is there for its author and for those who read the whole town; its items stay withheld', async () => {
    const put = { ...written(), title: '党委会纪要', kind: 'minutes', isWithheld: true };
    const id = (await town.who('zhou').post(base, put)).body.id as string;
    const listed = async (name: string) =>
      (await town.who(name).get(base)).body.rows.some((row: { id: string }) => row.id === id);
    for (const name of ['zhou', 'gu', 'tian', 'ji']) {
      expect([name, await listed(name)]).toEqual([name, true]);
      expect((await page(id, town.who(name))).document.isWithheld).toBe(true);
    }
    for (const name of ['zheng', 'nong', 'kao']) {
      expect([name, await listed(name)]).toEqual([name, false]);
      await refused('drafts.document-unknown', 404, () => town.who(name).get(`${base}/${id}`));
    }
    await refused('drafts.document-unknown', 404, () => act('nong', id, 0, claim()));
    const { body } = await act('zhou', id, 0, claim());
    const item = (await town.who('zhou').get(`${town.base}/${body.drafts[0].item.id}`)).body;
    expect(item.isWithheld).toBe(true);
  });
});

describe('a sentence', () => {
  it('is taken out by who put it there or supervision: numbers stay, the words are gone everywhere', async () => {
    const id = await made(town.who('zhou'), speech.replace('主渠', '张三门前主渠'));
    const { body } = await act('zhou', id, 0, claim());
    const item = body.drafts[0].item.id as string;
    expect(await state()).toContain('张三');
    const redact = (name: string, sentence: number) =>
      town.who(name).post(`${base}/${id}/redactions`, { sentence, reason: '有群众姓名' });
    await refused('drafts.redaction-not-yours', 403, () => redact('nong', 2));
    await refused('drafts.sentence-redacted', 409, () => redact('zhou', 9));
    const before = await page(id);
    const { status, body: after } = await redact('zhou', 2);
    expect([status, after.detail ?? '']).toEqual([200, '']);
    expect(after.sentences.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
    expect(after.sentences[1]).toMatchObject({ text: '〔已删〕。', isRedacted: true });
    expect(after.sentences[2].text).toBe(before.sentences[2].text);
    for (const draft of after.drafts.filter((one: Draft) => one.sentence === 2)) {
      expect([draft.saidActor, draft.saidQuantity, draft.saidDate]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect('〔已删〕。'.slice(draft.from, draft.to)).toBe('〔已删〕。');
    }
    const shown = (await town.who('zhou').get(`${town.base}/${item}`)).body;
    expect(shown.source.sentence).toBe('〔已删〕。');
    const { text } = before.sentences[1];
    expect((await state()).includes('张三')).toBe(false);
    const [kept] = await kit().inside(town.tenant, (db) =>
      db
        .selectFrom('bench_redaction')
        .select(['sentence', 'sha256', 'person', 'reason'])
        .where('document_id', '=', id)
        .execute(),
    );
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(kept).toEqual({ sentence: 2, sha256, person: 'P-zhou', reason: '有群众姓名' });
    await refused('drafts.sentence-redacted', 409, () => redact('tian', 2));
    // A heading and the last sentence of a line go as well.
    expect((await redact('tian', 1)).body.sentences[0].text).toBe('〔已删〕');
    expect((await redact('gu', 3)).body.sentences[2].text).toBe('〔已删〕。');
  });
});

describe('a draft', () => {
  it('becomes an item when a person says who and when; the item names its sentence', async () => {
    const id = await made();
    const { status, body } = await act('tian', id, 0, claim({ quantity: '20公里' }));
    expect([status, body.detail ?? '']).toEqual([200, '']);
    expect(body.document).toMatchObject({ open: 2, claimed: 1, aside: 1 });
    const [{ item }] = body.drafts;
    expect(item).toMatchObject({ title: '清完主渠', isReadable: true, state: 'assigned' });
    const shown = (await town.who('zhou').get(`${town.base}/${item.id}`)).body;
    expect(shown.requirement).toBe('要办到：20公里');
    expect(shown.source).toMatchObject({
      kind: 'meeting',
      document: '青禾镇春季工作会议上的讲话（全镇春季工作会议）',
      on: '2026-04-08',
      sentence: '城建办要在六月底前清完主渠二十公里，完善管护体系。',
      bench: id,
    });
    const others = (await page(id, town.who('nong'))).drafts[0].item;
    expect(others).toEqual({ isReadable: false });
  });

  it('does not become one without a person or office, or without both number and day', async () => {
    const id = await made();
    const nobody = { lead: undefined, accountable: undefined };
    const bare = await refused('drafts.draft-incomplete', 422, () =>
      act('tian', id, 0, claim({ ...nobody, dueOn: undefined })),
    );
    expect(bare.body.detail).toContain('牵头单位或责任人、数量或者时限');
    await refused('drafts.draft-incomplete', 422, () => act('tian', id, 0, claim(nobody)));
    await refused('drafts.draft-incomplete', 422, () =>
      act('tian', id, 0, claim({ dueOn: undefined })),
    );
    await refused('drafts.draft-words', 422, () => act('tian', id, 0, { deed: 'claim' }));
    await refused('items.due-past', 422, () => act('tian', id, 0, claim({ dueOn: '2026-04-01' })));
    await refused('items.person-unknown', 422, () =>
      act('tian', id, 0, claim({ accountable: 'P-none' })),
    );
    const { status } = await act('tian', id, 0, claim({ dueOn: undefined, quantity: '20公里' }));
    expect(status).toBe(200);
  });

  it('may be for villages: the item waits for the burden gate', async () => {
    const id = await made();
    const words = { title: '建好沟渠台账', lead: '城建办', units: ['东溪村', '河口村'] };
    const { body } = await act('tian', id, 2, claim(words));
    const { item } = body.drafts[2];
    expect(item).toMatchObject({ state: 'proposed' });
    const shown = (await town.who('tian').get(`${town.base}/${item.id}`)).body;
    expect(shown.item.units.map(({ code }: { code: string }) => code)).toEqual(words.units);
    const led = await act('tian', id, 3, claim({ lead: '东溪村', accountable: 'P-chen' }));
    expect(led.body.drafts[3].item).toMatchObject({ state: 'proposed' });
    await refused('items.village-wanted', 422, () =>
      act('tian', id, 0, claim({ units: ['城建办'] })),
    );
  });

  it('is put aside with a reason, taken up again, and closes its document', async () => {
    const id = await made();
    await refused('drafts.draft-words', 422, () => act('tian', id, 0, { deed: 'aside' }));
    for (const at of [0, 2, 3]) {
      expect((await act('tian', id, at, { deed: 'aside', reason: '是提法' })).status).toBe(200);
    }
    expect((await page(id)).document).toMatchObject({ open: 0, claimed: 0, aside: 4 });
    await refused('drafts.draft-state', 409, () => act('tian', id, 0, claim()));
    expect((await act('tian', id, 1, { deed: 'reopen' })).body.drafts[1]).toMatchObject({
      state: 'open',
    });
    const deeds = await kit().inside(town.tenant, (db) =>
      db
        .selectFrom('draft_deed')
        .innerJoin('work_draft', 'work_draft.id', 'draft_deed.draft_id')
        .select(['deed', 'person', 'note'])
        .where('document_id', '=', id)
        .where('sentence', '=', 2)
        .where('from_at', '<', 15)
        .orderBy('seq')
        .execute(),
    );
    expect(deeds).toEqual([
      { deed: 'propose', person: null, note: null },
      { deed: 'aside', person: 'P-tian', note: '是提法' },
    ]);
  });

  it('is split, added from selected words, and merged with an item', async () => {
    const id = await made(town.who('tian'), '各村要清完主渠并绿化堤岸。每月报一次。');
    const [first] = await draftsOf(id);
    const at = (await page(id)).sentences[0].text.indexOf('并');
    for (const wrong of [first?.from, first?.to]) {
      await refused('drafts.draft-place', 422, () =>
        act('tian', id, 0, { deed: 'split', at: wrong }),
      );
    }
    const parted = (await act('tian', id, 0, { deed: 'split', at })).body.drafts as Draft[];
    expect(parted.map(({ state: now }) => now).sort()).toEqual(['open', 'open', 'split']);
    const post = (more: object) =>
      town.who('tian').post(`${base}/${id}/deeds`, { deed: 'add', ...more });
    await refused('drafts.draft-words', 422, () => post({ sentence: 2 }));
    await refused('drafts.draft-place', 422, () => post({ sentence: 2, from: 0, to: 99 }));
    await refused('drafts.draft-place', 422, () => post({ sentence: 9, from: 0, to: 2 }));
    const added = (await post({ sentence: 2, from: 0, to: 5 })).body.drafts as Draft[];
    const own = added.find(({ sentence }) => sentence === 2);
    expect(own).toMatchObject({ from: 0, to: 5, state: 'open' });
    const item = await town.slip();
    const of = { draft: own?.id, version: own?.version, deed: 'merge' };
    const merge = (name: string, into: string) =>
      town.who(name).post(`${base}/${id}/deeds`, { ...of, item: into });
    await refused('drafts.draft-item-unknown', 404, () => merge('nong', item));
    await refused('drafts.draft-item-unknown', 404, () => merge('tian', crypto.randomUUID()));
    const gone = await town.slip({ title: '作废的' });
    await town.course(gone, ['tian', 'withdraw', { note: '重复登记。' }]);
    const ended = await refused('drafts.draft-item-ended', 409, () => merge('tian', gone));
    expect(ended.body.detail).toContain('作废');
    const { body } = await merge('tian', item);
    expect(body.drafts.find((one: Draft) => one.id === own?.id)).toMatchObject({
      state: 'merged',
      item: { id: item },
    });
  });

  it('that changed since it was seen, or is not there, is refused', async () => {
    const id = await made();
    await refused('drafts.draft-changed', 409, () =>
      act('tian', id, 0, { ...claim(), version: 7 }),
    );
    await refused('drafts.draft-unknown', 404, () =>
      act('tian', id, 0, { ...claim(), draft: crypto.randomUUID() }),
    );
    const other = await made();
    const [draft] = await draftsOf(other);
    await refused('drafts.draft-unknown', 404, () =>
      act('tian', id, 0, { ...claim(), draft: draft?.id }),
    );
  });
});

const titles = ['序号', '任务', '牵头单位', '责任人', '完成时限', '数量', '单位', '依据'];
const table = (rows: string[][]) =>
  workbookFile('任务表.xlsx', [
    { name: '任务表', columns: titles.map((title) => ({ title, type: 'text' as const })), rows },
  ]);

async function send(path: string, file: File, more: Record<string, string> = {}) {
  const { body, headers } = await formOf({ title: '上级任务分解表', file, ...more });
  return town.who('tian').ask('POST', `${base}/imports${path}`, body, headers);
}

const good = [
  ['1', '新建便民停车场', '城建办', '周城建', '2026-11-30', '3', '处', '县工作要点'],
  ['2', '开展水渠普查', '', '农振兴', '', '20', '公里', ''],
];
const bad = [
  ['3', '完善物业管理', '', '', '2026-11-30', '', '', ''],
  ['4', '培训网格员', '综治中心', '', '2026-11-30', '', '', ''],
  ['5', '清理河道', '城建办', '', '', '', '', ''],
  ['6', '清理河道', '城建办', '', '2026-03-01', '', '', ''],
];

describe('a task table', () => {
  it('maps each row to owners here; a row mapped to nobody stops that row and says so', async () => {
    const file = await table([...good, ...bad]);
    const { body } = await send('/preview', file);
    expect([body.added, body.goodRows, body.badRows]).toEqual([2, 2, 4]);
    const sentences = body.remarks.map(({ row, sentence }: { row: number; sentence: string }) => [
      row,
      sentence,
    ]);
    expect(sentences).toEqual([
      [4, expect.stringContaining('缺牵头单位或责任人')],
      [5, expect.stringContaining('名册里没有“综治中心”')],
      [6, expect.stringContaining('缺数量或者时限')],
      [7, expect.stringContaining('已经过去')],
    ]);
    const marked = await send('/marked', file);
    expect(marked.status).toBe(200);
    await refused('org.import-bad-rows', 422, () =>
      send('', file, { digest: body.digest, goodOnly: 'false' }),
    );
    const taken = await send('', file, { digest: body.digest, goodOnly: 'true' });
    expect([taken.status, taken.body.added]).toEqual([200, 2]);
    const { document, drafts, sentences: rows } = await page(taken.body.id);
    expect(document).toMatchObject({ kind: 'table', open: 0, claimed: 2 });
    expect(rows[0].text.slice(drafts[0].from, drafts[0].to)).toBe('新建便民停车场');
    const item = (await town.who('tian').get(`${town.base}/${drafts[0].item.id}`)).body;
    expect(item.item).toMatchObject({
      title: '新建便民停车场',
      lead: { code: '城建办' },
      accountable: { code: 'P-zhou' },
      dueOn: '2026-11-30',
    });
    expect(item.requirement).toBe('要办到：3处');
  });

  it('is claimed once where two send it at once', async () => {
    const rows = [['1', '修缮村道', '城建办', '', '2026-11-30', '2', '处', '']];
    const file = await table(rows);
    const more = { title: '同时来的表' };
    const { digest } = (await send('/preview', file, more)).body;
    const both = await Promise.all(
      [1, 2].map(() => send('', file, { ...more, digest, goodOnly: 'false' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const made = (await town.who('tian').get(town.base)).body.rows.filter(
      ({ title }: { title: string }) => title === '修缮村道',
    );
    expect(made).toHaveLength(1);
  });

  it('is withheld where it says so: its items too, and another office is told nothing of it', async () => {
    const file = await table([['1', '谈话提醒', '城建办', '', '2026-11-30', '2', '次', '']]);
    const title = '党委会议定事项';
    const { digest } = (await send('/preview', file, { title })).body;
    const words = { title, digest, goodOnly: 'false', isWithheld: 'true' };
    const { id } = (await send('', file, words)).body;
    const { document, drafts } = await page(id);
    expect(document.isWithheld).toBe(true);
    const item = (await town.who('tian').get(`${town.base}/${drafts[0].item.id}`)).body;
    expect(item.isWithheld).toBe(true);
    await refused('drafts.document-unknown', 404, () => town.who('nong').get(`${base}/${id}`));
    const { body, headers } = await formOf({ title, file });
    const told = await town.who('nong').ask('POST', `${base}/imports/preview`, body, headers);
    expect([told.body.same, told.body.added]).toEqual([0, 1]);
    expect((await send('/preview', file, { title })).body.same).toBe(1);
  });

  it('claims nothing a second time, and the empty form has its columns', async () => {
    const file = await table(good);
    const { body } = await send('/preview', file);
    expect([body.added, body.same]).toEqual([0, 2]);
    const changed = await table([['1', '新建停车场', '城建办', '', '2026-11-30', '', '', '']]);
    const again = (await send('/preview', changed)).body;
    expect([again.badRows, again.remarks[0].sentence]).toEqual([
      1,
      expect.stringContaining('已经按这张表立为事项'),
    ]);
    const form = await town.who('tian').get(`${base}/export`);
    expect(form.status).toBe(200);
    expect(await headOf(form)).toEqual(titles);
  });
});

async function headOf({ bytes }: Answer): Promise<string[]> {
  const path = join(emptyFolder(), 'form.xlsx');
  writeFileSync(path, bytes);
  const { sheets } = await readTables(path);
  return sheets[0]?.rows[0]?.map(({ text }) => text) ?? [];
}
