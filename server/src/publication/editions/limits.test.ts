/** What is never posted, and what a seal leaves possible: a list of persons, a correction after the seal. */

import { factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../../test/kit/rooms.ts';
import { smallFacts, smallKinds, smallRoster, smallScheme } from '../../../test/small-town.ts';
import { ledgerHead, putFacts } from '../../ledger/index.ts';
import { putRoster } from '../../org/index.ts';
import { putKinds, putScheme } from '../../scheme/index.ts';
import { checkPublished } from '../index.ts';

const kit = useProgram();
const now = '2026-04-10T02:00:00.000Z';
const api = (room: string, line: string, period: string) =>
  `/api/towns/qinghe/${room}/${line}/${period}`;
let tenantId: string;
let wu: Asker;
let he: Asker;
let dongxi: Asker;
let admin: Asker;

const cadres = `line: cadres
name: 青禾镇干部季度考核办法
documentNo: 青党发〔2026〕10号
decidedBy: 青禾镇党委会
version: "2026"
effective: { from: 2026-01-01, to: 2026-12-31 }
subject: { kind: person, where: { classes: [村党组织书记] } }
period: quarter
tree:
  - code: 1
    name: 得分
    clauses:
      - { code: 1.1, text: 按评分表得分, owner: 考核办, source: 评分表, proof: [result], rule: { ratio: { of: { measure: { kind: sheet, field: 得分 } }, times: 1 } } }
total: { full: 100 }
procedure: { objection: { days: 15 } }
`;
const roster = `${smallRoster}persons:
  - { code: P-chen, name: 陈书记, class: 村党组织书记 }
posts:
  - { person: P-chen, unit: 东溪村, role: 村党组织书记, from: 2020-01-01 }
`;
const kinds = `${smallKinds}- { kind: sheet, name: 个人评分, form: measure, about: person, fields: { 得分: { type: number, required: true } } }
`;
const sheet =
  '- { id: S1, kind: sheet, form: measure, about: P-chen, period: 2026-Q1, values: { 得分: 88 }, evidence: [评分表], by: 考核办 吴, reviewedBy: 考核办 徐 }';

const said = {
  decision: { body: '青禾镇党委会', no: '青党纪〔2026〕12号', on: '2026-04-09' },
  secrecy: { by: '方信', on: '2026-04-09' },
  signature: { by: '中共青禾镇委员会', on: '2026-04-09' },
  objectTo: { person: '吴考核', telephone: '0871-1234567', place: '镇政府 203 室' },
  postedOn: '2026-04-10',
};

beforeAll(async () => {
  tenantId = await kit().town('qinghe', '青禾镇');
  await kit().inside(tenantId, async (db) => {
    await putRoster(db, tenantId, readRoster(roster).roster);
    const { value = [] } = readShape(kinds, factKind.array());
    await putKinds(db, { tenantId, kinds: value });
    const approved = {
      decisionNo: '青党发〔2026〕9号',
      decidedBy: '青禾镇党委会',
      decidedOn: '2026-01-05',
    };
    for (const source of [smallScheme, cadres]) {
      await putScheme(db, { tenantId, source, approved, now });
    }
  });
  const [quarter = ''] = smallFacts.split('# 二季度');
  await post(`${quarter}\n${sheet}`);
  wu = await kit().person('qinghe', 'wu', { role: 'assessment-office' });
  he = await kit().person('qinghe', 'he', { role: 'organisation' });
  admin = await kit().person('qinghe', 'admin', { role: 'administrator' });
  dongxi = await kit().person('qinghe', 'dongxi', { role: 'village', unit: '东溪村' });
});

describe('a list of persons', () => {
  const list = api('publications', 'cadres', '2026-Q1');

  it('is published inside of the office alone: no poster, no public copy, no board, no internet', async () => {
    expect((await publish('cadres')).status).toBe(200);
    const { body } = await he.get(list);
    expect([body.audience, body.papers, body.rows.length]).toEqual([
      'internal',
      ['proof', 'file'],
      1,
    ]);
    expect(body.editions[0].publicRoot).toBeUndefined();
    const { bytes } = await he.get(`${list}/papers/1/file`);
    const text = new TextDecoder().decode(bytes);
    expect(checkPublished(text)).toMatchObject({ root: '', faults: [] });
    expect(text).toContain('"answerWithin":{"days":15}');
    for (const paper of ['poster', 'notice', 'public']) {
      const refused = await he.get(`${list}/papers/1/${paper}`);
      expect([refused.status, refused.body.code]).toEqual([403, 'publication.not-public']);
    }
    const hung = await wu.post(`${list}/displays`, { place: '公示栏', on: '2026-04-10' });
    expect(hung.body.code).toBe('publication.not-published');
    const on = { isOn: true, decisionNo: '青党纪〔2026〕13号', decidedOn: '2026-04-09' };
    expect((await admin.post('/api/towns/qinghe/publications/internet', on)).status).toBe(200);
    for (const path of ['', '/proof']) {
      const page = `/public/towns/qinghe/results/cadres/2026-Q1${path}`;
      expect((await kit().stranger().get(page)).status).toBe(404);
    }
  });

  it('is not there for a village, nor in its list of lists', async () => {
    const reply = await dongxi.get(list);
    expect([reply.status, reply.body.code]).toEqual([404, 'publication.not-published']);
    const paper = await dongxi.get(`${list}/papers/1/proof`);
    expect(paper.body.code).toBe('publication.not-public');
    const { body } = await dongxi.get('/api/towns/qinghe/publications');
    expect(body.rows.map(({ line }: { line: string }) => line)).not.toContain('cadres');
  });
});

describe('a correction after the seal', () => {
  const line = 'small-town';
  const list = api('publications', line, '2026-Q1');
  const rankOf = async () => {
    const { body } = await wu.get(list);
    return body.rows.map(({ name, total }: { name: string; total: string }) => [name, total]);
  };

  it('falls into the next quarter, and what was published stays', async () => {
    expect((await publish(line)).status).toBe(200);
    kit().setNow('2026-04-20T02:00:00.000Z');
    expect((await wu.post(`${api('periods', line, '2026-Q1')}/seal`, {})).body.state).toBe(
      'sealed',
    );
    const before = await rankOf();
    await post(
      '- { id: R1, kind: reversal, form: event, about: 东溪村, on: 2026-04-20, reverses: F1, doc: { no: 青考复〔2026〕1号 }, by: 考核办 吴, reviewedBy: 考核办 徐 }',
    );
    expect(await rankOf()).toEqual(before);
    const again = await publish(line, { postedOn: '2026-04-20', reason: '复核不成立' });
    expect([again.status, again.body.code]).toEqual([409, 'publication.published-already']);
    expect(again.body.detail).toContain('按决定文号另出一版');
    const subject = encodeURIComponent('东溪村');
    const { body } = await wu.get(`${api('periods', line, '2026-Q2')}/subjects/${subject}`);
    expect(marksOf(body.root ?? body.tree.root, 'correction')).toEqual([2500]);
  });

  it('makes another edition only by a decision, which is published as what it corrects', async () => {
    const seal = `${api('periods', line, '2026-Q1')}/seal`;
    expect((await wu.post(seal, {})).status).toBe(409);
    const decided = async (no: string) => (await wu.post(seal, { decisionNo: no })).body.edition;
    expect(await decided('青党纪〔2026〕15号')).toBe(2);
    const same = await publish(line, { postedOn: '2026-04-20', reason: '复核不成立' });
    expect([same.status, same.body.code]).toEqual([409, 'publication.nothing-changed']);
    expect((await wu.get(list)).body.editions).toHaveLength(1);
    await post(
      '- { id: R2, kind: reversal, form: event, about: 西岗村, on: 2026-04-20, reverses: F2, doc: { no: 青考复〔2026〕2号 }, countsIn: { small-town: 2026-Q1 }, by: 考核办 吴, reviewedBy: 考核办 徐 }',
    );
    expect(await decided('青党纪〔2026〕16号')).toBe(3);
    const unsaid = await publish(line, { postedOn: '2026-04-20' });
    expect(unsaid.body.code).toBe('publication.reason-missing');
    const { status, body } = await publish(line, {
      postedOn: '2026-04-20',
      reason: '西岗村 3 月 2 日一条经复核不成立',
    });
    expect([status, body.edition, body.replaces]).toEqual([200, 3, 1]);
    expect(
      body.changes.map(({ name, old, new: is }: Changed) => [name, old.total, is.total]),
    ).toEqual([['西岗村', '95.50', '96.00']]);
    const poster = new TextDecoder().decode((await dongxi.get(`${list}/papers/3/poster`)).bytes);
    for (const told of [
      '更正公示',
      '2026年4月10日张榜的第 1 版',
      '第 1.1 条 −0.50 → 0.00（青考复〔2026〕2号）',
    ]) {
      expect(poster).toContain(told);
    }
  });
});

interface Changed {
  readonly name: string;
  readonly old: { readonly total: string };
  readonly new: { readonly total: string };
}

interface Marked {
  readonly kind: string;
  readonly milli: number;
  readonly children: readonly Marked[];
}

function marksOf(line: Marked, kind: string): number[] {
  const own = line.kind === kind ? [line.milli] : [];
  return [...own, ...line.children.flatMap((child) => marksOf(child, kind))];
}

/** Publishes the first quarter of a line, with a reason for whatever is open. */
async function publish(line: string, more: object = {}) {
  const list = api('publications', line, '2026-Q1');
  for (const to of ['scoring', 'checking']) {
    await wu.post(`${api('periods', line, '2026-Q1')}/state`, { to });
  }
  const { body } = await wu.get(`${list}/readiness`);
  expect(body.obstacles).toEqual([]);
  const overrides = body.cautions.map((one: object) => ({ ...one, reason: '会上说明过' }));
  return wu.post(`${list}/editions`, { ...said, overrides, ...more });
}

async function post(text: string): Promise<void> {
  const { facts } = readFacts(text);
  await kit().inside(tenantId, async (db) => {
    const { size } = await ledgerHead(db);
    const numbered = facts.map((fact, index) => ({ ...fact, seq: size + index + 1 }));
    await putFacts({ db, tenant: { id: tenantId }, now }, numbered);
  });
}
