/** A town that lives a whole year by one scheme that grades, proposes and pays, with a person for every role. */

import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { putFacts } from '../src/ledger/index.ts';
import { putRoster } from '../src/org/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';
import type { YearDeeds, YearRole } from './year-shape.ts';

export const line = 'year-town';

const scheme = `line: ${line}
name: 青禾镇村级考核办法
documentNo: 青党发〔2025〕9号
decidedBy: 青禾镇党委会
version: "2025"
effective: { from: 2025-01-01, to: 2025-12-31 }
subject: { kind: unit, where: { types: [village] } }
period: quarter
tree:
  - { code: 1, name: 人居环境, full: 100, clauses: [ { code: 1.1, text: 发现垃圾积存的，每处扣1分。, owner: 城建办, source: 巡查记录, proof: [visit], on: garbage, rule: { count: { of: 处数, delta: -1 } } } ] }
total: { full: 100 }
grades: { order: [优秀, 合格, 不合格], bands: [ { grade: 优秀, from: 95 }, { grade: 合格, from: 80, below: 95 }, { grade: 不合格, below: 80 } ] }
outcomes:
  - { code: honour, name: 通报表扬, kind: honour, when: { gradeIn: [优秀] }, body: 青禾镇党委会, basis: 本办法第九条, procedure: [印发通报], papers: [考核结果] }
  - { code: talk, name: 提醒谈话, kind: talk, when: { gradeIn: [不合格] }, body: 青禾镇党委会, basis: 本办法第十条；提醒谈话不是组织处理, procedure: [听取村里意见], papers: [考核结果] }
  - { code: mend, name: 限期整改, kind: rectification, when: { gradeIn: [不合格] }, body: 青禾镇党政联席会议, basis: 本办法第十条, procedure: [商定措施], papers: [失分事项清单] }
pay:
  authority: 云组〔2025〕8号
  lines:
    - { code: rate, name: 季度绩效, rule: { rate: { base: { 村党组织书记: 800, 村委会主任: 600 }, denominator: fullMark } }, byMonths: true, paidBy: period }
procedure: { notice: { workdays: 5 }, objection: { workdays: 5 } }
`;

const villages = ['东溪村', '西岗村', '南坪村'];
const cadres = villages.flatMap((village, index) => [
  {
    code: `P-s${index}`,
    name: ['陈广田', '何守田', '罗南山'][index] ?? '',
    village,
    role: '村党组织书记',
    from: '2024-01-01',
  },
  // The head of 南坪村 begins with the second half of the year.
  {
    code: `P-h${index}`,
    name: ['陈小满', '何秋生', '罗春生'][index] ?? '',
    village,
    role: '村委会主任',
    from: index === 2 ? '2025-07-01' : '2024-01-01',
  },
]);
const staff = {
  wu: '吴简',
  zhou: '周砚',
  sun: '孙若',
  zheng: '郑实',
  gu: '顾明',
  tian: '田荞',
  he: '何组',
  qian: '钱平',
  feng: '冯正',
  deng: '邓川',
  fang: '方信',
};

const roster = `
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
${villages.map((code) => `  - { code: ${code}, name: ${code}, type: village, parent: 青禾镇 }`).join('\n')}
persons:
${Object.entries(staff)
  .map(([code, name]) => `  - { code: P-${code}, name: ${name}, class: 事业编制 }`)
  .join('\n')}
${cadres.map(({ code, name, role }) => `  - { code: ${code}, name: ${name}, class: ${role === '村委会主任' ? '村委会成员' : role} }`).join('\n')}
posts:
${cadres.map(({ code, village, role, from }) => `  - { person: ${code}, unit: ${village}, role: ${role}, from: ${from} }`).join('\n')}
pairings:
  - { kind: 包村干部, person: P-deng, unit: 东溪村, from: 2025-01-01 }
  - { kind: 分管领导, person: P-gu, unit: 城建办, from: 2025-01-01 }
`;

const kinds = `- { kind: garbage, name: 垃圾积存, form: event, about: unit, owner: 城建办, fields: { 处数: { type: number, unit: 处, required: true } } }
`;

/** What each person of the town may do. */
const grants = {
  wu: { role: 'assessment-office' },
  zhou: { role: 'recorder', lines: ['城建办'] },
  sun: { role: 'reviewer', lines: ['城建办'] },
  zheng: { role: 'recorder', lines: ['城建办'] },
  gu: { role: 'leader' },
  tian: { role: 'supervision' },
  he: { role: 'organisation' },
  qian: { role: 'finance' },
  feng: { role: 'discipline' },
  deng: { role: 'resident-cadre' },
  fang: { role: 'administrator' },
  s0: { role: 'village', unit: '东溪村' },
  s2: { role: 'village', unit: '南坪村' },
} as const satisfies Record<YearRole, unknown>;

export type YearPerson = YearRole;

export interface YearTown extends YearDeeds {
  readonly tenant: string;
  /** `/api/towns/qinghe` */
  readonly base: string;
  readonly who: Readonly<Record<YearPerson, Asker>>;
  read(person: YearPerson, path: string): Promise<Answer['body']>;
}

/** Founds the town on the first day of the year. */
export async function yearTown(kit: Kit, code: string): Promise<YearTown> {
  kit.setNow('2025-01-02T02:00:00.000Z');
  const tenant = await kit.town(code, '青禾镇');
  const base = `/api/towns/${code}`;
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, readRoster(roster).roster);
    await putKinds(db, { tenantId: tenant, kinds: readShape(kinds, factKind.array()).value ?? [] });
    const approved = {
      decisionNo: '青党发〔2025〕9号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2025-01-01',
    };
    const now = '2025-01-02T02:00:00.000Z';
    await putScheme(db, { tenantId: tenant, source: scheme, approved, now });
  });
  const who = {} as Record<YearPerson, Asker>;
  for (const [name, grant] of Object.entries(grants)) {
    const asker = await kit.person(code, `${name}.${code}`, grant);
    await kit.inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: asker.accountId })
        .where('code', '=', `P-${name}`)
        .execute(),
    );
    who[name as YearPerson] = asker;
  }
  await kit.inside(tenant, (db) =>
    db.updateTable('role_grant').set({ from_on: '2025-01-01' }).execute(),
  );
  const done: YearTown['done'] = async (person, path, body) =>
    ok(await who[person].post(`${base}${path}`, body));
  return {
    tenant,
    base,
    who,
    done,
    read: async (person, path) => ok(await who[person].get(`${base}${path}`)),
    rubbish: async (village, count, on, files = []) => {
      const { entry } = await done('zhou', '/ledger/entries', {
        kind: 'garbage',
        about: [{ subject: village }],
        on,
        values: { 处数: `${count}` },
        evidence: ['巡查记录'],
        files,
      });
      const { id, version } = entry;
      const { facts } = await done('sun', '/ledger/reviews', {
        entries: [{ id, version }],
        post: true,
      });
      return facts[0].id;
    },
    checked: async (period) => {
      const text = `- { id: C-${period}, kind: checked, form: checked, period: ${period}, values: { clause: 1.1 }, by: P-zhou, reviewedBy: P-sun }`;
      await kit.inside(tenant, (db) =>
        putFacts(
          { db, tenant: { id: tenant }, now: `${period.slice(0, 4)}-12-31T02:00:00.000Z` },
          readFacts(text).facts,
        ),
      );
    },
  };
}

function ok(answer: Answer): Answer['body'] {
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return answer.body;
}
