/** The difference from the last period at one level of the tree. Pure. */

import { signedPointsText } from '../format/index.ts';
import type { Changes } from './replies.ts';
import { placesOf } from './tree.ts';

/** The changes of one level: those of its numbers, which add up to its own change. */
export function changesWithin(changes: Changes, codes: ReadonlySet<string>): Changes {
  const { change } = changes;
  if (change === undefined) return changes;
  const rows = changes.rows.filter(({ code }) => codes.has(code));
  const milli = rows.reduce((sum, { changeMilli }) => sum + changeMilli, 0);
  const text = signedPointsText(milli, placesOf(change.text)).replace(/^-/, '−');
  return { ...changes, rows, change: { milli, text } };
}
