/** Who may send evidence, who may read it, and how much of it. */

import type { contract } from '@oneneedle/contract';
import type { Actor, Policy, Role } from '../platform/index.ts';

/** Evidence is gathered by the one who inspects or records; a village owes nothing. */
const senders: readonly Role[] = ['assessment-office', 'recorder', 'reviewer', 'resident-cadre'];
const readers: readonly Role[] = [...senders, 'leader', 'discipline', 'village'];

export const evidencePolicy: Policy<typeof contract.evidence> = {
  openUpload: senders,
  upload: senders,
  sendPart: senders,
  finishUpload: senders,
  dropUpload: senders,
  list: readers,
  one: readers,
  uses: readers,
  file: readers,
  preview: readers,
  describe: senders,
  remove: senders,
  redact: ['assessment-office'],
};

/** What an actor may read beside what they sent themselves. */
export interface Reach {
  /** Evidence of the whole town. */
  readonly isWhole: boolean;
  /** Units whose evidence is read, with all that is below them: of facts and entries … */
  readonly units: readonly string[];
  /** … or of posted facts alone. */
  readonly factUnits: readonly string[];
  /** The actor's own person, whose posted facts they may see proved. */
  readonly person?: string;
}

/** How far an actor's posts reach; a village account reaches its own posted facts and no further. */
export function reachOf({ grants, person }: Actor): Reach {
  const reading = grants.filter(({ role }) => readers.includes(role));
  const town = reading.filter(({ role }) => role !== 'village');
  const limited = (given: typeof grants) => given.flatMap(({ unit }) => unit ?? []);
  return {
    isWhole: town.some(({ unit }) => unit === undefined),
    units: limited(town),
    factUnits: limited(reading.filter(({ role }) => role === 'village')),
    ...(person === undefined ? {} : { person }),
  };
}
