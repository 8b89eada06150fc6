/** The guide to backups can be followed: its commands do what it says, and print what it quotes. */

import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppRole } from '../src/platform/database/connect.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { launchDatabase } from '../src/platform/postgres/launch.ts';
import { foundKillTown } from './kill/town.ts';
import { blocksOf, exitCodeOf, patternOf, root } from './pages.ts';

const desk = mkdtempSync(join(tmpdir(), 'oneneedle-backup-guide-'));
chmodSync(desk, 0o755);
const data = join(desk, 'data');
afterAll(() => rmSync(desk, { recursive: true, force: true }));

beforeAll(async () => {
  symlinkSync(join(root, 'ops'), join(desk, 'ops'));
  const reachableFolder = join(desk, 'elsewhere');
  const database = await launchDatabase({ env: {}, folder: data, reachableFolder, tell: () => {} });
  await ensureAppRole(database.url);
  await migrate(database.url);
  await foundKillTown(database.url, '2026-04-10T02:00:00.000Z');
  await database.stop();
});

/** Runs the lines of a block as a shell does, where a reader would stand. */
function shell(lines: string): Promise<{ code: number; out: string }> {
  const { DATABASE_URL: _, DATABASE_APP_URL: __, ...inherited } = process.env;
  const PATH = `${join(root, 'node_modules/.bin')}:${inherited.PATH}`;
  const script = `set -e; npx() { "$@"; }\n${lines}`;
  const env = { ...inherited, PATH, ONENEEDLE_DATA: data };
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], { cwd: desk, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out: `${out}${err}` });
    });
  });
}

describe('docs/guides/backup.md', () => {
  const page = 'docs/guides/backup.md';

  it('does what it says, from top to bottom', { timeout: 300_000 }, async () => {
    const quoted: number[] = [];
    let output = '';
    for (const block of blocksOf(page)) {
      if (block.language === 'sh') {
        const { code, out } = await shell(block.text);
        expect([code, code === exitCodeOf(block) ? '' : out], block.text).toEqual([
          exitCodeOf(block),
          '',
        ]);
        output = out;
      } else if (block.language === 'text') {
        expect(output, `${page}:${block.line}`).toMatch(patternOf(block.text));
        quoted.push(block.line);
      }
    }
    expect(quoted).toHaveLength(5);
  });
});
