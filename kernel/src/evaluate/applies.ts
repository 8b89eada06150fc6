/** For whom an indicator set exists at all (差异化). */

import type { AppliesTo } from '../scheme/clause.ts';
import { type PlacedClause, type Run, rolesOn, type Subject, viewDay } from './run.ts';

/** True if an indicator set is meant for the subject (差异化). */
export function appliesTo(run: Run, applies: AppliesTo | undefined, subject: Subject): boolean {
  if (!applies) return true;
  const has = (list: readonly string[] | undefined, values: readonly (string | undefined)[]) =>
    list === undefined || values.some((value) => value !== undefined && list.includes(value));
  const roles = () =>
    rolesOn(run.book.roster, subject.code, viewDay(run, { window: [run.period] })).map(
      (p) => p.role,
    );
  return (
    has(applies.groups, [subject.group]) &&
    has(applies.subjects, [subject.code]) &&
    has(applies.types, [subject.type]) &&
    has(applies.classes, [subject.class]) &&
    has(applies.tags, subject.tags) &&
    (applies.roles === undefined || has(applies.roles, roles()))
  );
}

/** True if a clause and every node above it are meant for the subject and not left out. */
export function existsFor(run: Run, placed: PlacedClause, subject: Subject): boolean {
  return [placed.clause, ...placed.path].every(
    (item) => !run.withoutNodes.has(item.code) && appliesTo(run, item.applies, subject),
  );
}
