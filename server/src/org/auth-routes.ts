/** Binds the addresses of signing in; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming, Policy } from '../platform/index.ts';
import { type SignInNeeds, sessionOf, signIn, signOut } from './session-actions.ts';

export const authPolicy: Policy<typeof contract.auth> = {
  signIn: 'public',
  signOut: 'account',
  session: 'account',
};

export function authRoutes(gate: Gate, needs: SignInNeeds) {
  const os = implement(contract.auth).$context<Incoming>().use(gate.outside);
  return {
    signIn: os.signIn.handler(({ context, input }) => signIn(needs, context, input)),
    signOut: os.signOut.handler(({ context }) => signOut(needs, context)),
    session: os.session.handler(({ context }) => sessionOf(context)),
  };
}
