/** The files of this repository as the tidy rules see them. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSource, type Source } from './source.ts';

/** The repository's folder on this machine. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One file: its path relative to the repository, with forward slashes, and its text. */
export interface TextFile {
  path: string;
  text: string;
}

/** What a package.json declares, by field. */
export interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Every path that is committed or would be: ignored files are left out. */
export function listPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .sort();
}

/** The text files among the paths; a file with a NUL byte is not text. */
export function readTexts(paths: string[]): TextFile[] {
  return paths
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

/** The sources of all workspaces, parsed. */
export function readSources(texts: TextFile[]): Source[] {
  return texts
    .filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path))
    .map(({ path, text }) => parseSource(path, text));
}

/** The package.json of a workspace folder, '' for the repository itself. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}
