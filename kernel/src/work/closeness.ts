/** How near two items are to each other: only the order in which a person is shown them, never a verdict. */

import { likenessOf, normalTitle } from '../burden/alike.ts';

/** What of an item is compared. */
export interface Compared {
  readonly title: string;
  /** Villages that must do something. */
  readonly units: readonly string[];
  readonly goal?: string;
}

/**
 * From 0: the same title but for habits of writing counts 3000, a similar one up to 2000 by the pairs of
 * characters that both have, a village in common 1500, the same goal 1500.
 */
export function closeness(one: Compared, other: Compared): number {
  const asked = { dataAsked: [] };
  const isSame = likenessOf({ ...asked, title: one.title }, { ...asked, title: other.title });
  const title = isSame ? 3000 : sharedPairs(normalTitle(one.title), normalTitle(other.title));
  const village = one.units.some((unit) => other.units.includes(unit)) ? 1500 : 0;
  const goal = one.goal !== undefined && one.goal === other.goal ? 1500 : 0;
  return title + village + goal;
}

/** Up to 2000: twice the pairs of neighbouring characters that both have, over all of both. */
function sharedPairs(one: string, other: string): number {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)];
  const all = mine.size + theirs.size;
  if (all === 0) return 0;
  const shared = [...mine].filter((pair) => theirs.has(pair)).length;
  return Math.floor((4000 * shared) / all);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
