/** A confirmed outcome may become a fact: only where the town named a kind for it and a clause hears it. */

import { clausesOf, recordEntry } from '../ledger/index.ts';
import type { Ctx, Queries } from '../platform/index.ts';
import { kindsOf, schemesInForce } from '../scheme/index.ts';
import type { Doing, Outcome } from './item-effects.ts';
import { itemProblem } from './item-problems.ts';
import { allOutcomes, saveOutcome } from './item-store.ts';
import { numberOf } from './item-views.ts';

/** Every outcome that a checker may confirm. */
export const outcomes: readonly Outcome[] = ['doneLate', 'notDoneAfterUrging', 'doneBadly'];

/** The outcomes that a clause in force on a day listens to. */
export async function heardOutcomes(db: Queries, today: string): Promise<Outcome[]> {
  const mapped = await allOutcomes(db);
  if (mapped.length === 0) return [];
  const heard = await heardKinds(db, today);
  return outcomes.filter((outcome) =>
    mapped.some((row) => row.outcome === outcome && heard.has(row.kind)),
  );
}

/**
 * Writes what a checker confirmed as an entry of the ledger, with the item's number as its matter. The
 * entry waits for a reviewer of the office that answers for the clause: confirming posts nothing.
 */
export async function writeOutcome(
  ctx: Ctx,
  { item, words, book }: Doing,
  outcome: Outcome,
): Promise<void> {
  const heard = await heardOutcomes(ctx.db, book.today);
  if (!heard.includes(outcome)) throw itemProblem('outcome-unheard');
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
      on: book.today,
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
  if (kind !== undefined && !(await kindsOf(ctx.db)).some((one) => one.kind === kind)) {
    throw itemProblem('outcome-unheard');
  }
  await saveOutcome(ctx.db, { tenantId: ctx.tenant.id, outcome, kind });
  return listOutcomes(ctx);
}

/** The kinds that clauses in force on a day listen to. */
async function heardKinds(db: Queries, today: string): Promise<ReadonlySet<string>> {
  const versions = await schemesInForce(db, { on: today });
  return new Set(versions.flatMap(({ scheme }) => clausesOf(scheme).flatMap(({ on }) => on ?? [])));
}
