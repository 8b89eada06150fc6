/** One edit of a text: what is cut out of it and what is put in its place. */

import { isMap, isSeq } from 'yaml';
import type { DoneEdit, Keys } from './done.ts';
import { reflowed } from './reflow.ts';
import { EditRefusal } from './refusal.ts';
import { nodeAt, pairOf, type Source, sourceOf } from './source.ts';
import { cutItem, insertItem, insertLines, rawItem, replaceItem } from './splice-list.ts';
import { addPair, cutPair, replacePair } from './splice-map.ts';
import type { EditValue } from './values.ts';

/** The text after one edit. What the edit means was settled before; this only finds the place. */
export function splice(text: string, edit: DoneEdit): string {
  switch (edit.op) {
    case 'put':
      return put(text, edit);
    case 'remove':
      return cut(text, edit.keys);
    case 'insert':
      return insert(text, edit);
    default:
      return move(text, edit);
  }
}

function put(text: string, { keys, value, after }: Extract<DoneEdit, { op: 'put' }>): string {
  const source = sourceOf(text);
  const [above, last] = [keys.slice(0, -1), keys.at(-1)];
  const parent = nodeAt(source, above);
  if (isMap(parent) && typeof last === 'string') {
    const pair = pairOf(parent, last);
    if (pair) {
      return reflowed(source, replacePair(source, { keys, map: parent, pair }, value), keys);
    }
    if (parent.items.length > 0) {
      return reflowed(
        source,
        addPair(source, { keys, map: parent, key: last, after }, value),
        keys,
      );
    }
  }
  if (isSeq(parent) && typeof last === 'number') {
    if (last < parent.items.length) {
      return reflowed(source, replaceItem(source, { keys, list: parent }, value), keys);
    }
    return insert(text, { op: 'insert', keys: above, at: last, value });
  }
  if (above.length === 0) return begun(source, String(last), value);
  const around: EditValue = typeof last === 'number' ? [value] : { [last ?? '']: value };
  return put(text, { op: 'put', keys: above, value: around });
}

/** The first key of a text that says nothing yet. */
function begun({ text, newline }: Source, key: string, value: EditValue): string {
  const head = text === '' || text.endsWith('\n') ? text : text + newline;
  return `${head}${insertLines.pair(key, value).join(newline)}${newline}`;
}

function cut(text: string, keys: Keys): string {
  const source = sourceOf(text);
  const [above, last] = [keys.slice(0, -1), keys.at(-1)];
  const parent = nodeAt(source, above);
  if (!isMap(parent) && !isSeq(parent)) throw odd();
  if (parent.items.length === 1 && above.length > 0) return cut(text, above);
  if (isSeq(parent) && typeof last === 'number') return cutItem(source, parent, last);
  const pair = isMap(parent) ? pairOf(parent, last ?? '') : undefined;
  if (!isMap(parent) || !pair) throw odd();
  return cutPair(source, parent, pair);
}

function insert(text: string, { keys, at, value }: Extract<DoneEdit, { op: 'insert' }>): string {
  const source = sourceOf(text);
  const list = nodeAt(source, keys);
  if (!isSeq(list) || list.items.length === 0)
    return put(text, { op: 'put', keys, value: [value] });
  return reflowed(source, insertItem(source, { keys, list, at }, value), [...keys, at]);
}

function move(text: string, { keys, to }: Extract<DoneEdit, { op: 'move' }>): string {
  const source = sourceOf(text);
  const list = nodeAt(source, keys.slice(0, -1));
  const [from, at] = [keys.at(-1), to.at(-1)];
  if (!isSeq(list) || typeof from !== 'number' || typeof at !== 'number') throw odd();
  const item = rawItem(source, keys, from);
  const left = sourceOf(cut(text, keys));
  const target = nodeAt(left, to.slice(0, -1));
  const place = { keys: to.slice(0, -1), at };
  if (isSeq(target) && target.items.length > 0) {
    const after = insertItem(left, { ...place, list: target }, item.value, item.lines);
    return reflowed(left, after, to);
  }
  return begunList(left, place.keys, item);
}

/** A moved member begins a list: its lines, and so its comments, go with it. */
function begunList(
  source: Source,
  keys: Keys,
  { value, lines }: { value: EditValue; lines: readonly string[] | undefined },
): string {
  const [above, key] = [keys.slice(0, -1), keys.at(-1)];
  const map = nodeAt(source, above);
  const fits = isMap(map) && map.items.length > 0 && !map.flow && typeof key === 'string';
  if (!fits || pairOf(map, key) || !lines) {
    return put(source.text, { op: 'put', keys, value: [value] });
  }
  return addPair(source, { keys, map, key, after: undefined }, [value], lines);
}

function odd(): EditRefusal {
  return new EditRefusal('这一处的写法特殊，不能用表单改，没有改。请在 YAML 文本里改这一处。');
}
