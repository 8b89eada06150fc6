/** What a form says of a tie at the edge of a quota, and when it is whole. */

import type { GradeRow } from './use-outcomes.ts';

/** The grade of each who ties, by code, and why it was decided so. */
export interface TiedDraft {
  readonly grades: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Those who tie, as they are sent: none where nobody does; undefined while something is missing. */
export function tiedOf(
  { rows }: { readonly rows: readonly Pick<GradeRow, 'code' | 'open'>[] },
  { grades, reason }: TiedDraft,
) {
  const tied = rows.filter(({ open }) => open);
  const isWhole = tied.every(({ code, open }) => open?.includes(grades[code] ?? ''));
  if (tied.length > 0 && (!isWhole || reason.trim() === '')) return undefined;
  return tied.map(({ code }) => ({ subject: code, grade: grades[code] ?? '', reason, basis: '' }));
}
