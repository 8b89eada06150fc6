/** `oneneedle restore FILE`: a backup comes back, wholly or not at all. */

import { requireBackup, restoreBackup } from '../backup/index.ts';
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
  options: {},
  examples: ['2026-11-22.tar', 'qinghe.tar --json'],
  run: restore,
};

/** Into an empty installation, or a town into one where it is not. */
async function restore({ target }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  await requireBackup(target); // no database is made for a file that is none of ours
  const manifest = await withPlace({ mayBeNew: true }, desk, (place) =>
    uninterrupted(() => restoreBackup(place, target)),
  );
  const missing = manifest.towns.flatMap((one) => one.missing);
  const lines = [
    say('restore.done', { madeAt: manifest.madeAt, program: manifest.program }),
    ...townLines(manifest, say),
    ...(missing.length === 0 ? [] : [say('restore.missing', { count: missing.length })]),
    say('restore.next'),
  ];
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: { ...countsOf(manifest), missing },
  };
}
