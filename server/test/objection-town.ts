/** A town in which a village does not agree: offices that record and review, and people without a hand in it. */

import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { factsOf, putFacts } from '../src/ledger/index.ts';
import { putRoster } from '../src/org/index.ts';
import type { Queries, Role } from '../src/platform/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';
import { smallFacts, smallKinds, smallScheme } from './small-town.ts';

const people = [
  'wu 公务员',
  'zhou 事业编制',
  'sun 事业编制',
  'zheng 事业编制',
  'lin 事业编制',
  'gu 公务员',
  'tian 公务员',
  'ji 公务员',
  'he 事业编制',
  'chen 村党组织书记',
  'xi 村党组织书记',
].map((one) => one.split(' ') as [string, string]);

const roster = readRoster(`
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, parent: 青禾镇 }
  - { code: 西岗村, name: 西岗村, parent: 青禾镇 }
  - { code: 南坪村, name: 南坪村, parent: 青禾镇 }
persons:
${people.map(([name, group]) => `  - { code: p-${name}, name: ${name}, class: ${group} }`).join('\n')}
pairings:
  - { kind: 包村干部, person: p-he, unit: 东溪村, from: 2026-01-01 }
  - { kind: 分管领导, person: p-gu, unit: 城建办, from: 2026-01-01 }
`).roster;

interface Post {
  readonly role: Role;
  readonly lines?: readonly string[];
  readonly unit?: string;
}

const posts: Readonly<Record<string, readonly Post[]>> = {
  wu: [{ role: 'assessment-office' }],
  zhou: [{ role: 'recorder', lines: ['城建办'] }],
  sun: [{ role: 'reviewer', lines: ['城建办'] }],
  zheng: [
    { role: 'recorder', lines: ['城建办'] },
    { role: 'reviewer', lines: ['城建办'] },
  ],
  lin: [{ role: 'recorder', lines: ['党政办'] }],
  gu: [{ role: 'leader' }],
  tian: [{ role: 'supervision' }],
  ji: [{ role: 'discipline' }],
  he: [{ role: 'resident-cadre' }],
  chen: [{ role: 'village', unit: '东溪村' }],
  xi: [{ role: 'village', unit: '西岗村' }],
};

/** A town of the tests. */
export interface ObjectionTown {
  readonly tenant: string;
  /** `/api/towns/qinghe` */
  readonly base: string;
  who(name: string): Asker;
  /** Rubbish in a village that zhou recorded and sun reviewed. @returns the number of the fact. */
  fact(village?: string, count?: string): Promise<string>;
  /** Objects; the reply. */
  object(name: string, words: object): Promise<Answer>;
  /** Does a step on an objection as it now stands. */
  act(name: string, id: string, deed: string, words?: object): Promise<Answer>;
  /** An objection of 东溪村 to a new fact, assigned to zheng. */
  assigned(to?: string): Promise<{ id: string; fact: string }>;
  one(id: string, name?: string): Promise<Answer['body']>;
  /** Reviews and posts every entry that waits, as another person. */
  post(name: string): Promise<void>;
  /** A refusal that left objections, facts, entries and lines as they were. */
  refused(code: string, ask: () => Promise<Answer>): Promise<Answer['body']>;
  state(): Promise<string>;
}

/** Founds the town, with the facts of its first quarter. */
export async function objectionTown(kit: Kit, code: string): Promise<ObjectionTown> {
  const tenant = await kit.town(code, '青禾镇');
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, roster);
    const { value: kinds = [] } = readShape(smallKinds, factKind.array());
    await putKinds(db, { tenantId: tenant, kinds });
    const approved = {
      decisionNo: '青党发〔2026〕9号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2026-01-05',
    };
    const now = '2026-01-05T02:00:00.000Z';
    await putScheme(db, { tenantId: tenant, source: smallScheme, approved, now });
    const [known = ''] = smallFacts.split('# 二季度');
    await putFacts(
      { db, tenant: { id: tenant }, now: '2026-04-01T02:00:00.000Z' },
      readFacts(known).facts,
    );
  });
  const askers: Record<string, Asker> = {};
  for (const [name, grants] of Object.entries(posts)) {
    const asker = await kit.person(code, `${name}.${code}`, ...grants);
    await kit.inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: asker.accountId })
        .where('code', '=', `p-${name}`)
        .execute(),
    );
    askers[name] = asker;
  }
  return townOf(kit, { tenant, base: `/api/towns/${code}`, askers });
}

function townOf(
  kit: Kit,
  {
    tenant,
    base,
    askers,
  }: { tenant: string; base: string; askers: Readonly<Record<string, Asker>> },
): ObjectionTown {
  const who = (name: string) => {
    const asker = askers[name];
    if (!asker) throw new Error(`nobody is called ${name}`);
    return asker;
  };
  const objections = `${base}/objections`;
  const one = async (id: string, name = 'wu') =>
    ok(await who(name).get(`${objections}/${id}`)).body;
  const act: ObjectionTown['act'] = async (name, id, deed, words = {}) => {
    const { version } = (await one(id)).objection;
    return who(name).post(`${objections}/${id}/${deed}`, { version, ...words });
  };
  const state = () => kit.inside(tenant, readState);
  const fact = factsOfOffice(who, base);
  const object: ObjectionTown['object'] = (name, words) =>
    who(name).post(objections, { said: '那天是邻村倒的垃圾。', ...words });
  return {
    tenant,
    base,
    who,
    fact,
    object,
    act,
    one,
    state,
    assigned: async (to = 'zheng') => {
      const id = await fact();
      const { body } = ok(await object('chen', { fact: id }));
      ok(await act('wu', body.objection.id, 'acknowledgement'));
      ok(await act('wu', body.objection.id, 'assignment', { person: `p-${to}` }));
      return { id: body.objection.id, fact: id };
    },
    post: async (name) => {
      const { rows } = (await who(name).get(`${base}/ledger/entries`)).body;
      const entries = rows.map(({ id, version }: { id: string; version: number }) => ({
        id,
        version,
      }));
      ok(await who(name).post(`${base}/ledger/reviews`, { entries, post: true }));
    },
    refused: async (code, ask) => {
      const before = await state();
      const answer = await ask();
      expect(answer.body.code).toBe(code);
      expect(await state()).toBe(before);
      return answer.body;
    },
  };
}

/** What zhou records and sun reviews. */
function factsOfOffice(who: ObjectionTown['who'], base: string): ObjectionTown['fact'] {
  return async (village = '东溪村', count = '3') => {
    const written = await who('zhou').post(`${base}/ledger/entries`, {
      kind: 'garbage',
      about: [{ subject: village }],
      on: '2026-04-08',
      values: { 处数: count },
      evidence: ['巡查记录'],
    });
    const { id, version } = ok(written).body.entry;
    const review = { entries: [{ id, version }], post: true };
    return ok(await who('sun').post(`${base}/ledger/reviews`, review)).body.facts[0].id;
  };
}

function ok(answer: Answer): Answer {
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return answer;
}

async function readState(db: Queries): Promise<string> {
  return JSON.stringify([
    await db.selectFrom('objection').selectAll().orderBy('id').execute(),
    await db.selectFrom('objection_deed').selectAll().orderBy('id').execute(),
    await db.selectFrom('objection_correction').selectAll().orderBy('id').execute(),
    await db.selectFrom('objected').selectAll().orderBy('objection_id').execute(),
    await db.selectFrom('entry').selectAll().orderBy('id').execute(),
    await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
    await factsOf(db),
  ]);
}
