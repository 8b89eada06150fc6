/**
 * Builds the kernel as plain JavaScript with declarations and packs it: `node kernel/scripts/pack.ts`
 * leaves both in `kernel/dist`. The build knows no types but the language's own, so a kernel that
 * needs Node or a browser does not build.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The fields of kernel/package.json that the packed kernel keeps. */
interface SourceManifest {
  name: string;
  version: string;
  description: string;
  license: string;
  dependencies: Record<string, string>;
}

/** Builds and packs the kernel in an empty folder and gives the tarball's path. */
export function packKernel(folder: string): string {
  const compiler = join(repository, 'node_modules/typescript/bin/tsc');
  const project = join(repository, 'kernel/tsconfig.build.json');
  run(process.execPath, [compiler, '-p', project, '--outDir', folder], repository);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packedManifest(), null, 2)}\n`);
  cpSync(join(repository, 'LICENSE'), join(folder, 'LICENSE'));
  return join(folder, run('npm', ['pack', '--silent'], folder).trim());
}

function packedManifest() {
  const path = join(repository, 'kernel/package.json');
  const { name, version, description, license, dependencies } = JSON.parse(
    readFileSync(path, 'utf8'),
  ) as SourceManifest;
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    files: ['**/*.js', '**/*.d.ts', '**/*.json'],
    dependencies,
  };
}

/**
 * Runs a program to its end and gives what it printed; a failure throws with all that it said.
 * On Windows npm is a script of the shell.
 */
export function run(program: string, args: string[], cwd: string): string {
  const shell = program === 'npm' && process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    shell,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

if (import.meta.main) {
  const folder = join(repository, 'kernel/dist');
  rmSync(folder, { recursive: true, force: true });
  console.log(packKernel(folder));
}
