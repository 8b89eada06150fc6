/** Sends what waits: when the page opens, when the network is back, and where the browser lets the worker. */

import type { Draft } from './draft.ts';
import { type Moved, townOf } from './network.ts';
import { bringSheet, type Ended } from './sending.ts';
import { allDrafts, keeper, tellChange, uploads } from './store.ts';

/** Sheets of an account that wait to be sent, brought one after the other. @returns how each ended */
export async function bringAll(
  account?: string,
  moved?: Moved,
): Promise<ReadonlyMap<string, Ended>> {
  const ended = new Map<string, Ended>();
  const waiting = (await allDrafts()).filter(
    (draft) => waits(draft) && (account === undefined || draft.account === account),
  );
  for (const draft of waiting) {
    ended.set(draft.id, await alone(draft.id, () => bringOne(draft, moved)));
  }
  return ended;
}

/** Whether a sheet goes by itself. */
export function waits({ other, receipt, wantsSend }: Draft): boolean {
  return wantsSend && receipt === undefined && other === undefined;
}

/** Brings one sheet. */
export async function bringOne(
  { id, town }: Pick<Draft, 'id' | 'town'>,
  moved?: Moved,
): Promise<Ended> {
  const parts = { keeper, town: townOf(town, uploads, moved), now: () => new Date().toISOString() };
  const ended = await bringSheet(id, parts);
  tellChange();
  return ended;
}

/** Two tabs need not do the same work; where there are no locks the town sorts it out as well. */
async function alone<T>(id: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(`sheet ${id}`, work) as Promise<T>;
}
