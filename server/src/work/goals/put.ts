/** A year's goals put into a town at once, with what was read and moved: for the demonstration. */

import { randomUUID } from 'node:crypto';
import type { GoalInput } from '@oneneedle/contract';
import type { Queries } from '../../platform/index.ts';
import { emptyText } from './import.ts';
import { insertDeeds, insertGoals, insertReadings, type KeptGoal, type NewDeed } from './store.ts';

/** Goals by code; readings and moved dates name them so. */
export interface GoalsPut {
  readonly year: number;
  readonly goals: readonly { readonly code: string; readonly text: Partial<GoalInput> }[];
  readonly readings: readonly {
    readonly goal: string;
    readonly on: string;
    readonly quantity?: string | undefined;
    readonly steps?: number | undefined;
    readonly note?: string | undefined;
  }[];
  readonly moves: readonly {
    readonly goal: string;
    readonly on: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }[];
}

interface Place {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  /** When they were made. */
  readonly now: string;
  /** Whose deeds they are. */
  readonly by: { readonly accountId: string; readonly person: string };
}

/** Writes them as they would have been written one by one; nothing is checked. */
export async function putGoals({ db, tenant, now, by }: Place, put: GoalsPut): Promise<void> {
  const goals = put.goals.map(({ code, text }): KeptGoal => {
    const whole = { ...emptyText(put.year), ...text };
    return { id: randomUUID(), year: put.year, code, state: 'open', version: 1, text: whole };
  });
  await insertGoals(db, tenant.id, goals);
  const idOf = new Map(goals.map(({ id, code }) => [code, id]));
  const deed = (goal: string, at: string): NewDeed => ({
    goal_id: idOf.get(goal) ?? '',
    deed: 'make',
    changes: [],
    from_on: null,
    to_on: null,
    reason: '',
    account_id: by.accountId,
    person: by.person,
    at,
  });
  await insertDeeds(db, tenant.id, [
    ...goals.map(({ code }) => deed(code, now)),
    ...put.moves.map(({ goal, on, from, to, reason }) => ({
      ...deed(goal, evening(on)),
      deed: 'moveDate',
      from_on: from,
      to_on: to,
      reason,
    })),
  ]);
  await insertReadings(
    db,
    put.readings.map(({ goal, on, quantity, steps, note }) => ({
      tenant_id: tenant.id,
      id: randomUUID(),
      goal_id: idOf.get(goal) ?? '',
      read_on: on,
      quantity: quantity ?? null,
      steps_done: steps ?? null,
      note: note ?? '',
      evidence: '',
      corrects: null,
      account_id: by.accountId,
      person: by.person,
      in_place_of: [],
      at: evening(on),
    })),
  );
}

/** Half past four in the afternoon of a day in China. */
function evening(day: string): string {
  return `${day}T08:30:00.000Z`;
}
