/**
 * A file on its way in, part by part. Nothing that has arrived is asked for again: whoever lost the
 * connection asks how much is here and goes on from there. Only the hash of the whole decides
 * whether it has arrived.
 */

import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { absent, type Digested, digestOf, namesIn, sizeOf, tenantFolder } from './file-store.ts';
import { evidenceProblem } from './problems.ts';

/** What the sender says of the file before it sends it. */
export interface Announced {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of all tenants on their way in; `upload` is an id of ours, never a name of the sender. */
export interface Receiving {
  /** How many bytes are here; 0 where nothing has arrived. */
  received(tenant: string, upload: string): Promise<number>;
  /** Adds a part that begins at `offset`; gives how many bytes are here and safe. */
  append(tenant: string, upload: string, part: Part): Promise<number>;
  /** The whole file, checked against what was announced; it stays where it is. */
  whole(tenant: string, upload: string, announced: Announced): Promise<Digested>;
  /** Forgets what has arrived. */
  drop(tenant: string, upload: string): Promise<void>;
  /** The uploads of a tenant with the instant of their last part. */
  list(tenant: string): AsyncIterable<{ readonly upload: string; readonly changedAt: Date }>;
}

export interface Part {
  readonly offset: number;
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly announced: Announced;
}

/** Opens the folder of a store for files on their way in. */
export function openReceiving(root: string): Receiving {
  const busy = new Set<string>();
  return {
    received: async (tenant, upload) => (await sizeOf(placeOf(root, tenant, upload))) ?? 0,
    async append(tenant, upload, part) {
      const place = placeOf(root, tenant, upload);
      // A lost connection may still be open at this end when the sender comes back.
      if (busy.has(place)) throw evidenceProblem('upload-busy');
      busy.add(place);
      try {
        return await append(place, part);
      } finally {
        busy.delete(place);
      }
    },
    whole: (tenant, upload, announced) => whole(placeOf(root, tenant, upload), announced),
    drop: (tenant, upload) => rm(placeOf(root, tenant, upload), { force: true }),
    list: (tenant) => list(join(tenantFolder(root, tenant), 'incoming')),
  };
}

async function append(place: string, { offset, pieces, announced }: Part): Promise<number> {
  await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
  const file = await openOrMake(place);
  try {
    const received = (await file.stat()).size;
    if (offset !== received) throw evidenceProblem('part-misplaced', { offset, received });
    const end = await writePieces(file, { offset, pieces, most: announced.bytes });
    if (end === undefined) {
      await file.truncate(offset);
      throw evidenceProblem('part-overruns', { name: announced.name, bytes: announced.bytes });
    }
    return end;
  } finally {
    // What arrived before a connection broke is kept too.
    await file.sync();
    await file.close();
  }
}

/** Writes what arrives; gives where it ended, or nothing when it went beyond what was announced. */
async function writePieces(
  file: FileHandle,
  { offset, pieces, most }: { offset: number; pieces: Part['pieces']; most: number },
): Promise<number | undefined> {
  let at = offset;
  for await (const piece of pieces) {
    if (at + piece.length > most) return undefined;
    await file.write(piece, 0, piece.length, at);
    at += piece.length;
  }
  return at;
}

/** Opens for writing at any place without emptying what is there. */
async function openOrMake(place: string): Promise<FileHandle> {
  const there = await open(place, 'r+').catch(absent);
  return there ?? open(place, 'wx+', 0o600);
}

async function whole(place: string, announced: Announced): Promise<Digested> {
  const received = (await sizeOf(place)) ?? 0;
  if (received < announced.bytes) {
    throw evidenceProblem('upload-unfinished', { received, bytes: announced.bytes });
  }
  const found = await digestOf(place);
  if (found.sha256 === announced.sha256) return found;
  // Nobody can say which part went wrong, so all are sent again.
  await rm(place, { force: true });
  throw evidenceProblem('bytes-differ', { name: announced.name });
}

async function* list(folder: string) {
  for (const upload of await namesIn(folder)) {
    const found = await stat(join(folder, upload)).catch(absent);
    if (found) yield { upload, changedAt: found.mtime };
  }
}

function placeOf(root: string, tenant: string, upload: string): string {
  if (!/^[0-9a-f][0-9a-f-]{0,63}$/.test(upload)) throw new Error(`"${upload}" is no upload id`);
  return join(tenantFolder(root, tenant), 'incoming', upload);
}
