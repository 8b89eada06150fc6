/** Who may ask what of the decomposition bench: the town's own people; villages have nothing there. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Whoever takes documents apart and claims what is a task. */
export const draftWorkers: readonly Role[] = ['supervision', 'leader', 'recorder', 'reviewer'];
const readers: readonly Role[] = [...draftWorkers, 'assessment-office', 'discipline'];

export const draftsPolicy: Policy<typeof contract.drafts> = {
  list: readers,
  make: draftWorkers,
  one: readers,
  act: draftWorkers,
  redact: draftWorkers,
  form: draftWorkers,
  previewTable: draftWorkers,
  markTable: draftWorkers,
  importTable: draftWorkers,
};
