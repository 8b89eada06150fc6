/** Who may ask what of campaigns; owner offices and villages are judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Whoever may keep the list of a campaign, if it is their office's or their own. */
const keepers: readonly Role[] = ['supervision', 'recorder', 'reviewer', 'leader'];
const readers: readonly Role[] = [...keepers, 'resident-cadre', 'village', 'discipline'];

export const campaignsPolicy: Policy<typeof contract.campaigns> = {
  list: readers,
  options: keepers,
  make: ['supervision', 'recorder'],
  one: readers,
  correct: keepers,
  moveEnd: ['leader'],
  addSpot: keepers,
  spot: readers,
  act: [...keepers, 'resident-cadre'],
  correctSpot: keepers,
  exportSpots: readers,
  previewSpots: keepers,
  markSpots: keepers,
  importSpots: keepers,
};
