/** Where an item stands on its course, and who did any of its work. */

import {
  type DatedDeed,
  doersOf,
  type ItemDeed,
  type ItemForm,
  type ItemOutcome,
  type ItemState,
  isoDate,
} from '@oneneedle/kernel';
import { chinaDay, type Queries } from '../../platform/index.ts';
import { workersOf } from '../campaigns/spot-rules.ts';
import { spotDeedsOfItems } from '../campaigns/store.ts';
import { ungivenStates } from './reach.ts';
import { type DeedRow, deedsOf, type ItemRow, mergedItems } from './store.ts';

/** An item as its course sees it. */
export function standingOf({ state, form }: Pick<ItemRow, 'state' | 'form'>) {
  return { state: state as ItemState, form: form as ItemForm };
}

/**
 * Everybody who did any of the work on an item, or answers for it: on its own course, on those of
 * the items that were merged into it, and on the spots that went on as any of these.
 */
export async function doersOfItem(
  db: Queries,
  item: ItemRow,
  course: readonly DeedRow[],
): Promise<ReadonlySet<string>> {
  const merged = await mergedItems(db, item.id);
  const deeds = await deedsOf(
    db,
    merged.map(({ id }) => id),
  );
  const courses = [item, ...merged].map(({ id, accountable }) =>
    doersOf(
      (id === item.id ? course : deeds.filter(({ item_id: of }) => of === id)).map(doneDeed),
      accountable ?? undefined,
    ),
  );
  const ids = [item, ...merged].map(({ id }) => id);
  const workers = workersOf(await spotDeedsOfItems(db, ids));
  return new Set([...courses.flatMap((doers) => [...doers]), ...workers]);
}

function doneDeed({ deed, person, in_place_of: inPlaceOf }: DeedRow) {
  return { deed: deed as ItemDeed, person, inPlaceOf };
}

/**
 * The day that villages were told when the item was last with them; null where it never was. What is
 * planned anew once it came back, they were not told.
 */
export function toldDay(
  course: readonly Pick<DeedRow, 'deed' | 'to_state' | 'due_to'>[],
): string | null {
  let due: string | null = null;
  let told: string | null = null;
  for (const { deed, to_state: state, due_to: to } of course) {
    if (deed !== 'requestExtension') due = to ?? due;
    if (!ungivenStates.includes(state)) told = due;
  }
  return told;
}

/** A course by its days. */
export function datedCourse(course: readonly DeedRow[]): DatedDeed[] {
  return course.map(({ deed, at, done_on: doneOn, due_from: dueFrom, checks }) => {
    const { result, outcome } = (checks ?? {}) as { result?: 'holds' | 'fails'; outcome?: string };
    return {
      deed: deed as ItemDeed,
      on: isoDate(chinaDay(at)),
      ...(doneOn === null ? {} : { doneOn: isoDate(doneOn) }),
      ...(dueFrom === null ? {} : { dueFrom: isoDate(dueFrom) }),
      ...(result === undefined ? {} : { result }),
      ...(outcome === undefined ? {} : { outcome: outcome as ItemOutcome }),
    };
  });
}
