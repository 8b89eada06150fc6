/** A town for the tests of inspection: four villages, three offices, eight people who may inspect. */

import { createHash } from 'node:crypto';
import { readRoster } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { putRoster } from '../src/org/index.ts';
import type { Role } from '../src/platform/index.ts';
import { putKinds } from '../src/scheme/index.ts';
import { putDutyEntries } from '../src/work/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';

const roster = readRoster(`
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 督查室, name: 督查室, type: station, parent: 青禾镇 }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 应急办, name: 应急办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, type: village, parent: 青禾镇, sizes: { 户数: 660 } }
  - { code: 河口村, name: 河口村, type: village, parent: 青禾镇, sizes: { 户数: 410 } }
  - { code: 西岭村, name: 西岭村, type: village, parent: 青禾镇, sizes: { 户数: 300 } }
  - { code: 南坪村, name: 南坪村, type: village, parent: 青禾镇 }
  - { code: 东溪村一组, name: 东溪村一组, type: hamlet, parent: 东溪村, sizes: { 户数: 90 } }
persons:
  - { code: P-gu, name: 顾远山, class: 公务员 }
  - { code: P-tian, name: 田督查, class: 公务员 }
  - { code: P-zhou, name: 周城建, class: 事业编制 }
  - { code: P-zheng, name: 郑城建, class: 事业编制 }
  - { code: P-nong, name: 农城建, class: 事业编制 }
  - { code: P-ying, name: 应应急, class: 事业编制 }
  - { code: P-dang, name: 党应急, class: 事业编制 }
  - { code: P-liu, name: 刘应急, class: 事业编制 }
  - { code: P-sun, name: 孙督查, class: 公务员 }
  - { code: P-he, name: 何包村, class: 事业编制 }
  - { code: P-chen, name: 陈东溪, class: 村党组织书记 }
posts:
  - { person: P-gu, unit: 青禾镇, role: 党委书记, from: 2023-05-08 }
  - { person: P-tian, unit: 督查室, role: 主任, from: 2023-05-08 }
  - { person: P-sun, unit: 督查室, role: 干事, from: 2023-05-08 }
  - { person: P-zhou, unit: 城建办, role: 主任, from: 2023-05-08 }
  - { person: P-zheng, unit: 城建办, role: 干事, from: 2023-05-08 }
  - { person: P-nong, unit: 城建办, role: 干事, from: 2023-05-08 }
  - { person: P-ying, unit: 应急办, role: 主任, from: 2023-05-08 }
  - { person: P-dang, unit: 应急办, role: 干事, from: 2023-05-08 }
  - { person: P-liu, unit: 应急办, role: 干事, from: 2023-05-08 }
  - { person: P-he, unit: 城建办, role: 干事, from: 2023-05-08 }
  - { person: P-chen, unit: 东溪村, role: 村党组织书记, from: 2021-03-01 }
pairings:
  - { kind: 包村干部, person: P-he, unit: 东溪村, from: 2026-01-01 }
`).roster;

interface Post {
  readonly role: Role;
  readonly lines?: readonly string[];
  readonly unit?: string;
}

const posts: Readonly<Record<string, readonly Post[]>> = {
  gu: [{ role: 'leader' }],
  tian: [{ role: 'supervision' }],
  sun: [{ role: 'discipline' }],
  zhou: [{ role: 'recorder', lines: ['城建办'] }],
  zheng: [{ role: 'recorder', lines: ['城建办'] }],
  nong: [{ role: 'reviewer', lines: ['城建办'] }],
  ying: [{ role: 'recorder', lines: ['应急办'] }],
  dang: [{ role: 'recorder', lines: ['应急办'] }],
  liu: [{ role: 'recorder', lines: ['应急办'] }],
  he: [{ role: 'resident-cadre' }, { role: 'recorder', lines: ['城建办'] }],
  chen: [{ role: 'village', unit: '东溪村' }],
};

/** A check sheet that nothing is wrong with. */
export const soundTemplate = {
  code: 'environment',
  name: '人居环境月检查表',
  subjects: 'village',
  office: '城建办',
  cadence: 'month',
  mode: 'unannounced',
  sheets: 'team',
  route: '环村一圈',
  places: 2,
  households: 5,
  lines: [
    {
      code: 'rubbish',
      group: '垃圾清理',
      standard: '没有露天堆放的垃圾',
      asks: 'count',
      kind: 'inspection.garbage',
      field: '处数',
      severity: 'three',
      photo: 'asked',
      hint: '',
    },
  ],
};

export interface RoundTown {
  readonly tenant: string;
  readonly base: string;
  who(name: string): Asker;
  /** A check sheet of 城建办 in use. */
  released(words?: object): Promise<string>;
  /** A round of it over four villages in the month of the tests. @returns its page */
  round(words?: object): Promise<Answer['body']>;
  /** Draws in a round as its page was read. */
  draw(name: string, page: Answer['body'], words: object): Promise<Answer>;
  /** Settles a visit of a round as its page was read. */
  settle(name: string, page: Answer['body'], visit: string, words: object): Promise<Answer>;
  refused(code: string, ask: () => Promise<Answer>): Promise<Answer>;
}

/** Founds the town. */
export async function roundTown(kit: Kit, code: string): Promise<RoundTown> {
  const tenant = await kit.town(code, '青禾镇');
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, roster);
    await putKinds(db, { tenantId: tenant, kinds: [garbage] });
    await putDutyEntries(db, tenant, [
      { code: '协助-3', title: '协助检查', list: 'assist', offices: ['城建办'], basis: '' },
    ]);
  });
  const people = await peopleOf(kit, { tenant, code });
  const base = `/api/towns/${code}`;
  const who = (name: string) => {
    const asker = people.get(name);
    if (!asker) throw new Error(`nobody is called ${name}`);
    return asker;
  };
  return {
    tenant,
    base,
    who,
    released: async (words = {}) => {
      const { code: of, ...body } = { ...soundTemplate, ...words };
      const at = `${base}/templates/${of}`;
      const { template } = good(await who('tian').ask('PUT', at, body));
      good(await who('tian').post(`${at}/release`, { revision: template.revision }));
      return of;
    },
    round: async (words = {}) =>
      good(await who('zhou').post(`${base}/rounds`, { ...soundRound, ...words })),
    draw: (name, { round: { id, version } }, words) =>
      who(name).post(`${base}/rounds/${id}/draws`, { version, ...words }),
    settle: (name, { round: { id, version } }, visit, words) =>
      who(name).post(`${base}/rounds/${id}/visits/${visit}`, { version, ...words }),
    refused: async (problem, ask) => {
      const before = await kit.inside(tenant, stateIn);
      const answer = await ask();
      expect(answer.body.code).toBe(problem);
      expect(await kit.inside(tenant, stateIn)).toBe(before);
      return answer;
    },
  };
}

const garbage = {
  kind: 'inspection.garbage',
  name: '垃圾积存',
  form: 'event',
  about: 'unit',
  owner: '城建办',
  fields: { 处数: { type: 'number', unit: '处', required: true } },
} as const;

const soundRound = {
  template: 'environment',
  period: '2026-04',
  from: '2026-04-13',
  to: '2026-04-24',
  mode: 'unannounced',
};

async function peopleOf(
  kit: Kit,
  { tenant, code }: { tenant: string; code: string },
): Promise<ReadonlyMap<string, Asker>> {
  const people = new Map<string, Asker>();
  for (const [name, grants] of Object.entries(posts)) {
    const asker = await kit.person(code, `${name}.${code}`, ...grants);
    await kit.inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: asker.accountId })
        .where('code', '=', `P-${name}`)
        .execute(),
    );
    people.set(name, asker);
  }
  return people;
}

function good(answer: Answer): Answer['body'] {
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return answer.body;
}

/** What a refusal must leave as it is. */
async function stateIn(db: Parameters<Parameters<Kit['inside']>[1]>[0]): Promise<string> {
  return JSON.stringify([
    await db.selectFrom('inspection_template').selectAll().orderBy('code').execute(),
    await db.selectFrom('inspection_round').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_visit').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_draw').selectAll().orderBy('id').execute(),
    await db.selectFrom('quiet_period').selectAll().orderBy('id').execute(),
    await db.selectFrom('recusal').selectAll().orderBy('id').execute(),
    await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
    await db.selectFrom('audit').select('id').orderBy('id').execute(),
  ]);
}

type Page = Answer['body'];

/** The visit of a round to a village, by its name. */
export function visitTo({ visits }: Page, village: string): Page {
  return visits.find((visit: { village: { name: string } }) => visit.village.name === village);
}

/** The way of the guide, written anew: nothing of ours is used. */
export function drawnAgain(seed: string, candidates: readonly string[], count: number): string[] {
  const hash = (code: string) => createHash('sha256').update(`${seed}\n${code}`).digest('hex');
  return [...candidates].sort((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, count);
}
