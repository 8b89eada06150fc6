/** `oneneedle restore FILE`: a backup comes back, wholly or not at all. */

import { type Manifest, requireBackup, restoreBackup, verifyBackup } from '../backup/index.ts';
import { countsOf, townLines } from './backup.ts';
import { withPlace } from './backup-place.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { fitted } from './print.ts';
import { uninterrupted } from './writing.ts';

export const restoreCommand: Command = {
  name: 'restore',
  group: 'backup',
  target: 'place.backup',
  summary: 'restore.summary',
  options: { check: 'restore.option.check' },
  examples: ['2026-11-22.tar', '2026-11-22.tar --check'],
  run: restore,
};

/** Into an empty installation, or a town into one where it is not. */
async function restore({ target, flags }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  await requireBackup(target); // no database is made for a file that is none of ours
  if (flags.has('check')) return told(await verifyBackup(target), 'restore.checked', desk);
  const manifest = await withPlace({ mayBeNew: true }, desk, (place) =>
    uninterrupted(() => restoreBackup(place, target)),
  );
  const { text, data } = told(manifest, 'restore.done', desk);
  return { text: `${text}\n${fitted(say('restore.next'), desk.columns)}`, data };
}

function told(manifest: Manifest, first: 'restore.checked' | 'restore.done', desk: Desk): Told {
  const { say } = desk;
  const missing = manifest.towns.flatMap((one) => one.missing);
  const lines = [
    say(first, { madeAt: manifest.madeAt, program: manifest.program }),
    ...townLines(manifest, say),
    ...(missing.length === 0 ? [] : [say('restore.missing', { count: missing.length })]),
  ];
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: { ...countsOf(manifest), missing },
  };
}
