/** Binds the addresses of what leaves the program; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import { endLink, listLinks, listReadings, makeLink, setLinks } from './link-actions.ts';

export function listsRoutes(gate: Gate) {
  const os = implement(contract.lists).$context<Incoming>().use(gate.town);
  return {
    links: os.links.handler(({ context }) => listLinks(context)),
    setLinks: os.setLinks.handler(({ context, input }) => setLinks(context, input)),
    makeLink: os.makeLink.handler(({ context, input }) => makeLink(context, input)),
    endLink: os.endLink.handler(({ context, input }) => endLink(context, input)),
    readings: os.readings.handler(({ context, input }) => listReadings(context, input)),
  };
}
