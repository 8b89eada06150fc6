/** What a village objects to and has no answer to yet, for the page on which it reads how it stands. */

import type { Ctx } from '../../platform/index.ts';
import { matterOf } from './matters.ts';
import { openStates } from './reading.ts';
import { findObjections } from './store.ts';
import { numberOf, objectionTown, readsObjection } from './town.ts';

/** An objection on its way. */
export interface WaitingObjection {
  readonly id: string;
  /** 异议2026-3, once it is acknowledged. */
  readonly no?: string;
  readonly title: string;
  readonly state: 'received' | 'acknowledged' | 'assigned' | 'decided';
  readonly receivedOn: string;
  /** The last day for the answer. */
  readonly answerBy: string;
  readonly isOverdue: boolean;
}

/** Those of a village that the asker may read, the next due first. */
export async function waitingObjections(ctx: Ctx, unit: string): Promise<WaitingObjection[]> {
  const town = await objectionTown(ctx);
  const found = await findObjections(ctx.db, { states: openStates });
  const waiting: WaitingObjection[] = [];
  for (const row of found) {
    if (row.unit_code !== unit || !readsObjection(ctx, town, row)) continue;
    const { title } = await matterOf(ctx.db, row);
    const no = numberOf(row);
    waiting.push({
      id: row.id,
      ...(no === undefined ? {} : { no }),
      title,
      state: row.state as WaitingObjection['state'],
      receivedOn: row.received_on,
      answerBy: row.answer_by,
      isOverdue: row.answer_by < town.today,
    });
  }
  return waiting;
}
