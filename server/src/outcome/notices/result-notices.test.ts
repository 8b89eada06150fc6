/** Notices of results over HTTP: one a subject, numbered once, a grade open until it is decided, private grounds on none. */

import { beforeAll, expect, it } from 'vitest';
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
