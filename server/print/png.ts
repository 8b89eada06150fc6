/** Pictures small enough for a repository: PNG read, cut, and written again with few colours. */

import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels as red, green, blue, row by row, without gaps. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/**
 * Reads the PNG that Chromium and pdftoppm write: 8 bits a channel, RGB or RGBA, not interlaced.
 * Transparency is dropped. Throws on any other kind.
 */
export function readPng(bytes: Uint8Array): Bitmap {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const kind = [...bytes.subarray(24, 29)].join(' ');
  const channels = { '8 2 0 0 0': 3, '8 6 0 0 0': 4 }[kind];
  if (channels === undefined) throw new Error(`a PNG of the kind ${kind} is not read here`);
  const data = Buffer.concat(chunksOf(bytes, view, 'IDAT'));
  const rows = unfiltered(inflateSync(data), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[pixel * 3 + channel] = rows[pixel * channels + channel] ?? 0;
    }
  }
  return { width, height, rgb };
}

/**
 * The same picture as PNG of at most so many colours, 256 or fewer; where it has more, the rarer
 * ones take the nearest that is kept. Up to 16 make the smallest file.
 */
export function palettePng({ width, height, rgb }: Bitmap, colours: number): Uint8Array {
  const { palette, indexes } = indexed(rgb, colours);
  const depth = palette.length <= 16 ? 4 : 8;
  const perByte = 8 / depth;
  const rowBytes = Math.ceil(width / perByte);
  const rows = new Uint8Array((rowBytes + 1) * height); // each row begins with its filter, 0: none
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (rowBytes + 1) + 1 + Math.floor(x / perByte);
      const shift = depth === 8 ? 0 : 4 * (1 - (x % 2));
      rows[at] = (rows[at] ?? 0) | ((indexes[y * width + x] ?? 0) << shift);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Cuts away the edges that have the colour of the upper left pixel, and leaves a margin of it. */
export function trimmed(picture: Bitmap, margin: number): Bitmap {
  const { width, height } = picture;
  const paper = colourAt(picture.rgb, 0);
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (colourAt(picture.rgb, y * width + x) === paper) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  if (right < 0) return picture;
  const cut = {
    left: Math.max(0, left - margin),
    top: Math.max(0, top - margin),
    right: Math.min(width - 1, right + margin),
    bottom: Math.min(height - 1, bottom + margin),
  };
  return cropped(picture, cut);
}

/** The part of a picture between two corners, both included. */
function cropped(
  { width, rgb }: Bitmap,
  corners: { left: number; top: number; right: number; bottom: number },
): Bitmap {
  const { left, top, right, bottom } = corners;
  const rows: Uint8Array[] = [];
  for (let y = top; y <= bottom; y += 1) {
    rows.push(rgb.subarray((y * width + left) * 3, (y * width + right + 1) * 3));
  }
  const cut = new Uint8Array(Buffer.concat(rows));
  return { width: right - left + 1, height: bottom - top + 1, rgb: cut };
}

/** Draws a line of one pixel around a picture, so that white paper shows on a white page. */
export function framed({ width, height, rgb }: Bitmap, colour: number): Bitmap {
  const copy = Uint8Array.from(rgb);
  const paint = (x: number, y: number) => copy.set(channelsOf(colour), (y * width + x) * 3);
  for (let x = 0; x < width; x += 1) {
    paint(x, 0);
    paint(x, height - 1);
  }
  for (let y = 0; y < height; y += 1) {
    paint(0, y);
    paint(width - 1, y);
  }
  return { width, height, rgb: copy };
}

function chunksOf(bytes: Uint8Array, view: DataView, wanted: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === wanted) found.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return found;
}

/** Takes back the five row filters of PNG. */
function unfiltered(
  data: Uint8Array,
  rowBytes: number,
  height: number,
  channels: number,
): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x += 1) {
      const raw = data[y * (rowBytes + 1) + 1 + x] ?? 0;
      const left = x >= channels ? (rows[y * rowBytes + x - channels] ?? 0) : 0;
      const up = y > 0 ? (rows[(y - 1) * rowBytes + x] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (rows[(y - 1) * rowBytes + x - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      rows[y * rowBytes + x] = raw + guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const near = left + up - corner;
  const [a, b, c] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function indexed(rgb: Uint8Array, colours: number): { palette: number[]; indexes: Uint8Array } {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel * 3 < rgb.length; pixel += 1) {
    const colour = colourAt(rgb, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // By number, then by colour: the same picture has the same palette.
  const byNumber = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  const palette = byNumber.slice(0, colours).map(([colour]) => colour);
  const places = new Map(byNumber.map(([colour]) => [colour, nearest(palette, colour)]));
  const indexes = Uint8Array.from(
    { length: rgb.length / 3 },
    (_, pixel) => places.get(colourAt(rgb, pixel)) ?? 0,
  );
  return { palette, indexes };
}

function nearest(palette: readonly number[], colour: number): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, kept] of palette.entries()) {
    const [r = 0, g = 0, b = 0] = channelsOf(kept);
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function colourAt(rgb: Uint8Array, pixel: number): number {
  const at = pixel * 3;
  return ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
}

function channelsOf(colour: number): number[] {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const bytes = Buffer.alloc(named.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  bytes.set(named, 4);
  bytes.writeUInt32BE(crc32(named), named.length + 4);
  return bytes;
}
