/**
 * Runs the room tests on a PostgreSQL that is named by `DATABASE_URL`, as a town's own server would
 * be: `node server/test/kit/named-server.ts /usr/lib/postgresql/15/bin [options of vitest]`.
 */

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchDatabase } from '../../src/platform/postgres/launch.ts';
import { endWithUs } from './end-with-us.ts';

const [programs = '', ...options] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'oneneedle-named-'));
chmodSync(folder, 0o755);
const endWatch = endWithUs(folder);
const server = await launchDatabase({
  env: { ONENEEDLE_POSTGRES: programs },
  folder,
  reachableFolder: folder,
  tell: (sentence) => console.log(sentence),
});
console.log(`PostgreSQL ${server.version}`);
const child = spawn('vitest', ['run', '--project', 'rooms', ...options], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: server.url },
});
process.exitCode = await new Promise<number>((resolve, reject) => {
  child.once('error', reject);
  child.once('close', (code) => resolve(code ?? 1));
});
await server.stop();
rmSync(folder, { recursive: true, force: true });
endWatch();
