/** Files as phones, Office and people with bad intentions make them, small and made on the spot. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import JSZip from 'jszip';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import { Problem, workbookBytes } from '../src/platform/index.ts';

/** A folder of the test file, gone when its tests are over. */
export function evidenceFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Stripes and a corner, so that turning and cutting off can be seen. */
export function scene(width = 600, height = 400) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      pixels[at] = (x * 7 + y * 13) % 251;
      pixels[at + 1] = (x * y) % 253;
      pixels[at + 2] = x < 60 && y < 60 ? 255 : 40;
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** 29°21′30.12″ N, 113°7′44.55″ E, as a phone writes it. */
export const phoneExif = {
  IFD0: { Make: 'Qinghe Phone', Model: 'Zhou Lan' },
  IFD2: { DateTimeOriginal: '2026:03:06 10:11:12' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '29/1 21/1 3012/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '113/1 7/1 4455/100',
  },
};

/** A photo taken upright with a phone: lies on its side, and tells where, when and with what. */
export function phonePhoto(exif: typeof phoneExif | Record<string, never> = phoneExif) {
  return scene().withMetadata({ orientation: 6 }).withExif(exif).jpeg({ quality: 90 }).toBuffer();
}

/** A PNG of few bytes that says it is large. */
export function claimedPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc32(body), body.length + 4);
    return whole;
  };
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const pixels = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A zip file of these parts. */
export async function zipped(
  parts: Readonly<Record<string, string | Uint8Array>>,
): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, part] of Object.entries(parts)) zip.file(name, part);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a Word document of these paragraphs. */
export function wordParts(paragraphs: readonly string[], head = ''): Record<string, string> {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
    'word/document.xml': `<w:document ${space}><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
    ...(head === '' ? {} : { 'word/header1.xml': `<w:hdr ${space}>${paragraph(head)}</w:hdr>` }),
  };
}

/** A Word document of these paragraphs, with a page head if one is given. */
export function wordFile(paragraphs: readonly string[], head = ''): Promise<Buffer> {
  return zipped(wordParts(paragraphs, head));
}

/** A workbook with one column of these cells. */
export async function sheetFile(title: string, cells: readonly string[]): Promise<Buffer> {
  const columns = [{ title, type: 'text' as const }];
  return Buffer.from(
    await workbookBytes([{ name: '表', columns, rows: cells.map((cell) => [cell]) }]),
  );
}

/** A PDF that readers open: one empty page. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** Chinese in the encoding of Windows and WPS: 记录：已整改。 */
export const gbText = Buffer.from('bcc7c2bca3bad2d1d5fbb8c4a1a3', 'hex');

/** Writes bytes into a file and gives its path. */
export function written(folder: string, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Every file under a folder with its bytes' hash: what "nothing changed" is held against. */
export function inventory(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(root.length)} ${sha256Of(readFileSync(path))}`)
    .sort();
}

/** The problem that refuses some work; anything else is a mistake of the test or of ours. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw new Error(`no problem, but ${String(error)}`);
}
