/** Who may ask what of the order of handling and of circulars. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const issuers: readonly Role[] = ['supervision', 'leader'];
/** Whoever reads what was issued; a village is told by its own list. */
const readers: readonly Role[] = [
  ...issuers,
  'recorder',
  'reviewer',
  'assessment-office',
  'discipline',
];

export const handlingPolicy: Policy<typeof contract.handling> = { order: issuers };

export const circularsPolicy: Policy<typeof contract.circulars> = {
  list: readers,
  one: readers,
  issue: ['supervision'],
  document: readers,
  makeDocument: ['supervision'],
};
