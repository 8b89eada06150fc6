/** All SQL about decided grades. */

import type { Insertable, Selectable } from 'kysely';
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

/** Keeps a decision for ever. */
export async function insertDecision(
  db: Queries,
  decision: Insertable<Tables['grade_decision']>,
  grades: readonly Insertable<Tables['grade_of_subject']>[],
): Promise<void> {
  await db.insertInto('grade_decision').values(decision).execute();
  if (grades.length > 0)
    await db
      .insertInto('grade_of_subject')
      .values([...grades])
      .execute();
}

/**
 * The grades that the body decided for an edition, by subject; undefined until it has. Somebody
 * without a grade stands in it with none.
 */
export async function decidedGrades(
  db: Queries,
  edition: EditionName,
): Promise<ReadonlyMap<string, string | undefined> | undefined> {
  const found = await findDecision(db, edition);
  return found && new Map(found.grades.map(({ subject, grade }) => [subject, grade ?? undefined]));
}
