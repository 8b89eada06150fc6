/** Binds the addresses of the set-up and of a county's towns; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming, Policy } from '../platform/index.ts';
import { findTownships, proposedUnitsOf } from './division.ts';
import { orgProblem } from './problems.ts';
import { foundFirst, requireSetUpKey, type SetUpNeeds, setUpState } from './set-up-actions.ts';
import { readFirstUnits } from './set-up-units.ts';
import { appointAdministrator, countyTowns, foundCountyTown } from './town-actions.ts';

export const setUpPolicy: Policy<typeof contract.setUp> = {
  state: 'public',
  check: 'public',
  readUnits: 'public',
  townships: 'public',
  villages: 'public',
  found: 'public',
};

export function setUpRoutes(gate: Gate, needs: SetUpNeeds) {
  const os = implement(contract.setUp).$context<Incoming>().use(gate.outside);
  return {
    state: os.state.handler(({ context }) => setUpState(needs, context)),
    check: os.check.handler(async ({ context, input }) => {
      await requireSetUpKey(needs, context, input.key);
      return { done: true as const };
    }),
    readUnits: os.readUnits.handler(async ({ context, input }) => {
      await requireSetUpKey(needs, context, input.key);
      return readFirstUnits(input);
    }),
    townships: os.townships.handler(async ({ context, input }) => {
      await requireSetUpKey(needs, context, input.key);
      return findTownships(input.search);
    }),
    villages: os.villages.handler(async ({ context, input }) => {
      await requireSetUpKey(needs, context, input.key);
      const rows = await proposedUnitsOf(input.township);
      if (!rows) throw orgProblem('township-unknown', { code: input.township });
      return { rows };
    }),
    found: os.found.handler(({ context, input }) => foundFirst(needs, context, input)),
  };
}

/** Any account may ask; the deeds admit only administrators of that county. */
export const countiesPolicy: Policy<typeof contract.counties> = {
  towns: 'account',
  foundTown: 'account',
  appoint: 'account',
};

export function countiesRoutes(gate: Gate) {
  const os = implement(contract.counties).$context<Incoming>().use(gate.outside);
  return {
    towns: os.towns.handler(({ context, input }) => countyTowns(context, input.county)),
    foundTown: os.foundTown.handler(({ context, input }) => foundCountyTown(context, input)),
    appoint: os.appoint.handler(({ context, input }) => appointAdministrator(context, input)),
  };
}
