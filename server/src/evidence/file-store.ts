/**
 * Where the bytes of evidence lie: one folder a tenant, each file under the hash of its content. A
 * file is either there whole or not at all, whenever the machine stops, and is never changed.
 */

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file on this machine and what its bytes are. */
export interface Digested {
  readonly path: string;
  /** 64 hexadecimal digits in small letters. */
  readonly sha256: string;
  readonly bytes: number;
}

/** First and last byte, both counted in, from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** A place for files by content; the disk is one, an object store would be another. */
export interface FileStore {
  /**
   * Keeps a file under its hash and takes the given one away. When the promise is fulfilled, the
   * bytes outlive a power cut. What is there already is kept, unless its bytes are no longer right.
   */
  put(tenant: string, file: Digested): Promise<void>;
  /** The bytes of a file, or a part of them; undefined where there is none of that hash. */
  read(tenant: string, sha256: string, range?: ByteRange): Promise<Readable | undefined>;
  /** A file as something to answer with; its bytes are read when they are asked for. */
  blob(tenant: string, sha256: string): Promise<Blob | undefined>;
  /** How many bytes a file has; undefined where there is none of that hash. */
  size(tenant: string, sha256: string): Promise<number | undefined>;
  /** Takes a file away; one that is not there is no mistake. */
  remove(tenant: string, sha256: string): Promise<void>;
  /** Every file of a tenant, in the order of the hashes. */
  list(tenant: string): AsyncIterable<{ readonly sha256: string; readonly bytes: number }>;
  /** A path for a file in the making, on the same disk; what is left there is swept at a start. */
  workPath(tenant: string, ending?: string): Promise<string>;
}

/** A work file is seconds old while it is needed; another process may be at work beside this one. */
const staleMilliseconds = 60 * 60 * 1000;

/** Opens the folder as a store, makes it where it is missing, and sweeps what a stop left in the making. */
export async function openDiskStore(root: string): Promise<FileStore> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  await sweepWork(root, Date.now() - staleMilliseconds);
  return {
    put: (tenant, file) => put(root, tenant, file),
    read: (tenant, sha256, range) => read(placeOf(root, tenant, sha256), range),
    blob: (tenant, sha256) => blobOf(placeOf(root, tenant, sha256)),
    size: (tenant, sha256) => sizeOf(placeOf(root, tenant, sha256)),
    remove: (tenant, sha256) => rm(placeOf(root, tenant, sha256), { force: true }),
    list: (tenant) => list(tenantFolder(root, tenant)),
    workPath: (tenant, ending = '') => workPath(root, tenant, ending),
  };
}

async function put(root: string, tenant: string, file: Digested): Promise<void> {
  const place = placeOf(root, tenant, file.sha256);
  if (await isSound(place, file)) return rm(file.path, { force: true });
  const shard = join(place, '..');
  const made = await mkdir(shard, { recursive: true, mode: 0o700 });
  await flush(file.path, 'r+');
  await rename(file.path, place);
  await flushFolder(shard);
  // A folder outlives a power cut only when the one above it knows of it.
  if (made !== undefined) for (const above of foldersAbove(shard, root)) await flushFolder(above);
}

/** Whether the bytes under a hash are still those; a disk may have lost some. */
async function isSound(place: string, { bytes, sha256 }: Digested): Promise<boolean> {
  if ((await sizeOf(place)) !== bytes) return false;
  return (await digestOf(place)).sha256 === sha256;
}

async function read(place: string, range?: ByteRange): Promise<Readable | undefined> {
  try {
    // Opened before it is promised: a file that goes missing now is still read to its end.
    const file = await open(place, 'r');
    return file.createReadStream(range && { start: range.first, end: range.last });
  } catch (error) {
    return absent(error);
  }
}

async function blobOf(place: string): Promise<Blob | undefined> {
  return (await sizeOf(place)) === undefined ? undefined : openAsBlob(place);
}

/** How many bytes a file has; undefined where there is none. */
export async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(absent))?.size;
}

async function* list(folder: string) {
  for (const shard of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shard)) continue;
    for (const sha256 of await namesIn(join(folder, shard))) {
      const bytes = await sizeOf(join(folder, shard, sha256));
      if (hashForm.test(sha256) && bytes !== undefined) yield { sha256, bytes };
    }
  }
}

async function workPath(root: string, tenant: string, ending: string): Promise<string> {
  const folder = join(tenantFolder(root, tenant), 'work');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${randomUUID()}${ending}`);
}

/** Takes away work files that were last written before an instant, of all tenants. */
async function sweepWork(root: string, before: number): Promise<void> {
  for (const tenant of await namesIn(root)) {
    const folder = join(root, tenant, 'work');
    for (const name of await namesIn(folder)) {
      const found = await stat(join(folder, name)).catch(absent);
      if (found && found.mtimeMs < before) await rm(join(folder, name), { force: true });
    }
  }
}

/** The hash and size of a file's bytes, read piece by piece. */
export async function digestOf(path: string): Promise<Digested> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (pieces) => {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  });
  return { path, sha256: hash.digest('hex'), bytes };
}

/** The folder of a tenant; a name that could lead elsewhere is a mistake of ours. */
export function tenantFolder(root: string, tenant: string): string {
  if (!/^[0-9a-f][0-9a-f-]{0,63}$/.test(tenant)) throw new Error(`"${tenant}" is no tenant id`);
  return join(root, tenant);
}

const hashForm = /^[0-9a-f]{64}$/;

function placeOf(root: string, tenant: string, sha256: string): string {
  if (!hashForm.test(sha256)) throw new Error(`"${sha256}" is no SHA-256`);
  return join(tenantFolder(root, tenant), sha256.slice(0, 2), sha256);
}

/** Makes sure that the bytes of a file are on the disk, not only on their way. */
export async function flush(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows opens no folder for this; its file system keeps its own order.
  if (process.platform !== 'win32') await flush(path, 'r');
}

function foldersAbove(folder: string, root: string): readonly string[] {
  const above = join(folder, '..');
  return above.length < root.length ? [] : [above, ...foldersAbove(above, root)];
}

/** The names in a folder in order; none where the folder is missing. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return ((await readdir(folder).catch(absent)) ?? []).sort();
}

/** What is not there is an answer; anything else is an outage. */
export function absent(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
