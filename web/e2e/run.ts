/** `npm run e2e [-- ROOM]`: the journeys, and how many passed in the last line. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const results = join(repository, 'out/e2e.json');
mkdirSync(join(repository, 'out'), { recursive: true });
rmSync(results, { force: true });

const { status } = spawnSync(
  'vitest',
  [
    'run',
    ...process.argv.slice(2),
    '--config=vitest.e2e.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ],
  { cwd: repository, stdio: 'inherit' },
);
const { passed, failed } = counts();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || status !== 0 ? 1 : 0;

/** A run that never came to its end, or found nothing to run, counts as one failure. */
function counts(): { passed: number; failed: number } {
  try {
    const run = JSON.parse(readFileSync(results, 'utf8')) as {
      success: boolean;
      numPassedTests: number;
      numFailedTests: number;
    };
    const failed = Math.max(run.numFailedTests, run.success ? 0 : 1);
    return { passed: run.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
