/** A town in which a village confirmed on the spot what was found wrong, for the tests of findings. */

import { randomUUID } from 'node:crypto';
import type { ArrivingSheet } from '@oneneedle/contract';
import { expect } from 'vitest';
import {
  type InspectionTown,
  inspectionTown,
  type RoundPut,
  soundAnswers,
} from './inspection-town.ts';
import type { Answer, Kit } from './kit/rooms.ts';

type Row = Answer['body'];

/** Two places with rubbish, of which the first is on a photo, and a board that is not kept. */
export const wrongAnswers: ArrivingSheet['answers'] = {
  ...soundAnswers,
  rubbish: {
    asks: 'count',
    count: 2,
    places: [
      { id: 'a', at: '村口小桥' },
      { id: 'b', at: '河堤' },
    ],
    note: '',
  },
  board: { asks: 'yesNo', yes: false, places: [], note: '公示牌没有更新' },
};

interface FoundPut extends RoundPut {
  readonly answers?: ArrivingSheet['answers'];
}

/** What was found on one sheet. */
export interface Found {
  readonly round: string;
  readonly sheet: string;
  readonly template: string;
  readonly evidenceId: string;
  /** Its findings as their office reads them. */
  readonly rows: readonly Row[];
}

export interface FindingTown extends InspectionTown {
  /** A sheet of an open visit that the village confirmed on the spot: 郑城建 was there. */
  found(put?: FoundPut): Promise<Found>;
  list(name: string, round: string): Promise<readonly Row[]>;
  one(id: string): Promise<Row>;
  /** Sends findings out as items. */
  rectify(
    name: string,
    rows: readonly { id: string; version: number }[],
    more?: object,
  ): Promise<Answer>;
  /** Does a deed on a finding as it is read now. */
  act(name: string, id: string, deed: string, said: object): Promise<Answer>;
  /** The resident cadre says on behalf of the village that it is done. */
  finish(item: string): Promise<unknown>;
  /** A refusal that left findings, items and demands as they were. */
  leaves(code: string, ask: () => Promise<Answer>): Promise<void>;
}

/** Founds the town. */
export async function findingTown(kit: Kit, code: string): Promise<FindingTown> {
  const town = await inspectionTown(kit, code);
  const { base, who } = town;
  const list = async (name: string, round: string) =>
    (await who(name).get(`${base}/findings?round=${round}`)).body.rows;
  const one = async (id: string) => (await who('gu').get(`${base}/findings/${id}`)).body.finding;
  return {
    ...town,
    list,
    one,
    found: async ({ answers = wrongAnswers, ...put } = {}) => {
      const { round, visit, template } = await town.visit({
        inspectors: ['P-zheng'],
        mode: 'open',
        ...put,
      });
      const { sha256, bytes, evidenceId } = await town.photo('zheng');
      const of = { of: 'line' as const, line: 'rubbish', place: 'a' };
      const listed = { ...of, sha256, bytes, name: '现场.txt', stamped: false };
      const sheet = randomUUID();
      const writing = town.writing(visit, { answers, signature: 'signed', photos: [listed] });
      await town.save('zheng', sheet, writing);
      await who('zheng').post(`${base}/sheets/${sheet}/photos`, { sha256, evidenceId });
      const sent = await town.send('zheng', sheet, writing);
      expect([sent.status, sent.body.detail ?? '']).toEqual([200, '']);
      return { round, sheet, template, evidenceId, rows: await list('zhou', round) };
    },
    rectify: (name, rows, more = {}) =>
      who(name).post(`${base}/findings/rectification`, {
        findings: rows.map(({ id, version }) => ({ id, version })),
        basis: '青禾镇人居环境检查办法',
        dutyEntry: '协助-3',
        answers: { canLookUp: false, askedLately: false, canWait: false },
        ...more,
      }),
    act: async (name, id, deed, said) => {
      const { version } = await one(id);
      return who(name).post(`${base}/findings/${id}/${deed}`, { version, ...said });
    },
    finish: (item) =>
      town.items.course(item, [
        'he',
        'finish',
        { note: '已清运', onBehalf: { unit: '东溪村', how: 'inPerson' } },
      ]),
    leaves: async (problem, ask) => {
      const before = await kit.inside(town.tenant, readState);
      await town.refused(problem, ask);
      expect(await kit.inside(town.tenant, readState)).toBe(before);
    },
  };
}

async function readState(db: Parameters<Parameters<Kit['inside']>[1]>[0]): Promise<string> {
  return JSON.stringify([
    await db.selectFrom('inspection_finding').selectAll().orderBy('id').execute(),
    await db.selectFrom('finding_deed').selectAll().orderBy('id').execute(),
    await db.selectFrom('work_item').selectAll().orderBy('id').execute(),
    await db.selectFrom('demand').selectAll().orderBy('id').execute(),
  ]);
}
