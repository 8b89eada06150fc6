/** Where the program writes, and lines that fit the terminal it writes to. */

import { displayWidth } from '@oneneedle/kernel';

/** Results go to `out`, refusals and progress to `err`; one call is one or more whole lines. */
export interface Print {
  out(text: string): void;
  err(text: string): void;
  /** Columns of the terminal; absent for a file or a pipe, where lines are never broken. */
  readonly columns?: number;
  /** Writes over the last line of the terminal, or clears it for ''; absent on a pipe. */
  readonly line?: (text: string) => void;
  /** Milliseconds of a clock that only goes forward; it stands still where there is none. */
  readonly now?: () => number;
  /** The day of today on this machine, `2026-11-22`. */
  readonly today?: string;
  /** What ONENEEDLE_LANG says. */
  readonly language?: string;
}

const narrowest = 40;

/** Breaks lines at the width of the terminal; what follows hangs under the start of its line. */
export function fitted(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < narrowest) return text;
  return text
    .split('\n')
    .flatMap((line) => brokenLine(line, columns))
    .join('\n');
}

/** Words and figures stay whole; closing signs stay with what they close. */
const parts = /[!-~−–×÷±]+[，。；：、）〕”]*|.[，。；：、）〕”]*/gu;

function brokenLine(line: string, columns: number): string[] {
  if (displayWidth(line) <= columns) return [line];
  const thread = /^[ │├└·　]*/.exec(line)?.[0] ?? '';
  const hanging = `${thread.replaceAll('├', '│').replace(/[└·]/g, ' ')}  `;
  const lines: string[] = [];
  let current = thread;
  for (const part of line.slice(thread.length).match(parts) ?? []) {
    if (displayWidth(current + part) > columns && displayWidth(current) > displayWidth(hanging)) {
      lines.push(current.trimEnd());
      current = hanging + part.trimStart();
    } else {
      current += part;
    }
  }
  return [...lines, current];
}
