/** Objections to what is sealed: a mark, a whole result; the written answer; what is told of them in figures. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type ObjectionTown, objectionTown } from '../../../test/objection-town.ts';
import { partsOf, textIn } from '../../../test/ooxml.ts';

const kit = useProgram();
let town: ObjectionTown;
const period = { line: 'small-town', period: '2026-Q1' };
const about = { ...period, subject: '东溪村' };
let first: string;

const decision = {
  result: 'kept',
  lookedAt: '二月暗访记录',
  finding: '五处都在本村地界内。',
  reasons: '与照片一致，没有算错。',
  basis: '第1.1条',
};

beforeAll(async () => {
  kit().setNow('2026-04-10T02:00:00.000Z');
  town = await objectionTown(kit(), 'qinghe');
  first = `${town.base}/periods/small-town/2026-Q1`;
});

/** Has the answer made. */
async function numbered(id: string, name = 'wu') {
  return town.who(name).post(`${town.base}/objections/${id}/official-document`);
}

/** Takes an objection as far as a decision. */
async function decided(words: object, more: object = {}): Promise<string> {
  const { body } = await town.object('chen', words);
  const { id } = body.objection;
  await town.act('wu', id, 'acknowledgement');
  await town.act('wu', id, 'assignment', { person: 'p-gu' });
  const { status, body: told } = await town.act('gu', id, 'decision', { ...decision, ...more });
  expect([status, told.detail ?? '']).toEqual([200, '']);
  return id;
}

describe('a mark and a result', () => {
  it('are objected to once they are kept, not while they are worked out', async () => {
    await town.refused('objections.matter-unknown', () => town.object('chen', about));
    const open = await town.fact();
    expect((await town.object('chen', { fact: open })).status).toBe(200);
    const cautious = await town.who('wu').get(`${first}/subjects/${encodeURIComponent('东溪村')}`);
    expect(cautious.status).toBe(200);
    for (const to of ['scoring', 'checking']) await town.who('wu').post(`${first}/state`, { to });
    // Whoever was not answered keeps a period from being sealed, unless a reason is given.
    const waiting = (await town.object('chen', { fact: 'F1' })).body.objection.id;
    const early = await town.refused('assessment.seal-early', () =>
      town.who('wu').post(`${first}/seal`),
    );
    expect(JSON.stringify(early)).toContain('还有 1 件异议没有答复');
    await town.act('chen', waiting, 'withdrawal');
    const sealed = await town.who('wu').post(`${first}/seal`);
    expect([sealed.status, sealed.body.detail ?? '']).toEqual([200, '']);
    await town.refused('objections.matter-unknown', () =>
      town.object('chen', { ...about, clause: '9.9' }),
    );
    await town.refused('objections.not-yours', () => town.object('xi', about));
    const { body } = await town.object('chen', { ...about, clause: '1.1' });
    expect(body.objection.matter).toMatchObject({
      kind: 'mark',
      clause: '1.1',
      edition: 1,
      title: expect.stringContaining('第 1.1 条'),
    });
    const tree = await town.who('chen').get(`${first}/subjects/${encodeURIComponent('东溪村')}`);
    expect(tree.body.objected).toEqual({ facts: [], clauses: ['1.1'] });
    const sheet = await town
      .who('chen')
      .get(`${first}/subjects/${encodeURIComponent('东溪村')}/sheet`);
    expect(String(sheet.body)).toContain('有异议、正在核实：第 1.1 条');
    const other = await town.who('xi').get(`${first}/subjects/${encodeURIComponent('西岗村')}`);
    expect(other.body.objected).toBeUndefined();
    const foreign = new URLSearchParams({ ...about, clause: '1.1' });
    const read = await town.who('xi').get(`${town.base}/objection-matters?${foreign}`);
    expect(read.body.code).toBe('objections.matter-unknown');
  });

  it('falls after the seal into the next open period, and the answer says so', async () => {
    const id = await decided(about, {
      result: 'reversed',
      corrections: [{ takesBack: 'F1' }],
    });
    const page = await town.one(id);
    expect(page.corrections[0].later.join('')).toContain('2026年第二季度');
    expect(page.effect.office).toContain('已经封存');
    expect(page.effect.told).not.toContain('决定文号');
    // Sealed, and never published: there is no list to correct.
    expect(page.effect.lists).toEqual([]);
    await town.post('sun');
    expect((await town.one(id)).corrections).toMatchObject([{ step: 'posted' }]);
    const sealed = await town.who('chen').get(`${first}/subjects/${encodeURIComponent('东溪村')}`);
    const { body } = await town.act('wu', id, 'answer', { on: '2026-04-10', how: 'inPerson' });
    expect(body.answer.no).toBe('异议答复2026-001');
    // What was sealed stays as it was.
    const after = await town.who('chen').get(`${first}/subjects/${encodeURIComponent('东溪村')}`);
    expect(after.body.total).toEqual(sealed.body.total);
  });
});

describe('the written answer', () => {
  it('names matter, findings, reasons, clause and further ways; statute for those alone who have it', async () => {
    const fact = await town.fact();
    const id = await decided({ fact });
    const paper = await town.who('chen').get(`${town.base}/objections/${id}/paper`);
    expect(paper.status).toBe(200);
    const words = async (bytes: Uint8Array) =>
      textIn((await partsOf(bytes)).get('word/document.xml'));
    const draft = await words(paper.bytes);
    const parts = ['2026年4月10日', fact, decision.finding, decision.reasons];
    for (const part of [...parts, decision.basis, '县级', '草稿']) expect(draft).toContain(part);
    // It has its number and its day before anybody signs for it.
    const made = await numbered(id);
    expect(made.body).toMatchObject({ number: '异议答复2026-002', isNew: true });
    expect((await numbered(id)).body).toMatchObject({ number: '异议答复2026-002', isNew: false });
    const read = await town.who('chen').get(`${town.base}/objections/${id}/paper`);
    const final = await words(read.bytes);
    for (const part of [...parts, '异议答复2026-002', '办理经过第4步（4月10日决定）']) {
      expect(final).toContain(part);
    }
    expect(final).not.toContain('草稿');
    expect(final).not.toContain('公务员法');
    await town.refused('objections.answer-made', () => town.act('gu', id, 'decision', decision));
    await town.act('wu', id, 'answer', { on: '2026-04-10', how: 'inPerson' });
    const handed = await town.who('wu').get(`${town.base}/objections/${id}/paper`);
    expect(handed.bytes).toEqual(read.bytes);
    const page = await town.one(id);
    expect([page.answer.no, page.document.number]).toEqual(Array(2).fill('异议答复2026-002'));
    const early = (await town.assigned()).id;
    const first = await town.who('wu').get(`${town.base}/objections/${early}/paper`);
    expect(await words(first.bytes)).toContain('草稿');
    await town.refused('objections.wrong-state', () => numbered(early));
    await town.refused('objections.not-your-deed', () => numbered(early, 'gu'));
    const behalf = { way: 'paper', of: 'p-lin', saidOn: '2026-04-10', confirmed: '本人签名' };
    const servant = { way: 'paper', of: 'p-ji', saidOn: '2026-04-10', confirmed: '本人签名' };
    for (const [said, wanted] of [
      [behalf, false],
      [servant, true],
    ] as const) {
      const { body } = await town.object('tian', { behalf: said });
      const ways = body.furtherWays.join('');
      expect([said.of, ways.includes('《公务员法》第九十五条')]).toEqual([said.of, wanted]);
      expect(ways.includes('咨询') || ways.includes('以公布的条文为准')).toBe(true);
    }
    const stranger = await town.who('xi').get(`${town.base}/objections/${id}/paper`);
    expect(stranger.body.code).toBe('objections.objection-unknown');
  });
});

describe('the number of an answer', () => {
  it('is given once: what was made void gets another, what was signed for long ago keeps its own', async () => {
    const id = await decided({ fact: await town.fact() });
    const { number, id: document } = (await numbered(id)).body;
    await town.who('wu').post(`${town.base}/official-documents/${document}/void`, {
      reason: '日期写错',
    });
    const again = (await numbered(id)).body.number;
    expect(Number(again.slice(-3))).toBe(Number(number.slice(-3)) + 1);
    const old = await decided({ fact: await town.fact() });
    await kit().inside(town.tenant, async (db) => {
      await db
        .insertInto('objection_deed')
        .values({
          tenant_id: town.tenant,
          id: randomUUID(),
          objection_id: old,
          seq: 5,
          deed: 'answer',
          words: JSON.stringify({ no: '异复2026-9', on: '2026-04-10', how: 'inPerson' }),
          at: '2026-04-10T02:00:00.000Z',
        })
        .execute();
      await db.updateTable('objection').set({ state: 'answered' }).where('id', '=', old).execute();
    });
    const paper = await town.who('chen').get(`${town.base}/objections/${old}/paper`);
    const said = textIn((await partsOf(paper.bytes)).get('word/document.xml'));
    expect(said).toContain('异复2026-9');
    expect(said).not.toContain('草稿');
    expect((await town.one(old)).answer.no).toBe('异复2026-9');
    await town.refused('objections.wrong-state', () => numbered(old));
  });
});

describe('the figures', () => {
  it('are for the office and discipline, and say nothing of fewer than five', async () => {
    const read = async (name: string) =>
      town.who(name).get(`${town.base}/objection-statistics?year=2026`);
    for (const name of ['chen', 'gu', 'zhou', 'tian']) {
      expect([name, (await read(name)).body.code]).toEqual([name, 'gate.not-permitted']);
    }
    const before = (await read('ji')).body;
    const few = before.groups.find(
      (one: { by: string; name: string }) => one.by === 'office' && one.name === '城建办',
    );
    expect(few.objected).toBeLessThan(5);
    expect(few.fallen).toBeUndefined();
    for (let at = few.objected; at < 5; at += 1) {
      const fact = await town.fact();
      await decided(
        { fact },
        at === few.objected ? { result: 'reversed', corrections: [{ takesBack: fact }] } : {},
      );
    }
    await town.post('sun');
    const { groups, least } = (await read('wu')).body;
    expect(least).toBe(5);
    const office = groups.filter(({ by }: { by: string }) => by === 'office');
    expect(office).toContainEqual({ by: 'office', name: '城建办', objected: 5, fallen: 2 });
  });
});
