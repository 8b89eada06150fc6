/** Who may read the one list: everybody their own. */

import type { contract } from '@oneneedle/contract';
import type { Policy } from '../platform/index.ts';

export const deskPolicy: Policy<typeof contract.desk> = { list: 'member' };
