/** The programs from outside that checks of printed pages, pictures and the bench call. */

import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program: what it is called here, and the Debian packages that bring it. */
interface Program {
  readonly command: string;
  readonly packages: string;
}

const programs = {
  chromium: { command: process.env.CHROMIUM ?? 'chromium', packages: 'chromium fonts-noto-cjk' },
  soffice: {
    command: process.env.SOFFICE ?? 'soffice',
    packages: 'libreoffice-calc libreoffice-writer fonts-noto-cjk',
  },
  pdfinfo: { command: 'pdfinfo', packages: 'poppler-utils' },
  pdffonts: { command: 'pdffonts', packages: 'poppler-utils' },
  pdftotext: { command: 'pdftotext', packages: 'poppler-utils' },
  pdftoppm: { command: 'pdftoppm', packages: 'poppler-utils' },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;

/** The environment of every program that draws text: what stands in for the fonts of the standard. */
export const drawingEnvironment = {
  ...process.env,
  FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
};

/**
 * Runs a program to its end and gives what it printed; nothing goes through a shell.
 * Throws a sentence that names the Debian packages if it is not there, and its last words if it fails.
 */
export async function run(name: ProgramName, args: readonly string[]): Promise<string> {
  const path = requireProgram(name);
  return new Promise((resolve, reject) => {
    const options = {
      encoding: 'utf8',
      env: drawingEnvironment,
      maxBuffer: 256 * 1024 * 1024,
      timeout: 300_000,
    } as const;
    execFile(path, args, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(new Error(`${name} ${args.join(' ')} failed: ${error.message}\n${stderr}`));
    });
  });
}

/** Where a program stands on this machine; throws a sentence that names the Debian packages. */
export function requireProgram(name: ProgramName): string {
  const path = pathOf(name);
  if (path !== undefined) return path;
  throw new Error(missingSentence(name));
}

/** Where a program stands on this machine, or undefined. */
export function pathOf(name: ProgramName): string | undefined {
  const { command } = programs[name];
  const folders = isAbsolute(command) ? [''] : (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** "soffice is not installed: apt-get install libreoffice-calc …", and how to point elsewhere. */
export function missingSentence(name: ProgramName): string {
  const { packages } = programs[name];
  const elsewhere =
    name === 'chromium' || name === 'soffice'
      ? `, or say where it is in the variable ${name.toUpperCase()}`
      : '';
  return `${name} is not installed: apt-get install ${packages}${elsewhere}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
