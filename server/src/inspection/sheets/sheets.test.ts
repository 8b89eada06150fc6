/** Sheets over HTTP: saved, resumed, handed in, read, changed; every refusal changes nothing. */

import { randomUUID } from 'node:crypto';
import type { ArrivingSheet } from '@oneneedle/contract';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type InspectionTown,
  inspectionTown,
  soundAnswers,
} from '../../../test/inspection-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: InspectionTown;

beforeAll(async () => {
  town = await inspectionTown(kit(), 'qinghe');
});
beforeEach(async () => {
  kit().setNow('2026-04-10T02:00:00.000Z');
  await town.filing(true);
});

const wrong: ArrivingSheet['answers'] = {
  ...soundAnswers,
  rubbish: { asks: 'count', count: 2, places: [{ id: 'a', at: '村口桥边' }], note: '' },
};
const work = (name: string, at = 'field') => town.who(name).get(`${town.base}/field/work?at=${at}`);
const read = async (name: string, sheet: string) =>
  (await town.who(name).get(`${town.base}/sheets/${sheet}`)).body;
const listed = (one: { sha256: string; bytes: number }) => ({
  sha256: one.sha256,
  bytes: one.bytes,
  of: 'line' as const,
  line: 'rubbish',
  name: '现场.txt',
  stamped: false,
});

describe('the page of the field', () => {
  it('is off until an administrator enters its filing, and off again without it', async () => {
    const { visit } = await town.visit();
    await town.filing(false);
    await town.refused('sheets.field-off', () => work('zhou'));
    await town.refused('sheets.field-off', () =>
      town.save('zhou', randomUUID(), town.writing(visit)),
    );
    await town.refused('gate.not-permitted', () =>
      town.who('zhou').ask('PUT', `${town.base}/field/filing`, { no: '1号', on: '2026-04-01' }),
    );
    await town.refused('gate.not-permitted', () =>
      town.who('zhou').ask('DELETE', `${town.base}/field/filing`),
    );
    await town.refused('sheets.filed-later', () =>
      town.who('fang').ask('PUT', `${town.base}/field/filing`, { no: '1号', on: '2026-04-11' }),
    );
    await town.filing(true);
    expect((await work('zhou')).status).toBe(200);
    const { filing } = (await town.who('fang').get(`${town.base}/field/filing`)).body;
    expect(filing).toMatchObject({ no: '青报备〔2026〕1号', on: '2026-04-01' });
  });

  it('shows the visits that name the asker, and to nobody else', async () => {
    const { visit } = await town.visit({ inspectors: ['P-zhou'] });
    const ids = async (name: string) =>
      (await work(name)).body.visits.map(({ id }: { id: string }) => id);
    expect(await ids('zhou')).toContain(visit);
    expect(await ids('zheng')).not.toContain(visit);
    // The resident cadre of the village that is looked at, and its own account, see nothing of it.
    expect(await ids('he')).toEqual([]);
    await town.refused('gate.not-permitted', () => work('chen'));
    const mine = (await work('zhou')).body.visits.find(({ id }: { id: string }) => id === visit);
    expect(mine).toMatchObject({
      mode: 'unannounced',
      households: [12, 31, 47, 60, 88],
      template: { version: 1, sheets: 'team', lines: [{ code: 'rubbish' }, {}, {}, {}] },
      sheets: [],
    });
  });

  it('shows beside each line what was found here the last time', async () => {
    const before = await town.visit({ period: '2026-03', subject: '河口村' });
    const sheet = randomUUID();
    const writing = town.writing(before.visit, { answers: wrong });
    await town.save('zhou', sheet, writing);
    await town.send('zhou', sheet, writing);
    const { visit } = await town.visit({ template: before.template, subject: '河口村' });
    const { visits } = (await work('zhou')).body;
    const now = visits.find(({ id }: { id: string }) => id === visit);
    expect(now.previous).toEqual({ on: '2026-04-10', answers: wrong });
  });
});

describe('a writing', () => {
  it('is saved once, however often it arrives; a late one changes nothing', async () => {
    const { visit } = await town.visit();
    const sheet = randomUUID();
    const first = town.writing(visit);
    const second = town.writing(visit, { answers: wrong, revision: 2, after: [first.digest] });
    expect((await town.save('zhou', sheet, first)).body).toMatchObject({
      outcome: 'saved',
      revision: 1,
      state: 'draft',
      isSpare: false,
      missing: [],
    });
    const again = await town.save('zhou', sheet, second);
    expect((await town.save('zhou', sheet, second)).body).toEqual(again.body);
    const late = await town.save('zhou', sheet, first);
    expect(late.body).toMatchObject({
      outcome: 'older',
      revision: 2,
      kept: { digest: second.digest, answers: wrong },
    });
    expect(await read('zhou', sheet)).toMatchObject({ revision: 2, answers: wrong, course: [] });
  });

  it('that was made elsewhere is refused with what is here; what was not chosen stays', async () => {
    const { visit } = await town.visit();
    const sheet = randomUUID();
    const here = town.writing(visit);
    await town.save('zhou', sheet, here);
    const there = town.writing(visit, { answers: wrong });
    const answer = await town.refused('sheets.two-versions', () => town.save('zhou', sheet, there));
    expect(answer.body.data.kept).toMatchObject({ digest: here.digest, answers: soundAnswers });
    const ahead = { ...there, revision: 7 };
    await town.refused('sheets.two-versions', () => town.save('zhou', sheet, ahead));
    const chosen = await town.save('zhou', sheet, { ...ahead, insteadOf: here.digest });
    expect(chosen.body).toMatchObject({ outcome: 'saved', revision: 7 });
    expect((await read('zhou', sheet)).course).toMatchObject([
      { deed: 'change', answersBefore: soundAnswers },
    ]);
  });

  it('is refused where something in it cannot be', async () => {
    const { visit } = await town.visit();
    const open = await town.visit({ mode: 'open' });
    const ended = await town.visit({ state: 'closed' });
    const other = randomUUID();
    await town.save('zhou', other, town.writing(open.visit));
    const save = (change: Partial<ArrivingSheet>, name = 'zhou', sheet = randomUUID()) =>
      town.save(name, sheet, town.writing(change.visit ?? visit, change));
    await town.refused('sheets.visit-unknown', () => save({ visit: randomUUID() }));
    await town.refused('sheets.visit-unknown', () => save({}, 'nong'));
    await town.refused('sheets.visit-unknown', () => save({ person: 'P-zheng' }));
    await town.refused('gate.not-permitted', () => save({}, 'chen'));
    await town.refused('sheets.template-other', () => save({ templateVersion: 2 }));
    await town.refused('sheets.garbled', () => save({ digest: 'a'.repeat(64) }));
    await town.refused('sheets.nobody-called', () => save({ signature: 'signed' }));
    await town.refused('sheets.nobody-called', () => save({ statement: '同意' }));
    await town.refused('sheets.sheet-other', () => save({}, 'zhou', other));
    await town.refused('sheets.sheet-other', () => save({ visit: open.visit }, 'zheng', other));
    await town.refused('sheets.round-over', () => save({ visit: ended.visit }));
    const answers = { board: soundAnswers.rubbish } as ArrivingSheet['answers'];
    const faulty = await town.refused('sheets.answers-wrong', () => save({ answers }));
    expect(faulty.body.data).toEqual({ lines: ['board'] });
  });

  it('keeps by how much the clock of the device is wrong, and goes by ours', async () => {
    const { visit } = await town.visit();
    const sheet = randomUUID();
    const deviceNow = '2019-01-01T00:00:00.000Z';
    await town.save('zhou', sheet, town.writing(visit, { deviceNow }));
    expect(await read('zhou', sheet)).toMatchObject({
      clockAhead: -229485600,
      savedAt: '2026-04-10T02:00:00.000Z',
    });
  });
});

describe('a photo', () => {
  it('is asked for by its hash, tied to its evidence, and let go when no longer listed', async () => {
    const { visit } = await town.visit();
    const sheet = randomUUID();
    const shot = await town.photo('zhou');
    const first = town.writing(visit, { answers: wrong, photos: [listed(shot)] });
    // What the same account sent before is found by its hash, though nobody said so yet.
    expect((await town.save('zhou', sheet, first)).body.missing).toEqual([]);
    const uses = () =>
      kit().inside(town.tenant, (db) =>
        db.selectFrom('evidence_use').select('evidence_id').where('cited_id', '=', sheet).execute(),
      );
    expect(await uses()).toEqual([{ evidence_id: shot.evidenceId }]);
    const second = town.writing(visit, { revision: 2, after: [first.digest] });
    await town.save('zhou', sheet, second);
    expect(await uses()).toEqual([]);
  });

  it('that is not here yet keeps the sheet from being sent', async () => {
    const { visit } = await town.visit({ inspectors: ['P-zhou', 'P-tian'] });
    const sheet = randomUUID();
    const shot = await town.photo('nong');
    const writing = town.writing(visit, { answers: wrong, photos: [listed(shot)] });
    expect((await town.save('zhou', sheet, writing)).body.missing).toEqual([shot.sha256]);
    const refusal = await town.refused('sheets.photos-missing', () =>
      town.send('zhou', sheet, writing),
    );
    expect(refusal.body.data).toEqual({ missing: [shot.sha256] });
    const attach = (sha256: string, evidenceId: string, name = 'zhou') =>
      town.who(name).post(`${town.base}/sheets/${sheet}/photos`, { sha256, evidenceId });
    // Naming somebody's file does not open it.
    await town.refused('evidence.evidence-gone', () => attach(shot.sha256, shot.evidenceId));
    const own = await town.photo('zhou');
    await town.refused('sheets.photo-other', () => attach(shot.sha256, own.evidenceId));
    await town.refused('sheets.photo-unlisted', () => attach(own.sha256, own.evidenceId));
    await town.refused('sheets.sheet-unknown', () => attach(shot.sha256, shot.evidenceId, 'nong'));
  });

  it('is read by whoever reads the sheet, and by a village only once it was told', async () => {
    const { visit } = await town.visit({ inspectors: ['P-zhou'] });
    const sheet = randomUUID();
    const shot = await town.photo('zhou');
    await town.save('zhou', sheet, town.writing(visit, { answers: wrong, photos: [listed(shot)] }));
    const opens = async (name: string) =>
      (await town.who(name).get(`${town.base}/evidence/${shot.evidenceId}/file`)).status;
    const reads = async (name: string) =>
      (await town.who(name).get(`${town.base}/sheets/${sheet}`)).status;
    for (const name of ['zhou', 'zheng', 'gu', 'tian', 'ji', 'kao']) {
      expect([name, await reads(name), await opens(name)]).toEqual([name, 200, 200]);
    }
    for (const name of ['nong', 'chen', 'he']) {
      expect([name, await reads(name), await opens(name)]).toEqual([name, 404, 404]);
      const list = await town.who(name).get(`${town.base}/visits/${visit}/sheets`);
      expect(list.body.rows).toEqual([]);
    }
    await kit().inside(town.tenant, (db) =>
      db
        .updateTable('inspection_sheet')
        .set({ state: 'toConfirm', sent_at: '2026-04-10T02:00:00Z', told_on: '2026-04-13' })
        .where('id', '=', sheet)
        .execute(),
    );
    for (const name of ['chen', 'he']) {
      expect([name, await reads(name), await opens(name)]).toEqual([name, 200, 200]);
    }
  });
});

describe('sending', () => {
  it('gives one receipt for ever, with the hash of every photo', async () => {
    const { visit, round } = await town.visit();
    const sheet = randomUUID();
    const shot = await town.photo('zhou');
    const writing = town.writing(visit, { answers: wrong, photos: [listed(shot)] });
    await town.save('zhou', sheet, writing);
    const receipt = await town.send('zhou', sheet, writing);
    expect(receipt.body).toMatchObject({
      sheet,
      digest: writing.digest,
      sentAt: '2026-04-10T02:00:00.000Z',
      isSpare: false,
      photos: [{ sha256: shot.sha256 }],
    });
    kit().setNow('2026-04-12T02:00:00.000Z');
    expect((await town.send('zhou', sheet, writing)).body).toEqual(receipt.body);
    expect((await town.save('zhou', sheet, writing)).body).toMatchObject({ state: 'sent' });
    const { course, state } = await read('zhou', sheet);
    expect([state, course.length]).toEqual(['sent', 1]);
    const states = await kit().inside(town.tenant, async (db) => [
      await db.selectFrom('inspection_visit').select('state').where('id', '=', visit).execute(),
      await db.selectFrom('inspection_round').select('state').where('id', '=', round).execute(),
    ]);
    expect(states).toEqual([[{ state: 'gone' }], [{ state: 'going' }]]);
  });

  it('is refused for what is not whole, not saved, or sent already', async () => {
    const { visit } = await town.visit();
    const sheet = randomUUID();
    const { rubbish } = soundAnswers;
    const part = town.writing(visit, {
      answers: { ...(rubbish ? { rubbish } : {}), board: { asks: 'notSeen', note: '' } },
    });
    await town.save('zhou', sheet, part);
    const refusal = await town.refused('sheets.unfinished', () => town.send('zhou', sheet, part));
    expect(refusal.body.data).toEqual({ lines: ['board', 'sorting', 'toilets'] });
    const whole = town.writing(visit, { revision: 2, after: [part.digest] });
    await town.refused('sheets.other-writing', () => town.send('zhou', sheet, whole));
    await town.refused('sheets.sheet-unknown', () => town.send('nong', sheet, part));
    await town.refused('sheets.sheet-unknown', () => town.send('zhou', randomUUID(), part));
    await town.save('zhou', sheet, whole);
    expect((await town.send('zhou', sheet, whole)).status).toBe(200);
    const later = town.writing(visit, { answers: wrong, revision: 3, after: [whole.digest] });
    await town.refused('sheets.sent-already', () => town.save('zhou', sheet, later));
    await town.refused('sheets.sent-already', () => town.send('zhou', sheet, later));
  });

  it('is refused after the round has ended; what was sent before keeps its receipt', async () => {
    const { visit, round } = await town.visit();
    const sheet = randomUUID();
    const writing = town.writing(visit);
    await town.save('zhou', sheet, writing);
    await kit().inside(town.tenant, (db) =>
      db.updateTable('inspection_round').set({ state: 'closed' }).where('id', '=', round).execute(),
    );
    await town.refused('sheets.round-over', () => town.send('zhou', sheet, writing));
  });

  it('of a second sheet of the same team counts nothing twice; the first that is sent counts', async () => {
    const { visit } = await town.visit();
    const [begun, sent, late] = [randomUUID(), randomUUID(), randomUUID()];
    const writing = town.writing(visit);
    await town.save('zhou', begun, writing);
    expect((await town.save('zheng', sent, writing)).body.isSpare).toBe(true);
    expect((await town.send('zheng', sent, writing)).body.isSpare).toBe(false);
    expect((await town.send('zhou', begun, writing)).body.isSpare).toBe(true);
    expect((await town.save('zhou', late, writing)).body.isSpare).toBe(true);
    const { rows } = (await town.who('zhou').get(`${town.base}/visits/${visit}/sheets`)).body;
    const spares = rows.map(({ isSpare }: { isSpare: boolean }) => isSpare);
    expect(spares).toEqual([false, true, true]);
  });
});

describe('at the office', () => {
  it('a sheet from paper is entered without a filing, for whoever was there', async () => {
    const { visit } = await town.visit({ inspectors: ['P-zheng'], mode: 'open' });
    await town.filing(false);
    const { visits } = (await work('zhou', 'office')).body;
    expect(visits.map(({ id }: { id: string }) => id)).toContain(visit);
    const writing = town.writing(visit, {
      origin: 'paper',
      person: 'P-zheng',
      signature: 'paper',
      statement: '情况属实。',
    });
    const sheet = randomUUID();
    await town.refused('sheets.visit-unknown', () => town.save('nong', sheet, writing));
    await town.refused('sheets.visit-unknown', () =>
      town.save('zhou', sheet, { ...writing, person: 'P-nong' }),
    );
    await town.refused('sheets.field-off', () =>
      town.save('zhou', sheet, { ...writing, origin: 'field' }),
    );
    await town.save('zhou', sheet, writing);
    expect((await town.send('zhou', sheet, writing)).status).toBe(200);
    expect(await read('zhou', sheet)).toMatchObject({
      origin: 'paper',
      person: { name: '郑城建' },
      statement: '情况属实。',
      signature: 'paper',
    });
  });

  it('a file of a phone is the same sheet, whoever brings it and whenever', async () => {
    const { visit } = await town.visit({ inspectors: ['P-zheng'] });
    const sheet = randomUUID();
    const writing = town.writing(visit);
    const brought = { ...writing, origin: 'file' as const, person: 'P-zheng' };
    await town.save('zhou', sheet, brought);
    const receipt = await town.send('zhou', sheet, brought);
    expect((await town.save('zheng', sheet, writing)).body).toMatchObject({ state: 'sent' });
    expect((await town.send('zheng', sheet, writing)).body).toEqual(receipt.body);
    const { rows } = (await town.who('zhou').get(`${town.base}/visits/${visit}/sheets`)).body;
    expect(rows.length).toBe(1);
  });

  it('what was sent is changed with a reason by another person; the old answers stay', async () => {
    const { visit } = await town.visit({ inspectors: ['P-zheng'] });
    const sheet = randomUUID();
    const writing = town.writing(visit, { answers: wrong });
    await town.save('zheng', sheet, writing);
    const change = async (name: string, words: object = {}) => {
      const { version } = await read('zheng', sheet);
      const said = { version, answers: soundAnswers, note: '两处都在邻村地界', ...words };
      return town.who(name).post(`${town.base}/sheets/${sheet}/changes`, said);
    };
    await town.refused('sheets.not-sent', () => change('zhou'));
    await town.send('zheng', sheet, writing);
    await town.refused('sheets.own-sheet', () => change('zheng'));
    await town.refused('sheets.not-yours', () => change('nong'));
    await town.refused('gate.not-permitted', () => change('gu'));
    await town.refused('sheets.changed-meanwhile', () => change('zhou', { version: 1 }));
    await town.refused('sheets.unfinished', () => change('zhou', { answers: {} }));
    await town.refused('sheets.answers-wrong', () =>
      change('zhou', { answers: { other: soundAnswers.board } }),
    );
    expect((await change('zhou')).body).toMatchObject({
      answers: soundAnswers,
      course: [
        { deed: 'send' },
        { deed: 'change', answersBefore: wrong, person: { name: '周城建' } },
      ],
    });
    // The device that asks once more still gets its receipt.
    expect((await town.send('zheng', sheet, writing)).body.digest).toBe(writing.digest);
  });
});
