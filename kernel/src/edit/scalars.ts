/** Single values as a person writes them: bare where that says the same, else in quotes. */

import { isMap, isPair, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { EditRefusal } from './refusal.ts';

/** Where a value stands: inside of `{ }` or `[ ]`, or on a line of its own key. */
export type Context = 'flow' | 'block';

/** A text or a yes or no on one line. */
export function scalarText(value: string | boolean, context: Context): string {
  if (typeof value === 'boolean') return String(value);
  refuseUnwritable(value);
  return isBare(value, context) ? value : JSON.stringify(value);
}

/** A key; a name such as `*` needs quotes. */
export function keyText(key: string, context: Context): string {
  refuseUnwritable(key);
  if (key === '__proto__' || key.includes('\n') || key.length > 500) {
    throw new EditRefusal(
      `“${key.slice(0, 20)}”不能作名称：名称写在一行里，不超过 500 字，也不能叫 __proto__。请换一个。`,
    );
  }
  return isBareKey(key, context) ? key : JSON.stringify(key);
}

/**
 * A text in the quotes that stood there before; undefined where it had none, where they cannot hold it,
 * or where they were there for nothing but emptiness: then nobody chose them.
 */
export function inOldQuotes(value: string, old: Scalar): string | undefined {
  refuseUnwritable(value);
  if (old.value === '') return undefined;
  if (old.type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (old.type === 'QUOTE_SINGLE' && !value.includes('\n'))
    return `'${value.replaceAll("'", "''")}'`;
  return undefined;
}

/** The head and the lines of a text over several lines (`|-`); undefined where it must be quoted. */
export function literalText(value: string): { head: string; lines: string[] } | undefined {
  if (!/^\S.*\n/.test(value) || /\n\n$|\t/.test(value)) return undefined;
  const isEnded = value.endsWith('\n');
  const lines = (isEnded ? value.slice(0, -1) : value).split('\n');
  if (lines.some((line) => /^\s|\s$/.test(line))) return undefined;
  return { head: isEnded ? '|' : '|-', lines };
}

function isBare(value: string, context: Context): boolean {
  if (value === '' || value.includes('\n')) return false;
  const text =
    context === 'flow' ? `{ a: ${value}, b: [${value}, c] }` : `- a: ${value}\n- ${value}\n`;
  const document = parseDocument(text);
  if (document.errors.length > 0) return false;
  const places =
    context === 'flow'
      ? [document.getIn(['a'], true), document.getIn(['b', 0], true)]
      : [document.getIn([0, 'a'], true), document.getIn([1], true)];
  return places.every((place) => isScalar(place) && readsAs(place, value));
}

/** As the reader takes it: text as it stands, a number by its source, never a yes or an empty. */
function readsAs(node: Scalar, value: string): boolean {
  if (node.type !== 'PLAIN' || typeof node.value === 'boolean' || node.value === null) return false;
  return (typeof node.value === 'string' ? node.value : node.source) === value;
}

function isBareKey(key: string, context: Context): boolean {
  if (key === '') return false;
  const document = parseDocument(context === 'flow' ? `[{ ${key}: v }]` : `- ${key}: v\n`);
  if (document.errors.length > 0 || !isSeq(document.contents)) return false;
  const [map] = document.contents.items;
  const pair = isMap(map) && map.items.length === 1 ? map.items[0] : undefined;
  if (!isPair(pair) || !isScalar(pair.key) || !isScalar(pair.value)) return false;
  return pair.key.type === 'PLAIN' && pair.key.source === key && pair.value.value === 'v';
}

/** What no text of a person holds, and no file keeps. */
function refuseUnwritable(text: string): void {
  if (/[^\P{Cc}\n\t]|\p{Surrogate}|\ufeff/u.test(text)) {
    throw new EditRefusal(
      '这段文字里有看不见的控制字符，写进去以后办法会读不出来，没有改。请先粘贴到记事本里去掉格式，再粘贴过来。',
    );
  }
}
