/** Who may ask what of rounds; offices, villages and recusals are judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

const planners: readonly Role[] = ['supervision', 'assessment-office', 'recorder'];
/** A village is told of a round when its result is out, never before: it has no address here. */
const readers: readonly Role[] = [...planners, 'reviewer', 'leader', 'discipline'];
const settlers: readonly Role[] = [...planners, 'leader'];

export const roundsPolicy: Policy<typeof contract.rounds> = {
  list: readers,
  options: planners,
  plan: planners,
  one: readers,
  draw: planners,
  settle: settlers,
  withdraw: settlers,
  explain: planners,
  announce: planners,
  existing: readers,
  reuse: settlers,
  saved: readers,
  calendar: readers,
  addQuiet: ['leader', 'supervision'],
  endQuiet: ['leader', 'supervision'],
  setCap: ['leader'],
  addRecusal: planners,
  endRecusal: ['supervision', 'leader'],
};
