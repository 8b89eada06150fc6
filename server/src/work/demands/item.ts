/** An item on its way through the gate: what it says of itself is not typed anew. */

import type { Ctx } from '../../platform/index.ts';
import { reads } from '../items/reach.ts';
import { findItem, type ItemRow } from '../items/store.ts';
import type { DemandInput } from './judging.ts';
import { type DemandTown, stationsOf } from './town.ts';

/** The item that a demand is to send, if the asker reads it. */
export async function readableItem({ db }: Ctx, id: string | undefined, { reach }: DemandTown) {
  const item = id === undefined ? undefined : await findItem(db, id);
  return item && reads(reach, item) ? item : undefined;
}

/** The office that asks by an item: whoever issued it, or the office that leads. */
export function officeOf(item: ItemRow, town: DemandTown): string | undefined {
  const offices = stationsOf(town);
  return [item.issuer_unit, item.lead_unit].flatMap((code) =>
    code !== null && offices.includes(code) ? [code] : [],
  )[0];
}

/** Whether it was assigned already, so that only an earlier day can be new. */
export function isOutside({ state }: Pick<ItemRow, 'state'>): boolean {
  return !['draft', 'registered', 'proposed'].includes(state);
}

/** What the item says of a demand: its title, its day, the office; whoever asks types the rest. */
export function ofItem(
  item: ItemRow,
  typed: Pick<DemandInput, 'dueOn' | 'office'>,
  town: DemandTown,
): Pick<DemandInput, 'title' | 'dueOn' | 'dueClock' | 'office'> {
  const { title, due_on: due } = item;
  const wanted = typed.dueOn;
  const isEarlier = wanted !== undefined && (due === null || wanted < due);
  return {
    title,
    dueOn: isOutside(item) && isEarlier ? wanted : (due ?? undefined),
    dueClock: undefined,
    office: officeOf(item, town) ?? typed.office,
  };
}
