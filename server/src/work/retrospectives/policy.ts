/** Who may ask what of retrospectives; whose they are is judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const writers: readonly Role[] = [
  'supervision',
  'recorder',
  'reviewer',
  'leader',
  'resident-cadre',
];
const readers: readonly Role[] = [...writers, 'assessment-office', 'village', 'discipline'];

export const retrospectivesPolicy: Policy<typeof contract.retrospectives> = {
  list: readers,
  options: writers,
  one: readers,
  add: writers,
  tellCause: writers,
  change: writers,
  conclude: writers,
};
