/** All SQL about published editions and where they hang. */

import type { Insertable, Selectable } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type PublicationRow = Omit<Selectable<Tables['publication']>, 'file'>;
export type DisplayRow = Selectable<Tables['publication_display']>;

interface Named {
  readonly line: string;
  readonly period: string;
}

const columns = [
  'tenant_id',
  'line',
  'period',
  'edition',
  'replaces',
  'reason',
  'audience',
  'decided_by',
  'decision_no',
  'decided_on',
  'reviewed_by',
  'reviewed_on',
  'overrides',
  'posted_on',
  'object_until',
  'object_to',
  'receipt_code',
  'ledger_size',
  'ledger_root',
  'changes',
  'file_sha256',
  'public_root',
  'signed_by',
  'signed_on',
  'published_by',
  'published_at',
] as const;

/** Every published edition of the town, the latest of a period first; without the files. */
export async function allPublications(db: Queries): Promise<PublicationRow[]> {
  return db.selectFrom('publication').select(columns).orderBy('edition', 'desc').execute();
}

/** Those of one period, the latest first. */
export async function publicationsOf(
  db: Queries,
  { line, period }: Named,
): Promise<PublicationRow[]> {
  return db
    .selectFrom('publication')
    .select(columns)
    .where('line', '=', line)
    .where('period', '=', period)
    .orderBy('edition', 'desc')
    .execute();
}

export async function latestPublication(
  db: Queries,
  named: Named,
): Promise<PublicationRow | undefined> {
  return (await publicationsOf(db, named))[0];
}

/** What the town published last, of whatever line; undefined where it has published nothing. */
export async function lastPublished(db: Queries): Promise<PublicationRow | undefined> {
  return db
    .selectFrom('publication')
    .select(columns)
    .orderBy('published_at', 'desc')
    .executeTakeFirst();
}

/** The published file as it was kept. */
export async function publishedFile(
  db: Queries,
  { line, period, edition }: Named & { readonly edition: number },
): Promise<string> {
  const { file } = await db
    .selectFrom('publication')
    .select('file')
    .where('line', '=', line)
    .where('period', '=', period)
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow();
  return file;
}

export async function insertPublication(
  db: Queries,
  row: Insertable<Tables['publication']>,
): Promise<void> {
  await db.insertInto('publication').values(row).execute();
}

/** Where the editions of a period hang or hung, the latest first. */
export async function displaysOf(db: Queries, { line, period }: Named): Promise<DisplayRow[]> {
  return db
    .selectFrom('publication_display')
    .selectAll()
    .where('line', '=', line)
    .where('period', '=', period)
    .orderBy('at', 'desc')
    .execute();
}

export async function insertDisplay(
  db: Queries,
  row: Insertable<Tables['publication_display']>,
): Promise<void> {
  await db.insertInto('publication_display').values(row).execute();
}

export async function findDisplay(db: Queries, id: string): Promise<DisplayRow | undefined> {
  return db.selectFrom('publication_display').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Writes once when it was taken down; undefined where there is none, or it was already. */
export async function endDisplay(
  db: Queries,
  { id, on, by }: { readonly id: string; readonly on: string; readonly by: string },
): Promise<DisplayRow | undefined> {
  return db
    .updateTable('publication_display')
    .set({ taken_down_on: on, taken_down_by: by })
    .where('id', '=', id)
    .where('taken_down_on', 'is', null)
    .where('posted_on', '<=', on)
    .returningAll()
    .executeTakeFirst();
}

export type InternetRow = Selectable<Tables['publication_internet']>;

/** What was last said of the internet page. */
export async function internetRow(db: Queries): Promise<InternetRow | undefined> {
  return db
    .selectFrom('publication_internet')
    .selectAll()
    .orderBy('seq', 'desc')
    .executeTakeFirst();
}

export async function insertInternet(
  db: Queries,
  row: Insertable<Tables['publication_internet']>,
): Promise<void> {
  await db.insertInto('publication_internet').values(row).execute();
}
