/** Binds the addresses of publication; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { UsesFor } from '../evidence/index.ts';
import type { Gate, Incoming } from '../platform/index.ts';
import { postDisplay, takeDownDisplay } from './editions/displays.ts';
import { readInternet, setInternet } from './editions/internet.ts';
import { readPaper } from './editions/papers.ts';
import { type PublicationNeeds, publish } from './editions/publish.ts';
import { listPublications, readPublication, readPublishing } from './editions/reading.ts';

export function publicationRoutes(
  gate: Gate,
  needs: PublicationNeeds & { readonly usesFor: UsesFor },
) {
  const os = implement(contract.publication).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listPublications(context)),
    one: os.one.handler(({ context, input }) => readPublication(needs, context, input)),
    readiness: os.readiness.handler(({ context, input }) => readPublishing(needs, context, input)),
    publish: os.publish.handler(({ context, input }) => publish(needs, context, input)),
    post: os.post.handler(({ context, input }) => postDisplay(context, input, needs.usesFor)),
    takeDown: os.takeDown.handler(({ context, input }) => takeDownDisplay(context, input)),
    paper: os.paper.handler(({ context, input }) => readPaper(needs, context, input)),
    internet: os.internet.handler(({ context }) => readInternet(context)),
    setInternet: os.setInternet.handler(({ context, input }) => setInternet(context, input)),
  };
}
