/** What of a demand may be told: one that sends a withheld item tells no more than the item does. */

import type { Queries } from '../../platform/index.ts';
import { type Reach, reads } from '../items/reach.ts';
import { findItems, type ItemRow } from '../items/store.ts';
import type { DemandRow } from './store.ts';

/** How a demand is called whose item is withheld. */
export const withheldTitle = '一件交办事项';

/** The items that demands send, by their ids. */
export async function behindItems(
  db: Queries,
  demands: readonly Pick<DemandRow, 'about'>[],
): Promise<ReadonlyMap<string, ItemRow>> {
  const ids = new Set(demands.flatMap(({ about }) => about ?? []));
  return new Map((await findItems(db, [...ids])).map((item) => [item.id, item]));
}

/** Demands as somebody may read them: of an item that is withheld from them, only that there is one. */
export async function toldTo(
  db: Queries,
  reach: Reach,
  demands: readonly DemandRow[],
): Promise<DemandRow[]> {
  const items = await behindItems(db, demands);
  return demands.map((row) => {
    const item = items.get(row.about ?? '');
    if (!item?.is_withheld || reads(reach, item)) return row;
    return { ...row, title: withheldTitle, basis: '', purpose: '', data_asked: [], known: [] };
  });
}
