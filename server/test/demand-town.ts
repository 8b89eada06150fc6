/** A small town for the tests of the burden gate: three villages, two offices, who asks and who decides. */

import { readRoster } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { putKnownFigures, putRoster } from '../src/org/index.ts';
import { putDutyEntries } from '../src/work/demands/duty.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';

const roster = readRoster(`
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 农业农村办, name: 农业农村办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, parent: 青禾镇 }
  - { code: 河口村, name: 河口村, parent: 青禾镇 }
  - { code: 茶山村, name: 茶山村, parent: 青禾镇 }
  - { code: 旧村, name: 旧村, parent: 青禾镇, to: 2025-12-31 }
persons:
  - { code: P-zhou, name: 周砚, class: 事业编制 }
  - { code: P-he, name: 何苗, class: 事业编制 }
  - { code: P-gu, name: 顾远山, class: 公务员 }
  - { code: P-cheng, name: 程建设, class: 公务员 }
  - { code: P-deng, name: 邓包村, class: 事业编制 }
  - { code: P-tian, name: 田督查, class: 公务员 }
  - { code: P-feng, name: 冯纪检, class: 公务员 }
posts: []
pairings: []
`).roster;

/** A town of a test with everybody who has to do with the gate. */
export interface DemandTestTown {
  readonly tenant: string;
  readonly path: string;
  readonly builder: Asker;
  readonly farmer: Asker;
  readonly leader: Asker;
  readonly cadre: Asker;
  readonly supervisor: Asker;
  readonly discipline: Asker;
  /** Everything that the gate keeps now. */
  state(): Promise<string>;
  /** Asks, and expects a refusal with this code and status that changed nothing. */
  refused(code: string, status: number, ask: () => Promise<Answer>): Promise<Answer>;
}

/** What every demand of these tests has, and nothing that would stop it. */
export const sound = {
  kind: 'form',
  title: '汛期危房排查',
  office: '城建办',
  units: ['东溪村', '河口村'],
  purpose: '安排汛前加固',
  basis: '青政办〔2026〕8号',
  dutyEntry: '协助-3',
  dataAsked: ['危房户数'],
  dueOn: '2026-04-16',
  answers: { canLookUp: false, askedLately: false, canWait: false },
};

/** Founds the town. */
export async function demandTown(kit: Kit, code: string): Promise<DemandTestTown> {
  const tenant = await kit.town(code, '青禾镇');
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, roster);
    await putDutyEntries(db, tenant, [
      entry('协助-3', '协助做好危旧房屋排查', 'assist', ['城建办']),
      entry('自治-1', '管好村内公共卫生', 'own', []),
      entry('不应-2', '安全生产行政执法', 'barred', []),
    ]);
    const figure = { name: '户数', measure: '户', source: '统计台账', asOf: day('2026-01-31') };
    await putKnownFigures(db, tenant, [
      { ...figure, unit: '东溪村', value: '671' },
      { ...figure, unit: '河口村', value: '417' },
    ]);
  });
  const someone = async (name: string, ...grants: Parameters<Kit['person']>[2][]) => {
    const asker = await kit.person(code, `${code}-${name}`, ...grants);
    await tie(kit, { tenant, person: `P-${name}`, account: asker.accountId });
    return asker;
  };
  const state = () =>
    kit.inside(tenant, async (db) =>
      JSON.stringify([
        await db.selectFrom('demand').selectAll().orderBy('id').execute(),
        await db.selectFrom('duty_entry').selectAll().orderBy('code').execute(),
        await db.selectFrom('known_figure').selectAll().orderBy('unit_code').execute(),
        await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
        await db.selectFrom('audit').select('id').execute(),
      ]),
    );
  return {
    tenant,
    path: `/api/towns/${code}/demands`,
    builder: await someone('zhou', { role: 'recorder', lines: ['城建办'] }),
    farmer: await someone('he', { role: 'recorder', lines: ['农业农村办'] }),
    leader: await someone('gu', { role: 'leader' }),
    cadre: await someone('deng', { role: 'resident-cadre', unit: '河口村' }),
    supervisor: await someone('tian', { role: 'supervision' }),
    discipline: await someone('feng', { role: 'discipline' }),
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

/** Ties an account to a person of the roster. */
export async function tie(
  kit: Kit,
  { tenant, person, account }: { tenant: string; person: string; account: string },
): Promise<void> {
  await kit.inside(tenant, (db) =>
    db.updateTable('person').set({ account_id: account }).where('code', '=', person).execute(),
  );
}

function entry(code: string, title: string, list: 'own' | 'assist' | 'barred', offices: string[]) {
  return { code, title, list, offices, basis: '' };
}

function day(text: string) {
  return text as Parameters<typeof putKnownFigures>[2][number]['asOf'];
}
