/** A town that pays its cadres by the quarter and by the year, with people for every step of a sheet. */

import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { putFacts } from '../src/ledger/index.ts';
import { putRoster } from '../src/org/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Answer, Asker, Kit } from './kit/rooms.ts';

/** Quarterly: so much of a base as the score says, a tier for secretaries that may be kept back. */
const quarterly = `line: cadre-pay
name: 村干部季度考核
documentNo: 青党发〔2026〕9号
version: "2026"
effective: { from: 2026-01-01, to: 2026-12-31 }
subject: { kind: unit, where: { types: [village] } }
period: quarter
tree:
  - { code: 1, name: 人居环境, full: 100, clauses: [ { code: 1.1, text: 发现垃圾积存的，每处扣1分。, owner: 城建办, source: 巡查记录, proof: [visit], on: garbage, rule: { count: { of: 处数, delta: -1 } } } ] }
total: { full: 100 }
pay:
  authority: 云组〔2026〕8号
  lines:
    - { code: rate, name: 季度绩效, rule: { rate: { base: { 村党组织书记: 800, 村委会主任: 600, 会计: 400 }, denominator: fullMark } }, byMonths: true }
    - { code: tier, name: 分档奖, documentNo: 云组〔2026〕9号, roles: [村党组织书记], rule: { tier: { tiers: [ { from: 95, amount: 600 }, { from: 90, below: 95, amount: 450 }, { from: 85, below: 90, amount: 300 }, { from: 80, below: 85, amount: 150 }, { below: 80, amount: 0 } ] } }, withheldWhen: { occurs: { kind: accident } } }
`;

/** Yearly: 2000 yuan a month stand, 15456 move with the grade; a village earns from its income. */
const yearly = `line: cadre-year
name: 村主职干部年度考核
version: "2026"
effective: { from: 2026-01-01, to: 2026-12-31 }
subject: { kind: unit, where: { types: [village] } }
period: year
tree:
  - { code: 1, name: 人居环境, full: 100, clauses: [ { code: 1.1, text: 发现垃圾积存的，每处扣1分。, owner: 城建办, source: 巡查记录, proof: [visit], on: garbage, rule: { count: { of: 处数, delta: -1 } } } ] }
total: { full: 100 }
grades: { order: [优秀, 基本合格, 不合格], bands: [ { grade: 优秀, from: 90 }, { grade: 基本合格, from: 60, below: 90 }, { grade: 不合格, below: 60 } ] }
pay:
  authority: 云组〔2026〕3号
  lines:
    - { code: base, name: 基本报酬, roles: [村党组织书记], rule: { fixed: { amount: { 村党组织书记: 2000 }, months: 12 } }, paidBy: month }
    - { code: merit, name: 绩效报酬, rule: { gradeRatio: { base: { 村党组织书记: 15456 }, ratios: { 优秀: 1, 基本合格: 0.5, 不合格: 0 } } }, paidBy: year }
    - { code: income, name: 增收奖励, rule: { share: { of: { measure: { kind: income, field: 元 } }, share: 10%, ceiling: 100000 } }, times: { 优秀: 100%, 基本合格: 50%, 不合格: 0 } }
    - { code: deputy, name: 副职绩效, roles: [村委会主任], rule: { roleRatio: { line: merit, of: 村党组织书记, ratio: 85% } } }
`;

/** One that pays without a paper, and one that pays nothing. */
const unnamed = quarterly
  .replace('line: cadre-pay', 'line: unnamed')
  .replace('  authority: 云组〔2026〕8号\n', '');
const payless = quarterly.replace('line: cadre-pay', 'line: payless').replace(/^pay:[\s\S]*/m, '');

const roster = `units:
  - { code: 东溪村, name: 东溪村, type: village }
  - { code: 西岗村, name: 西岗村, type: village }
persons:
  - { code: P-jia, name: 甲, class: 村党组织书记 }
  - { code: P-yi, name: 乙, class: 村委会成员 }
  - { code: P-bing, name: 丙, class: 村委会成员 }
  - { code: P-ding, name: 丁, class: 村党组织书记 }
  - { code: P-gu, name: 顾, class: 公务员 }
posts:
  - { person: P-jia, unit: 东溪村, role: 村党组织书记, from: 2024-01-01 }
  - { person: P-yi, unit: 东溪村, role: 村委会主任, from: 2024-01-01 }
  - { person: P-bing, unit: 东溪村, role: 会计, from: 2026-02-01 }
  - { person: P-ding, unit: 西岗村, role: 村党组织书记, from: 2024-01-01 }
`;

const kinds = `- { kind: garbage, name: 垃圾积存, form: event, about: unit, fields: { 处数: { type: number, unit: 处, required: true } } }
- { kind: accident, name: 安全事故, form: event, about: unit }
- { kind: income, name: 经营性纯收入, form: measure, about: unit, fields: { 元: { type: number, unit: 元, required: true } } }
`;

const by = 'evidence: [记录], by: 城建办 周, reviewedBy: 考核办 吴';
const checked = ['2026-Q1', '2026-Q2']
  .map(
    (period, index) =>
      `- { id: C${index}, kind: checked, form: checked, period: ${period}, values: { clause: 1.1 }, by: 考核办 吴 }`,
  )
  .join('\n');

/** 东溪村 88 and 西岗村 96 of the first quarter; an accident keeps back what 西岗村 had. */
const facts = `
- { id: F1, kind: garbage, about: 东溪村, on: 2026-02-11, values: { 处数: 12 }, ${by} }
- { id: F2, kind: garbage, about: 西岗村, on: 2026-03-02, values: { 处数: 4 }, ${by} }
- { id: F3, kind: accident, about: 西岗村, on: 2026-03-03, ${by} }
- { id: I1, kind: income, form: measure, about: 东溪村, on: 2026-12-31, values: { 元: 1200000 }, ${by} }
- { id: I2, kind: income, form: measure, about: 西岗村, on: 2026-12-31, values: { 元: 80000 }, ${by} }
${checked}
`;

const roles = {
  wu: 'assessment-office',
  lin: 'assessment-office',
  he: 'organisation',
  gu: 'leader',
  qian: 'finance',
  feng: 'discipline',
  zhou: 'recorder',
} as const;

export interface PayTown {
  readonly tenant: string;
  readonly who: Readonly<Record<keyof typeof roles | 'jia' | 'dongxi' | 'half', Asker>>;
  /** Posts facts as a clerk's file has them. */
  post(text: string): Promise<void>;
  /** Scoring, checking, seal; a corrected edition by its decision. */
  seal(line: string, period: string, decisionNo?: string): Promise<Answer>;
}

/** Founds the town with both schemes in force and nothing sealed. */
export async function payTown(kit: Kit, code: string): Promise<PayTown> {
  const tenant = await kit.town(code, '青禾镇');
  const now = '2026-04-01T02:00:00.000Z';
  const post = async (text: string) => {
    const { facts: read } = readFacts(text);
    await kit.inside(tenant, (db) => putFacts({ db, tenant: { id: tenant }, now }, read));
  };
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, readRoster(roster).roster);
    await putKinds(db, { tenantId: tenant, kinds: readShape(kinds, factKind.array()).value ?? [] });
    const approved = {
      decisionNo: '青党发〔2026〕9号',
      decidedBy: '党委会',
      decidedOn: '2026-01-05',
    };
    for (const source of [quarterly, yearly, unnamed, payless]) {
      await putScheme(db, { tenantId: tenant, source, approved, now });
    }
  });
  await post(facts);
  const who: Record<string, Asker> = {};
  for (const [name, role] of Object.entries(roles)) {
    who[name] = await kit.person(code, `${code}-${name}`, { role });
  }
  who.half = await kit.person(code, `${code}-half`, { role: 'leader', unit: '东溪村' });
  who.dongxi = await kit.person(code, `${code}-dongxi`, { role: 'village', unit: '东溪村' });
  who.jia = await kit.person(code, `${code}-jia`, { role: 'village', unit: '东溪村' });
  for (const name of ['jia', 'gu']) {
    await kit.inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: who[name]?.accountId ?? '' })
        .where('code', '=', `P-${name}`)
        .execute(),
    );
  }
  return {
    tenant,
    who: who as PayTown['who'],
    post,
    seal: async (line, period, decisionNo) => {
      const path = `/api/towns/${code}/periods/${line}/${period}`;
      if (decisionNo !== undefined) return (who.wu as Asker).post(`${path}/seal`, { decisionNo });
      for (const to of ['scoring', 'checking']) await who.wu?.post(`${path}/state`, { to });
      return (who.wu as Asker).post(`${path}/seal`);
    },
  };
}
