/** Who may ask what of items; which items somebody reads and does what with is judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Whoever may have something to do with an item. */
export const itemReaders: readonly Role[] = [
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
];
/** Whoever books and arranges. */
const makers: readonly Role[] = ['supervision', 'leader', 'recorder', 'reviewer'];
/** Whoever may stand to an item in a capacity; a village's own account does nothing. */
const doers: readonly Role[] = [...makers, 'assessment-office', 'resident-cadre'];
const supervision: readonly Role[] = ['supervision', 'leader'];

export const itemsPolicy: Policy<typeof contract.items> = {
  list: itemReaders,
  options: [...doers, 'discipline'],
  item: itemReaders,
  makeDocument: ['supervision', 'leader'],
  create: makers,
  act: doers,
  previewPaste: makers,
  paste: makers,
  lookBacks: [...supervision, 'discipline'],
  lookBack: [...supervision, 'discipline'],
  drawLookBacks: supervision,
  recurring: [...makers, 'discipline'],
  addRecurring: makers,
  endRecurring: makers,
  outcomes: ['assessment-office', 'supervision', 'leader', 'discipline'],
  mapOutcome: ['assessment-office'],
};
