/** Work that takes longer than a moment, told on stderr. */

import type { Progress } from '../assessment/index.ts';
import type { Print } from './print.ts';

/** On a pipe a sentence that differs from the last in its figures alone waits so long. */
const patience = 5_000;

/** Progress for one command, and how its last line is taken away again. */
export interface ProgressLine {
  readonly tell: Progress;
  /** Clears the line of a terminal; what comes next begins at the left. */
  end(): void;
}

/**
 * On a terminal one line that is written over and over; on a pipe a line for each new kind of work,
 * and for its figures (“第 40 份，共 300 份”) only now and then.
 */
export function progressOn(print: Print): ProgressLine {
  const { line } = print;
  let isShown = false;
  let lastKind = '';
  let lastTime = Number.NEGATIVE_INFINITY;
  const tell = (sentence: string) => {
    if (line) {
      isShown = true;
      line(sentence);
      return;
    }
    const kind = sentence.replace(/[\d.]+/g, '0');
    const time = print.now?.() ?? 0;
    if (kind === lastKind && time - lastTime < patience) return;
    [lastKind, lastTime] = [kind, time];
    print.err(sentence);
  };
  const end = () => {
    if (isShown) line?.('');
    isShown = false;
  };
  return { tell, end };
}
