/** Who goes where too few are eligible for a draw: whoever went longest ago, and one from outside. */

import type { IsoDate } from '../time/dates.ts';

/** From this many eligible persons on, inspectors are drawn; below, they take turns. */
export const leastDrawn = 6;

/** Somebody who may go. */
export interface Turn {
  readonly person: string;
  readonly office: string;
  /** The last day on which they inspected; absent for whoever never did. */
  readonly lastWent?: IsoDate;
}

/**
 * The `count` persons whose turn it is: whoever never went, then whoever went longest ago, then by
 * code. One of them is from another office than the one that inspects, wherever there is such a one.
 */
export function rotaOf(turns: readonly Turn[], count: number, inspecting: string): string[] {
  const inTurn = [...turns].sort(
    (a, b) => order(a.lastWent ?? '', b.lastWent ?? '') || order(a.person, b.person),
  );
  const chosen = inTurn.slice(0, count);
  const outsider = inTurn.find(({ office }) => office !== inspecting);
  const isMixed = chosen.some(({ office }) => office !== inspecting);
  if (!isMixed && outsider && chosen.length > 0) chosen.splice(-1, 1, outsider);
  return chosen.map(({ person }) => person);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
