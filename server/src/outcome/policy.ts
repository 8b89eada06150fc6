/** Who may ask what of outcomes; whose they are is judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../platform/index.ts';

const readers: readonly Role[] = ['organisation', 'leader', 'assessment-office', 'discipline'];
/** They read what is about themselves. */
const concerned: readonly Role[] = [
  ...readers,
  'village',
  'resident-cadre',
  'recorder',
  'reviewer',
  'supervision',
];

export const outcomesPolicy: Policy<typeof contract.outcomes> = {
  grades: concerned,
  decideGrades: ['leader'],
  proposals: concerned,
  proposal: concerned,
  draw: ['organisation'],
  act: [
    'organisation',
    'leader',
    'village',
    'resident-cadre',
    'recorder',
    'reviewer',
    'supervision',
  ],
  selection: readers,
  makeSelection: ['organisation'],
  resultNotices: ['assessment-office'],
  ballots: readers,
  readBallots: ['organisation'],
  importBallots: ['organisation'],
  tolerances: concerned,
  applyTolerance: [
    'organisation',
    'village',
    'resident-cadre',
    'recorder',
    'reviewer',
    'supervision',
  ],
  examineTolerance: ['organisation', 'discipline'],
  decideTolerance: ['leader'],
};
