/** What another room must know of an item before it judges what was done by it. */

import { endedStates, type ItemState } from '@oneneedle/kernel';
import type { Queries } from '../../platform/index.ts';
import { doersOfItem } from './standing.ts';
import { deedsOf, findItem, findItems } from './store.ts';
import { numberOf } from './views.ts';

/** An item as the room that asked for it sees it. */
export interface AskedItem {
  readonly id: string;
  readonly no: string;
  /** Done, not withdrawn. */
  readonly isDone: boolean;
}

/** Items by their ids. */
export async function askedItems(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AskedItem>> {
  const items = await findItems(db, [...new Set(ids)]);
  return new Map(
    items.map((item) => {
      const isEnded = endedStates.includes(item.state as ItemState);
      const isDone = isEnded && item.state !== 'withdrawn';
      return [item.id, { id: item.id, no: numberOf(item) ?? '', isDone }];
    }),
  );
}

/** Everybody who did any of the work on an item, or answers for it. */
export async function workersOfItem(db: Queries, id: string): Promise<ReadonlySet<string>> {
  const item = await findItem(db, id);
  return item ? doersOfItem(db, item, await deedsOf(db, [id])) : new Set();
}
