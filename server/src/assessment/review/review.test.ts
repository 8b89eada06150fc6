/** The review meeting of a round over HTTP: its order, red list and boards; who never reads them. */

import { randomUUID } from 'node:crypto';
import type { Fact, IsoDate, PeriodId } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { phonePhoto } from '../../../test/evidence-samples.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import {
  everybody,
  monthFacts,
  monthLines,
  type ReviewTown,
  reviewTown,
  type TownPut,
} from '../../../test/review-town.ts';
import { citeEvidence } from '../../evidence/index.ts';
import { roles } from '../../platform/index.ts';

const kit = useProgram();
/** Scored as the example has it; tests that change anything found a town of their own. */
let town: ReviewTown;
let founded = 0;

const another = (put: TownPut) => {
  founded += 1;
  return reviewTown(kit(), `qinghe${founded}`, put);
};

beforeAll(async () => {
  kit().setNow('2026-11-02T02:00:00.000Z');
  town = await reviewTown(kit(), 'qinghe', { people: everybody });
});

interface Asked {
  readonly at?: ReviewTown;
  readonly query?: string;
}

const meeting = async (round: string, { at = town, query = '' }: Asked = {}) => {
  const answer = await at.who('gu').get(`${at.base}/rounds/${round}/review${query}`);
  expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
  return answer.body;
};
const board = async (round: string, { at = town, query = '' }: Asked = {}) =>
  (await at.who('gu').get(`${at.base}/rounds/${round}/review/boards${query}`)).body;

type Row = ReturnType<typeof JSON.parse>;
const namesOf = (rows: Row[]) => rows.map(({ name }: Row) => name);

describe('the order', () => {
  it('is that of the scheme over the facts of the month, with its ties', async () => {
    const { rows, scoring, waiting, without } = await meeting(await town.round());
    expect(
      rows.map(({ isTied, place, subject, total }: Row) => [
        subject.name,
        place,
        total?.text,
        isTied,
      ]),
    ).toEqual([
      ['东溪村', 1, '100.0', false],
      ['西岗村', 2, '87.5', true],
      ['南圃村', 2, '87.5', true],
      ['禾丰村', 4, '86.0', false],
      ['石桥村', 5, '53.0', false],
      ['河口村', undefined, undefined, false],
    ]);
    expect(scoring).toMatchObject({ line: 'qinghe-environment-check', period: '2026-10' });
    expect([without, waiting]).toEqual([undefined, { entries: 0, sheets: 0 }]);
  });

  it('says what took points, by which clause and facts, never more than the full mark', async () => {
    const { rows } = await meeting(await town.round());
    const stone = rows.find(({ subject }: Row) => subject.name === '石桥村');
    const [worst] = stone.lines;
    // 25 places of half a point, out of a full mark of ten.
    expect(worst).toMatchObject({ clause: '1.1.1', lost: { text: '−10.0' }, factIds: ['E-0034'] });
    const lost = stone.lines.reduce((sum: number, line: Row) => sum + line.lost.milli, 0);
    expect(100_000 + lost).toBe(stone.total.milli);
    expect(rows.find(({ place }: Row) => place === 1).lines).toEqual([]);
  });

  it('has no place and no zero for whom nobody went to, though the month gives it all points', async () => {
    const at = await another({});
    const round = await at.round();
    const before = (await meeting(round, { at })).rows.at(-1);
    expect(before).toEqual({
      subject: { code: '河口村', name: '河口村' },
      isTied: false,
      unplaced: 'missed',
      reason: '山洪封路',
      lines: [],
    });
    await at.post(['environment.yards', 'environment.poultry'].map(sampled));
    const { rows, redLists } = await meeting(round, { at });
    expect(rows.at(-1)).toEqual(before);
    expect(rows.filter(({ place }: Row) => place === 1)).toHaveLength(1);
    expect(namesOf(redLists[0].subjects)).not.toContain('河口村');
  });

  it('leaves out who has no material for a clause, and says for which', async () => {
    const at = await another({
      facts: monthFacts.filter(
        ({ about, kind }) => kind !== 'environment.yards' || about[0]?.subject !== '西岗村',
      ),
    });
    const { rows } = await meeting(await at.round(), { at });
    const without = rows.find(({ subject }: Row) => subject.name === '西岗村');
    expect(without).toMatchObject({ unplaced: 'missing', lines: [] });
    expect(without).not.toHaveProperty('place');
    expect(without).not.toHaveProperty('total');
    expect(without.reason).toContain('庭院');
  });

  it('says what waits: entries of the month that are no facts, and sheets that do not count', async () => {
    const at = await another({});
    const round = await at.round({ state: 'confirmed' });
    for (const on of ['2026-10-21', '2026-09-21']) {
      const words = { kind: 'inspection.garbage', on, values: { 处数: '9' }, evidence: ['照片'] };
      const about = [{ subject: '东溪村' }];
      const { status } = await at
        .who('zhou')
        .post(`${at.base}/ledger/entries`, { ...words, about });
      expect(status).toBe(200);
    }
    expect((await meeting(round, { at })).waiting).toEqual({ entries: 1, sheets: 5 });
  });

  it('is missing where no scheme hears the check sheet, or only one of longer periods', async () => {
    const lines = [{ ...monthLines[0], kind: undefined, field: undefined }];
    const unheard = await meeting(await town.round({ lines }));
    expect(unheard).toMatchObject({ without: 'noScheme', rows: [], redLists: [] });
    const unknown = await meeting(await town.round({ schemeLine: 'no-such-line' }));
    expect(unknown).toMatchObject({ without: 'noScheme', rows: [] });
    const at = await another({
      scheme: (text) => text.replace('period: month', 'period: quarter'),
    });
    const longer = await meeting(await at.round(), { at });
    expect(longer).toMatchObject({ without: 'otherPeriod', rows: [] });
    expect(longer.matters.length).toBeGreaterThan(0);
  });
});

describe('the red list', () => {
  it('is cut as the scheme says; the last village stands in the order alone', async () => {
    const body = await meeting(await town.round());
    expect(body.isCutStated).toBe(true);
    expect(body.redLists).toEqual([
      {
        name: '红榜',
        most: 3,
        subjects: [
          { code: '东溪村', name: '东溪村' },
          { code: '南圃村', name: '南圃村' },
          { code: '西岗村', name: '西岗村' },
        ],
        note: '前 3 名',
      },
    ]);
    const { rows, places, ...others } = body;
    expect(namesOf(places)).toHaveLength(6);
    expect(rows.filter(({ subject }: Row) => subject.name === '石桥村')).toHaveLength(1);
    expect(JSON.stringify(others)).not.toContain('石桥');
    expect(JSON.stringify(others)).not.toContain('河口');
  });

  it('takes all who tie at its end where the scheme states no cut, and says why', async () => {
    const at = await another({ scheme: (text) => text.replace(/ {2}lists:\n.*\n/, '') });
    const round = await at.round();
    const three = await meeting(round, { at });
    expect([three.isCutStated, three.redLists[0].most]).toEqual([false, 3]);
    const { redLists } = await meeting(round, { at, query: '?top=2' });
    expect(namesOf(redLists[0].subjects)).toEqual(['东溪村', '南圃村', '西岗村']);
    expect(redLists[0].note).toContain('得分相同');
    expect(redLists[0].note).toContain('一并列入');
  });

  it('leaves those who tie to the meeting where the scheme says so', async () => {
    const at = await another({ scheme: (text) => text.replace('top: 3', 'top: 2') });
    const { redLists } = await meeting(await at.round(), { at, query: '?top=5' });
    expect(namesOf(redLists[0].subjects)).toEqual(['东溪村']);
    expect(redLists[0].note).toContain('提请研究确定');
  });

  it('has no list of the last beside it, whatever a scheme says', async () => {
    const last = '  lists:\n    - { name: 后进, bottom: 1, audience: internal }\n';
    const at = await another({ scheme: (text) => text.replace('  lists:\n', last) });
    const body = await meeting(await at.round(), { at });
    expect(namesOf(body.redLists)).toEqual(['红榜']);
    const { rows: _, places: __, ...others } = body;
    expect(JSON.stringify(others)).not.toContain('石桥');
  });

  it('has matters to improve below it, by the number of places, and names none', async () => {
    const { matters } = await meeting(await town.round());
    const numbers = matters.map(({ places }: Row) => places);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(matters.find(({ line }: Row) => line === 'sorting')).toMatchObject({
      group: '分类减量',
      places: 3,
    });
    expect(JSON.stringify(matters)).not.toMatch(/.村村|东溪|西岗|禾丰|石桥|南圃/);
  });
});

describe('the tree behind the points', () => {
  const tree = (name: string, round: string, subject: string) =>
    town
      .who(name)
      .get(`${town.base}/rounds/${round}/review/subjects/${encodeURIComponent(subject)}`);

  it('is read by the meeting before the period is sealed, and adds up', async () => {
    const round = await town.round();
    const { body } = await tree('gu', round, '石桥村');
    expect([body.total.text, body.state]).toEqual(['53.0', 'open']);
    const sum = body.root.children.reduce((all: number, { milli }: Row) => all + milli, 0);
    expect(sum).toBe(body.total.milli);
    // The standings themselves stay closed to a leader until then.
    const { code } = (
      await town.who('gu').get(`${town.base}/periods/qinghe-environment-check/2026-10/standings`)
    ).body;
    expect(code).toBe('assessment.not-before-seal');
  });

  it('is not there for whom nobody went to', async () => {
    const round = await town.round();
    for (const subject of ['河口村', '无此村']) {
      const { body } = await tree('gu', round, subject);
      expect(body.code).toBe('review.subject-unscored');
    }
  });
});

describe('the board', () => {
  it('stands line by line: what it is out of, how, what was found, what is left; it adds up', async () => {
    const { boards } = await board(await town.round());
    expect(boards.map(({ subject }: Row) => subject.name)).not.toContain('河口村');
    for (const { lines, total, full } of boards) {
      const ways = lines.flatMap((line: Row) => line.ways);
      const sum = ways.reduce((all: number, { got }: Row) => all + (got?.milli ?? 0), 0);
      expect([sum, full.milli]).toEqual([total.milli, 100_000]);
      expect(ways.reduce((all: number, way: Row) => all + Number(way.full), 0)).toBe(100);
    }
    const stone = boards.find(({ subject }: Row) => subject.name === '石桥村');
    expect(stone).toMatchObject({ on: '2026-10-13', inspectors: [{ name: '周城建' }, {}] });
    expect(stone.sheets[0].answers['bare-rubbish']).toMatchObject({ count: 25 });
    expect(stone.lines[0].ways[0]).toMatchObject({
      full: '10.0',
      got: { text: '0.0' },
      factIds: ['E-0034'],
    });
    const best = boards.find(({ subject }: Row) => subject.name === '东溪村');
    expect(best.lines.flatMap(({ ways }: Row) => ways.flatMap((way: Row) => way.factIds))).toEqual(
      [],
    );
  });

  it('says of a line that it counts nowhere, and of a clause heard twice where it stands', async () => {
    const [first, second] = monthLines;
    const lines = [
      { ...first },
      { ...second, kind: first?.kind },
      { ...second, code: 'unheard', kind: undefined },
    ];
    const { boards } = await board(await town.round({ lines }), {
      query: `?subject=${encodeURIComponent('石桥村')}`,
    });
    expect(boards).toHaveLength(1);
    const [once, again, nowhere] = boards[0].lines;
    expect(once.ways[0]).toMatchObject({ clause: '1.1.1', got: { text: '0.0' } });
    expect(again.ways[0]).toMatchObject({ clause: '1.1.1', asLine: 1 });
    expect(again.ways[0]).not.toHaveProperty('got');
    expect(nowhere.ways).toEqual([]);
  });

  it('has no total for who lacks material, and is refused for whom nobody went to', async () => {
    const at = await another({
      facts: monthFacts.filter(({ kind }) => kind !== 'environment.yards'),
    });
    const round = await at.round();
    const { boards } = await board(round, { at });
    expect(boards.map(({ total }: Row) => total)).toEqual(boards.map(() => undefined));
    const yards = boards[0].lines.find(({ line }: Row) => line.code === 'yards');
    expect(yards.ways[0]).toMatchObject({ state: 'missing', full: '5.0' });
    const { code } = await board(round, {
      at,
      query: `?subject=${encodeURIComponent('河口村')}`,
    });
    expect(code).toBe('review.subject-unscored');
  });
});

describe('who reads it', () => {
  const paths = ['', '/boards', `/subjects/${encodeURIComponent('石桥村')}`];
  const readers = ['gu', 'tian', 'kao', 'ji', 'zhou', 'nong'];
  const asked = async (name: string, round: string) => {
    const answers = [];
    for (const path of paths) {
      const { body, status } = await town
        .who(name)
        .get(`${town.base}/rounds/${round}/review${path}`);
      answers.push(status === 200 ? 200 : body.code);
    }
    return answers;
  };

  it('is whoever leads, assesses, supervises, oversees, and the office that inspects', async () => {
    const round = await town.round();
    for (const name of readers)
      expect([name, await asked(name, round)]).toEqual([name, [200, 200, 200]]);
  });

  it('is never another office though it went along, a village, its resident cadre or an administrator', async () => {
    const round = await town.round();
    const before = await kit().inside(town.tenant, stateIn);
    const not = (code: string) => [code, code, code];
    expect(await asked('ying', round)).toEqual(not('review.not-yours'));
    for (const name of ['chen', 'he', 'fang']) {
      expect([name, await asked(name, round)]).toEqual([name, not('gate.not-permitted')]);
    }
    for (const role of ['organisation', 'finance'] as const) {
      const asker = await kit().person('qinghe', `review-${role}`, { role });
      const { body } = await asker.get(`${town.base}/rounds/${round}/review`);
      expect([role, body.code]).toEqual([role, 'gate.not-permitted']);
    }
    const unknown = await asked('gu', '11111111-1111-4111-8111-111111111111');
    expect(unknown).toEqual(not('review.round-unknown'));
    expect(await kit().inside(town.tenant, stateIn)).toBe(before);
  });

  it('lets photos of before and after be read by whoever reads the sheet, and by nobody else', async () => {
    const round = await town.round();
    const photo = await photoOf(round, '石桥村');
    const path = `${town.base}/evidence/${photo}/preview`;
    for (const name of readers) {
      const { rows } = (await town.who(name).get(`${town.base}/findings?round=${round}`)).body;
      expect([name, rows.map(({ before }: Row) => before)]).toEqual([name, [[photo]]]);
      expect([name, (await town.who(name).get(path)).status]).toEqual([name, 200]);
    }
    for (const name of ['chen', 'he', 'fang']) {
      expect([name, (await town.who(name).get(path)).status]).not.toEqual([name, 200]);
    }
  });

  it('leaves no role unasked', () => {
    const tried = [
      'leader',
      'supervision',
      'assessment-office',
      'discipline',
      'recorder',
      'reviewer',
    ];
    const refused = [
      'village',
      'resident-cadre',
      'administrator',
      'organisation',
      'finance',
      'county',
    ];
    expect([...tried, ...refused].sort()).toEqual([...roles].sort());
  });
});

/** A photo of the sheet of a village, on which a finding shows what was wrong. @returns its id */
async function photoOf(round: string, village: string): Promise<string> {
  const bytes = await phonePhoto();
  const file = { town: 'qinghe', name: '桥边.jpg', bytes };
  const { body } = await sendEvidence(town.who('zhou'), file);
  const { id } = body.evidence;
  await kit().inside(town.tenant, async (db) => {
    const sheet = await db
      .selectFrom('inspection_sheet')
      .innerJoin('inspection_visit', 'inspection_visit.id', 'inspection_sheet.visit_id')
      .select('inspection_sheet.id')
      .where('round_id', '=', round)
      .where('subject', '=', village)
      .executeTakeFirstOrThrow();
    const place = { db, tenant: { id: town.tenant }, now: '2026-11-02T02:00:00.000Z' };
    await citeEvidence(place, { sheetId: sheet.id, evidenceIds: [id], subjects: [village] });
    await db
      .insertInto('inspection_finding')
      .values({
        tenant_id: town.tenant,
        id: randomUUID(),
        sheet_id: sheet.id,
        line: 'bare-rubbish',
        subject: village,
        village,
        place: '桥边',
        severity: 'three',
        found_on: '2026-10-13',
        due_on: '2026-10-16',
        before: [id],
        state: 'found',
      })
      .execute();
  });
  return id;
}

function sampled(kind: string): Fact {
  return {
    id: `X-${kind}`,
    kind,
    form: 'measure',
    about: [{ subject: '河口村', as: '' }],
    period: '2026-10' as PeriodId,
    on: '2026-10-31' as IsoDate,
    values: { 抽查户数: '5', 不合格户数: '0' },
    tags: [],
    evidence: ['另一次抽查'],
    seq: 1000,
  } as Fact;
}

async function stateIn(db: Parameters<Parameters<ReturnType<typeof kit>['inside']>[1]>[0]) {
  return JSON.stringify([
    await db.selectFrom('fact').select('id').orderBy('id').execute(),
    await db.selectFrom('inspection_sheet').selectAll().orderBy('id').execute(),
    await db.selectFrom('inspection_round').selectAll().orderBy('id').execute(),
    await db.selectFrom('audit').select('id').orderBy('id').execute(),
  ]);
}
