/** A file of a request where the readers of tables want one: in a folder of its own, gone afterwards. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Refusal } from '../platform/index.ts';
import { ledgerProblem } from './problems.ts';

/** Runs the work on the file's path; a refusal names the file as the clerk knows it. */
export async function withUpload<T>(file: File, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'oneneedle-ledger-'));
  const name = basename(file.name.replaceAll('\\', '/')).replace(/[\p{C}/]/gu, '');
  const path = join(folder, /^\.*$/.test(name) ? '事实.xlsx' : name.slice(-100));
  try {
    await writeFile(path, Buffer.from(await file.arrayBuffer()));
    return await work(path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw ledgerProblem('import-unreadable', { why: error.message.replaceAll(`${folder}/`, '') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
