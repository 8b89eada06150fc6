/**
 * Results as facts, with the grade that the named body decided. Until it has, a result says that its
 * grade is pending: no later year reads as decided what was only worked out.
 */

import type { Fact } from '@oneneedle/kernel';
import { factsOf, type LedgerPlace, type NewFact, postFacts } from '../ledger/index.ts';
import type { Queries } from '../platform/index.ts';
import type { AssessmentNeeds } from './sealing.ts';
import type { GradesDecided } from './told-grades.ts';

interface EditionName {
  readonly line: string;
  readonly period: string;
  readonly edition: number;
}

/** The results that a seal posts; as they were worked out where no room keeps decisions. */
export async function withDecision(
  { decidedGrades }: Pick<AssessmentNeeds, 'decidedGrades'>,
  db: Queries,
  edition: EditionName,
  results: readonly Fact[],
): Promise<Fact[]> {
  if (!decidedGrades) return [...results];
  const decision = await decidedGrades(db, edition);
  return results.map((fact) => asDecided(fact, decision));
}

/**
 * Posts the results of a sealed edition once more, with what the body decided on them. The same
 * edition has one reading: the latest. Nothing to post while the edition is not sealed.
 */
export async function postDecidedResults(
  place: LedgerPlace,
  { line, period, edition }: EditionName,
  decision: GradesDecided & { readonly enteredBy: string },
): Promise<void> {
  const { facts } = await factsOf(place.db);
  const own = facts.filter(
    ({ form, period: of, values }) =>
      form === 'result' &&
      of === period &&
      values.line === line &&
      values.edition === String(edition),
  );
  await postFacts(
    place,
    own.map(
      ({ seq: _, countsIn: __, postedAt: ___, ...fact }): NewFact => ({
        ...asDecided({ ...fact, seq: 0 }, decision),
        id: `${fact.id}/decided`,
        recordedBy: decision.enteredBy,
        note: `${decision.body}决定等次，${decision.documentNo}`,
      }),
    ),
  );
}

/** One result as a decision leaves it; without one its grade is pending. */
function asDecided(fact: Fact, decision: GradesDecided | undefined): Fact {
  const { grade: worked, computedGrade = worked, state, ...values } = fact.values;
  const isGraded = worked !== undefined || state === 'pending';
  const before = (is: boolean): Fact['values'] =>
    is && computedGrade !== undefined ? { computedGrade } : {};
  if (!decision) {
    if (!isGraded) return fact;
    return { ...fact, values: { ...values, ...before(true), state: 'pending' } };
  }
  const doc = { no: decision.documentNo, body: decision.body, date: decision.decidedOn };
  const grade = decision.grades.get(fact.about[0]?.subject ?? '');
  if (grade !== undefined) {
    return { ...fact, doc, values: { ...values, grade, ...before(computedGrade !== grade) } };
  }
  return isGraded ? { ...fact, doc, values: { ...values, state: 'none' } } : { ...fact, doc };
}
