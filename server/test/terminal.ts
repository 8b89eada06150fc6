/** The command line as a test sees it: captured output, and copies of the examples to spoil. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../src/cli/main.ts';
import type { Print } from '../src/cli/print.ts';

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, on a pipe or on a terminal of so many columns. */
export async function oneneedle(
  args: readonly string[],
  terminal: number | Partial<Print> = {},
): Promise<Outcome> {
  const told = { out: '', err: '' };
  const code = await run(args, {
    ...(typeof terminal === 'number' ? { columns: terminal } : terminal),
    out: (text) => {
      told.out += `${text}\n`;
    },
    err: (text) => {
      told.err += `${text}\n`;
    },
  });
  return { code, ...told };
}

/** Runs a command with --json: one document on stdout, and nothing else there. */
export async function oneneedleJson(args: readonly string[]) {
  const { code, out, err } = await oneneedle([...args, '--json']);
  return { code, err, answer: JSON.parse(out) as Record<string, unknown> };
}

/** The program that a shell runs. */
export const program = fileURLToPath(new URL('../bin/oneneedle.js', import.meta.url));

/** The folder of an example that ships. */
export function exampleFolder(name: string): string {
  return fileURLToPath(new URL(`../../schemes/${name}`, import.meta.url));
}

const made: string[] = [];

/** An empty folder that `removeFolders` takes away. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-'));
  made.push(folder);
  return folder;
}

/** A copy of an example without a result, each named file changed as told. */
export function copyOf(name: string, changes: Record<string, (text: string) => string> = {}) {
  const folder = emptyFolder();
  cpSync(exampleFolder(name), folder, { recursive: true });
  rmSync(join(folder, 'result.json'), { force: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    const [before, after] = [readFileSync(path, 'utf8'), change(readFileSync(path, 'utf8'))];
    if (before === after) throw new Error(`nothing changed in ${file}`);
    writeFileSync(path, after);
  }
  return folder;
}

/** Removes what `emptyFolder` and `copyOf` made. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
