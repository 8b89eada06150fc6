/** Binds the addresses of signing in; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, IdentitySettings, Incoming, Policy } from '../platform/index.ts';
import type { Attempts } from './attempts.ts';
import {
  enterByCode,
  type IdentityNeeds,
  identityOffer,
  proveReturn,
  returnIdentity,
  sentAway,
  unbindIdentity,
  visitIdentity,
} from './identity-actions.ts';
import { identityProviderOf } from './identity-provider.ts';
import type { Login } from './login.ts';
import { acceptTown, declineTown } from './membership-actions.ts';
import { sealerOf } from './sealed-text.ts';
import {
  beginSecondStep,
  confirmSecondStep,
  endOwnSecondStep,
  renewBackupCodes,
  secondStepOf,
} from './second-step.ts';
import {
  changePassword,
  endOtherSessions,
  endSession,
  sessionOf,
  sessionsOf,
  signedIn,
  signOut,
} from './session-actions.ts';
import { signIn } from './sign-in-actions.ts';
import { signInsOf } from './sign-in-history.ts';

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
  secondStep: 'account',
  beginSecondStep: 'account',
  confirmSecondStep: 'account',
  endSecondStep: 'account',
  renewBackupCodes: 'account',
  signIns: 'account',
  identity: 'public',
  visitIdentity: 'public',
  returnIdentity: 'public',
  identityCode: 'public',
  unbindIdentity: 'account',
};

interface Given {
  readonly login: Login;
  readonly attempts: Attempts;
  readonly secret: string;
  readonly origin: string;
  readonly clock: () => Date;
  readonly identitySettings?: IdentitySettings;
}

/** What the deeds of signing in need beside the transaction. */
export function signInNeedsOf(given: Given): IdentityNeeds {
  const { login, attempts, secret, origin, clock, identitySettings } = given;
  return {
    login,
    attempts,
    clock,
    secrets: sealerOf(secret, 'second step'),
    cookies: sealerOf(secret, 'identity cookies'),
    isSecure: origin.startsWith('https:'),
    ...(identitySettings ? { provider: identityProviderOf(identitySettings, { origin }) } : {}),
  };
}

export function authRoutes(gate: Gate, needs: IdentityNeeds) {
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
    ...safetyRoutes(gate, needs),
  };
}

/** Second step, history and unified identity. The provider is asked before the transaction begins. */
function safetyRoutes(gate: Gate, needs: IdentityNeeds) {
  const before = implement(contract.auth).$context<Incoming>();
  const os = before.use(gate.outside);
  return {
    secondStep: os.secondStep.handler(({ context }) => secondStepOf(context)),
    beginSecondStep: os.beginSecondStep.handler(({ context, input }) =>
      beginSecondStep(needs, context, input),
    ),
    confirmSecondStep: os.confirmSecondStep.handler(({ context, input }) =>
      confirmSecondStep(needs, context, input),
    ),
    endSecondStep: os.endSecondStep.handler(({ context, input }) =>
      endOwnSecondStep(needs, context, input),
    ),
    renewBackupCodes: os.renewBackupCodes.handler(({ context, input }) =>
      renewBackupCodes(needs, context, input),
    ),
    signIns: os.signIns.handler(({ context }) => signInsOf(context.db, signedIn(context).id)),
    identity: os.identity.handler(({ context }) => identityOffer(needs, context)),
    visitIdentity: before.visitIdentity
      .use(async ({ next }) => next({ context: { sent: await sentAway(needs) } }))
      .use(gate.outside)
      .handler(({ context, input }) =>
        visitIdentity(needs, context, { wanted: input, sent: context.sent }),
      ),
    returnIdentity: before.returnIdentity
      .use(async ({ next, context }, input) =>
        next({ context: { returned: await proveReturn(needs, context, input) } }),
      )
      .use(gate.outside)
      .handler(({ context }) => returnIdentity(needs, context, context.returned)),
    identityCode: os.identityCode.handler(({ context, input }) =>
      enterByCode(needs, context, input),
    ),
    unbindIdentity: os.unbindIdentity.handler(({ context, input }) =>
      unbindIdentity(needs, context, input),
    ),
  };
}
