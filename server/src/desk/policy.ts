/** Who may read the one list: everybody their own; which village's, the deed looks at. */

import type { contract } from '@oneneedle/contract';
import type { Policy } from '../platform/index.ts';

export const deskPolicy: Policy<typeof contract.desk> = { list: 'member', village: 'member' };
