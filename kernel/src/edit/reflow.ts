/** A `{ … }` that grew over the widest line stands line under line from then on. */

import { isCollection, isMap, isSeq } from 'yaml';
import { displayWidth } from '../explain/render.ts';
import { readYaml } from '../scheme/read.ts';
import type { Keys } from './done.ts';
import { widest } from './layout.ts';
import { lineEnd, lineStart, nodeAt, pairOf, type Source, sourceOf, startOf } from './source.ts';
import { replaceItem } from './splice-list.ts';
import { replacePair } from './splice-map.ts';
import { lookFor } from './steps.ts';
import type { EditValue } from './values.ts';

/**
 * The text after an edit inside of brackets, with the outermost of them opened where its line became
 * too wide. What a person let stand too wide, or broke over lines, stays as that person wrote it.
 */
export function reflowed(before: Source, after: string, changed: Keys): string {
  const keys = outermost(before, changed);
  if (!keys || keys.length === 0) return after;
  const start = startOf(nodeAt(before, keys));
  const [was, now] = [lineAt(before.text, start), lineAt(after, start)];
  const isOneLine = after.split('\n').length === before.text.split('\n').length;
  if (displayWidth(now) <= widest || displayWidth(was) > widest || !isOneLine) return after;
  const source = sourceOf(after);
  const node = nodeAt(source, keys);
  if (!isCollection(node) || after.slice(...rangeOf(node)).includes('\n')) return after;
  const value = lookFor(readYaml(after).value as EditValue, keys);
  const parent = nodeAt(source, keys.slice(0, -1));
  const last = keys.at(-1) as string | number;
  if (value === undefined) return after;
  if (isSeq(parent)) return replaceItem(source, { keys, list: parent }, value, true);
  const pair = isMap(parent) ? pairOf(parent, last) : undefined;
  if (!isMap(parent) || !pair || !isMap(node)) return after;
  return replacePair(source, { keys, map: parent, pair }, value, true);
}

function outermost(source: Source, keys: Keys): Keys | undefined {
  for (let length = 0; length <= keys.length; length += 1) {
    const node = nodeAt(source, keys.slice(0, length));
    if (isCollection(node) && node.flow) return keys.slice(0, length);
  }
  return undefined;
}

function lineAt(text: string, at: number): string {
  return text.slice(lineStart(text, at), lineEnd(text, at));
}

function rangeOf(node: unknown): [number, number] {
  const [start = 0, end = 0] = (node as { range?: number[] }).range ?? [];
  return [start, end];
}
