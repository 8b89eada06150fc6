/** The terminal that the program was started in. */

import { displayWidth } from '@oneneedle/kernel';
import type { Print } from './print.ts';

/** The part of a process that a terminal is made of. */
interface Streams {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly columns?: number; write(text: string): unknown };
  readonly stderr: {
    readonly isTTY?: boolean;
    readonly columns?: number;
    write(text: string): unknown;
  };
}

/** Prints to the streams of a process; progress takes one line where stderr is a terminal. */
export function terminalPrint({ env, stdout, stderr }: Streams): Print {
  const width = (stderr.columns ?? 80) - 1;
  return {
    ...(stdout.columns === undefined ? {} : { columns: stdout.columns }),
    ...(env.ONENEEDLE_LANG === undefined ? {} : { language: env.ONENEEDLE_LANG }),
    ...(stderr.isTTY ? { line: (text) => stderr.write(`\r\u001b[K${cut(text, width)}`) } : {}),
    now: () => performance.now(),
    today: dayOf(new Date()),
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
  };
}

/** A day as people on this machine call it, not in universal time. */
function dayOf(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** A line that would be broken cannot be written over. */
function cut(text: string, width: number): string {
  let shown = '';
  for (const character of text) {
    if (displayWidth(shown + character) > width) return shown;
    shown += character;
  }
  return shown;
}
