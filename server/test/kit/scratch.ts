/** A migrated database that nobody else uses: on our own server, or on the one of `DATABASE_URL`. */

import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureAppRole } from '../../src/platform/database/connect.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { launchDatabase } from '../../src/platform/postgres/launch.ts';
import { endWithUs } from './end-with-us.ts';

export interface Scratch {
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/** A server of our own in a temporary folder, which ends with this process; or the named one. */
export async function scratchServer(): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-'));
  chmodSync(folder, 0o755);
  const endWatch = endWithUs(folder);
  const server = await launchDatabase({
    env: process.env,
    folder,
    reachableFolder: folder,
    tell: (sentence) => console.error(sentence),
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    endWatch();
  };
  return { ownerUrl: server.url, stop };
}

/** A new database on a server, migrated; dropped at the end. */
export async function scratchDatabase(): Promise<Scratch> {
  const server = await scratchServer();
  await ensureAppRole(server.ownerUrl);
  const { ownerUrl, stop } = await newDatabase(server.ownerUrl);
  await migrate(ownerUrl);
  return {
    ownerUrl,
    stop: async () => {
      await stop();
      await server.stop();
    },
  };
}

/** Creates a database beside the named one, as a copy of `template` if given. */
export async function newDatabase(serverUrl: string, template?: string): Promise<Scratch> {
  const name = `oneneedle_${randomBytes(6).toString('hex')}`;
  const from = template === undefined ? '' : ` template ${template}`;
  await asOwner(serverUrl, `create database ${name}${from}`);
  await asOwner(serverUrl, `grant connect on database ${name} to oneneedle_app`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const stop = () => asOwner(serverUrl, `drop database if exists ${name} with (force)`);
  return { ownerUrl: url.href, stop };
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
