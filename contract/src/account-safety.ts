/** What keeps an account its owner's: the second step, where it signed in, identities of elsewhere. */

import { z } from 'zod';
import { done, instant, outside } from './address.ts';

const password = z.string().min(1).max(200);
/** Six figures of the telephone, or a backup code as it was printed. */
const code = z.string().trim().min(6).max(20);

/** How an account proves who it is besides its password. */
export const secondStep = z.strictObject({
  /** `begun`: shown to its owner and not confirmed yet, so it asks for nothing. */
  state: z.enum(['off', 'begun', 'on']),
  since: instant.optional(),
  backupCodesLeft: z.int(),
});

/** One sign-in, or one that failed. */
export const signInShown = z.strictObject({
  at: instant,
  way: z.enum(['password', 'identity']),
  outcome: z.enum(['entered', 'wrong-password', 'wrong-code']),
  /** Where it came from, without its last part: `10.2.3.*`. */
  address: z.string(),
  /** What the browser says of itself. */
  browser: z.string(),
});

const entered = z.strictObject({
  /** `code-asked`: the second step is still to come; nobody is signed in yet. */
  outcome: z.enum(['entered', 'code-asked', 'bound']),
  mustChangePassword: z.boolean(),
});

export const accountSafety = {
  secondStep: outside('GET', '/auth/second-step', {
    summary: 'Whether one’s own account asks for a second step.',
  }).output(secondStep),
  beginSecondStep: outside('POST', '/auth/second-step', {
    summary: 'Shows a new secret for the telephone; it asks for nothing until it is confirmed.',
  })
    .input(z.strictObject({ currentPassword: password }))
    .output(
      z.strictObject({
        /** Letters and figures to type in, in groups of four. */
        secret: z.string(),
        /** The same as an address for the camera of the telephone. */
        address: z.string(),
      }),
    ),
  confirmSecondStep: outside('POST', '/auth/second-step/confirm', {
    summary: 'Turns the second step on with a code of the telephone; shows the backup codes once.',
    personal: ['code'],
  })
    .input(z.strictObject({ code }))
    .output(z.strictObject({ backupCodes: z.array(z.string()) })),
  endSecondStep: outside('POST', '/auth/second-step/end', {
    summary: 'Turns one’s own second step off; every other browser is signed out.',
    personal: ['code'],
  })
    .input(z.strictObject({ currentPassword: password, code }))
    .output(done),
  renewBackupCodes: outside('POST', '/auth/second-step/backup-codes', {
    summary: 'Makes new backup codes and shows them once; the old ones are good for nothing.',
    personal: ['code'],
  })
    .input(z.strictObject({ currentPassword: password, code }))
    .output(z.strictObject({ backupCodes: z.array(z.string()) })),
  signIns: outside('GET', '/auth/sign-ins', {
    summary: 'Where and when one’s own account signed in or failed to, the newest first.',
  }).output(z.strictObject({ rows: z.array(signInShown) })),
  identity: outside('GET', '/auth/identity', {
    summary: 'The unified identity that this installation accepts, and whether mine is bound.',
  }).output(
    z.strictObject({
      /** What stands on the button; absent where none is set up. */
      name: z.string().optional(),
      /** Since when it is bound to the account that asks. */
      boundAt: instant.optional(),
    }),
  ),
  visitIdentity: outside('POST', '/auth/identity/visit', {
    summary:
      'Where the browser goes to prove an identity: to sign in, to bind it, or to take up an invitation.',
    personal: ['userName'],
  })
    .input(
      z.discriminatedUnion('purpose', [
        z.strictObject({ purpose: z.literal('sign-in') }),
        z.strictObject({ purpose: z.literal('bind'), currentPassword: password }),
        z.strictObject({
          purpose: z.literal('invited'),
          userName: z.string().trim().min(1).max(60),
          /** The first password, as the administrator handed it over. */
          password,
        }),
      ]),
    )
    .output(z.strictObject({ address: z.url() })),
  returnIdentity: outside('POST', '/auth/identity/return', {
    summary: 'What the browser brings back from there: signs in, or binds.',
    personal: ['code', 'state'],
  })
    .input(z.strictObject({ state: z.string().min(1).max(200), code: z.string().min(1).max(4000) }))
    .output(entered),
  identityCode: outside('POST', '/auth/identity/code', {
    summary: 'The second step after a unified identity.',
    personal: ['code'],
  })
    .input(z.strictObject({ code }))
    .output(entered),
  unbindIdentity: outside('POST', '/auth/identity/end', {
    summary: 'Unbinds one’s own unified identity.',
  })
    .input(z.strictObject({ currentPassword: password }))
    .output(done),
};
