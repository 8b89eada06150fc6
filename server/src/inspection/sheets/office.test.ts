/** Sheets as the office has them: read whole, changed with a reason, written by a leader who goes himself, listed. */

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
import { statementsOn } from '../../../test/statements.ts';

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

/** A sheet of 郑城建, typed by 周城建 from paper and sent. */
async function typed(put: RoundPut = {}, change: Partial<ArrivingSheet> = {}) {
  const { round, visit } = await town.visit({ inspectors: ['P-zheng', 'P-he'], ...put });
  const sheet = randomUUID();
  const paper = { origin: 'paper', person: 'P-zheng', answers: wrong } as const;
  const writing = town.writing(visit, { ...paper, ...change });
  await town.save('zhou', sheet, writing);
  const answer = await town.send('zhou', sheet, writing);
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return { round, visit, sheet, writing };
}

const read = (name: string, sheet: string) => town.who(name).get(`${town.base}/sheets/${sheet}`);

describe('a sheet is read whole', () => {
  it('with whose it is, who typed it, when one went, and all who were there', async () => {
    const { round, sheet, writing } = await typed();
    expect((await read('kao', sheet)).body).toMatchObject({
      round,
      period: '2026-04',
      plannedOn: '2026-04-10',
      subject: { name: '东溪村' },
      inspectors: [{ name: '郑城建' }, { name: '何包村' }],
      person: { name: '郑城建' },
      origin: 'paper',
      digest: writing.digest,
      isSpare: false,
      course: [{ deed: 'send', person: { name: '周城建' } }],
      may: { change: true },
    });
    // Whoever typed it stands by it as whoever was there: a third person corrects it.
    expect((await read('zhou', sheet)).body.may).toEqual({ change: false });
  });

  it('beside the second one of the same visit, which counts nothing', async () => {
    const { visit, sheet, writing } = await typed();
    const second = randomUUID();
    const spare = { ...writing, answers: soundAnswers };
    const own = town.writing(visit, { ...spare, digest: undefined as never, origin: 'field' });
    await town.save('zheng', second, { ...own, person: 'P-zheng' });
    const { rows } = (await town.who('kao').get(`${town.base}/visits/${visit}/sheets`)).body;
    expect(rows).toMatchObject([
      { id: sheet, isSpare: false, state: 'sent' },
      { id: second, isSpare: true, state: 'draft' },
    ]);
  });
});

describe('what was sent', () => {
  const change = async (sheet: string, words: object = {}) => {
    const { version } = (await read('kao', sheet)).body;
    const said = { version, answers: soundAnswers, note: '两处都在邻村地界', ...words };
    return town.who('kao').post(`${town.base}/sheets/${sheet}/changes`, said);
  };

  it('is changed more than once, and every old writing stays', async () => {
    const { sheet, writing } = await typed();
    await change(sheet);
    await change(sheet, { answers: wrong, note: '一处确在本村' });
    const { answers, course, digest } = (await read('kao', sheet)).body;
    expect([answers, digest]).toEqual([wrong, writing.digest]);
    expect(course).toMatchObject([
      { deed: 'send' },
      { deed: 'change', note: '两处都在邻村地界', answersBefore: wrong },
      { deed: 'change', note: '一处确在本村', answersBefore: soundAnswers },
    ]);
  });

  it('is not changed once the village knows of it; what to do instead is said', async () => {
    const { sheet } = await typed();
    const instead = {
      draft: 'sheets.not-sent',
      toConfirm: 'sheets.told-already',
      objected: 'sheets.told-already',
      confirmed: 'sheets.holds-already',
      settled: 'sheets.holds-already',
      counted: 'sheets.counted-already',
    };
    for (const [state, problem] of Object.entries(instead)) {
      const isTold = state !== 'draft';
      const standing = {
        state,
        sent_at: isTold ? '2026-04-10T02:00:00Z' : null,
        told_on: isTold ? '2026-04-13' : null,
      };
      await kit().inside(town.tenant, (db) =>
        db.updateTable('inspection_sheet').set(standing).where('id', '=', sheet).execute(),
      );
      expect((await read('kao', sheet)).body.may).toEqual({ change: false });
      await town.refused(problem, () => change(sheet));
    }
  });
});

describe('a leader', () => {
  it('whom a round names writes a sheet with photos; one whom it does not name writes none', async () => {
    const { visit } = await town.visit({ inspectors: ['P-gu'] });
    const elsewhere = await town.visit({ inspectors: ['P-zheng'] });
    const { visits } = (await town.who('gu').get(`${town.base}/field/work?at=field`)).body;
    expect(visits.map(({ id }: { id: string }) => id)).toEqual([visit]);
    const shot = await town.photo('gu');
    const { bytes, sha256 } = shot;
    const listed = { of: 'line', line: 'rubbish', name: '现场.txt', stamped: false } as const;
    const sheet = randomUUID();
    const photos = [{ ...listed, bytes, sha256 }];
    const writing = town.writing(visit, { answers: wrong, photos });
    expect((await town.save('gu', sheet, writing)).body.missing).toEqual([]);
    expect((await town.send('gu', sheet, writing)).body).toMatchObject({ photos: [{ sha256 }] });
    await town.refused('sheets.visit-unknown', () =>
      town.save('gu', randomUUID(), town.writing(elsewhere.visit)),
    );
    await town.refused('gate.not-permitted', () =>
      town.who('gu').post(`${town.base}/sheets/${sheet}/changes`, {
        version: 1,
        answers: soundAnswers,
        note: '看错了',
      }),
    );
  });
});

describe('findings', () => {
  it('are listed of one sheet alone where it is asked for', async () => {
    const open = { mode: 'open' } as const;
    const signed = { signature: 'paper' } as const;
    const [one, other] = [await typed(open, signed), await typed(open, signed)];
    const list = async (query: string) =>
      (await town.who('kao').get(`${town.base}/findings${query}`)).body.rows.map(
        (row: { sheet: string }) => row.sheet,
      );
    expect(await list('')).toEqual(expect.arrayContaining([one.sheet, other.sheet]));
    expect(new Set(await list(`?sheet=${one.sheet}`))).toEqual(new Set([one.sheet]));
    expect(await list(`?sheet=${randomUUID()}`)).toEqual([]);
  });
});

describe('a list of sheets', () => {
  /** Puts further visits of the same round there, each with the same sheet told to its village. */
  const multiply = (round: string, count: number) =>
    kit().inside(town.tenant, async (db) => {
      const visit = await db
        .selectFrom('inspection_visit')
        .selectAll()
        .where('round_id', '=', round)
        .executeTakeFirstOrThrow();
      const sheet = await db
        .selectFrom('inspection_sheet')
        .selectAll()
        .where('visit_id', '=', visit.id)
        .executeTakeFirstOrThrow();
      const hamlet = await db
        .selectFrom('unit')
        .selectAll()
        .where('code', '=', '东溪村一组')
        .executeTakeFirstOrThrow();
      for (let at = count; at < count * 2; at += 1) {
        const id = randomUUID();
        const subject = `东溪村-${round.slice(0, 4)}-${at}`;
        await db
          .insertInto('unit')
          .values({ ...hamlet, code: subject, name: subject })
          .execute();
        await db
          .insertInto('inspection_visit')
          .values({ ...visit, id, subject })
          .execute();
        const { answers, photos } = sheet;
        const copied = { answers: JSON.stringify(answers), photos: JSON.stringify(photos) };
        const told = { state: 'toConfirm', told_on: '2026-04-10' };
        await db
          .insertInto('inspection_sheet')
          .values({ ...sheet, ...copied, ...told, id: randomUUID(), visit_id: id })
          .execute();
      }
    });

  it('asks the database as often for twenty sheets as for two', async () => {
    const { round } = await typed();
    const tables = /"(?:inspection_\w+|sheet_deed|evidence_use|person|unit)"/;
    const asked = async (name: string, path: string) => {
      const body: { value?: unknown } = {};
      const statements = await statementsOn(tables, async () => {
        body.value = (await town.who(name).get(`${town.base}${path}`)).body;
      });
      return { statements: statements.length, body: JSON.stringify(body.value) };
    };
    const lists = [
      ['kao', `/rounds/${round}/results`],
      ['chen', '/told-sheets'],
      ['zhou', '/field/work?at=office'],
      ['chen', '/evidence?limit=50'],
    ] as const;
    await multiply(round, 1);
    const askAll = async () => {
      const answers = [];
      for (const [name, path] of lists) answers.push(await asked(name, path));
      return answers;
    };
    const before = await askAll();
    await multiply(round, 18);
    const after = await askAll();
    const counts = (all: typeof after) => all.map(({ statements }) => statements);
    expect(counts(after)).toEqual(counts(before));
    for (const at of [0, 1, 2]) {
      expect(after[at]?.body.length).toBeGreaterThan(before[at]?.body.length ?? 0);
    }
  });
});
