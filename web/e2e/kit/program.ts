/** The program as its command starts it, on a folder and a port of its own. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const copy = promisify(execFile);

export interface Running {
  readonly origin: string;
  /** Everything it printed so far. */
  said(): string;
  stop(): Promise<void>;
}

const start = join(import.meta.dirname, '../../../server/src/start.ts');
const patienceMilliseconds = 150_000;

/** Starts the program; `--demo` loads the demonstration townships first. */
export function startCommand(...flags: string[]): Promise<Running> {
  return startCommandWith({}, ...flags);
}

/** The same with settings of its environment; `PORT` is a free one unless it is given. */
export async function startCommandWith(
  settings: Readonly<Record<string, string>>,
  ...flags: string[]
): Promise<Running> {
  const folder = newFolder();
  const { DEMONSTRATION_DATA: loaded = '' } = process.env;
  // Copied with its owner: the database's own user must read it.
  if (loaded !== '' && flags.includes('--demo')) await copy('cp', ['-a', `${loaded}/.`, folder]);
  const { origin, said, end } = await launch(folder, settings, flags);
  const stop = async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, said, stop };
}

/**
 * A folder with the demonstration in it and nothing running on it: where `DEMONSTRATION_DATA` names
 * it, every start with `--demo` begins with a copy instead of loading the towns again.
 */
export async function loadedDemonstration(): Promise<{ folder: string; remove(): void }> {
  const folder = newFolder();
  const { end } = await launch(folder, {}, ['--demo']);
  await end();
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-e2e-'));
  chmodSync(folder, 0o755); // the database's own user must reach it
  return folder;
}

async function launch(
  folder: string,
  settings: Readonly<Record<string, string>>,
  flags: readonly string[],
) {
  const port = settings.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [start, ...flags], {
    env: {
      ...process.env,
      ...settings,
      PORT: port,
      ONENEEDLE_DATA: folder,
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  await said(child, () => output, '已就绪');
  return {
    origin: `http://127.0.0.1:${port}`,
    said: () => output,
    end: () => ended(child),
  };
}

async function said(child: ChildProcess, output: () => string, words: string): Promise<void> {
  const until = Date.now() + patienceMilliseconds;
  while (!output().includes(words)) {
    if (child.exitCode !== null) throw new Error(`the program ended:\n${output()}`);
    if (Date.now() > until) throw new Error(`the program did not say ${words}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  await end;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
