/** All SQL of the room. */

import { type SelectQueryBuilder, sql } from 'kysely';
import type { Queries, Tables } from '../platform/index.ts';
import { isReadableUse, type Reach, readable } from './reading.ts';

/** The columns that a piece of evidence is shown from, with how much rests on it. */
export function evidenceRows(db: Queries) {
  return db
    .selectFrom('evidence')
    .selectAll('evidence')
    .select(({ selectFrom }) => [
      selectFrom('evidence_use')
        .whereRef('evidence_use.tenant_id', '=', 'evidence.tenant_id')
        .whereRef('evidence_use.evidence_id', '=', 'evidence.id')
        .where('cited_by', '<>', 'entry') // facts and spots keep what they cite
        .select((use) => use.fn.countAll<number>().as('count'))
        .as('facts'),
      selectFrom('evidence_use')
        .whereRef('evidence_use.tenant_id', '=', 'evidence.tenant_id')
        .whereRef('evidence_use.evidence_id', '=', 'evidence.id')
        .where('cited_by', '=', 'entry')
        .select((use) => use.fn.countAll<number>().as('count'))
        .as('entries'),
    ]);
}

export type EvidenceRow = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number];

/** What rests on a piece of evidence, of what may be read, the latest first. */
export function readableUses(db: Queries, reach: Reach, evidenceId: string) {
  return db
    .selectFrom('evidence_use')
    .select(['cited_by', 'cited_id', 'at'])
    .where('evidence_id', '=', evidenceId)
    .where(isReadableUse(reach))
    .orderBy('at', 'desc')
    .orderBy('cited_id')
    .execute();
}

/** What a list is narrowed to. */
export interface Filter {
  readonly words?: string;
  readonly kind?: string;
  readonly isMine?: boolean;
  readonly isCited?: boolean;
  readonly factId?: string;
  readonly entryId?: string;
  readonly takenFrom?: string;
  readonly takenTo?: string;
  readonly after?: string;
}

/** Evidence that may be read and fits, the newest first, at most `limit` rows. */
export function findEvidence(db: Queries, reach: Reach, filter: Filter, limit: number) {
  let query = readable(evidenceRows(db), reach) as ReturnType<typeof evidenceRows>;
  const { after, entryId, factId, isCited, isMine, kind, takenFrom, takenTo, words } = filter;
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(({ eb, or }) =>
      or(
        (['name', 'caption', 'note', 'taken_by'] as const).map((column) =>
          eb(column, 'ilike', like),
        ),
      ),
    );
  }
  if (kind) query = query.where('kind', '=', kind);
  if (isMine) query = query.where('added_by_account', '=', reach.accountId);
  if (takenFrom) query = query.where('taken_on', '>=', takenFrom);
  if (takenTo) query = query.where('taken_on', '<=', takenTo);
  if (isCited !== undefined) {
    query = query.where(({ exists, not, selectFrom }) => {
      const use = exists(usesOf(selectFrom('evidence_use')));
      return isCited ? use : not(use);
    });
  }
  for (const [citedBy, id] of [
    ['fact', factId],
    ['entry', entryId],
  ] as const) {
    if (id === undefined) continue;
    query = query.where(({ exists, selectFrom }) =>
      exists(
        usesOf(selectFrom('evidence_use'))
          .where('cited_by', '=', citedBy)
          .where('cited_id', '=', id),
      ),
    );
  }
  if (after) {
    query = query.where(
      sql<boolean>`(evidence.added_at, evidence.id) < (select added_at, id from evidence where id = ${after})`,
    );
  }
  return query.orderBy('added_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

function usesOf<O>(query: SelectQueryBuilder<Tables, 'evidence' | 'evidence_use', O>) {
  return query
    .select('evidence_use.evidence_id')
    .whereRef('evidence_use.tenant_id', '=', 'evidence.tenant_id')
    .whereRef('evidence_use.evidence_id', '=', 'evidence.id');
}

/** An announced file of this account, locked against a second deed on it. */
export function lockUpload(db: Queries, { id, accountId }: { id: string; accountId: string }) {
  return uploadOf(db, { id, accountId }).forUpdate().executeTakeFirst();
}

/** An announced file of this account. */
export function uploadOf(db: Queries, { id, accountId }: { id: string; accountId: string }) {
  return db
    .selectFrom('evidence_upload')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId);
}

/**
 * Lets nobody else put or remove a file of this hash until the transaction ends. Whoever takes
 * several takes them in the order of the hashes, so that two never wait for each other.
 */
export async function lockHash(db: Queries, tenantId: string, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${sha256}`}, 5))`.execute(
    db,
  );
}

/** Which of these hashes some evidence still shows. */
export async function shownHashes(db: Queries, hashes: readonly string[]): Promise<Set<string>> {
  const found = await db
    .selectFrom('evidence')
    .select(['shown_sha256', 'preview_sha256'])
    .where(({ eb, or }) =>
      or([eb('shown_sha256', 'in', hashes), eb('preview_sha256', 'in', hashes)]),
    )
    .execute();
  return new Set(
    found.flatMap(({ shown_sha256, preview_sha256 }) => [shown_sha256, preview_sha256 ?? '']),
  );
}
