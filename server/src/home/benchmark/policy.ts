/** Who reads lists of the district, and who records them. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const keepers: readonly Role[] = ['assessment-office', 'supervision'];
const readers: readonly Role[] = [...keepers, 'leader', 'discipline', 'organisation'];

export const benchmarkPolicy: Policy<typeof contract.benchmark> = {
  list: readers,
  one: readers,
  record: keepers,
  correct: keepers,
  preview: keepers,
  mark: keepers,
};

/** Whether somebody records and corrects lists. */
export function keepsLists(grants: readonly { readonly role: Role }[]): boolean {
  return grants.some(({ role }) => keepers.includes(role));
}
