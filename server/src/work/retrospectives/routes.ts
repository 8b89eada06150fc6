/** Binds the addresses of retrospectives; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import {
  addRetrospective,
  changeByRetrospective,
  concludeRetrospective,
  listRetrospectives,
  readRetrospective,
  retrospectiveOptions,
  tellCause,
} from './actions.ts';

export function retrospectivesRoutes(gate: Gate) {
  const os = implement(contract.retrospectives).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listRetrospectives(context)),
    options: os.options.handler(({ context }) => retrospectiveOptions(context)),
    one: os.one.handler(({ context, input }) => readRetrospective(context, input)),
    add: os.add.handler(({ context, input }) => addRetrospective(context, input)),
    tellCause: os.tellCause.handler(({ context, input }) => tellCause(context, input)),
    change: os.change.handler(({ context, input }) => changeByRetrospective(context, input)),
    conclude: os.conclude.handler(({ context, input }) => concludeRetrospective(context, input)),
  };
}
