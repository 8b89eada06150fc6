/** Results of other offices over HTTP: shown before anybody goes again, taken over, or gone to all the same. */

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';
import { type RoundTown, roundTown, soundTemplate, visitTo } from '../../../test/round-town.ts';

const kit = useProgram();
let town: RoundTown;
let count = 0;

type Page = Answer['body'];

const [rubbish] = soundTemplate.lines;
/** What 应急办 looks at: rubbish as a fact of the same kind in other words, hydrants of its own. */
const theirs = [
  { ...rubbish, code: 'piles', group: '消防通道', standard: '通道边没有堆放物' },
  {
    ...rubbish,
    code: 'hydrant',
    group: '消防栓',
    standard: '有水',
    asks: 'yesNo',
    kind: undefined,
  },
].map(({ field, ...line }) => (line.kind === undefined ? line : { ...line, field }));

const answers = {
  piles: { asks: 'count', count: 2, places: [{ id: 'a', at: '村口小桥' }], note: '要清' },
  hydrant: { asks: 'yesNo', yes: true, places: [], note: '' },
};

beforeEach(async () => {
  kit().setNow('2026-04-10T02:00:00.000Z');
  count += 1;
  town = await roundTown(kit(), `town${count}`);
});

interface HeldPut {
  readonly state?: string;
  readonly spare?: boolean;
  readonly sentAt?: string;
  readonly village?: string;
}

/** A visit of 应急办 to a village, with a sheet of it. @returns the id of the visit */
async function lookedAt(put: HeldPut = {}): Promise<string> {
  const { state = 'confirmed', spare = false, sentAt = '2026-04-02T02:00:00.000Z' } = put;
  const template = { code: `hazards${randomUUID().slice(0, 8)}`, office: '应急办', lines: theirs };
  await town.released({ ...template, name: '安全隐患排查表' });
  const { body } = await town.who('ying').post(`${town.base}/rounds`, {
    ...{ template: template.code, period: '2026-04', from: '2026-04-01', to: '2026-04-30' },
    ...{ mode: 'unannounced', subjects: [put.village ?? '东溪村'] },
  });
  const [visit] = body.visits;
  await kit().inside(town.tenant, async (db) => {
    const held = { id: randomUUID(), visit_id: visit.id, tenant_id: town.tenant };
    await db
      .insertInto('inspection_sheet')
      .values({
        ...held,
        template: template.code,
        template_version: 1,
        account_id: town.who('ying').accountId,
        person: 'P-ying',
        origin: 'paper',
        revision: 1,
        digest: '0'.repeat(64),
        answers: JSON.stringify(answers),
        is_spare: spare,
        state,
        saved_at: sentAt,
        sent_at: sentAt,
      })
      .execute();
    await db
      .updateTable('inspection_visit')
      .set({ state: 'gone', planned_on: sentAt.slice(0, 10) })
      .where('id', '=', visit.id)
      .execute();
  });
  return visit.id;
}

const plan = async (words: object = {}): Promise<Page> => {
  await town.released();
  return town.round(words);
};
const existing = (name: string, query: string) =>
  town.who(name).get(`${town.base}/rounds/existing-results?${query}`);
const ofSheet = `office=${encodeURIComponent('城建办')}&template=environment&period=2026-04`;
const reuse = (name: string, { round }: Page, visit: string, words: object) =>
  town.who(name).post(`${town.base}/rounds/${round.id}/visits/${visit}/reuse`, {
    version: round.version,
    reason: '同月同项',
    ...words,
  });

describe('what another office found', () => {
  it('is shown before planning: its lines that are the same and how many places were wrong, no more', async () => {
    const visit = await lookedAt();
    await town.released();
    const { body } = await existing('zhou', ofSheet);
    expect(body.rows).toEqual([
      {
        visit,
        office: { code: '应急办', name: '应急办' },
        template: '安全隐患排查表',
        village: { code: '东溪村', name: '东溪村' },
        subject: { code: '东溪村', name: '东溪村' },
        on: '2026-04-02',
        lines: [{ group: '消防通道', standard: '通道边没有堆放物', wrong: 2 }],
        sentence: '应急办4月2日查过同样的1项，1项有问题。可以沿用，不用再去。',
      },
    ]);
    // Who reads the sheet today is shown the way to it.
    expect((await existing('gu', ofSheet)).body.rows[0].sheet).toEqual({
      id: expect.any(String),
      round: expect.any(String),
    });
  });

  it('is one that holds, of the period, of another office, of lines that are the same', async () => {
    for (const put of [
      { state: 'toConfirm' },
      { state: 'objected' },
      { spare: true },
      { sentAt: '2026-03-31T15:59:00.000Z' },
    ]) {
      await lookedAt(put);
    }
    await town.released();
    await town.released({
      code: 'wells',
      lines: [{ ...rubbish, kind: undefined, field: undefined }],
    });
    expect((await existing('zhou', ofSheet)).body.rows).toEqual([]);
    await lookedAt({ sentAt: '2026-03-31T16:00:00.000Z' });
    expect((await existing('zhou', ofSheet)).body.rows).toHaveLength(1);
    expect((await existing('zhou', ofSheet.replace('environment', 'wells'))).body.rows).toEqual([]);
    const own = ofSheet.replace(encodeURIComponent('城建办'), encodeURIComponent('应急办'));
    expect((await existing('ying', own)).body.rows).toEqual([]);
  });

  it('is the same also where the words are, without a kind of fact', async () => {
    await lookedAt();
    const line = { ...theirs[1], code: 'water', group: '消防 栓', standard: '有水。' };
    await town.released({ code: 'wells', lines: [line] });
    const { body } = await existing('zhou', ofSheet.replace('environment', 'wells'));
    expect(body.rows[0].lines).toEqual([{ group: '消防栓', standard: '有水', wrong: 0 }]);
    expect(body.rows[0].sentence).toContain('都没有发现问题');
  });

  it('is read for an office of one’s own alone, and by no village', async () => {
    await town.refused('rounds.not-yours', () => existing('ying', ofSheet));
    await town.refused('gate.not-permitted', () => existing('chen', ofSheet));
  });

  it('is shown before a demand for thirty days, with all lines', async () => {
    await lookedAt();
    const ofDemand = `office=${encodeURIComponent('城建办')}`;
    const { body } = await existing('zhou', ofDemand);
    expect(body.rows[0].lines).toHaveLength(2);
    expect(body.rows[0].sentence).toBe('应急办4月2日查过2项，1项有问题。可以沿用，不用再去。');
    kit().setNow('2026-05-02T02:00:00.000Z');
    expect((await existing('zhou', ofDemand)).body.rows).toHaveLength(1);
    kit().setNow('2026-05-03T02:00:00.000Z');
    expect((await existing('zhou', ofDemand)).body.rows).toEqual([]);
  });
});

describe('a visit for which there is a result', () => {
  it('says so first, and has no day before somebody said why one goes all the same', async () => {
    const from = await lookedAt();
    const page = await plan();
    const visit = visitTo(page, '东溪村');
    expect(visit.hints).toMatchObject([{ kind: 'reuse', visit: from }]);
    expect(visit.existing).toHaveLength(1);
    expect(visitTo(page, '河口村')).toMatchObject({ hints: [], existing: [] });
    await town.refused('rounds.result-exists', () =>
      town.settle('zhou', page, visit.id, { on: '2026-04-15' }),
    );
    const other = await town.settle('zhou', page, visitTo(page, '河口村').id, { on: '2026-04-15' });
    const gone = (await reuse('zhou', other.body, visit.id, { from: null, reason: '群众又有反映' }))
      .body;
    expect(visitTo(gone, '东溪村')).toMatchObject({ state: 'planned', reason: '群众又有反映' });
    const settled = await town.settle('zhou', gone, visit.id, { on: '2026-04-15' });
    expect(visitTo(settled.body, '东溪村').plannedOn).toBe('2026-04-15');
  });

  it('may have its day and the reason at once', async () => {
    await lookedAt();
    const page = await plan();
    const { id } = visitTo(page, '东溪村');
    const settled = await town.settle('zhou', page, id, {
      on: '2026-04-15',
      reason: '上级要求再看',
    });
    expect(visitTo(settled.body, '东溪村')).toMatchObject({
      plannedOn: '2026-04-15',
      reason: '上级要求再看',
    });
  });

  it('takes it over: nobody goes, and the office is counted a saved visit', async () => {
    const from = await lookedAt();
    const page = await plan();
    const { id } = visitTo(page, '东溪村');
    const { body } = await reuse('zhou', page, id, { from });
    const taken = visitTo(body, '东溪村');
    expect(taken).toMatchObject({
      state: 'withdrawn',
      reuses: { id: from, office: { name: '应急办' } },
      reason: '沿用应急办4月2日的结果：同月同项',
      hints: [],
    });
    expect(taken.mergedWith).toBeUndefined();
    const { body: calendar } = await town.who('gu').get(`${town.base}/rounds/calendar`);
    expect(calendar.villages[0]).toMatchObject({ village: { name: '东溪村' }, journeys: 1 });
    const saved = async (name: string, month = '2026-04') =>
      (await town.who(name).get(`${town.base}/rounds/saved-visits?month=${month}`)).body.offices;
    const own = [{ office: { code: '城建办', name: '城建办' }, visits: 1 }];
    expect([await saved('zhou'), await saved('gu')]).toEqual([own, own]);
    expect([await saved('ying'), await saved('gu', '2026-05')]).toEqual([[], []]);
    await town.refused('gate.not-permitted', () =>
      town.who('chen').get(`${town.base}/rounds/saved-visits`),
    );
  });

  it('is not taken over where it cannot be', async () => {
    const from = await lookedAt();
    const elsewhere = await lookedAt({ village: '河口村' });
    const page = await plan({ subjects: ['东溪村', '西岭村'] });
    const { id } = visitTo(page, '东溪村');
    await town.refused('rounds.reuse-unfit', () => reuse('zhou', page, id, { from: elsewhere }));
    await town.refused('rounds.reuse-unfit', () =>
      reuse('zhou', page, visitTo(page, '西岭村').id, { from: null }),
    );
    await town.refused('rounds.changed-meanwhile', () =>
      reuse('zhou', { round: { ...page.round, version: 9 } }, id, { from }),
    );
    await town.refused('rounds.round-unknown', () => reuse('ying', page, id, { from }));
    await town.refused('rounds.round-unknown', () => reuse('he', page, id, { from }));
    await town.refused('gate.not-permitted', () => reuse('chen', page, id, { from }));
    const taken = await reuse('zhou', page, id, { from });
    await town.refused('rounds.round-over', () => reuse('zhou', taken.body, id, { from }));
  });
});
