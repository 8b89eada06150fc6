/** What of the page of the field a test without a browser can tell. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraNotes } from '../../server/src/evidence/exif.ts';
import { takenAtIn, withNotes } from '../field/jpeg-notes.ts';
import { fieldWords } from '../field/words.ts';

const folder = join(import.meta.dirname, '../field');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('words.ts'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');

describe('the words of the page of the field', () => {
  const { zh, en } = fieldWords;

  it('are there in both languages, each with the same values', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    const length = (words: Readonly<Record<string, unknown>>, key: string) => {
      const said = words[key];
      return typeof said === 'function' ? said.length : 'text';
    };
    for (const key of Object.keys(zh))
      expect([key, length(en, key)]).toEqual([key, length(zh, key)]);
  });

  it('are each used', () => {
    const unused = Object.keys(zh).filter((key) => !new RegExp(`\\bw\\.${key}\\b`).test(sources));
    expect(unused).toEqual([]);
  });

  it('stand nowhere else: no sentence of the page is in its code', () => {
    const said = [...sources.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').matchAll(/[㐀-鿿]+/g)];
    const allowed = new Set(['月', '日', '表', '签字']); // a date, and names of files
    expect(said.map(([text]) => text).filter((text) => !allowed.has(text))).toEqual([]);
  });
});

describe('the notes of a photo', () => {
  const bare = new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 1, 2, 3, 0xff, 0xd9]);
  const exifOf = (jpeg: Uint8Array) => jpeg.subarray(6, 4 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0));

  it('say when it was taken, and no place unless it was stamped', () => {
    const takenAt = '2026-11-20T10:11:12';
    const noted = withNotes(bare, { takenAt });
    expect(cameraNotes(exifOf(noted))).toEqual({ takenAt });
    expect(takenAtIn(noted)).toBe(takenAt);
    expect([...noted.subarray(-7)]).toEqual([...bare.subarray(-7)]);
  });

  it('say the place exactly as it was stamped, on either side of the equator', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900_000_000, max: 900_000_000 }),
        fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
        (latE7, lonE7) => {
          fc.pre(latE7 !== 0 || lonE7 !== 0);
          const takenAt = '2026-11-20T10:11:12';
          const noted = withNotes(bare, { takenAt, place: { latE7, lonE7 } });
          expect(cameraNotes(exifOf(noted))).toEqual({ takenAt, place: { latE7, lonE7 } });
        },
      ),
    );
  });

  it('of a picture without any are none', () => {
    expect(takenAtIn(bare)).toBeUndefined();
  });
});
