/** A day of the year: new items, then whatever somebody does with those that are open. */

import { addDays, type IsoDate, weekday } from '@oneneedle/kernel';
import type { Chance } from '../../scripts/demo/random.ts';
import type { Ask } from './asking.ts';
import { doersBy, judgeAfter, nextTry, type Seen, type Try } from './course.ts';
import { dutyEntry, offices, people, type Somebody, secretaryOf, villages } from './town.ts';

/** The year as it goes. */
export interface Year {
  readonly ask: Ask;
  readonly chance: Chance;
  readonly items: number;
  /** Ids whose making was acknowledged. */
  readonly made: Set<string>;
  readonly open: Seen[];
  /** What was closed out: it is looked back at, and filed. */
  readonly closed: Seen[];
  readonly faults: string[];
  readonly counts: Counts;
  /** How often each deed was done. */
  readonly done: Record<string, number>;
}

/** What a year came to. */
export interface Counts {
  deeds: number;
  /** Deeds that were not theirs, and were refused. */
  refused: number;
  /** Lights that were read. */
  lights: number;
  /** Times that the gate stopped something. */
  stopped: number;
  /** Deeds done by whoever stands in for another. */
  inPlace: number;
  /** Items that came of others: follow-ups, recurring work. */
  followed: number;
}

export function newYear(ask: Ask, { chance, items }: Pick<Year, 'chance' | 'items'>): Year {
  const counts = { deeds: 0, refused: 0, lights: 0, stopped: 0, inPlace: 0, followed: 0 };
  const lists = { made: new Set<string>(), open: [], closed: [], faults: [], done: {} };
  return { ask, chance, items, counts, ...lists };
}

/** Workdays of the year on which items are made; the rest is for ending them. */
const makingDays = 225;
const over = ['closedOut', 'archived', 'withdrawn'];

export async function liveDay(year: Year, day: IsoDate): Promise<void> {
  const left = year.items - year.made.size;
  const count = Math.min(left, Math.ceil(year.items / makingDays));
  for (let at = 0; at < count; at += 1) await makeOne(year, day);
  for (const item of [...year.open]) if (year.open.includes(item)) await touch(year, item, day);
  if (weekday(day) !== 5) return;
  await lookAtLights(year, day);
  await issueSlips(year, day);
  await lookBack(year, day);
}

async function makeOne(year: Year, day: IsoDate): Promise<void> {
  const { chance } = year;
  const isVillage = chance.percent(15);
  const lead = isVillage ? chance.pick(villages) : chance.pick(offices);
  const form = isVillage || chance.percent(65) ? 'supervised' : 'oneLine';
  const own = people.filter(({ office }) => office === lead);
  const accountable = isVillage ? secretaryOf(lead) : chance.pick(own).person;
  const by = chance.pick(people.filter(({ role }) => role === 'supervision'));
  const isPeriodic = form === 'supervised' && chance.percent(10);
  const reply = await year.ask(by, 'POST', '/items', {
    form,
    title: `${lead}第${year.made.size + 1}件`,
    source: { kind: 'meeting', document: '调度会', on: day },
    lead,
    accountable,
    dueOn: addDays(day, isPeriodic ? 90 : chance.between(5, 40)),
    ...(form === 'oneLine' ? {} : { until: chance.pick(['draft', 'registered', 'proposed']) }),
    ...(isPeriodic ? { feedback: 'month' } : {}),
  });
  if (reply.status !== 200) return void year.faults.push(`not made: ${JSON.stringify(reply.body)}`);
  const { id, state } = reply.body as { id: string; state: string };
  year.made.add(id);
  year.open.push(seen(year, { id, form, lead, accountable, state, dueOn: day }));
  await refresh(year, id, by);
}

type Made = Pick<Seen, 'id' | 'form' | 'lead' | 'accountable' | 'state' | 'dueOn'>;

/** An item that somebody begins to work with. */
function seen({ made, counts }: Year, item: Made): Seen {
  const order = made.size + counts.followed;
  const isCleared = !villages.includes(item.lead);
  return { ...item, order, version: 1, isCleared, doers: new Set([item.accountable]) };
}

/** A version counts every deed; making takes several. */
async function refresh(year: Year, id: string, by: Somebody): Promise<void> {
  const item = [...year.open, ...year.closed].find((one) => one.id === id);
  const { status, body } = await year.ask(by, 'GET', `/items/${id}`);
  if (status !== 200 || !item) return void year.faults.push(`not read: ${id}`);
  item.version = body.version;
  item.dueOn = body.item.dueOn ?? item.dueOn;
}

async function touch(year: Year, item: Seen, day: IsoDate): Promise<void> {
  const { chance, done, open } = year;
  if (item.state === 'proposed' && !item.isCleared) return passGate(year, item, day);
  const soon = addDays(day, chance.between(5, 30));
  const later = addDays(maxDay(item.dueOn, day), chance.between(1, 20));
  const others = open.filter(
    ({ form, lead, state }) =>
      form === 'supervised' && !villages.includes(lead) && state === 'inProgress',
  );
  const wanted = nextTry(item, { chance, day, soon, later, done, others });
  if (wanted) await attempt(year, item, { ...wanted, day });
}

async function attempt(year: Year, item: Seen, wanted: Try & { day: string }): Promise<void> {
  const { by, deed, words, isForeign, day } = wanted;
  const { status, body } = await year.ask(by, 'POST', `/items/${item.id}/deeds`, {
    deed,
    version: item.version,
    ...words,
  });
  const said = `${day} ${by.userName} ${deed} ${item.state} ${item.lead} ${status} ${body.code ?? ''} ${body.detail ?? ''}`;
  if (isForeign) {
    if (status === 403 || status === 404) year.counts.refused += 1;
    else year.faults.push(status === 200 ? `not theirs, and done: ${said}` : `foreign: ${said}`);
    if (status !== 200) return;
  }
  if (body.code === 'demands.gate-stopped') return passAgain(year, item, by);
  if (status !== 200) return void year.faults.push(`refused: ${said}`);
  year.counts.deeds += 1;
  year.done[deed] = (year.done[deed] ?? 0) + 1;
  const work = doersBy(item, wanted, day);
  if (work.length > 1) year.counts.inPlace += 1;
  for (const one of work) item.doers.add(one);
  item.state = body.item.state;
  item.version = body.version;
  item.dueOn = body.item.dueOn ?? item.dueOn;
  if (deed === 'merge') await mergedInto(year, item, (words as { into: string }).into, by);
  if (over.includes(item.state) && year.open.includes(item)) {
    year.open.splice(year.open.indexOf(item), 1);
    if (item.state === 'closedOut') year.closed.push(item);
  }
}

/** Who worked on what was merged judges neither; the other item has a new version. */
async function mergedInto(year: Year, item: Seen, id: string, by: Somebody): Promise<void> {
  const into = year.open.find((one) => one.id === id);
  if (!into) return;
  for (const one of item.doers) into.doers.add(one);
  await refresh(year, id, by);
}

/** What a village must do passes the burden gate; what the gate stops, a leader allows with a reason. */
async function passGate(year: Year, item: Seen, day: IsoDate): Promise<void> {
  const [supervision] = people.filter(({ role }) => role === 'supervision');
  const [leader] = people.filter(({ role }) => role === 'leader');
  if (!supervision || !leader) throw new Error('nobody sends or leads');
  const asked = await year.ask(supervision, 'POST', '/demands', {
    kind: 'item',
    about: item.id,
    title: `${item.lead}协助第${item.order}件`,
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

/**
 * What was let through days ago may ask too much at too short notice by now: it goes once more. What
 * has left already, and is only held to an earlier day, stays as it is.
 */
async function passAgain(year: Year, item: Seen, by: Somebody): Promise<void> {
  year.counts.stopped += 1;
  if (item.state !== 'proposed' || item.demand === undefined) return;
  item.isCleared = false;
  const path = `/demands/${item.demand}/withdrawal`;
  const { status, body } = await year.ask(by, 'POST', path, { reason: '期限太近，重新下发' });
  if (status !== 200) year.faults.push(`withdrawal: ${JSON.stringify(body)}`);
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly no?: string;
  readonly form: Seen['form'];
  readonly state: string;
  readonly light: Light;
  readonly lead?: { code: string };
  readonly accountable?: { code: string };
  readonly dueOn?: string;
  readonly closedAt?: string;
  readonly mergedInto?: string;
}

/** How a light stands, and why. */
export interface Light {
  readonly state: string;
  readonly why: string;
}

function supervisor(): Somebody {
  const [found] = people.filter(({ role }) => role === 'supervision');
  if (!found) throw new Error('nobody supervises');
  return found;
}

/** Every Friday somebody reads the whole list: each light says why, and nothing is missing. */
async function lookAtLights(year: Year, day: IsoDate): Promise<void> {
  const { status, body } = await year.ask(supervisor(), 'GET', '/items');
  if (status !== 200) return void year.faults.push(`list: ${JSON.stringify(body)}`);
  const rows = body.rows as Row[];
  judgeLights(year, rows, day);
  const listed = new Set(rows.map(({ id }) => id));
  for (const { id, state } of year.open) {
    if (!listed.has(id)) year.faults.push(`on ${day} open (${state}) and not listed: ${id}`);
  }
  const known = new Set(year.open.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => !known.has(id));
  for (const row of fresh.sort(bySaid)) await adopt(year, row);
}

/** By what a row says: rows of one day come in the order of their ids, which differ from run to run. */
function bySaid(a: Row, b: Row): number {
  const said = ({ title, lead, dueOn }: Row) => `${title} ${lead?.code} ${dueOn}`;
  return said(a) < said(b) ? -1 : 1;
}

/** What came of another item, or comes back by itself, is worked on as any other. */
async function adopt(year: Year, { id, form, state, lead, accountable, dueOn }: Row) {
  year.counts.followed += 1;
  const [by] = people.filter(({ role }) => role === 'supervision');
  if (!lead || !accountable || !by) return void year.faults.push(`nobody leads: ${id}`);
  year.open.push(
    seen(year, {
      id,
      form,
      state,
      lead: lead.code,
      accountable: accountable.code,
      dueOn: dueOn ?? '2026-12-31',
    }),
  );
  await refresh(year, id, by);
}

const stateWords = /还没有立项|已立项|已拟办|等销号|已作废|等核查|没有定期限|今天到期/;
const figures = /\d+月\d+日|\d+个(?:工作日|自然日)|〔\d{4}〕\d+号/;

/** A light says why, and the sentence names the day, the count or the state that it rests on. */
function judgeLights(year: Year, rows: readonly Row[], day: string): void {
  year.counts.lights += rows.length;
  for (const { id, state, light, closedAt } of rows) {
    const { why } = light;
    const isSaid = figures.test(why) || stateWords.test(why);
    const mustSayDay = light.state === 'overdue' || closedAt !== undefined;
    const isClosed = state === 'closedOut' || state === 'archived';
    if (!isSaid || (mustSayDay && isClosed && !figures.test(why))) {
      year.faults.push(`on ${day} a light (${state}, ${light.state}) says “${why}”: ${id}`);
    }
  }
}

/** At the end of the year those that have ended are read too. */
export async function lookAtAll(year: Year): Promise<void> {
  const { status, body } = await year.ask(supervisor(), 'GET', '/items?ended=true&take=5000');
  if (status !== 200) return void year.faults.push(`list: ${JSON.stringify(body)}`);
  judgeLights(year, body.rows as Row[], 'the last day');
  const listed = new Set((body.rows as Row[]).map(({ id }) => id));
  for (const id of year.made) if (!listed.has(id)) year.faults.push(`not in the list: ${id}`);
}

/** Every Friday slips go out to some of those for which one is due, in the colour that is due. */
async function issueSlips(year: Year, day: IsoDate): Promise<void> {
  const late = year.open.filter(
    ({ form, state, dueOn }) =>
      form === 'supervised' && dueOn < day && !['draft', 'registered', 'proposed'].includes(state),
  );
  for (const item of late.slice(0, 6)) {
    const by = judgeAfter(item, year.chance, day);
    const { body } = await year.ask(by, 'GET', `/items/${item.id}`);
    const due = body.slipDue as { colour: string; why: string } | undefined;
    if (!due || !(body.deeds as string[]).includes('slip')) continue;
    if (!figures.test(due.why)) year.faults.push(`a slip is due because “${due.why}”: ${item.id}`);
    const words = { colour: due.colour, dueOn: addDays(day, year.chance.between(5, 12)) };
    await attempt(year, item, { by, deed: 'slip', words, day });
  }
}

/** Every Friday some of what was closed is filed or looked back at, and an outcome is confirmed. */
async function lookBack(year: Year, day: IsoDate): Promise<void> {
  const { chance, closed } = year;
  for (const item of closed.slice(-4)) {
    const by = judgeAfter(item, chance, day);
    if (item.form === 'supervised' && chance.percent(40)) {
      const result = chance.percent(70) ? 'holds' : 'fails';
      const words = {
        result,
        note: '现场看过。',
        ...(result === 'fails' && { title: '反弹再办' }),
      };
      await attempt(year, item, { by, deed: 'lookBack', words, day });
    } else if (item.state === 'closedOut') {
      await attempt(year, item, { by: supervisor(), deed: 'archive', day });
    }
  }
  const led = [...closed.slice(-20), ...year.open].filter(({ lead }) => villages.includes(lead));
  for (const item of led.slice(0, 8)) await confirm(year, item, day);
}

/** What the course bears out may be confirmed; what it does not is refused. */
async function confirm(year: Year, item: Seen, day: IsoDate): Promise<void> {
  const by = judgeAfter(item, year.chance, day);
  const { body } = await year.ask(by, 'GET', `/items/${item.id}`);
  const borne = (body.outcomes as { outcome: string }[]).map(({ outcome }) => outcome);
  const [outcome] = borne;
  const words = { note: '核过经过。' };
  if (outcome !== undefined && (body.deeds as string[]).includes('confirmOutcome')) {
    await attempt(year, item, { by, deed: 'confirmOutcome', words: { ...words, outcome }, day });
    return;
  }
  const untrue = ['doneLate', 'notDoneAfterUrging', 'doneBadly'].filter(
    (one) => !borne.includes(one),
  );
  const { status } = await year.ask(by, 'POST', `/items/${item.id}/deeds`, {
    deed: 'confirmOutcome',
    version: item.version,
    outcome: year.chance.pick(untrue),
    ...words,
  });
  if (status === 200) year.faults.push(`confirmed, and not borne out: ${item.id}`);
  else year.counts.refused += 1;
}

function maxDay(first: string, second: IsoDate): IsoDate {
  return first > second ? (first as IsoDate) : second;
}
