/** Which level of an explanation an address means: the total, a node, a clause, a fact, or one part. */

/** The parts beside the tree that can be opened alone. */
export const parts = ['rank', 'grade', 'changes', 'chances'] as const;
export type Part = (typeof parts)[number];

/** What the address says beyond the subject; nothing is the total with everything about it. */
export interface NumberPlace {
  /** Of a node or clause. */
  readonly code?: string | undefined;
  /** Of a fact in the ledger. */
  readonly fact?: string | undefined;
  readonly about?: Part | undefined;
}

/** The place of `?code=1.1&fact=D-7&about=rank`; what means nothing is left out. */
export function placeFrom(search: Readonly<Record<string, string>>): NumberPlace {
  const { code, fact } = search;
  return { code, fact, about: parts.find((part) => part === search.about) };
}

/** The other way: every key is there, so that a step to another level leaves nothing of this one. */
export function searchOf({ code, fact, about }: NumberPlace): Record<string, string | undefined> {
  return { code: code || undefined, fact, about };
}
