/** Who may ask what of sheets; who was sent to a visit, and whose office it is, is judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/**
 * Whoever a round may name: anybody with a post in an office, and so also a leader who holds one and
 * goes himself. A village never inspects; discipline looks over those who do.
 */
const inspectors: readonly Role[] = [
  'assessment-office',
  'recorder',
  'reviewer',
  'supervision',
  'resident-cadre',
  'leader',
];
const readers: readonly Role[] = [...inspectors, 'discipline', 'village'];

export const sheetsPolicy: Policy<typeof contract.sheets> = {
  work: inspectors,
  filing: ['administrator', ...inspectors],
  file: ['administrator'],
  close: ['administrator'],
  save: inspectors,
  attach: inspectors,
  send: inspectors,
  one: readers,
  list: readers,
  change: ['recorder', 'supervision', 'assessment-office'],
};
