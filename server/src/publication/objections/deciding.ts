/** The decision: with reasons, by somebody without a hand in it; what is upheld goes through the ledger. */

import { randomUUID } from 'node:crypto';
import { fitsResult, type ObjectionResult } from '@oneneedle/kernel';
import { issuedDocument } from '../../document/index.ts';
import {
  discardCorrections,
  factsTold,
  type RoomCorrection,
  writeCorrections,
} from '../../ledger/index.ts';
import { type Ctx, requireNoToken } from '../../platform/index.ts';
import { answerOf } from './answers.ts';
import { carryOut, type Held, holdFor, type OfObjection } from './deeds.ts';
import { recusalsOf, requireNoHand } from './hands.ts';
import { objectionProblem } from './problems.ts';
import { correctionsOf, keepCorrections } from './store.ts';
import { numberOf } from './town.ts';

interface Decision extends OfObjection {
  readonly result: ObjectionResult;
  readonly lookedAt: string;
  readonly finding: string;
  readonly reasons: string;
  readonly basis: string;
  readonly corrections: readonly RoomCorrection[];
}

/**
 * Decides. One person writes what is taken back and what is right, another reviews it, as everywhere
 * in the ledger; the facts point back by the reversal. Deciding anew throws away what nobody reviewed.
 */
export async function decideObjection(ctx: Ctx, { id, version, corrections, ...words }: Decision) {
  requireNoToken(ctx);
  const held = await holdFor(ctx, 'decide', { id, version });
  requireNoHand(ctx, held.recusals, held.town);
  const made = await issuedDocument(ctx.db, answerOf(id));
  if (made) throw objectionProblem('answer-made', { no: made.number });
  requireFit(held, words.result, corrections);
  await requireOwnFacts(ctx, held, corrections);
  await discardEarlier(ctx, id);
  const reason = `${numberOf(held.row) ?? '异议'}：${words.reasons}`.slice(0, 2000);
  const written = await writeCorrections(ctx, corrections, reason);
  await keepCorrections(
    ctx.db,
    id,
    written.map(({ takesBack, reversalEntry, rightEntry, later }) => ({
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      objection_id: id,
      fact_id: takesBack ?? null,
      reversal_entry: reversalEntry ?? null,
      right_entry: rightEntry ?? null,
      later: [...later],
    })),
  );
  return carryOut(ctx, held, { deed: 'decide', change: { result: words.result }, words });
}

/** What is written must be what is decided; a fact that was taken back meanwhile needs no more. */
function requireFit(
  { matter }: Held,
  result: ObjectionResult,
  corrections: readonly RoomCorrection[],
): void {
  const wanted = corrections.map(({ takesBack, right }) => ({
    takesBack: takesBack !== undefined,
    putsRight: right !== undefined,
  }));
  const isEmpty = wanted.some((one) => !one.takesBack && !one.putsRight);
  const isDone = matter.about === 'fact' && matter.facts[0]?.reversedBy !== undefined;
  const isFit = fitsResult(result, wanted) || (isDone && wanted.length === 0);
  if (isEmpty || !isFit) throw objectionProblem('corrections-wrong');
}

/** Only facts of the matter are taken back, and none through the decider's own hands. */
async function requireOwnFacts(
  ctx: Ctx,
  { matter, row, town }: Held,
  corrections: readonly RoomCorrection[],
): Promise<void> {
  const ids = corrections.flatMap(({ takesBack }) => takesBack ?? []);
  if (matter.about === 'unclear') {
    const facts = await factsTold(ctx.db, ids);
    const recusals = await recusalsOf(ctx.db, row, { matter: { ...matter, facts }, town });
    return requireNoHand(ctx, recusals, town);
  }
  const own = new Set(matter.facts.map((fact) => fact.id));
  const foreign = ids.find((id) => !own.has(id));
  if (foreign !== undefined) throw objectionProblem('fact-elsewhere', { fact: foreign });
}

async function discardEarlier(ctx: Ctx, id: string): Promise<void> {
  const earlier = await correctionsOf(ctx.db, [id]);
  const entries = earlier.flatMap(({ reversal_entry: back, right_entry: right }) =>
    [back, right].flatMap((entry) => entry ?? []),
  );
  if (!(await discardCorrections(ctx, entries))) throw objectionProblem('correction-reviewed');
}
