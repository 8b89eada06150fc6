/** Files that a command leaves behind: none is half written, and none of a clerk's own is lost. */

import { readFileSync } from 'node:fs';
import { kindOf, Refusal, writeBytes } from '../platform/index.ts';
import type { Say } from './words/say.ts';

/** A file that was written. */
export interface Written {
  readonly path: string;
  /** Another file stood there and is gone. */
  readonly replaced: boolean;
}

/** Which files may be replaced without being asked. */
export interface Permission {
  /** `--force`: all of them. */
  readonly force: boolean;
  /** Tells from its bytes that a file is an earlier one of ours. */
  readonly isOurs?: (bytes: Uint8Array) => boolean;
}

/**
 * Writes files in order; refuses before the first if one of them would replace a file that is not
 * ours. A file that has the same bytes already is left as it is.
 */
export async function writeFiles(
  files: ReadonlyMap<string, Uint8Array>,
  permission: Permission,
  say: Say,
): Promise<Written[]> {
  const found = [...files].map(([path, bytes]) => ({ path, bytes, old: oldBytes(path) }));
  const foreign = found.filter(({ bytes, old }) => old && !mayReplace(old, bytes, permission));
  if (foreign.length > 0) {
    const paths = foreign.map(({ path }) => path).join(say('join.and'));
    throw new Refusal(say('write.exists', { paths }));
  }
  return uninterrupted(async () => {
    const written: Written[] = [];
    for (const { path, bytes, old } of found) {
      const isSame = old !== undefined && isEqual(old, bytes);
      if (!isSame) await writeBytes(path, bytes);
      written.push({ path, replaced: old !== undefined && !isSame });
    }
    return written;
  });
}

/** "已写入 a.xlsx" or, where another file stood there, "已写入 a.xlsx（覆盖了原来的）". */
export function writtenText({ path, replaced }: Written, say: Say): string {
  return say(replaced ? 'write.replaced' : 'write.written', { path });
}

/** Ctrl-C during the work waits for its end, so that nothing is left half done. */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  let isAsked = false;
  const remember = () => {
    isAsked = true;
  };
  process.on('SIGINT', remember);
  try {
    return await work();
  } finally {
    // A signal is told when the program waits: wait once before nobody listens any more.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('SIGINT', remember);
    if (isAsked) process.kill(process.pid, 'SIGINT');
  }
}

/** The bytes of a file that is there; what is no file is left to the writer to refuse. */
function oldBytes(path: string): Uint8Array | undefined {
  if (kindOf(path) !== 'file') return undefined;
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array(); // not ours, as far as anybody can tell
  }
}

function mayReplace(old: Uint8Array, bytes: Uint8Array, { force, isOurs }: Permission): boolean {
  return force || isEqual(old, bytes) || (isOurs?.(old) ?? false);
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
