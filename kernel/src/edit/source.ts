/** Where things stand in a text: the parsed document with its offsets. */

import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Keys } from './done.ts';

export type MapPair = Pair<unknown, unknown>;

/** A text as it stands now. */
export interface Source {
  readonly text: string;
  readonly root: unknown;
  /** The line end of this text. */
  readonly newline: string;
}

/** Parses a text that is known to be readable. */
export function sourceOf(text: string): Source {
  const document = parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    version: '1.2',
  });
  return { text, root: document.contents, newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** What stands under the keys. */
export function nodeAt({ root }: Source, keys: Keys): unknown {
  let node: unknown = root;
  for (const key of keys) {
    if (isSeq(node) && typeof key === 'number') node = node.items[key];
    else if (isMap(node)) node = pairOf(node, key)?.value;
    else return undefined;
  }
  return node;
}

/** The pair of a key, by the text of the key as the reader takes it. */
export function pairOf(map: YAMLMap, key: string | number): MapPair | undefined {
  return map.items.find((pair) => nameOf(pair) === key);
}

/** The name of a pair. */
export function nameOf({ key }: MapPair): string {
  return isScalar(key) ? String(key.source ?? key.value) : '';
}

/** Where a key begins. */
export function keyStart({ key }: MapPair): number {
  return startOf(key);
}

/** Where a node begins. */
export function startOf(node: unknown): number {
  return (node as Node).range?.[0] ?? 0;
}

/** Behind the colon of a pair; behind the key where it has none. */
export function colonEnd(pair: MapPair): number {
  const token = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return token ? token.offset + 1 : ((pair.key as Node).range?.[1] ?? 0);
}

/** Behind the last character of a pair, comments and line ends left out. */
export function pairEnd(source: Source, pair: MapPair): number {
  return isWritten(pair.value) ? contentEnd(source, pair.value) : colonEnd(pair);
}

/** Tells whether anything stands there, be it `~`. */
export function isWritten(node: unknown): boolean {
  if (node === null || node === undefined) return false;
  const [start = 0, end = 0] = (node as Node).range ?? [];
  return isCollection(node) || end > start;
}

/** Behind the last character of a node, comments and line ends left out. */
export function contentEnd(source: Source, node: unknown): number {
  if (isBlock(node)) {
    const last = node.items.at(-1);
    if (isMap(node)) return pairEnd(source, last as MapPair);
    const end = isWritten(last) ? contentEnd(source, last) : 0;
    return Math.max(end, dashOf(node as YAMLSeq, node.items.length - 1) + 1);
  }
  const end = (node as Node).range?.[1] ?? 0;
  return isLiteral(node) ? source.text.slice(0, end).replace(/\r?\n$/, '').length : end;
}

/** A map or list that stands line under line. */
export function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return isCollection(node) && !node.flow && node.items.length > 0;
}

/** A text over several lines behind `|` or `>`. */
export function isLiteral(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** The dash of a member of a list. */
export function dashOf(list: YAMLSeq, index: number): number {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return startOf(list.items[index]);
  const dashes = token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind'),
  );
  return dashes[index]?.offset ?? startOf(list.items[index]);
}

/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

/** Where the line after that of an offset begins; the end of the text where there is none. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The column of an offset, from 0. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** Tells whether only spaces stand before an offset on its line. */
export function beginsLine(text: string, at: number): boolean {
  return /^ *$/.test(text.slice(lineStart(text, at), at));
}

/** Where the comment lines right above a line begin that stand as far in as it; else that line. */
export function withComments(text: string, at: number): number {
  const indent = ' '.repeat(columnOf(text, at));
  let start = lineStart(text, at);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!text.slice(above, start).startsWith(`${indent}#`)) break;
    start = above;
  }
  return start;
}

/** Tells whether the line that begins at an offset holds nothing. */
export function isBlankLine(text: string, start: number): boolean {
  return start < text.length && /^[ \t\r]*$/.test(text.slice(start, lineEnd(text, start)));
}

/**
 * The text without a member of brackets that has its lines to itself, so that remarks on the other
 * lines stay; undefined where it shares one.
 */
export function withoutOwnLines(text: string, start: number, end: number): string | undefined {
  const behind = text.slice(end, lineEnd(text, end));
  if (!beginsLine(text, start) || !/^[ \t]*,?[ \t]*(?:#.*)?$/.test(behind)) return undefined;
  return text.slice(0, withComments(text, start)) + text.slice(nextLine(text, end));
}
