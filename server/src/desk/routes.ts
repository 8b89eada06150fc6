/** Binds the addresses of the one list; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import { listDesk, listVillage } from './actions.ts';

export function deskRoutes(gate: Gate) {
  const os = implement(contract.desk).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listDesk(context, input)),
    village: os.village.handler(({ context, input }) => listVillage(context, input)),
  };
}
