/** Binds the address of the secretary's page; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import { readOnePage } from './reading.ts';

export function secretaryRoutes(gate: Gate) {
  const os = implement(contract.secretary).$context<Incoming>().use(gate.town);
  return { read: os.read.handler(({ context }) => readOnePage(context)) };
}
