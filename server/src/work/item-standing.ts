/** Where an item stands on its course, and who did any of its work. */

import { doersOf, type ItemDeed, type ItemForm, type ItemState } from '@oneneedle/kernel';
import type { DeedRow, ItemRow } from './item-store.ts';

/** An item as its course sees it. */
export function standingOf({ state, form }: Pick<ItemRow, 'state' | 'form'>) {
  return { state: state as ItemState, form: form as ItemForm };
}

/** Everybody who did any of the work on an item. */
export function hasDone(
  item: ItemRow,
  course: readonly DeedRow[],
  person: string | undefined,
): boolean {
  const done = course.map((one) => ({
    deed: one.deed as ItemDeed,
    person: one.person,
    inPlaceOf: one.in_place_of,
  }));
  return person !== undefined && doersOf(done, item.accountable ?? undefined).has(person);
}
