/** Evidence that comes from the program itself, not from a page: kept by the same examination. */

import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Queries } from '../platform/index.ts';
import { examineFile } from './examine.ts';
import { lockHash } from './store.ts';
import type { FilePlaces } from './upload-actions.ts';

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

interface KeepingPlace {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  /** Instant of the deed. */
  readonly now: string;
}

/** Examines and keeps a file. @returns its id, and the hash by which facts cite it. */
export async function keepEvidence(
  { store }: FilePlaces,
  { db, tenant, now }: KeepingPlace,
  given: WholeFile,
): Promise<{ id: string; storedSha256: string }> {
  const path = await store.workPath(tenant.id);
  await writeFile(path, given.bytes);
  const file = { path, sha256: given.sha256, bytes: given.bytes.length };
  const examined = await examineFile(store, {
    tenant: tenant.id,
    file,
    name: given.name,
    stamp: false,
  });
  const { stored, preview, size } = examined;
  for (const one of preview ? [stored, preview] : [stored]) {
    await lockHash(db, tenant.id, one.sha256);
    await store.put(tenant.id, one);
  }
  const id = randomUUID();
  await db
    .insertInto('evidence')
    .values({
      tenant_id: tenant.id,
      id,
      name: examined.name,
      kind: examined.kind === 'pdf' ? 'pdf' : 'picture',
      media_type: examined.mediaType,
      received_sha256: given.sha256,
      received_bytes: given.bytes.length,
      stored_sha256: stored.sha256,
      shown_sha256: stored.sha256,
      shown_bytes: stored.bytes,
      preview_sha256: preview?.sha256 ?? null,
      width: size?.width ?? null,
      height: size?.height ?? null,
      caption: given.caption,
      taken_on: given.takenOn,
      taken_by: given.takenBy,
      note: '',
      added_by_account: given.accountId,
      added_at: now,
    })
    .execute();
  return { id, storedSha256: stored.sha256 };
}
