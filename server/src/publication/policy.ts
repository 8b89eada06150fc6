/** Who may read what is published, and who publishes. Lists of persons are judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Actor, Policy, Role } from '../platform/index.ts';

/** Everybody who works in the town or lives under what is published. */
export const publicationReaders: readonly Role[] = [
  'assessment-office',
  'administrator',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
  'organisation',
  'finance',
];
const office: readonly Role[] = ['assessment-office'];
const posters: readonly Role[] = ['assessment-office', 'resident-cadre', 'village'];

export const publicationPolicy: Policy<typeof contract.publication> = {
  list: publicationReaders,
  one: publicationReaders,
  readiness: ['assessment-office', 'discipline'],
  publish: office,
  post: posters,
  takeDown: posters,
  paper: publicationReaders,
  internet: ['assessment-office', 'administrator', 'discipline'],
  setInternet: ['administrator'],
};

/** Whether somebody reads lists of persons. */
export function readsInternal({ grants }: Actor): boolean {
  const inside: readonly Role[] = ['assessment-office', 'discipline', 'organisation', 'leader'];
  return grants.some(({ role, unit }) => inside.includes(role) && unit === undefined);
}

/** Whether somebody may read the trees of all subjects: no village, and nobody for some units alone. */
export function readsTrees({ grants }: Actor): boolean {
  return grants.some(({ role, unit }) => role !== 'village' && unit === undefined);
}

/** Whether somebody holds one of the roles that write down where a list hangs. */
export function posts({ grants }: Actor): boolean {
  return grants.some(({ role }) => posters.includes(role));
}

/** Whether somebody publishes. */
export function publishes({ grants }: Actor): boolean {
  return grants.some(({ role, unit }) => office.includes(role) && unit === undefined);
}

/** Whether somebody may write when a list came down: whoever posted it, or the assessment office. */
export function mayTakeDown(actor: Actor, { posted_by }: { readonly posted_by: string }): boolean {
  return posted_by === actor.accountId || publishes(actor);
}
