/** What other rooms ask of evidence: that it is there, what it is, and that it stays. */

import type { Ctx, Queries } from '../platform/index.ts';
import { evidenceProblem } from './problems.ts';
import { reachOf, readableOf, type UsesFor } from './reading.ts';

/** What rests on evidence: an entry or a sheet, which may change their mind; a fact, a spot, an item, a proposal or a posting, which never do. */
export type Citation = {
  readonly evidenceIds: readonly string[];
  /** Codes of the units and persons it is about, who may see it once it is a fact. */
  readonly subjects?: readonly string[];
} & (
  | { readonly entryId: string }
  | { readonly factId: string }
  | { readonly spotId: string }
  | { readonly itemId: string }
  | { readonly sheetId: string }
  | { readonly proposalId: string }
  | { readonly displayId: string }
);

/** Where a citation is written: the transaction and tenant of the deed that cites. */
export interface CitingPlace {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  /** Instant of the deed. */
  readonly now: string;
}

/** What is told of a piece of evidence to the room that cites it. */
export interface EvidenceRef {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly caption: string;
  /** What a fact cites; it never changes. */
  readonly storedSha256: string;
}

/**
 * Writes down what rests on which evidence. An entry or a sheet cites exactly these from now on, `[]`
 * lets go of all; a fact, a spot or an item only ever adds. Refuses what is not there (any more).
 */
export async function citeEvidence(place: CitingPlace, citation: Citation): Promise<void> {
  const { evidenceIds, subjects = [] } = citation;
  const [citedBy, citedId] = citingOf(citation);
  if (citedBy === 'entry' || citedBy === 'sheet') {
    await place.db
      .deleteFrom('evidence_use')
      .where('cited_by', '=', citedBy)
      .where('cited_id', '=', citedId)
      .execute();
  }
  const ids = [...new Set(evidenceIds)].sort();
  if (ids.length === 0) return;
  // The rows are held first, so that a removal under way is waited for and answered with a sentence.
  const held = await place.db
    .selectFrom('evidence')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forKeyShare()
    .execute();
  if (held.length < ids.length) throw evidenceProblem('evidence-gone');
  await place.db
    .insertInto('evidence_use')
    .values(
      ids.map((id) => ({
        tenant_id: place.tenant.id,
        evidence_id: id,
        cited_by: citedBy,
        cited_id: citedId,
        subjects: [...subjects],
        at: place.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function citingOf(citation: Citation): readonly [string, string] {
  if ('entryId' in citation) return ['entry', citation.entryId];
  if ('factId' in citation) return ['fact', citation.factId];
  if ('sheetId' in citation) return ['sheet', citation.sheetId];
  if ('proposalId' in citation) return ['proposal', citation.proposalId];
  if ('displayId' in citation) return ['display', citation.displayId];
  return 'spotId' in citation ? ['spot', citation.spotId] : ['item', citation.itemId];
}

/**
 * What these ids are, in their order; refuses one that is not there for who cites: naming a file in
 * one's own entry must not open it.
 */
export async function requireEvidence(
  ctx: Pick<Ctx, 'actor' | 'db' | 'now'>,
  ids: readonly string[],
  usesFor: UsesFor,
): Promise<readonly EvidenceRef[]> {
  if (ids.length === 0) return [];
  const readable = await readableOf(ctx.db, ids, await reachOf(ctx, usesFor));
  if (ids.some((id) => !readable.has(id))) throw evidenceProblem('evidence-gone');
  return evidenceOf(ctx.db, ids);
}

/** What these ids are, in their order; those that are not there are left out. */
export async function evidenceOf(
  db: Queries,
  ids: readonly string[],
): Promise<readonly EvidenceRef[]> {
  if (ids.length === 0) return [];
  const rows = await refs(db).where('evidence.id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What came in, of the evidence of these ids: the hash that its sender knows, beside the one that is cited. */
export async function receivedOf(
  db: Queries,
  ids: readonly string[],
): Promise<readonly { id: string; receivedSha256: string; storedSha256: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('evidence')
    .select(['id', 'received_sha256 as receivedSha256', 'stored_sha256 as storedSha256'])
    .where('id', 'in', ids)
    .execute();
}

/** The evidence that an account sent itself, by the hashes of what it sent; the latest of each. */
export async function ownEvidence(
  db: Queries,
  accountId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, { id: string; storedSha256: string }>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('evidence')
    .select(['id', 'received_sha256', 'stored_sha256 as storedSha256'])
    .where('added_by_account', '=', accountId)
    .where('received_sha256', 'in', hashes)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ received_sha256, ...row }) => [received_sha256, row]));
}

/** The facts and entries that rest on a piece of evidence, by their id. */
export async function restingOn(
  db: Queries,
  evidenceId: string,
): Promise<{ readonly facts: string[]; readonly entries: string[] }> {
  const rows = await db
    .selectFrom('evidence_use')
    .select(['cited_by', 'cited_id'])
    .where('evidence_id', '=', evidenceId)
    .execute();
  const of = (kind: string) =>
    rows.flatMap(({ cited_by, cited_id }) => (cited_by === kind ? [cited_id] : []));
  return { facts: of('fact'), entries: of('entry') };
}

/** The evidence of each of these facts, or entries, by their id; those without have none. */
export async function evidenceCitedBy(
  db: Queries,
  citedBy: 'fact' | 'entry',
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceRef[]>> {
  const found = new Map<string, EvidenceRef[]>();
  if (ids.length === 0) return found;
  const rows = await refs(db)
    .innerJoin('evidence_use', (join) =>
      join
        .onRef('evidence_use.tenant_id', '=', 'evidence.tenant_id')
        .onRef('evidence_use.evidence_id', '=', 'evidence.id'),
    )
    .select('evidence_use.cited_id')
    .where('evidence_use.cited_by', '=', citedBy)
    .where('evidence_use.cited_id', 'in', ids)
    .orderBy('evidence.added_at')
    .orderBy('evidence.id')
    .execute();
  for (const { cited_id: id, ...ref } of rows) found.set(id, [...(found.get(id) ?? []), ref]);
  return found;
}

function refs(db: Queries) {
  return db
    .selectFrom('evidence')
    .select([
      'evidence.id',
      'evidence.name',
      'evidence.kind',
      'evidence.media_type as mediaType',
      'evidence.caption',
      'evidence.stored_sha256 as storedSha256',
    ]);
}
