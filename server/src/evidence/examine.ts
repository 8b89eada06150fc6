/**
 * What happens to a file between its last byte and the store: its kind is told by its content, what
 * harms is refused, marks of secrecy are looked for, pictures are drawn anew. Slow work, done before
 * any transaction.
 */

import { constants, copyFile, open, rm } from 'node:fs/promises';
import JSZip from 'jszip';
import { openOffice, Refusal } from '../platform/index.ts';
import type { CameraNotes } from './exif.ts';
import { cleanName, fittedName, isPicture, mediaTypeOf } from './file-name.ts';
import { type Digested, digestOf, type FileStore } from './file-store.ts';
import { type FoundMark, markOfSheets, markOfText, markOfWord } from './file-text.ts';
import { markOfName } from './marking.ts';
import { drawPreview, redraw } from './picture.ts';
import { evidenceProblem } from './problems.ts';
import { type KeptKind, kindOfFile } from './sniff.ts';

/** A file that may be kept; `stored` and `preview` lie in the store's work folder. */
export interface Examined {
  readonly kind: KeptKind;
  /** The name it is kept under. */
  readonly name: string;
  readonly mediaType: string;
  /** What facts cite; of a picture not the bytes that came. */
  readonly stored: Digested;
  readonly preview?: Digested;
  /** In points, upright. */
  readonly size?: { readonly width: number; readonly height: number };
  /** When the camera says it was taken, without a time zone; and where, only if that was asked for. */
  readonly notes: CameraNotes;
  /** Sentences for whoever sent it: what was put right. */
  readonly notices: readonly string[];
}

export interface Received {
  readonly tenant: string;
  readonly file: Digested;
  /** The name as it was sent. */
  readonly name: string;
  /** The inspector asked for the place on this photo; otherwise it is thrown away. */
  readonly stamp: boolean;
}

/** Examines a received file; every refusal leaves it where it is and nothing else behind. */
export async function examineFile(store: FileStore, received: Received): Promise<Examined> {
  const { file } = received;
  const name = cleanName(received.name);
  const marked = markOfName(name);
  if (marked !== undefined)
    throw evidenceProblem('marked-secret', { name, mark: marked, where: '文件名里' });
  const kind = await kindOfFile(file.path);
  if (kind === 'empty') throw evidenceProblem('file-empty', { name });
  if (!isKept(kind)) throw evidenceProblem('kind-refused', { name, kind });
  const fitted = fittedName(name, kind);
  const common = {
    kind,
    name: fitted.name,
    mediaType: mediaTypeOf(kind, fitted.name),
    notices: fitted.notice === undefined ? [] : [fitted.notice],
  };
  if (isPicture(kind))
    return { ...common, ...(await examinePicture(store, { ...received, name }, kind)) };
  await refuseUnsound(store, { ...received, name }, kind);
  return { ...common, stored: await copied(store, received), notes: {} };
}

/** The store takes the copy; what was received stays until it is kept for good. */
async function copied(store: FileStore, { tenant, file }: Received): Promise<Digested> {
  const path = await store.workPath(tenant);
  await copyFile(file.path, path, constants.COPYFILE_FICLONE);
  return { ...file, path };
}

async function examinePicture(
  store: FileStore,
  { tenant, file, name, stamp }: Received,
  kind: KeptKind,
) {
  const [whole, small] = [
    await store.workPath(tenant, '.jpg'),
    await store.workPath(tenant, '.jpg'),
  ];
  try {
    const { notes, ...size } = await redraw({ from: file.path, to: whole, kind, name });
    await drawPreview(whole, small);
    const { place, ...others } = notes;
    return {
      stored: await digestOf(whole),
      preview: await digestOf(small),
      size,
      notes: stamp && place ? { ...others, place } : others,
    };
  } catch (error) {
    for (const path of [whole, small]) await rm(path, { force: true });
    throw error;
  }
}

/** Takes away what an examination made, when the file is not kept after all; what was received stays. */
export async function discard({ stored, preview }: Examined): Promise<void> {
  for (const { path } of preview ? [stored, preview] : [stored]) await rm(path, { force: true });
}

function isKept(kind: string): kind is KeptKind {
  return ['jpeg', 'png', 'webp', 'heic', 'pdf', 'docx', 'xlsx', 'text'].includes(kind);
}

/** Documents and text: cut off, with macros, with a second file behind, or marked. */
async function refuseUnsound(store: FileStore, received: Received, kind: KeptKind): Promise<void> {
  const { file, name } = received;
  if (kind === 'pdf') return refuseBrokenPdf(file.path, name);
  if (file.bytes > mostReadBytes)
    throw evidenceProblem('document-too-large', { name, bytes: file.bytes });
  let found: FoundMark | undefined;
  if (kind === 'text') {
    found = await markOfText(file.path, name);
  } else {
    const bytes = await soundOffice(store, received, kind === 'docx' ? '.docx' : '.xlsx');
    found = kind === 'docx' ? await markOfWord(bytes, name) : await markOfSheets(bytes, name);
  }
  if (found) throw evidenceProblem('marked-secret', { name, ...found });
}

/** What is read whole for marks; the reader of Office files has the same bound. */
const mostReadBytes = 20_000_000;

/** The bytes of an Office file that passed the guard and holds no macros. */
async function soundOffice(
  store: FileStore,
  { tenant, file, name }: Received,
  ending: '.docx' | '.xlsx',
): Promise<Uint8Array> {
  // The guard goes by the ending of a path; the file on its way in has none.
  const path = await store.workPath(tenant, ending);
  await copyFile(file.path, path);
  try {
    const bytes = await openOffice(path);
    if (await hasMacros(bytes)) throw evidenceProblem('document-macros', { name });
    return bytes;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentence = error.message.replaceAll(path, name);
    throw evidenceProblem('document-unsound', { name, sentence });
  } finally {
    await rm(path, { force: true });
  }
}

/** Programs inside a document; a part may have any name, but must say what it is. */
async function hasMacros(bytes: Uint8Array): Promise<boolean> {
  const zip = await JSZip.loadAsync(bytes);
  const types = (await zip.file('[Content_Types].xml')?.async('string')) ?? '';
  const program = /vbaProject|macroEnabled|macrosheet|activeX/i;
  return program.test(types) || Object.keys(zip.files).some((part) => program.test(part));
}

/** A PDF that was cut off has no end; one with a zip file behind it is two files. */
async function refuseBrokenPdf(path: string, name: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 66_000));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf('%%EOF');
    if (end === -1) throw evidenceProblem('pdf-cut-off', { name });
    if (tail.includes('PK\x05\x06', end, 'latin1')) throw evidenceProblem('file-doubled', { name });
  } finally {
    await file.close();
  }
}
