/** Who may ask what about signs and work groups; offices and villages are judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Whoever keeps the whole register. */
export const signKeepers: readonly Role[] = ['supervision', 'assessment-office'];
const writers: readonly Role[] = [...signKeepers, 'recorder', 'reviewer', 'resident-cadre'];
/** A village reads its own. */
const readers: readonly Role[] = [...writers, 'leader', 'discipline', 'village'];

export const signsPolicy: Policy<typeof contract.signs> = {
  list: readers,
  add: writers,
  end: writers,
  keep: signKeepers,
  idle: writers,
  limit: signKeepers,
  exportSigns: signKeepers,
  previewSigns: signKeepers,
  markSigns: signKeepers,
  importSigns: signKeepers,
};
