/** Files written whole or not at all: what stood there before stays until the new is complete. */

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { attempted, fileSentence, kindOf, makeFolder } from './files.ts';
import { Refusal } from './refusal.ts';

/** The file by which a folder of results is known as ours. */
const marker = 'receipt.json';

/**
 * Writes a folder of files, all or none; names use `/` for folders inside. A folder that stands there
 * is replaced when it is empty, or when it is an earlier one of ours: it holds a `receipt.json`, and
 * nothing at its top that is not written anew. Anything else is refused, and nothing is changed.
 */
export async function writeFolder(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const name of files.keys()) requireInside(name);
  refuseForeign(path, files.keys());
  const target = targetOf(path);
  inWorkshop(target, path, (workshop) => {
    const fresh = join(workshop, 'new');
    attempted(path, '写', () => mkdirSync(fresh));
    for (const [name, bytes] of files) {
      makeInner(fresh, path, name.split('/').slice(0, -1));
      attempted(join(path, name), '写', () => writeFileSync(join(fresh, name), bytes));
    }
    keepMode(target, fresh);
    swap(path, { fresh, target, old: join(workshop, 'old') });
  });
}

/**
 * Refuses a place where `writeFolder` would not write these names, and touches nothing: a file, a
 * folder with files of somebody else, one with a file that is open.
 */
export function refuseForeign(path: string, files: Iterable<string>): void {
  const kind = kindOf(path);
  if (kind === 'nothing') return;
  if (kind === 'file') throw new Refusal(fileSentence(path, '写', 'EEXIST'));
  const found = attempted(path, '读', () => readdirSync(path));
  const names = found.filter((name) => !leftBySystems.has(name)).sort();
  if (names.length === 0) return;
  const open = names.find((name) => name.startsWith('~$'));
  if (open !== undefined) {
    throw new Refusal(
      `“${path}”里的文件（${open.slice(2)}）正在 Office 或 WPS 里打开着，没有写。请先关闭，再试一次。`,
    );
  }
  if (!names.includes(marker)) {
    throw new Refusal(
      `“${path}”里已经有别的文件（如“${names[0]}”），怕弄乱，没有写。请用 --out 写明一个新的或空的文件夹。`,
    );
  }
  const ours = new Set([...files].map((name) => name.split('/')[0]));
  const foreign = names.find((name) => !ours.has(name));
  if (foreign !== undefined) {
    throw new Refusal(
      `“${path}”是以前的结果，但里面有这次不会写的“${foreign}”，怕误删，没有写。请先把它移到别处，或用 --out 写明另一个文件夹。`,
    );
  }
}

/** What systems leave in folders by themselves. */
const leftBySystems = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Writes a file and makes its folder; what stood there is replaced only when all bytes are down. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  if (kindOf(path) === 'folder') throw new Refusal(fileSentence(path, '写', 'EISDIR'));
  const target = targetOf(path);
  inWorkshop(target, path, (workshop) => {
    const fresh = join(workshop, 'new');
    attempted(path, '写', () => writeFileSync(fresh, bytes));
    keepMode(target, fresh);
    attempted(path, '写', () => renameSync(fresh, target));
  });
}

/**
 * Writes several files, all or none: where one cannot be written, those before it are put back as
 * they were, or taken away where nothing stood.
 */
export async function writeTogether(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [path, bytes] of files) {
      const old =
        kindOf(path) === 'file' ? attempted(path, '读', () => readFileSync(path)) : undefined;
      await writeBytes(path, bytes);
      undo.unshift(async () => (old ? writeBytes(path, old) : rmSync(path)));
    }
  } catch (error) {
    for (const putBack of undo) await putBack();
    throw error;
  }
}

/** Where the bytes go: what a link points to stays where it is. */
function targetOf(path: string): string {
  return kindOf(path) === 'nothing' ? resolve(path) : realpathSync(path);
}

/** Who may read the new is who may read what it replaces. */
function keepMode(target: string, fresh: string): void {
  if (kindOf(target) === 'nothing') return;
  attempted(target, '写', () => chmodSync(fresh, statSync(target).mode & 0o7777));
}

/** Makes the folders of a name inside; a refusal names them as they will be, not as they are made. */
function makeInner(fresh: string, path: string, steps: readonly string[]): void {
  for (let depth = 1; depth <= steps.length; depth += 1) {
    const inner = join(...steps.slice(0, depth));
    if (kindOf(join(fresh, inner)) === 'folder') continue;
    attempted(join(path, inner), '写', () => mkdirSync(join(fresh, inner)));
  }
}

/** A name that leads outside of the folder is a mistake of ours, not of a clerk. */
function requireInside(name: string): void {
  const steps = name.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..' || /[\\:]/.test(step))) {
    throw new Error(`"${name}" is no name inside a folder`);
  }
}

/**
 * A folder beside the target, on the same disk, so that a rename is enough at the end. It is gone
 * afterwards, and after a failure also the folders that were made for it.
 */
function inWorkshop(target: string, path: string, work: (workshop: string) => void): void {
  const parent = dirname(target);
  const missing = missingFolders(parent);
  let workshop: string | undefined;
  try {
    makeFolder(parent);
    workshop = attempted(path, '写', () => mkdtempSync(join(parent, `.${basename(target)}-`)));
    work(workshop);
  } catch (error) {
    remove(workshop);
    for (const folder of missing) attemptQuietly(() => rmdirSync(folder));
    throw error;
  }
  remove(workshop);
}

/** The folders that are not there yet, the innermost first. */
function missingFolders(path: string): readonly string[] {
  if (kindOf(path) !== 'nothing' || dirname(path) === path) return [];
  return [path, ...missingFolders(dirname(path))];
}

function remove(folder: string | undefined): void {
  if (folder === undefined) return;
  attemptQuietly(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/** Tidying up must not hide what went wrong, nor undo what went right. */
function attemptQuietly(work: () => void): void {
  try {
    work();
  } catch {
    // A leftover beside the target harms nobody.
  }
}

/** Puts the new folder in the place of the old one, or the old one back where it was. */
function swap(
  path: string,
  { fresh, target, old }: { fresh: string; target: string; old: string },
): void {
  const isThere = kindOf(target) !== 'nothing';
  if (isThere) attempted(path, '写', () => renameSync(target, old));
  try {
    attempted(path, '写', () => renameSync(fresh, target));
  } catch (error) {
    if (isThere) renameSync(old, target);
    throw error;
  }
}
