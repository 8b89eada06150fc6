/** The notice of a period as a numbered document: of what was kept, never of what may still change. */

import { type MadeDocument, makeDocument } from '../document/index.ts';
import type { Ctx, Role } from '../platform/index.ts';
import { findPeriod } from './actions.ts';
import { assessmentProblem } from './problems.ts';
import type { AssessmentNeeds } from './sealing.ts';
import { type GradesDecided, gradesAsDecided } from './told-grades.ts';

const inside: readonly Role[] = ['assessment-office', 'discipline'];

/**
 * Makes it of the edition that is read now, with the grades as the body decided them, or open until
 * it has; asked again for the same, tells the one that there is.
 */
export async function numberNotice(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: { readonly line: string; readonly period: string },
): Promise<MadeDocument> {
  const { row, books, asked } = await findPeriod(needs, ctx, input);
  if (row.edition === undefined) throw assessmentProblem('not-kept', { label: row.label });
  const { line, period, edition } = row;
  const decision = await needs.decidedGrades?.(ctx.db, { line, period, edition });
  const { document, code, isPersonal } = await needs.workshop.work(books, 'notice', {
    ...asked,
    decided: gradesAsDecided(decision),
    decision: decision ? decisionWords(decision) : 'open',
  });
  return makeDocument(ctx, 'circular', document, {
    about: `period ${line} ${period}`,
    // Once the grades are decided it is another document than the one that left them open.
    madeFrom: `${row.schemeName}${row.label}第${edition}版（凭据码${code}）${decision ? `，等次按${decision.documentNo}` : ''}`,
    // Lists of persons stay with who runs and who oversees the assessment.
    readers: isPersonal ? inside : [...inside, 'leader', 'supervision', 'organisation'],
  });
}

function decisionWords({ body, documentNo, decidedOn }: GradesDecided) {
  return { body, documentNo, decidedOn };
}
