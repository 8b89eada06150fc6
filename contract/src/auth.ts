/** Signing in and out, one's own password and sessions, and the towns one may enter. */

import { z } from 'zod';
import { accountSafety } from './account-safety.ts';
import { done, instant, outside, townCode } from './address.ts';

const password = z.string().min(1).max(200);

/** One browser in which somebody is signed in. */
export const ownSession = z.strictObject({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  startedAt: instant,
  lastUsedAt: instant,
  /** Address of the machine as the server sees it; '' where it is not known. */
  address: z.string(),
  /** What the browser says of itself. */
  browser: z.string(),
});

export const auth = {
  signIn: outside('POST', '/auth/sign-in', {
    summary: 'Signs in with a user name; sets the session cookie.',
    personal: ['userName', 'code'],
  })
    .input(
      z.strictObject({
        userName: z.string().trim().min(1).max(60),
        password,
        /** The second step, where the account asks for one. */
        code: z.string().trim().min(6).max(20).optional(),
      }),
    )
    .output(
      z.strictObject({
        mustChangePassword: z.boolean(),
        /** The password is right and a code is asked for; nobody is signed in yet. */
        codeAsked: z.literal(true).optional(),
      }),
    ),
  signOut: outside('POST', '/auth/sign-out', { summary: 'Ends this session.' }).output(done),
  session: outside('GET', '/auth/session', {
    summary: 'Who is signed in and which towns they may enter.',
  }).output(
    z.strictObject({
      userName: z.string(),
      mustChangePassword: z.boolean(),
      towns: z.array(
        z.strictObject({ code: townCode, name: z.string(), kind: z.enum(['town', 'county']) }),
      ),
      /** Towns that ask to be entered and wait for the owner's word. */
      asking: z.array(z.strictObject({ code: townCode, name: z.string(), askedAt: instant })),
    }),
  ),
  acceptTown: outside('POST', '/auth/memberships/{town}', {
    summary: 'Agrees to enter a town that asks; its roles hold from now on.',
  })
    .input(z.strictObject({ town: townCode }))
    .output(done),
  declineTown: outside('DELETE', '/auth/memberships/{town}', {
    summary: 'Does not agree; what waited there is taken away.',
  })
    .input(z.strictObject({ town: townCode }))
    .output(done),
  changePassword: outside('POST', '/auth/password', {
    summary: 'Changes one’s own password; every session ends, this one too.',
  })
    .input(z.strictObject({ currentPassword: password, newPassword: password }))
    .output(done),
  sessions: outside('GET', '/auth/sessions', {
    summary: 'In which browsers one is signed in.',
  }).output(z.strictObject({ rows: z.array(ownSession) })),
  endSession: outside('POST', '/auth/sessions/{session}/end', {
    summary: 'Signs one browser out.',
  })
    .input(z.strictObject({ session: z.string().min(1).max(80) }))
    .output(done),
  endOtherSessions: outside('POST', '/auth/sessions/end-others', {
    summary: 'Signs every other browser out.',
  }).output(z.strictObject({ ended: z.int() })),
  ...accountSafety,
};
