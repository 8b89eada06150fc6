/**
 * The remarks by which an import marks what is open ("# 待定：…"). They are the program's own words and
 * go with what they are about; a remark that a person wrote or changed stays. Pure.
 */

import type { OutlineRow, SchemeEdit } from '@oneneedle/kernel';
import { pendingMark } from '../../words/scheme-rules.ts';

/** The text without the marks of what the edits have settled; `rows` are those of the text before. */
export function withoutSettledMarks(
  text: string,
  edits: readonly SchemeEdit[],
  rows: readonly OutlineRow[],
): string {
  return edits.reduce((now, { op, path }) => {
    if (op !== 'set') return now;
    const row = rows.find((one) => path === `${one.path}.rule`);
    if (row?.pending !== undefined) return withoutLineAbove(now, row.line, row.pending);
    const [key = ''] = path.split(/[.[]/);
    return key === 'tree' ? now : withoutTrailing(now, key);
  }, text);
}

/** The line right above a clause, if it says what was open and nothing else. */
function withoutLineAbove(text: string, line: number, why: string): string {
  const lines = text.split('\n');
  const above = line - 2;
  if (lines[above]?.trim() !== `${pendingMark}${why}`) return text;
  return [...lines.slice(0, above), ...lines.slice(above + 1)].join('\n');
}

/** Behind a key at the top of the text. */
function withoutTrailing(text: string, key: string): string {
  const start = text.search(new RegExp(`^${key}:`, 'm'));
  if (start < 0) return text;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  const mark = line.lastIndexOf(` ${pendingMark}`);
  if (mark < 0) return text;
  return text.slice(0, start) + line.slice(0, mark).trimEnd() + text.slice(start + line.length);
}
