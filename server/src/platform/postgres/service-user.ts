/** PostgreSQL refuses to run as root: then it runs as a system user that exists. */

import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../refusal.ts';

export interface ServiceUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const candidates = ['oneneedle', 'postgres', 'nobody'];

/** The user to run as when this process is root; undefined when it is anyone else. */
export function serviceUser(named: string | undefined): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of named === undefined ? candidates : [named]) {
    const found = users.find(([name]) => name === wanted);
    if (found) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Refusal(
    `数据库不能以 root 身份运行，而系统里没有用户 ${(named === undefined ? candidates : [named]).join('、')}。请建一个（useradd --system oneneedle），或用 ONENEEDLE_POSTGRES_USER 写明一个。`,
  );
}

/** Tells whether a user may enter every folder on the way to a path and the path itself. */
export function isReachable(path: string, { uid, gid }: ServiceUser): boolean {
  for (let place = path; ; place = dirname(place)) {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found) {
      const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
      if (found.isDirectory() && ((found.mode >> shift) & 1) === 0) return false;
    }
    if (dirname(place) === place) return true;
  }
}
