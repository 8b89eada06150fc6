/** The notice of a period as a numbered document: of what was kept, never of what may still change. */

import { type MadeDocument, makeDocument } from '../document/index.ts';
import type { Ctx, Role } from '../platform/index.ts';
import { findPeriod } from './actions.ts';
import { assessmentProblem } from './problems.ts';
import type { AssessmentNeeds } from './sealing.ts';

const inside: readonly Role[] = ['assessment-office', 'discipline'];

/** Makes it of the edition that is read now; asked again for that edition, tells the one that there is. */
export async function numberNotice(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: { readonly line: string; readonly period: string },
): Promise<MadeDocument> {
  const { row, books, asked } = await findPeriod(needs, ctx, input);
  if (row.edition === undefined) throw assessmentProblem('not-kept', { label: row.label });
  const { document, code, isPersonal } = await needs.workshop.work(books, 'notice', asked);
  return makeDocument(ctx, 'circular', document, {
    about: `period ${row.line} ${row.period}`,
    madeFrom: `${row.schemeName}${row.label}第${row.edition}版（凭据码${code}）`,
    // Lists of persons stay with who runs and who oversees the assessment.
    readers: isPersonal ? inside : [...inside, 'leader', 'supervision', 'organisation'],
  });
}
