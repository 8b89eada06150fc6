/** Who may ask what of goals; offices and villages are judged by the deeds (`reach.ts`). */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Whoever reads goals at all; a village and its resident cadre read those of the village. */
const readers: readonly Role[] = [
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
];
const manager: readonly Role[] = ['supervision'];
const wholeTown: readonly Role[] = [
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'discipline',
];

export const goalsPolicy: Policy<typeof contract.goals> = {
  list: readers,
  options: manager,
  goal: readers,
  make: manager,
  change: manager,
  moveDate: ['supervision', 'leader'],
  addReadings: ['supervision', 'recorder'],
  close: manager,
  withdraw: manager,
  expand: manager,
  makeItem: manager,
  copyYear: manager,
  exportGoals: wholeTown,
  previewImport: manager,
  markImport: manager,
  importGoals: manager,
};
