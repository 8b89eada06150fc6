/** A clerk's table with every problem at its cell, written beside it. */

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type CellRemark,
  type HeadRows,
  kindOf,
  Refusal,
  remarkedName,
  remarkedTable,
  writeBytes,
} from '../platform/index.ts';

/** A file of tables with what is wrong in it. */
export interface RemarkedFile {
  readonly path: string;
  readonly remarks: readonly CellRemark[];
  readonly headRows: HeadRows;
}

/** The copy that `writeBack` writes: facts.xlsx → facts-批注.xlsx. */
export function remarkedPath(path: string): string {
  return join(dirname(path), remarkedName(path));
}

/**
 * Writes the copy with the remarks beside the file and returns its path; the file itself is never
 * touched. A copy that is open, or in which somebody went on working, is not written over.
 */
export async function writeBack({ path, remarks, headRows }: RemarkedFile): Promise<string> {
  const target = remarkedPath(path);
  const open = lockFiles(target).find((lock) => kindOf(lock) !== 'nothing');
  if (open !== undefined) {
    throw new Refusal(
      `“${target}”正在 Excel 或 WPS 里打开着，没有写。请关闭以后再试；没有打开的，请删去“${basename(open)}”。`,
    );
  }
  const bytes = await remarkedTable(path, remarks, headRows);
  if (kindOf(target) === 'file') {
    if (Buffer.compare(readFileSync(target), bytes) === 0) return target;
    if (statSync(target).mtimeMs > statSync(path).mtimeMs) {
      throw new Refusal(
        `“${target}”比“${basename(path)}”新，可能有人已在里面改过，没有覆盖。请先把改好的内容移回“${basename(path)}”，再删去这份批注。`,
      );
    }
  }
  await writeBytes(target, bytes);
  return target;
}

/** What Excel, WPS and LibreOffice put beside a file that they hold open. */
export function lockFiles(path: string): string[] {
  const [folder, name] = [dirname(path), basename(path)];
  const shortened = name.length > 8 ? [`~$${name.slice(2)}`] : [];
  return [`~$${name}`, ...shortened, `.~${name}`, `.~lock.${name}#`].map((lock) =>
    join(folder, lock),
  );
}
