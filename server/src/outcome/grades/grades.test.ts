/** Grades over HTTP: decided by the named body once, by the law of each group, and read only then. */

import { beforeAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type OutcomeTown, outcomeTown } from '../../../test/outcome-town.ts';

const kit = useProgram();
let town: OutcomeTown;
const path = (line: string) => `${town.base}/outcomes/${line}/2025/grades`;

beforeAll(async () => {
  town = await outcomeTown(kit(), 'qinghe');
  await town.refused('outcomes.no-edition', () => town.who('gu').get(path('villages')));
  await town.seal('villages');
  await town.seal('cadres');
});

describe('grades', () => {
  it('are read by nobody they concern, and nobody is told who is near, before they are decided', async () => {
    const office = (await town.who('wu').get(path('villages'))).body;
    expect(
      office.rows.map((row: { name: string; computed: string }) => [row.name, row.computed]),
    ).toEqual([
      ['东溪村', '不合格'],
      ['南坪村', '优秀'],
      ['西岗村', '合格'],
    ]);
    expect(office.rows.every((row: object) => !('near' in row) && !('grade' in row))).toBe(true);
    const village = (await town.who('chen').get(path('villages'))).body;
    expect([village.rows, village.decision]).toEqual([[], undefined]);
    const seen = await town.who('chen').get(`${town.base}/periods/villages/2025/subjects/东溪村`);
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body.notes)).not.toContain('不合格');
    const list = (await town.who('zhou').get(`${town.base}/periods/villages/2025/standings`)).body;
    expect(list.rows.some((row: object) => 'grade' in row)).toBe(false);
    // The result in the ledger says no grade either, to nobody but those who prepare the decision.
    const results = async (name: string) =>
      (await town.who(name).get(`${town.base}/ledger/facts?kind=result`)).body.rows.map(
        (row: { values: { name: string }[] }) => row.values.map(({ name: field }) => field),
      );
    const own = await results('chen');
    expect(own.length).toBeGreaterThan(0);
    expect(own.flat()).not.toContain('grade');
    expect((await results('zhou')).flat()).not.toContain('computedGrade');
    expect((await results('wu')).flat()).toContain('grade');
  });

  it('are decided by the named body with its document, by a leader, not about themselves', async () => {
    const base = {
      edition: 1,
      body: '青禾镇党委会',
      documentNo: '青党发〔2026〕1号',
      decidedOn: '2026-01-09',
    };
    const post = (name: string, change: object) =>
      town.who(name).post(path('villages'), { ...base, ...change });
    await town.refused('gate.not-permitted', () => post('he', {}));
    await town.refused('outcomes.other-body', () => post('gu', { body: '考核办' }));
    await town.refused('outcomes.edition-changed', () => post('gu', { edition: 2 }));
    await town.refused('outcomes.day-coming', () => post('gu', { decidedOn: '2026-01-13' }));
    await town.refused('outcomes.own-matter', () => post('li', {}));
    await town.refused('gate.input-invalid', () => post('gu', { documentNo: '' }));
    const other = (grade: string, words: object = {}) => ({
      others: [{ subject: '西岗村', grade, ...words }],
    });
    const why = await town.refused('outcomes.grades-refused', () => post('gu', other('优秀')));
    expect(why.detail).toContain('西岗村：与算出的“合格”不同');
    await town.refused('outcomes.grades-refused', () =>
      post('gu', other('优秀', { reason: '抢险' })),
    );
    await town.refused('outcomes.grades-refused', () =>
      post('gu', other('良好', { reason: '抢险', basis: '第九条' })),
    );
    await town.refused('outcomes.somebody-unknown', () =>
      post('gu', { others: [{ subject: '北山村', grade: '优秀' }] }),
    );
    const { status, body } = await post(
      'gu',
      other('优秀', { reason: '抗洪抢险', basis: '本办法第九条' }),
    );
    expect(status).toBe(200);
    expect(body.decision).toMatchObject({ documentNo: '青党发〔2026〕1号', enteredBy: '顾书记' });
    await town.refused('outcomes.grades-decided', () => post('gu', {}));
  });

  it('are read by each once decided, and who is near by the office alone', async () => {
    const office = (await town.who('he').get(path('villages'))).body;
    const near = office.rows.map((row: { name: string; grade: string; near?: object }) => [
      row.name,
      row.grade,
      row.near,
    ]);
    expect(near).toEqual([
      ['东溪村', '不合格', undefined],
      ['南坪村', '优秀', undefined],
      ['西岗村', '优秀', { boundary: '95', distance: '−0.50' }],
    ]);
    const village = (await town.who('chen').get(path('villages'))).body;
    expect(village.rows).toHaveLength(1);
    expect(village.rows[0]).toMatchObject({ name: '东溪村', grade: '不合格' });
    expect('near' in village.rows[0]).toBe(false);
    const list = (await town.who('zhou').get(`${town.base}/periods/villages/2025/standings`)).body;
    const shown = list.rows.map((row: { name: string; grade: string }) => [row.name, row.grade]);
    expect(shown).toContainEqual(['西岗村', '优秀']);
  });

  it('N12: two years 基本称职 make nobody of the law 不称职; two years 不称职 end no elected post', async () => {
    const { rows } = (await town.who('he').get(path('cadres'))).body;
    const of = (code: string) => rows.find((row: { code: string }) => row.code === code);
    expect(['P-bian', 'P-gong', 'P-wei', 'P-chen'].map((code) => of(code).computed)).toEqual([
      '不称职', // (B, B) by the rule over years
      '不称职', // the same: but a civil servant
      '不称职', // (bad, bad)
      '基本称职', // (B, A, B)
    ]);
    const said = await town.refused('outcomes.grades-refused', () => town.decide('cadres'));
    expect(said.detail).toContain('有 1 处');
    expect(said.detail).toMatch(/龚科员：.*公务员法第三十八条.*两年基本称职不能改定为不称职/);
    const own = { subject: 'P-gong', grade: '基本称职', reason: '按本年的等次', basis: '考核规定' };
    expect((await town.decide('cadres', [own])).status).toBe(200);
  });
});
