/** Objections over HTTP: who may make one, who may judge it, and what comes of it. */

import { readFacts } from '@oneneedle/kernel';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type ObjectionTown, objectionTown } from '../../../test/objection-town.ts';
import { factsOf, putFacts } from '../../ledger/index.ts';
import { passObjectionsEverywhere } from './lines.ts';

const kit = useProgram();
let town: ObjectionTown;

beforeAll(async () => {
  town = await objectionTown(kit(), 'qinghe');
});
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

const decision = {
  result: 'kept',
  lookedAt: '4月8日巡查记录、照片3张',
  finding: '照片上的位置在东溪村三组。',
  reasons: '位置在本村地界内。',
  basis: '第1.1条',
};

const desk = async (name: string, id: string) =>
  (await town.who(name).get(`${town.base}/desk?take=500`)).body.rows.filter(
    ({ address }: { address: string }) => address.endsWith(id),
  );

describe('receiving', () => {
  it('takes in what a village says of its own fact, and counts the days from then', async () => {
    const fact = await town.fact();
    const asked = await town.who('chen').get(`${town.base}/objection-matters?fact=${fact}`);
    expect(asked.body).toMatchObject({
      as: { code: '东溪村' },
      answerBy: '2026-04-17',
      matter: { kind: 'fact', fact },
    });
    const { body, status } = await town.object('chen', { fact });
    expect(status).toBe(200);
    expect(body.objection).toMatchObject({
      by: { code: '东溪村' },
      way: 'account',
      receivedOn: '2026-04-10',
      // The scheme gives five workdays.
      answerBy: '2026-04-17',
      isLate: false,
      isOverdue: false,
      state: 'received',
    });
    expect(body.may).toEqual(['withdraw']);
    expect(body.objection.workdaysLeft).toBe(5);
    expect(await desk('wu', body.objection.id)).toMatchObject([{ dueOn: '2026-04-17' }]);
    await town.refused('objections.already-open', () => town.object('chen', { fact }));
  });

  it('is for whom it concerns; a village reads only its own', async () => {
    const fact = await town.fact();
    for (const name of ['lin', 'gu', 'ji', 'zhou']) {
      await town.refused('objections.not-yours', () => town.object(name, { fact }));
    }
    await town.refused('ledger.fact-unknown', () => town.object('xi', { fact }));
    await town.refused('objections.not-yours', () => town.object('zhou', {}));
    await town.refused('objections.matter-unknown', () =>
      town.object('chen', { line: 'small-town', period: '2026-Q2', subject: '东溪村' }),
    );
    const { id } = (await town.object('chen', { fact })).body.objection;
    for (const name of ['xi', 'lin', 'zhou', 'sun']) {
      const read = await town.who(name).get(`${town.base}/objections/${id}`);
      expect([name, read.status]).toEqual([name, 404]);
      const { rows } = (await town.who(name).get(`${town.base}/objections`)).body;
      expect(rows).toEqual([]);
    }
    for (const name of ['chen', 'he', 'wu', 'gu', 'tian', 'ji']) {
      const { rows } = (await town.who(name).get(`${town.base}/objections`)).body;
      expect(rows.map((row: { id: string }) => row.id)).toContain(id);
    }
  });

  it('is written down from paper or telephone by posts that may; the day is when it was said', async () => {
    const fact = await town.fact();
    const behalf = {
      way: 'telephone',
      of: '东溪村',
      by: '陈书记',
      saidOn: '2026-04-09',
      confirmed: '当面念过',
    };
    await town.refused('objections.not-yours', () => town.object('lin', { fact, behalf }));
    await town.refused('objections.said-later', () =>
      town.object('he', { fact, behalf: { ...behalf, saidOn: '2026-04-11' } }),
    );
    await town.refused('objections.behalf-other', () =>
      town.object('he', { fact, behalf: { ...behalf, of: '西岗村' } }),
    );
    await town.refused('objections.behalf-other', () =>
      town.object('tian', { fact, behalf: { ...behalf, of: '西岗村' } }),
    );
    const { body } = await town.object('he', { fact, behalf });
    expect(body.objection).toMatchObject({
      way: 'telephone',
      receivedOn: '2026-04-09',
      answerBy: '2026-04-16',
    });
    expect(body.behalf).toMatchObject({ by: '陈书记', writtenBy: { code: 'p-he' } });
  });

  it('may be nameless and unclear; then nobody is told, and the office finds out what it is about', async () => {
    const behalf = { way: 'paper', saidOn: '2026-04-10', confirmed: '意见箱里的纸条' };
    const { body } = await town.object('tian', { behalf });
    const { id } = body.objection;
    // No scheme is known, so seven workdays.
    expect(body.objection).toMatchObject({
      matter: { kind: 'unclear' },
      answerBy: '2026-04-21',
    });
    expect(body.objection.by).toBeUndefined();
    const fact = await town.fact();
    const taken = await town.act('wu', id, 'acknowledgement', { fact });
    expect(taken.body.objection.matter).toMatchObject({ kind: 'fact', fact });
    await town.act('wu', id, 'assignment', { person: 'p-zheng' });
    await town.act('zheng', id, 'decision', decision);
    const answer = { on: '2026-04-10', how: 'nobody' };
    expect((await town.act('wu', id, 'answer', answer)).body.objection.state).toBe('answered');
  });
});

describe('a village that cannot say which clause it is about', () => {
  it('says so itself, once at a time, and the office finds out', async () => {
    const { status, body } = await town.object('chen', {});
    expect(status).toBe(200);
    expect(body.objection).toMatchObject({
      matter: { kind: 'unclear' },
      way: 'account',
      by: { code: '东溪村' },
    });
    const again = await town.refused('objections.already-open', () => town.object('chen', {}));
    expect(again.detail).toContain('还在办理');
    const fact = await town.fact();
    const taken = await town.act('wu', body.objection.id, 'acknowledgement', { fact });
    expect(taken.body.objection.matter).toMatchObject({ kind: 'fact', fact });
    // What it said before is about something now: the next may be said.
    expect((await town.object('chen', {})).status).toBe(200);
    await town.refused('objections.not-yours', () => town.object('lin', {}));
  });
});

describe('recusal', () => {
  it('keeps out whoever recorded or reviewed, speaks for the village or wrote it down', async () => {
    const fact = await town.fact();
    const behalf = { way: 'visit', of: '东溪村', saidOn: '2026-04-10', confirmed: '本人在场' };
    const { id } = (await town.object('tian', { fact, behalf })).body.objection;
    await town.refused('gate.not-permitted', () => town.act('tian', id, 'acknowledgement'));
    await town.refused('objections.wrong-state', () =>
      town.act('wu', id, 'assignment', { person: 'p-zheng' }),
    );
    const { body } = await town.act('wu', id, 'acknowledgement');
    expect(body.objection.no).toMatch(/^异议2026-\d+$/);
    const why = new Map(
      body.candidates.map((one: { code: string; why?: string }) => [one.code, one.why]),
    );
    expect([...why.keys()].sort()).toEqual([
      'p-gu',
      'p-lin',
      'p-sun',
      'p-tian',
      'p-wu',
      'p-zheng',
      'p-zhou',
    ]);
    for (const person of ['p-zhou', 'p-sun', 'p-tian']) {
      expect([person, why.get(person) === undefined]).toEqual([person, false]);
      await town.refused('objections.had-hand', () => town.act('wu', id, 'assignment', { person }));
    }
    for (const person of ['p-ji', 'p-chen', 'p-he', 'p-nobody']) {
      await town.refused('objections.nobody-such', () =>
        town.act('wu', id, 'assignment', { person }),
      );
    }
    await town.refused('gate.not-permitted', () =>
      town.act('zheng', id, 'assignment', { person: 'p-zheng' }),
    );
    expect((await town.act('wu', id, 'assignment', { person: 'p-zheng' })).status).toBe(200);
  });

  it('keeps out whoever stands in for one of them, also after the task was given', async () => {
    const { id } = await town.assigned('lin');
    const grants = (await town.who('zhou').get(`${town.base}/accounts/own`)).body.grants;
    const fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
    const path = `${town.base}/accounts/${town.who('zhou').accountId}/substitutes`;
    const named = await fang.post(path, {
      grant: grants[0].id,
      substitute: town.who('lin').accountId,
      from: '2026-04-10',
      to: '2026-04-11',
    });
    expect([named.status, named.body.detail ?? '']).toEqual([200, '']);
    await town.refused('objections.had-hand', () => town.act('lin', id, 'decision', decision));
    await town.refused('objections.had-hand', () =>
      town.act('wu', id, 'assignment', { person: 'p-lin' }),
    );
    kit().setNow('2026-04-13T02:00:00.000Z');
    expect((await town.act('lin', id, 'decision', decision)).status).toBe(200);
  });

  it('keeps out whoever decided the same before', async () => {
    const { id, fact } = await town.assigned();
    await town.act('zheng', id, 'decision', decision);
    await town.act('wu', id, 'answer', { on: '2026-04-10', how: 'inPerson' });
    const again = (await town.object('chen', { fact })).body.objection.id;
    await town.act('wu', again, 'acknowledgement');
    await town.refused('objections.had-hand', () =>
      town.act('wu', again, 'assignment', { person: 'p-zheng' }),
    );
    expect((await town.act('wu', again, 'assignment', { person: 'p-gu' })).status).toBe(200);
  });

  it('lets the one who was asked give it back', async () => {
    const { id } = await town.assigned();
    await town.refused('objections.objection-unknown', () =>
      town.act('lin', id, 'return', { note: '不是我的事' }),
    );
    const { status } = await town.act('zheng', id, 'return', { note: '我和当事人是亲戚' });
    expect(status).toBe(200);
    expect((await town.one(id)).objection).toMatchObject({ state: 'acknowledged' });
    // Who gave it back reads it no more.
    await town.refused('objections.objection-unknown', () =>
      town.who('zheng').get(`${town.base}/objections/${id}`),
    );
  });
});

describe('a decision', () => {
  it('is by the one who was asked, with reasons, and writes what it says', async () => {
    const { id, fact } = await town.assigned();
    // What counts the fact is carried along for whoever writes the reasons, and for nobody else.
    expect((await town.one(id, 'zheng')).clause).toBe('第1.1条');
    expect((await town.one(id)).clause).toBeUndefined();
    await town.refused('objections.not-your-deed', () => town.act('gu', id, 'decision', decision));
    await town.refused('gate.input-invalid', () =>
      town.act('zheng', id, 'decision', { ...decision, reasons: '' }),
    );
    const back = [{ takesBack: fact }];
    for (const [result, corrections] of [
      ['kept', back],
      ['notHeard', back],
      ['reversed', []],
      ['replaced', back],
      ['inPart', [{}]],
    ] as const) {
      await town.refused('objections.corrections-wrong', () =>
        town.act('zheng', id, 'decision', { ...decision, result, corrections }),
      );
    }
    await town.refused('objections.fact-elsewhere', () =>
      town.act('zheng', id, 'decision', {
        ...decision,
        result: 'reversed',
        corrections: [{ takesBack: 'F1' }],
      }),
    );
    const { version } = (await town.one(id)).objection;
    await town.refused('objections.changed-meanwhile', () =>
      town
        .who('zheng')
        .post(`${town.base}/objections/${id}/decision`, { version: version - 1, ...decision }),
    );
  });

  it('goes through the ledger by two persons before anybody is answered', async () => {
    const { id, fact } = await town.assigned();
    const right = {
      kind: 'garbage',
      about: [{ subject: '东溪村' }],
      on: '2026-04-08',
      values: { 处数: '1' },
      evidence: ['复核照片'],
    };
    const upheld = { ...decision, result: 'replaced', corrections: [{ takesBack: fact, right }] };
    const { body } = await town.act('zheng', id, 'decision', upheld);
    expect(body.corrections).toMatchObject([{ takesBack: { fact }, step: 'waiting' }]);
    expect(body.corrections[0].right).toContain('1');
    const answer = { on: '2026-04-10', how: 'inPerson' };
    await town.refused('objections.correction-waiting', () => town.act('wu', id, 'answer', answer));
    // Who decided wrote it, and does not review it.
    const entries = (await town.who('zheng').get(`${town.base}/ledger/entries`)).body.rows.map(
      (row: { id: string; version: number }) => ({ id: row.id, version: row.version }),
    );
    await town.refused('ledger.own-entry', () =>
      town.who('zheng').post(`${town.base}/ledger/reviews`, { entries, post: true }),
    );
    await town.post('sun');
    const after = await town.one(id);
    expect(after.corrections).toMatchObject([{ step: 'posted' }]);
    const { reversal } = after.corrections[0];
    const page = (await town.who('chen').get(`${town.base}/ledger/facts/${fact}`)).body;
    expect(page.fact.reversedBy).toBe(reversal);
    expect(page.correction).toMatchObject({ step: 'posted', original: fact });
    await town.refused('objections.answer-wrong', () =>
      town.act('wu', id, 'answer', { on: '2026-04-10', how: 'refused' }),
    );
    for (const wrong of [
      { on: '2026-04-09', how: 'inPerson' },
      { on: '2026-04-11', how: 'inPerson' },
      { on: '2026-04-10', how: 'nobody' },
    ]) {
      await town.refused('objections.answer-wrong', () => town.act('wu', id, 'answer', wrong));
    }
    const done = await town.act('wu', id, 'answer', {
      on: '2026-04-10',
      how: 'refused',
      witness: '村监委会主任见证',
    });
    expect(done.body.answer).toMatchObject({ no: expect.stringMatching(/^异议答复2026-/) });
    expect(done.body.objection.state).toBe('answered');
    expect(done.body.may).toEqual([]);
    expect(await desk('wu', id)).toEqual([]);
    await town.refused('objections.wrong-state', () => town.act('chen', id, 'withdrawal'));
  });

  it('is made anew where the ledger did not take it, not once it is reviewed', async () => {
    const { id, fact } = await town.assigned();
    const reversed = { ...decision, result: 'reversed', corrections: [{ takesBack: fact }] };
    await town.act('zheng', id, 'decision', reversed);
    const [{ id: entry, version }] = (await town.who('sun').get(`${town.base}/ledger/entries`)).body
      .rows;
    await town.who('sun').post(`${town.base}/ledger/returns`, {
      entries: [{ id: entry, version }],
      reason: '理由不清楚',
    });
    expect((await town.one(id)).corrections).toMatchObject([{ step: 'sentBack' }]);
    const { body } = await town.act('zheng', id, 'decision', decision);
    expect([body.objection.result, body.corrections]).toEqual(['kept', []]);
    await town.act('zheng', id, 'decision', reversed);
    await town.post('sun');
    await town.refused('objections.correction-reviewed', () =>
      town.act('zheng', id, 'decision', decision),
    );
  });
});

describe('objecting', () => {
  it('is never a fact and costs nothing, whatever comes of it', async () => {
    const { id, fact } = await town.assigned();
    const facts = () => kit().inside(town.tenant, (db) => factsOf(db));
    const before = await facts();
    const flagged = async (name: string) =>
      (await town.who(name).get(`${town.base}/ledger/facts/${fact}`)).body.fact.objected;
    expect([await flagged('chen'), await flagged('zhou')]).toEqual([true, true]);
    await town.act('zheng', id, 'decision', decision);
    await town.act('wu', id, 'answer', { on: '2026-04-10', how: 'telephone' });
    expect(await flagged('chen')).toBeUndefined();
    const other = (await town.object('chen', { fact })).body.objection.id;
    await town.refused('objections.objection-unknown', () => town.act('xi', other, 'withdrawal'));
    // What a village sent itself, its resident cadre does not take back.
    await town.refused('objections.not-your-deed', () => town.act('he', other, 'withdrawal'));
    expect((await town.act('chen', other, 'withdrawal')).body.objection.state).toBe('withdrawn');
    const behalf = {
      way: 'telephone',
      of: '东溪村',
      by: '陈书记',
      saidOn: '2026-04-10',
      confirmed: '回拨村部',
    };
    const written = (await town.object('he', { fact, behalf })).body.objection.id;
    await town.refused('objections.note-needed', () => town.act('he', written, 'withdrawal'));
    await town.act('he', written, 'withdrawal', { note: '陈书记来电撤回' });
    expect(await flagged('chen')).toBeUndefined();
    expect(await facts()).toEqual(before);
  });

  it('is taken back for somebody by nobody who had a hand in it', async () => {
    const byTelephone = {
      way: 'telephone',
      of: '东溪村',
      by: '陈书记',
      saidOn: '2026-04-10',
      confirmed: '回拨村部',
    };
    const { facts: own } = readFacts(
      '- { id: H-1, kind: garbage, about: 东溪村, on: 2026-04-09, values: { 处数: 1 }, evidence: [巡查记录], by: p-he, reviewedBy: p-sun }',
    );
    await kit().inside(town.tenant, (db) =>
      putFacts({ db, tenant: { id: town.tenant }, now: '2026-04-10T02:00:00.000Z' }, own),
    );
    const against = (await town.object('he', { fact: 'H-1', behalf: byTelephone })).body.objection
      .id;
    const told = { note: '陈书记来电撤回' };
    await town.refused('objections.had-hand', () => town.act('he', against, 'withdrawal', told));
    await town.act('chen', against, 'withdrawal');
  });
});

describe('a day', () => {
  it('tells the leader in charge what is overdue, and nobody twice', async () => {
    const { id } = await town.assigned();
    const pass = async (day: string) => {
      kit().setNow(`${day}T00:00:00.000Z`);
      await passObjectionsEverywhere(kit().database, `${day}T00:00:00.000Z`);
    };
    await pass('2026-04-17');
    expect(await desk('gu', id)).toEqual([]);
    await pass('2026-04-18');
    await pass('2026-04-18');
    expect(await desk('gu', id)).toMatchObject([{ dueOn: '2026-04-17' }]);
    expect((await town.one(id)).objection.isOverdue).toBe(true);
    await town.act('zheng', id, 'decision', decision);
    await town.act('wu', id, 'answer', { on: '2026-04-18', how: 'posted' });
    expect(await desk('gu', id)).toEqual([]);
  });
});
