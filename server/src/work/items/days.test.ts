/** Days of items: when something was done and when it was typed, progress told on time, moves of a day; what a machine and a village get. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { clearedFor, type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { machine } from '../../../test/machine.ts';

const kit = useProgram();
let town: ItemTown;

const checks = [
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

/** Ten in the morning of a day. */
const on = (day: string) => kit().setNow(`${day}T02:00:00.000Z`);

async function page(id: string, name = 'tian') {
  return (await town.who(name).get(`${town.base}/${id}`)).body;
}

describe('the day on which something was done', () => {
  it('is told with the report, and judges in the place of the day of typing', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '补栽行道树' });
    await town.course(id, ['zhou', 'acknowledge']);
    on('2026-04-24');
    const report = (doneOn: string) => () =>
      town.act('zhou', id, 'report', { note: '已补栽40棵。', doneOn });
    await town.refused('items.done-on-wrong', report('2026-04-09'));
    await town.refused('items.done-on-wrong', report('2026-04-25'));
    await town.refused('items.done-on-elsewhere', () =>
      town.act('zhou', id, 'start', { doneOn: '2026-04-17' }),
    );
    await town.course(id, ['zhou', 'report', { note: '已补栽40棵。', doneOn: '2026-04-17' }]);
    const reported = await page(id);
    expect(reported.item.light).toEqual({ state: 'normal', why: '已反馈，等核查' });
    expect(reported.course.at(-1)).toMatchObject({ deed: 'report', doneOn: '2026-04-17' });
    // Sent back as not done, it cannot have been done before that.
    on('2026-04-27');
    await town.course(id, ['tian', 'sendBack', { note: '死了6棵。', withReview: true }]);
    await town.refused('items.done-on-wrong', report('2026-04-17'));
    on('2026-04-29');
    await town.course(
      id,
      ['zhou', 'report', { note: '已补种。', doneOn: '2026-04-28' }],
      ['tian', 'accept', { checks, withReview: true }],
      ['gu', 'closeOut'],
    );
    const { item, course } = await page(id);
    expect(item.light.why).toBe('4月29日销号，晚于时限4月20日');
    expect(course.map(({ deed }: { deed: string }) => deed).slice(-6)).toEqual([
      'beginReview',
      'sendBack',
      'report',
      'beginReview',
      'accept',
      'closeOut',
    ]);
    on('2026-04-10');
  });

  it('is today where nobody says another, and of one line as of a slip', async () => {
    on('2026-04-10');
    const { body } = await town.who('gu').post(town.base, {
      form: 'oneLine',
      title: '换公告栏',
      source: { kind: 'telephone' },
      accountable: 'P-zhou',
      dueOn: '2026-04-13',
    });
    on('2026-04-17');
    await town.course(body.id, ['zhou', 'finish', { doneOn: '2026-04-13' }]);
    const { item, course } = await page(body.id, 'gu');
    expect(item.light.why).toBe('4月17日销号');
    expect(course.at(-1).doneOn).toBe('2026-04-13');
    on('2026-04-10');
    const id = await town.slip({ title: '当天办完' });
    const today = { note: '办完了。', doneOn: '2026-04-10' };
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'report', today]);
    expect((await page(id)).course.at(-1).doneOn).toBeUndefined();
  });

  it('is not taken from what a slip set anew', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '拖过了才办' });
    await town.course(id, ['zhou', 'acknowledge']);
    on('2026-04-24');
    await town.course(id, ['tian', 'slip', { colour: 'blue', dueOn: '2026-05-08' }]);
    on('2026-04-28');
    await town.course(
      id,
      ['zhou', 'report', { note: '办完了。' }],
      ['tian', 'accept', { checks, withReview: true }],
      ['tian', 'closeOut'],
    );
    expect((await page(id)).item).toMatchObject({
      dueOn: '2026-05-08',
      light: { why: '4月28日销号，晚于时限4月20日' },
    });
    on('2026-04-10');
  });
});

describe('a review that ends in the same go', () => {
  it('is taken back whole where what it ends in is refused', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '一次看完' });
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '办完了。' }]);
    const { asks } = await page(id);
    expect(asks).toContainEqual({ deed: 'accept', needs: ['checks'], takes: ['note'] });
    const accept = (words: object) => () => town.act('tian', id, 'accept', words);
    await town.refused('items.checks-missing', accept({ checks: [], withReview: true }));
    await town.refused('items.wrong-state', accept({ checks }));
    expect((await page(id)).item.state).toBe('reported');
    await town.course(id, ['tian', 'accept', { checks, withReview: true }]);
    await town.refused('items.wrong-state', () =>
      town.act('tian', id, 'closeOut', { withReview: true }),
    );
  });
});

describe('progress to be told every month', () => {
  it('is not told where nobody said anything, whatever was done; and what was said then counts', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '月报进展', feedback: 'month', dueOn: '2026-07-31' });
    await town.course(id, ['zhou', 'acknowledge']);
    expect((await page(id)).nextFeedbackOn).toBe('2026-04-30');
    on('2026-05-07');
    expect((await page(id)).item.light).toEqual({
      state: 'overdue',
      days: 2,
      why: '2026年4月的进展应于4月30日前反馈，没有报',
    });
    // It was said on the telephone on the 29th and typed today only.
    const tell = { note: '完成三成。', doneOn: '2026-04-29' };
    await town.course(id, ['zhou', 'tell', tell]);
    expect((await page(id)).item.light.state).toBe('normal');
    expect((await page(id)).course.at(-1)).toMatchObject({ deed: 'tell', doneOn: '2026-04-29' });
    on('2026-04-10');
  });
});

describe('what ends and moves an item', () => {
  it('needs its reason, counts the moves, and takes nothing back that has ended', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '改期又作废' });
    const due = (dueOn: string) => ({ note: '雨季提前。', dueOn });
    await town.refused('items.note-needed', () =>
      town.act('tian', id, 'changeDue', { dueOn: '2026-04-24' }),
    );
    await town.refused('items.due-past', () =>
      town.act('tian', id, 'changeDue', due('2026-04-09')),
    );
    await town.refused('items.not-yours', () =>
      town.act('zhou', id, 'changeDue', due('2026-05-20')),
    );
    await town.course(
      id,
      ['tian', 'changeDue', due('2026-04-24')],
      ['gu', 'changeDue', due('2026-04-28')],
    );
    const { item, course } = await page(id);
    expect(item).toMatchObject({ dueOn: '2026-04-28', moved: 2, state: 'assigned' });
    expect(course.at(-1)).toMatchObject({ dueFrom: '2026-04-24', dueTo: '2026-04-28' });
    await town.refused('items.note-needed', () => town.act('tian', id, 'withdraw'));
    await town.refused('items.not-yours', () =>
      town.act('zhou', id, 'withdraw', { note: '不办。' }),
    );
    await town.course(id, ['tian', 'withdraw', { note: '县里已撤。' }]);
    expect((await page(id)).deeds).toEqual([]);
    await town.refused('items.wrong-state', () => town.act('zhou', id, 'acknowledge'));
    const { rows } = (await town.who('tian').get(town.base)).body;
    expect(rows.map((row: { id: string }) => row.id)).not.toContain(id);
  });
});

describe('a machine with an access token', () => {
  const machineOf = (name: string, scope: Record<string, 'write'>) =>
    machine(kit(), town.who(name), { code: 'qinghe', scope });
  it('books and tells, and judges nothing', async () => {
    on('2026-04-10');
    const token = await machineOf('tian', { items: 'write' });
    const id = await town.slip({ title: '机器不销号' });
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '办完了。' }]);
    const { version } = await page(id);
    const act = (deed: string, words: object = {}) =>
      token('POST', `${town.base}/${id}/deeds`, { deed, version, ...words });
    for (const [deed, words] of [
      ['beginReview', {}],
      ['accept', { checks, withReview: true }],
      ['withdraw', { note: '不办了。' }],
    ] as const) {
      await town.refused('gate.token-decides', () => act(deed, words));
    }
    const words = { note: '另有一件。', title: '后续一件' };
    expect((await act('instruct', words)).status).toBe(200);
  });

  it('lets nothing through the gate, and maps no outcome to a fact', async () => {
    const leader = await machineOf('gu', { demands: 'write' });
    const path = `/api/towns/qinghe/demands/${randomUUID()}/override`;
    await town.refused('gate.token-decides', () =>
      leader('POST', path, { outcome: 'allow', reason: '先放行。' }),
    );
    const office = await machineOf('kao', { items: 'write' });
    await town.refused('gate.token-decides', () =>
      office('PUT', `${town.base}/outcomes`, { outcome: 'doneLate' }),
    );
  });
});

describe('what a village reads', () => {
  it('begins with the assignment: not what the gate may still stop', async () => {
    on('2026-04-10');
    const id = await town.slip({
      title: '排查老屋',
      units: ['东溪村'],
      source: { kind: 'meeting' },
    });
    for (const name of ['chen', 'he']) {
      expect((await town.who(name).get(`${town.base}/${id}`)).status).toBe(404);
      const { rows } = (await town.who(name).get(town.base)).body;
      expect(rows.map((row: { id: string }) => row.id)).not.toContain(id);
    }
    await clearedFor(kit(), town, id);
    await town.course(id, ['tian', 'assign']);
    const keys = Object.keys(await page(id, 'chen')).sort();
    expect(keys).toEqual(
      'asks contact course deeds feedback followers isWithheld item merged outcomes requirement source speaksFor version villages'.split(
        ' ',
      ),
    );
    expect(await page(id, 'chen')).toMatchObject({
      requirement: '月底前完成清淤并绿化。',
      item: { title: '排查老屋', units: [{ code: '东溪村' }], support: [] },
    });
    expect((await page(id, 'he')).item.state).toBe('assigned');
  });

  it('ends where the resident cadre gives it back, who sees that once', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '村里修桥', lead: '东溪村', accountable: 'P-chen' });
    await clearedFor(kit(), town, id, '协助-4');
    await town.course(id, ['tian', 'assign']);
    const spoken = { onBehalf: { unit: '东溪村', how: 'telephone' }, note: '归交通部门管。' };
    const answer = await town.act('he', id, 'decline', spoken);
    expect([answer.status, answer.body.item.state]).toEqual([200, 'proposed']);
    expect((await town.who('he').get(`${town.base}/${id}`)).status).toBe(404);
  });
});

describe('a secret', () => {
  it('stays one when it is followed up, or merged with what is none', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '批示件' });
    await town.course(id, ['zhou', 'acknowledge'], ['zhou', 'report', { note: '办完了。' }]);
    await town.course(
      id,
      ['tian', 'accept', { checks, withReview: true }],
      ['tian', 'closeOut'],
      ['tian', 'lookBack', { note: '又乱了。', result: 'fails' }],
    );
    const [follower] = (await page(id)).followers;
    expect((await page(follower.id)).isWithheld).toBe(true);
    const open = await town.slip({ title: '普通件', source: { kind: 'meeting' } });
    expect((await page(open)).isWithheld).toBe(false);
    const other = await town.slip({ title: '另一批示件' });
    await town.course(other, ['tian', 'merge', { into: open }]);
    expect((await page(open)).isWithheld).toBe(true);
  });

  it('is not named to who may not read it', async () => {
    on('2026-04-10');
    const id = await town.slip({ title: '城建办的批示件' });
    const made = await town.who('tian').post(town.base, {
      form: 'supervised',
      title: '农业农村办的后续',
      source: { kind: 'meeting' },
      lead: '农业农村办',
      accountable: 'P-nong',
      dueOn: '2026-04-20',
      follows: id,
      until: 'assigned',
    });
    expect((await page(made.body.id)).follows).toMatchObject({ id });
    const seen = await page(made.body.id, 'nong');
    expect([seen.item.title, seen.follows]).toEqual(['农业农村办的后续', undefined]);
    expect((await page(id, 'zhou')).followers).toEqual([]);
  });
});
