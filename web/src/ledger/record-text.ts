/** What a fact or an entry says, in one line. */

import type { Entry, Fact } from './replies.ts';

type Shown = Pick<Fact | Entry, 'values' | 'chosen' | 'note'>;

/** "处数（处） 3，三组路口": values under their titles, then what was chosen, then the note. */
export function contentText(
  { values, chosen, note }: Shown,
  comma: string,
  day: (date: string) => string,
): string {
  const fields = values.map(({ title, text }) => `${title} ${valueText(text, day)}`);
  const points = chosen ? [chosen.points.replace('-', '−')] : [];
  return [...fields, ...points, ...(note ? [note] : [])].join(comma);
}

/** A value; a date in the words of the page. */
export function valueText(text: string, day: (date: string) => string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
}

/** "东溪村、西岗村" */
export function subjectsText({ subjects }: Pick<Fact | Entry, 'subjects'>, comma: string): string {
  return subjects.map(({ name, as }) => (as === '' ? name : `${as} ${name}`)).join(comma);
}

/** How many proofs there are: files, words about paper, a document. */
export function proofCount({
  evidence,
  files,
  doc,
}: Pick<Fact | Entry, 'evidence' | 'files' | 'doc'>): number {
  return evidence.length + files.length + (doc ? 1 : 0);
}

/** Signatures, decided cells, results and reversals rest on nothing but who wrote them. */
export function needsProof({ form, reverses }: Pick<Fact | Entry, 'form' | 'reverses'>): boolean {
  return reverses === undefined && !['checked', 'missing', 'result'].includes(form);
}
