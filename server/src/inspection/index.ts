/** 巡查: going there and looking, by a check sheet. The room to read first: nothing comes after it but points. */

export { countRound } from './counting/deeds.ts';
export { inspectorsOfVisits, type VisitInspectors } from './counting/inspectors.ts';
export { countingPolicy } from './counting/policy.ts';
export { countedRecords, readCounting } from './counting/reading.ts';
export { countingRoutes } from './counting/routes.ts';
export { recheckFinding, rectifyFindings } from './findings/deeds.ts';
export { findingsPolicy } from './findings/policy.ts';
export { listFindings } from './findings/reading.ts';
export { findingsRoutes } from './findings/routes.ts';
export { answerResult, settleResult } from './results/deeds.ts';
export { resultsPolicy } from './results/policy.ts';
export { readResult } from './results/reading.ts';
export { resultsRoutes } from './results/routes.ts';
export { passResults, passResultsEverywhere } from './results/telling.ts';
export { reviewProblem } from './review/problems.ts';
export {
  mattersOf,
  type ReviewedRound,
  type ReviewedVisit,
  reviewedRound,
} from './review/round.ts';
export { announceRound } from './rounds/announce.ts';
export { addQuiet, addRecusal } from './rounds/calendar.ts';
export { passRounds, passRoundsEverywhere } from './rounds/daily.ts';
export { drawInRound } from './rounds/draw.ts';
export { planRound } from './rounds/plan.ts';
export { roundsPolicy } from './rounds/policy.ts';
export { roundsRoutes } from './rounds/routes.ts';
export { settleVisit } from './rounds/settle.ts';
export { fileField } from './sheets/filing.ts';
export { sheetsPolicy } from './sheets/policy.ts';
export { withSheets } from './sheets/reach.ts';
export { sheetsRoutes } from './sheets/routes.ts';
export { saveSheet } from './sheets/saving.ts';
export { sendSheet } from './sheets/sending.ts';
export { releaseTemplate, saveTemplate } from './templates/actions.ts';
export { clausesFor, type LineClause } from './templates/clauses.ts';
export { templatesPolicy } from './templates/policy.ts';
export { readyTemplates, withKindsOf } from './templates/ready.ts';
export { templatesRoutes } from './templates/routes.ts';
