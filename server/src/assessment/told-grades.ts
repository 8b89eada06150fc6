/** Grades are told to whom they concern once the named body has decided them, and then as it decided. */

import type { DecidedGrades, IsoDate } from '@oneneedle/kernel';
import { type Ctx, holds, type Queries, type Role } from '../platform/index.ts';
import type { PeriodRow } from './period-store.ts';
import type { ExplainView, StandingsView } from './views.ts';

/** The decision of a body on the grades of an edition, with the grade of each subject; some have none. */
export interface GradesDecided {
  readonly body: string;
  readonly documentNo: string;
  readonly decidedOn: IsoDate;
  readonly grades: ReadonlyMap<string, string | undefined>;
}

/** What a body decided for an edition; undefined until it has. A later room says it. */
export type DecidedGradesOf = (
  db: Queries,
  edition: { readonly line: string; readonly period: string; readonly edition: number },
) => Promise<GradesDecided | undefined>;

/** The same as the kernel takes it: by subject, null for who has none. */
export function gradesAsDecided(decision: GradesDecided | undefined): DecidedGrades | undefined {
  if (!decision) return undefined;
  return Object.fromEntries([...decision.grades].map(([code, grade]) => [code, grade ?? null]));
}

interface Needs {
  readonly decidedGrades?: DecidedGradesOf;
}

/** They prepare the decision, or watch over it. */
const preparing: readonly Role[] = ['assessment-office', 'discipline', 'organisation', 'leader'];

/** `as computed` for those who prepare the decision; else what was decided, or that nothing is. */
async function toldGrades(
  { decidedGrades }: Needs,
  { db, actor }: Ctx,
  { line, period, edition }: PeriodRow,
): Promise<ReadonlyMap<string, string | undefined> | 'computed'> {
  if (!decidedGrades || edition === undefined) return 'computed';
  const decided = await decidedGrades(db, { line, period, edition });
  if (decided) return decided.grades;
  return holds(actor, preparing) ? 'computed' : new Map();
}

/** The list with the grades that the asker may read. */
export async function gradesTold(
  needs: Needs,
  ctx: Ctx,
  { row, view }: { row: PeriodRow; view: StandingsView },
): Promise<StandingsView> {
  const told = await toldGrades(needs, ctx, row);
  if (told === 'computed') return view;
  return {
    ...view,
    rows: view.rows.map(({ grade: _, ...one }) => {
      // A tie had no grade when the list was kept; the body gave it one.
      const grade = told.get(one.code);
      return grade === undefined ? one : { ...one, grade };
    }),
  };
}

/** The sentences beside a tree: without that of a grade which nobody decided, or with what was decided. */
export async function notesTold(
  needs: Needs,
  ctx: Ctx,
  { row, view }: { row: PeriodRow; view: ExplainView },
): Promise<string[]> {
  const told = await toldGrades(needs, ctx, row);
  if (told === 'computed') return view.notes;
  const grade = told.get(view.subject);
  return view.notes.flatMap((note) => {
    if (!note.startsWith(gradeNote)) return [note];
    if (grade === undefined) return [];
    return note.startsWith(`${gradeNote} ${grade}`) ? [note] : [`${gradeNote} ${grade}`];
  });
}

/** How the kernel begins the sentence of a grade. */
const gradeNote = '等次';

/** What is printed for the asker: the grade that was decided, none, or as it was worked out. */
export async function gradePrinted(
  needs: Needs,
  ctx: Ctx,
  row: PeriodRow,
): Promise<{ readonly isUngraded: boolean; readonly decided?: DecidedGrades }> {
  const decided = await decisionOn(needs, ctx, row);
  if (decided) return { isUngraded: false, decided };
  return { isUngraded: (await toldGrades(needs, ctx, row)) !== 'computed' };
}

/** The decision on the edition that is read now; undefined where there is none. */
export async function decisionOn(
  { decidedGrades }: Needs,
  { db }: Pick<Ctx, 'db'>,
  { line, period, edition }: PeriodRow,
): Promise<DecidedGrades | undefined> {
  if (edition === undefined) return undefined;
  return gradesAsDecided(await decidedGrades?.(db, { line, period, edition }));
}
