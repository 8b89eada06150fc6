/** Who asks, for which town, in which transaction: what every deed of every room is given. */

import type { Transaction } from 'kysely';
import type { Tables } from '../database/connect.ts';

/** An instant in UTC as text: `2026-03-06T08:30:00.000Z`. */
export type Instant = string;

/**
 * The posts that decide what an account may do. `recorder` writes entries of its office, `reviewer`
 * posts what others recorded; `assessment-office` runs periods and alone sees totals before the
 * seal; `discipline` reads everything and writes nothing; `village` reads what concerns itself;
 * `organisation` proposes grades and outcomes to the body that decides; `finance` pays.
 */
export const roles = [
  'administrator',
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
  'organisation',
  'finance',
  'county',
] as const;

export type Role = (typeof roles)[number];

/** A role that an account holds today, in one town. */
export interface Grant {
  readonly role: Role;
  /** Code of the unit whose subtree it is limited to; undefined is the whole town. */
  readonly unit?: string;
  /** Lines of work (codes of offices that own clauses) it is limited to; empty is all. */
  readonly lines: readonly string[];
  /** Whose role it is, where it is held as a substitute (代 某某). */
  readonly inPlaceOf?: Substituted;
}

/** Somebody in whose place another acts. */
export interface Substituted {
  readonly accountId: string;
  /** Opaque code of the person in this town's roster. */
  readonly person?: string;
}

/** What a machine showed instead of a password. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  /** The one town in which it is good. */
  readonly townId: string;
  /** What it may do in each room; a room that is not named is closed to it. */
  readonly scope: Readonly<Record<string, 'read' | 'write'>>;
}

/** Who is signed in. */
export interface Account {
  readonly id: string;
  readonly userName: string;
  readonly mustChangePassword: boolean;
  /** Present where a machine asks in the name of its owner. */
  readonly accessToken?: AccessToken;
}

export interface Tenant {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'town' | 'county';
}

/** An account in a town: what `policy` and deeds judge by. */
export interface Actor {
  readonly accountId: string;
  /** Opaque code of the person in this town's roster, where the account has one. */
  readonly person?: string;
  readonly grants: readonly Grant[];
}

/** A town that the account holds no post in gives no actor. */
export interface Membership {
  readonly tenant: Tenant;
  readonly actor: Actor;
}

/** What the program asks of the room that keeps accounts; it stands after `platform`. */
export interface Identity {
  /** Who sent these headers; undefined for a stranger or an ended session. */
  account(headers: Headers): Promise<Account | undefined>;
  /** The account's posts in a town now; sets the tenant of the transaction on the way. */
  membership(
    db: Transaction<Tables>,
    wanted: { readonly town: string; readonly account: Account; readonly now: Instant },
  ): Promise<Membership | undefined>;
}

interface Common {
  readonly now: Instant;
  readonly requestId: string;
  readonly headers: Headers;
  /** Sets a header of the reply, for example a cookie. */
  readonly setHeader: (name: string, value: string | string[]) => void;
  /** The transaction of this request: committed if the reply is sound, else rolled back. */
  readonly db: Transaction<Tables>;
}

/** The context of a deed in a town. */
export interface Ctx extends Common {
  /**
   * Does something once what this request wrote is there for good, such as taking away a file that
   * is needed no more; not at all if the request fails. A stop in between leaves it undone, and so
   * does a mistake of its own: it must be done again by whoever cleans up.
   */
  readonly afterCommit: (work: () => Promise<void>) => void;
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly account: Account;
  /** Notes for the audit in whose place the actor acts: the account of whoever is substituted. */
  readonly actInPlaceOf: (accountId: string) => void;
}

/** The context of an address outside of towns; `account` is absent for strangers. */
export interface OutsideCtx extends Common {
  readonly account?: Account;
}

/** Whether the actor holds one of the roles, and over that unit or line of work if one is given. */
export function holds(
  actor: Actor,
  wanted: readonly Role[],
  scope: { line?: string } = {},
): boolean {
  return actor.grants.some(
    ({ role, lines }) =>
      wanted.includes(role) &&
      (scope.line === undefined || lines.length === 0 || lines.includes(scope.line)),
  );
}
