/** `npm run e2e [-- ROOM]`: the journeys, and how many passed in the last line. */

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadedDemonstration } from './kit/program.ts';

const repository = join(import.meta.dirname, '../..');
const results = join(repository, 'out/e2e.json');
mkdirSync(join(repository, 'out'), { recursive: true });
rmSync(results, { force: true });

/** Seconds that the long journeys took when they were last timed; any other counts as 30. */
const secondsOf: Readonly<Record<string, number>> = {
  links: 242,
  pages: 205,
  'scheme-editor': 170,
  supervision: 110,
  accounts: 92,
  ledger: 82,
  demands: 81,
  year: 80,
  'field-cuts': 80,
  items: 80,
  'ledger-shared': 74,
  help: 72,
  quarter: 60,
};

const chosen = process.argv.slice(2);
const isAll = chosen.length === 0;
// All journeys are walked in two halves side by side, each in a township of its own.
const parts = isAll && availableParallelism() > 1 ? inHalves(journeys()) : [chosen];
// The towns are loaded once; what starts a township of its own begins with a copy.
const loaded = isAll ? await loadedDemonstration() : undefined;
const ended = await Promise.all(parts.map(walk));
loaded?.remove();

const passed = sum(({ numPassedTests }) => numPassedTests);
const failed = sum(({ numFailedTests, success }) => Math.max(numFailedTests, success ? 0 : 1));
const success = failed === 0;
const testResults = ended.flatMap((one) => one.testResults ?? []);
writeFileSync(
  results,
  JSON.stringify({ success, numPassedTests: passed, numFailedTests: failed, testResults }),
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = success ? 0 : 1;

function journeys(): string[] {
  const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.e2e.ts'));
  return names.map((name) => name.replace('.e2e.ts', '')).sort();
}

/** Two parts that take about as long as each other: the longest first, each to the shorter part. */
function inHalves(names: readonly string[]): string[][] {
  const halves: [string[], string[]] = [[], []];
  const takes = (name: string) => secondsOf[name] ?? 30;
  const total = (part: readonly string[]) => part.reduce((sum, name) => sum + takes(name), 0);
  for (const name of names.toSorted((a, b) => takes(b) - takes(a))) {
    const [first, second] = halves;
    (total(first) <= total(second) ? first : second).push(name);
  }
  return halves;
}

interface Ended {
  readonly success: boolean;
  /** What each file's tests came to, as the JSON reporter writes it. */
  readonly testResults?: readonly unknown[];
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

function sum(count: (one: Ended) => number): number {
  return ended.reduce((total, one) => total + count(one), 0);
}

/** Walks a part of the journeys; its words come out whole when it ends, if it is not alone. */
async function walk(names: readonly string[], index: number): Promise<Ended> {
  const file = join(repository, `out/e2e-${index + 1}.json`);
  rmSync(file, { force: true });
  const isAlone = parts.length === 1;
  const child = spawn(
    'vitest',
    [
      'run',
      ...(isAll ? names.map((name) => `web/e2e/${name}.e2e.ts`) : names),
      '--config=vitest.e2e.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    {
      cwd: repository,
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...(loaded ? { ALL_JOURNEYS: '1', DEMONSTRATION_DATA: loaded.folder } : {}),
      },
    },
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
