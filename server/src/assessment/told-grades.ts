/** Grades are told to whom they concern once the named body has decided them, and then as it decided. */

import { type Ctx, holds, type Queries, type Role } from '../platform/index.ts';
import type { PeriodRow } from './period-store.ts';
import type { ExplainView, StandingsView } from './views.ts';

/** What a body decided for an edition, by subject; undefined until it has. A later room says it. */
export type DecidedGradesOf = (
  db: Queries,
  edition: { readonly line: string; readonly period: string; readonly edition: number },
) => Promise<ReadonlyMap<string, string | undefined> | undefined>;

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
  if (decided) return decided;
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
    rows: view.rows.map(({ grade: computed, ...one }) => {
      const grade = computed === undefined ? undefined : told.get(one.code);
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

/** Whether the grade stays off what is printed for the asker. */
export async function hidesGrade(needs: Needs, ctx: Ctx, row: PeriodRow): Promise<boolean> {
  const told = await toldGrades(needs, ctx, row);
  return told !== 'computed' && told.size === 0;
}
