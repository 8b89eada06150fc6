/** What a form writes, and what edits make of plain data: the measure of every edit of a text. */

import type { Keys } from './done.ts';
import { EditRefusal } from './refusal.ts';
import { lookFor } from './steps.ts';

/**
 * What can be written: numbers are their text ("-0.5", "40%"), as everywhere in the language; a yes
 * or no is a boolean.
 */
export type EditValue =
  | string
  | boolean
  | readonly EditValue[]
  | { readonly [key: string]: EditValue };

type Map = Readonly<Record<string, EditValue>>;

/** A map by name, and no list. */
export function isMapValue(value: EditValue | undefined): value is Map {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Equal in content; the order of keys does not count, nor do keys with nothing behind them. */
export function sameValue(a: EditValue | undefined, b: EditValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameValue(item, b[index]))
    );
  }
  const [one, two] = [a as Map, b as Map];
  const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...keys].every((key) => sameValue(own(one, key), own(two, key)));
}

/** The data with a value under the keys; what is missing on the way is begun. */
export function setAt(root: EditValue | undefined, keys: Keys, value: EditValue): EditValue {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = listAt(root);
    if (key > list.length) throw noPlace(key, list.length);
    return [...list.slice(0, key), setAt(list[key], rest, value), ...list.slice(key + 1)];
  }
  const map = isMapValue(root) ? root : {};
  return { ...map, [key]: setAt(own(map, key), rest, value) };
}

/** The data without what stands under the keys; what is empty then goes too, up to the top. */
export function removedAt(root: EditValue, keys: Keys): EditValue {
  if (lookFor(root, keys) === undefined && !hasKey(root, keys)) {
    throw new EditRefusal('要删去的内容已经不在这里，没有改。请刷新后再看。');
  }
  const [above, last] = [keys.slice(0, -1), keys.at(-1)];
  const parent = lookFor(root, above);
  const left =
    typeof last === 'number'
      ? listAt(parent).filter((_, index) => index !== last)
      : Object.fromEntries(Object.entries(parent as Map).filter(([key]) => key !== last));
  if (Object.keys(left).length > 0) return setAt(root, above, left);
  if (above.length === 0) throw new EditRefusal('整份办法不能删空，没有改。');
  return removedAt(root, above);
}

/** The data with a new member of the list under the keys. */
export function insertedAt(
  root: EditValue,
  keys: Keys,
  { at, value }: { readonly at: number; readonly value: EditValue },
): EditValue {
  const now = lookFor(root, keys);
  if (now !== undefined && !Array.isArray(now)) {
    throw new EditRefusal('这里写的不是一个列表，不能加一项。请在 YAML 文本里改。');
  }
  const list = listAt(now);
  if (!Number.isInteger(at) || at < 0 || at > list.length) throw noPlace(at, list.length);
  return setAt(root, keys, [...list.slice(0, at), value, ...list.slice(at)]);
}

/** The data with a member of a list taken elsewhere; `to` is its path afterwards. */
export function movedTo(root: EditValue, keys: Keys, to: Keys): EditValue {
  const value = lookFor(root, keys);
  const [from, at] = [keys.at(-1), to.at(-1)];
  if (value === undefined || typeof from !== 'number' || typeof at !== 'number') {
    throw new EditRefusal('只有指标、条款这样列表里的一项才能移动，没有改。请先选中它再移动。');
  }
  return insertedAt(removedAt(root, keys), to.slice(0, -1), { at, value });
}

function hasKey(root: EditValue, keys: Keys): boolean {
  const parent = lookFor(root, keys.slice(0, -1));
  return typeof parent === 'object' && Object.hasOwn(parent, keys.at(-1) ?? '');
}

function own(map: Map, key: string): EditValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function listAt(value: EditValue | undefined): readonly EditValue[] {
  return Array.isArray(value) ? value : [];
}

function noPlace(at: number, length: number): EditRefusal {
  return new EditRefusal(
    `列表里只有 ${length} 项，没有第 ${at + 1} 项的位置，没有改。请刷新后再加。`,
  );
}
