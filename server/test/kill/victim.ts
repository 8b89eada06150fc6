/** The program as a process of its own on a folder of its own, so that it can be killed as a machine kills. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What can be killed. */
export type Part = 'server' | 'database';

export interface Victim {
  readonly folder: string;
  readonly origin: string;
  start(): void;
  /** Waits until it answers that it is ready; fails if it ended by itself. */
  ready(): Promise<void>;
  /** `kill -9`, of the program's process or of the postmaster, as soon as there is one. */
  kill(part: Part): Promise<void>;
  /** The end of what it printed since it was started. */
  printed(): string;
  /** As a service manager ends it. */
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, '../../src/start.ts');

/** Nothing is started yet. `folder` must be one that the database's user can enter. */
export async function victimIn(folder: string): Promise<Victim> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, DATABASE_APP_URL: __, ...inherited } = process.env;
  const env = {
    ...inherited,
    PORT: String(port),
    ONENEEDLE_DATA: folder,
    ONENEEDLE_PAGES: folder, // what is killed here serves no pages
    ONENEEDLE_ORIGIN: origin,
  };
  let child: ChildProcess | undefined;
  let told = '';
  return {
    folder,
    origin,
    start: () => {
      told = told.slice(-2000); // what it said last before it was killed may tell why
      child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (part) => {
          told = `${told}${part}`.slice(-4000);
        });
      }
    },
    ready: async () => {
      while (!(await isReady(origin))) {
        if (hasEnded(child)) throw new Error('the program ended by itself');
        await sleep(25);
      }
    },
    kill: async (part) => {
      if (part === 'server') return killed(child);
      process.kill(await postmasterOf(folder), 'SIGKILL');
    },
    printed: () => told,
    stop: async () => {
      if (!child || hasEnded(child)) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (!child || hasEnded(child)) throw new Error('the program ended before it was killed');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function hasEnded(child: ChildProcess | undefined): boolean {
  return !child || child.exitCode !== null || child.signalCode !== null;
}

/** Nothing but 200 is ready: it answers 503 while its database repairs itself. */
async function isReady(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health/ready`);
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** The process that the data directory's lock file names, once it is alive. */
async function postmasterOf(folder: string): Promise<number> {
  for (;;) {
    const pid = lockedBy(folder);
    if (pid !== undefined && isPostgres(pid)) return pid;
    await sleep(10);
  }
}

function lockedBy(folder: string): number | undefined {
  try {
    const [pid] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
    return Number(pid) || undefined;
  } catch {
    return undefined;
  }
}

/** A lock file outlives its process, whose number may be somebody else's by now. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
