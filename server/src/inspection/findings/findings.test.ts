/** Findings over HTTP: made of what holds, sent out through the gate, looked at again by another. */

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FindingTown, findingTown } from '../../../test/finding-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { wordParagraphs } from '../../platform/index.ts';
import { passResultsEverywhere } from '../results/telling.ts';

const kit = useProgram();
let town: FindingTown;

beforeAll(async () => {
  town = await findingTown(kit(), 'qinghe');
});
beforeEach(async () => {
  kit().setNow('2026-04-10T02:00:00.000Z');
  await town.filing(true);
});

describe('a finding', () => {
  it('is each place where something was wrong, with its photo and its day', async () => {
    const { rows, evidenceId, round } = await town.found();
    expect(
      rows.map(({ group, place, dueOn, before }: Record<string, unknown>) => [
        group,
        place,
        dueOn,
        before,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['清除裸露垃圾', '村口小桥', '2026-04-15', [evidenceId]],
        ['清除裸露垃圾', '河堤', '2026-04-15', []],
        ['公开评比', '公示牌没有更新', '2026-04-21', []],
      ]),
    );
    expect((await town.list('chen', round)).length).toBe(3);
    expect(await town.list('nong', round)).toEqual([]);
    await town.refused('findings.finding-unknown', () =>
      town.who('nong').get(`${town.base}/findings/${rows[0].id}`),
    );
  });
});

describe('rectifying', () => {
  it('makes one item a finding and asks the gate once; the village reads what goes out', async () => {
    const { rows, round } = await town.found();
    const demands = () =>
      kit().inside(town.tenant, (db) => db.selectFrom('demand').selectAll().execute());
    const before = (await demands()).length;
    await town.leaves('gate.not-permitted', () => town.rectify('tian', rows));
    await town.leaves('findings.finding-unknown', () => town.rectify('nong', rows));
    await town.leaves('findings.changed-meanwhile', () =>
      town.rectify('zhou', [{ ...rows[0], version: 9 }]),
    );
    const other = await town.found();
    await town.leaves('findings.sheets-differ', () =>
      town.rectify('zhou', [rows[0], other.rows[0]]),
    );
    const answer = await town.rectify('zhou', rows);
    expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
    expect(answer.body.isStopped).toBe(false);
    expect((await demands()).length).toBe(before + 1);
    const items = (await town.list('chen', round)).map(({ item }) => item);
    expect(items).toMatchObject([{ isDone: false }, { isDone: false }, { isDone: false }]);
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(3);
    for (const { id } of items) {
      expect((await town.who('chen').get(`${town.items.base}/${id}`)).body.item.state).toBe(
        'assigned',
      );
    }
    await town.leaves('findings.not-now', async () =>
      town.rectify('zhou', await town.list('zhou', round)),
    );
  });

  it('waits for a leader where the gate stops it, and goes out then', async () => {
    const { rows, round } = await town.found();
    const answer = await town.rectify('zhou', rows.slice(0, 1), { dutyEntry: undefined });
    expect(answer.body.isStopped).toBe(true);
    const row = (await town.list('zhou', round)).find(
      ({ id }: { id: string }) => id === rows[0].id,
    );
    expect(row).toMatchObject({ state: 'toRectify', item: { isDone: false } });
    await town.refused('demands.gate-stopped', () => town.items.act('zhou', row.item.id, 'assign'));
  });

  it('belongs to the office that inspects, also where others were there', async () => {
    const { rows } = await town.found({ inspectors: ['P-zheng', 'P-nong'] });
    await town.leaves('findings.not-yours', () => town.rectify('nong', rows));
  });
});

describe('a rectification notice', () => {
  const path = () => `${town.base}/findings/official-documents`;

  it('is a numbered document for each sheet, made by who inspects, while it is to be put right', async () => {
    const [one, two] = [await town.found(), await town.found()];
    const findings = [...one.rows, ...two.rows].map(({ id }) => id);
    await town.leaves('gate.not-permitted', () => town.who('chen').post(path(), { findings }));
    await town.leaves('findings.not-yours', () => town.who('nong').post(path(), { findings }));
    await town.leaves('findings.finding-unknown', () =>
      town.who('zhou').post(path(), { findings: [one.round] }),
    );
    const { body } = await town.who('zhou').post(path(), { findings });
    expect(body.rows.map(({ number }: { number: string }) => number)).toEqual([
      '整改通知书2026-001',
      '整改通知书2026-002',
    ]);
    const again = await town.who('zhou').post(path(), { findings });
    expect(again.body.rows).toEqual(body.rows.map((row: object) => ({ ...row, isNew: false })));
    const { bytes } = await town
      .who('zhou')
      .get(`${town.base}/official-documents/${body.rows[0].id}/file`);
    const text = (await wordParagraphs('整改通知书.docx', bytes)).join('|');
    expect(text).toContain('公示牌没有更新|2026年4月21日');
    expect(text).toContain('东溪村：');
    const [dropped] = one.rows;
    await town.act('zhou', dropped.id, 'drop', { note: '同一处记了两次' });
    await town.leaves('findings.not-now', () =>
      town.who('zhou').post(path(), { findings: [dropped.id] }),
    );
  });
});

describe('looking again', () => {
  it('is for who neither inspected nor worked on it, with a photo', async () => {
    const { rows, sheet } = await town.found();
    const [first] = rows;
    const id = first.id as string;
    const right = { result: 'rectified', evidence: [(await town.photo('zhou')).evidenceId] };
    await town.leaves('findings.not-now', () => town.act('zhou', id, 'rechecks', right));
    await town.rectify('zhou', [first]);
    const { item } = await town.one(id);
    await town.leaves('findings.item-open', () => town.act('zhou', id, 'rechecks', right));
    await town.finish(item.id);
    await town.leaves('gate.not-permitted', () => town.act('he', id, 'rechecks', right));
    await town.leaves('findings.own-inspection', () => town.act('zheng', id, 'rechecks', right));
    await town.leaves('findings.photo-needed', () =>
      town.act('zhou', id, 'rechecks', { result: 'rectified' }),
    );
    await town.leaves('findings.note-needed', () =>
      town.act('zhou', id, 'rechecks', { ...right, result: 'notYet' }),
    );
    const { body } = await town.act('zhou', id, 'rechecks', right);
    expect(body.finding).toMatchObject({
      state: 'rectified',
      before: first.before,
      after: right.evidence,
    });
    expect(body.course.map(({ deed }: { deed: string }) => deed)).toEqual([
      'find',
      'rectify',
      'recheck',
    ]);
    // The village sees before and after side by side.
    const photo = await town.who('chen').get(`${town.base}/evidence/${right.evidence[0]}`);
    expect(photo.status).toBe(200);
    expect(sheet).toBe(first.sheet);
  });

  it('is not for who finished the item; what is not right goes out once more', async () => {
    const { rows } = await town.found();
    const id = rows[0].id as string;
    await town.rectify('zhou', [rows[0]]);
    const { item } = await town.one(id);
    await town.items.course(item.id, ['zhou', 'finish', { note: '村里已改' }]);
    const evidence = [(await town.photo('zhou')).evidenceId];
    await town.leaves('findings.own-work', () =>
      town.act('zhou', id, 'rechecks', { result: 'rectified', evidence }),
    );
    const seen = [(await town.photo('tian')).evidenceId];
    const again = { result: 'notYet', note: '桥下还有一处', evidence: seen };
    expect((await town.act('tian', id, 'rechecks', again)).body.finding.state).toBe('found');
    const once = await town.rectify('zhou', [await town.one(id)]);
    expect([once.body.isStopped, once.body.rows[0].item.id === item.id]).toEqual([false, false]);
  });
});

describe('a day', () => {
  it('tells the supervision office what is overdue, and nobody twice', async () => {
    const { rows } = await town.found();
    const id = rows[0].id as string;
    const lines = async () =>
      (await town.who('tian').get(`${town.base}/desk?take=500`)).body.rows.filter(
        ({ address }: { address: string }) => address.includes(id),
      );
    const pass = (day: string) => {
      kit().setNow(`${day}T00:00:00.000Z`);
      return passResultsEverywhere(kit().database, `${day}T00:00:00.000Z`);
    };
    await pass('2026-04-15');
    expect(await lines()).toEqual([]);
    await pass('2026-04-22');
    await pass('2026-04-22');
    expect((await lines()).length).toBe(1);
    await town.leaves('findings.own-inspection', () =>
      town.act('zheng', id, 'drop', { note: '记错了' }),
    );
    await town.leaves('findings.finding-unknown', () =>
      town.act('nong', id, 'drop', { note: '记错了' }),
    );
    expect((await town.act('zhou', id, 'drop', { note: '不在本村地界' })).status).toBe(200);
    await town.leaves('findings.not-now', () => town.act('zhou', id, 'drop', { note: '再撤一次' }));
    expect((await town.one(id)).state).toBe('dropped');
    expect(await lines()).toEqual([]);
  });
});
