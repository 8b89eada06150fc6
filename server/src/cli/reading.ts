/** Reading a folder on behalf of a command; tables with problems come back marked. */

import { join } from 'node:path';
import { type Folder, FolderRefusal, readFolder } from '../assessment/index.ts';
import { type RemarkedFile, remarkedPath, writeBack } from '../ledger/index.ts';
import { Refusal } from '../platform/index.ts';
import type { Desk, Given } from './command.ts';
import { quotedPath } from './paths.ts';
import type { Say } from './words/say.ts';
import { uninterrupted } from './writing.ts';

/** A folder that was read, and the marked copies of tables whose bad rows were left out. */
export interface FolderRead {
  readonly folder: Folder;
  /** What to say of the marked copies: a line each. */
  readonly copies: readonly string[];
}

/**
 * Reads the folder of a command that writes: problems in a table are written into a copy beside it,
 * and the refusal says where. With `--good-rows` the bad rows are left out instead.
 */
export async function readAndMark({ target, flags }: Given, desk: Desk): Promise<FolderRead> {
  const { progress, say } = desk;
  try {
    const folder = await readFolder(target, { progress, goodRows: flags.has('good-rows') });
    return { folder, copies: await markedCopies(folder.remarked, say) };
  } catch (error) {
    if (!(error instanceof FolderRefusal)) throw error;
    const { findings, remarked } = error;
    const copies = await markedCopies(remarked, say);
    const hint = remarked.some(({ path }) => /facts\.\w+$/.test(path))
      ? [say('read.goodRows')]
      : [];
    throw new FolderRefusal([...linesOf(error, target), ...copies, ...hint].join('\n'), {
      findings,
      remarked,
    });
  }
}

/** Reads the folder of a command that only looks; the refusal says what marks the tables. */
export async function readOnly({ target }: Given, { progress, say }: Desk): Promise<Folder> {
  try {
    return await readFolder(target, { progress });
  } catch (error) {
    if (!(error instanceof FolderRefusal)) throw error;
    const { findings, remarked } = error;
    const hints = remarked.map(({ path }) => say('read.marks', { copy: remarkedPath(path) }));
    throw new FolderRefusal([...linesOf(error, target), ...hints].join('\n'), {
      findings,
      remarked,
    });
  }
}

/** What the room says, without its offer of a copy that it does not write by itself. */
function linesOf({ message }: FolderRefusal, folder: string): string[] {
  return pasteable(message, folder)
    .split('\n')
    .filter((line) => !line.startsWith('可以另写一份带批注的表'));
}

/** A room's words with its command line as it can be pasted, whatever the folder is called. */
export function pasteable(text: string, folder: string): string {
  const file = join(folder, 'scheme.yaml');
  return text.replaceAll(`scheme check ${file}`, `scheme check ${quotedPath(file)}`);
}

async function markedCopies(files: readonly RemarkedFile[], say: Say): Promise<string[]> {
  const lines: string[] = [];
  for (const file of files) {
    try {
      const copy = await uninterrupted(() => writeBack(file));
      lines.push(say('read.marked', { copy }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      lines.push(error.message);
    }
  }
  return lines;
}
