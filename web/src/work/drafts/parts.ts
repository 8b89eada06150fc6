/** A sentence in pieces, drafted and not. */

import type { Draft } from './replies.ts';

interface Part {
  readonly from: number;
  readonly words: string;
  readonly draft?: Draft;
}

/** The sentence in pieces, drafted and not; where two drafts overlap, the earlier keeps its words. */
export function partsOf(text: string, drafts: readonly Draft[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const draft of [...drafts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const from = Math.max(at, draft.from);
    if (from >= draft.to) continue;
    if (from > at) parts.push({ from: at, words: text.slice(at, from) });
    parts.push({ from, words: text.slice(from, draft.to), draft });
    at = draft.to;
  }
  if (at < text.length) parts.push({ from: at, words: text.slice(at) });
  return parts;
}
