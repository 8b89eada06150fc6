/** Who may ask what of counting; whose round it is and who inspected are judged by the deed. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const office: readonly Role[] = ['recorder', 'supervision', 'assessment-office'];

export const countingPolicy: Policy<typeof contract.counting> = {
  round: [...office, 'leader', 'discipline'],
  count: office,
};
