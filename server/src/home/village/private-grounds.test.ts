/**
 * A ground that touches somebody's privacy, from the form that says so to every place where it could
 * leave the office: the village reads what was said of it, others and every paper read a word by rule.
 */

import { readFacts } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { type Asker, useProgram } from '../../../test/kit/rooms.ts';
import { type ObjectionTown, objectionTown } from '../../../test/objection-town.ts';
import { putFacts } from '../../ledger/index.ts';

const kit = useProgram();
const dongxi = encodeURIComponent('东溪村');
interface Said {
  readonly about: readonly string[];
  readonly note: string;
  readonly matter?: string;
  readonly doc?: { readonly no: string };
}
/** What private facts say: of the village alone, naming a person or a village, be it in a paper. */
const grounds = {
  own: { about: ['东溪村'], note: '会计住院，没有人清运' },
  named: { about: ['东溪村'], note: '保洁组长 zheng 的家人病重' },
  joint: { about: ['东溪村', '西岗村'], note: '两村合雇的保洁员在坐月子' },
  village: { about: ['东溪村'], note: '从西岗村嫁来的保洁员小产' },
  matter: { about: ['东溪村'], note: '养老金被停发', matter: '西岗村郑某信访' },
  paper: { about: ['东溪村'], note: '低保复核没有过', doc: { no: '南坪村〔2026〕2号' } },
} as const satisfies Record<string, Said>;
/** Why a cell is decided; no line names the fact, its words end with the number. */
const decided = '档案员中风住院';
type Ground = keyof typeof grounds;
const all = Object.keys(grounds) as Ground[];

let town: ObjectionTown;
let period: string;
const facts = new Map<Ground, { id: string; file: string }>();
const idOf = (ground: Ground) => facts.get(ground)?.id ?? '';

beforeAll(async () => {
  kit().setNow('2026-03-25T02:00:00.000Z');
  town = await objectionTown(kit(), 'qinghe');
  period = `${town.base}/periods/small-town/2026-Q1`;
  for (const [at, ground] of all.entries()) facts.set(ground, await posted(ground, at));
  const cell = `- { id: M1, kind: missing, form: missing, about: 东溪村, period: 2026-Q1, tags: [private], by: 党政办 郑, reviewedBy: 考核办 吴, values: { clause: 2.1, state: 记零, reason: ${decided} } }`;
  await kit().inside(town.tenant, (db) =>
    putFacts(
      { db, tenant: { id: town.tenant }, now: '2026-03-26T02:00:00.000Z' },
      readFacts(cell).facts,
    ),
  );
  kit().setNow('2026-04-10T02:00:00.000Z');
  for (const to of ['scoring', 'checking']) await town.who('wu').post(`${period}/state`, { to });
  const sealed = await town.who('wu').post(`${period}/seal`);
  expect([sealed.status, sealed.body.detail ?? '']).toEqual([200, '']);
});

/** Recorded as the form does, with a photo of its own, and reviewed by another. */
async function posted(ground: Ground, at: number): Promise<{ id: string; file: string }> {
  const { about, note, matter, doc }: Said = grounds[ground];
  const zhou = town.who('zhou');
  const sent = { town: 'qinghe', name: `${ground}.txt`, bytes: Buffer.from(note) };
  const file = (await sendEvidence(zhou, sent)).body.evidence.id;
  const written = await zhou.post(`${town.base}/ledger/entries`, {
    kind: 'garbage',
    about: about.map((subject) => ({ subject })),
    on: `2026-03-1${at}`,
    values: { 处数: `${at + 1}` },
    tags: ['private'],
    files: [file],
    note,
    ...(matter ? { matter } : {}),
    ...(doc ? { doc } : {}),
  });
  expect([written.status, written.body.detail ?? '']).toEqual([200, '']);
  const { id, version } = written.body.entry;
  const review = { entries: [{ id, version }], post: true };
  const { body } = await town.who('sun').post(`${town.base}/ledger/reviews`, review);
  return { id: body.facts[0].id, file };
}

/** Which of the grounds an answer tells. */
async function toldTo(asker: Asker, path: string): Promise<Ground[]> {
  const { status, bytes } = await asker.get(`${town.base}${path}`);
  expect([path, status]).toEqual([path, 200]);
  const text = new TextDecoder().decode(bytes);
  return all.filter((ground) => text.includes(grounds[ground].note));
}

const line = '/periods/small-town/2026-Q1';
const tree = `${line}/subjects/${dongxi}`;

describe('a private ground', () => {
  it('is read by the office, and by its village unless it names somebody else', async () => {
    for (const path of [tree, '/ledger/facts', `/villages/${dongxi}/page`]) {
      expect([path, await toldTo(town.who('wu'), path)]).toEqual([path, all]);
      expect([path, await toldTo(town.who('chen'), path)]).toEqual([path, ['own']]);
    }
    const other = `${line}/subjects/${encodeURIComponent('西岗村')}`;
    expect(await toldTo(town.who('xi'), other)).toEqual([]);
    expect(await toldTo(town.who('xi'), '/ledger/facts')).toEqual([]);
  });

  it('leaves its points, its clause and its number where the words go', async () => {
    const { root, total } = (await town.who('chen').get(`${town.base}${tree}`)).body;
    const flat = (one: typeof root): (typeof root)[] => [one, ...one.children.flatMap(flat)];
    const rests = (ground: Ground) =>
      flat(root).filter(({ facts: on }) =>
        on.some(({ id }: { id: string }) => id === idOf(ground)),
      );
    const [masked] = rests('named');
    expect(masked).toMatchObject({ milli: -1000, reason: '' });
    expect(masked.plain).toBe('按规定扣分（第 1.1 条，涉及个人隐私，不公开）。');
    const hidden = { id: idOf('named'), sentence: '按规定扣分', evidence: [], files: [] };
    expect(masked.facts).toEqual([hidden]);
    expect(rests('own')[0].facts[0].files).toHaveLength(1);
    const office = (await town.who('wu').get(`${town.base}${tree}`)).body;
    expect(total).toEqual(office.total);
    const { body } = await town.who('chen').get(`${town.base}/villages/${dongxi}/page`);
    const moved = body.results[0].moved.map(({ milli }: { milli: number }) => milli);
    expect(moved.toSorted((a: number, b: number) => a - b)).toEqual([
      -5000, -3000, -2500, -2500, -2000, -1500, -1000, -500,
    ]);
    const { rows } = (await town.who('chen').get(`${town.base}${tree}/chances`)).body;
    const chance = rows.find(({ factId }: { factId: string }) => factId === idOf('joint'));
    expect(chance.sentence).toBe('按规定扣分的一条（第 1.1 条）不计的话');
  });

  it('is on no paper, that of its own village neither', async () => {
    for (const name of ['wu', 'chen']) {
      for (const path of [`${tree}/sheet`, `/villages/${dongxi}/sheet`]) {
        expect([name, path, await toldTo(town.who(name), path)]).toEqual([name, path, []]);
        const { bytes } = await town.who(name).get(`${town.base}${path}`);
        const text = new TextDecoder().decode(bytes);
        expect(text).toContain('按规定扣分');
        expect(text).toContain('二月暗访');
        expect(text).not.toContain('3月10日');
        expect(text).not.toContain(decided);
      }
    }
  });

  it('decides a cell without a word on paper, there and in all that stands above it', async () => {
    const told = async (path: string) =>
      new TextDecoder().decode((await town.who('chen').get(`${town.base}${path}`)).bytes);
    expect(await told(tree)).toContain(decided);
    expect(await told(`${tree}/sheet`)).toContain('涉及个人隐私，不公开（事实 M1）');
  });

  it('keeps its page and its photo from whoever is not told', async () => {
    const statusOf = async (name: string, path: string) =>
      (await town.who(name).get(`${town.base}${path}`)).status;
    for (const [ground, { id, file }] of facts) {
      const isTold = ground === 'own' ? 200 : 404;
      for (const [name, status] of [
        ['wu', 200],
        ['chen', isTold],
        ['xi', 404],
      ] as const) {
        expect([ground, name, await statusOf(name, `/ledger/facts/${id}`)]).toEqual([
          ground,
          name,
          status,
        ]);
        expect([ground, name, await statusOf(name, `/evidence/${file}/file`)]).toEqual([
          ground,
          name,
          status,
        ]);
      }
    }
  });

  it('keeps its photo where a fact that anybody may read cites the same', async () => {
    const files = all.flatMap((ground) => facts.get(ground)?.file ?? []);
    const words = { kind: 'garbage', about: [{ subject: '东溪村' }], on: '2026-04-08', files };
    const zhou = town.who('zhou');
    const values = { 处数: '1' };
    const written = await zhou.post(`${town.base}/ledger/entries`, { ...words, values });
    expect([written.status, written.body.detail ?? '']).toEqual([200, '']);
    await town.post('sun');
    const read = async (name: string) => {
      const found = files.map((file) => town.who(name).get(`${town.base}/evidence/${file}/file`));
      return (await Promise.all(found)).map(({ status }) => status);
    };
    expect(await read('wu')).toEqual(all.map(() => 200));
    expect(await read('chen')).toEqual(all.map((ground) => (ground === 'own' ? 200 : 404)));
  });

  it('is objected to without being told, and taken back as privately', async () => {
    await town.refused('ledger.fact-unknown', () => town.object('chen', { fact: idOf('named') }));
    const { body } = await town.object('chen', { fact: idOf('own') });
    const title = `事实 ${idOf('own')}：东溪村 按规定处理（涉及个人隐私）`;
    expect(body.objection.matter.title).toBe(title);
    const page = (await town.who('chen').get(`${town.base}/villages/${dongxi}/page`)).body;
    const { id, answerBy, state, receivedOn } = body.objection;
    expect(page.objections).toEqual([{ id, title, state, receivedOn, answerBy, isOverdue: false }]);
    const paper = await town.who('chen').get(`${town.base}/villages/${dongxi}/sheet`);
    const due = `${title}：已收到，4月17日以前书面答复。`;
    expect(new TextDecoder().decode(paper.bytes)).toContain(due);
    for (const [deed, words] of [
      ['acknowledgement', {}],
      ['assignment', { person: 'p-zheng' }],
    ] as const) {
      expect((await town.act('wu', id, deed, words)).status).toBe(200);
    }
    // Nobody ticked that what is right is private.
    const right = {
      kind: 'garbage',
      about: [{ subject: '东溪村' }],
      on: '2026-03-10',
      values: { 处数: '2' },
      note: '会计化疗，清了一半',
    };
    const decision = {
      result: 'replaced',
      lookedAt: '住院单',
      finding: '住院的事属实。',
      reasons: '已经清理了一半。',
    };
    const corrections = [{ takesBack: idOf('own'), right }];
    const answer = { ...decision, basis: '第1.1条', corrections };
    const upheld = await town.act('zheng', id, 'decision', answer);
    expect([upheld.status, upheld.body.detail ?? '']).toEqual([200, '']);
    expect(upheld.body.corrections[0].right).toBe('东溪村 按规定处理（涉及个人隐私）');
    const reversed = await town
      .who('zhou')
      .post(`${town.base}/ledger/facts/${idOf('paper')}/reversal`, {
        reason: '低保复核过了',
        corrected: right,
      });
    expect([reversed.status, reversed.body.detail ?? '']).toEqual([200, '']);
    const [, put] = reversed.body.entries;
    const rewritten = await town
      .who('zhou')
      .ask('PUT', `${town.base}/ledger/entries/${put.id}`, { ...right, version: put.version });
    expect([rewritten.status, rewritten.body.entry?.tags]).toEqual([200, ['private']]);
    const { rows } = (await town.who('zhou').get(`${town.base}/ledger/entries`)).body;
    expect(rows.map(({ tags }: { tags: string[] }) => tags)).toEqual(Array(4).fill(['private']));
  });
});
