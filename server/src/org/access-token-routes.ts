/** Binds the addresses of access tokens; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming, Policy } from '../platform/index.ts';
import { endToken, listTokens, makeToken } from './access-token-actions.ts';
import type { Attempts } from './attempts.ts';

export const accessTokensPolicy: Policy<typeof contract.accessTokens> = {
  list: 'member',
  create: 'member',
  end: 'member',
};

export function accessTokensRoutes(gate: Gate, { attempts }: { attempts: Attempts }) {
  const os = implement(contract.accessTokens).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listTokens(context, input)),
    create: os.create.handler(({ context, input }) => makeToken(attempts, context, input)),
    end: os.end.handler(({ context, input }) => endToken(context, input.accessToken)),
  };
}
