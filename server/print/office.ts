/** LibreOffice without a window: files in, PDF or CSV out, many files in one start. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './programs.ts';

/**
 * Prints office files to PDF in one start of LibreOffice; by name, as they came in.
 * The names end in .docx or .xlsx. Throws if one of them did not become a PDF.
 */
export async function pdfsOf(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, string>> {
  const folder = newFolder();
  const paths = [...files].map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const printed = await convert(paths, 'pdf', join(folder, 'pdf'));
  return new Map([...files.keys()].map((name, index) => [name, printed[index] ?? '']));
}

/** Prints one office file to PDF and gives the path; the name says what it is by its ending. */
export async function pdfOf(name: string, bytes: Uint8Array): Promise<string> {
  const printed = await pdfsOf(new Map([[name, bytes]]));
  return printed.get(name) ?? '';
}

/** Prints the sheet that stands first in a workbook to CSV, in UTF-8, with values at full precision. */
export async function csvOf(path: string, folder: string): Promise<string> {
  // 44 comma, 34 quote, 76 UTF-8, from line 1, no formats, language 0, quote only where needed,
  // numbers as they are and not as they look.
  const [printed] = await convert(
    [path],
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
    folder,
  );
  return printed ?? '';
}

/**
 * Converts files by one start of LibreOffice, in the order they came; no two may share a name.
 * Throws if a file was not written: LibreOffice itself ends well also when it could not read one.
 */
export async function convert(
  paths: readonly string[],
  format: string,
  folder: string,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const ending = format.split(':')[0];
  const written = paths.map((path) => join(folder, `${basename(path, extname(path))}.${ending}`));
  for (const path of written) rmSync(path, { force: true });
  const profile = `-env:UserInstallation=${pathToFileURL(profileFolder())}`;
  await run('soffice', [
    '--headless',
    '--norestore',
    profile,
    '--convert-to',
    format,
    '--outdir',
    folder,
    ...paths,
  ]);
  for (const path of written) {
    if (!existsSync(path)) throw new Error(`soffice wrote no ${path}`);
  }
  return written;
}

/** A new folder for what is thrown away when this process ends. */
export function newFolder(): string {
  return mkdtempSync(join(ownFolder(), 'files-'));
}

let own: string | undefined;

function ownFolder(): string {
  if (own !== undefined) return own;
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-print-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  own = folder;
  return folder;
}

let profile: string | undefined;

/** One profile a process: two starts at once on one profile would wait for each other. */
function profileFolder(): string {
  profile ??= newFolder();
  return profile;
}
