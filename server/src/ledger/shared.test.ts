/** A sheet that several fill in: merged by cell, never overwritten unseen, sent by who typed it. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, line } from '../../test/ledger-town.ts';

interface Cell {
  readonly subject: string;
  readonly column: string;
  readonly value: string;
  readonly version: number;
}

const kit = useProgram();
let town: LedgerTown;
let zhou: Asker;
let he: Asker;
let lin: Asker;
let wu: Asker;

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  he = await town.person(
    'he',
    { role: 'recorder', lines: ['城建办'] },
    { role: 'reviewer', lines: ['城建办'] },
  );
  lin = await town.person('lin', { role: 'recorder', lines: ['党建办'] });
  wu = await town.person('wu', { role: 'reviewer' });
});

const ofSheet = { line, clause: '1.1', period: '2026-Q2' };
const count = 'field:处数';
const none = { version: 0, value: '' };
const cell = (subject: string, column: string, value: string, base: object = none) => ({
  ...{ subject, column, value, base },
});
const nameOf = (asker: Asker) => (asker === zhou ? 'zhou' : asker === he ? 'he' : 'lin');
const type = (asker: Asker, cells: object[], more: object = {}, headers = {}) =>
  asker.post(
    `${town.base}/sheet/cells`,
    { ...ofSheet, userName: nameOf(asker), cells, ...more },
    headers,
  );
const follow = (asker: Asker, more: object = {}) =>
  asker.post(`${town.base}/sheet/presence`, { ...ofSheet, since: 0, window: 'one', ...more });
const send = (asker: Asker, revision: number, subjects: string[], more: object = {}) =>
  asker.post(`${town.base}/sheet/entries`, {
    ...{ ...ofSheet, userName: nameOf(asker), revision, subjects, ...more },
  });
const cellsOf = ({ body }: Answer): Cell[] => body.cells;
const valueAt = async (asker: Asker, subject: string, column: string) =>
  cellsOf(await follow(asker)).find((one) => one.subject === subject && one.column === column)
    ?.value;
/** Everything that a refusal must leave as it was. */
const state = async () => ({
  town: await town.state(),
  cells: await kit().inside(town.tenantId, (db) =>
    db.selectFrom('sheet_cell').selectAll().orderBy('subject').orderBy('column_name').execute(),
  ),
});

async function refuses(attempt: () => Promise<Answer>, status: number, code: string) {
  const before = await state();
  const { status: got, body } = await attempt();
  expect([got, body.code]).toEqual([status, code]);
  expect(await state()).toEqual(before);
}

describe('typing on one sheet', () => {
  it('is there for the other as soon as it is acknowledged, with who typed it and when', async () => {
    const { body } = await type(zhou, [cell('东溪村', count, '3')]);
    expect(body).toMatchObject({ saved: [{ value: '3', isPending: true, isMine: true }] });
    // Committed before it was acknowledged: another connection reads it, whatever becomes of this one.
    expect((await state()).cells).toMatchObject([
      { subject: '东溪村', value: '3', version: body.revision, typed_by: 'p-zhou' },
    ]);
    expect(cellsOf(await follow(he))).toMatchObject([
      { value: '3', by: 'zhou', isMine: false, at: '2026-04-10T02:00:00.000Z' },
    ]);
    const { body: later } = await follow(he, { since: body.revision });
    expect([later.revision, later.cells]).toEqual([body.revision, []]);
  });

  it('merges different cells without a word', async () => {
    const both = await Promise.all([
      type(zhou, [cell('西岗村', count, '1')]),
      type(he, [cell('西岗村', 'note', '二组路口')]),
    ]);
    expect(both.map(({ body }) => [body.saved.length, body.conflicts.length])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(await valueAt(zhou, '西岗村', 'note')).toBe('二组路口');
    expect(await valueAt(he, '西岗村', count)).toBe('1');
  });

  it('of the same cell by two at once keeps the first and tells the other, who then chooses', async () => {
    const [one, two] = await Promise.all([
      type(zhou, [cell('松坡村', count, '4')]),
      type(he, [cell('松坡村', count, '7')]),
    ]);
    const [won, lost] = one.body.conflicts.length === 0 ? [one, two] : [two, one];
    const loser = lost === one ? zhou : he;
    expect([won.body.saved.length, lost.body.saved.length]).toEqual([1, 0]);
    const [theirs] = lost.body.conflicts;
    expect(theirs).toMatchObject({ value: won.body.saved[0].value, isMine: false });
    expect(theirs.by).toBe(loser === zhou ? 'he' : 'zhou');
    expect(await valueAt(wu, '松坡村', count)).toBe(theirs.value);
    const { value, version } = theirs;
    const chosen = await type(loser, [cell('松坡村', count, '9', { value, version })]);
    expect(chosen.body.conflicts).toEqual([]);
    expect(await valueAt(wu, '松坡村', count)).toBe('9');
  });

  it('asked again after a lost reply, or after a reload, saves once and finds no conflict', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const cells = [cell('禾丰村', count, '2')];
    const first = await type(zhou, cells, {}, headers);
    const again = await type(zhou, cells, {}, headers);
    expect(again.body).toEqual(first.body);
    const reloaded = await type(zhou, cells);
    expect(reloaded.body).toMatchObject({ conflicts: [], saved: [{ value: '2' }] });
    expect(reloaded.body.saved[0].version).toBe(first.body.saved[0].version);
  });

  it('back and forth by another is a change too: it is shown', async () => {
    const { body } = await type(zhou, [cell('青崖村', count, '1')]);
    const seen = body.saved[0];
    const other = await type(he, [cell('青崖村', count, '5', seen)].map(based));
    await type(he, [cell('青崖村', count, '1', other.body.saved[0])].map(based));
    const { body: late } = await type(zhou, [cell('青崖村', count, '8', seen)].map(based));
    expect([late.saved, late.conflicts.length]).toEqual([[], 1]);
    expect(await valueAt(he, '青崖村', count)).toBe('1');
  });
});

/** What a cell said when it was read, as the ground on which something is typed. */
function based({ base, ...rest }: ReturnType<typeof cell>) {
  const { version, value } = base as Cell;
  return { ...rest, base: { version, value } };
}

describe('a pasted block', () => {
  const block = (subjects: string[]) =>
    subjects.flatMap((subject) => [
      cell(subject, 'on', '2026-04-06'),
      cell(subject, count, '2'),
      cell(subject, 'evidence', '巡查表'),
    ]);

  it('is saved in one request, all of it or nothing', async () => {
    await type(he, [cell('北闸村', count, '6')]);
    const before = await state();
    const { body } = await type(zhou, block(['石桥村', '北闸村']), { isWhole: true });
    expect([body.saved, body.conflicts.length]).toEqual([[], 1]);
    expect((await state()).cells).toEqual(before.cells);
    const good = await type(zhou, block(['石桥村']), { isWhole: true });
    expect([good.body.saved.length, good.body.conflicts]).toEqual([3, []]);
  });

  it('of a thousand cells is saved and emptied again, each time in one request', async () => {
    const villages = Array.from({ length: 125 }, (_, at) => `第${at + 1}村`);
    const large = await ledgerTown(kit(), 'large', '大镇', villages);
    const clerk = await large.person('clerk', { role: 'recorder', lines: ['城建办'] });
    const columns = ['on', count, 'matter', 'docNo', 'reason', 'evidence', 'note', 'points'];
    const cells = villages.flatMap((one) => columns.map((column) => cell(one, column, `${one}的`)));
    expect(cells).toHaveLength(1000);
    const paste = (block: object[]) =>
      clerk.post(`${large.base}/sheet/cells`, {
        ...{ ...ofSheet, userName: 'clerk', isWhole: true, cells: block },
      });
    const { body: told } = await paste(cells);
    expect([told.saved.length, told.conflicts]).toEqual([1000, []]);
    const back = await paste(
      told.saved.map((one: Cell) => based(cell(one.subject, one.column, '', one))),
    );
    expect(back.body.saved).toHaveLength(1000);
    expect(back.body.saved.every((one: { isPending: boolean }) => !one.isPending)).toBe(true);
  });
});

describe('sending for review', () => {
  const row = (subject: string) => [
    cell(subject, 'on', '2026-04-07'),
    cell(subject, count, '3'),
    cell(subject, 'evidence', '巡查表'),
  ];
  const entryOf = async (subject: string) => {
    const { body } = await wu.get(`${town.base}/sheet?${new URLSearchParams(ofSheet)}`);
    return body.rows.find((one: Cell) => one.subject === subject).entries[0];
  };

  it('makes entries of those who typed; none of them reviews it, whoever sent it', async () => {
    const [on, number, evidence] = row('稻香村');
    await type(
      zhou,
      [on, number].filter((one) => one !== undefined),
    );
    const { body: typed } = await type(
      he,
      [evidence].filter((one) => one !== undefined),
    );
    const whole = await town.person('whole', { role: 'recorder' }, { role: 'reviewer' });
    const { body } = await whole.post(`${town.base}/sheet/entries`, {
      ...{ ...ofSheet, userName: 'whole', revision: typed.revision, subjects: ['稻香村'] },
    });
    expect(body).toMatchObject({ saved: 1, rows: [{ isSaved: true, findings: [] }] });
    const { id } = body.rows[0].entry;
    const { recorded_by: by, writers } = await kit().inside(town.tenantId, (db) =>
      db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect([by, [...writers].sort()]).toEqual(['p-zhou', ['p-he', 'p-zhou']]);
    const entries = [body.rows[0].entry];
    await refuses(() => he.post(`${town.base}/reviews`, { entries }), 403, 'ledger.own-entry');
    expect((await whole.post(`${town.base}/reviews`, { entries })).status).toBe(200);
  });

  it('says what is wrong cell by cell, and leaves those rows typed', async () => {
    await type(zhou, [cell('白茶村', count, '若干'), cell('白茶村', 'on', '2026-04-07')]);
    const { body: typed } = await type(zhou, row('南圃村'));
    const { body } = await send(zhou, typed.revision, ['白茶村', '南圃村'], { evidence: '台账' });
    expect(body.rows.map((one: { isSaved: boolean }) => one.isSaved)).toEqual([false, true]);
    expect(body.rows[0].findings[0].field).toBe('处数');
    expect(await valueAt(he, '白茶村', count)).toBe('若干');
    const [kept] = cellsOf(await follow(he)).filter((one) => one.subject === '南圃村');
    expect(kept).toMatchObject({ isPending: false });
    expect(await entryOf('南圃村')).toMatchObject({ values: [{ text: '3' }], state: 'draft' });
  });

  it('leaves a row that somebody changed after it was looked at, and one that was sent already', async () => {
    const { body: seen } = await type(zhou, row('新桥村'));
    await type(he, [cell('新桥村', 'note', '又看了一次')]);
    const before = await state();
    const late = await send(zhou, seen.revision, ['新桥村', '南圃村']);
    expect(late.body.saved).toBe(0);
    expect(late.body.rows[0].findings[0].sentence).toContain('he又改了');
    expect(late.body.rows[1].findings[0].sentence).toContain('没有未交');
    expect(await state()).toEqual(before);
  });

  it('typed on an entry that changed elsewhere meanwhile is told, not lost and not overwriting', async () => {
    const { version } = cellsOf(await follow(zhou)).find(
      (one) => one.subject === '南圃村' && one.column === count,
    ) as Cell;
    const { id, version: entryVersion } = await entryOf('南圃村');
    const words = { kind: 'inspection.garbage', about: [{ subject: '南圃村' }], on: '2026-04-07' };
    const changed = await he.ask('PUT', `${town.base}/entries/${id}`, {
      ...{ ...words, values: { 处数: '5' }, evidence: ['巡查表'], version: entryVersion },
    });
    expect(changed.status).toBe(200);
    const base = { version, value: '3' };
    const { body } = await type(zhou, [cell('南圃村', count, '4', base)]);
    expect(body.conflicts).toMatchObject([{ value: '5', by: 'he', isMine: false }]);
    expect(await entryOf('南圃村')).toMatchObject({ values: [{ text: '5' }] });
    const [theirs] = body.conflicts;
    const chosen = await type(zhou, [based(cell('南圃村', count, '4', theirs))]);
    expect(chosen.body.saved).toMatchObject([{ value: '4', isPending: true }]);
    const sent = await send(zhou, chosen.body.revision, ['南圃村']);
    expect(sent.body.saved).toBe(1);
    expect(await entryOf('南圃村')).toMatchObject({ values: [{ text: '4' }] });
  });
});

describe('a cell that a substitute typed', () => {
  it('is not reviewed by who was away either, whoever sends the row', async () => {
    const absent = await town.person(
      'absent',
      { role: 'recorder', lines: ['城建办'] },
      { role: 'reviewer', lines: ['城建办'] },
    );
    const stand = await town.person('stand', { role: 'recorder', lines: ['党建办'] });
    const admin = await town.person('admin', { role: 'administrator' });
    const accounts = '/api/towns/qinghe/accounts';
    const { grants } = (await absent.get(`${accounts}/own`)).body;
    const grant = grants.find(({ role }: { role: string }) => role === 'recorder').id;
    await admin.post(`${accounts}/${absent.accountId}/substitutes`, {
      ...{ grant, substitute: stand.accountId, from: '2026-04-10', to: '2026-04-24' },
    });
    const cells = [
      cell('三槐村', 'on', '2026-04-07'),
      cell('三槐村', count, '2'),
      cell('三槐村', 'evidence', '巡查表'),
    ];
    const input = { ...ofSheet, userName: 'stand', cells };
    const { body: typed } = await stand.post(`${town.base}/sheet/cells`, input);
    const { body } = await send(zhou, typed.revision, ['三槐村']);
    const entries = [body.rows[0].entry];
    await refuses(() => absent.post(`${town.base}/reviews`, { entries }), 403, 'ledger.own-entry');
    expect((await zhou.get(`${town.base}/entries/${entries[0].id}`)).body.entry).toMatchObject({
      recordedBy: { name: 'stand' },
    });
    expect((await he.post(`${town.base}/reviews`, { entries })).status).toBe(200);
  });
});

describe('who else is on a sheet', () => {
  it('is told with the cell, until seconds after they left', async () => {
    const at = { subject: '东溪村', column: count };
    await follow(zhou, { at });
    expect((await follow(he)).body.others).toEqual([{ name: 'zhou', at }]);
    expect((await follow(zhou, { window: 'two' })).body.others).toEqual([{ name: 'he' }]);
    await follow(zhou, { window: 'two', isLeaving: true });
    expect((await follow(wu)).body.others.map(({ name }: { name: string }) => name)).toEqual([
      'he',
      'zhou',
    ]);
    kit().setNow('2026-04-10T02:00:11.000Z');
    expect((await follow(wu)).body.others).toEqual([]);
    kit().setNow('2026-04-10T02:00:00.000Z');
  });

  it('does not announce who only reads; another period is another sheet', async () => {
    const watcher = await town.person('watcher', { role: 'discipline' });
    await follow(watcher);
    await follow(zhou, { period: '2026-Q1' });
    const names = (await follow(he)).body.others.map(({ name }: { name: string }) => name);
    expect(names).not.toContain('watcher');
    expect((await follow(watcher, { period: '2026-Q1' })).body.others).toEqual([{ name: 'zhou' }]);
    await follow(zhou, { period: '2026-Q1', isLeaving: true });
    expect((await follow(watcher, { period: '2026-Q1' })).body.others).toEqual([]);
  });
});

describe('what is refused', () => {
  it('to those whom the sheet does not concern', async () => {
    const cells = [cell('东溪村', 'note', '别处来的')];
    await refuses(() => type(lin, cells), 403, 'ledger.office-other');
    await refuses(() => follow(lin), 403, 'ledger.office-other');
    await refuses(() => send(lin, 99, ['东溪村']), 403, 'ledger.office-other');
    const village = await town.person('village', { role: 'village', unit: '东溪村' });
    await refuses(() => follow(village), 403, 'gate.not-permitted');
    const nobody = await kit().person('qinghe', 'nobody', { role: 'recorder', lines: ['城建办'] });
    await refuses(
      () => nobody.post(`${town.base}/sheet/cells`, { ...ofSheet, userName: 'nobody', cells }),
      403,
      'ledger.person-needed',
    );
  });

  it('in the name of another: what one person left on a page is not saved by the next', async () => {
    const cells = [cell('东溪村', 'note', '周写的')];
    const base = { ...ofSheet, userName: 'zhou' };
    const typed = () => he.post(`${town.base}/sheet/cells`, { ...base, cells });
    await refuses(typed, 409, 'ledger.sheet-other-account');
    const sent = () =>
      he.post(`${town.base}/sheet/entries`, { ...base, revision: 99, subjects: ['东溪村'] });
    await refuses(sent, 409, 'ledger.sheet-other-account');
  });

  it('outside of the sheet', async () => {
    const outside = [
      cell('无此村', count, '1'),
      cell('东溪村', 'field:没有', '1'),
      cell('东溪村', 'posted', '1'),
    ];
    for (const one of outside) {
      const cells = [cell('东溪村', 'reason', '同时填的'), one];
      await refuses(() => type(zhou, cells), 422, 'ledger.sheet-cell-unknown');
    }
    const where = { clause: '99' };
    await refuses(
      () => type(zhou, [cell('东溪村', count, '1')], where),
      404,
      'ledger.clause-unknown',
    );
    await refuses(() => follow(zhou, where), 404, 'ledger.clause-unknown');
    await refuses(() => send(zhou, 1, ['东溪村'], where), 404, 'ledger.clause-unknown');
  });
});
