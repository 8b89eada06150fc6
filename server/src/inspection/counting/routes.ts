/** Binds the addresses of counting; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import { countRound } from './deeds.ts';
import { readCounting } from './reading.ts';

export function countingRoutes(gate: Gate) {
  const os = implement(contract.counting).$context<Incoming>().use(gate.town);
  return {
    round: os.round.handler(({ context, input }) => readCounting(context, input)),
    count: os.count.handler(({ context, input }) => countRound(context, input)),
  };
}
