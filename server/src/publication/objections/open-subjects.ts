/** Whose result somebody objects to now: for a room that is about to decide on it. */

import { chineseDate, isoDate } from '@oneneedle/kernel';
import type { Queries } from '../../platform/index.ts';
import { matterOf, placesOf } from './matters.ts';
import { findObjections } from './store.ts';

/** The open objections against a period in words, by the subject that they are about. */
export async function objectedSubjects(
  db: Queries,
  { line, period }: { readonly line: string; readonly period: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const states = ['received', 'acknowledged', 'assigned', 'decided'];
  const found = new Map<string, string[]>();
  for (const row of await findObjections(db, { states })) {
    const matter = await matterOf(db, row);
    if (!placesOf(matter).some((one) => one.line === line && one.period === period)) continue;
    for (const subject of matter.subjects) {
      found.set(subject, [
        ...(found.get(subject) ?? []),
        `${chineseDate(isoDate(row.received_on))}收到的异议`,
      ]);
    }
  }
  return found;
}
