/** Where a backup is taken from or brought to: the database and files of this installation. */

import { installationOf } from '../installation.ts';
import { reachDatabase } from '../platform/index.ts';
import { version } from '../version.ts';
import type { Desk } from './command.ts';

export interface BackupPlace {
  readonly ownerUrl: string;
  readonly appUrl?: string;
  readonly filesFolder: string;
  readonly program: string;
  readonly tell: (sentence: string) => void;
}

/** Opens the installation that the environment names, beside a program that has it open, and ends it again. */
export async function withPlace<T>(
  { mayBeNew }: { mayBeNew: boolean },
  { progress }: Desk,
  work: (place: BackupPlace) => Promise<T>,
): Promise<T> {
  const { env } = process;
  const { database: options, filesFolder } = installationOf(env, { isDemonstration: false });
  const database = await reachDatabase({ ...options, tell: progress }, { mayBeNew });
  try {
    const { DATABASE_APP_URL: appUrl } = env;
    return await work({
      ownerUrl: database.url,
      ...(appUrl ? { appUrl } : {}),
      filesFolder,
      program: version,
      tell: progress,
    });
  } finally {
    await database.stop();
  }
}

/** `12.3 MB` */
export function megabytesText(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
