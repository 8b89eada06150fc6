/** 事实: the ledger as tables both ways, the forms to fill in, and the remarks on what was filled in. */

export { withBelow } from './access.ts';
export { catalogueOf } from './catalogue.ts';
export type { LedgerContext } from './context.ts';
export { type Discretion, discretionOf } from './discretion.ts';
export { recordEntry } from './entry-actions.ts';
export { listEntries } from './entry-list.ts';
export { waitingByOffice, waitingIn } from './entry-store.ts';
export { factSheets, factTable } from './fact-sheets.ts';
export { type FactsRead, factsFrom, type RowPlace } from './facts-from.ts';
export {
  type LedgerHead,
  type LedgerPlace,
  ledgerHead,
  lockLedger,
} from './head.ts';
export { clausesOf, heardBy } from './hearing.ts';
export { type LedgerLog, logOf } from './log-file.ts';
export { type ClaimedLog, type LogFault, type LogVerdict, verifyLog } from './log-verify.ts';
export {
  clearObjected,
  markObjected,
  type ObjectedMatter,
  objectedAbout,
  objectedClauses,
  objectedFacts,
} from './objected.ts';
export { ledgerPolicy } from './policy.ts';
export { type NewFact, type Posting, type PostOptions, postFacts, putFacts } from './posting.ts';
export { showsPrivateGround } from './private-evidence.ts';
export {
  type GroundReader,
  groundInstead,
  isPrivate,
  otherNames,
  tellsGround,
  withoutGround,
} from './private-grounds.ts';
export { readableUses } from './readable-uses.ts';
export {
  factsBeyond,
  factsOf,
  insertSeal,
  type KeptSeal,
  type LedgerFacts,
  type NewSeal,
  postingTimes,
  sealsOf,
} from './reading.ts';
export { reviewEntries } from './review-actions.ts';
export {
  type EntryJudged,
  judgeEntries,
  type RoomEntry,
  type RoomRecord,
  recordEntries,
  recordsOfMatters,
} from './room-entries.ts';
export {
  type CorrectionStep,
  clausesOfFact,
  correctionSteps,
  discardCorrections,
  type FactTold,
  factsTold,
  type RoomCorrection,
  readableFact,
  type WrittenCorrection,
  writeCorrections,
} from './room-facts.ts';
export { ledgerRoutes } from './routes.ts';
export { rowWords } from './sentences.ts';
export { listSignatures, signClauses } from './sign-actions.ts';
export { latestSeals, ledgerStamp } from './store.ts';
export { templateSheets } from './template.ts';
export { usesOf } from './uses.ts';
export { lockFiles, type RemarkedFile, remarkedPath, writeBack } from './write-back.ts';
export { factsYaml, rosterYaml } from './yaml-text.ts';
