/** Signing in and out, one's own password and sessions, and the towns one may enter. */

import { z } from 'zod';
import { done, outside, townCode } from './address.ts';

const password = z.string().min(1).max(200);

export const auth = {
  signIn: outside('POST', '/auth/sign-in', {
    summary: 'Signs in with a user name; sets the session cookie.',
    personal: ['userName'],
  })
    .input(z.strictObject({ userName: z.string().trim().min(1).max(60), password }))
    .output(z.strictObject({ mustChangePassword: z.boolean() })),
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
    }),
  ),
};
