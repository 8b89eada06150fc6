/** What becomes of a demand: a leader's word, the sending, the withdrawal, the merging. */

import { closeLines, openLine } from '../../desk/index.ts';
import { type Ctx, requireNoToken } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { visibleDemand } from './actions.ts';
import { requireStillClear } from './door.ts';
import { demandProblem } from './problems.ts';
import { behindItems, withheldTitle } from './secrets.ts';
import { type DemandRow, findDemands, lockGate, updateDemand } from './store.ts';
import { type DemandTown, townOf } from './town.ts';
import { demandPage, isIssuer, rightsOn, stopsOf } from './views.ts';

/** A leader lets a stopped demand through or refuses it; never whoever asked. */
export async function overrideDemand(
  ctx: Ctx,
  { id, outcome, reason }: { id: string; outcome: 'allow' | 'refuse'; reason: string },
) {
  const person = personOf(ctx);
  requireNoToken(ctx);
  const { town, row } = await held(ctx, id);
  requireState(row, ['stopped']);
  if (isIssuer(ctx, row)) throw demandProblem('own-demand');
  await updateDemand(ctx.db, id, {
    state: outcome === 'allow' ? 'cleared' : 'refused',
    decided_by: person,
    decided_by_account: ctx.actor.accountId,
    decided_at: ctx.now,
    decision_reason: reason,
  });
  await closeLines(ctx, { room: 'work', kind: 'gate', about: id });
  if (outcome === 'allow') await openSendLine(ctx, row, town);
  return shown(ctx, id, town);
}

/** Notes that a cleared demand left; what changed since it was cleared may stop it after all. */
export async function sendDemand(ctx: Ctx, { id }: { id: string }) {
  const { town, row } = await held(ctx, id);
  requireState(row, ['cleared']);
  if (!rightsOn(ctx, row, town).send) throw demandProblem('demand-not-yours');
  await requireStillClear({ ...ctx, nameOf: town.nameOf }, row);
  await updateDemand(ctx.db, id, { state: 'sent', sent_at: ctx.now });
  await closeLines(ctx, { room: 'work', kind: 'send', about: id });
  return shown(ctx, id, town);
}

/** Takes a demand back before it left, or a booking that was wrong. It stays readable. */
export async function withdrawDemand(ctx: Ctx, { id, reason }: { id: string; reason: string }) {
  const { town, row } = await held(ctx, id);
  // A booking counts against an office until somebody says that it was wrong.
  if (row.is_afterwards) requireNoToken(ctx);
  if (row.state !== 'sent' || !row.is_afterwards) requireState(row, ['stopped', 'cleared']);
  if (!rightsOn(ctx, row, town).withdraw) {
    throw demandProblem(row.is_afterwards ? 'booking-not-yours' : 'demand-not-yours');
  }
  await end(ctx, id, { reason });
  return shown(ctx, id, town);
}

/** The office that a booking counts against takes note of it; the booking stands as it is. */
export async function acknowledgeBooking(ctx: Ctx, { id }: { id: string }) {
  const person = personOf(ctx);
  requireNoToken(ctx);
  const { town, row } = await held(ctx, id);
  if (!rightsOn(ctx, row, town).acknowledge) throw demandProblem('acknowledge-unfit');
  await updateDemand(ctx.db, id, { acknowledged_at: ctx.now, acknowledged_by: person });
  await closeLines(ctx, { room: 'work', kind: 'booked', about: id });
  return shown(ctx, id, town);
}

/** Makes a demand part of one that asks the same: the village answers once, and both offices read it. */
export async function mergeDemand(ctx: Ctx, { id, into }: { id: string; into: string }) {
  const { town, row } = await held(ctx, id);
  requireState(row, ['stopped', 'cleared']);
  if (!rightsOn(ctx, row, town).merge) throw demandProblem('demand-not-yours');
  const [target] = await findDemands(ctx.db, { ids: [into], states: ['cleared', 'sent'] });
  const asksAll = row.units.every((unit) => target?.units.includes(unit));
  if (!target || target.id === id || !asksAll) throw demandProblem('merge-unfit');
  const isWithheld = (await behindItems(ctx.db, [target])).get(target.about ?? '')?.is_withheld;
  const title = isWithheld ? withheldTitle : `“${target.title}”`;
  const reason = `并入${town.nameOf(target.office)}${title}`;
  await end(ctx, id, { reason, into });
  return shown(ctx, id, town);
}

async function end(ctx: Ctx, id: string, { reason, into }: { reason: string; into?: string }) {
  await updateDemand(ctx.db, id, {
    state: 'withdrawn',
    ended_at: ctx.now,
    end_reason: reason,
    merged_into: into ?? null,
  });
  for (const kind of ['gate', 'send', 'booked']) {
    await closeLines(ctx, { room: 'work', kind, about: id });
  }
}

/** A demand that the asker may read, held so that two deeds do not meet on it. */
async function held(ctx: Ctx, id: string): Promise<{ town: DemandTown; row: DemandRow }> {
  const town = await townOf(ctx);
  await lockGate(ctx.db, ctx.tenant.id);
  return { town, row: await visibleDemand(ctx, id, town) };
}

async function shown(ctx: Ctx, id: string, town: DemandTown) {
  return demandPage(ctx, await visibleDemand(ctx, id, town), town);
}

const stateWords: Readonly<Record<string, string>> = {
  stopped: '在等领导定',
  cleared: '已经放行',
  sent: '已经下发',
  refused: '领导定了不予下发',
  withdrawn: '已经撤回',
};

function requireState({ state }: DemandRow, wanted: readonly string[]): void {
  if (!wanted.includes(state)) {
    throw demandProblem('demand-past', { now: stateWords[state] ?? state });
  }
}

/** Tells whoever asked that it was let through; an item leaves when it is assigned. */
async function openSendLine(ctx: Ctx, row: DemandRow, town: DemandTown): Promise<void> {
  if (row.kind === 'item') return;
  await openLine(ctx, {
    room: 'work',
    kind: 'send',
    about: row.id,
    title: `已放行，可以下发：${town.nameOf(row.office)}“${row.title}”`,
    detail: `闸门拦下的 ${stopsOf(row)} 处，领导已写明理由。`,
    roles: ['recorder', 'reviewer', 'supervision', 'leader', 'assessment-office'],
    accountId: row.asked_by_account,
    address: `/work/demands?open=${row.id}`,
  });
}
