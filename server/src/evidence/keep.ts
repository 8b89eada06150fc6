/** An examined file becomes evidence: its bytes under their hash, and the row that tells of it. */

import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import type { Queries } from '../platform/index.ts';
import { type Examined, examineFile } from './examine.ts';
import type { FileStore } from './file-store.ts';
import type { KeptKind } from './sniff.ts';
import { lockHash } from './store.ts';

/** Where evidence is written: the transaction and tenant of the deed that keeps it. */
export interface KeepingPlace {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  /** Instant of the deed. */
  readonly now: string;
}

/** What people write about a file. */
export interface Description {
  readonly caption: string;
  readonly takenOn?: string;
  readonly takenBy: string;
  readonly note: string;
}

interface NewEvidence {
  readonly examined: Examined;
  readonly received: { readonly sha256: string; readonly bytes: number };
  readonly description: Description;
  /** The account that brought it, and its person in the roster where there is one. */
  readonly by: { readonly accountId: string; readonly person?: string };
}

/**
 * Keeps an examined file; gives its id. Until the transaction ends nobody else puts or removes a
 * file of these hashes: the clean-up finds either no file, or a row that shows it.
 */
export async function keepExamined(
  store: FileStore,
  place: KeepingPlace,
  { examined, received, description, by }: NewEvidence,
): Promise<string> {
  const { notes, preview, size, stored } = examined;
  const files = preview ? [stored, preview] : [stored];
  for (const file of files.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))) {
    await lockHash(place.db, place.tenant.id, file.sha256);
    await store.put(place.tenant.id, file);
  }
  const id = randomUUID();
  await place.db
    .insertInto('evidence')
    .values({
      tenant_id: place.tenant.id,
      id,
      name: examined.name,
      kind: kinds[examined.kind],
      media_type: examined.mediaType,
      received_sha256: received.sha256,
      received_bytes: received.bytes,
      stored_sha256: stored.sha256,
      shown_sha256: stored.sha256,
      shown_bytes: stored.bytes,
      preview_sha256: preview?.sha256 ?? null,
      width: size?.width ?? null,
      height: size?.height ?? null,
      taken_at: notes.takenAt ?? null,
      lat_e7: notes.place?.latE7 ?? null,
      lon_e7: notes.place?.lonE7 ?? null,
      caption: description.caption,
      taken_on: description.takenOn ?? notes.takenAt?.slice(0, 10) ?? null,
      taken_by: description.takenBy,
      note: description.note,
      added_by_account: by.accountId,
      added_by: by.person ?? null,
      added_at: place.now,
    })
    .execute();
  return id;
}

const kinds: Readonly<Record<KeptKind, string>> = {
  jpeg: 'picture',
  png: 'picture',
  webp: 'picture',
  heic: 'picture',
  pdf: 'pdf',
  docx: 'document',
  xlsx: 'sheet',
  text: 'text',
};

/** A whole file with what is said of it. */
export interface WholeFile {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly sha256: string;
  readonly name: string;
  readonly caption: string;
  /** `2026-03-06` */
  readonly takenOn: string;
  readonly takenBy: string;
  /** Who stands as the one who brought it. */
  readonly accountId: string;
}

/**
 * Examines and keeps a file that comes from the program itself, not from a page.
 * @returns its id, and the hash by which facts cite it.
 */
export async function keepEvidence(
  { store }: { readonly store: FileStore },
  place: KeepingPlace,
  { accountId, bytes, name, sha256, ...said }: WholeFile,
): Promise<{ id: string; storedSha256: string }> {
  const path = await store.workPath(place.tenant.id);
  await writeFile(path, bytes);
  try {
    const received = { path, sha256, bytes: bytes.length };
    const given = { tenant: place.tenant.id, file: received, name, stamp: false };
    const examined = await examineFile(store, given);
    const description = { ...said, note: '' };
    const kept = { examined, received, description, by: { accountId } };
    const id = await keepExamined(store, place, kept);
    return { id, storedSha256: examined.stored.sha256 };
  } finally {
    await rm(path, { force: true });
  }
}
