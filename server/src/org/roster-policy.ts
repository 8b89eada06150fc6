/** Who may ask what of the roster; limits to a part of the town are in `roster-reach.ts`. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../platform/index.ts';

const administrator: readonly Role[] = ['administrator'];
/** Who may know how to reach a person. */
const contact: readonly Role[] = ['administrator', 'assessment-office', 'leader'];

export const orgPolicy: Policy<typeof contract.org> = {
  units: 'member',
  unit: 'member',
  addUnits: administrator,
  changeUnit: administrator,
  renameUnit: administrator,
  sizeUnit: administrator,
  endUnit: administrator,
  mergeUnit: administrator,
  orderUnits: administrator,
  removeUnit: administrator,
  persons: 'member',
  person: 'member',
  addPerson: administrator,
  changePerson: administrator,
  phone: contact,
  erasePerson: administrator,
  posts: 'member',
  addPost: administrator,
  endPost: administrator,
  changePost: administrator,
  removePost: administrator,
  electTerm: administrator,
  addPairing: administrator,
  endPairing: administrator,
  removePairing: administrator,
  chain: 'member',
  exportRoster: contact,
  previewImport: administrator,
  markImport: administrator,
  importRoster: administrator,
  townships: administrator,
  proposedUnits: administrator,
};
