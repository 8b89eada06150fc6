/** The SQL of what may be the same thing. */

import { sql } from 'kysely';
import type { Queries } from '../platform/index.ts';
import { type FactRow, factRowsOf } from './store.ts';

/** Facts about any of these subjects or of this matter, with what takes them back; the latest 400. */
export async function factsAbout(
  db: Queries,
  { subjects, matter }: { subjects: readonly string[]; matter: string | undefined },
): Promise<FactRow[]> {
  if (subjects.length === 0 && matter === undefined) return [];
  const found = await db
    .selectFrom('fact')
    .select('id')
    .where(
      sql<boolean>`(matter = ${matter ?? null} or exists (
        select from jsonb_array_elements(body -> 'about') who
        where who ->> 'subject' = any (${[...subjects]}::text[])))`,
    )
    .orderBy('seq', 'desc')
    .limit(400)
    .execute();
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const later = await db.selectFrom('fact').select('id').where('reverses', 'in', ids).execute();
  return factRowsOf(db, [...new Set([...ids, ...later.map(({ id }) => id)])]);
}
