/** Binds the addresses of periods and results; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import {
  listPeriods,
  movePeriod,
  readChances,
  readChanges,
  readExplanation,
  readPackage,
  readRankRange,
  readReadiness,
  readSheet,
  readStandings,
  seal,
  trySandbox,
} from './actions.ts';
import { numberNotice } from './numbered-notice.ts';
import type { AssessmentNeeds } from './sealing.ts';

export function assessmentRoutes(gate: Gate, needs: AssessmentNeeds) {
  const os = implement(contract.assessment).$context<Incoming>().use(gate.town);
  return {
    periods: os.periods.handler(({ context }) => listPeriods(context)),
    move: os.move.handler(({ context, input }) => movePeriod(needs, context, input)),
    readiness: os.readiness.handler(({ context, input }) => readReadiness(needs, context, input)),
    standings: os.standings.handler(({ context, input }) => readStandings(needs, context, input)),
    explain: os.explain.handler(({ context, input }) => readExplanation(needs, context, input)),
    chances: os.chances.handler(({ context, input }) => readChances(needs, context, input)),
    changes: os.changes.handler(({ context, input }) => readChanges(needs, context, input)),
    rankRange: os.rankRange.handler(({ context, input }) => readRankRange(needs, context, input)),
    sheet: os.sheet.handler(({ context, input }) => readSheet(needs, context, input)),
    package: os.package.handler(({ context, input }) => readPackage(needs, context, input)),
    makeDocument: os.makeDocument.handler(({ context, input }) =>
      numberNotice(needs, context, input),
    ),
    seal: os.seal.handler(({ context, input }) => seal(needs, context, input)),
    sandbox: os.sandbox.handler(({ context, input }) => trySandbox(needs, context, input)),
  };
}
