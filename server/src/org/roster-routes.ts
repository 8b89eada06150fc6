/** Binds the addresses of the roster to its deeds; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming, Queries } from '../platform/index.ts';
import { chain } from './chain.ts';
import { findTownships, proposedUnitsOf } from './division.ts';
import { exportRoster, importRoster, markImport, previewImport } from './import-actions.ts';
import { addPerson, changePerson, erasePerson, phone } from './person-actions.ts';
import {
  addPairing,
  addPost,
  changePost,
  electTerm,
  endPairing,
  endPost,
  removePairing,
  removePost,
} from './post-actions.ts';
import { orgProblem } from './problems.ts';
import { person, persons, posts, unit, units } from './roster-views.ts';
import {
  addUnits,
  changeUnit,
  orderUnits,
  removeUnit,
  renameUnit,
  sizeUnit,
  type UsesOf,
} from './unit-actions.ts';
import { endUnit, mergeUnit } from './unit-endings.ts';

export interface OrgNeeds {
  /** What rooms after this one know to refer to a unit; nothing, where it is not given. */
  readonly usesOf?: UsesOf;
  /** What later rooms call the groups of units, by code; nothing, where it is not given. */
  readonly groupNames?: GroupNames;
}

/** Names of groups by code, from the schemes in force on a day. */
export type GroupNames = (db: Queries, on: string) => Promise<Record<string, string>>;

export function orgRoutes(
  gate: Gate,
  { usesOf = async () => [], groupNames = async () => ({}) }: OrgNeeds = {},
) {
  const os = implement(contract.org).$context<Incoming>().use(gate.town);
  return {
    units: os.units.handler(({ context, input }) => units(context, input, groupNames)),
    unit: os.unit.handler(({ context, input }) => unit(context, input)),
    addUnits: os.addUnits.handler(({ context, input }) => addUnits(context, input)),
    changeUnit: os.changeUnit.handler(({ context, input }) => changeUnit(context, input)),
    renameUnit: os.renameUnit.handler(({ context, input }) => renameUnit(context, input)),
    sizeUnit: os.sizeUnit.handler(({ context, input }) => sizeUnit(context, input)),
    endUnit: os.endUnit.handler(({ context, input }) => endUnit(context, input)),
    mergeUnit: os.mergeUnit.handler(({ context, input }) => mergeUnit(context, input)),
    orderUnits: os.orderUnits.handler(({ context, input }) => orderUnits(context, input)),
    removeUnit: os.removeUnit.handler(({ context, input }) => removeUnit(context, input, usesOf)),
    persons: os.persons.handler(({ context, input }) => persons(context, input)),
    person: os.person.handler(({ context, input }) => person(context, input)),
    addPerson: os.addPerson.handler(({ context, input }) => addPerson(context, input)),
    changePerson: os.changePerson.handler(({ context, input }) => changePerson(context, input)),
    phone: os.phone.handler(({ context, input }) => phone(context, input)),
    erasePerson: os.erasePerson.handler(({ context, input }) => erasePerson(context, input)),
    posts: os.posts.handler(({ context, input }) => posts(context, input)),
    addPost: os.addPost.handler(({ context, input }) => addPost(context, input)),
    endPost: os.endPost.handler(({ context, input }) => endPost(context, input)),
    changePost: os.changePost.handler(({ context, input }) => changePost(context, input)),
    removePost: os.removePost.handler(({ context, input }) => removePost(context, input)),
    electTerm: os.electTerm.handler(({ context, input }) => electTerm(context, input)),
    addPairing: os.addPairing.handler(({ context, input }) => addPairing(context, input)),
    endPairing: os.endPairing.handler(({ context, input }) => endPairing(context, input)),
    removePairing: os.removePairing.handler(({ context, input }) => removePairing(context, input)),
    chain: os.chain.handler(({ context, input }) => chain(context, input)),
    exportRoster: os.exportRoster.handler(({ context, input }) => exportRoster(context, input)),
    previewImport: os.previewImport.handler(({ context, input }) => previewImport(context, input)),
    markImport: os.markImport.handler(({ context, input }) => markImport(context, input)),
    importRoster: os.importRoster.handler(({ context, input }) => importRoster(context, input)),
    townships: os.townships.handler(({ input }) => findTownships(input.search)),
    proposedUnits: os.proposedUnits.handler(async ({ input: { township: code } }) => {
      const rows = await proposedUnitsOf(code);
      if (!rows) throw orgProblem('township-unknown', { code });
      return { rows };
    }),
  };
}
