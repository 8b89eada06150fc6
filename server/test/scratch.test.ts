/** What a test leaves behind when it is killed: nothing. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { answers } from '../src/platform/postgres/server-process.ts';

const scratch = join(import.meta.dirname, 'kit/scratch.ts');

/** A process that opens a scratch server, prints its address, and ends as it is told. */
function opened(then: string) {
  const script = `
    const { scratchServer } = await import(${JSON.stringify(scratch)});
    const server = await scratchServer();
    process.stdout.write(server.ownerUrl + '\\n');
    await new Promise((resolve) => process.stdin.once('data', resolve).resume());
    ${then}`;
  const { DATABASE_URL: _, ...env } = process.env;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

it.each([
  ['killed', "process.kill(process.pid, 'SIGKILL')"],
  ['at its end', 'process.exit(1)'],
])('a scratch server ends with its process that is %s, and leaves no folder', async (_, then) => {
  const child = opened(then);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const folder = dirname(await dataDirectoryOf(url));
  expect([existsSync(folder), await answers(url)]).toEqual([true, true]);
  child.stdin.write('\n');
  await ended;
  await expect.poll(() => answers(url), { timeout: 20_000 }).toBe(false);
  await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(false);
});

async function dataDirectoryOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  await client.end();
  return rows[0]?.data_directory ?? '';
}
