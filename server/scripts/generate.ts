/**
 * Writes the files that are made from the source of the server. With `--check` nothing is written; a
 * file that differs from what would be written is named, and the exit code is 1.
 *
 * - `docs/reference/result.schema.json`: what `result.json` is, for programs that read it.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { resultShape } from '../src/assessment/index.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The generated files by path, each with the function that makes its text. */
export const outputs: Readonly<Record<string, () => string>> = {
  'docs/reference/result.schema.json': resultSchema,
};

/** Later keys of the same version are allowed: a reader leaves aside what it does not know. */
function resultSchema(): string {
  const schema = z.toJSONSchema(resultShape, { target: 'draft-2020-12', io: 'input' });
  return formatted('result.schema.json', JSON.stringify(schema));
}

/** The layout of the house, so that the lint of the repository finds nothing to say. */
function formatted(name: string, text: string): string {
  const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome');
  const arguments_ = [biome, 'format', `--stdin-file-path=docs/reference/${name}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, arguments_, {
    cwd: repository,
    input: text,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`biome could not format ${name}:\n${stderr}`);
  return stdout;
}

/** The paths whose committed text is not what would be written. */
export function stale(): string[] {
  return Object.entries(outputs).flatMap(([path, text]) =>
    committed(path) === text() ? [] : [path],
  );
}

function committed(path: string): string | undefined {
  try {
    return readFileSync(join(repository, path), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const paths = stale();
    for (const path of paths) console.error(`${path} is not what npm run gen would write`);
    process.exitCode = paths.length > 0 ? 1 : 0;
  } else {
    for (const [path, text] of Object.entries(outputs)) {
      writeFileSync(join(repository, path), text());
    }
  }
}
