/** Binds the addresses of the order of handling and of circulars; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import {
  circularFile,
  issueCircular,
  listCirculars,
  numberCircular,
  readCircular,
} from './actions.ts';
import { readHandlingOrder } from './handling-actions.ts';

export function handlingRoutes(gate: Gate) {
  const os = implement(contract.handling).$context<Incoming>().use(gate.town);
  return { order: os.order.handler(({ context, input }) => readHandlingOrder(context, input)) };
}

export function circularsRoutes(gate: Gate) {
  const os = implement(contract.circulars).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listCirculars(context, input)),
    one: os.one.handler(({ context, input }) => readCircular(context, input)),
    issue: os.issue.handler(({ context, input }) => issueCircular(context, input)),
    document: os.document.handler(({ context, input }) => circularFile(context, input)),
    makeDocument: os.makeDocument.handler(({ context, input }) => numberCircular(context, input)),
  };
}
