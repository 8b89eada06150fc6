/** All SQL about issued documents, their numbers, templates and batches. */

import { createHash } from 'node:crypto';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';
import type { DocumentKind } from './kinds.ts';

export type IssueRow = Selectable<Tables['document_issue']>;
export type TemplateRow = Selectable<Tables['document_template']>;
export type BatchRow = Omit<Selectable<Tables['document_batch']>, 'bytes'>;

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps bytes by their digest. @returns the digest */
export async function keepFile(db: Queries, tenantId: string, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes);
  await db
    .insertInto('document_file')
    .values({ tenant_id: tenantId, sha256, bytes: Buffer.from(bytes) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doNothing())
    .execute();
  return sha256;
}

export async function fileBytes(db: Queries, sha256: string): Promise<Uint8Array> {
  const { bytes } = await db
    .selectFrom('document_file')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return new Uint8Array(bytes);
}

/** Holds everything that gives numbers or versions of a kind, until the transaction ends. */
export async function holdKind(db: Queries, tenantId: string, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document ${kind} ${tenantId}`}, 0))`.execute(
    db,
  );
}

/** The number that comes next; the kind must be held. Numbers that are void were given all the same. */
export async function nextNumber(db: Queries, kind: DocumentKind, year: number): Promise<number> {
  const { last } = await db
    .selectFrom('document_issue')
    .select((issue) => issue.fn.max('number').as('last'))
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertIssue(
  db: Queries,
  row: Insertable<Tables['document_issue']>,
): Promise<void> {
  await db.insertInto('document_issue').values(row).execute();
}

/** The document that was made of the same, unless it is void. */
export async function sameIssue(
  db: Queries,
  { kind, about, dataSha256 }: { kind: DocumentKind; about: string; dataSha256: string },
): Promise<IssueRow | undefined> {
  return db
    .selectFrom('document_issue')
    .selectAll()
    .where('kind', '=', kind)
    .where('about', '=', about)
    .where('data_sha256', '=', dataSha256)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
}

/** The last document about a matter that is not void. */
export async function latestIssue(
  db: Queries,
  { kind, about }: { kind: DocumentKind; about: string },
): Promise<IssueRow | undefined> {
  return db
    .selectFrom('document_issue')
    .selectAll()
    .where('kind', '=', kind)
    .where('about', '=', about)
    .where('voided_at', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirst();
}

/** Who asks, as far as it decides what they read. */
export interface Sight {
  readonly accountId: string;
  readonly roles: readonly string[];
}

interface Wanted {
  readonly kind?: string | undefined;
  readonly year?: number | undefined;
  readonly ids?: readonly string[];
  readonly limit: number;
}

/** Documents that somebody made or whose readers they are one of, the latest first. */
export async function findIssues(
  db: Queries,
  { accountId, roles }: Sight,
  { kind, year, ids, limit }: Wanted,
): Promise<IssueRow[]> {
  let query = db
    .selectFrom('document_issue')
    .selectAll()
    .where((where) =>
      where.or([
        where('made_by_account', '=', accountId),
        where(sql<boolean>`readers && ${[...roles]}::text[]`, '=', true),
      ]),
    );
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (year !== undefined) query = query.where('year', '=', year);
  if (ids !== undefined) query = query.where('id', 'in', [...ids]);
  return query
    .orderBy('made_at', 'desc')
    .orderBy('kind')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

/** Holds one document, so that two registers or voidings come one after the other. */
export async function holdIssue(db: Queries, id: string): Promise<void> {
  await db.selectFrom('document_issue').select('id').where('id', '=', id).forUpdate().execute();
}

export async function issueWithOfficial(
  db: Queries,
  officialNumber: string,
): Promise<IssueRow | undefined> {
  return db
    .selectFrom('document_issue')
    .selectAll()
    .where('official_number', '=', officialNumber)
    .executeTakeFirst();
}

export async function updateIssue(
  db: Queries,
  id: string,
  set: Partial<Pick<IssueRow, 'official_number' | 'voided_by' | 'voided_at' | 'void_reason'>>,
): Promise<void> {
  await db.updateTable('document_issue').set(set).where('id', '=', id).execute();
}

/** The running numbers of every kind and year, and how many documents each version made. */
export async function numberCounts(db: Queries) {
  const { rows } = await sql<{
    kind: string;
    year: number;
    last: number;
    voided: number;
  }>`
    select kind, year, max(number)::int as last, count(voided_at)::int as voided
    from document_issue group by kind, year order by year desc`.execute(db);
  const { rows: uses } = await sql<{ kind: string; version: number; documents: number }>`
    select kind, coalesce(template_version, 0) as version, count(*)::int as documents
    from document_issue group by 1, 2`.execute(db);
  return { numbers: rows, uses };
}

export async function allTemplates(db: Queries): Promise<TemplateRow[]> {
  return db.selectFrom('document_template').selectAll().orderBy('version', 'desc').execute();
}

export async function findTemplate(
  db: Queries,
  kind: DocumentKind,
  version: number,
): Promise<TemplateRow | undefined> {
  return db
    .selectFrom('document_template')
    .selectAll()
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
}

export async function insertTemplate(
  db: Queries,
  row: Insertable<Tables['document_template']>,
): Promise<void> {
  await db.insertInto('document_template').values(row).execute();
}

interface Choice {
  readonly kind: string;
  readonly version: number | null;
  readonly seq: number;
}

/** The last choice of every kind that has one. */
export async function choices(db: Queries): Promise<Map<string, Choice>> {
  const { rows } = await sql<Choice>`
    select distinct on (kind) kind, version, seq from document_template_choice
    order by kind, seq desc`.execute(db);
  return new Map(rows.map((row) => [row.kind, row]));
}

export async function insertChoice(
  db: Queries,
  row: Insertable<Tables['document_template_choice']>,
): Promise<void> {
  await db.insertInto('document_template_choice').values(row).execute();
}

const batchColumns = [
  'tenant_id',
  'id',
  'documents',
  'done',
  'state',
  'asked_by_account',
  'asked_at',
  'held_until',
] as const;

export async function insertBatch(
  db: Queries,
  row: Insertable<Tables['document_batch']>,
): Promise<void> {
  await db.insertInto('document_batch').values(row).execute();
}

export async function findBatch(db: Queries, id: string): Promise<BatchRow | undefined> {
  return db
    .selectFrom('document_batch')
    .select([...batchColumns])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function batchBytes(db: Queries, id: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('document_batch')
    .select('bytes')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes ? new Uint8Array(row.bytes) : undefined;
}

/** Takes a batch that nobody packs; undefined where somebody does, or it is packed. */
export async function takeBatch(
  db: Queries,
  id: string,
  { now, until }: { now: string; until: string },
): Promise<BatchRow | undefined> {
  return db
    .updateTable('document_batch')
    .set({ held_until: until, done: 0 })
    .where('id', '=', id)
    .where('state', '=', 'packing')
    .where((where) => where.or([where('held_until', 'is', null), where('held_until', '<', now)]))
    .returning([...batchColumns])
    .executeTakeFirst();
}

export async function updateBatch(
  db: Queries,
  id: string,
  set: { done?: number; state?: string; bytes?: Buffer | null },
): Promise<void> {
  await db.updateTable('document_batch').set(set).where('id', '=', id).execute();
}

/** Batches still to be packed that nobody holds. */
export async function openBatches(db: Queries, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('document_batch')
    .select('id')
    .where('state', '=', 'packing')
    .where((where) => where.or([where('held_until', 'is', null), where('held_until', '<', now)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes batches away that were asked for before an instant; the documents stay. */
export async function deleteBatches(db: Queries, before: string): Promise<void> {
  await db.deleteFrom('document_batch').where('asked_at', '<', before).execute();
}

/** Documents by their ids, whoever reads them: for packing what was permitted when it was asked for. */
export async function issuesById(db: Queries, ids: readonly string[]): Promise<IssueRow[]> {
  return db
    .selectFrom('document_issue')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}
