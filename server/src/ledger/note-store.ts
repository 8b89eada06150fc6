/** All SQL about notes. */

import { type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

export type NoteRow = Selectable<Tables['note']>;

/** Writes a note down. */
export async function insertNote(db: Queries, row: NoteRow): Promise<void> {
  await db.insertInto('note').values(row).execute();
}

/** Notes on facts or entries, or of units, the latest first. */
export async function findNotes(
  db: Queries,
  where: {
    readonly factIds?: readonly string[];
    readonly entryIds?: readonly string[];
    readonly units?: readonly string[];
  },
): Promise<NoteRow[]> {
  const { factIds = [], entryIds = [], units } = where;
  let query = db.selectFrom('note').selectAll().orderBy('at', 'desc').orderBy('id');
  if (units) query = query.where('unit_code', 'in', units);
  if (where.factIds || where.entryIds) {
    query = query.where(
      sql<boolean>`(fact_id = any (${[...factIds]}::text[]) or entry_id = any (${[...entryIds]}::uuid[]))`,
    );
  }
  return query.execute();
}

/** How many notes hang on each of these facts or entries. */
export async function noteCounts(
  db: Queries,
  { factIds = [], entryIds = [] }: { factIds?: readonly string[]; entryIds?: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  if (factIds.length + entryIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('note')
    .select(sql<string>`coalesce(fact_id, entry_id::text)`.as('id'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(
      sql<boolean>`(fact_id = any (${[...factIds]}::text[]) or entry_id = any (${[...entryIds]}::uuid[]))`,
    )
    .groupBy(sql`1`)
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}
