/** The other doors by which items come: work that comes back, goals, the bench, campaigns. */

import { addDays, type IsoDate } from '@oneneedle/kernel';
import type { Year } from './live.ts';
import { personNamed, standIns, villages } from './town.ts';

/** What the months of a year need of one another. */
export interface Doors {
  readonly leaves: string[];
  campaign?: { readonly id: string; readonly spots: string[] };
}

/** On the first workday: substitutes are named, kinds of outcomes, goals, work that comes back. */
export async function openDoors(year: Year): Promise<Doors> {
  await nameSubstitutes(year);
  for (const outcome of ['doneLate', 'notDoneAfterUrging', 'doneBadly']) {
    await must(year, 'outcome kind', [
      'assessor',
      'PUT',
      '/items/outcomes',
      { outcome, kind: 'rectification.failed' },
    ]);
  }
  for (const [form, every, lead] of [
    ['oneLine', 'month', '第1办'],
    ['supervised', 'quarter', '第2办'],
  ] as const) {
    const accountable = personNamed(lead === '第1办' ? 'officer1a' : 'officer2a').person;
    const said = { form, every, lead, accountable, title: `${lead}常办`, dueAfterDays: 20 };
    await must(year, 'recurring', [
      'supervision1',
      'POST',
      '/items/recurring',
      { ...said, startsOn: '2026-01-05' },
    ]);
  }
  return { leaves: await makeGoals(year) };
}

/** In every month: figures of the goals, an item of a goal, a draft that is claimed, spots that move. */
export async function passMonth(year: Year, doors: Doors, day: IsoDate): Promise<void> {
  await readGoals(year, doors, day);
  await claimDraft(year, day);
  const month = Number(day.slice(5, 7));
  if (month === 3) await beginCampaign(year, doors, day);
  if (month === 4) await workOnSpots(year, doors);
  if (month === 7) await handSpots(year, doors, day);
}

type Asked = readonly [userName: string, method: string, path: string, body?: object];

/** Asks, and notes a fault where it is refused. @returns the reply */
async function must(year: Year, what: string, [userName, method, path, body]: Asked) {
  const reply = await year.ask(personNamed(userName), method, path, body);
  const said = `${what}: ${reply.status} ${reply.body?.code ?? ''} ${reply.body?.detail ?? ''}`;
  if (reply.status !== 200) year.faults.push(said);
  else year.done[what] = (year.done[what] ?? 0) + 1;
  return reply;
}

async function nameSubstitutes(year: Year): Promise<void> {
  for (const { absent, substitute, from, to } of standIns) {
    const own = await must(year, 'own grants', [absent, 'GET', '/accounts/own']);
    const other = await must(year, 'own grants', [substitute, 'GET', '/accounts/own']);
    const grant = own.body.grants.find((one: { role: string }) => one.role === 'recorder');
    await must(year, 'substitute', [
      'administrator',
      'POST',
      `/accounts/${own.body.accountId}/substitutes`,
      { grant: grant.id, substitute: other.body.accountId, from, to },
    ]);
  }
}

async function makeGoals(year: Year): Promise<string[]> {
  const span = { startsOn: '2026-01-01', dueOn: '2026-12-31' };
  const text = (title: string, more: object) => ({ title, ...span, ...more });
  const make = async (code: string, body: object) =>
    (await must(year, 'goal', ['supervision1', 'POST', '/goals', { year: 2026, code, text: body }]))
      .body.id as string;
  await make('1', text('改造户厕', { leadUnit: '第3办' }));
  const leaf = (at: number) =>
    text(`改造户厕之${at}`, {
      measure: { kind: 'quantity', target: '120', unit: '户', baseline: '0' },
      leadUnit: `第${at}办`,
      accountable: personNamed(`officer${at}a`).person,
    });
  return [await make('1.1', leaf(3)), await make('1.2', leaf(4))];
}

async function readGoals(year: Year, { leaves }: Doors, day: IsoDate): Promise<void> {
  const month = Number(day.slice(5, 7));
  for (const [at, goalId] of leaves.entries()) {
    const readings = [{ goalId, on: day, quantity: String(month * 9) }];
    const who = `officer${at + 3}b`;
    await must(year, 'reading', [who, 'POST', '/goals/readings', { readings }]);
  }
  const [goalId] = leaves;
  const item = { form: 'oneLine', title: `户厕${month}月抽查`, dueOn: addDays(day, 15) };
  const { status, body } = await must(year, 'item of a goal', [
    'supervision1',
    'POST',
    `/goals/${goalId}/items`,
    item,
  ]);
  if (status === 200) year.made.add(body.id);
}

/** A speech on the bench: what it asks of an office becomes its item. */
async function claimDraft(year: Year, day: IsoDate): Promise<void> {
  const text = '第5办要在下月底前完成路灯检修30盏。第6办要抓好培训。';
  const words = { kind: 'speech', title: `${day}调度会讲话`, dated: day, text };
  const { status, body } = await must(year, 'document', ['supervision1', 'POST', '/drafts', words]);
  if (status !== 200) return;
  const path = `/drafts/${body.id}`;
  const { body: page } = await must(year, 'bench read', ['supervision1', 'GET', path]);
  const [draft] = page.drafts as { id: string; version: number }[];
  if (!draft) return void year.faults.push(`no draft was found in: ${text}`);
  const claim = {
    form: 'oneLine',
    title: `路灯检修${day}`,
    lead: '第5办',
    accountable: personNamed('officer5a').person,
    quantity: '30盏',
    dueOn: addDays(day, 25),
  };
  const deed = { deed: 'claim', draft: draft.id, version: draft.version, claim };
  const done = await must(year, 'draft claimed', ['supervision1', 'POST', `${path}/deeds`, deed]);
  if (done.status !== 200) return;
  const claimed = done.body.drafts.find((one: { id: string }) => one.id === draft.id);
  year.made.add(claimed.item.id);
}

async function beginCampaign(year: Year, doors: Doors, day: IsoDate): Promise<void> {
  const { status, body } = await must(year, 'campaign', [
    'officer7a',
    'POST',
    '/campaigns',
    {
      name: '公共空间治理',
      goal: '清出的公共空间登记、收回、利用、管住。',
      source: '青政办〔2026〕11号',
      owner: personNamed('officer7a').person,
      office: '第7办',
      villages: villages.slice(0, 4),
      from: day,
      to: '2026-06-30',
    },
  ]);
  if (status !== 200) return;
  const spots: string[] = [];
  for (const [at, village] of villages.slice(0, 4).entries()) {
    const spot = { number: String(at + 1), village, place: '村口', kind: '占用集体空地' };
    const path = `/campaigns/${body.campaign.id}/spots`;
    const more = { quantity: '0.35', unit: '亩', foundOn: day };
    const made = await must(year, 'spot', ['officer7a', 'POST', path, { ...spot, ...more }]);
    if (made.status === 200) spots.push(made.body.spot.id);
  }
  doors.campaign = { id: body.campaign.id, spots };
}

async function workOnSpots(year: Year, { campaign }: Doors): Promise<void> {
  for (const spot of campaign?.spots ?? []) {
    const path = `/campaigns/${campaign?.id}/spots/${spot}`;
    const { body } = await must(year, 'spot read', ['officer7a', 'GET', path]);
    const deed = { deed: 'advance', version: body.version };
    await must(year, 'spot advanced', ['officer7a', 'POST', `${path}/deeds`, deed]);
    // Who worked on it does not close it.
    const { status } = await year.ask(personNamed('officer7a'), 'POST', `${path}/deeds`, {
      deed: 'close',
      version: body.version + 1,
    });
    if (status === 200) year.faults.push(`a spot was closed by its doer: ${spot}`);
    else year.counts.refused += 1;
  }
}

/** What the campaign left open when it ended goes on as items. */
async function handSpots(year: Year, { campaign }: Doors, day: IsoDate): Promise<void> {
  for (const spot of campaign?.spots ?? []) {
    const path = `/campaigns/${campaign?.id}/spots/${spot}`;
    const { body } = await must(year, 'spot read', ['supervision1', 'GET', path]);
    const item = {
      lead: '第8办',
      accountable: personNamed('officer8a').person,
      dueOn: addDays(day, 30),
    };
    const deed = { deed: 'hand', version: body.version, item };
    const handed = await must(year, 'spot handed on', [
      'supervision1',
      'POST',
      `${path}/deeds`,
      deed,
    ]);
    if (handed.status === 200) year.made.add(handed.body.item.id);
  }
}
