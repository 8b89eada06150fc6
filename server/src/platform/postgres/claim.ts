/** One process owns a data folder; a second start is refused by name, a dead owner is succeeded. */

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';

/** The folder is another process's, which runs. */
export class HeldRefusal extends Refusal {
  readonly folder: string;

  constructor(folder: string, pid: string) {
    super(
      `数据文件夹 ${folder} 正由进程 ${pid} 使用，不能同时打开第二次。请先停下那一个，或用另一个文件夹。`,
    );
    this.folder = folder;
  }
}

/**
 * Takes the folder for this process and returns what gives it back. A process is known by its
 * number and the moment it started, so that a number used again is not taken for the old owner.
 */
export async function claim(folder: string): Promise<() => void> {
  const lock = join(folder, 'owner.lock');
  const mine = join(folder, `owner.lock.${process.pid}`);
  const self = `${process.pid} ${startOf(process.pid)}`;
  writeFileSync(mine, self);
  try {
    // A link appears whole or not at all, and two processes cannot both make it.
    for (;;) {
      if (linked(mine, lock)) break;
      const owner = readText(lock);
      if (owner === undefined) continue;
      const [pid = '', start = ''] = owner.split(' ');
      if (startOf(Number(pid)) === start) {
        throw new HeldRefusal(folder, pid);
      }
      removeStale(lock, `${mine}.stale`, owner);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (readText(lock) === self) rmSync(lock, { force: true });
  };
}

/** Takes a dead owner's lock away; one that another process has just made is put back. */
function removeStale(lock: string, aside: string, owner: string): void {
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readText(aside) !== owner) linked(aside, lock);
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** When a process started, in the system's ticks; undefined if there is none of that number. */
function startOf(pid: number): string | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  // Fields follow the name in brackets; the 20th of them is the start.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
