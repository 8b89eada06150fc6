/** A day of the year: new items, then whatever somebody does with those that are open. */

import { addDays, type IsoDate, weekday } from '@oneneedle/kernel';
import type { Chance } from '../../scripts/demo/random.ts';
import type { Ask } from './asking.ts';
import { nextTry, type Seen, type Try } from './course.ts';
import { dutyEntry, offices, people, type Somebody, secretaryOf, villages } from './town.ts';

/** The year as it goes. */
export interface Year {
  readonly ask: Ask;
  readonly chance: Chance;
  readonly items: number;
  /** Ids whose making was acknowledged. */
  readonly made: Set<string>;
  readonly open: Seen[];
  readonly faults: string[];
  readonly counts: { deeds: number; refused: number; lights: number; stopped: number };
}

export function newYear(ask: Ask, { chance, items }: Pick<Year, 'chance' | 'items'>): Year {
  const counts = { deeds: 0, refused: 0, lights: 0, stopped: 0 };
  return { ask, chance, items, made: new Set(), open: [], faults: [], counts };
}

/** Workdays of the year on which items are made; the rest is for ending them. */
const makingDays = 225;
const over = ['closedOut', 'archived', 'withdrawn'];

export async function liveDay(year: Year, day: IsoDate): Promise<void> {
  const left = year.items - year.made.size;
  const count = Math.min(left, Math.ceil(year.items / makingDays));
  for (let at = 0; at < count; at += 1) await makeOne(year, day);
  for (const item of [...year.open]) await touch(year, item, day);
  if (weekday(day) === 5) await lookAtLights(year, day);
}

async function makeOne(year: Year, day: IsoDate): Promise<void> {
  const { chance } = year;
  const isVillage = chance.percent(15);
  const lead = isVillage ? chance.pick(villages) : chance.pick(offices);
  const form = isVillage || chance.percent(65) ? 'supervised' : 'oneLine';
  const own = people.filter(({ office }) => office === lead);
  const accountable = isVillage ? secretaryOf(lead) : chance.pick(own).person;
  const supervision = people.filter(({ role }) => role === 'supervision');
  const by = chance.pick(supervision);
  const reply = await year.ask(by, 'POST', '/items', {
    form,
    title: `${lead}第${year.made.size + 1}件`,
    source: { kind: 'meeting', document: '调度会', on: day },
    lead,
    accountable,
    dueOn: addDays(day, chance.between(5, 40)),
    ...(form === 'oneLine' ? {} : { until: chance.pick(['draft', 'registered', 'proposed']) }),
  });
  if (reply.status !== 200) return void year.faults.push(`not made: ${JSON.stringify(reply.body)}`);
  const { id, state } = reply.body as { id: string; state: string };
  year.made.add(id);
  year.open.push({
    id,
    form,
    lead,
    accountable,
    state,
    version: 1,
    dueOn: day,
    isCleared: !isVillage,
  });
  await refresh(year, id, by);
}

/** A version counts every deed; making takes several. */
async function refresh(year: Year, id: string, by: Somebody): Promise<void> {
  const item = year.open.find((one) => one.id === id);
  const { status, body } = await year.ask(by, 'GET', `/items/${id}`);
  if (status !== 200 || !item) return void year.faults.push(`not read: ${id}`);
  item.version = body.version;
  item.dueOn = body.item.dueOn;
}

async function touch(year: Year, item: Seen, day: IsoDate): Promise<void> {
  const { chance } = year;
  if (item.state === 'proposed' && !item.isCleared) return passGate(year, item, day);
  const soon = addDays(day, chance.between(5, 30));
  const later = addDays(maxDay(item.dueOn, day), chance.between(1, 20));
  const wanted = nextTry(item, { chance, soon, later });
  if (wanted) await attempt(year, item, wanted);
}

async function attempt(year: Year, item: Seen, { by, deed, words, isForeign }: Try): Promise<void> {
  const { status, body } = await year.ask(by, 'POST', `/items/${item.id}/deeds`, {
    deed,
    version: item.version,
    ...words,
  });
  const said = `${by.userName} ${deed} ${item.state} ${status} ${body.code ?? ''} ${body.detail ?? ''}`;
  if (isForeign) {
    year.counts.refused += 1;
    if (status === 200) year.faults.push(`not theirs, and done: ${said}`);
    return;
  }
  if (body.code === 'demands.gate-stopped') return passAgain(year, item, by);
  if (status !== 200) return void year.faults.push(`refused: ${said}`);
  year.counts.deeds += 1;
  item.state = body.item.state;
  item.version = body.version;
  item.dueOn = body.item.dueOn;
  if (over.includes(item.state)) year.open.splice(year.open.indexOf(item), 1);
}

/** What a village must do passes the burden gate; what the gate stops, a leader allows with a reason. */
async function passGate(year: Year, item: Seen, day: IsoDate): Promise<void> {
  const [supervision] = people.filter(({ role }) => role === 'supervision');
  const [leader] = people.filter(({ role }) => role === 'leader');
  if (!supervision || !leader) throw new Error('nobody sends or leads');
  const asked = await year.ask(supervision, 'POST', '/demands', {
    kind: 'item',
    about: item.id,
    title: `${item.lead}协助${item.id.slice(0, 6)}`,
    office: supervision.office,
    units: [item.lead],
    purpose: '核实办理情况',
    basis: '青政办〔2026〕3号',
    dutyEntry,
    dataAsked: [],
    dueOn: addDays(day, 10),
    answers: { canLookUp: false, askedLately: false, canWait: false },
    askLeader: true,
  });
  if (asked.status !== 200) {
    return void year.faults.push(`gate: ${asked.status} ${JSON.stringify(asked.body)}`);
  }
  item.isCleared = true;
  item.demand = asked.body.id;
  if (asked.body.state !== 'stopped') return;
  year.counts.stopped += 1;
  const allowed = await year.ask(leader, 'POST', `/demands/${asked.body.id}/override`, {
    outcome: 'allow',
    reason: '事项不同，确需村里配合',
  });
  if (allowed.status !== 200) year.faults.push(`override: ${JSON.stringify(allowed.body)}`);
}

/** What was let through days ago may ask too much at too short notice by now: it goes once more. */
async function passAgain(year: Year, item: Seen, by: Somebody): Promise<void> {
  year.counts.stopped += 1;
  item.isCleared = false;
  const path = `/demands/${item.demand}/withdrawal`;
  const { status, body } = await year.ask(by, 'POST', path, { reason: '期限太近，重新下发' });
  if (status !== 200) year.faults.push(`withdrawal: ${JSON.stringify(body)}`);
}

/** Every Friday somebody reads the whole list: each light says why. */
async function lookAtLights(year: Year, day: IsoDate): Promise<void> {
  const [reader] = people.filter(({ role }) => role === 'supervision');
  if (!reader) throw new Error('nobody supervises');
  const { status, body } = await year.ask(reader, 'GET', '/items');
  if (status !== 200) return void year.faults.push(`list: ${JSON.stringify(body)}`);
  const rows = body.rows as { id: string; light: { state: string; why: string } }[];
  const silent = rows.filter(({ light }) => light.why.trim().length < 3);
  year.counts.lights += rows.length;
  for (const { id } of silent) year.faults.push(`a light without why on ${day}: ${id}`);
  if (rows.length !== year.open.length) {
    year.faults.push(`on ${day} ${year.open.length} are open and ${rows.length} are listed`);
  }
}

function maxDay(first: string, second: IsoDate): IsoDate {
  return first > second ? (first as IsoDate) : second;
}
