/** Files of a clerk's machine: read whole, written whole, and refused in Chinese. */

import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './refusal.ts';

/** What stands at a path; a link counts as what it points to. */
export type PathKind = 'file' | 'folder' | 'nothing';

/** Tells what stands at a path. */
export function kindOf(path: string): PathKind {
  const found = statOf(path);
  if (!found) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

/** A township's year of facts is a tenth of a megabyte; beyond this the memory would not do. */
const mostMegabytes = 20;

/** From this size on the reader is told that it takes a while. */
export const slowMegabytes = 2;

/** The size of a file in megabytes. */
export function megabytesOf(path: string): number {
  return (statOf(path)?.size ?? 0) / 1_000_000;
}

function statOf(path: string) {
  return attempted(path, '读', () => statSync(path, { throwIfNoEntry: false }));
}

/** The text of a file in UTF-8; refuses what is not there, not readable, not text or too large. */
export function readText(path: string): string {
  const bytes = readBytes(path, '一个乡镇一年的事实一般不到 1 MB');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(
      `“${path}”不是 UTF-8 编码的文本，读不了。用记事本或 WPS 存的，请“另存为”，编码选 UTF-8，再试一次。`,
    );
  }
}

/** The bytes of a file; refuses what is not there, not readable or too large (`usual` says what is). */
export function readBytes(path: string, usual: string): Uint8Array {
  const size = megabytesOf(path);
  if (size > mostMegabytes) {
    throw new Refusal(
      `“${path}”有 ${size.toFixed(0)} MB，超过 ${mostMegabytes} MB，没有读。${usual}，请核对是不是放错了文件；确有这么多的，请按年份分开。`,
    );
  }
  return attempted(path, '读', () => readFileSync(path));
}

/** Makes a folder and those above it. One at a time: made at once, Node 24 never ends where a file system refuses new folders. */
export function makeFolder(path: string): void {
  if (kindOf(path) === 'folder') return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  attempted(path, '写', () => mkdirSync(path));
}

/** Runs work on a file; what the system refuses becomes a refusal with a sentence. */
export function attempted<T>(path: string, deed: '读' | '写', work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refusal(fileSentence(path, deed, codeOf(error)));
  }
}

/** Why a file could not be read or written, by the code of the system, and what to do. */
export function fileSentence(path: string, deed: '读' | '写', code: string): string {
  const denied = `没有权限${deed}“${path}”。请让管理员在文件属性里允许当前用户，或换一个有权限的文件夹${deed === '写' ? '（--out）' : ''}。`;
  const sentences: Record<string, string> = {
    ENOENT:
      deed === '读'
        ? `没有找到“${path}”，请核对路径。`
        : `“${path}”建不起来，那里放不了文件。请用 --out 写明另一个文件夹。`,
    EISDIR: `“${path}”是一个文件夹，这里要的是文件，请核对路径。`,
    EEXIST: `“${path}”是一个文件，不能当文件夹用，请换一个名字。`,
    ENOTDIR: `“${path}”的上一级是文件，不是文件夹，请核对路径。`,
    EACCES: denied,
    EPERM: deed === '写' ? `${denied}正在 Office 或 WPS 里打开着的，请先关闭。` : denied,
    EROFS: `“${path}”在只读的磁盘上，写不进去。请用 --out 写明另一个文件夹。`,
    EBUSY: `“${path}”正被别的程序占用（如 WPS、记事本）。请关闭以后再试。`,
    ENOSPC: `磁盘满了，“${path}”没有写成。请清理出空间以后再试。`,
  };
  return (
    sentences[code] ??
    `${deed}不了“${path}”（${code}）。请检查磁盘或网络盘是否可用，然后再试；仍不行的，请把这一行交给管理员。`
  );
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  throw error;
}
