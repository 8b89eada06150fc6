/** A town whose environment check is in force, for the tests of counting: rounds that are settled. */

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ArrivingSheet } from '@oneneedle/contract';
import { factKind, readShape, type SheetContent, sheetDigest } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { readyTemplates } from '../src/inspection/index.ts';
import { giveRole } from '../src/org/index.ts';
import type { Role } from '../src/platform/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';
import { type RoundTown, roundTown } from './round-town.ts';

const example = (name: string) =>
  readFileSync(new URL(`../../schemes/environment-check/${name}`, import.meta.url), 'utf8');

export type Answers = ArrivingSheet['answers'];
const none = { places: [], note: '' };

/** What the ready check sheet of the environment asks, each line as it was written by us. */
export const environment =
  readyTemplates().find(({ code }) => code === 'environment') ?? fail('environment');

/** Answers to all eighteen lines of it, with nothing wrong. */
export const soundAnswers: Answers = Object.fromEntries(
  environment.lines.map(({ asks, choices, code }) => {
    if (asks === 'count') return [code, { asks, count: 0, ...none }];
    if (asks === 'yesNo') return [code, { asks, yes: true, ...none }];
    if (asks === 'sample') return [code, { asks, looked: 5, failed: 0, ...none }];
    return [code, { asks: 'choice', choice: choices?.[0]?.code ?? '', ...none }];
  }),
);

/** A sheet of a round that is put there, with what it says. */
export interface SheetPut {
  readonly subject: string;
  readonly answers: Answers;
  readonly person?: string;
  readonly state?: string;
  readonly photos?: readonly object[];
}

/** A round that is put there as going and settling leave it. */
export interface RoundPut {
  readonly sheets: readonly SheetPut[];
  readonly lines?: readonly object[];
  readonly each?: boolean;
  readonly inspectors?: readonly string[];
  /** Places that nobody went to. */
  readonly missed?: readonly string[];
  readonly state?: string;
  readonly on?: string;
}

export interface CountingTown extends RoundTown {
  /** The assessment office, whose account is nobody's of the roster. */
  readonly kao: Asker;
  /** Somebody of the roster is given another post. */
  grant(name: string, role: Role, lines?: readonly string[]): Promise<void>;
  /** @returns the id of a round that is put there. */
  put(round: RoundPut): Promise<string>;
  counting(name: string, round: string): Promise<Answer>;
  /** Counts a round as its page was read. */
  count(name: string, round: string): Promise<Answer>;
  /** The entries that wait, as somebody reads them. */
  entries(name: string): Promise<Answer['body'][]>;
  /** Reviews and posts all that waits for somebody. */
  review(name: string): Promise<Answer>;
  /** The total of each subject in the month of the tests, or why it has none. */
  totals(line: string): Promise<Readonly<Record<string, string>>>;
  /** Asks, and expects a refusal with this code that changed nothing. */
  refused(code: string, ask: () => Promise<Answer>): Promise<Answer>;
}

/** Founds the town. `scheme` is in force instead of the example's. */
export async function countingTown(
  kit: Kit,
  code: string,
  { scheme = example('scheme.yaml'), kinds: more = '[]' } = {},
): Promise<CountingTown> {
  const town = await roundTown(kit, code);
  const { base, tenant } = town;
  const { value: kinds = [] } = readShape(example('kinds.yaml'), factKind.array());
  const { value: others = [] } = readShape(more, factKind.array());
  await kit.inside(tenant, async (db) => {
    await putKinds(db, { tenantId: tenant, kinds: [...kinds, ...others] });
    const now = '2026-01-06T02:00:00.000Z';
    await putScheme(db, { tenantId: tenant, source: scheme, now, approved });
  });
  const kao = await kit.person(code, `kao.${code}`, { role: 'assessment-office' });
  const who = (name: string) => (name === 'kao' ? kao : town.who(name));
  const counting = (name: string, round: string) =>
    who(name).get(`${base}/rounds/${round}/counting`);
  const entries = async (name: string): Promise<Answer['body'][]> =>
    (await who(name).get(`${base}/ledger/entries`)).body.rows;
  return {
    ...town,
    who,
    kao,
    counting,
    entries,
    grant: async (name, role, lines = []) => {
      const { accountId } = who(name);
      const post = { tenantId: tenant, accountId, role, lines, from: '2026-01-01' };
      await kit.inside(tenant, (db) => giveRole(db, post));
    },
    put: (round) => kit.inside(tenant, (db) => putRound(db, tenant, round)),
    count: async (name, round) => {
      const { body } = await counting('gu', round);
      const path = `${base}/rounds/${round}/counting`;
      return who(name).post(path, { version: body.round.version });
    },
    review: async (name) => {
      const waiting = await entries(name);
      const chosen = waiting.map(({ id, version }: Answer['body']) => ({ id, version }));
      return who(name).post(`${base}/ledger/reviews`, { entries: chosen });
    },
    totals: async (line) => {
      const { status, body } = await kao.get(`${base}/periods/${line}/2026-04/standings`);
      expect([status, body.detail ?? '']).toEqual([200, '']);
      const rows: [string, string][] = body.rows.map((row: Answer['body']) => [
        row.code,
        row.state === 'scored' ? row.total.text : row.state,
      ]);
      return Object.fromEntries(rows);
    },
    refused: async (problem, ask) => {
      const before = await kit.inside(tenant, stateIn);
      const answer = await ask();
      expect([answer.body.code, answer.status >= 400]).toEqual([problem, true]);
      expect(await kit.inside(tenant, stateIn)).toBe(before);
      return answer;
    },
  };
}

const approved = {
  decisionNo: '青政办发〔2026〕5号',
  decidedBy: '青禾镇党政联席会议',
  decidedOn: '2026-01-05',
};

/** A writing with its digest, as a phone sends it. */
export function writingOf(visit: string, change: Partial<ArrivingSheet> = {}): ArrivingSheet {
  const writing = {
    visit,
    templateVersion: 1,
    answers: soundAnswers,
    statement: '',
    signature: 'none' as const,
    photos: [],
    revision: 1,
    after: [],
    origin: 'field' as const,
    deviceNow: '2026-04-14T02:00:00.000Z',
    ...change,
  };
  return { ...writing, digest: sheetDigest(writing as SheetContent) };
}

type Db = Parameters<Parameters<Kit['inside']>[1]>[0];

async function putRound(db: Db, tenant: string, put: RoundPut): Promise<string> {
  const { sheets, lines = environment.lines, each = false, missed = [], state = 'going' } = put;
  const { inspectors = ['P-zheng', 'P-ying'], on = '2026-04-14' } = put;
  const { account_id: account } = await db
    .selectFrom('person')
    .select('account_id')
    .where('code', '=', 'P-zheng')
    .executeTakeFirstOrThrow();
  const made = {
    tenant_id: tenant,
    created_by: 'P-zhou',
    created_by_account: account ?? '',
    created_at: '2026-04-01T02:00:00.000Z',
  };
  const template = `check-${randomUUID().slice(0, 8)}`;
  await db
    .insertInto('inspection_template')
    .values({
      ...made,
      code: template,
      version: 1,
      name: '人居环境月检查表',
      subjects: 'village',
      office: '城建办',
      cadence: 'month',
      mode: 'unannounced',
      sheets: each ? 'each' : 'team',
      route: '环村一圈',
      lines: JSON.stringify(lines),
      state: 'inUse',
    })
    .execute();
  const round = randomUUID();
  const of = { template, template_version: 1 };
  await db
    .insertInto('inspection_round')
    .values({
      ...made,
      ...of,
      id: round,
      period: '2026-04',
      office: '城建办',
      mode: 'unannounced',
      from_on: '2026-04-13',
      to_on: '2026-04-24',
      state,
    })
    .execute();
  const visits = new Map<string, string>();
  for (const subject of new Set([...sheets.map((sheet) => sheet.subject), ...missed])) {
    const id = randomUUID();
    visits.set(subject, id);
    const isMissed = missed.includes(subject);
    await db
      .insertInto('inspection_visit')
      .values({
        ...{ tenant_id: tenant, id, round_id: round, subject, village: subject },
        inspectors: [...inspectors],
        planned_on: on,
        state: isMissed ? 'missed' : 'gone',
        reason: isMissed ? '到了最后一天还没有去' : null,
      })
      .execute();
  }
  for (const sheet of sheets) {
    await putSheet(db, tenant, { ...of, ...sheet, visit: visits.get(sheet.subject) ?? '', on });
  }
  return round;
}

interface PutSheet extends SheetPut {
  readonly template: string;
  readonly template_version: number;
  readonly visit: string;
  readonly on: string;
}

async function putSheet(db: Db, tenant: string, put: PutSheet): Promise<void> {
  const { person = 'P-zheng', state = 'confirmed', photos = [], on } = put;
  const { account_id: account } = await db
    .selectFrom('person')
    .select('account_id')
    .where('code', '=', person)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await db
    .insertInto('inspection_sheet')
    .values({
      ...{ tenant_id: tenant, id, visit_id: put.visit, person, account_id: account ?? '' },
      ...{ template: put.template, template_version: put.template_version },
      origin: 'field',
      revision: 1,
      digest: 'ab'.repeat(32),
      answers: JSON.stringify(put.answers),
      photos: JSON.stringify(photos),
      state,
      saved_at: `${on}T06:00:00.000Z`,
      sent_at: `${on}T06:00:00.000Z`,
      told_on: on,
      confirm_until: on,
    })
    .execute();
}

/** What a refusal must leave as it is. */
async function stateIn(db: Db): Promise<string> {
  return JSON.stringify([
    await db.selectFrom('inspection_round').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_visit').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_sheet').selectAll().orderBy('id').execute(),
    await db.selectFrom('sheet_deed').selectAll().orderBy('id').execute(),
    await db.selectFrom('entry').selectAll().orderBy('id').execute(),
    await db.selectFrom('fact').select('id').orderBy('seq').execute(),
    await db.selectFrom('evidence_use').selectAll().orderBy('cited_id').execute(),
    await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
    await db.selectFrom('audit').select('id').orderBy('id').execute(),
  ]);
}

function fail(what: string): never {
  throw new Error(`there is no ready check sheet ${what}`);
}
