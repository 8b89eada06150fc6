/** `npm run e2e [-- ROOM]`: the journeys, and how many passed in the last line. */

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const results = join(repository, 'out/e2e.json');
mkdirSync(join(repository, 'out'), { recursive: true });
rmSync(results, { force: true });

const chosen = process.argv.slice(2);
// All journeys are walked in two halves side by side, each in a township of its own.
const halves = chosen.length === 0 && availableParallelism() > 1 ? ['1/2', '2/2'] : ['1/1'];
const ended = await Promise.all(halves.map(walk));

const passed = sum(({ numPassedTests }) => numPassedTests);
const failed = sum(({ numFailedTests, success }) => Math.max(numFailedTests, success ? 0 : 1));
const success = failed === 0;
writeFileSync(results, JSON.stringify({ success, numPassedTests: passed, numFailedTests: failed }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = success ? 0 : 1;

interface Ended {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

function sum(count: (one: Ended) => number): number {
  return ended.reduce((total, one) => total + count(one), 0);
}

/** Walks a part of the journeys; its words come out whole when it ends, if it is not alone. */
async function walk(part: string): Promise<Ended> {
  const file = join(repository, `out/e2e-${part.replace('/', '-of-')}.json`);
  rmSync(file, { force: true });
  const isAlone = halves.length === 1;
  const child = spawn(
    'vitest',
    [
      'run',
      ...chosen,
      `--shard=${part}`,
      '--config=vitest.e2e.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: repository, stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] },
  );
  const words: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => words.push(piece));
  child.stderr?.on('data', (piece: Buffer) => words.push(piece));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  process.stdout.write(Buffer.concat(words));
  const run = told(file);
  return { ...run, success: run.success && code === 0 };
}

/** A run that never came to its end, or found nothing to run, counts as one failure. */
function told(file: string): Ended {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Ended;
  } catch {
    return { success: false, numPassedTests: 0, numFailedTests: 0 };
  }
}
