/** Reading a package from outside: nothing in it is trusted, followed or run. */

import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileSentence, Refusal } from '../platform/index.ts';

/** More files than any package has: a sheet for each of 300 subjects is 310. */
const mostFiles = 5_000;
const mostDepth = 3;
/** A county's ledger of 100,000 rows is a tenth of this. */
const mostFileBytes = 100_000_000;
const mostBytes = 500_000_000;

/** What systems leave in folders by themselves; no part of a package. */
const leftBySystems = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * The files of a package by path, with `/` between folders. Refuses links, devices and what is too
 * large or too many for a package; nothing outside of the folder is read.
 */
export function readPackage(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  const walk = (path: string, depth: number) => {
    for (const name of attempted(join(folder, path), (at) => readdirSync(at)).sort()) {
      if (leftBySystems.has(name)) continue;
      const inside = path === '' ? name : `${path}/${name}`;
      const found = attempted(join(folder, inside), (at) => lstatSync(at));
      if (found.isSymbolicLink()) throw strange(inside, '是一个链接');
      if (found.isDirectory()) {
        if (depth >= mostDepth) throw strange(inside, '埋得太深');
        walk(inside, depth + 1);
        continue;
      }
      if (!found.isFile()) throw strange(inside, '不是普通文件');
      bytes += found.size;
      if (found.size > mostFileBytes || bytes > mostBytes) throw strange(inside, '太大');
      if (files.size >= mostFiles) throw strange(inside, `已经是第 ${mostFiles + 1} 个文件`);
      files.set(
        inside,
        attempted(join(folder, inside), (at) => readFileSync(at)),
      );
    }
  };
  const top = attempted(folder, (at) => statSync(at));
  if (!top.isDirectory()) {
    throw new Refusal(`“${folder}”不是文件夹。请写 assess --out 写出的那个文件夹。`);
  }
  walk('', 1);
  return files;
}

function strange(path: string, why: string): Refusal {
  return new Refusal(
    `包里的“${path}”${why}，不像 assess 写出的结果，没有核对。请向交来的人要一份原样的；来路不明的不要打开。`,
  );
}

function attempted<T>(path: string, work: (path: string) => T): T {
  try {
    return work(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    throw new Refusal(fileSentence(path, '读', code));
  }
}
