/** Chance for the demonstration: the same town on every machine, so its files can be compared. */

/** A stream of whole numbers that depends on nothing but its name. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
  /** How many of `trials` succeed, each in `share` of a hundred cases. */
  successes(trials: number, share: number): number;
  pick<T>(list: readonly T[]): T;
  /** The first `count` of the list in a drawn order; the list is left as it is. */
  draw<T>(list: readonly T[], count: number): T[];
}

/**
 * A stream of its own for each part of the data: a change in one part moves nothing in the others.
 * The steps are those of mulberry32.
 */
export function chanceOf(name: string): Chance {
  let state = seedOf(name);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (low: number, high: number) => low + (next() % (high - low + 1));
  const percent = (share: number) => between(0, 99) < share;
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T;
  return {
    between,
    percent,
    pick,
    successes: (trials, share) =>
      Array.from({ length: trials }, () => percent(share)).filter(Boolean).length,
    draw: (list, count) => {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () => {
        const [drawn] = rest.splice(between(0, rest.length - 1), 1);
        return drawn as (typeof list)[number];
      });
    },
  };
}

/** FNV-1a over the characters of the name. */
function seedOf(name: string): number {
  let seed = 0x811c9dc5;
  for (const character of `青禾镇 2026 ${name}`) {
    seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return seed;
}
