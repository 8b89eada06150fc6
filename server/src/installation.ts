/** Where an installation keeps its things: one answer for the program and for the command line. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Configuration, configurationOf, type LaunchOptions } from './platform/index.ts';

export interface Installation {
  readonly configuration: Configuration;
  /** How its database is opened; what is told is the caller's to say. */
  readonly database: Omit<LaunchOptions, 'tell'>;
  /** Folder of evidence files. */
  readonly filesFolder: string;
}

/** Data of the checkout's own, unless `ONENEEDLE_DATA` names a folder; the demonstration has its own. */
export function installationOf(
  env: Readonly<Record<string, string | undefined>>,
  { isDemonstration }: { isDemonstration: boolean },
): Installation {
  const checkout = join(import.meta.dirname, '../..');
  const configuration = configurationOf(env, {
    folder: join(checkout, 'data', isDemonstration ? 'demo' : 'town'),
  });
  const { folder } = configuration;
  return {
    configuration,
    database: { env, folder, reachableFolder: reachableFolder(folder) },
    filesFolder: join(folder, 'files'),
  };
}

/** Where the data go when the database's own user cannot enter the folder. */
function reachableFolder(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return join('/var/lib/oneneedle', name);
}
