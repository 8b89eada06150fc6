/** Binds the addresses of accounts and of the audit; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming, Policy } from '../platform/index.ts';
import {
  accountCandidates,
  admitAccount,
  disableAccount,
  enableAccount,
  linkAccount,
  makeAccount,
  resetPassword,
  unlockAccount,
} from './account-actions.ts';
import { ownAccount, townAccounts } from './account-views.ts';
import { listAudit } from './audit-view.ts';
import { endRole, grantRole } from './role-actions.ts';
import { endSecondStepOf } from './second-step.ts';
import {
  endOwnSubstitute,
  nameOwnSubstitute,
  nameSubstitute,
  substituteCandidates,
} from './substitute-actions.ts';

export const accountsPolicy: Policy<typeof contract.accounts> = {
  own: 'member',
  substituteCandidates: ['recorder', 'reviewer'],
  nameOwnSubstitute: ['recorder', 'reviewer'],
  endOwnSubstitute: ['recorder', 'reviewer'],
  list: ['administrator'],
  candidates: ['administrator'],
  create: ['administrator'],
  admit: ['administrator'],
  link: ['administrator'],
  giveRole: ['administrator'],
  endRole: ['administrator'],
  nameSubstitute: ['administrator'],
  endSecondStep: ['administrator'],
  resetPassword: ['administrator'],
  unlock: ['administrator'],
  disable: ['administrator'],
  enable: ['administrator'],
};

export function accountsRoutes(gate: Gate) {
  const os = implement(contract.accounts).$context<Incoming>().use(gate.town);
  return {
    own: os.own.handler(({ context }) => ownAccount(context)),
    substituteCandidates: os.substituteCandidates.handler(({ context }) =>
      substituteCandidates(context),
    ),
    nameOwnSubstitute: os.nameOwnSubstitute.handler(({ context, input }) =>
      nameOwnSubstitute(context, input),
    ),
    endOwnSubstitute: os.endOwnSubstitute.handler(({ context, input }) =>
      endOwnSubstitute(context, input.grant),
    ),
    list: os.list.handler(({ context }) => townAccounts(context)),
    candidates: os.candidates.handler(({ context }) => accountCandidates(context)),
    create: os.create.handler(({ context, input }) => makeAccount(context, input)),
    admit: os.admit.handler(({ context, input }) => admitAccount(context, input)),
    link: os.link.handler(({ context, input }) => linkAccount(context, input)),
    giveRole: os.giveRole.handler(({ context, input }) => grantRole(context, input)),
    endRole: os.endRole.handler(({ context, input }) => endRole(context, input)),
    nameSubstitute: os.nameSubstitute.handler(({ context, input }) =>
      nameSubstitute(context, input),
    ),
    endSecondStep: os.endSecondStep.handler(({ context, input }) =>
      endSecondStepOf(context, input.account),
    ),
    resetPassword: os.resetPassword.handler(({ context, input }) =>
      resetPassword(context, input.account),
    ),
    unlock: os.unlock.handler(({ context, input }) => unlockAccount(context, input.account)),
    disable: os.disable.handler(({ context, input }) => disableAccount(context, input.account)),
    enable: os.enable.handler(({ context, input }) => enableAccount(context, input.account)),
  };
}

export const auditPolicy: Policy<typeof contract.audit> = {
  list: ['administrator', 'discipline'],
};

export function auditRoutes(gate: Gate) {
  const os = implement(contract.audit).$context<Incoming>().use(gate.town);
  return { list: os.list.handler(({ context, input }) => listAudit(context, input)) };
}
