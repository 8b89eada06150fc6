/** Facts that stay: lists, one page, reversal, notes of villages, signatures, what others may see. */

import { isoDate, verifyInclusion } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, line, rubbish } from '../../test/ledger-town.ts';
import { postFacts } from './index.ts';

const kit = useProgram();
let town: LedgerTown;
let zhou: Asker;
let wu: Asker;
let dongxi: Asker;
let xigang: Asker;
let cadre: Asker;
let office: Asker;
let foreign: Asker;

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  wu = await town.person('wu', { role: 'reviewer' });
  dongxi = await town.person('dongxi', { role: 'village', unit: '东溪村' });
  xigang = await town.person('xigang', { role: 'village', unit: '西岗村' });
  cadre = await town.person('cadre', { role: 'resident-cadre', unit: '东溪村' });
  office = await town.person('office', { role: 'assessment-office' });
  const other = await ledgerTown(kit(), 'luoxi', '落溪镇');
  foreign = await other.person('foreign', { role: 'assessment-office' }, { role: 'recorder' });
});

async function refuses(attempt: () => ReturnType<Asker['post']>, status: number, code: string) {
  const before = await town.state();
  const { status: got, body } = await attempt();
  expect([got, body.code]).toEqual([status, code]);
  expect(await town.state()).toEqual(before);
  return body;
}

/** Recorded by zhou, reviewed by wu. @returns the number of the fact. */
async function posted(more: object = {}): Promise<string> {
  const { body } = await zhou.post(`${town.base}/entries`, { ...rubbish, ...more });
  const entries = [{ id: body.entry.id, version: 1 }];
  const reply = await wu.post(`${town.base}/reviews`, { entries });
  return reply.body.facts[0].id;
}

const sealedResult = 'result/qinghe-village-daily/2025/1/东溪村';
const ids = (answer: { body: { rows: { id: string }[] } }) => answer.body.rows.map(({ id }) => id);

describe('one fact', () => {
  it('shows its place in the log, provable with nothing but the root', async () => {
    const id = await posted();
    await posted({ on: '2026-04-02' });
    const { body } = await wu.get(`${town.base}/facts/${id}`);
    const { leaf, index, size, root, path } = body.proof;
    expect(verifyInclusion({ leaf, index, size, root, proof: path })).toBe(true);
    expect(verifyInclusion({ leaf, index: index + 1, size, root, proof: path })).toBe(false);
    expect((await wu.get(`${town.base}/head`)).body).toEqual({ size, root });
  });

  it('says what it takes under its clause, until it is taken back', async () => {
    const id = await posted({ on: '2026-04-03', values: { 处数: '7' } });
    const clauses = async (asker: Asker) =>
      (await asker.get(`${town.base}/facts/${id}`)).body.clauses;
    for (const asker of [zhou, office]) {
      expect(await clauses(asker)).toMatchObject([{ code: '1.1', marks: '-3.50' }]);
    }
    // Neither the subject nor a reviewer of everything may add points up before the seal.
    const others = [wu, dongxi, cadre, await town.person('leader', { role: 'leader' })];
    for (const asker of others) {
      const [heard] = await clauses(asker);
      expect([heard.code, heard.marks, heard.withheld]).toEqual(['1.1', undefined, 'before-seal']);
    }
    const { body } = await zhou.post(`${town.base}/facts/${id}/reversal`, { reason: '数错了' });
    await wu.post(`${town.base}/reviews`, { entries: [{ id: body.entries[0].id, version: 1 }] });
    expect((await clauses(zhou))[0].marks).toBeUndefined();
    expect((await clauses(zhou))[0].withheld).toBeUndefined();
  });

  it('is found by an id with any sign in it', async () => {
    const id = sealedResult;
    await kit().inside(town.tenantId, (db) =>
      postFacts({ db, tenant: { id: town.tenantId }, now: '2026-04-10T02:00:00.000Z' }, [
        {
          id,
          kind: 'result',
          form: 'result',
          about: [{ subject: '东溪村', as: '' }],
          period: '2025',
          values: { line, total: '93.5' },
          tags: [],
          evidence: [],
        },
      ]),
    );
    const { status, body } = await wu.get(`${town.base}/facts/${encodeURIComponent(id)}`);
    expect([status, body.fact?.id, body.deeds]).toEqual([200, id, ['note']]);
    await refuses(
      () =>
        zhou.post(`${town.base}/facts/${encodeURIComponent(id)}/reversal`, { reason: '算错了' }),
      403,
      'ledger.office-other',
    );
  });

  it('is listed where a judge gave the points and no line is named', async () => {
    const id = 'D-1733';
    await kit().inside(town.tenantId, (db) =>
      postFacts({ db, tenant: { id: town.tenantId }, now: '2026-04-10T02:00:00.000Z' }, [
        {
          id,
          kind: rubbish.kind,
          form: 'judgement',
          about: [{ subject: '东溪村', as: '' }],
          on: isoDate('2026-03-18'),
          values: { judge: '评委一' },
          chosen: { scheme: '', clause: '9.4', points: '93', reason: '' },
          tags: [],
          evidence: ['评分表'],
        },
      ]),
    );
    const listed = await wu.get(`${town.base}/facts?words=${id}`);
    expect([listed.status, listed.body.rows?.[0]?.chosen]).toEqual([
      200,
      expect.objectContaining({ line: '', clause: '9.4', points: '93' }),
    ]);
    expect((await wu.get(`${town.base}/facts/${id}`)).body.fact?.id).toBe(id);
  });

  it('is not there for another town, nor for another village', async () => {
    const id = await posted();
    for (const [asker, base] of [
      [foreign, town.base],
      [foreign, '/api/towns/luoxi/ledger'],
      [xigang, town.base],
    ] as const) {
      expect((await asker.get(`${base}/facts/${id}`)).status).toBe(404);
    }
    expect(ids(await foreign.get('/api/towns/luoxi/ledger/facts'))).toEqual([]);
    expect((await dongxi.get(`${town.base}/facts/${id}`)).body.fact.id).toBe(id);
  });
});

describe('the list', () => {
  it('is narrowed by clause, subject, period, office, recorder, words, evidence', async () => {
    const place = await ledgerTown(kit(), 'hekou', '河口镇');
    const clerk = await place.person('clerk', { role: 'recorder' });
    const checker = await place.person('checker', { role: 'reviewer' });
    const post = async (words: object) => {
      const { body } = await clerk.post(`${place.base}/entries`, { ...rubbish, ...words });
      const entries = [{ id: body.entry.id, version: 1 }];
      return (await checker.post(`${place.base}/reviews`, { entries })).body.facts[0].id;
    };
    const first = await post({ on: '2026-03-02', matter: 'R-7', note: '河边有垃圾' });
    const second = await post({ about: [{ subject: '西岗村' }] });
    const burning = await post({ kind: 'burning.found', values: {}, on: '2026-04-03' });
    const find = async (query: string) =>
      ids(await checker.get(`${place.base}/facts?${new URLSearchParams(query)}`));
    expect(await find('')).toEqual([burning, second, first]);
    expect(await find('kind=inspection.garbage')).toEqual([second, first]);
    expect(await find(`line=${line}&clause=1.3`)).toEqual([]);
    expect(await find(`line=${line}&clause=1.1&period=2026-Q1`)).toEqual([first]);
    expect(await find('subject=东溪村')).toEqual([burning, first]);
    expect(await find('subject=青禾镇')).toEqual([burning, second, first]);
    expect(await find('period=2026-Q2')).toEqual([burning, second]);
    expect(await find('period=2026-03')).toEqual([first]);
    expect(await find('office=城建办&recordedBy=p-clerk')).toEqual([burning, second, first]);
    expect(await find('recordedBy=p-checker')).toEqual([]);
    expect(await find('matter=R-7')).toEqual([first]);
    expect(await find('words=河边')).toEqual([first]);
    expect(await find('words=西岗')).toEqual([second]);
    expect(await find('words=50%25')).toEqual([]);
    expect(await find('withoutEvidence=true')).toEqual([]);
    const limited = await checker.get(`${place.base}/facts?limit=1`);
    expect([limited.body.total, ids(limited)]).toEqual([3, [burning]]);
    expect((await checker.get(`${place.base}/facts?line=${line}&clause=99`)).status).toBe(404);
  });

  it('shows a village what is about it, and no entries', async () => {
    const mine = await posted({ on: '2026-04-05' });
    const theirs = await posted({ on: '2026-04-05', about: [{ subject: '西岗村' }] });
    const seen = ids(await dongxi.get(`${town.base}/facts`));
    expect(seen).toContain(mine);
    expect(seen).not.toContain(theirs);
    expect((await dongxi.get(`${town.base}/entries`)).status).toBe(403);
    expect(
      (await dongxi.get(`${town.base}/sheet?line=${line}&clause=1.1&period=2026-Q2`)).status,
    ).toBe(403);
  });
});

describe('a village', () => {
  it('never writes: neither fact nor entry nor note', async () => {
    const id = await posted();
    const { body } = await zhou.post(`${town.base}/entries`, rubbish);
    const entry = { id: body.entry.id, version: 1 };
    const note = {
      onBehalfOf: '东溪村',
      channel: 'paper',
      saidOn: '2026-04-09',
      said: '不是我村的',
    };
    for (const attempt of [
      () => dongxi.post(`${town.base}/entries`, rubbish),
      () => dongxi.ask('PUT', `${town.base}/entries/${entry.id}`, { ...rubbish, version: 1 }),
      () => dongxi.post(`${town.base}/entries/${entry.id}/removal`, { version: 1 }),
      () => dongxi.post(`${town.base}/reviews`, { entries: [entry] }),
      () => dongxi.post(`${town.base}/returns`, { entries: [entry], reason: '不对' }),
      () => dongxi.post(`${town.base}/postings`, { entries: [entry] }),
      () => dongxi.post(`${town.base}/facts/${id}/reversal`, { reason: '不对' }),
      () => dongxi.post(`${town.base}/signatures`, { line, period: '2026-Q1', clauses: ['1.1'] }),
      () => dongxi.post(`${town.base}/notes`, { ...note, factId: id }),
    ]) {
      await refuses(attempt, 403, 'gate.not-permitted');
    }
  });

  it('speaks through the town: its words hang on the fact and change no points', async () => {
    const id = await posted({ on: '2026-03-11' });
    const before = (await wu.get(`${town.base}/facts/${id}`)).body;
    const words = {
      factId: id,
      onBehalfOf: '东溪村',
      channel: 'telephone',
      saidOn: '2026-04-09',
      said: '已清运，请复查。',
    };
    const { status, body } = await cadre.post(`${town.base}/notes`, words);
    expect([status, body.recordedBy.name, body.onBehalfOf.name]).toEqual([200, 'cadre', '东溪村']);
    const after = (await wu.get(`${town.base}/facts/${id}`)).body;
    expect(after).toEqual({ ...before, fact: { ...before.fact, notes: 1 }, notes: [body] });
    expect((await dongxi.get(`${town.base}/notes`)).body.rows).toEqual([body]);
    expect((await xigang.get(`${town.base}/notes`)).body.rows).toEqual([]);
    const audit = await kit().inside(town.tenantId, (db) =>
      db.selectFrom('audit').selectAll().where('deed', '=', 'ledger.addNote').execute(),
    );
    expect(audit.map((row) => row.on_behalf_of)).toEqual(['东溪村']);
    expect(JSON.stringify(audit)).not.toContain('已清运');
  });

  it('is only spoken for about itself, by those who look after it', async () => {
    const id = await posted();
    const theirs = await posted({ about: [{ subject: '西岗村' }] });
    const note = { channel: 'paper', saidOn: '2026-04-09', said: '请复查' };
    const cases = [
      [cadre, { ...note, factId: theirs, onBehalfOf: '西岗村' }, 404, 'ledger.fact-unknown'],
      [wu, { ...note, factId: id, onBehalfOf: '西岗村' }, 422, 'ledger.note-other-unit'],
      [wu, { ...note, factId: id, onBehalfOf: '无此村' }, 404, 'ledger.unit-unknown'],
      [cadre, { ...note, factId: id, onBehalfOf: '青禾镇' }, 403, 'ledger.unit-out-of-reach'],
      [wu, { ...note, onBehalfOf: '东溪村' }, 422, 'ledger.note-about-one'],
      [
        wu,
        { ...note, factId: id, saidOn: '2026-04-20', onBehalfOf: '东溪村' },
        422,
        'ledger.note-future',
      ],
      [
        wu,
        { ...note, entryId: crypto.randomUUID(), onBehalfOf: '东溪村' },
        404,
        'ledger.entry-unknown',
      ],
    ] as const;
    for (const [asker, body, status, code] of cases) {
      await refuses(() => asker.post(`${town.base}/notes`, body), status, code);
    }
  });
});

describe('a reversal', () => {
  it('says why, is reviewed by another, and leaves the old fact readable', async () => {
    const id = await posted({ on: '2026-04-06' });
    const { body } = await zhou.post(`${town.base}/facts/${id}/reversal`, {
      reason: '把禾丰村的照片看成了东溪村的',
      corrected: { ...rubbish, on: '2026-04-06', about: [{ subject: '禾丰村' }] },
    });
    const [back, right] = body.entries;
    expect(back).toMatchObject({
      reverses: id,
      state: 'draft',
      office: '城建办',
      note: '把禾丰村的照片看成了东溪村的',
    });
    expect(right.subjects[0].name).toBe('禾丰村');
    await refuses(
      () => zhou.post(`${town.base}/facts/${id}/reversal`, { reason: '再来一次' }),
      409,
      'ledger.reversal-waiting',
    );
    // Naming one of the two is naming both: they are one deed.
    const entries = [{ id: right.id, version: right.version }];
    const reply = await wu.post(`${town.base}/reviews`, { entries });
    expect(reply.body.facts).toHaveLength(2);
    const { body: page } = await wu.get(`${town.base}/facts/${id}`);
    expect(page.fact.reversedBy).toBe(reply.body.facts[0].id);
    expect(page.course.at(-1)).toMatchObject({ deed: 'reversed', by: 'zhou' });
    expect(page.course.at(-1).sentence).toContain('看成了东溪村');
    const standing = ids(
      await wu.get(`${town.base}/facts?reversed=none&subject=${encodeURIComponent('禾丰村')}`),
    );
    expect(standing).toEqual([reply.body.facts[1].id]);
    for (const [fact, code] of [
      [id, 'ledger.already-reversed'],
      [reply.body.facts[0].id, 'ledger.reversal-of-reversal'],
    ]) {
      const attempt = () => zhou.post(`${town.base}/facts/${fact}/reversal`, { reason: '又错了' });
      await refuses(attempt, 409, code);
    }
  });

  it('is not reviewed by who saw it before one of the two was changed', async () => {
    const id = await posted({ on: '2026-04-05' });
    const { body } = await zhou.post(`${town.base}/facts/${id}/reversal`, {
      reason: '数错了',
      corrected: rubbish,
    });
    const [back, right] = body.entries;
    const changed = await zhou.ask('PUT', `${town.base}/entries/${right.id}`, {
      ...rubbish,
      version: right.version,
      values: { 处数: '9' },
    });
    expect(changed.status).toBe(200);
    const seen = { entries: [{ id: back.id, version: back.version }] };
    await refuses(() => wu.post(`${town.base}/reviews`, seen), 409, 'ledger.entry-changed');
    const now = { entries: [{ id: right.id, version: changed.body.entry.version }] };
    expect((await wu.post(`${town.base}/reviews`, now)).body.facts).toHaveLength(2);
  });

  it('is thrown away whole, and given back whole', async () => {
    const id = await posted({ on: '2026-04-07' });
    const reverse = () =>
      zhou.post(`${town.base}/facts/${id}/reversal`, { reason: '记错', corrected: rubbish });
    const { body } = await reverse();
    const [back, right] = body.entries;
    const back1 = { entries: [{ id: back.id, version: 1 }], reason: '请写清楚' };
    expect((await wu.post(`${town.base}/returns`, back1)).body.sentBack).toBe(2);
    await zhou.post(`${town.base}/entries/${right.id}/removal`, { version: 2 });
    expect((await wu.get(`${town.base}/entries/${back.id}`)).status).toBe(404);
    expect((await reverse()).status).toBe(200);
  });

  it('is not written anew as an entry, and takes back no result', async () => {
    const id = await posted({ on: '2026-04-03' });
    const path = `${town.base}/facts/${id}/reversal`;
    const [back] = (await zhou.post(path, { reason: '记错' })).body.entries;
    const entry = { ...rubbish, version: back.version };
    const write = () => zhou.ask('PUT', `${town.base}/entries/${back.id}`, entry);
    await refuses(write, 409, 'ledger.entry-reversal');
    const result = `${town.base}/facts/${encodeURIComponent(sealedResult)}/reversal`;
    const whole = await town.person('whole', { role: 'recorder' });
    await refuses(() => whole.post(result, { reason: '算错了' }), 409, 'ledger.result-fixed');
  });

  it('stays a reversal, and is not for results', async () => {
    const id = await posted({ on: '2026-04-08' });
    const { body } = await zhou.post(`${town.base}/facts/${id}/reversal`, { reason: '记错' });
    const [{ id: entryId, version }] = body.entries;
    await refuses(
      () => zhou.ask('PUT', `${town.base}/entries/${entryId}`, { ...rubbish, version }),
      409,
      'ledger.entry-reversal',
    );
    await zhou.post(`${town.base}/entries/${entryId}/removal`, { version });
    const result = encodeURIComponent('result/qinghe-village-daily/2025/1/东溪村');
    const anybody = await town.person('anybody', { role: 'recorder' });
    await refuses(
      () => anybody.post(`${town.base}/facts/${result}/reversal`, { reason: '算错了' }),
      409,
      'ledger.result-fixed',
    );
  });

  it('is for the office that recorded the fact', async () => {
    const id = await posted();
    const lin = await town.person('lin', { role: 'recorder', lines: ['党建办'] });
    await refuses(
      () => lin.post(`${town.base}/facts/${id}/reversal`, { reason: '不对' }),
      403,
      'ledger.office-other',
    );
    await refuses(
      () => zhou.post(`${town.base}/facts/2026-9999/reversal`, { reason: '不对' }),
      404,
      'ledger.fact-unknown',
    );
  });
});

describe('经查无', () => {
  const sign = (asker: Asker, clauses: readonly string[], period = '2026-Q1') =>
    asker.post(`${town.base}/signatures`, { line, period, clauses });

  it('is signed once a clause and period, for all subjects, when the period is over', async () => {
    const { body } = await sign(wu, ['1.3', '2.2.2']);
    expect(body.facts).toHaveLength(2);
    const { body: list } = await wu.get(`${town.base}/signatures?line=${line}&period=2026-Q1`);
    const row = list.rows.find(({ code }: { code: string }) => code === '1.3');
    const { body: page } = await wu.get(`${town.base}/facts/${body.facts[0].id}`);
    expect([page.fact.office, page.clauses[0]]).toEqual([
      '城建办',
      expect.objectContaining({ code: '1.3', period: '2026-Q1' }),
    ]);
    expect(row).toMatchObject({ signed: { factId: body.facts[0].id, by: 'wu' }, maySign: false });
    await refuses(() => sign(wu, ['1.4', '1.3']), 409, 'ledger.already-signed');
    await refuses(() => sign(wu, ['1.3'], '2026-Q2'), 409, 'ledger.period-running');
    await refuses(() => sign(wu, ['9.4']), 404, 'ledger.clause-unknown');
    await refuses(() => sign(wu, ['1.3'], '2026-03'), 404, 'ledger.period-unknown');
  });

  it('waits for entries, and is for the owning office', async () => {
    const { body } = await zhou.post(`${town.base}/entries`, { ...rubbish, on: '2026-03-20' });
    const lin = await town.person('lin.reviewer', { role: 'reviewer', lines: ['党建办'] });
    await refuses(() => sign(lin, ['1.1']), 403, 'ledger.office-other');
    await refuses(() => sign(zhou, ['1.1']), 403, 'gate.not-permitted');
    await refuses(() => sign(wu, ['1.1']), 409, 'ledger.entries-waiting');
    await wu.post(`${town.base}/reviews`, { entries: [{ id: body.entry.id, version: 1 }] });
    expect((await sign(wu, ['1.1'])).status).toBe(200);
  });

  it('is signed once by two who sign at once', async () => {
    const second = await town.person('second', { role: 'reviewer' });
    const replies = await Promise.all([wu, second].map((asker) => sign(asker, ['1.4'])));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('what is asked of the ledger and cannot be read', () => {
  it('is refused in a sentence: values that are no JSON, a form for no scheme', async () => {
    const values = `${town.base}/related?values=${encodeURIComponent('{"处数":')}`;
    await refuses(() => zhou.get(values), 422, 'ledger.values-unreadable');
    const form = `${town.base}/template?line=nothing`;
    await refuses(() => zhou.get(form), 404, 'ledger.line-unknown');
  });
});

describe('what may be the same thing', () => {
  it('is shown while typing: posted facts and entries of others', async () => {
    const id = await posted({ on: '2026-02-11', matter: 'R-88', about: [{ subject: '石桥村' }] });
    const query = new URLSearchParams({
      kind: 'inspection.garbage',
      subjects: '石桥村',
      on: '2026-02-13',
      values: '{"处数":"3"}',
    });
    const { body } = await zhou.get(`${town.base}/related?${query}`);
    expect(body.rows).toMatchObject([{ factId: id, why: 'same-values', matter: 'R-88' }]);
    expect(body.rows[0].sentence).toContain('只差 2 天');
    const { body: entry } = await zhou.post(`${town.base}/entries`, {
      ...rubbish,
      on: '2026-02-12',
      about: [{ subject: '石桥村' }],
    });
    const again = (await zhou.get(`${town.base}/related?${query}`)).body.rows;
    expect(again.map((row: { entryId?: string }) => row.entryId)).toEqual([
      undefined,
      entry.entry.id,
    ]);
    query.set('entryId', entry.entry.id);
    expect((await zhou.get(`${town.base}/related?${query}`)).body.rows).toHaveLength(1);
    const broken = await zhou.get(`${town.base}/related?values=x`);
    expect([broken.status, broken.body.code]).toEqual([422, 'ledger.values-unreadable']);
    const byMatter = await zhou.get(`${town.base}/related?matter=R-88`);
    expect(byMatter.body.rows).toMatchObject([{ factId: id, why: 'same-matter' }]);
  });
});

describe('a form to fill in', () => {
  it('is made for a scheme that there is', async () => {
    const { status, body } = await zhou.get(`${town.base}/template?line=none`);
    expect([status, body.code]).toEqual([404, 'ledger.line-unknown']);
    expect((await zhou.get(`${town.base}/template?line=${line}`)).bytes.length).toBeGreaterThan(
      1000,
    );
  });
});

describe('the log as a file', () => {
  it('is for those who check, without free text', async () => {
    await posted();
    const { status, body } = await office.get(`${town.base}/log`);
    expect([status, body.format, body.size]).toEqual([
      200,
      'oneneedle-ledger-1',
      body.facts.length,
    ]);
    expect(JSON.stringify(body)).not.toContain('三组路口');
    expect((await zhou.get(`${town.base}/log`)).status).toBe(403);
  });
});
