/** All SQL of the decomposition bench. */

import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';
import type { ItemRow } from '../items/store.ts';

export type DocumentRow = Selectable<Tables['bench_document']>;
export type DraftRow = Selectable<Tables['work_draft']>;
type NewDocument = Insertable<Tables['bench_document']>;
type NewDraft = Insertable<Tables['work_draft']>;
type NewDeed = Insertable<Tables['draft_deed']>;

/** How many drafts of a document stand how. */
export interface DraftCounts {
  readonly open: number;
  readonly claimed: number;
  readonly aside: number;
}

/** Every document of the town without its text, latest first, or the one named. */
export async function documentsWithCounts(
  db: Queries,
  id?: string,
): Promise<(Omit<DocumentRow, 'body' | 'tenant_id'> & DraftCounts)[]> {
  const only = id === undefined ? sql`true` : sql`document.id = ${id}`;
  const { rows } = await sql<Omit<DocumentRow, 'body' | 'tenant_id'> & DraftCounts>`
    select document.id, document.kind, document.title, document.dated::text as dated,
      document.source, document.is_withheld, document.created_by_account, document.created_by, document.created_at,
      count(*) filter (where draft.state = 'open')::int as open,
      count(*) filter (where draft.state in ('claimed', 'merged'))::int as claimed,
      count(*) filter (where draft.state = 'aside')::int as aside
    from bench_document as document
    left join work_draft as draft
      on draft.tenant_id = document.tenant_id and draft.document_id = document.id
    where ${only}
    group by document.tenant_id, document.id
    order by document.created_at desc, document.id`.execute(db);
  return rows;
}

export async function findDocument(db: Queries, id: string): Promise<DocumentRow | undefined> {
  return db.selectFrom('bench_document').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The task tables that were imported under a title, to find rows that came before. */
export async function tablesNamed(db: Queries, title: string): Promise<DocumentRow[]> {
  return db
    .selectFrom('bench_document')
    .selectAll()
    .where('kind', '=', 'table')
    .where('title', '=', title)
    .orderBy('created_at')
    .execute();
}

/** Holds a title until the end of the request: two who import the same table do it one after the other. */
export async function lockTitle(
  db: Queries,
  { tenantId, title }: { tenantId: string; title: string },
): Promise<void> {
  const key = `tables ${tenantId} ${title}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db);
}

/** The drafts of a document in the order of its text. */
export async function draftsOf(db: Queries, documentId: string): Promise<DraftRow[]> {
  return db
    .selectFrom('work_draft')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('sentence')
    .orderBy('from_at')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The items that drafts of a document became or were merged with, by their id. */
export async function itemsOfDrafts(
  db: Queries,
  drafts: readonly DraftRow[],
): Promise<ReadonlyMap<string, ItemRow>> {
  const ids = [...new Set(drafts.flatMap(({ item_id: id }) => id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('work_item').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A draft, held until the end of the request. */
export async function lockDraft(
  db: Queries,
  { document, id }: { document: string; id: string },
): Promise<DraftRow | undefined> {
  return db
    .selectFrom('work_draft')
    .selectAll()
    .where('id', '=', id)
    .where('document_id', '=', document)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertDocument(db: Queries, row: NewDocument): Promise<void> {
  await db.insertInto('bench_document').values(row).execute();
}

export async function insertDrafts(db: Queries, rows: readonly NewDraft[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('work_draft')
      .values(rows.slice(from, from + 500))
      .execute();
}

export async function insertDraftDeeds(db: Queries, rows: readonly NewDeed[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('draft_deed')
      .values(rows.slice(from, from + 500))
      .execute();
}

/** What a deed changes of a draft. */
export async function updateDraft(
  db: Queries,
  id: string,
  change: Pick<DraftRow, 'state' | 'reason' | 'item_id' | 'version'>,
): Promise<void> {
  await db.updateTable('work_draft').set(change).where('id', '=', id).execute();
}

/** The numbers of the sentences that were taken out of a document. */
export async function redactedSentences(db: Queries, documentId: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('bench_redaction')
    .select('sentence')
    .where('document_id', '=', documentId)
    .execute();
  return new Set(rows.map(({ sentence }) => sentence));
}

/** A document, held until the end of the request. */
export async function lockDocument(db: Queries, id: string): Promise<DocumentRow | undefined> {
  return db
    .selectFrom('bench_document')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

interface Redacting {
  readonly redaction: Insertable<Tables['bench_redaction']>;
  readonly body: string;
  /** The sentence as it was, and what stands in its place. */
  readonly was: string;
  readonly now: string;
}

/** Writes the redaction, the text without the sentence, and takes its words out of drafts and items. */
export async function saveRedaction(
  db: Queries,
  { redaction, body, was, now }: Redacting,
): Promise<void> {
  const { document_id: id, sentence } = redaction;
  await db.insertInto('bench_redaction').values(redaction).execute();
  await db.updateTable('bench_document').set({ body }).where('id', '=', id).execute();
  await sql`update work_draft set said_actor = null, said_quantity = null, said_date = null,
      from_at = 0, to_at = ${now.length}
    where document_id = ${id} and sentence = ${sentence}`.execute(db);
  await sql`update work_item set source = jsonb_set(source, '{sentence}', to_jsonb(${now}::text))
    where source->>'bench' = ${id} and source->>'sentence' = ${was.slice(0, 2000)}`.execute(db);
}
