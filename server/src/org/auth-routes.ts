/** Binds the addresses of signing in; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming, Policy } from '../platform/index.ts';
import { acceptTown, declineTown } from './membership-actions.ts';
import {
  changePassword,
  endOtherSessions,
  endSession,
  type SignInNeeds,
  sessionOf,
  sessionsOf,
  signIn,
  signOut,
} from './session-actions.ts';

export const authPolicy: Policy<typeof contract.auth> = {
  signIn: 'public',
  signOut: 'account',
  session: 'account',
  acceptTown: 'account',
  declineTown: 'account',
  changePassword: 'account',
  sessions: 'account',
  endSession: 'account',
  endOtherSessions: 'account',
};

export function authRoutes(gate: Gate, needs: SignInNeeds) {
  const os = implement(contract.auth).$context<Incoming>().use(gate.outside);
  return {
    signIn: os.signIn.handler(({ context, input }) => signIn(needs, context, input)),
    signOut: os.signOut.handler(({ context }) => signOut(needs, context)),
    session: os.session.handler(({ context }) => sessionOf(context)),
    acceptTown: os.acceptTown.handler(({ context, input }) => acceptTown(context, input.town)),
    declineTown: os.declineTown.handler(({ context, input }) => declineTown(context, input.town)),
    changePassword: os.changePassword.handler(({ context, input }) =>
      changePassword(needs, context, input),
    ),
    sessions: os.sessions.handler(({ context }) => sessionsOf(needs, context)),
    endSession: os.endSession.handler(({ context, input }) => endSession(context, input.session)),
    endOtherSessions: os.endOtherSessions.handler(({ context }) =>
      endOtherSessions(needs, context),
    ),
  };
}
