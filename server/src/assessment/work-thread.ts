/** The thread that works: it keeps the latest books, so that they are handed over once. */

import { parentPort } from 'node:worker_threads';
import { Refusal } from '../platform/index.ts';
import type { Folder } from './folder.ts';
import { keepLatest } from './keep-latest.ts';
import { type TownInput, townFolder } from './town-folder.ts';
import { type JobName, jobs } from './work.ts';

/** What is asked: a job on the books of `key`, which come along if this thread may not have them. */
export interface WorkAsked {
  readonly id: number;
  readonly key: string;
  readonly input?: TownInput;
  readonly job: JobName;
  readonly data: unknown;
}

/** The answer; `needsInput` where the books must be handed over. */
export type WorkAnswer =
  | { readonly id: number; readonly done: unknown }
  | { readonly id: number; readonly needsInput: true }
  | { readonly id: number; readonly refused: string }
  | { readonly id: number; readonly failed: string };

const foldersMax = 12;
const folders = new Map<string, Folder>();

parentPort?.on('message', async (asked: WorkAsked) => {
  parentPort?.postMessage(await answerTo(asked));
});

async function answerTo({ id, key, input, job, data }: WorkAsked): Promise<WorkAnswer> {
  try {
    const folder = folderOf(key, input);
    if (!folder) return { id, needsInput: true };
    const work = jobs[job] as (folder: Folder, data: unknown) => unknown;
    return { id, done: await work(folder, data) };
  } catch (error) {
    if (error instanceof Refusal) return { id, refused: error.message };
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function folderOf(key: string, input: TownInput | undefined): Folder | undefined {
  const folder = folders.get(key) ?? (input && townFolder(input));
  if (!folder) return undefined;
  keepLatest(folders, key, folder, foldersMax);
  return folder;
}
