/** 考核: a folder becomes a book, the book is assessed for a period. */

export { explanationOf, type FoundPeriod, findPeriod } from './actions.ts';
export {
  type ComparedSubject,
  type Comparison,
  compareSchemes,
  type OtherScheme,
} from './compare.ts';
export { type ConcludedEdition, concludedEdition } from './concluded.ts';
export type { ConcludedSubject, Conclusions } from './conclusions.ts';
export { postDecidedResults } from './decided-results.ts';
export { fairnessPolicy } from './fairness/policy.ts';
export { fairnessRoutes } from './fairness/routes.ts';
export { type FairnessReading, fairnessRead } from './fairness/store.ts';
export {
  type Folder,
  type FolderOptions,
  type Progress,
  readFolder,
  readKinds,
  rosterOf,
} from './folder.ts';
export { escaped } from './html-text.ts';
export {
  type Frozen,
  frozenOf,
  keepEdition,
  keptTrees,
  type Obstacle,
} from './keeping.ts';
export { type KeptResult, keptResult } from './kept.ts';
export { type MovedLine, movedLines } from './moved-lines.ts';
export { hasFacts, optionsFor, previousOptions, type TimeArguments } from './options.ts';
export { type NoticeDetails, type PackageOptions, packageNames, packageOf } from './package.ts';
export type { PayEntry } from './pay-work.ts';
export { type PeriodRow, periodRow, periodRows, sealedStandings } from './period-store.ts';
export { assessmentPolicy } from './policy.ts';
export { objectionSentences } from './procedure-words.ts';
export { readCode, receiptCode } from './receipt-file.ts';
export { manyFacts, resultText, type Worked, workOut } from './result-file.ts';
export { resultFormat, resultShape } from './result-shape.ts';
export { reviewPolicy } from './review/policy.ts';
export { reviewRoutes } from './review/routes.ts';
export { assessmentRoutes } from './routes.ts';
export {
  type Sealed,
  type Sealing,
  type SealingOptions,
  sealingOf,
  sealPeriod,
} from './seal.ts';
export { type SealState, sealStateOf, sealText } from './seal-state.ts';
export { type AssessmentNeeds, type SealAsked, type SealCautions, sealEdition } from './sealing.ts';
export { layOut, linesOf, type Piece, type Type } from './sheet-measure.ts';
export { FolderRefusal, type LeftOutRow, leftOutText, requireSound } from './sound.ts';
export { type GradesDecided, gradesAsDecided } from './told-grades.ts';
export { type BookKeeper, keepBooks } from './town-books.ts';
export { latestResultsOf, type UnitResult } from './unit-results.ts';
export {
  type PackageDifference,
  type Verification,
  verificationText,
  verifyPackage,
} from './verify.ts';
export { openWorkshop, type Workshop } from './workshop.ts';
