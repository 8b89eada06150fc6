/**
 * The one decision of the protocol between a device and the town: what happens to a writing that
 * arrives. The server acts by it, and the test of random sequences judges the server by it.
 *
 * A device counts what it saves (`revision`) and names each writing by its digest. It tells with each
 * which writings it has sent before (`after`), for a reply may be lost: the town may have one of them
 * without the device knowing. So a writing that follows what the town has goes on from there; one that
 * does not was made elsewhere, on another telephone or from a file, and somebody must look at both.
 */

/** What the town has of a sheet. */
export interface KeptWriting {
  readonly revision: number;
  readonly digest: string;
  /** Whether it was not sent yet: what was sent is changed at the office alone. */
  readonly isDraft: boolean;
}

/** A writing that arrives. */
export interface ArrivingWriting {
  readonly revision: number;
  readonly digest: string;
  /** Digests of the writings of this sheet that the same device sent or read before. */
  readonly after: readonly string[];
  /** The other writing that its writer has looked at and does not want. */
  readonly insteadOf?: string | undefined;
}

/**
 * `begin`: it is the first; `same`: it is here already; `goOn`: it follows what is here; `replace`: its
 * writer has seen the other one, which stays in the course; `older`: it arrived late, what is here is
 * newer; `twoVersions`: two wrote without knowing of each other; `closed`: it was sent already.
 */
export type Saving = 'begin' | 'same' | 'goOn' | 'replace' | 'older' | 'twoVersions' | 'closed';

/** Decides what happens to an arriving writing. Only begin, goOn and replace change anything. */
export function savingOf(kept: KeptWriting | undefined, arriving: ArrivingWriting): Saving {
  if (!kept) return 'begin';
  const { after, digest, insteadOf, revision } = arriving;
  const isSame = digest === kept.digest;
  if (isSame && (!kept.isDraft || revision <= kept.revision)) return 'same';
  if (revision < kept.revision) return 'older';
  if (!kept.isDraft) return 'closed';
  if (insteadOf === kept.digest && revision > kept.revision) return 'replace';
  if (revision === kept.revision) return 'twoVersions';
  return isSame || after.includes(kept.digest) ? 'goOn' : 'twoVersions';
}

/** One sheet among those of a visit. */
export interface SheetOfVisit {
  readonly id: string;
  readonly person: string;
  readonly isDraft: boolean;
  readonly isSpare: boolean;
}

/**
 * Which sheets of a visit count, as ids of those that do not: of one team or, where each writes his
 * own, of one person, the first that was sent counts, and before any was sent the first that was begun.
 * Sheets are given in the order in which they were begun; `sending` is the one that is sent just now.
 */
export function sparesOf(
  sheets: readonly SheetOfVisit[],
  whose: 'team' | 'each',
  sending?: string,
): ReadonlySet<string> {
  const spares = new Set<string>();
  for (const person of new Set(sheets.map((sheet) => (whose === 'each' ? sheet.person : '')))) {
    const group = sheets.filter((sheet) => whose === 'team' || sheet.person === person);
    const sent = group.find(({ isDraft, isSpare }) => !isDraft && !isSpare);
    const counting = sent ?? group.find(({ id }) => id === sending) ?? firstOf(group);
    for (const { id } of group) if (id !== counting?.id) spares.add(id);
  }
  return spares;
}

/** Whichever counted so far goes on counting. */
function firstOf(group: readonly SheetOfVisit[]): SheetOfVisit | undefined {
  return group.find(({ isSpare }) => !isSpare) ?? group[0];
}
