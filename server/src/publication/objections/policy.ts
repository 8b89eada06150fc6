/** Who may ask what of objections; whose they are, and who had a hand in what, is judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Who may be asked to look into one: discipline reads all and decides none. */
export const deciders: readonly Role[] = [
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'assessment-office',
  'organisation',
];
/** Whoever works in the town may be a person concerned. */
const everybody: readonly Role[] = [
  ...deciders,
  'administrator',
  'resident-cadre',
  'village',
  'discipline',
  'finance',
];
const office: readonly Role[] = ['assessment-office'];

export const objectionsPolicy: Policy<typeof contract.objections> = {
  list: everybody,
  matter: everybody,
  receive: everybody,
  one: everybody,
  acknowledge: office,
  assign: office,
  giveBack: deciders,
  decide: deciders,
  makeDocument: deciders,
  answer: deciders,
  withdraw: everybody,
  paper: everybody,
  statistics: ['assessment-office', 'discipline'],
};
