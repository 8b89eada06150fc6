/** Who reads the page of the secretary. */

import type { contract } from '@oneneedle/contract';
import type { Policy } from '../../platform/index.ts';

export const secretaryPolicy: Policy<typeof contract.secretary> = {
  read: ['leader', 'assessment-office', 'supervision'],
};
