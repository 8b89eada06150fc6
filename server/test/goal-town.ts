/** A town with a small roster and people of every role, for the tests of goals. */

import { readRoster } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { putRoster } from '../src/org/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';

const { roster } = readRoster(`
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 党建办, name: 党建办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, type: village, parent: 青禾镇 }
  - { code: 西岗村, name: 西岗村, type: village, parent: 青禾镇 }
  - { code: 西岗村党支部, name: 西岗村党支部, type: branch, parent: 西岗村 }
  - { code: 稻香村, name: 稻香村, type: village, parent: 青禾镇 }
  - { code: 柳湾村, name: 柳湾村, type: village, parent: 青禾镇, to: 2026-03-31 }
persons:
  - { code: P-0001, name: 周砚, class: 公务员 }
  - { code: P-0002, name: 林槿, class: 公务员 }
  - { code: P-0003, name: 邓楷, class: 公务员 }
  - { code: P-0004, name: 陈广田, class: 村党组织书记 }
  - { code: P-0005, name: 李冬梅, class: 村党组织书记 }
  - { code: P-0006, name: 旧书记, class: 村党组织书记 }
  - { code: P-0007, name: 田荞, class: 公务员 }
  - { code: P-0008, name: 顾远山, class: 公务员 }
posts:
  - { person: P-0001, unit: 城建办, role: 主任, from: 2025-01-01 }
  - { person: P-0002, unit: 党建办, role: 主任, from: 2025-01-01 }
  - { person: P-0004, unit: 东溪村, role: 村党组织书记, from: 2021-01-01 }
  - { person: P-0005, unit: 西岗村党支部, role: 党支部书记, from: 2021-01-01 }
  - { person: P-0007, unit: 青禾镇, role: 督查室主任, from: 2025-01-01 }
  - { person: P-0006, unit: 稻香村, role: 村党组织书记, from: 2021-01-01, to: 2025-12-31 }
pairings:
  - { kind: 包村干部, person: P-0003, unit: 东溪村, from: 2026-01-01 }
`);

export interface GoalTown {
  readonly tenantId: string;
  /** `/api/towns/qinghe/goals` */
  readonly base: string;
  readonly supervision: Asker;
  readonly leader: Asker;
  /** Records for 城建办. */
  readonly recorder: Asker;
  readonly discipline: Asker;
  /** The account of 东溪村. */
  readonly village: Asker;
  /** Expects that what is asked is refused, and that nothing changed by it. */
  refused(code: string, status: number, ask: () => Promise<Answer>): Promise<Answer>;
}

/** What is written of a goal unless a test says otherwise. */
export const text = {
  title: '改造户厕',
  measure: { kind: 'quantity', target: '100', unit: '户', baseline: '0' },
  leadUnit: '城建办',
  accountable: 'P-0001',
  startsOn: '2026-01-01',
  dueOn: '2026-12-31',
};

/** Founds the town. */
export async function goalTown(kit: Kit, code: string): Promise<GoalTown> {
  const tenantId = await kit.town(code, '青禾镇');
  await kit.inside(tenantId, (db) => putRoster(db, tenantId, roster));
  const state = () =>
    kit.inside(tenantId, async (db) => [
      await db.selectFrom('goal').selectAll().orderBy('id').execute(),
      await db.selectFrom('goal_deed').selectAll().orderBy('id').execute(),
      await db.selectFrom('goal_reading').selectAll().orderBy('id').execute(),
      await db.selectFrom('work_item').selectAll().orderBy('id').execute(),
    ]);
  const base = `/api/towns/${code}/goals`;
  const supervision = await kit.person(code, `${code}-tian`, { role: 'supervision' });
  const recorder = await kit.person(code, `${code}-zhou`, { role: 'recorder', lines: ['城建办'] });
  const tie = (person: string, { accountId: account_id }: Asker) =>
    kit.inside(tenantId, (db) =>
      db.updateTable('person').set({ account_id }).where('code', '=', person).execute(),
    );
  const leader = await kit.person(code, `${code}-gu`, { role: 'leader' });
  await tie('P-0007', supervision);
  await tie('P-0008', leader);
  await tie('P-0001', recorder);
  return {
    tenantId,
    base,
    supervision,
    leader,
    recorder,
    discipline: await kit.person(code, `${code}-feng`, { role: 'discipline' }),
    village: await kit.person(code, `${code}-chen`, { role: 'village', unit: '东溪村' }),
    refused: async (problem, status, ask) => {
      const before = await state();
      const answer = await ask();
      expect([answer.status, answer.body.code]).toEqual([status, problem]);
      expect(await state()).toEqual(before);
      return answer;
    },
  };
}

/** Makes a goal of 2026. @returns its id. */
export async function made(
  { base, supervision }: GoalTown,
  code: string,
  more: object = {},
): Promise<string> {
  const { status, body } = await supervision.post(base, {
    year: 2026,
    code,
    text: { ...text, ...more },
  });
  expect([status, body.code]).toEqual([200, code]);
  return body.id;
}

/** A parent: nothing is counted of itself, and nobody but its leaves answers for it. */
export const parent = { measure: undefined, accountable: undefined };
