/** What the pages of items say again and again. */

import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import type { Item } from './replies.ts';

/** The step of an item in words. */
export function useStateText(): (item: Pick<Item, 'state' | 'mergedInto'>) => string {
  const w = useWords(itemWords);
  return ({ state, mergedInto }) => {
    if (state === 'urged') return w.urgedState;
    if (state === 'withdrawn' && mergedInto !== undefined) return w.merged;
    return w[state];
  };
}

/** Ended: nothing more is to be done. */
export function isEnded({ state }: Pick<Item, 'state'>): boolean {
  return state === 'closedOut' || state === 'archived' || state === 'withdrawn';
}
