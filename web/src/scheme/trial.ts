/** What a trial says of each clause: whose points it moves, and by how much. Pure. */

import type { Trial } from '../assessment/replies.ts';

/** A subject whose points a clause moves. */
export interface Moved {
  readonly name: string;
  readonly milli: number;
}

/** By the code of the clause, the largest change first. */
export function movedByClause({
  rows,
}: Pick<Trial, 'rows'>): ReadonlyMap<string, readonly Moved[]> {
  const all = new Map<string, Moved[]>();
  for (const { name, contributions } of rows) {
    for (const { code, change } of contributions) {
      if (change.milli === 0) continue;
      all.set(code, [...(all.get(code) ?? []), { name, milli: change.milli }]);
    }
  }
  for (const moved of all.values()) {
    moved.sort((a, b) => Math.abs(b.milli) - Math.abs(a.milli) || (a.name < b.name ? -1 : 1));
  }
  return all;
}
