/** What is done to goals: making, changing, moving a date, closing, withdrawing. */

import { randomUUID } from 'node:crypto';
import type { GoalInput } from '@oneneedle/contract';
import { type Ctx, requireNoToken } from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { type GoalBook, goalBook } from './book.ts';
import { changesBetween, checkGoal, isOwnGoal, measureChanges } from './check.ts';
import { cellsOf } from './columns.ts';
import { goalProblem } from './problems.ts';
import {
  insertDeeds,
  insertGoals,
  type KeptGoal,
  lockGoal,
  type NewDeed,
  updateGoal,
} from './store.ts';

/** Makes a goal at its place in the tree. */
export async function makeGoal(
  ctx: Ctx,
  { year, code, text }: { year: number; code: string; text: GoalInput },
) {
  const book = await goalBook(ctx, year);
  if (book.kept.has(code)) throw goalProblem('goal-code-taken');
  checkGoal(book, { code, text });
  const goal: KeptGoal = { id: randomUUID(), year, code, state: 'open', version: 1, text };
  await insertGoals(ctx.db, ctx.tenant.id, [goal]);
  await insertDeeds(ctx.db, ctx.tenant.id, [deedBy(ctx, goal.id, 'make')]);
  return { id: goal.id, code };
}

interface OfGoal {
  readonly goalId: string;
  readonly version: number;
}

/** Writes a goal anew; what stood is kept in the deed. */
export async function changeGoal(
  ctx: Ctx,
  { text, reason, ...of }: OfGoal & { text: GoalInput; reason: string },
) {
  // Whether the goal is their own is told by the person alone.
  personOf(ctx);
  const { goal, book } = await openGoal(ctx, of);
  if (goal.text.dueOn !== undefined && text.dueOn !== goal.text.dueOn) {
    throw goalProblem('goal-date-by-move');
  }
  checkGoal(book, { code: goal.code, text }, goal.text);
  if (reason === '' && measureChanges(goal.text, text)) throw goalProblem('goal-reason');
  await writeChange(ctx, book, { goal, text, reason });
  return { done: true as const };
}

/** Writes the changed goal and what changed in it; nothing where nothing did. */
export async function writeChange(
  ctx: Ctx,
  book: GoalBook,
  { goal, text, reason }: { goal: KeptGoal; text: GoalInput; reason: string },
): Promise<void> {
  const changes = changesBetween(cellsOf(goal, book), cellsOf({ ...goal, text }, book));
  if (changes.length === 0) return;
  await updateGoal(ctx.db, { ...goal, text });
  const deed = deedBy(ctx, goal.id, 'change', { changes, reason });
  await insertDeeds(ctx.db, ctx.tenant.id, [deed]);
}

/** Moves the due date of a goal; the old one is kept and counted. */
export async function moveGoalDate(
  ctx: Ctx,
  { dueOn, reason, ...of }: OfGoal & { dueOn: string; reason: string },
) {
  const { goal } = await judgedGoal(ctx, of);
  const { dueOn: before, startsOn } = goal.text;
  if (dueOn === before) throw goalProblem('goal-date-same');
  if (dueOn < startsOn) throw goalProblem('goal-days');
  await updateGoal(ctx.db, { ...goal, text: { ...goal.text, dueOn } });
  const deed = deedBy(ctx, goal.id, 'moveDate', { reason });
  await insertDeeds(ctx.db, ctx.tenant.id, [{ ...deed, from_on: before ?? null, to_on: dueOn }]);
  return { done: true as const };
}

/** Closes a goal below which nothing is open. */
export async function closeGoal(ctx: Ctx, { reason, ...of }: OfGoal & { reason: string }) {
  const { goal, book } = await judgedGoal(ctx, of);
  requireNothingBelow(book, goal, ({ state }) => state === 'open');
  await updateGoal(ctx.db, { ...goal, state: 'closed' });
  await insertDeeds(ctx.db, ctx.tenant.id, [deedBy(ctx, goal.id, 'close', { reason })]);
  return { done: true as const };
}

/** Takes a goal out of the tree; below it nothing may stand. */
export async function withdrawGoal(ctx: Ctx, { reason, ...of }: OfGoal & { reason: string }) {
  const { goal, book } = await judgedGoal(ctx, of);
  requireNothingBelow(book, goal, () => true);
  await updateGoal(ctx.db, { ...goal, state: 'withdrawn' });
  await insertDeeds(ctx.db, ctx.tenant.id, [deedBy(ctx, goal.id, 'withdraw', { reason })]);
  return { done: true as const };
}

/** A goal that is ended or moved: by a named person, in person, who does not answer for it. */
async function judgedGoal(ctx: Ctx, of: OfGoal) {
  personOf(ctx);
  requireNoToken(ctx);
  const held = await openGoal(ctx, of);
  if (isOwnGoal(held.book, held.goal.text)) throw goalProblem('goal-own');
  return held;
}

function requireNothingBelow(
  { tree, kept }: GoalBook,
  { code }: KeptGoal,
  isStanding: (goal: KeptGoal) => boolean,
): void {
  const codes = tree.childrenOf(code).flatMap((child) => {
    const goal = kept.get(child.code);
    return goal && isStanding(goal) ? [child.code] : [];
  });
  if (codes.length > 0) throw goalProblem('goal-has-below', { codes });
}

/** An open goal as it was seen, held, with the book of its year. */
export async function openGoal(ctx: Ctx, { goalId, version }: OfGoal) {
  const goal = await lockGoal(ctx.db, goalId);
  if (!goal) throw goalProblem('goal-unknown');
  if (goal.version !== version) throw goalProblem('goal-changed');
  if (goal.state !== 'open') throw goalProblem('goal-ended');
  return { goal, book: await goalBook(ctx, goal.year) };
}

/** A deed of the one who acts. */
export function deedBy(
  ctx: Ctx,
  goalId: string,
  deed: 'make' | 'change' | 'moveDate' | 'close' | 'withdraw',
  { reason = '', changes = [] }: { reason?: string; changes?: NewDeed['changes'] } = {},
): NewDeed {
  return {
    goal_id: goalId,
    deed,
    changes,
    from_on: null,
    to_on: null,
    reason,
    account_id: ctx.account.id,
    person: ctx.actor.person ?? null,
    at: ctx.now,
  };
}
