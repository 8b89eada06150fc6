/** The last step: the written answer gets its number, is handed over, and that is noted. */

import { type Handover, mayActOn, type ObjectionState } from '@oneneedle/kernel';
import { issuedDocument, type MadeDocument, makeDocument } from '../../document/index.ts';
import { clearObjected, correctionSteps } from '../../ledger/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { answerOf } from './answers.ts';
import { carryOut, holdFor, type OfObjection } from './deeds.ts';
import { answerData, madeFrom, oldNumber } from './paper.ts';
import { objectionProblem } from './problems.ts';
import { readObjection } from './reading.ts';
import { correctionsOf, lockObjection } from './store.ts';
import { capacitiesOf, objectionTown, readsObjection } from './town.ts';

const answerable: readonly ObjectionState[] = ['decided', 'answered'];

/**
 * Makes the answer under the next number, from the template in use; asked again, tells the one that
 * there is. One that was made void gets another number.
 */
export async function numberAnswer(ctx: Ctx, { id }: { id: string }): Promise<MadeDocument> {
  const town = await objectionTown(ctx);
  const row = await lockObjection(ctx.db, id);
  if (!row || !readsObjection(ctx, town, row)) throw objectionProblem('objection-unknown');
  const capacities = capacitiesOf(ctx, town, row);
  if (!mayActOn('answer', { capacities, hasHand: false })) throw objectionProblem('not-your-deed');
  if (!answerable.includes(row.state as ObjectionState)) throw objectionProblem('wrong-state');
  await requirePosted(ctx, id);
  const page = await readObjection(ctx, { id });
  if (oldNumber(page) !== undefined) throw objectionProblem('wrong-state');
  const issued = await issuedDocument(ctx.db, answerOf(id));
  const title = `关于${page.objection.no ?? '异议'}的答复`;
  // What it says of the period may change by the day; the answer does not.
  if (issued) return { id: issued.id, number: issued.number, title, isNew: false };
  const { kind, about } = answerOf(id);
  return makeDocument(ctx, kind, answerData(page, ctx.tenant.name), {
    about,
    madeFrom: madeFrom(page),
    readers: ['assessment-office', 'supervision', 'leader', 'discipline'],
  });
}

interface Answer extends OfObjection {
  readonly on: string;
  readonly how: Handover;
  readonly witness?: string | undefined;
}

/**
 * The written answer was handed over; who refused to sign was told all the same. It gets its number
 * here where nobody had it made before.
 */
export async function answerObjection(ctx: Ctx, { on, how, witness, ...asked }: Answer) {
  const held = await holdFor(ctx, 'answer', asked);
  const { row, town } = held;
  const isNameless = row.unit_code === null && row.person === null && row.said_by === null;
  const isDayRight = on <= town.today && on >= row.received_on;
  const isWayRight =
    (how !== 'refused' || witness !== undefined) && (how !== 'nobody' || isNameless);
  if (!isDayRight || !isWayRight) throw objectionProblem('answer-wrong');
  const { number: no } = await numberAnswer(ctx, { id: row.id });
  await clearObjected(ctx, row.id);
  const change = { answered_on: on };
  const words = { no, on, how, ...(witness === undefined ? {} : { witness }) };
  return carryOut(ctx, held, { deed: 'answer', change, words });
}

/** Nobody is told that a fact is taken back before another person has reviewed that. */
async function requirePosted(ctx: Ctx, id: string): Promise<void> {
  const corrections = await correctionsOf(ctx.db, [id]);
  const entries = corrections.flatMap(({ reversal_entry: back, right_entry: right }) =>
    [back, right].flatMap((entry) => entry ?? []),
  );
  const steps = await correctionSteps(ctx.db, entries);
  if (entries.some((entry) => steps.get(entry)?.step !== 'posted')) {
    throw objectionProblem('correction-waiting');
  }
}
