/** Who may ask what of results; villages, offices and who inspected are judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const office: readonly Role[] = ['recorder', 'supervision', 'assessment-office'];
const village: readonly Role[] = ['village', 'resident-cadre'];

export const resultsPolicy: Policy<typeof contract.results> = {
  round: [...office, 'leader', 'discipline'],
  told: village,
  sheet: [...office, ...village, 'reviewer', 'leader', 'discipline'],
  tell: office,
  answer: [...village, ...office],
  settle: [...office, 'leader'],
};
