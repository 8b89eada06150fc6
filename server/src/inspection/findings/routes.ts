/** Binds the addresses of findings; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { UsesFor } from '../../evidence/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { distinguishFinding, dropFinding, recheckFinding, rectifyFindings } from './deeds.ts';
import { numberNotices } from './notices.ts';
import { listFindings, readFinding } from './reading.ts';

export function findingsRoutes(gate: Gate, { usesFor }: { readonly usesFor: UsesFor }) {
  const os = implement(contract.findings).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listFindings(context, input)),
    one: os.one.handler(({ context, input }) => readFinding(context, input)),
    rectify: os.rectify.handler(({ context, input }) => rectifyFindings(context, input, usesFor)),
    makeDocuments: os.makeDocuments.handler(({ context, input }) => numberNotices(context, input)),
    recheck: os.recheck.handler(({ context, input }) => recheckFinding(context, input, usesFor)),
    distinguish: os.distinguish.handler(({ context, input }) => distinguishFinding(context, input)),
    drop: os.drop.handler(({ context, input }) => dropFinding(context, input)),
  };
}
