/** Counting over HTTP: from the sheets of a round to the points of a month; every refusal changes nothing. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Answers,
  type CountingTown,
  countingTown,
  environment,
  soundAnswers,
  writingOf,
} from '../../../test/counting-town.ts';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { sha256Of } from '../../../test/evidence-samples.ts';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';
import { visitTo } from '../../../test/round-town.ts';
import { passResultsEverywhere } from '../results/telling.ts';

const kit = useProgram();
const line = 'qinghe-environment-check';
const none = { places: [], note: '' };
const wrong = (count: number, ...at: string[]): Answers[string] => ({
  asks: 'count',
  count,
  places: at.map((where, index) => ({ id: `p${index}`, at: where })),
  note: '',
});
const no: Answers[string] = { asks: 'yesNo', yes: false, ...none };
const choice = (code: string): Answers[string] => ({ asks: 'choice', choice: code, ...none });
const failed = (count: number): Answers[string] => ({
  asks: 'sample',
  looked: 5,
  failed: count,
  ...none,
});

describe('a month of the environment check', () => {
  let town: CountingTown;
  let round: Answer['body'];
  let photo: string;

  beforeAll(async () => {
    town = await countingTown(kit(), 'qinghe');
    kit().setNow('2026-04-10T02:00:00.000Z');
    const fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
    const no = { no: '青报备〔2026〕1号', on: '2026-04-01' };
    expect((await fang.ask('PUT', `${town.base}/field/filing`, no)).status).toBe(200);
    await town.released({ ...environment, office: '城建办' });
    round = await town.round();
    for (const { id, subject } of round.visits) {
      const words =
        subject.code === '南坪村'
          ? { end: 'missed', reason: '山路塌方，封路' }
          : { inspectors: ['P-zheng', 'P-ying'], on: '2026-04-14', reason: '人手不够，指定' };
      const settled = await town.settle('zhou', round, id, words);
      expect([settled.status, settled.body.detail ?? '']).toEqual([200, '']);
      round = settled.body;
    }
  });

  it('is written by three villages, and told', async () => {
    kit().setNow('2026-04-14T06:00:00.000Z');
    const bytes = Buffer.from('河口村桥边的垃圾');
    const file = { town: 'qinghe', name: '桥边.txt', bytes };
    photo = (await sendEvidence(town.who('zheng'), file)).body.evidence.id;
    const listed = { sha256: sha256Of(bytes), of: 'line', line: 'bare-rubbish', place: 'p0' };
    const photos = [{ ...listed, name: '桥边.txt', bytes: bytes.length, stamped: false } as const];
    await write('东溪村', {});
    await write(
      '河口村',
      {
        'bare-rubbish': wrong(3, '村口桥边', '塘边'),
        burning: no,
        sorting: choice('unused'),
        toilets: failed(2),
        notice: choice('result'),
      },
      photos,
    );
    await write('西岭村', {
      'bare-rubbish': wrong(25),
      kitchen: choice('none'),
      facilities: failed(1),
      yards: failed(3),
      banquets: no,
      posters: { asks: 'notSeen', note: '下大雨，看不清墙面' },
    });
    const { body } = await town.counting('zhou', round.round.id);
    expect(body.may).toBe(false);
    expect(body.inTheWay).toEqual(['东溪村、河口村、西岭村的现场表还没有告诉村里。']);
  });

  /** 郑城建 writes a sheet and sends it. */
  async function write(village: string, change: Answers, photos: object[] = []) {
    const answers = { ...soundAnswers, ...change };
    const visit = visitTo(round, village).id;
    const writing = writingOf(visit, { answers, photos: photos as never });
    const at = `${town.base}/sheets/${randomUUID()}`;
    const saved = await town.who('zheng').ask('PUT', at, writing);
    expect([saved.status, saved.body.detail ?? '']).toEqual([200, '']);
    for (const one of photos as { sha256: string }[]) {
      const attached = { sha256: one.sha256, evidenceId: photo };
      expect((await town.who('zheng').post(`${at}/photos`, attached)).status).toBe(200);
    }
    const { digest, revision } = writing;
    const sent = await town.who('zheng').post(`${at}/send`, { digest, revision });
    expect([sent.status, sent.body.detail ?? '']).toEqual([200, '']);
  }

  const pass = async (day: string) => {
    kit().setNow(`${day}T00:30:00.000Z`);
    await passResultsEverywhere(kit().database, `${day}T00:30:00.000Z`);
  };

  it('waits to be counted, once every village confirmed it or let the days pass', async () => {
    await pass('2026-04-15');
    const { body } = await town.counting('zhou', round.round.id);
    expect(body.inTheWay[0]).toBe('东溪村、河口村、西岭村还在确认期，村里还没有确认。');
    await town.refused('counting.in-the-way', () => town.count('zhou', round.round.id));
    await pass('2026-04-21');
    expect(await waitingFor('zhou')).toEqual(['把检查结果计入事实：2026-04人居环境月检查表']);
  });

  const waitingFor = async (name: string): Promise<string[]> =>
    (await town.who(name).get(`${town.base}/desk`)).body.rows
      .map(({ title }: { title: string }) => title)
      .filter((title: string) => title.startsWith('把检查结果'));

  it('shows before what each line becomes, and which clause hears it', async () => {
    const { body } = await town.counting('gu', round.round.id);
    expect([body.may, body.inTheWay, body.heeds]).toEqual([false, [], []]);
    const of = (village: string, code: string) =>
      body.visits
        .find(({ subject }: Answer['body']) => subject.code === village)
        .lines.find((one: Answer['body']) => one.line === code);
    expect(of('河口村', 'bare-rubbish')).toMatchObject({
      number: 1,
      outcome: 'fact',
      kindName: '垃圾积存',
      fields: [{ title: '处数（处）', text: '3' }],
      places: ['村口桥边', '塘边'],
      photos: [photo],
      clauses: [{ scheme: line, clause: '1.1.1', full: '10' }],
    });
    expect(of('东溪村', 'bare-rubbish')).toMatchObject({ outcome: 'sound', fields: [] });
    expect(of('东溪村', 'toilets').fields.map(({ text }: Answer['body']) => text)).toEqual([
      '5',
      '0',
    ]);
    expect(of('西岭村', 'posters')).toMatchObject({
      outcome: 'notSeen',
      note: '下大雨，看不清墙面',
    });
    const missed = body.visits.find(({ subject }: Answer['body']) => subject.code === '南坪村');
    expect(missed).toMatchObject({ state: 'missed', reason: '山路塌方，封路', lines: [] });
  });

  it('is counted by who did not inspect, once', async () => {
    await town.refused('results.result-unknown', () => town.count('liu', round.round.id));
    await town.grant('liu', 'leader');
    await town.refused('counting.not-yours', () => town.count('liu', round.round.id));
    const own = await town.refused('counting.own-inspection', () =>
      town.count('zheng', round.round.id),
    );
    expect(own.body.detail).toContain('田督查');
    expect(own.body.detail).toContain('周城建');
    await town.refused('counting.changed-meanwhile', () =>
      town.who('zhou').post(`${town.base}/rounds/${round.round.id}/counting`, { version: 1 }),
    );
    const { status, body } = await town.count('zhou', round.round.id);
    expect([status, body.detail ?? '']).toEqual([200, '']);
    expect(body.counted.by.code).toBe('P-zhou');
    // Seven samples and choices a village; three more of 河口村's and three of 西岭村's are wrong.
    const counts = body.visits.map(({ records, subject }: Answer['body']) => [
      subject.code,
      records.length,
    ]);
    expect(counts).toEqual([
      ['东溪村', 7],
      ['河口村', 9],
      ['西岭村', 9],
      ['南坪村', 0],
    ]);
    expect(await waitingFor('zhou')).toEqual([]);
    const again = await town.count('tian', round.round.id);
    expect(again.body).toEqual({ ...body, may: false });
    expect((await town.entries('nong')).length).toBe(25);
  });

  it('waits for a reviewer who neither inspected nor counted', async () => {
    for (const name of ['zheng', 'zhou']) await town.grant(name, 'reviewer', ['城建办']);
    for (const name of ['zheng', 'zhou']) {
      await town.refused('ledger.own-entry', () => town.review(name));
    }
    const { status, body } = await town.review('nong');
    expect([status, body.detail ?? '', body.facts?.length]).toEqual([200, '', 25]);
    const { visits } = (await town.counting('zhou', round.round.id)).body;
    const records = visits.flatMap((visit: Answer['body']) => visit.records);
    expect(new Set(records.map(({ state }: Answer['body']) => state))).toEqual(new Set(['posted']));
    const kinds = visits[1].records.map(({ kindName }: Answer['body']) => kindName);
    expect(kinds.slice(0, 3)).toEqual(['垃圾积存', '露天焚烧', '分类收集情况']);
    const rubbish = visits[1].records.find(
      ({ kindName }: Answer['body']) => kindName === '垃圾积存',
    );
    const { fact, course } = (
      await town.who('zhou').get(`${town.base}/ledger/facts/${rubbish.factId}`)
    ).body;
    expect(fact).toMatchObject({
      on: '2026-04-14',
      matter: 'environment 2026-04 河口村 1',
      note: '村口桥边、塘边',
      evidence: ['人居环境月检查表 2026-04 河口村 现场表第1行'],
      files: [{ id: photo }],
    });
    expect(course[0].sentence).toBe('周城建代郑城建、应应急登记。');
  });

  it('gives the points of the month that a pencil gives', async () => {
    // 河口村 100 − 3×0.5 − 6 − 3 − 2 − 2 = 85.5; 西岭村 100 − 10 − 6 − 1 − 3 − 1 = 79.
    expect(await town.totals(line)).toEqual({
      东溪村: '100.0',
      河口村: '85.5',
      西岭村: '79.0',
      南坪村: 'missing',
    });
  });

  it('changes no more; what was wrong is reversed in the ledger', async () => {
    const { visits } = (await town.who('gu').get(`${town.base}/rounds/${round.round.id}/results`))
      .body;
    const [{ id, version, state }] = visits[0].sheets;
    expect(state).toBe('counted');
    const object = { version, says: 'object', note: '那一处不是我们村的。' };
    const refused = await town.refused('results.counted', () =>
      town.who('chen').post(`${town.base}/sheets/${id}/answers`, object),
    );
    expect(refused.body.detail).toContain('更正那条事实');
    const change = { version, answers: soundAnswers, note: '看错了一处' };
    const other = await town.refused('sheets.counted-already', () =>
      town.who('zhou').post(`${town.base}/sheets/${id}/changes`, change),
    );
    expect(other.body.detail).toContain('台账里更正');
    const { rows } = (await town.who('gu').get(`${town.base}/rounds`)).body;
    expect(rows.map((one: Answer['body']) => one.state)).toEqual(['closed']);
  });
});
