/** Asking something of villages: what the gate says, taking it through, booking it afterwards. */

import { randomUUID } from 'node:crypto';
import { type AskedFigure, type BurdenKind, countsAs, type DemandFinding } from '@oneneedle/kernel';
import { openLine } from '../desk/index.ts';
import { knownFiguresOf } from '../org/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { dutyEntriesOf, showDuties } from './demand-duty.ts';
import { type DemandInput, judgeDemand } from './demand-judging.ts';
import { demandProblem } from './demand-problems.ts';
import { type DemandRow, findDemands, insertDemand, type NewDemandRow } from './demand-store.ts';
import {
  askingOffices,
  asksInPlaceOf,
  bookableOffices,
  type DemandTown,
  isOne,
  nameableVillages,
  readsDemand,
  requireVillages,
  townOf,
} from './demand-town.ts';
import { burdenOf, dayOf, demandLine, demandPage, showJudged } from './demand-views.ts';
import { reads } from './item-reach.ts';
import { findItem } from './item-store.ts';

/** What asking needs. */
export async function demandOptions(ctx: Ctx, { item }: { item?: string | undefined }) {
  const town = await townOf(ctx);
  const { actor, db } = ctx;
  const figures = await knownFiguresOf(db);
  const about = await readableItem(ctx, item, town);
  const source = (about?.source ?? {}) as { document?: string; no?: string };
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
            units: about.units,
            basis: [source.document, source.no].filter((part) => part).join(' '),
            ...officeOf(about),
            ...(about.due_on === null ? {} : { dueOn: about.due_on }),
          },
        }
      : {}),
  };
}

/** The item that a demand is to send, if the asker reads it. */
async function readableItem({ db }: Ctx, id: string | undefined, { reach }: DemandTown) {
  const item = id === undefined ? undefined : await findItem(db, id);
  return item && reads(reach, item) ? item : undefined;
}

const meterReaders = ['leader', 'supervision', 'assessment-office', 'discipline'] as const;

function officeOf(item: { issuer_unit: string | null; lead_unit: string | null }) {
  const office = item.issuer_unit ?? item.lead_unit;
  return office === null ? {} : { office };
}

/** What the gate says of a demand as it stands now. Only reads. */
export async function judge(ctx: Ctx, input: DemandInput) {
  const town = await townOf(ctx);
  const judged = await judgeDemand(input, { ...town, db: ctx.db, sentAt: ctx.now });
  return showJudged(judged, town);
}

interface Ask extends DemandInput {
  readonly channel: string;
  /** Keep what is stopped for a leader instead of refusing it. */
  readonly askLeader: boolean;
  /** What is no item leaves at once if nothing stops it. */
  readonly sendNow: boolean;
}

/** Takes a demand through the gate. What is stopped is refused, or waits for a leader if so asked. */
export async function askDemand(ctx: Ctx, { askLeader, sendNow, ...input }: Ask) {
  const town = await townOf(ctx);
  requireOffice(input.office, askingOffices(ctx.actor, town), town);
  requireVillages(ctx.actor, town, input.units);
  if ((input.kind === 'item') !== (input.about !== undefined)) {
    throw demandProblem('item-unfit');
  }
  if (input.about !== undefined && !(await readableItem(ctx, input.about, town))) {
    throw demandProblem('item-unfit');
  }
  const judged = await judgeDemand(input, { ...town, db: ctx.db, sentAt: ctx.now });
  const stopping = judged.findings.filter(({ stops }) => stops);
  if (stopping.length > 0 && !askLeader) {
    throw demandProblem('gate-stopped', { sentences: stopping.map(({ sentence }) => sentence) });
  }
  const isSent = stopping.length === 0 && sendNow && input.kind !== 'item';
  const row: NewDemandRow = {
    ...rowOf(ctx, input, judged),
    about: input.about ?? null,
    channel: input.channel,
    state: stopping.length > 0 ? 'stopped' : isSent ? 'sent' : 'cleared',
    is_afterwards: false,
    in_place_of: asksInPlaceOf(ctx, input.office),
    ...(isSent ? { sent_at: ctx.now } : {}),
  };
  await insertDemand(ctx.db, row);
  const kept = await demandOf(ctx, row.id);
  if (kept.state === 'stopped') await openGateLine(ctx, kept, town);
  return demandPage(ctx, kept, town);
}

interface Book extends Omit<DemandInput, 'kind' | 'purpose' | 'basis' | 'answers'> {
  readonly channel: string;
  readonly sentOn: string;
  readonly sentClock: string;
}

/** Books what went out already. It is judged by its own time, stopped by nothing, and counts. */
export async function bookDemand(ctx: Ctx, { sentOn, sentClock, channel, ...booked }: Book) {
  const town = await townOf(ctx);
  requireOffice(booked.office, bookableOffices(ctx.actor, town), town);
  requireVillages(ctx.actor, town, booked.units);
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
  };
  await insertDemand(ctx.db, row);
  return demandPage(ctx, await demandOf(ctx, row.id), town);
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
  });
  const rows = found
    .filter((row) => readsDemand(ctx.actor, town, row))
    .filter((row) => counted === undefined || countsAs(burdenOf(row), counted))
    .filter((row) => month === undefined || dayOf(row).startsWith(month));
  return { rows: rows.map((row) => demandLine(row, town)) };
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
async function openGateLine(ctx: Ctx, row: DemandRow, town: DemandTown): Promise<void> {
  const [first = '', ...others] = row.units.map(town.nameOf);
  const to = others.length === 0 ? first : `${first}等${row.units.length}个村`;
  await openLine(ctx, {
    room: 'work',
    kind: 'gate',
    about: row.id,
    title: `定是否放行：${town.nameOf(row.office)}向${to}下发“${row.title}”`,
    roles: ['leader'],
    exceptAccountId: row.asked_by_account,
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
