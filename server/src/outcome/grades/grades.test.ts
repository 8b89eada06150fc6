/** Grades over HTTP: decided by the named body once, by the law of each group, and read only then. */

import { readFacts } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { cadres, type OutcomeTown, outcomeTown } from '../../../test/outcome-town.ts';
import { putFacts } from '../../ledger/index.ts';
import { readWorkbook, wordParagraphs } from '../../platform/index.ts';
import { putScheme } from '../../scheme/index.ts';

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
    // Nor does a search find it by its grade, nor a workbook hold it.
    const found = async (words: string) => {
      const asked = `${town.base}/ledger/facts?kind=result&words=${encodeURIComponent(words)}`;
      return (await town.who('chen').get(asked)).body.total;
    };
    expect([await found('2025'), await found('不合格')]).toEqual([2, 0]);
    const cells = async (name: string) => {
      const { bytes } = await town.who(name).get(`${town.base}/ledger/export?kind=result`);
      const { sheets } = await readWorkbook('results.xlsx', { bytes });
      return sheets.flatMap(({ rows }) => rows.flat().map(({ text }) => text));
    };
    expect(await cells('wu')).toContain('不合格');
    expect(await cells('zhou')).toContain('西岗村');
    expect(await cells('zhou')).not.toContain('不合格');
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
    // What follows, follows from what was decided: 西岗村 was worked out as 合格.
    const drawn = await town.draw('villages');
    expect([...drawn.keys()].sort()).toEqual([
      '东溪村 blame',
      '东溪村 mend',
      '东溪村 reminder',
      '南坪村 honour',
      '西岗村 honour',
    ]);
    const sheet = `${town.base}/periods/villages/2025/subjects/西岗村/sheet`;
    expect((await town.who('wu').get(sheet)).body).toContain('等次 优秀');
  });

  it('are kept as they were decided: nobody is added to a decision', async () => {
    const late = kit().inside(town.tenant, (db) =>
      db
        .insertInto('grade_of_subject')
        .values({
          tenant_id: town.tenant,
          line: 'villages',
          period: '2025',
          edition: 1,
          subject: '北山村',
          grade: '优秀',
        })
        .execute(),
    );
    await expect(late).rejects.toThrow('nobody is added to it');
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

  it('leave a tie at the edge of a quota to the body: only those who tie, no more than there are places', async () => {
    await town.seal('ties');
    const period = `${town.base}/periods/ties/2025`;
    const circular = async () => {
      const { body } = await town.who('wu').post(`${period}/official-document`);
      const file = `${town.base}/official-documents/${body.id}/file`;
      const { bytes } = await town.who('wu').get(file);
      return (await wordParagraphs('通报.docx', bytes)).join('|');
    };
    const open = await circular();
    expect(open).toContain('等次由青禾镇党委会决定，决定以前不公布算出的等次');
    expect(open).toContain('【等次待定】');
    expect(open).not.toContain('合格');
    const graded = async (name: string) =>
      Object.fromEntries(
        (await town.who(name).get(`${period}/standings`)).body.rows.map(
          (row: { name: string; grade?: string }) => [row.name, row.grade],
        ),
      );
    expect(await graded('wu')).toEqual({ 东溪村: '合格', 南坪村: '待定', 西岗村: '待定' });
    expect(await graded('zhou')).toEqual({
      东溪村: undefined,
      南坪村: undefined,
      西岗村: undefined,
    });
    const { rows } = (await town.who('gu').get(path('ties'))).body;
    expect(rows.map((row: { name: string; open?: string[] }) => [row.name, row.open])).toEqual([
      ['东溪村', undefined],
      ['南坪村', ['优秀', '合格']],
      ['西岗村', ['优秀', '合格']],
    ]);
    const tied = (west: string, south: string) => [
      { subject: '西岗村', grade: west, reason: '会议投票', basis: '' },
      { subject: '南坪村', grade: south, reason: '会议投票', basis: '' },
    ];
    const refused = async (others: object[]) =>
      (await town.refused('outcomes.grades-refused', () => town.decide('ties', others))).detail;
    expect(await refused([])).toMatch(/西岗村：等次待定，须在这里写明在“优秀”“合格”中定为/);
    expect(await refused(tied('优秀', '优秀'))).toMatch(
      /最多 1 名，现在定了 2 名（南坪村、西岗村）/,
    );
    expect(await refused(tied('优秀', '不合格'))).toMatch(
      /南坪村：.*只把“优秀”、“合格”留给会议研究/,
    );
    const other = { subject: '东溪村', grade: '优秀', reason: '抢险', basis: '第九条' };
    expect(await refused([...tied('优秀', '合格'), other])).toMatch(/最多 1 名，现在定了 2 名/);
    expect((await town.decide('ties', tied('优秀', '合格'))).status).toBe(200);
    expect(await graded('zhou')).toEqual({ 东溪村: '合格', 南坪村: '合格', 西岗村: '优秀' });
    const told = await circular();
    expect(told).toContain('等次由青禾镇党委会2026年1月9日决定（青党发〔2026〕1号）');
    expect(told).toContain('其中优秀1个、合格2个');
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
    // A year that nobody decided is none of the row: (B, undecided, B).
    await nextYear();
    expect(await gradesOf2026()).toEqual({
      'P-bian': '不称职', // by its own points
      'P-chen': '基本称职',
      'P-gong': '基本称职',
      'P-wei': '称职',
    });
    const own = { subject: 'P-gong', grade: '基本称职', reason: '按本年的等次', basis: '考核规定' };
    const kind = { subject: 'P-chen', grade: '称职', reason: '带病抗洪', basis: '考核规定' };
    expect((await town.decide('cadres', [own, kind])).status).toBe(200);
  });

  it('N12: the year after reads what was decided, not what was worked out', async () => {
    expect(await gradesOf2026()).toEqual({
      'P-bian': '不称职',
      'P-chen': '基本称职', // worked out (B, B), decided (A, B)
      'P-gong': '不称职', // worked out (不称职, B), decided (B, B)
      'P-wei': '称职',
    });
    const office = await town.who('wu').get(`${town.base}/ledger/facts?kind=result`);
    const said = JSON.stringify(office.body.rows);
    expect(said).toContain('青禾镇党委会决定等次，青党发〔2026〕1号');
    await town.seal('cadres', '2026');
    const law = { subject: 'P-gong', grade: '基本称职', reason: '按本年的等次', basis: '考核规定' };
    expect((await town.decide('cadres', [law], 'gu', '2026')).status).toBe(200);
    const drawn = await town.draw('cadres', '2026');
    // (B, B, 不称职): the end is proposed in the third year, and of nobody else.
    expect([...drawn.keys()].filter((key) => key.endsWith(' ends'))).toEqual(['P-bian ends']);
  });
});

/** The scheme of the next year with its points; the clock moves to its end. */
async function nextYear(): Promise<void> {
  kit().setNow('2027-01-12T02:00:00.000Z');
  const points = { 'P-bian': '50', 'P-chen': '65', 'P-gong': '66', 'P-wei': '75' };
  const facts = Object.entries(points).map(
    ([who, of]) =>
      `- { id: N-${who}, kind: person.sheet, form: measure, about: ${who}, on: 2026-12-20, values: { 得分: ${of} }, evidence: [评分表], by: P-zhou, reviewedBy: P-sun }\n`,
  );
  await kit().inside(town.tenant, async (db) => {
    await putScheme(db, {
      tenantId: town.tenant,
      source: cadres.replaceAll('2025', '2026'),
      approved: {
        decisionNo: '青党发〔2026〕9号',
        decidedBy: '青禾镇党委会',
        decidedOn: '2026-01-15',
      },
      now: '2026-01-15T02:00:00.000Z',
    });
    const place = { db, tenant: { id: town.tenant }, now: '2026-12-30T02:00:00.000Z' };
    await putFacts(place, readFacts(facts.join('')).facts);
  });
}

/** As they are worked out now, by person. */
async function gradesOf2026(): Promise<Record<string, string>> {
  const { body } = await town.who('wu').get(`${town.base}/periods/cadres/2026/standings`);
  return Object.fromEntries(
    body.rows
      .map(({ code, grade }: { code: string; grade: string }) => [code, grade])
      .sort(([a]: string[], [b]: string[]) => (a! < b! ? -1 : 1)),
  );
}
