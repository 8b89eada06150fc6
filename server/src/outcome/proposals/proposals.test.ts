/** Proposals over HTTP: taken by a person, heard, decided by the law, carried out, looked at; stopped by a correction. */

import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { scene } from '../../../test/evidence-samples.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type OutcomeTown, outcomeTown } from '../../../test/outcome-town.ts';

const kit = useProgram();
let town: OutcomeTown;
let rows: ReadonlyMap<string, { id: string }>;
let photo: string;
const id = (key: string) => rows.get(key)?.id ?? '';
const one = async (name: string, key: string) =>
  (await town.who(name).get(`${town.base}/outcomes/proposals/${id(key)}`)).body;
const ok = async (name: string, key: string, act: object) => {
  const answer = await town.act(name, id(key), act);
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return answer.body;
};
const refused = (code: string, name: string, key: string, act: object) =>
  town.refused(code, () => town.act(name, id(key), act));

const told = { deed: 'consider', toldOn: '2026-01-12', toldHow: '当面告知' };
const decide = { deed: 'decide', documentNo: '青党发〔2026〕2号', decidedOn: '2026-01-12' };
const talk = {
  deed: 'talk',
  on: '2026-01-20',
  place: '镇三楼会议室',
  with: '陈书记',
  by: 'P-gu',
  points: '垃圾清运不及时，两处没有按期整改。',
  readBack: '读过，无异议。',
  signed: 'signed',
};

beforeAll(async () => {
  town = await outcomeTown(kit(), 'qinghe');
  await town.seal('villages');
  await town.seal('cadres');
  const bytes = await scene().jpeg().toBuffer();
  const sent = await sendEvidence(town.who('he'), { town: 'qinghe', name: '考核结果.jpg', bytes });
  photo = sent.body.evidence.id;
});

describe('taking proposals', () => {
  it('waits for the grades, and is the organisation office alone', async () => {
    const draw = (name: string) =>
      town.who(name).post(`${town.base}/outcomes/villages/2025/proposals`);
    await town.refused('outcomes.grades-undecided', () => draw('he'));
    await town.refused('gate.not-permitted', () => draw('gu'));
    expect((await town.decide('villages')).status).toBe(200);
    const first = (await draw('he')).body;
    expect(first).toEqual({ added: 4, kept: 0, corrected: 0 });
    expect((await draw('he')).body).toEqual({ added: 0, kept: 4, corrected: 0 });
    rows = await town.draw('villages');
    expect([...rows.keys()].sort()).toEqual([
      '东溪村 blame',
      '东溪村 mend',
      '东溪村 reminder',
      '南坪村 honour',
    ]);
  });

  it('decides nothing, and tells nobody before somebody is told', async () => {
    const proposal = await one('he', '东溪村 reminder');
    expect(proposal).toMatchObject({ state: 'proposed', course: [], dueOn: '2026-01-19' });
    expect(proposal.reason).toContain('不合格');
    await town.refused('outcomes.proposal-unknown', async () =>
      town.who('chen').get(`${town.base}/outcomes/proposals/${id('东溪村 reminder')}`),
    );
    expect((await town.who('chen').get(`${town.base}/outcomes/proposals`)).body.rows).toEqual([]);
    const { rows: waiting } = (await town.who('he').get(`${town.base}/desk`)).body;
    expect(JSON.stringify(waiting)).toContain('4 条建议待列入研究');
  });
});

describe('a talk', () => {
  const key = '东溪村 reminder';

  it('is considered, heard, decided by a leader with a document, recorded and signed', async () => {
    await refused('outcomes.not-now', 'gu', key, decide);
    await refused('outcomes.not-yours', 'gu', key, told);
    await refused('outcomes.day-coming', 'he', key, { ...told, toldOn: '2026-01-13' });
    await refused('outcomes.told-early', 'he', key, { ...told, toldOn: '2026-01-11' });
    const behalf = { deed: 'state', said: '雨季路断，清运进不去。', saidBy: '陈书记' };
    // Before anybody was told there is nothing to answer.
    await refused('outcomes.not-now', 'he', key, { ...behalf, evidence: [photo] });
    const considered = await ok('he', key, told);
    expect(considered).toMatchObject({ state: 'considered', hearUntil: '2026-01-19' });
    expect(considered.inTheWay).toHaveLength(2);
    const why = await refused('outcomes.in-the-way', 'gu', key, decide);
    expect(why.detail).toMatch(/至1月19日.*缺材料“谈话要点”/);
    await refused('outcomes.said-by-needed', 'deng', key, {
      deed: 'state',
      said: '雨季路断，清运进不去。',
    });
    // What nobody can look up is not taken.
    for (const more of [{}, { saidOn: '2026-01-12' }, { saidAt: '09:30' }]) {
      await refused('outcomes.said-by-needed', 'he', key, { ...behalf, ...more });
    }
    await refused('outcomes.day-coming', 'he', key, {
      ...behalf,
      ...{ saidOn: '2026-01-13', saidAt: '09:30' },
    });
    await refused('outcomes.said-early', 'he', key, {
      ...behalf,
      ...{ saidOn: '2026-01-11', evidence: [photo] },
    });
    // A telephone call is kept, and the days go on.
    const called = await ok('he', key, { ...behalf, saidOn: '2026-01-12', saidAt: '09:30' });
    expect(called.inTheWay).toEqual([
      expect.stringContaining('至1月19日'),
      expect.stringContaining('谈话要点'),
    ]);
    const stated = await ok('chen', key, { deed: 'state', said: '雨季路断，清运进不去。' });
    expect(stated.course.at(-1)).toMatchObject({ deed: 'state', by: '陈书记' });
    // Inside the office the paper is waited for; a village reads of no obstacle.
    expect(stated.inTheWay).toEqual([]);
    expect((await one('he', key)).inTheWay).toEqual([expect.stringContaining('谈话要点')]);
    await refused('outcomes.paper-how', 'he', key, { deed: 'attach', paper: 0 });
    await refused('outcomes.no-such-step', 'he', key, {
      deed: 'attach',
      paper: 2,
      where: '档案盒3',
    });
    await ok('he', key, { deed: 'attach', paper: 0, evidence: [photo] });
    await ok('he', key, { deed: 'attach', paper: 1, isLater: true });
    await refused('outcomes.day-coming', 'gu', key, { ...decide, decidedOn: '2026-01-13' });
    const early = await refused('outcomes.decided-early', 'gu', key, {
      ...decide,
      decidedOn: '2026-01-11',
    });
    expect(early.detail).toContain('1月12日以前还没有听完本人的话');
    const decided = await ok('gu', key, decide);
    expect(decided).toMatchObject({ state: 'decided' });
    expect(decided.course.at(-1)).toMatchObject({ by: '顾书记', to: 'decided' });
    const read = await town.who('chen').get(`${town.base}/evidence/${photo}`);
    expect(read.status).toBe(200);
  });

  it('is carried out when steps, papers and the signed talk are there, and looked at by another', async () => {
    kit().setNow('2026-01-20T02:00:00.000Z');
    const carried = { deed: 'carryOut', on: '2026-01-20', note: '谈话以后村里当周清运。' };
    const why = await refused('outcomes.in-the-way', 'he', key, carried);
    expect(why.detail).toMatch(/“说明理由”还没有做.*缺材料“谈话要点”.*还没有谈话记录/);
    for (const step of [0, 1]) await ok('he', key, { deed: 'tick', step, on: '2026-01-20' });
    await refused('outcomes.no-such-step', 'he', key, { deed: 'tick', step: 1, on: '2026-01-20' });
    await refused('outcomes.witness-needed', 'he', key, { ...talk, signed: 'refused' });
    for (const witness of ['何组织', '东溪村', '陈书记']) {
      const unsigned = { ...talk, signed: 'refused', witness };
      await refused('outcomes.witness-concerned', 'he', key, unsigned);
    }
    await refused('outcomes.somebody-unknown', 'he', key, { ...talk, by: 'P-nobody' });
    await ok('he', key, talk);
    await ok('he', key, { deed: 'attach', paper: 1, where: '组织办2026年谈话档案第3页' });
    expect(await ok('he', key, carried)).toMatchObject({ state: 'carriedOut' });
    const reviewed = await ok('gu', key, { deed: 'review', note: '1月下旬再看，没有新的积存。' });
    expect(reviewed).toMatchObject({ state: 'reviewed', deeds: ['revoke'] });
    expect((await one('chen', key)).course.map(({ deed }: { deed: string }) => deed)).toEqual([
      'consider',
      'state',
      'state',
      'attach',
      'attach',
      'decide',
      'tick',
      'tick',
      'talk',
      'attach',
      'carryOut',
      'review',
    ]);
  });
});

describe('what a score alone does not carry', () => {
  it('问责 is refused with the rule, and declined with a reason', async () => {
    const key = '东溪村 blame';
    const waiting = await ok('li', key, { ...told, toldOn: '2026-01-20' });
    expect(waiting.inTheWay.join()).toContain('期限也没有过');
    // A signed paper ends the wait.
    const said = { deed: 'state', said: '已经整改。', saidBy: '陈书记', saidOn: '2026-01-20' };
    const heard = await ok('he', key, { ...said, evidence: [photo] });
    expect(heard.inTheWay.join()).not.toContain('期限也没有过');
    await refused('outcomes.proposer-decides', 'li', key, decide);
    const why = await refused('outcomes.guardrail', 'gu', key, decide);
    expect(why.detail).toContain('分数和名次不能单独作为依据');
    await refused('outcomes.not-yours', 'he', key, { deed: 'decline', reason: '只有分数。' });
    const declined = await ok('gu', key, { deed: 'decline', reason: '只有分数，没有别的事由。' });
    expect(declined).toMatchObject({ state: 'declined', deeds: [] });
  });

  it('no elected post ends, no civil servant is talked to by 诫勉; N12 over HTTP', async () => {
    const own = { subject: 'P-gong', grade: '基本称职', reason: '按本年的等次', basis: '考核规定' };
    expect((await town.decide('cadres', [own])).status).toBe(200);
    rows = await town.draw('cadres');
    const cadres = [...rows.keys()].filter((name) => name.startsWith('P-')).sort();
    // (bad, bad) proposes, by the second year; (B, B) and (B, A, B) propose no end.
    expect(cadres).toEqual(['P-chen talk', 'P-wei ends']);
    for (const key of cadres) await ok('he', key, { ...told, toldOn: '2026-01-20' });
    const ends = await refused('outcomes.guardrail', 'gu', 'P-wei ends', {
      ...decide,
      groundDocument: { no: '青纪处〔2026〕2号', body: '镇纪委' },
    });
    expect(ends.detail).toContain('村委会组织法第五条、第十一条');
    const talked = await refused('outcomes.guardrail', 'gu', 'P-chen talk', decide);
    expect(talked.detail).toContain('诫勉须由有权机关按其本身的事由作出');
  });
});

describe('a rectification', () => {
  it('becomes an item by the decision, and is carried out when that is done', async () => {
    const key = '东溪村 mend';
    await ok('he', key, { ...told, toldOn: '2026-01-12' });
    await ok('he', key, { deed: 'attach', paper: 0, where: '附后' });
    // They were told on the 12th and said nothing: it is not decided as if on the same day.
    await refused('outcomes.decided-early', 'gu', key, decide);
    const later = { ...decide, decidedOn: '2026-01-20' };
    await refused('outcomes.rectification-needed', 'gu', key, later);
    const rectification = {
      requirement: '两处积存点清完并设桶。',
      lead: '城建办',
      accountable: 'P-zhou',
      dueOn: '2026-02-10',
    };
    const decided = await ok('gu', key, { ...later, rectification });
    expect(decided).toMatchObject({
      state: 'decided',
      item: { isDone: false },
      dueOn: '2026-02-10',
    });
    const { body } = await town.who('gu').get(`${town.base}/items/${decided.item.id}`);
    expect(JSON.stringify(body)).toContain('限期整改：东溪村');
    await ok('he', key, { deed: 'tick', step: 0, on: '2026-01-20' });
    const why = await refused('outcomes.in-the-way', 'he', key, {
      deed: 'carryOut',
      on: '2026-01-20',
      note: '清完了。',
    });
    expect(why.detail).toContain('整改事项还没有办结销号');
  });
});

describe('a corrected edition', () => {
  it('stops what lost its ground until a person says what becomes of it', async () => {
    const honour = '南坪村 honour';
    await ok('he', honour, { ...told, toldHow: '电话' });
    await correct();
    await refused('outcomes.edition-behind', 'gu', honour, decide);
    expect(await one('he', honour)).toMatchObject({ isBehind: true });
    await town.refused('outcomes.grades-undecided', () =>
      town.who('he').post(`${town.base}/outcomes/villages/2025/proposals`),
    );
    await town.who('gu').post(`${town.base}/outcomes/villages/2025/grades`, {
      edition: 2,
      body: '青禾镇党委会',
      documentNo: '青党发〔2026〕5号',
      decidedOn: '2026-01-20',
    });
    const drawn = await town.who('he').post(`${town.base}/outcomes/villages/2025/proposals`);
    expect(drawn.body).toMatchObject({ corrected: 1 });
    expect(await one('he', honour)).toMatchObject({ isCorrected: true, isBehind: false });
    await refused('outcomes.ground-corrected', 'gu', honour, decide);
    const kept = { deed: 'keepGround', reason: '另有县级表彰，仍予表扬。' };
    await refused('outcomes.not-yours', 'he', honour, kept);
    expect(await ok('gu', honour, kept)).toMatchObject({ isCorrected: false });
    await ok('he', honour, { deed: 'attach', paper: 0, where: '附后' });
    await posted(honour);
    expect(await ok('gu', honour, decide)).toMatchObject({ state: 'decided' });
    for (const step of [0, 1]) await ok('he', honour, { deed: 'tick', step, on: '2026-01-20' });
    await ok('li', honour, { deed: 'carryOut', on: '2026-01-20', note: '已印发通报。' });
    await refused('outcomes.reviewer-carried-out', 'li', honour, { deed: 'review', note: '好。' });
    const revoked = { deed: 'revoke', documentNo: '青党发〔2026〕6号', reason: '公示中查实不符。' };
    expect(await ok('gu', honour, revoked)).toMatchObject({ state: 'revoked' });
  });

  it('is not acted on by whoever saw an older state, nor by an account that is nobody', async () => {
    const key = '东溪村 mend';
    const nobody = await kit().person('qinghe', 'nobody', { role: 'organisation' });
    await town.refused('outcomes.person-needed', () =>
      nobody.post(`${town.base}/outcomes/villages/2025/proposals`),
    );
    await refused('outcomes.wrong-kind', 'gu', key, talk);
    const path = `${town.base}/outcomes/proposals/${id(key)}/deeds`;
    const act = { deed: 'tick', step: 0, on: '2026-01-20' };
    await town.refused('outcomes.changed-meanwhile', () =>
      town.who('he').post(path, { version: 1, act }),
    );
  });
});

/** Nobody is selected before a list that is not void was posted long enough. */
async function posted(key: string): Promise<void> {
  const path = `${town.base}/outcomes/villages/2025/selections/honour`;
  const list = async (postedOn: string) => (await town.who('he').post(path, { postedOn })).body;
  const missing = await refused('outcomes.in-the-way', 'gu', key, decide);
  expect(missing.detail).toMatch(/有 1 个原因.*还没有按现在这一版出推荐名单公示/);
  const first = await list('2026-01-20');
  const early = await refused('outcomes.in-the-way', 'gu', key, decide);
  expect(early.detail).toContain('推荐名单公示到1月27日才满');
  kit().setNow('2026-01-28T02:00:00.000Z');
  const voided = `${town.base}/official-documents/${first.id}/void`;
  await town.who('he').post(voided, { reason: '漏了一个村' });
  const again = await refused('outcomes.in-the-way', 'gu', key, decide);
  expect(again.detail).toContain('还没有按现在这一版出推荐名单公示');
  expect(await list('2026-01-28')).toMatchObject({ isNew: true, until: '2026-02-04' });
  kit().setNow('2026-02-05T02:00:00.000Z');
}

/** 南坪村's score sheet is replaced by another, and the period sealed anew by a decision. */
async function correct(): Promise<void> {
  const { tenant } = town;
  await kit().inside(tenant, async (db) => {
    const { postFacts } = await import('../../ledger/index.ts');
    const place = { db, tenant: { id: tenant }, now: '2026-01-19T02:00:00.000Z' };
    const base = {
      about: [{ subject: '南坪村', as: '' }],
      tags: [],
      evidence: ['评分表'],
      recordedBy: 'P-zhou',
    };
    const correcting = [{ line: 'villages', period: '2025' as never }];
    await postFacts(
      place,
      [
        {
          ...base,
          id: 'REV',
          kind: 'reversal',
          form: 'event',
          on: '2026-01-19' as never,
          values: {},
          reverses: 'S-score.sheet-南坪村',
        },
        {
          ...base,
          id: 'NEW',
          kind: 'score.sheet',
          form: 'measure',
          on: '2025-12-20' as never,
          values: { 得分: '90' },
        },
      ],
      { correcting },
    );
  });
  const sealed = await town
    .who('wu')
    .post(`${town.base}/periods/villages/2025/seal`, { decisionNo: '青党发〔2026〕4号' });
  expect([sealed.status, sealed.body.detail ?? '']).toEqual([200, '']);
}
