/** Binds the addresses of items; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import { listItems } from './item-list.ts';

export function itemsRoutes(gate: Gate) {
  const os = implement(contract.items).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listItems(context)),
  };
}
