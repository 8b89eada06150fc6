/** Who reads the fairness report: who publishes, and who watches over it. It is never posted. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const readers: readonly Role[] = ['assessment-office', 'discipline'];

export const fairnessPolicy: Policy<typeof contract.fairness> = {
  read: readers,
  mark: readers,
};
