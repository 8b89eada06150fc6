/** Counts of ballots over HTTP: they add up or none is kept, and become facts that somebody else reviews. */

import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { scene } from '../../../test/evidence-samples.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type OutcomeTown, outcomeTown } from '../../../test/outcome-town.ts';

const kit = useProgram();
let town: OutcomeTown;
let signedSheet: string;
const path = () => `${town.base}/outcomes/ballots`;

const votes = (of: Record<string, number>) => of;
/** 应到 78 would be too many for 62: 应到 70, 4/5 is 56. */
const dongxi = {
  subject: '东溪村',
  eligible: 70,
  present: 62,
  issued: 62,
  returned: 62,
  invalid: 0,
  votes: votes({ 满意: 40, 较满意: 12, 基本满意: 5, 不满意: 2, 弃权: 3 }),
};
const person = (subject: string, best: number, good: number, basic: number, bad: number) => ({
  subject,
  eligible: 60,
  present: 50,
  issued: 50,
  returned: 50,
  invalid: 0,
  votes: { 优秀: best, 称职: good, 基本称职: basic, 不称职: bad },
});

const send = (rows: readonly object[], change: object = {}, name = 'he') =>
  town.who(name).post(path(), {
    kind: 'village.ballot',
    on: '2025-12-28',
    tellers: ['张计票'],
    supervisors: ['李监票'],
    files: [signedSheet],
    rows,
    ...change,
  });

const refused = async (said: RegExp, rows: readonly object[], change: object = {}) => {
  const body = await town.refused('outcomes.ballots-wrong', () => send(rows, change));
  expect(body.detail).toMatch(said);
};

beforeAll(async () => {
  town = await outcomeTown(kit(), 'qinghe');
  const bytes = await scene().jpeg().toBuffer();
  const sent = await sendEvidence(town.who('he'), { town: 'qinghe', name: '计票单.jpg', bytes });
  signedSheet = sent.body.evidence.id;
});

describe('counts of ballots', () => {
  it('are refused whole where one of them does not add up, or was not quorate', async () => {
    await refused(/到会 47 人，不足应到 60 人的 4\/5（48 人），会议无效/, [
      dongxi,
      {
        ...dongxi,
        subject: '西岗村',
        eligible: 60,
        present: 47,
        issued: 47,
        returned: 47,
        votes: { 满意: 47 },
      },
    ]);
    await refused(/收回 62 张，多于发出 61 张/, [{ ...dongxi, issued: 61 }]);
    await refused(/是 63 张，收回 62 张，对不上/, [{ ...dongxi, invalid: 1 }]);
    await refused(/没有“很满意”这一项/, [{ ...dongxi, votes: { 很满意: 62 } }]);
    await refused(/名册里没有“北山村”/, [{ ...dongxi, subject: '北山村' }]);
    await refused(/已经有了/, [dongxi, dongxi]);
    await refused(/既计票又监票/, [dongxi], { supervisors: ['张计票'] });
    await refused(/魏委员是被测评的人/, [person('P-wei', 45, 3, 1, 1)], {
      kind: 'person.ballot',
      tellers: ['魏委员'],
    });
    await town.refused('outcomes.ballot-kind-unknown', () => send([dongxi], { kind: 'honour' }));
    await town.refused('outcomes.day-coming', () => send([dongxi], { on: '2026-01-13' }));
    await town.refused('gate.input-invalid', () => send([dongxi], { files: [] }));
    await town.refused('gate.input-invalid', () => send([dongxi], { tellers: [] }));
    await town.refused('gate.not-permitted', () => send([dongxi], {}, 'wu'));
  });

  it('are read from a sheet or from what was pasted, with what is wrong at its row', async () => {
    const read = async (text: string, name = '计票.csv') => {
      const form = new FormData();
      form.set('kind', 'village.ballot');
      form.set('file', new File([text], name, { type: 'text/csv' }));
      const answer = await fetch(`${kit().origin}${path()}/reading`, {
        method: 'POST',
        headers: { cookie: await cookie() },
        body: form,
      });
      return { status: answer.status, body: (await answer.json()) as never };
    };
    const head = '村\t应到\t到会\t发出\t收回\t无效\t满意\t较满意\t基本满意\t不满意\t弃权';
    const good = '东溪村\t70\t62\t62\t62\t0\t40\t12\t5\t2\t3';
    const { body } = await read(`${head}\n${good}\n西岗村\t70\t62\t62\t61\t0\t40\t12\t5\t2\t三`);
    const { rows, findings } = body as {
      rows: { name: string; findings: string[] }[];
      findings: string[];
    };
    expect(findings).toEqual([]);
    expect(rows[0]).toMatchObject({ ...dongxi, findings: [] });
    expect(rows[1]?.findings.join()).toMatch(/“弃权”写的是“三”，不是张数.*收回 61 张，对不上/);
    const missing = (await read('村,应到\n东溪村,70')).body as { findings: string[] };
    expect(missing.findings[0]).toContain('缺“到会”“发出”“收回”“无效”“满意”');
    const broken = await read('', '计票.pdf');
    expect((broken.body as { code: string }).code).toBe('outcomes.table-unreadable');
  });

  it('give 89.15 of ballots and 91.26 in all, once another person has reviewed them', async () => {
    expect((await send([dongxi])).body).toEqual({ count: 1 });
    const register = (await town.who('ji').get(path())).body;
    expect(register.rows[0]).toMatchObject({ valid: 59, isQuorate: true, tellers: ['张计票'] });
    const before = await total('votes', '东溪村');
    expect(before.isProvisional).toBe(true);
    await review();
    const { root, total: all } = await total('votes', '东溪村');
    expect(all.text).toBe('91.26');
    expect(JSON.stringify(root)).toContain('89.15');
  });

  it('镇靖: 45 of 50 are 优秀, 88 in a hundred 称职, 64 基本称职; 不称职 is looked at first', async () => {
    const rows = [
      person('P-wei', 45, 3, 1, 1),
      person('P-chen', 40, 4, 3, 3),
      person('P-bian', 20, 12, 10, 8),
      person('P-zhou', 30, 4, 1, 15),
    ];
    expect((await send(rows, { kind: 'person.ballot' })).body).toEqual({ count: 4 });
    await review();
    const { rows: list } = (await town.who('wu').get(`${town.base}/periods/meeting/2025/standings`))
      .body;
    const grade = (code: string) => list.find((row: { code: string }) => row.code === code)?.grade;
    expect(['P-wei', 'P-chen', 'P-bian', 'P-zhou'].map(grade)).toEqual([
      '优秀',
      '称职',
      '基本称职',
      '不称职',
    ]);
  });
});

describe('a scheme without grades', () => {
  it('has none to decide', async () => {
    const others = ['西岗村', '南坪村'].map((subject) => ({ ...dongxi, subject }));
    expect((await send(others)).status).toBe(200);
    await review();
    await town.seal('votes');
    await town.refused('outcomes.no-grades', () => town.decide('votes'));
  });
});

async function cookie(): Promise<string> {
  const { testPassword } = await import('../../../test/kit/rooms.ts');
  const signedIn = await fetch(`${kit().origin}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'he.qinghe', password: testPassword }),
  });
  return signedIn.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
}

async function total(line: string, subject: string) {
  return (await town.who('wu').get(`${town.base}/periods/${line}/2025/subjects/${subject}`)).body;
}

/** Another person looks at every entry that waits. */
async function review(): Promise<void> {
  const { rows } = (await town.who('sun').get(`${town.base}/ledger/entries`)).body;
  const entries = rows.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  const answer = await town.who('sun').post(`${town.base}/ledger/reviews`, { entries, post: true });
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
}
