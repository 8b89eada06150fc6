/** Binds the addresses of outcomes; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { AssessmentNeeds } from '../assessment/index.ts';
import type { UsesFor } from '../evidence/index.ts';
import type { Gate, Incoming } from '../platform/index.ts';
import { importBallots } from './ballots/deeds.ts';
import { listBallots, readBallots } from './ballots/reading.ts';
import { decideGrades } from './grades/deeds.ts';
import { readGrades } from './grades/reading.ts';
import { makeResultNotices } from './notices/result-notices.ts';
import { makeSelection, readSelection } from './notices/selection.ts';
import { actOnProposal } from './proposals/deeds.ts';
import { drawProposals } from './proposals/drawing.ts';
import { listProposals, readProposal } from './proposals/reading.ts';
import { applyTolerance, decideTolerance, examineTolerance } from './tolerance/deeds.ts';
import { listTolerances } from './tolerance/reading.ts';

/** What this room works with beside a transaction. */
export interface OutcomeNeeds extends AssessmentNeeds {
  readonly usesFor: UsesFor;
}

export function outcomesRoutes(gate: Gate, needs: OutcomeNeeds) {
  const os = implement(contract.outcomes).$context<Incoming>().use(gate.town);
  const { usesFor } = needs;
  return {
    grades: os.grades.handler(({ context, input }) => readGrades(needs, context, input)),
    decideGrades: os.decideGrades.handler(({ context, input }) =>
      decideGrades(needs, context, input),
    ),
    proposals: os.proposals.handler(({ context }) => listProposals(context)),
    proposal: os.proposal.handler(({ context, input }) => readProposal(context, input)),
    draw: os.draw.handler(({ context, input }) => drawProposals(needs, context, input)),
    act: os.act.handler(({ context, input }) => actOnProposal(context, input, usesFor)),
    resultNotices: os.resultNotices.handler(({ context, input }) =>
      makeResultNotices(needs, context, input),
    ),
    selection: os.selection.handler(({ context, input }) => readSelection(context, input)),
    makeSelection: os.makeSelection.handler(({ context, input }) => makeSelection(context, input)),
    ballots: os.ballots.handler(({ context }) => listBallots(context)),
    readBallots: os.readBallots.handler(({ context, input }) => readBallots(context, input)),
    importBallots: os.importBallots.handler(({ context, input }) =>
      importBallots(context, input, usesFor),
    ),
    tolerances: os.tolerances.handler(({ context }) => listTolerances(context)),
    applyTolerance: os.applyTolerance.handler(({ context, input }) =>
      applyTolerance(context, input),
    ),
    examineTolerance: os.examineTolerance.handler(({ context, input }) =>
      examineTolerance(context, input),
    ),
    decideTolerance: os.decideTolerance.handler(({ context, input }) =>
      decideTolerance(context, input),
    ),
  };
}
