/** Binds the addresses of the fairness report; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import type { AssessmentNeeds } from '../sealing.ts';
import { markRead, readFairness } from './actions.ts';

export function fairnessRoutes(gate: Gate, needs: AssessmentNeeds) {
  const os = implement(contract.fairness).$context<Incoming>().use(gate.town);
  return {
    read: os.read.handler(({ context, input }) => readFairness(needs, context, input)),
    mark: os.mark.handler(({ context, input }) => markRead(needs, context, input)),
  };
}
