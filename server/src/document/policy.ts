/** Who may ask what of issued documents and templates; whose documents one reads is judged by the deed. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../platform/index.ts';

const readers: readonly Role[] = [
  'assessment-office',
  'supervision',
  'leader',
  'recorder',
  'reviewer',
  'organisation',
  'discipline',
  'administrator',
];

const keepers: readonly Role[] = ['assessment-office', 'supervision', 'recorder', 'organisation'];

/** Whoever changes the templates of the town. */
export const changers: readonly Role[] = ['assessment-office', 'administrator'];

export const papersPolicy: Policy<typeof contract.papers> = {
  list: readers,
  file: readers,
  register: keepers,
  voidDocument: keepers,
  templates: readers,
  templateFile: readers,
  preview: readers,
  check: changers,
  keep: changers,
  choose: changers,
  startBatch: readers,
  batch: readers,
  batchFile: readers,
};
