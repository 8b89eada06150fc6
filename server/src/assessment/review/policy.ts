/** Who may ask for the review meeting of a round; of offices the one that inspects, judged by the deed. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Never a village, never its resident cadre: the order is for the meeting and is not posted. */
const readers: readonly Role[] = [
  'leader',
  'assessment-office',
  'supervision',
  'discipline',
  'recorder',
  'reviewer',
];

export const reviewPolicy: Policy<typeof contract.review> = {
  meeting: readers,
  points: readers,
  boards: readers,
};
