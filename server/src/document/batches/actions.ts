/** Many documents in one file: asked for, watched, downloaded by whoever asked. */

import { randomUUID } from 'node:crypto';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { sightOf } from '../issues/actions.ts';
import { paperProblem } from '../problems.ts';
import { type BatchRow, batchBytes, findBatch, findIssues, insertBatch } from '../store.ts';
import { batchZip, type Packer } from './packing.ts';

/** Begins to pack documents that the asker may read. */
export async function startBatch(
  ctx: Ctx,
  { documents }: { documents: readonly string[] },
  packer: Packer,
) {
  const ids = [...new Set(documents)];
  const rows = await findIssues(ctx.db, sightOf(ctx), { ids, limit: ids.length });
  if (rows.length < ids.length) throw paperProblem('document-unknown');
  const id = randomUUID();
  await insertBatch(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    documents: ids,
    state: 'packing',
    asked_by_account: ctx.actor.accountId,
    asked_at: ctx.now,
  });
  ctx.afterCommit(async () => packer.start(ctx.tenant.id, id));
  return readBatch(ctx, { id });
}

/** How far it is. */
export async function readBatch(ctx: Ctx, { id }: { id: string }) {
  const { state, done, documents, asked_at: askedAt } = await own(ctx, id);
  return { id, state: state as 'packing', done, total: documents.length, askedAt };
}

/** The zip. */
export async function batchFile(ctx: Ctx, { id }: { id: string }): Promise<File> {
  const { done, documents, asked_at: askedAt } = await own(ctx, id);
  const bytes = await batchBytes(ctx.db, id);
  if (!bytes) throw paperProblem('batch-not-ready', { done, total: documents.length });
  return batchZip(bytes, chinaDay(askedAt));
}

async function own(ctx: Ctx, id: string): Promise<BatchRow> {
  const row = await findBatch(ctx.db, id);
  if (!row || row.asked_by_account !== ctx.actor.accountId) throw paperProblem('batch-unknown');
  return row;
}
