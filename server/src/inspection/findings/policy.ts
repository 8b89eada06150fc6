/** Who may ask what of findings; offices, villages and who was there are judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const office: readonly Role[] = ['recorder', 'supervision', 'assessment-office'];
const readers: readonly Role[] = [
  ...office,
  'reviewer',
  'leader',
  'discipline',
  'resident-cadre',
  'village',
];

export const findingsPolicy: Policy<typeof contract.findings> = {
  list: readers,
  one: readers,
  rectify: ['recorder'],
  makeDocuments: office,
  recheck: office,
  drop: office,
  distinguish: office,
};
