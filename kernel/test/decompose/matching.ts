/** Drafts of a program against the marks of a person. */

import type { Sentence } from '../../src/index.ts';
import type { Mark, Span } from './marks.ts';

/** What a program proposes; places as in a mark. */
export type Draft = Pick<Mark, 'sentence' | 'actor' | 'object' | 'quantity' | 'date'>;

/** A program that proposes; what it puts aside it leaves out. */
export type Proposer = (sentences: readonly Sentence[]) => readonly Draft[];

/** What came of the comparison; marks and drafts are named `sentence.ordinal`. */
export interface Comparison {
  /** Concrete marks with a draft of their own. */
  readonly found: readonly { readonly mark: Mark; readonly draft: Draft }[];
  /** Concrete marks without one. */
  readonly missed: readonly Mark[];
  /** Drafts where the person put the demand aside. */
  readonly vague: readonly Draft[];
  /** Drafts where the person marked nothing, or a second draft of one task. */
  readonly wrong: readonly Draft[];
}

/**
 * A draft meets a mark of its sentence where their objects share at least half of the shorter one.
 * Each meets one other at most, the longest share first and a concrete one before
 * a vague: a draft of a whole sentence with five tasks finds one of them.
 */
export function compared(marks: readonly Mark[], drafts: readonly Draft[]): Comparison {
  const pairs = marks
    .flatMap((mark) => drafts.map((draft) => ({ mark, draft, share: shareOf(mark, draft) })))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.mark.demand.localeCompare(b.mark.demand));
  const met = new Map<Draft, Mark>();
  const marked = new Set<Mark>();
  for (const { mark, draft } of pairs) {
    if (met.has(draft) || marked.has(mark)) continue;
    met.set(draft, mark);
    marked.add(mark);
  }
  const found = [...met].map(([draft, mark]) => ({ mark, draft }));
  return {
    found: found.filter(({ mark }) => mark.demand === 'concrete'),
    missed: marks.filter((mark) => mark.demand === 'concrete' && !marked.has(mark)),
    vague: found.filter(({ mark }) => mark.demand === 'vague').map(({ draft }) => draft),
    wrong: drafts.filter((draft) => !met.has(draft)),
  };
}

/** Whether two say the same of an actor, a quantity or a date: both nothing, or places that touch. */
export function agree(a: Span | null, b: Span | null): boolean {
  return a === null || b === null ? a === b : overlap(a, b) > 0;
}

/** Characters in common, 0 where it is less than half of the shorter object. */
function shareOf(mark: Mark, draft: Draft): number {
  if (mark.sentence !== draft.sentence) return 0;
  const shorter = Math.min(lengthOf(mark.object), lengthOf(draft.object));
  const share = overlap(mark.object, draft.object);
  return share * 2 >= shorter ? share : 0;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

function lengthOf([from, to]: Span): number {
  return to - from;
}
