/** 事实: the ledger as tables both ways, the forms to fill in, and the remarks on what was filled in. */

export { catalogueOf } from './catalogue.ts';
export type { LedgerContext } from './context.ts';
export { factSheets, factTable } from './fact-sheets.ts';
export { type FactsRead, factsFrom, type RowPlace } from './facts-from.ts';
export { rowWords } from './sentences.ts';
