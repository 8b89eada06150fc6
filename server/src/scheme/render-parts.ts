/** Parts of an official text: a heading, and points that are whole sentences. */

import type { Block } from '../document/index.ts';

/** A part with its numbered points; nothing where there are none. */
export function part(title: string, points: readonly string[]): Block[] {
  if (points.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: title },
    ...points.map((text): Block => ({ kind: 'heading', level: 3, text })),
  ];
}
