/**
 * A tar file as every system can open it (POSIX ustar), written and read piece by piece: a backup is
 * larger than the memory. Names are ASCII, at most 100 characters behind the last folder cut.
 */

import type { FileHandle } from 'node:fs/promises';

const block = 512;
/** What an octal field of eleven digits can say: 8 GB, less one byte. */
const mostBytes = 8 ** 11 - 1;

/** A file inside of a tar file. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
  /** Where its content begins. */
  readonly at: number;
}

/** Writes a tar file into an open, empty file. */
export interface TarWriter {
  /** Adds a file; its size is what the pieces come to. @returns how to take it back at once. */
  add(name: string, pieces: AsyncIterable<Uint8Array>): Promise<{ takeBack(): void }>;
  /** Ends the tar file; without its end it is taken for cut off. */
  end(): Promise<void>;
}

/** `madeAt` stands as the time of every file, in seconds since 1970. */
export function tarWriter(file: FileHandle, { madeAt }: { madeAt: number }): TarWriter {
  let at = 0;
  const write = async (bytes: Uint8Array) => {
    await file.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  };
  return {
    add: async (name, pieces) => {
      const head = at;
      at += block;
      let bytes = 0;
      for await (const piece of pieces) {
        await write(piece);
        bytes += piece.length;
      }
      if (bytes > mostBytes) throw new RangeError(`${name} is too large for a tar file`);
      await write(new Uint8Array(paddingOf(bytes)));
      // The size is known only now: the place of the head was left open for it.
      const header = headerOf(name, { bytes, madeAt });
      await file.write(header, 0, block, head);
      const takeBack = () => {
        at = head;
      };
      return { takeBack };
    },
    end: async () => {
      await write(new Uint8Array(2 * block));
      await file.truncate(at);
    },
  };
}

/** The files of a tar file in their order; undefined where it is none or has no end. */
export async function tarEntries(file: FileHandle): Promise<readonly TarEntry[] | undefined> {
  const { size } = await file.stat();
  const entries: TarEntry[] = [];
  const head = new Uint8Array(block);
  for (let at = 0; at + 2 * block <= size; ) {
    await file.read(head, 0, block, at);
    if (head.every((byte) => byte === 0)) return at + 2 * block === size ? entries : undefined;
    const entry = entryIn(head, at + block);
    if (!entry || entry.at + entry.bytes > size) return undefined;
    entries.push(entry);
    at = entry.at + entry.bytes + paddingOf(entry.bytes);
  }
  return undefined;
}

/** The content of one file, piece by piece. */
export async function* contentOf(file: FileHandle, { at, bytes }: TarEntry): AsyncIterable<Buffer> {
  const end = at + bytes;
  for (let place = at; place < end; ) {
    const most = Math.min(pieceBytes, end - place);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, place);
    if (bytesRead === 0) throw new RangeError('the tar file ends inside of a file');
    yield buffer.subarray(0, bytesRead);
    place += bytesRead;
  }
}

const pieceBytes = 256 * 1024;

function headerOf(name: string, { bytes, madeAt }: { bytes: number; madeAt: number }): Uint8Array {
  const header = Buffer.alloc(block);
  const cut = cutOf(name);
  header.write(name.slice(cut), 0, 100, 'latin1');
  header.write('0000600\0', 100);
  header.write('0000000\0', 108); // owner and group: nobody of this machine
  header.write('0000000\0', 116);
  header.write(`${octal(bytes)}\0`, 124);
  header.write(`${octal(madeAt)}\0`, 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  if (cut > 0) header.write(name.slice(0, cut - 1), 345, 155, 'latin1');
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Long names are cut at a slash: 155 characters before it, 100 behind. */
function cutOf(name: string): number {
  if (!/^[\x21-\x7e]+$/.test(name)) throw new RangeError(`${name} is no name for a tar file`);
  if (name.length <= 100) return 0;
  const cut = name.lastIndexOf('/', 155) + 1;
  if (cut === 0 || name.length - cut > 100) throw new RangeError(`${name} is too long`);
  return cut;
}

function octal(value: number): string {
  return value.toString(8).padStart(11, '0');
}

function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

function entryIn(head: Uint8Array, at: number): TarEntry | undefined {
  const header = Buffer.from(head);
  const text = (from: number, to: number) =>
    header.toString('latin1', from, to).split('\0')[0]?.trim() ?? '';
  const sum = Number.parseInt(text(148, 156), 8);
  header.write(' '.repeat(8), 148);
  if (sumOf(header) !== sum || text(257, 263) !== 'ustar') return undefined;
  const prefix = text(345, 500);
  const name = `${prefix === '' ? '' : `${prefix}/`}${text(0, 100)}`;
  return { name, bytes: Number.parseInt(text(124, 136), 8), at };
}

function paddingOf(bytes: number): number {
  return (block - (bytes % block)) % block;
}
