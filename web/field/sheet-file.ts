/** A sheet as a file: everything, photos too, to be brought to the office by hand. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sheetDigest } from '@oneneedle/kernel';
import { type Draft, joined, knowing } from './draft.ts';
import { addDraft, addPhoto, keeper } from './store.ts';

/** The ending of its name. */
export const sheetFileEnding = '.oneneedle-sheet';

interface SheetFile {
  readonly format: 'oneneedle-sheet';
  readonly version: 1;
  readonly draft: Draft;
  /** Base64 by hash. */
  readonly photos: Readonly<Record<string, string>>;
}

/** The file of a sheet as it is on this device; from then on the device knows that it went out. */
export async function fileOf({ id }: Pick<Draft, 'id'>): Promise<File | undefined> {
  const draft = await keeper.change(id, (one) => knowing(one, sheetDigest(one.content)));
  if (!draft) return undefined;
  const photos: Record<string, string> = {};
  for (const { sha256: hash } of draft.content.photos) {
    const bytes = await keeper.photo(draft.id, hash);
    if (bytes) photos[hash] = base64(bytes);
  }
  const file: SheetFile = { format: 'oneneedle-sheet', version: 1, draft, photos };
  const { period, subject } = draft.visit;
  const name = `${subject.name}-${period}-${draft.id.slice(0, 8)}${sheetFileEnding}`;
  return new File([JSON.stringify(file)], name, { type: 'application/json' });
}

/**
 * Takes in what a file says, as the same sheet: one that is here already stays, so that nothing is
 * doubled and nothing newer is lost. Refuses with undefined what is no file of ours.
 */
export async function takeFile(
  file: File,
  about: Pick<Draft, 'account' | 'town'>,
): Promise<Draft | undefined> {
  const read = parsed(await file.text());
  if (read?.format !== 'oneneedle-sheet' || read.version !== 1) return undefined;
  const { draft, photos } = read;
  if (draft.town !== about.town) return undefined;
  for (const { sha256: hash } of draft.content.photos) {
    const bytes = bytesOf(photos[hash] ?? '');
    // A photo that was changed on the way is left out: the sheet then says that it is lacking.
    if (bytesToHex(sha256(bytes)) === hash) await addPhoto(draft.id, hash, bytes);
  }
  const isOwn = draft.account === about.account;
  const origin = isOwn ? draft.origin : 'file';
  const brought: Draft = { ...draft, origin, account: about.account };
  const here = await addDraft(brought);
  return here === brought ? here : keeper.change(draft.id, (one) => joined(one, brought));
}

function parsed(text: string): SheetFile | undefined {
  try {
    return JSON.parse(text) as SheetFile;
  } catch {
    return undefined;
  }
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(pieces.join(''));
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
