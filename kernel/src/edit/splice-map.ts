/** Keys of maps: a value replaced, a key added in its place, a key cut out. */

import { isScalar, type YAMLMap } from 'yaml';
import type { Keys } from './done.ts';
import { flowPair, flowText, pairLines, valueLines } from './layout.ts';
import { inOldQuotes } from './scalars.ts';
import {
  beginsLine,
  colonEnd,
  columnOf,
  contentEnd,
  isBlock,
  isLiteral,
  isWritten,
  keyStart,
  lineEnd,
  lineStart,
  type MapPair,
  nameOf,
  nextLine,
  pairEnd,
  type Source,
  startOf,
  withComments,
  withoutOwnLines,
} from './source.ts';
import { languageKeys } from './steps.ts';
import type { EditValue } from './values.ts';

interface AtPair {
  /** They lead to the value. */
  readonly keys: Keys;
  readonly map: YAMLMap;
  readonly pair: MapPair;
}

/**
 * The text with another value behind a key; a comment at the end of its line stays. `tall`: the same
 * value in the order in which it stands, line under line.
 */
export function replacePair(source: Source, at: AtPair, value: EditValue, tall = false): string {
  const { map, pair } = at;
  const keys = tall ? undefined : at.keys;
  const { text, newline } = source;
  const old = pair.value;
  const colon = colonEnd(pair);
  if (map.flow) return replacedInFlow(source, at, value);
  const quoted = isScalar(old) && typeof value === 'string' ? inOldQuotes(value, old) : undefined;
  const indent = columnOf(text, keyStart(pair));
  const [head, ...rest] =
    quoted === undefined ? valueLines('', value, { keys, indent: indent, tall }) : [` ${quoted}`];
  const from = isBlock(old) || isLiteral(old) ? colon : isWritten(old) ? startOf(old) : colon;
  if (from !== colon && rest.length === 0) {
    const end = contentEnd(source, old);
    return text.slice(0, from) + head.slice(1) + text.slice(end);
  }
  const lines = rest.map((line) => newline + line).join('');
  if (isBlock(old)) {
    const remark = text.slice(colon, lineEnd(text, colon)).trimEnd();
    return text.slice(0, colon) + head + remark + lines + text.slice(contentEnd(source, old));
  }
  const end = isWritten(old) ? contentEnd(source, old) : colon;
  const lineIsOver = lineEnd(text, end);
  const remark = isLiteral(old) ? '' : text.slice(end, lineIsOver).trimEnd();
  return text.slice(0, colon) + head + remark + lines + text.slice(lineIsOver);
}

interface NewPair {
  /** They lead to the value. */
  readonly keys: Keys;
  readonly map: YAMLMap;
  readonly key: string;
  readonly after: string | undefined;
}

/**
 * The text with a new key in a map that has others. `lines` is what stands below the key where it is
 * taken over as it was written, without spaces in front.
 */
export function addPair(
  source: Source,
  { keys, map, key, after }: NewPair,
  value: EditValue,
  lines?: readonly string[],
): string {
  const { text, newline } = source;
  const before = predecessor(map, { keys, key, after });
  const [first] = map.items;
  if (map.flow) {
    const written = flowPair(key, value, keys);
    const at = before ? pairEnd(source, before) : keyStart(first as MapPair);
    const piece = before ? `, ${written}` : `${written}, `;
    return text.slice(0, at) + piece + text.slice(at);
  }
  const indent = columnOf(text, keyStart(first as MapPair));
  const pad = ' '.repeat(indent);
  const [head, ...rest] = lines
    ? [`${key}:`, ...lines.map((line) => line && `${pad}  ${line}`)]
    : pairLines(key, value, { keys, indent });
  const written = [head, ...rest].join(newline);
  if (!before) {
    const at = keyStart(first as MapPair);
    return `${text.slice(0, at)}${written}${newline}${pad}${text.slice(at)}`;
  }
  const at = lineEnd(text, pairEnd(source, before));
  return `${text.slice(0, at)}${newline}${pad}${written}${text.slice(at)}`;
}

/** The text without a key of a map that has others, and without the comment lines right above it. */
export function cutPair(source: Source, map: YAMLMap, pair: MapPair): string {
  const { text } = source;
  const index = map.items.indexOf(pair as never);
  const start = keyStart(pair);
  const end = pairEnd(source, pair);
  if (map.flow) return cutInFlow(source, map, index);
  if (!beginsLine(text, start)) {
    // It shares its line with a dash: what follows moves up to it.
    const next = nextLine(text, end);
    const rest = text.slice(next).replace(/^(?:[ \t]*\r?\n)*[ ]*/, '');
    return text.slice(0, start) + rest;
  }
  // What stands above the first key is about the map.
  const from = index === 0 ? lineStart(text, start) : withComments(text, start);
  return text.slice(0, from) + text.slice(nextLine(text, end));
}

function replacedInFlow(source: Source, { keys, pair }: AtPair, value: EditValue): string {
  const { text } = source;
  const old = pair.value;
  const quoted = isScalar(old) && typeof value === 'string' ? inOldQuotes(value, old) : undefined;
  const written = quoted ?? flowText(value, keys);
  if (!isWritten(old)) {
    const colon = colonEnd(pair);
    const mark = text[colon - 1] === ':' ? ' ' : ': ';
    return text.slice(0, colon) + mark + written + text.slice(colon);
  }
  const after = text.slice(0, startOf(old)) + written + text.slice(contentEnd(source, old));
  return after;
}

function cutInFlow(source: Source, map: YAMLMap, index: number): string {
  const { text } = source;
  const pair = map.items[index] as MapPair;
  const [before, next] = [map.items[index - 1], map.items[index + 1]];
  const whole = withoutOwnLines(text, keyStart(pair), pairEnd(source, pair));
  if (whole !== undefined) return whole;
  if (before) {
    return text.slice(0, pairEnd(source, before)) + text.slice(pairEnd(source, pair));
  }
  return text.slice(0, keyStart(pair)) + text.slice(keyStart(next as MapPair));
}

/** The key after which a new one belongs; undefined where it comes first. */
function predecessor(
  map: YAMLMap,
  { keys, key, after }: { keys: Keys; key: string; after: string | undefined },
): MapPair | undefined {
  const language = languageKeys(keys.slice(0, -1));
  const place = language.indexOf(key);
  if (place < 0) {
    if (after === '') return undefined;
    return map.items.find((pair) => nameOf(pair) === after) ?? map.items.at(-1);
  }
  const places = map.items.map((pair) => language.indexOf(nameOf(pair)));
  // People write in an order of their own; the place that is against the fewest of their keys.
  const against = (at: number) =>
    places.filter((other, index) => (index < at ? other > place : other >= 0 && other < place))
      .length;
  let best = 0;
  for (let at = 1; at <= places.length; at += 1) if (against(at) < against(best)) best = at;
  return map.items[best - 1];
}
