/** Who may ask what of items; which items somebody reads and does what with is judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../platform/index.ts';

/** Whoever may have something to do with an item. */
export const itemReaders: readonly Role[] = [
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
];

export const itemsPolicy: Policy<typeof contract.items> = {
  list: itemReaders,
};
