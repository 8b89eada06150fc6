/**
 * A picture is never kept as it came: it is read into points and written anew, so that nothing but
 * the picture is left, no place, no device, no owner, and no second file behind it.
 */

import { isMainThread } from 'node:worker_threads';
import sharp, { type Metadata } from 'sharp';
import { type CameraNotes, cameraNotes } from './exif.ts';
import { evidenceProblem } from './problems.ts';
import type { KeptKind } from './sniff.ts';

/** The picture as it will be stored. */
export interface Redrawn {
  readonly width: number;
  readonly height: number;
  readonly notes: CameraNotes;
}

/** 50 × 1024 × 1024: cameras that are sold as 50 million points have 8192 × 6144. */
const mostPoints = 52_428_800;
/** Points along the longer side of what is stored: a house number across a street stays readable. */
const longestSide = 4096;
/** Points along the longer side of a preview. */
const previewSide = 480;
const quality = 85;

// The file's kind is known; whatever else libvips could read must not be reached by a trick. This holds
// for the whole process: a thread that closed and opened the loaders again would take them from a
// picture that is being read.
if (isMainThread) {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}`),
  });
}
// Nothing comes twice, and a cache would hold files open that are to be moved.
sharp.cache(false);

const formats: Readonly<Partial<Record<KeptKind, string>>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  heic: 'heif',
};

/**
 * Writes the picture at `from` anew to `to`, upright and in common colours; the same bytes give the
 * same bytes. Refuses what is cut off, moves, is too large, or is in a form that is not read here.
 */
export async function redraw({
  from,
  to,
  kind,
  name,
}: {
  from: string;
  to: string;
  kind: KeptKind;
  name: string;
}): Promise<Redrawn> {
  return inTurn(async () => {
    const found = await metadataOf(from, { kind, name });
    try {
      const { width, height } = await sharp(from, { failOn: 'error', limitInputPixels: mostPoints })
        .autoOrient()
        .resize({
          width: longestSide,
          height: longestSide,
          fit: 'inside',
          withoutEnlargement: true,
        })
        .flatten({ background: '#ffffff' })
        // Small type on a screen picture blurs where colour is stored coarser than light.
        .jpeg({ quality, chromaSubsampling: kind === 'png' ? '4:4:4' : '4:2:0' })
        .toFile(to);
      return { width, height, notes: cameraNotes(found.exif) };
    } catch (error) {
      throw isOutage(error) ? error : unreadable(kind, name);
    }
  });
}

/** Writes a preview of a stored picture; equal pictures give equal previews. */
export async function drawPreview(from: string, to: string): Promise<void> {
  await inTurn(() =>
    sharp(from, { limitInputPixels: mostPoints })
      .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toFile(to),
  );
}

async function metadataOf(from: string, { kind, name }: { kind: KeptKind; name: string }) {
  let found: Metadata;
  try {
    // The limit is held below, where it can be told in numbers.
    found = await sharp(from, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw isOutage(error) ? error : unreadable(kind, name);
  }
  const { width, height, pages = 1 } = found;
  if (found.format !== formats[kind]) throw unreadable(kind, name);
  if (width * height > mostPoints)
    throw evidenceProblem('picture-too-large', { name, width, height });
  if (pages > 1 && kind !== 'heic') throw evidenceProblem('picture-moving', { name });
  return found;
}

function unreadable(kind: KeptKind, name: string): Error {
  return evidenceProblem(kind === 'heic' ? 'picture-heic' : 'picture-damaged', { name });
}

/** A full disk is no fault of the picture. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof Error && /ENOSPC|No space left|unable to (?:open|write)/i.test(error.message)
  );
}

/** A large picture takes some 200 MB while it is drawn; two at a time do on a small machine. */
const mostAtOnce = 2;
let drawing = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (drawing >= mostAtOnce) await new Promise<void>((go) => waiting.push(go));
  else drawing += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else drawing -= 1;
  }
}
