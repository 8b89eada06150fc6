/**
 * A confirmed outcome may become a fact: only where the course bears it out, the town named a kind
 * for it and a clause hears it.
 */

import {
  type BorneOutcome,
  type ItemState,
  isoDate,
  type ItemOutcome as Outcome,
  outcomesOf,
} from '@oneneedle/kernel';
import { clausesOf, recordEntry } from '../../ledger/index.ts';
import { type Ctx, type Queries, requireNoToken } from '../../platform/index.ts';
import { kindsOf, schemesInForce } from '../../scheme/index.ts';
import type { ItemBook } from './book.ts';
import type { Doing } from './effects.ts';
import { itemProblem } from './problems.ts';
import { datedCourse } from './standing.ts';
import { allOutcomes, type DeedRow, type ItemRow, saveOutcome } from './store.ts';
import { numberOf } from './views.ts';
import { outcomeWords } from './words.ts';

/** Every outcome that a checker may confirm. */
export const outcomes: readonly Outcome[] = ['doneLate', 'notDoneAfterUrging', 'doneBadly'];

/** The outcomes that the course of an item bears out and that a clause listened to on their day. */
export async function offeredOutcomes(
  db: Queries,
  { item, course, book }: { item: ItemRow; course: readonly DeedRow[]; book: ItemBook },
): Promise<BorneOutcome[]> {
  const mapped = await allOutcomes(db);
  if (mapped.length === 0) return [];
  const offered: BorneOutcome[] = [];
  for (const borne of borneBy(item, course, book)) {
    const kind = mapped.find(({ outcome }) => outcome === borne.outcome)?.kind;
    if (kind !== undefined && (await heardKinds(db, borne.on)).has(kind)) offered.push(borne);
  }
  return offered;
}

function borneBy(item: ItemRow, course: readonly DeedRow[], { today, calendar }: ItemBook) {
  const input = {
    state: item.state as ItemState,
    today,
    ...(item.due_on === null ? {} : { dueOn: isoDate(item.due_on) }),
    course: datedCourse(course),
  };
  return outcomesOf(input, calendar);
}

/**
 * Writes what a checker confirmed as an entry of the ledger, with the item's number as its matter. The
 * entry waits for a reviewer of the office that answers for the clause: confirming posts nothing. It
 * bears the day of the outcome, whenever it is confirmed.
 */
export async function writeOutcome(
  ctx: Ctx,
  { item, course, words, book }: Doing,
  outcome: Outcome,
): Promise<void> {
  const word = { outcome: outcomeWords[outcome] };
  if (datedCourse(course).some((one) => one.outcome === outcome)) {
    throw itemProblem('outcome-said', word);
  }
  const borne = borneBy(item, course, book).find((one) => one.outcome === outcome);
  if (!borne) throw itemProblem('outcome-untrue', word);
  const offered = await offeredOutcomes(ctx.db, { item, course, book });
  if (!offered.some((one) => one.outcome === outcome)) throw itemProblem('outcome-unheard');
  const code = (await allOutcomes(ctx.db)).find((row) => row.outcome === outcome)?.kind ?? '';
  const kind = (await kindsOf(ctx.db)).find((one) => one.kind === code);
  const subject = kind?.about === 'person' ? item.accountable : item.lead_unit;
  // The supervision office is no recorder of the clause's office; its entries come through this door alone.
  const actor = {
    ...ctx.actor,
    grants: [...ctx.actor.grants, { role: 'recorder' as const, lines: [] }],
  };
  await recordEntry(
    { ...ctx, actor },
    {
      kind: code,
      about: subject === null ? [] : [{ subject, as: '' }],
      on: borne.on,
      values: {},
      matter: numberOf(item) ?? item.title.slice(0, 80),
      tags: [],
      evidence: [`督办事项${numberOf(item) ?? ''}办理经过`],
      files: [],
      ...(words.note === undefined ? {} : { note: words.note }),
    },
  );
}

/** Which kind stands for which outcome. */
export async function listOutcomes({ db }: Pick<Ctx, 'db'>) {
  const mapped = await allOutcomes(db);
  const kinds = (await kindsOf(db)).filter(({ form }) => form === 'event' || form === undefined);
  return {
    rows: outcomes.map((outcome) => {
      const kind = mapped.find((row) => row.outcome === outcome)?.kind;
      return { outcome, ...(kind === undefined ? {} : { kind }) };
    }),
    kinds: kinds.map(({ kind, name }) => ({ kind, name })),
  };
}

/** Names the kind of fact that an outcome is recorded as; without a kind it is recorded no more. */
export async function mapOutcome(
  ctx: Ctx,
  { outcome, kind }: { outcome: Outcome; kind?: string | undefined },
) {
  requireNoToken(ctx);
  if (kind !== undefined && !(await kindsOf(ctx.db)).some((one) => one.kind === kind)) {
    throw itemProblem('outcome-unheard');
  }
  await saveOutcome(ctx.db, { tenantId: ctx.tenant.id, outcome, kind });
  return listOutcomes(ctx);
}

/** The kinds that clauses in force on a day listen to. */
async function heardKinds(db: Queries, on: string): Promise<ReadonlySet<string>> {
  const versions = await schemesInForce(db, { on });
  return new Set(versions.flatMap(({ scheme }) => clausesOf(scheme).flatMap(({ on }) => on ?? [])));
}
