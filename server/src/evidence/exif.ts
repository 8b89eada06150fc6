/** What a camera writes beside a photo: where and when. Read before all of it is thrown away. */

/** A place on earth as whole numbers of 1/10,000,000 degree, as the camera had it (WGS 84). */
export interface Place {
  readonly latE7: number;
  readonly lonE7: number;
}

/** What of it is of use; everything else (device, owner, direction) is not even read. */
export interface CameraNotes {
  readonly place?: Place;
  /** `2026-03-06T10:11:12`, the clock of the camera, which may be wrong; no time zone. */
  readonly takenAt?: string;
}

/** Reads the notes of a camera; what is missing, broken or impossible is left out. */
export function cameraNotes(exif: Uint8Array | undefined): CameraNotes {
  if (!exif) return {};
  const bytes = Buffer.from(exif.buffer, exif.byteOffset, exif.length);
  const tiff = bytes.subarray(bytes.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0);
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return {};
  const reader = new TagReader(tiff, order === 'II');
  const top = reader.tags(reader.whole(4, 4) ?? 0);
  const gps = reader.tags(reader.number(top, 0x8825) ?? 0);
  const shot = reader.tags(reader.number(top, 0x8769) ?? 0);
  const place = placeOf(reader, gps);
  const takenAt = instantOf(reader.text(shot, 0x9003) ?? reader.text(top, 0x0132));
  return { ...(place ? { place } : {}), ...(takenAt ? { takenAt } : {}) };
}

function placeOf(reader: TagReader, gps: Tags): Place | undefined {
  const latE7 = degreesE7(reader.ratios(gps, 2, 3), 90n);
  const lonE7 = degreesE7(reader.ratios(gps, 4, 3), 180n);
  const north = reader.text(gps, 1);
  const east = reader.text(gps, 3);
  if (latE7 === undefined || lonE7 === undefined) return undefined;
  if (!/^[NS]$/.test(north ?? '') || !/^[EW]$/.test(east ?? '')) return undefined;
  // Cameras without a fix write zeros; nobody inspects in the Gulf of Guinea.
  if (latE7 === 0 && lonE7 === 0) return undefined;
  return { latE7: north === 'S' ? -latE7 : latE7, lonE7: east === 'W' ? -lonE7 : lonE7 };
}

type Ratio = readonly [bigint, bigint];

/** Degrees, minutes and seconds as exact fractions, rounded once; undefined beyond `most` degrees. */
function degreesE7(parts: readonly Ratio[] | undefined, most: bigint): number | undefined {
  const [degrees, minutes, seconds] = parts ?? [];
  if (!degrees || !minutes || !seconds) return undefined;
  const [[d, dd], [m, md], [s, sd]] = [degrees, minutes, seconds];
  const below = dd * md * sd * 3600n;
  const above = (d * md * sd * 3600n + m * dd * sd * 60n + s * dd * md) * 10_000_000n;
  const rounded = (above * 2n + below) / (below * 2n);
  return rounded <= most * 10_000_000n ? Number(rounded) : undefined;
}

function instantOf(text: string | undefined): string | undefined {
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text ?? '');
  if (!found) return undefined;
  const instant = `${found[1]}-${found[2]}-${found[3]}T${found[4]}`;
  const read = new Date(`${instant}Z`);
  // 2026-02-30 is read as 2 March; a clock that was never set says 0000.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(instant)
    ? instant
    : undefined;
}

interface Tag {
  readonly type: number;
  readonly count: number;
  /** Where its value, or the offset of its value, stands. */
  readonly at: number;
}

type Tags = ReadonlyMap<number, Tag>;

const mostTags = 500;

/** Reads TIFF tags out of bytes that nobody vouches for: every place is checked before it is read. */
class TagReader {
  readonly #bytes: Buffer;
  readonly #isLittle: boolean;

  constructor(bytes: Buffer, isLittle: boolean) {
    this.#bytes = bytes;
    this.#isLittle = isLittle;
  }

  whole(at: number, width: 2 | 4): number | undefined {
    if (at < 0 || at + width > this.#bytes.length) return undefined;
    return this.#isLittle ? this.#bytes.readUIntLE(at, width) : this.#bytes.readUIntBE(at, width);
  }

  /** The tags of a directory; none at 0 or outside. */
  tags(at: number): Tags {
    const tags = new Map<number, Tag>();
    const count = at === 0 ? 0 : (this.whole(at, 2) ?? 0);
    for (let index = 0; index < Math.min(count, mostTags); index += 1) {
      const entry = at + 2 + index * 12;
      const [id, type, length] = [
        this.whole(entry, 2),
        this.whole(entry + 2, 2),
        this.whole(entry + 4, 4),
      ];
      if (id === undefined || type === undefined || length === undefined) break;
      tags.set(id, { type, count: length, at: entry + 8 });
    }
    return tags;
  }

  number(tags: Tags, id: number): number | undefined {
    const tag = tags.get(id);
    return tag?.type === 4 && tag.count === 1 ? this.whole(tag.at, 4) : undefined;
  }

  text(tags: Tags, id: number): string | undefined {
    const tag = tags.get(id);
    if (tag?.type !== 2 || tag.count > 64) return undefined;
    const at = tag.count <= 4 ? tag.at : (this.whole(tag.at, 4) ?? this.#bytes.length);
    return this.#bytes
      .toString('latin1', at, at + tag.count)
      .replace(/\0.*$/s, '')
      .trim();
  }

  /** Fractions with a denominator; undefined where one has none. */
  ratios(tags: Tags, id: number, count: number): readonly Ratio[] | undefined {
    const tag = tags.get(id);
    const start = tag?.type === 5 && tag.count === count ? this.whole(tag.at, 4) : undefined;
    if (start === undefined) return undefined;
    const found: Ratio[] = [];
    for (let index = 0; index < count; index += 1) {
      const above = this.whole(start + index * 8, 4);
      const below = this.whole(start + index * 8 + 4, 4);
      if (above === undefined || !below) return undefined;
      found.push([BigInt(above), BigInt(below)]);
    }
    return found;
  }
}
