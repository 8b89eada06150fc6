/** The lines of a tree that moved points, for a sheet or a notice that a pencil can add up. */

import type { ExplainView } from './views.ts';

type Tree = ExplainView['root'];

/** A line that took or gave points, with all that it rests on in one sentence. */
export interface MovedLine {
  readonly clause: string;
  /** As print shows it. */
  readonly value: string;
  readonly milli: number;
  readonly sentence: string;
  readonly factIds: string[];
}

/** Lines that only sum up what is below them. */
const silent = new Set(['total', 'node', 'clause']);

/**
 * Every line that moved points, so that a pencil can add them up: what a fact took or gave, and what
 * was made good for it in a sealed period before. A clause that comes to nothing is left out with
 * all below it: its facts of earlier periods were counted there.
 */
export function movedLines(line: Tree, above = ''): MovedLine[] {
  const code = line.code === '' ? above : line.code;
  if (line.kind === 'clause' && line.milli === 0) return [];
  const isTold = line.plain !== undefined || !silent.has(line.kind);
  if (line.children.length > 0 && !line.children.every(isEmpty)) {
    return line.children.flatMap((child) => movedLines(child, code));
  }
  if (!isTold || line.milli === 0) return [];
  return [
    {
      clause: code,
      value: line.value,
      milli: line.milli,
      sentence: line.plain ?? [line.label, line.reason].filter(Boolean).join('：'),
      factIds: line.facts.map(({ id }) => id),
    },
  ];
}

function isEmpty({ milli, children }: Tree): boolean {
  return milli === 0 && children.every(isEmpty);
}
