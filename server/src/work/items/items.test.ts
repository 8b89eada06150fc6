/** Items over HTTP: the course from an instruction to its closing, and every refusal. */

import { beforeAll, describe, expect, it } from 'vitest';
import { clearedFor, type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: ItemTown;

const sixChecks = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
];

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});

async function page(id: string, name = 'tian') {
  return (await town.who(name).get(`${town.base}/${id}`)).body;
}

async function deskTitles(name: string): Promise<string[]> {
  const { body } = await town.who(name).get('/api/towns/qinghe/desk');
  return body.rows.map(({ title }: { title: string }) => title);
}

describe('a slip', () => {
  it('that the supervision office did itself waits for a leader, who judges it', async () => {
    const lead = { lead: '督查室', accountable: 'P-tian', title: '整理督办台账' };
    const id = await town.slip(lead);
    await town.course(
      id,
      ['tian', 'acknowledge'],
      ['tian', 'tell', { note: '已整理一半。' }],
      ['tian', 'report', { note: '已整理完。' }],
    );
    expect(await deskTitles('gu')).toContain('核查：整理督办台账');
    await town.refused('items.own-work', () => town.act('tian', id, 'beginReview'));
    await town.course(
      id,
      ['gu', 'beginReview'],
      ['gu', 'accept', { checks: sixChecks }],
      ['gu', 'closeOut'],
    );
    expect(await deskTitles('gu')).not.toContain('核查：整理督办台账');
    const other = await town.slip({ title: '别的办做的' });
    await town.course(other, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '已办。' }]);
    expect(await deskTitles('gu')).not.toContain('核查：别的办做的');
  });

  it('goes from an instruction to its closing, with one extension and one sending back', async () => {
    const id = await town.slip({ title: '清理东溪河' });
    expect(await deskTitles('zhou')).toContain('签收：清理东溪河');
    expect(await deskTitles('nong')).not.toContain('签收：清理东溪河');
    await town.course(
      id,
      ['zhou', 'acknowledge'],
      ['zhou', 'start'],
      ['zhou', 'requestExtension', { note: '汛期水大，清淤船下不了河。', dueOn: '2026-04-30' }],
    );
    expect(await page(id)).toMatchObject({
      wantedDueOn: '2026-04-30',
      item: { dueOn: '2026-04-20', state: 'extensionRequested' },
    });
    await town.course(
      id,
      ['gu', 'grantExtension', { dueOn: '2026-04-28' }],
      ['zhou', 'report', { note: '已清淤1.2公里。' }],
      ['tian', 'beginReview'],
      ['tian', 'sendBack', { note: '河口段没有清到。' }],
      ['zhou', 'start'],
      ['zheng', 'report', { note: '河口段已补清。' }],
      ['tian', 'beginReview'],
      ['tian', 'accept', { checks: sixChecks }],
      ['gu', 'closeOut'],
    );
    const { item, course } = await page(id);
    expect(item).toMatchObject({ state: 'closedOut', dueOn: '2026-04-28', moved: 1 });
    expect(item.light).toEqual({ state: 'done', why: '4月10日销号' });
    const moves = course.filter(({ dueFrom }: { dueFrom?: string }) => dueFrom !== undefined);
    expect(
      moves.map((one: { deed: string; dueFrom: string; dueTo: string }) => [
        one.deed,
        one.dueFrom,
        one.dueTo,
      ]),
    ).toEqual([
      ['requestExtension', '2026-04-20', '2026-04-30'],
      ['grantExtension', '2026-04-20', '2026-04-28'],
    ]);
    for (const name of ['zhou', 'tian', 'gu']) {
      expect((await deskTitles(name)).filter((title) => title.includes('清理东溪河'))).toEqual([]);
    }
  });

  it('is numbered by year, and no number is given twice', async () => {
    const numbers = await Promise.all(
      ['一', '二', '三', '四'].map(async (title) => {
        const id = await town.slip({ title, until: 'registered' });
        return (await page(id)).item.no as string;
      }),
    );
    expect(new Set(numbers).size).toBe(4);
    for (const no of numbers) expect(no).toMatch(/^〔2026〕\d+号$/);
  });
});

describe('a refusal changes nothing', () => {
  it('of whoever did the work to judge it', async () => {
    // 白督查 answers for it: neither the review nor the closing is theirs.
    const id = await town.slip({ title: '自己的事', accountable: 'P-bai' });
    await town.course(id, ['bai', 'acknowledge'], ['zhou', 'report', { note: '办完了。' }]);
    await town.refused('items.own-work', () => town.act('bai', id, 'beginReview'));
    await town.course(id, ['tian', 'beginReview']);
    await town.refused('items.own-work', () =>
      town.act('bai', id, 'accept', { checks: sixChecks }),
    );
    await town.course(id, ['tian', 'accept', { checks: sixChecks }]);
    await town.refused('items.own-work', () => town.act('bai', id, 'closeOut'));
    expect((await page(id, 'bai')).deeds).not.toContain('closeOut');
    expect((await page(id, 'tian')).deeds).toContain('closeOut');
  });

  it('of an extension by who asked for it, of one that is none, and of a day that is past', async () => {
    const id = await town.slip({ title: '延期', accountable: 'P-gu' });
    await town.course(id, ['gu', 'acknowledge']);
    const ask = (words: object) => () => town.act('gu', id, 'requestExtension', words);
    await town.refused('items.note-needed', ask({ dueOn: '2026-05-08' }));
    await town.refused('items.due-needed', ask({ note: '下雨。' }));
    await town.refused('items.due-past', ask({ note: '下雨。', dueOn: '2026-04-09' }));
    await town.refused('items.due-earlier', ask({ note: '下雨。', dueOn: '2026-04-20' }));
    await town.course(id, ['gu', 'requestExtension', { note: '下雨。', dueOn: '2026-05-08' }]);
    const grant = { dueOn: '2026-05-08' };
    await town.refused('items.own-work', () => town.act('gu', id, 'grantExtension', grant));
    await town.course(id, ['tian', 'refuseExtension', { note: '天气已经转好。' }]);
    expect((await page(id)).item).toMatchObject({
      state: 'inProgress',
      dueOn: '2026-04-20',
      moved: 0,
    });
  });

  it('of a closing with a check open, naming it', async () => {
    const id = await town.slip({ title: '少一项' });
    await town.course(
      id,
      ['zhou', 'acknowledge'],
      ['zhou', 'report', { note: '办完了。' }],
      ['tian', 'beginReview'],
    );
    const five = sixChecks.filter((check) => check !== 'problemSolved');
    const answer = await town.refused('items.checks-missing', () =>
      town.act('tian', id, 'accept', { checks: five }),
    );
    expect(answer.body.detail).toContain('问题解决');
  });

  it('of a deed by somebody else, in the wrong state, or on what was changed meanwhile', async () => {
    const id = await town.slip({ title: '谁来办', support: ['农业农村办'] });
    await town.refused('items.not-yours', () => town.act('tian', id, 'acknowledge'));
    await town.refused('items.not-yours', () => town.act('ji', id, 'acknowledge').then(forbidden));
    await town.refused('items.wrong-state', () =>
      town.act('nong', id, 'report', { note: '好了。' }),
    );
    const stale = () =>
      town.who('zhou').post(`${town.base}/${id}/deeds`, { deed: 'acknowledge', version: 1 });
    await town.refused('items.item-changed', stale);
    await town.refused('items.item-unknown', () => town.act('he', id, 'acknowledge'));
    const other = await town.slip({ title: '城建办自己的' });
    await town.refused('items.item-unknown', () => town.act('nong', other, 'acknowledge'));
    expect((await town.who('nong').get(`${town.base}/${other}`)).status).toBe(404);
  });

  it('of what the roster does not know, or what is not said', async () => {
    const make = (words: object) => () =>
      town.who('tian').post(town.base, {
        form: 'supervised',
        title: '写错',
        source: { kind: 'meeting' },
        until: 'assigned',
        lead: '城建办',
        accountable: 'P-zhou',
        dueOn: '2026-04-20',
        ...words,
      });
    await town.refused('items.unit-unknown', make({ lead: '没有办' }));
    await town.refused('items.village-wanted', make({ units: ['城建办'] }));
    await town.refused('items.person-unknown', make({ accountable: 'P-nobody' }));
    await town.refused('items.plan-incomplete', make({ accountable: undefined }));
    await town.refused('items.due-past', make({ dueOn: '2026-04-01' }));
    await town.refused(
      'items.who-needed',
      make({ form: 'oneLine', lead: undefined, accountable: undefined, until: undefined }),
    );
    await town.refused('items.not-yours', () =>
      town.who('gu').post(town.base, {
        form: 'supervised',
        title: '领导立项',
        source: { kind: 'instruction' },
        until: 'registered',
      }),
    );
  });

  it('of an account that belongs to nobody', async () => {
    const nobody = await kit().person('qinghe', 'nobody', { role: 'supervision' });
    await town.refused('items.person-needed', () =>
      nobody.post(town.base, {
        form: 'oneLine',
        title: '谁',
        source: { kind: 'telephone' },
        lead: '城建办',
      }),
    );
  });
});

function forbidden(answer: Awaited<ReturnType<ItemTown['act']>>) {
  expect(answer.status).toBe(403);
  return { ...answer, body: { code: 'items.not-yours' } };
}

describe('slips of three colours', () => {
  it('are called for by the rule, issued by a person, and need a reason against it', async () => {
    const id = await town.slip({ title: '三色', dueOn: '2026-04-10' });
    await town.course(id, ['zhou', 'acknowledge']);
    const slip = (words: object) => () => town.act('tian', id, 'slip', words);
    await town.refused('items.slip-colour', slip({ dueOn: '2026-04-15' }));
    await town.refused('items.slip-reason', slip({ colour: 'blue', dueOn: '2026-04-15' }));
    kit().setNow('2026-04-14T02:00:00.000Z');
    expect((await page(id)).slipDue).toMatchObject({ colour: 'blue' });
    await town.course(id, ['tian', 'slip', { colour: 'blue', dueOn: '2026-04-15' }]);
    expect((await page(id)).item).toMatchObject({
      state: 'urged',
      colour: 'blue',
      moved: 1,
      urged: 1,
    });
    kit().setNow('2026-04-17T02:00:00.000Z');
    expect((await page(id)).slipDue).toMatchObject({ colour: 'orange' });
    kit().setNow('2026-04-10T02:00:00.000Z');
  });
});

describe('one line', () => {
  it('is booked, done and crossed out, without checks and without a second hand', async () => {
    const { body } = await town.who('gu').post(town.base, {
      form: 'oneLine',
      title: '把会议室投影修好',
      source: { kind: 'telephone' },
      accountable: 'P-zhou',
      dueOn: '2026-04-13',
    });
    expect(body).toMatchObject({ state: 'assigned' });
    expect(await deskTitles('zhou')).toContain('办：把会议室投影修好');
    await town.refused('items.not-yours', () => town.act('nong', body.id, 'finish').then(hidden));
    await town.course(body.id, ['zhou', 'tell', { note: '零件明天到。' }], ['zhou', 'finish']);
    expect((await page(body.id, 'gu')).item).toMatchObject({ state: 'closedOut', form: 'oneLine' });
    expect(await deskTitles('zhou')).not.toContain('办：把会议室投影修好');
  });

  it('comes from a workbook, whole or not at all, wrong cells named', async () => {
    const good = {
      title: '上报防汛名单',
      who: '城建办 周城建',
      due: '4月20日',
      upperNo: '县督〔2026〕8号',
    };
    const bad = { title: '', who: '没这个人', due: '后天', upperNo: '' };
    const { body } = await town
      .who('tian')
      .post(`${town.base}/pastes/preview`, { rows: [good, bad] });
    expect(body.rows[0]).toEqual({
      title: '上报防汛名单',
      lead: '城建办',
      accountable: '周城建',
      dueOn: '2026-04-20',
      upperNo: '县督〔2026〕8号',
    });
    expect(
      body.errors.map((one: { row: number; column: string }) => [one.row, one.column]),
    ).toEqual([
      [1, 'title'],
      [1, 'who'],
      [1, 'due'],
    ]);
    await town.refused('items.paste-wrong', () =>
      town.who('tian').post(`${town.base}/pastes`, { rows: [good, bad] }),
    );
    const pasted = await town.who('tian').post(`${town.base}/pastes`, { rows: [good] });
    expect((await page(pasted.body.made[0].id)).item).toMatchObject({
      upperNo: '县督〔2026〕8号',
      dueOn: '2026-04-20',
    });
  });
});

function hidden(answer: Awaited<ReturnType<ItemTown['act']>>) {
  expect(answer.body.code).toBe('items.item-unknown');
  return { ...answer, body: { code: 'items.not-yours' } };
}

describe('villages', () => {
  it('are asked only behind the gate, and their resident cadre answers for them', async () => {
    const id = await town.slip({ title: '核实危房', units: ['东溪村'], isWithheld: false });
    expect((await page(id)).item.state).toBe('proposed');
    await town.refused('demands.gate-stopped', () => town.act('tian', id, 'assign'));
    await clearedFor(kit(), town, id);
    await town.course(id, ['tian', 'assign']);
    expect(await deskTitles('he')).toContain('答复：核实危房');
    const say = (words: object) => () => town.act('he', id, 'tell', { note: '有两户。', ...words });
    await town.refused('items.behalf-needed', say({}));
    await town.refused(
      'items.behalf-other',
      say({ onBehalf: { unit: '河口村', how: 'telephone' } }),
    );
    await town.course(id, [
      'he',
      'tell',
      { note: '有两户。', onBehalf: { unit: '东溪村', how: 'telephone' } },
    ]);
    expect((await page(id)).villages).toEqual([
      { code: '东溪村', name: '东溪村', answer: '有两户。' },
    ]);
    expect(await deskTitles('he')).not.toContain('答复：核实危房');
    const seen = await page(id, 'chen');
    expect(seen).toMatchObject({ course: [], deeds: [], item: { title: '核实危房' } });
    expect(JSON.stringify(seen)).not.toMatch(/有两户|周城建|顾远山/);
    expect((await town.act('chen', id, 'tell', { note: '村里自己说。' })).status).toBe(403);
  });

  it('that lead are spoken for from the first to the last', async () => {
    const id = await town.slip({ title: '村道补坑', lead: '东溪村', accountable: 'P-chen' });
    await clearedFor(kit(), town, id, '协助-4');
    const spoken = { onBehalf: { unit: '东溪村', how: 'inPerson' } };
    await town.course(
      id,
      ['tian', 'assign'],
      ['he', 'acknowledge', spoken],
      ['he', 'report', { note: '补了12处。', ...spoken }],
    );
    const { course } = await page(id);
    expect(course.at(-1)).toMatchObject({
      by: '何包村',
      onBehalf: { unit: '东溪村', how: 'inPerson' },
    });
  });

  it('are asked in one line by naming their secretary alone: their cadre has it in hand', async () => {
    const { body } = await town.who('zhou').post(town.base, {
      form: 'oneLine',
      title: '报坏了的路灯',
      source: { kind: 'telephone' },
      accountable: 'P-chen',
      dueOn: '2026-04-20',
    });
    expect(body).toMatchObject({ state: 'proposed' });
    await clearedFor(kit(), town, body.id, '协助-5');
    await town.course(body.id, ['zhou', 'assign']);
    for (const name of ['he', 'chen']) expect(await deskTitles(name)).toContain('办：报坏了的路灯');
    const spoken = { onBehalf: { unit: '东溪村', how: 'telephone' } };
    await town.course(body.id, ['he', 'finish', { note: '两盏，在村口。', ...spoken }]);
    expect(await deskTitles('he')).not.toContain('办：报坏了的路灯');
    expect((await page(body.id)).item).toMatchObject({
      state: 'closedOut',
      lead: { code: '东溪村' },
    });
  });
});
