/** Who may draft, comment on, approve and read schemes. */

import type { contract } from '@oneneedle/contract';
import type { Actor, Policy, Role } from '../platform/index.ts';

const writers: readonly Role[] = ['assessment-office'];
const commenters: readonly Role[] = ['recorder', 'reviewer', 'leader', 'discipline'];
/** Whoever may read a draft; a village reads what was approved. */
const draftReaders: readonly Role[] = [
  ...writers,
  ...commenters,
  'administrator',
  'resident-cadre',
];

export const schemePolicy: Policy<typeof contract.scheme> = {
  list: 'member',
  upload: writers,
  read: 'member',
  lint: writers,
  write: writers,
  draftNext: writers,
  withdraw: writers,
  openComments: writers,
  comments: draftReaders,
  comment: commenters,
  answer: writers,
  approve: writers,
  end: writers,
  compare: 'member',
  source: 'member',
  document: 'member',
  paper: draftReaders,
  clauses: 'member',
  kinds: 'member',
  writeKind: writers,
  removeKind: writers,
};

/** Whether somebody reads drafts and what was withdrawn, beside what was approved. */
export function readsDrafts(actor: Actor): boolean {
  return hasRole(actor, draftReaders);
}

/** Whether somebody drafts and approves. */
export function isWriter(actor: Actor): boolean {
  return hasRole(actor, writers);
}

/** Whether somebody may comment on a draft while comments are open. */
export function isCommenter(actor: Actor): boolean {
  return hasRole(actor, commenters);
}

function hasRole({ grants }: Actor, roles: readonly Role[]): boolean {
  return grants.some(({ role }) => roles.includes(role));
}
