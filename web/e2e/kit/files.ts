/** Photos and papers as a clerk has them on the desk. */

import sharp from 'sharp';

/** What a file chooser takes. */
export interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A photo with the camera's day and place in it; no two are the same. */
export async function photo(name: string, size = { width: 800, height: 600 }): Promise<Chosen> {
  const { width, height } = size;
  const pixels = Buffer.alloc(width * height * 3);
  const seed = Math.floor(Math.random() * 251);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7 + seed * (at >> 9)) % 256;
  const buffer = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD2: { DateTimeOriginal: '2026:11:20 10:11:12' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 21/1 3012/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '113/1 7/1 4455/100',
      },
    })
    .jpeg({ quality: 90 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** A plain text file. */
export function textFile(name: string, text: string): Chosen {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** The beginning of a photo as a phone keeps it by default. */
export function heic(name: string): Chosen {
  const buffer = Buffer.from('000000206674797068656963000000006d6966316865696300', 'hex');
  return { name, mimeType: 'image/heic', buffer };
}
