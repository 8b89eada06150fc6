/** What an item takes over from another that is merged into it: its villages, and what waits for them. */

import { randomUUID } from 'node:crypto';
import { requireCleared } from '../demands/door.ts';
import { isOutside } from '../demands/item.ts';
import type { ItemBook, ItemCtx } from './book.ts';
import { openAnswers } from './lines.ts';
import { askedVillages } from './plan.ts';
import {
  type DeedRow,
  deedsOf,
  type ItemRow,
  insertDeed,
  moveMerged,
  updateItem,
} from './store.ts';
import { numberOf } from './views.ts';

interface Taking {
  readonly item: ItemRow;
  readonly into: ItemRow;
  /** The course of the item that is merged away. */
  readonly course: readonly DeedRow[];
  readonly person: string;
  readonly book: ItemBook;
}

/**
 * Merges an item into another: who leads it supports there, and the villages that it asks are asked
 * there. Where the other one is with them already, they pass the gate before they are; the course of
 * the other says what it took in.
 */
export async function takeIn(ctx: ItemCtx, taking: Taking): Promise<void> {
  const { item, into, course, person, book } = taking;
  const asked = askedVillages(item, book);
  const own = askedVillages(into, book);
  const added = asked.filter((unit) => !own.includes(unit));
  const isOut = isOutside(into);
  if (isOut && !wereTold(item, into)) await requireAdded(ctx, into, added);
  const helps = [...into.support_units, item.lead_unit ?? [], ...item.support_units].flat();
  const merged = {
    support_units: [...new Set(helps)].filter(
      (unit) => unit !== into.lead_unit && (own.includes(unit) || !asked.includes(unit)),
    ),
    units: [...new Set([...into.units, ...item.units, ...added])],
    // A secret does not become common by being merged.
    is_withheld: into.is_withheld || item.is_withheld,
    version: into.version + 1,
  };
  await updateItem(ctx.db, into.id, merged);
  await moveMerged(ctx.db, item.id, into.id);
  await recordTaking(ctx, { item, into, person });
  if (!isOut) return;
  const answered = new Set(course.map(({ on_behalf_of: unit }) => unit));
  const units = added.filter((unit) => !answered.has(unit));
  await openAnswers(ctx, { ...into, ...merged, units });
}

/** What was sent to them is asked once more, no earlier: nothing new for the gate. */
function wereTold(item: ItemRow, { due_on: due }: ItemRow): boolean {
  return isOutside(item) && (due === null || (item.due_on !== null && due >= item.due_on));
}

async function requireAdded(ctx: ItemCtx, into: ItemRow, units: readonly string[]): Promise<void> {
  const { id: about, due_on: dueOn, requirement } = into;
  const called = numberOf(into);
  await requireCleared(ctx, {
    kind: 'item',
    ...{ about, units, dueOn, toldOn: dueOn, requirement, called },
  });
}

/** A line in the course of the other item, by number: whoever reads one need not read the other. */
async function recordTaking(
  ctx: ItemCtx,
  { item, into, person }: Pick<Taking, 'item' | 'into' | 'person'>,
): Promise<void> {
  const course = await deedsOf(ctx.db, [into.id]);
  await insertDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    item_id: into.id,
    seq: course.length + 1,
    deed: 'mergeIn',
    from_state: into.state,
    to_state: into.state,
    account_id: ctx.actor.accountId,
    person,
    at: ctx.now,
    note: numberOf(item) ?? null,
  });
}
