/** Where a draft of several tasks may be parted. */

import type { Draft } from './replies.ts';

/** ，、；, ; and the words 并, 和, 及 by which two tasks are joined. */
const separators = /[\uff0c\u3001\uff1b,;]|(?=[\u5e76\u548c\u53ca])/g;

/** Where a draft may be parted: behind its marks, before its joining words, else in the middle. */
export function cutsOf(text: string, { from, to }: Pick<Draft, 'from' | 'to'>): number[] {
  const cuts = [...text.slice(from, to).matchAll(separators)]
    .map(({ index, 0: mark }) => from + index + mark.length)
    .filter((at) => at > from && at < to);
  const middle = Math.floor((from + to) / 2);
  return cuts.length > 0 ? [...new Set(cuts)] : to - from > 1 ? [middle] : [];
}
