/** Zip files from outside, measured before anything is unpacked; and our own, the same each time. */

import { TextDecoder } from 'node:util';
import JSZip from 'jszip';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Refusal } from './refusal.ts';

/** More parts than any Office file of a town has; a photo album of 900 pages has about 2,000. */
const mostParts = 4_000;

/**
 * All parts unpacked, in bytes: 100,000 rows of 12 columns are 51 million, a photo is as large
 * packed as not. What is above is a bomb, or a sheet formatted down to its last row.
 */
const mostUnpacked = 200_000_000;

/** Formatted blank rows pack about 12 to 1; nothing but a bomb reaches 300 to 1 (zeros: 1000). */
const steepestRatio = 300;
/** A part below this size is no harm however well it packs. */
const smallPart = 1_000_000;

/** The parts of a zip file that passed the guard, by their path inside. */
export interface ZipParts {
  readonly names: readonly string[];
  /** The text of a part; undefined where there is none of that name. */
  text(name: string): Promise<string | undefined>;
  /** The bytes of a part, unpacked piece by piece; refused when they are not what was declared. */
  pieces(name: string): AsyncIterable<Uint8Array>;
}

/**
 * The parts of a zip file. Before any is unpacked, their number, declared sizes, ratios and places
 * are held to bounds; unpacking stops at the declared size, so a false one harms nobody.
 */
export async function guardedZip(path: string, bytes: Uint8Array): Promise<ZipParts> {
  const { zip, entries } = await attempted(path, () => directory(path, bytes));
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  const pieces = (name: string) => unpacked(path, zip, byName.get(name));
  return {
    names: [...byName.keys()],
    pieces,
    async text(name) {
      if (!byName.has(name)) return undefined;
      const decoder = new TextDecoder('utf-8', { fatal: true });
      let text = '';
      for await (const piece of pieces(name)) text += decodedPiece(path, decoder, piece);
      return text + decodedPiece(path, decoder);
    },
  };
}

/** UTF-8 piece by piece; refuses other bytes. Called without a piece, it ends the text. */
export function decodedPiece(path: string, decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw damaged(path);
  }
}

/** The refusal of a file that cannot be what it says. */
export function damaged(path: string): Refusal {
  return new Refusal(
    `“${path}”坏了：里面的内容不完整，或者和它自己写的大小对不上，没有读。请用 Excel 或 WPS 打开原文件，“另存为”一份新的 .xlsx（文档是 .docx）再试；打不开的，请向交来的人再要一份。`,
  );
}

async function directory(path: string, bytes: Uint8Array) {
  const zip = await yauzl.fromBufferPromise(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  // Readers differ on what is behind a comment; Office files have none.
  if (zip.comment !== '') throw damaged(path);
  if (zip.entryCount > mostParts) throw tooMany(path, zip.entryCount);
  const entries: Entry[] = [];
  let unpackedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    unpackedBytes += entry.uncompressedSize;
    if (unpackedBytes > mostUnpacked) throw tooLarge(path);
    if (isSteep(entry)) throw tooLarge(path);
    if (entry.isEncrypted() || !entry.canDecodeFileData()) throw damaged(path);
    if (entry.fileName.endsWith('/')) continue;
    entries.push(entry);
    if (entries.length > mostParts) throw tooMany(path, entries.length);
  }
  if (new Set(entries.map(({ fileName }) => fileName)).size < entries.length) throw damaged(path);
  await refuseOverlap(path, zip, entries);
  return { zip, entries };
}

function isSteep({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > smallPart && uncompressedSize > compressedSize * steepestRatio;
}

/** Parts that share bytes make much out of little; no program writes them. */
async function refuseOverlap(path: string, zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  const inOrder = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  let end = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) throw damaged(path);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    end = fileDataStart + entry.compressedSize;
  }
}

async function* unpacked(
  path: string,
  zip: ZipFile,
  entry: Entry | undefined,
): AsyncGenerator<Uint8Array> {
  if (!entry) throw damaged(path);
  const stream = await attempted(path, () => zip.openReadStreamPromise(entry));
  const pieces = stream[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await attempted(path, () => pieces.next());
    if (done) return;
    yield value;
  }
}

/** Whatever the unpacking complains of, the file is damaged; our own refusals pass. */
async function attempted<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(path);
  }
}

function tooLarge(path: string): Refusal {
  return new Refusal(
    `“${path}”解开以后超过 ${mostUnpacked / 1_000_000} MB，或者压缩得不像正常文件，没有打开。多半是表格下面或右边有上百万个带格式的空格子：请在 Excel 或 WPS 里选中数据下面的空行、右边的空列，“删除”后“另存为”一份新的 .xlsx 再试。来路不明的文件不要打开。`,
  );
}

function tooMany(path: string, count: number): Refusal {
  return new Refusal(
    `“${path}”里有 ${count} 个部件，超过 ${mostParts} 个，不像正常的表格或文档，没有打开。请用 Excel 或 WPS 打开，删去大量的图片、图形后“另存为”再试。来路不明的文件不要打开。`,
  );
}

/** The date that every part carries: the first that a zip file can hold. */
const fixedDate = new Date(Date.UTC(1980, 0, 1));

/** The part by which Office tells what a file is; it comes first. */
const contentTypes = '[Content_Types].xml';

/**
 * The same parts in a fixed order with fixed dates: equal parts give equal bytes, on every machine.
 * Only for files of our own making; those of others go through the guard.
 */
export async function fixedZip(bytes: Uint8Array): Promise<Uint8Array> {
  return zipOf(await partsOf(bytes));
}

/** The parts of a zip file of our own making, unpacked. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Uint8Array | string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Uint8Array | string>();
  for (const [name, part] of Object.entries(zip.files)) {
    if (!part.dir) parts.set(name, await part.async('uint8array'));
  }
  return parts;
}

/** The bytes of a zip file of these parts; equal parts give equal bytes. */
export async function zipOf(parts: ReadonlyMap<string, Uint8Array | string>): Promise<Uint8Array> {
  const names = [...parts.keys()].filter((name) => name !== contentTypes).sort();
  const zip = new JSZip();
  for (const name of parts.has(contentTypes) ? [contentTypes, ...names] : names) {
    zip.file(name, parts.get(name) ?? '', { date: fixedDate, createFolders: false });
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
}
