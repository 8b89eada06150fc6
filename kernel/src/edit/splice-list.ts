/** Members of lists: one replaced, put in, cut out, or taken along as it was written. */

import { isScalar, type YAMLSeq } from 'yaml';
import { readYaml } from '../scheme/read.ts';
import type { Keys } from './done.ts';
import { flowText, itemLines, pairLines } from './layout.ts';
import { EditRefusal } from './refusal.ts';
import { inOldQuotes } from './scalars.ts';
import {
  beginsLine,
  columnOf,
  contentEnd,
  dashOf,
  isBlankLine,
  isWritten,
  lineEnd,
  lineStart,
  nextLine,
  nodeAt,
  type Source,
  startOf,
  withComments,
  withoutOwnLines,
} from './source.ts';
import { lookFor } from './steps.ts';
import type { EditValue } from './values.ts';

/** The text with another member in the place of one; `tall` as in maps: the same, line under line. */
export function replaceItem(
  source: Source,
  { keys, list }: { readonly keys: Keys; readonly list: YAMLSeq },
  value: EditValue,
  tall = false,
): string {
  const { text, newline } = source;
  const index = keys.at(-1) as number;
  const old = list.items[index];
  const quoted = isScalar(old) && typeof value === 'string' ? inOldQuotes(value, old) : undefined;
  const end = itemEnd(source, list, index);
  if (list.flow || quoted !== undefined) {
    const written = quoted ?? flowText(value, keys);
    return text.slice(0, startOf(old)) + written + text.slice(end);
  }
  const dash = dashOf(list, index);
  const lines = itemLines(value, {
    keys: tall ? undefined : keys,
    indent: columnOf(text, dash),
    tall,
  });
  return text.slice(0, dash) + lines.join(newline) + text.slice(end);
}

interface NewItem {
  /** They lead to the list, which has members. */
  readonly keys: Keys;
  readonly list: YAMLSeq;
  readonly at: number;
}

/** The text with a member more; `raw` is how it was written elsewhere, without spaces in front. */
export function insertItem(
  source: Source,
  { keys, list, at }: NewItem,
  value: EditValue,
  raw?: readonly string[],
): string {
  const { text, newline } = source;
  const here = [...keys, at];
  if (list.flow) {
    const written = flowText(value, here);
    const place = at > 0 ? itemEnd(source, list, at - 1) : startOf(list.items[0]);
    const piece = at > 0 ? `, ${written}` : `${written}, `;
    return text.slice(0, place) + piece + text.slice(place);
  }
  const first = dashOf(list, 0);
  if (!beginsLine(text, first)) throw inline();
  const indent = columnOf(text, first);
  const pad = ' '.repeat(indent);
  const tall = standsTall(source, list);
  const [head, ...rest] = itemLines(value, { keys: here, indent, tall });
  const lines = raw ? raw.map((line) => line && pad + line) : [pad + head, ...rest];
  const gap = isSpaced(source, list) ? newline : '';
  const written = lines.join(newline);
  if (at === 0) {
    const start = withComments(text, first);
    return `${text.slice(0, start)}${written}${newline}${gap}${text.slice(start)}`;
  }
  const end = lineEnd(text, itemEnd(source, list, at - 1));
  return `${text.slice(0, end)}${newline}${gap}${written}${text.slice(end)}`;
}

/** The text without a member of a list that has others, nor the comment lines right above it. */
export function cutItem(source: Source, list: YAMLSeq, index: number): string {
  const { text } = source;
  const end = itemEnd(source, list, index);
  if (list.flow) {
    const start = startOf(list.items[index]);
    const whole = withoutOwnLines(text, start, end);
    if (whole !== undefined) return whole;
    if (index === 0) return text.slice(0, start) + text.slice(startOf(list.items[1]));
    return text.slice(0, itemEnd(source, list, index - 1)) + text.slice(end);
  }
  const dash = dashOf(list, index);
  if (!beginsLine(text, dash)) throw inline();
  let from = withComments(text, dash);
  let to = nextLine(text, end);
  const isLast = index === list.items.length - 1;
  const isBlankAfter = isBlankLine(text, to);
  // Between members a blank line is the space of one of them.
  if (index === 0 && isBlankAfter) to = nextLine(text, to);
  else if (index > 0 && (isLast || isBlankAfter)) from = withoutBlank(text, from);
  const [before, after] = [text.slice(0, from), text.slice(to)];
  return after === '' && !text.endsWith('\n') ? before.replace(/\r?\n$/, '') : before + after;
}

/** A member as it is written, with its comments and without the spaces in front, and its value. */
export function rawItem(
  source: Source,
  keys: Keys,
  index: number,
): { value: EditValue; lines: readonly string[] | undefined } {
  const { text } = source;
  const value = lookFor(readYaml(text).value as EditValue, keys) as EditValue;
  const list = nodeAt(source, keys.slice(0, -1)) as YAMLSeq;
  const dash = dashOf(list, index);
  if (list.flow || !beginsLine(text, dash)) return { value, lines: undefined };
  const end = lineEnd(text, itemEnd(source, list, index));
  const indent = columnOf(text, dash);
  const lines = text.slice(withComments(text, dash), end).split(/\r?\n/);
  const outdented = lines.map((line) => {
    const spaces = /^ */.exec(line)?.[0].length ?? 0;
    return line.slice(Math.min(indent, spaces));
  });
  return { value, lines: outdented };
}

/** Lines for a text that has none yet. */
export const insertLines = {
  pair: (key: string, value: EditValue) => pairLines(key, value, { keys: [key], indent: 0 }),
};

function itemEnd(source: Source, list: YAMLSeq, index: number): number {
  const item = list.items[index];
  return isWritten(item) ? contentEnd(source, item) : dashOf(list, index) + 1;
}

/** Tells whether a blank line stands between all members. */
function isSpaced(source: Source, list: YAMLSeq): boolean {
  const { text } = source;
  if (list.items.length < 2) return false;
  return list.items.slice(1).every((_, index) => {
    const start = withComments(text, dashOf(list, index + 1));
    return start > 0 && isBlankLine(text, lineStart(text, start - 1));
  });
}

/** Tells whether all members are maps line under line, so that a new one is no exception. */
function standsTall(source: Source, list: YAMLSeq): boolean {
  return list.items.every(
    (item, index) =>
      typeof item === 'object' &&
      item !== null &&
      'flow' in item &&
      item.flow !== true &&
      isWritten(item) &&
      source.text.slice(dashOf(list, index), itemEnd(source, list, index)).includes('\n'),
  );
}

function withoutBlank(text: string, start: number): number {
  if (start === 0) return start;
  const above = lineStart(text, start - 1);
  return isBlankLine(text, above) ? above : start;
}

function inline(): EditRefusal {
  return new EditRefusal(
    '这个列表写在一行里套着另一个列表，不能用表单改，没有改。请在 YAML 文本里改这一处。',
  );
}
