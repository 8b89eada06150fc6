/** Lines and columns of what stands in a YAML text, by the path of a finding. */

import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { firstStep } from '../check/where.ts';

/** A place in a text; lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The position of what a path (`tree[0].clauses[4].rule`) means, or of the innermost thing around
 * it that is written; undefined where not even its first step is.
 */
export type Positions = (path: string) => Position | undefined;

/** The positions of a text that was parsed: a key stands where it is written, a row where it begins. */
export function positionsIn(root: Node | null, lines: LineCounter): Positions {
  return (path) => {
    const at = offsetOf(root, path);
    if (at === undefined) return undefined;
    const { line, col } = lines.linePos(at);
    return { line, column: col };
  };
}

/** The same, from a text that is parsed when the first position is asked for. */
export function positionsLater(build: () => Positions): Positions {
  let positions: Positions | undefined;
  return (path) => {
    positions ??= build();
    return positions(path);
  };
}

function offsetOf(root: Node | null, path: string): number | undefined {
  let [node, rest]: [unknown, string] = [root, path];
  let at: number | undefined;
  while (rest !== '') {
    const step = stepInto(node, rest);
    if (!step) return at;
    at = step.at ?? at;
    node = step.node;
    rest = step.rest;
  }
  return at;
}

function stepInto(
  node: unknown,
  path: string,
): { node: unknown; rest: string; at: number | undefined } | undefined {
  if (isSeq(node)) {
    const step = firstStep(path, []);
    const item = typeof step?.key === 'number' ? node.items[step.key] : undefined;
    return step && item ? { node: item, rest: step.rest, at: startOf(item) } : undefined;
  }
  if (!isMap(node)) return undefined;
  const step = firstStep(
    path,
    node.items.map(({ key }) => keyText(key)),
  );
  const pair = step && node.items.find(({ key }) => keyText(key) === step.key);
  return pair && { node: pair.value, rest: step.rest, at: startOf(pair.key) };
}

/** As the reader takes a key: its source text. */
function keyText(key: unknown): string {
  return isScalar(key) ? String(key.source ?? key.value) : '';
}

function startOf(node: unknown): number | undefined {
  return (node as Node).range?.[0];
}
