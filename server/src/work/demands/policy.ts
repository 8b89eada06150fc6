/** Who may ask what of the burden gate; offices and villages are judged by the deeds. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Whoever asks something of villages. */
const askers: readonly Role[] = [
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'assessment-office',
];
/** Whoever reads demands; a village is asked for nothing here, not even to read. */
const readers: readonly Role[] = [...askers, 'resident-cadre', 'discipline'];
/** Whoever keeps the duty lists and the known figures. */
const keepers: readonly Role[] = ['supervision', 'assessment-office', 'administrator'];
const listReaders: readonly Role[] = [...readers, 'administrator'];
const booking: readonly Role[] = [...askers, 'resident-cadre'];

export const demandsPolicy: Policy<typeof contract.demands> = {
  options: listReaders,
  judge: askers,
  ask: askers,
  book: booking,
  list: readers,
  one: readers,
  override: ['leader'],
  send: askers,
  withdraw: booking,
  acknowledge: ['recorder', 'reviewer'],
  merge: askers,
  meter: [...askers, 'discipline'],
  dutyEntries: listReaders,
  exportDutyLists: listReaders,
  previewDutyLists: keepers,
  markDutyLists: keepers,
  importDutyLists: keepers,
  knownFigures: listReaders,
  exportKnownFigures: listReaders,
  previewKnownFigures: keepers,
  markKnownFigures: keepers,
  importKnownFigures: keepers,
};

/** Whether the roles of an actor keep the lists. */
export function keepsLists({ grants }: { grants: readonly { role: Role }[] }): boolean {
  return grants.some(({ role }) => keepers.includes(role));
}
