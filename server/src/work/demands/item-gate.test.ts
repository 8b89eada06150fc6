/** The burden gate and items: who of a village is asked, and what leaves is what was cleared. */

import { beforeEach, describe, expect, it } from 'vitest';
import { clearedFor, type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { makeRecurringEverywhere } from '../items/recurring.ts';

const kit = useProgram();
let town: ItemTown;

const gate = () => town.base.replace('/items', '/demands');

// A town each: what one test sends to a village would be a duplicate for the next.
let towns = 0;
beforeEach(async () => {
  towns += 1;
  town = await itemTown(kit(), `qinghe${towns}`);
});

async function line(words: object) {
  const { body } = await town.who('zhou').post(town.base, {
    form: 'oneLine',
    source: { kind: 'telephone', on: '2026-04-10' },
    dueOn: '2026-04-20',
    ...words,
  });
  return body as { id: string; state: string };
}

describe('a village is asked', () => {
  it.each([
    ['through a person with a post there', { accountable: 'P-chen' }],
    ['as a unit that helps', { lead: '城建办', support: ['东溪村'] }],
    ['through a unit below it', { lead: '东溪村一组' }],
  ])('%s, and nothing leaves before the gate', async (how, words) => {
    const { id, state } = await line({ title: `交办${how}`, ...words });
    expect(state).toBe('proposed');
    await town.refused('demands.gate-stopped', () => town.act('zhou', id, 'assign'));
    const options = await town.who('zhou').get(`${gate()}/options?item=${id}`);
    expect(options.body.item.units).toEqual(['东溪村']);
  });

  it('but not through a post that has ended', async () => {
    const { state } = await line({ title: '交给从前的第一书记', accountable: 'P-zheng' });
    expect(state).toBe('assigned');
    // The page says before one presses.
    const options = await town.who('zhou').get(`${town.base}/options`);
    expect(options.body.ofVillages).toEqual(['P-chen']);
  });
});

/** Asks the gate for an item; what the item says of itself is typed wrongly on purpose. */
function ask(name: string, about: string, words: object = {}) {
  return town.who(name).post(gate(), { ...demand, kind: 'item', about, ...words });
}

const demand = {
  title: '随便写的',
  office: '城建办',
  units: ['东溪村'],
  purpose: '安排',
  basis: '青政办〔2026〕3号',
  dutyEntry: '协助-3',
  dataAsked: [],
  answers: { canLookUp: false, askedLately: false, canWait: false },
};

/** Lets a leader allow what the gate stopped. */
async function allowed(about: string, words: object = {}): Promise<string> {
  const { body } = await ask('zhou', about, { ...words, askLeader: true });
  expect(body.state).toBe('stopped');
  const word = { outcome: 'allow', reason: '防汛等不得' };
  const decided = await town.who('gu').post(`${gate()}/${body.id}/override`, word);
  expect(decided.body.state).toBe('cleared');
  return body.id as string;
}

describe('a withheld item', () => {
  it('is not told by the gate to an office that does not read it', async () => {
    const secret = '查王某低保';
    const id = await town.slip({ title: secret, lead: '东溪村', accountable: 'P-chen' });
    const { body } = await ask('tian', id, { dutyEntry: '协助-9', askLeader: true });
    const word = { outcome: 'allow', reason: '领导批示' };
    await town.who('gu').post(`${gate()}/${body.id}/override`, word);
    await town.course(id, ['tian', 'assign']);
    const form = { kind: 'form', office: '农业农村办', dutyEntry: '协助-9' };
    const said = await town.who('nong').post(`${gate()}/gate`, { ...demand, ...form });
    const stop = said.body.findings.find(({ demand: of }: { demand?: string }) => of === body.id);
    expect(stop.sentence).toContain('已向东溪村下发一件交办事项，是履职清单里的同一事项');
    for (const name of ['nong', 'kao']) {
      const list = await town.who(name).get(gate());
      expect(JSON.stringify(list.body)).not.toContain(secret);
    }
    // The assessment office counts it, and reads no more of it than that it is there.
    const page = await town.who('kao').get(`${gate()}/${body.id}`);
    expect(page.body).toMatchObject({ title: '一件交办事项', basis: '', purpose: '' });
    const own = await town.who('tian').get(`${gate()}/${body.id}`);
    expect(own.body).toMatchObject({ title: secret, purpose: '安排' });
  });
});

describe('work that comes back', () => {
  it('is no duplicate of its own last month', async () => {
    const words = {
      title: '报农房台账',
      every: 'month',
      dueAfterDays: 14,
      lead: '东溪村',
      accountable: 'P-chen',
      startsOn: '2026-04-01',
    };
    await town.who('tian').post(`${town.base}/recurring`, words);
    const items = async () => {
      const { body } = await town.who('tian').get(town.base);
      return body.rows as { id: string; title: string }[];
    };
    const [april] = await items();
    expect((await ask('tian', april?.id ?? '')).body.state).toBe('cleared');
    await town.course(april?.id ?? '', ['tian', 'assign']);
    kit().setNow('2026-05-06T02:00:00.000Z');
    await town.who('tian').get(`${town.base}/recurring`);
    await makeRecurringEverywhere(kit().database, '2026-05-06T02:00:00.000Z');
    const may = (await items()).find(({ title }) => title.includes('5月'));
    expect((await ask('tian', may?.id ?? '')).body.state).toBe('cleared');
    // Another item of the same entry is one all the same.
    const { id } = await line({ title: '再报一次', accountable: 'P-chen', dueOn: '2026-05-20' });
    await town.refused('demands.gate-stopped', () => ask('zhou', id));
    kit().setNow('2026-04-10T02:00:00.000Z');
  });
});

describe('what leaves is what was cleared', () => {
  it('with the title, the day and the office of the item, whatever was typed', async () => {
    const { id } = await line({
      title: '修好村口路灯',
      support: ['农业农村办'],
      accountable: 'P-chen',
    });
    const typed = { dueOn: '2026-06-30', dueClock: '09:00' };
    await town.refused('demands.office-other', () => ask('nong', id, typed));
    const { body } = await ask('tian', id, { ...typed, office: '农业农村办' });
    expect(body).toMatchObject({
      title: '修好村口路灯',
      dueOn: '2026-04-20',
      office: { code: '城建办' },
      state: 'cleared',
    });
    expect(body.dueClock).toBeUndefined();
  });

  it('an earlier day is judged as it leaves, a later one is not', async () => {
    const { id } = await line({ title: '清理涵洞', accountable: 'P-chen', dueOn: '2026-05-20' });
    expect((await ask('zhou', id)).body.state).toBe('cleared');
    const tomorrow = { plan: { dueOn: '2026-04-11' } };
    const stopped = await town.refused('demands.gate-stopped', () =>
      town.act('zhou', id, 'assign', tomorrow),
    );
    expect(stopped.body.detail).toContain('放行时的期限是5月20日，现在是4月11日');
    await town.course(id, ['zhou', 'assign', { plan: { dueOn: '2026-04-30' } }]);
    const note = '县里提前检查。';
    await town.refused('demands.gate-stopped', () =>
      town.act('zhou', id, 'changeDue', { note, dueOn: '2026-04-11' }),
    );
    // Two weeks earlier, but time enough: judged, and not stopped.
    await town.course(id, ['zhou', 'changeDue', { note, dueOn: '2026-04-24' }]);
    await town.course(id, ['zhou', 'changeDue', { note, dueOn: '2026-05-30' }]);
    const short = { dueOn: '2026-04-11' };
    await town.refused('demands.gate-stopped', () => ask('zhou', id, short));
    await allowed(id, short);
    await town.course(id, ['zhou', 'changeDue', { note, ...short }]);
    const { body } = await town.who('tian').get(`${gate()}?about=${id}`);
    const sent = body.rows.map((row: { state: string; dueOn: string }) => [row.state, row.dueOn]);
    expect(sent.sort()).toEqual([
      ['sent', '2026-04-11'],
      ['sent', '2026-04-30'],
    ]);
  });

  it('another requirement goes through the gate again', async () => {
    const words = {
      title: '修渠',
      requirement: '修好主渠。',
      units: ['东溪村'],
      isWithheld: false,
    };
    const id = await town.slip({ ...words, until: 'proposed' });
    expect((await ask('zhou', id)).body.state).toBe('cleared');
    const plan = { requirement: '修好主渠，并逐户签字。' };
    const stopped = await town.refused('demands.gate-stopped', () =>
      town.act('tian', id, 'assign', { plan }),
    );
    expect(stopped.body.detail).toContain('办理要求在放行以后改过');
    await town.course(id, ['tian', 'propose', { plan }]);
    await town.refused('demands.gate-stopped', () => town.act('tian', id, 'assign'));
    expect((await ask('zhou', id)).body.state).toBe('cleared');
    await town.course(id, ['tian', 'assign'], ['zhou', 'decline', { note: '人手不够。' }]);
    await town.course(id, ['tian', 'assign']);
  });

  it('a day that was planned anew after it came back is no day that villages were told', async () => {
    const words = { title: '清淤', units: ['东溪村'], dueOn: '2026-05-20', isWithheld: false };
    const id = await town.slip({ ...words, until: 'proposed' });
    expect((await ask('zhou', id)).body.state).toBe('cleared');
    await town.course(id, ['tian', 'assign'], ['zhou', 'decline', { note: '人手不够。' }]);
    await town.course(id, ['tian', 'propose', { plan: { dueOn: '2026-04-11' } }]);
    await town.refused('demands.gate-stopped', () => town.act('tian', id, 'assign'));
    await town.course(id, ['tian', 'assign', { plan: { dueOn: '2026-05-20' } }]);
  });

  it('a slip on what is overdue sets a later day and passes', async () => {
    const id = await town.slip({ title: '排涝', lead: '东溪村', accountable: 'P-chen' });
    await clearedFor(kit(), town, id, '协助-4');
    await town.course(id, ['tian', 'assign']);
    kit().setNow('2026-04-22T02:00:00.000Z');
    await town.course(id, ['tian', 'slip', { colour: 'blue', dueOn: '2026-04-23' }]);
    // Within the new term, an earlier day than that is asked anew.
    await town.refused('demands.gate-stopped', () =>
      town.act('tian', id, 'changeDue', { note: '今天就要。', dueOn: '2026-04-22' }),
    );
    kit().setNow('2026-04-10T02:00:00.000Z');
  });

  it('what was allowed at one workday of notice is not allowed at none', async () => {
    const { id } = await line({ title: '备沙袋', accountable: 'P-chen', dueOn: '2026-04-13' });
    await allowed(id);
    kit().setNow('2026-04-13T01:00:00.000Z');
    await town.refused('demands.gate-stopped', () => town.act('zhou', id, 'assign'));
    kit().setNow('2026-04-10T02:00:00.000Z');
    await town.course(id, ['zhou', 'assign']);
  });
});

describe('an item merged into one that is outside', () => {
  it('takes its villages through the gate, opens their lines there, and stands in its course', async () => {
    const into = await town.slip({ title: '统计空置房', dueOn: '2026-04-30' });
    const words = { title: '摸排空置房', lead: '农业农村办', accountable: 'P-nong' };
    const id = await town.slip({ ...words, units: ['东溪村'], until: 'proposed' });
    const number = (await town.who('tian').get(`${town.base}/${into}`)).body.item.no;
    const stopped = await town.refused('demands.gate-stopped', () =>
      town.act('tian', id, 'merge', { into }),
    );
    expect(stopped.body.detail).toContain(`${number}要东溪村办，先过下发闸门`);
    expect((await ask('zhou', into)).body.state).toBe('cleared');
    await town.course(id, ['tian', 'merge', { into }]);
    const desk = await town.who('he').get(`/api/towns/${town.base.split('/')[3]}/desk`);
    expect(desk.body.rows).toMatchObject([{ title: '答复：统计空置房' }]);
    const page = (await town.who('tian').get(`${town.base}/${into}`)).body;
    expect(page.course.at(-1)).toMatchObject({
      deed: 'mergeIn',
      to: 'assigned',
      note: expect.stringMatching(/^〔2026〕\d+号$/),
    });
    expect(page.item.units).toEqual([{ code: '东溪村', name: '东溪村' }]);
    expect(page.deeds).not.toContain('mergeIn');
    const { body } = await town.who('tian').get(`${gate()}?about=${into}`);
    expect(body.rows).toMatchObject([{ state: 'sent', units: [{ code: '东溪村' }] }]);
    const spoken = { onBehalf: { unit: '东溪村', how: 'telephone' } };
    await town.course(into, ['he', 'tell', { note: '空置3户。', ...spoken }]);
  });

  it('asks nothing anew of a village that was asked by it already, no earlier', async () => {
    const into = await town.slip({ title: '统计空置房', dueOn: '2026-04-30' });
    const earlier = await town.slip({ title: '统计危房', dueOn: '2026-04-15' });
    const id = await town.slip({
      title: '摸排空置房',
      lead: '东溪村',
      accountable: 'P-chen',
      dueOn: '2026-04-25',
      until: 'proposed',
    });
    expect((await ask('tian', id)).body.state).toBe('cleared');
    await town.course(id, ['tian', 'assign']);
    await town.refused('demands.gate-stopped', () =>
      town.act('tian', id, 'merge', { into: earlier }),
    );
    await town.course(id, ['tian', 'merge', { into }]);
    const page = (await town.who('tian').get(`${town.base}/${into}`)).body;
    // The village that led answers there; it helps no office.
    expect(page.item).toMatchObject({ units: [{ code: '东溪村' }], support: [] });
  });
});
