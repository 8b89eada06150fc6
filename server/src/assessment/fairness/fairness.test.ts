/** The fairness report of a period over HTTP: what it says, who reads it, who said that it was read. */

import { beforeAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { everybody, type ReviewTown, reviewTown } from '../../../test/review-town.ts';
import { fairnessRead } from '../index.ts';

const kit = useProgram();
let town: ReviewTown;
const line = 'qinghe-environment-check';
const period = '2026-10';
const path = () => `${town.base}/periods/${line}/${period}/fairness`;

beforeAll(async () => {
  kit().setNow('2026-11-02T02:00:00.000Z');
  town = await reviewTown(kit(), 'qinghe', { people: everybody });
});

describe('the report', () => {
  it('says that one office alone scores, what the clauses tell, and where deductions fall', async () => {
    const { status, body } = await town.who('kao').get(path());
    expect([status, body.detail ?? '']).toEqual([200, '']);
    expect(body).toMatchObject({ line, period, isPersonal: false, subjects: 5, juries: [] });
    const { concentration, clauses, ranks } = body;
    const taken = (rows: { takenMilli: number }[]) =>
      rows.reduce((sum, { takenMilli }) => sum + takenMilli, 0);
    expect(concentration.takenMilli).toBeGreaterThan(0);
    expect(taken(concentration.offices)).toBe(concentration.takenMilli);
    expect(taken(concentration.subjects)).toBe(concentration.takenMilli);
    expect(clauses.map(({ code }: { code: string }) => code)).toContain('1.1.1');
    expect(ranks.of).toBe(5);
  });

  it('names inspectors by letter alone, those who went to the place that a fact is about', async () => {
    const round = await town.round();
    const template = await kit().inside(town.tenant, (db) =>
      db
        .selectFrom('inspection_round')
        .select('template')
        .where('id', '=', round)
        .executeTakeFirstOrThrow(),
    );
    await town.post([
      {
        id: 'seen-1',
        kind: 'inspection.garbage',
        form: 'event',
        about: [{ subject: '西岗村', as: '' }],
        on: '2026-10-13' as never,
        values: { 处数: '2' },
        tags: [],
        evidence: ['照片'],
        matter: `${template.template} 2026-10 西岗村 1`,
        recordedBy: 'P-zhou',
        reviewedBy: 'P-nong',
        seq: 0,
      },
    ]);
    const { body } = await town.who('kao').get(path());
    expect(body.concentration.inspectors).toMatchObject([
      { name: '巡查人A', deductions: 1, takenMilli: 1000 },
      { name: '巡查人B', deductions: 1, takenMilli: 1000 },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/P-zhou|周城建|应应急/);
  });

  it('is read by the assessment office and discipline, by nobody else', async () => {
    for (const name of everybody) {
      const { status, body } = await town.who(name).get(path());
      const isReader = name === 'kao' || name === 'ji';
      expect([name, status]).toEqual([name, isReader ? 200 : 403]);
      if (!isReader) expect(body).not.toHaveProperty('clauses');
    }
  });

  it('knows no period without a scheme', async () => {
    const { status, body } = await town
      .who('kao')
      .get(`${town.base}/periods/none/${period}/fairness`);
    expect([status, body.type]).toEqual([
      404,
      expect.stringContaining('assessment.period-unknown'),
    ]);
  });
});

describe('that it was read', () => {
  const readings = () =>
    kit().inside(town.tenant, (db) => db.selectFrom('fairness_reading').selectAll().execute());

  it('is kept with who and when, until something is posted afterwards', async () => {
    const isRead = () => kit().inside(town.tenant, (db) => fairnessRead(db, line, period));
    expect(await isRead()).toBeUndefined();
    const { status, body } = await town.who('kao').post(`${path()}/readings`);
    expect([status, body]).toEqual([
      200,
      { by: '考核', at: '2026-11-02T02:00:00.000Z', isCurrent: true },
    ]);
    expect(await isRead()).toMatchObject({ readBy: 'P-kao' });
    expect((await town.who('ji').get(path())).body.readings).toEqual([body]);
    await town.post([
      {
        id: 'later-1',
        kind: 'inspection.garbage',
        form: 'event',
        about: [{ subject: '东溪村', as: '' }],
        on: '2026-10-20' as never,
        values: { 处数: '1' },
        tags: [],
        evidence: ['照片'],
        recordedBy: 'P-zhou',
        reviewedBy: 'P-nong',
        seq: 0,
      },
    ]);
    const [old] = (await town.who('ji').get(path())).body.readings;
    expect(old).toMatchObject({ by: '考核', isCurrent: false });
  });

  it('is said by nobody who may not read it', async () => {
    const before = await readings();
    for (const name of ['gu', 'zhou', 'chen', 'fang']) {
      expect((await town.who(name).post(`${path()}/readings`)).status).toBe(403);
    }
    expect(await readings()).toEqual(before);
  });
});
