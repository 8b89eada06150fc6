/** Which keys a shape allows at a place, and which of them a misspelt one comes nearest to. */

import type { z } from 'zod';

/** The keys that may stand in the object at a path, in the order of the shape. */
export function keysAt(shape: z.core.$ZodType | undefined, path: readonly PropertyKey[]): string[] {
  const here = shapesAt(shape, path).map(definitionOf);
  return [...new Set(here.flatMap((item) => Object.keys(item.shape ?? {})))];
}

/** The words that may stand at a path, where a closed list is one of the ways to write it. */
export function optionsAt(
  shape: z.core.$ZodType | undefined,
  path: readonly PropertyKey[],
): string[] {
  const here = shapesAt(shape, path).map(definitionOf);
  const words = here.flatMap(({ entries, values }) => [
    ...Object.values(entries ?? {}),
    ...(values ?? []),
  ]);
  return [...new Set(words.map(String))];
}

/** The word of a list that differs by the fewest letters, if it is near enough to be meant. */
export function nearest(word: string, list: readonly string[]): string | undefined {
  const allowance = Math.max(1, Math.floor(word.length / 3));
  const ranked = list
    .map((item) => ({ item, away: distance(word.toLowerCase(), item.toLowerCase()) }))
    .filter(({ away }) => away <= allowance)
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.item;
}

interface Definition {
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly entries?: Record<string, string | number>;
  readonly values?: readonly unknown[];
  readonly getter?: () => z.core.$ZodType;
  readonly in?: z.core.$ZodType;
}

function shapesAt(
  shape: z.core.$ZodType | undefined,
  path: readonly PropertyKey[],
): z.core.$ZodType[] {
  let here = shape ? unwrap(shape) : [];
  for (const key of path) here = here.flatMap((item) => step(item, key).flatMap(unwrap));
  return here;
}

function definitionOf(shape: z.core.$ZodType): Definition {
  return shape._zod.def as unknown as Definition;
}

/** The shapes behind optional, default, lazy and transformed ones, and all options of a union. */
function unwrap(shape: z.core.$ZodType): z.core.$ZodType[] {
  const definition = definitionOf(shape);
  const inside = definition.innerType ?? definition.getter?.() ?? definition.in;
  if (inside) return unwrap(inside);
  return definition.options ? definition.options.flatMap(unwrap) : [shape];
}

function step(shape: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  const { shape: keys, element, valueType } = definitionOf(shape);
  const next = typeof key === 'number' ? element : (keys?.[String(key)] ?? valueType);
  return next ? [next] : [];
}

/** Letters to change, add, drop or swap with their neighbour. */
function distance(a: string, b: string): number {
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
