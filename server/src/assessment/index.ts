/** 考核: a folder becomes a book, the book is assessed for a period. */

export {
  type ComparedSubject,
  type Comparison,
  compareSchemes,
  type OtherScheme,
} from './compare.ts';
export {
  type Folder,
  type FolderOptions,
  type Progress,
  readFolder,
  readKinds,
  rosterOf,
} from './folder.ts';
export { hasFacts, optionsFor, previousOptions, type TimeArguments } from './options.ts';
export { type NoticeDetails, type PackageOptions, packageNames, packageOf } from './package.ts';
export { assessmentPolicy } from './policy.ts';
export { readCode, receiptCode } from './receipt-file.ts';
export { manyFacts, resultText, type Worked, workOut } from './result-file.ts';
export { resultFormat, resultShape } from './result-shape.ts';
export { assessmentRoutes } from './routes.ts';
export {
  type Sealed,
  type Sealing,
  type SealingOptions,
  sealingOf,
  sealPeriod,
} from './seal.ts';
export { type SealState, sealStateOf, sealText } from './seal-state.ts';
export { type AssessmentNeeds, type SealAsked, sealEdition } from './sealing.ts';
export { FolderRefusal, type LeftOutRow, leftOutText, requireSound } from './sound.ts';
export { type BookKeeper, keepBooks } from './town-books.ts';
export {
  type PackageDifference,
  type Verification,
  verificationText,
  verifyPackage,
} from './verify.ts';
export { openWorkshop, type Workshop } from './workshop.ts';
