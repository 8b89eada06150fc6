/** A file of a request where a reader wants a path: in a folder of its own, gone afterwards. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Refusal } from './refusal.ts';

interface Uploaded {
  /** As the sender's machine calls it; may be anything. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it is called where its own name is none: `名册.xlsx`. */
  readonly otherwise: string;
  /** Makes the problem that a refusal of a reader becomes. */
  readonly refused: (why: string) => Error;
}

/**
 * Runs the work on a path, because the readers of tables and documents want one; the file is gone
 * afterwards. A refusal names the file as the clerk knows it, never a folder of this machine.
 */
export async function withUploaded<T>(
  { name, bytes, otherwise, refused }: Uploaded,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'oneneedle-uploaded-'));
  const own = basename(name.replaceAll('\\', '/')).replace(/[\p{C}/]/gu, '');
  const isName = /[^.]/.test(own); // '..' is the folder above
  const path = join(folder, isName ? own.slice(-100) : otherwise); // its end says what it is
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    return await work(path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refused(error.message.replaceAll(`${folder}/`, ''));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
