/** Who may send evidence and who comes to the addresses that read it; how much, see `reading.ts`. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../platform/index.ts';

/** Evidence is gathered by the one who inspects or records, a leader who goes himself among them; a village owes nothing. */
const senders: readonly Role[] = [
  'assessment-office',
  'recorder',
  'reviewer',
  'supervision',
  'resident-cadre',
  'leader',
  'organisation',
];
const readers: readonly Role[] = [...senders, 'discipline', 'village'];

export const evidencePolicy: Policy<typeof contract.evidence> = {
  openUpload: senders,
  upload: senders,
  sendPart: senders,
  finishUpload: senders,
  dropUpload: senders,
  list: readers,
  one: readers,
  uses: readers,
  file: readers,
  preview: readers,
  describe: senders,
  remove: senders,
  redact: ['assessment-office'],
};
