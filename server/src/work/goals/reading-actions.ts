/** Reading figures in: each the whole so far, one or many at once, never changed afterwards. */

import { randomUUID } from 'node:crypto';
import { actsInPlaceOf, type Ctx, chinaDay } from '../../platform/index.ts';
import { type GoalBook, goalBook, leadOf } from './book.ts';
import { goalProblem } from './problems.ts';
import { insertReadings, yearOfGoal } from './store.ts';

interface NewReading {
  readonly goalId: string;
  readonly on: string;
  readonly quantity?: string | undefined;
  readonly stepsDone?: number | undefined;
  readonly note: string;
  readonly evidence: string;
  readonly corrects?: string | undefined;
}

/** Reads figures in; one that cannot be taken refuses them all. */
export async function addReadings(ctx: Ctx, { readings }: { readings: readonly NewReading[] }) {
  const books = new Map<number, GoalBook>();
  const rows: Parameters<typeof insertReadings>[1][number][] = [];
  for (const reading of readings) {
    const year = await yearOfGoal(ctx.db, reading.goalId);
    if (year === undefined) throw goalProblem('goal-unknown');
    const book = books.get(year) ?? (await goalBook(ctx, year));
    books.set(year, book);
    const { quantity, stepsDone, corrects } = checkReading(ctx, book, reading);
    rows.push({
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      goal_id: reading.goalId,
      read_on: reading.on,
      quantity: quantity ?? null,
      steps_done: stepsDone ?? null,
      note: reading.note,
      evidence: reading.evidence,
      corrects: corrects ?? null,
      account_id: ctx.account.id,
      person: ctx.actor.person ?? null,
      in_place_of: substitutedIn(ctx, book, reading.goalId),
      at: ctx.now,
    });
  }
  await insertReadings(ctx.db, rows);
  return { ids: rows.map(({ id }) => id) };
}

function checkReading(ctx: Ctx, book: GoalBook, reading: NewReading): NewReading {
  const goal = [...book.kept.values()].find(({ id }) => id === reading.goalId);
  if (!goal) throw goalProblem('goal-unknown');
  const { code, text } = goal;
  if (goal.state !== 'open') throw goalProblem('goal-ended');
  const { readsFor } = book.reach;
  const lead = leadOf(book, code);
  if (readsFor !== 'all' && (lead === undefined || !readsFor.has(lead))) {
    throw goalProblem('reading-other-office', { code });
  }
  if (!book.tree.isLeaf(code)) throw goalProblem('reading-not-leaf', { code });
  if (reading.on > chinaDay(ctx.now)) throw goalProblem('reading-future', { day: reading.on });
  const isSteps = text.measure?.kind === 'steps';
  const steps = isSteps ? text.steps.length : 0;
  const isRight = isSteps
    ? reading.quantity === undefined &&
      reading.stepsDone !== undefined &&
      reading.stepsDone <= steps
    : text.measure !== undefined &&
      reading.stepsDone === undefined &&
      reading.quantity !== undefined;
  if (!isRight) throw goalProblem('reading-kind', { code, steps });
  const known = book.readings.get(goal.id) ?? [];
  const { corrects } = reading;
  const isCorrectable =
    corrects === undefined ||
    (known.some(({ id }) => id === corrects) && known.every((row) => row.corrects !== corrects));
  if (!isCorrectable) throw goalProblem('reading-correction');
  return reading;
}

/** In whose place a figure is read in; the audit is told. @returns the persons. */
function substitutedIn(ctx: Ctx, book: GoalBook, goalId: string): string[] {
  const goal = [...book.kept.values()].find(({ id }) => id === goalId);
  const lead = goal && leadOf(book, goal.code);
  return actsInPlaceOf(
    ctx,
    ({ role, lines }) =>
      role === 'supervision' ||
      (role === 'recorder' && (lines.length === 0 || (lead !== undefined && lines.includes(lead)))),
  );
}
