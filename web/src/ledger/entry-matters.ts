/** Entries as matters: the two of a correction are one. Pure. */

import type { Entry } from './replies.ts';

/** What is reviewed, posted and given back as one. */
export interface Matter {
  /** The entry that it is opened by: of a correction the one that takes back. */
  readonly lead: Entry;
  /** What stands in the place of what is taken back. */
  readonly right?: Entry | undefined;
  readonly entries: readonly Entry[];
}

/** One matter of these entries, in whatever order they come. */
export function matterOf(entries: readonly [Entry, ...Entry[]]): Matter {
  const lead = entries.find(({ reverses }) => reverses !== undefined) ?? entries[0];
  const right = lead.reverses === undefined ? undefined : entries.find((one) => one !== lead);
  return { lead, right, entries };
}

/** All matters, each where the first of its entries stood. */
export function mattersOf(rows: readonly Entry[]): Matter[] {
  const found = new Map<string, [Entry, ...Entry[]]>();
  for (const row of rows) {
    const key = row.bundle ?? row.id;
    const before = found.get(key);
    if (before) before.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()].map(matterOf);
}
