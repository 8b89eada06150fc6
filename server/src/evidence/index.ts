/** Evidence: what proves a fact. Files by their content, who may read them, and what cites them. */

export {
  type Citation,
  type CitingPlace,
  citeEvidence,
  type EvidenceRef,
  evidenceCitedBy,
  evidenceOf,
  ownEvidence,
  receivedOf,
  requireEvidence,
  restingOn,
} from './cite.ts';
export { type Cleaned, type CleanNeeds, cleanEverywhere, cleanEvidence } from './clean.ts';
export { discard, type Examined, examineFile } from './examine.ts';
export { type Digested, digestOf, type FileStore, openDiskStore } from './file-store.ts';
export { keepEvidence, type WholeFile } from './keep.ts';
export { markOfCell, markOfLine, markOfName } from './marking.ts';
export { evidencePolicy } from './policy.ts';
export { type ReadableUses, reachOf, readableOf, type UsesFor } from './reading.ts';
export { openReceiving, type Receiving } from './receiving.ts';
export { evidenceRoutes } from './routes.ts';
export { type FilePlaces, openEvidence } from './upload-actions.ts';
