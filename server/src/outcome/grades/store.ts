/** All SQL about decided grades. */

import { isoDate } from '@oneneedle/kernel';
import type { Insertable, Selectable } from 'kysely';
import type { GradesDecided } from '../../assessment/index.ts';
import type { Queries, Tables } from '../../platform/index.ts';

export type DecisionRow = Selectable<Tables['grade_decision']>;
export type SubjectGrade = Selectable<Tables['grade_of_subject']>;

/** An edition by its name. */
export interface EditionName {
  readonly line: string;
  readonly period: string;
  readonly edition: number;
}

/** What the body decided on an edition; undefined until it has. */
export async function findDecision(
  db: Queries,
  { line, period, edition }: EditionName,
): Promise<{ decision: DecisionRow; grades: readonly SubjectGrade[] } | undefined> {
  const decision = await db
    .selectFrom('grade_decision')
    .selectAll()
    .where('line', '=', line)
    .where('period', '=', period)
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (!decision) return undefined;
  const grades = await db
    .selectFrom('grade_of_subject')
    .selectAll()
    .where('line', '=', line)
    .where('period', '=', period)
    .where('edition', '=', edition)
    .execute();
  return { decision, grades };
}

/** Every edition whose grades are decided. */
export async function decidedEditions(db: Queries): Promise<EditionName[]> {
  return db.selectFrom('grade_decision').select(['line', 'period', 'edition']).execute();
}

/** Keeps a decision for ever; it says of how many it is, so that nobody comes to it later. */
export async function insertDecision(
  db: Queries,
  decision: Omit<Insertable<Tables['grade_decision']>, 'subjects'>,
  grades: readonly Insertable<Tables['grade_of_subject']>[],
): Promise<void> {
  await db
    .insertInto('grade_decision')
    .values({ ...decision, subjects: grades.length })
    .execute();
  if (grades.length > 0)
    await db
      .insertInto('grade_of_subject')
      .values([...grades])
      .execute();
}

/** What the body decided for an edition; undefined until it has. Somebody without a grade stands in it with none. */
export async function decidedGrades(
  db: Queries,
  edition: EditionName,
): Promise<GradesDecided | undefined> {
  const found = await findDecision(db, edition);
  if (!found) return undefined;
  const { body, document_no: documentNo, decided_on } = found.decision;
  return {
    body,
    documentNo,
    decidedOn: isoDate(decided_on),
    grades: new Map(found.grades.map(({ subject, grade }) => [subject, grade ?? undefined])),
  };
}
