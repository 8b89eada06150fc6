/** A town for the tests of outcomes: three lines of 2025 that are sealed, and people whose names say what they may do. */

import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { expect } from 'vitest';
import { factsOf, putFacts } from '../src/ledger/index.ts';
import { putRoster } from '../src/org/index.ts';
import type { Queries, Role } from '../src/platform/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';

const roster = `
units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 东溪村, name: 东溪村, type: village, parent: 青禾镇 }
  - { code: 西岗村, name: 西岗村, type: village, parent: 青禾镇 }
  - { code: 南坪村, name: 南坪村, type: village, parent: 青禾镇 }
persons:
  - { code: P-gu, name: 顾书记, class: 县管干部 }
  - { code: P-li, name: 李镇长, class: 县管干部 }
  - { code: P-he, name: 何组织, class: 县管干部 }
  - { code: P-wu, name: 吴考核, class: 县管干部 }
  - { code: P-ji, name: 冯纪委, class: 县管干部 }
  - { code: P-sun, name: 孙复核, class: 县管干部 }
  - { code: P-zhou, name: 周城建, class: 事业编制 }
  - { code: P-deng, name: 邓包村, class: 事业编制 }
  - { code: P-chen, name: 陈书记, class: 村党组织书记 }
  - { code: P-wei, name: 魏委员, class: 村委会成员 }
  - { code: P-bian, name: 卞外聘, class: 编外聘用 }
  - { code: P-gong, name: 龚科员, class: 公务员 }
posts:
  - { person: P-gu, unit: 青禾镇, role: 党委书记, from: 2020-01-01 }
  - { person: P-li, unit: 西岗村, role: 挂职第一书记, from: 2020-01-01 }
  - { person: P-zhou, unit: 城建办, role: 主任, from: 2020-01-01 }
  - { person: P-chen, unit: 东溪村, role: 村党组织书记, from: 2020-01-01 }
  - { person: P-wei, unit: 东溪村, role: 村委会委员, from: 2020-01-01 }
  - { person: P-bian, unit: 青禾镇, role: 编外, from: 2020-01-01 }
  - { person: P-gong, unit: 青禾镇, role: 科员, from: 2020-01-01 }
pairings:
  - { kind: 包村干部, person: P-deng, unit: 东溪村, from: 2025-01-01 }
`;

const head = (line: string, name: string, subject: string) => `line: ${line}
name: ${name}
documentNo: 青党发〔2025〕9号
decidedBy: 青禾镇党委会
version: "2025"
effective: { from: 2025-01-01, to: 2025-12-31 }
subject: ${subject}
period: year
`;

/** Villages by a score that the town gives; what follows of it. */
const villages = `${head('villages', '村年度考核办法', '{ kind: unit, where: { types: [village] } }')}
tree:
  - code: 1
    name: 得分
    clauses:
      - { code: 1.1, text: 按评分表得分, owner: 城建办, source: 评分表, proof: [result], rule: { ratio: { of: { measure: { kind: score.sheet, field: 得分 } }, times: 1 } } }
total: { full: 100 }
grades:
  order: [优秀, 合格, 不合格]
  bands:
    - { grade: 优秀, from: 95 }
    - { grade: 合格, from: 85, below: 95 }
    - { grade: 不合格, below: 85 }
outcomes:
  - { code: honour, name: 通报表扬, kind: honour, when: { gradeIn: [优秀] }, body: 青禾镇党委会, basis: 本办法第九条, procedure: [公示5个工作日, 印发通报], papers: [考核结果] }
  - { code: reminder, name: 提醒谈话, kind: talk, when: { gradeIn: [不合格] }, body: 青禾镇党委会, basis: 本办法第十条, procedure: [说明理由, 谈话要点交本人核对], papers: [考核结果, 谈话要点] }
  - { code: mend, name: 限期整改, kind: rectification, when: { gradeIn: [不合格] }, body: 青禾镇党政联席会议, basis: 本办法第十条, procedure: [商定措施], papers: [失分事项清单] }
  - { code: blame, name: 启动问责, kind: notice, when: { gradeIn: [不合格] }, body: 青禾镇党委会, basis: 本办法第十一条, procedure: [研究] }
`;

/** Persons by rules over years, as a town once wrote them; the law stands before them. */
export const cadres = `${head('cadres', '干部年度考核办法', '{ kind: person, where: { classes: [公务员, 编外聘用, 村委会成员, 村党组织书记] } }')}
tree:
  - code: 1
    name: 得分
    clauses:
      - { code: 1.1, text: 按评分表得分, owner: 城建办, source: 评分表, proof: [result], rule: { ratio: { of: { measure: { kind: person.sheet, field: 得分 } }, times: 1 } } }
total: { full: 100 }
grades:
  order: [优秀, 称职, 基本称职, 不称职]
  bands:
    - { grade: 优秀, from: 90 }
    - { grade: 称职, from: 70, below: 90 }
    - { grade: 基本称职, from: 60, below: 70 }
    - { grade: 不称职, below: 60 }
sequences:
  - { code: twice-basic, text: 连续两年基本称职的定为不称职, results: { line: cadres, match: { grades: { are: [基本称职] } }, consecutive: 2 }, then: { setGrade: 不称职 } }
  - { code: twice-bad, text: 连续两年不称职的终止职务, results: { line: cadres, match: { grades: { are: [不称职] } }, consecutive: 2 }, then: { propose: [ends] } }
outcomes:
  - { code: ends, name: 自然终止职务, kind: post, body: 青禾镇党委会, basis: 本办法第十二条, procedure: [研究] }
  - { code: talk, name: 诫勉谈话, kind: talk, when: { gradeIn: [基本称职, 不称职] }, classes: [村党组织书记], body: 青禾镇党委会, basis: 本办法第十二条, procedure: [谈话] }
`;

/** Villages of which two tie where one place is left. */
const ties = `${head('ties', '村先进评比办法', '{ kind: unit, where: { types: [village] } }')}
tree:
  - code: 1
    name: 得分
    clauses:
      - { code: 1.1, text: 按评比表得分, owner: 城建办, source: 评比表, proof: [result], rule: { ratio: { of: { measure: { kind: tie.sheet, field: 得分 } }, times: 1 } } }
total: { full: 100 }
grades:
  order: [优秀, 合格, 不合格]
  bands:
    - { grade: 优秀, from: 90 }
    - { grade: 合格, from: 60, below: 90 }
    - { grade: 不合格, below: 60 }
  quotas:
    - { grade: 优秀, share: 40%, within: all, rounding: floor, tie: propose, overflow: 合格 }
`;

/** Ballots that count 40 percent. */
const votes = `${head('votes', '双评议考核办法', '{ kind: unit, where: { types: [village] } }')}
decimals: 2
tree:
  - code: 1
    name: 民主测评
    weight: 40%
    clauses:
      - { code: 1.1, text: 弃权票不作有效票, owner: 城建办, source: 计票单, proof: [ballot], on: village.ballot, rule: { ballots: { options: { 满意: 1, 较满意: 0.8, 基本满意: 0.6, 不满意: 0 }, abstain: [弃权], times: 100, quorum: { present: 到会, eligible: 应到, atLeast: 4/5 } } } }
  - code: 2
    name: 镇考核
    weight: 60%
    clauses:
      - { code: 2.1, text: 镇考核得分, owner: 城建办, source: 评分表, proof: [result], rule: { ratio: { of: { measure: { kind: town.score, field: 得分 } }, times: 1 } } }
  - code: 3
    name: 加减分
    clauses:
      - { code: 3.1, text: 受表彰加2分, owner: 城建办, source: 文件, proof: [document], on: honour, rule: { count: { delta: 2 } } }
      - { code: 3.2, text: 被通报扣1分, owner: 城建办, source: 文件, proof: [document], on: criticised, rule: { count: { delta: -1 } }, waive: [ { when: { companion: { kind: tolerance.granted } }, reason: 已认定容错 } ] }
total: { full: 100 }
`;

/** A meeting that votes for persons; grades by votes alone. */
const meeting = `${head('meeting', '述职评议办法', '{ kind: person, where: { classes: [村委会成员, 村党组织书记, 编外聘用, 事业编制] } }')}
tree:
  - code: 1
    name: 评议
    clauses:
      - { code: 1.1, text: 优秀得票折算, owner: 城建办, source: 计票单, proof: [ballot], on: person.ballot, rule: { ballots: { options: { 优秀: 1, 称职: 0.8, 基本称职: 0.6, 不称职: 0 }, times: 100, quorum: { present: 到会, eligible: 应到, atLeast: 4/5 } } } }
total: { full: 100 }
grades:
  order: [优秀, 称职, 基本称职, 不称职]
  rules:
    - { grade: 不称职, when: { test: { of: { votes: { kind: person.ballot, options: 不称职, over: [优秀, 称职, 基本称职, 不称职] } }, atLeast: 30% } } }
    - { grade: 优秀, when: { test: { of: { votes: { kind: person.ballot, options: 优秀, over: [优秀, 称职, 基本称职, 不称职] } }, atLeast: 90% } } }
    - { grade: 称职, when: { test: { of: { votes: { kind: person.ballot, options: [优秀, 称职], over: [优秀, 称职, 基本称职, 不称职] } }, atLeast: 70% } } }
    - { grade: 基本称职, when: { test: { of: { votes: { kind: person.ballot, options: [基本称职, 不称职], over: [优秀, 称职, 基本称职, 不称职] } }, above: 30% } } }
`;

const number = '{ type: number, required: true }';
const kindsText = `
- { kind: score.sheet, name: 村评分, form: measure, about: unit, owner: 城建办, fields: { 得分: ${number} } }
- { kind: person.sheet, name: 个人评分, form: measure, about: person, owner: 城建办, fields: { 得分: ${number} } }
- { kind: tie.sheet, name: 评比分, form: measure, about: unit, owner: 城建办, fields: { 得分: ${number} } }
- { kind: town.score, name: 镇考核得分, form: measure, about: unit, owner: 城建办, fields: { 得分: ${number} } }
- { kind: honour, name: 表彰, form: event, about: unit, owner: 城建办 }
- { kind: criticised, name: 通报批评, form: event, about: unit, owner: 城建办 }
- { kind: tolerance.granted, name: 容错认定, form: event, about: unit, owner: 城建办, fields: { 认定: { type: label, options: [免责, 减责], required: true } } }
- { kind: village.ballot, name: 民主测评计票, form: tally, about: unit, owner: 城建办, source: 计票单, fields: { 应到: ${number}, 到会: ${number}, 满意: ${number}, 较满意: ${number}, 基本满意: ${number}, 不满意: ${number}, 弃权: { type: number } } }
- { kind: person.ballot, name: 述职评议计票, form: tally, about: person, owner: 城建办, source: 计票单, fields: { 应到: ${number}, 到会: ${number}, 优秀: ${number}, 称职: ${number}, 基本称职: ${number}, 不称职: ${number} } }
- { kind: checked, name: 经查无, form: checked, about: none, fields: { clause: { type: text, required: true } } }
- { kind: result, name: 考核结果, form: result, about: unitOrPerson, fields: { line: { type: text, required: true }, total: { type: number }, full: { type: number }, grade: { type: label }, computedGrade: { type: label } } }
- { kind: reversal, name: 更正, form: event, about: unitOrPerson }
`;

const by = 'evidence: [评分表], by: P-zhou, reviewedBy: P-sun';
const past = (id: string, who: string, year: number, grade: string) =>
  `- { id: ${id}, kind: result, form: result, about: ${who}, period: ${year}, values: { line: cadres, total: 65, full: 100, grade: ${grade} } }`;
const sheet = (kind: string, who: string, points: string) =>
  `- { id: S-${kind}-${who}, kind: ${kind}, form: measure, about: ${who}, on: 2025-12-20, values: { 得分: ${points} }, ${by} }`;
const factsText = [
  // N12: (B, B), (B, B, bad), (B, A, B) and (bad, bad).
  past('R1', 'P-bian', 2024, '基本称职'),
  past('R2', 'P-gong', 2024, '基本称职'),
  past('R3', 'P-wei', 2024, '不称职'),
  past('R4', 'P-chen', 2023, '基本称职'),
  past('R5', 'P-chen', 2024, '称职'),
  sheet('score.sheet', '东溪村', '80'),
  sheet('score.sheet', '西岗村', '94.5'),
  sheet('score.sheet', '南坪村', '97'),
  sheet('tie.sheet', '东溪村', '80'),
  sheet('tie.sheet', '西岗村', '92'),
  sheet('tie.sheet', '南坪村', '92'),
  sheet('person.sheet', 'P-bian', '66'),
  sheet('person.sheet', 'P-gong', '66'),
  sheet('person.sheet', 'P-wei', '50'),
  sheet('person.sheet', 'P-chen', '65'),
  ...['东溪村', '西岗村', '南坪村'].map((who) => sheet('town.score', who, '91')),
  `- { id: H1, kind: honour, about: 东溪村, on: 2025-05-05, ${by} }`,
  `- { id: K1, kind: criticised, about: 东溪村, on: 2025-07-05, matter: K1, ${by} }`,
  ...['3.1', '3.2'].map(
    (clause) =>
      `- { id: C-${clause}, kind: checked, form: checked, period: 2025, values: { clause: ${clause} }, by: P-wu }`,
  ),
  '',
].join('\n');

interface Post {
  readonly role: Role;
  readonly unit?: string;
  readonly lines?: readonly string[];
}

/** 李镇长 stands in as 组织委员 as well: what he did he does not judge. */
const posts: Readonly<Record<string, Post | readonly Post[]>> = {
  gu: { role: 'leader' },
  li: [{ role: 'leader' }, { role: 'organisation' }],
  he: { role: 'organisation' },
  wu: { role: 'assessment-office' },
  ji: { role: 'discipline' },
  sun: { role: 'reviewer' },
  zhou: { role: 'recorder', lines: ['城建办'] },
  deng: { role: 'resident-cadre' },
  chen: { role: 'village', unit: '东溪村' },
};

export interface OutcomeTown {
  readonly tenant: string;
  readonly base: string;
  who(name: string): Asker;
  /** Takes a line to its seal, of 2025 unless a year is named. */
  seal(line: string, year?: string): Promise<void>;
  /** The body decides the grades of a line as they were worked out, but for those named. */
  decide(line: string, others?: readonly object[], name?: string, year?: string): Promise<Answer>;
  /** Takes the proposals of a line; the rows by subject and code. */
  draw(line: string, year?: string): Promise<ReadonlyMap<string, { id: string }>>;
  /** Does a deed on a proposal as it now stands. */
  act(name: string, id: string, act: object): Promise<Answer>;
  /** A refusal that left everything of the room, the ledger, the items and the one list as it was. */
  refused(code: string, ask: () => Promise<Answer>): Promise<Answer['body']>;
}

/** Founds the town with its facts; the clock stands in January 2026. */
export async function outcomeTown(kit: Kit, code: string): Promise<OutcomeTown> {
  kit.setNow('2026-01-12T02:00:00.000Z');
  const tenant = await kit.town(code, '青禾镇');
  const { value: kinds = [] } = readShape(kindsText, factKind.array());
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, readRoster(roster).roster);
    await putKinds(db, { tenantId: tenant, kinds });
    const approved = {
      decisionNo: '青党发〔2025〕9号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2025-01-05',
    };
    const now = '2025-01-05T02:00:00.000Z';
    for (const source of [villages, cadres, ties, votes, meeting]) {
      await putScheme(db, { tenantId: tenant, source, approved, now });
    }
    const place = { db, tenant: { id: tenant }, now: '2025-12-30T02:00:00.000Z' };
    await putFacts(place, readFacts(factsText).facts);
  });
  const people: Record<string, Asker> = {};
  for (const [name, post] of Object.entries(posts)) {
    const asker = await kit.person(code, `${name}.${code}`, ...[post].flat());
    await kit.inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: asker.accountId })
        .where('code', '=', `P-${name}`)
        .execute(),
    );
    people[name] = asker;
  }
  return townOf(kit, { tenant, base: `/api/towns/${code}`, people });
}

function townOf(
  kit: Kit,
  {
    tenant,
    base,
    people,
  }: { tenant: string; base: string; people: Readonly<Record<string, Asker>> },
): OutcomeTown {
  const who = (name: string) => {
    const asker = people[name];
    if (!asker) throw new Error(`nobody is called ${name}`);
    return asker;
  };
  const ok = (answer: Answer) => {
    expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
    return answer;
  };
  const state = () => kit.inside(tenant, readState);
  return {
    tenant,
    base,
    who,
    seal: async (line, year = '2025') => {
      const period = `${base}/periods/${line}/${year}`;
      for (const to of ['scoring', 'checking']) ok(await who('wu').post(`${period}/state`, { to }));
      ok(await who('wu').post(`${period}/seal`, {}));
    },
    decide: async (line, others = [], name = 'gu', year = '2025') =>
      who(name).post(`${base}/outcomes/${line}/${year}/grades`, {
        edition: 1,
        body: '青禾镇党委会',
        documentNo: '青党发〔2026〕1号',
        decidedOn: '2026-01-09',
        others,
      }),
    draw: async (line, year = '2025') => {
      ok(await who('he').post(`${base}/outcomes/${line}/${year}/proposals`));
      const { rows } = ok(await who('he').get(`${base}/outcomes/proposals`)).body;
      return new Map(
        rows.map((row: { id: string; subject: { code: string }; code: string }) => [
          `${row.subject.code} ${row.code}`,
          row,
        ]),
      );
    },
    act: async (name, id, act) => {
      const path = `${base}/outcomes/proposals/${id}`;
      const { version } = (await who('he').get(path)).body;
      return who(name).post(`${path}/deeds`, { version, act });
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

async function readState(db: Queries): Promise<string> {
  return JSON.stringify([
    await db.selectFrom('grade_decision').selectAll().execute(),
    await db.selectFrom('grade_of_subject').selectAll().orderBy('subject').execute(),
    await db.selectFrom('outcome_proposal').selectAll().orderBy('id').execute(),
    await db.selectFrom('outcome_deed').selectAll().orderBy('id').execute(),
    await db.selectFrom('ballot_count').selectAll().orderBy('id').execute(),
    await db.selectFrom('tolerance').selectAll().orderBy('id').execute(),
    await db.selectFrom('work_item').selectAll().orderBy('id').execute(),
    await db.selectFrom('entry').selectAll().orderBy('id').execute(),
    await db.selectFrom('desk_line').selectAll().orderBy('id').execute(),
    await factsOf(db),
  ]);
}
