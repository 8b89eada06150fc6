/** Binds the addresses of rounds; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import { announceRound } from './announce.ts';
import { addQuiet, addRecusal, endQuiet, endRecusal, readCalendar, setCap } from './calendar.ts';
import { drawInRound } from './draw.ts';
import { listExisting } from './existing.ts';
import { listRounds, readRound } from './page.ts';
import { explainMissed, planRound, roundOptions, withdrawRound } from './plan.ts';
import { reuseResult, savedVisits } from './reuse.ts';
import { settleVisit } from './settle.ts';

export function roundsRoutes(gate: Gate) {
  const os = implement(contract.rounds).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listRounds(context)),
    options: os.options.handler(({ context }) => roundOptions(context)),
    plan: os.plan.handler(({ context, input }) => planRound(context, input)),
    one: os.one.handler(({ context, input }) => readRound(context, input)),
    draw: os.draw.handler(({ context, input }) => drawInRound(context, input)),
    settle: os.settle.handler(({ context, input }) => settleVisit(context, input)),
    withdraw: os.withdraw.handler(({ context, input }) => withdrawRound(context, input)),
    existing: os.existing.handler(({ context, input }) => listExisting(context, input)),
    reuse: os.reuse.handler(({ context, input }) => reuseResult(context, input)),
    saved: os.saved.handler(({ context, input }) => savedVisits(context, input)),
    announce: os.announce.handler(({ context, input }) => announceRound(context, input)),
    explain: os.explain.handler(({ context, input }) => explainMissed(context, input)),
    calendar: os.calendar.handler(({ context, input }) => readCalendar(context, input)),
    addQuiet: os.addQuiet.handler(({ context, input }) => addQuiet(context, input)),
    endQuiet: os.endQuiet.handler(({ context, input }) => endQuiet(context, input)),
    setCap: os.setCap.handler(({ context, input }) => setCap(context, input)),
    addRecusal: os.addRecusal.handler(({ context, input }) => addRecusal(context, input)),
    endRecusal: os.endRecusal.handler(({ context, input }) => endRecusal(context, input)),
  };
}
