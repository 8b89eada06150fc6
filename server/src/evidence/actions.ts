/** Reading evidence, and what may still be changed about it. Access is judged on every read. */

import type { Ctx } from '../platform/index.ts';
import { type EvidenceItem, itemsOf } from './item.ts';
import type { Description } from './keep.ts';
import { evidenceProblem } from './problems.ts';
import { reachOf, readable } from './reading.ts';
import {
  type EvidenceRow,
  evidenceRows,
  type Filter,
  findEvidence,
  readableUses,
} from './store.ts';
import type { EvidenceNeeds } from './upload-actions.ts';

const usualRows = 50;

/** Evidence that the actor may see, the newest first. */
export async function listEvidence(
  needs: EvidenceNeeds,
  ctx: Ctx,
  { limit = usualRows, ...filter }: Filter & { limit?: number },
) {
  const rows = await findEvidence(ctx.db, await reachOf(ctx, needs.usesFor), filter, limit + 1);
  const items = await itemsOf(ctx.db, ctx.actor.accountId, rows.slice(0, limit));
  return { rows: items, hasMore: rows.length > limit };
}

/** One piece of evidence; what the actor may not see is not there for them. */
export async function evidenceItem(
  needs: EvidenceNeeds,
  ctx: Ctx,
  id: string,
): Promise<EvidenceItem> {
  const [item] = await itemsOf(ctx.db, ctx.actor.accountId, [await visible(needs, ctx, id)]);
  if (!item) throw evidenceProblem('evidence-unknown');
  return item;
}

/** What rests on it, the latest first; of what the asker may read. */
export async function evidenceUses(needs: EvidenceNeeds, ctx: Ctx, id: string) {
  await visible(needs, ctx, id);
  const rows = await readableUses(ctx.db, await reachOf(ctx, needs.usesFor), id);
  return {
    rows: rows.map(({ at, cited_by, cited_id }) => ({
      citedBy: cited_by as 'fact' | 'entry' | 'spot' | 'item' | 'sheet' | 'proposal' | 'display',
      id: cited_id,
      at,
    })),
  };
}

/** The file as it may be seen now: what was stored, or the redaction in its place. */
export async function evidenceFile(needs: EvidenceNeeds, ctx: Ctx, id: string): Promise<File> {
  const row = await visible(needs, ctx, id);
  return fileOf(needs, ctx, row, row.shown_sha256);
}

/** A small picture of a picture. */
export async function evidencePreview(needs: EvidenceNeeds, ctx: Ctx, id: string): Promise<File> {
  const row = await visible(needs, ctx, id);
  if (row.preview_sha256 === null) throw evidenceProblem('preview-none', { name: row.name });
  return fileOf(needs, ctx, row, row.preview_sha256);
}

const closedPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

async function fileOf({ store }: EvidenceNeeds, ctx: Ctx, row: EvidenceRow, sha256: string) {
  const found = await store.blob(ctx.tenant.id, sha256);
  if (!found) throw evidenceProblem('file-lost', { name: row.name, sha256 });
  ctx.setHeader('cache-control', 'private, no-cache');
  // What a browser might take for a page runs nothing; PDF viewers refuse to open in a sandbox.
  if (row.kind !== 'pdf') ctx.setHeader('content-security-policy', closedPolicy);
  return new File([found], row.name, { type: row.media_type });
}

/** Writes anew what a file shows; once a fact rests on it, that stays as it was. */
export async function describeEvidence(
  needs: EvidenceNeeds,
  ctx: Ctx,
  { evidenceId, ...description }: Description & { evidenceId: string },
): Promise<EvidenceItem> {
  await ownUncited(needs, ctx, evidenceId);
  await ctx.db
    .updateTable('evidence')
    .set({
      caption: description.caption,
      taken_on: description.takenOn ?? null,
      taken_by: description.takenBy,
      note: description.note,
    })
    .where('id', '=', evidenceId)
    .execute();
  return evidenceItem(needs, ctx, evidenceId);
}

/** Takes away what nothing rests on; its file goes with the next clean-up. */
export async function removeEvidence(needs: EvidenceNeeds, ctx: Ctx, evidenceId: string) {
  const { entries, name } = await ownUncited(needs, ctx, evidenceId);
  if (entries) throw evidenceProblem('evidence-cited', { name });
  await forget(ctx, evidenceId);
  return { done: true as const };
}

/**
 * Puts a picture in the place of another, for example with a face made unrecognisable. What facts
 * cite is the hash of the first one, which stays; its file goes with the next clean-up.
 */
export async function redactEvidence(
  needs: EvidenceNeeds,
  ctx: Ctx,
  { evidenceId, redactionId, reason }: { evidenceId: string; redactionId: string; reason: string },
): Promise<EvidenceItem> {
  const row = await visible(needs, ctx, evidenceId);
  const redaction = await visible(needs, ctx, redactionId);
  if (redaction.facts || redaction.entries || redactionId === evidenceId) {
    throw evidenceProblem('redaction-cited', { name: redaction.name });
  }
  if (row.kind !== 'picture' || redaction.kind !== 'picture') {
    throw evidenceProblem('redaction-no-picture', { name: row.name });
  }
  await forget(ctx, redactionId);
  await ctx.db
    .updateTable('evidence')
    .set({
      shown_sha256: redaction.shown_sha256,
      shown_bytes: redaction.shown_bytes,
      preview_sha256: redaction.preview_sha256,
      width: redaction.width,
      height: redaction.height,
      redacted_at: ctx.now,
      redacted_by_account: ctx.actor.accountId,
      redacted_reason: reason,
    })
    .where('id', '=', evidenceId)
    .execute();
  return evidenceItem(needs, ctx, evidenceId);
}

async function visible(needs: EvidenceNeeds, ctx: Ctx, id: string): Promise<EvidenceRow> {
  const row = await readable(evidenceRows(ctx.db), await reachOf(ctx, needs.usesFor))
    .where('evidence.id', '=', id)
    .executeTakeFirst();
  if (!row) throw evidenceProblem('evidence-unknown');
  return row;
}

async function ownUncited(needs: EvidenceNeeds, ctx: Ctx, id: string): Promise<EvidenceRow> {
  const row = await visible(needs, ctx, id);
  if (row.added_by_account !== ctx.actor.accountId) {
    throw evidenceProblem('evidence-foreign', { name: row.name });
  }
  // Whoever cites it now waits for this transaction, or this one for theirs.
  await ctx.db.selectFrom('evidence').select('id').where('id', '=', id).forUpdate().execute();
  const now = await visible(needs, ctx, id);
  if (now.facts) throw evidenceProblem('evidence-cited', { name: now.name });
  return now;
}

async function forget(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('evidence_upload').where('evidence_id', '=', id).execute();
  await ctx.db.deleteFrom('evidence').where('id', '=', id).execute();
}
