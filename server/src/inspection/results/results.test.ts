/** Results over HTTP: told, confirmed, objected to, settled; every refusal changes nothing. */

import { randomUUID } from 'node:crypto';
import type { ArrivingSheet } from '@oneneedle/contract';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type InspectionTown,
  inspectionTown,
  type RoundPut,
  soundAnswers,
} from '../../../test/inspection-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { passResultsEverywhere } from './telling.ts';

const kit = useProgram();
let town: InspectionTown;

beforeAll(async () => {
  town = await inspectionTown(kit(), 'qinghe');
});
beforeEach(async () => {
  // A Friday.
  kit().setNow('2026-04-10T02:00:00.000Z');
  await town.filing(true);
});

const wrong: ArrivingSheet['answers'] = {
  ...soundAnswers,
  rubbish: { asks: 'count', count: 1, places: [{ id: 'a', at: '村口桥边' }], note: '' },
};

/** A sheet that 郑城建 sent of a visit to 东溪村. */
async function sent(put: RoundPut = {}, change: Partial<ArrivingSheet> = {}) {
  const { round, visit } = await town.visit({ inspectors: ['P-zheng'], ...put });
  const sheet = randomUUID();
  const writing = town.writing(visit, { answers: wrong, ...change });
  await town.save('zheng', sheet, writing);
  const answer = await town.send('zheng', sheet, writing);
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return { round, sheet };
}

/** What the clock does on a day at eight in the morning. */
async function pass(day: string) {
  kit().setNow(`${day}T00:00:00.000Z`);
  await passResultsEverywhere(kit().database, `${day}T00:00:00.000Z`);
}

const result = (name: string, sheet: string) =>
  town.who(name).get(`${town.base}/told-sheets/${sheet}`);
async function act(name: string, sheet: string, deed: string, words: object = {}) {
  const { body } = await result('gu', sheet);
  return town
    .who(name)
    .post(`${town.base}/sheets/${sheet}/${deed}`, { version: body.row.version, ...words });
}
const linesFor = async (name: string, about: string) =>
  (await town.who(name).get(`${town.base}/desk`)).body.rows.filter(
    ({ address }: { address: string }) => address.includes(about),
  );

describe('a result', () => {
  it('is told on the next workday, and read by the village from then on', async () => {
    const { sheet } = await sent();
    await town.refused('results.result-unknown', () => result('chen', sheet));
    await pass('2026-04-12');
    await town.refused('results.result-unknown', () => result('chen', sheet));
    await pass('2026-04-13');
    const { row } = (await result('chen', sheet)).body;
    expect(row).toMatchObject({
      state: 'toConfirm',
      toldOn: '2026-04-13',
      confirmUntil: '2026-04-16',
      wrong: 1,
      may: { answer: 'own', settle: false },
    });
    const { rows } = (await town.who('chen').get(`${town.base}/told-sheets`)).body;
    expect(rows.map(({ id }: { id: string }) => id)).toContain(sheet);
    expect((await linesFor('chen', sheet)).length).toBe(1);
  });

  it('holds by itself after the last day, over days of rest', async () => {
    kit().setNow('2026-04-29T02:00:00.000Z');
    const { sheet } = await sent();
    await pass('2026-04-30');
    const told = (await result('chen', sheet)).body.row;
    // 1 to 5 May are days of rest; 9 May is a Saturday of work.
    expect(told.confirmUntil).toBe('2026-05-08');
    await pass('2026-05-08');
    expect((await result('chen', sheet)).body.row.state).toBe('toConfirm');
    await pass('2026-05-09');
    await pass('2026-05-09');
    const { row, sheet: shown } = (await result('chen', sheet)).body;
    expect(row.state).toBe('confirmed');
    expect(shown.course.map(({ deed }: { deed: string }) => deed)).toEqual([
      'send',
      'tell',
      'lapse',
    ]);
    expect(await linesFor('chen', sheet)).toEqual([]);
  });

  it('of a year without a calendar counts Monday to Friday, and says so', async () => {
    kit().setNow('2031-04-11T02:00:00.000Z');
    const { sheet } = await sent();
    await pass('2031-04-14');
    const { row, sheet: shown } = (await result('chen', sheet)).body;
    expect(row.confirmUntil).toBe('2031-04-17');
    expect(shown.course[1].note).toBe('2031年的放假安排还没有录入，确认期按周一至周五推算。');
  });

  it('that was signed on the spot holds at once; refused, it is told there and then', async () => {
    const signed = await sent({ mode: 'open' }, { signature: 'paper', statement: '情况属实。' });
    const { row, sheet } = (await result('chen', signed.sheet)).body;
    expect(row).toMatchObject({ state: 'confirmed', toldOn: '2026-04-10' });
    expect(sheet.course.at(-1)).toMatchObject({ deed: 'confirm', how: 'onSite' });
    const refused = await sent({ mode: 'open' }, { signature: 'refused' });
    expect((await result('chen', refused.sheet)).body.row).toMatchObject({
      state: 'toConfirm',
      confirmUntil: '2026-04-15',
    });
  });

  it('is told earlier by the office alone, and once', async () => {
    const { sheet } = await sent();
    await town.refused('results.result-unknown', () => act('nong', sheet, 'telling'));
    await town.refused('gate.not-permitted', () => act('chen', sheet, 'telling'));
    expect((await act('zhou', sheet, 'telling')).body.state).toBe('toConfirm');
    await town.refused('results.not-now', () => act('zhou', sheet, 'telling'));
  });
});

describe('the village', () => {
  it('confirms, or somebody writes down for it how it was heard; never who inspected', async () => {
    const { sheet } = await sent();
    await town.refused('results.not-now', () =>
      act('zhou', sheet, 'answers', { says: 'confirm', how: 'telephone' }),
    );
    await pass('2026-04-13');
    const confirm = { says: 'confirm' };
    await town.refused('results.own-inspection', () => act('zheng', sheet, 'answers', confirm));
    await town.refused('results.how-needed', () => act('he', sheet, 'answers', confirm));
    await town.refused('results.not-yours', () =>
      act('nong', sheet, 'answers', { ...confirm, how: 'telephone' }),
    );
    await town.refused('results.changed-meanwhile', () =>
      act('chen', sheet, 'answers', { ...confirm, version: 1 }),
    );
    expect((await act('he', sheet, 'answers', { ...confirm, how: 'telephone' })).body.state).toBe(
      'confirmed',
    );
    const { course } = (await result('gu', sheet)).body.sheet;
    expect(course.at(-1)).toMatchObject({
      deed: 'confirm',
      person: { code: 'P-he' },
      onBehalfOf: { code: '东溪村' },
      how: 'telephone',
    });
    await town.refused('results.not-now', () => act('chen', sheet, 'answers', confirm));
    await town.refused('sheets.holds-already', () =>
      act('zhou', sheet, 'changes', { answers: soundAnswers, note: '看错了' }),
    );
  });

  it('objects with a sentence; another person settles it, and the old answers stay', async () => {
    const { round, sheet } = await sent();
    await pass('2026-04-13');
    await town.refused('results.objection-needed', () =>
      act('chen', sheet, 'answers', { says: 'object' }),
    );
    const object = { says: 'object', note: '桥边那一处不在本村。', how: 'inPerson' };
    expect((await act('zhou', sheet, 'answers', object)).body.state).toBe('objected');
    await pass('2026-04-20');
    expect((await result('chen', sheet)).body.row.state).toBe('objected');
    const words = { note: '到现场核过，不在本村地界。', answers: soundAnswers };
    await town.refused('gate.not-permitted', () => act('chen', sheet, 'settlement', words));
    await town.refused('results.own-inspection', () => act('zheng', sheet, 'settlement', words));
    await town.refused('results.own-objection', () => act('zhou', sheet, 'settlement', words));
    await town.refused('results.not-yours', () => act('nong', sheet, 'settlement', words));
    await town.refused('results.answers-wrong', () =>
      act('tian', sheet, 'settlement', { ...words, answers: {} }),
    );
    expect((await act('tian', sheet, 'settlement', words)).body).toMatchObject({
      state: 'settled',
      wrong: 0,
      objection: '桥边那一处不在本村。',
      settlement: '到现场核过，不在本村地界。',
    });
    const { course } = (await result('chen', sheet)).body.sheet;
    expect(course.at(-1)).toMatchObject({ deed: 'settle', answersBefore: wrong });
    const { body } = await town.who('zhou').get(`${town.base}/rounds/${round}/results`);
    expect(body).toMatchObject({ isSettled: true, matters: [] });
    await town.refused('results.not-now', () => act('tian', sheet, 'settlement', words));
  });
});

describe('a round', () => {
  it('shows its results to its office and who leads; nobody else, no village', async () => {
    const { round, sheet } = await sent();
    const read = (name: string) => town.who(name).get(`${town.base}/rounds/${round}/results`);
    await town.refused('results.result-unknown', () => read('nong'));
    await town.refused('gate.not-permitted', () => read('chen'));
    expect((await read('gu')).body).toMatchObject({
      isSettled: false,
      visits: [{ subject: { code: '东溪村' }, sheets: [{ id: sheet, state: 'sent' }] }],
    });
    await pass('2026-04-13');
    await act('chen', sheet, 'answers', { says: 'confirm' });
    expect((await read('zhou')).body).toMatchObject({
      isSettled: true,
      matters: [{ line: 'rubbish', places: 1 }],
    });
  });
});
