/** Paths of findings taken apart, with the help of what stands there and of the language. */

import { keysAt } from '../check/shape-keys.ts';
import { firstStep } from '../check/where.ts';
import { scheme } from '../scheme/scheme.ts';
import type { Keys } from './done.ts';
import { EditRefusal } from './refusal.ts';
import type { EditValue } from './values.ts';

/**
 * The keys of a path. Names that people chose (`options.县`) may hold dots: what is written wins, then
 * what the language knows; in a map of chosen names the rest is one name.
 */
export function pathKeys(root: EditValue, path: string): Keys {
  const keys: (string | number)[] = [];
  let [value, rest]: [EditValue | undefined, string] = [root, path];
  if (path === '') throw new EditRefusal('没有说明改哪一处，没有改。请先选中要改的条款或指标。');
  while (rest !== '') {
    const step = stepOf(value, rest, keys);
    keys.push(step.key);
    value = lookFor(value, [step.key]);
    rest = step.rest;
  }
  return keys;
}

/** What stands under the keys; undefined where something on the way is not written. */
export function lookFor(root: EditValue | undefined, keys: Keys): EditValue | undefined {
  let value: EditValue | undefined = root;
  for (const key of keys) {
    if (typeof value !== 'object' || Array.isArray(value) !== (typeof key === 'number')) {
      return undefined;
    }
    value = Object.hasOwn(value, key)
      ? (value as Readonly<Record<string | number, EditValue>>)[key]
      : undefined;
  }
  return value;
}

/** The keys that the language has at a place, in its order; none where people choose the names. */
export function languageKeys(keys: Keys): string[] {
  return keysAt(scheme, keys);
}

function stepOf(value: EditValue | undefined, path: string, before: Keys) {
  const isList = Array.isArray(value);
  if (typeof value === 'string' || typeof value === 'boolean') throw nowhere(path);
  const language = isList ? [] : languageKeys(before);
  const written = value === undefined || isList ? [] : Object.keys(value);
  const step = firstStep(path, [...written, ...language]);
  if (step && (typeof step.key === 'number') === isList) return step;
  // The first member of a list that is not written yet.
  if (step && value === undefined) return step;
  if (isList || step || language.length > 0) throw nowhere(path);
  return { key: path, rest: '' };
}

function nowhere(path: string): EditRefusal {
  return new EditRefusal(`办法里没有“${path}”这一处，没有改。请刷新后重新选中要改的地方。`);
}
