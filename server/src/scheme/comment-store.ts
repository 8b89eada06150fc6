/** The SQL of papers and comments. */

import type { Insertable, Selectable } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';

export type CommentRow = Selectable<Tables['scheme_comment']>;

/** The comments on a version in the order in which they came. */
export function commentRows(db: Queries, versionId: string): Promise<CommentRow[]> {
  return db
    .selectFrom('scheme_comment')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** How many comments a version has, and how many wait for an answer. */
export async function commentCounts(
  db: Queries,
  versionId: string,
): Promise<{ all: number; open: number }> {
  const rows = await db
    .selectFrom('scheme_comment')
    .select('answered_at')
    .where('version_id', '=', versionId)
    .execute();
  return {
    all: rows.length,
    open: rows.filter(({ answered_at: answered }) => answered === null).length,
  };
}

export async function insertComment(
  db: Queries,
  row: Insertable<Tables['scheme_comment']>,
): Promise<void> {
  await db.insertInto('scheme_comment').values(row).execute();
}

interface Answer {
  readonly answer: string;
  readonly adopted: boolean;
  readonly accountId: string;
  readonly now: string;
}

/** Writes an answer, or writes it anew. @returns whether there is such a comment. */
export async function answerComment(
  db: Queries,
  { versionId, commentId }: { versionId: string; commentId: string },
  { answer, adopted, accountId, now }: Answer,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scheme_comment')
    .set({ answer, adopted, answered_by: accountId, answered_at: now })
    .where('version_id', '=', versionId)
    .where('id', '=', commentId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertPaper(
  db: Queries,
  row: Insertable<Tables['scheme_paper']>,
): Promise<void> {
  await db.insertInto('scheme_paper').values(row).execute();
}

/** The name of the document that a draft was made from; undefined where there is none. */
export async function paperName(db: Queries, versionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('scheme_paper')
    .select('file_name')
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row?.file_name;
}

export function paperRow(db: Queries, versionId: string) {
  return db
    .selectFrom('scheme_paper')
    .select(['file_name', 'media_type', 'content'])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
}
