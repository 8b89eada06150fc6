/**
 * Writes the demonstration township `schemes/qinghe-town` from the seeded descriptions in `demo/`:
 *
 *     node server/scripts/demo-town.ts            writes the files
 *     node server/scripts/demo-town.ts --check    names those that differ; exit code 1 then
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoFiles } from './demo/files.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The paths whose text in the repository (or in a copy of it) is not what would be written. */
export async function staleDemoFiles(root = repository): Promise<string[]> {
  const files = await demoFiles();
  return [...files].flatMap(([path, text]) => (textOf(join(root, path)) === text ? [] : [path]));
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const paths = await staleDemoFiles();
    for (const path of paths) {
      console.error(`${path} is not what node server/scripts/demo-town.ts would write`);
    }
    process.exitCode = paths.length > 0 ? 1 : 0;
  } else {
    for (const [path, text] of await demoFiles()) writeFileSync(join(repository, path), text);
  }
}
