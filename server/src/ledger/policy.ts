/** Who may ask what of the ledger; offices, units and persons are judged by the deeds (`access.ts`). */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../platform/index.ts';

/** Whoever reads facts at all; a village reads those about itself. */
const readers: readonly Role[] = [
  'administrator',
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
  'organisation',
  'finance',
];
/** Entries are the business of offices until they are posted. */
const offices: readonly Role[] = ['recorder', 'reviewer', 'assessment-office', 'discipline'];
/** Whoever may take the whole log away, to verify it offline. */
export const verifiers: readonly Role[] = ['administrator', 'assessment-office', 'discipline'];
const recorder: readonly Role[] = ['recorder'];
const reviewer: readonly Role[] = ['reviewer'];

export const ledgerPolicy: Policy<typeof contract.ledger> = {
  options: readers,
  facts: readers,
  fact: readers,
  head: readers,
  log: verifiers,
  entries: offices,
  entry: offices,
  waiting: ['leader', 'assessment-office', 'discipline'],
  record: recorder,
  change: recorder,
  remove: recorder,
  review: reviewer,
  sendBack: reviewer,
  post: reviewer,
  reverse: recorder,
  signatures: offices,
  sign: reviewer,
  sheet: offices,
  saveSheet: recorder,
  followSheet: offices,
  typeCells: recorder,
  sendSheet: recorder,
  related: ['recorder'],
  notes: readers,
  addNote: ['recorder', 'reviewer', 'resident-cadre', 'assessment-office'],
  template: ['recorder', 'reviewer', 'assessment-office'],
  exportFacts: ['recorder', 'reviewer', 'assessment-office', 'leader', 'discipline'],
  previewImport: recorder,
  markImport: recorder,
  importEntries: recorder,
};
