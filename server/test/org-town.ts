/** A small town for the tests of the roster: two villages, an office, people one remembers. */

import { readRoster } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { putRoster } from '../src/org/index.ts';
import { recordsOf } from '../src/org/roster-records.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';

const roster = readRoster(`
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 党政办, name: 党政办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, group: plain, parent: 青禾镇, sizes: { 人口: 2310, 户数: 660 } }
  - { code: 东溪村党支部, name: 东溪村党支部, type: branch, parent: 东溪村 }
  - { code: 东溪村山脚组, name: 东溪村山脚组, type: hamlet, parent: 东溪村, sizes: { 户数: 90 } }
  - { code: 东溪村水口组, name: 东溪村水口组, type: hamlet, parent: 东溪村, sizes: { 户数: 88 } }
  - { code: 河口村, name: 河口村, group: plain, parent: 青禾镇, sizes: { 人口: 1460, 户数: 417 } }
persons:
  - { code: P-0001, name: 顾远山, class: 公务员 }
  - { code: P-0002, name: 何穗, class: 事业编制 }
  - { code: P-0003, name: 田野, class: 村党组织书记 }
  - { code: P-0004, name: 柳春, class: 村民小组长 }
  - { code: P-0005, name: 江宽, class: 村党组织书记 }
posts:
  - { person: P-0001, unit: 青禾镇, role: 党委书记, from: 2023-05-08 }
  - { person: P-0002, unit: 党政办, role: 综合岗, from: 2024-01-01 }
  - { person: P-0003, unit: 东溪村, role: 村党组织书记, from: 2021-03-01 }
  - { person: P-0003, unit: 东溪村, role: 村委会主任, from: 2021-03-01 }
  - { person: P-0004, unit: 东溪村山脚组, role: 组长, from: 2022-01-01 }
  - { person: P-0005, unit: 河口村, role: 村党组织书记, from: 2021-03-01 }
pairings:
  - { kind: 挂点领导, person: P-0001, unit: 东溪村, from: 2026-01-01 }
  - { kind: 包村干部, person: P-0002, unit: 东溪村, from: 2026-01-01 }
  - { kind: 联系屋场, person: P-0003, unit: 东溪村山脚组, from: 2026-01-01 }
`).roster;

/** A town of a test, with its administrator signed in. */
export interface OrgTown {
  readonly tenant: string;
  readonly path: string;
  readonly administrator: Asker;
  /** Everything that the roster and the grants hold now. */
  state(): Promise<string>;
  /** Asks, and expects a refusal with this code and status that changed nothing. */
  refused(code: string, status: number, ask: () => Promise<Answer>): Promise<Answer>;
}

/** Founds a town with the small roster. */
export async function orgTown(kit: Kit, code: string): Promise<OrgTown> {
  const tenant = await kit.town(code, '青禾镇');
  await kit.inside(tenant, (db) => putRoster(db, tenant, roster));
  const administrator = await kit.person(code, `${code}-zhou`, { role: 'administrator' });
  const state = () =>
    kit.inside(tenant, async (db) => {
      const { units, persons, ...others } = await recordsOf(db);
      const audit = await db.selectFrom('audit').select('id').execute();
      return JSON.stringify([[...units], [...persons], others, audit]);
    });
  return {
    tenant,
    path: `/api/towns/${code}/org`,
    administrator,
    state,
    refused: async (problem, status, ask) => {
      const before = await state();
      const answer = await ask();
      expect(answer.body).toMatchObject({ code: problem, status });
      expect(answer.status).toBe(status);
      expect(await state()).toBe(before);
      return answer;
    },
  };
}

/** A multipart body and its header, as a browser sends a form with a file. */
export async function formOf(
  fields: Readonly<Record<string, string | File>>,
): Promise<{ body: Blob; headers: Record<string, string> }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = new Response(form);
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  return { body: await response.blob(), headers };
}
