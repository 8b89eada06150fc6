/** The steps of an objection beside its decision: acknowledged, assigned, given back, withdrawn. */

import { randomUUID } from 'node:crypto';
import {
  mayActOn,
  type ObjectionDeed,
  type ObjectionState,
  objectionAfter,
} from '@oneneedle/kernel';
import { clearObjected } from '../../ledger/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { candidatesFor, type Recusals, recusalsOf, requireNoFactHand } from './hands.ts';
import { refreshLine } from './lines.ts';
import { isUnclear, type Matter, type MatterAsked, matterFor, matterOf } from './matters.ts';
import { objectionProblem } from './problems.ts';
import { readObjection } from './reading.ts';
import { markMatter } from './receiving.ts';
import {
  findObjections,
  insertDeed,
  lockObjection,
  nextNumber,
  type ObjectionRow,
  updateObjection,
} from './store.ts';
import { capacitiesOf, type ObjectionTown, objectionTown, readsObjection } from './town.ts';

export interface OfObjection {
  readonly id: string;
  readonly version: number;
}

/** An objection that is held, with all that a deed on it is judged by. */
export interface Held {
  readonly row: ObjectionRow;
  readonly town: ObjectionTown;
  readonly matter: Matter;
  readonly recusals: Recusals;
  /** The state after the deed. */
  readonly to: ObjectionState;
}

/** Holds an objection for a deed: whoever may not, comes too late or saw an older one is refused. */
export async function holdFor(
  ctx: Ctx,
  deed: ObjectionDeed,
  { id, version }: OfObjection,
): Promise<Held> {
  const town = await objectionTown(ctx);
  const row = await lockObjection(ctx.db, id);
  if (!row || !readsObjection(ctx, town, row)) throw objectionProblem('objection-unknown');
  const capacities = capacitiesOf(ctx, town, row);
  if (!mayActOn(deed, { capacities, hasHand: false })) throw objectionProblem('not-your-deed');
  const to = objectionAfter(deed, row.state as ObjectionState);
  if (to === undefined) throw objectionProblem('wrong-state');
  if (row.version !== version) throw objectionProblem('changed-meanwhile');
  const matter = await matterOf(ctx.db, row);
  return { row, town, matter, recusals: await recusalsOf(ctx.db, row, { matter, town }), to };
}

type Change = Parameters<typeof updateObjection>[2];

interface Done {
  readonly deed: ObjectionDeed;
  readonly change?: Change;
  readonly note?: string;
  readonly words?: object;
}

/** Does a deed, and shows the objection as it then is. */
export async function carryOut(ctx: Ctx, held: Pick<Held, 'row' | 'matter' | 'to'>, done: Done) {
  await doDeed(ctx, held, done);
  return readObjection(ctx, { id: held.row.id });
}

/** Writes what a deed did, and puts the next step on the list. */
async function doDeed(
  ctx: Ctx,
  { row, matter, to }: Pick<Held, 'row' | 'matter' | 'to'>,
  { deed, change = {}, note = '', words }: Done,
): Promise<void> {
  const { id } = row;
  await updateObjection(ctx.db, id, { ...change, state: to });
  await insertDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    objection_id: id,
    deed,
    account_id: ctx.actor.accountId,
    person: ctx.actor.person ?? null,
    note: note === '' ? null : note,
    words: words === undefined ? null : JSON.stringify(words),
    at: ctx.now,
  });
  const [after] = await findObjections(ctx.db, { ids: [id] });
  if (after) await refreshLine(ctx, after, matter);
}

/** Takes it on under the next number of the year; an unclear one may be said to be about something. */
export async function acknowledgeObjection(
  ctx: Ctx,
  { id, version, note, ...asked }: OfObjection & MatterAsked & { note: string },
) {
  const held = await holdFor(ctx, 'acknowledge', { id, version });
  const { row, town } = held;
  const isNamed = !isUnclear(asked);
  if (isNamed && row.about !== 'unclear') throw objectionProblem('wrong-state');
  const matter = isNamed ? await matterFor(ctx, asked) : held.matter;
  if (isNamed) await markMatter(ctx, id, matter);
  const year = Number(town.today.slice(0, 4));
  const no = await nextNumber(ctx.db, year);
  const change = { year, no, ...(isNamed ? { about: matter.about, ...matter.key } : {}) };
  return carryOut(ctx, { ...held, matter }, { deed: 'acknowledge', change, note });
}

/** Asks somebody to look into it: never who had a hand in it. */
export async function assignObjection(
  ctx: Ctx,
  { person, note, ...asked }: OfObjection & { person: string; note: string },
) {
  const held = await holdFor(ctx, 'assign', asked);
  const { town, recusals } = held;
  const candidates = await candidatesFor(ctx.db, town, recusals);
  const found = candidates.find(({ code }) => code === person);
  if (!found) throw objectionProblem('nobody-such');
  if (found.why !== undefined) {
    throw objectionProblem('had-hand', { name: found.name, why: found.why });
  }
  const change = { decider: person };
  return carryOut(ctx, held, { deed: 'assign', change, note, words: { person } });
}

/** Gives the task back, so that somebody else is asked. */
export async function giveBackObjection(
  ctx: Ctx,
  { note, ...asked }: OfObjection & { note: string },
) {
  const held = await holdFor(ctx, 'giveBack', asked);
  await doDeed(ctx, held, { deed: 'giveBack', change: { decider: null }, note });
  return { done: true as const };
}

/** Who objected takes it back; somebody else does so for them only with a word on how they said it. */
export async function withdrawObjection(
  ctx: Ctx,
  { note, ...asked }: OfObjection & { note: string },
) {
  const held = await holdFor(ctx, 'withdraw', asked);
  const isOwn = capacitiesOf(ctx, held.town, held.row).includes('objector');
  if (!isOwn) requireNoFactHand(ctx, held);
  if (!isOwn && note.length < 2) throw objectionProblem('note-needed');
  await clearObjected(ctx, held.row.id);
  return carryOut(ctx, held, { deed: 'withdraw', note });
}
