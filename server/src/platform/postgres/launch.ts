/**
 * The database of this installation: the one that `DATABASE_URL` names, else a PostgreSQL of our
 * own, started as a child process on a data directory of ours. One process owns a data directory.
 */

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { type Binaries, binariesFor } from './binaries.ts';
import { claim, HeldRefusal } from './claim.ts';
import { answers, asUser, keepServer, lockedBy } from './server-process.ts';
import { isReachable, type ServiceUser, serviceUser } from './service-user.ts';

const execute = promisify(execFile);

export interface Database {
  /** Address with the rights of the owner, who migrates; the program itself logs in as less. */
  readonly url: string;
  /** `18.4`, or what the named server says. */
  readonly version: string;
  /** Where the data lie; undefined for a server that `DATABASE_URL` names. */
  readonly dataDirectory?: string;
  /** Stops our own server after its last transaction; leaves a named one alone. */
  stop(): Promise<void>;
}

export interface LaunchOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder for data, log and password of our own server. */
  readonly folder: string;
  /** Used instead when the database's user cannot reach `folder`; told when it is. */
  readonly reachableFolder: string;
  readonly tell: (sentence: string) => void;
}

/** Opens the database; refuses a data directory of another major version or another owner. */
export async function launchDatabase(
  options: LaunchOptions,
  { mayBeNew }: { mayBeNew: boolean } = { mayBeNew: true },
): Promise<Database> {
  const { DATABASE_URL: url } = options.env;
  if (url !== undefined && url !== '') return namedDatabase(url);
  const user = serviceUser(options.env.ONENEEDLE_POSTGRES_USER);
  const folder = reachableFolder(options, user);
  if (mayBeNew) mkdirSync(folder, { recursive: true });
  else requireCluster(folder);
  const release = await claim(folder);
  try {
    return await ownDatabase({ ...options, folder }, user, release);
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Opens the database for a command: as the program does, or beside a program that has it open.
 * Refuses a folder without data, unless data are to be brought there.
 */
export async function reachDatabase(
  options: LaunchOptions,
  { mayBeNew }: { mayBeNew: boolean },
): Promise<Database> {
  try {
    return await launchDatabase(options, { mayBeNew });
  } catch (error) {
    const url = error instanceof HeldRefusal ? runningUrl(error.folder) : undefined;
    if (url === undefined || !(await answers(url))) throw error;
    return namedDatabase(url);
  }
}

async function namedDatabase(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `连不上 DATABASE_URL 写的数据库（${why}）。请核对地址、用户和口令，以及数据库是否在运行。`,
    );
  }
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  await client.end();
  const number = Number(rows[0]?.server_version_num);
  if (number < 150_000) {
    throw new Refusal(
      `DATABASE_URL 的数据库是 PostgreSQL ${Math.trunc(number / 10_000)}，需要 15 以上。请升级，或换一个。`,
    );
  }
  const version = `${Math.trunc(number / 10_000)}.${number % 10_000}`;
  return { url, version, stop: async () => {} };
}

function requireCluster(folder: string): void {
  if (existsSync(join(folder, 'data', 'PG_VERSION'))) return;
  throw new Refusal(
    `数据文件夹 ${folder} 里没有数据。请用 ONENEEDLE_DATA 写明数据文件夹，或用 DATABASE_URL 写明数据库，和启动程序时写的一样。`,
  );
}

/** A folder that the database's user can reach. */
function reachableFolder(options: LaunchOptions, user: ServiceUser | undefined): string {
  const { folder, tell } = options;
  if (!user || isReachable(folder, user)) return folder;
  const other = options.reachableFolder;
  tell(`用户 ${user.name} 进不了 ${folder}，数据放在 ${other}。`);
  return other;
}

async function ownDatabase(
  { env, folder, tell }: LaunchOptions,
  user: ServiceUser | undefined,
  release: () => void,
): Promise<Database> {
  const binaries = await binariesFor({
    named: env.ONENEEDLE_POSTGRES,
    user,
    copyTo: folder,
    tell,
  });
  const dataDirectory = join(folder, 'data');
  if (!existsSync(join(dataDirectory, 'PG_VERSION'))) await createCluster(binaries, folder, user);
  requireSameMajor(dataDirectory, binaries);
  const url = (port: number) => ownerUrl(folder, port);
  const server = await keepServer({ programs: binaries.folder, folder, user, url, tell });
  const stop = async () => {
    await server.stop();
    release();
  };
  return { url: url(server.port), version: binaries.version, dataDirectory, stop };
}

/**
 * Address of the own server that runs on a folder, with the rights of its owner; undefined where
 * none does. It may still be repairing itself.
 */
export function runningUrl(folder: string): string | undefined {
  const found = lockedBy(join(folder, 'data'));
  return found && ownerUrl(folder, found.port);
}

/** Address of the own server at a port, with the rights of the owner. */
function ownerUrl(folder: string, port: number): string {
  const password = readFileSync(join(folder, 'owner-password'), 'utf8').trim();
  return `postgres://oneneedle_owner:${password}@127.0.0.1:${port}/postgres`;
}

/** Makes the data directory whole beside its place and renames it, so that a half one never stays. */
async function createCluster(
  binaries: Binaries,
  folder: string,
  user: ServiceUser | undefined,
): Promise<void> {
  const half = join(folder, 'data.new');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = join(folder, 'owner-password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
  const flags = ['--username=oneneedle_owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const forms = ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'];
  // A second or two, in which the program reads, compiles and builds.
  await execute(join(binaries.folder, 'initdb'), ['-D', half, ...flags, ...forms], {
    cwd: '/',
    ...asUser(user),
  });
  renameSync(half, join(folder, 'data'));
}

function requireSameMajor(dataDirectory: string, { major }: Binaries): void {
  const made = readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  if (made === String(major)) return;
  throw new Refusal(
    `数据目录 ${dataDirectory} 是 PostgreSQL ${made} 建的，现在的程序是 PostgreSQL ${major}，不能直接打开。请用 ONENEEDLE_POSTGRES 写明 PostgreSQL ${made} 的 bin 文件夹；要换版本的，先用旧版本备份，再恢复到新的空目录。`,
  );
}
