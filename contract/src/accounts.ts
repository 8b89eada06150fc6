/** Accounts of a town and what they may do there. */

import { z } from 'zod';
import {
  done,
  instant,
  inTown,
  isoDate,
  line,
  queryFlag,
  queryNumber,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';

/** The posts that decide what an account may do; the glossary says what each is for. */
export const roleName = z.enum([
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
]);

/** What people sign in with: letters first, then letters, digits, dots and hyphens. */
export const userName = z.string().trim().min(1).max(60);

const named = z.strictObject({ code: z.string(), name: z.string() });

/** A role in a town from a day to a day. */
export const roleGrant = z.strictObject({
  id: uuid,
  role: roleName,
  /** Limited to this unit and what is below it. */
  unit: named.optional(),
  /** Limited to the clauses of these offices; empty is all. */
  lines: z.array(named),
  /** A substitute, named for one year. */
  substitute: z.boolean(),
  /** Account in whose place it is held, only in these days: 代 某某. */
  inPlaceOf: z.strictObject({ account: uuid, name: z.string() }).optional(),
  from: isoDate,
  /** Its last day. */
  to: isoDate.optional(),
});

/**
 * `first-password`: nobody has chosen an own password yet; `asked`: its owner has not agreed to enter
 * this town yet; `locked`: after repeated failures.
 */
export const accountState = z.enum(['active', 'first-password', 'asked', 'locked', 'disabled']);

export const townAccount = z.strictObject({
  id: uuid,
  userName: z.string(),
  person: named.optional(),
  state: accountState,
  lockedUntil: instant.optional(),
  lastSignInAt: instant.optional(),
  /** This town keeps the account: it may reset its password and disable it. */
  isKeptHere: z.boolean(),
  /** The one that asks. */
  isOwn: z.boolean(),
  /** It asks for a code besides the password. */
  hasSecondStep: z.boolean(),
  grants: z.array(roleGrant),
});

/** Shown once: a repeated request hears an empty text. */
const firstPassword = z.string().describe('shown once; empty when a request is repeated');

function ofAccount<S extends z.core.$ZodLooseShape>(shape: S) {
  return townInput({ account: uuid, ...shape });
}

export const accounts = {
  own: inTown('GET', '/accounts/own', { summary: 'What I may do in this town today.' })
    .input(townInput({}))
    .output(
      z.strictObject({
        accountId: uuid,
        person: named.optional(),
        grants: z.array(roleGrant),
        /** Who stands in for me, today or later. */
        substitutes: z.array(
          z.strictObject({
            id: uuid,
            /** The role of mine that it is. */
            grant: uuid,
            role: roleName,
            name: z.string(),
            from: isoDate,
            to: isoDate,
          }),
        ),
      }),
    ),
  substituteCandidates: inTown('GET', '/accounts/own/candidates', {
    summary: 'Whom I may name as my substitute: everybody who entered this town, by name.',
  })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(z.strictObject({ id: uuid, name: z.string() })) })),
  nameOwnSubstitute: inTown('POST', '/accounts/own/substitutes', {
    summary: 'Names who stands in for me in a role of mine from a day to a day.',
    creates: true,
  })
    .input(townInput({ grant: uuid, substitute: uuid, from: isoDate, to: isoDate }))
    .output(z.strictObject({ id: uuid })),
  endOwnSubstitute: inTown('POST', '/accounts/own/substitutes/{grant}/end', {
    summary: 'Ends at once that somebody stands in for me.',
  })
    .input(townInput({ grant: uuid }))
    .output(done),
  list: inTown('GET', '/accounts', {
    summary: 'Accounts that may enter this town, with their roles and last sign-in.',
  })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(townAccount) })),
  candidates: inTown('GET', '/accounts/candidates', {
    summary: 'Persons of the roster without an account, each with a user name that is free.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            person: named,
            /** Unit of the post held today. */
            unitName: z.string().optional(),
            userName: z.string(),
          }),
        ),
      }),
    ),
  create: inTown('POST', '/accounts', {
    summary: 'Makes an account for a person of the roster; its first password is shown once.',
    personal: ['userName'],
    creates: true,
    shownOnce: ['firstPassword'],
  })
    .input(townInput({ userName, person: subjectCode.optional() }))
    .output(z.strictObject({ id: uuid, userName: z.string(), firstPassword })),
  admit: inTown('POST', '/accounts/admit', {
    summary: 'Asks the owner of an account that another town keeps to enter this town too.',
    personal: ['userName'],
    creates: true,
  })
    .input(townInput({ userName, person: subjectCode.optional() }))
    .output(z.strictObject({ id: uuid })),
  link: inTown('POST', '/accounts/{account}/person', {
    summary: 'Says whose account it is in the roster of this town; without a person, nobody’s.',
  })
    .input(ofAccount({ person: subjectCode.optional() }))
    .output(done),
  giveRole: inTown('POST', '/accounts/{account}/roles', {
    summary: 'Gives an account a role from a day on.',
    creates: true,
  })
    .input(
      ofAccount({
        role: roleName,
        unit: subjectCode.optional(),
        lines: z.array(subjectCode).max(50).default([]),
        substitute: z.boolean().default(false),
        from: isoDate,
        to: isoDate.optional(),
      }),
    )
    .output(z.strictObject({ id: uuid })),
  endRole: inTown('POST', '/accounts/{account}/roles/{grant}/end', {
    summary: 'Ends a role; yesterday as its last day ends it at once.',
  })
    .input(ofAccount({ grant: uuid, lastDay: isoDate }))
    .output(done),
  nameSubstitute: inTown('POST', '/accounts/{account}/substitutes', {
    summary: 'Names who stands in for a recorder or reviewer from a day to a day.',
    creates: true,
  })
    .input(ofAccount({ grant: uuid, substitute: uuid, from: isoDate, to: isoDate }))
    .output(z.strictObject({ id: uuid })),
  endSecondStep: inTown('POST', '/accounts/{account}/second-step/end', {
    summary: 'Turns the second step of an account off, where telephone and backup codes are lost.',
  })
    .input(ofAccount({ reason: line }))
    .output(done),
  resetPassword: inTown('POST', '/accounts/{account}/password', {
    summary: 'Gives an account a new first password, shown once, and ends its sessions.',
    shownOnce: ['firstPassword'],
  })
    .input(ofAccount({}))
    .output(z.strictObject({ firstPassword })),
  unlock: inTown('POST', '/accounts/{account}/unlock', {
    summary: 'Unlocks an account after repeated failures.',
  })
    .input(ofAccount({}))
    .output(done),
  disable: inTown('POST', '/accounts/{account}/disable', {
    summary: 'Stops an account from signing in anywhere and ends its sessions.',
  })
    .input(ofAccount({ reason: line }))
    .output(done),
  enable: inTown('POST', '/accounts/{account}/enable', {
    summary: 'Lets a disabled account sign in again.',
  })
    .input(ofAccount({}))
    .output(done),
};

/** Who did what and when, for those who look over it. */
export const audit = {
  list: inTown('GET', '/audit', {
    summary: 'Every committed write of this town, the newest first; personal fields as digests.',
  })
    .input(
      townInput({
        deed: z.string().max(60).optional(),
        account: uuid.optional(),
        /** A civil day in China. */
        day: isoDate.optional(),
        /** With the deeds that come by the hundred, such as cells kept while somebody types. */
        all: queryFlag.default(false),
        /** Only what was done before this number. */
        before: queryNumber(999_999_999).optional(),
      }),
    )
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            id: z.int(),
            at: instant,
            account: z.string(),
            onBehalfOf: z.string().optional(),
            /** Accounts in whose place a substitute did it. */
            inPlaceOf: z.array(z.string()).optional(),
            /** Name of the access token that a machine did it with. */
            accessToken: z.string().optional(),
            deed: z.string(),
            input: z.record(z.string(), z.unknown()),
            requestId: z.string(),
          }),
        ),
        /** Names of the accounts, persons and units that the rows mention by code. */
        names: z.record(z.string(), z.string()),
        /** How many deeds that come by the hundred are left out. */
        hidden: z.int(),
        /** Deeds and accounts there are, for the filters. */
        deeds: z.array(z.string()),
        accounts: z.array(z.string()),
        /** Give this as `before` to read on; absent at the end. */
        next: z.int().optional(),
      }),
    ),
};
