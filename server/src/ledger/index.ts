/** 事实: the ledger as tables both ways, the forms to fill in, and the remarks on what was filled in. */

export type { LedgerContext } from './context.ts';
export { type Discretion, discretionOf } from './discretion.ts';
export { factSheets, factTable } from './fact-sheets.ts';
export { type FactsRead, factsFrom, type RowPlace } from './facts-from.ts';
export { clausesOf } from './hearing.ts';
export { rowWords } from './sentences.ts';
export { templateSheets } from './template.ts';
export { lockFiles, type RemarkedFile, remarkedPath, writeBack } from './write-back.ts';
