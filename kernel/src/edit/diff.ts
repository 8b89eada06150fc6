/** What must change for one value to become another: as few splices as tell the difference. */

import type { DoneEdit, Keys } from './done.ts';
import { languageKeys } from './steps.ts';
import { type EditValue, isMapValue, sameValue } from './values.ts';

/**
 * The splices that make what stands under the keys the new value, to be made in this order. Maps that
 * share a key and lists that share a member change only where they differ, so that comments inside
 * of them survive; another kind of rule is written anew.
 */
export function editsOf(old: EditValue | undefined, value: EditValue, keys: Keys): DoneEdit[] {
  if (sameValue(old, value) && sameOrder(old, value, keys)) return [];
  if (isMapValue(old) && isMapValue(value)) {
    const edits = mapEdits(old, value, keys);
    if (edits) return edits;
  }
  if (Array.isArray(old) && Array.isArray(value) && old.length > 0 && value.length > 0) {
    return listEdits(old, value, keys);
  }
  return [{ op: 'put', keys, value }];
}

type Map = Readonly<Record<string, EditValue>>;

function mapEdits(old: Map, value: Map, keys: Keys): DoneEdit[] | undefined {
  const shared = Object.keys(value).filter((key) => Object.hasOwn(old, key));
  if (shared.length === 0 || !sameOrder(old, value, keys)) return undefined;
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(value, key));
  const names = Object.keys(value);
  return [
    ...gone.map((key): DoneEdit => ({ op: 'remove', keys: [...keys, key] })),
    ...names.flatMap((key, index): DoneEdit[] => {
      const [below, here] = [value[key] as EditValue, [...keys, key]];
      if (Object.hasOwn(old, key)) return editsOf(old[key], below, here);
      return [{ op: 'put', keys: here, value: below, after: names[index - 1] ?? '' }];
    }),
  ];
}

/** Where people choose the names, their order is part of what is written. */
function sameOrder(old: EditValue | undefined, value: EditValue, keys: Keys): boolean {
  if (!isMapValue(old) || !isMapValue(value) || languageKeys(keys).length > 0) return true;
  const before = Object.keys(old).filter((key) => Object.hasOwn(value, key));
  const after = Object.keys(value).filter((key) => Object.hasOwn(old, key));
  return before.every((key, index) => key === after[index]);
}

function listEdits(old: readonly EditValue[], value: readonly EditValue[], keys: Keys): DoneEdit[] {
  let [from, fromEnd] = [0, 0];
  const least = Math.min(old.length, value.length);
  while (from < least && sameValue(old[from], value[from])) from += 1;
  while (fromEnd < least - from && sameValue(old.at(-1 - fromEnd), value.at(-1 - fromEnd))) {
    fromEnd += 1;
  }
  const [was, now] = [
    old.slice(from, old.length - fromEnd),
    value.slice(from, value.length - fromEnd),
  ];
  const both = Math.min(was.length, now.length);
  return [
    ...now.slice(0, both).flatMap((item, i) => editsOf(was[i], item, [...keys, from + i])),
    ...was.slice(both).map((): DoneEdit => ({ op: 'remove', keys: [...keys, from + both] })),
    ...now
      .slice(both)
      .map((item, i): DoneEdit => ({ op: 'insert', keys, at: from + both + i, value: item })),
  ];
}
