/** A town with a round of one check sheet under way, for the tests of sheets. */

import { randomUUID } from 'node:crypto';
import type { ArrivingSheet } from '@oneneedle/contract';
import { type SheetContent, sheetDigest } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { sendEvidence } from './evidence-kit.ts';
import { sha256Of } from './evidence-samples.ts';
import { type ItemTown, itemTown } from './item-town.ts';
import type { Answer, Kit } from './kit/rooms.ts';

/** A check sheet with a line of each kind but marks. */
export const fieldLines = [
  {
    code: 'rubbish',
    group: '清除裸露垃圾',
    standard: '水边、屋边、路边、田边没有裸露垃圾和陈年垃圾。',
    asks: 'count',
    severity: 'three',
    photo: 'asked',
    hint: '每村环绕一圈，见一处记一处。',
  },
  {
    code: 'board',
    group: '公开评比',
    standard: '有评比公示牌，按时公示评比结果。',
    asks: 'yesNo',
    severity: 'seven',
    photo: 'none',
    hint: '',
  },
  {
    code: 'sorting',
    group: '垃圾分类',
    standard: '垃圾分类投放，及时处置。',
    asks: 'choice',
    choices: [
      { code: 'whole', text: '全部做到' },
      { code: 'partly', text: '部分做到' },
      { code: 'not', text: '没有做到' },
    ],
    severity: 'seven',
    photo: 'none',
    hint: '',
  },
  {
    code: 'toilets',
    group: '户厕',
    standard: '抽到的户，卫生厕所能正常使用。',
    asks: 'sample',
    severity: 'fifteen',
    photo: 'none',
    hint: '按抽到的户号走访。',
  },
] as const;

/** How a round is put there. */
export interface RoundPut {
  readonly template?: string;
  readonly version?: number;
  readonly lines?: readonly object[];
  readonly sheets?: 'team' | 'each';
  readonly mode?: 'unannounced' | 'open';
  readonly period?: string;
  readonly state?: string;
  readonly inspectors?: readonly string[];
  readonly subject?: string;
}

/** What the tests of sheets need. */
export interface InspectionTown {
  readonly items: ItemTown;
  readonly tenant: string;
  readonly base: string;
  who(name: string): ReturnType<ItemTown['who']>;
  /** Puts a round with one visit there. */
  visit(put?: RoundPut): Promise<{ round: string; visit: string; template: string }>;
  /** Enters the number of the filing, or takes it away. */
  filing(isOpen: boolean): Promise<void>;
  /** A writing that nothing is wrong with. */
  writing(visit: string, change?: Partial<ArrivingSheet>): ArrivingSheet;
  save(name: string, sheet: string, writing: ArrivingSheet): Promise<Answer>;
  send(name: string, sheet: string, writing: ArrivingSheet): Promise<Answer>;
  /** Sends a file as evidence. @returns its id and hash */
  photo(name: string): Promise<{ evidenceId: string; sha256: string; bytes: number }>;
  /** All that a refusal must leave as it is. */
  state(): Promise<string>;
  refused(code: string, ask: () => Promise<Answer>): Promise<Answer>;
}

const none = { places: [], note: '' };

/** Answers to every line, with nothing wrong. */
export const soundAnswers: ArrivingSheet['answers'] = {
  rubbish: { asks: 'count', count: 0, ...none },
  board: { asks: 'yesNo', yes: true, ...none },
  sorting: { asks: 'choice', choice: 'whole', ...none },
  toilets: { asks: 'sample', looked: 5, failed: 0, ...none },
};

/** Founds the town. */
export async function inspectionTown(kit: Kit, code: string): Promise<InspectionTown> {
  const items = await itemTown(kit, code);
  const { tenant, who } = items;
  const base = `/api/towns/${code}`;
  const fang = await kit.person(code, `fang.${code}`, { role: 'administrator' });
  const state = () => kit.inside(tenant, readState);
  return {
    items,
    tenant,
    base,
    state,
    who: (name) => (name === 'fang' ? fang : who(name)),
    visit: (put = {}) => kit.inside(tenant, (db) => putVisit(db, tenant, put)),
    filing: async (isOpen) => {
      const answer = isOpen
        ? await fang.ask('PUT', `${base}/field/filing`, {
            no: '青报备〔2026〕1号',
            on: '2026-04-01',
          })
        : await fang.ask('DELETE', `${base}/field/filing`);
      expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
    },
    writing: writingOf,
    save: (name, sheet, writing) => who(name).ask('PUT', `${base}/sheets/${sheet}`, writing),
    send: (name, sheet, { digest, revision }) =>
      who(name).post(`${base}/sheets/${sheet}/send`, { digest, revision }),
    photo: async (name) => {
      const bytes = Buffer.from(`照片 ${randomUUID()}`);
      const { body } = await sendEvidence(who(name), { town: code, name: '现场.txt', bytes });
      return { evidenceId: body.evidence.id, sha256: sha256Of(bytes), bytes: bytes.length };
    },
    refused: async (problem, ask) => {
      const before = await state();
      const answer = await ask();
      expect([answer.body.code, answer.status >= 400]).toEqual([problem, true]);
      expect(await state()).toBe(before);
      return answer;
    },
  };
}

/** A writing with its digest. */
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
    deviceNow: '2026-04-10T02:00:00.000Z',
    ...change,
  };
  return { ...writing, digest: change.digest ?? sheetDigest(writing as SheetContent) };
}

type Db = Parameters<Parameters<Kit['inside']>[1]>[0];

async function readState(db: Db): Promise<string> {
  return JSON.stringify([
    await db.selectFrom('inspection_sheet').selectAll().orderBy('id').execute(),
    await db.selectFrom('sheet_deed').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_visit').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_round').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_setting').selectAll().execute(),
    await db.selectFrom('evidence_use').selectAll().orderBy('evidence_id').execute(),
    await db.selectFrom('audit').select('id').orderBy('id').execute(),
  ]);
}

/** Puts a check sheet, a round and a visit there, as planning and drawing leave them. */
export async function putVisit(db: Db, tenant: string, put: RoundPut) {
  const {
    template = `check-${randomUUID().slice(0, 8)}`,
    version = 1,
    lines = fieldLines,
    sheets = 'team',
    mode = 'unannounced',
    period = '2026-04',
    state = 'drawn',
    inspectors = ['P-zhou', 'P-zheng'],
    subject = '东溪村',
  } = put;
  const by = { created_by: 'P-zhou', created_at: '2026-04-01T02:00:00.000Z' };
  const account = await db
    .selectFrom('person')
    .select('account_id')
    .where('code', '=', 'P-zhou')
    .executeTakeFirstOrThrow();
  const made = { ...by, created_by_account: account.account_id ?? '', tenant_id: tenant };
  await db
    .insertInto('inspection_template')
    .values({
      ...made,
      code: template,
      version,
      name: '人居环境月检查表',
      subjects: 'village',
      office: '城建办',
      cadence: 'month',
      mode,
      sheets,
      route: '环村一圈',
      lines: JSON.stringify(lines),
      state: 'inUse',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const round = randomUUID();
  await db
    .insertInto('inspection_round')
    .values({
      ...made,
      id: round,
      template,
      template_version: version,
      period,
      office: '城建办',
      mode,
      from_on: '2026-04-01',
      to_on: '2026-04-30',
      state,
    })
    .execute();
  const visit = await putVisitOf(db, { tenant, round, inspectors, subject });
  return { round, visit, template };
}

interface VisitPut {
  readonly tenant: string;
  readonly round: string;
  readonly inspectors: readonly string[];
  readonly subject: string;
}

async function putVisitOf(db: Db, { tenant, round, inspectors, subject }: VisitPut) {
  const visit = randomUUID();
  await db
    .insertInto('inspection_visit')
    .values({
      tenant_id: tenant,
      id: visit,
      round_id: round,
      subject,
      village: subject,
      inspectors: [...inspectors],
      places: [],
      households: [12, 31, 47, 60, 88],
      planned_on: '2026-04-10',
      state: 'planned',
    })
    .execute();
  return visit;
}
