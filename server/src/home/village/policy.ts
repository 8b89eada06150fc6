/** Who may read the page of a village; whose village it is, the deed looks at. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const readers: readonly Role[] = [
  'village',
  'resident-cadre',
  'leader',
  'supervision',
  'assessment-office',
  'discipline',
];

export const villagesPolicy: Policy<typeof contract.villages> = { page: readers, sheet: readers };
