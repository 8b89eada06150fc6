/**
 * Notices over HTTP. Of results: one a subject, numbered once, a grade open until it is decided, private
 * grounds on none. Of outcomes: numbered once, handed over with the signed strip or two witnesses; and
 * what was to be mended by a decision that is revoked is withdrawn.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { scene } from '../../../test/evidence-samples.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { partsOf, textIn } from '../../../test/ooxml.ts';
import { type OutcomeTown, outcomeTown } from '../../../test/outcome-town.ts';

const kit = useProgram();
let town: OutcomeTown;

interface Made {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly isNew: boolean;
}

beforeAll(async () => {
  town = await outcomeTown(kit(), 'qinghe');
  await kit().inside(town.tenant, async (db) => {
    const { postFacts } = await import('../../ledger/index.ts');
    const votes = { 应到: 70, 到会: 62, 满意: 40, 较满意: 12, 基本满意: 5, 不满意: 2, 弃权: 3 };
    await postFacts({ db, tenant: { id: town.tenant }, now: '2025-12-30T03:00:00.000Z' }, [
      ...['东溪村', '西岗村', '南坪村'].map((subject) => ({
        id: `V-${subject}`,
        kind: 'village.ballot',
        form: 'tally' as const,
        about: [{ subject, as: '' }],
        on: '2025-12-20' as never,
        values: Object.fromEntries(Object.entries(votes).map(([key, n]) => [key, String(n)])),
        tags: [],
        evidence: ['计票单'],
        recordedBy: 'P-zhou',
      })),
      {
        id: 'K-ill',
        kind: 'criticised',
        form: 'event',
        about: [{ subject: '东溪村', as: '' }],
        on: '2025-08-05' as never,
        values: {},
        matter: '陈书记住院',
        tags: ['private'],
        evidence: ['诊断证明'],
        recordedBy: 'P-zhou',
      },
    ]);
  });
  await town.seal('villages');
  await town.seal('cadres');
});

const make = (name: string, line: string, words: object = {}, period = '2025') =>
  town.who(name).post(`${town.base}/outcomes/${line}/${period}/notices`, { from: 0, ...words });

async function textOf({ id }: Made): Promise<string> {
  const { bytes } = await town.who('wu').get(`${town.base}/official-documents/${id}/file`);
  return textIn((await partsOf(bytes)).get('word/document.xml'));
}

describe('the notices of results', () => {
  it('makes one for each subject with its own number, and none twice of the same', async () => {
    const { body } = await make('wu', 'villages');
    expect(body).toMatchObject({ edition: 1, done: 3, total: 3 });
    const [dongxi] = body.documents as Made[];
    expect(body.documents.map(({ number }: Made) => number)).toEqual(
      [1, 2, 3].map((no) => `结果告知书2026-00${no}`),
    );
    expect(dongxi?.title).toBe('东溪村2025年考核结果告知书');
    const text = await textOf(dongxi as Made);
    for (const words of [
      '80.00分（满分100.00分）',
      '还没有决定，由青禾镇党委会决定后另行告知',
      'S-score.sheet-东溪村',
      '请自签收次日起5个工作日内',
      '签收人',
      '两名见证人',
      '村年度考核办法2025年第1版（凭据码',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('不合格');
    const again = (await make('wu', 'villages')).body.documents as Made[];
    expect(again.map(({ id, isNew }) => [id, isNew])).toEqual(
      body.documents.map(({ id }: Made) => [id, false]),
    );
    expect((await make('wu', 'villages', { edition: 1, from: 3 })).body).toMatchObject({
      documents: [],
      done: 3,
    });
  });

  it('is another once the grade is decided; those of persons stay inside', async () => {
    expect((await town.decide('villages')).status).toBe(200);
    const { body } = await make('wu', 'villages');
    expect(body).toMatchObject({ done: 3 });
    const [dongxi] = body.documents as Made[];
    expect(dongxi).toMatchObject({ number: '结果告知书2026-004', isNew: true });
    expect(await textOf(dongxi as Made)).toContain('不合格');
    const persons = (await make('wu', 'cadres')).body;
    expect(persons).toMatchObject({ done: 4, total: 4 });
    const titles = async (name: string) => {
      const { body } = await town.who(name).get(`${town.base}/official-documents?kind=result`);
      return JSON.stringify(body.rows.map(({ title }: Made) => title));
    };
    expect(await titles('ji')).toContain('魏委员');
    expect(await titles('gu')).toContain('东溪村');
    expect(await titles('gu')).not.toContain('魏委员');
  });

  it('prints no private ground', async () => {
    await town.seal('votes');
    const [dongxi] = (await make('wu', 'votes')).body.documents as Made[];
    const text = await textOf(dongxi as Made);
    expect(text).toContain('涉及个人隐私，不公开');
    expect(text).toContain('K-ill');
    expect(text).not.toMatch(/住院|诊断/);
  });

  it('is made by the assessment office alone, of what is kept, and of one edition', async () => {
    const refused = (code: string, ask: () => ReturnType<typeof make>) => town.refused(code, ask);
    await refused('gate.not-permitted', () => make('gu', 'villages'));
    await refused('outcomes.no-edition', () => make('wu', 'meeting'));
    await refused('outcomes.edition-changed', () => make('wu', 'villages', { edition: 2 }));
  });
});

describe('the notice of a talk', () => {
  let id = '';
  let strip = '';
  const path = () => `${town.base}/outcomes/proposals/${id}`;
  const ok = async (name: string, act: object) => {
    const answer = await town.act(name, id, act);
    expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
    return answer.body;
  };
  const refused = (code: string, act: object) => town.refused(code, () => town.act('he', id, act));
  const handed = { deed: 'handOver', on: '2026-01-12', how: 'inPerson', to: '陈书记' };

  it('is numbered once, of a decision', async () => {
    id = (await town.draw('villages')).get('东溪村 reminder')?.id ?? '';
    await ok('he', { deed: 'consider', toldOn: '2026-01-12', toldHow: '当面告知' });
    await refused('outcomes.not-now', { deed: 'makeNotice' });
    await ok('chen', { deed: 'state', said: '雨季路断。' });
    await ok('he', { deed: 'attach', paper: 1, isLater: true });
    await ok('gu', { deed: 'decide', documentNo: '青党发〔2026〕2号', decidedOn: '2026-01-12' });
    await refused('outcomes.notice-missing', { ...handed, signed: 'signed' });
    const made = await ok('he', { deed: 'makeNotice', todo: '请于1月20日上午到镇三楼会议室。' });
    expect(made.notice.number).toBe('约谈通知书2026-001');
    const text = await textOf(made.notice);
    for (const words of [
      '经青禾镇党委会2026年1月12日研究决定（青党发〔2026〕2号）',
      '《村年度考核办法》第十条',
      '请于1月20日上午到镇三楼会议室。',
      '村年度考核办法2025年第1版',
    ]) {
      expect(text).toContain(words);
    }
    await refused('outcomes.notice-made', { deed: 'makeNotice' });
    const voided = `${town.base}/official-documents/${made.notice.id}/void`;
    await town.who('he').post(voided, { reason: '时间改了' });
    const again = await ok('he', { deed: 'makeNotice' });
    expect(again.notice.number).toBe('约谈通知书2026-002');
  });

  it('is handed over with the signed strip, or before two who saw that nobody signed', async () => {
    const bytes = await scene().jpeg().toBuffer();
    const sent = await sendEvidence(town.who('he'), { town: 'qinghe', name: '签收.jpg', bytes });
    strip = sent.body.evidence.id;
    const signed = { ...handed, signed: 'signed' };
    await refused('outcomes.strip-missing', signed);
    for (const witnesses of [[], ['邓包村'], ['邓包村', '邓包村']]) {
      await refused('outcomes.witnesses-needed', { ...handed, signed: 'refused', witnesses });
    }
    for (const name of ['何组织', '东溪村', '陈书记']) {
      const witnesses = ['周城建', name];
      await refused('outcomes.witness-concerned', { ...handed, signed: 'refused', witnesses });
    }
    kit().setNow('2026-01-13T02:00:00.000Z');
    await refused('outcomes.day-coming', { ...signed, on: '2026-01-14', evidence: [strip] });
    await refused('outcomes.handed-early', { ...signed, on: '2026-01-11', evidence: [strip] });
    const given = await ok('he', { ...signed, evidence: [strip] });
    const last = given.course.at(-1);
    expect(last).toMatchObject({ deed: 'handOver', by: '何组织', files: [{ id: strip }] });
    expect(last.words).toEqual(
      expect.arrayContaining([
        { field: 'number', text: '约谈通知书2026-002' },
        { field: 'to', text: '陈书记' },
        { field: 'signed', text: 'signed' },
      ]),
    );
    const { body } = await town.who('chen').get(path());
    expect(body.course.at(-1).files).toEqual([{ id: strip, name: '签收.jpg' }]);
    expect((await town.who('chen').get(`${town.base}/evidence/${strip}`)).status).toBe(200);
    const witnesses = ['邓包村', '周城建'];
    const unsigned = await ok('he', { ...handed, signed: 'refused', witnesses });
    expect(unsigned.course.at(-1).words).toContainEqual({
      field: 'witnesses',
      text: '邓包村、周城建',
    });
  });
});

it('withdraws the item of a rectification with the reason when its decision is revoked', async () => {
  const id = (await town.draw('villages')).get('东溪村 mend')?.id ?? '';
  const act = async (name: string, words: object) => {
    const answer = await town.act(name, id, words);
    expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
    return answer.body;
  };
  await act('he', { deed: 'consider', toldOn: '2026-01-13', toldHow: '电话' });
  await act('chen', { deed: 'state', said: '没有意见。' });
  await act('he', { deed: 'attach', paper: 0, where: '附后' });
  const { item } = await act('gu', {
    deed: 'decide',
    ...{ documentNo: '青党发〔2026〕3号', decidedOn: '2026-01-13' },
    rectification: {
      ...{ requirement: '两处积存点清完并设桶。', lead: '城建办', accountable: 'P-zhou' },
      dueOn: '2026-02-10',
    },
  });
  const { notice } = await act('he', { deed: 'makeNotice' });
  expect(notice.number).toBe('整改通知书2026-001');
  const text = await textOf(notice);
  for (const words of ['两处积存点清完并设桶。', '2026年2月10日', '城建办牵头、周城建负责']) {
    expect(text).toContain(words);
  }
  const state = async () => (await town.who('gu').get(`${town.base}/items/${item.id}`)).body;
  expect((await state()).item).toMatchObject({ state: 'draft' });
  const revoke = { deed: 'revoke', documentNo: '青党发〔2026〕6号', reason: '查实不在本村。' };
  expect(await act('gu', revoke)).toMatchObject({ state: 'revoked', item: { isDone: false } });
  const after = await state();
  expect(after.item).toMatchObject({ state: 'withdrawn' });
  expect(JSON.stringify(after)).toContain(
    '整改的决定已经撤销（青党发〔2026〕6号）：查实不在本村。',
  );
});

it('lists everybody whom a rule proposes, with who objects, and holds the decision until it was posted', async () => {
  const rows = await town.draw('villages');
  const id = rows.get('南坪村 honour')?.id ?? '';
  const path = `${town.base}/outcomes/villages/2025/selections`;
  const objected = await town.who('wu').post(`${town.base}/objections`, {
    ...{ line: 'villages', period: '2025', subject: '南坪村', said: '评分表漏了一项。' },
    behalf: {
      ...{ way: 'paper', of: '南坪村', by: '南坪村委会' },
      ...{ saidOn: '2026-01-13', confirmed: '读给他听过' },
    },
  });
  expect([objected.status, objected.body.detail ?? '']).toEqual([200, '']);
  const { body: shown } = await town.who('he').get(`${path}/honour`);
  expect(shown).toMatchObject({ name: '通报表扬', isPerson: false, workdays: 5 });
  expect(shown.rows).toMatchObject([
    { name: '南坪村', objections: ['1月13日收到的异议'], against: [], reason: expect.any(String) },
  ]);
  const make = (name: string, code: string, postedOn: string) =>
    town.who(name).post(`${path}/${code}`, { postedOn });
  await town.refused('gate.not-permitted', () => make('wu', 'honour', '2026-01-13'));
  await town.refused('outcomes.selection-empty', () => make('he', 'reminder', '2026-01-13'));
  await town.refused('outcomes.posted-past', () => make('he', 'honour', '2026-01-12'));
  await restOn(id, ['K-ill', 'S-score.sheet-南坪村'], '通报批评 1 次（2025-08-05）');
  const { body: made } = await make('he', 'honour', '2026-01-13');
  expect(made).toMatchObject({ number: '推荐名单2026-001', until: '2026-01-20' });
  const text = await textOf(made);
  for (const words of [
    '不是名次',
    '南坪村',
    '1月13日收到的异议正在办理',
    '至2026年1月20日止',
    '青禾镇党委会',
    '按规定处理（编号 S-score.sheet-南坪村）',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/97|第1名|K-ill|通报批评|08-05/);
  expect((await make('he', 'honour', '2026-01-13')).body).toMatchObject({ isNew: false });
  await town.act('he', id, { deed: 'consider', toldOn: '2026-01-13', toldHow: '电话' });
  const { body } = await town.who('gu').get(`${town.base}/outcomes/proposals/${id}`);
  expect(body.inTheWay).toEqual([
    '推荐名单公示到1月20日才满。',
    '1月13日收到的异议正在办理，办结以后再决定。',
  ]);
  expect(body.course.filter(({ deed }: { deed: string }) => deed === 'list')).toHaveLength(1);
  await town.refused('outcomes.in-the-way', () =>
    town.act('gu', id, {
      deed: 'decide',
      documentNo: '青党发〔2026〕7号',
      decidedOn: '2026-01-13',
    }),
  );
});

/** A proposal that rests on these facts, in these words. */
function restOn(id: string, facts: string[], reason: string): Promise<unknown> {
  return kit().inside(town.tenant, (db) =>
    db
      .updateTable('outcome_proposal')
      .set({ fact_ids: facts, reason })
      .where('id', '=', id)
      .execute(),
  );
}
