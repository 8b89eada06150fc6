/** From an entry to a fact: written by one, reviewed by another, never by the same. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, line, rubbish } from '../../test/ledger-town.ts';

const kit = useProgram();
let town: LedgerTown;
let zhou: Asker;
let he: Asker;
let wu: Asker;
let lin: Asker;

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  he = await town.person(
    'he',
    { role: 'recorder', lines: ['城建办'] },
    { role: 'reviewer', lines: ['城建办'] },
  );
  wu = await town.person('wu', { role: 'reviewer' });
  lin = await town.person('lin', { role: 'recorder', lines: ['党建办'] });
});

const record = (asker: Asker, more: object = {}) =>
  asker.post(`${town.base}/entries`, { ...rubbish, ...more });

async function refuses(attempt: () => ReturnType<Asker['post']>, status: number, code: string) {
  const before = await town.state();
  const { status: got, body } = await attempt();
  expect([got, body.code]).toEqual([status, code]);
  expect(await town.state()).toEqual(before);
  return body;
}

const chosen = ({ id, version }: { id: string; version: number }) => ({ id, version });

describe('writing an entry', () => {
  it('keeps what was typed, under names, for the office that answers for it', async () => {
    const { status, body } = await record(zhou);
    expect(status).toBe(200);
    expect(body.findings).toEqual([]);
    expect(body.entry).toMatchObject({
      kindName: '垃圾积存',
      state: 'draft',
      version: 1,
      office: '城建办',
      subjects: [{ code: '东溪村', name: '东溪村', as: '' }],
      values: [{ name: '处数', title: '处数（处）', text: '3' }],
      recordedBy: { code: 'p-zhou', name: 'zhou' },
      deeds: ['change', 'remove'],
    });
    const { body: read } = await wu.get(`${town.base}/entries/${body.entry.id}`);
    expect(read.entry.deeds).toEqual(['review', 'send-back']);
  });

  it('keeps a number without the unit that its title says, and refuses another unit', async () => {
    for (const typed of ['3处', '３处', ' 3 处']) {
      const { body } = await record(zhou, { values: { 处数: typed } });
      expect(body.entry.values, typed).toEqual([{ name: '处数', title: '处数（处）', text: '3' }]);
    }
    await refuses(() => record(zhou, { values: { 处数: '3户' } }), 422, 'ledger.entry-invalid');
  });

  it('says at which field something is wrong, and keeps nothing', async () => {
    const cases = [
      [{ values: { 处数: '好几' } }, '处数'],
      [{ values: {} }, '处数'],
      [{ values: { 处数: '-5' } }, '处数'],
      [{ values: { 处数: '3', 次数: '1' } }, '次数'],
      [{ about: [] }, 'about'],
      [{ about: [{ subject: '无此村' }] }, 'about'],
      [{ on: undefined }, 'on'],
      [{ on: '2026-04-11' }, 'on'],
      [{ to: '2026-04-01' }, 'to'],
      [{ clause: { line, code: '77' } }, 'clause'],
    ] as const;
    for (const [more, field] of cases) {
      const body = await refuses(() => record(zhou, more), 422, 'ledger.entry-invalid');
      expect(body.data.findings[0].field, JSON.stringify(more)).toBe(field);
    }
  });

  it('refuses kinds that nobody records, or that have a deed of their own', async () => {
    for (const kind of ['checked', 'result', 'reversal', 'no.such']) {
      const attempt = () => record(wuRecorder, { kind, values: {} });
      const body = await refuses(attempt, 422, 'ledger.entry-invalid');
      expect(body.data.findings[0].field).toBe('kind');
    }
  });

  it('refuses another office, and a clause that does not look at the kind', async () => {
    const body = await refuses(() => record(lin), 403, 'ledger.office-other');
    expect(body.detail).toContain('城建办');
    const own = { line, code: '2.2.2' };
    await refuses(() => record(lin, { clause: own }), 422, 'ledger.entry-invalid');
  });

  it('needs a person behind the account', async () => {
    const nobody = await kit().person('qinghe', 'nobody', { role: 'recorder' });
    await refuses(() => record(nobody), 403, 'ledger.person-needed');
  });
});

let wuRecorder: Asker;
beforeAll(async () => {
  wuRecorder = await town.person('wu.recorder', { role: 'recorder' });
});

describe('discretion', () => {
  const poor = {
    kind: 'party.life.poor',
    about: [{ subject: '西岗村' }],
    on: '2026-04-07',
    evidence: ['列席记录'],
  };
  const points = (text: string, more: object = {}) => ({
    ...poor,
    chosen: { line, clause: '2.1.1', points: text, reason: '两次会议内容相同', ...more },
  });

  it('stays inside the bounds, with a reason, under clauses that leave it', async () => {
    const cases = [
      [poor, '裁量'],
      [points('-3'), '−2 至 −0.5'],
      [points('1'), '扣分写负数'],
      [points('两分'), '不是确数'],
      [points('-1', { reason: '' }), '理由'],
      [points('-1', { clause: '2.1.2' }), '按事实算出来'],
      [points('-1', { clause: '99' }), '没有第 99 条'],
    ] as const;
    for (const [entry, words] of cases) {
      const attempt = () => lin.post(`${town.base}/entries`, entry);
      const body = await refuses(attempt, 422, 'ledger.entry-invalid');
      expect(body.detail).toContain(words);
    }
    const { status, body } = await lin.post(`${town.base}/entries`, points('－1.5'));
    expect([status, body.entry.chosen]).toEqual([
      200,
      { line, clause: '2.1.1', points: '-1.5', reason: '两次会议内容相同' },
    ]);
  });

  it('wants the document where a clause counts by document', async () => {
    const honour = {
      kind: 'honour.awarded',
      about: [{ subject: '西岗村' }],
      on: '2026-04-02',
      values: { 等级: '县' },
    };
    const office = await town.person('zheng', { role: 'recorder', lines: ['党政办'] });
    const attempt = () => office.post(`${town.base}/entries`, honour);
    const body = await refuses(attempt, 422, 'ledger.entry-invalid');
    expect(body.data.findings).toMatchObject([{ field: 'doc' }]);
    const doc = { no: '青委发〔2026〕9号', date: '2026-04-01', level: '县' };
    const { status } = await office.post(`${town.base}/entries`, { ...honour, doc });
    expect(status).toBe(200);
  });
});

describe('review', () => {
  it('posts what another recorded; the fact says who did what', async () => {
    const { body } = await record(zhou, { on: '2026-04-01' });
    const reply = await wu.post(`${town.base}/reviews`, { entries: [chosen(body.entry)] });
    expect(reply.body).toMatchObject({
      reviewed: 1,
      facts: [{ entryId: body.entry.id }],
      late: [],
    });
    const { id } = reply.body.facts[0];
    const { body: page } = await wu.get(`${town.base}/facts/${id}`);
    expect(page.fact).toMatchObject({
      id,
      office: '城建办',
      on: '2026-04-01',
      recordedBy: { name: 'zhou' },
      reviewedBy: { name: 'wu' },
      note: '三组路口。',
    });
    expect(page.course.map(({ deed }: { deed: string }) => deed)).toEqual([
      'recorded',
      'reviewed',
      'posted',
    ]);
    expect(page.clauses).toMatchObject([{ code: '1.1', period: '2026-Q2' }]);
    await refuses(
      () => zhou.ask('PUT', `${town.base}/entries/${body.entry.id}`, { ...rubbish, version: 1 }),
      409,
      'ledger.entry-posted',
    );
  });

  it('is never of one’s own, not even after somebody else wrote on it', async () => {
    const { body } = await record(he);
    await refuses(
      () => he.post(`${town.base}/reviews`, { entries: [chosen(body.entry)] }),
      403,
      'ledger.own-entry',
    );
    const { body: other } = await record(zhou);
    const { body: changed } = await he.ask('PUT', `${town.base}/entries/${other.entry.id}`, {
      ...rubbish,
      version: 1,
      values: { 处数: '4' },
    });
    expect(changed.entry.version).toBe(2);
    await refuses(
      () => he.post(`${town.base}/reviews`, { entries: [chosen(changed.entry)] }),
      403,
      'ledger.own-entry',
    );
    const batch = { entries: [chosen(body.entry), chosen(changed.entry)] };
    expect((await wu.post(`${town.base}/reviews`, batch)).body.facts).toHaveLength(2);
  });

  it('is for reviewers of the office, of what they have seen', async () => {
    const { body } = await record(zhou);
    const entries = [chosen(body.entry)];
    const party = await town.person('qiu', { role: 'reviewer', lines: ['党建办'] });
    await refuses(
      () => party.post(`${town.base}/reviews`, { entries }),
      403,
      'ledger.office-other',
    );
    await refuses(() => zhou.post(`${town.base}/reviews`, { entries }), 403, 'gate.not-permitted');
    await zhou.ask('PUT', `${town.base}/entries/${body.entry.id}`, { ...rubbish, version: 1 });
    const stale = await refuses(
      () => wu.post(`${town.base}/reviews`, { entries }),
      409,
      'ledger.entry-changed',
    );
    expect(stale.data.by).toBe('zhou');
    const gone = [{ id: crypto.randomUUID(), version: 1 }];
    await refuses(
      () => wu.post(`${town.base}/reviews`, { entries: gone }),
      404,
      'ledger.entry-unknown',
    );
  });

  it('wants evidence or a document', async () => {
    const { body } = await record(zhou, { evidence: [] });
    const refused = await refuses(
      () => wu.post(`${town.base}/reviews`, { entries: [chosen(body.entry)] }),
      422,
      'ledger.evidence-missing',
    );
    expect(refused.detail).toContain('东溪村 垃圾积存');
  });

  it('may only be said, and the posting be left for later', async () => {
    const { body } = await record(zhou);
    const said = await wu.post(`${town.base}/reviews`, {
      entries: [chosen(body.entry)],
      post: false,
    });
    expect(said.body).toEqual({ reviewed: 1, facts: [], late: [] });
    const again = { entries: [{ id: body.entry.id, version: 2 }] };
    const { body: fresh } = await record(zhou);
    await refuses(
      () => wu.post(`${town.base}/postings`, { entries: [...again.entries, chosen(fresh.entry)] }),
      409,
      'ledger.entry-not-reviewed',
    );
    expect((await wu.post(`${town.base}/postings`, again)).body.facts).toHaveLength(1);
  });

  it('gives back with the reason, and is wanted again once it is written anew', async () => {
    const { body } = await record(zhou);
    const entries = [chosen(body.entry)];
    const reason = '处数和照片不符';
    expect((await wu.post(`${town.base}/returns`, { entries, reason })).body).toEqual({
      sentBack: 1,
    });
    const { body: read } = await zhou.get(`${town.base}/entries/${body.entry.id}`);
    expect(read.entry.sentBack).toMatchObject({ by: { name: 'wu' }, reason });
    const later = [{ id: body.entry.id, version: 2 }];
    await refuses(
      () => wu.post(`${town.base}/reviews`, { entries: later }),
      409,
      'ledger.entry-sent-back',
    );
    const { body: mended } = await zhou.ask('PUT', `${town.base}/entries/${body.entry.id}`, {
      ...rubbish,
      values: { 处数: '2' },
      version: 2,
    });
    expect(mended.entry.sentBack).toBeUndefined();
    const done = await wu.post(`${town.base}/reviews`, { entries: [chosen(mended.entry)] });
    expect(done.body.facts).toHaveLength(1);
  });
});

describe('two clerks', () => {
  it('do not overwrite each other silently', async () => {
    const { body } = await record(zhou);
    const put = (asker: Asker, version: number, count: string) =>
      asker.ask('PUT', `${town.base}/entries/${body.entry.id}`, {
        ...rubbish,
        version,
        values: { 处数: count },
      });
    expect((await put(he, 1, '5')).status).toBe(200);
    const refused = await refuses(() => put(zhou, 1, '6'), 409, 'ledger.entry-changed');
    expect(refused.detail).toContain('he又改过');
    await refuses(
      () => zhou.post(`${town.base}/entries/${body.entry.id}/removal`, { version: 1 }),
      409,
      'ledger.entry-changed',
    );
    const removed = await zhou.post(`${town.base}/entries/${body.entry.id}/removal`, {
      version: 2,
    });
    expect(removed.body).toEqual({ done: true });
  });

  it('who review at once post once', async () => {
    const { body } = await record(zhou);
    const second = await town.person('second', { role: 'reviewer' });
    const replies = await Promise.all(
      [wu, second].map((asker) =>
        asker.post(`${town.base}/reviews`, { entries: [chosen(body.entry)] }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body: found } = await wu.get(`${town.base}/facts?words=${encodeURIComponent('三组')}`);
    const posted = replies.find(({ status }) => status === 200)?.body.facts[0].id;
    expect(found.rows.filter(({ id }: { id: string }) => id === posted)).toHaveLength(1);
  });
});

describe('the one list', () => {
  it('shows an office what waits, and the recorder what came back', async () => {
    const place = await ledgerTown(kit(), 'luoxi', '落溪镇');
    const clerk = await place.person('clerk', { role: 'recorder', lines: ['城建办'] });
    const checker = await place.person('checker', { role: 'reviewer', lines: ['城建办'] });
    const titles = async (asker: Asker) =>
      (await asker.get('/api/towns/luoxi/desk')).body.rows.map(
        ({ title }: { title: string }) => title,
      );
    const { body } = await clerk.post(`${place.base}/entries`, rubbish);
    await clerk.post(`${place.base}/entries`, { ...rubbish, on: '2026-04-02' });
    expect(await titles(checker)).toEqual(['复核城建办登记的 2 条事实']);
    expect(await titles(clerk)).toEqual([]);
    const reason = '请补照片';
    await checker.post(`${place.base}/returns`, { entries: [chosen(body.entry)], reason });
    expect(await titles(checker)).toEqual(['复核城建办登记的 1 条事实']);
    expect(await titles(clerk)).toEqual(['1 条登记被退回，请改后再交']);
    const { body: left } = await checker.get(`${place.base}/entries?forMe=true`);
    await checker.post(`${place.base}/reviews`, { entries: left.rows.map(chosen) });
    expect(await titles(checker)).toEqual([]);
  });
});
