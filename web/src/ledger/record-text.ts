/** What a fact or an entry says, in one line. */

import type { Entry, Fact } from './replies.ts';

type Shown = Pick<Fact | Entry, 'values' | 'chosen' | 'note'>;

/** "处数（处） 3，三组路口": values under their titles, then what was chosen, then the note. */
export function contentText({ values, chosen, note }: Shown, comma: string): string {
  const fields = values.map(({ title, text }) => `${title} ${text}`);
  const points = chosen ? [chosen.points.replace('-', '−')] : [];
  return [...fields, ...points, ...(note ? [note] : [])].join(comma);
}

/** "东溪村、西岗村" */
export function subjectsText({ subjects }: Pick<Fact | Entry, 'subjects'>, comma: string): string {
  return subjects.map(({ name, as }) => (as === '' ? name : `${as}：${name}`)).join(comma);
}

/** How many proofs there are: files, words about paper, a document. */
export function proofCount({
  evidence,
  files,
  doc,
}: Pick<Fact | Entry, 'evidence' | 'files' | 'doc'>) {
  return evidence.length + files.length + (doc ? 1 : 0);
}
