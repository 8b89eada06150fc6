/** Reading evidence, and what may still be changed about it. Access is judged on every read. */

import { rosterOf } from '../org/index.ts';
import type { Ctx } from '../platform/index.ts';
import { type EvidenceItem, itemsOf } from './item.ts';
import type { Description } from './keep.ts';
import { reachOf } from './policy.ts';
import { evidenceProblem } from './problems.ts';
import {
  type EvidenceRow,
  evidenceRows,
  type Filter,
  findEvidence,
  type Sight,
  seen,
  usesInSight,
} from './store.ts';
import type { FilePlaces } from './upload-actions.ts';

const usualRows = 50;

/** Evidence that the actor may see, the newest first. */
export async function listEvidence(
  ctx: Ctx,
  { limit = usualRows, ...filter }: Filter & { limit?: number },
) {
  const rows = await findEvidence(ctx.db, await sightOf(ctx), filter, limit + 1);
  const items = await itemsOf(ctx.db, ctx.actor.accountId, rows.slice(0, limit));
  return { rows: items, hasMore: rows.length > limit };
}

/** One piece of evidence; what the actor may not see is not there for them. */
export async function evidenceItem(ctx: Ctx, id: string): Promise<EvidenceItem> {
  const [item] = await itemsOf(ctx.db, ctx.actor.accountId, [await visible(ctx, id)]);
  if (!item) throw evidenceProblem('evidence-unknown');
  return item;
}

/** What rests on it, the latest first; a village hears of facts about itself and of no entry. */
export async function evidenceUses(ctx: Ctx, id: string) {
  await visible(ctx, id);
  const rows = await usesInSight(ctx.db, await sightOf(ctx), id);
  return {
    rows: rows.map(({ at, cited_by, cited_id }) => ({
      citedBy: cited_by as 'fact' | 'entry',
      id: cited_id,
      at,
    })),
  };
}

/** The file as it may be seen now: what was stored, or the redaction in its place. */
export async function evidenceFile(places: FilePlaces, ctx: Ctx, id: string): Promise<File> {
  const row = await visible(ctx, id);
  return fileOf(places, ctx, row, row.shown_sha256);
}

/** A small picture of a picture. */
export async function evidencePreview(places: FilePlaces, ctx: Ctx, id: string): Promise<File> {
  const row = await visible(ctx, id);
  if (row.preview_sha256 === null) throw evidenceProblem('preview-none', { name: row.name });
  return fileOf(places, ctx, row, row.preview_sha256);
}

const closedPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

async function fileOf({ store }: FilePlaces, ctx: Ctx, row: EvidenceRow, sha256: string) {
  const found = await store.blob(ctx.tenant.id, sha256);
  if (!found) throw evidenceProblem('file-lost', { name: row.name, sha256 });
  ctx.setHeader('cache-control', 'private, no-cache');
  // What a browser might take for a page runs nothing; PDF viewers refuse to open in a sandbox.
  if (row.kind !== 'pdf') ctx.setHeader('content-security-policy', closedPolicy);
  return new File([found], row.name, { type: row.media_type });
}

/** Writes anew what a file shows; once a fact rests on it, that stays as it was. */
export async function describeEvidence(
  ctx: Ctx,
  { evidenceId, ...description }: Description & { evidenceId: string },
): Promise<EvidenceItem> {
  await ownUncited(ctx, evidenceId);
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
  return evidenceItem(ctx, evidenceId);
}

/** Takes away what nothing rests on; its file goes with the next clean-up. */
export async function removeEvidence(ctx: Ctx, evidenceId: string) {
  const { entries, name } = await ownUncited(ctx, evidenceId);
  if (entries) throw evidenceProblem('evidence-cited', { name });
  await forget(ctx, evidenceId);
  return { done: true as const };
}

/**
 * Puts a picture in the place of another, for example with a face made unrecognisable. What facts
 * cite is the hash of the first one, which stays; its file goes with the next clean-up.
 */
export async function redactEvidence(
  ctx: Ctx,
  { evidenceId, redactionId, reason }: { evidenceId: string; redactionId: string; reason: string },
): Promise<EvidenceItem> {
  const row = await visible(ctx, evidenceId);
  const redaction = await visible(ctx, redactionId);
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
  return evidenceItem(ctx, evidenceId);
}

async function visible(ctx: Ctx, id: string): Promise<EvidenceRow> {
  const row = await seen(evidenceRows(ctx.db), await sightOf(ctx))
    .where('evidence.id', '=', id)
    .executeTakeFirst();
  if (!row) throw evidenceProblem('evidence-unknown');
  return row;
}

async function ownUncited(ctx: Ctx, id: string): Promise<EvidenceRow> {
  const row = await visible(ctx, id);
  if (row.added_by_account !== ctx.actor.accountId) {
    throw evidenceProblem('evidence-foreign', { name: row.name });
  }
  // Whoever cites it now waits for this transaction, or this one for theirs.
  await ctx.db.selectFrom('evidence').select('id').where('id', '=', id).forUpdate().execute();
  const now = await visible(ctx, id);
  if (now.facts) throw evidenceProblem('evidence-cited', { name: now.name });
  return now;
}

async function forget(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('evidence_upload').where('evidence_id', '=', id).execute();
  await ctx.db.deleteFrom('evidence').where('id', '=', id).execute();
}

/** The subjects whose evidence the actor may see, with the units below them. */
async function sightOf({ actor, db }: Ctx): Promise<Sight> {
  const { factUnits, isWhole, person, units } = reachOf(actor);
  const { accountId } = actor;
  if (isWhole) return { accountId, isWhole, subjects: [], factSubjects: [] };
  const below = (await rosterOf(db)).units;
  const within = (codes: readonly string[]) => codes.flatMap((code) => withUnitsBelow(code, below));
  const factSubjects = [...within(factUnits), ...(person === undefined ? [] : [person])];
  return { accountId, isWhole, subjects: within(units), factSubjects };
}

function withUnitsBelow(
  code: string,
  units: readonly { readonly code: string; readonly parent?: string }[],
): readonly string[] {
  const found = new Set([code]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const unit of units)
      if (unit.parent !== undefined && found.has(unit.parent)) found.add(unit.code);
  }
  return [...found];
}
