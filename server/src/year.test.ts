/**
 * A year of a town over HTTP: every quarter is closed, published, objected to, sealed, graded, and
 * paid; what somebody reads at the end is what their role is for (S1, S2, S4, S5, S30).
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { useProgram } from '../test/kit/rooms.ts';
import { newDatabase } from '../test/kit/scratch.ts';
import type { YearSteps } from '../test/year-shape.ts';
import { yearSteps } from '../test/year-steps.ts';
import { line, type YearPerson, type YearTown, yearTown } from '../test/year-town.ts';
import { restoreBackup, writeBackup } from './backup/index.ts';
import { publishedEdition } from './publication/index.ts';

const kit = useProgram();
let town: YearTown;
let steps: YearSteps;

beforeAll(async () => {
  town = await yearTown(kit(), 'qinghe');
  steps = yearSteps(town);
});

const now = (day: string) => kit().setNow(`${day}T02:00:00.000Z`);

describe('the first quarter', () => {
  let fact: string;
  let objection: string;

  it('is written down, closed and published with its last day to object', async () => {
    now('2025-03-20');
    await town.rubbish('东溪村', 12, '2025-02-11');
    await town.rubbish('西岗村', 4, '2025-03-03');
    fact = await town.rubbish('南坪村', 30, '2025-03-05');
    await town.checked('2025-Q1');
    now('2025-04-09');
    await steps.moved('2025-Q1', 'scoring', 'checking');
    const edition = await steps.published('2025-Q1', '2025-04-09');
    expect([edition.edition, edition.objectUntil]).toEqual([1, '2025-04-16']);
    const { results } = await town.read('s2', '/villages/南坪村/page');
    const shown = { edition: 1, period: '2025-Q1', objectUntil: '2025-04-16', workdaysLeft: 6 };
    expect(results).toMatchObject([shown]);
    expect(results[0].moved).toMatchObject([{ clause: '1.1', milli: -30_000 }]);
  });

  it('is objected to by telephone, looked into by somebody else, and put right', async () => {
    now('2025-04-10');
    const behalf = {
      way: 'telephone',
      of: '南坪村',
      by: '南坪村书记',
      saidOn: '2025-04-10',
      confirmed: '回拨村部电话核对',
    };
    const said = { fact, said: '那天只看到三处，三十是写错了。', behalf };
    objection = (await town.done('tian', '/objections', said)).objection.id;
    const step = async (who: YearPerson, deed: string, words: object = {}) => {
      const { version } = (await town.read('wu', `/objections/${objection}`)).objection;
      return town.done(who, `/objections/${objection}/${deed}`, { version, ...words });
    };
    await step('wu', 'acknowledgement');
    await step('wu', 'assignment', { person: 'P-zheng' });
    const decided = await step('zheng', 'decision', {
      result: 'replaced',
      lookedAt: '3月5日巡查表原件、照片3张',
      finding: '原件写的是3处，登记时多写了一个0。',
      reasons: '按原件更正。',
      basis: '第1.1条',
      corrections: [
        {
          takesBack: fact,
          right: {
            kind: 'garbage',
            about: [{ subject: '南坪村' }],
            on: '2025-03-05',
            values: { 处数: '3' },
            evidence: ['巡查表原件'],
          },
        },
      ],
    });
    expect(decided.corrections).toMatchObject([{ step: 'waiting' }]);
    const { rows } = await town.read('sun', '/ledger/entries');
    const entries = rows.map(({ id, version }: { id: string; version: number }) => ({
      id,
      version,
    }));
    await town.done('sun', '/ledger/reviews', { entries, post: true });
    const answered = await step('wu', 'answer', { on: '2025-04-10', how: 'inPerson' });
    expect(answered.objection.state).toBe('answered');
  });

  it('is not sealed on numbers that nobody published; the corrected edition names the old one', async () => {
    now('2025-04-17');
    const early = await town.who.wu.post(`${town.base}/periods/${line}/2025-Q1/seal`, {});
    expect([early.status, early.body.code]).toEqual([409, 'assessment.published-differs']);
    const edition = await steps.published('2025-Q1', '2025-04-17', '南坪村一条经复核更正');
    expect([edition.edition, edition.replaces, edition.objectUntil]).toEqual([2, 1, '2025-04-24']);
    // The points of 南坪村 alone changed, and with them the places of all.
    const changes = edition.changes.map(
      ({ name, old, new: after, why }: Record<'name' | 'old' | 'new' | 'why', never>) => ({
        name,
        was: old,
        is: after,
        reasons: (why as string[]).length,
      }),
    );
    expect(changes).toEqual([
      {
        name: '东溪村',
        was: { total: '88.00', rank: 2 },
        is: { total: '88.00', rank: 3 },
        reasons: 0,
      },
      {
        name: '南坪村',
        was: { total: '70.00', rank: 3 },
        is: { total: '97.00', rank: 1 },
        reasons: 2,
      },
      {
        name: '西岗村',
        was: { total: '96.00', rank: 1 },
        is: { total: '96.00', rank: 2 },
        reasons: 0,
      },
    ]);
    now('2025-04-25');
    const sealed = await steps.sealed('2025-Q1');
    expect([sealed.edition, sealed.state]).toEqual([2, 'sealed']);
    const kept = await kit().inside(town.tenant, (db) =>
      publishedEdition(db, { line, period: '2025-Q1' }),
    );
    expect(kept).toMatchObject({ edition: 2, replaces: 1 });
  });

  it('is graded by the body, proposed from, and paid to the fen', async () => {
    const budget = { line, year: '2025', on: '2025-01-20', documentNo: '青财〔2025〕5号' };
    await town.done('qian', '/pay/budgets', { ...budget, amount: '16000' });
    expect(await steps.graded('2025-Q1', 2, '2025-04-25')).toEqual([
      '东溪村 合格',
      '南坪村 优秀',
      '西岗村 优秀',
    ]);
    const drawn = await town.done('he', `/outcomes/${line}/2025-Q1/proposals`);
    expect(drawn).toEqual({ added: 2, kept: 0, corrected: 0 });
    // 88, 96 and 97 of a hundred: 800 and 600 yuan each, of 南坪村 the secretary alone.
    expect(await steps.paid('2025-Q1', '2025-04-25')).toBe(88 * 1400 + 96 * 1400 + 97 * 800);
  });
});

describe('the quarters after it', () => {
  const quarters = [
    { period: '2025-Q2', posted: '2025-07-09', over: '2025-07-17', full: [100, 100, 100] },
    { period: '2025-Q3', posted: '2025-10-10', over: '2025-10-20', full: [100, 100, 75] },
    { period: '2025-Q4', posted: '2026-01-09', over: '2026-01-19', full: [100, 100, 100] },
  ];

  it.each(quarters)('$period is closed, published, sealed, graded and paid', async (quarter) => {
    const { period, posted, over, full } = quarter;
    now(posted);
    if (period === '2025-Q3') await town.rubbish('南坪村', 25, '2025-08-08');
    await town.checked(period);
    await steps.moved(period, 'scoring', 'checking');
    expect((await steps.published(period, posted)).edition).toBe(1);
    now(over);
    const sealed = await steps.sealed(period);
    expect(sealed.edition).toBe(1);
    await steps.graded(period, 1, over);
    const [first = 0, second = 0, third = 0] = full;
    const heads = period === '2025-Q2' ? 800 : 1400; // the head of 南坪村 begins in July
    expect(await steps.paid(period, over)).toBe(first * 1400 + second * 1400 + third * heads);
  });

  it('has no proposal but of grades, and only a person decides', async () => {
    for (const period of ['2025-Q2', '2025-Q3', '2025-Q4']) {
      await town.done('he', `/outcomes/${line}/${period}/proposals`);
    }
    const { rows } = await town.read('he', '/outcomes/proposals');
    expect(rows.every(({ state }: { state: string }) => state === 'proposed')).toBe(true);
    const told = rows.map((row: { period: string; subject: { name: string }; code: string }) =>
      [row.period, row.subject.name, row.code].join(' '),
    );
    expect(told).toContain('2025-Q3 南坪村 mend');
    expect(told.filter((one: string) => one.endsWith('mend'))).toHaveLength(1);
    expect(told.filter((one: string) => one.endsWith('honour'))).toHaveLength(10);
  });
});

describe('at the end of the year', () => {
  /** What each role reads of the last quarter: the list, the page of 南坪村, grades, proposals, pay. */
  const reading: Readonly<Partial<Record<YearPerson, readonly number[]>>> = {
    wu: [200, 200, 200, 200, 200],
    gu: [200, 200, 200, 200, 200],
    feng: [200, 200, 200, 200, 200],
    he: [200, 403, 200, 200, 200],
    qian: [200, 403, 403, 403, 200],
    tian: [200, 200, 200, 200, 403],
    zhou: [200, 403, 200, 200, 403],
    sun: [200, 403, 200, 200, 403],
    deng: [200, 404, 200, 200, 403],
    fang: [200, 403, 403, 403, 403],
    s2: [200, 200, 200, 200, 403],
    s0: [200, 404, 200, 200, 403],
  };

  it.each(Object.keys(reading) as YearPerson[])('%s reads what is theirs', async (person) => {
    const paths = [
      `/publications/${line}/2025-Q4`,
      '/villages/南坪村/page',
      `/outcomes/${line}/2025-Q4/grades`,
      '/outcomes/proposals',
      '/pay/sheets',
    ];
    const statuses: number[] = [];
    for (const path of paths) {
      statuses.push((await town.who[person].get(`${town.base}${path}`)).status);
    }
    expect(statuses).toEqual(reading[person]);
  });

  it('has paid what four quarters came to, within the budget', async () => {
    const { budgets, sheets } = await town.read('qian', '/pay/sheets');
    expect(sheets).toHaveLength(4);
    expect(JSON.stringify(budgets)).toContain('1600000');
  });

  it('comes back out of a backup whole, with what was decided and paid', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oneneedle-year-'));
    const { ownerUrl: emptyUrl, stop } = await newDatabase(inject('serverUrl'));
    onTestFinished(async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const path = join(folder, 'year.backup');
    const { ownerUrl, filesFolder } = kit();
    const program = '0.1.0';
    const tell = () => {};
    const at = '2026-02-01T02:00:00.000Z';
    await writeBackup({ ownerUrl, filesFolder, program, now: at, tell }, path);
    const filesOfCopy = join(folder, 'files');
    await restoreBackup({ ownerUrl: emptyUrl, filesFolder: filesOfCopy, program, tell }, path);
    const kept = await rowsOfResults(ownerUrl);
    expect(kept.map(({ length }) => length > 0)).toEqual([true, true, true, true]);
    expect(await rowsOfResults(emptyUrl)).toEqual(kept);
  });
});

/** What follows from the results of a town, row by row: pay, grades, editions. */
async function rowsOfResults(url: string): Promise<string[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: string[][] = [];
    for (const table of ['pay_sheet', 'pay_sheet_line', 'grade_of_subject', 'publication']) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${table} t order by 1`,
      );
      found.push(rows.map(({ row }) => row));
    }
    return found;
  } finally {
    await client.end();
  }
}
