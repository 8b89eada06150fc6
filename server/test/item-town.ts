/** A town for the tests of items: two offices, two villages, and people whose names say what they may do. */

import { randomUUID } from 'node:crypto';
import { readRoster } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { putRoster } from '../src/org/index.ts';
import type { Role } from '../src/platform/index.ts';
import { putDutyEntries } from '../src/work/demands/duty.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';

const roster = readRoster(`
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 督查室, name: 督查室, type: station, parent: 青禾镇 }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 农业农村办, name: 农业农村办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, group: plain, parent: 青禾镇 }
  - { code: 河口村, name: 河口村, group: plain, parent: 青禾镇 }
  - { code: 东溪村一组, name: 东溪村一组, type: hamlet, parent: 东溪村 }
persons:
  - { code: P-gu, name: 顾远山, class: 公务员 }
  - { code: P-tian, name: 田督查, class: 公务员 }
  - { code: P-bai, name: 白督查, class: 公务员 }
  - { code: P-zhou, name: 周城建, class: 事业编制 }
  - { code: P-zheng, name: 郑城建, class: 事业编制 }
  - { code: P-nong, name: 农振兴, class: 事业编制 }
  - { code: P-he, name: 何包村, class: 事业编制 }
  - { code: P-chen, name: 陈东溪, class: 村党组织书记 }
  - { code: P-ji, name: 纪检, class: 公务员 }
  - { code: P-kao, name: 考核, class: 公务员 }
posts:
  - { person: P-gu, unit: 青禾镇, role: 党委书记, from: 2023-05-08 }
  - { person: P-zhou, unit: 城建办, role: 主任, from: 2023-05-08 }
  - { person: P-chen, unit: 东溪村, role: 村党组织书记, from: 2021-03-01 }
  - { person: P-zheng, unit: 河口村, role: 第一书记, from: 2021-03-01, to: 2025-12-31 }
pairings:
  - { kind: 包村干部, person: P-he, unit: 东溪村, from: 2026-01-01 }
`).roster;

interface Post {
  readonly role: Role;
  readonly lines?: readonly string[];
  readonly unit?: string;
}

const posts: Readonly<Record<string, Post>> = {
  gu: { role: 'leader' },
  tian: { role: 'supervision' },
  bai: { role: 'supervision' },
  zhou: { role: 'recorder', lines: ['城建办'] },
  zheng: { role: 'recorder', lines: ['城建办'] },
  nong: { role: 'recorder', lines: ['农业农村办'] },
  he: { role: 'resident-cadre' },
  chen: { role: 'village', unit: '东溪村' },
  ji: { role: 'discipline' },
  kao: { role: 'assessment-office' },
};

/** A town of a test. */
export interface ItemTown {
  readonly tenant: string;
  readonly base: string;
  readonly people: Readonly<Record<string, Asker>>;
  /** Somebody of the town, by the name above. */
  who(name: string): Asker;
  /** Does a deed on an item as it now stands. */
  act(name: string, id: string, deed: string, words?: object): Promise<Answer>;
  /** Does deeds one after the other; each must succeed. */
  course(id: string, ...deeds: readonly [string, string, object?][]): Promise<void>;
  /** A slip that 城建办 leads and 周城建 answers for, taken as far as is told. */
  slip(words?: object): Promise<string>;
  /** Items, deeds, entries and open lines: what a refusal must leave as it is. */
  state(): Promise<string>;
  /** Asks, and expects a refusal with this code that changed nothing. */
  refused(code: string, ask: () => Promise<Answer>): Promise<Answer>;
}

/** Founds a town with its people signed in. */
export async function itemTown(kit: Kit, code: string): Promise<ItemTown> {
  const tenant = await kit.town(code, '青禾镇');
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, roster);
    await putDutyEntries(db, tenant, [
      { code: '协助-3', title: '协助排查', list: 'assist', offices: ['城建办'], basis: '' },
      { code: '协助-4', title: '村道养护', list: 'assist', offices: ['城建办'], basis: '' },
      { code: '协助-5', title: '路灯管护', list: 'assist', offices: ['城建办'], basis: '' },
    ]);
  });
  const people: Record<string, Asker> = {};
  for (const [name, post] of Object.entries(posts)) {
    const asker = await kit.person(code, `${name}.${code}`, post);
    await kit.inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: asker.accountId })
        .where('code', '=', `P-${name}`)
        .execute(),
    );
    people[name] = asker;
  }
  return townOf(kit, { tenant, base: `/api/towns/${code}/items`, people });
}

function townOf(
  kit: Kit,
  { tenant, base, people }: Pick<ItemTown, 'tenant' | 'base' | 'people'>,
): ItemTown {
  const who = (name: string) => {
    const asker = people[name];
    if (!asker) throw new Error(`nobody is called ${name}`);
    return asker;
  };
  const act: ItemTown['act'] = async (name, id, deed, words = {}) => {
    const version = await kit.inside(tenant, async (db) => {
      const row = await db
        .selectFrom('work_item')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.version ?? 1;
    });
    return who(name).post(`${base}/${id}/deeds`, { deed, version, ...words });
  };
  const state = () => kit.inside(tenant, async (db) => JSON.stringify(await everything(db)));
  return {
    tenant,
    base,
    people,
    who,
    act,
    state,
    course: async (id, ...deeds) => {
      for (const [name, deed, words] of deeds) {
        const answer = await act(name, id, deed, words);
        expect([deed, answer.status, answer.body.detail ?? '']).toEqual([deed, 200, '']);
      }
    },
    slip: async (words = {}) => {
      const answer = await who('tian').post(base, {
        form: 'supervised',
        title: '东溪村河道清淤',
        requirement: '月底前完成清淤并绿化。',
        source: { kind: 'instruction', on: '2026-04-09', by: 'P-gu' },
        lead: '城建办',
        accountable: 'P-zhou',
        dueOn: '2026-04-20',
        until: 'assigned',
        ...words,
      });
      expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
      return answer.body.id as string;
    },
    refused: async (problem, ask) => {
      const before = await state();
      const answer = await ask();
      expect(answer.body.code).toBe(problem);
      expect(await state()).toBe(before);
      return answer;
    },
  };
}

type Queries = Parameters<Parameters<Kit['inside']>[1]>[0];

async function everything(db: Queries) {
  return {
    items: await db.selectFrom('work_item').selectAll().orderBy('id').execute(),
    deeds: await db.selectFrom('item_deed').selectAll().orderBy('id').execute(),
    counters: await db.selectFrom('work_item_counter').selectAll().execute(),
    recurring: await db.selectFrom('work_recurring').selectAll().orderBy('id').execute(),
    outcomes: await db.selectFrom('work_outcome').selectAll().execute(),
    entries: await db.selectFrom('entry').selectAll().orderBy('id').execute(),
    lines: await db
      .selectFrom('desk_line')
      .select(['kind', 'about', 'title', 'due_on', 'closed_at'])
      .orderBy('id')
      .execute(),
  };
}

/** What the burden gate leaves when it lets an item through to 东溪村, under an entry of the duty list. */
export async function clearedFor(
  kit: Kit,
  { tenant, who }: ItemTown,
  about: string,
  duty = '协助-3',
): Promise<void> {
  await kit.inside(tenant, (db) =>
    db
      .insertInto('demand')
      .values({
        tenant_id: tenant,
        id: randomUUID(),
        kind: 'item',
        about,
        title: `放行${about.slice(0, 8)}`,
        office: '城建办',
        units: ['东溪村'],
        purpose: `核实${about.slice(0, 8)}`,
        basis: '青政办〔2026〕3号',
        duty_entry: duty,
        data_asked: [],
        channel: 'system',
        answers: JSON.stringify({ canLookUp: false, askedLately: false, canWait: false }),
        findings: '[]',
        known: '[]',
        state: 'cleared',
        is_afterwards: false,
        asked_at: '2026-04-10T01:00:00.000Z',
        asked_by_account: who('zhou').accountId,
        in_place_of: [],
      })
      .execute(),
  );
}
