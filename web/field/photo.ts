/** Photos: drawn down before they are kept, hashed, and listed on the sheet. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ListedPhoto } from '@oneneedle/kernel';
import { type Place, takenAtIn, withNotes } from './jpeg-notes.ts';
import { addPhoto } from './store.ts';

/** Enough to see a crack in a step; a fifth of what a phone takes. */
const longEdge = 2048;
const quality = 0.82;

/** Draws a photo down and keeps it. What the camera wrote beside it is left out but for the time. */
export async function keepPhoto(
  sheet: string,
  file: File,
  about: Pick<ListedPhoto, 'of' | 'line' | 'place' | 'name'>,
): Promise<ListedPhoto> {
  const original = new Uint8Array(await file.arrayBuffer());
  const takenAt = takenAtIn(original) ?? localTime(new Date(file.lastModified));
  const drawn = await drawnDown(file);
  const bytes = withNotes(drawn, { takenAt });
  return keepBytes(sheet, bytes, { ...about, takenAt, stamped: false });
}

/** Puts the place where the inspector stands on a photo; the sheet lists it in its stead. */
export async function stampPhoto(
  sheet: string,
  photo: ListedPhoto,
  { bytes, place }: { readonly bytes: Uint8Array; readonly place: Place },
): Promise<ListedPhoto> {
  const { bytes: _, sha256: __, stamped: ___, ...about } = photo;
  const takenAt = photo.takenAt ?? localTime(new Date());
  const stamped = withNotes(withoutNotes(bytes), { takenAt, place });
  return keepBytes(sheet, stamped, { ...about, takenAt, stamped: true });
}

/** Keeps a drawing, such as a signature. */
export async function keepDrawing(
  sheet: string,
  canvas: HTMLCanvasElement,
  about: Pick<ListedPhoto, 'of' | 'name'>,
): Promise<ListedPhoto> {
  const blob = await blobOf(canvas, 'image/png');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return keepBytes(sheet, bytes, { ...about, takenAt: localTime(new Date()), stamped: false });
}

async function keepBytes(
  sheet: string,
  bytes: Uint8Array,
  about: Omit<ListedPhoto, 'sha256' | 'bytes'>,
): Promise<ListedPhoto> {
  const hash = bytesToHex(sha256(bytes));
  await addPhoto(sheet, hash, bytes);
  return { sha256: hash, bytes: bytes.length, ...about };
}

async function drawnDown(file: File): Promise<Uint8Array> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longEdge / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await blobOf(canvas, 'image/jpeg');
  return new Uint8Array(await blob.arrayBuffer());
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), type, quality);
  });
}

/** Our own pictures have one block of notes, right at the beginning. */
function withoutNotes(jpeg: Uint8Array): Uint8Array {
  if (jpeg[2] !== 0xff || jpeg[3] !== 0xe1) return jpeg;
  const size = ((jpeg[4] ?? 0) << 8) | (jpeg[5] ?? 0);
  const bare = new Uint8Array(jpeg.length - size - 2);
  bare.set([0xff, 0xd8]);
  bare.set(jpeg.subarray(4 + size), 2);
  return bare;
}

/** `2026-11-20T10:11:12` by the clock of the device, as cameras write it. */
function localTime(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** Where the device is, if its owner and the browser let it. */
export function whereNow(): Promise<Place> {
  return new Promise((found, failed) => {
    if (!('geolocation' in navigator)) return failed(new Error('no place'));
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        found({ latE7: Math.round(latitude * 1e7), lonE7: Math.round(longitude * 1e7) }),
      failed,
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    );
  });
}
