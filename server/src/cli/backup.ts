/** `oneneedle backup --out FILE`: the whole installation, or one town, as one verified file. */

import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Manifest, writeBackup } from '../backup/index.ts';
import { Refusal } from '../platform/index.ts';
import { megabytesText, withPlace } from './backup-place.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { quotedPath } from './paths.ts';
import { fitted } from './print.ts';
import type { Say } from './words/say.ts';
import { uninterrupted } from './writing.ts';

export const backupCommand: Command = {
  name: 'backup',
  group: 'backup',
  summary: 'backup.summary',
  options: { out: 'backup.option.out', town: 'backup.option.town', force: 'option.force' },
  places: { out: 'place.backup' },
  required: { out: 'backup.noOut' },
  examples: ['--out 2026-11-22.tar', '--out qinghe.tar --town qinghe'],
  run: backup,
};

/** Files that were missing already are named, and the answer is no: somebody must look for them. */
async function backup({ texts, flags }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const out = resolve(texts.out ?? '');
  if (existsSync(out) && !flags.has('force')) {
    throw new Refusal(say('write.exists', { paths: out }));
  }
  if (!existsSync(dirname(out))) {
    throw new Refusal(say('backup.noFolder', { path: dirname(out) }));
  }
  const { town } = texts;
  const manifest = await withPlace({ mayBeNew: false }, desk, (place) => {
    const now = new Date().toISOString();
    const needs = { ...place, now, ...(town === undefined ? {} : { town }) };
    return uninterrupted(() => writeBackup(needs, out));
  });
  const missing = manifest.towns.flatMap((one) => one.missing);
  const size = megabytesText(statSync(out).size);
  const lines = [
    say('backup.written', { path: out, size }),
    ...townLines(manifest, say),
    ...(missing.length === 0 ? [] : [say('backup.missing', { count: missing.length })]),
    ...missing.slice(0, 10).map((hash) => `· ${hash}`),
    say('backup.next', { command: `oneneedle restore ${quotedPath(out)}` }),
  ];
  const refusal = { sentence: say('backup.missing', { count: missing.length }), findings: [] };
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: { path: out, bytes: statSync(out).size, missing, ...countsOf(manifest) },
    ...(missing.length === 0 ? {} : { refused: refusal }),
  };
}

/** One line a town: what there is of it, and the root by which its log is known. */
export function townLines({ towns }: Manifest, say: Say): string[] {
  return towns.map(({ name, code, ledger, files }) =>
    say('backup.town', { name, code, facts: ledger.size, files: files.length, root: ledger.root }),
  );
}

/** The same for a program. */
export function countsOf({ scope, madeAt, towns, tables }: Manifest): Record<string, unknown> {
  return {
    scope,
    madeAt,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    towns: towns.map(({ code, name, ledger, files }) => ({
      code,
      name,
      ledger,
      files: files.length,
    })),
  };
}
