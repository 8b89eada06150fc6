/** Grades as they are shown: to whom it concerns only once the named body has decided. */

import type { GradesPage } from '@oneneedle/contract';
import {
  type AssessmentNeeds,
  type ConcludedEdition,
  type ConcludedSubject,
  concludedEdition,
} from '../../assessment/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { periodWords } from '../periods.ts';
import { outcomeProblem } from '../problems.ts';
import { isConcerned, type OutcomeTown, outcomeTown } from '../town.ts';
import { findDecision } from './store.ts';

export interface PeriodNamed {
  readonly line: string;
  readonly period: string;
}

/** The edition with what was decided on it, and the town for whoever asks. */
export interface GradedEdition extends ConcludedEdition {
  readonly town: OutcomeTown;
  readonly decided: Awaited<ReturnType<typeof findDecision>>;
}

/** Reads it; refuses a period without an edition. */
export async function gradedEdition(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { line, period }: PeriodNamed,
): Promise<GradedEdition> {
  const found = await concludedEdition(needs, ctx, { line, period });
  if (!found) throw outcomeProblem('no-edition', { label: period });
  const { edition } = found;
  const decided = await findDecision(ctx.db, { line, period, edition });
  return { ...found, decided, town: await outcomeTown(ctx) };
}

/** The page of an edition's grades. */
export async function readGrades(
  needs: AssessmentNeeds,
  ctx: Ctx,
  named: PeriodNamed,
): Promise<GradesPage> {
  return gradesShown(await gradedEdition(needs, ctx, named));
}

/** What whoever asks reads of it. */
export function gradesShown({ row, conclusions, decided, town }: GradedEdition): GradesPage {
  const { order, isPerson, subjects, body } = conclusions;
  const { isReader } = town;
  const own = subjects.filter(({ code }) => isReader || isConcerned(code, town));
  return {
    ...periodWords(row),
    isPerson,
    hasGrades: order.length > 0,
    isDecided: decided !== undefined,
    today: town.today,
    body,
    order: [...order],
    ...(decided
      ? {
          decision: {
            body: decided.decision.body,
            documentNo: decided.decision.document_no,
            decidedOn: decided.decision.decided_on,
            enteredBy: town.named(decided.decision.entered_by).name,
          },
        }
      : {}),
    rows: isReader || decided ? own.map((subject) => rowShown(subject, decided, town)) : [],
    mayDecide: town.isDecider && decided === undefined && order.length > 0,
  };
}

function rowShown(
  subject: ConcludedSubject,
  decided: GradedEdition['decided'],
  { isReader }: OutcomeTown,
): GradesPage['rows'][number] {
  const { code, name, group, total, rank, effective, open, reasons, near, state } = subject;
  const said = decided?.grades.find((one) => one.subject === code);
  return {
    code,
    name,
    ...(group === undefined ? {} : { group }),
    ...(subject.class === undefined ? {} : { class: subject.class }),
    total,
    ...(rank === undefined ? {} : { rank }),
    ...(effective === undefined ? {} : { computed: effective }),
    reasons: [...reasons],
    isPending: state === 'pending',
    ...(open === undefined ? {} : { open: [...open] }),
    ...(said?.grade ? { grade: said.grade } : {}),
    ...(said && said.reason !== '' ? { reason: said.reason } : {}),
    ...(said && said.basis !== '' ? { basis: said.basis } : {}),
    // Who is near is told once nobody can be moved over a boundary for it any more.
    ...(decided && near && isReader ? { near } : {}),
  };
}
