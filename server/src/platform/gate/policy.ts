/** Who may, as data: one rule an address. What has no rule is denied. */

import type { Role } from './context.ts';

/**
 * `public`: anybody; `account`: whoever is signed in; `member`: whoever holds any post in the town;
 * a list: whoever holds one of these roles there. Narrower limits (own office, own entry) are judged
 * by the deed itself, after the rule.
 */
export type Rule = 'public' | 'account' | 'member' | readonly Role[];

/** The rules of a room, by the names of its addresses in the contract. */
export type Policy<Room> = { readonly [Address in keyof Room]: Rule };
