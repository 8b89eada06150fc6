/** A file on its way in: announced, sent in parts, examined, kept. */

import { randomUUID } from 'node:crypto';
import { evidencePartBytes } from '@oneneedle/contract';
import { type Ctx, chinaDay, Problem } from '../platform/index.ts';
import { evidenceItem } from './actions.ts';
import { type Examinations, openExaminations } from './examinations.ts';
import { type Examined, examineFile } from './examine.ts';
import { cleanName } from './file-name.ts';
import { type FileStore, openDiskStore } from './file-store.ts';
import { type Description, keepExamined } from './keep.ts';
import { markOfName } from './marking.ts';
import { evidenceProblem } from './problems.ts';
import type { UsesFor } from './reading.ts';
import { openReceiving, type Receiving } from './receiving.ts';
import { lockUpload, uploadOf } from './store.ts';

/** What these deeds need beside the transaction. */
export interface FilePlaces {
  readonly store: FileStore;
  readonly receiving: Receiving;
  readonly examinations: Examinations;
  /** Largest file in bytes. */
  readonly fileBytesMax: number;
}

/** What the deeds need: the places of files, and what the ledger says may be read. */
export interface EvidenceNeeds extends FilePlaces {
  readonly usesFor: UsesFor;
}

/** Opens the folder of evidence files, with all that the deeds need of it. */
export async function openEvidence(
  folder: string,
  fileBytesMax: number = 50 * 1024 * 1024,
): Promise<FilePlaces> {
  const store = await openDiskStore(folder);
  const receiving = openReceiving(folder);
  return { store, receiving, examinations: openExaminations(), fileBytesMax };
}

/** What a sender says of a file before its first byte. */
export interface NewUpload {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly confirmed: boolean;
  readonly stamp?: boolean;
}

type UploadRow = NonNullable<Awaited<ReturnType<typeof lockUpload>>>;

/** Announces a file; what its name or size forbids is refused before a byte is sent. */
export async function openUpload(places: FilePlaces, ctx: Ctx, given: NewUpload) {
  const name = cleanName(given.name);
  const { bytes, confirmed, sha256, stamp = false } = given;
  const mark = markOfName(name);
  if (mark !== undefined) throw evidenceProblem('marked-secret', { name, mark, where: '文件名里' });
  if (!confirmed) throw evidenceProblem('not-confirmed', { name });
  if (bytes === 0) throw evidenceProblem('file-empty', { name });
  if (bytes > places.fileBytesMax) {
    throw evidenceProblem('file-too-large', { name, bytes, most: places.fileBytesMax });
  }
  const id = randomUUID();
  await ctx.db
    .insertInto('evidence_upload')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      account_id: ctx.actor.accountId,
      name,
      bytes,
      sha256,
      stamp,
      opened_at: ctx.now,
    })
    .execute();
  return { uploadId: id, name, bytes, received: 0, partBytes: evidencePartBytes };
}

/** How much of a file has arrived; whoever lost the connection goes on from there. */
export async function uploadState({ receiving }: FilePlaces, ctx: Ctx, uploadId: string) {
  const { accountId } = ctx.actor;
  const upload = await uploadOf(ctx.db, { id: uploadId, accountId }).executeTakeFirst();
  if (!upload) throw evidenceProblem('upload-unknown');
  const { bytes, evidence_id: evidenceId, name } = upload;
  const received = evidenceId === null ? await receiving.received(ctx.tenant.id, uploadId) : bytes;
  const state = { uploadId, name, bytes, received, partBytes: evidencePartBytes };
  return { ...state, ...(evidenceId === null ? {} : { evidenceId }) };
}

/** Adds a part; when this is answered, its bytes outlive a power cut. */
export async function sendPart(
  { receiving }: FilePlaces,
  ctx: Ctx,
  { uploadId, offset, part }: { uploadId: string; offset: number; part: Blob },
): Promise<{ received: number }> {
  const { accountId } = ctx.actor;
  const upload = await uploadOf(ctx.db, { id: uploadId, accountId }).executeTakeFirst();
  if (!upload) throw evidenceProblem('upload-unknown');
  if (upload.evidence_id !== null) throw evidenceProblem('upload-kept', { name: upload.name });
  const pieces = part.stream();
  const given = { offset, pieces, announced: upload };
  const received = await onDisk(upload.name, () =>
    receiving.append(ctx.tenant.id, uploadId, given),
  );
  return { received };
}

/** Forgets a file that is on its way; one that is kept stays. */
export async function dropUpload({ receiving }: FilePlaces, ctx: Ctx, uploadId: string) {
  const upload = await lockUpload(ctx.db, { id: uploadId, accountId: ctx.actor.accountId });
  if (!upload) throw evidenceProblem('upload-unknown');
  if (upload.evidence_id !== null) throw evidenceProblem('upload-kept', { name: upload.name });
  await ctx.db.deleteFrom('evidence_upload').where('id', '=', uploadId).execute();
  await receiving.drop(ctx.tenant.id, uploadId);
  return { done: true as const };
}

/**
 * Keeps a complete file as evidence. The first call starts its examination, later ones ask for the
 * end; asked again afterwards, it tells what was kept.
 */
export async function finishUpload(
  needs: EvidenceNeeds,
  ctx: Ctx,
  { uploadId, ...description }: Description & { uploadId: string },
) {
  const upload = await lockUpload(ctx.db, { id: uploadId, accountId: ctx.actor.accountId });
  if (!upload) throw evidenceProblem('upload-unknown');
  if (upload.evidence_id !== null) return kept(needs, ctx, upload.evidence_id, []);
  const examined = needs.examinations.outcome(`${ctx.tenant.id} ${uploadId}`, () =>
    examineUpload(needs, ctx.tenant.id, upload),
  );
  if (examined === 'running') return { state: 'examining' as const };
  const notices = [...examined.notices, ...(await twinNotices(ctx, upload.sha256))];
  const id = await onDisk(upload.name, () =>
    keepExamined(needs.store, ctx, { examined, received: upload, description, by: ctx.actor }),
  );
  await ctx.db
    .updateTable('evidence_upload')
    .set({ evidence_id: id })
    .where('id', '=', uploadId)
    .execute();
  // A stop before the commit must find all that has arrived, for the next try.
  ctx.afterCommit(() => needs.receiving.drop(ctx.tenant.id, uploadId));
  return kept(needs, ctx, id, notices);
}

async function kept(needs: EvidenceNeeds, ctx: Ctx, id: string, notices: readonly string[]) {
  const evidence = await evidenceItem(needs, ctx, id);
  return { state: 'kept' as const, evidence, notices: [...notices] };
}

/** The whole file, examined. What is refused does not stay: it may be what must not be here. */
async function examineUpload(
  { receiving, store }: FilePlaces,
  tenant: string,
  { id, name, bytes, sha256, stamp }: UploadRow,
): Promise<Examined> {
  const file = await receiving.whole(tenant, id, { name, bytes, sha256 });
  try {
    return await onDisk(name, () => examineFile(store, { tenant, file, name, stamp }));
  } catch (error) {
    const isRefused = error instanceof Problem && error.code !== 'evidence.disk-full';
    if (isRefused) await receiving.drop(tenant, id);
    throw error;
  }
}

/** The same bytes were kept before: one photo for two matters is worth a look. */
async function twinNotices(ctx: Ctx, sha256: string): Promise<readonly string[]> {
  const twin = await ctx.db
    .selectFrom('evidence')
    .select('added_at')
    .where('received_sha256', '=', sha256)
    .orderBy('added_at')
    .executeTakeFirst();
  if (!twin) return [];
  const day = chinaDay(twin.added_at);
  return [
    `同样的文件 ${day} 已经存过一次。同一件事请引用原来的那份；不是同一件事的，请核对有没有选错。`,
  ];
}

/** A full disk is told in words: whoever sends can do nothing, but somebody can. */
async function onDisk<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isFull = error instanceof Error && /ENOSPC|EDQUOT|No space left/i.test(error.message);
    throw isFull ? evidenceProblem('disk-full', { name }) : error;
  }
}
