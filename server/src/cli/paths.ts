/** Paths as people paste them, and as they can be pasted again. */

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const quotes = /^["'“”‘’]+|["'“”‘’]+$/gu;

/**
 * A path without what a file manager or a chat window put around it: quotes, blanks, a slash at the
 * end, `file://`; `~` is the home folder. What exists exactly as it was written is left alone.
 */
export function cleanPath(written: string): string {
  if (existsSync(written)) return withoutLastSlash(written);
  const bare = written.trim().replace(quotes, '').trim();
  if (bare === '') return '';
  if (/^file:\/\/\//i.test(bare)) return fromAddress(bare);
  const home = /^~(?:[/\\](.*))?$/.exec(bare);
  return withoutLastSlash(home ? join(homedir(), home[1] ?? '') : bare);
}

/** A path as it can be pasted into a terminal again. */
export function quotedPath(path: string): string {
  return /[\s&()'"；，。“”]/u.test(path) ? `"${path}"` : path;
}

function fromAddress(address: string): string {
  try {
    return withoutLastSlash(fileURLToPath(address));
  } catch {
    return address;
  }
}

/** `C:\` and `/` keep theirs. */
function withoutLastSlash(path: string): string {
  const shorter = path.replace(/[/\\]+$/, '');
  return shorter === '' || /^[a-z]:$/i.test(shorter) ? path : shorter;
}
