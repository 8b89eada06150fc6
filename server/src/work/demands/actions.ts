/** Asking something of villages: what the gate says, taking it through, booking it afterwards. */

import { randomUUID } from 'node:crypto';
import {
  type AskedFigure,
  type BurdenKind,
  chineseDate,
  countsAs,
  type DemandFinding,
  isoDate,
  periodLabel,
} from '@oneneedle/kernel';
import { openLine } from '../../desk/index.ts';
import { knownFiguresOf } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { askedVillages } from '../items/plan.ts';
import { digestOf } from './door.ts';
import { dutyEntriesOf, showDuties } from './duty.ts';
import { isOutside, officeOf, ofItem, readableItem } from './item.ts';
import { type DemandInput, judgeDemand } from './judging.ts';
import { demandProblem } from './problems.ts';
import { toldTo } from './secrets.ts';
import {
  type DemandRow,
  findDemands,
  insertDemand,
  lockGate,
  type NewDemandRow,
  settledMonth,
} from './store.ts';
import {
  askingOffices,
  asksInPlaceOf,
  bookableOffices,
  type DemandTown,
  isOne,
  nameableVillages,
  readsDemand,
  requireBookable,
  requireVillages,
  townOf,
} from './town.ts';
import {
  burdenOf,
  dayOf,
  demandLine,
  demandPage,
  instantsOf,
  showJudged,
  stopsOf,
} from './views.ts';

/** What asking needs. */
export async function demandOptions(ctx: Ctx, { item }: { item?: string | undefined }) {
  const town = await townOf(ctx);
  const { actor, db } = ctx;
  const figures = await knownFiguresOf(db);
  const about = await readableItem(ctx, item, town);
  const source = (about?.source ?? {}) as { document?: string; no?: string };
  const code = about && officeOf(about, town);
  const office = code === undefined ? {} : { office: town.named(code) };
  return {
    today: town.today,
    offices: askingOffices(actor, town).map(town.named),
    bookable: bookableOffices(actor, town).map(town.named),
    villages: nameableVillages(actor, town).map(town.named),
    dutyEntries: showDuties(await dutyEntriesOf(db), town.nameOf),
    figures: [...new Set(figures.map(({ name }) => name))],
    mayKeepLists: isOne(actor, ['supervision', 'assessment-office', 'administrator']),
    mayReadMeter: town.reach.offices.size > 0 || isOne(actor, meterReaders),
    ...(about
      ? {
          item: {
            id: about.id,
            title: about.title,
            units: askedVillages(about, town),
            basis: [source.document, source.no].filter((part) => part).join(' '),
            isOutside: isOutside(about),
            ...office,
            ...(about.due_on === null ? {} : { dueOn: about.due_on }),
          },
        }
      : {}),
  };
}

const meterReaders = ['leader', 'supervision', 'assessment-office', 'discipline'] as const;

/** What the gate says of a demand as it stands now, to whoever may ask it. Only reads. */
export async function judge(ctx: Ctx, typed: DemandInput) {
  const town = await townOf(ctx);
  const { input } = await askable(ctx, typed, town);
  const judged = await judgeDemand(input, { ...town, db: ctx.db, sentAt: ctx.now });
  return showJudged(judged, town);
}

interface Ask extends DemandInput {
  readonly channel: string;
  /** The other items that this demand sends with it: they ask the same of the same villages. */
  readonly also?: readonly string[];
  /** Keep what is stopped for a leader instead of refusing it. */
  readonly askLeader: boolean;
  /** What is no item leaves at once if nothing stops it. */
  readonly sendNow: boolean;
}

/** Takes a demand through the gate. What is stopped is refused, or waits for a leader if so asked. */
export async function askDemand(
  ctx: Ctx,
  { askLeader, sendNow, channel, also = [], ...typed }: Ask,
) {
  personOf(ctx);
  const town = await townOf(ctx);
  const { input, item } = await askable(ctx, typed, town);
  await lockGate(ctx.db, ctx.tenant.id);
  const judged = await judgeDemand(input, { ...town, db: ctx.db, sentAt: ctx.now });
  const stopping = judged.findings.filter(({ stops }) => stops);
  if (stopping.length > 0 && !askLeader) {
    throw demandProblem('gate-stopped', { sentences: stopping.map(({ sentence }) => sentence) });
  }
  const isSent = stopping.length === 0 && sendNow && input.kind !== 'item';
  const row: NewDemandRow = {
    ...rowOf(ctx, input, judged),
    about: input.about ?? null,
    ...(also.length > 0 ? { also: [...also], title: typed.title } : {}),
    channel,
    state: stopping.length > 0 ? 'stopped' : isSent ? 'sent' : 'cleared',
    is_afterwards: false,
    in_place_of: asksInPlaceOf(ctx, input.office),
    requirement_sha256: item ? digestOf(item.requirement) : null,
    ...(isSent ? { sent_at: ctx.now } : {}),
  };
  await insertDemand(ctx.db, row);
  const kept = await demandOf(ctx, row.id);
  if (kept.state === 'stopped') {
    await openGateLine(ctx, kept, { town, isWithheld: item?.is_withheld ?? false });
  }
  return demandPage(ctx, kept, town);
}

/** A demand that somebody may ask, as it would leave: what an item says of itself is not typed anew. */
async function askable(ctx: Ctx, typed: DemandInput, town: DemandTown) {
  const item = await readableItem(ctx, typed.about, town);
  if ((typed.kind === 'item') !== (item !== undefined)) throw demandProblem('item-unfit');
  const input = item ? { ...typed, ...ofItem(item, typed, town) } : typed;
  requireOffice(input.office, askingOffices(ctx.actor, town), town);
  requireVillages(ctx.actor, town, input.units);
  return { input, item };
}

interface Book extends Omit<DemandInput, 'kind' | 'purpose' | 'basis' | 'answers'> {
  readonly channel: string;
  readonly sentOn: string;
  readonly sentClock: string;
}

/** Books what went out already. It is judged by its own time, stopped by nothing, and counts. */
export async function bookDemand(ctx: Ctx, { sentOn, sentClock, channel, ...booked }: Book) {
  const person = personOf(ctx);
  const town = await townOf(ctx);
  requireBookable(ctx.actor, town, booked);
  const isOwn = askingOffices(ctx.actor, town).includes(booked.office);
  if (!isOwn) await requireUnsettled(ctx, sentOn.slice(0, 7));
  await lockGate(ctx.db, ctx.tenant.id);
  const sentAt = new Date(`${sentOn}T${sentClock}:00+08:00`).toISOString();
  if (sentAt > ctx.now) throw demandProblem('booked-before', { day: chinaDay(ctx.now) });
  const input: DemandInput = { ...booked, kind: 'call', purpose: '', basis: '', answers: {} };
  const judged = await judgeDemand(input, { ...town, db: ctx.db, sentAt, isAfterwards: true });
  const row: NewDemandRow = {
    ...rowOf(ctx, input, judged),
    channel,
    state: 'sent',
    is_afterwards: true,
    in_place_of: [],
    sent_at: sentAt,
    ...(isOwn ? { acknowledged_at: ctx.now, acknowledged_by: person } : {}),
  };
  await insertDemand(ctx.db, row);
  const kept = await demandOf(ctx, row.id);
  if (!isOwn) await openBookedLine(ctx, kept, town);
  return demandPage(ctx, kept, town);
}

/** Nobody books against another office in a month of which the circular has told already. */
async function requireUnsettled({ db }: Ctx, month: string): Promise<void> {
  const settled = await settledMonth(db);
  if (settled === undefined || month > settled) return;
  throw demandProblem('booked-settled', { settled: periodLabel(settled) });
}

/** Tells the office that it counts against: it reads what was booked, and says if it was otherwise. */
async function openBookedLine(ctx: Ctx, row: DemandRow, town: DemandTown): Promise<void> {
  const by = row.asked_by === null ? '' : town.nameOf(row.asked_by);
  await openLine(ctx, {
    room: 'work',
    kind: 'booked',
    about: row.id,
    title: `看一看：${by}补记${town.nameOf(row.office)}${chineseDate(isoDate(dayOf(row)))}向村要“${row.title}”`,
    detail: '已计入减负表。记错了的，请告诉补记的人或督查室撤回。',
    // Who reviews facts has nothing to answer here.
    roles: ['recorder'],
    line: row.office,
    exceptAccountId: row.asked_by_account,
    address: `/work/demands?open=${row.id}`,
    ...(row.asked_by === null ? {} : { contact: { person: row.asked_by } }),
  });
}

interface DemandQuery {
  readonly month?: string | undefined;
  readonly office?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: string | undefined;
  readonly about?: string | undefined;
  readonly counted?: BurdenKind | undefined;
}

/** Demands that the asker may read, the latest first. */
export async function listDemands(ctx: Ctx, query: DemandQuery) {
  const { month, office, unit, state, about, counted } = query;
  const town = await townOf(ctx);
  const found = await findDemands(ctx.db, {
    ...(office === undefined ? {} : { offices: [office] }),
    ...(unit === undefined ? {} : { units: [unit] }),
    ...(state === undefined ? {} : { states: [state] }),
    ...(about === undefined ? {} : { about }),
    ...(month === undefined ? {} : instantsOf(month)),
  });
  const rows = found
    .filter((row) => readsDemand(ctx.actor, town, row))
    .filter((row) => counted === undefined || countsAs(burdenOf(row), counted));
  const told = await toldTo(ctx.db, town.reach, rows);
  return { rows: told.map((row) => demandLine(row, town)) };
}

/** One demand with its course. */
export async function readDemand(ctx: Ctx, { id }: { id: string }) {
  const town = await townOf(ctx);
  const [row] = await findDemands(ctx.db, { ids: [id] });
  if (row && isNamedByGate(row) && askingOffices(ctx.actor, town).length > 0) {
    return demandPage(ctx, row, town);
  }
  return demandPage(ctx, await visibleDemand(ctx, id, town), town);
}

/**
 * Whether the gate may name a demand to another office that asks the same: whoever asks may read it,
 * to see whether theirs can be merged. What sends an item is read by whoever reads the item.
 */
function isNamedByGate({ state, kind }: DemandRow): boolean {
  return (state === 'sent' || state === 'cleared') && kind !== 'item';
}

/** A demand that the asker may read. */
export async function visibleDemand(ctx: Ctx, id: string, town: DemandTown): Promise<DemandRow> {
  const [row] = await findDemands(ctx.db, { ids: [id] });
  if (!row || !readsDemand(ctx.actor, town, row)) throw demandProblem('demand-unknown');
  return row;
}

/** Tells the leaders that a demand was stopped and waits for a word of theirs. */
async function openGateLine(
  ctx: Ctx,
  row: DemandRow,
  { town, isWithheld }: { town: DemandTown; isWithheld: boolean },
): Promise<void> {
  const [first = '', ...others] = row.units.map(town.nameOf);
  const to = others.length === 0 ? first : `${first}等${row.units.length}个村`;
  await openLine(ctx, {
    room: 'work',
    kind: 'gate',
    about: row.id,
    title: `定是否放行：${town.nameOf(row.office)}向${to}下发“${row.title}”`,
    why: `闸门拦下 ${stopsOf(row)} 处；领导写明理由才能下发，不定就发不出去。`,
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    roles: ['leader'],
    exceptAccountId: row.asked_by_account,
    isWithheld,
    address: `/work/demands?open=${row.id}`,
  });
}

async function demandOf(ctx: Ctx, id: string): Promise<DemandRow> {
  const [row] = await findDemands(ctx.db, { ids: [id] });
  if (!row) throw new Error('a demand that was just written is there');
  return row;
}

function requireOffice(office: string, open: readonly string[], town: DemandTown): void {
  if (open.includes(office)) return;
  throw demandProblem('office-other', { office: town.nameOf(office) });
}

function rowOf(
  ctx: Ctx,
  input: DemandInput,
  { findings, figures }: { findings: DemandFinding[]; figures: AskedFigure[] },
) {
  return {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    kind: input.kind,
    title: input.title,
    office: input.office,
    units: [...new Set(input.units)],
    purpose: input.purpose,
    basis: input.basis,
    duty_entry: input.dutyEntry ?? null,
    data_asked: [...input.dataAsked],
    due_on: input.dueOn ?? null,
    due_clock: input.dueClock ?? null,
    answers: JSON.stringify(input.answers),
    findings: JSON.stringify(findings),
    known: JSON.stringify(figures),
    asked_at: ctx.now,
    asked_by: ctx.actor.person ?? null,
    asked_by_account: ctx.actor.accountId,
  };
}
