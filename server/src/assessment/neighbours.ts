/** Where a subject stands among those it is ranked with. */

import type { Assessment, Scheme, SubjectResult } from '@oneneedle/kernel';

/** The subject next above and what it is ahead by. */
export interface Ahead {
  readonly subject: SubjectResult;
  readonly gapMilli: number;
  /** First-level indicators in which it is ahead, the most first. */
  readonly by: readonly { readonly code: string; readonly name: string; readonly milli: number }[];
}

/** All who are ranked with a subject, in the order of their ranks; itself among them. */
export function circleOf(
  { subjects }: Assessment,
  { ranking }: Scheme,
  { group }: SubjectResult,
): SubjectResult[] {
  const isIn = (other: SubjectResult) => ranking?.within === 'all' || other.group === group;
  return subjects
    .filter((other) => other.rank !== undefined && isIn(other))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.code < b.code ? -1 : 1));
}

/** The next subject above; undefined for the first and for one without a rank. */
export function aheadOf(
  result: Assessment,
  scheme: Scheme,
  subject: SubjectResult,
): Ahead | undefined {
  const { rank } = subject;
  if (rank === undefined) return undefined;
  const above = circleOf(result, scheme, subject).filter((other) => (other.rank ?? 0) < rank);
  const next = above.at(-1);
  if (!next) return undefined;
  const own = new Map(subject.tree.children.map((line) => [line.code, line.milli]));
  const by = next.tree.children
    .filter(({ kind }) => kind === 'node')
    .map(({ code, label, milli }) => ({ code, name: label, milli: milli - (own.get(code) ?? 0) }))
    .filter(({ milli }) => milli > 0)
    .sort((a, b) => b.milli - a.milli || (a.code < b.code ? -1 : 1));
  return { subject: next, gapMilli: next.totalMilli - subject.totalMilli, by };
}
