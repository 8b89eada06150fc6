/** Items of a goal: made as the goal is led and answered for, and shown beside it. */

import type { ItemState } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { createItem } from '../items/create.ts';
import { reachOf, reads } from '../items/reach.ts';
import { numberOf, withoutUndefined } from '../items/views.ts';
import { type GoalBook, goalBook, leadOf } from './book.ts';
import { goalProblem } from './problems.ts';
import { findItemsOfGoal, yearOfGoal } from './store.ts';

interface NewGoalItem {
  readonly goalId: string;
  readonly form: 'supervised' | 'oneLine';
  readonly title: string;
  readonly requirement: string;
  readonly dueOn: string;
}

/** Makes an item of an open goal; a village's goal asks something of it, so it passes the gate. */
export async function makeItemOfGoal(ctx: Ctx, { goalId, ...item }: NewGoalItem) {
  const year = await yearOfGoal(ctx.db, goalId);
  const book = year === undefined ? undefined : await goalBook(ctx, year);
  const goal = book && [...book.kept.values()].find(({ id }) => id === goalId);
  if (!book || !goal) throw goalProblem('goal-unknown');
  if (goal.state !== 'open') throw goalProblem('goal-ended');
  const { code, text } = goal;
  const lead = leadOf(book, code);
  const { accountable, village } = text;
  const isPlanned = lead !== undefined && accountable !== undefined;
  const { id, no } = await createItem(ctx, {
    ...item,
    source: { kind: 'goal', no: code, sentence: text.title },
    lead,
    accountable,
    support: text.supportUnits,
    units: village === undefined ? [] : [village],
    goal: goalId,
    until: isPlanned ? 'proposed' : 'registered',
  });
  return { id, ...(no === undefined ? {} : { no }) };
}

/** The items of a goal as far as the asker reads them, the latest first. */
export async function itemsOfGoal(ctx: Ctx, { roster, today }: GoalBook, goalId: string) {
  const rows = await findItemsOfGoal(ctx.db, goalId);
  const reach = reachOf(ctx.actor, roster, today);
  return rows
    .filter((item) => reads(reach, item))
    .map((item) => ({
      id: item.id,
      title: item.title,
      state: item.state as ItemState,
      ...withoutUndefined({ no: numberOf(item), dueOn: item.due_on ?? undefined }),
    }));
}
