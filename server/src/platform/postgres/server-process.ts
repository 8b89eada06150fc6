/** The PostgreSQL process of ours: started, found again, started anew whenever it dies, stopped. */

import { spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import type { ServiceUser } from './service-user.ts';

/** How the server is started and asked whether it answers. */
export interface ServerPlan {
  /** Folder of the PostgreSQL programs. */
  readonly programs: string;
  /** Holds `data` and `postgres.log`. */
  readonly folder: string;
  /** Who it runs as, where this process is root. */
  readonly user: ServiceUser | undefined;
  /** Address of the server at a port. */
  readonly url: (port: number) => string;
  readonly tell: (sentence: string) => void;
}

/** A server that runs. */
export interface ServerProcess {
  readonly port: number;
  /** Stops it after its last transaction, and keeps it from being started anew. */
  stop(): Promise<void>;
}

/** One life of the server: a child of ours, or one that a killed program left behind. */
interface Life {
  readonly pid: number;
  readonly port: number;
  readonly ended: Promise<void>;
}

/**
 * Adopts the server that runs on the data directory, or starts one; when it dies, starts it anew on
 * the same port, for as long as it takes. What was under way meanwhile has failed and is asked again.
 */
export async function keepServer(plan: ServerPlan): Promise<ServerProcess> {
  const first = await firstLife(plan);
  const keeper: Keeper = { life: first, isStopping: false };
  const kept = keepAlive(plan, keeper, first.port);
  return {
    port: first.port,
    stop: async () => {
      keeper.isStopping = true;
      if (keeper.life && isAlive(keeper.life.pid)) process.kill(keeper.life.pid, 'SIGINT');
      await kept;
    },
  };
}

interface Keeper {
  /** Undefined between two lives. */
  life: Life | undefined;
  isStopping: boolean;
}

async function keepAlive(plan: ServerPlan, keeper: Keeper, port: number): Promise<void> {
  while (keeper.life) {
    await keeper.life.ended;
    keeper.life = undefined;
    if (keeper.isStopping) return;
    plan.tell('数据库意外停了，正在重新启动。这期间的请求会答复“请稍后再试”，已经答复的都不会丢。');
    keeper.life = await nextLife(plan, keeper, port);
    if (keeper.life) plan.tell('数据库已重新启动。');
  }
}

/** Tries until it runs: what is left of the old server may hold the data for a moment. */
async function nextLife(plan: ServerPlan, keeper: Keeper, port: number): Promise<Life | undefined> {
  for (let tries = 1; !keeper.isStopping; tries += 1) {
    const life = await attempt(plan, port);
    if (life && !keeper.isStopping) return life;
    if (life) {
      process.kill(life.pid, 'SIGINT');
      await life.ended;
    }
    if (tries === startTries) plan.tell(`${failure(plan)}\n还在一次次重试。`);
    await sleep(retryMilliseconds);
  }
  return undefined;
}

const startTries = 8;
const retryMilliseconds = 500;

/** A lock file that lingers after a kill is waited for; a server that is about to run is found. */
async function firstLife(plan: ServerPlan): Promise<Life> {
  for (let tries = 1; tries <= startTries; tries += 1) {
    const life = (await runningLife(plan)) ?? (await attempt(plan, await freePort()));
    if (life) return life;
    await sleep(retryMilliseconds);
  }
  throw new Refusal(failure(plan));
}

function failure({ folder }: ServerPlan): string {
  const path = join(folder, 'postgres.log');
  const log = readFileSync(path, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  return `数据库没有启动起来。日志 ${path} 的最后几行：\n${log}`;
}

async function attempt(plan: ServerPlan, port: number): Promise<Life | undefined> {
  const child = spawnServer(plan, port);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve()); // the program itself is gone
  });
  const life = { pid: child.pid ?? 0, port, ended };
  const hasEnded = () =>
    child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  return (await becomesReady(hasEnded, plan.url(port))) ? life : undefined;
}

function spawnServer({ programs, folder, user }: ServerPlan, port: number) {
  const path = join(folder, 'postgres.log');
  const log = openSync(path, 'a', 0o600);
  chmodSync(path, 0o600);
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=on',
    'timezone=UTC',
    'log_statement=none',
  ].flatMap((setting) => ['-c', setting]);
  try {
    return spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), ...settings], {
      stdio: ['ignore', log, log],
      cwd: '/',
      // Not our group: Ctrl-C reaches us alone, and we stop the server after the last transaction.
      detached: true,
      ...asUser(user),
    });
  } finally {
    closeSync(log);
  }
}

/**
 * The server that the directory's lock file names, once it answers: its parent was killed and it
 * went on, perhaps in the middle of its own repair. It is ours, since we hold the folder.
 */
async function runningLife({ folder, url }: ServerPlan): Promise<Life | undefined> {
  const found = lockedBy(join(folder, 'data'));
  if (!found) return undefined;
  const { pid, port } = found;
  const isServer = commandOf(pid)?.includes(join(folder, 'data')) ?? false;
  const isGone = () => !isServer || !isAlive(pid);
  if (!(await becomesReady(isGone, url(port)))) return undefined;
  return { pid, port, ended: endOf(pid) };
}

/** Port and process of the directory's lock file; undefined if there is no such process. */
export function lockedBy(dataDirectory: string): { pid: number; port: number } | undefined {
  const lock = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(lock)) return undefined;
  const lines = readFileSync(lock, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : undefined;
}

/** Asks until it answers; asks once more than never, so that a server elsewhere counts too. */
async function becomesReady(hasEnded: () => boolean, url: string): Promise<boolean> {
  for (;;) {
    if (await answers(url)) return true;
    if (hasEnded()) return false;
    await sleep(30);
  }
}

/** Tells whether the server at an address takes us in now. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** A process that is no child of ours can only be looked at. */
async function endOf(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(100);
}

/** A port that is free now; another process may take it first, then the start is tried again. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The command line of a process, where the system shows it. */
function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // One that ended and was not yet called for is no more, though its number stands.
  return !/^State:\s+Z/m.test(statusOf(pid));
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** Without the rights of root, and without what our environment holds beside. */
export function asUser(user: ServiceUser | undefined) {
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' };
  return user ? { uid: user.uid, gid: user.gid, env } : { env };
}
