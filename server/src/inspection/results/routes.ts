/** Binds the addresses of results; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import { answerResult, settleResult, tellResult } from './deeds.ts';
import { listTold, readResult, roundResults } from './reading.ts';

export function resultsRoutes(gate: Gate) {
  const os = implement(contract.results).$context<Incoming>().use(gate.town);
  return {
    round: os.round.handler(({ context, input }) => roundResults(context, input)),
    told: os.told.handler(({ context }) => listTold(context)),
    sheet: os.sheet.handler(({ context, input }) => readResult(context, input)),
    tell: os.tell.handler(({ context, input }) => tellResult(context, input)),
    answer: os.answer.handler(({ context, input }) => answerResult(context, input)),
    settle: os.settle.handler(({ context, input }) => settleResult(context, input)),
  };
}
