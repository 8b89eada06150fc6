/** Who may ask what of check sheets; whose office it is, is judged by the deed. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const writers: readonly Role[] = ['supervision', 'assessment-office', 'recorder'];
/** What is looked at is no secret: villages read the sheets in use. */
const readers: readonly Role[] = [
  ...writers,
  'reviewer',
  'leader',
  'discipline',
  'resident-cadre',
  'village',
];

export const templatesPolicy: Policy<typeof contract.templates> = {
  list: readers,
  options: writers,
  one: readers,
  save: writers,
  release: writers,
  retire: writers,
};
